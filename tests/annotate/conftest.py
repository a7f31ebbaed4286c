"""What the tests of engines share: small Stanza models, trained by Stanza's own trainers on invented sentences."""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import os
import random
import shutil
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

import pytest

MODEL = "tiny"
_SENTENCES = 120
_STEPS = 150
_NO_SPACE_BEFORE = ".,?।"


@dataclass(frozen=True)
class Grammar:
    """Sentences to train on: templates of words, where P, O and L stand for a person, an organization and a place."""

    templates: tuple[str, ...]
    names: dict[str, tuple[str, ...]]
    labels: dict[str, str]
    contractions: dict[str, str]


GRAMMARS = {
    "en": Grammar(
        templates=("P works for O in L .", "O has hired P , it said .", "Did P leave L ?"),
        names={
            "P": ("Mara Ostrowell", "Tobin Haskard", "Elin Vastra", "Oren Pfeil"),
            "O": ("Nordkraft", "Velmora", "Castrix"),
            "L": ("Lindhaven", "Porto Greve", "Bramstead"),
        },
        labels={"P": "PERSON", "O": "ORG", "L": "GPE"},
        contractions={},
    ),
    "it": Grammar(
        templates=("P lavora per la O della città di L .", "La O ha assunto P .", "P ha lasciato la sede della O ?"),
        names={
            "P": ("Rosa Gallini", "Ugo Tarvesi", "Lia Pontero"),
            "O": ("Velmora", "Castrix", "Ferrantia"),
            "L": ("Valmora", "Porto Greve"),
        },
        labels={"P": "PER", "O": "ORG", "L": "LOC"},
        contractions={"della": "di la"},
    ),
    "hi": Grammar(
        templates=("P ने O के लिए L में काम किया ।", "O ने P को चुना ।", "P कल L गए ।"),
        names={
            "P": ("रेखा सोलंकी", "अमन वर्धन", "नीरा"),
            "O": ("वेलमोरा", "कास्ट्रिक्स"),
            "L": ("लिंडपुर", "ब्रामगढ़"),
        },
        labels={"P": "NEP", "O": "NEO", "L": "NEL"},
        contractions={},
    ),
}


@pytest.fixture(scope="session")
def stanza_folder(request):
    """A folder of resources with models for en, it and hi, trained once and kept in pytest's cache between runs."""
    if find_spec("stanza") is None:
        pytest.skip("Stanza is not installed")
    key = hashlib.sha256(Path(__file__).read_bytes()).hexdigest()[:12]
    cache = request.config.cache.mkdir(f"stanza-{version('stanza')}")
    if not (cache / key).is_dir():
        unfinished = cache / f"{key}.{os.getpid()}"
        shutil.rmtree(unfinished, ignore_errors=True)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            train(unfinished)
        if (cache / key).is_dir():
            shutil.rmtree(unfinished)
        else:
            unfinished.rename(cache / key)
    return cache / key


def train(folder: Path) -> None:
    """Train a tokenizer and a tagger a language, and what expands its contractions."""
    import stanza
    import torch

    assert stanza.__version__, "imported first: its modules import one another"
    torch.set_num_threads(1)
    resources = {}
    for code, grammar in GRAMMARS.items():
        sentences = list(_sentences(grammar))
        work = folder / "work" / code
        work.mkdir(parents=True)
        with contextlib.redirect_stdout(io.StringIO()):
            _train_tokenizer(folder, work, code, grammar, sentences)
            _train_tagger(folder, work, code, sentences)
            if grammar.contractions:
                _train_expander(folder, work, code, grammar, sentences)
        parts = ["tokenize", "ner", *(["mwt"] if grammar.contractions else [])]
        package = dict.fromkeys(parts, MODEL)
        resources[code] = {
            **{part: {MODEL: {"md5": "", "dependencies": []}} for part in parts},
            "lang_name": code,
            "default_processors": package,
            "packages": {"default": package},
        }
    (folder / "resources.json").write_text(json.dumps(resources), encoding="utf-8")


