from __future__ import annotations

import pytest

import newsdiff
from newsdiff.kinds.person import PERSON
from newsdiff.model import Article, Name, Role


@pytest.mark.parametrize(
    ("title", "language", "word"),
    [
        ("coach", "de", "Trainer"),
        ("coach", "it", "allenatore"),
        ("coach", "hi", "कोच"),
        ("coach", "ar", "مدرب"),
        ("coach", "en", "coach"),
        ("coach", "fr", "entraîneur"),
        ("coach", "xx", "coach"),
        ("wizard", "de", "wizard"),
        (None, "de", None),
    ],
)
def test_titles_in_the_words_of_a_language(title, language, word):
    name = Name("Sam Orlo", ("Sam Orlo",), (Role(title, "Riva FC", "former"),))
    assert PERSON.word(name, language, {}).roles == (Role(word, "Riva FC", "former"),)


@pytest.mark.parametrize(
    ("written", "word"), [({"coach": "Trainerin"}, "Trainerin"), ({"player": "Spielerin"}, "Trainer"), ({}, "Trainer")]
)
def test_a_title_is_worded_as_it_is_written(written, word):
    name = Name("Sam Orlo", ("Sam Orlo",), (Role("coach", "Riva FC", "current"),))
    assert PERSON.word(name, "de", written).roles == (Role(word, "Riva FC", "current"),)


def test_a_person_without_roles_stays_as_it_is():
    assert PERSON.word(Name("Sam Orlo"), "de", {}) == Name("Sam Orlo")


FORMER = Role("partner", "Novatec", "former")
PRESENT = Role("partner", "Novatec", "current", stated=True)
LED = Role("head", "Novatec", "former")
UNSTATED = Role("partner", "Novatec", "current")
TITLE = Role("partner", "Novatec", "current", exact=True)
ENDED = Role("partner", "Novatec", "former", stated=True, exact=True)


@pytest.mark.parametrize(
    ("ours", "theirs", "relation"),
    [
        ((PRESENT,), (FORMER,), "disjoint"),
        ((UNSTATED,), (FORMER,), "compatible"),
        ((PRESENT,), (UNSTATED,), "equal"),
        ((PRESENT,), (FORMER, UNSTATED), "compatible"),
        ((TITLE,), (ENDED,), "disjoint"),
        ((UNSTATED,), (ENDED,), "compatible"),
        ((TITLE,), (Role("partner", "Novatec", "former", stated=True),), "compatible"),
        ((TITLE,), (ENDED, UNSTATED), "compatible"),
        ((TITLE,), (Role("head", "Novatec", "former", stated=True, exact=True),), "equal"),
        ((Role(None, "Novatec", "current", stated=True),), (FORMER,), "compatible"),
        ((Role("director", "Novatec", "current", stated=True),), (FORMER,), "equal"),
        ((Role("director", "Novatec", "current", stated=True, exact=True),), (LED,), "disjoint"),
        ((Role("director", "Novatec", "current", stated=True),), (LED,), "compatible"),
        ((Role("director", "Novatec", "current", exact=True),), (LED,), "compatible"),
        ((Role("engineer", "Novatec", "current", stated=True, exact=True),), (LED,), "equal"),
        ((Role("partner", "Tavira", "current", stated=True),), (FORMER,), "equal"),
        ((Role("partner", None, "current", stated=True),), (Role("partner", None, "former"),), "compatible"),
        ((PRESENT,), (Role("partner", None, "former"),), "compatible"),
        ((PRESENT,), (Role("partner", None, "former"), Role("partner", None, "current")), "equal"),
        ((PRESENT,), (Role("director", None, "former"),), "equal"),
        ((PRESENT,), (Role("partner", None, "unknown"),), "equal"),
    ],
    ids=[
        "stated",
        "a title",
        "both now",
        "said to be both",
        "ended long ago",
        "a loose title",
        "ended, by a loose title",
        "ended and held again",
        "another title that ended",
        "no title",
        "another title",
        "the head",
        "a director",
        "unstated",
        "no head",
        "elsewhere",
        "nowhere",
        "not said where",
        "both, not said where",
        "another title, not said where",
        "not said when or where",
    ],
)
def test_a_role_held_at_present_and_once(ours, theirs, relation):
    one, other = Name("Sam Orlo", ("Sam Orlo",), ours), Name("Sam Orlo", ("Sam Orlo",), theirs)
    assert PERSON.compare(one, other).relation == PERSON.compare(other, one).relation == relation


def test_articles_that_exclude_each_other_on_a_role_contradict():
    tail = "Novatec builds turbines in Lyon. The works council met on Tuesday."
    report = newsdiff.compare(
        [
            Article("one", f"Jane Halloran, a former partner at Novatec, praised the plan. {tail}", language="en"),
            Article("two", f"Former Novatec partner Jane Halloran liked the plan. {tail}", language="en"),
            Article("three", f"Jane Halloran, who is still a partner at Novatec, praised it. {tail}", language="en"),
        ]
    )
    (finding,) = (found for found in report.findings if found.label == "Jane Halloran")
    assert (finding.verdict, finding.reason.code) == ("discrepancy", "role_standing")
    assert "“three” stands alone" in finding.reason.text


