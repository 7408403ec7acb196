"""What recommendations ask, cite and are about, what they are kin to, and what was told of them later."""

from functools import cache
from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString

from archive.models import (
    Article,
    Citation,
    Derivation,
    FollowUp,
    Kinship,
    Meeting,
    OperativeActor,
    OperativeAddressee,
    OperativeClause,
    Topic,
    TopicAssignment,
)
from archive.record.held import HeldForState
from archive.vocabulary.tools import read_tools

from . import display
from .base import ReadOnlyAdmin
from .derived import (
    ClauseForm,
    DerivedAdmin,
    DerivedInline,
    StandingFilter,
    show_place,
)
from .filters import CodesFilter, MeetingFilter

#: How it is known what a text cites, as `archive.deriving.citation_context` has it.
GROUNDS = {
    "named": "مذكور باسمه",
    "named_before": "ذُكر باسمه قبل ذلك في النص نفسه",
    "article_title": "من عنوان المادة في النص",
    "section": "من عنوان القسم",
    "document": "من عنوان الوثيقة",
    "body": "من اختصاص الهيئة",
    "own_meeting": "من الاجتماع الذي اعتمد النص",
}


class ShowsPersons:
    """To who may only look the admin shows values, not fields; the row's own `addressees` is a manager, no value."""

    @admin.display(description="الجهات المخاطَبة")
    def addressees(self, row: OperativeClause) -> str:
        return "، ".join(str(one) for one in row.addressees.all()) or display.NOTHING

    @admin.display(description="الجهات المطلوب منها الإجراء")
    def actors(self, row: OperativeClause) -> str:
        return "، ".join(str(one) for one in row.actors.all()) or display.NOTHING


class ClauseInline(ShowsPersons, DerivedInline):
    model = OperativeClause
    form = ClauseForm
    fields = [
        ("subparagraph", "is_main"),
        ("phrase", "verb_class"),
        *("addressees", "actors", "in_text"),
        ("standing", "word"),
    ]
    readonly_fields = ["in_text", "standing"]
    show_change_link = True

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).prefetch_related("addressees", "actors")


class TopicInline(DerivedInline):
    model = TopicAssignment
    fields = ["topic", "ground", ("share", "standing", "word")]
    readonly_fields = ["share", "standing"]
    autocomplete_fields = ["topic"]
    show_change_link = True

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).select_related("topic", "decided_by")

    @admin.display(description="الثقة")
    def share(self, row: TopicAssignment) -> str:
        return f"{row.confidence:.0%}" if row.pk else display.NOTHING


class CitationInline(DerivedInline):
    model = Citation
    fk_name = "recommendation"
    fields = [
        ("subparagraph", "kind"),
        "text",
        ("article", "cited_paragraph"),
        ("names", "ground_said"),
        ("standing", "word"),
    ]
    readonly_fields = ["names", "ground_said", "standing"]
    autocomplete_fields = ["article"]
    show_change_link = True
    verbose_name_plural = "الاستشهادات (ما ليس مادة من صك يُضاف من صفحة الاستشهادات)"

    def get_queryset(self, request: HttpRequest) -> Any:
        cited = ("cited_recommendation__meeting__body", "cited_meeting__body", "cited_document")
        return super().get_queryset(request).select_related("article__instrument", "instrument", *cited, "subparagraph")

    @admin.display(description="ما يُستشهد به")
    def names(self, row: Citation) -> SafeString | str:
        return named_by(row)

    @admin.display(description="الأساس")
    def ground_said(self, row: Citation) -> str:
        return GROUNDS.get(row.ground, row.ground) or display.NOTHING


def named_by(row: Citation) -> SafeString | str:
    """The cited thing as a person would name it."""
    tools = {tool.code: tool.name_ar for tool in read_tools()}
    cited = row.article or row.instrument or row.cited_recommendation or row.cited_meeting or row.cited_document
    if cited is not None and row.kind != Citation.Kind.DOCUMENT:
        return str(cited)
    if row.resolution:
        return format_html('{} <bdi dir="ltr">{}</bdi>', row.get_organ_display(), row.resolution)
    return tools.get(row.tool, "") or display.show_name(row.symbol or row.locator)


