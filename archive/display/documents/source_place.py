"""The place of a recommendation in its source: what stands before and after it there, in reading order."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import prefetch_related_objects

from archive.models import Recommendation, Section

from .document_content import read_parts
from .reading_order import DocumentPart, HeadingPart, ParagraphPart, RecommendationsPart

#: Enough to see where one is: so many characters of whole neighbours on either side, and at least one of them.
AROUND = 300


@dataclass(frozen=True, slots=True)
class SourcePlace:
    """`above` are the headings over the place that do not stand among the parts before it, outermost first.

    Every `RecommendationsPart` among the parts holds one recommendation.
    """

    above: tuple[Section, ...]
    before: tuple[DocumentPart, ...]
    after: tuple[DocumentPart, ...]

    @property
    def anchor(self) -> str:
        """Where the page of the document is opened to find it: the nearest part with an address of its own."""
        for part in reversed(self.before):
            if isinstance(part, ParagraphPart):
                return part.paragraph.anchor
            if isinstance(part, HeadingPart):
                return part.section.anchor
        return self.above[-1].anchor if self.above else ""


def find_source_place(recommendation: Recommendation) -> SourcePlace | None:
    """None where no document is held. Four queries, one more where neighbours are recommendations."""
    document = recommendation.document
    if document is None:
        return None
    parts = _one_by_one(read_parts(document))
    index = next(place for place, part in enumerate(parts) if _is(part, recommendation))
    before = tuple(reversed(_near(parts[:index][::-1])))
    # A heading straight above them costs little and says much.
    while len(before) < index and isinstance(parts[index - len(before) - 1], HeadingPart):
        before = (parts[index - len(before) - 1], *before)
    after = _near(parts[index + 1 :])
    around = (*before, *after)
    neighbours = [row for part in around if isinstance(part, RecommendationsPart) for row in part.recommendations]
    prefetch_related_objects(neighbours, "subparagraphs")
    above = [section for section in _headings_over(parts[:index]) if not _holds(before, section)]
    return SourcePlace(tuple(above), before, after)


def _one_by_one(parts: Iterable[DocumentPart]) -> list[DocumentPart]:
    """Groups of recommendations taken apart."""
    singles: list[DocumentPart] = []
    for part in parts:
        if isinstance(part, RecommendationsPart):
            singles += [RecommendationsPart((row,)) for row in part.recommendations]
        else:
            singles.append(part)
    return singles


def _is(part: DocumentPart, recommendation: Recommendation) -> bool:
    return isinstance(part, RecommendationsPart) and part.recommendations[0].pk == recommendation.pk


def _near(parts: Sequence[DocumentPart]) -> tuple[DocumentPart, ...]:
    """The first of them, until there is text enough; a heading or a gap alone is no neighbour."""
    found: list[DocumentPart] = []
    length = 0
    for part in parts:
        if length >= AROUND:
            break
        found.append(part)
        length += _length(part)
    return tuple(found)


def _length(part: DocumentPart) -> int:
    if isinstance(part, ParagraphPart):
        return len(part.paragraph.printed_text)
    return len(part.recommendations[0].printed_text) if isinstance(part, RecommendationsPart) else 0


def _headings_over(parts: Iterable[DocumentPart]) -> list[Section]:
    """The heading last read of each depth, outermost first."""
    path: list[HeadingPart] = []
    for part in parts:
        if isinstance(part, HeadingPart):
            path = [*(above for above in path if above.depth < part.depth), part]
    return [heading.section for heading in path]


def _holds(parts: Iterable[DocumentPart], section: Section) -> bool:
    return any(isinstance(part, HeadingPart) and part.section.pk == section.pk for part in parts)
