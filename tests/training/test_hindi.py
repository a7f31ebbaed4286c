"""The training of the Hindi words, in small: frozen network, word lists, a run of seconds, the arrays that it writes."""

from __future__ import annotations

import json
import random
import re
from pathlib import Path

import numpy as np
import pytest

from newsdiff.semantics import encoder
from newsdiff.semantics.taught import Words, encode_items, read_items
from training.hindi.mix import mix
from training.hindi.pairs import Pair, read_pairs
from training.hindi.word_lists import FOLDER, read_glossary

SENTENCES = [
    ("बस नदी में गिर गई", "The bus fell into the river"),
    ("स्कूल कल बंद रहेगा", "The school will be closed tomorrow"),
    ("चोर ने सोना चुराया", "The thief stole gold"),
    ("नई ट्रेन तेज है", "The new train is fast"),
    ("राजा बीमार है", "The king is ill"),
    ("मछली महंगी हो गई", "Fish has become expensive"),
]


def test_glossary_is_hindi_with_english() -> None:
    pairs = read_glossary()
    assert len(pairs) > 10_000
    for pair in pairs:
        assert re.search(r"[\u0900-\u097f]", pair.hindi), pair
        assert not re.search(r"[{}|\t]", pair.hindi), pair
        assert pair.hindi == pair.hindi.strip(), pair
        assert all(re.search(r"[A-Za-z0-9]", text) and text == text.strip() for text in pair.translations), pair
        assert not any(re.search(r"[\u0900-\u097f{}|]", text) for text in pair.translations), pair


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.tsv")), ids=lambda path: path.stem)
def test_glossary_lines_are_not_repeated(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert len(lines) == len(set(lines))


def test_verbs_take_their_patterns() -> None:
    pairs = {(pair.hindi, pair.translations) for pair in read_glossary()}
    assert ("गिरफ्तार किया गया", ("was arrested",)) in pairs
    assert ("पहुंचेगा", ("will arrive",)) in pairs


def test_parallel_files_are_read(tmp_path: Path) -> None:
    for part in ("dev", "devtest", "test"):
        (tmp_path / f"mturk-{part}.hi").write_text("नदी बहुत गहरी है\n", encoding="utf-8")
        for number in range(4):
            (tmp_path / f"mturk-{part}.en.{number}").write_text("The river is very deep\n", encoding="utf-8")
    (tmp_path / "tatoeba.hi").write_text("घर चलो\n", encoding="utf-8")
    (tmp_path / "tatoeba.en").write_text("Come home\n", encoding="utf-8")
    for code, context, question, answer in (
        ("hi", "राम घर गया। सीता आई।", "कौन आई?", "सीता"),
        *((code, "Ram went home. Sita came.", "Who came?", "Sita") for code in ("en", "de", "ar", "es", "ru", "zh")),
    ):
        paragraph = {"context": context, "qas": [{"question": question, "answers": [{"text": answer}]}]}
        data = {"data": [{"paragraphs": [paragraph]}]}
        (tmp_path / f"xquad.{code}.json").write_text(json.dumps(data), encoding="utf-8")
    wiktionary = "# a comment\nriver {n} (water) :: नदी {f} /nadī/\nto go {v} :: जाना /jānā/, चलना\nabc :: none\n"
    (tmp_path / "wiktionary.en-hi.txt").write_text(wiktionary, encoding="utf-8")
    pairs = {(pair.source, pair.hindi): pair.translations for pair in read_pairs(tmp_path)}
    assert pairs["mturk-dev", "नदी बहुत गहरी है"] == ("The river is very deep",) * 4
    assert pairs["xquad-sentence", "सीता आई।"] == ("Sita came.",) * 6
    assert pairs["xquad-answer", "सीता"] == ("Sita",) * 6
    assert pairs["wiktionary", "नदी"] == ("river",)
    assert ("wiktionary", "चलना") in pairs


def test_mixing_exchanges_known_phrases_longest_first() -> None:
    words = [
        Pair("glossary", "मंत्री", ("minister",)),
        Pair("glossary", "प्रधानमंत्री", ("prime minister",)),
        Pair("glossary", "खोलना", ("to open",)),
        Pair("glossary", "का", ("of",)),
    ]
    sentences = [
        Pair("a", "", ("The prime minister of Malta will open a bridge.",)),
        Pair("a", "", ("A bridge without any known words.",)),
    ]
    mixed = mix(sentences, words, random.Random(0), rate=1.0)
    assert [pair.hindi for pair in mixed] == ["The प्रधानमंत्री of Malta will खोलना a bridge ."]
    assert mixed[0].translations == sentences[0].translations


def test_frozen_network_gives_what_the_encoder_gives() -> None:
    torch = pytest.importorskip("torch")
    from training.hindi.network import FrozenEncoder

    texts = [english for _, english in SENTENCES] + ["Der Fluss ist tief.", "a"]
    pieces = [encoder.load_tokenizer().encode(text) for text in texts]
    vectors = encoder.piece_vectors([piece for text in pieces for piece in text])
    rows = FrozenEncoder(encoder.load_network())(torch.from_numpy(vectors), [len(text) for text in pieces])
    assert np.abs(rows.numpy() - encoder.encode(texts)).max() < 1e-5


def test_a_small_run_learns_its_sentences_and_ships_them(tmp_path: Path) -> None:
    torch = pytest.importorskip("torch")
    from training.hindi.__main__ import load, make_examples
    from training.hindi.export import export, save
    from training.hindi.train import Recipe, encode_texts, train

    torch.set_num_threads(1)
    examples = make_examples([Pair("invented", hindi, (english,)) for hindi, english in SENTENCES])
    losses: list[float] = []
    recipe = Recipe(passes=150, dimensions=16, warm_up=5)
    model = train(examples, recipe, lambda _number, loss, _model: losses.append(loss))
    assert losses[-1] < losses[0] / 2

    save(export(model.words), tmp_path / "small.npz")
    words = load(tmp_path / "small.npz")
    rows = encode_items([read_items(hindi) for hindi, _ in SENTENCES], words)
    english = encoder.encode([english for _, english in SENTENCES])
    assert (rows @ english.T).argmax(axis=1).tolist() == list(range(len(SENTENCES)))
    in_torch = encode_texts(model, [example.items for example in examples])
    assert (rows * in_torch).sum(axis=1) == pytest.approx(1, abs=0.01)
    assert isinstance(words, Words)
