"""Staff decide, number by number, what becomes of provisional texts that a report says otherwise: all at once."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db.models import Max
from django.utils import timezone

from archive.models import Conflict, Meeting, Recommendation
from archive.models.recommendation import NUMBERED_BY
from archive.record.decisions import WHOLE_ROW, settle_conflict
from archive.record.history.journal import watch
from archive.record.kinds import RECOMMENDATION
from archive.record.publishing import withdraw
from archive.record.renumbering import renumber
from archive.record.state import locked_state

from .following import following


@dataclass(frozen=True, slots=True)
class ReportDecision:
    """What becomes of one number of the report. `row`: the key of the provisional text that it is, None for a text that
    was not among them; `take` the report's words, else those of staff stay.
    """

    row: int | None
    take: bool = True


def open_questions(meeting: Meeting) -> list[Conflict]:
    """What waits for a decision in a meeting: whole recommendations of its report, in official order, then provisional
    texts that the report has not.
    """
    rows = Conflict.objects.filter(
        kind=RECOMMENDATION.name,
        field=WHOLE_ROW,
        state=Conflict.State.OPEN,
        locator__startswith=f"{meeting.slug}.",
    ).select_related("document")
    return sorted(rows, key=lambda one: (not one.carried, one.carried.get("place") or [], one.locator))


def provisional_rows(meeting: Meeting) -> list[Recommendation]:
    """The provisional texts of a meeting that were not withdrawn, with their letters, in official order."""
    rows = Recommendation.objects.filter(meeting=meeting, is_provisional=True)
    return list(
        rows.exclude(state=Recommendation.State.WITHDRAWN).in_official_order().prefetch_related("subparagraphs")
    )


def decide_report(
    meeting: Meeting,
    decisions: Mapping[int, ReportDecision],
    *,
    withdrawn: Collection[int] = (),
    because: str = "",
    by: User | None = None,
) -> int:
    """Carry the decisions out (by the key of their conflict), withdraw the provisional texts of these keys; gives how
    many were decided. All of it or nothing: raises ValueError with a sentence where it cannot be so.
    """
    with following() as after:
        locked_state()
        questions = {one.pk: one for one in open_questions(meeting) if one.carried}
        if not decisions.keys() <= questions.keys():
            raise ValueError("سبق غيرك إلى البتّ في بعض هذه الأرقام، فلم يُكتب شيء. أعد فتح الصفحة وانظر فيها من جديد.")
        rows = {row.pk: row for row in provisional_rows(meeting)}
        chosen = [one.row for one in decisions.values() if one.row is not None]
        if not {*chosen, *withdrawn} <= rows.keys() or len(set(chosen)) < len(chosen) or {*chosen} & {*withdrawn}:
            raise ValueError("نص مؤقت واحد لا يقابل رقمين من التقرير، ولا يُسحب ويقابل رقماً معاً. صحّح اختيارك.")
        wanted = {
            one.row: tuple(questions[key].carried["place"]) for key, one in decisions.items() if one.row is not None
        }
        after.add(renumber(wanted | _aside(meeting, rows, decisions, questions, {*withdrawn}, wanted)))
        for key, decision in decisions.items():
            after.add(settle_conflict(questions[key], take=decision.take, by=by))
        if withdrawn:
            after.add(withdraw(list(Recommendation.objects.filter(pk__in=withdrawn)), because))
        _close_vanished(meeting, by)
    return len(decisions) + len(withdrawn)


Places = dict[int, tuple[int, ...]]


def _aside(
    meeting: Meeting,
    rows: Mapping[int, Recommendation],
    decisions: Mapping[int, ReportDecision],
    questions: Mapping[int, Conflict],
    withdrawn: set[int],
    wanted: Mapping[int, tuple[int, ...]],
) -> Places:
    """What is withdrawn makes room for a text that gets its number: it stands as a further copy of it."""
    places = {tuple(questions[key].carried["place"]) for key in decisions}
    copies = Recommendation.objects.filter(meeting=meeting).aggregate(last=Max("copy"))["last"] or 1
    found: Places = {}
    for row in rows.values():
        place = tuple(getattr(row, name) for name in NUMBERED_BY)
        if place not in places or row.pk in wanted:
            continue
        if row.pk not in withdrawn:
            raise ValueError(
                f"الرقم {row.number} يأخذه نص آخر، والنص المؤقت الذي يحمله الآن لم يُقرَّر مصيره: "
                "اختر له رقمه في التقرير، أو اسحبه."
            )
        copies += 1
        found[row.pk] = (*place[:-1], copies)
    return found


def _close_vanished(meeting: Meeting, by: User | None) -> None:
    """Nothing is asked any more about a provisional text that is withdrawn, or was found under another number."""
    there = {row.locator for row in provisional_rows(meeting)}
    gone = [one for one in open_questions(meeting) if not one.carried and one.locator not in there]
    watch(gone)
    for one in gone:
        one.state, one.decided_by, one.decided_at = Conflict.State.TAKEN, by, timezone.now()
        one.save(update_fields=["state", "decided_by", "decided_at"])
