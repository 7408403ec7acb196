"""Names in the reader's language."""

import pytest
from django.utils import translation

from archive.models import Body, Meeting
from archive.views import names


@pytest.mark.parametrize(
    ("number", "word"),
    [
        (1, "first"),
        (12, "twelfth"),
        (20, "twentieth"),
        (21, "twenty-first"),
        (90, "ninetieth"),
        (101, "101st"),
        (111, "111th"),
    ],
)
def test_english_ordinals(number: int, word: str) -> None:
    assert names.english_ordinal(number) == word


@pytest.mark.parametrize(
    ("term", "arabic", "english"),
    [
        ("meeting", "الاجتماع الثاني عشر", "Twelfth meeting"),
        ("session", "الدورة الثانية عشرة", "Twelfth session"),
    ],
)
def test_a_meeting_is_called_as_its_body_calls_it(term: str, arabic: str, english: str) -> None:
    meeting = Meeting(body=Body(term=term), number=12)
    assert names.meeting_title(meeting) == arabic
    with translation.override("en"):
        assert names.meeting_title(meeting) == english


def test_a_number_without_a_word_is_a_figure() -> None:
    assert names.meeting_title(Meeting(body=Body(term="meeting"), number=250)) == "الاجتماع 250"


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (0, "لا توصيات"),
        (1, "توصية واحدة"),
        (2, "توصيتان"),
        (5, "5 توصيات"),
        (22, "22 توصية"),
        (100, "100 توصية"),
    ],
)
def test_counts_follow_arabic_grammar(count: int, text: str) -> None:
    assert names.counted("recommendations", count) == text


def test_the_letter_of_an_agenda_item_follows_the_language() -> None:
    assert (names.agenda_number("2 (ج)"), names.agenda_letter("2 (ج)"), names.agenda_letter("2")) == (
        "2 (ج)",
        "(ج)",
        "2",
    )
    with translation.override("en"):
        assert names.agenda_number("2 (ج)") == "2 (c)"
