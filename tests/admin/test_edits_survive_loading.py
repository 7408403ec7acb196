"""Integration of admin and loader, on the specimen corpus: what staff write stays through every load."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from archive.loading.archive import load_archive
from archive.models import Conflict, Recommendation

from .forms import filled_in

pytestmark = pytest.mark.django_db

ROOT = Path(__file__).resolve().parents[2]
OURS = "ينبغي للدول أن تقرأ هذه الصيغة."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the specimen corpus, loaded."""
    copy = tmp_path / "sources"
    shutil.copytree(ROOT / "sources", copy)
    load_archive([copy])
    return copy


@pytest.fixture
def plain(folder: Path) -> Recommendation:
    """A recommendation without lettered items, whose text stands on one line of its file."""
    row = next(
        row
        for row in Recommendation.objects.filter(subparagraphs=None).select_related("document")
        if row.first_line == row.last_line and row.printed_chapeau in text_of(folder, row)
    )
    return row


def text_of(folder: Path, row: Any) -> str:
    return (folder / row.document.source_file).read_text(encoding="utf-8-sig")


def edit(staff: Client, row: Recommendation, **typed: Any) -> None:
    address = f"/admin/archive/recommendation/{row.pk}/change/"
    assert staff.post(address, filled_in(staff.get(address), **typed)).status_code == 302


def test_opening_and_saving_a_form_changes_nothing(staff: Client, folder: Path) -> None:
    before = list(Recommendation.objects.order_by("pk").values("locator", "text", "printed_text", "chapeau"))
    for row in Recommendation.objects.all():
        edit(staff, row)
    after = list(Recommendation.objects.order_by("pk").values("locator", "text", "printed_text", "chapeau"))
    assert after == before
    assert {
        outcome for counts in load_archive([folder]).outcomes().values() for outcome, n in counts.items() if n
    } == {"unchanged"}


def test_an_edited_text_stays_when_its_source_is_loaded_again(
    staff: Client, folder: Path, plain: Any
) -> None:
    edit(staff, plain, chapeau=OURS)
    outcomes = load_archive([folder]).outcomes()["recommendation"]
    plain.refresh_from_db()
    assert (plain.chapeau, plain.text, outcomes["kept"], outcomes["updated"]) == (OURS, OURS, 1, 0)
    assert Conflict.objects.count() == 0


def test_a_source_that_changed_meanwhile_asks_and_staff_may_take_it(
    staff: Client, folder: Path, plain: Any
) -> None:
    edit(staff, plain, chapeau=OURS)
    file = folder / plain.document.source_file
    theirs = plain.printed_chapeau.removesuffix(".") + " في كل عام."
    file.write_text(text_of(folder, plain).replace(plain.printed_chapeau, theirs), encoding="utf-8")
    load_archive([folder])
    conflict = Conflict.objects.get(field="chapeau")
    assert (conflict.locator, conflict.held, conflict.state) == (plain.locator, OURS, "open")
    staff.post(f"/admin/archive/conflict/{conflict.pk}/change/", {"choice": "take"})
    plain.refresh_from_db()
    assert plain.chapeau == conflict.offered
    assert load_archive([folder]).outcomes()["recommendation"]["kept"] == 0


def test_a_recommendation_entered_by_hand_lives_beside_the_loaded_ones(staff: Client, folder: Path) -> None:
    meeting = Recommendation.objects.in_official_order().first().meeting
    address = f"/admin/archive/recommendation/add/?meeting={meeting.pk}"
    staff.post(address, filled_in(staff.get(address), number=900, chapeau=OURS))
    load_archive([folder])
    held = Recommendation.objects.get(number=900)
    assert (held.locator, held.text, held.missing_since) == (f"{meeting.slug}.900", OURS, None)
