"""What waits to be classified, queue by queue: which rows, about which records, in which order."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from django.contrib.auth.models import User
from django.db.models import Count, QuerySet

from archive.models import (
    Citation,
    Derived,
    FollowUp,
    Kinship,
    OperativeActor,
    OperativeAddressee,
    OperativeClause,
    Paragraph,
    PendingWord,
    Recommendation,
    TopicAssignment,
)
from archive.models.kinship import NEAR_ENOUGH
from archive.record.kinds import kind_of

from .offered_topics import with_offer

#: Topics of which the rule is less sure stand in a queue of their own: one in ten of those of the real sources.
WEAK = 0.6


@dataclass(frozen=True)
class ClassifyingQueue:
    """`model`: the rows that are decided about or added, `record` the field that leads to the record, of the model
    `about`. `only` narrows the rows; `having` gives, in a queue of records that lack something, those that have it;
    `among` narrows such a queue to the keys that it gives. `wants` is what is typed there. `is_second`: a
    first person has spoken.
    """

    code: str
    name: str
    note: str
    model: type[Derived]
    record: str = "recommendation_id"
    only: Mapping[str, Any] = field(default_factory=dict)
    about: type[Recommendation] | type[Paragraph] = Recommendation
    having: Callable[[], QuerySet[Any]] | None = None
    among: Callable[[], Iterable[int]] | None = None
    wants: str = ""
    is_second: bool = False

    @property
    def permission(self) -> str:
        return f"archive.change_{self.model._meta.model_name}"

    def rows(self, by: User) -> QuerySet[Any]:
        """What this person may still say something about."""
        if self.having is not None:
            lacking = Recommendation.objects.exclude(pk__in=self.having())
            return lacking if self.among is None else lacking.filter(pk__in=self.among())
        words = PendingWord.objects.filter(kind=str(kind_of(self.model())))
        rows: QuerySet[Any] = self.model._default_manager.filter(**self.only)
        if self.is_second:
            return rows.filter(pk__in=words.exclude(by=by).values("key"))
        suggested = rows.filter(origin=Derived.Origin.RULE, decision=Derived.Decision.NONE)
        return suggested.exclude(pk__in=words.values("key"))

    def counts(self, by: User) -> tuple[int, int]:
        """How many rows, on how many records."""
        found = self.rows(by).order_by().aggregate(rows=Count("pk"), records=Count(self.record, distinct=True))
        return found["rows"], found["records"]

    def next_after(self, key: int, by: User) -> int | None:
        """The record that comes behind this one; at the end the first again; None where nothing waits."""
        keys = self.rows(by).order_by(self.record).values_list(self.record, flat=True)
        later: int | None = keys.filter(**{f"{self.record}__gt": key}).first()
        return later if later is not None else keys.first()


def _with_topic() -> QuerySet[Any]:
    return TopicAssignment.objects.in_force().values("recommendation")


def _with_addressee() -> QuerySet[Any]:
    return OperativeAddressee.objects.filter(clause__in=OperativeClause.objects.in_force()).values(
        "clause__recommendation"
    )


def _with_actor() -> QuerySet[Any]:
    return OperativeActor.objects.filter(clause__in=OperativeClause.objects.in_force()).values(
        "clause__recommendation"
    )


_LACKING = (
    ClassifyingQueue(
        "no-topic", "بلا موضوع", "لا يجدها من يتصفح المواضيع.",
        TopicAssignment, "pk", having=_with_topic, wants="topic",
    ),
    ClassifyingQueue(
        "paper-topics", "بلا موضوع، ولورقتها مواضيع",
        "مواضيع الورقة كما تسميها الأمم المتحدة؛ لا يُسند منها شيء حتى تقبله.",
        TopicAssignment, "pk", having=_with_topic, among=with_offer, wants="topic",
    ),
    ClassifyingQueue(
        "no-addressee", "بلا جهة مخاطَبة", "لا يُعرف إلى من يُقال الطلب.",
        OperativeClause, "pk", having=_with_addressee, wants="addressees",
    ),
    ClassifyingQueue(
        "no-actor", "بلا جهة مطلوب منها الإجراء", "لا يُعرف من يُطلب منه أن يفعل.",
        OperativeClause, "pk", having=_with_actor, wants="actors",
    ),
)  # fmt: skip
_SUGGESTED = (
    ClassifyingQueue("topics", "مواضيع مقترحة", "حُدِّدت آلياً، ويراها القراء كذلك.", TopicAssignment, wants="topic"),
    ClassifyingQueue("clauses", "عبارات منطوق مقترحة", "العبارة وصنفها ومن يُخاطَب ومن يُطلب منه.", OperativeClause),
    ClassifyingQueue(
        "citations", "استشهادات مقترحة في التوصيات", "ما يشير إليه النص.",
        Citation, only={"recommendation__isnull": False},
    ),
    ClassifyingQueue(
        "paper-citations", "استشهادات مقترحة في فقرات الوثائق", "ما تشير إليه الفقرة.",
        Citation, "paragraph_id", {"paragraph__isnull": False}, Paragraph,
    ),
    ClassifyingQueue("kin", "صلات مقترحة بين التوصيات", "ما تكرره توصية من أخرى أو تقوّيه.", Kinship, "later_id"),
    ClassifyingQueue("follow-ups", "إفادات لاحقة مقترحة", "فقرات قد تخبر بما جرى في شأن توصية.", FollowUp),
)  # fmt: skip
_WEAK = (
    ClassifyingQueue(
        "weak-topics", "مواضيع ضعيفة الثقة", "رجّحتها القواعد ولم تقطع بها.",
        TopicAssignment, only={"confidence__lt": WEAK}, wants="topic",
    ),
    ClassifyingQueue(
        "weak-follow-ups", "إفادات لاحقة ضعيفة", "لا يراها القراء إلا إن أكدتها.",
        FollowUp, only={"score__lt": NEAR_ENOUGH},
    ),
)  # fmt: skip
QUEUES: tuple[ClassifyingQueue, ...] = (*_LACKING, *_SUGGESTED, *_WEAK)
#: Where a second person is asked: what the first has said of each.
SECOND_QUEUES = tuple(
    replace(
        queue,
        code=f"second-{queue.code}",
        name=f"{queue.name}، قال فيها شخص قوله",
        note="لا ينفَّذ القرار حتى يقول شخص ثانٍ مثله.",
        wants="",
        is_second=True,
    )
    for queue in _SUGGESTED
)
QUEUE_BY_CODE = {queue.code: queue for queue in (*QUEUES, *SECOND_QUEUES)}
