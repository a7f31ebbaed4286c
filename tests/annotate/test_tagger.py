"""The tagger: what the shipped weights find, and what holds for any weights."""

from __future__ import annotations

import hashlib
import re
import time
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

import newsdiff
from newsdiff.annotate.tagger import KINDS, TaggedSpan, tag
from newsdiff.annotate.tagger_agreement import agree
from newsdiff.annotate.tagger_decoding import PLAIN_MARGIN, TAGS, Decoder
from newsdiff.annotate.tagger_features import word_features
from newsdiff.annotate.tagger_network import Network
from newsdiff.annotate.tokens import tokenize
from newsdiff.semantics.encoder import load_network, load_tokenizer

MODELS = Path(newsdiff.__file__).parent / "models"
CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "tagger.yaml").read_text(encoding="utf-8"))
WORDS = st.lists(st.lists(st.text(min_size=1, max_size=8).filter(str.strip), max_size=8), max_size=4)


def surfaces(text: str) -> list[str]:
    return [token.surface for token in tokenize(text)]


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(case, id=case["text"][:40], marks=[pytest.mark.xfail(strict=True)] if case.get("missed") else [])
        for case in CASES
    ],
)
def test_names_of_the_table_are_found(case):
    tokens = surfaces(case["text"])
    (spans,) = tag([tokens])
    found = {(span.kind, " ".join(tokens[span.first : span.last + 1])) for span in spans}
    for kind in KINDS.values():
        for name in case.get(kind, []):
            assert (kind, " ".join(surfaces(name))) in found
        for name in case.get(f"not_{kind}", []):
            assert (kind, " ".join(surfaces(name))) not in found


@given(WORDS)
@settings(max_examples=40)
def test_spans_are_in_order_apart_and_scored(sentences):
    tagged = tag(sentences)
    assert len(tagged) == len(sentences)
    for tokens, spans in zip(sentences, tagged, strict=True):
        last = -1
        for span in spans:
            assert last < span.first <= span.last < len(tokens)
            assert span.kind in KINDS.values()
            assert 0 < span.score < 1
            last = span.last


def test_nothing_has_no_entities():
    assert tag([]) == []
    assert tag([[], []]) == [(), ()]


def test_a_sentence_too_long_for_one_piece_keeps_its_places():
    tokens = ["und"] * 450 + surfaces("sagte Helga Brandauer in Berlin")
    (spans,) = tag([tokens])
    assert TaggedSpan("person", 451, 452, spans[0].score) in spans


def test_the_other_sentences_tell_what_a_lone_surname_is():
    lone = surfaces("Kestner shares the view.")
    helped = tag(
        [surfaces("Marta Kestner leads the inquiry."), lone, surfaces("The inquiry is led by Marta Kestner.")]
    )[1]
    assert ("person", 0, 0) in {(span.kind, span.first, span.last) for span in helped}


def test_agreement_leaves_words_alone_that_occur_once_or_in_small_letters():
    rows = np.random.default_rng(0).normal(size=(3, len(TAGS))).astype(np.float32)
    (same,) = agree([["Ada", "und", "und"]], [rows])
    assert np.array_equal(same, rows)


def test_decoder_solves_a_chain_like_trying_every_path():
    rng = np.random.default_rng(1)
    transitions = rng.normal(size=(len(TAGS), len(TAGS))).astype(np.float32)
    opening = rng.normal(size=len(TAGS)).astype(np.float32)
    for length in (1, 2, 4):
        scores = rng.normal(size=(length, len(TAGS))).astype(np.float32)
        paths = [path for path in np.ndindex(*[len(TAGS)] * length) if allowed(path)]
        weights = np.array([np.exp(path_score(path, scores, transitions, opening)) for path in paths])
        best = paths[int(weights.argmax())]
        (spans,) = Decoder(transitions, opening).spans([scores])
        assert {(s.first, s.last, s.kind) for s in spans} == entities(best)
        for span in spans:
            holding = np.array([(span.first, span.last, span.kind) in entities(path) for path in paths])
            assert span.probability == pytest.approx(weights[holding].sum() / weights.sum(), abs=1e-4)


@given(st.integers(0, 10_000), st.integers(1, 4))
@settings(max_examples=60)
def test_decoder_leaves_out_no_stretch_that_has_a_name(seed, length):
    rng = np.random.default_rng(seed)
    transitions = rng.normal(size=(len(TAGS), len(TAGS))).astype(np.float32)
    opening = rng.normal(size=len(TAGS)).astype(np.float32)
    scores = np.zeros((length, len(TAGS)), np.float32)
    scores[:, 0] = rng.uniform(0, PLAIN_MARGIN, size=length)
    paths = [path for path in np.ndindex(*[len(TAGS)] * length) if allowed(path)]
    best = max(paths, key=lambda path: path_score(path, scores, transitions, opening))
    (spans,) = Decoder(transitions, opening).spans([scores])
    assert {(s.first, s.last, s.kind) for s in spans} == entities(best)


