"""What an edit of topics and rules would change, found out before it is saved: it is done, shown, and taken back."""

from collections.abc import Iterable, Iterator
from copy import copy
from dataclasses import dataclass
from typing import Any

from django.contrib.admin.utils import unquote
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from archive.derivations.by_hand import Following, following
from archive.models import Batch, Derived, Recommendation, Topic, TopicAssignment
from archive.record.history.journal import acting
from archive.record.kinds import KIND_BY_NAME
from archive.record.state import locked_state

from . import display
from .history.person import person_acting
from .history.two_at_once import meet_others
from .history.waiting_turn import Turn, in_turn

#: The key that shows the effect; the field that says that it was seen, and its value.
SHOW, SEEN, NEED_ACKNOWLEDGING = "_show_effect", "_effect_seen", "1"
_FLAG = "_is_only_shown"


@dataclass(frozen=True, slots=True)
class MovedText:
    """A recommendation that would come under a topic or leave it."""

    locator: str
    address: str
    text: str


@dataclass(frozen=True, slots=True)
class TopicEffect:
    """By the name of the topic."""

    topic: str
    entered: tuple[MovedText, ...]
    left: tuple[MovedText, ...]


@dataclass(frozen=True, slots=True)
class ShownEffect:
    """`hidden`: what staff confirmed and readers would no longer find. `waits`: of a large archive nothing is known
    before it is read again.
    """

    topics: tuple[TopicEffect, ...]
    others: tuple[str, ...]
    hidden: tuple[MovedText, ...]
    waits: bool

    @property
    def is_none(self) -> bool:
        return not (self.topics or self.others or self.hidden or self.waits)


class _Silent:
    """In place of the messages of a request whose work is taken back."""

    used = False

    def add(self, *args: Any, **kwargs: Any) -> None:
        pass

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


def is_only_shown(request: HttpRequest) -> bool:
    return bool(getattr(request, _FLAG, False))


def hidden_by(site: Any, request: HttpRequest, object_id: str | None) -> list[TopicAssignment]:
    """What staff confirmed and this form would hide: a rule never takes it back, only its topic put out of use does."""
    if site.model is not Topic or object_id is None or request.POST.get("is_used"):
        return []
    topic = site.get_object(request, unquote(object_id))
    if topic is None or not topic.is_used:
        return []
    confirmed = topic.assignments.filter(decision=Derived.Decision.CONFIRMED)
    return list(confirmed.select_related("recommendation__meeting__body").order_by("recommendation__locator"))


def try_out(
    site: Any, request: HttpRequest, object_id: str | None, form_url: str
) -> tuple[HttpResponse, ShownEffect | None]:
    """Do what the form asks within a transaction that is rolled back. Without an effect, the answer says what is wrong
    with the form, or that the database is busy.
    """
    found: list[ShownEffect] = []
    hidden = hidden_by(site, request, object_id)

    def work(turn: Turn) -> HttpResponse:
        quiet: Any = copy(request)
        quiet._messages = _Silent()
        with transaction.atomic():
            with acting(person_acting(request, Batch.Act.RULES)), following() as after:
                locked_state()
                turn.begun = True
                answer = meet_others(site, quiet, object_id)
                answer = answer or site._changeform_view(quiet, object_id, form_url, {})
            if isinstance(answer, HttpResponseRedirect):
                found.append(_effect(after, hidden))
            transaction.set_rollback(True)
        return answer

    answer = in_turn(site, request, work)
    return answer, found[0] if found else None


def _effect(after: Following, hidden: list[TopicAssignment]) -> ShownEffect:
    moves = after.moves
    topics = tuple(
        TopicEffect(topic, _texts(moves.entered.get(topic, ())), _texts(moves.left.get(topic, ())))
        for topic in {**moves.entered, **moves.left}
    )
    others = tuple(
        f"{KIND_BY_NAME[name].names[1]}: {tally.created + tally.updated + tally.missing + tally.joined}"
        for name, tally in after.done.tallies.items()
        if name != "topic_assignment" and tally.writes
    )
    return ShownEffect(
        topics, others, _texts(one.recommendation.locator for one in hidden), after.waits_for_load
    )


def _texts(locators: Iterable[str]) -> tuple[MovedText, ...]:
    wanted = list(locators)
    rows = {row.locator: row for row in Recommendation.objects.filter(locator__in=wanted)}
    return tuple(
        MovedText(one, rows[one].get_absolute_url(), display.opening(rows[one].text, 160))
        for one in wanted
        if one in rows
    )


def show_again(
    site: Any, request: HttpRequest, object_id: str | None, form_url: str, context: dict[str, Any]
) -> HttpResponse:
    """The form as it was typed, not saved, with more in its context."""
    setattr(request, _FLAG, True)
    opened = request.POST.get("_opened_at", "")
    answer: HttpResponse = site._changeform_view(request, object_id, form_url, {"opened_at": opened, **context})
    return answer
