"""What a text costs grows in step with its length, and a text that is too long is named. Counted in calls, not in seconds."""

from __future__ import annotations

import cProfile
import pstats
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

import pytest

import newsdiff
from newsdiff.config import load_config
from newsdiff.model import Article, Report
from newsdiff.pipeline import gather
from newsdiff.render import render

Made = TypeVar("Made")

SHORT, TIMES = 60, 4
PROSE = (
    "The port said on Tuesday that Anna Berg, its former director, had sold 1,200 boats for $3.4 million in Hamburg. "
    "“We are very glad about what has been done here,” she said.\n"
)
UNITS = (
    PROSE,
    "Anna Berg, ",
    "Maria Rossi, presidente di Novatec, ",
    "“Word ",
    "„",
    "1,2.3 Mio. ",
    "12. 3. ",
    "ein hundert ",
    "क ने कहा कि ",
    "A. ",
)


LIMIT = 10
FIGURES_AND_NAMES = ("{at}00 boats sank. ", "About {at}.5% sank. ", "It rained on 3 May {at}. ", "Anna {name} sailed. ")
COUNTED = (
    *FIGURES_AND_NAMES,
    "Meanwhile the green boat {at} lay there in the old harbour all along. ",
    "“The boat called {at} lay here all along,” Anna Berg said in town. Then it rained. ",
)


@pytest.mark.parametrize("unit", UNITS)
def test_cost_grows_in_step_with_the_text(unit: str) -> None:
    newsdiff.extract(unit * 3, language="de")
    short, long = _calls(unit * SHORT), _calls(unit * SHORT * TIMES)
    assert long < 1.6 * TIMES * short


def _calls(text: str) -> int:
    return _count(lambda: newsdiff.extract(text, language="de"))[0]


def _compare(unit: str, times: int) -> tuple[int, Report]:
    """The calls that comparing two articles takes that say a sentence so many times, and their report."""
    names = (
        "".join("bdfgklmnprst"[int(digit)] + "aeiou"[at] for at, digit in enumerate(str(1000 + n))) for n in range(999)
    )
    text = "".join(unit.format(at=1300 + at, name=name.title()) for at, name in zip(range(times), names, strict=False))
    articles = [Article(source, text, language="en") for source in ("one.txt", "two.txt")]
    config = load_config(overrides={"limits.claims": str(LIMIT)})
    return _count(lambda: newsdiff.compare(articles, config=config))


def _count(work: Callable[[], Made]) -> tuple[int, Made]:
    profile = cProfile.Profile()
    profile.enable()
    made = work()
    profile.disable()
    return int(pstats.Stats(profile).total_calls), made  # type: ignore[attr-defined]


def test_comparing_a_name_that_is_said_over_and_over_costs_in_step() -> None:
    unit = "Novatec Holding Company sued Novatec. "
    _compare(unit, SHORT)
    assert _compare(unit, SHORT * TIMES)[0] < 1.6 * TIMES * _compare(unit, SHORT)[0]


@pytest.mark.parametrize("unit", FIGURES_AND_NAMES)
def test_comparing_costs_no_more_beyond_the_limit(unit: str) -> None:
    _compare(unit, 3)
    assert _compare(unit, SHORT * TIMES)[0] < 1.6 * TIMES * _compare(unit, SHORT)[0]


@pytest.mark.parametrize("unit", COUNTED)
def test_a_report_names_the_articles_that_have_more_than_is_compared(unit: str) -> None:
    _, report = _compare(unit, LIMIT + 1)
    told = [note.text for note in report.notes]
    assert [note.partition(":")[0] for note in told] == ["one.txt", "two.txt"]
    assert all(f"only the first {LIMIT} of its {LIMIT + 1} " in note and "limits.claims" in note for note in told)
    assert all(note in render(report, "table") for note in told)
    assert not _compare(unit, LIMIT)[1].notes


def test_an_article_that_is_too_long_is_named_with_the_mend() -> None:
    config = load_config()
    config = replace(config, limits=replace(config.limits, characters=100))
    kept, skipped = gather([Article("long", PROSE * 5), Article("short", "A boat sank.")], config)
    assert [article.source for article in kept] == ["short"]
    assert [(item.source, item.reason.code) for item in skipped] == [("long", "too_long")]
    assert "limits.characters" in skipped[0].reason.text
