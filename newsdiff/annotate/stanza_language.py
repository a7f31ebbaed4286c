"""The models of one language as files below a folder: which there are, which are missing, which are damaged."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path

_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class ModelFile:
    """One model: its place below the folder of its language, and the MD5 checksums that it may have (none: unknown)."""

    processor: str
    package: str
    checksums: tuple[str, ...]

    @property
    def name(self) -> str:
        """The place of the file, as a path and in an address."""
        return f"{self.processor}/{self.package}.pt"


@dataclass(frozen=True, slots=True)
class LanguageModels:
    """The models of a language: ``packages`` are those of the processors, ``files`` all, with what they rest on.

    Names need those; ``grammar`` and ``grammar_files`` are what tells dictionary forms and dependencies besides, none
    where Stanza has nothing of the kind.
    """

    code: str
    own_code: str
    name: str
    packages: tuple[tuple[str, str], ...]
    files: tuple[ModelFile, ...]
    grammar: tuple[tuple[str, str], ...] = ()
    grammar_files: tuple[ModelFile, ...] = ()

    @property
    def every_file(self) -> tuple[ModelFile, ...]:
        """The files of names and of grammar, each once."""
        return tuple(dict.fromkeys((*self.files, *self.grammar_files)))

    def for_names(self) -> LanguageModels:
        """The same without grammar."""
        return replace(self, grammar=(), grammar_files=())

    def usable(self, folder: Path) -> LanguageModels:
        """What of it can be used from below ``folder``, where the models of names are: without grammar unless all is there."""
        whole = all(self.path(folder, file).is_file() for file in self.grammar_files)
        return self if whole else self.for_names()

    def lacks_grammar(self, folder: Path) -> bool:
        """Whether a part of the models of grammar is below ``folder``, but not all of them."""
        own = [file for file in self.grammar_files if (file.processor, file.package) in self.grammar]
        parts = [path for file in own for path in self.path(folder, file).parent.glob(f"{file.package}.pt*")]
        return bool(parts) and not self.usable(folder).grammar

    def missing(self, folder: Path) -> tuple[ModelFile, ...]:
        """The files that names need and that are not below ``folder``."""
        return tuple(file for file in self.files if not self.path(folder, file).is_file())

    def is_begun(self, folder: Path) -> bool:
        """Whether the tagger is below ``folder``, or a transfer of any file was begun: so all files ought to be there."""
        taggers = [file for file in self.files if file.processor == "ner" and self.path(folder, file).is_file()]
        return bool(taggers) or any((folder / self.own_code).glob("*/*.part"))

    def path(self, folder: Path, file: ModelFile) -> Path:
        """Where a file lies, or is to lie."""
        return folder / self.own_code / file.processor / f"{file.package}.pt"

    def size(self, folder: Path) -> int:
        """The bytes that its files take up below ``folder``."""
        paths = [self.path(folder, file) for file in self.every_file]
        return sum(path.stat().st_size for path in paths if path.is_file())

    def damaged(self, folder: Path) -> tuple[ModelFile, ...]:
        """The files below ``folder`` whose checksum is not one that Stanza's list names for them."""
        used = self.usable(folder).every_file
        return tuple(
            file for file in used if file.checksums and checksum(self.path(folder, file)) not in file.checksums
        )


def checksum(path: Path) -> str | None:
    """Return the MD5 checksum of a file, or None where it cannot be read."""
    digest = hashlib.md5(usedforsecurity=False)
    try:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
    except OSError:
        return None
    return digest.hexdigest()
