"""The tree of subjects with its rules, and the treaties with their articles."""

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.urls import path, reverse
from django.utils.safestring import SafeString

from archive.derivations.by_hand import delete_by_hand, derive_again, save_by_hand
from archive.deriving.subject_rules import refuse_value
from archive.models import Article, Batch, Instrument, Topic, TopicRule
from archive.record.history.journal import acting

from . import display
from .base import OwnRowsFormSet
from .filters import OriginFilter
from .history.person import person_acting
from .sourced import SourcedAdmin, SourcedForm, SourcedInline
from .taking_effect import TakesEffect, tell_what_changed
from .typed import AnyInline, AnyModelForm


class TopicForm(SourcedForm):
    class Meta:
        model = Topic
        fields = "__all__"

    def clean_parent(self) -> Topic | None:
        parent: Topic | None = self.cleaned_data["parent"]
        if parent is not None and self.instance.pk and parent in [self.instance, *self.instance.below()]:
            raise forms.ValidationError("لا يكون الموضوع تحت نفسه ولا تحت ما تحته.")
        return parent


class TopicRuleForm(AnyModelForm):
    def clean(self) -> None:
        super().clean()
        kind, value = self.cleaned_data.get("kind"), self.cleaned_data.get("value")
        if kind and value and (refusal := refuse_value(kind, value)):
            self.add_error("value", refusal)


class TopicRuleFormSet(OwnRowsFormSet):
    """A rule of the starting data is put out of use, not deleted: the next load would bring it back."""

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        # who may only look, or not delete, has no such field
        if "DELETE" in form.fields and form.instance.pk and form.instance.given:
            form.fields["DELETE"].disabled = True
            form.fields["DELETE"].widget = forms.HiddenInput()


class TopicRuleInline(AnyInline):
    model = TopicRule
    form = TopicRuleForm
    formset = TopicRuleFormSet
    fields = ["kind", "value", "weight", "is_used", "changed_here"]
    readonly_fields = ["changed_here"]
    extra = 0

    @admin.display(description="المنشأ")
    def changed_here(self, row: TopicRule) -> str:
        if not row.given:
            return "أضافها الموظفون" if row.pk else display.NOTHING
        return "كما جاءت" if row.is_untouched else "عدّلها الموظفون"


