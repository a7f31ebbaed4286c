"""Roles: what the text around a person's name says that the person is or was."""

from __future__ import annotations

from newsdiff.model import Document, Role, Span


def find_roles(document: Document, mention: Span) -> tuple[Role, ...]:
    """The roles that the text gives to the person at ``mention``, in the order of the text."""
    return ()
