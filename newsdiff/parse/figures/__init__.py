"""Figures: numbers, money, percentages and measures, and what they count."""

from newsdiff.parse.figures.found import FoundFigure
from newsdiff.parse.figures.reader import find_figures

__all__ = ["FoundFigure", "find_figures"]
