"""Sums of money as an article tells them: whose cents they are, and cents that are no sum."""

from __future__ import annotations

import pytest

from newsdiff import extract


@pytest.mark.parametrize(
    ("text", "language", "sums"),
    [
        ("It was sold for €180m.\n\nShares stood at 38 cents.", "en", ["180000000 EUR", "38 EUR"]),
        ("It was sold for $180m.\n\nShares stood at 38 cents.", "en", ["180000000 USD", "38 USD"]),
        ("It was sold for €180m, or $210m.\n\nShares stood at 38 cents.", "en", ["180000000 EUR", "210000000 USD", "38 USD"]),
        ("Shares stood at 38 cents.", "en", ["38 USD"]),
        ("It was sold for £180m.\n\nShares stood at 38 cents.", "en", ["180000000 GBP", "38 USD"]),
        ("Продана за 180 евро.\n\nАкции стоили 38 центов.", "ru", ["180 EUR", "38 EUR"]),
        ("Not one cent of your savings is in danger.", "en", []),
        ("Ни одного цента не пропало.", "ru", []),
        ("It costs one cent.", "en", ["1 USD"]),
    ],
)  # fmt: skip
def test_cents_are_those_of_the_article(text: str, language: str, sums: list[str]) -> None:
    values = [claim.to_dict()["value"] for claim in extract(text, language=language) if claim.kind == "money"]
    assert [f"{value['low']} {value['currency']}" for value in values] == sums
