"""The terms of the reports: signs, and English words that the catalogues translate, so that all formats speak alike.

What belongs here: words that stand in tables by a code of the model. A sentence that one place alone says stands there.
"""

from __future__ import annotations

from newsdiff.model import Form, Verdict


def mark(message: str) -> str:
    """Mark a message for the catalogues; it is translated where it is said."""
    return message


def mark_as(_context: str, message: str) -> str:
    """Mark a message that means something else in another context."""
    return message


def mark_number(one: str, many: str) -> tuple[str, str]:
    """Mark a message that depends on a number."""
    return one, many


SILENT = "–"

SIGNS: dict[Verdict, str] = {
    "discrepancy": "✗",
    "unclear": "?",
    "variation": "≈",
    "agreement": "✓",
    "single_source": "•",
}
VERDICTS: dict[Verdict, str] = {
    "discrepancy": mark("discrepancy"),
    "unclear": mark("unclear"),
    "variation": mark("variation"),
    "agreement": mark("agreement"),
    "single_source": mark("single source"),
}
COUNTED: dict[Verdict, tuple[str, str]] = {
    "discrepancy": mark_number("{count} discrepancy", "{count} discrepancies"),
    "unclear": mark_number("{count} unclear", "{count} unclear"),
    "variation": mark_number("{count} variation", "{count} variations"),
    "agreement": mark_number("{count} agreement", "{count} agreements"),
    "single_source": mark_number("{count} single-source claim", "{count} single-source claims"),
}
MEANINGS: dict[Verdict, str] = {
    "discrepancy": mark("The articles cannot all be right."),
    "unclear": mark("The values exclude each other, but the articles may speak of different things."),
    "variation": mark("The articles fit together without being alike: another wording, precision or bound."),
    "agreement": mark("The articles say the same."),
    "single_source": mark("One article alone says it. The others are silent, which is not disagreement."),
}
"""What each verdict means, in one sentence."""

CODES: dict[str, str] = {
    "discrepancy": mark_as("csv", "discrepancy"),
    "unclear": mark_as("csv", "unclear"),
    "variation": mark_as("csv", "variation"),
    "agreement": mark_as("csv", "agreement"),
    "single_source": mark_as("csv", "single_source"),
    "quantity": mark_as("csv", "quantity"),
    "money": mark_as("csv", "money"),
    "percent": mark_as("csv", "percent"),
    "score": mark_as("csv", "score"),
    "designation": mark_as("csv", "designation"),
    "date": mark_as("csv", "date"),
    "quote": mark_as("csv", "quote"),
    "statement": mark_as("csv", "statement"),
    "person": mark_as("csv", "person"),
    "organization": mark_as("csv", "organization"),
    "place": mark_as("csv", "place"),
}
"""The codes of the contract as a spreadsheet shows them: in English as they are, in other languages as words."""

KIND_TITLES = {
    "quantity": mark("Figures"),
    "money": mark("Money"),
    "percent": mark("Percentages"),
    "score": mark("Scores"),
    "designation": mark("Numbers in names"),
    "date": mark("Dates"),
    "quote": mark("Quotations"),
    "statement": mark("Statements"),
    "person": mark("People"),
    "organization": mark("Organizations"),
    "place": mark("Places"),
}
"""The kinds in the order in which a report shows them; a kind that is not named here comes last, under its own name."""

FORMS: dict[Form, str] = {
    "direct": mark("in quotation marks"),
    "indirect": mark("reported"),
    "block": mark("as a block"),
}

BOUNDS = {
    "more_than": mark(">{number}"),
    "at_least": mark("≥{number}"),
    "less_than": mark("<{number}"),
    "at_most": mark("≤{number}"),
    "about": mark("≈{number}"),
}

SEASONS = {
    3: mark_as("season", "spring"),
    6: mark_as("season", "summer"),
    9: mark_as("season", "autumn"),
    12: mark_as("season", "winter"),
}
"""The seasons by their first month."""

PARTS_OF_MONTH = {
    None: mark("part of {month}"),
    (1, 10): mark("early {month}"),
    (11, 20): mark("mid-{month}"),
    (21, 31): mark("late {month}"),
    (1, 15): mark("first half of {month}"),
    (16, 31): mark("second half of {month}"),
}
"""The parts of a month by their first and last day."""

UNITS = {
    "gigatonne": mark_as("unit", "gigatonnes"),
    "quintal": mark_as("unit", "quintals"),
    "terawatt": mark_as("unit", "terawatts"),
    "megawatt_hour": mark_as("unit", "megawatt hours"),
    "gigawatt_hour": mark_as("unit", "gigawatt hours"),
    "terawatt_hour": mark_as("unit", "terawatt hours"),
    "cent": mark_as("unit", "cents"),
    "crown": mark_as("unit", "crowns"),
    "dinar": mark_as("unit", "dinars"),
    "dirham": mark_as("unit", "dirhams"),
    "franc": mark_as("unit", "francs"),
    "krone": mark_as("unit", "kroner"),
    "lira": mark_as("unit", "lira"),
    "peso": mark_as("unit", "pesos"),
    "rial": mark_as("unit", "rials"),
    "riyal": mark_as("unit", "riyals"),
    "shilling": mark_as("unit", "shillings"),
}
"""Units that CLDR does not name, and money whose country is not said."""

SKIPPED = {
    "not_found": mark("there is no such file or folder"),
    "unreadable": mark("it cannot be read"),
    "empty": mark("the file is empty"),
    "no_text": mark("there is no text of an article in it"),
    "binary": mark("this is no text"),
    "unreadable_encoding": mark("its encoding could not be told with certainty"),
    "too_large": mark("it is larger than the limit"),
    "too_long": mark("its text is longer than the limit"),
    "no_articles_in_folder": mark("there is no article in this folder"),
    "fetch_failed": mark("it could not be fetched"),
    "unknown_format": mark("files of this kind are not read"),
    "missing_extra": mark("reading it needs one more package"),
    "damaged": mark("it is damaged"),
    "encrypted": mark("it is locked with a password"),
    "own_report": mark("this is a report of newsdiff and no article"),
}
"""Why a source gave no article, by the code of the reason. English tells more: what `newsdiff.load` itself says."""

METHOD = mark(
    "newsdiff sets claims side by side that seem to speak of the same thing and compares their normalised values. "
    "It can miss claims, and it can take two different facts for one: read the words of the articles before you rely "
    "on a finding. Silence is not disagreement, and newsdiff does not know which article is right."
)
