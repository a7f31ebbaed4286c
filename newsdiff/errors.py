"""What can go wrong, in words that name the thing, the reason and the mend."""

from __future__ import annotations


class NewsdiffError(Exception):
    """Any error that newsdiff itself raises; its text is meant for the person at the terminal."""


class SettingsError(NewsdiffError):
    """A YAML file (settings or language pack) that says something it may not: file, line, key and what is allowed."""


class SourceError(NewsdiffError):
    """A source that gives no article. ``code`` is the stable reason code of the report's ``skipped`` list."""

    def __init__(self, code: str, text: str) -> None:
        """Keep the code beside the text."""
        super().__init__(text)
        self.code = code


class ReportError(NewsdiffError):
    """A file that is no report, or a finding that it does not hold."""


class EngineError(NewsdiffError):
    """An engine that cannot work as it was asked to, and what to do about it."""


class NothingToCompareError(NewsdiffError):
    """No two articles could be read."""
