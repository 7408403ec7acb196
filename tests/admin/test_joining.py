"""Two rows that are one: the one goes into the other, and can come back."""

from typing import Any

import pytest
from django.test import Client

from archive.derivations.by_hand import change_by_staff, following
from archive.derivations.cited_rows import join_cited_rows
from archive.derivations.joining_rows import join_rows, plan_joining
from archive.derivations.undoing import undo
from archive.models import Batch, Citation, Meeting, Recommendation, TopicAssignment
from archive.record.history.journal import Acting, acting
from tests import factories
from tests.factories_of_meaning import make_citation, make_topic

pytestmark = pytest.mark.django_db

FIRST = "/recommendations/itc-conf-wg1.1.1/"


@pytest.fixture
def two() -> tuple[Recommendation, Recommendation]:
    """Number 1, and number 2 that says the same and was entered a second time by hand."""
    factories.make_state()
    first = factories.make_recommendation(1, "ينبغي صون القنوات.")
    second = factories.make_recommendation(2, "ينبغي صون القنوات القديمة.", meeting=first.meeting)
    return first, second


def joined(gone: Any, into: Any) -> Batch:
    with acting(Acting(act=Batch.Act.DECISION, said="ضم")), following() as after:
        join_rows(gone, into, "أُدخلت مرتين.")
    assert after.batch is not None
    return after.batch


def test_the_old_address_leads_to_the_other_in_pages_and_in_json(two, client: Client):
    first, second = two
    joined(second, first)
    for asked, now in (
        ("/recommendations/itc-conf-wg1.1.2/", FIRST),
        ("/en/recommendations/itc-conf-wg1.1.2/", f"/en{FIRST}"),
        ("/api/v1/recommendations/itc-conf-wg1.1.2/", f"/api/v1{FIRST}"),
    ):
        response = client.get(asked)
        assert (response.status_code, response["Location"]) == (302, now)
    listed = client.get("/api/v1/recommendations/").json()
    assert [row["locator"] for row in listed["results"]] == ["itc-conf-wg1.1.1"]


def test_a_text_that_takes_the_number_comes_before_the_way_on(two, client: Client):
    first, second = two
    joined(second, first)
    factories.make_recommendation(2, "ينبغي رسم الخرائط.", meeting=first.meeting)
    response = client.get("/recommendations/itc-conf-wg1.1.2/")
    assert response.status_code == 200
    assert "ينبغي رسم الخرائط." in response.content.decode()


def test_what_staff_said_of_the_one_is_said_of_the_other_and_citations_follow(two):
    first, second = two
    topic = make_topic()
    change_by_staff(TopicAssignment(recommendation=second, topic=topic))
    third = factories.make_recommendation(3, meeting=first.meeting)
    cited = make_citation(
        third, kind=Citation.Kind.RECOMMENDATION, locator=second.locator, instrument=None, article=None
    )
    join_cited_rows()
    plan = plan_joining(second, first)
    assert (plan.refusal, plan.moves, plan.said) == (
        "",
        [
            "تنتقل مواضيع أكدها الموظفون: 1.",
            "تنتقل استشهادات نصوص أخرى بها: 1.",
            "رابطها القديم يقود إلى الجديد، في الصفحات وفي قوائم القراء.",
        ],
        ["النصان مختلفان: يبقى نص ما تُضم إليه، ونص الأخرى محفوظ في صفها وتاريخها."],
    )
    batch = joined(second, first)
    cited.refresh_from_db()
    assert cited.cited_recommendation == first
    assert [one.topic for one in TopicAssignment.objects.filter(recommendation=first)] == [topic]
    undo(batch)
    second.refresh_from_db()
    cited.refresh_from_db()
    assert (second.state, second.locator, second.merged_into, cited.cited_recommendation) == (
        "published",
        "itc-conf-wg1.1.2",
        None,
        second,
    )
    assert not TopicAssignment.objects.filter(recommendation=first).exists()


