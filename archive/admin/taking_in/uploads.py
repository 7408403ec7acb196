"""Papers that staff take in: a file is handed in, its page shows what was read and what would change, staff decide."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.http import content_disposition_header
from django.utils.safestring import SafeString
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_POST, require_safe

from archive.admin import display
from archive.admin.base import ReadOnlyAdmin
from archive.admin.history.person import signed_in
from archive.admin.history.waiting_turn import in_turn
from archive.admin.public_pages import page_of
from archive.loading.changes import Refusal
from archive.loading.languages import OWN
from archive.loading.taking_in import apart
from archive.loading.taking_in.handing_in import (
    LARGEST,
    AlreadyHandedIn,
    answer,
    hand_in,
    leave,
    plan_again,
    put_in,
    settle_dead,
)
from archive.models import Published, Upload

from .forms import AnswersForm, UploadForm, asked_of
from .numbers import NumbersForm
from .shown import at_desk, lines_of, plan_of, problems_of, stage_of, structure_of, waits_to_merge

#: What a form takes besides the file.
_FORM = 1_000_000
#: Seconds for which an answer waits for the work: what takes longer shows how far it is.
_PATIENCE = 2.0
_TOO_BIG = "حجم الملف يتجاوز {most} ميغابايت، وهو أكبر من أي وثيقة، فلم يُقرأ منه شيء. اقسمه إلى ملفات، لكل وثيقة ملف."
_ALREADY = "هذا الملف نفسه سُلّم من قبل وينتظر القرار؛ هذه صفحته."
_UNSEEN: dict[str, str] = {
    Published.State.WITHDRAWN: "الوثيقة المحفوظة مسحوبة: لا يرى القراء ما يُدخل من هذا الملف إلى أن يعيد الناشر نشرها.",
    Published.State.DRAFT: "الوثيقة المحفوظة مسودة: لا يرى القراء ما يُدخل من هذا الملف إلى أن ينشرها الناشر.",
}
_State = Upload.State


class WaitsFilter(admin.SimpleListFilter):
    """Those that nobody has decided about, as the first page of the desk counts them."""

    title = "القرار"
    parameter_name = "waits"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("1", "تنتظر القرار")]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        return queryset.unfinished() if self.value() == "1" else queryset


@admin.register(Upload)
class UploadAdmin(ReadOnlyAdmin):
    list_display = ["name_here", "state", "paper", "who", "when", "reason_opening"]
    list_display_links = ["name_here"]
    list_filter = [WaitsFilter, "state"]
    list_select_related = ["by", "document"]
    search_fields = ["name", "sha256"]
    searched_texts = ("reason",)
    words_are_held = False
    change_list_template = "admin/taking_in/upload_list.html"

    def has_add_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("archive.add_upload")

    def may_decide(self, request: HttpRequest) -> bool:
        """Who may put in what was handed in, and fetch the file."""
        return request.user.has_perm("archive.change_upload")

    def get_urls(self) -> list[Any]:
        site = self.admin_site
        own = [
            path("<int:key>/decide/", site.admin_view(self.decide), name="archive_upload_decide"),
            path("<int:key>/file/", site.admin_view(self.file), name="archive_upload_file"),
        ]
        return [*own, *super().get_urls()]

    # The list ------------------------------------------------------------------------------------------------

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        settle_dead()
        return super().changelist_view(request, extra_context)

    @admin.display(description="الملف", ordering="name")
    def name_here(self, row: Upload) -> SafeString | str:
        return display.show_name(row.name)

    @admin.display(description="الوثيقة")
    def paper(self, row: Upload) -> str:
        return display.opening(str(row.document or display.NOTHING), 60)

    @admin.display(description="من", ordering="by")
    def who(self, row: Upload) -> str:
        return str(row.by or display.NOTHING)

    @admin.display(description="الوقت", ordering="at")
    def when(self, row: Upload) -> str:
        return display.show_moment(row.at)

    @admin.display(description="السبب")
    def reason_opening(self, row: Upload) -> str:
        return display.opening(at_desk(row.reason), 60) or display.NOTHING

    # Handing in ----------------------------------------------------------------------------------------------

    @method_decorator(csrf_exempt)
    def add_view(self, request: HttpRequest, form_url: str = "", extra_context: Any = None) -> HttpResponse:
        """The token is asked for once the size is known: to look for it is to read all that is sent."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        if request.method == "POST" and _length_of(request) > LARGEST + _FORM:
            form = UploadForm({})
            form.add_error(None, _TOO_BIG.format(most=LARGEST // 1_000_000))
            return self._handing_in(request, form, status=413)
        protected: Callable[[HttpRequest], HttpResponse] = csrf_protect(self._add)
        return protected(request)

    def _add(self, request: HttpRequest) -> HttpResponse:
        if request.method != "POST":
            return self._handing_in(request, UploadForm())
        form = UploadForm(request.POST, request.FILES)
        if not form.is_valid():
            return self._handing_in(request, form, status=422)
        sent = form.cleaned_data["file"]
        if sent.size > LARGEST:
            form.add_error(None, _TOO_BIG.format(most=LARGEST // 1_000_000))
            return self._handing_in(request, form, status=413)
        data = sent.read()
        return in_turn(self, request, lambda _turn: self._hand_in(request, form, sent.name, data))

    def _hand_in(self, request: HttpRequest, form: UploadForm, name: str, data: bytes) -> HttpResponse:
        try:
            upload = hand_in(name, data, signed_in(request))
        except AlreadyHandedIn as already:
            self.message_user(request, _ALREADY, messages.WARNING)
            return _to(already.upload.pk)
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
            return self._handing_in(request, form, status=422)
        self.log_addition(request, upload, "سُلّم")
        apart.wait(_PATIENCE)
        return _to(upload.pk)

    def _handing_in(self, request: HttpRequest, form: UploadForm, status: int = 200) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "title": "استلام وثيقة",
            "opts": self.opts,
            "media": self.media,
            "form": form,
            "largest": LARGEST,
            "too_big": _TOO_BIG.format(most=LARGEST // 1_000_000),
        }
        return TemplateResponse(request, "admin/taking_in/hand_in.html", context, status=status)

    # The page of a file --------------------------------------------------------------------------------------

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        if request.method == "POST":
            raise PermissionDenied
        upload = self._upload(request, int(object_id) if object_id.isdecimal() and len(object_id) < 16 else 0)
        return self._page(request, upload)

    def _page(
        self,
        request: HttpRequest,
        upload: Upload,
        form: AnswersForm | None = None,
        numbers: NumbersForm | None = None,
        status: int = 200,
    ) -> HttpResponse:
        is_open = upload.state in (_State.ASKS, _State.PLANNED, _State.FAILED, _State.LEFT)
        may_decide = self.may_decide(request)
        document, plan = upload.document, plan_of(upload)
        batches = upload.run.batches.prefetch_related("undone_by") if upload.run is not None else ()
        unseen = _UNSEEN.get(document.state, "") if document is not None else ""
        context = {
            **self.admin_site.each_context(request),
            "title": upload.name,
            "opts": self.opts,
            "media": self.media,
            "upload": upload,
            "reason": at_desk(upload.reason),
            "when": display.show_moment(upload.at),
            "decided": display.show_moment(upload.decided_at),
            "stage": stage_of(upload),
            "may_decide": may_decide,
            "is_open": is_open,
            "form": (form or AnswersForm(upload=upload)) if may_decide and is_open else None,
            "numbers": (numbers or NumbersForm(upload=upload, at=request.GET.get("number")))
            if may_decide and is_open and upload.reading
            else None,
            "asked": asked_of(upload),
            "plan": plan,
            "waits_to_merge": waits_to_merge(plan),
            "is_arabic": (upload.reading.get("language") or OWN) == OWN,
            "problems": problems_of(upload),
            "structure": structure_of(upload),
            "lines": lines_of(upload, request.GET.get("p")),
            "public_page": page_of(document) if document is not None and not unseen else None,
            "unseen": unseen,
            "batches": batches,
            "is_undone": any(batch.undone_by.all() for batch in batches),
        }
        return TemplateResponse(request, "admin/taking_in/upload.html", context, status=status)

    @method_decorator(require_safe)
    def file(self, request: HttpRequest, key: int) -> HttpResponseBase:
        """The bytes as they were handed in: a file to keep, never a page."""
        upload = self._upload(request, key)
        if not self.may_decide(request):
            raise PermissionDenied
        if upload.data is None:
            raise Http404
        answer = HttpResponse(bytes(upload.data), content_type="application/octet-stream")
        answer.headers["Content-Disposition"] = _attachment(upload.name)
        return answer

    @method_decorator(require_POST)
    def decide(self, request: HttpRequest, key: int) -> HttpResponse:
        """Put in, leave, read again, or read again with what staff state of it or of its numbers."""
        upload = self._upload(request, key)
        if not self.may_decide(request):
            raise PermissionDenied
        return in_turn(self, request, lambda _turn: self._decide(request, upload))

    def _decide(self, request: HttpRequest, upload: Upload) -> HttpResponse:
        what = request.POST.get("what", "")
        try:
            if what == "put_in":
                put_in(upload, seen=request.POST.get("seen", ""), by=signed_in(request))
                self.log_change(request, upload, "أُدخل في الأرشيف")
            elif what == "leave":
                leave(upload, by=signed_in(request))
                self.log_change(request, upload, "تُرك")
            elif what == "again":
                plan_again(upload)
            elif what == "answer":
                form = AnswersForm(request.POST, upload=upload)
                if not form.is_valid():
                    return self._page(request, upload, form=form, status=422)
                answer(upload, form.answers(), name=form.cleaned_data["name"] or upload.name)
            elif what == "numbers":
                numbers = NumbersForm(request.POST, upload=upload)
                if not numbers.is_valid():
                    return self._page(request, upload, numbers=numbers, status=422)
                answer(upload, numbers.answers())
                self.log_change(request, upload, "رُوجعت أرقامه")
            else:
                self.message_user(request, "لم يُعرف المطلوب. اضغط أحد مفاتيح هذه الصفحة.", messages.ERROR)
        except Refusal as refusal:
            self.message_user(request, refusal.sentence, messages.WARNING)
        apart.wait(_PATIENCE)
        return _to(upload.pk)

    def _upload(self, request: HttpRequest, key: int) -> Upload:
        if not self.has_view_permission(request):
            raise PermissionDenied
        settle_dead(lambda: Upload.objects.filter(pk=key))
        rows: Any = Upload.objects.defer(None).select_related("by", "decided_by", "document", "run")
        upload: Upload | None = rows.filter(pk=key).first()
        if upload is None:
            raise Http404
        return upload


def _length_of(request: HttpRequest) -> int:
    said = str(request.META.get("CONTENT_LENGTH") or "0")
    return int(said) if said.isascii() and said.isdecimal() else 0


def _to(key: int) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("admin:archive_upload_change", args=[key]))


def _attachment(name: str) -> str:
    return content_disposition_header(as_attachment=True, filename=name) or "attachment"

