"""The catalogues: gettext's ``.po`` files, one a language, read as they are, so that nothing has to be compiled.

ADD A REPORT LANGUAGE HERE: ``<code>.po``, made from ``messages.pot``. A desk may keep one of its own, for a new language or
to overrule single words of ours, in the folder ``words`` beside its ``config.yaml``.
"""

from __future__ import annotations

import gettext
import io
import re
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from newsdiff.errors import SettingsError

if TYPE_CHECKING:
    from babel.messages.catalog import Message

OURS = Path(__file__).parent
_BLANK = re.compile(r"\{(\w*)\}")


def folders() -> tuple[Path, ...]:
    """Where catalogues lie, the stronger first: the user's own folder, and this one."""
    from platformdirs import user_config_path

    return user_config_path("newsdiff", appauthor=False) / "words", OURS


def available(places: Sequence[Path] | None = None) -> tuple[str, ...]:
    """The codes of all languages that a report can be written in."""
    found = {path.stem for folder in places or folders() if folder.is_dir() for path in folder.glob("*.po")}
    return tuple(sorted({"en", *found}))


def find_catalogue(language: str, places: Sequence[Path] | None = None) -> gettext.NullTranslations:
    """The messages of a language; what the stronger catalogue lacks comes from the weaker, and from English last.

    Raises ``SettingsError`` where a catalogue is broken.
    """
    paths = [folder / f"{language}.po" for folder in places or folders()]
    read = [read_catalogue(path) for path in paths if path.is_file()]
    if not read:
        return gettext.NullTranslations()
    for stronger, weaker in pairwise(read):
        stronger.add_fallback(weaker)
    return read[0]


def read_catalogue(path: Path) -> gettext.GNUTranslations:
    """Read one ``.po`` file. Messages that are fuzzy or not translated are left out. Raises ``SettingsError``."""
    from babel.core import UnknownLocaleError
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import PoFileError, read_po

    try:
        with path.open("rb") as file:
            try:
                catalog = read_po(file, locale=path.stem, abort_invalid=True)
            except UnknownLocaleError:
                file.seek(0)
                catalog = read_po(file, abort_invalid=True)
        for message in catalog:
            if message.id and not message.fuzzy:
                _check(message, path)
        compiled = io.BytesIO()
        write_mo(compiled, catalog)
        compiled.seek(0)
        return gettext.GNUTranslations(compiled)
    except OSError as error:
        raise SettingsError(f"{path}: cannot be read: {error.strerror}") from error
    except (PoFileError, ValueError) as error:
        raise SettingsError(f"{path}: is no sound catalogue: {error}") from error


def blanks(text: str) -> set[str]:
    """The names of the blanks in a message: ``{count}`` and the like. Any other brace is a blank without a sound name."""
    rest = _BLANK.sub("", text)
    return {match.group(1) for match in _BLANK.finditer(text)} | ({""} if set("{}") & set(rest) else set())


def _check(message: Message, path: Path) -> None:
    """Hold that a translation has the blanks of its message; a number may be told in a word instead."""
    sources = (message.id,) if isinstance(message.id, str) else tuple(message.id)
    texts = (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
    wanted = blanks(sources[-1])
    optional = {"count"} if len(sources) > 1 else set()
    for text in filter(None, texts):
        if not wanted - optional <= blanks(text) <= wanted:
            shown = ", ".join(f"{{{name}}}" for name in sorted(wanted)) or "none"
            raise SettingsError(
                f"{path}:{message.lineno or 1}: {text!r}: expected the blanks {shown}, as in {sources[0]!r}"
            )
