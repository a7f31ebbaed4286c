"""Bytes to text: byte order marks, UTF-8, UTF-16, what the page declares, and at last a guess that must convince."""

from __future__ import annotations

import codecs
import re

from newsdiff.errors import SourceError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SHIFTED, _SHIFTS = "iso2022_jp", (b"\x1b$B", b"\x1b$@")
_NOT_TEXT = (
    (b"%PDF-", "a PDF file (end its name in .pdf)"),
    (b"PK\x03\x04", "an archive or an office document (end the name of a Word document in .docx)"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "a rich text document"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"\x1f\x8b", "a compressed file"),
    (b"\x7fELF", "a program"),
)
_WEST = frozenset(
    [
        "da",
        "de",
        "en",
        "es",
        "fi",
        "fr",
        "ga",
        "is",
        "it",
        "nl",
        "no",
        "nb",
        "nn",
        "pt",
        "sv",
        "ca",
        "eu",
        "gl",
        "af",
        "sq",
        "id",
        "ms",
        "sw",
    ]
)
_CENTRE = frozenset(["cs", "hr", "hu", "pl", "ro", "sk", "sl", "bs", "sq", "de"])
_CYRILLIC = frozenset(["ru", "uk", "bg", "sr", "mk", "be"])
_CODE_PAGES: dict[str, frozenset[str]] = {
    "cp1252": _WEST,
    "cp1251": _CYRILLIC,
    "cp1256": frozenset(["ar", "fa", "ur"]),
    "gb18030": frozenset(["zh"]),
    "cp932": frozenset(["ja"]),
    "cp949": frozenset(["ko"]),
    "big5hkscs": frozenset(["zh"]),
    "euc_jp": frozenset(["ja"]),
    "cp1250": _CENTRE,
    "cp1254": frozenset(["tr", "az"]),
    "cp1253": frozenset(["el"]),
    "cp1255": frozenset(["he"]),
    "cp1257": frozenset(["et", "lt", "lv"]),
    "cp1258": frozenset(["vi"]),
    "cp874": frozenset(["th"]),
    "koi8_r": frozenset(["ru", "bg"]),
    "koi8_u": frozenset(["uk"]),
    "cp866": _CYRILLIC,
    "iso8859_2": _CENTRE,
    "iso8859_5": _CYRILLIC,
    "iso8859_6": frozenset(["ar"]),
    "iso8859_7": frozenset(["el"]),
    "iso8859_8": frozenset(["he"]),
    "iso8859_15": _WEST,
    "mac_roman": _WEST,
    "mac_cyrillic": _CYRILLIC,
    "cp850": _WEST,
    "utf_16_le": frozenset(),
    "utf_16_be": frozenset(),
}
"""The encodings that are guessed, the commoner first, and the languages that were written in each."""

_MOST_CHAOS = 0.2
_LEAST_LETTERS = 12
_MOST_CONTROLS = 0.01
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MEND_BINARY = "newsdiff reads text: save it as .txt in UTF-8"


def decode(data: bytes, declared: str | None = None) -> str:
    """Return the text in ``data``, as it stands there.

    ``declared`` is the encoding that a header or the page itself names; it counts where the bytes are not UTF-8.
    Raises ``SourceError`` with the code empty, binary or unreadable_encoding.
    """
    if not data.strip():
        raise SourceError("empty", "the file is empty")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode_marked(data, encoding)
    for head, name in _NOT_TEXT:
        if data.startswith(head):
            raise SourceError("binary", f"this is {name}, not text; {_MEND_BINARY}")
    text = _read(data, declared)
    shown = data.decode("latin-1") if text is None else text
    if len(_CONTROL.findall(shown)) > _MOST_CONTROLS * len(shown):
        raise SourceError("binary", f"this is not text; {_MEND_BINARY}")
    if text is None:
        raise SourceError("unreadable_encoding", "its encoding could not be told with certainty; save it as UTF-8")
    return text


def _read(data: bytes, declared: str | None) -> str | None:
    """The text in bytes without a mark, or None where no reading convinces."""
    text = _strict(data, _SHIFTED if any(mark in data for mark in _SHIFTS) else "utf-8")
    if text is None and declared is not None:
        text = _strict(data, declared)
    if text is not None and "\x00" not in text:
        return text
    return _wide(data) or (None if b"\x00" in data else _guess(data))


def _decode_marked(data: bytes, encoding: str) -> str:
    text = _strict(data, encoding)
    if text is None:
        raise SourceError("unreadable_encoding", f"it begins as {encoding.upper()} but is broken; save it as UTF-8")
    if not text.strip():
        raise SourceError("empty", "the file is empty")
    return text


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeError, LookupError):
        return None


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: blanks and line ends give it away, in any script."""
    if len(data) % 2:
        return None
    pairs = [data[at : at + 2] for at in range(0, min(len(data), 4096), 2)]
    little = sum(pair in (b" \x00", b"\n\x00") for pair in pairs)
    big = sum(pair in (b"\x00 ", b"\x00\n") for pair in pairs)
    if max(little, big) * 40 < len(pairs):
        return None
    return _strict(data, "utf-16-le" if little > big else "utf-16-be")


def _guess(data: bytes) -> str | None:
    """The reading in a legacy encoding whose language was indeed written in that encoding, or None in doubt."""
    from charset_normalizer import from_bytes

    from newsdiff.lang.detect import detect_language

    order = list(_CODE_PAGES)
    readings = []
    for match in from_bytes(data, cp_isolation=order, enable_fallback=False):
        text = str(match)
        language = detect_language(text)
        if sum(map(str.isalpha, text)) < _LEAST_LETTERS:
            return None
        pages = [page for page in match.could_be_from_charset if language in _CODE_PAGES.get(page, ())]
        if pages and match.chaos <= _MOST_CHAOS:
            rank = ("¤" in text, round(match.chaos, 2), -round(match.coherence, 2), min(map(order.index, pages)))
            readings.append((rank, text))
    return min(readings)[1] if readings else None
