"""The table of organizations of the world, and what its names mean."""

from __future__ import annotations

from collections import Counter

import pytest

from newsdiff.lang.organizations import all_forms, is_acronym, list_forms, organization_of
from newsdiff.lang.pack import languages

LANGUAGES = [language for language in languages() if language not in ("base", "und")]


@pytest.mark.parametrize(
    ("language", "name", "meant"),
    [
        ("en", "UN", "United Nations"),
        ("fr", "l’ONU", "United Nations"),
        ("it", "dell'Onu", "United Nations"),
        ("de", "Vereinten Nationen", "United Nations"),
        ("hi", "विश्व स्वास्थ्य संगठन", "World Health Organization"),
        ("ru", "ВОЗ", "World Health Organization"),
        ("ja", "WHO", "World Health Organization"),
        ("es", "alianza Atlantica", None),
        ("ar", "حلف شمال الأطلسي", "NATO"),
        ("pl", "Komisji Europejskiej", "European Commission"),
        ("it", "IMF", "International Monetary Fund"),
        ("zh", "白宮", "White House"),
        ("en", "Who", None),
        ("fr", "un", None),
        ("de", "Norvale", None),
        ("it", "Pam", None),
        ("en", "", None),
    ],
)
def test_a_name_means_one_organization(language, name, meant):
    assert organization_of(name, language) == meant


@pytest.mark.parametrize(
    ("language", "name", "acronym"),
    [
        ("it", "Nato", True),
        ("de", "WHO", True),
        ("de", "Weltbank", False),
        ("zh", "白宮", False),
        ("en", "United Nations", False),
    ],
)
def test_acronyms_are_told_from_names(language, name, acronym):
    assert is_acronym(name, language) is acronym


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_pack_has_names_for_the_organizations(language):
    named = [organization for organization, forms in all_forms(language).items() if forms]
    assert len(named) > 0.9 * len(all_forms("en"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_name_means_two(language):
    borne = Counter(form for forms in all_forms(language).values() for form in forms)
    assert [form for form, count in borne.items() if count > 1] == []
    for organization, forms in all_forms(language).items():
        assert {organization_of(form, language) for form in forms} <= {organization}


def test_a_language_without_a_column_has_no_forms():
    assert list_forms("NATO", "xx") == ()
