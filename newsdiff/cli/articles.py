"""The commands that read articles: compare, extract."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from newsdiff import options, terminal
from newsdiff.cli.settings import read_settings
from newsdiff.errors import NewsdiffError, NothingToCompareError
from newsdiff.render import FORMATS, Style

if TYPE_CHECKING:
    from newsdiff.config import Config
    from newsdiff.model import Article, Claim, Document, Skipped
    from newsdiff.render import Format

UseCache = Annotated[
    bool | None, typer.Option("--cache/--no-cache", help="Keep what Stanza has read, and do not read it again.")
]

_FAILED_ON = 1


def compare(  # noqa: PLR0913, PLR0917 - one parameter an option
    sources: options.Sources,
    format_: options.ReportFormat = None,
    output: options.Outputs = None,
    engine: options.Engine = None,
    cache: UseCache = None,
    kind: options.Kinds = None,
    verdict: options.Verdicts = None,
    min_confidence: options.MinConfidence = None,
    fail_on: options.FailOn = None,
    language: options.Language = None,
    published: options.Published = None,
    report_language: options.ReportLanguage = None,
    evidence: options.ShowEvidence = None,
    config: options.ConfigFile = None,
    quiet: options.Quiet = None,
) -> None:
    """Compare what articles on one event say.

    A SOURCE is a file (.txt, .md, .html, .json, .jsonl, .docx, .pdf), a folder
    of them, a web address, or - for standard input.

    \b
    Examples:
      newsdiff compare hi.txt it.docx ar.pdf
      newsdiff compare articles/ --output report.html --output report.json
      newsdiff compare https://example.org/bridge interview.txt
      newsdiff compare *.txt --kind money --kind date --evidence
      newsdiff compare *.txt --quiet --fail-on discrepancy

    \b
    Exit status:
      0  compared
      1  compared, and --fail-on was met
      2  wrong usage or settings
      3  fewer than two articles could be read
    """  # noqa: D301 - click wants the character itself
    settings = read_settings(
        config,
        format="auto" if output and not format_ else format_,
        output=output[0] if output else None,
        engine=engine,
        cache__use=cache,
        kinds=kind or None,
        verdicts=verdict or None,
        min_confidence=min_confidence,
        fail_on=fail_on,
        language=language,
        published=published,
        report_language=report_language,
        evidence=evidence,
        quiet=quiet,
    )
    targets = [(each, _target(each, sources)) for each in _for_each_output(settings, output)]
    from newsdiff import pipeline
    from newsdiff.render import render
    from newsdiff.render.words import load_words

    load_words(settings.report_language)
    documents, skipped = _read(sources, settings)
    if len(documents) < 2:
        _tell_nothing_to_compare(documents, settings)
    with terminal.Progress(quiet=settings.quiet) as progress:
        report = pipeline.compare_documents(documents, skipped, settings, progress=progress)
    for each, target in targets:
        width, color = terminal.looks(each.output)
        text = render(
            report,
            target.name,
            width=width,
            evidence=each.evidence,
            color=color,
            language=each.report_language,
        )
        _write(text, each, target.encoding)
    if any(map(settings.fails, report.findings)):
        raise typer.Exit(_FAILED_ON)


def extract(  # noqa: PLR0913, PLR0917 - one parameter an option
    sources: options.Sources,
    format_: options.ClaimsFormat = "table",
    output: options.Outputs = None,
    engine: options.Engine = None,
    cache: UseCache = None,
    kind: options.Kinds = None,
    language: options.Language = None,
    published: options.Published = None,
    config: options.ConfigFile = None,
    quiet: options.Quiet = None,
) -> None:
    """Show the claims of each article, before any comparison.

    \b
    Examples:
      newsdiff extract hi.txt --kind quantity
      newsdiff extract articles/ --format jsonl --output claims.jsonl

    \b
    Exit status:
      0  read
      2  wrong usage or settings
      3  no article could be read
    """  # noqa: D301 - click wants the character itself
    from newsdiff.render.claims import CLAIM_FORMATS

    if format_ not in CLAIM_FORMATS:
        raise NewsdiffError(f"--format: expected one of {', '.join(CLAIM_FORMATS)}, got {format_!r}")
    settings = read_settings(
        config,
        engine=engine,
        cache__use=cache,
        kinds=kind or None,
        language=language,
        published=published,
        quiet=quiet,
        output=output[0] if output else None,
    )
    targets = _for_each_output(settings, output)
    for each in targets:
        if each.output is not None:
            terminal.check_output(each.output, sources)
    documents, skipped = _read(sources, settings)
    if not documents:
        raise NothingToCompareError("no article could be read")
    for each in targets:
        _write(_claims(documents, skipped, each, format_), each, "utf-8")


def _for_each_output(settings: Config, outputs: list[str] | None) -> list[Config]:
    """The settings once for each file to be written; as they are where the command line names none."""
    return [replace(settings, output=output) for output in dict.fromkeys(outputs or ())] or [settings]


def _target(settings: Config, sources: list[str]) -> Format:
    """The format to write, as it was asked for or as the suffix of the output tells."""
    if settings.output is not None:
        terminal.check_output(settings.output, sources)
        _check_apart(Path(settings.output), sources)
    formats = {entry.name: entry for entry in FORMATS}
    if settings.format != "auto":
        return formats[settings.format]
    if settings.output is None:
        return FORMATS[0]
    suffix = Path(settings.output).suffix.lower()
    for entry in FORMATS:
        if suffix in entry.suffixes:
            return entry
    endings = ", ".join(suffix for entry in FORMATS for suffix in entry.suffixes)
    raise NewsdiffError(
        f"--output {settings.output}: its suffix tells no format; end it in one of {endings}, or add --format"
    )


def _check_apart(output: Path, sources: list[str]) -> None:
    """Refuse an output that the next comparison of the same folder would take for an article. Raises ``NewsdiffError``."""
    from newsdiff.load import text

    for folder in map(Path, sources):
        if output.suffix.lower() in text.SUFFIXES and folder.is_dir() and output.parent.samefile(folder):
            raise NewsdiffError(
                f"--output {output}: lies among the articles, and the next comparison would read it; choose another folder"
            )


def _read(sources: list[str], settings: Config) -> tuple[tuple[Document, ...], tuple[Skipped, ...]]:
    """Load and annotate the articles, and tell what could not be read."""
    from newsdiff import pipeline

    with terminal.Progress(quiet=settings.quiet) as progress:
        articles, skipped = pipeline.gather(sources, settings, progress)
        documents = pipeline.annotate_all(articles, settings, progress)
    for item in skipped:
        terminal.say(f"{item.source}: {item.reason.text}")
    return documents, skipped


def _tell_nothing_to_compare(documents: tuple[Document, ...], settings: Config) -> None:
    """Show what the one article says where there is one; no file for a report holds that. Raises ``NothingToCompareError``."""
    if not documents:
        raise NothingToCompareError("no article could be read, so nothing could be compared")
    shown = replace(settings, output=None)
    _write(_claims(documents, (), shown, "json" if settings.format == "json" else "table"), shown, "utf-8")
    source = documents[0].article.source
    raise NothingToCompareError(
        f"only {source} could be read: one article has nothing to be compared with; name another"
    )


def _claims(documents: tuple[Document, ...], skipped: tuple[Skipped, ...], settings: Config, format_name: str) -> str:
    from newsdiff import pipeline
    from newsdiff.kinds import BY_NAME
    from newsdiff.render.claims import render_claims

    def wanted(document: Document) -> tuple[Article, list[Claim]]:
        claims = pipeline.extract_claims(document)
        return document.article, [claim for claim in claims if not settings.kinds or claim.kind in settings.kinds]

    width, color = terminal.looks(settings.output)
    return render_claims(
        [wanted(document) for document in documents],
        skipped,
        format_name,
        lambda kind, value: BY_NAME[kind].describe(value),
        Style(width, color=color),
    )


def _write(text: str, settings: Config, encoding: str) -> None:
    if settings.output is None:
        terminal.write_out(text)
    else:
        terminal.write_file(settings.output, text, encoding)
