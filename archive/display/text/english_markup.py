"""Texts of a list on English pages: in English where they are held, the Arabic text behind, to be opened."""

from collections.abc import Mapping
from html import escape

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from archive.models import AgendaItem, Document, Recommendation
from archive.numbering import abjad

from ..names.language import is_english
from ..names.titles import provisional_chip
from .in_languages import TextInLanguage
from .running_text import cut_at_word, first_words, render_inline
from .tongue import Tongue, is_in_english


def render_sides(
    arabic: SafeString,
    english: TextInLanguage | None,
    address: str,
    name: str,
    css_class: str = "whole",
    *,
    is_alone: bool = False,
) -> SafeString:
    """`arabic` is the whole Arabic text, or the English one that `is_alone`; `address` and `name` are those
    of the recommendation.
    """
    if is_alone:
        return mark_safe(f'<div class="{css_class} in-english" lang="en" dir="ltr">{arabic}</div>{_alone()}')
    behind = f'<div class="{css_class}" lang="ar" dir="rtl">{arabic}</div>'
    if english is None:
        return mark_safe(behind)
    shown = _english(english, escape(address), escape(name))
    return mark_safe(
        f'<div class="{css_class} in-english" lang="en" dir="ltr">{shown}</div>'
        f'<details class="behind"><summary>{escape(_("النص العربي"))}'
        f'<span class="vh">{escape(_("، "))}{escape(name)}</span></summary>{behind}</details>'
    )


def render_title(title: str) -> SafeString:
    """A title in whatever language it is."""
    tongue = Tongue("en" if is_in_english(title) else "ar")
    return mark_safe(f"<span {tongue.attributes}>{render_inline(title)}</span>")


def render_item_title(item: AgendaItem, words: int = 0) -> SafeString:
    """The title of an item of an agenda, or so many words of it; in English for English readers where it is held."""
    english = item.title_en if is_english() or not item.title else ""
    title = english or item.title
    tongue = Tongue("en" if english else "ar")
    shown = render_inline(cut_at_word(title, words) if words else title)
    return mark_safe(f"<span {tongue.attributes}>{shown}</span>") if title else mark_safe("")


def render_document_title(document: Document, words: int) -> SafeString:
    """So many words of the title of a document in a list; in English for English readers where it is held."""
    english = _english_title(document)
    if english:
        shown = escape(cut_at_word(english, words))
        return mark_safe(f'<span class="naskh in-english" lang="en" dir="ltr">{shown}</span>')
    return mark_safe(f'<span class="naskh" lang="ar" dir="rtl">{first_words(document.title, words)}</span>')


def is_titled_in_arabic(document: Document) -> bool:
    """Whether the title that a list shows of a document runs from right to left."""
    return bool(document.title) and not _english_title(document)


def _english_title(document: Document) -> str:
    """The English title that English readers are shown: of its English version, or its own."""
    if not is_english():
        return ""
    return getattr(document, "english_title", "") or (document.title if is_in_english(document.title) else "")


def _alone() -> str:
    return f'<p class="note">{escape(_("النص متاح هنا بالإنكليزية وحدها، ولم يرد النص العربي بعد."))}</p>'


def _english(text: TextInLanguage, address: str, name: str) -> str:
    chapeau = f"<p>{escape(text.chapeau)}</p>" if text.chapeau else ""
    items = "".join(
        f'<li><a class="lb" href="{address}#{abjad.latin(item.position)}" aria-label="({item.label}) {name}">'
        f"({item.label})</a> <span>{escape(item.text)}</span></li>"
        for item in text.items
    )
    lettered = f'<ol class="abjad">{items}</ol>' if items else ""
    return f"{chapeau}{lettered}{_lacking(text)}"


def _lacking(text: TextInLanguage) -> str:
    """What the English text does not have is in the Arabic one behind it."""
    if not text.lacks:
        return ""
    told = _("ليس في النسخة الإنكليزية المحفوظة نص للفقرات الفرعية ذات الحروف %(letters)s.")
    return f'<p class="note">{escape(told % {"letters": ", ".join(text.lacks)})}</p>'


def render_opening(row: Recommendation, words: int, english: Mapping[int, TextInLanguage] | None = None) -> SafeString:
    """The first words of a text, in a list of them; `english` are the texts of the page that are held in English."""
    held = (english or {}).get(row.pk)
    if held is None and is_in_english(row.text):
        return mark_safe(f'<span class="t">{provisional_chip(row)}{first_words(row.text, words)}</span>')
    opening = escape(cut_at_word(held.text if held else row.text, words))
    if held:
        return mark_safe(f'<span class="t in-english" lang="en" dir="ltr">{provisional_chip(row)}{opening}</span>')
    marked = ' lang="ar" dir="rtl"' if english else ""
    return mark_safe(f'<span class="t"{marked}>{provisional_chip(row)}{opening}</span>')
