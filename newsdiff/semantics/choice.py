"""Which model a text takes: the one place that decides."""

from __future__ import annotations

import re
from enum import Enum


class Model(Enum):
    """The models there are; the value of one of ours names its file in newsdiff/models."""

    NONE = ""
    ENCODER = "encoder"
    HINDI = "hindi"


ENCODER_LANGUAGES = frozenset(
    ["ar", "de", "en", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "th", "tr", "zh"]
)
"""Languages that the encoder was trained on; it makes something of their relatives, too."""
OWN_LANGUAGES = {"hi": Model.HINDI}
"""Languages that the encoder lacks and that have a model of their own."""
OWN_SCRIPTS = ((re.compile(r"[\u0900-\u097f]"), Model.HINDI),)
"""Scripts that the encoder cannot read: Devanagari."""

_LETTER_OR_DIGIT = re.compile(r"[^\W_]")


def bare_code(language: str | None) -> str:
    """Return the language of a code in lower case, without script and region: ``hi`` of ``hi-IN``."""
    return (language or "").lower().replace("_", "-").split("-")[0]


def choose(text: str, language: str | None = None) -> Model:
    """Return the model for a text.

    One of our own where the language has one, or where most letters are of a script that the encoder cannot read,
    whatever the language is said to be; the encoder for all else (it knows ar de en es fr it ja ko nl pl pt ru th tr zh
    and makes something of their relatives).
    """
    letters = len(_LETTER_OR_DIGIT.findall(text))
    if not letters:
        return Model.NONE
    code = bare_code(language)
    if code in OWN_LANGUAGES:
        return OWN_LANGUAGES[code]
    for script, model in OWN_SCRIPTS:
        if 2 * len(script.findall(text)) > letters:
            return model
    return Model.ENCODER
