"""Which of Stanza's models a language needs, and which are here. Reads Stanza's own list of them, never the network.

Stanza keeps a file resources.json beside its models: for each language its models by processor and package, each with
its checksum and the models that it rests on in turn, and the packages that it takes by default.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from newsdiff.errors import EngineError

FOLDER_VARIABLE = "STANZA_RESOURCES_DIR"
LIST_FILE = "resources.json"

_NEEDED = ("tokenize", "ner")
_OWN_CODES = {"zh": "zh-hans", "no": "nb"}
_OUR_CODES = {own: code for code, own in _OWN_CODES.items()}
_SAFE = re.compile(r"\w[\w.+-]*")
_RELEASE = re.compile(r"""^__resources_version__\s*=\s*["']([\w.]+)["']""", re.MULTILINE)
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
    """The models that a language needs: ``packages`` are those of the processors, ``files`` all, with what they rest on."""

    code: str
    own_code: str
    name: str
    packages: tuple[tuple[str, str], ...]
    files: tuple[ModelFile, ...]

    def missing(self, folder: Path) -> tuple[ModelFile, ...]:
        """The files that are not below ``folder``."""
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
        paths = [self.path(folder, file) for file in self.files]
        return sum(path.stat().st_size for path in paths if path.is_file())

    def damaged(self, folder: Path) -> tuple[ModelFile, ...]:
        """The files below ``folder`` whose checksum is not one that Stanza's list names for them."""
        return tuple(
            file for file in self.files if file.checksums and checksum(self.path(folder, file)) not in file.checksums
        )


class ModelList:
    """Stanza's list of its models."""

    def __init__(self, data: bytes, origin: str) -> None:
        """Read the list; ``origin`` is named where it is broken. Raises ``EngineError``."""
        try:
            said = json.loads(data)
        except ValueError as error:
            raise EngineError(f"{origin}: is no list of Stanza's models ({error})") from error
        if not isinstance(said, dict):
            raise EngineError(f"{origin}: is no list of Stanza's models")
        self.entries: dict[str, Any] = said
        self._origin = origin

    @property
    def address(self) -> str | None:
        """The address that the models lie at, with fields for language, version and file name."""
        address = self.entries.get("url")
        return address if isinstance(address, str) else None

    def own_code(self, code: str) -> str:
        """Return Stanza's own code for one of ours, or for a name such as "hindi"."""
        own = _OWN_CODES.get(code, code)
        for _ in range(3):
            entry = self.entries.get(own)
            if isinstance(entry, dict) and isinstance(entry.get("alias"), str):
                own = entry["alias"]
        return own

    def find(self, code: str) -> LanguageModels | None:
        """Return the models that a language needs, or None where Stanza has no tokenizer or no tagger of names for it."""
        own = self.own_code(code)
        entry = self.entries.get(own)
        if not isinstance(entry, dict) or not _SAFE.fullmatch(own):
            return None
        try:
            packages = tuple(_packages(entry))
            files = tuple(dict.fromkeys(file for pair in packages for file in _files(entry, *pair)))
        except (KeyError, TypeError, AttributeError, ValueError) as error:
            raise EngineError(f"{self._origin}: what it says of {own!r} cannot be read ({error!r})") from error
        if not {*_NEEDED} <= {processor for processor, _ in packages}:
            return None
        name = str(entry.get("lang_name", own)).replace("_", " ")
        return LanguageModels(_OUR_CODES.get(own, own), own, name, packages, files)

    def all(self) -> tuple[LanguageModels, ...]:
        """Return what `find` does for every language, in the order of the codes."""
        own_codes = (own for own, entry in self.entries.items() if isinstance(entry, dict) and "alias" not in entry)
        found = (self.find(own) for own in own_codes)
        return tuple(sorted((models for models in found if models is not None), key=lambda models: models.code))


def _packages(entry: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the default package of each processor that is needed, and of the one that expands contractions."""
    default = entry.get("packages", {}).get("default") or entry.get("default_processors", {})
    chosen = {**default.get("optional", {}), **default}
    for processor in _NEEDED:
        if processor in chosen:
            yield processor, chosen[processor]
        if processor == "tokenize" and chosen.get("mwt", chosen.get("tokenize")) in entry.get("mwt", {}):
            yield "mwt", chosen.get("mwt", chosen["tokenize"])


def _files(entry: dict[str, Any], processor: str, package: str) -> Iterator[ModelFile]:
    said = entry[processor][package]
    if not _SAFE.fullmatch(processor) or not _SAFE.fullmatch(package):
        raise ValueError(f"{processor}/{package}")
    checksums = (said.get("md5"), said.get("alternate_md5"))
    yield ModelFile(processor, package, tuple(str(value).lower() for value in checksums if value))
    for needed in said.get("dependencies") or ():
        yield from _files(entry, needed["model"], needed["package"])


def local_list(folder: Path) -> ModelList | None:
    """Read the list that lies beside the models, or return None where there is none. Raises ``EngineError``."""
    path = folder / LIST_FILE
    try:
        status = path.stat()
    except OSError:
        return None
    return _read_list(path, status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=4)
def _read_list(path: Path, _time: int, _size: int) -> ModelList:
    try:
        return ModelList(path.read_bytes(), str(path))
    except OSError as error:
        raise EngineError(f"{path}: cannot be read: {error.strerror}") from error


def installed_models(folder: Path) -> tuple[LanguageModels, ...]:
    """Return the languages all of whose models are below ``folder``, in the order of the codes."""
    try:
        known = local_list(folder)
        here = {path.name for path in folder.iterdir() if path.is_dir()} if known else set()
        found = [known.find(name) for name in sorted(here)] if known else []
    except (OSError, EngineError):
        return ()
    complete = {models.code: models for models in found if models is not None and not models.missing(folder)}
    return tuple(complete[code] for code in sorted(complete))


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


def models_folder(chosen: Path | None = None) -> Path:
    """Return where the models lie: the folder that is chosen, or else the one that Stanza would take itself.

    That is what STANZA_RESOURCES_DIR names, or a folder for caches, or, with models of earlier releases in it and none in
    the other, ~/stanza_resources.
    """
    if chosen is not None:
        return chosen.expanduser()
    named = os.environ.get(FOLDER_VARIABLE)
    if named:
        return Path(named)
    from platformdirs import user_cache_dir

    usual = Path(user_cache_dir("stanza", "StanfordNLP", release())) / "resources"
    earlier = Path.home() / "stanza_resources"
    return earlier if not (usual / LIST_FILE).is_file() and (earlier / LIST_FILE).is_file() else usual


def release() -> str:
    """Return the release of models that the installed Stanza takes ("" without Stanza), without importing it."""
    spec = find_spec("stanza")
    if spec is None:
        return ""
    origin = getattr(spec, "origin", None)
    try:
        found = _RELEASE.search(Path(origin).with_name("_version.py").read_text(encoding="utf-8")) if origin else None
    except OSError:
        found = None
    try:
        return found[1] if found else version("stanza")
    except PackageNotFoundError:
        return ""
