"""Fetching Stanza's models, and only ever because somebody asked for it: list, transfer, checksum, place.

A transfer that breaks off leaves its part beside the place of the file and goes on from there the next time. Proxies are
those of the standard variables (http_proxy, https_proxy, no_proxy).
"""

from __future__ import annotations

import http.client
import json
import os
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsdiff.annotate.stanza_language import LanguageModels, ModelFile, checksum
from newsdiff.annotate.stanza_models import LIST_FILE, ModelList, installed_models, local_list, release
from newsdiff.errors import EngineError

Progress = Callable[[str, int, int | None], None]
"""Told of a transfer: the name of the file, the bytes that are here, the bytes of the whole where they are known."""

_USUAL_LIST = "https://raw.githubusercontent.com/stanfordnlp/stanza-resources/main"
_LIST_VARIABLE, _MODEL_VARIABLE = "STANZA_RESOURCES_URL", "STANZA_MODEL_URL"
_MOST_LIST_BYTES = 50_000_000
_CHUNK = 1 << 18
_TIMEOUT = 30.0
_ATTEMPTS = 3
_PAUSE = 1.0
_AGENT = {"User-Agent": "newsdiff (fetches models of Stanza)"}


class _BrokenOffError(Exception):
    """A transfer that may go on when it is tried again."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where models come from: Stanza's list of them, and the pattern of their addresses."""

    known: ModelList
    pattern: str

    def address(self, models: LanguageModels, file: ModelFile) -> str:
        """The address of one file."""
        fields = {"lang": models.own_code, "resources_version": release(), "filename": file.name}
        try:
            return _checked(self.pattern.format(**fields))
        except (KeyError, IndexError, ValueError) as error:
            raise EngineError(f"{self.pattern}: is no pattern of an address ({error})") from error

    def models(self, code: str) -> LanguageModels:
        """The models of a language. Raises ``EngineError`` where there are none."""
        found = self.known.find(code)
        if found is None:
            codes = ", ".join(models.code for models in self.known.all())
            raise EngineError(f"Stanza finds no names in the language {code!r}; it does in {codes or 'none'}")
        return found

    def size(self, models: LanguageModels, files: Sequence[ModelFile]) -> int | None:
        """How many bytes some files of a language have, or None where the server does not tell."""
        with ThreadPoolExecutor(8) as pool:
            sizes = list(pool.map(lambda file: _size(self.address(models, file)), files))
        return None if None in sizes else sum(size for size in sizes if size is not None)


def open_source(mirror: str | None, variables: Mapping[str, str] | None = None) -> Source:
    """Fetch the list of models, from a mirror or from where Stanza itself takes it. Raises ``EngineError``.

    A mirror is the address of a folder that has resources.json (or resources_RELEASE.json) and the models below it as
    Stanza lays them out: a copy of its folder, put on any web server, is one. Without it Stanza's own variables
    STANZA_RESOURCES_URL and STANZA_MODEL_URL count.
    """
    said = os.environ if variables is None else variables
    named = f"resources_{release()}.json"
    if mirror:
        base = mirror.rstrip("/")
        try:
            data = _fetch_list(f"{base}/{named}")
        except FileNotFoundError:
            data = _fetch_list(f"{base}/{LIST_FILE}")
        return Source(ModelList(data, base), base.replace("{", "{{").replace("}", "}}") + "/{lang}/{filename}")
    address = f"{(said.get(_LIST_VARIABLE) or _USUAL_LIST).rstrip('/')}/{named}"
    try:
        known = ModelList(_fetch_list(address), address)
    except FileNotFoundError as error:
        raise EngineError(f"{address}: the server has no list of models there") from error
    pattern = said.get(_MODEL_VARIABLE) or known.address
    if not pattern or pattern == "default":
        pattern = known.address
    if not pattern:
        raise EngineError(f"{address}: does not say where the models lie")
    return Source(known, pattern)


def install(models: LanguageModels, source: Source, folder: Path, progress: Progress) -> int:
    """Fetch what a language lacks below ``folder``; return how many files that were. Raises ``EngineError``.

    The list beside the models takes over what the source says of this language and of those that are not here, so that
    it goes on telling the truth about the others.
    """
    for file in models.every_file:
        if not file.checksums:
            raise EngineError(f"Stanza's list has no checksum for {models.own_code}/{file.name}; nothing was fetched")
    wanted = lacking(models, folder)
    try:
        _update_list(models, source.known, folder)
        for file in wanted:
            path = models.path(folder, file)
            path.parent.mkdir(parents=True, exist_ok=True)
            _transfer(source.address(models, file), path, file, progress)
    except OSError as error:
        raise EngineError(f"{folder}: cannot be written to: {error.strerror or error}") from error
    return len(wanted)


