"""The parts of the search page that come by the dozen, written without a template each: `{% load search_page %}`."""

from collections.abc import Sequence
from functools import lru_cache
from html import escape

from django import template
from django.template.loader import render_to_string
from django.utils.encoding import uri_to_iri
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from archive.display.results.search_results import Column, Result
from archive.filters.facets import Option

register = template.Library()


@register.simple_tag
def options(shown: Sequence[Option], path: str) -> SafeString:
    """The options of one facet as list items, each a link that adds its value or takes it away."""
    if not shown:
        return mark_safe("")
    selected = f'<span class="vh">{escape(_("، مختار"))}</span>'
    address = shown[0].selection.toggling(shown[0].facet)
    # Every variable part of an item is escaped in `_option`.
    return mark_safe("".join([_option(option, path + address(option.value), selected) for option in shown]))


def _option(option: Option, address: str, selected: str) -> str:
    classes = "opt" + ("" if option.count else " zero") + (" without" if option.is_without else "")
    current = ' aria-current="true"' if option.selected else ""
    return (
        f'<li><a class="{classes}" id="f-{option.facet}-{escape(option.value)}" '
        f'href="{escape(address)}" rel="nofollow"{current}>'
        f"<span{_direction(option)}>{_label(option)}{selected if option.selected else ''}</span>"
        f'<span class="n">{option.count}</span></a></li>'
    )


def _direction(option: Option) -> str:
    return f' lang="{option.language}" dir="rtl"' if option.language else ""


def _label(option: Option) -> str:
    if option.facet == "document" and not option.is_without and not option.language:
        return _isolated(option.label) if option.label.isascii() else escape(option.label)
    note = f" {_isolated(option.note)}" if option.note and option.facet == "meeting" else ""
    return f"{escape(option.label)}{note}"


def _isolated(symbol: str) -> str:
    return f'<bdi class="sym" dir="ltr" lang="en">{escape(symbol)}</bdi>'


#: Signs of the private use area stand in the markup for what is put in; no text of ours has them.
_LOCATOR, _TITLE = "\ue000", "\ue001"


@register.simple_tag
def hit_acts(hit: Result) -> SafeString:
    """What can be done with a result: the button that takes it into the reader's own list, the link to compare it."""
    title = f"{hit.title}{_('، ')}{hit.place}"
    acts = _acts(get_language())
    return mark_safe(acts.replace(_LOCATOR, escape(hit.locator)).replace(_TITLE, escape(title)))


@lru_cache
def _acts(language: str) -> str:
    """Their template, rendered once for all entries of all pages in a language."""
    return render_to_string("archive/partials/_hit_acts.html", {"locator": _LOCATOR, "title": _TITLE})


@register.filter
def for_people(address: str) -> str:
    """An address as one reads it and may type it, with its Arabic letters."""
    return uri_to_iri(address)


@register.filter
def where(hit: Result) -> SafeString:
    """Its meeting and the year."""
    year = f' <span class="num">{hit.meeting.start.year}</span>' if hit.meeting.start else ""
    return mark_safe(f"<span>{escape(hit.place)}</span>{year}")


@register.filter
def in_spans(facts: Sequence[str]) -> SafeString:
    return mark_safe("".join([f"<span>{conditional_escape(fact)}</span>" for fact in facts]))


@register.filter
def in_column(hit: Result, column: Column) -> str:
    """What stands there in the line of a result."""
    return hit.facts[column.place]
