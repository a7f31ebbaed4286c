"""JSON: one article, a list of them, or one on each line, in the spellings that feeds and scrapers use.

A record becomes an article of its own, named after the file and its number, or after the outlet or web address that it
names. A record that gives no article is named with its number and the reason, and the others are read.
"""

from __future__ import annotations

import html
import json
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from newsdiff.errors import SourceError
from newsdiff.load.clean import clean, clean_line
from newsdiff.load.decode import decode
from newsdiff.load.sources import is_address
from newsdiff.load.text import day, language_code
from newsdiff.model import Article, Reason, Skipped

SUFFIXES = (".json", ".jsonl", ".ndjson")
TYPES = ("application/json", "application/jsonl", "application/x-ndjson", "application/ld+json")

_LISTS = ("articles", "items", "data", "results", "documents", "docs", "entries", "stories", "news", "records")
_TEXT = ("text", "body", "content", "articlebody", "fulltext", "maintext", "articletext", "contenttext", "plaintext",
         "article", "bodytext", "story", "contenthtml", "html")  # fmt: skip
_TITLE = ("title", "headline", "heading", "name")
_DAY = ("date", "published", "publishedat", "datepublished", "publisheddate", "publicationdate", "datepublish",
        "publishdate", "pubdate", "publishedon", "day", "timestamp", "created", "createdat")  # fmt: skip
_OUTLET = ("source", "outlet", "publisher", "newspaper", "publication", "sitename", "site", "sourcename", "provider")
_ADDRESS = ("url", "link", "address", "canonicalurl", "sourceurl", "permalink")
_LANGUAGE = ("language", "lang", "inlanguage", "locale", "languagecode")
_NAMES = ("name", "title", "value", "id")
_OWN_REPORT = "newsdiff/report/"
_HEAD = 4096
_DEEPEST = 3
_KEY = re.compile(rb"\s*(?:\[\s*)?\{\s*\"")
_BLOCK_END = re.compile(r"</(?:p|div|h[1-6]|li|tr|blockquote)\s*>|<br\s*/?>", re.IGNORECASE)
_TAG = re.compile(r"<[/!]?[A-Za-z][^<>]{0,2000}>")


@dataclass(frozen=True, slots=True)
class _Record:
    """A record with its number (of the line, where there is one a line), or why it cannot be read."""

    number: int
    value: Any = None
    complaint: str | None = None


def looks_like(data: bytes) -> bool:
    """Whether bytes without a telling name are JSON."""
    return _KEY.match(data.removeprefix(b"\xef\xbb\xbf")[:_HEAD]) is not None


def read(source: str, data: bytes, declared: str | None = None) -> tuple[Article | Skipped, ...]:
    """Read every record. Raises ``SourceError`` where the file as a whole cannot be read."""
    records = _records(decode(data, declared))
    if not records:
        raise SourceError("no_text", "there is no article in it: the list is empty")
    read_ones = [_article(record) for record in records]
    names = Counter(found.source for found in read_ones if isinstance(found, Article))
    return tuple(
        _named(found, source, record.number, alone=len(records) == 1, unique=names[found.source] == 1)
        for found, record in zip(read_ones, records, strict=True)
    )


def _records(text: str) -> list[_Record]:
    """The records of a file. Raises ``SourceError``."""
    try:
        whole = json.loads(text)
    except RecursionError as error:
        raise SourceError("damaged", "it is nested too deeply to be a list of articles") from error
    except ValueError as error:
        lines = [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
        if len(lines) < 2 or not _is_record(lines[0][1]):
            raise SourceError("damaged", f"it is no JSON: {_complaint(error)}") from error
        return [_record(number, line) for number, line in lines]
    if isinstance(whole, Mapping):
        if str(whole.get("schema", "")).startswith(_OWN_REPORT):
            raise SourceError("own_report", "this is a report of newsdiff and no article; newsdiff explain reads it")
        fields = _fields(whole)
        lists = [fields[name] for name in _LISTS if isinstance(fields.get(name), list)]
        whole = [whole] if not lists or _text(fields) else lists[0]
    if not isinstance(whole, list):
        raise SourceError("damaged", 'there is no article in it; a list such as [{"title": "…", "text": "…"}] is read')
    return [_Record(number, value) for number, value in enumerate(whole, 1)]


def _is_record(line: str) -> bool:
    return isinstance(_record(1, line).value, Mapping)


def _record(number: int, line: str) -> _Record:
    try:
        return _Record(number, json.loads(line))
    except RecursionError:
        return _Record(number, complaint="it is nested too deeply")
    except ValueError as error:
        return _Record(number, complaint=f"it is no JSON: {_complaint(error)}")


def _complaint(error: ValueError) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg} (line {error.lineno}, column {error.colno})"
    return str(error)


