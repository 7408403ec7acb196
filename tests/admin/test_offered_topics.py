"""The subjects that a paper in XML names: kept with it, shown, and offered to staff as topics of what it recommends."""

from pathlib import Path

import pytest
from django.test import Client

from archive.loading.archive import load_archive
from archive.models import Document, Recommendation, Topic, TopicAssignment
from tests.factories_of_meaning import make_topic

pytestmark = pytest.mark.django_db

DESK = "/admin/classify/"
EMPTY = "فرغت هذه القائمة: نُظر في كل ما فيها."
TERMS = ("PARTNERSHIP", "CAPACITY BUILDING", "HARBOUR DUES")
COVER = (
    "الأمم المتحدة",
    "CTOC/COP/WG.7/2041/4",
    "مؤتمر الأطراف في اتفاقية الأمم المتحدة لمكافحة الجريمة المنظمة عبر الوطنية",
    "Distr.: General",
    "7 November 2041",
    "الفريق العامل المعني بتهريب المهاجرين",
    "تقرير عن اجتماع الفريق العامل المعني بتهريب المهاجرين المعقود في فيينا يومي 4 و5 تشرين الأول/أكتوبر 2041",
    "أولاً- مقدمة",
    "1- عُقد الاجتماع السادس والعشرون للفريق العامل في فيينا يومي 4 و5 تشرين الأول/أكتوبر 2041.",
    "ثانياً- التوصيات",
    "2- اعتمد الفريق العامل التوصيات المبينة أدناه.",
    "التوصية 1",
    "ينبغي للدول الأطراف أن تدرب موظفي الجوازات.",
    "التوصية 2",
    "يطلب إلى الأمانة أن تعد دليلاً للموانئ.",
)


def report(*terms: str) -> str:
    keywords = "".join(f'<keyword value="{term}" showAs="{term}" dictionary="UNBIS Thesaurus"/>' for term in terms)
    meta = f'<meta><classification source="DHLAUTH">{keywords}</classification></meta>' if terms else "<meta/>"
    lines = "".join(f"<p>{line}</p>" for line in COVER)
    start = '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement name="report">'
    return f"{start}{meta}<mainBody>{lines}</mainBody></statement></akomaNtoso>"


def load(folder: Path, *terms: str) -> str:
    (folder / "تقرير.xml").write_text(report(*terms), encoding="utf-8")
    told = load_archive([folder / "تقرير.xml"])
    assert told.refused == []
    return told.documents[0].status


@pytest.fixture
def topics() -> list[Topic]:
    return [
        make_topic("partnerships", label_ar="الشراكات"),
        make_topic("training-and-technical-assistance", label_ar="التدريب"),
    ]


@pytest.fixture
def rows(tmp_path: Path, topics: list[Topic]) -> list[Recommendation]:
    assert load(tmp_path, *TERMS) == "created"
    return list(Recommendation.objects.in_official_order())


def post(client: Client, address: str, **data: object) -> tuple[str, list[str]]:
    response = client.post(address, data, follow=True)
    return response.redirect_chain[0][0], [str(one) for one in response.context["messages"]]


def standing() -> list[tuple[str, str, str, str]]:
    found = TopicAssignment.objects.order_by("pk")
    return [(one.recommendation.locator, one.topic.slug, one.origin, one.decision) for one in found]


def page_of(row: Recommendation, queue: str = "paper-topics") -> str:
    return f"{DESK}{queue}/{row.pk}/"


def test_they_stay_with_the_document_and_follow_its_file(tmp_path: Path, rows: list[Recommendation]) -> None:
    assert Document.objects.get().subjects == list(TERMS)
    assert load(tmp_path, *TERMS) == "unchanged"
    assert load(tmp_path, "TOLLS") == "updated"
    assert Document.objects.get().subjects == ["TOLLS"]


def test_readers_see_them_on_the_page_of_the_paper_and_no_topic_comes_of_them(
    client: Client, rows: list[Recommendation]
) -> None:
    page = client.get(Document.objects.get().get_absolute_url()).content.decode()
    assert "مواضيع الورقة كما تسميها الأمم المتحدة" in page
    assert [term for term in TERMS if f'<bdi lang="en" dir="ltr">{term}</bdi>' in page] == list(TERMS)
    assert standing() == []


