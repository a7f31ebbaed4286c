"""The ``speech`` section of a language pack."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class SpeechWords:
    """Words of one language; field names are the keys of the YAML section."""
