"""Citations and operative phrases laid over an adopted text: tags alone, never another character."""

import re
from html import unescape

import pytest

from archive.display.comparison.differences import build_pieces, number_pieces
from archive.display.text.linked_text import citation_spans, correction_spans, operative_spans
from archive.display.text.running_text import render_inline
from archive.display.text.spans import lay_spans
from archive.models import Citation, OperativeClause
from tests import factories
from tests import factories_of_meaning as meaning

pytestmark = pytest.mark.django_db

TEXT = "عملاً بالمادتين 6 و7 من البروتوكول، ينبغي للدول أن تنظر في القرار 1/9 وفي بوابة القنوات."


def at(words: str, text: str = TEXT) -> dict[str, object]:
    return {"text": words, "start": text.index(words), "end": text.index(words) + len(words)}


def characters(html: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", html))


def shown(text: str, *layers: object) -> str:
    html = render_inline(text)
    for spans in layers:
        html = lay_spans(html, text, spans)
    return str(html)


@pytest.fixture
def citations() -> list[Citation]:
    row = factories.make_recommendation(1, TEXT)
    six, seven = meaning.make_article(6), meaning.make_article(7)
    for article in (six, seven):
        meaning.make_citation(row, article=article, **at("بالمادتين 6 و7 من البروتوكول"))
    meaning.make_citation(row, kind="treaty", instrument=six.instrument, **at("البروتوكول،"))
    meaning.make_citation(
        row, kind="resolution", organ="general_assembly", resolution="9/1", symbol="A/RES/9/1", **at("القرار 1/9")
    )
    meaning.make_citation(row, kind="tool", tool="canal-portal", **at("بوابة القنوات"))
    return list(row.citations.for_display().select_related("article__instrument"))


def test_each_citation_leads_to_what_is_cited(citations: list[Citation]) -> None:
    html = shown(TEXT, citation_spans(citations, TEXT))
    links = re.findall(r'<a class="link" href="([^"]*)" title="([^"]*)"([^>]*)>', html)
    assert links == [
        (
            "/recommendations/?article=canal-protocol%3A6&amp;article=canal-protocol%3A7",
            "المادة 6، بروتوكول القنوات؛ المادة 7، بروتوكول القنوات",
            "",
        ),
        ("https://docs.un.org/ar/A/RES/9/1", "قرار الجمعية العامة 9/1", ' rel="external"'),
        (
            "/recommendations/?q=%D8%A8%D9%88%D8%A7%D8%A8%D8%A9+%D8%A7%D9%84%D9%82%D9%86%D9%88%D8%A7%D8%AA",
            "canal-portal",
            ' aria-label="بوابة القنوات، بحث في التوصيات"',
        ),
    ]
    assert characters(html) == TEXT


def test_a_place_that_no_longer_has_the_words_is_passed_over(citations: list[Citation]) -> None:
    assert citation_spans(citations, "نص " + TEXT) == []


def test_a_phrase_bears_its_class_without_a_character_of_its_own() -> None:
    row = factories.make_recommendation(1, TEXT)
    place = at("ينبغي")
    meaning.make_clause(row, start=place["start"], end=place["end"])
    meaning.make_clause(row, "invited", is_main=False, phrase="تُدعى", start=1, end=6)
    spans = operative_spans(OperativeClause.objects.all(), TEXT)
    html = shown(TEXT, spans)
    assert re.findall(r"<b [^>]*>[^<]*</b>", html) == ['<b class="op" data-verb="ينبغي">ينبغي</b>']
    assert characters(html) == TEXT


def test_a_corrected_word_inside_a_citation_stays_a_link_of_its_own(citations: list[Citation]) -> None:
    pieces = number_pieces(build_pieces(TEXT.replace("البروتوكول،", "البرتوكول،"), TEXT), 0)
    html = shown(TEXT, correction_spans(pieces, is_printed=False), citation_spans(citations, TEXT))
    assert re.findall(r'<a class="var"[^>]*>([^<]*)</a>', html) == ["البروتوكول"]
    assert re.findall(r"<a [^>]*>(?:(?!</a>).)*<a ", html) == []
    assert characters(html) == TEXT
