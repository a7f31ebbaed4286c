"""The claims of each article, before any comparison: what ``newsdiff extract`` shows."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from rich.console import RenderableType
from rich.text import Text

from newsdiff.model import Article, Claim, Evidence, Skipped, Value
from newsdiff.render import Style
from newsdiff.render.places import passage_of
from newsdiff.render.safe import escape_hidden, one_line
from newsdiff.render.table import hanging, print_all

CLAIM_FORMATS = ("table", "json", "jsonl")

Extracted = Sequence[tuple[Article, Sequence[Claim]]]
Describe = Callable[[str, Value], str]
"""Writes a value of a kind short, for people."""


def render_claims(
    extracted: Extracted, skipped: Sequence[Skipped], format_name: str, describe: Describe, style: Style
) -> str:
    """Write the claims of each article in one of ``CLAIM_FORMATS``. The text ends with a line end."""
    if format_name == "table":
        return print_all(_parts(extracted, skipped, describe), style)
    if format_name == "jsonl":
        return "".join(
            _json({"source": article.source, **claim.to_dict()}, None)
            for article, claims in extracted
            for claim in claims
        )
    return _json(
        {
            "articles": [
                {**article.to_dict(), "claims": [claim.to_dict() for claim in claims]} for article, claims in extracted
            ],
            "skipped": [item.to_dict() for item in skipped],
        },
        2,
    )


def _json(value: dict[str, Any], indent: int | None) -> str:
    return escape_hidden(json.dumps(value, ensure_ascii=False, indent=indent, sort_keys=True)) + "\n"


def _parts(extracted: Extracted, skipped: Sequence[Skipped], describe: Describe) -> Iterator[RenderableType]:
    for at, (article, claims) in enumerate(extracted):
        if at:
            yield Text()
        count = f"{len(claims)} claim" if len(claims) == 1 else f"{len(claims)} claims"
        yield Text(f"{one_line(article.source)} ({article.language or 'und'}): {count}", style="bold")
        for claim in claims:
            words = passage_of(article, Evidence(claim.span, claim.surface))
            shown = Text(one_line(describe(claim.kind, claim.value)))
            if claim.surface not in shown.plain:
                shown.append(f"  “{words.surface}”", style="dim")
            yield hanging(2, shown, head=Text(f"{words.line:>4}  {claim.kind}", style="cyan"), room=18)
    for item in skipped:
        yield Text(f"not read: {one_line(item.source)}: {one_line(item.reason.text)}")
