"""The commands about Stanza's models: list, install, check."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from newsdiff import options, terminal
from newsdiff.cli.settings import read_settings
from newsdiff.errors import EngineError
from newsdiff.render import Style

if TYPE_CHECKING:
    from newsdiff.annotate.stanza_install import Source
    from newsdiff.annotate.stanza_language import LanguageModels

_CHECK_FAILED = 1
_MEGA = 1_000_000

app = typer.Typer()

Codes = Annotated[list[str], typer.Argument(metavar="LANGUAGE", help="A code of two letters, such as hi.")]
SomeCodes = Annotated[
    list[str] | None, typer.Argument(metavar="LANGUAGE", help="Only these languages, such as hi.", show_default=False)
]
Folder = Annotated[
    str | None, typer.Option(metavar="FOLDER", help="Where the models lie. Else where Stanza itself keeps them.")
]
Mirror = Annotated[
    str | None, typer.Option(metavar="ADDRESS", help="A copy of Stanza's folder on a web server to fetch from.")
]
Available = Annotated[bool, typer.Option("--available", help="Ask the server what there is, and how large it is.")]
NamesOnly = Annotated[
    bool, typer.Option("--names-only", help="Leave out what tells dictionary forms and dependencies. Smaller, quicker.")
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Only tell what would be fetched.")]


@app.callback(invoke_without_command=True)
def start(context: typer.Context) -> None:
    """Show, fetch and check the models of the engine Stanza.

    \b
    Examples:
      newsdiff models list --available
      newsdiff models install hi it
    """  # noqa: D301 - click wants the character itself
    if context.invoked_subcommand is None:
        terminal.write_out(context.get_help() + "\n")


@app.command("list")
def list_(
    languages: SomeCodes = None,
    available: Available = False,
    folder: Folder = None,
    mirror: Mirror = None,
    config: options.ConfigFile = None,
) -> None:
    """Show the languages whose models are here. Asks no server, unless with --available.

    \b
    Examples:
      newsdiff models list
      newsdiff models list --available hi it
    """  # noqa: D301 - click wants the character itself
    from newsdiff.annotate.stanza_models import local_list, models_folder
    from newsdiff.pipeline import engine_options

    settings = read_settings(config, stanza__folder=folder, stanza__mirror=mirror)
    place = models_folder(engine_options(settings).folder)
    source = _open(settings.stanza.mirror) if available else None
    known = source.known if source else local_list(place)
    wanted = {known.own_code(code) for code in languages or ()} if known else set()
    every = known.all() if known else ()
    shown = [models for models in every if not wanted or models.own_code in wanted]
    if source is None and not wanted:
        shown = [models for models in shown if models.is_begun(place)]
    if shown:
        _show(shown, source, place)
    else:
        terminal.say(f"no models are in {place}; newsdiff models list --available shows what there is")


@app.command()
def install(
    languages: Codes,
    names_only: NamesOnly = False,
    dry_run: DryRun = False,
    folder: Folder = None,
    mirror: Mirror = None,
    config: options.ConfigFile = None,
    quiet: options.Quiet = None,
) -> None:
    """Fetch the models of languages; afterwards no network is needed.

    A transfer that broke off goes on where it was. Proxies are those of https_proxy, http_proxy and no_proxy.

    \b
    Examples:
      newsdiff models install hi it de ar en
      newsdiff models install hi --mirror https://models.example.org/stanza
    """  # noqa: D301 - click wants the character itself
    from newsdiff.annotate import stanza_install
    from newsdiff.annotate.stanza_models import models_folder
    from newsdiff.pipeline import engine_options

    settings = read_settings(config, stanza__folder=folder, stanza__mirror=mirror, quiet=quiet)
    place = models_folder(engine_options(settings).folder)
    source = _open(settings.stanza.mirror)
    for known in [source.models(code) for code in languages]:
        models = known.for_names() if names_only else known
        if dry_run:
            lacking = stanza_install.lacking(models, place)
            sizes = [_size(source.size(models, files)) for files in (models.every_file, lacking)]
            names = "\n".join(f"  {file.name}" for file in lacking)
            terminal.write_out(
                f"{models.code} ({models.name}), {sizes[0]} in all, to {place}; "
                f"to be fetched, {sizes[1]}:\n{names or '  nothing'}\n"
            )
            continue
        with terminal.Progress(quiet=settings.quiet) as progress:

            def tell(name: str, here: int, whole: int | None, code: str = models.code) -> None:
                progress(f"{code} {name}: {_size(here)} of {_size(whole)}")

            count = stanza_install.install(models, source, place, tell)
        if not settings.quiet:
            terminal.say(
                f"{models.code}: {f'{count} files fetched to' if count else 'all is here already, in'} {place}"
            )


@app.command()
def check(
    languages: SomeCodes = None,
    folder: Folder = None,
    config: options.ConfigFile = None,
    quiet: options.Quiet = None,
) -> None:
    """Compare the models with their checksums, load them, and read a sentence with each language.

    \b
    Examples:
      newsdiff models check
      newsdiff models check hi it

    \b
    Exit status:
      0  all are sound
      1  some are not
      2  there are none
    """  # noqa: D301 - click wants the character itself
    from newsdiff.annotate import stanza
    from newsdiff.annotate.stanza_models import local_list, models_folder
    from newsdiff.pipeline import engine_options

    settings = read_settings(config, stanza__folder=folder, quiet=quiet)
    engine = engine_options(settings)
    place = models_folder(engine.folder)
    known = local_list(place)
    begun = [models.code for models in (known.all() if known else ()) if models.is_begun(place)]
    if not (languages or begun):
        raise EngineError(f"no models are in {place}; run, for example: newsdiff models install hi")
    failed = False
    for code in languages or begun:
        try:
            with terminal.Progress(quiet=settings.quiet) as progress:
                progress(f"{code}: loading the models")
                stanza.check(stanza.find_models(code, engine), engine)
        except EngineError as error:
            failed = True
            terminal.say(f"{code}: {error}")
        else:
            terminal.write_out(f"{code}: sound\n")
    if failed:
        raise typer.Exit(_CHECK_FAILED)


def _open(mirror: str | None) -> Source:
    from newsdiff.annotate.stanza_install import open_source
    from newsdiff.annotate.stanza_models import release

    if not release():
        raise EngineError("the engine 'stanza' needs the package of that name; run: pip install stanza")
    return open_source(mirror)


def _show(shown: list[LanguageModels], source: Source | None, place: Path) -> None:
    from rich.table import Table
    from rich.text import Text

    from newsdiff.annotate.stanza_install import lacking
    from newsdiff.render.table import print_all

    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="bold")
    for heading in ("Code", "Language", "Models", "Here", *(["To fetch"] if source else [])):
        table.add_column(heading, overflow="fold")
    for models in shown:
        packages = ", ".join(f"{processor} {package}" for processor, package in (*models.packages, *models.grammar))
        table.add_row(
            models.code,
            Text(models.name),
            Text(packages),
            _state(models, place),
            *([_size(source.size(models, lacking(models, place)))] if source else []),
        )
    width, color = terminal.looks(None)
    closing = Text(f"They are kept in {place}", style="dim")
    terminal.write_out(print_all([table, Text(), closing], Style(width, color=color)))


def _state(models: LanguageModels, place: Path) -> str:
    """What of the models is here, and how large it is."""
    if not models.is_begun(place):
        return "–"
    if models.missing(place) or models.lacks_grammar(place):
        return "incomplete"
    size = _size(models.size(place))
    return size if models.usable(place).grammar == models.grammar else f"{size}, names only"


def _size(count: int | None) -> str:
    return "an unknown size" if count is None else f"{count / _MEGA:,.1f} MB"
