"""What the machine is sent to do with the whole archive, with a key for each and what it said."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_POST

from archive.admin import display
from archive.admin.base import ReadOnlyAdmin
from archive.admin.history.person import signed_in
from archive.loading.changes import Refusal
from archive.loading.taking_in import apart
from archive.loading.taking_in.errands import files_of_sources, send, settle_dead_errands
from archive.models import Errand

from .shown import at_desk

#: The keys of the list, each with what it does; to accept a file asks for the file.
KEYS = (
    (
        Errand.Act.RELOAD,
        "أعد تحميل المصادر",
        "ما في مجلد المصادر وما استُلم هنا: ما تغيّر منه يُدخل، وما عدّله الموظفون يبقى.",
    ),
    (Errand.Act.CHECK, "افحص الأرشيف", "ما نقص من الأرقام وما تكرر، وما ينتظر قراراً؛ ولا يغيّر شيئاً."),
    (Errand.Act.REBUILD, "ابنِ فهرس البحث من جديد", "يجد القراء بالقديم إلى أن يتم."),
)
_PATIENCE = 1.0


@admin.register(Errand)
class ErrandAdmin(ReadOnlyAdmin):
    list_display = ["what", "state", "who", "when", "stage"]
    list_display_links = ["what"]
    list_filter = ["act", "state"]
    list_select_related = ["by"]
    search_fields = ["file"]
    words_are_held = False
    change_list_template = "admin/taking_in/errand_list.html"

    def may_send(self, request: HttpRequest) -> bool:
        """Who may have the machine do something with the whole archive."""
        return request.user.has_perm("archive.add_errand")

    def get_urls(self) -> list[Any]:
        return [
            path("send/", self.admin_site.admin_view(self.send_view), name="archive_errand_send"),
            *super().get_urls(),
        ]

    @admin.display(description="العمل", ordering="act")
    def what(self, row: Errand) -> str:
        return str(row)

    @admin.display(description="من", ordering="by")
    def who(self, row: Errand) -> str:
        return str(row.by or display.NOTHING)

    @admin.display(description="البداية", ordering="at")
    def when(self, row: Errand) -> str:
        return display.show_moment(row.at)

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        settle_dead_errands()
        may_send = self.may_send(request)
        keys = {"keys": KEYS if may_send else (), "files": files_of_sources() if may_send else ()}
        return super().changelist_view(request, {**keys, **(extra_context or {})})

    @method_decorator(require_POST)
    def send_view(self, request: HttpRequest) -> HttpResponse:
        """Begin what a key says; the page of it shows how far it is and what it said."""
        if not self.may_send(request):
            raise PermissionDenied
        act = request.POST.get("act", "")
        if act not in Errand.Act.values:
            self.message_user(request, "لم يُعرف المطلوب. اضغط أحد مفاتيح هذه الصفحة.", messages.ERROR)
            return HttpResponseRedirect(reverse("admin:archive_errand_changelist"))
        try:
            errand = send(Errand.Act(act), signed_in(request), request.POST.get("file", ""))
        except Refusal as refusal:
            self.message_user(request, refusal.sentence, messages.WARNING)
            return HttpResponseRedirect(reverse("admin:archive_errand_changelist"))
        self.log_addition(request, errand, "بُدئ")
        apart.wait(_PATIENCE)
        return HttpResponseRedirect(reverse("admin:archive_errand_change", args=[errand.pk]))

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        if request.method == "POST" or not self.has_view_permission(request):
            raise PermissionDenied
        settle_dead_errands()
        key = int(object_id) if object_id.isdecimal() and len(object_id) < 16 else 0
        errand = Errand.objects.select_related("by").filter(pk=key).first()
        if errand is None:
            raise Http404
        context = {
            **self.admin_site.each_context(request),
            "title": str(errand),
            "opts": self.opts,
            "media": self.media,
            "errand": errand,
            "told": [at_desk(line) for line in errand.told],
            "is_running": errand.state == Errand.State.RUNNING,
            "began": display.show_moment(errand.at),
            "ended": display.show_moment(errand.finished_at),
        }
        return TemplateResponse(request, "admin/taking_in/errand.html", context)
