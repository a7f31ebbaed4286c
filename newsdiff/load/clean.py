"""Clean text: NFC, line feeds as line ends, and nothing invisible that could mislead a reader, a parser or a terminal."""

from __future__ import annotations

import re
import unicodedata

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_ESCAPE_SEQUENCES = re.compile(
    "\x1b\\[[0-?]{0,100}[ -/]{0,100}[@-~]"  # colours and cursor
    "|\x1b[\\]P^_X][^\x07\x1b\n]{0,2000}(?:\x07|\x1b\\\\)"  # titles, links, device strings
)
_BLANKS = re.compile("\t")
_JUNK = re.compile(
    "["
    "\x00-\x09\x0b-\x1f\x7f-\x9f"  # control characters
    "\u00ad"  # soft hyphen
    "\u034f\u061c\u180e\u200b\u200e\u200f"  # joiners without width, marks of direction
    "\u202a-\u202e\u2066-\u2069"  # overrides, embeddings and isolates of direction
    "\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff"
    "\ud800-\udfff"  # halves of a pair
    "\U000e0000-\U000e007f"  # tags
    "]"
)
_JOINERS = re.compile("[\u200c\u200d]+")


def clean(text: str) -> str:
    """Return ``text`` as an article holds it. Idempotent; a line stays a line, so line numbers hold."""
    text = _LINE_ENDS.sub("\n", text)
    text = _ESCAPE_SEQUENCES.sub("", text)
    text = _JUNK.sub("", _BLANKS.sub(" ", text))
    return unicodedata.normalize("NFC", _JOINERS.sub(_joiner, text))


def clean_line(text: str) -> str:
    """Return ``text`` as one clean line: for titles and the names of sources."""
    return " ".join(clean(text).split())


def _joiner(match: re.Match[str]) -> str:
    """Keep one (non-)joiner where its script or an emoji needs it: after a letter or mark beyond Cyrillic, or a sign."""
    before = match.string[match.start() - 1] if match.start() else " "
    needed = before > "\u052f" and unicodedata.category(before)[0] in "LMS"
    return match.group()[0] if needed else ""
