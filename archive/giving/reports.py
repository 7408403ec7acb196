"""What was reported on a recommendation, in words: the paragraph by its name and date, and its text."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from archive.display.names.titles import day
from archive.display.text.running_text import cut_at_word
from archive.models import FollowUp

from .given import GivenText

#: So many words of what a paragraph says stand in a file; the whole of it stands in its document.
WORDS = 60
#: So many paragraphs stand in one cell: with them it stays far below what a cell of a spreadsheet holds.
MOST_IN_A_CELL = 40


@dataclass(frozen=True, slots=True)
class GivenReport:
    """`name` is «CTOC/COP/2020/5، الفقرة 32 (12 تموز/يوليه 2020)»."""

    name: str
    text: str


def reports_on(text: GivenText, *, suggested: bool) -> list[GivenReport]:
    """What staff stand for, or what a rule suggests and nobody has looked at: never both together.

    The texts must have been read with their reports. Of a lettered item what is about it or about the whole.
    """
    rows: Sequence[FollowUp] = getattr(text.row, "reports", ())
    return [
        GivenReport(_name(row), cut_at_word(row.paragraph.text, WORDS))
        for row in rows
        if row.is_suggested == suggested
        and (text.item is None or row.subparagraph_id in (None, text.item.pk))
    ]


def nothing_reported(text: GivenText) -> str:
    """What is said where no report is confirmed: that there is none, or that there are guesses only."""
    return _("لم تؤكَّد بعد إفادة عنه.") if reports_on(text, suggested=True) else _("لم يرد ذكره بعد.")


def report_cell(text: GivenText, *, suggested: bool) -> str:
    found = reports_on(text, suggested=suggested)
    if not found:
        return "" if suggested else nothing_reported(text)
    lines = [f"{one.name}: {one.text}" for one in found[:MOST_IN_A_CELL]]
    if len(found) > MOST_IN_A_CELL:
        lines.append(_("وغيرها في صفحة التوصية: %(count)s") % {"count": len(found) - MOST_IN_A_CELL})
    return "\n".join(lines)


def report_codes(text: GivenText, *, suggested: bool) -> str:
    """The paragraphs as addresses name them: «ctoc-cop-2020-5#p32»."""
    rows: Sequence[FollowUp] = getattr(text.row, "reports", ())
    return ";".join(
        f"{row.paragraph.document.slug}#{row.paragraph.anchor}" for row in rows if row.is_suggested == suggested
    )


def _name(row: FollowUp) -> str:
    document = row.paragraph.document
    name = document.symbol or document.job_number or cut_at_word(document.title, 9) or document.slug
    place = _("الفقرة %(number)s") % {"number": row.paragraph.number}
    when = f" ({day(document.date)})" if document.date else ""
    return f"{name}{_('، ')}{place}{when}"