def lacking(models: LanguageModels, folder: Path) -> tuple[ModelFile, ...]:
    """The files that `install` would fetch: those that are not below ``folder``, or with another checksum."""
    return tuple(file for file in models.every_file if checksum(models.path(folder, file)) not in file.checksums)


def _update_list(models: LanguageModels, known: ModelList, folder: Path) -> None:
    path = folder / LIST_FILE
    try:
        before = local_list(folder)
    except EngineError:
        before = None
    entries: dict[str, Any] = dict(known.entries)
    if before is not None:
        here = {other.own_code for other in installed_models(folder)} - {models.own_code}
        entries |= {code: entry for code, entry in before.entries.items() if code in here}
    folder.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.{os.getpid()}")
    unfinished.write_text(json.dumps(entries, indent=1), encoding="utf-8")
    unfinished.replace(path)


def _transfer(address: str, path: Path, file: ModelFile, progress: Progress) -> None:
    """Bring one file to its place: again where it breaks off, from the start where a resumed one turns out wrong."""
    part = path.with_name(f"{path.name}.{file.checksums[0][:8]}.part")
    resumed = part.is_file() and part.stat().st_size > 0
    for attempt in range(1, _ATTEMPTS + 1):
        try:
            _go_on(address, part, file.name, progress)
        except _BrokenOffError as error:
            if attempt == _ATTEMPTS:
                raise EngineError(f"{address}: {error}; run the command again, and it goes on from there") from error
            time.sleep(_PAUSE * attempt)
            continue
        if checksum(part) in file.checksums:
            part.replace(path)
            return
        part.unlink()
        if not resumed:
            break
        resumed = False
    raise EngineError(f"{address}: what came has another checksum than Stanza's list names; it was thrown away")


def _go_on(address: str, part: Path, name: str, progress: Progress) -> None:
    """Fetch what is missing of a file. Raises ``_BrokenOffError``, ``EngineError`` or ``OSError`` (of the disk)."""
    here = part.stat().st_size if part.is_file() else 0
    try:
        with _open(address, {"Range": f"bytes={here}-"} if here else {}) as response:
            if response.status != http.client.PARTIAL_CONTENT:
                here = 0
            length = response.headers.get("Content-Length", "")
            whole = here + int(length) if length.isdigit() else None
            with part.open("ab" if here else "wb") as file:
                while chunk := _read(response):
                    file.write(chunk)
                    here += len(chunk)
                    progress(name, here, whole)
    except urllib.error.HTTPError as error:
        with error:
            if error.code == http.client.REQUESTED_RANGE_NOT_SATISFIABLE and here:
                return
            if error.code >= 500:
                raise _BrokenOffError(f"the server answered {error.code} {error.reason}") from error
            raise EngineError(f"{address}: the server answered {error.code} {error.reason}") from error
    if whole is not None and here < whole:
        raise _BrokenOffError(f"the transfer broke off at {here:,} of {whole:,} bytes")


def _read(response: Any) -> bytes:
    try:
        data: bytes = response.read(_CHUNK)
    except (OSError, http.client.HTTPException) as error:
        raise _BrokenOffError(f"the transfer broke off ({error or type(error).__name__})") from error
    return data


def _open(address: str, headers: Mapping[str, str] | None = None, method: str = "GET") -> Any:
    request = urllib.request.Request(_checked(address), headers={**_AGENT, **(headers or {})}, method=method)  # noqa: S310
    try:
        return urllib.request.build_opener().open(request, timeout=_TIMEOUT)
    except urllib.error.HTTPError:
        raise
    except urllib.error.URLError as error:
        raise _BrokenOffError(f"could not be reached ({error.reason})") from error
    except (OSError, http.client.HTTPException) as error:
        raise _BrokenOffError(f"could not be reached ({error or type(error).__name__})") from error


def _fetch_list(address: str) -> bytes:
    """Fetch a list. Raises ``FileNotFoundError`` where the server has none there, or ``EngineError``."""
    try:
        with _open(address) as response:
            data: bytes = response.read(_MOST_LIST_BYTES)
            return data
    except urllib.error.HTTPError as error:
        with error:
            if error.code == http.client.NOT_FOUND and not address.endswith(f"/{LIST_FILE}"):
                raise FileNotFoundError(address) from error
            raise EngineError(f"{address}: the server answered {error.code} {error.reason}") from error
    except (_BrokenOffError, OSError, http.client.HTTPException) as error:
        raise EngineError(f"{address}: {error}") from error


def _size(address: str) -> int | None:
    try:
        with _open(address, method="HEAD") as response:
            length = response.headers.get("Content-Length", "")
            return int(length) if length.isdigit() else None
    except urllib.error.HTTPError as error:
        error.close()
        return None
    except (_BrokenOffError, OSError, http.client.HTTPException):
        return None


def _checked(address: str) -> str:
    if not address.lower().startswith(("http://", "https://")):
        raise EngineError(f"{address}: models are fetched from an http or https address alone")
    return address
