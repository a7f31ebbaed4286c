"""Names of families: nobody in particular is meant by them."""

from __future__ import annotations

import pytest

from newsdiff import compare
from newsdiff.model import Article, Document
from newsdiff.parse.names.families import is_family

CASES = [
    ("en", "The Hartwig family bid again.", "Hartwig", True),
    ("en", "The Hartwig brothers own a tenth.", "Hartwig", True),
    ("en", "Hartwig's family bid again.", "Hartwig", False),
    ("en", "The family of Hartwig bid again.", "Hartwig", False),
    ("en", "Hartwig familiarised himself with it.", "Hartwig", False),
    ("de", "Die Familie Hartwig bietet mehr.", "Hartwig", True),
    ("de", "Die Tuttlinger Unternehmerfamilie Hartwig bietet mehr.", "Hartwig", True),
    ("de", "Die Familie des Ministers Hartwig trauert.", "Hartwig", False),
    ("de", "Die Familie, Hartwig zufolge, bietet mehr.", "Hartwig", False),
    ("it", "La famiglia tedesca Hartwig ha offerto di più.", "Hartwig", True),
    ("it", "La famiglia di Hartwig ha offerto di più.", "Hartwig", False),
    ("fr", "La famille Hartwig a offert davantage.", "Hartwig", True),
    ("fr", "La famille d’Hartwig a offert davantage.", "Hartwig", False),
    ("es", "Los hermanos Hartwig ofrecen más.", "Hartwig", True),
    ("pl", "Rodzina Hartwigów oferuje więcej.", "Hartwigów", True),
    ("ru", "Семья Хартвигов предложила больше.", "Хартвигов", True),
    ("tr", "Hartwig ailesi teklifini artırdı.", "Hartwig", True),
    ("hi", "हार्टविग परिवार ने बोली बढ़ाई।", "हार्टविग", True),
    ("hi", "हार्टविग के परिवार ने बोली बढ़ाई।", "हार्टविग", False),
    ("ar", "رفعت عائلة هارتفيغ عرضها.", "هارتفيغ", True),
    ("ar", "رفضت المجموعة وعائلة هارتفيغ العرض.", "هارتفيغ", True),
    ("ar", "قال هارتفيغ إن العائلة موافقة.", "هارتفيغ", False),
    ("zh", "哈特维希家族提高了报价。", "哈特维希", True),
    ("ja", "ハルトヴィヒ一家は増額した。", "ハルトヴィヒ", True),
    ("en", "The Ulrike Hartwig family album", "Ulrike Hartwig", False),
]


@pytest.mark.parametrize(("language", "text", "name", "family"), CASES, ids=[case[1] for case in CASES])
def test_what_names_a_family(language, text, name, family):
    document = Document(Article("a.txt", text, language=language), (), (), (), "embedded")
    start = text.index(name)
    assert is_family(document, start, start + len(name)) is family


def test_whom_one_article_names_is_not_the_family_of_another():
    told = compare(
        [
            Article(
                "de.txt",
                "Die Sprecherin Ulrike Hartwig schwieg. „Wir haben Zeit“, sagte Ulrike Hartwig.",
                language="de",
            ),
            Article("en.txt", "The Hartwig family raised its bid for the company to 26 euros a share.", language="en"),
            Article("hi.txt", "हार्टविग परिवार ने कंपनी के लिए बोली बढ़ाकर 26 यूरो प्रति शेयर कर दी।", language="hi"),
        ]
    )
    persons = [finding for finding in told.findings if finding.kind == "person"]
    assert [len(finding.positions) for finding in persons] == [1]