@pytest.fixture(scope="module")
def new_network():
    with np.load(MODELS / "tagger.npz", allow_pickle=False) as weights:
        arrays = {name: weights[name] for name in weights.files}
    return lambda: Network(arrays, load_tokenizer(), load_network())


def test_sentences_read_together_see_nothing_of_one_another(new_network):
    network = new_network()
    sentences = [surfaces("Ada Moss sang."), surfaces("Oslo"), surfaces("Leeds United signed Ivo Brandt in Porto.")]
    for tokens, rows in zip(sentences, network.scores(sentences), strict=True):
        (alone,) = network.scores([tokens])
        assert rows.shape == (len(tokens), len(TAGS))
        assert np.allclose(rows, alone, atol=1e-4)


def test_a_word_is_what_it_is_whether_it_was_met_before_or_not(new_network):
    network = new_network()
    tokens = surfaces("Karolina Wrona wróciła do Gdyni, a Wrony nikt nie widział: ☃")
    network.scores([tokens[:1], ["Wronach", "☃"]])
    (later,) = network.scores([tokens])
    (first,) = new_network().scores([tokens])
    assert np.allclose(first, later, atol=1e-4)


def test_threads_at_once_do_not_mix_up_their_words(new_network, monkeypatch):
    first, second = new_network(), new_network()
    lines = [[["Ada", "Brandt", "came", "."]], [["Norval", "beat", "Orvik", "twice"]]]
    alone = [second.scores(line)[0] for line in lines]

    def linger(word, tokenizer):
        time.sleep(0.02)
        return word_features(word, tokenizer)

    monkeypatch.setattr("newsdiff.annotate.tagger_features.word_features", linger)
    with ThreadPoolExecutor(len(lines)) as threads:
        list(threads.map(first.scores, lines))
    for line, rows in zip(lines, alone, strict=True):
        np.testing.assert_allclose(first.scores(line)[0], rows, atol=1e-4)


def test_words_are_read_anew_when_there_is_no_more_room_for_them(new_network, monkeypatch):
    monkeypatch.setattr("newsdiff.annotate.tagger_network._MOST_CACHED", 4)
    network = new_network()
    sentences = [
        surfaces("Ada Moss sang in Oslo."),
        surfaces("Ivo sang."),
        surfaces("Ada Moss met Ivo Brandt in Porto."),
    ]
    for tokens in sentences:
        (rows,) = network.scores([tokens])
        (same,) = new_network().scores([tokens])
        assert np.allclose(rows, same, atol=1e-4)


def test_decoder_cuts_a_sentence_at_plain_words_without_changing_the_answer():
    rng = np.random.default_rng(2)
    transitions = rng.normal(scale=0.3, size=(len(TAGS), len(TAGS))).astype(np.float32)
    scores = rng.normal(scale=2, size=(9, len(TAGS))).astype(np.float32)
    scores[[2, 5, 6], 0] += 40
    whole = Decoder(transitions, np.zeros(len(TAGS), np.float32)).spans([scores])[0]
    parts = [s for a, b in ((0, 2), (3, 5), (7, 9)) for s in whole if a <= s.first and s.last < b]
    assert parts == whole
    assert all(0 < span.probability < 1 for span in whole)


def allowed(path: tuple[int, ...]) -> bool:
    names = [TAGS[tag_] for tag_ in path]
    return all(not b.startswith("I") or a[1:] == b[1:] for a, b in zip(["O", *names], names, strict=False))


def path_score(path: tuple[int, ...], scores: np.ndarray, transitions: np.ndarray, opening: np.ndarray) -> float:
    steps = sum(transitions[a, b] for a, b in pairwise(path))
    return float(opening[path[0]] + steps + sum(scores[place, tag_] for place, tag_ in enumerate(path)))


def entities(path: tuple[int, ...]) -> set[tuple[int, int, str]]:
    found: list[tuple[int, int, str]] = []
    for place, number in enumerate(path):
        name = TAGS[number]
        if name.startswith("B"):
            found.append((place, place, name[2:]))
        elif name.startswith("I"):
            found[-1] = (found[-1][0], place, name[2:])
    return set(found)


def test_card_names_the_bytes_that_ship():
    shipped = hashlib.sha256((MODELS / "tagger.npz").read_bytes()).hexdigest()
    assert re.findall(r"[0-9a-f]{64}", (MODELS / "tagger.md").read_text(encoding="utf-8")) == [shipped]


def test_weights_are_small_and_hold_no_pickled_objects():
    assert (MODELS / "tagger.npz").stat().st_size < 20_000_000
    with np.load(MODELS / "tagger.npz", allow_pickle=False) as weights:
        assert all(weights[name].dtype.kind in "if" for name in weights.files)