@pytest.mark.parametrize(
    ("now", "verdict"),
    [
        ("The current boss of Novatec, Jane Halloran, praised it.", "discrepancy"),
        ("Jane Halloran, current boss of the paint shop at Novatec, praised it.", "variation"),
        ("Jane Halloran, current deputy director of Novatec, praised it.", "agreement"),
        ("Novatec boss Jane Halloran praised it.", "variation"),
    ],
)
def test_whoever_is_at_the_head_by_whatever_word(now, verdict):
    tail = "Novatec builds turbines in Lyon. The works council met on Tuesday."
    report = newsdiff.compare(
        [
            Article("one", f"Jane Halloran, who led Novatec until 2021, praised the plan. {tail}", language="en"),
            Article("two", f"Jane Halloran, head of Novatec until 2021, liked the plan. {tail}", language="en"),
            Article("three", f"{now} {tail}", language="en"),
        ]
    )
    (finding,) = (found for found in report.findings if found.label == "Jane Halloran")
    assert finding.verdict == verdict


def held(*roles, exact=True, standing="current"):
    parted = [role.split("@") for role in roles]
    return tuple(Role(title, organization, standing, exact=exact) for title, organization in parted)


CHIEF, FINANCE, SPEAKS = "chief executive@Novatec", "chief financial officer@Novatec", "spokesperson@Novatec"


@pytest.mark.parametrize(
    ("ours", "theirs", "relation"),
    [
        (held(CHIEF), held(FINANCE), "disjoint"),
        (held(SPEAKS), held(FINANCE), "disjoint"),
        (held("judge@Novara"), held("prosecutor@Novara"), "disjoint"),
        (held(CHIEF), held(FINANCE, exact=False), "compatible"),
        (held(CHIEF), (Role("spokesperson", None, "current", exact=True),), "compatible"),
        (
            (Role("judge", None, "current", exact=True),),
            (Role("prosecutor", None, "current", exact=True),),
            "compatible",
        ),
        (held(CHIEF), held("spokesperson@Tavira"), "equal"),
        (held(CHIEF), held(FINANCE, standing="former"), "equal"),
        (held(CHIEF), held(FINANCE, standing="unknown"), "equal"),
        (held(CHIEF), held(FINANCE, CHIEF), "equal"),
        (held(CHIEF), (*held(FINANCE), *held(CHIEF, standing="former")), "compatible"),
        (held(CHIEF), held("founder@Novatec"), "equal"),
        (held(CHIEF), held("managing director@Novatec"), "equal"),
        (held("minister@Novara"), held("spokesperson@Novara"), "equal"),
        (held("professor@Novara"), held("researcher@Novara"), "equal"),
        (held("president@Novatec"), held(CHIEF), "equal"),
        (held(CHIEF), None, "equal"),
    ],
)
def test_roles_that_nobody_holds_at_once(ours, theirs, relation):
    one, other = Name("Sam Orlo", ("Sam Orlo",), ours), Name("Sam Orlo", ("Sam Orlo",), theirs)
    assert PERSON.compare(one, other).relation == PERSON.compare(other, one).relation == relation


def test_two_offices_at_one_firm_contradict():
    report = newsdiff.compare(
        [
            Article(
                "one", "The finance director of Novatec, Jane Halloran, praised the plan on Tuesday.", language="en"
            ),
            Article("two", "Jane Halloran, chief executive of Novatec, praised the plan on Tuesday.", language="en"),
            Article("three", "Am Dienstag lobte Novatec-Finanzchefin Jane Halloran den Plan.", language="de"),
        ]
    )
    (finding,) = (found for found in report.findings if found.label == "Jane Halloran")
    assert (finding.verdict, finding.reason.code) == ("discrepancy", "other_role")
    assert "“two” stands alone" in finding.reason.text


def test_who_leads_a_firm_for_a_while_may_hold_another_office():
    report = newsdiff.compare(
        [
            Article("one", "Novatec's chief financial officer, Jane Halloran, praised the plan.", language="en"),
            Article("two", "Jane Halloran, the interim chief executive of Novatec, praised the plan.", language="en"),
        ]
    )
    (finding,) = (found for found in report.findings if found.label == "Jane Halloran")
    assert finding.verdict == "variation"


def test_the_head_of_a_part_may_be_the_head_of_all():
    once = Role("head", "Novatec", "former", exact=True, partial=True)
    now = Role("chief executive", "Novatec", "current", stated=True, exact=True)
    part = Role("head", "Novatec", "current", stated=True, exact=True, partial=True)
    assert compared(once, now) == "equal"
    assert compared(once, part) == "disjoint"


def compared(role, counterpart):
    return PERSON.compare(
        Name("Sam Orlo", ("Sam Orlo",), (role,)), Name("Sam Orlo", ("Sam Orlo",), (counterpart,))
    ).relation


@pytest.mark.parametrize(
    ("ours", "theirs", "relation"),
    [
        ("mayor@Halvik", "mayor@Brenova", "compatible"),
        ("mayor@Halvik", "mayor@Halvik", "equal"),
        ("mayor@Gdynia", "mayor@Gdingen", "equal"),
        ("mayor@Halvik", "mayor@هالفيك", "equal"),
        ("mayor@Halvik", "former mayor@Brenova", "equal"),
        ("director@Novatec", "director@Brenova", "equal"),
    ],
)
def test_nobody_is_the_mayor_of_two_towns(ours, theirs, relation):
    """Of a mayor the towns are compared; a director may direct two houses, and one town may have two names."""
    assert compared(mayoral(ours), mayoral(theirs)) == relation


def mayoral(told):
    office, _, town = told.partition("@")
    title = office.removeprefix("former ")
    return Role(title, town, "current" if title == office else "former", exact=True)
