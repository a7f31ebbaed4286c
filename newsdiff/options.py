"""The options of the command line: how each is called and what its help says. Their defaults stand in ``config.yaml``."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

from newsdiff.render import FORMATS

_FORMATS = ", ".join(entry.name for entry in FORMATS)


def _completion(module: str, names: str) -> Callable[[str], list[str]]:
    """What a shell completes a word to, out of the values that ``names`` in ``module`` holds."""

    def complete(incomplete: str) -> list[str]:
        return [str(name) for name in getattr(import_module(module), names) if str(name).startswith(incomplete)]

    return complete


def _format_completion(*others: str) -> Callable[[str], list[str]]:
    """What a shell completes a word to, out of the formats of reports, or out of ``others``."""

    def complete(incomplete: str) -> list[str]:
        names = others or tuple(entry.name for entry in FORMATS)
        return [name for name in names if name.startswith(incomplete)]

    return complete


Sources = Annotated[
    list[str],
    typer.Argument(metavar="SOURCE", help="A file, a folder of articles, a web address, or - for standard input."),
]
ReportFormat = Annotated[
    str | None,
    typer.Option(
        "--format",
        "-f",
        metavar="FORMAT",
        autocompletion=_format_completion(),
        help=f"{_FORMATS}. Else as the suffix of --output tells.",
    ),
]
ClaimsFormat = Annotated[
    str,
    typer.Option(
        "--format",
        "-f",
        metavar="FORMAT",
        autocompletion=_format_completion("table", "json", "jsonl"),
        help="How to write the claims: table, json or jsonl.",
    ),
]
Outputs = Annotated[
    list[str] | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Write to this file, not to the terminal. May be given again for another.",
    ),
]
Engine = Annotated[
    str | None,
    typer.Option(
        metavar="ENGINE",
        autocompletion=_completion("newsdiff.config", "ENGINES"),
        help="What finds the names: auto, embedded or stanza.",
    ),
]
Kinds = Annotated[
    list[str] | None,
    typer.Option(
        metavar="KIND",
        autocompletion=_completion("newsdiff.config", "KINDS"),
        help="Only claims of this kind, such as money or date. May be given again.",
    ),
]
Verdicts = Annotated[
    list[str] | None,
    typer.Option(
        metavar="VERDICT",
        autocompletion=_completion("newsdiff.model", "VERDICTS"),
        help="Only findings with this verdict, such as discrepancy. May be given again.",
    ),
]
MinConfidence = Annotated[str | None, typer.Option(metavar="X", help="Only findings at least this sure, from 0 to 1.")]
FailOn = Annotated[
    str | None,
    typer.Option(
        metavar="VERDICT",
        autocompletion=_completion("newsdiff.config", "FAIL_ON"),
        help="End with exit status 1 at a discrepancy, a variation (or worse), or never.",
    ),
]
Language = Annotated[
    str | None, typer.Option(metavar="CODE", help="The language of all articles, such as hi. Else it is detected.")
]
Published = Annotated[
    str | None, typer.Option(metavar="DAY", help="When articles appeared that do not say so, such as 2026-01-31.")
]
ReportLanguage = Annotated[
    str | None,
    typer.Option(metavar="CODE", help="The language of the report itself: en, de, it, hi, ar, or auto."),
]
ShowEvidence = Annotated[
    bool | None,
    typer.Option("--evidence/--no-evidence", help="Show the words of each article, with file and line."),
]
ConfigFile = Annotated[
    Path | None, typer.Option("--config", metavar="FILE", help="Settings to use in place of the config.yaml found.")
]
Quiet = Annotated[bool | None, typer.Option("--quiet", "-q", help="No progress, errors alone.", show_default=False)]
Force = Annotated[bool, typer.Option("--force", help="Replace a config.yaml that is here.")]
