"""The SI factors of the base pack against pint's: nature fixed them, and no figure may drift from it."""

from __future__ import annotations

import pytest
from pint import UnitRegistry

from newsdiff.lang.figures import UnitFactor
from newsdiff.lang.pack import languages, load_pack

FACTORS = load_pack("und").figures.unit_factors
NAMES = {
    "kilometer_per_hour": "kilometer / hour",
    "mile_per_hour": "mile / hour",
    "meter_per_second": "meter / second",
    "tonne": "metric_ton",
    "gigatonne": "gigametric_ton",
    "quintal": "100 * kilogram",
    "barrel": "oil_barrel",
    "foot": "foot",
    "decade": "10 * year",
}


@pytest.fixture(scope="module")
def registry() -> UnitRegistry:
    return UnitRegistry()


def pint_name(unit: str) -> str:
    name = NAMES.get(unit, unit)
    for prefix, power in (("square_", "** 2"), ("cubic_", "** 3")):
        if name.startswith(prefix):
            return f"{name.removeprefix(prefix)} {power}"
    return name.replace("watt_hour", "watt * hour") if name.endswith("watt_hour") else name


@pytest.mark.parametrize(
    ("unit", "factor"), [(unit, factor) for unit, factor in FACTORS.items() if factor.si is not None]
)
def test_factor_is_pints(unit: str, factor: UnitFactor, registry: UnitRegistry) -> None:
    quantity = registry.Quantity(1, registry.parse_units("bit")) if factor.dimension == "data" else None
    theirs = registry.parse_expression(pint_name(unit))
    base = theirs.to("bit") if quantity is not None else theirs.to_base_units()
    if factor.dimension == "frequency":
        base = theirs.to("hertz")
    elif factor.dimension == "mass":
        base = theirs.to("kilogram")
    assert base.magnitude == pytest.approx(factor.si, rel=1e-5)


@pytest.mark.parametrize("code", ["und", *languages()])
def test_every_unit_of_a_pack_is_known(code: str) -> None:
    words = load_pack(code).figures
    counts_alone = {"ton", "degree", "decibel", "magnitude"}
    assert {*words.units, *words.unit_symbols} - counts_alone <= set(FACTORS)
