from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.lang.detect import detect_language, sentence_language

CASES = yaml.safe_load((Path(__file__).parent.parent / "cases" / "languages.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES["texts"], ids=lambda case: f"{case['language']}-{case['text'][:20]}")
def test_text(case):
    assert detect_language(case["text"]) == case["language"]


@pytest.mark.parametrize("case", CASES["sentences"], ids=lambda case: f"{case['main']}-{case['text'][:20]}")
def test_sentence(case):
    assert sentence_language(case["text"], case["main"]) == case["language"]


def test_longer_text_in_the_same_language_stays_in_it():
    for case in CASES["texts"]:
        if case["language"] is not None:
            assert detect_language(" ".join([case["text"]] * 3)) == case["language"]


@pytest.mark.parametrize("language", ["en", "de", "it", "hi", "ar"])
def test_a_clear_text_does_not_load_the_classifier(language):
    text = " ".join(case["text"] for case in CASES["texts"] if case["language"] == language)
    code = (
        "import sys; from newsdiff.lang.detect import detect_language\n"
        "print(detect_language(sys.argv[1]), 'py3langid' in sys.modules, 'numpy' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code, text], capture_output=True, text=True, check=True)
    assert run.stdout.split() == [language, "False", "False"]


@given(st.text(max_size=300))
def test_never_raises(text):
    language = detect_language(text)
    assert language is None or (len(language) == 2 and language.islower())
    assert sentence_language(text, "en")
