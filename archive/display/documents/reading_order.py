"""The parts of a document in the order in which they are read: headings, paragraphs, gaps, recommendations."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace

from archive.models import Footnote, Paragraph, Recommendation, Section
from archive.models.paragraph import anchor_of
from archive.numbering.series import begins_at, in_one_series


@dataclass(slots=True)
class OutlineNode:
    """A heading with the headings below it; `depth` is 1 for the uppermost, `path` is «ثانياً، ألف، 1»."""

    section: Section
    depth: int
    path: str
    children: list["OutlineNode"] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class HeadingPart:
    kind = "heading"
    section: Section
    depth: int


@dataclass(frozen=True, slots=True)
class ParagraphPart:
    kind = "paragraph"
    paragraph: Paragraph
    footnotes: tuple[Footnote, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """Numbers that no paragraph of this copy bears, in their series."""

    kind = "gap"
    first: int
    last: int
    series: int = 0

    @property
    def anchor(self) -> str:
        return anchor_of(self.series, self.first, 1)


@dataclass(frozen=True, slots=True)
class RecommendationsPart:
    """Recommendations that stand at this place of the report."""

    kind = "recommendations"
    recommendations: tuple[Recommendation, ...]


BelowHeading = ParagraphPart | Gap | RecommendationsPart
DocumentPart = HeadingPart | BelowHeading


@dataclass(frozen=True, slots=True)
class HeadedParts:
    """A heading with what stands directly under it; before the first heading there is none."""

    heading: HeadingPart | None
    parts: tuple[BelowHeading, ...]


def build_outline(sections: Iterable[Section]) -> list[OutlineNode]:
    """The tree of headings. `sections` come in their order, each after the one above it."""
    roots: list[OutlineNode] = []
    nodes: dict[int, OutlineNode] = {}
    for section in sections:
        above = nodes.get(section.parent_id) if section.parent_id else None
        labels = [above.path if above else "", section.shown_label]
        path = "، ".join(label for label in labels if label)
        node = OutlineNode(section, above.depth + 1 if above else 1, path)
        nodes[section.pk] = node
        (above.children if above else roots).append(node)
    return roots


def flatten(nodes: Iterable[OutlineNode]) -> list[OutlineNode]:
    return [found for node in nodes for found in (node, *flatten(node.children))]


def build_parts(
    outline: Sequence[OutlineNode],
    paragraphs: Sequence[Paragraph],
    footnotes: Iterable[Footnote],
    recommendations: Sequence[Recommendation],
) -> list[DocumentPart]:
    """Everything that stands below the cover, in reading order. All of it comes in its own order."""
    notes: dict[int | None, list[Footnote]] = {}
    for footnote in footnotes:
        notes.setdefault(footnote.paragraph_id, []).append(footnote)
    headings = flatten(outline)
    place = {node.section.pk: index for index, node in enumerate(headings)}
    parts: list[DocumentPart] = []
    # Recommendations may be numbered with the paragraphs among which they stand.
    elsewhere = in_one_series(
        (paragraph.number for paragraph in paragraphs if paragraph.series == 0),
        (row.number for row in recommendations if row.form == Recommendation.Form.PARAGRAPH),
    )
    shown = 0
    last_numbers: dict[int, int] = {}
    for paragraph in paragraphs:
        reached = place.get(paragraph.section_id, -1) + 1 if paragraph.section_id else shown
        parts += [HeadingPart(node.section, node.depth) for node in headings[shown:reached]]
        shown = max(shown, reached)
        if paragraph.number:
            last = last_numbers.get(paragraph.series, begins_at(paragraph.number) - 1)
            parts += _gaps(last + 1, paragraph.number, paragraph.series, elsewhere)
            last_numbers[paragraph.series] = max(last, paragraph.number)
        parts.append(ParagraphPart(paragraph, tuple(notes.get(paragraph.pk, ()))))
    parts += [HeadingPart(node.section, node.depth) for node in headings[shown:]]
    return _with_recommendations(parts, recommendations)


def _gaps(first: int, end: int, series: int, elsewhere: Collection[int]) -> list[Gap]:
    """The runs of numbers from `first` to before `end` that nothing bears."""
    found: list[Gap] = []
    for number in range(first, end):
        if number in elsewhere:
            continue
        if found and found[-1].last == number - 1:
            found[-1] = replace(found[-1], last=number)
        else:
            found.append(Gap(number, number, series))
    return found


def build_stretches(parts: Iterable[DocumentPart]) -> list[HeadedParts]:
    """Cut the parts of a document before each heading."""
    stretches: list[HeadedParts] = []
    for part in parts:
        if isinstance(part, HeadingPart):
            stretches.append(HeadedParts(part, ()))
        elif stretches:
            stretches[-1] = replace(stretches[-1], parts=(*stretches[-1].parts, part))
        else:
            stretches.append(HeadedParts(None, (part,)))
    return stretches


def _with_recommendations(parts: list[DocumentPart], recommendations: Sequence[Recommendation]) -> list[DocumentPart]:
    """Put each recommendation after the last part that begins before it; one without a line comes at the end."""
    after: dict[int, list[Recommendation]] = {}
    for recommendation in recommendations:
        after.setdefault(_index_before(parts, recommendation.first_line), []).append(recommendation)
    result: list[DocumentPart] = []
    for index in range(-1, len(parts)):
        if index >= 0:
            result.append(parts[index])
        if index in after:
            result.append(RecommendationsPart(tuple(after[index])))
    return result


def _index_before(parts: Sequence[DocumentPart], line: int | None) -> int:
    if line is None:
        return len(parts) - 1
    before = -1
    for index, part in enumerate(parts):
        begins = _first_line(part)
        if begins is not None and begins < line:
            before = index
    return before


def _first_line(part: DocumentPart) -> int | None:
    if isinstance(part, HeadingPart):
        return part.section.first_line
    return part.paragraph.first_line if isinstance(part, ParagraphPart) else None
