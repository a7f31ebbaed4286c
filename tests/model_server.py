"""Folders of models as Stanza lays them out, and a server of them, on this machine alone, that fails as servers do."""

from __future__ import annotations

import hashlib
import http.server
import json
import re
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from newsdiff.annotate.stanza_models import release

needs_stanza = pytest.mark.skipif(find_spec("stanza") is None, reason="Stanza is not installed")

GRAMMAR = {"pos": "combined", "lemma": "combined", "depparse": "combined"}
LANGUAGES = {
    "hi": {"tokenize": "hdtb", "ner": "ilner"},
    "it": {"tokenize": "combined", "mwt": "combined", "ner": "fbk", **GRAMMAR},
    "zh-hans": {"tokenize": "gsd", "ner": "ontonotes"},
}
NAMES = {"hi": "Hindi", "it": "Italian", "zh-hans": "Simplified_Chinese"}


@dataclass
class ModelServer:
    """What the server has and has been asked; ``cuts`` are the bytes after which it hangs up, answer by answer."""

    address: str
    files: dict[str, bytes]
    asked: list[tuple[str, str, str | None]] = field(default_factory=list)
    cuts: dict[str, list[int]] = field(default_factory=dict)
    statuses: dict[str, list[int]] = field(default_factory=dict)
    ranges: bool = True

    def got(self, ending: str) -> list[str | None]:
        """The ranges that were asked for of the files whose path has this ending."""
        return [wanted for method, path, wanted in self.asked if method == "GET" and path.endswith(ending)]


def tiny_models() -> dict[str, bytes]:
    """Files in the layout of Stanza's folder, with a list that knows their checksums; none is a real model."""
    files, entries = {}, {}
    for code, packages in LANGUAGES.items():
        entry: dict[str, Any] = {"lang_name": NAMES[code], "packages": {"default": {"pos": "left", **packages}}}
        vectors = [("pretrain", "vectors")] if "depparse" in packages else []
        for processor, package in [*packages.items(), ("forward_charlm", "news"), *vectors]:
            data = f"{code} {processor} {package} ".encode() * 40_000
            files[f"/{code}/{processor}/{package}.pt"] = data
            entry[processor] = {package: {"md5": hashlib.md5(data).hexdigest()}}
        entry["ner"][packages["ner"]]["dependencies"] = [{"model": "forward_charlm", "package": "news"}]
        if vectors:
            entry["depparse"]["combined"]["dependencies"] = [{"model": "pretrain", "package": "vectors"}]
        entries[code] = entry
    entries |= {
        "hindi": {"alias": "hi"},
        "xx": {"tokenize": {"one": {"md5": "0"}}, "packages": {"default": {"tokenize": "one"}}},
    }
    files["/resources.json"] = json.dumps(entries).encode()
    return files


def folder_files(folder: Path) -> dict[str, bytes]:
    """The files of a folder of Stanza, and its list with their checksums filled in."""
    entries = json.loads((folder / "resources.json").read_text(encoding="utf-8"))
    files = {}
    for path in folder.glob("*/*/*.pt"):
        code, processor, name = path.relative_to(folder).parts
        if code in entries:
            data = path.read_bytes()
            files[f"/{code}/{processor}/{name}"] = data
            entries[code][processor][path.stem]["md5"] = hashlib.md5(data).hexdigest()
    return {**files, "/resources.json": json.dumps(entries).encode()}


def lay_out(folder: Path, *codes: str, lacking: Sequence[str] = ()) -> None:
    """Lay out empty models, all but those ``lacking`` (such as "it/ner"), and Stanza's list of them."""
    model = {"model": {"md5": hashlib.md5(b"").hexdigest()}}
    entry = {"tokenize": model, "ner": model, "packages": {"default": {"tokenize": "model", "ner": "model"}}}
    (folder / "resources.json").write_text(json.dumps(dict.fromkeys([*codes, "work"], entry)))
    for code in codes:
        for part in ("tokenize", "ner"):
            (folder / code / part).mkdir(parents=True)
            if f"{code}/{part}" not in lacking:
                (folder / code / part / "model.pt").write_bytes(b"")


@contextmanager
def serving(files: Mapping[str, bytes]) -> Iterator[ModelServer]:
    """Serve files on a free port of the loopback address."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    state = ModelServer(f"http://127.0.0.1:{server.server_address[1]}", dict(files))
    server.state = state  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield state
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)


class _Handler(http.server.BaseHTTPRequestHandler):
    timeout = 10

    def do_HEAD(self) -> None:
        self._answer(body=False)

    def do_GET(self) -> None:
        self._answer(body=True)

    def _answer(self, *, body: bool) -> None:
        state: ModelServer = self.server.state  # type: ignore[attr-defined]
        path = re.sub(r"^http://[^/]*", "", self.path)
        wanted = self.headers.get("Range")
        state.asked.append((self.command, self.path, wanted))
        statuses = state.statuses.get(path)
        data = state.files.get(path)
        if statuses or data is None:
            self.send_error(statuses.pop(0) if statuses else 404)
            return
        start = int(wanted.removeprefix("bytes=").removesuffix("-")) if wanted and state.ranges else 0
        if wanted and start >= len(data):
            self.send_error(416)
            return
        self.send_response(206 if wanted and state.ranges else 200)
        self.send_header("Content-Length", str(len(data) - start))
        self.end_headers()
        if body:
            cuts = state.cuts.get(path)
            self.wfile.write(data[start : start + cuts.pop(0)] if cuts else data[start:])

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def versioned(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The same files where Stanza's own servers have them, below /models and with the release in the list's name."""
    own = {f"/models{path}": data for path, data in files.items() if path != "/resources.json"}
    return {**own, f"/resources_{release()}.json": files["/resources.json"]}
