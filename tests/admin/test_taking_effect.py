"""Edits of what the rules go by: what follows from them at once, and what staff are told."""

from typing import Any

import pytest
from django.test import Client

from archive.derivations import reading
from archive.derivations.by_hand import derive_again
from archive.models import ArchiveState, Citation, Recommendation, Topic, TopicAssignment, TopicRule
from tests.factories import make_recommendation, make_state
from tests.factories_of_meaning import derive, make_article, make_instrument, make_topic, make_topic_rule

from .forms import filled_in

pytestmark = pytest.mark.django_db

NOTHING = "أُعيد الحساب، فلم يتغير شيء."
ONE_ASSIGNED = "أُعيد الحساب، وتغيّر به ما يلي — الإسناد إلى المواضيع: أُضيف 1."
ONE_TAKEN = "أُعيد الحساب، وتغيّر به ما يلي — الإسناد إلى المواضيع: زال 1."
AT_ONCE = "يسري ما تعدّله هنا حالما تحفظه"
LATER = "الأرشيف كبير، فلا يسري ما تعدّله هنا على المحفوظ إلا بعد إعادة الحساب"
SAVED_ONLY = "حُفظ التعديل ولم يسرِ بعد: اضغط «أعد الحساب» في قائمة المواضيع."
PAIRS_WAIT = (
    "أما الصلات بين التوصيات وما أُفيد به لاحقاً فتُحسب عند التحميل التالي: اضغط «أعد تحميل المصادر» في «أعمال على "
    "المصادر»."
)


@pytest.fixture
def recommendation() -> Recommendation:
    """One text, read by the rules, in an archive without topics and treaties."""
    make_state(data_version=1)
    row = make_recommendation(1, "ينبغي للدول أن تصون القنوات عملاً بالمادة 6 من بروتوكول المياه.")
    derive(row)
    return row


@pytest.fixture
def topic(recommendation: Recommendation) -> Topic:
    return make_topic("canals", label_ar="القنوات")


def address_of(row: Any) -> str:
    return f"/admin/archive/{row._meta.model_name}/{row.pk}/change/"


def save(staff: Client, row: Any, **typed: Any) -> list[str]:
    """What staff are told of what followed, after what Django tells of the form."""
    address = address_of(row)
    return told(staff.post(address, filled_in(staff.get(address), **typed), follow=True))


def told(response: Any) -> list[str]:
    messages = [str(message) for message in response.context["messages"]]
    assert response.redirect_chain
    return [
        one for one in messages if one in (SAVED_ONLY, PAIRS_WAIT) or one.startswith(("أُعيد الحساب", "«"))
    ]


def moved(verb: str, row: Recommendation) -> str:
    return f'«القنوات»: {verb} <bdi dir="ltr">{row.locator}</bdi>.'


def a_rule(topic: Topic, value: str) -> dict[str, Any]:
    """A rule typed in the first empty row of the form of its topic."""
    rule = {"topic": topic.pk, "kind": "words", "value": value, "weight": 10, "is_used": "on"}
    return {"rules-TOTAL_FORMS": 1, **{f"rules-0-{name}": typed for name, typed in rule.items()}}


def assigned() -> list[str]:
    return list(TopicAssignment.objects.in_force().values_list("recommendation__locator", flat=True))


def test_a_rule_takes_effect_when_its_topic_is_saved(
    staff: Client, recommendation: Recommendation, topic: Topic
) -> None:
    before = ArchiveState.objects.get().data_version
    assert save(staff, topic, **a_rule(topic, "قنوات")) == [ONE_ASSIGNED, moved("دخل فيه", recommendation)]
    assert assigned() == [recommendation.locator]
    assert ArchiveState.objects.get().data_version > before
    assert save(staff, topic) == [NOTHING]


def test_a_rule_takes_effect_when_it_is_changed_or_deleted_by_itself(
    staff: Client, recommendation: Recommendation, topic: Topic
) -> None:
    rule = make_topic_rule(topic, "جسور", weight=10)
    assert save(staff, rule, value="قنوات") == [ONE_ASSIGNED, moved("دخل فيه", recommendation)]
    gone = staff.post(f"/admin/archive/topicrule/{rule.pk}/delete/", {"post": "yes"}, follow=True)
    assert told(gone) == [ONE_TAKEN, moved("خرج منه", recommendation)]
    assert (assigned(), TopicRule.objects.count()) == ([], 0)


def test_a_topic_put_out_of_use_is_left_at_once(
    staff: Client, recommendation: Recommendation, topic: Topic
) -> None:
    make_topic_rule(topic, "قنوات", weight=10)
    derive_again()
    data = filled_in(staff.get(address_of(topic)))
    del data["is_used"]
    assert told(staff.post(address_of(topic), data, follow=True)) == [
        ONE_TAKEN,
        moved("خرج منه", recommendation),
    ]
    assert TopicAssignment.objects.count() == 0


