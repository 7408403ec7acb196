"""The page on which a report that has come is merged into the provisional list: number by number, differences shown."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import reverse
from django.views.decorators.cache import never_cache

from archive.admin.history.person import signed_in
from archive.derivations.report_merging import ReportDecision, decide_report, open_questions, provisional_rows
from archive.display.comparison.differences import AlignedPiece, build_pieces
from archive.loading.wordings import SAME_TEXT, likeness
from archive.models import Batch, Conflict, Meeting, Recommendation
from archive.models.recommendation import NUMBERED_BY

from .doors import demand, log, meeting_of, page, write

Choice = Literal["take", "keep", "new", "later"]

_CHOICES: tuple[Choice, ...] = ("take", "keep", "new", "later")


@dataclass(frozen=True, slots=True)
class AskedNumber:
    """A number of the report: the provisional text beside which it is shown, with the words in which they differ.

    `proposed` is the text that it resembles most, a guess; `here` the one at its number; `choice` what was chosen.
    """

    conflict: Conflict
    number: int
    beside: Recommendation | None
    proposed: Recommendation | None
    here: Recommendation | None
    pieces: Sequence[AlignedPiece]
    choice: Choice

    @property
    def is_same(self) -> bool:
        """The number alone is another."""
        return self.beside is not None and self.beside.text == self.conflict.offered

    @property
    def is_by_number(self) -> bool:
        """Nothing but its number speaks for the text beside it, and nobody has said that it is the one."""
        return self.beside is not None and self.beside == self.here != self.proposed and self.choice in ("new", "later")


@dataclass(frozen=True, slots=True)
class LeftText:
    """A provisional text that no number of the report is shown beside, but for one that has its number alone: that
    one may have to be withdrawn before the number is another's.
    """

    row: Recommendation
    is_withdrawn: bool


@never_cache
def merge_report(request: HttpRequest, slug: str) -> HttpResponse:
    """What the report says otherwise; decided together, carried out as one batch."""
    meeting = meeting_of(slug)
    sentence = ""
    rows = provisional_rows(meeting)
    asked = list(_questions(meeting, rows, request.POST))
    if request.method == "POST":
        demand(request, "change_recommendation", "change_conflict")
        withdrawn = [row.pk for row in rows if f"withdraw-{row.pk}" in request.POST]
        if withdrawn:
            demand(request, "publish_recommendation")
        decisions = dict(_decisions(asked, proposals="all" in request.POST))
        unseen = [one for one in asked if request.POST.get(f"beside-{one.conflict.pk}", "") != _key(one.beside)]
        if "do" in request.POST or "all" in request.POST:
            if unseen:
                sentence = "غيّرت النص الذي يقابل رقماً من التقرير: هذا فرقه عنه. راجعه ثم نفّذ."
            elif not decisions and not withdrawn:
                sentence = "لم تقرر شيئاً بعد. اختر ما تراه في كل رقم، ثم نفّذ."
            else:
                try:
                    return _decide(request, meeting, decisions, withdrawn)
                except ValueError as refusal:
                    sentence = str(refusal)
    beside = {one.beside.pk for one in asked if one.beside and not one.is_by_number}
    return page(
        request,
        "merge",
        f"ضم التقرير: {meeting}",
        meeting=meeting,
        asked=asked,
        rows=rows,
        left=[LeftText(row, f"withdraw-{row.pk}" in request.POST) for row in rows if row.pk not in beside],
        sentence=sentence,
        may_decide=all(request.user.has_perm(f"archive.change_{name}") for name in ("recommendation", "conflict")),
        may_withdraw=request.user.has_perm("archive.publish_recommendation"),
        because=request.POST.get("because", _BECAUSE),
    )


_BECAUSE = "نص مؤقت لم يرد في تقرير الاجتماع."


def _key(row: Recommendation | None) -> str:
    return str(row.pk) if row else ""


def _questions(meeting: Meeting, rows: Sequence[Recommendation], sent: QueryDict) -> Iterator[AskedNumber]:
    conflicts = [one for one in open_questions(meeting) if one.carried]
    proposals = propose([one.offered for one in conflicts], [row.text for row in rows])
    at = {tuple(getattr(row, name) for name in NUMBERED_BY): row for row in rows}
    by_key = {str(row.pk): row for row in rows}
    for place, conflict in enumerate(conflicts):
        proposed = rows[proposals[place]] if place in proposals else None
        here = at.get(tuple(conflict.carried["place"]))
        chosen = by_key.get(sent.get(f"row-{conflict.pk}", ""))
        beside = chosen or proposed or (here if here is None or rows.index(here) not in proposals.values() else None)
        sent_choice = sent.get(f"choice-{conflict.pk}")
        choice: Choice = next((known for known in _CHOICES if known == sent_choice), "later")
        yield AskedNumber(
            conflict,
            conflict.carried["place"][1],
            beside,
            proposed,
            here,
            build_pieces(beside.text if beside else "", conflict.offered) if beside else (),
            choice,
        )


def propose(offered: Sequence[str], held: Sequence[str]) -> Mapping[int, int]:
    """Which held text each offered one resembles most, by places, the most alike first; nothing below `SAME_TEXT`."""
    pairs = [
        (likeness(text, other), -abs(place - there), place, there)
        for place, text in enumerate(offered)
        for there, other in enumerate(held)
    ]
    found: dict[int, int] = {}
    for alike, _near, place, there in sorted(pairs, reverse=True):
        if alike >= SAME_TEXT and place not in found and there not in found.values():
            found[place] = there
    return found


def _decisions(asked: Sequence[AskedNumber], *, proposals: bool) -> Iterator[tuple[int, ReportDecision]]:
    """What was chosen; with `proposals` what is proposed where nothing was: the report's words for the text that they
    resemble, or a text of its own where they resemble none.
    """
    used = {one.beside.pk for one in asked if one.beside and one.choice in ("take", "keep")}
    proposed = {one.proposed.pk for one in asked if one.proposed}
    for one in asked:
        key = one.conflict.pk
        if one.choice in ("take", "keep") and one.beside:
            yield key, ReportDecision(one.beside.pk, one.choice == "take")
        elif one.choice == "new":
            yield key, ReportDecision(None)
        elif proposals and one.proposed and one.proposed.pk not in used:
            yield key, ReportDecision(one.proposed.pk)
        elif proposals and one.proposed is None and (one.here is None or one.here.pk in used | proposed):
            yield key, ReportDecision(None)


def _decide(
    request: HttpRequest, meeting: Meeting, decisions: Mapping[int, ReportDecision], withdrawn: Sequence[int]
) -> HttpResponse:
    because = request.POST.get("because", "").strip() or _BECAUSE

    def decide() -> tuple[str, str]:
        count = decide_report(meeting, decisions, withdrawn=withdrawn, because=because, by=signed_in(request))
        log(request, [meeting], f"ضُم التقرير إلى القائمة المؤقتة: {count}.")
        left = len(provisional_rows(meeting)) or len(open_questions(meeting))
        name = "merge_report" if left else "provisional_list"
        return reverse(name, args=[meeting.slug]), f"بُتّ في {count}."

    return write(request, Batch.Act.DECISION, f"ضم التقرير: {meeting}", decide)
