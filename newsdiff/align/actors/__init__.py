"""Actors: who and what the articles name, one for all spellings, scripts and articles."""

from newsdiff.align.actors.index import ActorIndex
from newsdiff.align.actors.resolve import resolve

__all__ = ["ActorIndex", "resolve"]
