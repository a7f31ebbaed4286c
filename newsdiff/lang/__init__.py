"""What is known of each language, and which one a text is in."""

from newsdiff.lang.pack import LanguagePack, languages, load_pack

__all__ = ["LanguagePack", "languages", "load_pack"]
