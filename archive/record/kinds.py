"""The kinds of rows, each with all that saving, loading, deriving, search and reports must know of it.

In the order in which a load writes and a report counts them.
"""

from django.db.models import Model

from archive.models import (
    AgendaItem,
    Article,
    Body,
    Citation,
    Document,
    EarlierText,
    Erratum,
    FollowUp,
    Footnote,
    Instrument,
    Kinship,
    LanguageText,
    LanguageVersion,
    Meeting,
    OperativeClause,
    Paragraph,
    Recommendation,
    Section,
    Subparagraph,
    Topic,
    TopicAssignment,
    TopicRule,
)
from archive.models.recommendation import NUMBERED_BY

from . import completing
from . import locators as at
from .row_kind import ReadBy, RowKind, RowLink

_PLACE = ("corrections", "first_line", "last_line")


def _of(*names: str) -> frozenset[str]:
    return frozenset(names)


# What papers are made of ---------------------------------------------------------------------------------------

BODY = RowKind(
    name="body",
    model=Body,
    names=("هيئة", "الهيئات"),
    fields=("name_ar", "name_en", "term", "parent"),
    links={"parent": RowLink("body", "locator")},
    complete=completing.complete_body,
    addresses_below=("meetings",),
    locator=lambda row: row.slug,
    find=lambda locator: Body.objects.filter(slug=locator),
    read_by=(
        ReadBy(by="facets", everywhere=True),
        ReadBy(by="search", fields=_of("symbol"), recommendations=("meeting__body",)),
        ReadBy(by="citation", fields=_of("symbol", "name_ar", "name_en", "term", "parent"), everywhere=True),
        ReadBy(by="kinship", fields=_of("symbol"), everywhere=True),
        ReadBy(by="follow_up", fields=_of("symbol"), everywhere=True),
    ),
)
MEETING = RowKind(
    name="meeting",
    model=Meeting,
    names=("اجتماع", "الاجتماعات"),
    fields=("place", "start", "end", "held_in", "ground"),
    complete=completing.complete_meeting,
    addresses_below=("recommendations",),
    locator=lambda row: row.slug,
    find=lambda locator: Meeting.objects.filter(slug=locator),
    stated=True,
    read_by=(
        ReadBy(by="facets", everywhere=True),
        ReadBy(by="search", fields=_of("body", "number"), recommendations=("meeting",)),
        ReadBy(
            by="search",
            fields=_of("state"),
            recommendations=("meeting",),
            paragraphs=("document__meeting",),
        ),
        ReadBy(by="joint", fields=_of("slug", "merged_into"), everywhere=True),
        ReadBy(
            by="citation",
            fields=_of("body", "number"),
            recommendations=("meeting",),
            paragraphs=("document__meeting",),
        ),
        ReadBy(by="kinship", fields=_of("body", "number", "start"), everywhere=True),
        ReadBy(by="follow_up", fields=_of("body", "number", "start", "end"), everywhere=True),
    ),
)
AGENDA_ITEM = RowKind(
    name="agenda_item",
    model=AgendaItem,
    names=("بند", "بنود جدول الأعمال"),
    fields=("label", "title", "printed_title", "title_en", "position", "parent", *_PLACE),
    links={"parent": RowLink("agenda_item", "key")},
    texts=("title",),
    complete=completing.complete_agenda_item,
    locator=lambda row: at.item_locator(row.meeting.slug, row.number),
    find=at.find_agenda_item,
    stated=True,
    read_by=(
        ReadBy(by="facets", everywhere=True),
        ReadBy(
            by="search",
            fields=_of("title", "title_en", "parent"),
            recommendations=("agenda_item", "agenda_item__parent"),
        ),
        ReadBy(by="topic_assignment", fields=_of("title"), recommendations=("agenda_item",)),
    ),
)
DOCUMENT = RowKind(
    name="document",
    model=Document,
    names=("وثيقة", "الوثائق"),
    fields=(
        *("symbol", "job_number", "kind", "title", "printed_title", "summary", "printed_summary", "language"),
        *("original_language", "distribution", "date", "author", "body", "meeting", "agenda_item", "unplaced"),
        *("symbols", "relation", "relation_symbol", "left_out", "source_places", "subjects"),
        *("source_file", "source_sha256", "digest", "slug", *_PLACE),
    ),
    links={
        "body": RowLink("body", "locator"),
        "meeting": RowLink("meeting", "locator"),
        "agenda_item": RowLink("agenda_item", "locator"),
    },
    texts=("title", "summary"),
    complete=completing.complete_document,
    paper="pk",
    locator=lambda row: row.slug,
    find=lambda locator: Document.objects.filter(slug=locator),
    read_by=(
        ReadBy(by="facets", everywhere=True),
        ReadBy(by="search", fields=_of("slug"), paragraphs=("document",)),
        ReadBy(by="search", fields=_of("state"), recommendations=("document",), paragraphs=("document",)),
        ReadBy(by="search", fields=_of("language"), recommendations=("document",), paragraphs=("document",)),
        *(
            ReadBy(by=made, fields=_of("language"), recommendations=("document",), paragraphs=("document",))
            for made in ("operative_clause", "citation", "topic_assignment")
        ),
        ReadBy(by="kinship", fields=_of("language"), everywhere=True),
        ReadBy(by="joint", fields=_of("symbol", "merged_into"), everywhere=True),
        ReadBy(by="citation", fields=_of("title", "kind", "body", "meeting"), paragraphs=("document",)),
        ReadBy(by="follow_up", fields=_of("kind", "meeting", "date", "source_file", "language"), everywhere=True),
    ),
)
SECTION = RowKind(
    name="section",
    model=Section,
    names=("قسم", "الأقسام"),
    fields=("label", "printed_label", "title", "printed_title", "position", "level", "parent", *_PLACE),
    links={"parent": RowLink("section", "key")},
    texts=("title",),
    paper="document",
    locator=at.keyed_locator,
    find=at.find_keyed(Section),
    placed=True,
    # The title stands above the paragraphs of all sections below it.
    read_by=(
        ReadBy(by="search", fields=_of("title", "parent"), paragraphs=("document__sections",)),
        ReadBy(by="citation", fields=_of("title", "parent"), paragraphs=("document__sections",)),
        ReadBy(by="follow_up", fields=_of("title", "parent"), everywhere=True),
    ),
)
PARAGRAPH = RowKind(
    name="paragraph",
    model=Paragraph,
    names=("فقرة", "الفقرات"),
    fields=("part", "printed_number", "text", "printed_text", "position", "section", *_PLACE),
    links={"section": RowLink("section", "key")},
    texts=("text",),
    paper="document",
    locator=lambda row: f"{row.document.slug}#{row.anchor}",
    find=at.find_paragraph,
    read_by=(
        ReadBy(
            by="search",
            fields=_of("document", "position", "section", "text", "printed_text"),
            paragraphs=("pk",),
        ),
        ReadBy(by="citation", fields=_of("document", "section", "text"), paragraphs=("pk",)),
        ReadBy(by="follow_up", fields=_of("document", "section", "text"), everywhere=True),
    ),
)
FOOTNOTE = RowKind(
    name="footnote",
    model=Footnote,
    names=("حاشية", "الحواشي"),
    fields=("marker", "place", "text", "printed_text", "position", "paragraph", *_PLACE),
    links={"paragraph": RowLink("paragraph", "key")},
    texts=("text",),
    paper="document",
    locator=at.keyed_locator,
    find=at.find_keyed(Footnote),
    placed=True,
)

