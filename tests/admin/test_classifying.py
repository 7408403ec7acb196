"""The desk of classification: queues, one record after the other, a second person where a setting asks."""

from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.test import Client

from archive.admin.classifying.queues import QUEUES, SECOND_QUEUES
from archive.admin.roles import MEANINGS, ROLES
from archive.models import Batch, OperativeClause, PendingWord, Recommendation, Topic, TopicAssignment
from tests.factories import make_meeting, make_recommendation, make_state, make_user
from tests.factories_of_meaning import make_assignment, make_clause, make_topic

from .test_roles import browser_of

pytestmark = pytest.mark.django_db

DESK = "/admin/classify/"
EMPTY = "فرغت هذه القائمة: نُظر في كل ما فيها."


@pytest.fixture
def topics() -> list[Topic]:
    return [make_topic("canals", label_ar="القنوات"), make_topic("bridges", label_ar="الجسور")]


@pytest.fixture
def rows(topics: list[Topic]) -> list[TopicAssignment]:
    """Two suggestions about the first recommendation, one about the second."""
    make_state()
    meeting = make_meeting(1)
    first, second = (make_recommendation(number, meeting=meeting) for number in (1, 2))
    return [
        make_assignment(first, topics[0], confidence=0.9),
        make_assignment(first, topics[1], confidence=0.5),
        make_assignment(second, topics[0], confidence=0.8),
    ]


def page_of(row: TopicAssignment, queue: str = "topics") -> str:
    return f"{DESK}{queue}/{row.recommendation_id}/"


def post(client: Client, address: str, **data: Any) -> tuple[str, list[str]]:
    """Where one is led, and what is said there."""
    response = client.post(address, data, follow=True)
    return response.redirect_chain[0][0], [str(one) for one in response.context["messages"]]


def send(client: Client, row: TopicAssignment, **data: Any) -> tuple[str, list[str]]:
    return post(client, page_of(row), **data)


def decisions(*rows: TopicAssignment) -> list[str]:
    found = {row.pk: row.decision for row in TopicAssignment.objects.all()}
    return [found[row.pk] for row in rows]


def test_queues_are_counted_and_empty_ones_are_named(staff: Client, rows: list[TopicAssignment]) -> None:
    context = staff.get(DESK).context
    counted = [(queue.code, found, records) for queue, found, records in context["queues"]]
    assert counted == [("no-addressee", 2, 2), ("no-actor", 2, 2), ("topics", 3, 2), ("weak-topics", 1, 1)]
    assert [queue.code for queue in context["empty"]] == [
        "no-topic", "paper-topics", "clauses", "citations", "paper-citations", "kin", "follow-ups", "weak-follow-ups"
    ]  # fmt: skip


def test_a_queue_leads_to_its_first_record_and_behind_the_last_to_the_first(
    staff: Client, rows: list[TopicAssignment]
) -> None:
    assert staff.get(f"{DESK}topics/").url == page_of(rows[0])
    assert staff.get(f"{DESK}topics/?after={rows[0].recommendation_id}").url == page_of(rows[2])
    assert staff.get(f"{DESK}topics/?after={rows[2].recommendation_id}").url == page_of(rows[0])
    assert staff.get(f"{DESK}topics/?after=https://example.org/").url == page_of(rows[0])


def test_the_page_shows_the_record_and_what_is_to_be_decided(staff: Client, rows: list[TopicAssignment]) -> None:
    record = staff.get(page_of(rows[0])).context["record"]
    assert [(row.number, row.key, row.said) for row in record.rows] == [
        (1, rows[0].pk, "القنوات"),
        (2, rows[1].pk, "الجسور"),
    ]
    assert [code for code, _name in record.rows[0].choices] == ["confirm", "reject"]


def test_all_are_confirmed_by_one_key_and_the_next_comes(staff: Client, rows: list[TopicAssignment]) -> None:
    answer = send(staff, rows[0], all="confirm", shown=[row.pk for row in rows[:2]])
    assert answer == (page_of(rows[2]), ["أُكِّد: 2."])
    assert decisions(*rows) == ["confirmed", "confirmed", ""]
    assert LogEntry.objects.count() == 2
    batch = Batch.objects.get()
    assert (batch.by and batch.by.username, batch.act, batch.said) == ("salma", "decision", "مواضيع مقترحة")