def test_the_desk_offers_what_they_speak_of(staff: Client, rows: list[Recommendation]) -> None:
    counted = {queue.code: (found, records) for queue, found, records in staff.get(DESK).context["queues"]}
    assert (counted["no-topic"], counted["paper-topics"]) == ((2, 2), (2, 2))
    for queue in ("paper-topics", "no-topic"):
        record = staff.get(page_of(rows[0], queue)).context["record"]
        assert record.subjects == TERMS
        assert [(one.topic.slug, one.term) for one in record.offered] == [
            ("partnerships", "PARTNERSHIP"),
            ("training-and-technical-assistance", "CAPACITY BUILDING"),
        ]
    form = staff.get(f"/admin/archive/document/{Document.objects.get().pk}/change/").content.decode()
    assert '<bdi lang="en" dir="ltr">HARBOUR DUES</bdi>' in form


def test_what_is_accepted_is_staffs_and_the_record_leaves_the_queue(
    staff: Client, rows: list[Recommendation], topics: list[Topic]
) -> None:
    first, second = rows
    said = {f"offered-{topics[0].pk}": "confirm", f"offered-{topics[1].pk}": ""}
    assert post(staff, page_of(first), **said) == (page_of(second), ["أُكِّد: «الشراكات»."])
    assert standing() == [(first.locator, "partnerships", "staff", "confirmed")]
    assert TopicAssignment.objects.get().ground == "من مواضيع الورقة كما تسميها الأمم المتحدة: PARTNERSHIP"


def test_what_is_refused_is_not_offered_again_and_shown_to_nobody(
    staff: Client, rows: list[Recommendation], topics: list[Topic]
) -> None:
    first, second = rows
    partial = {f"offered-{topics[0].pk}": "reject", f"offered-{topics[1].pk}": ""}
    assert post(staff, page_of(second), **partial) == (page_of(first), ["رُفض: «الشراكات»."])
    record = staff.get(page_of(second)).context["record"]
    assert [one.topic.slug for one in record.offered] == ["training-and-technical-assistance"]
    rest = {f"offered-{topics[1].pk}": "reject"}
    assert post(staff, page_of(second), **rest) == (page_of(first), ["رُفض: «التدريب»."])
    assert [one[1:] for one in standing()] == [
        ("partnerships", "staff", "rejected"), ("training-and-technical-assistance", "staff", "rejected")
    ]  # fmt: skip
    assert not TopicAssignment.objects.in_force().exists()
    both = {f"offered-{topic.pk}": "reject" for topic in topics}
    assert post(staff, page_of(first), **both)[1][-1] == EMPTY
    # They still want a topic.
    assert staff.get(page_of(second, "no-topic")).status_code == 200


def test_what_is_forged_or_decided_meanwhile_is_told(
    staff: Client, rows: list[Recommendation], topics: list[Topic]
) -> None:
    stranger = make_topic("bridges", label_ar="الجسور")
    page = page_of(rows[0])
    no_row = "فيما أُرسل صف ليس من صفوف هذه الصفحة؛ لم يُلتفت إليه."
    assert post(staff, page, **{f"offered-{stranger.pk}": "confirm"})[1] == [no_row]
    assert post(staff, page, **{"offered-x": "confirm", "offered-٣": "confirm"})[1] == [
        "لم تختر شيئاً؛ اختر، أو تخطَّ إلى ما يليه."
    ]
    assert post(staff, page, **{f"offered-{topics[0].pk}": "delete"})[1] == [
        "ليس هذا القرار متاحاً؛ لم يتغير شيء."
    ]
    assert standing() == []
    post(staff, page, **{f"offered-{topics[0].pk}": "reject"})
    answer = post(staff, page, **{f"offered-{topics[0].pk}": "confirm"})[1]
    assert [one.split(": ")[-1] for one in answer] == ["الموظفون، مرفوض. لم يُنفّذ قرارك فيه."]
    assert [one[3] for one in standing()] == ["rejected"]


def test_a_topic_that_is_there_or_out_of_use_is_not_offered(
    staff: Client, rows: list[Recommendation], topics: list[Topic]
) -> None:
    TopicAssignment.objects.create(recommendation=rows[0], topic=topics[1])
    Topic.objects.filter(pk=topics[0].pk).update(is_used=False)
    record = staff.get(page_of(rows[1])).context["record"]
    assert [one.topic.slug for one in record.offered] == ["training-and-technical-assistance"]
    assert staff.get(f"{DESK}paper-topics/", follow=True).redirect_chain == [(page_of(rows[1]), 302)]
    Topic.objects.update(is_used=False)
    assert "paper-topics" in [queue.code for queue in staff.get(DESK).context["empty"]]
