"""How good a tagger is on labelled sentences: exact spans, per kind.

What belongs here: scoring alone. Sentences are joined with spaces and cut anew, as a reader of plain text would.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from newsdiff.annotate.tagger import KINDS, Tagger, load_tagger
from newsdiff.annotate.tokens import skip_addresses, tokenize
from training.tagger.corpus import Labelled, spans_of

Spans = set[tuple[int, int, str]]


def read_raw(path: Path) -> list[tuple[str, Spans]]:
    """Return each sentence's text and its entities as (start, end, kind) in code points."""
    found: list[tuple[str, Spans]] = []
    tokens: list[str] = []
    tags: list[str] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith("# ") and "\t" not in line:
            continue
        if line.strip():
            token, tag = line.split("\t")[:2]
            tokens.append(token)
            tags.append(tag)
        elif tokens:
            found.append((" ".join(tokens), _character_spans(tokens, tags)))
            tokens, tags = [], []
    return found


def _character_spans(tokens: Sequence[str], tags: Sequence[str]) -> Spans:
    starts, place = [], 0
    for token in tokens:
        starts.append(place)
        place += len(token) + 1
    return {(starts[a], starts[b - 1] + len(tokens[b - 1]), kind) for a, b, kind in spans_of(tags)}


def find(tagger: Tagger, texts: Sequence[str]) -> list[Spans]:
    """Return the entities of each text, read on its own."""
    short = {name: kind for kind, name in KINDS.items()}
    found: list[Spans] = []
    for text in texts:
        tokens = skip_addresses(tokenize(text))
        (entities,) = tagger.tag([[token.surface for token in tokens]])
        found.append({(tokens[e.first].start, tokens[e.last].end, short[e.kind]) for e in entities})
    return found


def f_scores(pairs: Iterable[tuple[Spans, Spans]]) -> dict[str, tuple[float, float, float]]:
    """Return precision, recall and F1 per kind and in all, from (expected, found)."""
    right: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    got: Counter[str] = Counter()
    for expected, found in pairs:
        for counter, spans in ((wanted, expected), (got, found), (right, expected & found)):
            counter.update(kind for *_, kind in spans)
            counter["all"] += len(spans)
    scores = {}
    for kind in (*KINDS, "all"):
        precision = right[kind] / got[kind] if got[kind] else 0.0
        recall = right[kind] / wanted[kind] if wanted[kind] else 0.0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        scores[kind] = (precision, recall, f1)
    return scores


def measure_held_out(tagger: Tagger, sentences: Sequence[Labelled]) -> dict[str, dict[str, tuple[float, float, float]]]:
    """Return the scores per language of sentences in the product's own tokens."""
    short = {name: kind for kind, name in KINDS.items()}
    pairs: dict[str, list[tuple[Spans, Spans]]] = {}
    for sentence in sentences:
        spans = {(s.first, s.last + 1, short[s.kind]) for s in tagger.tag([sentence.tokens])[0]}
        pairs.setdefault(sentence.language, []).append((set(sentence.spans), spans))
    return {language: f_scores(found) for language, found in sorted(pairs.items())}


def main(arguments: Sequence[str]) -> None:
    """Print a line a file for the shipped tagger: ``python -m training.tagger.measure FILE...``."""
    tagger = load_tagger()
    for name in arguments:
        sentences = read_raw(Path(name))
        began = time.perf_counter()
        found = find(tagger, [text for text, _ in sentences])
        seconds = time.perf_counter() - began
        scores = f_scores(zip((spans for _, spans in sentences), found, strict=True))
        tokens = sum(text.count(" ") + 1 for text, _ in sentences)
        line = "  ".join(f"{kind} P {p:.3f} R {r:.3f} F1 {f:.3f}" for kind, (p, r, f) in scores.items())
        print(f"{Path(name).stem}: {line}  {tokens / seconds:.0f} tokens/s")


if __name__ == "__main__":
    main(sys.argv[1:])
