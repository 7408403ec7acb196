"""The parts of the search page that come by the dozen, written without a template each.

Measured on the 171 recommendations (processor time of 31 renders, the middle one; strings, then templates):
79 options 0.9 and 4.4 ms; of 171 results the place 0.2 and 3.1 ms, the facts 0.4 and 2.6 ms, what can be done
with each 1.6 and 32.8 ms. The whole page of 20 takes 11 ms.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from html import escape
from urllib.parse import urlencode

from django.template.loader import render_to_string
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive.filters.facets import Option
from archive.filters.selection import Selection

from ..names.language import current_language, label_of, symbol
from ..names.titles import body_name
from ..text.adopted_markup import render_lettered
from ..text.english_markup import render_sides
from ..text.in_languages import TextInLanguage
from .search_results import Result, ResultGroup, TableColumn

_NAMED_TWICE = {"addressee": gettext_lazy("المخاطَب:"), "actor": gettext_lazy("المطلوب منه:")}


def render_options(shown: Sequence[Option], path: str, keeping: str = "") -> SafeString:
    """The options of one facet as list items, each a link that adds its value or takes it away; `keeping` is what the
    address says besides the selection."""
    if not shown:
        return mark_safe("")
    selected = f'<span class="vh">{escape(_("، مختار"))}</span>'
    address = shown[0].selection.toggling(shown[0].facet)
    # Every variable part of an item is escaped in `_option`.
    return mark_safe(
        "".join([_option(option, path + _with(address(option.value), keeping), selected) for option in shown])
    )


def _with(query: str, keeping: str) -> str:
    return f"{query}{'&' if query else '?'}{keeping}" if keeping else query


def _option(option: Option, address: str, selected: str) -> str:
    # States and the Conference stand in two facets that lead to different places: these say which.
    which = _NAMED_TWICE.get(option.facet, "")
    which = f'<span class="vh">{escape(str(which))} </span>' if which else ""
    classes = "opt" + ("" if option.count else " zero") + (" without" if option.is_without else "")
    current = ' aria-current="true"' if option.selected else ""
    label, language = label_of(option)
    direction = f' lang="{language}" dir="rtl"' if language else ""
    if not option.count and not option.selected:
        # It leads to an empty page: words, no link.
        return (
            f'<li><span class="{classes}" id="f-{option.facet}-{escape(option.value)}">'
            f"<span{direction}>{_label(option, label, language)}</span>"
            f'<span class="n">0</span></span></li>'
        )
    return (
        f'<li><a class="{classes}" id="f-{option.facet}-{escape(option.value)}" '
        f'href="{escape(address)}" rel="nofollow"{current}>'
        f"<span{direction}>{which}{_label(option, label, language)}{selected if option.selected else ''}</span>"
        f'<span class="n">{option.count}</span></a></li>'
    )


def _label(option: Option, label: str, language: str) -> str:
    if option.facet == "document" and not option.is_without and not language:
        return symbol(label) if label.isascii() else escape(label)
    note = f" {symbol(option.note)}" if option.note and option.facet == "meeting" else ""
    return f"{escape(label)}{note}"


#: Signs of the private use area stand in the markup for what is put in; no text of ours has them.
_LOCATOR, _TITLE, _AMONG = "\ue000", "\ue001", "\ue002"


def render_acts(hit: Result, among: str) -> SafeString:
    """What can be done with a result: the button that takes it into the reader's own list, the link to compare it,
    which takes along the results that it is `among`, as the query of their page."""
    title = f"{hit.title}{_('، ')}{hit.place}"
    put = {_LOCATOR: hit.locator, _TITLE: title, _AMONG: f"&{urlencode({'among': among})}" if among else ""}
    return mark_safe(_acts(current_language()).translate({ord(sign): escape(told) for sign, told in put.items()}))


@lru_cache
def _acts(language: str) -> str:
    """Their template, rendered once for all entries of all pages in a language."""
    return render_to_string("archive/partials/_hit_acts.html", {"locator": _LOCATOR, "title": _TITLE, "among": _AMONG})


def render_name(hit: Result, body_symbol: str) -> SafeString:
    """Its number, which leads to it; those who do not see hear its whole name, with its body where there are several
    (`body_symbol` is that of the only one)."""
    apart = escape(_("، "))
    body = "" if body_symbol else f"{apart}{symbol(hit.meeting.body.symbol)}"
    return mark_safe(
        f'<a href="{escape(hit.address)}"><span class="vh">{escape(hit.title)}{apart}{escape(hit.place)}{body}</span>'
        f'<b class="num" aria-hidden="true">{escape(hit.figure)}</b></a>'
    )


def render_whole(hit: Result, english: Mapping[int, TextInLanguage]) -> SafeString:
    """The whole text; `english` are those of the page that are held in English, by key."""
    name = f"{hit.title}{_('، ')}{hit.place}"
    items = render_lettered(hit.passages, hit.address, name) if hit.passages else ""
    text = mark_safe(f"<p>{hit.html}</p>{items}")
    return render_sides(text, english.get(hit.key), hit.address, name, is_alone=hit.is_alone)


def render_wholes(
    group: ResultGroup,
    level: int,
    selection: Selection,
    body_symbol: str,
    english: Mapping[int, TextInLanguage],
    among: str,
) -> SafeString:
    """The whole texts of a group under headings of this level. A text whose meeting is named nowhere above names it."""
    is_named = group.meeting or group.agenda or len(selection.chosen("meeting")) == 1
    parts = []
    for hit in group.results:
        place = "" if is_named else _placed(hit, body_symbol)
        english_hit = conditional_escape(hit.english)
        matched = f'<p class="in-english" lang="en" dir="ltr">{english_hit}</p>' if english_hit else ""
        facts = f'<p class="where num">{render_facts(hit.facts)}</p>' if hit.facts else ""
        parts.append(
            f'<article class="r"><h{level}>{render_name(hit, body_symbol)}</h{level}><div>{place}'
            f"{render_whole(hit, english)}{matched}{facts}{render_acts(hit, among)}</div></article>"
        )
    return mark_safe("".join(parts))


def _placed(hit: Result, body_symbol: str) -> str:
    body = "" if body_symbol else f"{conditional_escape(body_name(hit.meeting.body))}{escape(_('، '))}"
    year = f"{escape(_('، '))}{hit.meeting.start.year}" if hit.meeting.start else ""
    return f'<p class="where num">{body}{escape(hit.place)}{year}</p>'


def render_where(hit: Result) -> SafeString:
    """Its meeting and the year."""
    year = f' <span class="num">{hit.meeting.start.year}</span>' if hit.meeting.start else ""
    return mark_safe(f"<span>{escape(hit.place)}</span>{year}")


def render_facts(facts: Sequence[str]) -> SafeString:
    return mark_safe("".join([f"<span>{conditional_escape(fact)}</span>" for fact in facts]))


def fact_in_column(hit: Result, column: TableColumn) -> str:
    """What stands there in the line of a result."""
    return hit.facts[column.place]
