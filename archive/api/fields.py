"""The records of the archive in JSON: every field once, with its value and its schema, in the order of the contract.

Arabic names, ISO dates. A field is added by its line here. Rows come with their relations already fetched
(`for_display`, `with_meaning`, `with_counts`; documents as `api.views` fetches them).
"""

from dataclasses import dataclass
from functools import partial

from django.urls import reverse

from archive.display.lookup.standing import standing_of
from archive.display.names.papers import paper_kinds
from archive.display.text.in_languages import LetteredText, TextInLanguage, in_language, texts_in_languages
from archive.models import (
    AgendaItem,
    Body,
    Citation,
    Document,
    Footnote,
    Meeting,
    OperativeClause,
    Paragraph,
    Published,
    Recommendation,
    Section,
    Subparagraph,
    Topic,
    TopicAssignment,
)
from archive.models.publication import as_shown
from archive.vocabulary.addressees import ADDRESSEES
from archive.vocabulary.operative_phrases import VERB_CLASSES

from .schema import (
    ARTICLE,
    BODY_SLUG,
    COUNT,
    DOCUMENT_SLUG,
    FLAG,
    ITEM_LOCATOR,
    LOCATOR,
    MEETING_SLUG,
    MOMENT,
    NUMBER,
    SHA256,
    TEXT,
    TOPIC_SLUG,
    list_of,
    one_of,
    or_null,
    pattern,
)
from .shapes import Shape, day, link, many, one, one_or_null, plain

#: In which papers may stand beside their Arabic text.
FURTHER_LANGUAGES = ("en",)


def _held_text(language: str, row: Recommendation) -> TextInLanguage:
    found = in_language(texts_in_languages(row), language)
    assert found is not None, "asked only where `_holds`"
    return found


def _holds(language: str, row: Recommendation) -> bool:
    return in_language(texts_in_languages(row), language) is not None


BODY = Shape[Body](
    "Body",
    (
        plain("slug", pattern(BODY_SLUG)),
        plain("symbol", TEXT),
        plain("name", TEXT, "name_ar"),
    ),
)

AGENDA_ITEM = Shape[AgendaItem]("AgendaItem", (plain("number", TEXT), plain("title", TEXT)))

# A recommendation ---------------------------------------------------------------------------------------------

SUBPARAGRAPH = Shape[Subparagraph](
    "Subparagraph",
    (
        plain("locator", pattern(ITEM_LOCATOR)),
        link("url", lambda row: row.get_absolute_url()),
        plain("label", TEXT),
        plain("position", NUMBER),
        plain("text", TEXT),
    ),
)

OPERATIVE = Shape[OperativeClause](
    "Operative",
    (
        plain("phrase", TEXT),
        plain("class", one_of(VERB_CLASSES), "verb_class"),
        plain(
            "addressees",
            list_of(one_of(ADDRESSEES)),
            lambda clause: [one.code for one in clause.addressees.all()],
        ),
        plain("actors", list_of(one_of(ADDRESSEES)), lambda clause: [one.code for one in clause.actors.all()]),
    ),
)

TOPIC_NAME = Shape[TopicAssignment](
    "TopicName",
    (
        plain("slug", pattern(TOPIC_SLUG), "topic.slug"),
        plain("name", TEXT, "topic.label_ar"),
    ),
)

#: `locator` of a recommendation or meeting; `symbol` of a document, a resolution or, by its code, a tool.
CITATION = Shape[Citation](
    "Citation",
    (
        plain("kind", one_of(Citation.Kind.values)),
        plain("instrument", or_null(TEXT), lambda row: row.instrument.slug if row.instrument else None),
        plain("article", or_null(TEXT), lambda row: str(row.article.number) if row.article else None),
        plain("paragraph", or_null(TEXT), lambda row: row.cited_paragraph or None),
        plain("locator", or_null(TEXT), lambda row: row.locator or None),
        plain("symbol", or_null(TEXT), lambda row: row.named or None),
        plain("text", TEXT),
    ),
)

