"""What a citation names, in the reader's language, and where that is."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from archive.models import Article, Citation
from archive.models.publication import as_shown
from archive.numbering import abjad
from archive.vocabulary.tools import Tool, read_tools

from .language import in_language, marked, symbol
from .titles import agenda_number, instrument_name, meeting_title, place_title
from .united_nations import un_address


@dataclass(frozen=True, slots=True)
class CitedThing:
    """`address` is empty where the archive knows no place for it."""

    name: SafeString
    address: str = ""
    is_external: bool = False


def cited_thing(citation: Citation) -> CitedThing:
    """Of a citation with what it cites fetched, meetings with their bodies."""
    match citation.kind:
        case Citation.Kind.TREATY_ARTICLE if citation.article is not None:
            return CitedThing(_article(citation.article, citation.cited_paragraph), article_address(citation.article))
        case Citation.Kind.TREATY if citation.instrument is not None:
            return CitedThing(instrument_name(citation.instrument))
        case Citation.Kind.RECOMMENDATION:
            return _recommendation(citation)
        case Citation.Kind.MEETING if (meeting := as_shown(citation.cited_meeting)) is not None:
            return CitedThing(conditional_escape(meeting_title(meeting)), meeting.get_absolute_url())
        case Citation.Kind.DOCUMENT:
            return _document(citation)
        case Citation.Kind.RESOLUTION:
            return _resolution(citation)
        case Citation.Kind.TOOL:
            return _tool(citation)
    return CitedThing(_as_written(citation))


def article_address(article: Article) -> str:
    return reverse("article", args=[article.instrument.slug, article.number])


def articles_address(articles: Sequence[Article]) -> str:
    """One article has a page; several are what a search for any of them finds."""
    if len(articles) == 1:
        return article_address(articles[0])
    return selection_address([("article", article.locator) for article in articles])


def selection_address(pairs: Sequence[tuple[str, str]]) -> str:
    return f"{reverse('recommendations')}?{urlencode(pairs)}"


def article_name(article: Article, paragraph: str = "") -> str:
    """«المادة 14، الفقرة 3»."""
    if paragraph:
        figures = {"article": article.number, "paragraph": agenda_number(paragraph)}
        return _("المادة %(article)s، الفقرة %(paragraph)s") % figures
    return _("المادة %(article)s") % {"article": article.number}


def tool_name(code: str) -> SafeString:
    """Staff may name one that the data do not know."""
    tool = find_tool(code)
    if tool is None:
        return conditional_escape(code)
    return conditional_escape(in_language(tool.name_ar, tool.name_en))


def find_tool(code: str) -> Tool | None:
    return next((one for one in read_tools() if one.code == code), None)


def _as_written(citation: Citation) -> SafeString:
    return marked(citation.text, "")


def _article(article: Article, paragraph: str) -> SafeString:
    return format_html("{}{}{}", article_name(article, paragraph), _("، "), instrument_name(article.instrument))


def _recommendation(citation: Citation) -> CitedThing:
    """The lettered item, where the citation names one."""
    cited = as_shown(citation.cited_recommendation)
    if cited is None:
        return CitedThing(_as_written(citation))
    letter = citation.locator.rpartition(".")[2]
    position = abjad.from_latin(letter) or 0
    anchor = f"#{letter}" if position else ""
    return CitedThing(conditional_escape(place_title(cited, position)), cited.get_absolute_url() + anchor)


def _document(citation: Citation) -> CitedThing:
    cited = as_shown(citation.cited_document)
    mark = citation.symbol or (cited.symbol or cited.job_number if cited else "")
    name = symbol(mark) if mark else _as_written(citation)
    if citation.cited_paragraph:
        number = {"number": agenda_number(citation.cited_paragraph)}
        name = format_html("{}{}{}", name, _("، "), _("الفقرة %(number)s") % number)
    if cited is not None:
        anchor = f"#p{citation.cited_paragraph}" if citation.cited_paragraph.isdecimal() and cited.is_held else ""
        return CitedThing(name, cited.get_absolute_url() + anchor)
    address = un_address(mark)
    return CitedThing(name, address, is_external=bool(address))


def _resolution(citation: Citation) -> CitedThing:
    number = symbol(citation.resolution)
    organ = citation.get_organ_display()
    name = (
        format_html(_("قرار {organ} {number}"), organ=organ, number=number)
        if organ
        else format_html("{} {}", _("قرار"), number)
    )
    if not citation.symbol:
        return CitedThing(name)
    return CitedThing(name, un_address(citation.symbol), is_external=True)


def _tool(citation: Citation) -> CitedThing:
    """Whatever the texts call it, they are searched for its usual name."""
    tool = find_tool(citation.tool)
    return CitedThing(tool_name(citation.tool), selection_address([("q", tool.name_ar if tool else citation.text)]))