@admin.register(Topic)
class TopicAdmin(TakesEffect, SourcedAdmin):
    form = TopicForm
    change_list_template = "admin/archive/topic_list.html"
    list_display = ["label_ar", "slug", "parent", "position", "about_count", "in_use", "origin"]
    list_filter = ["is_used", OriginFilter]
    list_editable = ["position"]
    list_select_related = ["parent"]
    search_fields = ["slug"]
    searched_texts = ("label_ar", "label_en", "description_ar", "description_en")
    autocomplete_fields = ["parent", "articles"]
    identity = ("slug",)
    inlines = [TopicRuleInline]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    ("slug", "is_used"),
                    ("label_ar", "label_en"),
                    ("description_ar", "description_en"),
                    ("parent", "position"),
                    "articles",
                ]
            },
        )
    ]

    def get_queryset(self, request: HttpRequest) -> Any:
        not_rejected = Count("assignments", filter=~Q(assignments__decision="rejected"))
        rows: Any = super().get_queryset(request)
        return rows.prefetch_related("articles__instrument").annotate(about_count=not_rejected)

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "articles":
            kwargs["queryset"] = Article.objects.select_related("instrument")
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    @admin.display(description="مستعمل", ordering="is_used")
    def in_use(self, row: Topic) -> str:
        return display.show_truth(row.is_used)

    @admin.display(description="التوصيات", ordering="about_count")
    def about_count(self, row: Any) -> int:
        return int(row.about_count)

    def get_urls(self) -> list[Any]:
        again = path("derive-again/", self.admin_site.admin_view(self.derive_again), name="archive_topic_derive_again")
        return [again, *super().get_urls()]

    def derive_again(self, request: HttpRequest) -> HttpResponse:
        """«أعد الحساب»: reads everything by the rules as they are now, and says what became other."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        if not self.has_change_permission(request):
            raise PermissionDenied
        with acting(person_acting(request, Batch.Act.RULES)):
            after = derive_again()
        tell_what_changed(self, request, after)
        return HttpResponseRedirect(reverse("admin:archive_topic_changelist"))


@admin.register(TopicRule)
class TopicRuleAdmin(TakesEffect):
    """All rules at once, to look for words; added and changed here as in the form of their topic."""

    form = TopicRuleForm
    list_display = ["value", "kind", "weight", "topic", "in_use"]
    list_filter = ["kind", "is_used", "topic"]
    list_select_related = ["topic"]
    search_fields = ["value", "topic__slug"]
    searched_texts = ("value",)
    searched_with = ("topic",)
    autocomplete_fields = ["topic"]

    @admin.display(description="مستعملة", ordering="is_used")
    def in_use(self, row: TopicRule) -> str:
        return display.show_truth(row.is_used)

    def save_model(self, request: HttpRequest, obj: TopicRule, form: Any, change: bool) -> None:
        save_by_hand(obj)

    def delete_model(self, request: HttpRequest, obj: TopicRule) -> None:
        delete_by_hand(obj)

    def has_delete_permission(self, request: HttpRequest, obj: TopicRule | None = None) -> bool:
        return obj is not None and not obj.given and super().has_delete_permission(request, obj)


class LinesField(forms.CharField):
    """A list of texts, each on a line of its own."""

    widget = forms.Textarea(attrs={"rows": 5, "cols": 70, "dir": "rtl"})

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> Any:
        lines = (" ".join(line.split()) for line in (super().to_python(value) or "").splitlines())
        return [line for line in lines if line]

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool(list(initial or []) != self.to_python(data or ""))


class InstrumentForm(SourcedForm):
    written_as = LinesField(label="صيغ كتابته", required=False, help_text="صيغة في كل سطر، كما تكتبها الوثائق.")


class ArticleInline(SourcedInline):
    model = Article
    fields = ["number", "title_ar", "title_en"]


@admin.register(Instrument)
class InstrumentAdmin(TakesEffect, SourcedAdmin):
    form = InstrumentForm
    list_display = ["short_name", "slug", "name_en", "origin"]
    list_filter = [OriginFilter]
    search_fields = ["slug"]
    searched_texts = ("name_ar", "short_ar", "name_en", "written_as")
    identity = ("slug",)
    inlines = [ArticleInline]
    fieldsets = [(None, {"fields": ["slug", "name_ar", "short_ar", "name_en", "written_as", "position"]})]

    @admin.display(description="الصك", ordering="position")
    def short_name(self, row: Instrument) -> str:
        return str(row)


@admin.register(Article)
class ArticleAdmin(TakesEffect, SourcedAdmin):
    list_display = ["label_here", "instrument", "title_en", "cited_count", "origin"]
    list_filter = ["instrument", OriginFilter]
    list_select_related = ["instrument"]
    search_fields = ["=number", "instrument__slug"]
    searched_texts = ("title_ar", "title_en")
    searched_with = ("instrument",)
    autocomplete_fields = ["instrument"]
    identity = ("instrument", "number")
    fieldsets = [(None, {"fields": [("instrument", "number"), "title_ar", "title_en"]})]

    def get_queryset(self, request: HttpRequest) -> Any:
        cited = Count("citations", filter=~Q(citations__decision="rejected"))
        rows: Any = super().get_queryset(request)
        return rows.annotate(cited_count=cited)

    @admin.display(description="المادة", ordering="number")
    def label_here(self, row: Article) -> SafeString | str:
        return row.label

    @admin.display(description="الاستشهادات", ordering="cited_count")
    def cited_count(self, row: Any) -> int:
        return int(row.cited_count)
