"""All rows of a document that its page shows, read once."""

from dataclasses import dataclass

from archive.models import Document, Footnote, Paragraph, Recommendation, named_by

from .reading_order import HeadedParts, OutlineNode, build_outline, build_parts, build_stretches


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


def read_content(document: Document) -> DocumentContent:
    """Four queries."""
    return DocumentContent(
        build_outline(document.sections.order_by("position")),
        list(document.paragraphs.order_by("position").defer(*named_by.unread("paragraph"))),
        list(document.footnotes.order_by("position")),
        list(document.recommendations.select_related("meeting__body").in_official_order()),
    )
