"""The whole line: load, detect, annotate, extract, resolve, align, judge."""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from newsdiff import __version__, caches
from newsdiff.config import Config
from newsdiff.errors import NothingToCompareError
from newsdiff.model import Article, Claim, Document, Reason, Report, Skipped
from newsdiff.model.phrase import Phrase

if TYPE_CHECKING:
    from newsdiff.annotate import EngineOptions

_LOG = logging.getLogger("newsdiff")

Progress = Callable[[str], None]
"""Called with every step as it begins, such as ``reading it.txt (2 of 5)``."""


def _silent(_step: str) -> None:
    """No progress."""


def compare_sources(sources: Sequence[str | Article], config: Config, *, progress: Progress = _silent) -> Report:
    """Load the sources and compare them. Raises ``NothingToCompareError`` where fewer than two can be read."""
    articles, skipped = gather(sources, config, progress)
    documents = annotate_all(articles, config, progress)
    if len(documents) < 2:
        raise NothingToCompareError(_nothing_to_compare(documents, skipped))
    return compare_documents(documents, skipped, config, progress=progress)


def gather(
    sources: Sequence[str | Article], config: Config, progress: Progress = _silent
) -> tuple[tuple[Article, ...], tuple[Skipped, ...]]:
    """Load what is to be loaded, and give articles their language and their ids in the order of their sources."""
    from newsdiff.annotate import load_ahead
    from newsdiff.lang.detect import detect_language
    from newsdiff.load import load

    named = [source for source in sources if isinstance(source, str)]
    limits = config.limits
    loaded, skipped = load(
        named,
        published=config.published,
        max_bytes=limits.bytes,
        timeout=limits.timeout,
        progress=lambda step: progress(f"reading {step}"),
    )
    articles = sorted(
        [*loaded, *(source for source in sources if isinstance(source, Article))],
        key=lambda article: (article.source, article.text),
    )
    skipped += tuple(
        _too_long(article, limits.characters) for article in articles if len(article.text) > limits.characters
    )
    articles = [article for article in articles if len(article.text) <= limits.characters]
    if articles:
        load_ahead()
    return tuple(
        replace(
            article,
            id=f"a{number}",
            language=config.language or article.language or detect_language(article.text),
        )
        for number, article in enumerate(articles, 1)
    ), skipped


def _too_long(article: Article, limit: int) -> Skipped:
    reason = f"its text has {len(article.text):,} characters, more than the limit of {limit:,} (limits.characters)"
    return Skipped(article.source, Reason("too_long", reason))


def annotate_all(articles: Sequence[Article], config: Config, progress: Progress) -> tuple[Document, ...]:
    """Sentences, tokens and entities of every article."""
    from newsdiff.annotate import annotate_all as annotate_articles
    from newsdiff.parse.names.mended import mend_names

    options = engine_options(config)
    documents: dict[str, Document] = {}
    for language in dict.fromkeys(article.language for article in articles):
        group = [article for article in articles if article.language == language]
        progress(f"finding names in {_listed(group, len(documents), len(articles))}")
        for document in annotate_articles(group, engine=config.engine, options=options):
            documents[document.article.id] = mend_names(document)
    return tuple(documents[article.id] for article in articles)


def engine_options(config: Config) -> EngineOptions:
    """What the settings let an engine use."""
    from newsdiff.annotate import Cache, EngineOptions

    stanza, cache = config.stanza, config.cache
    return EngineOptions(
        folder=Path(stanza.folder).expanduser() if stanza.folder else None,
        threads=stanza.threads,
        gpu=stanza.gpu == "auto",
        cache=Cache(_cache_folder(cache.folder), cache.bytes) if cache.use else None,
    )


def _cache_folder(chosen: str | None) -> Path:
    if chosen:
        return Path(chosen).expanduser()
    return caches.folder("readings")


def extract_claims(document: Document) -> tuple[Claim, ...]:
    """All claims of one document, in the order of the text."""
    from newsdiff.kinds import KINDS

    claims = [claim for kind in KINDS for claim in kind.extract(document)]
    return tuple(sorted(claims, key=lambda claim: (claim.span, claim.kind)))


