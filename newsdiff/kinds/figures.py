"""What quantities, money and percentages share: reading them once a document, what they count, and writing them short."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from newsdiff.kinds.dates import read_dates
from newsdiff.kinds.intervals import telling_digits
from newsdiff.kinds.writing import is_decimal, name_unit, write_measure, write_number
from newsdiff.lang import load_pack
from newsdiff.model import Claim, Document, Quantity, overlapping
from newsdiff.parse.designations import find_designations
from newsdiff.parse.figures import FoundFigure, find_figures
from newsdiff.parse.syntax import tree_in

CENT = "cent"
IN_CENTS = frozenset({"USD", "EUR"})
"""Currencies of which the hundredths are cents, so that "38 cents" alone leaves open of which."""
_SIGNS = {"more_than": ">", "at_least": "≥", "less_than": "<", "at_most": "≤", "about": "≈"}


@lru_cache(maxsize=256)
def read_figures(document: Document) -> tuple[FoundFigure, ...]:
    """All figures of a document, in order, with spans in the article. Dates and numbers that name something are kept out."""
    dates = [found.span for found in read_dates(document)]
    figures: list[FoundFigure] = []
    for sentence in document.sentences:
        text = document.text[sentence.start : sentence.end]
        tree = tree_in(document.words, sentence.span, sentence.start)
        blocked = [span.shift(-sentence.start) for span in overlapping(dates, sentence.span)]
        pack = load_pack(sentence.language)
        named = [designation.digits for designation in find_designations(text, pack, ())]
        figures += [
            FoundFigure(found.kind, found.span.shift(sentence.start), found.value)
            for found in find_figures(text, pack, blocked, tree)
            if not (_may_name(found) and overlapping(named, found.span))
        ]
    return tuple(_with_currency_of_article(figures))


def _with_currency_of_article(figures: Sequence[FoundFigure]) -> Sequence[FoundFigure]:
    """The figures, cents as those of the one currency in cents that the article's sums are in: "38 cents" beside "€180m"."""
    told = {found.value.currency for found in figures if found.kind == "money" and found.value.unit != CENT} & IN_CENTS
    if len(told) != 1:
        return figures
    (currency,) = told
    return [
        replace(found, value=replace(found.value, currency=currency))
        if found.value.unit == CENT and found.value.currency in IN_CENTS
        else found
        for found in figures
    ]


def _may_name(found: FoundFigure) -> bool:
    """Whether nothing shows that a figure counts or measures: its noun is none that the packs know ("Flug 412 der Norvair")."""
    value = found.value
    bare = value.unit is None and value.concept is None and value.bound == "exact"
    return found.kind == "quantity" and bare


def extract_figures(document: Document, kind: str) -> tuple[Claim, ...]:
    """One claim a figure of this kind."""
    return tuple(
        Claim(document.article.id, kind, found.span, document.text[found.span.start : found.span.end], found.value)
        for found in read_figures(document)
        if found.kind == kind
    )


def describe_figure(value: Quantity) -> str:
    """The value short, in Western digits: ``>200,000 GPUs``, ``≈100 million``, ``20–30``."""
    number = _single(value)
    if number is None:
        return f"{write_number(value.low or 0.0)}–{write_number(value.high or 0.0)}"
    return _SIGNS.get(value.bound, "") + write_number(number, value.step)


def _single(value: Quantity) -> float | None:
    """The one number that a figure is written with, None for a range."""
    if value.low is not None and value.high is not None and value.low != value.high:
        return None
    return value.low if value.low is not None else value.high or 0.0


def key(value: Quantity) -> str | None:
    """What is counted, or of what it is a share, in the words of the article."""
    return value.of


def lemma(value: Quantity) -> str | None:
    """The same in the forms of a dictionary."""
    return value.lemma


def concept(value: Quantity) -> str | None:
    """The same under its name in all languages."""
    return value.concept


def tell_figure(value: Quantity) -> float:
    """How much an equal figure proves: 0.2 for one digit that counts, 0.5 for two, 0.8 for three, 1 for more."""
    number = value.low if value.low is not None else value.high or 0.0
    size = 0.1 if number >= 100 else 0.0
    return max(0.1, min(1.0, 0.3 * len(telling_digits(number)) - 0.1 + size))


def write_alike(values: Sequence[Quantity]) -> list[Quantity]:
    """The figures of one finding spelled alike: in decimals where one article has them ("9.5" and "6.5", not "6½").

    Of measures, what is measured is left to the title where only some of the articles name it.
    """
    numbers = [_single(value) for value in values]
    written = [
        value.step
        for value, number in zip(values, numbers, strict=True)
        if number is not None and number % 1 and is_decimal(number, value.step)
    ]
    named = all(value.of for value in values)
    return [
        replace(
            value,
            step=min(written) if written and number is not None and is_decimal(number, min(written)) else value.step,
            of=value.of if named or not value.unit else None,
        )
        for value, number in zip(values, numbers, strict=True)
    ]


def with_unit(value: Quantity) -> str:
    """The value, its unit, and what is counted."""
    number = _single(value)
    if value.unit and number is not None:
        measured = _SIGNS.get(value.bound, "") + write_measure(number, value.unit, value.step)
    else:
        measured = " ".join(filter(None, (describe_figure(value), value.unit and name_unit(value.unit))))
    return f"{measured} {value.of}" if value.of else measured
