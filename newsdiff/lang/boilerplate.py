"""Lines that stand on the page of an article but are no part of it: links to others, sharing, cookies, credits."""

from __future__ import annotations

import re
from functools import cache

from newsdiff.lang.pack import load_pack

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_EDGE = re.compile(r"^[^\w©]+|[\W\d]+$")


def is_boilerplate(line: str, language: str) -> bool:
    """Tell whether a line (or a sentence) in a text of this language is no part of the article.

    ``language`` is ISO 639-1; English boilerplate stands on pages of every language and is always known. A line of web
    addresses alone is none of the article's; one that stands before a sentence does not make it boilerplate.
    """
    line = _ADDRESS.sub(" ", line)
    if not line.strip():
        return True
    line = line.replace("İ", "i")
    plain = " ".join(_EDGE.sub("", line).lower().replace("'", "’").split())
    starts, lines = _words(language)
    return plain in lines or plain.startswith(starts) or line.strip().lower().startswith(starts)


@cache
def _words(language: str) -> tuple[tuple[str, ...], frozenset[str]]:
    sections = [load_pack(code).prose for code in dict.fromkeys((language, "en"))]
    starts = {start.lower() for prose in sections for start in prose.boilerplate_starts}
    return tuple(sorted(starts)), frozenset(line.lower() for prose in sections for line in prose.boilerplate_lines)
