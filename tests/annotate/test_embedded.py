from __future__ import annotations

import re
import subprocess
import sys
from itertools import pairwise

import pytest

from newsdiff.annotate import ENGINES, annotate, embedded, support
from newsdiff.annotate.entities import clean_entity
from newsdiff.errors import EngineError
from newsdiff.lang.pack import languages, load_pack
from newsdiff.model import Article, Entity

TEXTS = {
    "en": "Maud Ferris, who runs Quillon Inc. in London, met Boris Johnson on Monday.\n\nREAD MORE: Boris Johnson resigns",
    "de": "Angela Merkel sprach am Montag in Berlin mit der Siemens AG. Danach flog sie nach Paris.",
    "it": "Mario Draghi ha incontrato a Roma i vertici della Fiat. Poi è partito per Parigi.",
    "hi": "नरेंद्र मोदी सोमवार को दिल्ली में थे। बाद में वे मुंबई गए।",
    "ar": "وصل محمد صلاح إلى القاهرة يوم الاثنين. ثم سافر إلى لندن.",
    "sw": "Rais Samia Suluhu Hassan alikuwa Dodoma.",
}


@pytest.mark.parametrize("language", TEXTS)
def test_spans_slice_and_are_in_order(language):
    text = TEXTS[language]
    document = annotate(Article("a", text, language=language), engine="embedded")
    assert document.engine == "embedded"
    for spans in (document.sentences, document.tokens, document.entities):
        places = [(item.start, item.end) for item in spans]
        assert all(end <= start for (_, end), (start, _) in pairwise(places))
    assert all(text[token.start : token.end] == token.surface for token in document.tokens)
    assert all(text[entity.start : entity.end] == entity.surface for entity in document.entities)
    assert all(0 < entity.score <= 1 for entity in document.entities)
    assert all(document.sentence_at(token.start) is not None for token in document.tokens)


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("en", "Boris Johnson"),
        ("de", "Angela Merkel"),
        ("it", "Mario Draghi"),
        ("hi", "नरेंद्र मोदी"),
        ("ar", "محمد صلاح"),
    ],
)
def test_a_person_is_found(language, name):
    document = annotate(Article("a", TEXTS[language], language=language), engine="embedded")
    assert name in {entity.surface for entity in document.entities if entity.kind == "person"}


def test_boilerplate_has_no_entities():
    document = annotate(Article("a", TEXTS["en"], language="en"), engine="embedded")
    start = TEXTS["en"].index("READ MORE")
    assert not [entity for entity in document.entities if entity.start >= start]
    assert [token for token in document.tokens if token.start >= start]


def test_nothing_to_read():
    document = annotate(Article("a", " \n\n ", language=None), engine="embedded")
    assert (document.sentences, document.tokens, document.entities, document.language) == ((), (), (), "und")


def test_an_unknown_engine_is_an_error_that_names_those_there_are():
    with pytest.raises(EngineError, match="'spacy'; there are: auto, stanza, embedded"):
        annotate(Article("a", "x"), engine="spacy")


@pytest.mark.parametrize(
    ("language", "kind", "text", "expected"),
    [
        ("en", "person", "He met <“Maud Ferris,”> who left.", "Maud Ferris"),
        ("en", "organization", "It was built by <Quillon Inc.> in May.", "Quillon Inc."),
        ("en", "person", "They asked <Rowan Tebbit Jr.> first.", "Rowan Tebbit Jr."),
        ("en", "organization", "They sued <Quillon (UK)> first.", "Quillon (UK)"),
        ("en", "organization", "(They sued <Quillon)> first.", "Quillon"),
        ("en", "organization", "They sued <(Quillon> first).", "Quillon"),
        ("en", "place", "It was in <Thornby.> The rest burnt.", "Thornby"),
        ("en", "place", "It was in the <U.S.> first.", "U.S."),
        ("en", "person", "She spoke with <May> first.", "May"),
        ("en", "person", "That was the end. <It> was late.", None),
        ("en", "organization", "That was the end. <However> it was late.", None),
        ("en", "organization", "They asked <WHO> first.", "WHO"),
        ("en", "organization", "They sold all <Norwegian> boats.", None),
        ("en", "place", "It was the autumn of <2024> again.", None),
        ("en", "person", "There <– “ ”> was nothing.", None),
        ("it", "person", "Ha parlato con <Russo> a lungo.", "Russo"),
        ("it", "place", "Ha parlato con i vertici <italiani> a lungo.", None),
        ("it", "person", "È finita. <L’>ha detto ieri.", None),
        ("fr", "place", "Un tremblement de <terre d’>une heure.", "terre"),
        ("de", "organization", "Sie verkauften alle <deutschen> Firmen.", None),
        ("hi", "place", "कल <भारतीय> टीम आई।", None),
        ("ar", "place", "وصل اللاعب <النرويجي> أمس.", None),
    ],
)
def test_entities_are_cleaned(language, kind, text, expected):
    before, inside, after = re.split("[<>]", text)
    start, end = len(before), len(before + inside)
    entity = clean_entity(before + inside + after, Entity(kind, start, end, inside, 0.7), load_pack(language))
    assert (entity.surface if entity else None) == expected


def test_a_sure_engine_is_believed_where_no_capital_can_tell():
    text = "बाद में ली ने कहा"
    start = text.index("ली")
    assert clean_entity(text, Entity("person", start, start + 2, "ली", 0.9), load_pack("hi")) is not None
    assert clean_entity(text, Entity("person", start, start + 2, "ली", 0.6), load_pack("hi")) is None


def test_support_lists_every_language_that_something_serves():
    rows = {row.code: row for row in support()}
    assert set(rows) >= {*languages(), *embedded.LANGUAGES, "ja"}
    assert list(rows) == sorted(rows)
    assert (rows["hi"].vectors, rows["de"].vectors, rows["ja"].name) == ("hashed", "encoder", "Japanese")
    assert rows["hi"].pack
    assert not rows["ja"].tagger


def test_auto_ends_with_an_engine_that_serves_any_language():
    assert ENGINES[-1].serves("xx")


def test_the_embedded_engine_needs_neither_stanza_nor_torch():
    code = (
        "import sys; from newsdiff.annotate import annotate; from newsdiff.model import Article\n"
        "annotate(Article('a', 'Maud Ferris was in London.', language='en'), engine='embedded')\n"
        "print({'stanza', 'torch', 'py3langid'} & set(sys.modules))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "set()"


def test_an_address_in_front_of_a_sentence_is_not_read():
    said = "Angela Merkel sprach am Montag in Berlin."
    with_address = f"https://www.example.org/wiki/Ein_langer_Titel_(Film) {said}"
    places = [(e.kind, e.surface) for e in annotate(Article("a", said, language="de")).entities]
    assert places == [(e.kind, e.surface) for e in annotate(Article("b", with_address, language="de")).entities]
    assert places


def test_an_address_alone_is_no_name():
    assert not annotate(Article("a", "https://www.example.org/Ada_Moss", language="en")).entities
