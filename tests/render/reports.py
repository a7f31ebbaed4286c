"""Hand-made reports to render: an ordinary one of any number of articles, and one made of hostile text."""

from __future__ import annotations

import datetime as dt

from newsdiff.model import (
    Article,
    Dependence,
    Evidence,
    Finding,
    Name,
    Position,
    Quantity,
    Quotation,
    Reason,
    Report,
    Skipped,
    Span,
    Value,
    Verdict,
)

TEXTS = {
    "ar": "افتُتح الجسر الجديد في ريفا.\nوقالت رئيسة البلدية لينا هارت إن التكلفة بلغت خمسة ملايين يورو.",
    "de": "Die neue Brücke in Riva ist offen.\nSie kostete rund 5 Millionen Euro, sagte Bürgermeisterin Lena Hart.",
    "en": "The new bridge in Riva has opened.\nIt cost 5 million euros, mayor Lena Hart said. 1,200 people came.",
    "hi": "रीवा में नया पुल खुल गया।\nमहापौर लेना हार्ट ने कहा कि इसकी लागत 60 लाख यूरो रही।",
    "it": "A Riva ha aperto il nuovo ponte.\nÈ costato cinque milioni di euro, ha detto la sindaca Lena Hart.",
    "fr": "Le nouveau pont de Riva est ouvert.\nIl a coûté 5 millions d’euros, a dit la maire Lena Hart.",
}
NAMES = {"ar": "لينا هارت", "hi": "लेना हार्ट"}
COSTS = {
    "ar": "خمسة ملايين يورو",
    "de": "rund 5 Millionen Euro",
    "en": "5 million euros",
    "hi": "60 लाख यूरो",
    "it": "cinque milioni di euro",
    "fr": "5 millions d’euros",
}


def position(article: Article, surface: str, value: Value, shown: str) -> Position:
    start = article.text.index(surface)
    return Position(article.id, value, shown, (Evidence(Span(start, start + len(surface)), surface),))


def finding(
    id_: str, verdict: Verdict, label: str, positions: list[Position], articles: list[Article], confidence: float = 0.9
) -> Finding:
    said = {item.article for item in positions}
    return Finding(
        id_,
        id_.split("-", maxsplit=1)[0],
        verdict,
        confidence,
        label,
        Reason("made_up", f"why {id_} is so"),
        tuple(positions),
        tuple(article.id for article in articles if article.id not in said),
    )


def report(languages: str = "ar de en hi it") -> Report:
    """One article a language: a discrepancy over money, an agreement on a person, native quotations, single claims."""
    articles = [
        Article(f"news/{code}.txt", TEXTS[code], f"a{at}", language=code, published=dt.date(2026, 3, 1))
        for at, code in enumerate(languages.split(), 1)
    ]
    cost = {"hi": (6e6, "€6,000,000"), "de": (5e6, "≈€5,000,000")}
    costs, people, quotes = [], [], []
    for article in articles:
        code = article.language or ""
        amount, shown = cost.get(code, (5e6, "€5,000,000"))
        costs.append(position(article, COSTS[code], Quantity(amount, amount, currency="EUR"), shown))
        name = NAMES.get(code, "Lena Hart")
        people.append(position(article, name, Name("Lena Hart", (name,), ()), "Lena Hart"))
        line = article.text.split("\n")[0]
        quotes.append(position(article, line, Quotation("Lena Hart", line), f"Lena Hart: “{line}”"))
    findings = [
        finding("person-1", "agreement", "Lena Hart", people, articles, 0.98),
        finding("money-1", "discrepancy", "cost of the bridge", costs, articles, 0.87),
        finding("quote-1", "variation", "Lena Hart", quotes[:-1], articles, 0.6),
    ]
    for article in articles:
        if "1,200" in article.text:
            people_came = position(article, "1,200 people", Quantity(1200.0, 1200.0, of="people"), "1,200 people")
            findings.append(finding("quantity-1", "single_source", "people at the opening", [people_came], articles))
    return Report(
        tuple(articles),
        tuple(findings),
        (Skipped("broken.txt", Reason("empty", "the file is empty")),),
        (Dependence(("a1", "a2"), Reason("same_text", "the same text")),) if len(articles) > 2 else (),
        tuple((article.id, "embedded") for article in articles),
        "0.0.0",
    )


HOSTILE = (
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-2",
    "@SUM(A1)",
    "[red]red[/red] [link=https://example.org]x[/link]",
    "<script>alert(1)</script><img src=x onerror=alert(2)>",
    "| a | b |",
    "`code` ``more``",
    "[text](javascript:alert(1)) ![i](http://example.org/i.png)",
    "# heading",
    "- item",
    "1. item",
    "> quote",
    "**bold** _it_ ~~gone~~ $x$",
    "\x1b[31mred\x1b[0m\x1b]8;;http://example.org\x07link\x1b]8;;\x07\x07\x9b2J",
    "\u202eright to left\u202c\u2066isolate\u2069",
    "two\nlines\r\nand\u2028more",
    "&lt;b&gt; &amp;",
    "```",
    "---",
    "\\",
    "x;=1+1\t@A1",
    "https://example.org www.example.org",
    "{{7*7}} {% raw %}",
)


def hostile_report() -> Report:
    """Every free text of the report is hostile: file names, titles, labels, reasons, values, words."""
    articles = [
        Article(f"{text}-{at}.txt", f"before {text} after", f"a{at}", title=text, language="en")
        for at, text in enumerate(HOSTILE, 1)
    ]
    findings: list[Finding] = []
    verdicts: list[Verdict] = ["discrepancy", "agreement", "single_source", "unclear", "variation"]
    for at, text in enumerate(HOSTILE):
        verdict = verdicts[at % 5]
        speakers = articles[:1] if verdict == "single_source" else articles
        said = [position(item, HOSTILE[n], Quotation(None, HOSTILE[n]), HOSTILE[n]) for n, item in enumerate(speakers)]
        findings.append(finding(f"quote-{at + 1}", verdict, text, said, articles))
    return Report(
        tuple(articles),
        tuple(findings),
        tuple(Skipped(text, Reason("empty", text)) for text in HOSTILE),
        (Dependence(("a1", "a2"), Reason("same_text", HOSTILE[4])),),
        tuple((article.id, "embedded") for article in articles),
        "0.0.0",
    )
