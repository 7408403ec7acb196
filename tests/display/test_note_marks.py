"""Footnote marks stand where the print had them, in the reading text too."""

import pytest
from django.utils.safestring import mark_safe

from archive.display.text.note_marks import reading_places, replace_signs, with_signs
from tests import factories


@pytest.mark.parametrize(
    ("printed", "reading", "place", "found"),
    [
        ("صونت القنوات. واختبرت.", "صونت القنوات. واختبرت.", 12, 12),
        ("صـونت القنوات. واختبرت.", "صونت القنوات. واختبرت.", 13, 12),
        ("صوتت القنوات. واختبرت.", "صُونت جميع القنوات. واختبرت.", 12, 18),
        ("صونت القنوات.", "صونت القنوات.", 13, 13),
        ("صونت القنوات", "", 5, 0),
    ],
)
def test_a_place_is_found_again_in_the_corrected_text(printed, reading, place, found):
    assert reading_places(printed, reading, [place]) == [found]


@pytest.mark.django_db
def test_marks_become_links_at_their_places():
    paragraph = factories.make_paragraph(factories.make_document(), 1, "صونت القنوات. واختبرت.")
    first = factories.make_footnote(paragraph.document, "1", paragraph=paragraph, place=12)
    second = factories.make_footnote(paragraph.document, "2", paragraph=paragraph)
    text = with_signs(paragraph, [first, second])
    assert text == "صونت القنوات\ue000. واختبرت.\ue001"
    assert replace_signs(mark_safe("القنوات\ue000."), [first, second]) == (
        'القنوات<sup class="ref"><a id="fn1-ref" href="#fn1" aria-label="الحاشية 1">1</a></sup>.'
    )
