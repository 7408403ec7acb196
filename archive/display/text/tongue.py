"""Which language the words of a record are in, where its paper is not held in Arabic: they have no Arabic letter."""

import re
from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe

_ARABIC = re.compile("[\u0620-\u064a]")
_WORDS = re.compile("[A-Za-z\u00c0-\u024f]{2,}[^A-Za-z\u00c0-\u024f/]+[A-Za-z\u00c0-\u024f]")


@dataclass(frozen=True, slots=True)
class Tongue:
    """The language in which a document stands, a code of ours, as attributes of what shows its words."""

    language: str

    @property
    def direction(self) -> str:
        return "rtl" if self.language == "ar" else "ltr"

    @property
    def attributes(self) -> SafeString:
        return mark_safe(f'lang="{self.language}" dir="{self.direction}"')


def is_in_english(text: str) -> bool:
    """Running words, and no Arabic among them; a symbol alone is in no language."""
    return not _ARABIC.search(text) and bool(_WORDS.search(text))


def set_apart(html: SafeString, text: str) -> SafeString:
    """`html` of a text as it may stand among Arabic ones."""
    return mark_safe(f'<bdi lang="en" dir="ltr">{html}</bdi>') if is_in_english(text) else html
