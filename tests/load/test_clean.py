from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.load.clean import clean, clean_line

CASES = [
    ("one\r\ntwo\rthree\x85four\u2028five\u2029six\x0cseven", "one\ntwo\nthree\nfour\nfive\nsix\nseven"),
    ("cafe\u0301", "café"),
    ("a\tb", "a b"),
    ("\x1b[31mred\x1b[0m \x1b[2Jx\x9b1;1Hy \x1b]0;kept", "red x1;1Hy ]0;kept"),
    ("\x1b]0;title\x07a\x1b]8;;https://example.org\x1b\\link\x1b]8;;\x1b\\", "alink"),
    ("a\x00\x07\x08\x7f\x9fb", "ab"),
    ("\u202egnp.exe\u202c \u2066x\u2069 \u200ea\u200f", "gnp.exe x a"),
    ("Donau\u00addampf\u200bschiff\ufeff", "Donaudampfschiff"),
    ("\ud800x", "x"),
    ("tag\U000e0041\U000e007f", "tag"),
    ("e\u200b\u0301", "é"),
    # joiners stay where a script or an emoji needs them, and only there
    ("می\u200cخواهم", "می\u200cخواهم"),
    ("क्\u200dष", "क्\u200dष"),
    ("👩\u200d🚀", "👩\u200d🚀"),
    ("in\u200dvisible \u200cword", "invisible word"),
    ("می\u200c\u200d\u200cخ", "می\u200cخ"),
    # what must stay as it is
    ("Ｆｕｌｌ ½ ﬁ №", "Ｆｕｌｌ ½ ﬁ №"),
    ("no\u00a0break “quotes” – dash…", "no\u00a0break “quotes” – dash…"),
]


@pytest.mark.parametrize(("raw", "cleaned"), CASES)
def test_clean(raw, cleaned):
    assert clean(raw) == cleaned


def test_a_line_is_one_line():
    assert clean_line("  a\r\nb\t c\x1b[1m ") == "a b c"


@given(st.text(alphabet=st.characters() | st.sampled_from("\x1b[]m\x9b\u200c\u200d\u0301\r\n\u202eक्می")))
def test_cleaning_leaves_nothing_to_clean(text):
    once = clean(text)
    assert clean(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert not any(unicodedata.category(character) in ("Cc", "Cs") for character in once if character != "\n")
    assert once.count("\n") <= sum(text.count(end) for end in "\r\n\x0b\x0c\x85\u2028\u2029")
