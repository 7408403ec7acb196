"""How strong the wording was over the meetings: the picture and the words that say the same."""

import re

import pytest
from django.test import Client

from archive.display.pictures.strength import CELL_WIDTH, StrengthGrid, build_grid
from archive.models import Meeting
from tests import factories
from tests.factories_of_meaning import make_assignment, make_clause, make_topic
from tests.views.page import Page


def test_strokes_stand_in_the_cell_of_their_meeting_and_strength() -> None:
    assert build_grid([[2, 0], [0, 1]], rtl=False) == StrengthGrid(
        80, 44, "M4 19v-12M9 19v-12M44 41v-12", "M0 19H80M0 41H80", (16, 38), ("25.00%", "75.00%")
    )


def test_an_arabic_picture_begins_at_the_right() -> None:
    assert build_grid([[2, 0], [0, 1]], rtl=True) == StrengthGrid(
        80, 44, "M76 19v-12M71 19v-12M36 41v-12", "M0 19H80M0 41H80", (16, 38), ("75.00%", "25.00%")
    )


@pytest.mark.parametrize("count", [1, 6, 7, 40, 300])
@pytest.mark.parametrize("rtl", [False, True])
def test_however_many_they_stay_within_their_cell(count: int, rtl: bool) -> None:
    places = [float(x) for x in re.findall(r"M([\d.]+) \d+v-", build_grid([[0, count, 0]], rtl=rtl).strokes)]
    assert len(places) == count
    assert CELL_WIDTH < min(places) <= max(places) < 2 * CELL_WIDTH


def test_nothing_is_drawn_of_nothing() -> None:
    assert build_grid([], rtl=True) == StrengthGrid(0, 0, "", "", (), ())


def _fill(*asked: tuple[int, str]) -> None:
    """A topic with a recommendation for each meeting and strength."""
    body, topic = factories.make_body(), make_topic("locks")
    for number, (meeting, verb) in enumerate(asked, 1):
        held = Meeting.objects.filter(number=meeting).first() or factories.make_meeting(meeting, body=body)
        row = factories.make_recommendation(number, meeting=held)
        make_assignment(row, topic)
        if verb:
            make_clause(row, verb)


@pytest.mark.django_db
def test_the_words_beside_it_say_the_same(client: Client) -> None:
    _fill((1, "may_wish"), (1, "may_wish"), (2, "should"), (4, "urged"), (4, "should"), (4, ""))
    page = Page(client.get("/topics/locks/"))
    assert page.words("text", class_="strength-row") == ["يحث", "ينبغي", "لعلها تود"]
    told = [row for row in page.words("li") if row.startswith("الاجتماع ") and ":" in row]
    assert told == [
        "الاجتماع الأول لعلها تود: 2",
        "الاجتماع الثاني ينبغي: 1",
        "الاجتماع الرابع يحث: 1، ينبغي: 1",
    ]
    english = Page(client.get("/en/topics/locks/"))
    assert english.words("text", class_="strength-row") == ["Urges", "Should", "May wish to"]
    assert english.foreign == []


@pytest.mark.django_db
@pytest.mark.parametrize("asked", [[(1, "should"), (1, "urged")], [(1, "should"), (2, "")]])
def test_what_cannot_be_compared_is_not_drawn(client: Client, asked: list[tuple[int, str]]) -> None:
    _fill(*asked)
    page = Page(client.get("/topics/locks/"))
    assert page.all("figure", class_="strength") == []
    assert "لا يكفي ما فيه لمقارنة قوة العبارة بين الاجتماعات." in page.words("p", class_="note")


@pytest.mark.django_db
def test_of_many_meetings_the_latest_are_drawn_and_the_others_counted(client: Client) -> None:
    _fill(*((number, "should") for number in range(1, 12)))
    page = Page(client.get("/topics/locks/"))
    assert [text for text in page.words("text") if text.isdecimal()][-8:] == [str(number) for number in range(4, 12)]
    assert "هنا الأحدث؛ واجتماعات أقدم عددها 3 في جدول توزيعها." in page.words("p")
