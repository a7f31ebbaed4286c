"""What an article's own annotation says is named in it: entities cleaned of what hangs on a name.

What belongs here: from an engine's entities, and from phrases that can only hold a name, to mentions with a prepared
name form. What is no name is left out.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass, replace

from newsdiff.align.actors.trim import Piece, is_generic, pieces
from newsdiff.lang.organizations import organization_of
from newsdiff.lang.pack import load_pack
from newsdiff.model import Document, Entity
from newsdiff.parse.names.families import is_family
from newsdiff.parse.names.forms import NameForm, name_form
from newsdiff.parse.names.located import is_located
from newsdiff.parse.names.organizations import Organizations, find_organizations

FROM_PHRASE = 0.6
_CASED = ("Latn", "Cyrl", "Grek")


@dataclass(frozen=True, slots=True)
class NameMention:
    """A span that names something: its place, the kind the engine gave it, and the name without its trappings.

    ``bearer`` is the key of the full name that is meant, where several persons of the article bear this one; ``told`` tells
    that the words around it say of which kind it is.
    """

    article: int
    start: int
    end: int
    kind: str
    score: float
    surface: str
    form: NameForm
    bearer: str = ""
    told: bool = False

    @property
    def key(self) -> str:
        """What two mentions of one spelling share."""
        return " ".join(word.bare for word in self.form.words)


def read_mentions(document: Document, article: int) -> list[NameMention]:
    """The mentions of one article in order, without titles, possessives and words that are no names."""
    pack = load_pack(document.language)
    organizations = find_organizations(document)
    sure = {(span.start, span.end) for span in organizations.sure}
    full = {word for entity in document.entities if entity.kind == "person" for word in _words_of_full(entity)}
    found = [
        _told_by_table(
            _placed(document, replace(mention, told=(piece.start, piece.end) in sure), full), document.language
        )
        for piece in _named_pieces(document, organizations)
        if (mention := make_mention(document, article, piece.start, piece.end, piece.kind, piece.score)) is not None
        and not is_generic(mention.surface, pack)
        and not (mention.kind == "person" and is_family(document, mention.start, mention.end))
    ]
    capital = {mention.key for mention in found if _has_capital(mention)}
    found = [mention for mention in found if _has_capital(mention) or mention.key in capital]
    return sorted(_part_joined(document, found), key=lambda mention: (mention.start, mention.end))


def _words_of_full(person: Entity) -> list[str]:
    words = person.surface.split()
    return words if len(words) > 1 else []


def _placed(document: Document, mention: NameMention, full: Container[str]) -> NameMention:
    """The mention as that of a place, where it stands like one and is not part of a full name of the article."""
    if mention.kind == "organization" or " " in mention.surface or mention.surface in full:
        return mention
    return replace(mention, kind="place", told=True) if is_located(document, mention.start, mention.end) else mention


def _told_by_table(mention: NameMention, language: str) -> NameMention:
    """The mention as that of an organization, where every language has a name for it: "L'Onu" is no person."""
    known = organization_of(mention.surface, language) is not None
    return replace(mention, kind="organization", told=True) if known else mention


def make_mention(document: Document, article: int, start: int, end: int, kind: str, score: float) -> NameMention | None:
    """A mention of this span, or None where it holds no name at all."""
    surface = document.text[start:end]
    form = name_form(surface)
    if not form.words or not any(character.isalpha() for character in surface):
        return None
    return NameMention(article, start, end, kind, score, surface, form)


def _named_pieces(document: Document, organizations: Organizations) -> Iterator[Piece]:
    taken = []
    sure = {(span.start, span.end) for span in organizations.sure}
    for entity in document.entities:
        if entity.kind in ("person", "organization", "place"):
            for piece in pieces(document, entity):
                taken.append(piece)
                yield replace(piece, kind="organization") if (piece.start, piece.end) in sure else piece
    for span in organizations.spans:
        if all(span.end <= piece.start or piece.end <= span.start for piece in taken):
            yield Piece(span.start, span.end, "organization", FROM_PHRASE)


def _has_capital(mention: NameMention) -> bool:
    """Tell whether the name is written like one, where the script can tell."""
    if mention.form.words[0].script not in _CASED:
        return True
    return any(character.isupper() for character in mention.surface)


def _part_joined(document: Document, mentions: list[NameMention]) -> Iterator[NameMention]:
    """Two names that the engine took for one, where one of them is named elsewhere too: "Halling und Novatec"."""
    keys = {mention.key for mention in mentions}
    joints = {word for code in {document.language, "und"} for word in load_pack(code).people.conjunctions}
    for mention in mentions:
        words = mention.surface.split(" ")
        at = next((place for place in range(1, len(words) - 1) if words[place].lower() in joints), None)
        if at is None:
            yield mention
            continue
        first, second = " ".join(words[:at]), " ".join(words[at + 1 :])
        parts = (
            make_mention(
                document, mention.article, mention.start, mention.start + len(first), mention.kind, mention.score
            ),
            make_mention(
                document, mention.article, mention.end - len(second), mention.end, mention.kind, mention.score
            ),
        )
        whole = [part for part in parts if part is not None]
        if any(part.key in keys for part in whole):
            kinds = {other.key: other.kind for other in mentions}
            yield from (replace(part, kind=kinds.get(part.key, part.kind)) for part in whole)
        else:
            yield mention
