"""Places of the world that an engine missed or ran together, and words that look like them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newsdiff.annotate.sentences import split_sentences
from newsdiff.annotate.tokens import tokenize
from newsdiff.model import Article, Document, Entity
from newsdiff.parse.names.known_places import with_known_places


def _document(language, text, *tagged):
    sentences = split_sentences(text, language)
    entities = tuple(
        Entity(kind, text.index(surface), text.index(surface) + len(surface), surface, 0.6) for kind, surface in tagged
    )
    tokens = tuple(token for one in sentences for token in tokenize(text, one.start, one.end, (language, language)))
    article = Article("", text, id="a1", language=language)
    return Document(article=article, sentences=sentences, tokens=tokens, entities=entities, engine="none")


def _places(document):
    return [entity.surface for entity in with_known_places(document).entities if entity.kind == "place"]


@pytest.mark.parametrize(
    ("language", "text", "places"),
    [
        (
            "es",
            "La final entre Argentina y los Países Bajos, en Montevideo.",
            ["Argentina", "Países Bajos", "Montevideo"],
        ),
        ("pl", "Lecą z Argentyny do Polski.", ["Argentyny", "Polski"]),
        ("it", "La Costa d'Avorio vince.", ["Costa d'Avorio"]),
        ("hi", "उन्होंने कहा कि क़तर में बैठक होगी।", ["क़तर"]),
        ("ar", "قال الوزير في غزة", ["غزة"]),
        ("en", "The Seine rose. Then Seine water came.", ["Seine", "Seine"]),
        ("de", "Das Eis kommt. Oder nicht, Oder doch?", []),
        ("fr", "Nice! Nous avons gagné, Argentine-France.", []),
        ("en", "Nice weather, and Nome was warm.", []),
        ("en", "They met in Nome.", ["Nome"]),
        ("ja", "リスボン発の便", []),
    ],
)
def test_places_that_everybody_knows_are_seen(language, text, places):
    assert _places(_document(language, text)) == places


@pytest.mark.parametrize(
    ("language", "kind", "surface", "places"),
    [
        ("pl", "organization", "Lizbony do Warszawy", ["Lizbony", "Warszawy"]),
        ("de", "person", "Hamburg nach Berlin", ["Hamburg", "Berlin"]),
        ("de", "organization", "Prag/Norvale", ["Prag", "Norvale"]),
        ("hi", "place", "नोरवेल/नई दिल्ली", ["नोरवेल", "नई दिल्ली"]),
        ("en", "organization", "Novatec/Tavira", []),
        ("es", "place", "Santiago de Chile", ["Santiago de Chile"]),
        ("en", "organization", "Bank of England", []),
        ("en", "organization", "Argentina of Norvale", []),
        ("de", "organization", "Norvale gegen Berlin", []),
    ],
)
def test_two_places_and_a_small_word_between_are_no_firm(language, kind, surface, places):
    document = _document(language, f"x {surface} y.", (kind, surface))
    assert _places(document) == places


def test_what_an_engine_named_stays_what_it_is():
    document = _document("es", "Ganó la Real Argentina ayer.", ("organization", "Real Argentina"))
    assert with_known_places(document).entities == document.entities


@pytest.mark.parametrize(
    ("language", "text", "surface", "score", "kind"),
    [
        ("ar", "ميلانو - رفعت المجموعة عرضها.", "ميلانو", 0.55, "place"),
        ("pl", "Odwiedził Niderlandy i Włochy.", "Niderlandy", 0.76, "place"),
        ("de", "Die Wahl in Paris verlief ruhig.", "Paris", 0.6, "place"),
        ("de", "Die Wahl in Paris verlief ruhig.", "Paris", 0.9, "person"),
        ("en", "Paris Weller spoke. Then Paris left.", "Paris left", 0.6, "person"),
        ("it", "Norvale spera.", "Norvale", 0.4, "person"),
    ],
)
def test_an_unsure_person_with_the_name_of_a_place_is_one(language, text, surface, score, kind):
    start = text.index(surface)
    name = surface.split()[0]
    bare = _document(language, text, *([("person", "Paris Weller")] if "Weller" in text else []))
    entity = Entity("person", start, start + len(name), name, score)
    told = with_known_places(replace(bare, entities=(*bare.entities, entity)))
    assert [found.kind for found in told.entities if found.start == start] == [kind]
