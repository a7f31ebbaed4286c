"""Silver labels on parallel texts: what the versions of one article agree on.

What belongs here: tagging text without labels with a first tagger, and keeping only what independent versions bear out.
Names in the Latin-script versions vote on each name they share; what most agree on holds throughout the article, and is
looked for, by the likeness of its consonants, in the Arabic, Hindi and Russian versions of the same sentence. Sentences
with a doubtful name, or a person who could not be placed, are left out.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from anyascii import anyascii
from rapidfuzz.fuzz import ratio

from newsdiff.annotate.sentences import split_sentences
from newsdiff.annotate.tagger import KINDS, TaggedSpan, Tagger
from newsdiff.annotate.tokens import tokenize
from training.tagger.annotators import TRUST, annotate_lines
from training.tagger.corpus import LONGEST, Labelled, tags_of

LATIN = ("en", "it", "de", "es", "fr", "nl", "pt", "pl")
OTHERS = ("ar", "hi", "ru")
TAUGHT = frozenset({"ru"})
LEAST_PRESENT = 3
SURE, DOUBTFUL = 0.6, 0.35
SURE_ELSEWHERE = 0.75
BOTH, CONTESTED = 0.95, 0.5
LEAST_LIKENESS = {"ar": 76.0, "hi": 76.0, "ru": 78.0}
SHORTEST = 4

_KIND = {name: kind for kind, name in KINDS.items()}
_ALIKE = (("ph", "f"), ("sh", "s"), ("th", "t"), ("kh", "k"), ("ch", "s"), ("p", "b"), ("v", "f"), ("g", "j"), ("c", "k"),
          ("q", "k"), ("z", "s"), ("x", "ks"), ("h", ""), ("d", "t"), ("w", ""))  # fmt: skip
_ARABIC_PARTICLES = re.compile(r"^(?:wal|bal|lal|al|w|b|l|f|k)")

Line = tuple[str, ...]
Span = tuple[int, int, str]


@dataclass(slots=True)
class Version:
    """An article in one language: its lines in tokens, their folded forms, and what the tagger finds."""

    lines: list[Line]
    folded: list[Line]
    found: list[tuple[TaggedSpan, ...]]


@dataclass(slots=True)
class Agreement:
    """Folded names with the kind that most versions give them, and those that most versions do not tag."""

    kinds: dict[str, str] = field(default_factory=dict)
    refuted: set[str] = field(default_factory=set)


Article = Mapping[str, Sequence[str]]


def read_news(folder: Path) -> Iterator[Article]:
    """Yield each folder of ``<language>.txt`` as its lines by language, which stand for each other line by line."""
    for article in sorted(path for path in folder.iterdir() if path.is_dir()):
        paths = [(language, article / f"{language}.txt") for language in (*LATIN, *OTHERS)]
        yield {language: path.read_text(encoding="utf-8").splitlines() for language, path in paths if path.exists()}


def read_passages(folder: Path) -> Iterator[Article]:
    """Yield each article of ``xquad.<language>.json`` as its sentences by language.

    A passage that a version cuts into more or fewer sentences than the English one is left blank in that version.
    """
    read = {}
    for language in (*LATIN, *OTHERS):
        path = folder / f"xquad.{language}.json"
        if path.exists():
            read[language] = json.loads(path.read_text(encoding="utf-8"))["data"]
    for number in range(len(read.get("en", ()))):
        article: dict[str, list[str]] = {language: [] for language in read}
        for place in range(len(read["en"][number]["paragraphs"])):
            cut = {
                language: _sentences(data[number]["paragraphs"][place]["context"], language)
                for language, data in read.items()
            }
            for language, sentences in cut.items():
                same = len(sentences) == len(cut["en"])
                article[language] += sentences if same else [""] * len(cut["en"])
        yield article


def _sentences(text: str, language: str) -> list[str]:
    return [text[sentence.start : sentence.end] for sentence in split_sentences(text.strip("\ufeff"), language)]


def make_silver(articles: Iterable[Article], tagger: Tagger, weight: float) -> list[Labelled]:
    """Return silver sentences of every article."""
    made: list[Labelled] = []
    for article in articles:
        versions = {language: _read(language, lines, tagger) for language, lines in article.items()}
        agreement = _agree({language: versions[language] for language in LATIN if language in versions})
        for language, version in versions.items():
            for number in range(len(version.lines)):
                if language in TAUGHT:
                    spans = _add_own(version, number, [], SURE, set())
                elif language in LATIN:
                    spans = _label_latin(version, number, agreement)
                else:
                    wanted = _names_of_line(versions, number, agreement)
                    spans = _label_other(language, version, number, wanted)
                tokens = version.lines[number]
                if spans is not None and SHORTEST <= len(tokens) <= LONGEST:
                    made.append(Labelled(language, tokens, tags_of(len(tokens), spans), weight))
    return made


def _read(language: str, texts: Sequence[str], tagger: Tagger) -> Version:
    lines = [tuple(t.surface for t in tokenize(line)) for line in texts]
    found = tagger.tag(lines)
    taught = annotate_lines(language, lines)
    if taught is not None:
        found = [weigh(own, others, TRUST[language]) for own, others in zip(found, taught, strict=True)]
    return Version(lines, [tuple(_fold(token) for token in line) for line in lines], found)


def weigh(own: Sequence[TaggedSpan], taught: set[Span], trust: float) -> tuple[TaggedSpan, ...]:
    """Put together what the tagger and a teacher find: what both do is sure, what the teacher does is as sure as we trust it.

    What the tagger alone finds is in doubt: it may know an organisation that the teacher does not.
    """
    mine = {(span.first, span.last + 1, _KIND[span.kind]): span for span in own}
    both = [TaggedSpan(KINDS[kind], first, end - 1, BOTH if (first, end, kind) in mine else trust)
            for first, end, kind in taught]  # fmt: skip
    alone = [
        replace(span, score=min(span.score, CONTESTED))
        for place, span in mine.items()
        if not any(place[0] < end and place[1] > first for first, end, _ in taught)
    ]
    return tuple(sorted([*both, *alone], key=lambda span: span.first))


def _fold(token: str) -> str:
    return re.sub(r"\W", "", anyascii(token).lower())


def _agree(versions: dict[str, Version]) -> Agreement:
    votes: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    texts = {}
    for language, version in versions.items():
        texts[language] = " " + " | ".join(" ".join(line) for line in version.folded) + " "
        for line, spans in zip(version.folded, version.found, strict=True):
            for span in spans:
                words = line[span.first : span.last + 1]
                name = " ".join(words)
                if len(name) > 1 and all(words) and span.score >= DOUBTFUL:
                    votes[name][_KIND[span.kind]].add(language)
    agreement = Agreement()
    for name, kinds in votes.items():
        present = sum(f" {name} " in text for text in texts.values())
        kind = max(sorted(kinds), key=lambda k: len(kinds[k]))
        if present >= LEAST_PRESENT and 2 * len(kinds[kind]) >= present:
            agreement.kinds[name] = kind
        elif present >= LEAST_PRESENT and 3 * len(set().union(*kinds.values())) <= present:
            agreement.refuted.add(name)
    for name, kind in list(agreement.kinds.items()):
        surname = name.rpartition(" ")[2]
        if kind == "PER" and len(surname) > 3:
            agreement.kinds.setdefault(surname, "PER")
    return agreement


def _matches(version: Version, number: int, agreement: Agreement) -> Iterator[Span]:
    """Yield the agreed names of a line, longest first."""
    folded, tokens = version.folded[number], version.lines[number]
    taken: set[int] = set()
    for name in sorted(agreement.kinds, key=lambda n: (-n.count(" "), -len(n), n)):
        parts = tuple(name.split())
        for first in range(len(folded) - len(parts) + 1):
            end = first + len(parts)
            if folded[first:end] == parts and tokens[first][:1].isupper() and taken.isdisjoint(range(first, end)):
                taken.update(range(first, end))
                yield first, end, agreement.kinds[name]


def _label_latin(version: Version, number: int, agreement: Agreement) -> list[Span] | None:
    spans = list(_matches(version, number, agreement))
    return _add_own(version, number, spans, SURE, agreement.refuted)


def _add_own(version: Version, number: int, spans: list[Span], sure: float, refuted: set[str]) -> list[Span] | None:
    """Add what the tagger found and nobody contests; None where it is in doubt."""
    for span in version.found[number]:
        first, end = span.first, span.last + 1
        name = " ".join(version.folded[number][first:end])
        if name in refuted or any(a < end and b > first for a, b, _ in spans):
            continue
        if span.score >= sure:
            spans.append((first, end, _KIND[span.kind]))
        elif span.score >= DOUBTFUL:
            return None
    return sorted(spans)


def _names_of_line(versions: dict[str, Version], number: int, agreement: Agreement) -> dict[str, str]:
    """Return the agreed names that at least two Latin versions have in this line, longest first."""
    count: dict[str, int] = defaultdict(int)
    for language in LATIN:
        if language in versions and number < len(versions[language].lines):
            version = versions[language]
            for name in {" ".join(version.folded[number][a:b]) for a, b, _ in _matches(version, number, agreement)}:
                count[name] += 1
    wanted = sorted((name for name, seen in count.items() if seen >= 2), key=lambda n: (-len(n), n))
    return {name: agreement.kinds[name] for name in wanted}


def _label_other(language: str, version: Version, number: int, wanted: dict[str, str]) -> list[Span] | None:
    tokens, folded = version.lines[number], version.folded[number]
    spans: list[Span] = []
    for name, kind in wanted.items():
        place = _best_window(language, folded, name, spans)
        if place is not None:
            spans.append((*place, kind))
        elif kind == "PER" and not any(name != other and f" {name} " in f" {other} " for other in wanted):
            return None
    return _add_own(version, number, spans, SURE_ELSEWHERE, set()) if tokens else None


def _best_window(language: str, folded: Sequence[str], name: str, taken: Sequence[Span]) -> tuple[int, int] | None:
    """Return the tokens most like the name, if they are like it enough."""
    words = name.count(" ") + 1
    target = _skeleton(name)
    best: tuple[float, int, int] = (0.0, 0, 0)
    for first in range(len(folded)):
        for width in (words, words + 1, words - 1):
            end = first + width
            if width < 1 or end > len(folded) or not all(folded[first:end]):
                continue
            if any(a < end and b > first for a, b, _ in taken):
                continue
            forms = ["".join(folded[first:end])]
            if language == "ar":
                forms.append(_ARABIC_PARTICLES.sub("", folded[first]) + "".join(folded[first + 1 : end]))
            for form in forms:
                likeness = ratio(target, _skeleton(form)) - 2 * abs(width - words)
                best = max(best, (likeness - (20 if len(target) <= 3 and likeness < 100 else 0), first, end))
    if len(target) < 2 or best[0] < LEAST_LIKENESS[language]:
        return None
    return best[1], best[2]


def _skeleton(text: str) -> str:
    """Return the consonants of a romanised name, with those that scripts confuse made one."""
    text = re.sub(r"[^a-z]", "", text)
    for written, alike in _ALIKE:
        text = text.replace(written, alike)
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiouy]", "", text))
