"""Every action of every list × every role, by POST, on the archive of the real sources.

Whoever may is answered as a superuser is; for whoever may not, nothing is written, whatever the form says.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.contrib.messages import get_messages
from django.db import transaction
from django.test import Client

from archive.admin.roles import ROLES
from archive.loading.archive import load_archive
from archive.models import ArchiveState, Erratum, Recommendation
from tests.factories import make_conflict, make_meeting, make_recommendation, make_run, make_user

from .every_field import registered
from .test_roles import browser_of, wanted

pytestmark = pytest.mark.django_db

#: Actions by name, with the models in whose lists they stand.
_SOURCED = (
    *("agendaitem", "article", "body", "document", "footnote", "instrument", "meeting", "paragraph"),
    *("recommendation", "section", "subparagraph", "topic"),
)
_DERIVED = ("citation", "followup", "kinship", "operativeclause", "topicassignment")
_STATED = ("document", "meeting", "recommendation")
#: The last of them asks for the reason first.
_PUBLISHING = {"publish_rows", "take_rows_back", "withdraw_rows"}
#: Asks first what is to be changed.
_TOGETHER = "change_together"
ACTIONS = {
    **{name: {"delete_selected"} for name in _SOURCED},
    **{name: {"delete_selected", *_PUBLISHING} for name in _STATED},
    "recommendation": {"delete_selected", _TOGETHER, *_PUBLISHING},
    **{name: {"confirm_rows", "reject_rows", "give_rows_back"} for name in _DERIVED},
    "conflict": {"keep_held", "take_offered"},
    "erratum": {"accept", "reject", "reopen"},
}
#: Of the real sources alone these have no rows.
WITHOUT_ROWS: set[str] = set()


class Answer(NamedTuple):
    """What an action came to: the status, what staff were told, whether the archive became other."""

    status: int
    told: tuple[str, ...]
    has_written: bool


Answers = dict[tuple[str, str], Answer]


@pytest.fixture(scope="module")
def archive(real_sources: Path, django_db_setup: None, django_db_blocker: Any) -> Iterator[Answers]:
    """What each action of each list came to when a superuser did it."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_archive([real_sources])
        make_conflict(run=make_run())
        salma = Client()
        salma.force_login(make_user("salma"))
        yield {
            (name, action): act(salma, name, action, rows_of(model))
            for model in registered()
            for name in [str(model._meta.model_name)]  # type: ignore[attr-defined]
            for action in ACTIONS.get(name, ())
        }
        transaction.set_rollback(True)


def act(client: Client, name: str, action: str, keys: list[int], **more: Any) -> Answer:
    """Sends the form of the list, and takes back what it did."""
    written = (ArchiveState.objects.versions(), LogEntry.objects.count())
    with transaction.atomic():
        data = {"action": action, "_selected_action": keys, "index": "0", **more}
        # Waiting and decided errata stand in one list only where all are asked for.
        query = "?decision=all" if name == "erratum" else ""
        response = client.post(f"/admin/archive/{name}/{query}", data)
        told = tuple(str(message) for message in get_messages(response.wsgi_request))
        has_written = (ArchiveState.objects.versions(), LogEntry.objects.count()) != written
        transaction.set_rollback(True)
    client.cookies.pop("messages", None)
    return Answer(response.status_code, told, has_written)


def rows_of(model: type) -> list[int]:
    """A row for an action to be done upon: of errata one that waits."""
    rows: Any = model._default_manager.order_by("pk")  # type: ignore[attr-defined]
    if model is Erratum:
        rows = rows.filter(certainty=Erratum.Certainty.DOUBTFUL).exclude(corrected="")
    return list(rows.values_list("pk", flat=True)[:1])


def test_the_actions_of_all_lists_are_known(archive: Answers, rf: Any) -> None:
    request = rf.get("/admin/")
    request.user = User.objects.get(username="salma")
    found = {
        str(model._meta.model_name): set(admin.site._registry[model].get_actions(request))  # type: ignore[attr-defined]
        for model in registered()
    }
    assert {name: actions for name, actions in found.items() if actions} == ACTIONS
    names = {str(model._meta.model_name) for model in registered() if not rows_of(model)}  # type: ignore[attr-defined]
    assert names & ACTIONS.keys() == WITHOUT_ROWS


def _may(role: str, name: str, action: str) -> bool:
    if action in _PUBLISHING:
        return ROLES[role].publishes
    if action == _TOGETHER:
        return role != "viewer"
    return wanted(role, name)[1] == 302


@pytest.mark.parametrize("role", ROLES)
def test_every_action_is_done_for_whom_its_task_needs_it_and_for_nobody_else(
    archive: Answers, role: str
) -> None:
    client, answers = browser_of(role), {}
    for model in registered():
        name, keys = str(model._meta.model_name), rows_of(model)  # type: ignore[attr-defined]
        for action in ACTIONS.get(name, ()):
            answers[name, action] = act(client, name, action, keys)
    may = {which: _may(role, *which) for which in answers}
    done = {which: answer for which, answer in answers.items() if may[which]}
    assert done == {which: answer for which, answer in archive.items() if may[which]}
    refused = [answer for which, answer in answers.items() if not may[which]]
    assert {(answer.status, answer.has_written) for answer in refused} <= {(200, False), (302, False)}


def test_every_action_of_a_superuser_does_what_it_says(archive: Answers) -> None:
    """What the others are compared with: each decision writes, each deletion of what a source gave is refused."""
    written = {which for which, answer in archive.items() if answer.has_written}
    decided = {(name, action) for name in _DERIVED for action in ACTIONS[name]}
    taken_back = {(name, "take_rows_back") for name in _STATED}
    # All is published and the errata wait already, and what the conflict offers is no value of its field.
    decisions = {("conflict", "keep_held"), ("erratum", "accept"), ("erratum", "reject")}
    assert written == decided | taken_back | decisions
    assert all(answer.told for answer in archive.values() if answer.status == 302)
    # What a source gave is not deleted; the treaties and topics among them are data that came with the archive.
    asking = {("recommendation", _TOGETHER), *((name, "withdraw_rows") for name in _STATED)}
    assert {which for which, answer in archive.items() if answer.status != 302} == asking


@pytest.mark.parametrize("role", ROLES)
def test_what_was_entered_by_hand_is_deleted_from_its_list(archive: Answers, role: str) -> None:
    row = make_recommendation(1, "ينبغي للدول أن تحفظ القنوات.", meeting=make_meeting(91))
    client = browser_of(role)
    data = {"action": "delete_selected", "_selected_action": [row.pk], "index": "0"}
    asked = client.post("/admin/archive/recommendation/", data)
    done = client.post("/admin/archive/recommendation/", {**data, "post": "yes"})
    may = wanted(role, "recommendation")[1] == 302
    # Whoever may do nothing in a list has no form there: it is shown again.
    assert (asked.status_code, done.status_code) == (
        (200, 302) if may else (asked.status_code, asked.status_code)
    )
    assert Recommendation.objects.filter(pk=row.pk).exists() is not may
