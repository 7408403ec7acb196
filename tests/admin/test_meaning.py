"""What rules derived, in the hands of staff: confirmed, rejected, changed, added, given back."""

from typing import Any

import pytest
from django.test import Client

from archive.deriving.subject_rules import refuse_value
from archive.models import (
    ArchiveState,
    Citation,
    FollowUp,
    Kinship,
    OperativeClause,
    Recommendation,
    Topic,
    TopicAssignment,
)
from tests.factories import make_document, make_meeting, make_paragraph, make_recommendation, make_state
from tests.factories_of_meaning import (
    derive,
    make_article,
    make_assignment,
    make_clause,
    make_follow_up,
    make_kinship,
    make_topic,
    make_topic_rule,
)

from .forms import filled_in

pytestmark = pytest.mark.django_db

TEXT = "ينبغي للدول أن تصون القنوات عملاً بالمادة 6، ولعلها تود أيضاً أن تقيس الماء."


@pytest.fixture
def recommendation() -> Recommendation:
    make_state(data_version=1)
    row = make_recommendation(1, TEXT)
    derive(row)
    return row


def address_of(row: Any) -> str:
    return f"/admin/archive/{row._meta.model_name}/{row.pk}/change/"


def press(staff: Client, row: Any, choice: str) -> None:
    assert staff.post(address_of(row), {"choice": choice}).status_code == 302


def save(staff: Client, row: Any, **typed: Any) -> Any:
    return staff.post(address_of(row), filled_in(staff.get(address_of(row)), **typed), follow=True)


def told(recommendation: Recommendation) -> list[tuple[str, bool, str, str]]:
    rows = OperativeClause.objects.filter(recommendation=recommendation).order_by("position", "pk")
    return [(row.verb_class, row.is_main, row.origin, row.decision) for row in rows]


def test_a_rejected_main_clause_gives_the_lead_to_the_next_one_and_never_comes_back(
    staff: Client, recommendation: Recommendation
) -> None:
    assert told(recommendation) == [("should", True, "rule", ""), ("may_wish", False, "rule", "")]
    press(staff, OperativeClause.objects.get(verb_class="should"), "reject")
    expected = [("should", False, "rule", "rejected"), ("may_wish", True, "rule", "")]
    assert told(recommendation) == expected
    save(staff, recommendation, chapeau="كما هو معلوم، " + TEXT)
    assert told(recommendation) == expected
    assert ArchiveState.objects.get().data_version > 1


def test_what_is_given_back_to_the_rule_is_as_the_rule_says(staff: Client, recommendation: Recommendation) -> None:
    row = OperativeClause.objects.get(verb_class="should")
    save(staff, row, verb_class="urged", addressees=["unodc"])
    row.refresh_from_db()
    assert (row.verb_class, row.origin, row.decision, [one.code for one in row.addressees.all()]) == (
        "urged", "staff", "confirmed", ["unodc"],
    )  # fmt: skip
    press(staff, row, "give_back")
    assert told(recommendation) == [("should", True, "rule", ""), ("may_wish", False, "rule", "")]


def test_a_confirmed_clause_stays_in_a_text_that_no_longer_has_it(
    staff: Client, recommendation: Recommendation
) -> None:
    press(staff, OperativeClause.objects.get(verb_class="should"), "confirm")
    save(staff, recommendation, chapeau="يمكن للدول أن تقيس الماء.")
    assert told(recommendation) == [("should", True, "rule", "confirmed"), ("could", False, "rule", "")]
    assert OperativeClause.objects.get(verb_class="should").place is None


def test_a_clause_is_added_in_the_form_of_its_recommendation(staff: Client, recommendation: Recommendation) -> None:
    address = address_of(recommendation)
    data = filled_in(staff.get(address))
    data |= {
        "operative_clauses-TOTAL_FORMS": 3,
        "operative_clauses-2-recommendation": recommendation.pk,
        "operative_clauses-2-phrase": "تقيس",
        "operative_clauses-2-verb_class": "requested",
        "operative_clauses-2-addressees": ["secretariat"],
        "operative_clauses-2-is_main": "on",
        "operative_clauses-1-word": "reject",
    }
    assert staff.post(address, data).status_code == 302
    added = OperativeClause.objects.get(verb_class="requested")
    assert (added.phrase, added.place, added.is_main, added.origin) == (
        "تقيس", (TEXT.index("تقيس"), TEXT.index("تقيس") + 4), True, "staff",
    )  # fmt: skip
    assert told(recommendation)[:2] == [("should", False, "rule", ""), ("may_wish", False, "rule", "rejected")]