def test_what_cannot_be_is_refused_with_a_sentence(two):
    first, second = two
    assert plan_joining(first, first).refusal == "هذا هو نفسه؛ اختر نظيراً له."
    joined(second, first)
    assert plan_joining(first, Recommendation.objects.get(pk=second.pk)).refusal.endswith("اختر ما بقي منهما.")
    second.refresh_from_db()
    assert plan_joining(second, first).refusal == f"جرى ذلك من قبل: «{second}» مضموم إلى «{first}»."


def test_a_meeting_that_was_entered_twice_brings_its_texts(client: Client):
    factories.make_state()
    first = factories.make_recommendation(1)
    double = factories.make_meeting(9, body=first.meeting.body)
    moved = factories.make_recommendation(2, "ينبغي رسم الخرائط.", meeting=double)
    clash = factories.make_recommendation(1, "ينبغي كذا.", meeting=double)
    assert "(1)" in plan_joining(double, first.meeting).refusal
    clash.delete()
    batch = joined(double, first.meeting)
    moved.refresh_from_db()
    assert moved.locator == "itc-conf-wg1.1.2"
    assert client.get("/meetings/itc-conf-wg1.9/")["Location"] == "/meetings/itc-conf-wg1.1/"
    assert client.get("/recommendations/itc-conf-wg1.9.2/")["Location"] == "/recommendations/itc-conf-wg1.1.2/"
    undo(batch)
    moved.refresh_from_db()
    assert (moved.locator, Meeting.objects.get(number=9).state) == ("itc-conf-wg1.9.2", "published")


def test_the_page_shows_what_would_move_and_wants_a_reason(two, staff: Client):
    first, second = two
    address = f"/admin/join/recommendation/{second.pk}/"
    assert staff.get(address).status_code == 200
    unknown = staff.post(address, {"into": "itc-conf-wg1.1.99"})
    assert unknown.context["sentence"].startswith("لا شيء في الأرشيف بهذا المعرّف")
    shown = staff.post(address, {"into": first.locator})
    assert shown.context["plan"].said == ["النصان مختلفان: يبقى نص ما تُضم إليه، ونص الأخرى محفوظ في صفها وتاريخها."]
    sent = {"into": first.locator, "seen": str(first.pk), "do": "1"}
    assert staff.post(address, sent).context["sentence"].startswith("اذكر سبب الضم")
    done = staff.post(address, {**sent, "because": "أُدخلت مرتين."})
    assert done["Location"] == f"/admin/archive/recommendation/{first.pk}/change/"
    second.refresh_from_db()
    assert (second.merged_into, second.state, second.withdrawn_because) == (first, "withdrawn", "أُدخلت مرتين.")


def test_two_documents_whose_files_are_both_loaded_are_not_joined_and_the_sentence_leads_on():
    factories.make_state()
    first = factories.make_document(symbol="A/1", source_file="one.txt")
    second = factories.make_document(symbol="A/2", source_file="two.txt")
    bare = factories.make_document(symbol="A/3", source_file="")
    assert plan_joining(second, first).refusal == (
        "لكل من الوثيقتين ملف محمَّل (two.txt، one.txt)؛ إن كان أحدهما نسخة من الآخر فتراجع عن إدخاله من صفحة ملفه "
        "المستلَم، أو اسحب وثيقته واذكر الأخرى في السبب."
    )
    assert plan_joining(second, bare).refusal == "للوثيقة ملف محمَّل (two.txt)؛ ضُم التي لا نص لها إليها."
    assert plan_joining(bare, first).refusal == ""


def test_what_was_done_leads_to_the_batch_that_takes_it_back(two, staff: Client):
    first, second = two
    sent = {"into": first.locator, "seen": str(first.pk), "do": "1", "because": "مكررة"}
    done = staff.post(f"/admin/join/recommendation/{second.pk}/", sent, follow=True)
    batch = Batch.objects.latest("pk")
    assert [str(one) for one in done.context["messages"]] == [
        f"أُنجز ضم «{second}» إلى «{first}». "
        f'<a href="/admin/archive/batch/{batch.pk}/change/">ما تغيّر، والتراجع عنه</a>'
    ]
