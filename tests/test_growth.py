"""What a text costs grows in step with its length, and a text that is too long is named. Counted in calls, not in seconds."""

from __future__ import annotations

import cProfile
import pstats
from dataclasses import replace

import pytest

import newsdiff
from newsdiff.config import load_config
from newsdiff.model import Article
from newsdiff.pipeline import gather

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


@pytest.mark.parametrize("unit", UNITS)
def test_cost_grows_in_step_with_the_text(unit: str) -> None:
    newsdiff.extract(unit * 3, language="de")
    short, long = _calls(unit * SHORT), _calls(unit * SHORT * TIMES)
    assert long < 1.6 * TIMES * short


def _calls(text: str) -> int:
    profile = cProfile.Profile()
    profile.enable()
    newsdiff.extract(text, language="de")
    profile.disable()
    return int(pstats.Stats(profile).total_calls)  # type: ignore[attr-defined]


def test_an_article_that_is_too_long_is_named_with_the_mend() -> None:
    config = load_config()
    config = replace(config, limits=replace(config.limits, characters=100))
    kept, skipped = gather([Article("long", PROSE * 5), Article("short", "A boat sank.")], config)
    assert [article.source for article in kept] == ["short"]
    assert [(item.source, item.reason.code) for item in skipped] == [("long", "too_long")]
    assert "limits.characters" in skipped[0].reason.text
