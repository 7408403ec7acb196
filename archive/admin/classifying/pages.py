"""The pages of the desk of classification: all queues, and one record after the other. By keys, and without script."""

from typing import Any

from django.conf import settings
from django.contrib import admin, messages
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.cache import never_cache

from archive.admin.door import for_staff
from archive.admin.history.person import signed_in
from archive.models import Batch, Derived, OperativeAddressee
from archive.record.history.states import latest

from .answers import carry_out
from .queues import QUEUE_BY_CODE, QUEUES, SECOND_QUEUES, ClassifyingQueue
from .records import show_record, topics_to_choose

_EMPTY = "فرغت هذه القائمة: نُظر في كل ما فيها."


@for_staff
@never_cache
def queues_page(request: HttpRequest) -> HttpResponse:
    """All queues with their counts."""
    if request.method not in ("GET", "HEAD"):
        return HttpResponseNotAllowed(["GET", "HEAD"])
    by = _person(request)
    queues = [*(SECOND_QUEUES if settings.ARCHIVE_SECOND_PERSON else ()), *QUEUES]
    counted = [(queue, *queue.counts(by)) for queue in queues if _may_see(request, queue)]
    context = {
        **admin.site.each_context(request),
        "title": "التصنيف",
        "queues": [one for one in counted if one[1]],
        "empty": [queue for queue, rows, _records in counted if not rows],
        "needs_second": settings.ARCHIVE_SECOND_PERSON,
    }
    return TemplateResponse(request, "admin/classifying/queues.html", context)


@for_staff
@never_cache
def first_of_queue(request: HttpRequest, code: str) -> HttpResponse:
    """Leads to the record with which the queue begins, or behind the one that `after` names."""
    if request.method not in ("GET", "HEAD"):
        return HttpResponseNotAllowed(["GET", "HEAD"])
    queue = _queue(request, code)
    after = request.GET.get("after", "")
    return _go_on(request, queue, int(after) if after.isascii() and after.isdecimal() and len(after) < 16 else 0)


@for_staff
@never_cache
def record_page(request: HttpRequest, code: str, key: int) -> HttpResponse:
    """GET shows the record with what is to be decided about it; POST carries out what was decided and goes on."""
    queue, by = _queue(request, code), _person(request)
    if key >= 10**15:
        raise Http404
    may = request.user.has_perm(queue.permission)
    if request.method == "POST":
        if not may:
            raise PermissionDenied
        return _decide(request, queue, key)
    if request.method not in ("GET", "HEAD"):
        return HttpResponseNotAllowed(["GET", "HEAD", "POST"])
    opened = latest()
    record = show_record(queue, key, by)
    if record is None:
        raise Http404
    waits = bool(record.rows) or (queue.having is not None and queue.rows(by).filter(pk=key).exists())
    if not waits:
        return _go_on(request, queue, key)
    rows, records = queue.counts(by)
    context = {
        **admin.site.each_context(request),
        "title": record.title,
        "queue": queue,
        "record": record,
        "rows": rows,
        "records": records,
        "may": may,
        "opened_at": opened,
        "topics": topics_to_choose() if queue.wants == "topic" else (),
        "persons": _persons(queue, record.clause),
        "skip": f"{reverse('classifying_queue', args=[queue.code])}?after={key}",
    }
    return TemplateResponse(request, "admin/classifying/record.html", context)


def _persons(queue: ClassifyingQueue, clause: Any) -> list[tuple[str, str, bool]]:
    """Codes to choose from, with those that the clause has."""
    if clause is None:
        return []
    there = {one.code for one in getattr(clause, queue.wants).all()}
    return [(code, str(name), code in there) for code, name in OperativeAddressee.Code.choices]


def _decide(request: HttpRequest, queue: ClassifyingQueue, key: int) -> HttpResponse:
    site: Any = admin.site._registry[queue.model]

    def work() -> HttpResponse:
        answered = carry_out(request, queue, key, _person(request))
        for level, sentence in answered.told:
            messages.add_message(request, level, sentence)
        by_said: dict[str, list[Derived]] = {}
        for row, said in answered.done:
            by_said.setdefault(said, []).append(row)
        for said, rows in by_said.items():
            LogEntry.objects.log_actions(request.user.pk or 0, rows, CHANGE, said)
        if answered.stays:
            return HttpResponseRedirect(reverse("classifying_record", args=[queue.code, key]))
        return _go_on(request, queue, key)

    response: HttpResponse = site._followed(request, work, Batch.Act.DECISION, queue.name)
    return response


def _go_on(request: HttpRequest, queue: ClassifyingQueue, key: int) -> HttpResponse:
    following = queue.next_after(key, _person(request))
    if following is None:
        messages.success(request, _EMPTY)
        return HttpResponseRedirect(reverse("classifying"))
    return HttpResponseRedirect(reverse("classifying_record", args=[queue.code, following]))


def _queue(request: HttpRequest, code: str) -> ClassifyingQueue:
    queue = QUEUE_BY_CODE.get(code)
    if queue is None:
        raise Http404
    if not _may_see(request, queue):
        raise PermissionDenied
    return queue


def _may_see(request: HttpRequest, queue: ClassifyingQueue) -> bool:
    name = queue.model._meta.model_name
    return request.user.has_perm(f"archive.view_{name}") or request.user.has_perm(queue.permission)


def _person(request: HttpRequest) -> User:
    person = signed_in(request)
    if person is None:
        raise PermissionDenied
    return person
