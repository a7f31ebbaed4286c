from __future__ import annotations

import re
from unicodedata import category

from newsdiff.lang.marks import JOINERS, mark_class


def test_the_class_holds_all_marks_of_the_basic_plane_and_the_joiners_alone():
    one = re.compile(f"[{mark_class()}]")
    found = {char for char in map(chr, range(0x10000)) if one.match(char)}
    assert found == {char for char in map(chr, range(0x10000)) if category(char)[0] == "M"} | set(JOINERS)
