"""Two rows that are one: staff say so, and the one goes into the other.

The row that goes stays as it is, hidden, with a link to the other: its text is not lost, a source that says it again
finds it, its address leads on, and taking it back is taking back a few values. What staff said of it is said of the
other.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth.models import User
from django.db.models import Max

from archive.models import (
    Citation,
    Derived,
    Document,
    FollowUp,
    Kinship,
    Meeting,
    Recommendation,
    TopicAssignment,
)
from archive.record.publishing import withdraw
from archive.record.renumbering import renumber
from archive.record.saving import save_row
from archive.record.state import locked_state

from .following import Following, following
from .staff_word import change_by_staff, confirm

Joined = Recommendation | Meeting | Document


@dataclass
class JoiningPlan:
    """What joining would do, in sentences: what `moves`, what does not and is `said`; a `refusal` if it cannot be."""

    moves: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    refusal: str = ""


def plan_joining(gone: Joined, into: Joined) -> JoiningPlan:
    """What would become of `gone`; nothing is written."""
    plan = JoiningPlan(refusal=_refusal(gone, into))
    if plan.refusal:
        return plan
    if isinstance(gone, Recommendation) and isinstance(into, Recommendation):
        _plan_recommendation(plan, gone, into)
    elif isinstance(gone, Meeting):
        _count(plan, "توصيات", gone.recommendations.count())
        _count(plan, "وثائق", gone.documents.count())
        _count(plan, "بنود جدول أعمال", len(_items_that_move(gone, into)))
    elif isinstance(gone, Document):
        _count(plan, "توصيات", gone.recommendations.count())
    plan.moves.append("رابطها القديم يقود إلى الجديد، في الصفحات وفي قوائم القراء.")
    return plan


def join_rows(gone: Joined, into: Joined, because: str, *, by: User | None = None) -> None:
    """Let `gone` go into `into`. Raises ValueError with a sentence where it cannot, or without a reason."""
    with following() as after:
        locked_state()
        gone.refresh_from_db()
        into.refresh_from_db()
        if refusal := _refusal(gone, into):
            raise ValueError(refusal)
        if isinstance(gone, Recommendation) and isinstance(into, Recommendation):
            _move_words(gone, into, by)
            if gone.entered_by_hand:
                after.add(renumber({gone.pk: _aside(gone)}))
                gone.refresh_from_db()
        elif isinstance(gone, Meeting) and isinstance(into, Meeting):
            _move_contents(gone, into, after)
        elif isinstance(gone, Document) and isinstance(into, Document):
            for row in gone.recommendations.all():
                row.document = into
                after.add(save_row(row))
        gone.merged_into = into
        after.add(withdraw([gone], because))


def _refusal(gone: Joined, into: Joined) -> str:
    if gone.pk == into.pk:
        return "هذا هو نفسه؛ اختر نظيراً له."
    if into.merged_into_id is not None or into.is_withdrawn:
        return f"سُحب «{into}» من قبل أو جرى ضمه إلى غيره؛ اختر ما بقي منهما."
    if gone.merged_into_id is not None:
        return f"جرى ذلك من قبل: «{gone}» مضموم إلى «{gone.merged_into}»."
    if isinstance(gone, Document):
        return _refusal_of_documents(gone, into)
    if isinstance(gone, Meeting) and isinstance(into, Meeting):
        if gone.recommendations.exclude(source_values={}).exists():
            return "توصيات هذا الاجتماع من وثيقة محمَّلة تذكر رقمه؛ ضُم الآخر إليه، أو صحّح رقمه في الملف."
        numbers = set(gone.recommendations.values_list("series", "number", "suffix", "copy"))
        both = sorted(numbers & set(into.recommendations.values_list("series", "number", "suffix", "copy")))
        if both:
            shown = "، ".join(str(number) for _series, number, *_rest in both)
            return f"في الاجتماعين توصيات بأرقام واحدة ({shown})؛ ضُمها أولاً واحدة واحدة، أو صحّح أرقامها."
    return ""


def _refusal_of_documents(gone: Document, into: Joined) -> str:
    """A file that is loaded goes on saying what it says: its document is not told to be another one."""
    if not gone.is_held:
        return ""
    if isinstance(into, Document) and into.is_held:
        return (
            f"لكل من الوثيقتين ملف محمَّل ({gone.source_file}، {into.source_file})؛ إن كان أحدهما نسخة من الآخر "
            "فتراجع عن إدخاله من صفحة ملفه المستلَم، أو اسحب وثيقته واذكر الأخرى في السبب."
        )
    return f"للوثيقة ملف محمَّل ({gone.source_file})؛ ضُم التي لا نص لها إليها."


def _count(plan: JoiningPlan, what: str, count: int) -> None:
    if count:
        plan.moves.append(f"تنتقل {what}: {count}.")


# Recommendations ------------------------------------------------------------------------------------------------


def _plan_recommendation(plan: JoiningPlan, gone: Recommendation, into: Recommendation) -> None:
    _count(plan, "مواضيع أكدها الموظفون", len(_words_of(gone, TopicAssignment)))
    _count(plan, "إفادات لاحقة أكدها الموظفون", len(_words_of(gone, FollowUp)))
    _count(plan, "صلات أكدها الموظفون", len(_kin_of(gone, into)))
    _count(plan, "استشهادات نصوص أخرى بها", Citation.objects.filter(cited_recommendation=gone).count())
    if gone.text != into.text:
        plan.said.append("النصان مختلفان: يبقى نص ما تُضم إليه، ونص الأخرى محفوظ في صفها وتاريخها.")
    letters = set(gone.subparagraphs.values_list("position", flat=True))
    if letters - set(into.subparagraphs.values_list("position", flat=True)):
        plan.said.append("في الأخرى بنود ليست فيما تُضم إليه؛ روابطها تقود إلى التوصية كلها.")
    clauses = len(_words_of(gone, None))
    if clauses:
        plan.said.append(f"لا تنتقل عبارات منطوق واستشهادات قالها الموظفون، لأنها من كلمات نصها: {clauses}.")


def _words_of(row: Recommendation, model: Any) -> list[Any]:
    """What staff stand for; without a model what hangs on the words of the text."""
    by_staff = {"decision": Derived.Decision.CONFIRMED}
    if model is None:
        return [*row.operative_clauses.filter(**by_staff), *row.citations.filter(**by_staff)]
    return list(model._default_manager.filter(recommendation=row, **by_staff))


def _kin_of(gone: Recommendation, into: Recommendation) -> list[Kinship]:
    rows = Kinship.objects.filter(decision=Derived.Decision.CONFIRMED)
    both = [*rows.filter(earlier=gone).exclude(later=into), *rows.filter(later=gone).exclude(earlier=into)]
    return sorted(both, key=lambda row: row.pk)


def _move_words(gone: Recommendation, into: Recommendation, by: User | None) -> None:
    for row in _said_of(gone, into):
        known = _known(row)
        if known is None:
            change_by_staff(row, by=by)
        elif known.decision == Derived.Decision.NONE:
            confirm(known, by=by)


def _said_of(gone: Recommendation, into: Recommendation) -> Iterator[Derived]:
    """What staff said of the one, as said of the other."""
    for topic in _words_of(gone, TopicAssignment):
        yield TopicAssignment(recommendation=into, topic_id=topic.topic_id)
    for told in _words_of(gone, FollowUp):
        yield FollowUp(recommendation=into, paragraph_id=told.paragraph_id)
    for kin in _kin_of(gone, into):
        earlier, later = (into.pk if key == gone.pk else key for key in (kin.earlier_id, kin.later_id))
        yield Kinship(earlier_id=earlier, later_id=later, relation=kin.relation)


def _known(row: Derived) -> Derived | None:
    """The same value of the row that stays, whoever said it."""
    model = type(row)
    keys = ("earlier_id", "later_id") if isinstance(row, Kinship) else ("recommendation_id",)
    more = () if isinstance(row, Kinship) else ("topic_id",) if isinstance(row, TopicAssignment) else ("paragraph_id",)
    found: Derived | None = model._default_manager.filter(
        **{name: getattr(row, name) for name in (*keys, *more)}
    ).first()
    return found


def _aside(row: Recommendation) -> Sequence[int]:
    """What was entered by hand leaves its number to whoever is given it next."""
    there = Recommendation.objects.filter(meeting=row.meeting_id, series=row.series, number=row.number)
    last = there.aggregate(last=Max("copy"))["last"] or 1
    return (row.series, row.number, row.suffix, last + 1)


# Meetings -------------------------------------------------------------------------------------------------------


def _items_that_move(gone: Meeting, into: Joined) -> list[Any]:
    numbers = set(into.agenda_items.values_list("number", flat=True)) if isinstance(into, Meeting) else set()
    return [item for item in gone.agenda_items.all() if item.number not in numbers]


def _move_contents(gone: Meeting, into: Meeting, after: Following) -> None:
    """Its papers, its agenda as far as the other has no such number, and its recommendations with their addresses."""
    for item in _items_that_move(gone, into):
        item.meeting = into
        item.position = 1 + (into.agenda_items.aggregate(last=Max("position"))["last"] or 0)
        after.add(save_row(item))
    items = {item.number: item for item in into.agenda_items.all()}
    for row in gone.recommendations.select_related("agenda_item"):
        row.agenda_item = items.get(row.agenda_item.number) if row.agenda_item else None
        row.meeting = into
        after.add(save_row(row))
    for paper in gone.documents.all():
        paper.agenda_item = items.get(paper.agenda_item.number) if paper.agenda_item else None
        paper.meeting = into
        after.add(save_row(paper))
