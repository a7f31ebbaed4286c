"""When articles dispute an office, and when one only tells of a change that another does not."""

from __future__ import annotations

import pytest

from newsdiff.align.actors.resolve import resolve
from tests.documents import build_document

FORMER = {
    "de": "Der frühere Novatec-Chef Peter Brandt schwieg.",
    "it": "Peter Brandt, ex direttore di Novatec, tace.",
    "es": "Peter Brandt, exdirector de Novatec, calla.",
}
NAMES = {"person": ["Peter Brandt"], "organization": ["Novatec"]}


def disputed(texts: list[tuple[str, str]]) -> list[str]:
    """The articles, by their language, that give Brandt a disputed role."""
    documents = tuple(build_document(text, language, NAMES, language) for language, text in texts)
    (brandt,) = (actor for actor in resolve(documents) if actor.kind == "person")
    return [article for article, roles in brandt.roles if any(role.disputed for role in roles)]


@pytest.mark.parametrize(
    ("current", "former", "found"),
    [
        pytest.param("Peter Brandt, the head of Novatec, stayed silent.", ["de", "it"], True, id="two against one"),
        pytest.param("Peter Brandt, the head of Novatec, stayed silent.", ["de", "it", "es"], True, id="three"),
        pytest.param("Peter Brandt, the head of Novatec, stayed silent.", ["de"], False, id="one against one"),
        pytest.param("Peter Brandt, the head of Novatec, resigned.", ["de", "it"], False, id="a change is told"),
        pytest.param("Peter Brandt, the president of Novatec, stayed silent.", ["de", "it"], False, id="a title kept"),
        pytest.param("Peter Brandt, an engineer at Novatec, stayed silent.", ["de", "it"], False, id="another office"),
        pytest.param("Peter Brandt, former head of Novatec, stayed silent.", ["de", "it"], False, id="all agree"),
        pytest.param("Peter Brandt stayed silent at Novatec.", ["de", "it"], False, id="no role"),
    ],
)
def test_an_office_is_disputed_where_one_article_stands_against_two(current, former, found):
    articles = [("en", current), *((language, FORMER[language]) for language in former)]
    assert bool(disputed(articles)) is found
    if found:
        assert sorted(disputed(articles)) == sorted(["en", *former])


CURRENT = {
    "en": "Peter Brandt, the chief executive of Novatec, stayed silent.",
    "it": "Peter Brandt, amministratore delegato di Novatec, tace.",
    "es": "Peter Brandt, consejero delegado de Novatec, calla.",
}


@pytest.mark.parametrize(
    ("former", "current", "found"),
    [
        pytest.param(
            "Peter Brandt, früherer Vorstandsvorsitzender von Novatec, schwieg.", ["en", "it"], True, id="two"
        ),
        pytest.param("Peter Brandt, früherer Vorstandsvorsitzender von Novatec, schwieg.", ["en"], False, id="one"),
        pytest.param("Der frühere Novatec-Chef Peter Brandt schwieg.", ["en", "it", "es"], False, id="a loose word"),
        pytest.param(
            "Peter Brandt, früherer Vorstandsvorsitzender von Novatec, ist zurückgetreten.",
            ["en", "it"],
            False,
            id="a change is told",
        ),
    ],
)
def test_a_former_head_alone_is_disputed_where_the_office_is_told_by_its_name(former, current, found):
    articles = [("de", former), *((language, CURRENT[language]) for language in current)]
    assert sorted(disputed(articles)) == (sorted(["de", *current]) if found else [])


def test_a_change_that_another_article_tells_of_is_no_dispute():
    articles = [
        ("en", "Peter Brandt, the head of Novatec, stayed silent."),
        ("de", "Der frühere Novatec-Chef Peter Brandt ist am Montag zurückgetreten."),
        ("it", FORMER["it"]),
    ]
    assert disputed(articles) == []


@pytest.mark.parametrize(
    ("office", "amt", "carica", "found"),
    [
        ("finance minister of Ghana", "Finanzminister von Ghana", "ministro delle Finanze del Ghana", True),
        ("governor of Ghana", "Gouverneur von Ghana", "governatore del Ghana", False),
    ],
)
def test_of_who_governs_only_titles_that_are_not_kept_are_disputed(office, amt, carica, found):
    texts = {
        "en": f"Peter Brandt, the {office}, stayed silent.",
        "de": f"Peter Brandt, der {amt}, schwieg.",
        "it": f"Peter Brandt, ex {carica}, tace.",
    }
    named = {"person": ["Peter Brandt"], "place": ["Ghana"]}
    documents = tuple(build_document(text, language, named, language) for language, text in texts.items())
    (brandt,) = (actor for actor in resolve(documents) if actor.kind == "person")
    assert any(role.disputed for _, roles in brandt.roles for role in roles) is found
