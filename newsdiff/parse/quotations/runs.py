"""Runs: quotations that follow one another, where only one of them says who speaks.

What belongs here: how far a speaker carries over to the next quotation, and back to the one before.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from newsdiff.model import Form, Span
from newsdiff.parse.quotations.attribution import Attribution
from newsdiff.parse.quotations.missing_marks import Piece
from newsdiff.parse.quotations.passage import Passage

_ENDS = ".!?…।؟。！？"
_SHORTEST = 2
_MOST_LEADING = 3


@dataclass(frozen=True, slots=True)
class Said:
    """A quotation with its attribution and the number of its paragraph. ``continues`` one of the paragraph before."""

    outer: Span
    inner: Span
    form: Form
    attribution: Attribution
    paragraph: int
    continues: bool = False


def inherit(passage: Passage, said: list[Said]) -> list[Said]:
    """Give a quotation without a cue the speaker of the run it stands in."""
    out: list[Said] = []
    for at, one in enumerate(said):
        previous = out[-1] if out else None
        alone = one.attribution.speaker is None and (one.attribution.cue is None or one.attribution.colon)
        goes_on = at + 1 < len(said) and said[at + 1].continues and said[at + 1].attribution.cue is not None
        if previous and alone and not goes_on and _continues(passage, previous, one):
            out.append(_spoken_by(one, previous))
        else:
            out.append(one)
    for at in range(len(out) - 2, -1, -1):
        one, following = out[at], out[at + 1]
        alone = one.attribution.speaker is None and one.attribution.cue is None
        together = following.continues or one.paragraph == following.paragraph
        if alone and together and not passage.words_in(one.outer.end, following.outer.start):
            out[at] = _spoken_by(one, following)
    return out


def goes_on_behind(passage: Passage, previous: Said, piece: Piece) -> bool:
    """Whether a whole sentence in marks, however short, goes on right behind the sentence that attributes the one before."""
    text, cue = passage.text, previous.attribution.cue
    between = Span(previous.outer.end, piece.outer.start)
    if cue is None or not between.start <= cue.start < between.end or not text[piece.inner.start].isupper():
        return False
    ends = text[piece.inner.end - 1] in _ENDS or text[piece.outer.end : piece.outer.end + 1] in ("", "\n", *_ENDS)
    closed = text[between.start : between.end].rstrip()[-1:] in (*_ENDS,)
    first = passage.sentence_number(cue.start) == passage.sentence_number(between.end - 1)
    return ends and closed and first and passage.count(piece.inner) >= _SHORTEST


def _spoken_by(one: Said, other: Said) -> Said:
    return replace(one, attribution=replace(one.attribution, speaker=other.attribution.speaker))


def _continues(passage: Passage, previous: Said, one: Said) -> bool:
    """Tell whether only the attribution of the quotation before stands between the two."""
    speaker = previous.attribution.speaker
    if speaker is None or one.paragraph - previous.paragraph > 1:
        return False
    gap = Span(previous.outer.end, one.outer.start)
    if one.attribution.colon:
        return _is_led_on(passage, gap, previous)
    if not passage.words_in(gap.start, gap.end):
        return True
    cue = previous.attribution.cue
    if cue is None or not (gap.start <= cue.start < gap.end):
        return False
    first = passage.sentence_number(passage.words[passage.words_in(gap.start, gap.end)[0]].start)
    last = passage.sentence_number(passage.words[passage.words_in(gap.start, gap.end)[-1]].start)
    others = [m for m in passage.mentions_in(gap.start, gap.end) if m.person and m.span != speaker]
    return first == last and not (others and one.paragraph != previous.paragraph)


def _is_led_on(passage: Passage, gap: Span, previous: Said) -> bool:
    """Whether a few words that name nobody lead on to the next quotation, behind what attributes the one before: "And then:"."""
    words = passage.words_in(gap.start, gap.end)
    if not words:
        return False
    speech = passage.speech_at(gap.start)
    number = passage.sentence_number(passage.words[words[-1]].start)
    lead = [at for at in words if passage.sentence_number(passage.words[at].start) == number]
    before = {passage.sentence_number(passage.words[at].start) for at in words if at < lead[0]}
    folded = [passage.words[at].folded for at in lead]
    attributed = not before or (len(before) == 1 and _is_in(previous.attribution.cue, gap))
    others = speech.determiners | speech.possessives | set(speech.pronouns)
    named = any(passage.text[passage.words[at].start].isupper() for at in lead[1:])
    return (
        attributed
        and len(lead) <= _MOST_LEADING
        and folded[0] in speech.conjunctions
        and others.isdisjoint(folded)
        and not named
        and not passage.mentions_in(passage.words[lead[0]].start, gap.end)
    )


def _is_in(cue: Span | None, gap: Span) -> bool:
    return cue is not None and gap.start <= cue.start < gap.end
