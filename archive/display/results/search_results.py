"""The entries of a list of results: the best place of each text, its matches marked, what is known of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from archive.filters.snapshot import Snapshot
from archive.models import Meeting, Paragraph
from archive.models.addresses import address_of
from archive.search.english_texts import english_of_paragraphs, english_of_recommendations
from archive.search.highlight import Piece, adds_to, best_item
from archive.search.understood import Notice, Understood

from ..names.counts import counted
from ..names.language import in_language, is_english
from ..names.titles import (
    agenda_number,
    item_letter,
    meeting_title,
    provisional_chip,
    recommendation_figure,
    recommendation_title,
)
from ..text.adopted_texts import ShownItem
from ..text.marked_text import render_all, render_excerpt, render_found, render_met, render_own, render_whole
from ..text.running_text import cut_at_word
from ..text.tongue import Tongue, is_in_english, set_apart
from .result_facts import COLUMNS, SHOWN, Facts, in_a_row, shown_kinds, values_by_key
from .result_rows import ListedItem, ListedRecommendation, read_rows

WORDS = 45
WORDS_OF_A_LINE = 16
WORDS_OF_AN_ITEM = 8


@dataclass(frozen=True, slots=True)
class AgendaHeading:
    """An item of the agenda, its number as the reader's language writes it; the title in it too where it is held."""

    number: str
    title: str


@dataclass(frozen=True, slots=True)
class Result:
    """A recommendation ready for its list.

    `place` is the name of its meeting. `html` is its excerpt, or the whole text, or the chapeau that `passages`
    follow. `facts` stand under a card, or in the columns of a table. `english` is an excerpt of its English text,
    where that has a word of the query or the page is in English; `is_alone`: it is held in English alone, and `html` is
    that text.
    """

    key: int
    locator: str
    agenda: AgendaHeading | None
    figure: str
    title: str
    address: str
    meeting: Meeting
    place: str
    html: SafeString
    facts: Sequence[SafeString | str] = ()
    passages: Sequence[ShownItem] = ()
    english: SafeString | str = ""
    is_alone: bool = False


@dataclass(frozen=True, slots=True)
class ResultGroup:
    """Texts that stand under the name of their meeting, or under that of their agenda item, or under none."""

    results: Sequence[Result]
    meeting: Meeting | None = None
    agenda: AgendaHeading | None = None

    @property
    def level(self) -> int:
        """Of the headings of its texts: below that of the group, if it has one."""
        return 3 if self.meeting or self.agenda else 2


@dataclass(frozen=True, slots=True)
class ParagraphResult:
    paragraph: Paragraph
    html: SafeString
    english: SafeString | str = ""
    is_alone: bool = False


