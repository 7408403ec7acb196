"""What was sent of a record at the desk of classification, checked row by row and carried out."""

from dataclasses import dataclass, field

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.models import User
from django.http import HttpRequest

from archive.admin.derived import WAITS_FOR_SECOND, open_choices, standing_of
from archive.admin.history.telling import person_name
from archive.admin.history.two_at_once import has_changed_since
from archive.derivations.by_hand import change_by_staff, following, reject, say_word
from archive.models import (
    Derived,
    OperativeAddressee,
    OperativeClause,
    Recommendation,
    Topic,
    TopicAssignment,
)

from .offered_topics import OfferedTopic, offered_topics
from .queues import ClassifyingQueue

_NOTHING = "لم تختر شيئاً؛ اختر، أو تخطَّ إلى ما يليه."
_NO_ROW = "فيما أُرسل صف ليس من صفوف هذه الصفحة؛ لم يُلتفت إليه."
_NO_CHOICE = "ليس هذا القرار متاحاً؛ لم يتغير شيء."
_NO_CLAUSE = "لا عبارة منطوق في هذه التوصية بعد؛ أضفها في صفحتها."
_DONE = {"confirm": "أُكِّد", "reject": "رُفض", "give_back": "أُعيد إلى القاعدة"}


@dataclass
class Answered:
    """What is told, each sentence with its level; rows that changed, each with what was done; whether to stay here."""

    told: list[tuple[int, str]] = field(default_factory=list)
    done: list[tuple[Derived, str]] = field(default_factory=list)
    stays: bool = False

    def refuse(self, sentence: str) -> None:
        self.told.append((messages.WARNING, sentence))


def carry_out(request: HttpRequest, queue: ClassifyingQueue, key: int, by: User) -> Answered:
    """Call it while nobody else can write: what others have decided meanwhile is told and left alone."""
    answered = Answered()
    if queue.having is None:
        _decide_rows(request, queue, key, by, answered)
    elif queue.wants == "topic":
        _decide_offered(request, key, by, answered)
    if queue.wants == "topic" and request.POST.get("topic"):
        _add_topic(request.POST["topic"], key, by, answered)
    if queue.wants in ("addressees", "actors"):
        _say_persons(request, queue, key, by, answered)
    if not answered.told and not answered.done:
        answered.refuse(_NOTHING)
        answered.stays = True
    return answered


def _decide_rows(request: HttpRequest, queue: ClassifyingQueue, key: int, by: User, answered: Answered) -> None:
    there = {row.pk: row for row in queue.model._default_manager.filter(**{**queue.only, queue.record: key})}
    wanted = _wanted(request)
    open_keys = set(queue.rows(by).filter(**{queue.record: key}).values_list("pk", flat=True))
    chosen: dict[str, list[Derived]] = {}
    for pk, choice in wanted.items():
        row = there.get(pk)
        if row is None:
            answered.refuse(_NO_ROW)
        elif pk not in open_keys or has_changed_since(request, row):
            answered.refuse(_decided_by_other(row))
        elif choice not in open_choices(row):
            answered.refuse(_NO_CHOICE)
        else:
            chosen.setdefault(choice, []).append(row)
    for choice, rows in chosen.items():
        waiting = say_word(rows, choice, by=by, needs_second=settings.ARCHIVE_SECOND_PERSON)
        done = [row for row in rows if row not in waiting]
        answered.done += [(row, _DONE[choice]) for row in done]
        if done:
            answered.told.append((messages.SUCCESS, f"{_DONE[choice]}: {len(done)}."))
        if waiting:
            answered.refuse(f"{len(waiting)}: {WAITS_FOR_SECOND}")