@admin.register(OperativeClause)
class OperativeClauseAdmin(ShowsPersons, DerivedAdmin):
    form = ClauseForm
    list_display = ["phrase", "verb_class", "addressees", "actors", "recommendation", "main", "standing"]
    list_filter = [
        *(StandingFilter, "verb_class", "addressees__code", "actors__code", "is_main"),
        ("recommendation__meeting", MeetingFilter),
    ]
    list_select_related = ["recommendation__meeting__body"]
    search_fields = ["recommendation__locator"]
    searched_texts = ("phrase",)
    searched_with = ("recommendation",)
    autocomplete_fields = ["recommendation", "subparagraph"]
    identity = ("recommendation", "subparagraph")
    readonly_fields = ["in_text", "standing", "decided_person", "decided"]
    fields = [
        ("recommendation", "subparagraph"),
        "in_text",
        ("phrase", "verb_class", "is_main"),
        "addressees",
        "actors",
        ("standing", "decided_person", "decided"),
    ]

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).prefetch_related("addressees", "actors")

    @admin.display(description="الرئيسية", ordering="is_main")
    def main(self, row: OperativeClause) -> str:
        return display.show_truth(row.is_main)

    @admin.display(description="موضعها في النص")
    def in_text(self, row: OperativeClause) -> SafeString | str:
        return show_place(row)


@admin.register(OperativeAddressee)
class OperativeAddresseeAdmin(ReadOnlyAdmin):
    """Who is asked, over all clauses; changed in the form of the clause."""

    list_display = ["code", "clause"]
    list_filter = ["code"]
    list_select_related = ["clause__recommendation__meeting__body"]
    search_fields = ["clause__recommendation__locator"]
    searched_with = ("clause__recommendation",)


@admin.register(OperativeActor)
class OperativeActorAdmin(OperativeAddresseeAdmin):
    """Who is to act, over all clauses; changed in the form of the clause."""


class DerivationKindFilter(CodesFilter):
    title = "ما قُرئ من أجله"
    parameter_name = "kind"

    def name_of(self, code: str) -> str:
        return display.name_of_kind(code)


class GroundFilter(CodesFilter):
    title = "الأساس"
    parameter_name = "ground"
    names = GROUNDS


@admin.register(Derivation)
class DerivationAdmin(ReadOnlyAdmin):
    """What the rules have read, and in which state it was."""

    list_display = ["kind_name", "whose", "state"]
    list_filter = [DerivationKindFilter]
    fields = ["kind_name", "whose", "state"]
    list_select_related = ["recommendation__meeting__body", "paragraph__document"]
    search_fields = ["recommendation__locator"]
    searched_with = ("recommendation", "paragraph")

    @admin.display(description="ما قُرئ من أجله", ordering="kind")
    def kind_name(self, row: Derivation) -> str:
        return display.name_of_kind(row.kind)

    @admin.display(description="النص")
    def whose(self, row: Derivation) -> str:
        return str(row.recommendation or row.paragraph or "الأرشيف كله")

    @admin.display(description="بصمة ما قُرئ")
    def state(self, row: Derivation) -> SafeString | str:
        return display.show_name(row.digest)


@admin.register(Citation)
class CitationAdmin(DerivedAdmin):
    list_display = ["text", "kind", "named", "where", "ground_said", "standing"]
    list_filter = [StandingFilter, "kind", "organ", "instrument", GroundFilter]
    list_select_related = [
        *("recommendation__meeting__body", "paragraph__document", "article__instrument", "instrument"),
        *("cited_recommendation__meeting__body", "cited_meeting__body", "cited_document"),
    ]
    search_fields = ["recommendation__locator", "paragraph__document__symbol", "symbol", "resolution"]
    searched_texts = ("text",)
    searched_with = ("recommendation", "paragraph")
    autocomplete_fields = [
        *("recommendation", "subparagraph", "paragraph", "instrument", "article"),
        *("cited_recommendation", "cited_meeting", "cited_document"),
    ]
    identity = ("recommendation", "subparagraph", "paragraph")
    readonly_fields = ["in_text", "ground_said", "standing", "decided_person", "decided"]
    fields = [
        ("recommendation", "subparagraph", "paragraph"),
        "in_text",
        ("kind", "text"),
        ("instrument", "article", "cited_paragraph"),
        ("cited_recommendation", "cited_meeting", "cited_document"),
        ("symbol", "organ", "resolution", "tool"),
        "ground_said",
        ("standing", "decided_person", "decided"),
    ]

    @admin.display(description="ما يُستشهد به")
    def named(self, row: Citation) -> SafeString | str:
        return named_by(row)

    @admin.display(description="أين يرد")
    def where(self, row: Citation) -> str:
        return str(row.recommendation or row.paragraph)

    @admin.display(description="الأساس", ordering="ground")
    def ground_said(self, row: Citation) -> str:
        return GROUNDS.get(row.ground, row.ground) or display.NOTHING

    @admin.display(description="موضعه في النص")
    def in_text(self, row: Citation) -> SafeString | str:
        return show_place(row)