def test_each_row_is_decided_by_itself_and_what_is_left_stays(staff: Client, rows: list[TopicAssignment]) -> None:
    said = {f"row-{rows[0].pk}": "reject", f"row-{rows[1].pk}": ""}
    assert send(staff, rows[0], **said) == (page_of(rows[2]), ["رُفض: 1."])
    assert decisions(*rows) == ["rejected", "", ""]
    assert send(staff, rows[2], **{f"row-{rows[2].pk}": "confirm"}) == (page_of(rows[0]), ["أُكِّد: 1."])
    assert send(staff, rows[1], **{f"row-{rows[1].pk}": "confirm"}) == (DESK, ["أُكِّد: 1.", EMPTY])


def test_what_is_forged_is_told_and_nothing_is_written(staff: Client, rows: list[TopicAssignment]) -> None:
    here = page_of(rows[0])
    assert send(staff, rows[0]) == (here, ["لم تختر شيئاً؛ اختر، أو تخطَّ إلى ما يليه."])
    stranger = "فيما أُرسل صف ليس من صفوف هذه الصفحة؛ لم يُلتفت إليه."
    assert send(staff, rows[0], **{f"row-{rows[2].pk}": "confirm"})[1] == [stranger]
    assert send(staff, rows[0], all="confirm", shown=["999999", "x", "٣", "9" * 40])[1] == [stranger]
    closed = "ليس هذا القرار متاحاً؛ لم يتغير شيء."
    assert send(staff, rows[0], **{f"row-{rows[0].pk}": "delete"})[1] == [closed]
    assert send(staff, rows[0], topic="999999")[1] == [stranger]
    assert decisions(*rows) == ["", "", ""]
    answers = [staff.get(f"{DESK}{path}").status_code for path in ("nothing/", "topics/999999/", f"topics/{10**16}/")]
    assert answers == [404, 404, 404]


def test_the_second_of_two_persons_is_told(staff: Client, rows: list[TopicAssignment]) -> None:
    other = Client()
    other.force_login(make_user("maha"))
    send(other, rows[0], all="reject", shown=[rows[0].pk])
    _where, said = send(staff, rows[0], all="confirm", shown=[rows[0].pk, rows[1].pk])
    name = str(rows[0])
    assert said == [
        f"{name}: سبقك maha إليه، وهو الآن: قاعدة، مرفوض. لم يُنفّذ قرارك فيه.",
        "أُكِّد: 1.",
    ]
    assert decisions(*rows) == ["rejected", "confirmed", ""]


def test_a_topic_is_added_to_what_has_none(staff: Client, topics: list[Topic]) -> None:
    make_state()
    row = make_recommendation(1)
    page = f"{DESK}no-topic/{row.pk}/"
    assert staff.get(f"{DESK}no-topic/").url == page
    assert post(staff, page, topic=topics[1].pk) == (DESK, ["أُسندت التوصية إلى «الجسور».", EMPTY])
    made = TopicAssignment.objects.get()
    assert (made.topic, made.origin, made.decision) == (topics[1], "staff", "confirmed")


def test_persons_are_named_where_none_are(staff: Client) -> None:
    make_state()
    row = make_recommendation(1)
    page = f"{DESK}no-addressee/{row.pk}/"
    without = "لا عبارة منطوق في هذه التوصية بعد؛ أضفها في صفحتها."
    assert post(staff, page, person=["states"])[1] == [without]
    clause = make_clause(row, addressees=(), actors=())
    forged = "فيما أُرسل صف ليس من صفوف هذه الصفحة؛ لم يُلتفت إليه."
    assert post(staff, page, person=["states", "nobody"])[1] == [forged]
    assert post(staff, page, person=["states", "unodc"]) == (DESK, ["سُمّيت الجهات: 2.", EMPTY])
    clause = OperativeClause.objects.get(pk=clause.pk)
    assert sorted(one.code for one in clause.addressees.all()) == ["states", "unodc"]


@pytest.mark.parametrize("role", ROLES)
def test_every_queue_is_seen_by_all_roles_and_decided_by_those_who_classify(
    role: str, rows: list[TopicAssignment]
) -> None:
    client = browser_of(role)
    may = role not in ("viewer", "editor")
    record = rows[0].recommendation_id
    seen, sent = {}, {}
    for queue in (*QUEUES, *SECOND_QUEUES):
        seen[queue.code] = client.get(f"{DESK}{queue.code}/").status_code
        sent[queue.code] = client.post(f"{DESK}{queue.code}/{record}/", {}).status_code
    assert (client.get(DESK).status_code, client.post(DESK).status_code) == (200, 405)
    assert set(seen.values()) == {302}
    assert set(sent.values()) == {302 if may else 403}
    assert {queue.model._meta.model_name for queue in QUEUES} <= set(MEANINGS)
    assert ('name="all"' in client.get(page_of(rows[0])).content.decode()) is may


