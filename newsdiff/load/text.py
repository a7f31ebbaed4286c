"""Plain text and Markdown, with front matter where there is some."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from email.utils import parsedate_to_datetime

import yaml

from newsdiff.load.clean import clean, clean_line
from newsdiff.load.decode import decode
from newsdiff.model import Article

SUFFIXES = (".txt", ".text", ".md", ".markdown")
TYPES = ("text/plain", "text/markdown")

_FRONT_MATTER = re.compile(r"---[ \t]*\n(.*?\n)---[ \t]*(?:\n|\Z)", re.DOTALL)
_KEYS = {
    "title": ("title",),
    "published": ("date", "published"),
    "language": ("language", "lang"),
}


def looks_like(_data: bytes) -> bool:
    """Whether bytes without a telling name are text: they are where nothing else fits, so never of themselves."""
    return False


def read(source: str, data: bytes, declared: str | None = None) -> tuple[Article, ...]:
    """Read an article; ``declared`` is its encoding where a header names one. Raises ``SourceError``.

    Front matter becomes empty lines, so that the line numbers of the file hold in the text.
    """
    text = clean(decode(data, declared))
    match = _FRONT_MATTER.match(text)
    facts = _front_matter(match.group(1)) if match else {}
    if match and facts:
        text = "\n" * match.group().count("\n") + text[match.end() :]
    return (
        Article(
            source,
            text,
            title=clean_line(facts.get("title", "")) or None,
            language=language_code(facts.get("language")),
            published=day(facts.get("published")),
        ),
    )


def language_code(tag: str | None) -> str | None:
    """The language of a tag such as ``de-AT``, or None where it is none."""
    match = re.match(r"\s*([A-Za-z]{2,3})(?:[-_][A-Za-z0-9-_]*)?\s*\Z", tag or "")
    return match.group(1).lower() if match else None


def day(text: str | None) -> dt.date | None:
    """The day of an ISO date or time, or of one as mails and feeds write it; None where there is none."""
    text = (text or "").strip()
    try:
        return dt.date.fromisoformat(text[:10])
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(text).date()
    except ValueError:
        return None


def _front_matter(block: str) -> Mapping[str, str]:
    """What the block says of title, day and language; nothing where it is no front matter."""
    try:
        node = yaml.compose(block, Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        return {}
    if not isinstance(node, yaml.MappingNode):
        return {}
    said = {str(key.value).lower(): value.value for key, value in node.value if isinstance(value, yaml.ScalarNode)}
    return {fact: said[name] for fact, names in _KEYS.items() for name in reversed(names) if name in said}