def build_results(
    keys: Sequence[int], snapshot: Snapshot, understood: Understood | None, view: str = ""
) -> list[Result]:
    """The recommendations with these keys, in this order, for cards or another view of `VIEWS`."""
    build = {"table": _lines, "text": _texts}.get(view, _cards)
    results = list(build(read_rows(keys, snapshot), snapshot, understood))
    in_first = is_english() and view != "text"  # a whole text stands in English by itself there
    if not in_first and (understood is None or not understood.in_english):
        return results
    words = WORDS_OF_A_LINE if view == "table" else WORDS
    held = english_of_recommendations(keys)
    beside = {one.key: held[one.key] for one in results if one.key in held and not one.is_alone}
    english = render_all(beside, understood, words) if in_first else render_met(beside, understood, words)
    return [replace(one, english=english.get(one.key, "")) for one in results]


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column of the table; `place` is that of its value among the facts."""

    label: str
    place: int


def table_columns(snapshot: Snapshot, results: Sequence[Result]) -> list[TableColumn]:
    """Those in which some of these results has something."""
    labels = [*(str(kind.label) for kind in shown_kinds(snapshot, COLUMNS)), _("البند")]
    filled = {place for result in results for place, fact in enumerate(result.facts) if fact}
    return [TableColumn(label, place) for place, label in enumerate(labels) if place in filled]


def group_texts(results: Sequence[Result], *, is_headed: bool, is_one_meeting: bool = False) -> list[ResultGroup]:
    """Neighbours of one meeting together, within one meeting those of one agenda item; without headings one group."""
    if not is_headed:
        return [ResultGroup(results)] if results else []
    if is_one_meeting:
        return [ResultGroup(list(group), agenda=item) for item, group in groupby(results, key=lambda one: one.agenda)]
    return [
        ResultGroup(list(group), meeting=meeting) for meeting, group in groupby(results, key=lambda one: one.meeting)
    ]


def _cards(rows: Sequence[ListedRecommendation], snapshot: Snapshot, understood: Understood | None) -> Iterator[Result]:
    values = _values(rows, snapshot, ("body", *SHOWN) if snapshot.has_several_bodies else SHOWN)
    for row in rows:
        html, item = _excerpt(row, understood, WORDS)
        facts: list[SafeString | str] = [_in_item(item)] if item else []
        facts += [in_a_row(by_key[row.key]) for by_key in values if row.key in by_key]
        if row.agenda_number:
            facts += _found_by_titles(row, understood) or [_item_number(row.agenda_number)]
        if row.items:
            facts.append(counted(len(row.items), "subparagraphs"))
        yield _result(row, html, item, facts=facts)


def _in_item(item: ListedItem) -> SafeString:
    return conditional_escape(_("في الفقرة الفرعية (%(letter)s)") % {"letter": item_letter(item)})


def _lines(rows: Sequence[ListedRecommendation], snapshot: Snapshot, understood: Understood | None) -> Iterator[Result]:
    values = _values(rows, snapshot, COLUMNS)
    for row in rows:
        html, item = _excerpt(row, understood, WORDS_OF_A_LINE)
        facts = [in_a_row(by_key.get(row.key, ())) for by_key in values]
        titles = _found_by_titles(row, understood)
        yield _result(row, html, item, facts=[*facts, in_a_row(titles) if titles else _agenda_item(row)])


def _texts(rows: Sequence[ListedRecommendation], snapshot: Snapshot, understood: Understood | None) -> Iterator[Result]:
    for row in rows:
        passages = [ShownItem(item, render_whole(item.text, understood)) for item in row.items]
        whole = row.chapeau if row.items else row.text
        facts = _found_by_titles(row, understood)
        yield _result(row, render_whole(whole, understood), facts=facts, passages=passages)


def _values(rows: Sequence[ListedRecommendation], snapshot: Snapshot, names: Sequence[str]) -> list[Facts]:
    keys = [row.key for row in rows]
    return [values_by_key(snapshot, kind, keys) for kind in shown_kinds(snapshot, names)]


def _result(
    row: ListedRecommendation,
    html: SafeString,
    item: ListedItem | None = None,
    *,
    facts: Sequence[SafeString | str] = (),
    passages: Sequence[ShownItem] = (),
) -> Result:
    return Result(
        key=row.key,
        locator=row.locator,
        agenda=_agenda_heading(row),
        figure=recommendation_figure(row),
        title=recommendation_title(row),
        address=address_of("recommendation", row.locator) + (f"#{item.anchor}" if item else ""),
        meeting=row.meeting,
        place=meeting_title(row.meeting),
        html=provisional_chip(row) + html,
        is_alone=is_in_english(row.text),
        facts=facts,
        passages=passages,
    )


def _agenda_heading(row: ListedRecommendation) -> AgendaHeading | None:
    if not row.agenda_number:
        return None
    arabic, english = row.agenda_title or "", row.agenda_title_en or ""
    return AgendaHeading(agenda_number(row.agenda_number), in_language(arabic or english, english))


def _excerpt(
    row: ListedRecommendation, understood: Understood | None, words: int
) -> tuple[SafeString, ListedItem | None]:
    if understood is None:
        return set_apart(render_excerpt([Piece(cut_at_word(row.text, words))]), row.text), None
    place = best_item(row.chapeau, [item.text for item in row.items], understood) if row.items else None
    if place is None:
        return render_own(row.text, understood, words), None
    item = row.items[place]
    html = render_own(item.text, understood, words)
    return format_html('<b class="in">({})</b> {}', item_letter(item), html), item


def _item_number(number: str) -> str:
    return _("البند %(item)s") % {"item": agenda_number(number)}


def _found_by_titles(row: ListedRecommendation, understood: Understood | None) -> list[SafeString]:
    """The titles of its agenda item and of the one over it, marked, where they have a word of the query that what is
    shown before has not."""
    found: list[SafeString] = []
    shown = row.text
    for number, title in ((row.agenda_number, row.agenda_title), (row.above_number, row.above_title)):
        if understood is None or not title or not adds_to(title, shown, understood):
            continue
        marked = render_found(title, understood, WORDS_OF_A_LINE)
        found.append(format_html('{} <span lang="ar" dir="rtl">{}</span>', _item_number(number or ""), marked))
        shown = f"{shown}\n{title}"
    return found


def _agenda_item(row: ListedRecommendation) -> str:
    if not row.agenda_number:
        return ""
    number = _item_number(row.agenda_number)
    arabic, english = row.agenda_title or "", row.agenda_title_en or ""
    title = cut_at_word(in_language(arabic or english, english), WORDS_OF_AN_ITEM)
    tongue = Tongue("en" if is_in_english(title) else "ar")
    return format_html("{} <span {}>{}</span>", number, tongue.attributes, title) if title else number


def build_notices(understood: Understood | None) -> list[Notice]:
    """What was done instead of the typed words or besides them: one line for each word and kind."""
    found: dict[tuple[str, str], Notice] = {}
    for notice in understood.notices if understood else ():
        key = (notice.kind, notice.typed)
        before = found[key].shown if key in found else ()
        found[key] = Notice(notice.kind, notice.typed, tuple(dict.fromkeys((*before, *notice.shown))))
    return list(found.values())


def build_paragraph_results(keys: Sequence[int], understood: Understood) -> list[ParagraphResult]:
    """The paragraphs of reports with these keys, in this order."""
    rows = Paragraph.objects.select_related("document", "section").in_bulk(keys) if keys else {}
    beside = [key for key in keys if key in rows and not is_in_english(rows[key].text)]
    render = render_all if is_english() else render_met
    is_wanted = beside and (is_english() or understood.in_english)
    english = render(english_of_paragraphs(beside), understood, WORDS) if is_wanted else {}
    return [
        ParagraphResult(
            rows[key], render_own(rows[key].text, understood, WORDS), english.get(key, ""), is_alone=key not in beside
        )
        for key in keys
        if key in rows
    ]
