"""After any edits the archive holds what reading all of it anew gives, though it was computed change by change."""

import random
from pathlib import Path

import pytest

from archive.derivations.by_hand import delete_by_hand, reject, save_by_hand
from archive.derivations.deriving import derive_everything
from archive.loading.archive import load_archive
from archive.models import (
    FollowUp,
    Kinship,
    Meeting,
    Paragraph,
    Recommendation,
    Subparagraph,
    TopicAssignment,
)

pytestmark = pytest.mark.django_db

SPECIMEN = Path(__file__).resolve().parents[2] / "sources"
_EDITS = 12


def said_of_all() -> list[object]:
    """Kinship and follow-ups as they are stored."""
    kin = Kinship.objects.order_by("earlier", "later")
    told = FollowUp.objects.order_by("recommendation", "paragraph")
    return [
        list(kin.values_list("earlier", "later", "earlier_item", "later_item", "relation", "score", "evidence")),
        list(told.values_list("recommendation", "paragraph", "subparagraph", "score", "evidence")),
    ]


def edit(chance: random.Random) -> None:
    """One thing that staff may do, of many."""
    rows = list(Recommendation.objects.order_by("pk"))
    row = chance.choice(rows)
    match chance.randrange(10):
        case 0 | 1:
            words = chance.choice(rows).chapeau.split()
            row.chapeau = f"{row.chapeau} {' '.join(words[len(words) // 2 :])}"
        case 2:
            words = row.chapeau.split()
            chance.shuffle(words)
            row.chapeau = " ".join(words)
        case 3:
            item = chance.choice(list(Subparagraph.objects.order_by("pk")))
            item.text = chance.choice(rows).chapeau
            save_by_hand(item)
            return
        case 4:
            paragraph = chance.choice(list(Paragraph.objects.order_by("pk")))
            paragraph.text += f" {row.chapeau}"
            save_by_hand(paragraph)
            return
        case 5:
            save_by_hand(Subparagraph(recommendation=row, position=20, label="ر", text=chance.choice(rows).chapeau))
            return
        case 8 | 9:
            item = chance.choice(list(Subparagraph.objects.order_by("pk")))
            delete_by_hand(item)
            return
        case 6:
            assigned = TopicAssignment.objects.suggested().order_by("pk").first()
            if assigned is not None:
                reject(assigned, by=None)
            return
        case _:
            meeting = chance.choice(list(Meeting.objects.exclude(start=None).order_by("pk")))
            meeting.end = meeting.start
            save_by_hand(meeting)
            return
    save_by_hand(row)


def test_edits_one_after_the_other_give_what_reading_all_anew_gives() -> None:
    load_archive([SPECIMEN])
    chance = random.Random(20)
    for turn in range(_EDITS):
        edit(chance)
        if turn % 4 == 3:
            before = said_of_all()
            told = {one.kind: one.tally for one in derive_everything(anew=True)}
            assert {kind: tally for kind, tally in told.items() if tally.writes} == {}
            assert said_of_all() == before
