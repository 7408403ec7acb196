"""What a process holds, brought up to date by what was touched, is what it would read anew: whole values."""

import random
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from archive.derivations.by_hand import (
    change_by_staff,
    confirm,
    delete_by_hand,
    give_back,
    reject,
    save_by_hand,
)
from archive.filters.snapshot import Snapshot, build_snapshot, current_snapshot
from archive.loading.archive import load_archive
from archive.models import (
    ArchiveState,
    Citation,
    Document,
    Meeting,
    OperativeClause,
    Recommendation,
    Subparagraph,
    Topic,
    TopicAssignment,
)
from archive.models.publication import as_readers_see, as_staff_see
from archive.record.steps import touched_between

pytestmark = pytest.mark.django_db

SPECIMEN = Path(__file__).resolve().parents[2] / "sources"


@pytest.fixture(scope="module", autouse=True)
def loaded(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The specimen, loaded once for all of them."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_archive([SPECIMEN])
        yield
        transaction.set_rollback(True)


def whole(snapshot: Snapshot) -> dict[str, Any]:
    """All its values, with the order in which they stand."""
    names = [known.name for known in fields(snapshot) if known.name != "remembered"]
    return {name: ordered(getattr(snapshot, name)) for name in names}


def ordered(value: Any) -> Any:
    return [(key, ordered(own)) for key, own in value.items()] if isinstance(value, dict) else value


def token() -> str:
    return ArchiveState.objects.get().token


def edit(chance: random.Random) -> None:
    """One thing that staff may do to recommendations and to what they mean."""
    rows = list(Recommendation.objects.order_by("pk"))
    row = chance.choice(rows)
    match chance.randrange(10):
        case 0:
            row.chapeau = chance.choice(rows).chapeau
            save_by_hand(row)
        case 1:
            row.agenda_item = chance.choice([None, *row.meeting.agenda_items.order_by("pk")])
            save_by_hand(row)
        case 2:
            row.document = chance.choice([None, *Document.objects.order_by("pk")])
            save_by_hand(row)
        case 3:
            row.state = chance.choice(["draft", "published"])
            save_by_hand(row)
        case 4:
            meeting = chance.choice(list(Meeting.objects.order_by("pk")))
            save_by_hand(Recommendation(meeting=meeting, number=chance.randrange(900, 990), chapeau=row.chapeau))
        case 5:
            mine = Recommendation.objects.filter(number__gte=900).order_by("pk").first()
            if mine is not None:
                delete_by_hand(mine)
        case 6:
            say = chance.choice([confirm, reject, give_back])
            derived: Any = chance.choice([TopicAssignment, OperativeClause, Citation])
            say(chance.choice(list(derived.objects.exclude(recommendation=None).order_by("pk"))))
        case 7:
            topic = chance.choice(list(Topic.objects.order_by("pk")))
            if not TopicAssignment.objects.filter(topic=topic, recommendation=row).exists():
                change_by_staff(TopicAssignment(topic=topic, recommendation=row))
        case 8:
            clause = row.operative_clauses.order_by("pk").first()
            if clause is not None:
                change_by_staff(clause, addressees=["conference"], actors=["unodc"])
        case _:
            if row.subparagraphs.exists():
                item = row.subparagraphs.order_by("-position")[0]
                item.text = chance.choice(rows).chapeau
                save_by_hand(item)
            else:
                save_by_hand(Subparagraph(recommendation=row, position=1, label="أ", text=row.chapeau))


def test_after_any_edits_it_is_the_one_built_anew_for_readers_and_for_staff() -> None:
    chance = random.Random(18)
    followed = 0
    for _turn in range(20):
        before = token()
        for seen in (as_readers_see, as_staff_see):
            with seen():
                current_snapshot()
        edit(chance)
        followed += touched_between(before, token()) is not None
        for seen in (as_readers_see, as_staff_see):
            with seen():
                assert whole(current_snapshot()) == whole(build_snapshot())
    assert followed >= 16


def test_an_edit_reads_only_what_it_touched() -> None:
    first = current_snapshot()
    row = Recommendation.objects.order_by("pk")[3]
    row.chapeau += " وأن تعيد النظر."
    save_by_hand(row)
    with CaptureQueriesContext(connection) as queries:
        assert current_snapshot() is not first
    assert len(queries) <= 11
    assert current_snapshot().labels is first.labels


def test_of_a_change_that_nobody_noted_all_is_read_anew() -> None:
    before = token()
    current_snapshot()
    meeting = Meeting.objects.order_by("pk")[0]
    meeting.place = "بلدة أخرى"
    save_by_hand(meeting)
    assert touched_between(before, token()) is None
    assert whole(current_snapshot()) == whole(build_snapshot())


def test_changes_one_after_the_other_are_taken_together_and_a_state_that_is_not_among_them_parts_them() -> None:
    tokens, keys = [token()], []
    for row in Recommendation.objects.order_by("pk")[:3]:
        row.chapeau += " وأن تعيد النظر."
        save_by_hand(row)
        tokens.append(token())
        keys.append(row.pk)
    assert touched_between(tokens[0], tokens[3]) == frozenset(keys)
    assert touched_between(tokens[1], tokens[2]) == frozenset(keys[1:2])
    assert touched_between(tokens[2], tokens[2]) == frozenset()
    assert touched_between(tokens[2], tokens[1]) is None
    assert touched_between("of another database", tokens[3]) is None
    ArchiveState.objects.raise_version()
    assert touched_between(tokens[3], token()) is None
