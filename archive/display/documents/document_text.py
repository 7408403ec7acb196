"""The text of a document as its page shows it: read or as printed, what differs and what was found marked."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive.models import Footnote, Recommendation, Section
from archive.models.recommendation import NUMBERED_BY, tail_of
from archive.numbering.suffixes import read_suffix
from archive.search.english_texts import ENGLISH
from archive.search.highlight import find_matches
from archive.search.understood import Understood

from ..comparison.alignment import align
from ..names.titles import place_title, provisional_chip, recommendation_figure
from ..text.linked_text import citation_spans
from ..text.marked_text import ARABIC
from ..text.note_marks import beside_signs, replace_signs, with_signs
from ..text.running_text import render_inline, render_text
from ..text.spans import MarkupSpan, lay_spans, linking, marking
from ..text.tongue import is_in_english
from .document_meaning import DocumentMeaning, ToldRecommendations
from .document_search import DocumentSearch, Hop, build_hops
from .reading_order import BelowHeading, Gap, HeadedParts, ParagraphPart, RecommendationsPart

#: Of these a heading stays in sight while its part is read; a longer one would hide too much.
LONGEST_STAYING = 130
#: What an anchor names, by the letter that it begins with.
_PLACES = {
    "p": gettext_lazy("الفقرة %(number)s"),
    "r": gettext_lazy("التوصية %(n)s"),
    "s": gettext_lazy("العنوان %(number)s"),
}


NO_TEXT = SafeString("")


@dataclass(frozen=True, slots=True)
class Reader:
    """Which of the two texts is shown, where the other one is (an address), what was sought, what is known of it, and
    what it says in the reader's own language: by kind and key of the row.
    """

    is_printed: bool
    other: str
    search: DocumentSearch | None = None
    meaning: DocumentMeaning = field(default_factory=DocumentMeaning)
    translated: Mapping[tuple[str, int], str] = field(default_factory=dict)

    @property
    def understood(self) -> Understood | None:
        return self.search.understood if self.search else None


@dataclass(frozen=True, slots=True)
class ReadyHeading:
    """A heading, ready for its page."""

    anchor: str
    level: int
    html: SafeString
    stays: bool
    translated: SafeString = NO_TEXT


@dataclass(frozen=True, slots=True)
class ReadyRow:
    """A paragraph, a recommendation or a gap, ready for its page.

    `address` is where its number leads, `name` what it is called.
    """

    kind: str
    anchor: str
    number: str
    address: str
    name: str
    html: SafeString
    footnotes: tuple[Footnote, ...] = ()
    printed_number: str = ""
    is_doubled: bool = False
    hop: Hop | None = None
    told: ToldRecommendations | None = None
    translated: SafeString = NO_TEXT


@dataclass(frozen=True, slots=True)
class ReadyParts:
    """A heading, where there is one, and what stands under it."""

    title: ReadyHeading | None
    rows: tuple[ReadyRow | Gap, ...]


def build_ready(stretches: Iterable[HeadedParts], reader: Reader) -> tuple[list[ReadyParts], dict[str, Hop]]:
    """Everything below the cover as HTML, and the places found in the order of reading."""
    stretches = list(stretches)
    hops = build_hops([anchor for stretch in stretches for anchor in _found_in(stretch, reader.search)])
    ready = [
        ReadyParts(
            build_title(stretch.heading.section, stretch.heading.depth, reader) if stretch.heading else None,
            tuple(row for part in stretch.parts for row in _rows(part, reader, hops)),
        )
        for stretch in stretches
    ]
    return ready, hops


def build_title(section: Section, depth: int, reader: Reader) -> ReadyHeading:
    """«ألف- صون القنوات», as h2 for the uppermost and h5 for the deepest."""
    label = section.printed_label if reader.is_printed else section.shown_label
    anchor = section.anchor
    title = _line(section.printed_title, section.title, anchor, reader)
    html = format_html("{}- {}", label, title) if label else title
    translated = render_inline(said) if (said := reader.translated.get(("section", section.pk))) else NO_TEXT
    return ReadyHeading(anchor, min(depth + 1, 5), html, len(section.title) <= LONGEST_STAYING, translated)


def recommendation_anchor(recommendation: Recommendation) -> str:
    """«r5-2»: a document may hold recommendations of several meetings."""
    numbered = (getattr(recommendation, name) for name in NUMBERED_BY)
    return f"r{recommendation.meeting.number}-{tail_of(*numbered)}"


def _found_in(stretch: HeadedParts, search: DocumentSearch | None) -> list[str]:
    anchors: list[str] = []
    if search is None:
        return anchors
    for part in stretch.parts:
        if isinstance(part, ParagraphPart) and part.paragraph.pk in search.paragraphs:
            anchors.append(part.paragraph.anchor)
        elif isinstance(part, RecommendationsPart):
            found = [row for row in part.recommendations if row.pk in search.recommendations]
            anchors += [recommendation_anchor(row) for row in found]
    return anchors


def _rows(part: BelowHeading, reader: Reader, hops: dict[str, Hop]) -> list[ReadyRow | Gap]:
    if isinstance(part, Gap):
        return [part]
    if isinstance(part, ParagraphPart):
        return [_paragraph(part, reader, hops)]
    return [_recommendation(row, reader, hops) for row in part.recommendations]


def _paragraph(part: ParagraphPart, reader: Reader, hops: dict[str, Hop]) -> ReadyRow:
    paragraph, notes = part.paragraph, part.footnotes
    printed = with_signs(paragraph, notes, printed=True) if notes else paragraph.printed_text
    reading = with_signs(paragraph, notes) if notes else paragraph.text
    # What is cited stands at places of the reading text, and in it alone.
    citations = () if reader.is_printed else reader.meaning.citations.get(paragraph.pk, ())
    cited = beside_signs(citation_spans(citations, paragraph.text), reading)
    html = _text(printed, reading, paragraph.anchor, reader, hops, cited)
    return ReadyRow(
        "paragraph",
        paragraph.anchor,
        paragraph.shown_number,
        f"#{paragraph.anchor}",
        _("الفقرة %(number)s") % {"number": paragraph.shown_number},
        replace_signs(html, notes) if notes else html,
        notes,
        paragraph.printed_number if paragraph.is_misprinted else "",
        paragraph.number > 0 and paragraph.copy > 1 and not read_suffix(paragraph.printed_number),
        hops.get(paragraph.anchor),
        reader.meaning.told.get(paragraph.pk),
        _translated("paragraph", paragraph.pk, paragraph.anchor, reader, hops),
    )


def _recommendation(recommendation: Recommendation, reader: Reader, hops: dict[str, Hop]) -> ReadyRow:
    anchor = recommendation_anchor(recommendation)
    return ReadyRow(
        "recommendation",
        anchor,
        recommendation_figure(recommendation),
        recommendation.get_absolute_url(),
        place_title(recommendation),
        provisional_chip(recommendation)
        + _text(recommendation.printed_text, recommendation.text, anchor, reader, hops),
        printed_number=recommendation.printed_number if recommendation.is_misprinted else "",
        is_doubled=recommendation.copy > 1,
        hop=hops.get(anchor),
        translated=_translated("recommendation", recommendation.pk, anchor, reader, hops),
    )


def _translated(kind: str, key: int, anchor: str, reader: Reader, hops: dict[str, Hop]) -> SafeString:
    said = reader.translated.get((kind, key))
    return render_text(said, _found(said, anchor, reader, hops, ENGLISH)) if said else NO_TEXT


def _found(text: str, anchor: str, reader: Reader, hops: dict[str, Hop], language: str) -> list[list[MarkupSpan]]:
    if reader.understood is None or anchor not in hops:
        return []
    return [[marking(found.start, found.end) for found in find_matches(text, reader.understood, language)]]


def _text(
    printed: str, reading: str, anchor: str, reader: Reader, hops: dict[str, Hop], cited: Sequence[MarkupSpan] = ()
) -> SafeString:
    shown = printed if reader.is_printed else reading
    layers = [_changes(printed, reading, anchor, reader)] if printed != reading else []
    layers.append(cited)
    language = ENGLISH if is_in_english(shown) else ARABIC
    return render_text(shown, [*layers, *_found(shown, anchor, reader, hops, language)])


def _line(printed: str, reading: str, anchor: str, reader: Reader) -> SafeString:
    shown = printed if reader.is_printed else reading
    rendered = render_inline(shown)
    return lay_spans(rendered, shown, _changes(printed, reading, anchor, reader)) if printed != reading else rendered


def _changes(printed: str, reading: str, anchor: str, reader: Reader) -> Sequence[MarkupSpan]:
    """Each corrected word leads to the same place of the other text."""
    shown = printed if reader.is_printed else reading
    changed = [one.printed if reader.is_printed else one.reading for one in align(printed, reading) if one.changed]
    # A word that one of the texts lacks has no place in it.
    return [linking(start, end, _changed(shown[start:end], anchor, reader)) for start, end in changed if start < end]


def _changed(word: str, anchor: str, reader: Reader) -> SafeString:
    """Its name says where it stands: the same word may be corrected in several places."""
    place = _PLACES[anchor[0]] % {"number": anchor[1:], "n": anchor[1:]}
    name = f"{word}{_('، ')}{place}"
    return format_html('<a class="var" href="{}#{}" aria-label="{}">', reader.other, anchor, name)