def test_a_new_form_of_a_treaty_is_found_at_once(staff: Client, recommendation: Recommendation) -> None:
    treaty = make_instrument("water-protocol", name_ar="بروتوكول صون القنوات", written_as=[])
    assert derive_again().done.tallies == {}
    assert save(staff, treaty, written_as="بروتوكول المياه") == [
        "أُعيد الحساب، وتغيّر به ما يلي — الاستشهادات: أُضيف 1."
    ]
    found = Citation.objects.get()
    assert (found.text, found.article and found.article.locator) == (
        "بالمادة 6 من بروتوكول المياه", "water-protocol:6",
    )  # fmt: skip


def test_the_title_of_an_article_tells_its_treaty_at_once(staff: Client) -> None:
    row = make_recommendation(1, "ينبغي للدول أن تطبق المادة 6 المتعلقة بصون القنوات.")
    derive(row)
    treaty = make_instrument(
        "water-protocol", name_ar="بروتوكول المياه", short_ar="بروتوكول المياه", written_as=[]
    )
    article = make_article(6, instrument=treaty, title_ar="حفر الآبار")
    assert derive_again().done.tallies == {}
    assert save(staff, article, title_ar="صون القنوات") == [
        "أُعيد الحساب، وتغيّر به ما يلي — الاستشهادات: أُضيف 1."
    ]
    assert Citation.objects.get().article == article


def test_an_order_typed_in_the_list_takes_effect(
    staff: Client, recommendation: Recommendation, topic: Topic
) -> None:
    make_topic_rule(topic, "قنوات", weight=10)
    data = {
        "form-TOTAL_FORMS": 1, "form-INITIAL_FORMS": 1, "form-0-id": topic.pk, "form-0-position": 5, "_save": "حفظ",
    }  # fmt: skip
    assert told(staff.post("/admin/archive/topic/", data, follow=True)) == [
        ONE_ASSIGNED, moved("دخل فيه", recommendation),
    ]  # fmt: skip
    assert Topic.objects.get().position == 5


def test_what_is_refused_is_followed_by_nothing(
    staff: Client, recommendation: Recommendation, topic: Topic
) -> None:
    make_topic_rule(topic, "قنوات", weight=10)
    response = staff.post(address_of(topic), filled_in(staff.get(address_of(topic)), label_ar=""))
    assert response.context["adminform"].form.errors.keys() == {"label_ar"}
    assert assigned() == []


def test_a_topic_names_ten_of_many_recommendations(staff: Client, topic: Topic) -> None:
    first = Recommendation.objects.get()
    rows = [
        first,
        *(make_recommendation(n, "ينبغي صون القنوات.", meeting=first.meeting) for n in range(2, 13)),
    ]
    names = "، ".join(f'<bdi dir="ltr">{row.locator}</bdi>' for row in rows[:10])
    assert save(staff, topic, **a_rule(topic, "قنوات"))[1:] == [f"«القنوات»: دخل فيه {names} … (12)."]


@pytest.mark.parametrize("name", ["topic", "topicrule", "instrument", "article"])
def test_the_form_says_that_edits_take_effect_at_once(
    staff: Client, everything: dict[str, Any], name: str
) -> None:
    for address in (address_of(everything[name]), f"/admin/archive/{name}/add/"):
        assert [text in staff.get(address).content.decode() for text in (AT_ONCE, LATER)] == [True, False]


class TestOfALargeArchive:
    """As if the limit were lower: what compares all records would keep staff waiting."""

    @pytest.fixture(autouse=True)
    def small_limit(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(reading, "FEW", 0)

    @pytest.mark.parametrize("name", ["topic", "topicrule", "instrument", "article"])
    def test_the_form_says_what_must_be_done(
        self, staff: Client, everything: dict[str, Any], name: str
    ) -> None:
        page = staff.get(address_of(everything[name])).content.decode()
        assert [text in page for text in (AT_ONCE, LATER)] == [False, True]

    def test_a_saved_rule_waits_for_the_button(
        self, staff: Client, recommendation: Recommendation, topic: Topic
    ) -> None:
        assert save(staff, topic, **a_rule(topic, "قنوات")) == [SAVED_ONLY]
        assert assigned() == []
        response = staff.post("/admin/archive/topic/derive-again/", follow=True)
        assert told(response) == [ONE_ASSIGNED, moved("دخل فيه", recommendation), PAIRS_WAIT]
        assert assigned() == [recommendation.locator]