def extract_text(text: str, *, language: str | None, published: dt.date | None, config: Config) -> tuple[Claim, ...]:
    """All claims of one text."""
    from newsdiff.annotate import annotate
    from newsdiff.lang.detect import detect_language
    from newsdiff.parse.names.mended import mend_names

    article = Article("", text, id="a1", language=language or detect_language(text), published=published)
    return extract_claims(mend_names(annotate(article, engine=config.engine, options=engine_options(config))))


def compare_documents(
    documents: Sequence[Document],
    skipped: Sequence[Skipped],
    config: Config,
    *,
    progress: Progress = _silent,
) -> Report:
    """Resolve actors, fill slots, judge."""
    from newsdiff.align import align
    from newsdiff.align.clauses import with_denied_clauses
    from newsdiff.align.independence import count_contradictions, find_dependence, sentence_vectors
    from newsdiff.align.selection import select_sentences, whole_sentences
    from newsdiff.align.whereabouts import with_whereabouts
    from newsdiff.judge import judge
    from newsdiff.known import describe_unused, mark_known

    documents, claims, beyond = compared_claims(documents, config, progress)
    progress(f"comparing {len(claims)} claims of {len(documents)} articles")
    alignment = align(documents, config.aliases, claims)
    rows = sentence_vectors(documents, whole_sentences(alignment))
    limits = config.statements
    alignment = select_sentences(alignment, rows, alone=limits.alone, left_out=limits.left_out)
    dependence = find_dependence(documents, rows, count_contradictions(alignment.slots))
    alignment = with_denied_clauses(alignment, claims, documents, dependence)
    alignment = with_whereabouts(alignment, claims, documents, dependence)
    found = judge(alignment, documents, dependence, sure=config.align.sure, language=config.reader)
    findings, unused = mark_known(found, config.known)
    notes = (*beyond, *(describe_unused(entry) for entry in unused))
    for note in notes:
        _LOG.warning("%s", note.text)
    return Report(
        articles=tuple(document.article for document in documents),
        findings=tuple(finding for finding in findings if config.admits(finding)),
        skipped=tuple(skipped),
        independence=dependence,
        engine=tuple((document.article.id, document.engine) for document in documents),
        version=__version__,
        notes=notes,
    )


def compared_claims(
    documents: Sequence[Document], config: Config, progress: Progress = _silent
) -> tuple[tuple[Document, ...], tuple[Claim, ...], tuple[Phrase, ...]]:
    """What is compared of the documents: the documents with their names, and their claims; and what to tell of the rest."""
    from newsdiff.align import slot_claims
    from newsdiff.align.limits import limit_claims, limit_names
    from newsdiff.kinds.dates import share_calendar

    documents = share_calendar(documents)
    most = config.limits.claims
    compared: list[Document] = []
    claims: list[Claim] = []
    notes: list[Phrase] = []
    for done, document in enumerate(documents):
        progress(f"taking the claims out of {_listed([document.article], done, len(documents))}")
        limited, of_names = limit_names(document, most)
        kept, of_claims = limit_claims(limited, slot_claims(limited), most)
        compared.append(limited)
        claims += kept
        notes += [*of_names, *of_claims]
    return tuple(compared), tuple(claims), tuple(notes)


def _listed(articles: Sequence[Article], done: int, count: int) -> str:
    """The articles that a step is about, and how far that is: ``de.txt, en.txt (2 to 3 of 5)``."""
    first, last = done + 1, done + len(articles)
    place = str(first) if first == last else f"{first} to {last}"
    return f"{', '.join(article.source for article in articles)} ({place} of {count})"


def _nothing_to_compare(documents: Sequence[Document], skipped: Sequence[Skipped]) -> str:
    reasons = "; ".join(f"{item.source}: {item.reason.text}" for item in skipped)
    if not documents:
        return f"no article could be read ({reasons})" if reasons else "no article was given"
    only = f"only {documents[0].article.source} could be read, and one article has nothing to be compared with"
    return f"{only} ({reasons})" if reasons else only