@admin.register(TopicAssignment)
class TopicAssignmentAdmin(DerivedAdmin):
    list_display = ["recommendation", "topic", "share", "ground", "standing"]
    list_filter = [StandingFilter, "topic", ("recommendation__meeting", MeetingFilter)]
    list_select_related = ["recommendation__meeting__body", "topic"]
    search_fields = ["recommendation__locator", "topic__slug"]
    searched_with = ("recommendation", "topic")
    autocomplete_fields = ["recommendation", "topic"]
    identity = ("recommendation", "topic")
    readonly_fields = ["share", "standing", "decided_person", "decided"]
    fields = [("recommendation", "topic"), "ground", ("share", "standing", "decided_person", "decided")]

    @admin.display(description="الثقة", ordering="confidence")
    def share(self, row: TopicAssignment) -> str:
        return f"{row.confidence:.0%}"


def name_of_shared(kind: str, value: Any) -> str:
    """What two texts share, by its name: a topic, an article, a tool, a meeting; a word is its own name."""
    found = _names_of(kind).get(str(value)) if kind in ("subjects", "articles", "tools", "meetings") else None
    return found or str(value)


def _names_of(kind: str) -> dict[str, str]:
    return _tool_names() if kind == "tools" else _SHARED[kind].current()


@cache
def _tool_names() -> dict[str, str]:
    return {tool.code: tool.name_ar for tool in read_tools()}


_SHARED = {
    "subjects": HeldForState(lambda: dict(Topic.objects.values_list("slug", "label_ar"))),
    "articles": HeldForState(lambda: {row.locator: str(row) for row in Article.objects.select_related("instrument")}),
    "meetings": HeldForState(
        lambda: {f"{row.body.symbol}:{row.number}": row.title for row in Meeting.objects.select_related("body")}
    ),
}


class _PairAdmin(DerivedAdmin):
    """Two texts that a rule found near to each other: both are shown whole, and what they share."""

    @admin.display(description="درجة القرب", ordering="score")
    def nearness(self, row: Kinship | FollowUp) -> str:
        return f"{row.score:.2f}"

    @admin.display(description="ما يجمع بينهما")
    def shared(self, row: Kinship | FollowUp) -> str:
        said = [
            name_of_shared(kind, value) for kind, one in row.evidence.items() if isinstance(one, list) for value in one
        ]
        return "، ".join(said) or display.NOTHING


@admin.register(Kinship)
class KinshipAdmin(_PairAdmin):
    list_display = ["earlier", "relation", "later", "nearness", "shared", "standing"]
    list_filter = [StandingFilter, "relation", ("later__meeting", MeetingFilter)]
    list_select_related = ["earlier__meeting__body", "later__meeting__body"]
    search_fields = ["earlier__locator", "later__locator"]
    searched_with = ("earlier", "later")
    autocomplete_fields = ["earlier", "earlier_item", "later", "later_item"]
    identity = ("earlier", "later")
    readonly_fields = ["texts", "nearness", "shared", "standing", "decided_person", "decided"]
    fields = [
        ("earlier", "earlier_item"),
        ("later", "later_item"),
        "relation",
        "ground",
        "texts",
        ("nearness", "shared"),
        ("standing", "decided_person", "decided"),
    ]

    @admin.display(description="النصان")
    def texts(self, row: Kinship) -> SafeString | str:
        if row.pk is None:
            return display.NOTHING
        return display.show_table((str(row.earlier), str(row.later)), [(row.earlier.text, row.later.text)])


@admin.register(FollowUp)
class FollowUpAdmin(_PairAdmin):
    list_display = ["recommendation", "paragraph", "nearness", "shared", "standing"]
    list_filter = [StandingFilter, ("recommendation__meeting", MeetingFilter)]
    list_select_related = ["recommendation__meeting__body", "paragraph__document"]
    search_fields = ["recommendation__locator", "paragraph__document__symbol"]
    searched_with = ("recommendation", "paragraph")
    autocomplete_fields = ["recommendation", "subparagraph", "paragraph"]
    identity = ("recommendation", "paragraph")
    readonly_fields = ["texts", "nearness", "shared", "standing", "decided_person", "decided"]
    fields = [
        ("recommendation", "subparagraph", "paragraph"),
        "ground",
        "texts",
        ("nearness", "shared"),
        ("standing", "decided_person", "decided"),
    ]

    @admin.display(description="النصان")
    def texts(self, row: FollowUp) -> SafeString | str:
        if row.pk is None:
            return display.NOTHING
        headings = (str(row.recommendation), str(row.paragraph))
        return display.show_table(headings, [(row.recommendation.text, row.paragraph.text)])
