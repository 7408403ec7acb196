"""What the pages of provisional lists share: who may come in, whose meeting it is, writing in turn."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.models import ADDITION, CHANGE, LogEntry
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html

from archive.admin.history.person import person_acting
from archive.admin.history.waiting_turn import Turn, in_turn
from archive.derivations.by_hand import following
from archive.models import Batch, Meeting, Recommendation
from archive.record.history.journal import acting
from archive.record.state import locked_state

#: What a writer gives: where to go on, and what to say there.
Written = tuple[str, str]


def demand(request: HttpRequest, *permissions: str) -> None:
    """Refuses whoever lacks one of them («add_meeting»)."""
    if not all(request.user.has_perm(f"archive.{one}") for one in permissions):
        raise PermissionDenied


def meeting_of(slug: str) -> Meeting:
    """The meeting, or a page that is not there."""
    meeting = Meeting.objects.select_related("body").filter(slug=slug).first() if "\0" not in slug else None
    if meeting is None:
        raise Http404
    return meeting


def merging_page(locator: str) -> str:
    """Where the report is merged that says otherwise of the recommendation with this locator."""
    return reverse("merge_report", args=[locator.rpartition(".")[0]])


def page(request: HttpRequest, name: str, title: str, **context: Any) -> HttpResponse:
    """A page of the desk."""
    each = admin.site.each_context(request)
    return TemplateResponse(request, f"admin/provisional/{name}.html", {**each, "title": title, **context})


def write(request: HttpRequest, act: Batch.Act, said: str, work: Callable[[], Written]) -> HttpResponse:
    """Do `work` in the name of whoever asks, in one transaction and one batch; a lock is waited for and then said.

    What `work` raises is left to the caller; then nothing was written. What is said afterwards leads to the batch.
    """

    def in_my_turn(turn: Turn) -> HttpResponse:
        with acting(person_acting(request, act, said)), following() as after:
            locked_state()
            turn.begun = True
            address, sentence = work()
        messages.success(request, _with_batch(sentence, after.batch))
        return redirect(address)

    return in_turn(admin.site.get_model_admin(Recommendation), request, in_my_turn)


def _with_batch(sentence: str, batch: Batch | None) -> str:
    if batch is None:
        return sentence
    address = reverse("admin:archive_batch_change", args=[batch.pk])
    return format_html('{} <a href="{}">ما تغيّر، والتراجع عنه</a>', sentence, address)


def log(request: HttpRequest, rows: list[Any], said: str, *, is_new: bool = False) -> None:
    """Among what somebody did lately, on the first page of the desk."""
    LogEntry.objects.log_actions(request.user.pk or 0, rows, ADDITION if is_new else CHANGE, said)
