"""Found words in texts as HTML: escaped, Latin set apart, without links where the entry is one itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.display.text.marked_text import render_excerpt, render_whole
from archive.search.highlight import Piece
from archive.search.understood import Sought, Understood, Way

SYMBOL = "CTOC/COP/WG.7/2019/5"


def test_an_excerpt_says_where_the_text_goes_on() -> None:
    pieces = [Piece("صون "), Piece("القنوات", True), Piece(" <كلها>")]
    assert render_excerpt(pieces) == "صون <mark>القنوات</mark> &lt;كلها&gt;"
    assert render_excerpt(pieces[1:2], begins_before=True, goes_on=True) == (
        '<span class="ell">…&nbsp;</span><mark>القنوات</mark><span class="ell">&nbsp;…</span>'
    )


def test_latin_words_keep_their_order_and_no_link_stands_in_an_excerpt() -> None:
    found = render_excerpt([Piece("انظر "), Piece("United", True), Piece(f" Nations و{SYMBOL}.")])
    assert found == (
        'انظر <bdi dir="ltr" lang="en"><mark>United</mark> Nations</bdi> '
        f'و<bdi class="sym" dir="ltr" lang="en">{SYMBOL}</bdi>.'
    )


@pytest.mark.django_db
def test_a_whole_text_has_the_links_of_its_own_page() -> None:
    canals = Understood("قناة", (Sought("قناة", (Way(("قناه",)),)),))
    assert render_whole(f"صون القنوات ({SYMBOL})", canals) == (
        'صون <mark>القنوات</mark> (<bdi class="sym" dir="ltr" lang="en">'
        f'<a class="link" href="/symbol/{SYMBOL}">{SYMBOL}</a></bdi>)'
    )
    assert render_whole("صون القنوات", None) == "صون القنوات"


@given(st.lists(st.tuples(st.text("قنا <>&\"'aZ9-٣*/.", min_size=1, max_size=8), st.booleans()), max_size=6))
def test_no_words_become_tags(parts: list[tuple[str, bool]]) -> None:
    html = render_excerpt([Piece(text, is_match) for text, is_match in parts])
    opening = ("<mark>", '<bdi dir="ltr" lang="en">', '<span class="nb">', "<em>")
    for tag in (*opening, "</mark>", "</bdi>", "</span>", "</em>"):
        html = html.replace(tag, "")
    assert "<" not in html
    assert ">" not in html
