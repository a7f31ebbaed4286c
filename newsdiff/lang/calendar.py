"""The ``calendar`` section of a language pack."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class CalendarWords:
    """Words of one language; field names are the keys of the YAML section."""
