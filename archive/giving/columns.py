"""The columns of tables, once for all formats: what each is called, how wide it is, what stands in it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive.display.names.citation import build_citation
from archive.display.names.cited_things import article_name
from archive.display.names.titles import (
    agenda_number,
    meeting_title,
    place_name,
    plain_body_name,
    plain_instrument_name,
    plain_topic_name,
    recommendation_figure,
)
from archive.models import Article, OperativeAddressee, OperativeClause

from .asking import Wishes
from .characters import in_digits, sayable
from .given import GivenSelection, GivenText, read_texts
from .languages import ARABIC, ENGLISH
from .reports import report_cell, report_codes

Value = str | int | None


@dataclass(frozen=True, slots=True)
class Column:
    """`name` is what `columns=` takes and what stands at the head of a table for machines, `label` for people.

    `code` gives machines a code where `value` gives people a name. `width` is in letters. `is_text` marks words of
    the archive, whose digits follow the wish of the reader; `is_usual` what stands in a table unless asked otherwise.
    """

    name: str
    label: Promise
    width: int
    value: Callable[[GivenText], Value]
    code: Callable[[GivenText], Value] | None = None
    is_text: bool = False
    is_usual: bool = True
    needs_meaning: bool = False
    needs_reports: bool = False


def _joined(values: Sequence[str]) -> str:
    return _("؛ ").join(dict.fromkeys(values))


def _codes(values: Sequence[str]) -> str:
    return ";".join(dict.fromkeys(values))


def _verbs(text: GivenText) -> Value:
    # Asked of the choices by value: Django's own way hashes all of them for every cell.
    return next((str(OperativeClause.Verb(clause.verb_class).label) for clause in text.clauses), "")


def _addressee_codes(text: GivenText) -> list[str]:
    return [one.code for clause in text.clauses for one in clause.addressees.all()]


def _actor_codes(text: GivenText) -> list[str]:
    return [one.code for clause in text.clauses for one in clause.actors.all()]


def _labels(codes: Sequence[str]) -> list[str]:
    return [str(OperativeAddressee.Code(code).label) for code in codes]


def _articles(text: GivenText) -> list[Article]:
    return [citation.article for citation in text.row.citations.all() if citation.article]


def _symbol(text: GivenText) -> str:
    document = text.row.document
    return (document.symbol or document.job_number) if document else ""


def _english(text: GivenText) -> str:
    return text.text_in(ENGLISH) if text.is_held_in(ENGLISH) else ""


def _citation(text: GivenText) -> str:
    return build_citation(text.row, text.item.position if text.item else 0).here


COLUMNS: tuple[Column, ...] = (
    Column("locator", gettext_lazy("المعرّف"), 20, lambda text: text.locator),
    Column("body", gettext_lazy("الهيئة"), 30, lambda text: plain_body_name(text.row.meeting.body),
           lambda text: text.row.meeting.body.symbol),
    Column("meeting", gettext_lazy("الاجتماع"), 18, lambda text: meeting_title(text.row.meeting),
           lambda text: text.row.meeting.slug),
    Column("start", gettext_lazy("من"), 12, lambda text: _iso(text.row.meeting.start)),
    Column("end", gettext_lazy("إلى"), 12, lambda text: _iso(text.row.meeting.end)),
    Column("place", gettext_lazy("المكان"), 12,
           lambda text: place_name(text.row.meeting.place) if text.row.meeting.place else "",
           lambda text: text.row.meeting.place),
    Column("agenda_item", gettext_lazy("بند جدول الأعمال"), 10,
           lambda text: agenda_number(text.row.agenda_item.number) if text.row.agenda_item else "",
           lambda text: text.row.agenda_item.number if text.row.agenda_item else ""),
    Column("number", gettext_lazy("رقم التوصية"), 9,
           lambda text: text.row.number if text.row.copy == 1 else recommendation_figure(text.row),
           lambda text: text.row.number),
    Column("letter", gettext_lazy("الفقرة الفرعية"), 9, lambda text: text.item.label if text.item else "",
           lambda text: text.item.anchor if text.item else ""),
    Column("text", gettext_lazy("النص"), 90, lambda text: text.text, is_text=True),
    Column("text_en", gettext_lazy("النص بالإنكليزية"), 90, _english, is_usual=False),
    Column("printed_text", gettext_lazy("النص كما طُبع"), 90, lambda text: text.printed_text, is_usual=False),
    Column("verb", gettext_lazy("قوة العبارة"), 12, _verbs,
           lambda text: next((clause.verb_class for clause in text.clauses), ""),
           needs_meaning=True),
    Column("phrase", gettext_lazy("عبارة المنطوق"), 24, lambda text: _joined([one.phrase for one in text.clauses]),
           is_usual=False, needs_meaning=True),
    Column("addressees", gettext_lazy("الجهة المخاطَبة"), 24, lambda text: _joined(_labels(_addressee_codes(text))),
           lambda text: _codes(_addressee_codes(text)), needs_meaning=True),
    Column("actors", gettext_lazy("الجهة المطلوب منها الإجراء"), 24,
           lambda text: _joined(_labels(_actor_codes(text))), lambda text: _codes(_actor_codes(text)),
           needs_meaning=True),
    Column("topics", gettext_lazy("الموضوع"), 30,
           lambda text: _joined([plain_topic_name(one.topic) for one in text.row.topic_assignments.all()]),
           lambda text: _codes([one.topic.slug for one in text.row.topic_assignments.all()]), needs_meaning=True),
    Column("articles", gettext_lazy("مواد الصكوك"), 30,
           lambda text: _joined([
               f"{article_name(one)}{_('، ')}{plain_instrument_name(one.instrument)}" for one in _articles(text)
           ]),
           lambda text: _codes([one.locator for one in _articles(text)]), needs_meaning=True),
    Column("reported", gettext_lazy("ما أُفيد به لاحقاً"), 60, lambda text: report_cell(text, suggested=False),
           lambda text: report_codes(text, suggested=False), is_usual=False, needs_reports=True),
    Column("suggested", gettext_lazy("اقتراحات آلية لم تُراجَع"), 60, lambda text: report_cell(text, suggested=True),
           lambda text: report_codes(text, suggested=True), is_usual=False, needs_reports=True),
    Column("provisional", gettext_lazy("نص مؤقت"), 10, lambda text: _("نص مؤقت") if text.row.is_provisional else "",
           lambda text: int(text.row.is_provisional)),
    Column("document", gettext_lazy("الوثيقة"), 24, _symbol),
    Column("citation", gettext_lazy("الاستشهاد"), 50, _citation),
)  # fmt: skip
#: Stands last in every table; what it holds needs the address of the site.
ADDRESS = Column("address", gettext_lazy("الرابط"), 50, lambda text: text.path)
NAMES = (*(column.name for column in COLUMNS), ADDRESS.name)


def _iso(day: object) -> str:
    return str(day) if day else ""


def chosen_columns(wishes: Wishes, languages: Sequence[str]) -> tuple[list[Column], list[str]]:
    """The columns asked for in the order asked, else the usual ones; and the names that no column has.

    `languages` are those of the file: the Arabic text stands in every table, the English beside it.
    """
    known = {column.name: column for column in (*COLUMNS, ADDRESS)}
    chosen = [known[name] for name in wishes.columns if name in known]
    unknown = [name for name in wishes.columns if name not in known]
    usual = [
        column
        for column in known.values()
        if column.is_usual
        or (wishes.printed and column.name == "printed_text")
        or (ENGLISH in languages and column.name == "text_en")
    ]
    return chosen or usual, unknown


def read_rows(given: GivenSelection, columns: Sequence[Column]) -> Iterator[GivenText]:
    """The texts with all that the columns need of them."""
    if any(column.name == "text_en" for column in columns):
        # Asked for by its name under an Arabic address, too: with what it is made of.
        given = replace(given, languages=(ARABIC, ENGLISH))
    return read_texts(
        given,
        with_meaning=bool(given.actors) or any(column.needs_meaning for column in columns),
        with_reports=any(column.needs_reports for column in columns),
    )


def head_of(column: Column, wishes: Wishes) -> str:
    return column.name if wishes.machine else str(column.label)


def cell_of(column: Column, text: GivenText, given: GivenSelection, wishes: Wishes) -> str | int:
    """What stands in the cell: for people in their language and digits, for machines in codes."""
    if column is ADDRESS:
        return given.absolute(text.path)
    value = (column.code if wishes.machine and column.code else column.value)(text)
    if isinstance(value, int):
        return value
    shown = sayable(str(value or ""))
    return in_digits(shown, wishes.digits) if column.is_text else shown
