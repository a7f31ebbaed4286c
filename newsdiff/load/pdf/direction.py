"""From the order in which a line of a right-to-left script is drawn to the order in which it is read."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

_BRACKETS = str.maketrans("()[]{}«»‹›", ")(][}{»«›‹")
_OPENING, _CLOSING = "([{«‹", ")]}»›"
_SHAPES = re.compile("[\ufb1d-\ufdff\ufe70-\ufefc]")
_TURNED = re.compile("[LN](?:[LNSO]*[LN])?")
_NUMBER = re.compile("N(?:S?N)*")
_SEPARATORS = ".,:/"


def runs_right_to_left(text: str, *, otherwise: bool) -> bool:
    """Whether most letters of ``text`` run from right to left; ``otherwise`` where there is none."""
    kinds = Counter(unicodedata.bidirectional(character) for character in text)
    right, left = kinds["R"] + kinds["AL"], kinds["L"]
    return right > left if right or left else otherwise


def reading_order(clusters: Sequence[str]) -> str:
    """Put the glyphs of a line, given from left to right, into the order in which they are read.

    Each of ``clusters`` is what one glyph stands for, in reading order in itself. The line as a whole is turned round;
    numbers and words of other scripts in it are turned back. Shapes of letters become letters.
    """
    turned = list(reversed(clusters))
    kinds = "".join(map(_kind, turned))
    for run in _TURNED.finditer(kinds):
        start, end = run.span()
        if "L" in run.group():
            turned[start:end] = reversed(turned[start:end])
        else:
            for number in _NUMBER.finditer(kinds, start, end):
                turned[slice(*number.span())] = reversed(turned[slice(*number.span())])
    text = _SHAPES.sub(lambda match: unicodedata.normalize("NFKC", match.group()), "".join(turned))
    return text.translate(_BRACKETS) if _mismatches(text) > _mismatches(text.translate(_BRACKETS)) else text


def _kind(cluster: str) -> str:
    """L a letter that runs from left to right, R one that runs the other way, N a digit, S what joins digits, O other."""
    classes = {unicodedata.bidirectional(character) for character in cluster}
    if classes & {"R", "AL"}:
        return "R"
    if "L" in classes:
        return "L"
    if classes & {"EN", "AN"}:
        return "N"
    return "S" if cluster and cluster in _SEPARATORS else "O"


def _mismatches(text: str) -> int:
    """How many brackets have no partner. One that is not closed on its line counts half as much as one not opened."""
    depth = lone = 0
    for character in text:
        if character in _OPENING:
            depth += 1
        elif character in _CLOSING:
            lone += 2 if depth == 0 else 0
            depth = max(0, depth - 1)
    return lone + depth
