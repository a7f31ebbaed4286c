"""Speakers told by their office alone: sure where one person alone holds it, in whatever article that is told."""

from __future__ import annotations

import pytest

from newsdiff import Article, compare

ENGLISH = "“We have bought time for the bank, not a miracle,” said the governor, Paul Brandt. The finance minister, Jane Halloran, listened."
GERMAN = "„Wir haben der Bank Zeit gekauft, kein Wunder“, sagte Gouverneur Paul Brandt. Finanzministerin Jane Halloran hörte zu."
ITALIAN = "È scesa nell'atrio Jane Halloran. Pioveva forte. «Abbiamo comprato tempo per la banca, non un miracolo», ha detto {who}."


@pytest.mark.parametrize(
    ("who", "verdict"),
    [
        ("la ministra delle finanze", "discrepancy"),
        ("la signora", "variation"),
        ("la ministra delle finanze a Paul Brandt", "variation"),
    ],
)
def test_an_office_tells_the_speaker_where_one_person_alone_holds_it(who: str, verdict: str) -> None:
    texts = {"en": ENGLISH, "de": GERMAN, "it": ITALIAN.format(who=who)}
    report = compare([Article(id=code, source=f"{code}.txt", text=text, language=code) for code, text in texts.items()])
    [quote] = [finding for finding in report.findings if finding.kind == "quote" and len(finding.positions) == 3]
    assert quote.verdict == verdict
