"""What newsdiff says of itself: where to start, and which version with which engines is here."""

from __future__ import annotations

import platform
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec

from newsdiff import __version__

WHERE_TO_START = """\
newsdiff sets articles on one event side by side, in whatever languages, and
says where they agree, where they contradict one another, and what only one of
them says. It works on your computer and sends nothing anywhere.

  newsdiff compare hi.txt it.docx ar.pdf           compare articles
  newsdiff compare articles/ --output report.html  a page to read and to mail
  newsdiff extract hi.txt                          what one article claims

newsdiff --help shows all commands, newsdiff compare --help all that it can do.
"""
_EXTRAS = (("docx", ".docx", "docx"), ("pdf", ".pdf", "pdfminer"))


def describe_version() -> str:
    """The versions of newsdiff and Python, the engines with Stanza's languages, and the formats that are not installed.

    Reads what is installed and imports none of it.
    """
    lines = [
        f"newsdiff {__version__}",
        f"Python {platform.python_version()}",
        "engine embedded: comes with newsdiff",
        f"engine stanza: {_stanza()}",
    ]
    lines += [
        f"{ending}: not installed (pip install 'newsdiff[{extra}]')"
        for extra, ending, module in _EXTRAS
        if find_spec(module) is None
    ]
    return "".join(f"{line}\n" for line in lines)


def _stanza() -> str:
    if find_spec("stanza") is None:
        return "not installed (pip install stanza)"
    from newsdiff.annotate.stanza_models import installed_models, models_folder
    from newsdiff.cli.settings import read_settings
    from newsdiff.errors import NewsdiffError
    from newsdiff.pipeline import engine_options

    try:
        release = version("stanza")
    except PackageNotFoundError:
        release = "of an unknown version"
    try:
        models = installed_models(models_folder(engine_options(read_settings(None)).folder))
    except NewsdiffError as error:
        return f"{release}, its models cannot be told: {error}"
    codes = ", ".join(sorted(item.code for item in models))
    return f"{release}, models for {codes}" if codes else f"{release}, no models (newsdiff models install hi)"
