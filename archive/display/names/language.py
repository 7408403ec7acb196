"""The reader's language, Arabic or English: the one module that asks for it, and what follows from it.

Whatever has two names gives both as data; here one of them is chosen.
"""

from typing import Protocol

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language


class Labelled(Protocol):
    """A value that is called by two labels; an empty English one says that there is none."""

    @property
    def label(self) -> str: ...
    @property
    def label_en(self) -> str: ...


def is_english() -> bool:
    return current_language().startswith("en")


def current_language() -> str:
    """Its code, for what is remembered for each language."""
    return get_language() or ""


def reads_rtl() -> bool:
    """Whether the page, and every picture in it, is read from the right."""
    return not is_english()


def in_language(arabic: str, english: str) -> str:
    """The Arabic name, or for English readers the English one where there is one."""
    return english if english and is_english() else arabic


def language_of(english: str) -> str:
    """«ar» where an English page shows an Arabic name for want of this one and must mark it as Arabic."""
    return "ar" if not english and is_english() else ""


def label_of(one: Labelled) -> tuple[str, str]:
    """Its label in the reader's language, with `language_of` it."""
    return in_language(one.label, one.label_en), language_of(one.label_en)


def marked(arabic: str, english: str) -> SafeString:
    """As `in_language`, an Arabic name on an English page marked as such."""
    if not is_english():
        return conditional_escape(arabic)
    return in_arabic(arabic) if arabic and not english else conditional_escape(english)


def isolated(arabic: str, english: str) -> SafeString:
    """As `marked`, and set apart from what stands beside it in the line."""
    if not is_english():
        return conditional_escape(arabic)
    if arabic and not english:
        return format_html('<bdi lang="ar" dir="rtl">{}</bdi>', arabic)
    return conditional_escape(english)


def in_arabic(text: str) -> SafeString:
    """Arabic words, marked as such for a page that may be English."""
    return format_html('<span lang="ar" dir="rtl">{}</span>', text)


def symbol(text: str) -> SafeString:
    """A symbol or job number, isolated and without a link."""
    return format_html('<bdi class="sym" dir="ltr" lang="en">{}</bdi>', text)