def _decide_offered(request: HttpRequest, key: int, by: User, answered: Answered) -> None:
    """What is said of the topics that the paper's own subjects speak of: a row of staff's, in force or refused."""
    wanted = _said_of(request, "offered-")
    record = Recommendation.objects.filter(pk=key).select_related("document").first()
    if not wanted or record is None:
        return
    there = {one.topic.pk: one for one in offered_topics(record)}
    for pk, choice in wanted.items():
        row = TopicAssignment.objects.filter(recommendation=record, topic=pk).first()
        if row is not None:
            answered.refuse(_decided_by_other(row))
        elif pk not in there:
            answered.refuse(_NO_ROW)
        elif choice not in ("confirm", "reject"):
            answered.refuse(_NO_CHOICE)
        else:
            _write_offered(record, there[pk], choice, by, answered)


def _write_offered(
    record: Recommendation, offered: OfferedTopic, choice: str, by: User, answered: Answered
) -> None:
    row = TopicAssignment(recommendation=record, topic=offered.topic, ground=offered.ground)
    with following():
        change_by_staff(row, by=by)
        if choice == "reject":
            reject(row, by=by)
    answered.done.append((row, _DONE[choice]))
    answered.told.append((messages.SUCCESS, f"{_DONE[choice]}: «{offered.topic}»."))


def _wanted(request: HttpRequest) -> dict[int, str]:
    """What is said of each row: by a key for all that the page showed, or row by row."""
    whole = request.POST.get("all", "")
    if whole:
        return {key: whole for one in request.POST.getlist("shown") if (key := _key(one))}
    return _said_of(request, "row-")


def _said_of(request: HttpRequest, start: str) -> dict[int, str]:
    """By the key that stands behind `start` in the name of a field; what is left open is not said."""
    said = {name.removeprefix(start): str(value) for name, value in request.POST.items() if name.startswith(start)}
    return {key: choice for name, choice in said.items() if choice and (key := _key(name))}


def _key(said: str) -> int:
    """The key of a row as a form sends it; 0, which no row has, for what is none."""
    return int(said) if said.isascii() and said.isdecimal() and len(said) < 16 else 0


def _decided_by_other(row: Derived) -> str:
    if row.decided_by is None:
        return f"{row}: تغيّر هذا الصف بعد أن فتحت الصفحة؛ لم يُنفّذ قرارك فيه."
    return f"{row}: سبقك {person_name(row.decided_by)} إليه، وهو الآن: {standing_of(row)}. لم يُنفّذ قرارك فيه."


def _add_topic(said: str, key: int, by: User, answered: Answered) -> None:
    topic = Topic.objects.in_use().filter(pk=_key(said)).first()
    record = Recommendation.objects.filter(pk=key).first()
    if topic is None or record is None:
        answered.refuse(_NO_ROW)
        return
    row = TopicAssignment.objects.filter(recommendation=record, topic=topic).first()
    if row is None:
        row = TopicAssignment(recommendation=record, topic=topic)
        change_by_staff(row, by=by)
    elif row.decision == Derived.Decision.CONFIRMED:
        answered.refuse(_decided_by_other(row))
        return
    elif say_word([row], "confirm", by=by, needs_second=settings.ARCHIVE_SECOND_PERSON):
        answered.refuse(f"{topic}: {WAITS_FOR_SECOND}")
        return
    answered.done.append((row, f"أُسند إلى «{topic}»"))
    answered.told.append((messages.SUCCESS, f"أُسندت التوصية إلى «{topic}»."))


def _say_persons(request: HttpRequest, queue: ClassifyingQueue, key: int, by: User, answered: Answered) -> None:
    wanted = request.POST.getlist("person")
    codes = [code for code, _name in OperativeAddressee.Code.choices if code in wanted]
    clause = OperativeClause.objects.in_force().filter(recommendation=key).order_by("-is_main", "pk").first()
    if clause is None:
        answered.refuse(_NO_CLAUSE)
    elif len(codes) != len(set(wanted)):
        answered.refuse(_NO_ROW)
    elif codes and (has_changed_since(request, clause) or getattr(clause, queue.wants).exists()):
        answered.refuse(_decided_by_other(clause))
    elif codes:
        change_by_staff(clause, by=by, **{queue.wants: codes})
        answered.done.append((clause, "سُمّيت الجهات"))
        answered.told.append((messages.SUCCESS, f"سُمّيت الجهات: {len(codes)}."))
