"""Small Stanza models, trained by Stanza's own trainers on invented sentences, laid out as Stanza lays out its folder.

English and Italian have models of names and of grammar, Hindi of names alone; tests/cases/trained has the sentences.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import yaml

MODEL = "tiny"
TABLES = Path(__file__).parents[1] / "cases" / "trained"
_SENTENCES = 160
_STEPS = 150
_PARSER_STEPS = 70
_NO_SPACE_BEFORE = ".,?।"


@dataclass(frozen=True)
class Row:
    """A word to train on. ``contracted`` words share the token of the word before."""

    form: str
    lemma: str
    tag: str
    head: int
    relation: str
    name: str = "O"
    contracted: bool = False


@dataclass(frozen=True)
class Grammar:
    """The table of one language (tests/cases/trained)."""

    labels: dict[str, str]
    names: dict[str, list[str]]
    contractions: dict[str, str] = field(default_factory=dict)
    trees: list[str] = field(default_factory=list)
    sentences: list[str] = field(default_factory=list)


def fingerprint() -> str:
    """What tells models that were trained by this file and its tables from those of another state of them."""
    files = [Path(__file__), *sorted(TABLES.glob("*.yaml"))]
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()[:12]


def train(folder: Path) -> None:
    """Train all models and write the list that Stanza wants beside them."""
    import stanza
    import torch

    assert stanza.__version__, "imported first: its modules import one another"
    torch.set_num_threads(1)
    resources = {}
    for table in sorted(TABLES.glob("*.yaml")):
        code, grammar = table.stem, Grammar(**yaml.safe_load(table.read_text(encoding="utf-8")))
        sentences = list(_sentences(grammar))
        work = folder / "work" / code
        work.mkdir(parents=True)
        parts = ["tokenize", "ner", *(["mwt"] if grammar.contractions else [])]
        with contextlib.redirect_stdout(io.StringIO()):
            _train_tokenizer(folder, work, code, grammar, sentences)
            _train_tagger(folder, work, code, sentences)
            if grammar.trees:
                parts += ["pos", "lemma", "depparse"]
                _train_parser(folder, work, code, grammar, sentences)
        package = dict.fromkeys(parts, MODEL)
        resources[code] = {
            **{part: {MODEL: {"md5": "", "dependencies": []}} for part in parts},
            "lang_name": code,
            "default_processors": package,
            "packages": {"default": package},
        }
    (folder / "resources.json").write_text(json.dumps(resources), encoding="utf-8")


def _sentences(grammar: Grammar) -> Iterator[list[Row]]:
    pick = random.Random(7)
    trees = [[line.split() for line in tree.splitlines()] for tree in grammar.trees]
    trees += [[[form, "_", "X", "0", "root"] for form in sentence.split()] for sentence in grammar.sentences]
    for number in range(_SENTENCES):
        yield _fill(grammar, trees[number % len(trees)], pick)


def _fill(grammar: Grammar, lines: list[list[str]], pick: random.Random) -> list[Row]:
    """A sentence of a tree: names and numbers chosen, heads moved past the words that a name adds."""
    chosen = [pick.choice(grammar.names[line[0]]).split() if line[0] in grammar.names else [line[0]] for line in lines]
    starts = [1]
    for words in chosen:
        starts.append(starts[-1] + len(words))
    rows = []
    for number, (line, words) in enumerate(zip(lines, chosen, strict=True)):
        form, lemma, tag, head, relation = line
        label = grammar.labels.get(form)
        marks = ["S"] if len(words) == 1 else ["B", *"I" * (len(words) - 2), "E"]
        for place, (word, mark) in enumerate(zip(words, marks, strict=True)):
            first = place == 0
            rows.append(
                Row(
                    word,
                    word if lemma == "_" else lemma,
                    tag,
                    (starts[int(head) - 1] if int(head) else 0) if first else starts[number],
                    relation if first else "flat",
                    f"{mark}-{label}" if label else "O",
                    contracted=form == "=",
                )
            )
    return rows


def _tokens(sentence: Iterable[Row]) -> list[Row]:
    return [row for row in sentence if not row.contracted]


def _train_tokenizer(folder: Path, work: Path, code: str, grammar: Grammar, sentences: Sequence[Sequence[Row]]) -> None:
    from stanza.models import tokenizer

    text, labels = [], []
    for sentence in map(_tokens, sentences):
        for place, row in enumerate(sentence):
            last = place == len(sentence) - 1
            if place and row.form not in _NO_SPACE_BEFORE:
                text.append(" ")
                labels.append("0")
            text.append(row.form)
            end = "3" if row.form in grammar.contractions else "2" if last else "1"
            labels.append("0" * (len(row.form) - 1) + end)
        text.append("\n\n")
        labels.append("\n\n")
    (work / "text").write_text("".join(text), encoding="utf-8")
    (work / "labels").write_text("".join(labels), encoding="utf-8")
    expansions = [[[word, words.split()], 1] for word, words in grammar.contractions.items()]
    (work / "mwt.json").write_text(json.dumps(expansions), encoding="utf-8")
    files = {"txt_file": "text", "label_file": "labels", "dev_txt_file": "text", "dev_label_file": "labels"}
    options = {name: str(work / file) for name, file in {**files, "mwt_json_file": "mwt.json"}.items()}
    options |= {"lang": code, "steps": str(_STEPS), "eval_steps": str(10 * _STEPS), "batch_size": "16"}
    tokenizer.main([*_arguments(options, folder, code, "tokenize"), "--cpu"])


def _train_tagger(folder: Path, work: Path, code: str, sentences: Sequence[Sequence[Row]]) -> None:
    from stanza.models import ner_tagger

    tagged = [[{"text": row.form, "ner": row.name} for row in _tokens(sentence)] for sentence in sentences]
    (work / "tagged.json").write_text(json.dumps(tagged), encoding="utf-8")
    options = {"train_file": str(work / "tagged.json"), "eval_file": str(work / "tagged.json"), "optim": "adam"}
    options |= {"max_steps": str(_STEPS), "eval_interval": "50", "lr": "0.01"}
    options |= {"hidden_dim": "32", "char_hidden_dim": "16", "word_emb_dim": "16", "char_emb_dim": "16"}
    ner_tagger.main([*_arguments(options, folder, code, "ner"), "--no_pretrain", "--cpu"])


def _train_parser(folder: Path, work: Path, code: str, grammar: Grammar, sentences: Sequence[Sequence[Row]]) -> None:
    """Train what expands contractions, tells parts of speech and dictionary forms, and parses."""
    from stanza.models import lemmatizer, mwt_expander, parser, tagger

    (work / "train.conllu").write_text("".join(_conllu(grammar, each) for each in sentences), encoding="utf-8")
    trained = str(work / "train.conllu")
    files = {"train_file": trained, "eval_file": trained}
    if grammar.contractions:
        options = {**files, "gold_file": trained, "lang": code}
        mwt_expander.main([*_arguments(options, folder, code, "mwt"), "--dict_only", "--cpu"])
    lemmatizer.main([*_arguments(files, folder, code, "lemma"), "--dict_only", "--cpu"])
    sizes = {
        "hidden_dim": "48",
        "char_hidden_dim": "16",
        "word_emb_dim": "24",
        "char_emb_dim": "16",
        "tag_emb_dim": "16",
    }
    sizes |= {"deep_biaff_hidden_dim": "48", "word_cutoff": "1", "transformed_dim": "24", "num_layers": "1"}
    steps = {"max_steps": str(_PARSER_STEPS), "eval_interval": str(_PARSER_STEPS)}
    small = {
        **files,
        **sizes,
        **steps,
        "lang": code,
        "lr": "0.01",
        "optim": "adam",
        "word_dropout": "0",
        "dropout": "0.1",
    }
    tagging = {**small, "batch_size": "20"}
    tagger.main([*_arguments(tagging, folder, code, "pos"), "--no_pretrain", "--fix_eval_interval", "--cpu"])
    wide = {**small, "deep_biaff_output_dim": "48", "batch_size": "300"}
    parser.main([*_arguments(wide, folder, code, "depparse"), "--no_pretrain", "--no_checkpoint", "--cpu"])


def _conllu(grammar: Grammar, sentence: Sequence[Row]) -> str:
    lines = []
    for number, row in enumerate(sentence, 1):
        parts = grammar.contractions.get(row.form, row.form).split()
        if len(parts) > 1:
            lines.append(f"{number}-{number + len(parts) - 1}\t{row.form}" + "\t_" * 8)
        form = row.form if row.form != "=" else grammar.contractions[sentence[number - 2].form].split()[1]
        cells = (str(number), parts[0] if row.form != "=" else form, row.lemma, row.tag, "_", "_")
        lines.append("\t".join((*cells, str(row.head), row.relation, "_", "_")))
    return "\n".join([*lines, "", ""])


def _arguments(options: dict[str, str], folder: Path, code: str, part: str) -> list[str]:
    placed = {"save_dir": str(folder / code / part), "save_name": f"{MODEL}.pt", "shorthand": f"{code}_{MODEL}"}
    return [piece for name, value in {**options, **placed}.items() for piece in (f"--{name}", value)]
