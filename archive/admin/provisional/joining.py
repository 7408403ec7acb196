"""The page on which staff say that two rows are one: a look at what would move, a reason, and it is done."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.cache import never_cache

from archive.admin.history.person import signed_in
from archive.derivations.joining_rows import Joined, join_rows, plan_joining
from archive.display.comparison.differences import build_pieces
from archive.models import Batch, Document, Meeting, Recommendation
from archive.record.kinds import DOCUMENT, MEETING, RECOMMENDATION
from archive.search.reference import find_reference

from .doors import demand, log, page, write

_KINDS: dict[str, type[Joined]] = {
    RECOMMENDATION.name: Recommendation,
    MEETING.name: Meeting,
    DOCUMENT.name: Document,
}
_UNKNOWN = "لا شيء في الأرشيف بهذا المعرّف. انسخه من صفحة النظير، أو انسخ رابطها."


@never_cache
def join_with(request: HttpRequest, kind: str, key: int) -> HttpResponse:
    """Which row it goes into is typed as people name it: by address, symbol, or «5/2»."""
    if kind not in _KINDS:
        raise Http404
    model = _KINDS[kind]
    demand(request, f"change_{model._meta.model_name}", f"publish_{model._meta.model_name}")
    gone: Any = model._default_manager.filter(pk=key).first()
    if gone is None:
        raise Http404
    typed = request.POST.get("into", "").strip()
    because = request.POST.get("because", "").strip()
    into = _find(kind, typed) if typed else None
    sentence = ""
    plan = None
    if request.method == "POST":
        if into is None:
            sentence = _UNKNOWN
        else:
            plan = plan_joining(gone, into)
            sentence = plan.refusal
            shown = request.POST.get("seen") == str(into.pk)
            if "do" in request.POST and not sentence and shown and not because:
                sentence = "اذكر سبب الضم؛ يقرؤه من ينظر في تاريخها."
            elif "do" in request.POST and not sentence and shown:
                try:
                    return _join(request, gone, into, because)
                except ValueError as refusal:
                    sentence = str(refusal)
    return page(
        request,
        "join",
        f"ضم: {gone}",
        gone=gone,
        into=into,
        typed=typed,
        because=because,
        plan=plan if plan is not None and not plan.refusal else None,
        sentence=sentence,
        pieces=build_pieces(into.text, gone.text) if isinstance(into, Recommendation) else (),
        form_address=reverse(f"admin:archive_{model._meta.model_name}_change", args=[gone.pk]),
    )


def _find(kind: str, typed: str) -> Joined | None:
    """By what the reader of references makes of it, else by the bare key in its address."""
    reference = find_reference(typed)
    name = ((reference.locator if reference else "") or typed.rstrip("/").rpartition("/")[2]).lower()
    if "\0" in name:
        return None
    match kind:
        case RECOMMENDATION.name:
            return Recommendation.objects.select_related("meeting__body").filter(locator=name).first()
        case MEETING.name:
            return Meeting.objects.select_related("body").filter(slug=name).first()
    return Document.objects.filter(slug=name).first() or Document.objects.filter(symbol__iexact=typed).first()


def _join(request: HttpRequest, gone: Joined, into: Joined, because: str) -> HttpResponse:
    said = f"ضُم إلى: {into}"

    def join() -> tuple[str, str]:
        join_rows(gone, into, because, by=signed_in(request))
        log(request, [gone], said)
        address = reverse(f"admin:archive_{into._meta.model_name}_change", args=[into.pk])
        return address, f"أُنجز ضم «{gone}» إلى «{into}»."

    return write(request, Batch.Act.DECISION, said, join)
