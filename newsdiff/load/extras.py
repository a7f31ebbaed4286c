"""Formats that need a package of their own, which not everybody installs."""

from __future__ import annotations

from newsdiff.errors import SourceError


def missing_extra(ending: str, extra: str) -> SourceError:
    """The error for a format whose package is not here."""
    return SourceError("missing_extra", f"{ending} needs one more package; run: pip install 'newsdiff[{extra}]'")