_MEETING_OF_RECOMMENDATION = Shape[Meeting](
    "",
    (
        plain("slug", pattern(MEETING_SLUG)),
        plain("number", NUMBER),
        plain("place", TEXT),
        day("start"),
        day("end"),
    ),
)

_SOURCE = Shape[Recommendation](
    "",
    (
        plain(
            "document",
            or_null(pattern(DOCUMENT_SLUG)),
            lambda row: row.document.slug if row.document else None,
        ),
        plain("symbol", TEXT, lambda row: row.document.symbol if row.document else ""),
        plain("file", TEXT, lambda row: row.document.source_file if row.document else ""),
        plain("first_line", or_null(COUNT)),
        plain("last_line", or_null(COUNT)),
        plain("sha256", SHA256, lambda row: row.document.source_sha256 if row.document else ""),
    ),
)

_LETTERED = Shape[LetteredText | Subparagraph](
    "", (plain("label", TEXT), plain("position", NUMBER), plain("text", TEXT))
)

_TEXT_IN_ARABIC = Shape[Recommendation](
    "",
    (
        plain("text", TEXT),
        plain("chapeau", TEXT),
        many("subparagraphs", _LETTERED, lambda row: row.subparagraphs.all()),
    ),
)

_TEXT_IN_LANGUAGE = Shape[TextInLanguage](
    "", (plain("text", TEXT), plain("chapeau", TEXT), many("subparagraphs", _LETTERED, lambda row: row.items))
)

#: By the languages that are held: Arabic but where a paper is held in another alone.
_TEXTS = Shape[Recommendation](
    "",
    (
        one("ar", _TEXT_IN_ARABIC, lambda row: row, when=lambda row: row.language == Document.OWN_LANGUAGE),
        *(
            one(
                language,
                _TEXT_IN_LANGUAGE,
                partial(_held_text, language),
                when=partial(_holds, language),
            )
            for language in FURTHER_LANGUAGES
        ),
    ),
)

#: Of a recommendation from `for_display().with_meaning()`.
RECOMMENDATION = Shape[Recommendation](
    "Recommendation",
    (
        plain("locator", pattern(LOCATOR)),
        link("url", lambda row: row.get_absolute_url()),
        one("body", BODY, lambda row: row.meeting.body),
        one("meeting", _MEETING_OF_RECOMMENDATION, lambda row: row.meeting),
        one_or_null("agenda_item", AGENDA_ITEM, lambda row: row.agenda_item),
        plain("number", NUMBER),
        plain("text", TEXT),
        plain("printed_text", TEXT),
        plain("chapeau", TEXT),
        many("subparagraphs", SUBPARAGRAPH, lambda row: row.subparagraphs.all()),
        many("operative", OPERATIVE, lambda row: row.operative_clauses.all()),
        many("topics", TOPIC_NAME, lambda row: row.topic_assignments.all()),
        many("citations", CITATION, lambda row: row.citations.all()),
        one("source", _SOURCE, lambda row: row),
        plain("series", COUNT),
        plain("printed_number", or_null(TEXT), lambda row: row.printed_number or None),
        plain("form", or_null(one_of(Recommendation.Form.values)), lambda row: row.form or None),
        one("texts", _TEXTS, lambda row: row),
        plain("state", one_of(Published.State.values), lambda row: standing_of(row).state),
        plain("provisional", FLAG, "is_provisional"),
        plain("updated", MOMENT, lambda row: row.updated_at.isoformat(timespec="seconds")),
    ),
)

# A meeting ----------------------------------------------------------------------------------------------------

_AGENDA_LINE = Shape[AgendaItem](
    "",
    (
        plain("number", TEXT),
        plain("label", TEXT),
        plain("title", TEXT),
        plain("parent", or_null(TEXT), lambda row: row.parent.number if row.parent else None),
    ),
)

_PAPER = Shape[Document]("", (plain("slug", pattern(DOCUMENT_SLUG)), plain("symbol", TEXT)))

