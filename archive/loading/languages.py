"""A paper in a further language: which document it is, how it is read, and what its texts are joined to."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple

from archive.deriving.language_facts import only_in_one
from archive.models import Document, LanguageVersion, Paragraph, Recommendation, Section
from archive.numbering import abjad, roman
from archive.numbering.ordinal_words import parse_adverb
from archive.numbering.suffixes import read_suffix
from archive.parsing.problems import problem
from archive.parsing.structure import ParsedDocument, ParsedRecommendation
from archive.record import kinds
from archive.record.corrections import Decisions
from archive.record.locators import meeting_locator
from archive.record.stored import locator_of
from archive.sources.manifest import DeclaredFacts

from .changes import Change, Plan
from .joining import (
    HeadingPlace,
    Joined,
    Place,
    PlaceInPaper,
    RowHeld,
    Said,
    TextKey,
    TextOffered,
    join_paragraphs,
    join_recommendations,
    join_sections,
)
from .language_rows import RowKey, plan_texts, plan_version, version_values
from .numbered import numbered_paragraphs
from .shared_rows import plan_statement
from .stated import Statement, agenda_stated
from .stored_rows import agenda_of

#: The language of the texts themselves; those in others are joined to them.
OWN = Document.OWN_LANGUAGE
#: The further ones that are read; a paper in any other is refused.
FURTHER = frozenset({"en"})

#: What a paper in another language need not say, since the document that is held says it.
KNOWN_FROM_ARABIC = frozenset({"unknown_agenda_item", "unknown_meeting", "unknown_body_offered"})

_OTHER_FILE = (
    "هذه الوثيقة محفوظة بهذه اللغة من ملف آخر ({file})؛ لم يتغير المحفوظ. عدد النصوص المختلفة: {differing}. "
    "للأخذ بهذا الملف حمّله وحده بالأمر load_archive --accept ثم مساره."
)
_OURS = "في العربية وحدها {facts}"
_THEIRS = "في النسخة الأخرى وحدها {facts}"


class RowSaid(NamedTuple):
    """A row that may have a text in another language: its locator, what staff call it, what it says in Arabic."""

    locator: str
    name: str
    text: str


def waits_for_arabic(parsed: ParsedDocument, declared: DeclaredFacts | None) -> bool:
    """Whether it is read after all others: one of them may be the same paper in Arabic."""
    return is_other_language(parsed) and document_in_arabic(parsed, declared) is None


def is_other_language(parsed: ParsedDocument) -> bool:
    return parsed.masthead.language in FURTHER


def document_in_arabic(parsed: ParsedDocument, declared: DeclaredFacts | None) -> Document | None:
    """The held document whose other language a paper is: by its symbol, else the only one of its body, meeting, kind.

    The title says nothing here, being in other words.
    """
    return _held_in((OWN,), parsed, declared)


def standing_alone(parsed: ParsedDocument, declared: DeclaredFacts | None) -> Document | None:
    """The document that a paper in Arabic is, where it is held in another language alone; found in the same way."""
    return _held_in(FURTHER, parsed, declared)


def _held_in(
    languages: Collection[str], parsed: ParsedDocument, declared: DeclaredFacts | None
) -> Document | None:
    held = Document.objects.held().filter(language__in=languages)
    held = held.select_related("body", "meeting", "agenda_item__meeting")
    symbol = parsed.masthead.symbol or ""
    if symbol:
        return held.filter(symbol__iexact=symbol).first()
    body = (declared.body if declared else None) or parsed.masthead.body
    number = (declared.meeting_number if declared else None) or parsed.masthead.meeting_number
    kind = (declared.kind if declared else None) or parsed.masthead.kind
    if body is None or number is None:
        return None
    found = list(held.filter(body__symbol=body, meeting__number=number, kind=kind)[:2])
    return found[0] if len(found) == 1 else None


def facts_of(document: Document, declared: DeclaredFacts | None) -> DeclaredFacts:
    """What is known of a paper in another language from the one that is held: it is read by the same rules."""
    said = declared or DeclaredFacts()
    return replace(
        said,
        kind=said.kind or document.kind,
        body=said.body or (document.body.symbol if document.body else None),
        meeting_number=said.meeting_number or (document.meeting.number if document.meeting else None),
        symbol=said.symbol or document.symbol or None,
    )


def plan_language(
    parsed: ParsedDocument, document: Document, files: Collection[str] = (), *, accept: bool = False
) -> Plan:
    """The plan for a paper in another language, beside the document that is held in Arabic.

    Another file of a version that is held, which one of `files` or says otherwise, changes nothing unless `accept`.
    """
    language = parsed.masthead.language or ""
    rows = _rows_of(document)
    joined = join(parsed, document)
    joined.disagreements += told_otherwise(joined.texts, rows)
    plan = Plan(parsed.name, "unchanged", symbol=document.symbol, document=document.pk)
    _plan_rows(plan, parsed, document, joined, rows)
    version = document.language_versions.filter(language=language).first()
    if version is not None and version.source_file != parsed.name and not accept:
        says_otherwise = plan.removed or any(one.write for one in plan.changes if one.kind is kinds.LANGUAGE_TEXT)
        if says_otherwise or version.source_file in files:
            return _only_compared(plan, version)
    plan.problems += [problem("language_differs", 0, sentence=sentence) for sentence in joined.disagreements]
    return plan


def _only_compared(plan: Plan, version: LanguageVersion) -> Plan:
    """Another file of the same paper: nothing is written, and how many texts differ is told."""
    texts = [one for one in plan.changes if one.kind is kinds.LANGUAGE_TEXT]
    differing = sum(bool(one.write) or one.outcome == "missing" for one in texts)
    told = Plan(plan.file, "copy", symbol=plan.symbol, document=plan.document)
    told.changes = [Change(one.kind, one.locator, "unchanged", one.pk) for one in plan.changes if one.pk]
    sentence = _OTHER_FILE.format(file=version.source_file, differing=differing)
    told.problems.append(problem("language_differs", 0, sentence=sentence))
    return told


def join(parsed: ParsedDocument, document: Document) -> Joined:
    """The texts of a paper beside the rows of the document that it is in another language."""
    joined = Joined()
    join_sections(joined, _sections_held(document), _sections_offered(parsed))
    join_paragraphs(
        joined,
        [
            (PlaceInPaper(row.series, row.number, row.copy), row.pk)
            for row in Paragraph.objects.filter(document=document, missing_since=None).order_by("position")
        ],
        [
            (PlaceInPaper(*place), Said(one.text.reading, one.text.span.first_line))
            for one, place in numbered_paragraphs(parsed)
        ],
    )
    join_recommendations(joined, _recommendations_held(document), _recommendations_offered(parsed, document))
    return joined


# Headings ------------------------------------------------------------------------------------------------------


def _sections_held(document: Document) -> list[tuple[HeadingPlace, int]]:
    rows = list(Section.objects.filter(document=document, missing_since=None).order_by("position"))
    places = heading_places((row.level, row.label) for row in rows)
    return [(place, row.pk) for place, row in zip(places, rows, strict=True)]


def heading_places(headings: Iterable[tuple[int, str]]) -> list[HeadingPlace]:
    """What each label counts to among those of its level: «I» behind «H» is the ninth letter, elsewhere the first."""
    last: dict[int, int] = {}
    found = []
    for level, label in headings:
        last = {known: position for known, position in last.items() if known <= level}
        letter = abjad.from_latin(label) if len(label) == 1 and label.isascii() and label.isupper() else None
        follows = letter is not None and letter == last.get(level, 0) + 1
        last[level] = letter if follows and letter else _counted(label)
        found.append(HeadingPlace(level, last[level]))
    return found


def _sections_offered(parsed: ParsedDocument) -> list[tuple[HeadingPlace, Said]]:
    places = heading_places((one.level, one.label) for one in parsed.sections)
    return [
        (place, Said(one.title.reading or one.printed_label, one.title.span.first_line))
        for place, one in zip(places, parsed.sections, strict=True)
    ]


def _counted(label: str) -> int:
    """What a label counts to, in either language: «ثانيا» and «II» 2, «باء» and «B» 2; 0 for the word of a part."""
    counted = parse_adverb(label) or abjad.position_of_name(label)
    if counted is None and len(label) == 1 and label.isascii() and label.isupper() and label not in "IVX":
        counted = abjad.from_latin(label)
    return counted or roman.read(label) or 0


# Recommendations -----------------------------------------------------------------------------------------------


def _recommendations_held(document: Document) -> dict[Place, RowHeld]:
    rows = Recommendation.objects.filter(document=document, missing_since=None).select_related("meeting")
    return {
        (row.meeting.slug, row.series, row.number, row.suffix, row.copy): RowHeld(
            row.pk,
            f"التوصية {row.number} ({row.meeting.slug})",
            {item.position: item.pk for item in row.subparagraphs.all() if item.missing_since is None},
        )
        for row in rows.prefetch_related("subparagraphs").in_official_order()
    }


def _recommendations_offered(parsed: ParsedDocument, document: Document) -> dict[Place, TextOffered]:
    """By the series of the meeting: the first of a paper is the first that its document holds there, and so on."""
    of_meeting: dict[str, list[int]] = {}
    series = Recommendation.objects.filter(document=document, missing_since=None).order_by("series")
    for slug, number in series.values_list("meeting__slug", "series").distinct():
        of_meeting.setdefault(slug, []).append(number)
    in_paper: dict[str, list[int]] = {}
    for one in parsed.recommendations:
        known = in_paper.setdefault(_meeting_of(one), [])
        if one.series not in known:
            known.append(one.series)
    found: dict[Place, TextOffered] = {}
    for one in parsed.recommendations:
        slug = _meeting_of(one)
        place = in_paper[slug].index(one.series)
        ours = of_meeting.get(slug, [])
        counted = ours[place] if place < len(ours) else -1 - place
        key = (slug, counted, one.number, read_suffix(one.printed_number or ""), one.copy)
        found[key] = TextOffered(
            Said(one.chapeau.reading, one.span.first_line),
            f"التوصية {one.number} ({slug})",
            {item.position: Said(item.text.reading, item.text.span.first_line) for item in one.subparagraphs},
        )
    return found


def _meeting_of(one: ParsedRecommendation) -> str:
    return meeting_locator(one.body, one.meeting) if one.body and one.meeting else ""


# Rows ----------------------------------------------------------------------------------------------------------


def _plan_rows(
    plan: Plan, parsed: ParsedDocument, document: Document, joined: Joined, rows: Mapping[TextKey, RowSaid]
) -> None:
    language = parsed.masthead.language or ""
    link, version = plan_version(plan, document.pk, document.slug, language, version_values(parsed, joined))
    locators: dict[RowKey, str] = {key: row.locator for key, row in rows.items()}
    plan_texts(plan, link, version, joined.texts, lambda key: locators.get(key, key[0]))
    _plan_agenda(plan, parsed)
    plan.status = "created" if version is None else "updated" if plan.writes else "unchanged"


def _plan_agenda(plan: Plan, parsed: ParsedDocument) -> None:
    """The titles in the other language of the items of agendas that the archive knows."""
    stated = {one.locator: one for one in agenda_stated(parsed, Decisions()) if "title_en" in one.facts}
    for locator, row in agenda_of({locator.partition("#")[0] for locator in stated}).items():
        if locator in stated:
            facts = {"title_en": stated[locator].facts["title_en"]}
            plan_statement(plan, Statement(row.kind, locator, facts, owners={}), row)


def told_otherwise(texts: Mapping[TextKey, Said], rows: Mapping[TextKey, RowSaid]) -> list[str]:
    """Symbols, dates, resolutions and figures that one language of a text has and the other has not."""
    found = []
    for key, said in texts.items():
        ours, theirs = only_in_one(rows[key].text, said.text)
        if ours or theirs:
            sides = ((_OURS, ours), (_THEIRS, theirs))
            parts = [words.format(facts="، ".join(facts)) for words, facts in sides if facts]
            found.append(f"{rows[key].name}: {'؛ '.join(parts)}.")
    return found


def _rows_of(document: Document) -> dict[TextKey, RowSaid]:
    """All rows that may have a text in another language."""
    found: dict[TextKey, RowSaid] = {}
    for section in Section.objects.filter(document=document).select_related("document"):
        found["section", section.pk] = RowSaid(locator_of(section), f"العنوان «{section}»", section.title)
    for paragraph in Paragraph.objects.filter(document=document).select_related("document"):
        place = PlaceInPaper(paragraph.series, paragraph.number, paragraph.copy)
        name = place.named if paragraph.number else f"النص الذي لا رقم له ({paragraph.position})"
        found["paragraph", paragraph.pk] = RowSaid(locator_of(paragraph), name, paragraph.text)
    rows = Recommendation.objects.filter(document=document).select_related("meeting").prefetch_related("subparagraphs")
    for row in rows:
        name = f"التوصية {row.number} ({row.meeting.slug})"
        found["recommendation", row.pk] = RowSaid(row.locator, name, row.chapeau)
        for item in row.subparagraphs.all():
            locator = f"{row.locator}.{item.anchor}"
            found["subparagraph", item.pk] = RowSaid(locator, f"{name} ({item.label})", item.text)
    return found
