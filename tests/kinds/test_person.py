from __future__ import annotations

import pytest

from newsdiff.kinds.person import PERSON
from newsdiff.model import Name, Role


@pytest.mark.parametrize(
    ("title", "language", "word"),
    [
        ("coach", "de", "Trainer"),
        ("coach", "it", "allenatore"),
        ("coach", "hi", "कोच"),
        ("coach", "ar", "مدرب"),
        ("coach", "en", "coach"),
        ("coach", "fr", "coach"),
        ("coach", "xx", "coach"),
        ("wizard", "de", "wizard"),
        (None, "de", None),
    ],
)
def test_titles_in_the_words_of_a_language(title, language, word):
    name = Name("Sam Orlo", ("Sam Orlo",), (Role(title, "Riva FC", "former"),))
    assert PERSON.word(name, language).roles == (Role(word, "Riva FC", "former"),)


def test_a_person_without_roles_stays_as_it_is():
    assert PERSON.word(Name("Sam Orlo"), "de") == Name("Sam Orlo")
