"""Entities that the words around them mend, and those that they leave alone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from newsdiff.model import Entity
from newsdiff.parse.names.mended import mend_names
from tests.documents import build_document

CASES = yaml.safe_load((Path(__file__).parent.parent / "cases" / "mended.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_cases(case: dict[str, Any]) -> None:
    document = build_document(case["text"], case["language"], {})
    found = []
    at = 0
    for line in case["entities"]:
        kind, _, surface = line.partition(" ")
        at = case["text"].index(surface, at)
        found.append(Entity(kind, at, at + len(surface), surface, 0.5))
        at += len(surface)
    mended = mend_names(replace(document, entities=tuple(found))).entities
    assert [f"{entity.kind} {entity.surface}" for entity in mended] == case["mended"]
    assert all(case["text"][entity.start : entity.end] == entity.surface for entity in mended)
