"""What a page of a PDF holds: lines with their places."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text in reading order.

    Places are in points from the lower left corner of the page; ``size`` is the height of its letters in points.
    """

    text: str
    left: float
    bottom: float
    right: float
    top: float
    size: float
    rtl: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a page in the order in which the file writes them, its height, and whether pictures stand on it."""

    lines: tuple[Line, ...]
    height: float
    has_picture: bool = False
