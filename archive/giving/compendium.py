"""The chronological compendium as plain data: meetings with their headings, agenda items, texts with their labels.

What every paper is made of, whatever writes it: Word, PDF. Labels are literal; numbers that are not there stay gaps.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from django.utils.translation import gettext as _

from archive.citing.writing import arabic_figure, english_figure
from archive.display.names.language import in_language, is_english
from archive.display.names.titles import (
    agenda_number,
    meeting_dates,
    meeting_title,
    place_name,
    plain_body_name,
    provisional_mark,
)
from archive.models import AgendaItem, Meeting
from archive.numbering.labels import doubled_latin
from archive.numbering.ordinal_words import adverb
from archive.numbering.roman import numeral

from .asking import Wishes, remarks_of, summary_of
from .characters import in_digits, sayable
from .given import GivenSelection, GivenText, read_texts
from .languages import ARABIC, SaidPassage, not_held, say

Marks = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class PaperItem:
    """A lettered item; `label` as it is printed: «(ك)», `(k)`. `note` and `language` as of its recommendation."""

    label: str
    text: str
    marked: Marks = ()
    language: str = ARABIC
    note: str = ""


@dataclass(frozen=True, slots=True)
class PaperEntry:
    """A recommendation under its number; `label` is «12-», `printed` its text as printed where that is asked for.

    `marked` are the places of the chapeau that stand out, from and to, in order; `note` is what is to be said of the
    text before it is read, «[نص مؤقت]». `language` is that of the chapeau; `beside` the same in a second language.
    """

    label: str
    chapeau: str
    items: Sequence[PaperItem]
    printed: str = ""
    marked: Marks = ()
    note: str = ""
    language: str = ARABIC
    beside: "PaperEntry | None" = None


@dataclass(frozen=True, slots=True)
class PaperGroup:
    """Neighbours under one agenda item; without a heading where there is none."""

    heading: str
    entries: Sequence[PaperEntry]


@dataclass(frozen=True, slots=True)
class PaperMeeting:
    """Neighbours of one meeting. `sources` are the symbols of the papers that the texts are from."""

    heading: str
    sources: Sequence[str]
    groups: Sequence[PaperGroup]


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole compendium with its cover. `facts` are pairs of label and value."""

    title: str
    bodies: Sequence[str]
    facts: Sequence[tuple[str, str]]
    remarks: Sequence[str]
    meetings: Sequence[PaperMeeting]
    is_rtl: bool


def build_paper(given: GivenSelection, wishes: Wishes) -> Paper:
    """Read the texts and lay them out; asks for some hundred records at a time and holds the texts."""

    def written(text: str) -> str:
        return in_own_words(text, wishes)

    texts = list(read_texts(given))
    bodies = {text.row.meeting.body_id: text.row.meeting.body for text in texts}
    parts = [list(group) for _key, group in groupby(texts, key=lambda text: text.row.meeting_id)]
    return Paper(
        title=written(given.title),
        bodies=[written(plain_body_name(body)) for body in bodies.values()],
        facts=[(label, value if "://" in value else written(value)) for label, value in summary_of(given)],
        remarks=[sayable(remark) for remark in remarks_of(given)],
        meetings=[
            PaperMeeting(
                f"{section_mark(place)} {written(meeting_heading(part[0].row.meeting, with_body=len(bodies) > 1))}",
                list(dict.fromkeys(filter(None, map(_symbol, part)))),
                _groups(part, wishes),
            )
            for place, part in enumerate(parts, 1)
        ],
        is_rtl=not is_english(),
    )


def in_own_words(text: str, wishes: Wishes) -> str:
    """Headings and facts: English words keep their digits, whatever is wished for the Arabic texts."""
    return sayable(text) if is_english() else in_digits(sayable(text), wishes.digits)


def section_mark(place: int) -> str:
    """«أولاً-»; in English `I.`; a figure where the words end."""
    if is_english():
        return f"{numeral(place)}."
    if place > 99:
        return f"{place}-"
    # The words that end in alif carry two vowel marks as the United Nations print them: «ثانياً».
    word = adverb(place)
    return f"{word}ً-" if word.endswith("ا") else f"{word}-"


