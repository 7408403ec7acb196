"""Names and addresses of subjects, treaties and articles: `{% load subject_pages %}`."""

from django import template
from django.urls import reverse
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString

from archive.display.names.cited_things import instrument_name
from archive.display.names.titles import is_english
from archive.filters.facets import Option
from archive.models import Article, Instrument, Topic

register = template.Library()


@register.filter
def topic_name(topic: Topic) -> SafeString:
    return _name(topic.label_ar, topic.label_en)


@register.filter
def treaty(instrument: Instrument) -> SafeString:
    """The short name, in Arabic; in English the whole one."""
    return instrument_name(instrument)


@register.filter
def article_title(article: Article) -> SafeString:
    return _name(article.title_ar, article.title_en)


@register.filter
def own_page(option: Option) -> str:
    """The address of the page of a value of the facets «topic» and «article»."""
    return reverse(option.facet, args=option.value.split(":"))


def _name(arabic: str, english: str) -> SafeString:
    """In the reader's language; an Arabic name on an English page is marked as such."""
    if not is_english():
        return conditional_escape(arabic)
    if english:
        return conditional_escape(english)
    return format_html('<bdi lang="ar" dir="rtl">{}</bdi>', arabic) if arabic else SafeString("")