def _article(record: _Record) -> Article | Skipped:
    """The article of a record, named after the outlet or address that it names; nameless where it names none."""
    if record.complaint is not None:
        return _bad(record.complaint)
    if not isinstance(record.value, Mapping):
        return _bad(f'expected an article such as {{"text": "…"}}, got {_kind(record.value)}')
    fields = _fields(record.value)
    text = _text(fields)
    if not text:
        there = ", ".join(sorted(map(str, record.value))[:8]) or "nothing"
        return _bad(f"it has no text (looked for text, body, content and the like; it has {clean_line(there)})")
    return Article(
        _first(fields, _OUTLET) or _first(fields, _ADDRESS) or "",
        text,
        title=_first(fields, _TITLE),
        language=language_code(_first(fields, _LANGUAGE)),
        published=day(_first(fields, _DAY)),
    )


def _named(found: Article | Skipped, source: str, number: int, *, alone: bool, unique: bool) -> Article | Skipped:
    """The article under its name in the report: the web address, file and outlet, or file and number."""
    own = f"{source}#{number}"
    if isinstance(found, Skipped):
        return Skipped(own, found.reason)
    if found.source and unique and not is_address(found.source):
        own = f"{source}/{found.source.replace('/', '-')}"
    elif found.source and unique:
        own = found.source
    elif alone:
        own = source
    return Article(own, found.text, title=found.title, language=found.language, published=found.published)


def _bad(complaint: str) -> Skipped:
    return Skipped("", Reason("bad_record", complaint))


def _fields(record: Mapping[Any, Any]) -> Mapping[str, Any]:
    """The fields of a record by their names in small letters alone: ``publishedAt`` and ``published_at`` are one."""
    return {re.sub(r"[\W_]+", "", str(name)).lower(): value for name, value in reversed(list(record.items()))}


def _first(fields: Mapping[str, Any], names: tuple[str, ...]) -> str | None:
    """The first of the fields that says something, as one line."""
    for name in names:
        value = fields.get(name)
        if isinstance(value, Mapping):
            inner = _fields(value)
            value = next((inner[key] for key in _NAMES if isinstance(inner.get(key), str)), None)
        if isinstance(value, str) and clean_line(value):
            return clean_line(html.unescape(value))
    return None


def _text(fields: Mapping[str, Any]) -> str:
    return next(filter(None, (_prose(fields.get(name), _DEEPEST) for name in _TEXT)), "")


def _prose(value: Any, depth: int) -> str:
    """Text without tags; paragraphs in a list are joined."""
    if isinstance(value, list) and depth:
        return "\n\n".join(filter(None, (_prose(item, depth - 1) for item in value)))
    if isinstance(value, Mapping) and depth:
        inner = _fields(value)
        return next(filter(None, (_prose(inner.get(name), depth - 1) for name in _TEXT)), "")
    if not isinstance(value, str):
        return ""
    if _BLOCK_END.search(value):
        value = html.unescape(_TAG.sub("", _BLOCK_END.sub("\n", value)))
    return clean(value).strip()


def _kind(value: Any) -> str:
    names = {str: "a text", list: "a list", bool: "a truth value", type(None): "nothing (null)"}
    return names.get(type(value), "a number")
