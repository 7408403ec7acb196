"""What an edit of topics and rules would change is shown before it is saved, and nothing is written by it."""

from typing import Any

import pytest
from django.test import Client

from archive.models import ArchiveState, Batch, Recommendation, Topic, TopicAssignment, TopicRule
from archive.models.history import RowChange
from tests.factories import make_recommendation, make_state
from tests.factories_of_meaning import derive, make_assignment, make_topic, make_topic_rule

from .forms import complaints, filled_in
from .test_roles import browser_of

pytestmark = pytest.mark.django_db

RULES = "/admin/archive/topicrule/"


@pytest.fixture
def recommendation() -> Recommendation:
    make_state(data_version=1)
    row = make_recommendation(1, "ينبغي للدول أن تصون القنوات عملاً بالمادة 6 من بروتوكول المياه.")
    derive(row)
    return row


@pytest.fixture
def topic(recommendation: Recommendation) -> Topic:
    return make_topic("canals", label_ar="القنوات")


def rule(topic: Topic, **more: Any) -> dict[str, Any]:
    return {"topic": topic.pk, "kind": "words", "value": "قنوات", "weight": 10, "is_used": "on", **more}


def written() -> tuple[Any, ...]:
    counts = [model.objects.count() for model in (TopicRule, TopicAssignment, Batch, RowChange)]
    return (*counts, ArchiveState.objects.versions())


def moves(response: Any) -> list[tuple[str, list[str], list[str]]]:
    effect = response.context["effect"]
    return [(one.topic, [t.locator for t in one.entered], [t.locator for t in one.left]) for one in effect.topics]


def test_a_new_rule_shows_what_enters_and_is_not_saved(
    staff: Client, recommendation: Recommendation, topic: Topic
) -> None:
    before = written()
    shown = staff.post(f"{RULES}add/", rule(topic, _show_effect="1"))
    assert (shown.status_code, moves(shown)) == (200, [("القنوات", [recommendation.locator], [])])
    assert shown.context["effect"].topics[0].entered[0].text == recommendation.text
    assert shown.context["adminform"].form["value"].value() == "قنوات"
    assert (list(shown.context["messages"]), written()) == ([], before)
    # What was typed is saved from the same page.
    saved = staff.post(f"{RULES}add/", rule(topic))
    assert (saved.status_code, TopicAssignment.objects.count()) == (302, 1)


def test_a_rule_put_out_of_use_shows_what_leaves(staff: Client, recommendation: Recommendation, topic: Topic) -> None:
    staff.post(f"{RULES}add/", rule(topic))
    address = f"{RULES}{TopicRule.objects.get().pk}/change/"
    data = rule(topic, _show_effect="1")
    del data["is_used"]
    before = written()
    shown = staff.post(address, data)
    assert (moves(shown), written()) == ([("القنوات", [], [recommendation.locator])], before)


def test_what_changes_nothing_says_so(staff: Client, topic: Topic) -> None:
    shown = staff.post(f"{RULES}add/", rule(topic, value="جسور معلقة", _show_effect="1"))
    assert (shown.context["effect"].is_none, moves(shown)) == (True, [])
    assert "لا شيء: لا تدخل توصية في موضوع ولا تخرج منه." in shown.content.decode()


def test_what_is_wrong_is_said_in_place_of_an_effect(staff: Client, topic: Topic) -> None:
    shown = staff.post(f"{RULES}add/", rule(topic, value="", _show_effect="1"))
    assert "effect" not in shown.context
    assert list(complaints(shown)) == ["value"]


def test_a_topic_with_confirmed_texts_goes_out_of_use_only_once_that_was_seen(
    staff: Client, recommendation: Recommendation, topic: Topic
) -> None:
    make_assignment(recommendation, topic, decision="confirmed")
    address = f"/admin/archive/topic/{topic.pk}/change/"
    data = filled_in(staff.get(address))
    del data["is_used"]
    shown = staff.post(address, data)
    assert shown.status_code == 200
    assert [one.locator for one in shown.context["effect"].hidden] == [recommendation.locator]
    assert 'name="_effect_seen" value="1"' in shown.content.decode()
    assert Topic.objects.get().is_used
    assert staff.post(address, {**data, "_effect_seen": "1"}).status_code == 302
    assert not Topic.objects.get().is_used


def test_without_confirmed_texts_a_topic_goes_out_of_use_at_once(staff: Client, topic: Topic) -> None:
    make_topic_rule(topic, "قنوات")
    data = filled_in(staff.get(f"/admin/archive/topic/{topic.pk}/change/"))
    del data["is_used"]
    assert staff.post(f"/admin/archive/topic/{topic.pk}/change/", data).status_code == 302


@pytest.mark.parametrize("role", ["viewer", "editor"])
def test_who_may_not_edit_rules_tries_none_out(role: str, topic: Topic) -> None:
    client = browser_of(role)
    made = make_topic_rule(topic, "قنوات")
    answers = [client.post(f"{RULES}{where}/", rule(topic, _show_effect="1")) for where in ("add", f"{made.pk}/change")]
    assert [one.status_code for one in answers] == [403, 403]
