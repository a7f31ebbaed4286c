"""Figures: numbers, money, percentages and measures, and what they count."""

from newsdiff.parse.figures.reader import FoundFigure, find_figures

__all__ = ["FoundFigure", "find_figures"]
