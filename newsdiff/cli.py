"""The command line: parse, call, write, exit. Whatever a command needs is imported inside it, so that help is quick."""

from __future__ import annotations

import sys
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from newsdiff import __version__, options, terminal
from newsdiff.errors import NewsdiffError, NothingToCompareError
from newsdiff.render import FORMATS, Style

if TYPE_CHECKING:
    from newsdiff.config import Config
    from newsdiff.model import Article, Claim, Document, Skipped
    from newsdiff.render import Format

_FAILED_ON, _WRONG_USAGE, _NOTHING_TO_COMPARE, _BUG, _INTERRUPTED = 1, 2, 3, 70, 130


class _Commands(TyperGroup):
    """The commands, with every expected error told in one line."""

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except NothingToCompareError as error:
            terminal.say(str(error))
            raise typer.Exit(_NOTHING_TO_COMPARE) from error
        except NewsdiffError as error:
            terminal.say(str(error))
            raise typer.Exit(_WRONG_USAGE) from error
        except KeyboardInterrupt as error:
            terminal.say("interrupted")
            raise typer.Exit(_INTERRUPTED) from error


app = typer.Typer(
    cls=_Commands,
    rich_markup_mode=None,  # plain help comes up in half the time
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def main() -> None:
    """Run the command line, and end the process with its exit status."""
    try:
        app(prog_name="newsdiff")
    except Exception:  # noqa: BLE001 - a bug must not end with a status that means something else
        traceback.print_exc()
        terminal.say("this is a bug in newsdiff; please report it with the lines above")
        sys.exit(_BUG)


def _show_version(wanted: bool) -> None:
    if wanted:
        terminal.write_out(f"newsdiff {__version__}\n")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    version: Annotated[  # noqa: ARG001 - the callback has done it
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Tell the version, and stop.")
    ] = False,
) -> None:
    """See where articles on one event agree, where they differ, and what only one of them says.

    The articles may be in different languages. They are compared on your computer and sent nowhere.

    \b
    Start here:
      newsdiff compare report-hi.txt report-it.txt report-ar.txt
    """  # noqa: D301 - click wants the character itself
    if context.invoked_subcommand is None:
        terminal.write_out(context.get_help() + "\n")


@app.command()
def compare(  # noqa: PLR0913, PLR0917 - one parameter an option
    sources: options.Sources,
    format_: options.ReportFormat = None,
    output: options.Output = None,
    engine: options.Engine = None,
    kind: options.Kinds = None,
    verdict: options.Verdicts = None,
    min_confidence: options.MinConfidence = None,
    fail_on: options.FailOn = None,
    language: options.Language = None,
    published: options.Published = None,
    evidence: options.ShowEvidence = None,
    config: options.ConfigFile = None,
    quiet: options.Quiet = None,
) -> None:
    """Compare what articles on one event say.

    \b
    Examples:
      newsdiff compare hi.txt it.txt ar.txt
      newsdiff compare articles/ --output report.md
      newsdiff compare *.txt --kind money --kind date --evidence

    Exit status: 0 compared, 1 --fail-on was met, 2 wrong usage, 3 nothing could be compared.
    """  # noqa: D301 - click wants the character itself
    settings = _settings(
        config,
        format="auto" if output and not format_ else format_,
        output=output,
        engine=engine,
        kinds=kind or None,
        verdicts=verdict or None,
        min_confidence=min_confidence,
        fail_on=fail_on,
        language=language,
        published=published,
        evidence=evidence,
        quiet=quiet,
    )
    target = _target(settings, sources)
    from newsdiff import pipeline
    from newsdiff.render import render

    documents, skipped = _read(sources, settings)
    if len(documents) < 2:
        _tell_nothing_to_compare(documents, settings)
    with terminal.Progress(quiet=settings.quiet) as progress:
        report = pipeline.compare_documents(documents, skipped, settings, progress=progress)
    width, color = terminal.looks(settings.output)
    _write(render(report, target.name, width=width, evidence=settings.evidence, color=color), settings, target.encoding)
    if any(map(settings.fails, report.findings)):
        raise typer.Exit(_FAILED_ON)


@app.command()
def extract(  # noqa: PLR0913, PLR0917 - one parameter an option
    sources: options.Sources,
    format_: options.ClaimsFormat = "table",
    output: options.Output = None,
    engine: options.Engine = None,
    kind: options.Kinds = None,
    language: options.Language = None,
    published: options.Published = None,
    config: options.ConfigFile = None,
    quiet: options.Quiet = None,
) -> None:
    """Show the claims of each article, before any comparison.

    \b
    Example:
      newsdiff extract hi.txt --kind quantity
    """  # noqa: D301 - click wants the character itself
    from newsdiff.render.claims import CLAIM_FORMATS

    if format_ not in CLAIM_FORMATS:
        raise NewsdiffError(f"--format: expected one of {', '.join(CLAIM_FORMATS)}, got {format_!r}")
    settings = _settings(
        config, engine=engine, kinds=kind or None, language=language, published=published, quiet=quiet, output=output
    )
    if settings.output is not None:
        terminal.check_output(settings.output, sources)
    documents, skipped = _read(sources, settings)
    if not documents:
        raise NothingToCompareError("no article could be read")
    _write(_claims(documents, skipped, settings, format_), settings, "utf-8")


@app.command()
def languages() -> None:
    """Show what newsdiff knows of each language."""
    from newsdiff.annotate import support
    from newsdiff.render.languages import render_languages

    width, color = terminal.looks(None)
    rows = [(item.code, item.name, item.pack, item.vectors, item.tagger, item.stanza) for item in support()]
    terminal.write_out(render_languages(rows, Style(width, color=color)))


@app.command()
def init(force: options.Force = False) -> None:
    """Write a commented config.yaml into this folder."""
    from newsdiff.config import default_file

    path = Path(default_file().name)
    if path.exists() and not force:
        raise NewsdiffError(f"{path}: is here already; newsdiff init --force replaces it")
    terminal.write_file(str(path), default_file().read_text(encoding="utf-8"), "utf-8")
    terminal.say(f"wrote {path}; every setting in it has its default, change what you like")


def _settings(file: Path | None, **given: str | list[str] | bool | None) -> Config:
    from newsdiff.config import load_config

    return load_config(
        file, {key: str(value).lower() if isinstance(value, bool) else value for key, value in given.items()}
    )


def _target(settings: Config, sources: list[str]) -> Format:
    """The format to write, as it was asked for or as the suffix of the output tells."""
    if settings.output is not None:
        terminal.check_output(settings.output, sources)
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


def _read(sources: list[str], settings: Config) -> tuple[tuple[Document, ...], tuple[Skipped, ...]]:
    """Load and annotate the articles, and tell what could not be read."""
    from newsdiff import pipeline

    with terminal.Progress(quiet=settings.quiet) as progress:
        progress("reading the articles")
        articles, skipped = pipeline.gather(sources, settings)
        documents = pipeline.annotate_all(articles, settings, progress)
    for item in skipped:
        terminal.say(f"{item.source}: {item.reason.text}")
    return documents, skipped


def _tell_nothing_to_compare(documents: tuple[Document, ...], settings: Config) -> None:
    """Show what the one article says where there is one. Raises ``NothingToCompareError``."""
    if not documents:
        raise NothingToCompareError("no article could be read, so nothing could be compared")
    _write(_claims(documents, (), settings, "json" if settings.format == "json" else "table"), settings, "utf-8")
    source = documents[0].article.source
    raise NothingToCompareError(f"only {source} could be read: one article has nothing to be compared with")


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


if __name__ == "__main__":
    main()
