"""The words of the project as frozen dataclasses. Imports nothing of ours outside this folder."""

from newsdiff.model.annotation import Document, Entity, Sentence, SyntaxWord, Token
from newsdiff.model.article import Article, Skipped
from newsdiff.model.claim import Claim
from newsdiff.model.finding import VERDICTS, Difference, DifferenceSort, Evidence, Finding, Position, Verdict
from newsdiff.model.reason import Reason
from newsdiff.model.report import SCHEMA, Dependence, Report
from newsdiff.model.span import Span, overlapping
from newsdiff.model.statement import Statement
from newsdiff.model.values import Bound, DateValue, Form, Name, Quantity, Quotation, Role, Standing, Value

__all__ = [
    "SCHEMA",
    "VERDICTS",
    "Article",
    "Bound",
    "Claim",
    "DateValue",
    "Dependence",
    "Difference",
    "DifferenceSort",
    "Document",
    "Entity",
    "Evidence",
    "Finding",
    "Form",
    "Name",
    "Position",
    "Quantity",
    "Quotation",
    "Reason",
    "Report",
    "Role",
    "Sentence",
    "Skipped",
    "Span",
    "Standing",
    "Statement",
    "SyntaxWord",
    "Token",
    "Value",
    "Verdict",
    "overlapping",
]
