"""Why a finding is as it is, on one screen: what ``newsdiff explain`` shows."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from newsdiff.model import Article
from newsdiff.model.explanation import Explanation, Factor, Pair, Side
from newsdiff.model.short_names import short_names
from newsdiff.render import Style
from newsdiff.render.places import passage_of
from newsdiff.render.safe import one_line
from newsdiff.render.table import hanging, print_all
from newsdiff.render.words.terms import SIGNS, VERDICTS

_MOST_PAIRS = 10
_MOST_SPELLINGS = 20
_COLUMNS = 2


def render_explanation(explanation: Explanation, style: Style) -> str:
    """Write an explanation. The text ends with a line end, and nothing of the articles takes effect in a terminal."""
    return print_all(_parts(explanation), style)


def _parts(explanation: Explanation) -> Iterator[RenderableType]:
    verdict = f"{SIGNS[explanation.verdict]} {VERDICTS[explanation.verdict]}, {explanation.confidence:.0%} sure"
    yield Text(f"{one_line(explanation.finding)}  {verdict}", style="bold")
    yield hanging(2, Text(one_line(explanation.label)), head=Text("about", style="cyan"), room=6)
    yield hanging(2, Text(one_line(explanation.reason.text)), head=Text("why", style="cyan"), room=6)
    for rule in explanation.rules:
        yield hanging(2, Text(one_line(rule)), head=Text("rule", style="cyan"), room=6)
    for note in explanation.notes:
        yield hanging(2, Text(one_line(note)), head=Text("note", style="yellow"), room=6)
    names = _names(explanation)
    if explanation.pair is not None:
        yield Text()
        alone = explanation.verdict == "single_source"
        yield Text("The nearest claim of another article" if alone else "The pair that decided", style="bold underline")
        yield from _pair(explanation.pair, names)
    if explanation.others:
        yield Text()
        yield Text("The other pairs", style="bold underline")
        for pair in explanation.others[:_MOST_PAIRS]:
            yield hanging(2, Text(_summary(pair)), head=Text(_title(pair, names), style="cyan"), room=16)
        if len(explanation.others) > _MOST_PAIRS:
            yield Text(f"  and {len(explanation.others) - _MOST_PAIRS} more")
    if explanation.spellings:
        yield from _spellings(explanation, names)


def _pair(pair: Pair, names: dict[str, str]) -> Iterator[RenderableType]:
    for side in (pair.left, pair.right):
        yield from _side(side, names)
    yield Text()
    yield _sum(pair)
    yield Text(
        f"  log-odds {pair.log_odds:+.2f}, so a probability of {pair.probability:.2f} that both are about the same thing"
    )
    yield hanging(2, Text(f"{pair.relation}: {one_line(pair.reason.text)} ({pair.reason.code})"), head=Text("values"))


def _side(side: Side, names: dict[str, str]) -> Iterator[RenderableType]:
    words = passage_of(side.article, side.evidence)
    value = f"{one_line(side.shown)}" + (f"   stands for {side.interval}" if side.interval else "")
    yield Text(f"  {names[side.article.id]}  {words.place}", style="cyan")
    yield hanging(6, Text(value, style="bold"), head=Text("value", style="dim"), room=9)
    yield hanging(6, Text(one_line(side.sentence)), head=Text("says", style="dim"), room=9)
    for what, text in side.compared:
        if one_line(text) != one_line(side.sentence):
            yield hanging(6, Text(one_line(text)), head=Text(what, style="dim"), room=9)


def _sum(pair: Pair) -> Table:
    """The features that count, in two columns: what was measured, times its weight, makes what it adds."""
    counted = [factor for factor in pair.factors if round(factor.contribution, 2)]
    rows = -(-len(counted) // _COLUMNS)
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
    table.add_column("  feature")
    for header in ("value", "weight", "adds"):
        table.add_column(header, justify="right")
    table.add_column("    feature")
    for header in ("value", "weight", "adds"):
        table.add_column(header, justify="right")
    for left, right in zip_longest(counted[:rows], counted[rows:]):
        table.add_row(*_factor("  ", left), *_factor("    ", right))
    return table


def _factor(indent: str, factor: Factor | None) -> tuple[str, str, str, str]:
    if factor is None:
        return "", "", "", ""
    numbers = f"{factor.value:.2f}", f"× {factor.weight:+.2f}", f"= {factor.contribution:+.2f}"
    return f"{indent}{factor.name}", *numbers


def _summary(pair: Pair) -> str:
    shown = " | ".join(dict.fromkeys(one_line(side.shown) for side in (pair.left, pair.right)))
    odds = f"{pair.probability:.2f} ({pair.log_odds:+.2f})" if pair.probability else "not comparable"
    return f"{odds}  {pair.relation}: {_cut(shown)}"


def _title(pair: Pair, names: dict[str, str]) -> str:
    return f"{names[pair.left.article.id]} – {names[pair.right.article.id]}"


def _spellings(explanation: Explanation, names: dict[str, str]) -> Iterator[RenderableType]:
    yield Text()
    yield Text(f"Spellings, and how like “{one_line(explanation.name)}” each one is", style="bold underline")
    for spelling in explanation.spellings[:_MOST_SPELLINGS]:
        users = ", ".join(names[article.id] for article in spelling.articles)
        line = Text.assemble(f"{users}: ", (one_line(spelling.text), "bold"))
        yield hanging(2, line, head=Text(f"{spelling.similarity:.2f}", style="cyan"))
    if len(explanation.spellings) > _MOST_SPELLINGS:
        yield Text(f"  and {len(explanation.spellings) - _MOST_SPELLINGS} more")


def _names(explanation: Explanation) -> dict[str, str]:
    """A short name for each article that takes part, by its id."""
    pairs = ([explanation.pair] if explanation.pair else []) + list(explanation.others)
    articles: dict[str, Article] = {side.article.id: side.article for pair in pairs for side in (pair.left, pair.right)}
    articles |= {article.id: article for spelling in explanation.spellings for article in spelling.articles}
    names = short_names([one_line(article.source) for article in articles.values()])
    return dict(zip(articles, names, strict=True))


def _cut(text: str) -> str:
    return text if len(text) <= 90 else text[:89] + "…"