def test_nobody_else_sees_the_desk(rows: list[TopicAssignment]) -> None:
    client = Client()
    paths = ("", "topics/", f"topics/{rows[0].recommendation_id}/")
    assert [client.get(f"{DESK}{path}").status_code for path in paths] == [302, 302, 302]
    assert client.post(page_of(rows[0]), {"all": "confirm", "shown": [rows[0].pk]}).status_code == 302
    assert decisions(*rows) == ["", "", ""]


def test_not_reviewed_goes_from_the_public_page_with_the_queue(staff: Client, rows: list[TopicAssignment]) -> None:
    page = Recommendation.objects.get(pk=rows[2].recommendation_id).get_absolute_url()

    def said() -> list[str]:
        html = Client().get(page).content.decode()
        heading = html.partition('id="class"')[2].partition("</h2>")[0]
        return [word for word in ("حُدِّد آلياً", "أكّده الموظفون") if word in heading]

    assert said() == ["حُدِّد آلياً"]
    send(staff, rows[2], all="confirm", shown=[rows[2].pk])
    assert said() == ["أكّده الموظفون"]


class TestSecondPerson:
    WAITS = "سُجّل قرارك، وينفَّذ حين يقول شخص ثانٍ مثله."

    @pytest.fixture(autouse=True)
    def asked(self, settings: Any) -> None:
        settings.ARCHIVE_SECOND_PERSON = True

    @pytest.fixture
    def maha(self) -> Client:
        client = Client()
        client.force_login(make_user("maha"))
        return client

    def test_a_word_waits_until_another_person_says_the_same(
        self, staff: Client, maha: Client, rows: list[TopicAssignment]
    ) -> None:
        keys = [row.pk for row in rows[:2]]
        assert send(staff, rows[0], all="confirm", shown=keys) == (page_of(rows[2]), [f"2: {self.WAITS}"])
        assert (decisions(*rows), PendingWord.objects.count()) == (["", "", ""], 2)
        # They stand in the queue of the others, and in none of his own.
        assert staff.get(f"{DESK}second-topics/").url == DESK
        second = page_of(rows[0], "second-topics")
        assert maha.get(f"{DESK}second-topics/").url == second
        assert maha.get(second).context["record"].rows[0].pending.startswith("قال salma: تأكيد، ")
        maha.post(second, {f"row-{keys[0]}": "confirm"})
        assert (decisions(*rows), PendingWord.objects.count()) == (["confirmed", "", ""], 1)
        row = TopicAssignment.objects.get(pk=keys[0])
        assert row.decided_by is not None and row.decided_by.username == "maha"

    def test_nobody_is_his_own_second_and_another_word_waits_in_turn(
        self, staff: Client, maha: Client, rows: list[TopicAssignment]
    ) -> None:
        address = f"/admin/archive/topicassignment/{rows[0].pk}/change/"
        for _twice in range(2):
            staff.post(address, {"choice": "confirm"})
        assert decisions(rows[0]) == [""]
        maha.post(address, {"choice": "reject"})
        word = PendingWord.objects.get()
        assert (decisions(rows[0]), word.choice, word.by.username) == ([""], "reject", "maha")
        staff.post(address, {"choice": "reject"})
        assert (decisions(rows[0]), PendingWord.objects.count()) == (["rejected"], 0)

    def test_actions_and_changes_of_many_ask_for_a_second_as_well(
        self, staff: Client, maha: Client, rows: list[TopicAssignment], topics: list[Topic]
    ) -> None:
        action = {"action": "confirm_rows", "_selected_action": [rows[0].pk]}
        assert post(staff, "/admin/archive/topicassignment/", **action)[1] == [f"{rows[0]}: {self.WAITS}"]
        maha.post("/admin/archive/topicassignment/", action)
        assert decisions(*rows) == ["confirmed", "", ""]
        row = Recommendation.objects.get(pk=rows[1].recommendation_id)
        data = {"action": "change_together", "_selected_action": [row.pk], "way": "withdraw", "what": "topic"}
        page = staff.post("/admin/archive/recommendation/", {**data, "topic": topics[1].pk})
        done = {**data, "topic": topics[1].pk, "seen": page.context["seen"], "do": "1"}
        assert post(staff, "/admin/archive/recommendation/", **done)[1][0] == f"{row}: {self.WAITS}"
        assert (decisions(*rows), PendingWord.objects.get().key) == (["confirmed", "", ""], rows[1].pk)
        assert staff.get("/admin/archive/pendingword/").context["cl"].result_count == 1