#: Of a meeting from `with_counts()`.
MEETING = Shape[Meeting](
    "Meeting",
    (
        plain("slug", pattern(MEETING_SLUG)),
        link("url", lambda row: row.get_absolute_url()),
        one("body", BODY, lambda row: row.body),
        plain("number", NUMBER),
        plain("title", TEXT),
        plain("place", TEXT),
        day("start"),
        day("end"),
        plain("held_in", TEXT),
        many("agenda", _AGENDA_LINE, lambda row: row.agenda_items.all()),
        plain("recommendation_count", COUNT),
        many("documents", _PAPER, lambda row: row.documents.all()),
        plain("note", TEXT),
    ),
)

# A document ---------------------------------------------------------------------------------------------------

_MEETING_OF_DOCUMENT = Shape[Meeting]("", (plain("slug", pattern(MEETING_SLUG)), plain("number", NUMBER)))

#: What it continues, corrects or replaces: by symbol, and by slug where that is held.
_RELATION = Shape[Document](
    "",
    (
        plain("kind", one_of(Document.Relation.values), "relation"),
        plain("symbol", TEXT, lambda row: base.symbol if (base := as_shown(row.relates_to)) else row.relation_symbol),
        plain(
            "document",
            or_null(pattern(DOCUMENT_SLUG)),
            lambda row: base.slug if (base := as_shown(row.relates_to)) else None,
        ),
        plain("in_force", FLAG),
    ),
)

_FILE = Shape[Document]("", (plain("file", TEXT, "source_file"), plain("sha256", SHA256, "source_sha256")))

#: The cover of a document from `with_counts()`.
DOCUMENT = Shape[Document](
    "Document",
    (
        plain("slug", pattern(DOCUMENT_SLUG)),
        link("url", lambda row: row.get_absolute_url()),
        plain("symbol", TEXT),
        plain("job_number", TEXT),
        plain("kind", one_of(paper_kinds())),
        plain("title", TEXT),
        plain("summary", TEXT),
        plain("language", TEXT),
        plain("original_language", TEXT),
        plain("distribution", TEXT),
        day("date"),
        plain("author", TEXT),
        one_or_null("body", BODY, lambda row: row.body),
        one_or_null("meeting", _MEETING_OF_DOCUMENT, lambda row: row.meeting),
        one_or_null("agenda_item", AGENDA_ITEM, lambda row: row.agenda_item),
        plain("held", FLAG, "is_held"),
        plain("recommendation_count", COUNT),
        plain("paragraph_count", COUNT),
        one("source", _FILE, lambda row: row),
        plain("symbols", list_of(TEXT), lambda row: row.symbols or ([row.symbol] if row.symbol else [])),
        one_or_null("relation", _RELATION, lambda row: row if row.relation else None),
    ),
)


@dataclass(frozen=True, slots=True)
class PlacedText:
    """A heading or a paragraph of a document among all its headings, by key."""

    row: Section | Paragraph
    sections: dict[int, Section]

    @property
    def parent_anchor(self) -> str | None:
        parent = self.sections.get(getattr(self.row, "parent_id", None) or 0)
        return parent.anchor if parent else None

    @property
    def path(self) -> list[Section]:
        """The headings above, outermost first. Each counts once: rows entered by hand may stand in a ring."""
        found: list[Section] = []
        key = getattr(self.row, "section_id", None)
        while key in self.sections and self.sections[key] not in found:
            found.append(self.sections[key])
            key = self.sections[key].parent_id
        return found[::-1]


def _sections(document: Document) -> list[PlacedText]:
    sections = {section.pk: section for section in document.sections.all()}
    return [PlacedText(section, sections) for section in sections.values()]


def _paragraphs(document: Document) -> list[PlacedText]:
    return [placed for placed in _texts(document) if getattr(placed.row, "number", 0)]


def _clauses(document: Document) -> list[PlacedText]:
    """The texts that bear no number."""
    return [placed for placed in _texts(document) if not getattr(placed.row, "number", 0)]


def _texts(document: Document) -> list[PlacedText]:
    sections = {section.pk: section for section in document.sections.all()}
    return [PlacedText(paragraph, sections) for paragraph in document.paragraphs.all()]


_HEADING = Shape[Section]("", (plain("label", TEXT), plain("printed_label", TEXT), plain("title", TEXT)))

