"""Words in a language: plurals, numbers, days and lists, and where a catalogue comes from."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys

import pytest

from newsdiff.errors import SettingsError
from newsdiff.model import Reason
from newsdiff.model.phrase import Phrase, phrase, phrases
from newsdiff.render.words import ENGLISH, catalogue, load_words
from newsdiff.render.words.catalogue import find_catalogue
from newsdiff.render.words.terms import COUNTED

DAY = dt.date(2026, 3, 1)


@pytest.mark.parametrize(
    ("code", "count", "told"),
    [
        ("en", 0, "0 discrepancies"),
        ("en", 1, "1 discrepancy"),
        ("en", 1200, "1,200 discrepancies"),
        ("de", 1, "1 Widerspruch"),
        ("de", 1200, "1.200 Widersprüche"),
        ("it", 2, "2 discrepanze"),
        ("hi", 1, "1 विरोधाभास"),
        ("hi", 120000, "1,20,000 विरोधाभास"),
        ("ar", 0, "لا تناقضات"),
        ("ar", 1, "تناقض واحد"),
        ("ar", 2, "تناقضان"),
        ("ar", 3, "3 تناقضات"),
        ("ar", 11, "11 تناقضًا"),
        ("ar", 100, "100 تناقض"),
    ],
)
def test_counts(code, count, told):
    assert load_words(code).say_number(*COUNTED["discrepancy"], count) == told


@pytest.mark.parametrize(
    ("code", "day", "share", "names", "name"),
    [
        ("en", "1 March 2026", "78%", "ar, de and it", "Arabic"),
        ("de", "1. März 2026", "78 %", "ar, de und it", "Arabisch"),
        ("de-AT", "1. März 2026", "78 %", "ar, de und it", "Arabisch"),
        ("it", "1 marzo 2026", "78%", "ar, de e it", "arabo"),
        ("hi", "1 मार्च 2026", "78%", "ar, de, और it", "अरबी"),
        ("ar", "1 مارس 2026", "78%", "ar وde وit", "العربية"),
    ],
)
def test_days_shares_and_names(code, day, share, names, name):
    words = load_words(code)
    assert words.day(DAY) == day
    assert " ".join(words.percent(0.78).split()) == share
    assert words.joined(["ar", "de", "it"]) == names
    assert words.language_name("ar") == name


def test_direction_and_tag():
    assert [(load_words(code).direction, load_words(code).tag) for code in ("en", "ar", "de_AT")] == [
        ("ltr", "en"),
        ("rtl", "ar"),
        ("ltr", "de-AT"),
    ]


def test_a_reason_is_said_with_all_that_belongs_to_it():
    reason = Reason("different_value", "the values exclude each other")
    reason = reason.and_also(phrase("“{article}” stands alone", article="{it}"))
    assert reason.text == "the values exclude each other; “{it}” stands alone"
    assert load_words("de").reason(reason) == "die Werte schließen einander aus; „{it}“ steht allein da"
    assert load_words("ar").reason(reason) == "لا يمكن أن تصح القيمتان معًا؛ ينفرد «{it}» بما يقول"


@pytest.mark.parametrize("code", ["en", "de", "ar"])
@pytest.mark.parametrize("text", ["", "{}", "{{7*7}}", "%(x)s", "{0.__class__}"])
def test_a_message_that_is_not_ours_is_left_as_it_is(code, text):
    assert load_words(code).tell(Phrase(text)) == text
    assert load_words(code).say("{found} {among_articles}", found=text, among_articles="x").strip("x ") == text.strip()


def test_phrases_count_in_english():
    assert phrases("{count} article", "{count} articles", 1).text == "1 article"
    assert phrases("{count} article", "{count} articles", 2).text == "2 articles"


@pytest.mark.parametrize("code", ["tlh", "", "../de", "deutsch"])
def test_a_language_without_a_catalogue_is_refused_with_those_that_have_one(code):
    with pytest.raises(SettingsError, match="there are ar, de, en, hi, it"):
        load_words(code)


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "de"),
        ({"LANG": "de_DE.UTF-8", "LC_ALL": "ar_EG"}, "ar"),
        ({"LANG": "C"}, "en"),
        ({"LANG": "fi_FI.UTF-8"}, "en"),
    ],
)
def test_auto_is_the_language_of_the_environment(monkeypatch, variables, language):
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    load_words.cache_clear()
    assert load_words("auto").language == language
    load_words.cache_clear()


HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'


def test_a_desk_adds_a_language_and_overrules_words_of_ours(tmp_path, monkeypatch):
    (tmp_path / "nl.po").write_text(HEAD + 'msgid "discrepancy"\nmsgstr "tegenspraak"\n', encoding="utf-8")
    (tmp_path / "de.po").write_text(HEAD + 'msgid "discrepancy"\nmsgstr "Unstimmigkeit"\n', encoding="utf-8")
    monkeypatch.setattr(catalogue, "folders", lambda: (tmp_path, catalogue.OURS))
    load_words.cache_clear()
    dutch, german = load_words("nl"), load_words("de")
    assert (dutch.say("discrepancy"), dutch.say("agreement")) == ("tegenspraak", "agreement")
    assert (german.say("discrepancy"), german.say("agreement")) == ("Unstimmigkeit", "Übereinstimmung")
    load_words.cache_clear()


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ('msgid "{percent} sure"\nmsgstr "zeker"\n', r"de\.po:\d+: 'zeker': expected the blanks \{percent\}"),
        ('msgid "{percent} sure"\nmsgstr "{procent} zeker"\n', "expected the blanks {percent}"),
        ('msgid "silent"\nmsgstr "stil {0}"\n', "expected the blanks none"),
        ('msgid "silent\n', "no sound catalogue"),
    ],
)
def test_a_broken_catalogue_is_refused_with_file_and_line(tmp_path, text, complaint):
    (tmp_path / "de.po").write_text(HEAD + text, encoding="utf-8")
    with pytest.raises(SettingsError, match=complaint):
        find_catalogue("de", [tmp_path])


def test_english_reads_no_catalogue():
    code = (
        "import sys; from newsdiff.render.words import load_words; load_words('en').say('silent');"
        "print(*[m for m in sys.modules if m.startswith('babel')])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == ""
    assert ENGLISH.is_english
