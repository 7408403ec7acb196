"""Tags round stretches of a text that is HTML already."""

import re
from html import unescape

import pytest
from django.utils.safestring import mark_safe
from hypothesis import given
from hypothesis import strategies as st

from archive.display.text.running_text import render_inline, render_text
from archive.display.text.spans import MarkupSpan, lay_spans

MARK = mark_safe("<mark>"), mark_safe("</mark>")
LINK = mark_safe('<a class="var" href="#x">'), mark_safe("</a>")


@pytest.mark.parametrize(
    ("text", "found", "html"),
    [
        ("صون القنوات", "القنوات", "صون <mark>القنوات</mark>"),
        ("<و> & القنوات", "& القنوات", "&lt;و&gt; <mark>&amp; القنوات</mark>"),
        ("منصة SHERLOC هنا", "SHERLOC", 'منصة <bdi dir="ltr" lang="en"><mark>SHERLOC</mark></bdi> هنا'),
        (
            "بعنوان *The Hawala System*، ثم",
            "System",
            'بعنوان <bdi dir="ltr" lang="en"><em>The Hawala <mark>System</mark></em></bdi>، ثم',
        ),
        (
            "بعنوان *The Hawala*، ثم",
            "Hawala*، ثم",
            'بعنوان <bdi dir="ltr" lang="en"><em>The <mark>Hawala</mark></em></bdi><mark>، ثم</mark>',
        ),
    ],
)
def test_tags_nest_with_those_that_are_there(text: str, found: str, html: str) -> None:
    start = text.index(found)
    assert lay_spans(render_inline(text), text, [MarkupSpan(start, start + len(found), *MARK)]) == html


def test_a_link_is_never_laid_inside_a_link() -> None:
    text = "انظر A/74/148 هنا"
    laid = lay_spans(render_inline(text), text, [MarkupSpan(0, len(text), *LINK, is_link=True)])
    assert laid == (
        '<a class="var" href="#x">انظر </a><bdi class="sym" dir="ltr" lang="en">'
        '<a class="link" href="/symbol/A/74/148">A/74/148</a></bdi><a class="var" href="#x"> هنا</a>'
    )


@pytest.mark.parametrize(
    ("text", "found", "html"),
    [
        (
            "انظر منصة CENcomm في فيينا",
            "منصة CENcomm",
            'انظر <a class="var" href="#x">منصة <bdi dir="ltr" lang="en">CENcomm</bdi></a> في فيينا',
        ),
        (
            "قاعدة النمائط (RevMod) هنا",
            "قاعدة النمائط (RevMod)",
            '<a class="var" href="#x">قاعدة النمائط (<bdi dir="ltr" lang="en">RevMod</bdi>)</a> هنا',
        ),
    ],
)
def test_a_link_that_holds_whole_tags_stays_one(text: str, found: str, html: str) -> None:
    start = text.index(found)
    assert lay_spans(render_inline(text), text, [MarkupSpan(start, start + len(found), *LINK, is_link=True)]) == html


def test_spans_of_a_whole_text_find_their_lines() -> None:
    text = "صدر:\n(أ) القنوات؛\n(ب) المياه."
    start = text.index("القنوات")
    assert render_text(text, [[MarkupSpan(start, start + 7, *MARK)], [MarkupSpan(0, 4, *MARK)]]) == (
        '<p><mark>صدر:</mark></p><ol class="abjad"><li><span class="lb">(أ)</span>'
        "<span><mark>القنوات</mark>؛</span></li>"
        '<li><span class="lb">(ب)</span><span>المياه.</span></li></ol>'
    )


@given(st.text('اب A*<&"/', max_size=30), st.integers(0, 30), st.integers(0, 30))
def test_the_words_stay_what_they_are(text: str, start: int, length: int) -> None:
    plain = render_inline(text)
    laid = lay_spans(plain, text, [MarkupSpan(start, start + length, *MARK)])
    assert unescape(laid.replace("<mark>", "").replace("</mark>", "")) == unescape(plain)


@given(st.text('اب A*"()', max_size=30), st.integers(0, 30), st.integers(1, 30))
def test_every_tag_of_a_link_has_its_end(text: str, start: int, length: int) -> None:
    laid = lay_spans(render_inline(text), text, [MarkupSpan(start, start + length, *LINK, is_link=True)])
    open_tags: list[str] = []
    for end, name in re.findall(r"<(/?)(\w+)", laid):
        if end:
            assert open_tags.pop() == name
        else:
            assert name not in open_tags or name != "a"
            open_tags.append(name)
    assert open_tags == []
    assert unescape(re.sub("<[^>]*>", "", laid)) == unescape(re.sub("<[^>]*>", "", render_inline(text)))