def _sentences(grammar: Grammar) -> Iterator[list[tuple[str, str]]]:
    pick = random.Random(7)
    for _ in range(_SENTENCES):
        sentence: list[tuple[str, str]] = []
        for word in pick.choice(grammar.templates).split():
            if word not in grammar.labels:
                sentence.append((word, "O"))
                continue
            name, label = pick.choice(grammar.names[word]).split(), grammar.labels[word]
            marks = ["S"] if len(name) == 1 else ["B", *"I" * (len(name) - 2), "E"]
            sentence += [(part, f"{mark}-{label}") for part, mark in zip(name, marks, strict=True)]
        yield sentence


def _train_tokenizer(
    folder: Path, work: Path, code: str, grammar: Grammar, sentences: Sequence[Sequence[tuple[str, str]]]
) -> None:
    from stanza.models import tokenizer

    text, labels = [], []
    for sentence in sentences:
        for place, (word, _) in enumerate(sentence):
            last = place == len(sentence) - 1
            if place and word not in _NO_SPACE_BEFORE:
                text.append(" ")
                labels.append("0")
            text.append(word)
            end = "3" if word in grammar.contractions else "2" if last else "1"
            labels.append("0" * (len(word) - 1) + end)
        text.append("\n\n")
        labels.append("\n\n")
    (work / "text").write_text("".join(text), encoding="utf-8")
    (work / "labels").write_text("".join(labels), encoding="utf-8")
    expansions = [[[word, words.split()], 1] for word, words in grammar.contractions.items()]
    (work / "mwt.json").write_text(json.dumps(expansions), encoding="utf-8")
    files = {"txt_file": "text", "label_file": "labels", "dev_txt_file": "text", "dev_label_file": "labels"}
    options = {name: str(work / file) for name, file in {**files, "mwt_json_file": "mwt.json"}.items()}
    options |= {
        "lang": code,
        "shorthand": f"{code}_{MODEL}",
        "steps": str(_STEPS),
        "eval_steps": str(10 * _STEPS),
        "batch_size": "16",
    }
    tokenizer.main([*_arguments(options, folder / code / "tokenize"), "--cpu"])


def _train_tagger(folder: Path, work: Path, code: str, sentences: Sequence[Sequence[tuple[str, str]]]) -> None:
    from stanza.models import ner_tagger

    tagged = [[{"text": word, "ner": tag} for word, tag in sentence] for sentence in sentences]
    (work / "tagged.json").write_text(json.dumps(tagged), encoding="utf-8")
    options = {"train_file": str(work / "tagged.json"), "eval_file": str(work / "tagged.json"), "optim": "adam"}
    options |= {"shorthand": f"{code}_{MODEL}", "max_steps": str(_STEPS), "eval_interval": "50", "lr": "0.01"}
    options |= {"hidden_dim": "32", "char_hidden_dim": "16", "word_emb_dim": "16", "char_emb_dim": "16"}
    ner_tagger.main([*_arguments(options, folder / code / "ner"), "--no_pretrain", "--cpu"])


def _train_expander(
    folder: Path, work: Path, code: str, grammar: Grammar, sentences: Sequence[Sequence[tuple[str, str]]]
) -> None:
    from stanza.models import mwt_expander

    lines = []
    for sentence in sentences:
        number = 0
        for word, _ in sentence:
            parts = grammar.contractions.get(word, word).split()
            if len(parts) > 1:
                lines.append(f"{number + 1}-{number + len(parts)}\t{word}" + "\t_" * 8)
            for part in parts:
                head = number and 1
                lines.append(f"{number + 1}\t{part}\t{part}\tX\t_\t_\t{head}\t{'dep' if head else 'root'}\t_\t_")
                number += 1
        lines.append("")
    (work / "train.conllu").write_text("\n".join([*lines, ""]), encoding="utf-8")
    options = {name: str(work / "train.conllu") for name in ("train_file", "eval_file", "gold_file")}
    options |= {"lang": code, "shorthand": f"{code}_{MODEL}"}
    mwt_expander.main([*_arguments(options, folder / code / "mwt"), "--dict_only", "--cpu"])


def _arguments(options: dict[str, str], folder: Path) -> list[str]:
    options = {**options, "save_dir": str(folder), "save_name": f"{MODEL}.pt"}
    return [part for name, value in options.items() for part in (f"--{name}", value)]
