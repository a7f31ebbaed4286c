"""Wrong words on the command line: what is wrong with them, and what was probably meant, in one line."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any

import typer

UsageError: type[Exception] = typer.BadParameter.__mro__[1]
"""What typer raises for wrong words; it has no public name of its own."""

_NO_SUCH_COMMAND = re.compile(r"""No such command (['"])(.*?)\1""")


def complaint(error: Any, commands: Mapping[str, Any]) -> str:
    """One line about a usage error: what is wrong, what may have been meant, and where help is.

    ``commands`` are those of the context in which the error was made.
    """
    said = str(error.format_message()).partition(" (Possible options")[0].partition(" Did you mean")[0].rstrip(".")
    path = error.ctx.command_path if error.ctx is not None else "newsdiff"
    return f"{said[:1].lower()}{said[1:]}{_meant(error, commands, path)}; {path} --help shows how"


def _meant(error: Any, commands: Mapping[str, Any], path: str) -> str:
    option = getattr(error, "option_name", None)
    if option is not None and hasattr(error, "possibilities"):
        owners = [name for name, command in commands.items() if option in _options({name: command})]
        if owners:
            return f" (did you mean {path} {owners[0]} … {option}?)"
        near = error.possibilities or get_close_matches(option, _options(commands), n=1)
        return f" (did you mean {near[0]}?)" if near else ""
    command = _NO_SUCH_COMMAND.match(str(error.message))
    if command is None:
        return ""
    word = command[2]
    near = get_close_matches(word, commands, n=1)
    if near:
        return f" (did you mean {near[0]}?)"
    looks_like_source = os.path.exists(word) or "." in word or "/" in word  # noqa: PTH110 - a name as it was typed
    return f" (did you mean {path} compare {word} …?)" if looks_like_source and "compare" in commands else ""


def _options(commands: Mapping[str, Any]) -> list[str]:
    return sorted(
        {option for command in commands.values() for parameter in command.params for option in parameter.opts}
    )
