"""Statements: whole sentences that say something, for what no figure, date or name can show."""

from __future__ import annotations

from functools import cache

from newsdiff.kinds.kind import Comparison, SlotKind
from newsdiff.kinds.quotations import read_quotations
from newsdiff.lang import load_pack
from newsdiff.lang.boilerplate import is_boilerplate
from newsdiff.model import Claim, Document, Reason, Sentence, Span, Statement

FEWEST_WORDS = 8
"""Words of the shortest sentence that is taken for a statement."""
QUOTED = 0.5
"""Share of a sentence within quotations from which on it is a quotation, not a statement."""
ALIKE = 0.6
"""Share of their words that two sentences of one language have in common where one is the other denied."""
SAME = Comparison("equal", Reason("same_statement", "the same statement"))
_ASKING = ("?", "؟", "？")
_MARKS = " .,;:!?()[]{}«»‹›“”„‟‘’\"'–—-।،؛؟…"


def extract(document: Document) -> tuple[Claim, ...]:
    """Every sentence that ends like one, each once: no headline, no boilerplate, no quotation with its speaker."""
    seen: set[str] = set()
    claims = []
    quoted = [found.span for found in read_quotations(document)]
    for sentence in document.sentences:
        text = document.text[sentence.start : sentence.end]
        folded = " ".join(_words(text))
        if folded in seen or not _states(document, sentence, text) or _is_quoted(sentence.span, quoted):
            continue
        seen.add(folded)
        claims.append(Claim(document.article.id, "statement", sentence.span, text, state(text, sentence.language)))
    return tuple(claims)


def comparable(_one: Statement, _other: Statement) -> bool:
    """Any two sentences may say the same."""
    return True


def compare(one: Statement, other: Statement) -> Comparison:
    """The same said in other words; or, where two sentences of one language are alike but for a negation, its opposite.

    Between languages a negation proves nothing: a translator writes "remained closed" for "did not open".
    """
    if one.language == other.language and bool(one.negations) != bool(other.negations):
        ours, theirs = (set(_words(value.text)) - set(value.negations) for value in (one, other))
        if len(ours & theirs) >= ALIKE * len(ours | theirs):
            return Comparison("unknown", Reason("negation", "one sentence denies what the other says"))
    return SAME


def describe(value: Statement) -> str:
    """The sentence."""
    return value.text


def key(_value: Statement) -> str | None:
    """A sentence has no words besides its own."""
    return None


def telling(_value: Statement) -> float:
    """Words prove themselves."""
    return 1.0


def state(text: str, language: str) -> Statement:
    """What a sentence or a clause in ``language`` states."""
    return Statement(" ".join(text.split()), language, _negations(text, language))


def ends_like_one(document: Document, sentence: Sentence) -> bool:
    """Whether a sentence ends like one that states something: no headline, no boilerplate, no question."""
    ends, closing = _ends(sentence.language)
    text = document.text[sentence.start : sentence.end].rstrip(closing)
    return text.endswith(ends) and not text.endswith(_ASKING) and not is_boilerplate(text, sentence.language)


def _states(document: Document, sentence: Sentence, text: str) -> bool:
    """Whether a sentence is long enough, ends like one, and is a part of the article."""
    ends, closing = _ends(sentence.language)
    words = [token for token in document.tokens_in(sentence.span) if any(map(str.isalnum, token.surface))]
    return (
        len(words) >= FEWEST_WORDS
        and text.rstrip(closing).endswith(ends)
        and text.strip(_MARKS) != (document.article.title or "").strip(_MARKS)
        and not is_boilerplate(text, sentence.language)
    )


def _is_quoted(sentence: Span, quoted: list[Span]) -> bool:
    inside = sum(
        min(sentence.end, span.end) - max(sentence.start, span.start) for span in quoted if span.overlaps(sentence)
    )
    return inside >= QUOTED * (sentence.end - sentence.start)


def _negations(text: str, language: str) -> tuple[str, ...]:
    denying = _denying(language)
    return tuple(word for word in _words(text) if word in denying)


def _words(text: str) -> list[str]:
    """The words, folded; cut at blanks, which keeps vowel signs with their letters."""
    words = (part.strip(_MARKS).casefold().replace("'", "’") for part in text.split())
    return [word for word in words if word]


@cache
def _denying(language: str) -> frozenset[str]:
    return frozenset(word.casefold().replace("'", "’") for word in load_pack(language).prose.negations)


@cache
def _ends(language: str) -> tuple[tuple[str, ...], str]:
    prose = load_pack(language).prose
    return (*prose.strong_ends, *prose.weak_ends), "".join(mark for mark in prose.closing_marks if len(mark) == 1)


STATEMENT = SlotKind(
    "statement", "statement", extract, comparable, compare, describe, key, telling, wording=True, whole=True
)
