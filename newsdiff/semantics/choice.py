"""Which model a text takes: the one place that decides."""

from __future__ import annotations

import re
from enum import Enum


class Model(Enum):
    """The models there are; a value names the file of the weights in newsdiff/models, where they are ours."""

    NONE = ""
    ENCODER = "encoder"
    HINDI = "hindi"


ENCODER_LANGUAGES = frozenset(["ar", "de", "en", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "th", "tr", "zh"])
OWN_MODELS = {"hi": Model.HINDI}
OWN_SCRIPTS = ((re.compile(r"[\u0900-\u097f]"), Model.HINDI),)

_LETTER_OR_DIGIT = re.compile(r"[^\W_]")


def choose(text: str, language: str | None = None) -> Model:
    """Return the model for a text: by its language, else, where that is unknown or has no model, by its script.

    A text in a script that the encoder cannot read goes to the model of that script when such letters are the majority.
    """
    if _LETTER_OR_DIGIT.search(text) is None:
        return Model.NONE
    code = (language or "").lower().replace("_", "-").split("-")[0]
    if code in OWN_MODELS:
        return OWN_MODELS[code]
    if code in ENCODER_LANGUAGES:
        return Model.ENCODER
    for letters, model in OWN_SCRIPTS:
        if 2 * len(letters.findall(text)) > len(_LETTER_OR_DIGIT.findall(text)):
            return model
    return Model.ENCODER