def test_words_that_do_not_stand_in_the_text_are_refused(staff: Client, recommendation: Recommendation) -> None:
    row = OperativeClause.objects.get(verb_class="should")
    response = save(staff, row, phrase="يتعين")
    assert response.context["adminform"].form.errors["phrase"] == [
        "لا ترد «يتعين» في هذا النص؛ انسخها منه كما هي."
    ]


def test_a_citation_is_added_and_takes_its_treaty_from_the_article(
    staff: Client, recommendation: Recommendation
) -> None:
    article = make_article(6)
    data = {
        "recommendation": recommendation.pk,
        "kind": "treaty_article",
        "text": "المادة 6",
        "article": article.pk,
        "cited_paragraph": "3",
    }
    assert staff.post("/admin/archive/citation/add/", data).status_code == 302
    row = Citation.objects.get(origin="staff")
    assert (row.instrument, row.decision, TEXT[row.start : row.end]) == (article.instrument, "confirmed", "المادة 6")
    assert (row.article, row.recommendation) == (article, recommendation)


def test_a_topic_that_staff_rejected_is_not_assigned_again(staff: Client, recommendation: Recommendation) -> None:
    topic = make_topic("canals")
    make_topic_rule(topic, "قنوات")
    assert derive_again(staff) == [
        "أُعيد الحساب، وتغيّر به ما يلي — الإسناد إلى المواضيع: أُضيف 1.",
        f'«موضوع canals»: دخل فيه <bdi dir="ltr">{recommendation.locator}</bdi>.',
    ]
    press(staff, TopicAssignment.objects.get(), "reject")
    topic.rules.update(weight=9)
    assert derive_again(staff) == ["أُعيد الحساب، فلم يتغير شيء."]
    assert (TopicAssignment.objects.get().decision, list(TopicAssignment.objects.in_force())) == ("rejected", [])


def derive_again(staff: Client) -> list[str]:
    response = staff.post("/admin/archive/topic/derive-again/", follow=True)
    messages = [str(message) for message in response.context["messages"]]
    return [one for one in messages if one.startswith(("أُعيد الحساب", "«"))]


def test_deriving_again_wants_a_post(staff: Client) -> None:
    assert staff.get("/admin/archive/topic/derive-again/").status_code == 405


def test_a_rule_that_names_no_word_is_refused(staff: Client) -> None:
    topic = make_topic()
    data = filled_in(staff.get(address_of(topic)))
    data |= {
        "rules-TOTAL_FORMS": 1,
        "rules-0-topic": topic.pk,
        "rules-0-kind": "article",
        "rules-0-value": "المادة 6",
        "rules-0-weight": 7,
        "rules-0-is_used": "on",
    }
    response = staff.post(address_of(topic), data)
    (rules,) = response.context["inline_admin_formsets"]
    assert rules.formset.errors == [
        {"value": [refuse_value("article", "المادة 6")]}
    ]


def test_a_topic_does_not_stand_below_itself(staff: Client) -> None:
    above = make_topic("above")
    below = make_topic("below", parent=above)
    save(staff, above, parent=below.pk)
    assert Topic.objects.get(slug="above").parent is None


def test_pairs_are_confirmed_and_rejected_in_their_lists(staff: Client) -> None:
    first = make_recommendation(1, meeting=make_meeting(1))
    second = make_recommendation(1, meeting=make_meeting(2))
    kin, told_later = make_kinship(first, second), make_follow_up(first, make_paragraph(make_document()))
    for row, action in ((kin, "confirm_rows"), (told_later, "reject_rows")):
        address = f"/admin/archive/{row._meta.model_name}/"
        staff.post(address, {"action": action, "_selected_action": [row.pk]})
    assert (Kinship.objects.get().decision, FollowUp.objects.get().decision) == ("confirmed", "rejected")
    assert (Kinship.objects.get().decided_by.username, list(FollowUp.objects.in_force())) == ("salma", [])


def test_suggestions_come_first(staff: Client) -> None:
    first, second, third = (make_recommendation(number, meeting=make_meeting(number)) for number in (1, 2, 3))
    topic = make_topic()
    make_assignment(first, topic, decision="confirmed")
    make_assignment(second, topic, decision="rejected")
    make_assignment(third, topic)
    rows = staff.get("/admin/archive/topicassignment/").context["cl"].result_list
    assert [row.recommendation for row in rows] == [third, first, second]
    found = staff.get("/admin/archive/topicassignment/", {"standing": "suggested"}).context["cl"].result_list
    assert [row.recommendation for row in found] == [third]


def test_a_clause_shows_its_place_in_the_text(staff: Client, recommendation: Recommendation) -> None:
    row = make_clause(recommendation, "urged", is_main=False)
    page = staff.get(address_of(row)).content.decode()
    assert '<mark class="certain">ينبغي</mark> للدول أن تصون القنوات' in page
