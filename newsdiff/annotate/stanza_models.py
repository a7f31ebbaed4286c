"""Which of Stanza's models a language needs, and which are here. Reads Stanza's own list of them, never the network.

Stanza keeps a file resources.json beside its models: for each language its models by processor and package, each with
its checksum and the models that it rests on in turn, and the packages that it takes by default.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from newsdiff.annotate.stanza_language import LanguageModels, ModelFile
from newsdiff.errors import EngineError

FOLDER_VARIABLE = "STANZA_RESOURCES_DIR"
LIST_FILE = "resources.json"

_NEEDED = ("tokenize", "ner")
_GRAMMAR = ("pos", "lemma", "depparse")
_NO_MODEL = ("lemma", "identity")
_OWN_CODES = {"zh": "zh-hans", "no": "nb"}
_OUR_CODES = {own: code for code, own in _OWN_CODES.items()}
_SAFE = re.compile(r"\w[\w.+-]*")
_RELEASE = re.compile(r"""^__resources_version__\s*=\s*["']([\w.]+)["']""", re.MULTILINE)


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
        return LanguageModels(_OUR_CODES.get(own, own), own, name, packages, files, *_grammar(entry))

    def all(self) -> tuple[LanguageModels, ...]:
        """Return what `find` does for every language, in the order of the codes."""
        own_codes = (own for own, entry in self.entries.items() if isinstance(entry, dict) and "alias" not in entry)
        found = (self.find(own) for own in own_codes)
        return tuple(sorted((models for models in found if models is not None), key=lambda models: models.code))


def _packages(entry: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the default package of each processor that is needed, and of the one that expands contractions."""
    chosen = _chosen(entry)
    for processor in _NEEDED:
        if processor in chosen:
            yield processor, chosen[processor]
        if processor == "tokenize" and chosen.get("mwt", chosen.get("tokenize")) in entry.get("mwt", {}):
            yield "mwt", chosen.get("mwt", chosen["tokenize"])


def _chosen(entry: dict[str, Any]) -> dict[str, Any]:
    default = entry.get("packages", {}).get("default") or entry.get("default_processors", {})
    return {**default.get("optional", {}), **default}


def _grammar(entry: dict[str, Any]) -> tuple[tuple[tuple[str, str], ...], tuple[ModelFile, ...]]:
    """The packages of grammar and their files; none where one of them is not to be had."""
    chosen = _chosen(entry)
    try:
        packages = tuple((processor, chosen[processor]) for processor in _GRAMMAR)
        files = [file for pair in packages if pair != _NO_MODEL for file in _files(entry, *pair)]
    except (KeyError, TypeError, AttributeError, ValueError):
        return (), ()
    return packages, tuple(dict.fromkeys(files))


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


@cache
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
    return found[1] if found else _version()


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("stanza")
    except PackageNotFoundError:
        return ""
