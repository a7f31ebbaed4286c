"""The command that explains a finding of a saved report: explain."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from newsdiff import options, terminal
from newsdiff.cli.settings import read_settings
from newsdiff.render import Style

ReportFile = Annotated[
    Path, typer.Argument(metavar="REPORT.json", help="A report that compare wrote as JSON.", show_default=False)
]
FindingId = Annotated[str, typer.Argument(metavar="FINDING", help="The id of a finding, such as money-1.")]


def explain(
    report: ReportFile, finding: FindingId, config: options.ConfigFile = None, quiet: options.Quiet = None
) -> None:
    """Show why the claims of a finding were set side by side, and what decided its verdict.

    \b
    Examples:
      newsdiff compare hi.txt it.txt ar.txt --output report.json
      newsdiff explain report.json money-1
    """  # noqa: D301 - click wants the character itself
    from newsdiff.explain import explain as explain_finding
    from newsdiff.explain import read_report
    from newsdiff.render.explanation import render_explanation

    settings = read_settings(config, quiet=quiet)
    with terminal.Progress(quiet=settings.quiet) as progress:
        progress("reading the articles again")
        explanation = explain_finding(read_report(report), finding, settings)
    width, color = terminal.looks(None)
    terminal.write_out(render_explanation(explanation, Style(width, color=color)))
