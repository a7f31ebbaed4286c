"""Make the words of articles harmless where they are shown: no control sequence, no reversal of direction.

Loading cleans articles already; a report may come from elsewhere, so every format cleans what it shows once more.
"""

from __future__ import annotations

import re

_HIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u200b\u200e\u200f\u061c\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff\U000e0000-\U000e007f]"
)
_ESCAPES = re.compile("\x1b\\[[0-?]{0,100}[ -/]{0,100}[@-~]|\x1b\\][^\x07\x1b\n]{0,2000}(?:\x07|\x1b\\\\)")
_BLANKS = re.compile(r"[\s\x85\u2028\u2029]+")


def one_line(text: str, *, strip: bool = True) -> str:
    """Return ``text`` on one line, without control characters and marks of direction, runs of blanks made one."""
    line = _BLANKS.sub(" ", _HIDDEN.sub("", _BLANKS.sub(" ", _ESCAPES.sub("", text))))
    return line.strip() if strip else line


def escape_hidden(text: str) -> str:
    """Return JSON ``text`` with its hidden characters written as escapes, which leaves its meaning as it is."""
    return _HIDDEN.sub(lambda match: match.group() if match.group() == "\n" else _escape(match.group()), text)


def _escape(character: str) -> str:
    units = character.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))
