"""Utterances: how the quotations that fill one slot stand to each other, and where they differ."""

from newsdiff.align.utterances.weigh import weigh_utterances

__all__ = ["weigh_utterances"]