def meeting_heading(meeting: Meeting, *, with_body: bool) -> str:
    """«الاجتماع الأول، فيينا، 30 أيار/مايو إلى 1 حزيران/يونيه 2012», with the body where there are several."""
    parts = [
        plain_body_name(meeting.body) if with_body else "",
        meeting_title(meeting),
        *_place_and_dates(meeting),
    ]
    return in_language("، ", ", ").join(part for part in parts if part)


def _place_and_dates(meeting: Meeting) -> list[str]:
    """A place without an English name ends an English line: before its days it would turn them round."""
    place, dates = place_name(meeting.place) if meeting.place else "", meeting_dates(meeting)
    return [dates, place] if is_english() and not place.isascii() else [place, dates]


def agenda_heading(item: AgendaItem) -> str:
    return ": ".join(filter(None, [agenda_mark(item), agenda_title(item)]))


def agenda_mark(item: AgendaItem) -> str:
    """«البند 2 من جدول الأعمال»."""
    number = _("البند %(item)s من جدول الأعمال") % {"item": agenda_number(item.number)}
    return number[:1].upper() + number[1:]


def agenda_title(item: AgendaItem) -> str:
    """In the language of the interface, in the other where it has none in that; "" without a title."""
    return in_language(item.title or item.title_en, item.title_en)


def _symbol(text: GivenText) -> str:
    document = text.row.document
    return (document.symbol or document.job_number) if document else ""


def _groups(texts: Iterable[GivenText], wishes: Wishes) -> list[PaperGroup]:
    groups = []
    for _key, group in groupby(texts, key=lambda text: text.row.agenda_item_id):
        here = list(group)
        item = here[0].row.agenda_item
        heading = in_own_words(agenda_heading(item), wishes) if item else ""
        # Lettered items of one recommendation that stand together share its number and chapeau.
        together = groupby(here, key=lambda text: (text.row.pk, text.item is None))
        groups.append(PaperGroup(heading, [build_entry(list(some), wishes) for _same, some in together]))
    return groups


def build_entry(texts: Sequence[GivenText], wishes: Wishes) -> PaperEntry:
    """One recommendation, or neighbouring lettered items of one under its number and chapeau.

    In the first language of its file; the second stands beside it.
    """
    first, *more = (_entry_in(texts, language, wishes) for language in texts[0].languages)
    printed = "\n".join(dict.fromkeys(text.printed_text for text in texts))
    differs = wishes.printed and printed != "\n".join(dict.fromkeys(text.text for text in texts))
    # As printed means in its own digits.
    return replace(first, printed=sayable(printed) if differs else "", beside=more[0] if more else None)


def _entry_in(texts: Sequence[GivenText], language: str, wishes: Wishes) -> PaperEntry:
    """Alone in its file a text that is not held in the language stands in Arabic; beside the Arabic it does not."""
    row = texts[0].row
    said = say(row, [item for text in texts for item in text.items], language)
    is_alone = len(texts[0].languages) == 1
    lacks_all = all(one.is_lacking for one in said if one.text)

    def written(one: SaidPassage) -> str:
        if one.is_lacking and not is_alone:
            return ""
        return in_digits(sayable(one.text), wishes.digits) if one.language == ARABIC else sayable(one.text)

    def note_of(one: SaidPassage) -> str:
        # Where nothing is held it is said once.
        return not_held(language) if one.is_lacking and not (lacks_all and one.position) else ""

    chapeau, *items = said
    in_arabic = (chapeau.language if is_alone else language) == ARABIC
    write = arabic_figure if in_arabic and not is_english() else english_figure
    figure = write(row.number, row.copy, 0, row.suffix)
    return PaperEntry(
        label=f"{in_digits(figure, wishes.digits)}-" if in_arabic else f"{figure}.",
        note=" ".join(filter(None, (provisional_mark(row).strip(), note_of(chapeau)))),
        chapeau=written(chapeau),
        language=chapeau.language if is_alone else language,
        items=[
            PaperItem(
                f"({sayable(item.label if is_alone or language == ARABIC else doubled_latin(item.position))})",
                written(item),
                language=item.language if is_alone else language,
                note=note_of(item),
            )
            for item in items
            if is_alone or not lacks_all
        ],
    )
