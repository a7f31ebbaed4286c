"""Quotations: what an article says that somebody said, word for word or in its own words.

What belongs here: which marked stretches are quotations and which are titles, names or irony, and how the parts of the
search come together. A quotation that the cue interrupts, or that runs over several paragraphs, gives one quotation for
each unbroken part, all with the same speaker. Of two that overlap the marked one stays.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace

from newsdiff.model import Document, Form, Span
from newsdiff.parse.attribution import Attribution, attribute, zones_of
from newsdiff.parse.dash_dialogue import spoken_after_dashes
from newsdiff.parse.indirect import reported_in
from newsdiff.parse.missing_marks import Piece, pieces_of
from newsdiff.parse.passage import Passage, lay_out
from newsdiff.parse.quote_marks import MARKS, MarkedParagraph, pair_marks, paragraphs

_SHORT = 4
_SHORTEST_SENTENCE = 5
_SHORTEST_NAMED = 6
_SHORTEST_FRAGMENT = 7
_LONGEST_TITLE = 12
_BULLETS = "-•*–—·▪#0123456789"
_ENDINGS = ".!?…।؟"


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


@dataclass(frozen=True, slots=True)
class _Said:
    outer: Span
    inner: Span
    form: Form
    attribution: Attribution
    paragraph: int
    continues: bool = False


def find_quotations(document: Document) -> tuple[FoundQuotation, ...]:
    """The quotations of a document in order, none overlapping another.

    Takes time linear in the length of the text, and never raises: what cannot be read is left out.
    """
    text = document.text
    marked = [pair_marks(text, paragraph) for paragraph in paragraphs(text)]
    passage = lay_out(document, [pair.inner for each in marked for pair in each.pairs])
    said = _inherit(passage, _marked_quotations(passage, marked))
    said += [
        _Said(span, span, "direct", attribution, number)
        for number, each in enumerate(marked)
        for span, attribution in spoken_after_dashes(passage, each.span)
    ]
    direct = _apart(sorted(said, key=lambda one: one.inner))
    found = [
        FoundQuotation(
            span := _without_comma(text, one.inner),
            text[span.start : span.end],
            one.form,
            one.attribution.speaker,
            one.attribution.cue,
            one.attribution.denied,
        )
        for one in direct
    ]
    found += _indirect(passage, [one.outer for one in direct])
    return tuple(sorted(found, key=lambda quotation: quotation.span))


def _without_comma(text: str, span: Span) -> Span:
    """Leave out the comma that belongs to the sentence around the quotation."""
    end = span.end
    while end - 1 > span.start and text[end - 1] in ",، ":
        end -= 1
    return Span(span.start, end)


def _marked_quotations(passage: Passage, marked: list[MarkedParagraph]) -> list[_Said]:
    said: list[_Said] = []
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
        long = [piece.outer.start for piece in here if _count(passage, piece.inner) >= _SHORT]
        for at, piece in enumerate(here):
            following = bisect_left(long, piece.outer.end)
            high = long[following] if following < len(long) else each.span.end
            zones = zones_of(passage, piece.outer, low, high)
            if at == 0 and lead is not None and piece.outer.start == each.span.start:
                zones = replace(zones, before=lead)
            attribution = attribute(passage, piece.outer, zones)
            starts = piece.outer.start == each.span.start
            low = piece.outer.end if _count(passage, piece.inner) >= _SHORT else low
            if (
                piece.continues
                or (piece.goes_on and starts)
                or _is_quotation(passage, piece, attribution, zones.before, each.span)
            ):
                said.append(_Said(piece.outer, piece.inner, "direct", attribution, number, piece.continues))
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


def _block(passage: Passage, lead: Span, paragraph: MarkedParagraph, number: int) -> _Said | None:
    """A paragraph without marks that a line such as "said X in a statement:" introduces."""
    span = paragraph.span
    if passage.text[span.start] in _BULLETS or _count(passage, span) < _SHORTEST_SENTENCE:
        return None
    zones = zones_of(passage, Span(lead.end, lead.end), lead.start, lead.end)
    attribution = attribute(passage, Span(lead.end, lead.end), replace(zones, before=lead))
    if attribution.cue is None or attribution.speaker is None or attribution.naming:
        return None
    return _Said(span, span, "block", attribution, number)


def _is_quotation(passage: Passage, piece: Piece, attribution: Attribution, before: Span, paragraph: Span) -> bool:
    """Tell a quotation from a title, a name, a scare quote: by its length, its cue and its shape."""
    count = _count(passage, piece.inner)
    if not count:
        return False
    starts = before.start == before.end
    leads = attribution.colon or (not starts and passage.text[before.end - 1] in ",،")
    if attribution.naming and not attribution.colon:
        return count >= _SHORTEST_NAMED
    if attribution.strength == "beside":
        return count >= _SHORT or starts or leads
    if attribution.strength == "near":
        return count >= _SHORTEST_SENTENCE
    if count < _SHORTEST_SENTENCE or _is_title(passage, piece.inner):
        return False
    if starts or attribution.colon:
        return piece.inner.end < len(passage.text) and _is_sentence(passage, piece, paragraph)
    return count >= _SHORTEST_FRAGMENT


def _is_sentence(passage: Passage, piece: Piece, paragraph: Span) -> bool:
    text = passage.text
    whole = piece.outer.start == paragraph.start and paragraph.end - piece.outer.end <= 1
    stops = text[piece.inner.end - 1] in _ENDINGS + "," or text[piece.outer.end : piece.outer.end + 1] in (
        ".",
        "।",
        ",",
    )
    return not text[piece.inner.start].islower() and (whole or stops)


def _is_title(passage: Passage, inner: Span) -> bool:
    """Tell whether most long words are capitalised, as in a title."""
    words = [passage.words[n] for n in passage.words_in(inner.start, inner.end)]
    long = [word for word in words[1:] if word.end - word.start > 3 and word.folded.isalpha()]
    capitals = sum(passage.text[word.start].isupper() for word in long)
    return 1 < len(long) < _LONGEST_TITLE and capitals * 4 > len(long) * 3


def _count(passage: Passage, span: Span) -> int:
    return len(passage.words_in(span.start, span.end))


def _inherit(passage: Passage, said: list[_Said]) -> list[_Said]:
    """Give a quotation without a cue the speaker of the run it stands in."""
    out: list[_Said] = []
    for one in said:
        previous = out[-1] if out else None
        alone = one.attribution.speaker is None and one.attribution.cue is None
        if previous and alone and _continues(passage, previous, one):
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


def _spoken_by(one: _Said, other: _Said) -> _Said:
    return replace(one, attribution=replace(one.attribution, speaker=other.attribution.speaker))


def _continues(passage: Passage, previous: _Said, one: _Said) -> bool:
    """Tell whether only the attribution of the quotation before stands between the two."""
    speaker = previous.attribution.speaker
    if speaker is None or one.attribution.colon or one.paragraph - previous.paragraph > 1:
        return False
    gap = Span(previous.outer.end, one.outer.start)
    if not passage.words_in(gap.start, gap.end):
        return True
    cue = previous.attribution.cue
    if cue is None or not (gap.start <= cue.start < gap.end):
        return False
    first = passage.sentence_number(passage.words[passage.words_in(gap.start, gap.end)[0]].start)
    last = passage.sentence_number(passage.words[passage.words_in(gap.start, gap.end)[-1]].start)
    others = [m for m in passage.mentions_in(gap.start, gap.end) if m.person and m.span != speaker]
    return first == last and not (others and one.paragraph != previous.paragraph)


def _apart(said: list[_Said]) -> list[_Said]:
    out: list[_Said] = []
    for one in said:
        if not out or one.inner.start >= out[-1].inner.end:
            out.append(one)
    return out


def _indirect(passage: Passage, direct: list[Span]) -> list[FoundQuotation]:
    starts = [span.start for span in direct]
    found: list[FoundQuotation] = []
    for sentence in passage.sentences:
        for reported in reported_in(passage, sentence):
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


__all__ = ["MARKS", "FoundQuotation", "find_quotations"]