# What meetings adopted -----------------------------------------------------------------------------------------

_NUMBERED = _of("meeting", *NUMBERED_BY)
_RECOMMENDED = _NUMBERED | _of("locator", "chapeau")
RECOMMENDATION = RowKind(
    name="recommendation",
    model=Recommendation,
    names=("توصية", "التوصيات"),
    fields=(
        *("printed_number", "form", "chapeau", "printed_chapeau", "text", "printed_text", "agenda_item", "document"),
        *("is_provisional", *_PLACE),
    ),
    links={
        "agenda_item": RowLink("agenda_item", "locator"),
        "document": RowLink("document", "key"),
    },
    texts=("chapeau",),
    complete=completing.complete_recommendation,
    paper="document",
    locator=lambda row: row.locator,
    find=lambda locator: Recommendation.objects.filter(locator=locator),
    read_by=(
        ReadBy(by="facets", recommendations=("pk",)),
        ReadBy(
            by="search",
            fields=_NUMBERED | _of("agenda_item", "document", "state", "text", "printed_text"),
            recommendations=("pk",),
        ),
        ReadBy(by="joint", fields=_of("locator", "merged_into"), everywhere=True),
        ReadBy(by="operative_clause", fields=_RECOMMENDED, recommendations=("pk",)),
        ReadBy(by="citation", fields=_RECOMMENDED, recommendations=("pk",)),
        ReadBy(by="topic_assignment", fields=_RECOMMENDED | _of("agenda_item"), recommendations=("pk",)),
        ReadBy(by="kinship", fields=_RECOMMENDED, everywhere=True),
        ReadBy(by="follow_up", fields=_RECOMMENDED, everywhere=True),
    ),
)
_LETTERED = _of("recommendation", "position", "label", "text")
SUBPARAGRAPH = RowKind(
    name="subparagraph",
    model=Subparagraph,
    names=("فقرة فرعية", "الفقرات الفرعية"),
    fields=("label", "printed_label", "text", "printed_text", *_PLACE),
    texts=("text",),
    complete=completing.complete_subparagraph,
    paper="recommendation__document",
    locator=lambda row: row.locator,
    find=at.find_subparagraph,
    read_by=(
        ReadBy(by="facets", recommendations=("subparagraphs",)),
        ReadBy(
            by="whole_text",
            fields=_LETTERED | _of("printed_label", "printed_text"),
            recommendations=("subparagraphs",),
        ),
        ReadBy(
            by="search",
            fields=_LETTERED | _of("printed_label", "printed_text"),
            recommendations=("subparagraphs",),
        ),
        ReadBy(by="operative_clause", fields=_LETTERED, recommendations=("subparagraphs",)),
        ReadBy(by="citation", fields=_LETTERED, recommendations=("subparagraphs",)),
        ReadBy(by="topic_assignment", fields=_LETTERED, recommendations=("subparagraphs",)),
        ReadBy(by="kinship", fields=_LETTERED, everywhere=True),
        ReadBy(by="follow_up", fields=_LETTERED, everywhere=True),
    ),
)
EARLIER_TEXT = RowKind(
    name="earlier_text",
    model=EarlierText,
    names=("نص سابق", "النصوص السابقة"),
    locator=lambda row: f"{row.recommendation.locator}@{row.document.slug}",
)
LANGUAGE_VERSION = RowKind(
    name="language_version",
    model=LanguageVersion,
    names=("نسخة بلغة أخرى", "النسخ بلغات أخرى"),
    locator=lambda row: f"{row.document.slug}@{row.language}",
)
LANGUAGE_TEXT = RowKind(
    name="language_text",
    model=LanguageText,
    names=("نص بلغة أخرى", "النصوص بلغات أخرى"),
    locator=lambda row: f"{_locator_of(row.of)}@{row.version.language}",
    # The heading stands above the paragraphs of all sections below it.
    read_by=(
        ReadBy(
            by="search",
            fields=_of("text"),
            recommendations=("language_texts", "subparagraphs__language_texts"),
            paragraphs=("language_texts", "document__sections__language_texts"),
        ),
    ),
)
ERRATUM = RowKind(
    name="erratum",
    model=Erratum,
    names=("تصويب", "التصويبات"),
    locator=lambda row: f"{row.document.slug}#{row.line}:{row.printed}",
)

