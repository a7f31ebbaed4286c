from __future__ import annotations

import random
from pathlib import Path

import pytest
import yaml

from newsdiff.errors import SourceError
from newsdiff.load.decode import decode

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "encodings.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['encoding']}-{case['language']}")
def test_a_text_is_read_in_its_encoding_or_refused(case):
    data = (case["text"] + "\n").encode(case["encoding"])
    if case.get("read", True):
        assert decode(data) == case["text"] + "\n"
    else:
        with pytest.raises(SourceError) as error:
            decode(data)
        assert error.value.code == "unreadable_encoding"


def test_what_is_declared_counts_where_the_bytes_are_not_utf_8():
    assert decode("Größe".encode("cp1252"), "windows-1252") == "Größe"
    assert decode("Größe".encode(), "windows-1252") == "Größe"
    with pytest.raises(SourceError):
        decode("Größe".encode("cp1252"), "no-such-encoding")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b" \n\t\r\n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"\xff\xfe", "empty"),
        (b"\xff\xfea", "unreadable_encoding"),
        (b"%PDF-1.7\nsome text", "binary"),
        (b"PK\x03\x04word", "binary"),
        (b"{\\rtf1 text}", "binary"),
        (b"\x89PNG\r\n\x1a\n", "binary"),
        (b"\x00\x01\x02\x03" * 50, "binary"),
        (b"text \x01\x02\x03\x04\x05\x06\x07\x08", "binary"),
        (random.Random(7).randbytes(4000), "binary"),
    ],
)
def test_what_is_no_text_is_refused(data, code):
    with pytest.raises(SourceError) as error:
        decode(data)
    assert error.value.code == code
