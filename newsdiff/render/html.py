"""The report as one HTML file that can be mailed around: no network, no foreign script, readable without any script.

The page is made from ``page/``: a template that escapes every word of the articles, a style and a script, which a
Content-Security-Policy allows by their hashes and nothing else with them.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from newsdiff.model import Quotation
from newsdiff.render import Style
from newsdiff.render.marks import mark_articles, mark_name
from newsdiff.render.nearness import Nearness, nearness, places_on_map
from newsdiff.render.places import direction_of
from newsdiff.render.safe import one_line
from newsdiff.render.view import Cell, Column, Row, View
from newsdiff.render.words import Words
from newsdiff.render.words.terms import FORMS, MEANINGS, METHOD, SIGNS, SILENT, VERDICTS

_PAGE = Path(__file__).parent / "page"
_SHADES = 5
_MAP, _MARGIN = (440, 340), 36


def render(view: View, style: Style) -> str:  # noqa: ARG001 - every format is called alike
    """Write the page. Whatever the articles say, nothing in it runs and nothing is fetched."""
    environment = Environment(
        loader=FileSystemLoader(_PAGE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(direction=direction_of, line=lambda text: one_line(text or ""))
    near, words = nearness(view), view.words
    css, script = ((_PAGE / name).read_text(encoding="utf-8") for name in ("report.css", "report.js"))
    return (
        environment.get_template("report.html.jinja")
        .render(
            view=view,
            policy=_policy(css, script),
            css=Markup(css),  # noqa: S704 - our own file
            script=Markup(script),  # noqa: S704 - our own file
            sections=_coverage(view),
            pairs=_pairs(near),
            map=_map(view.columns, near),
            map_size=_MAP,
            shade=_shade,
            speaks=lambda cell: _speaks(cell, words),
            mark=lambda passage: mark_name(passage.article.id, passage.evidence.span),
            articles=mark_articles(view),
            signs=SIGNS,
            words=words,
            say=words.say,
            comma=words.say_as("between names", ", "),
            shown_of_all=words.say_number(
                "{shown} of {count} finding", "{shown} of {count} findings", len(view.rows), shown="{shown}"
            ),
            say_number=words.say_number,
            verdicts={verdict: words.say(word) for verdict, word in VERDICTS.items()},
            meanings={verdict: words.say(meaning) for verdict, meaning in MEANINGS.items()},
            silent=SILENT,
            method=words.say(METHOD),
        )
        .strip()
        + "\n"
    )


def _policy(css: str, script: str) -> str:
    """The Content-Security-Policy: our style, our script, and nothing else at all."""
    allowed = [base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in (css, script)]
    return (
        f"default-src 'none'; style-src 'sha256-{allowed[0]}'; script-src 'sha256-{allowed[1]}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _coverage(view: View) -> list[tuple[str, list[Row]]]:
    """What several articles speak of, part by part: discrepancies first, then kind by kind."""
    shared = [row for row in view.rows if row.finding.verdict not in ("discrepancy", "single_source")]
    parts = [(view.words.say("Discrepancies"), list(view.discrepancies))] if view.discrepancies else []
    return parts + [(title, list(rows)) for title, rows in groupby(shared, key=lambda row: row.title)]


def _pairs(near: Sequence[Nearness]) -> dict[tuple[str, str], Nearness]:
    """How near two articles are, by their ids in either order."""
    both = {}
    for pair in near:
        left, right = pair.left.article.id, pair.right.article.id
        both[left, right] = both[right, left] = pair
    return both


def _map(columns: Sequence[Column], near: Sequence[Nearness]) -> dict[str, Any]:
    """The map of the articles in pixels: dots with names, and lines, wider the more two articles share."""
    (wide, high), reach = _MAP, min(_MAP) / 2 - _MARGIN
    dots = {
        id_: (round(wide / 2 + x * reach, 1), round(high / 2 + y * reach, 1))
        for id_, (x, y) in places_on_map(columns, near).items()
    }
    most = max((pair.share for pair in near), default=0.0) or 1.0
    lines = [
        (
            dots[pair.left.article.id],
            dots[pair.right.article.id],
            round(10 * (pair.share / most) ** 2, 1),
            pair.dependent,
        )
        for pair in near
    ]
    return {"dots": [(column, *dots[column.article.id]) for column in columns], "lines": lines}


def _shade(share: float) -> int:
    """The step of colour for a share: 0 for none, up to 5."""
    return min(_SHADES, round(share * _SHADES + 0.499)) if share else 0


def _speaks(cell: Cell, words: Words) -> dict[str, Any]:
    """What stands over the words of an article: for a quotation its speaker, since its words follow; else the value."""
    if not isinstance(cell.value, Quotation):
        return {"text": cell.shown, "note": ""}
    speaker = one_line(cell.value.speaker or "")
    return {"text": speaker or words.say("Speaker not named"), "note": words.say(FORMS[cell.value.form])}
