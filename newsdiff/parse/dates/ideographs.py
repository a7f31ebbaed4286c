"""Numbers in ideographs as dates have them: digit by digit ("一九九八", "二〇二五") and with ten ("二十五", "十一").

What belongs here: such a number's value. Which sign stands for which number is said by the pack.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

_TEN = 10
_LONGEST = 4


def read_signs(words: Sequence[str], values: Mapping[str, int]) -> tuple[int, int] | None:
    """The number that ``words``, one sign each, begin with, and how many of them it takes: at most four.

    None where the first is no number, or where the signs put ten in a place where no number below a hundred has it.
    """
    signs = []
    for word in words[:_LONGEST]:
        if word not in values:
            break
        signs.append(values[word])
    if not signs:
        return None
    value = _with_ten(signs) if _TEN in signs else int("".join(map(str, signs)))
    return (value, len(signs)) if value is not None else None


def _with_ten(signs: Sequence[int]) -> int | None:
    """Read "十", "十一", "二十", "二十五"."""
    at = signs.index(_TEN)
    before, behind = signs[:at], signs[at + 1 :]
    if len(before) > 1 or len(behind) > 1 or _TEN in behind or 0 in signs:
        return None
    return _TEN * (before[0] if before else 1) + (behind[0] if behind else 0)
