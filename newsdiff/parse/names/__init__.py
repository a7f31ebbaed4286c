"""Names: how alike two of them are, in any two scripts, and phrases that can only name an organization."""

from newsdiff.parse.names.similarity import name_similarity

__all__ = ["name_similarity"]
