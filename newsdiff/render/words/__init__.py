"""The words of the reports in one language: messages from its catalogue; numbers, days, lists and names by CLDR.

English needs no catalogue: its messages are those that the code holds. Nothing here is translated before it is said.
"""

from __future__ import annotations

import datetime as dt
import gettext
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from newsdiff.errors import SettingsError
from newsdiff.model import Reason
from newsdiff.model.phrase import Filling, Phrase
from newsdiff.render.words import catalogue

if TYPE_CHECKING:
    from babel import Locale

__all__ = ["ENGLISH", "Words", "load_words"]

_ENGLISH = "en"
_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


@dataclass(frozen=True, slots=True)
class Words:
    """A language to write a report in: its CLDR code, such as ``de`` or ``de_AT``, and its messages."""

    code: str
    messages: gettext.NullTranslations

    @property
    def language(self) -> str:
        """The language without its country."""
        return self.code.partition("_")[0]

    @property
    def tag(self) -> str:
        """The language as web pages name it: ``de-AT``."""
        return self.code.replace("_", "-")

    @property
    def is_english(self) -> bool:
        """Whether values are shown as the report has them."""
        return self.language == _ENGLISH

    @property
    def direction(self) -> Literal["ltr", "rtl"]:
        """The direction in which the language is written."""
        return "rtl" if not self.is_english and self.locale.text_direction == "rtl" else "ltr"

    @property
    def locale(self) -> Locale:
        """The language as Babel knows it. English is written with the day before the month."""
        return _locale("en_GB" if self.code == _ENGLISH else self.code)

    def say(self, message: str, **values: Filling) -> str:
        """Say a message, with values for its blanks."""
        return self.tell(Phrase(message, tuple(values.items())))

    def say_number(self, one: str, many: str, count: int, **values: Filling) -> str:
        """Say a message that depends on ``{count}``."""
        return self.tell(Phrase(one, (("count", count), *values.items()), many))

    def say_as(self, context: str, message: str) -> str:
        """Say a word that means something else in another context."""
        return self.messages.pgettext(context, message)

    def tell(self, phrase: Phrase) -> str:
        """Say a phrase."""
        if phrase.plural:
            said = self.messages.ngettext(phrase.message, phrase.plural, phrase.count)
        else:
            said = self.messages.gettext(phrase.message) if phrase.message else ""
        values = {name: self.number(value) if isinstance(value, int) else value for name, value in phrase.values}
        return said.format(**values) if values else said

    def reason(self, reason: Reason) -> str:
        """Say a reason with all that is to be said besides."""
        return self.say_as("between reasons", "; ").join(map(self.tell, reason.phrases))

    def listed(self, names: Sequence[str]) -> str:
        """Names one after the other."""
        return self.say_as("between names", ", ").join(names)

    def joined(self, names: Sequence[str]) -> str:
        """Names with the word for "and" before the last."""
        from babel.lists import format_list

        return str(format_list(list(names), locale=self.locale)) if names else ""

    def number(self, number: int) -> str:
        """A whole number, in Western digits."""
        if self.is_english:
            return f"{number:,}"
        from babel.numbers import format_decimal

        return str(format_decimal(number, locale=self.locale))

    def percent(self, share: float) -> str:
        """A share of 1, as whole percent."""
        if self.is_english:
            return f"{share:.0%}"
        from babel.numbers import format_percent

        return str(format_percent(share, locale=self.locale))

    def day(self, day: dt.date) -> str:
        """A day in full."""
        from babel.dates import format_date

        return str(format_date(day, "long", locale=self.locale))

    def language_name(self, code: str | None) -> str:
        """The name of a language: ``Arabic`` for ``ar``; the code itself where it has no name."""
        if not code or code == "und":
            return self.say("unknown language")
        names: Mapping[str, str] = self.locale.languages
        return names.get(code) or code


ENGLISH = Words(_ENGLISH, gettext.NullTranslations())


@cache
def load_words(code: str) -> Words:
    """The words of the language ``code``; ``auto`` stands for the one that the environment asks for.

    Raises ``SettingsError`` where there is no catalogue of it, or a broken one.
    """
    if code.strip().lower() == "auto":
        return _asked_for()
    wanted = code.strip().replace("-", "_")
    language = wanted.partition("_")[0].lower()
    known = catalogue.available()
    if language not in known:
        raise SettingsError(
            f"report_language: there is no catalogue for {code!r}; there are {', '.join(known)} "
            f"(to add one, put {language or 'xx'}.po into {catalogue.folders()[0]})"
        )
    return Words(_code(wanted, language), catalogue.find_catalogue(language))


def _asked_for() -> Words:
    """The words of the environment's language where there is a catalogue of it; else English."""
    asked = next((os.environ[name] for name in _VARIABLES if os.environ.get(name)), "")
    code = asked.partition(".")[0].partition("@")[0]
    known = code.partition("_")[0].lower() in catalogue.available()
    return load_words(code) if known else ENGLISH


def _code(wanted: str, language: str) -> str:
    """The code by which Babel knows a language, with its country where it knows that."""
    if wanted.lower() == _ENGLISH:
        return _ENGLISH
    from babel.localedata import exists, normalize_locale

    code = normalize_locale(wanted)
    return code if code and exists(code) else language


@cache
def _locale(code: str) -> Locale:
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(code)
    except (UnknownLocaleError, ValueError):
        return Locale.parse("en_GB")
