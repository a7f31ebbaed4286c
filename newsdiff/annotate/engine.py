"""What every engine is: the interface, and what an engine may use of the machine."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from newsdiff.annotate.cache import Cache
from newsdiff.model import Article, Document


@dataclass(frozen=True, slots=True)
class EngineOptions:
    """What an engine may use.

    ``folder`` is where Stanza's models lie (None: where Stanza itself keeps them), ``threads`` how many processor cores
    it may keep busy at most, ``gpu`` whether it may use a graphics processor where there is one, ``cache`` where it keeps
    what it has read (None: nowhere).
    """

    folder: Path | None = None
    threads: int = 4
    gpu: bool = True
    cache: Cache | None = None


DEFAULT_OPTIONS = EngineOptions()


class Serves(Protocol):
    """Tells cheaply whether an engine can read a language here and now."""

    def __call__(self, language: str, options: EngineOptions = DEFAULT_OPTIONS, /) -> bool:
        """Answer for one language, as a code."""


@dataclass(frozen=True, slots=True)
class Engine:
    """A way to annotate.

    ``annotate`` reads articles in any mix of languages, and gives a document for each, in their order; it raises
    ``EngineError`` where it cannot.
    """

    name: str
    serves: Serves
    annotate: Callable[[Sequence[Article], EngineOptions], tuple[Document, ...]]
