"""A reason: a code for programs and a sentence for people."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something is as it is: ``code`` is stable, ``text`` is for reading."""

    code: str
    text: str
