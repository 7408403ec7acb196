"""Two at one list of which values are typed: as in a form, nobody overwrites what he has not seen."""

from typing import Any

import pytest
from django.test import Client

from archive.models import Topic
from tests.factories_of_meaning import make_topic

from .test_two_at_once import carried, other

__all__ = ["other"]
pytestmark = pytest.mark.django_db

TOPICS = "/admin/archive/topic/"


@pytest.fixture
def topics() -> list[Topic]:
    """All there are."""
    Topic.objects.all().delete()
    return [make_topic(f"topic-{at}", position=at) for at in (1, 2, 3)]


def opened(client: Client) -> dict[str, Any]:
    """What a browser would send of the list as it is shown."""
    answer = client.get(TOPICS)
    formset = answer.context["cl"].formset
    shown = [*formset.management_form, *(bound for form in formset.forms for bound in form)]
    token = f'name="_opened_at" value="{answer.context["opened_at"]}"'
    assert token in answer.content.decode()
    values = {bound.html_name: bound.value() for bound in shown}
    return {**values, "_opened_at": answer.context["opened_at"], "_save": "حفظ"}


def positions() -> dict[str, int]:
    return dict(Topic.objects.order_by("slug").values_list("slug", "position"))


def typed(form: dict[str, Any], **places: int) -> dict[str, Any]:
    """The form with other places for topics, by slug."""
    keys = dict(Topic.objects.values_list("pk", "slug"))
    at = {keys[form[f"form-{at}-id"]]: f"form-{at}-position" for at in range(form["form-TOTAL_FORMS"])}
    return {**form, **{at[slug.replace("_", "-")]: place for slug, place in places.items()}}


def test_what_the_first_moved_and_the_second_did_not_touch_stays(
    staff: Client, other: Client, topics: list[Topic]
) -> None:
    form = opened(other)
    assert staff.post(TOPICS, typed(opened(staff), topic_1=7)).status_code == 302
    assert other.post(TOPICS, typed(form, topic_3=9)).status_code == 302
    assert positions() == {"topic-1": 7, "topic-2": 2, "topic-3": 9}


@pytest.mark.parametrize(("keep", "place"), [("theirs", 7), ("mine", 5), ("third", 6)])
def test_where_both_moved_one_the_second_decides(
    staff: Client, other: Client, topics: list[Topic], keep: str, place: int
) -> None:
    form = opened(other)
    staff.post(TOPICS, typed(opened(staff), topic_1=7))
    asked = other.post(TOPICS, typed(form, topic_1=5, topic_2=4))
    assert (asked.status_code, positions()) == (409, {"topic-1": 7, "topic-2": 2, "topic-3": 3})
    name = asked.context["both"][0][0].html_name
    answer = other.post(TOPICS, {**carried(asked), f"_keep:{name}": keep, f"_third:{name}": "6"})
    assert (answer.status_code, positions()) == (302, {"topic-1": place, "topic-2": 4, "topic-3": 3})


def test_of_a_list_with_a_row_that_is_gone_nothing_is_written(
    staff: Client, other: Client, topics: list[Topic]
) -> None:
    form = typed(opened(other), topic_3=9)
    staff.post(f"{TOPICS}{topics[0].pk}/delete/", {"post": "yes"})
    answer = other.post(TOPICS, form)
    assert (answer.status_code, positions()) == (409, {"topic-2": 2, "topic-3": 3})
    assert "افتح القائمة كما هي الآن" in answer.content.decode()


@pytest.mark.parametrize(
    "forged",
    [{"form-0-id": key} for key in ("س", 10**30, -1, "")]
    + [{"form-INITIAL_FORMS": count} for count in ("س", -1, 0)]
    + [{"form-TOTAL_FORMS": count} for count in ("9" * 9, "س", -1, 0)],
)
def test_forged_rows_write_nothing(staff: Client, topics: list[Topic], forged: dict[str, Any]) -> None:
    answer = staff.post(TOPICS, {**typed(opened(staff), topic_1=7), **forged})
    assert answer.status_code in (200, 302, 400, 409)
    assert positions() == {"topic-1": 1, "topic-2": 2, "topic-3": 3}


def test_more_rows_told_than_sent_are_looked_for_nowhere(staff: Client, topics: list[Topic]) -> None:
    forged = {"form-INITIAL_FORMS": "9" * 9}
    assert staff.post(TOPICS, {**typed(opened(staff), topic_1=7), **forged}).status_code == 302
    assert positions() == {"topic-1": 7, "topic-2": 2, "topic-3": 3}
