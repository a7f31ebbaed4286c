"""The command line: parse, call, write, exit. Whatever a command needs is imported inside it, so that help is quick.

One file a group of commands; what stands here holds them together.
"""

from __future__ import annotations

import atexit
import gc
import logging
import os
import sys
import traceback
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from newsdiff import terminal
from newsdiff.cli import articles, explaining, models, setup
from newsdiff.cli.usage import UsageError, complaint
from newsdiff.errors import NewsdiffError, NothingToCompareError

_OBJECTS_BEFORE_COLLECTION = 100_000
"""Python looks for garbage after so many new objects; its usual 700 cost a short run a twentieth of its time."""

_WRONG_USAGE, _NOTHING_TO_COMPARE, _BUG, _INTERRUPTED = 2, 3, 70, 130


class _Teller(logging.Handler):
    """Tells warnings the way everything is told."""

    def emit(self, record: logging.LogRecord) -> None:
        terminal.say(record.getMessage())


_TELLER = _Teller(logging.WARNING)


class _Commands(TyperGroup):
    """The commands, with every expected error told in one line."""

    def make_context(self, *args: Any, **extra: Any) -> Any:
        try:
            return super().make_context(*args, **extra)
        except UsageError as error:
            raise self._told(error) from error

    def invoke(self, ctx: Any) -> Any:
        logging.getLogger("newsdiff").addHandler(_TELLER)
        try:
            return super().invoke(ctx)
        except UsageError as error:
            raise self._told(error) from error
        except NothingToCompareError as error:
            terminal.say(str(error))
            raise typer.Exit(_NOTHING_TO_COMPARE) from error
        except NewsdiffError as error:
            terminal.say(str(error))
            raise typer.Exit(_WRONG_USAGE) from error
        except KeyboardInterrupt as error:
            terminal.say("interrupted")
            raise typer.Exit(_INTERRUPTED) from error

    def _told(self, error: Any) -> typer.Exit:
        """Tell what is wrong with the words that were typed."""
        commands = getattr(error.ctx.command if error.ctx is not None else self, "commands", {})
        terminal.say(complaint(error, commands))
        return typer.Exit(_WRONG_USAGE)


app = typer.Typer(
    cls=_Commands,
    rich_markup_mode=None,  # plain help comes up in half the time
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def main() -> None:
    """Run the command line, and end the process with its exit status."""
    gc.set_threshold(_OBJECTS_BEFORE_COLLECTION, 50, 100)
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # of more, most would wait for the others
    atexit.register(gc.freeze)  # else Python looks through all objects once more before it lets go of them
    try:
        app(prog_name="newsdiff")
    except KeyboardInterrupt:
        terminal.say("interrupted")
        sys.exit(_INTERRUPTED)
    except Exception:  # noqa: BLE001 - a bug must not end with a status that means something else
        traceback.print_exc()
        terminal.say("this is a bug in newsdiff; please report it with the lines above")
        sys.exit(_BUG)


def _show_version(wanted: bool) -> None:
    if wanted:
        from newsdiff.cli.about import describe_version

        terminal.write_out(describe_version())
        raise typer.Exit


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    version: Annotated[  # noqa: ARG001 - the callback has done it
        bool,
        typer.Option(
            "--version", callback=_show_version, is_eager=True, help="Tell the version and the engines, and stop."
        ),
    ] = False,
) -> None:
    """See where articles on one event agree, where they differ, and what only one of them says.

    The articles may be in different languages. They are compared on your
    computer and sent nowhere.

    \b
    Examples:
      newsdiff compare hi.txt it.docx ar.pdf
      newsdiff compare articles/ --output report.html
      newsdiff extract hi.txt
      newsdiff --install-completion

    \b
    Exit status:
      0    done
      1    --fail-on was met, or models check found a damaged model
      2    wrong usage or settings
      3    nothing could be compared
      70   a bug in newsdiff
      130  interrupted (Ctrl-C)
    """  # noqa: D301 - click wants the character itself
    if context.invoked_subcommand is None:
        from newsdiff.cli.about import WHERE_TO_START

        terminal.write_out(WHERE_TO_START)


app.command()(articles.compare)
app.command()(articles.extract)
app.command()(explaining.explain)
app.command()(setup.languages)
app.add_typer(models.app, name="models")
app.command()(setup.init)