_SECTION = Shape[PlacedText](
    "",
    (
        plain("anchor", TEXT, "row.anchor"),
        plain("level", NUMBER, "row.level"),
        plain("label", TEXT, "row.label"),
        plain("printed_label", TEXT, "row.printed_label"),
        plain("title", TEXT, "row.title"),
        plain("parent", or_null(TEXT), "parent_anchor"),
    ),
)

_PARAGRAPH = Shape[PlacedText](
    "",
    (
        plain("number", NUMBER, "row.number"),
        plain("printed_number", TEXT, "row.printed_number"),
        plain("anchor", TEXT, "row.anchor"),
        plain("text", TEXT, "row.text"),
        plain("printed_text", TEXT, "row.printed_text"),
        many("section_path", _HEADING, lambda placed: placed.path),
        plain("first_line", or_null(COUNT), "row.first_line"),
        plain("last_line", or_null(COUNT), "row.last_line"),
        plain("series", COUNT, "row.series"),
        plain("part", or_null(TEXT), lambda placed: getattr(placed.row, "part", "") or None),
    ),
)

_CLAUSE = Shape[PlacedText](
    "",
    (
        plain("anchor", TEXT, "row.anchor"),
        plain("text", TEXT, "row.text"),
        plain("printed_text", TEXT, "row.printed_text"),
        many("section_path", _HEADING, lambda placed: placed.path),
        plain("first_line", or_null(COUNT), "row.first_line"),
        plain("last_line", or_null(COUNT), "row.last_line"),
    ),
)


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line of the source that is no part of its text."""

    line: int
    text: str


_SOURCE_LINE = Shape[SourceLine]("", (plain("line", NUMBER), plain("text", TEXT)))

_FOOTNOTE = Shape[Footnote](
    "",
    (
        plain("marker", TEXT),
        plain("anchor", TEXT),
        plain("paragraph", or_null(NUMBER), lambda row: row.paragraph.number if row.paragraph else None),
        plain("paragraph_anchor", or_null(TEXT), lambda row: row.paragraph.anchor if row.paragraph else None),
        plain("place", or_null(COUNT)),
        plain("text", TEXT),
        plain("printed_text", TEXT),
        plain("first_line", or_null(COUNT)),
        plain("last_line", or_null(COUNT)),
    ),
)

#: Cover and text: the headings, the numbered paragraphs with the headings above them, the footnotes, the texts that
#: bear no number, the lines of the source that are no text, and its subjects in the words of its publisher.
WHOLE_DOCUMENT = Shape[Document](
    "WholeDocument",
    (
        *DOCUMENT.fields,
        many("sections", _SECTION, _sections),
        many("paragraphs", _PARAGRAPH, _paragraphs),
        many("footnotes", _FOOTNOTE, lambda row: row.footnotes.all()),
        many("clauses", _CLAUSE, _clauses),
        many("left_out", _SOURCE_LINE, lambda row: [SourceLine(*one) for one in row.left_out]),
        plain("subjects", list_of(TEXT)),
    ),
)

# A topic ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class CountedTopic:
    """A topic with its parent and articles fetched; `count` recommendations stand at the address `selection`."""

    topic: Topic
    count: int
    selection: str


#: `articles` are written as the facet has them; `recommendations` is the address of the list about the topic.
TOPIC = Shape[CountedTopic](
    "Topic",
    (
        plain("slug", pattern(TOPIC_SLUG), "topic.slug"),
        link("url", lambda row: reverse("topic", args=[row.topic.slug])),
        plain("name", TEXT, "topic.label_ar"),
        plain("name_en", TEXT, "topic.label_en"),
        plain("description", TEXT, "topic.description_ar"),
        plain("description_en", TEXT, "topic.description_en"),
        plain(
            "parent",
            or_null(pattern(TOPIC_SLUG)),
            lambda row: row.topic.parent.slug if row.topic.parent else None,
        ),
        plain(
            "articles",
            list_of(pattern(ARTICLE)),
            lambda row: [article.locator for article in row.topic.articles.all()],
        ),
        plain("recommendation_count", COUNT, "count"),
        link("recommendations", lambda row: row.selection),
    ),
)
