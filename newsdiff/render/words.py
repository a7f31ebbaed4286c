"""The words and signs of the reports, in one place, so that all formats speak alike."""

from __future__ import annotations

from newsdiff.model import Verdict

SILENT = "–"

SIGNS: dict[Verdict, str] = {
    "discrepancy": "✗",
    "unclear": "?",
    "variation": "≈",
    "agreement": "✓",
    "single_source": "•",
}
WORDS: dict[Verdict, str] = {
    "discrepancy": "discrepancy",
    "unclear": "unclear",
    "variation": "variation",
    "agreement": "agreement",
    "single_source": "single source",
}
PLURALS: dict[Verdict, str] = {
    "discrepancy": "discrepancies",
    "unclear": "unclear",
    "variation": "variations",
    "agreement": "agreements",
    "single_source": "single-source claims",
}
SINGULARS: dict[Verdict, str] = {**WORDS, "single_source": "single-source claim"}
KIND_TITLES = {
    "quantity": "Figures",
    "money": "Money",
    "percent": "Percentages",
    "score": "Scores",
    "date": "Dates",
    "quote": "Quotations",
    "statement": "Statements",
    "person": "People",
    "organization": "Organizations",
    "place": "Places",
}
"""The kinds in the order in which a report shows them; a kind that is not named here comes last, under its own name."""

MEANINGS: dict[Verdict, str] = {
    "discrepancy": "The articles cannot all be right.",
    "unclear": "The values exclude each other, but the articles may speak of different things.",
    "variation": "The articles fit together without being alike: another wording, precision or bound.",
    "agreement": "The articles say the same.",
    "single_source": "One article alone says it. The others are silent, which is not disagreement.",
}
"""What each verdict means, in one sentence."""

METHOD = (
    "newsdiff sets claims side by side that seem to speak of the same thing and compares their normalised values. "
    "It can miss claims, and it can take two different facts for one: read the words of the articles before you rely "
    "on a finding. Silence is not disagreement, and newsdiff does not know which article is right."
)
