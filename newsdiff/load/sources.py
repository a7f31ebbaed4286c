"""Sources as they are given on the command line: what each one stands for, and how it is shown."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from newsdiff.errors import SourceError
from newsdiff.load.clean import clean_line

STANDARD_INPUT = "-"
_OTHER_DOCUMENTS = (
    ".doc",
    ".docm",
    ".odt",
    ".rtf",
    ".pages",
    ".epub",
    ".wpd",
    ".eml",
    ".msg",
    ".mht",
    ".mhtml",
    ".webarchive",
)
_PICTURES = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".heic", ".tif", ".tiff")


def is_address(source: str) -> bool:
    """Whether a source is a web address and not a file."""
    return source.lower().startswith(("http://", "https://"))


@dataclass(frozen=True, slots=True)
class Place:
    """Where one article is: ``path`` for a file, None for standard input and web addresses, which ``name`` tells."""

    name: str
    path: Path | None = None

    @property
    def shown(self) -> str:
        """The name as people and terminals can take it."""
        return clean_line(os.fsencode(self.name).decode("utf-8", "replace")) or repr(self.name)


def expand(source: str, suffixes: Sequence[str]) -> Iterator[Place]:
    """The articles that a source stands for: itself, or the files of a folder that end in one of ``suffixes``.

    A folder also gives those files that a person may take for articles, so that they are named as not read.

    Raises ``SourceError`` with the code not_found, no_articles_in_folder or unreadable.
    """
    if source == STANDARD_INPUT or is_address(source):
        yield Place(source)
        return
    if "\0" in source:
        raise SourceError("not_found", "there is no such file or folder")
    path = Path(source)
    try:
        is_folder = path.is_dir()
    except OSError as error:
        raise SourceError("unreadable", f"it cannot be read: {error.strerror}") from error
    if not is_folder:
        yield Place(source, path)
        return
    try:
        names = sorted(entry.name for entry in path.iterdir() if _is_meant(entry, suffixes))
    except OSError as error:
        raise SourceError("unreadable", f"the folder cannot be read: {error.strerror}") from error
    if not names:
        endings = ", ".join(suffixes)
        raise SourceError("no_articles_in_folder", f"there is no article in this folder (files that end in {endings})")
    for name in names:
        yield Place(str(path / name), path / name)


def once(places: Sequence[Place]) -> tuple[Place, ...]:
    """Each article once, under the shortest of the names that it was given, in the order of the names."""
    names: dict[str, Place] = {}
    for place in places:
        key = os.path.realpath(place.path) if place.path is not None else place.name
        names[key] = min(names.get(key, place), place, key=lambda place: (len(place.name), place.name))
    return tuple(sorted(names.values(), key=lambda place: place.name))


def read_file(path: Path, max_bytes: int) -> bytes:
    """Read a file. Raises ``SourceError`` with the code not_found, unreadable or too_large."""
    try:
        with path.open("rb") as file:
            data = file.read(max_bytes + 1)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise SourceError("not_found", f"there is no such file or folder{_hint(path)}") from error
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise SourceError("unreadable", f"the file cannot be read: {reason}") from error
    return within_limit(data, max_bytes)


def within_limit(data: bytes, max_bytes: int) -> bytes:
    """Return ``data``. Raises ``SourceError`` with the code too_large."""
    if len(data) > max_bytes:
        raise SourceError("too_large", f"it is larger than the limit of {max_bytes:,} bytes (limits.bytes)")
    return data


def _hint(path: Path) -> str:
    """What may have been meant by a name that is not there."""
    if set(path.name) & set("*?["):
        return "; no file matches this pattern"
    try:
        names = [entry.name for entry in path.parent.iterdir() if not entry.name.startswith(".")]
    except OSError:
        return ""
    near = get_close_matches(path.name, names, n=1, cutoff=0.75)
    return f" (did you mean {clean_line(near[0])}?)" if near else ""


def refuse_other_documents(path: Path) -> None:
    """Refuse a document of a kind that is not read. Raises ``SourceError`` with the code unknown_format."""
    suffix = path.suffix.lower()
    if suffix in _PICTURES:
        raise SourceError("unknown_format", "pictures are not read; run a text recognition (OCR) over it")
    if suffix in _OTHER_DOCUMENTS:
        raise SourceError("unknown_format", f"files that end in {suffix} are not read; save it as .docx or .txt")


def _is_meant(entry: Path, suffixes: Sequence[str]) -> bool:
    wanted = (*suffixes, *_OTHER_DOCUMENTS, *_PICTURES)
    return not entry.name.startswith((".", "~$")) and entry.suffix.lower() in wanted and entry.is_file()
