"""Words that are probably misread, each with its reason: to be mended, or to be left as they are for good."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse

from archive.admin.history.person import signed_in
from archive.derivations.by_hand import decide_erratum, enter_misreading, following
from archive.models import Batch, Erratum
from archive.record.history.states import latest
from archive.search.suspects import OFTEN, Suspect, suspects_now

from .proposing import printed_of

REASONS = {
    "dots": "لا يفرق بينهما إلا النقط",
    "letter": "يفرق بينهما حرف",
    "length": "ينقصها حرف أو يزيد فيها حرف",
}
_AS_PRINTED = "صحيحة كما طُبعت"
_SHOWN = 100
#: So many letters of the text are shown on each side of the word.
_AROUND = 70


@dataclass(frozen=True, slots=True)
class ShownSuspect:
    suspect: Suspect
    row: Any
    before: str
    after: str
    why: str
    address: str
    form: str

    @property
    def key(self) -> str:
        """What the form sends of it: where it stands and what it says, so that another word is never meant."""
        one = self.suspect
        return f"{one.kind}:{one.key}:{one.start}:{one.printed}"


def suspects_page(site: Any, request: HttpRequest) -> HttpResponse:
    """GET lists them; POST says of some that they are right as printed, and they are never suspected again."""
    if not site.has_view_or_change_permission(request):
        raise PermissionDenied
    if request.method == "POST":
        if not site.has_change_permission(request):
            raise PermissionDenied
        answer: HttpResponse = site._followed(
            request, lambda: _leave(site, request), Batch.Act.DECISION, _AS_PRINTED
        )
        return answer
    found = suspects_now()
    context = {
        **site.admin_site.each_context(request),
        "title": "كلمات مشتبه في قراءتها",
        "opts": site.opts,
        "suspects": [shown for one in found[:_SHOWN] if (shown := _show(one)) is not None],
        "count": len(found),
        "often": OFTEN,
        "may": site.has_change_permission(request),
        "opened_at": latest(),
    }
    return TemplateResponse(request, "admin/misreadings/suspects.html", context)


def _show(one: Suspect) -> ShownSuspect | None:
    text = printed_of(one.kind, one.key)
    if text is None or text.printed[one.start : one.end] != one.printed:
        return None
    query = urlencode({"word": one.printed, "reading": one.meant, "from": "suspects"})
    return ShownSuspect(
        one,
        text.row,
        text.printed[max(0, one.start - _AROUND) : one.start],
        text.printed[one.end : one.end + _AROUND],
        f"لا ترد في موضع آخر، وترد «{one.meant}» في {one.often} من المواضع؛ {REASONS[one.reason]}.",
        f"{reverse('admin:archive_erratum_propose', args=[one.kind, one.key])}?{query}",
        reverse(f"admin:archive_{text.row._meta.model_name}_change", args=[one.key]),
    )


def _leave(site: Any, request: HttpRequest) -> HttpResponse:
    wanted, by = set(request.POST.getlist("right")), signed_in(request)
    left = 0
    with following():
        for one in suspects_now():
            shown = _show(one)
            if shown is None or shown.key not in wanted:
                continue
            text = printed_of(one.kind, one.key)
            assert text is not None
            try:
                erratum = enter_misreading(
                    text.row,
                    line=text.line_of(one.printed),
                    printed=one.printed,
                    corrected=one.meant,
                    places=[(one.start, one.end)],
                    note="كلمة مشتبه فيها، صحيحة كما طُبعت",
                    accept=False,
                    by=by,
                )
            except ValueError as refusal:
                messages.error(request, str(refusal))
                continue
            decide_erratum(erratum, Erratum.Decision.REJECTED, by=by)
            site.log_addition(request, erratum, _AS_PRINTED)
            left += 1
    if left:
        messages.success(request, f"تُركت كما طُبعت: {left}.")
    else:
        messages.warning(request, "لم تُترك كلمة: ما أرسلته لم يعد مشتبهاً فيه، أو لم تحدد شيئاً.")
    return HttpResponseRedirect(reverse("admin:archive_erratum_suspects"))


