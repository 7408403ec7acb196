"""All rows of a document that its page shows, read once."""

from dataclasses import dataclass

from archive.models import Document, Footnote, Paragraph, Recommendation, Section, named_by
from archive.models.prepared import Prepared

from .reading_order import DocumentPart, HeadedParts, OutlineNode, build_outline, build_parts, build_stretches


@dataclass(frozen=True, slots=True)
class DocumentContent:
    """Each in its own order."""

    outline: list[OutlineNode]
    paragraphs: list[Paragraph]
    footnotes: list[Footnote]
    recommendations: list[Recommendation]

    @property
    def stretches(self) -> list[HeadedParts]:
        """Everything below the cover in reading order, cut before each heading."""
        return build_stretches(build_parts(self.outline, self.paragraphs, self.footnotes, self.recommendations))

    @property
    def cover_notes(self) -> list[Footnote]:
        """The footnotes of the cover, which belong to no paragraph."""
        return [footnote for footnote in self.footnotes if footnote.paragraph_id is None]


_SECTIONS = Prepared(lambda key: Section.objects.filter(document=key).order_by("position"))
_PARAGRAPHS = Prepared(
    lambda key: Paragraph.objects.filter(document=key).order_by("position").defer(*named_by.unread("paragraph"))
)
_PARAGRAPHS_WITH_LINES = Prepared(
    lambda key: Paragraph.objects.filter(document=key)
    .order_by("position")
    .defer(*named_by.unread_beside_the_source())
)
_FOOTNOTES = Prepared(lambda key: Footnote.objects.filter(document=key).order_by("position"))
_RECOMMENDATIONS = Prepared(
    lambda key: Recommendation.objects.filter(document=key)
    .select_related("meeting__body")
    .in_official_order()
    .defer(*named_by.unread_beside_the_source(), *named_by.unread("meeting", "meeting"))
)


def read_content(document: Document) -> DocumentContent:
    """Four queries."""
    key = document.pk
    return DocumentContent(
        build_outline(_SECTIONS.rows(key)),
        list(_PARAGRAPHS.rows(key)),
        list(_FOOTNOTES.rows(key)),
        list(_RECOMMENDATIONS.rows(key)),
    )


def read_parts(document: Document) -> list[DocumentPart]:
    """Everything below the cover in reading order with the lines where it stands, without notes. Three queries."""
    key = document.pk
    outline, paragraphs = build_outline(_SECTIONS.rows(key)), list(_PARAGRAPHS_WITH_LINES.rows(key))
    return build_parts(outline, paragraphs, (), list(_RECOMMENDATIONS.rows(key)))