# What rules go by ----------------------------------------------------------------------------------------------

INSTRUMENT = RowKind(
    name="instrument",
    model=Instrument,
    names=("صك", "الصكوك"),
    fields=("name_ar", "short_ar", "name_en", "written_as", "position"),
    locator=lambda row: row.slug,
    find=lambda locator: Instrument.objects.filter(slug=locator),
    read_by=tuple(ReadBy(by=made, everywhere=True) for made in ("facets", "citation", "kinship", "follow_up")),
)
ARTICLE = RowKind(
    name="article",
    model=Article,
    names=("مادة", "مواد الصكوك"),
    fields=("title_ar", "title_en"),
    locator=lambda row: row.locator,
    find=at.find_article,
    read_by=(ReadBy(by="facets", everywhere=True), ReadBy(by="citation", everywhere=True)),
)
TOPIC = RowKind(
    name="topic",
    model=Topic,
    names=("موضوع", "المواضيع"),
    fields=("label_ar", "label_en", "description_ar", "description_en", "parent", "position", "articles"),
    links={"parent": RowLink("topic", "locator")},
    locator=lambda row: row.slug,
    find=lambda locator: Topic.objects.filter(slug=locator),
    read_by=(
        ReadBy(by="facets", everywhere=True),
        ReadBy(by="topic_assignment", fields=_of("slug", "parent", "position", "is_used"), everywhere=True),
        ReadBy(by="kinship", fields=_of("slug", "position", "is_used"), everywhere=True),
    ),
)
TOPIC_RULE = RowKind(
    name="topic_rule",
    model=TopicRule,
    names=("قاعدة موضوع", "قواعد المواضيع"),
    locator=lambda row: f"{row.topic.slug}:{row.kind}:{row.value}",
    read_by=(ReadBy(by="facets", everywhere=True), ReadBy(by="topic_assignment", everywhere=True)),
)

