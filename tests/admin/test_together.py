"""Many recommendations changed at once: chosen, looked at, done; by the rights of each role, on the real archive."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.messages import get_messages
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from archive.admin.roles import ROLES
from archive.admin.together_page import MOST_TOGETHER
from archive.loading.archive import load_archive
from archive.models import ArchiveState, Recommendation, Topic, TopicAssignment

from .test_roles import browser_of

pytestmark = pytest.mark.django_db

ADDRESS = "/admin/archive/recommendation/"
WITHOUT_SCRIPT = {"action": "change_together", "index": "0"}


@pytest.fixture(scope="module")
def archive(real_sources: Path, django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    with django_db_blocker.unblock(), transaction.atomic():
        load_archive([real_sources])
        yield
        transaction.set_rollback(True)


def chosen(*locators: str) -> list[Recommendation]:
    return list(Recommendation.objects.filter(locator__in=locators).in_official_order())


def asked(rows: list[Recommendation], **said: Any) -> dict[str, Any]:
    return {**WITHOUT_SCRIPT, "_selected_action": [row.pk for row in rows], **said}


def planned(response: Any) -> list[tuple[str, tuple[str, ...], tuple[str, ...], str]]:
    return [(one.row.locator, one.before, one.after, one.refusal) for one in response.context["planned"]]


def told(response: Any) -> list[str]:
    return [str(message) for message in get_messages(response.wsgi_request)]


def topics_of(row: Recommendation) -> list[str]:
    return list(
        row.topic_assignments.in_force()
        .order_by("topic__position", "topic__pk")
        .values_list("topic__label_ar", flat=True)
    )


def test_a_topic_is_assigned_and_withdrawn_as_it_was_shown(archive: None) -> None:
    client = browser_of("classifier")
    rows = chosen("ctoc-cop-wg7.5.1", "ctoc-cop-wg7.5.2", "ctoc-cop-wg7.5.3")
    before = {row.locator: topics_of(row) for row in rows}
    common = {name for names in before.values() for name in names}
    topic = Topic.objects.in_use().exclude(label_ar__in=common).earliest("pk")
    said = {"way": "assign", "what": "topic", "topic": topic.pk}
    state = ArchiveState.objects.versions()
    shown = client.post(ADDRESS, asked(rows, **said, show="1"))
    assert planned(shown) == [
        (row.locator, tuple(before[row.locator]), (*before[row.locator], topic.label_ar), "") for row in rows
    ]
    assert ArchiveState.objects.versions() == state
    done = client.post(ADDRESS, asked(rows, **said, do="1", seen=shown.context["seen"]))
    assert (done.status_code, told(done)) == (302, ["عُدّل من التوصيات المحددة 3."])
    assert {row.locator: set(topics_of(row)) for row in rows} == {
        locator: {*names, topic.label_ar} for locator, names in before.items()
    }
    made = TopicAssignment.objects.filter(recommendation__in=rows, topic=topic)
    assert {(one.origin, one.decision, str(one.decided_by)) for one in made} == {
        ("staff", "confirmed", "classifier")
    }
    assert LogEntry.objects.filter(object_id__in=[row.pk for row in rows]).count() == 3
    back = {**said, "way": "withdraw"}
    shown = client.post(ADDRESS, asked(rows, **back, show="1"))
    client.post(ADDRESS, asked(rows, **back, do="1", seen=shown.context["seen"]))
    assert {row.locator: topics_of(row) for row in rows} == before


def test_an_item_is_given_to_those_of_its_meeting_alone(archive: None) -> None:
    client = browser_of("editor")
    rows = chosen("ctoc-cop-wg7.7.1", "ctoc-cop-wg7.5.1")
    seventh = next(row for row in rows if row.locator == "ctoc-cop-wg7.7.1")
    item = seventh.meeting.agenda_items.exclude(pk=seventh.agenda_item_id).order_by("-position").first()
    assert item is not None
    said = {"way": "assign", "what": "item", "item": item.pk}
    shown = client.post(ADDRESS, asked(rows, **said, show="1"))
    of_other = [one for one in planned(shown) if one[0] == "ctoc-cop-wg7.5.1"]
    assert of_other == [("ctoc-cop-wg7.5.1", (), (), "البند من جدول أعمال اجتماع آخر")]
    client.post(ADDRESS, asked(rows, **said, do="1", seen=shown.context["seen"]))
    assert [row.agenda_item for row in chosen("ctoc-cop-wg7.7.1", "ctoc-cop-wg7.5.1")] == [None, item]
    shown = client.post(ADDRESS, asked(rows, way="withdraw", what="item", show="1"))
    client.post(ADDRESS, asked(rows, way="withdraw", what="item", do="1", seen=shown.context["seen"]))
    assert [row.agenda_item for row in chosen("ctoc-cop-wg7.7.1", "ctoc-cop-wg7.5.1")] == [None, None]


def test_an_addressee_joins_the_main_clause_and_leaves_it(archive: None) -> None:
    client = browser_of("publisher")
    rows = chosen("ctoc-cop-wg7.5.1", "ctoc-cop-wg7.5.2")

    def persons() -> list[set[str]]:
        clauses = [row.operative_clauses.in_force().get(is_main=True) for row in rows]
        return [set(clause.addressees.values_list("code", flat=True)) for clause in clauses]

    before = persons()
    for way, expected in (("assign", [{*some, "secretariat"} for some in before]), ("withdraw", before)):
        said = {"way": way, "what": "addressee", "addressee": "secretariat"}
        shown = client.post(ADDRESS, asked(rows, **said, show="1"))
        client.post(ADDRESS, asked(rows, **said, do="1", seen=shown.context["seen"]))
        assert persons() == expected


def test_what_changed_meanwhile_is_shown_again_and_not_written(archive: None) -> None:
    client = browser_of("editor")
    rows = chosen("ctoc-cop-wg7.7.1")
    said = {"way": "withdraw", "what": "item"}
    response = client.post(ADDRESS, asked(rows, **said, do="1", seen="what was shown before"))
    assert response.status_code == 200
    assert told(response) == ["تغيّر شيء منذ عُرض عليك ما سيتغير، فلم يُنفَّذ شيء. هذا ما سيتغير الآن."]
    assert chosen("ctoc-cop-wg7.7.1")[0].agenda_item is not None


@pytest.mark.parametrize("role", ROLES)
def test_each_role_is_offered_what_its_task_needs_and_no_more(archive: None, role: str) -> None:
    client, rows = browser_of(role), chosen("ctoc-cop-wg7.7.1")
    offered = {
        "viewer": None,
        "editor": ["item"],
        "classifier": ["topic", "addressee"],
        "publisher": ["topic", "item", "addressee"],
        "administrator": ["topic", "item", "addressee"],
    }[role]
    response = client.post(ADDRESS, asked(rows))
    form = (response.context or {}).get("form") if response.status_code == 200 else None
    assert ([code for code, _label in form.fields["what"].choices] if form else None) == offered
    state = ArchiveState.objects.versions()
    for what in {"topic", "item", "addressee"} - set(offered or ()):
        forged = {"way": "withdraw", "what": what, "topic": 1, "addressee": "states", "do": "1", "seen": ""}
        client.post(ADDRESS, asked(rows, **forged))
    assert ArchiveState.objects.versions() == state


def test_too_many_at_once_are_refused_with_a_sentence(archive: None) -> None:
    rows = list(Recommendation.objects.in_official_order())
    response = browser_of("publisher").post(ADDRESS, asked(rows))
    assert (response.status_code, told(response)) == (
        302,
        [f"حدّدت {len(rows)}، ولا يُعدَّل معاً أكثر من {MOST_TOGETHER}: صفِّ القائمة وعدّلها على دفعات."],
    )


def test_the_preview_costs_the_same_for_two_and_for_forty(archive: None) -> None:
    client = browser_of("classifier")
    topic = Topic.objects.in_use().earliest("pk")
    said = {"way": "assign", "what": "topic", "topic": topic.pk, "show": "1"}
    rows = list(Recommendation.objects.in_official_order()[:40])
    client.post(ADDRESS, asked(rows[:2], **said))
    counts = []
    for some in (rows[:2], rows):
        with CaptureQueriesContext(connection) as queries:
            client.post(ADDRESS, asked(some, **said))
        counts.append(len(queries))
    assert counts[0] == counts[1]
