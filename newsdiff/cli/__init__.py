"""The command line: parse, call, write, exit. Whatever a command needs is imported inside it, so that help is quick.

One file a group of commands; what stands here holds them together.
"""

from __future__ import annotations

import logging
import sys
import traceback
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from newsdiff import __version__, terminal
from newsdiff.cli import articles, explaining, models, setup
from newsdiff.errors import NewsdiffError, NothingToCompareError

_WRONG_USAGE, _NOTHING_TO_COMPARE, _BUG, _INTERRUPTED = 2, 3, 70, 130


class _Teller(logging.Handler):
    """Tells warnings the way everything is told."""

    def emit(self, record: logging.LogRecord) -> None:
        terminal.say(record.getMessage())


_TELLER = _Teller(logging.WARNING)


class _Commands(TyperGroup):
    """The commands, with every expected error told in one line."""

    def invoke(self, ctx: Any) -> Any:
        logging.getLogger("newsdiff").addHandler(_TELLER)
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


app.command()(articles.compare)
app.command()(articles.extract)
app.command()(explaining.explain)
app.command()(setup.languages)
app.add_typer(models.app, name="models")
app.command()(setup.init)