# What rules derive ---------------------------------------------------------------------------------------------

OPERATIVE_CLAUSE = RowKind(
    name="operative_clause",
    model=OperativeClause,
    names=("عبارة منطوق", "عبارات المنطوق"),
    # Itself among them: which clause of a rule a row of staff stands for goes by their places.
    read_by=(
        ReadBy(by="facets", recommendations=("operative_clauses",)),
        ReadBy(by="operative_clause", recommendations=("operative_clauses",)),
        ReadBy(by="topic_assignment", recommendations=("operative_clauses",)),
        ReadBy(by="kinship", everywhere=True),
    ),
)
CITATION = RowKind(
    name="citation",
    model=Citation,
    names=("استشهاد", "الاستشهادات"),
    read_by=(
        ReadBy(by="facets", recommendations=("citations",)),
        ReadBy(by="joint", everywhere=True),
        ReadBy(by="topic_assignment", recommendations=("citations",)),
        ReadBy(by="kinship", everywhere=True),
        ReadBy(by="follow_up", everywhere=True),
    ),
)
TOPIC_ASSIGNMENT = RowKind(
    name="topic_assignment",
    model=TopicAssignment,
    names=("إسناد إلى موضوع", "الإسناد إلى المواضيع"),
    read_by=(
        ReadBy(by="facets", recommendations=("topic_assignments",)),
        ReadBy(by="kinship", everywhere=True),
    ),
)
KINSHIP = RowKind(name="kinship", model=Kinship, names=("صلة", "الصلات بين التوصيات"))
FOLLOW_UP = RowKind(name="follow_up", model=FollowUp, names=("إفادة لاحقة", "ما أُفيد به لاحقاً"))

ROW_KINDS: tuple[RowKind, ...] = (
    *(BODY, MEETING, AGENDA_ITEM, DOCUMENT, SECTION, PARAGRAPH, FOOTNOTE, RECOMMENDATION, SUBPARAGRAPH),
    *(EARLIER_TEXT, LANGUAGE_VERSION, LANGUAGE_TEXT, ERRATUM),
    *(INSTRUMENT, ARTICLE, TOPIC, TOPIC_RULE),
    *(OPERATIVE_CLAUSE, CITATION, TOPIC_ASSIGNMENT, KINSHIP, FOLLOW_UP),
)
#: By the name that stands in reports, in JSON and in stored conflicts.
KIND_BY_NAME: dict[str, RowKind] = {kind.name: kind for kind in ROW_KINDS}
_BY_MODEL: dict[type[Model], RowKind] = {kind.model: kind for kind in ROW_KINDS}


def _locator_of(row: Model) -> str:
    kind = kind_of(row)
    return kind.locator(row) if kind is not None else str(row.pk)


def kind_of(row: Model) -> RowKind | None:
    """The kind of a row; None of one of which nothing is made (a line of the thesaurus)."""
    return _BY_MODEL.get(type(row))
