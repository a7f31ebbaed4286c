"""The report as JSON: the contract ``newsdiff/report/1``, the same bytes for the same report."""

from __future__ import annotations

import json

from newsdiff.render import Style
from newsdiff.render.safe import escape_hidden
from newsdiff.render.view import View


def render(view: View, style: Style) -> str:  # noqa: ARG001 - every format is called alike
    """Write the contract with sorted keys, native scripts as they are and hidden characters escaped.

    The texts of reasons alone are in the language of the report; codes are the same in all.
    """
    return (
        escape_hidden(json.dumps(view.report.to_dict(view.words.reason), ensure_ascii=False, indent=2, sort_keys=True))
        + "\n"
    )
