"""Quotations: what an article says that somebody said, word for word or in its own words.

What belongs here: how the parts of the search come together. A quotation that the cue interrupts, or that runs over several paragraphs, gives one quotation for
each unbroken part, all with the same speaker. Of two that overlap the marked one stays.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace

from newsdiff.model import Document, Form, Span
from newsdiff.parse.quotations.acceptance import SHORT, SHORTEST_SENTENCE, is_quotation
from newsdiff.parse.quotations.attribution import attribute
from newsdiff.parse.quotations.callings import called
from newsdiff.parse.quotations.dash_dialogue import spoken_after_dashes
from newsdiff.parse.quotations.headlines import told_below
from newsdiff.parse.quotations.indirect import reported_in
from newsdiff.parse.quotations.inserted_cues import Readings, cue_between_commas, inserted_cue
from newsdiff.parse.quotations.missing_marks import pieces_of
from newsdiff.parse.quotations.passage import Passage, lay_out, with_quoted
from newsdiff.parse.quotations.quote_marks import MarkedParagraph, pair_marks, paragraphs
from newsdiff.parse.quotations.runs import Said, goes_on_behind, inherit
from newsdiff.parse.quotations.zones import zones_of

_LONGEST_SENTENCE = 3000
_BULLETS = "-•*–—·▪#0123456789"


@dataclass(frozen=True, slots=True)
class FoundQuotation:
    """A quotation: ``span`` of what was said without the marks, how it is given, by whom, and whether it is denied.

    ``speaker`` is the mention that names the speaker, here or earlier in the article; None where the text does not tell.
    """

    span: Span
    text: str
    form: Form
    speaker: Span | None
    cue: Span | None
    denied: bool


def find_quotations(document: Document) -> tuple[FoundQuotation, ...]:
    """The quotations of a document in order, none overlapping another.

    Takes time linear in the length of the text, and never raises: what cannot be read is left out.
    """
    text = document.text
    marked = [pair_marks(text, paragraph) for paragraph in paragraphs(text)]
    passage = lay_out(document, [pair.inner for each in marked for pair in each.pairs])
    readings = Readings(passage, with_quoted(passage, document))
    said = inherit(passage, _marked_quotations(readings, marked))
    said += [
        Said(span, span, "direct", attribution, number)
        for number, each in enumerate(marked)
        for span, attribution in spoken_after_dashes(readings, each.span)
    ]
    direct = told_below(passage, _apart(sorted(said, key=lambda one: one.inner)))
    found = [
        FoundQuotation(
            span := _without_comma(text, one.inner),
            text[span.start : span.end],
            one.form,
            one.attribution.speaker,
            one.attribution.cue,
            _is_denied(passage, one),
        )
        for one in direct
    ]
    found += _indirect(passage, [one.outer for one in direct])
    return tuple(sorted(found, key=lambda quotation: quotation.span))


def _is_denied(passage: Passage, said: Said) -> bool:
    """Whether who is named in front of the marks did not say it; a verb behind them may belong to the next sentence."""
    cue = said.attribution.cue
    if not said.attribution.denied or cue is None or cue.end > said.outer.start:
        return False
    sayings = passage.speech_at(said.outer.start).sayings
    return any(passage.words[number].folded in sayings for number in passage.words_in(cue.start, cue.end))


def _without_comma(text: str, span: Span) -> Span:
    """Leave out the comma that belongs to the sentence around the quotation."""
    end = span.end
    while end - 1 > span.start and text[end - 1] in ",، ":
        end -= 1
    return Span(span.start, end)


def _marked_quotations(readings: Readings, marked: list[MarkedParagraph]) -> list[Said]:
    passage = readings.outside
    said: list[Said] = []
    pieces = pieces_of(passage, marked)
    for number, each in enumerate(marked):
        here = pieces[number]
        lead = _lead_in(passage, marked, number)
        if lead is not None and not (here and here[0].outer.start == each.span.start):
            block = _block(passage, lead, each, number)
            if block is not None:
                said.append(block)
                continue
        low = each.span.start
        long = [piece.outer.start for piece in here if passage.count(piece.inner) >= SHORT]
        for at, piece in enumerate(here):
            following = bisect_left(long, piece.outer.end)
            high = long[following] if following < len(long) else each.span.end
            zones = zones_of(passage, piece.outer, low, high)
            if at == 0 and lead is not None and piece.outer.start == each.span.start:
                zones = replace(zones, before=lead)
            inserted = inserted_cue(readings, piece.inner)
            if inserted is not None:
                said += [Said(part, part, "direct", inserted[1], number, piece.continues) for part in inserted[0]]
                low = piece.outer.end
                continue
            attribution = attribute(passage, piece.outer, zones)
            inserted = cue_between_commas(readings, piece.inner) if attribution.cue is None else None
            if inserted is not None:
                said += [Said(part, part, "direct", inserted[1], number, piece.continues) for part in inserted[0]]
                low = piece.outer.end
                continue
            starts = piece.outer.start == each.span.start
            accepted = (
                piece.continues
                or (piece.goes_on and starts)
                or is_quotation(passage, piece, attribution, zones.before, each.span)
                or (bool(said) and said[-1].paragraph == number and goes_on_behind(passage, said[-1], piece))
            )
            calling = None if accepted else called(passage, piece.inner, piece.outer, zones)
            if calling is not None:
                accepted, attribution = True, calling
            low = piece.outer.end if accepted or passage.count(piece.inner) >= SHORT else low
            if accepted:
                said.append(Said(piece.outer, piece.inner, "direct", attribution, number, piece.continues))
    return said


def _lead_in(passage: Passage, marked: list[MarkedParagraph], number: int) -> Span | None:
    """The last sentence of the paragraph before, where a colon ends it."""
    if number == 0:
        return None
    before = marked[number - 1].span
    if passage.text[before.end - 1] not in ":：":
        return None
    sentence = passage.sentence_number(before.end - 1)
    start = max(before.start, passage.sentences[sentence].start if sentence >= 0 else before.start)
    return Span(start, before.end)


def _block(passage: Passage, lead: Span, paragraph: MarkedParagraph, number: int) -> Said | None:
    """A paragraph without marks that a line such as "said X in a statement:" introduces."""
    span = paragraph.span
    if passage.text[span.start] in _BULLETS or passage.count(span) < SHORTEST_SENTENCE:
        return None
    zones = zones_of(passage, Span(lead.end, lead.end), lead.start, lead.end)
    attribution = attribute(passage, Span(lead.end, lead.end), replace(zones, before=lead))
    if attribution.cue is None or attribution.speaker is None or attribution.naming:
        return None
    return Said(span, span, "block", attribution, number)


def _apart(said: list[Said]) -> list[Said]:
    out: list[Said] = []
    for one in said:
        if not out or one.inner.start >= out[-1].inner.end:
            out.append(one)
    return out


def _indirect(passage: Passage, direct: list[Span]) -> list[FoundQuotation]:
    starts = [span.start for span in direct]
    found: list[FoundQuotation] = []
    for sentence in passage.sentences:
        reach = Span(sentence.start, min(sentence.end, sentence.start + _LONGEST_SENTENCE))
        for reported in reported_in(passage, reach):
            content = reported.content
            at = bisect_left(starts, content.end)
            if at and direct[at - 1].overlaps(Span(min(content.start, reported.cue.start), content.end)):
                continue
            if found and found[-1].span.overlaps(content):
                continue
            found.append(
                FoundQuotation(
                    content,
                    passage.text[content.start : content.end],
                    "indirect",
                    reported.speaker,
                    reported.cue,
                    reported.denied,
                )
            )
    return found
