"""Which model a text takes."""

from __future__ import annotations

import pytest

from newsdiff.semantics.choice import Model, choose


@pytest.mark.parametrize(
    ("text", "language", "model"),
    [
        ("Die Brücke ist gesperrt.", "de", Model.ENCODER),
        ("पुल बंद है।", "hi", Model.HINDI),
        ("पुल बंद है।", "hi-IN", Model.HINDI),
        ("पुल बंद है।", None, Model.HINDI),
        ("पुल बंद है।", "de", Model.HINDI),
        ("xAI और Tesla के CEO Elon Musk", "hi", Model.HINDI),
        ("The word नमस्ते means hello in Hindi", None, Model.ENCODER),
        ("पुलाचे काम सुरू आहे", "mr", Model.HINDI),
        ("Bron är stängd.", "sv", Model.ENCODER),
        ("1,200", None, Model.ENCODER),
        ("", "hi", Model.NONE),
        ("।", "hi", Model.NONE),
    ],
)
def test_choice(text: str, language: str | None, model: Model) -> None:
    assert choose(text, language) is model
