"""What was done at once: the list of batches, what each did, and its undoing with a look at it beforehand."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Count, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html

from archive.admin import display
from archive.admin.base import ReadOnlyAdmin
from archive.admin.filters import CodesFilter
from archive.derivations.undoing import LeftAlone, Undoing, plan_undoing, undo
from archive.models import Batch, RowChange
from archive.record.history.recorded import RECORDED_BY_NAME

from .person import signed_in
from .telling import tell_batch, tell_changes, what_of, who_of

_PAGE = 50
#: So many rows that stay as they are are named on the page that asks.
_NAMED = 200
_NOTHING = "لا شيء في هذه الدفعة يمكن التراجع عنه الآن."


def may_undo(request: HttpRequest, batch: Batch) -> bool:
    """Who may write every kind of row that the batch wrote may undo it."""
    names = batch.changes.by_word().order_by().values_list("kind", flat=True).distinct()
    models = {RECORDED_BY_NAME[name].model._meta.model_name for name in names if name in RECORDED_BY_NAME}
    return bool(models) and all(request.user.has_perm(f"archive.change_{model}") for model in models)


def _name_of(one: LeftAlone) -> str:
    """A row that stays as it is; what is named only when it is shown is named by what it says now."""
    change = one.change
    row = None if change.name else change.kind.model._default_manager.filter(pk=change.key).first()
    return f"{change.kind.names[0]} {change.name or row or change.key}"


@admin.register(Batch)
class BatchAdmin(ReadOnlyAdmin):
    empty_value_display = display.NOTHING
    list_display = ["what", "who", "when", "row_count", "followed_count", "why", "standing"]
    list_display_links = ["what"]
    list_filter = ["act", ("by", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["by"]
    search_fields = ["said", "why"]
    searched_texts = ("said", "why")
    date_hierarchy = "made_at"

    def get_queryset(self, request: HttpRequest) -> Any:
        rows: Any = super().get_queryset(request)
        return rows.annotate(
            row_count=Count("changes", filter=Q(changes__follows=False)),
            followed_count=Count("changes", filter=Q(changes__follows=True)),
        ).prefetch_related("undone_by")

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Batch], search_term: str
    ) -> tuple[QuerySet[Batch], bool]:
        """By the names of rows too, without a join, which would count them double."""
        if not search_term.strip():
            return queryset, False
        said, _repeats = super().get_search_results(request, Batch.objects.all(), search_term)
        changes = self.admin_site.get_model_admin(RowChange)
        about, _repeats = changes.get_search_results(request, RowChange.objects.all(), search_term)
        batches = about.order_by().values("batch")
        return queryset.filter(Q(pk__in=said.order_by().values("pk")) | Q(pk__in=batches)), False

    @admin.display(description="ما فُعل")
    def what(self, row: Batch) -> str:
        """A folder is said in its own direction."""
        said = format_html(': <bdi dir="auto">{}</bdi>', row.said) if row.said else ""
        return format_html("{}{}", row.get_act_display(), said)

    @admin.display(description="من", ordering="by")
    def who(self, row: Batch) -> str:
        return who_of(row)

    @admin.display(description="الوقت", ordering="made_at")
    def when(self, row: Batch) -> str:
        return display.show_moment(row.made_at)

    @admin.display(description="الصفوف", ordering="row_count")
    def row_count(self, row: Any) -> int:
        return int(row.row_count)

    @admin.display(description="ما تبعها من التصنيف", ordering="followed_count")
    def followed_count(self, row: Any) -> int:
        return int(row.followed_count)

    @admin.display(description="الحالة")
    def standing(self, row: Batch) -> str:
        return "تُرُوجع عنها" if row.undone_by.all() else display.NOTHING

    def get_urls(self) -> list[Any]:
        asked = path("<int:key>/undo/", self.admin_site.admin_view(self.undo_view), name="archive_batch_undo")
        return [asked, *super().get_urls()]

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """What the batch did, a page at a time; nobody edits it."""
        if request.method == "POST":
            raise PermissionDenied
        batch = self._batch(request, int(object_id) if object_id.isdecimal() and len(object_id) < 16 else 0)
        changes = Paginator(batch.changes.select_related("batch").order_by("follows", "pk"), _PAGE)
        page = changes.get_page(request.GET.get("p"))
        told = tell_batch(batch, tell_changes(page))
        context = self._context(request, batch, told=told, page=page, may_undo=may_undo(request, batch))
        return TemplateResponse(request, "admin/history/batch.html", context)

    def undo_view(self, request: HttpRequest, key: int) -> HttpResponse:
        """GET says what would be brought back and what not, POST does it."""
        batch = self._batch(request, key)
        if not may_undo(request, batch):
            raise PermissionDenied
        if request.method == "POST":
            return self._undo(request, batch)
        plan = plan_undoing(batch)
        left = [(_name_of(one), one.why) for one in plan.left[:_NAMED]]
        context = self._context(request, batch, told=tell_batch(batch, []), plan=plan, left=left)
        return TemplateResponse(request, "admin/history/undo.html", context)

    def _undo(self, request: HttpRequest, batch: Batch) -> HttpResponse:
        try:
            done = undo(batch, by=signed_in(request), why=request.POST.get("why", ""))
        except ValueError as refusal:
            self.message_user(request, str(refusal), messages.ERROR)
            return HttpResponseRedirect(reverse("admin:archive_batch_change", args=[batch.pk]))
        self._tell(request, done)
        shown = done.batch or batch
        return HttpResponseRedirect(reverse("admin:archive_batch_change", args=[shown.pk]))

    def _tell(self, request: HttpRequest, done: Undoing) -> None:
        if done.changes:
            self.message_user(request, f"تم التراجع. الصفوف التي عادت: {len(done.changes)}.", messages.SUCCESS)
        else:
            self.message_user(request, _NOTHING, messages.WARNING)
        for one in done.left[:20]:
            said = f"{_name_of(one)}: {one.why}"
            self.message_user(request, said, messages.WARNING)
        if len(done.left) > 20:
            self.message_user(request, f"الصفوف التي بقيت على حالها: {len(done.left)}.", messages.WARNING)

    def _batch(self, request: HttpRequest, key: int) -> Batch:
        if not self.has_view_permission(request):
            raise PermissionDenied
        batch = Batch.objects.select_related("by", "undoes", "run").filter(pk=key).first()
        if batch is None:
            raise Http404
        return batch

    def _context(self, request: HttpRequest, batch: Batch, **more: Any) -> dict[str, Any]:
        each = self.admin_site.each_context(request)
        return {**each, "title": what_of(batch), "opts": self.opts, "batch": batch, "media": self.media, **more}


class ChangedKindFilter(CodesFilter):
    title = "النوع"
    parameter_name = "kind"
    names = {name: kind.names[1] for name, kind in RECORDED_BY_NAME.items()}


@admin.register(RowChange)
class RowChangeAdmin(ReadOnlyAdmin):
    """All changes of all rows, to look for one."""

    list_display = ["name", "kind_name", "fate", "batch"]
    list_filter = [ChangedKindFilter, "fate", "follows"]
    list_select_related = ["batch"]
    search_fields = ["name"]
    searched_texts = ("name",)
    fields = ["kind_name", "name", "fate", "batch", "follows"]

    @admin.display(description="النوع", ordering="kind")
    def kind_name(self, row: RowChange) -> str:
        kind = RECORDED_BY_NAME.get(row.kind)
        return kind.names[0] if kind is not None else row.kind
