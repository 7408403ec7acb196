"""The register of requests as plain data: meetings, the requests under each, what was reported on each later."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from django.utils.translation import gettext as _

from archive.display.names.language import is_english
from archive.display.names.titles import plain_body_name
from archive.display.text.spans import stands
from archive.models import OperativeAddressee

from .asking import Wishes, remarks_of, summary_of
from .characters import in_digits, sayable
from .compendium import Marks, PaperEntry, build_entry, in_own_words, meeting_heading, section_mark
from .given import GivenSelection, GivenText, read_texts
from .languages import ARABIC
from .reports import GivenReport, nothing_reported, reports_on


@dataclass(frozen=True, slots=True)
class RegisterEntry:
    """A request: its text with the asking words marked, facts as pairs of label and value, the reports.

    `nothing` is the sentence that stands where no report is confirmed.
    """

    entry: PaperEntry
    facts: Sequence[tuple[str, str]]
    confirmed: Sequence[GivenReport]
    suggested: Sequence[GivenReport]
    nothing: str


@dataclass(frozen=True, slots=True)
class RegisterMeeting:
    heading: str
    entries: Sequence[RegisterEntry]


@dataclass(frozen=True, slots=True)
class Register:
    """The whole paper with its cover."""

    title: str
    bodies: Sequence[str]
    facts: Sequence[tuple[str, str]]
    remarks: Sequence[str]
    meetings: Sequence[RegisterMeeting]
    is_rtl: bool


def build_register(given: GivenSelection, wishes: Wishes) -> Register:
    texts = list(read_texts(given, with_meaning=True, with_reports=True))
    bodies = {text.row.meeting.body_id: text.row.meeting.body for text in texts}
    parts = [list(group) for _key, group in groupby(texts, key=lambda text: text.row.meeting_id)]
    own_words = _("يبيّن السجل من أفاد بماذا وأين، ولا يقول إن كان الطلب قد لُبّي.")
    return Register(
        title=in_own_words(given.title, wishes),
        bodies=[in_own_words(plain_body_name(body), wishes) for body in bodies.values()],
        facts=[
            (label, value if "://" in value else in_own_words(value, wishes)) for label, value in summary_of(given)
        ],
        remarks=[own_words, *(sayable(remark) for remark in remarks_of(given))],
        meetings=[
            RegisterMeeting(
                f"{section_mark(place)} "
                f"{in_own_words(meeting_heading(part[0].row.meeting, with_body=len(bodies) > 1), wishes)}",
                [_entry(text, wishes) for text in part],
            )
            for place, part in enumerate(parts, 1)
        ],
        is_rtl=not is_english(),
    )


def _entry(text: GivenText, wishes: Wishes) -> RegisterEntry:
    entry = _with_marks(build_entry([text], wishes), text)
    return RegisterEntry(
        entry,
        [(label, in_own_words(value, wishes)) for label, value in _facts(text)],
        [_written(one, wishes) for one in reports_on(text, suggested=False)],
        [_written(one, wishes) for one in reports_on(text, suggested=True)],
        nothing_reported(text),
    )


def _with_marks(entry: PaperEntry, text: GivenText) -> PaperEntry:
    """The asking words are known of the Arabic text."""
    if entry.language == ARABIC:
        entry = replace(entry, marked=_marks(text, None, text.row.chapeau))
    items = [
        replace(shown, marked=_marks(text, row.pk, row.text)) if shown.language == ARABIC else shown
        for shown, row in zip(entry.items, text.items, strict=False)
    ]
    return replace(entry, items=items, beside=_with_marks(entry.beside, text) if entry.beside else None)


def _facts(text: GivenText) -> list[tuple[str, str]]:
    """Who is to act, and whom the text addresses where that is somebody else."""
    actors = _names([one.code for clause in text.clauses for one in clause.actors.all()])
    addressees = _names([one.code for clause in text.clauses for one in clause.addressees.all()])
    facts = [(_("المطلوب منه:"), actors or _("دون جهة محددة"))]
    return [*facts, (_("المخاطَب:"), addressees)] if addressees and addressees != actors else facts


def _names(codes: Sequence[str]) -> str:
    return _("، ").join(str(OperativeAddressee.Code(code).label) for code in dict.fromkeys(codes))


def _marks(text: GivenText, item: int | None, passage: str) -> Marks:
    """Where the asking words stand in the passage as it is written out: signs that cannot be said are gone."""
    found: list[tuple[int, int]] = []
    rows = [one for one in text.clauses if one.subparagraph_id == item and stands(one.place, one.phrase, passage)]
    for row in sorted(rows, key=lambda one: one.place or (0, 0)):
        first, last = row.place or (0, 0)
        start = len(sayable(passage[:first]))
        if not found or start >= found[-1][1]:
            found.append((start, start + len(sayable(passage[first:last]))))
    return found


def _written(report: GivenReport, wishes: Wishes) -> GivenReport:
    return GivenReport(in_own_words(report.name, wishes), in_digits(sayable(report.text), wishes.digits))
