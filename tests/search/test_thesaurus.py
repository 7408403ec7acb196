"""The starting thesaurus through reloads: its lines come and go, staff's stay."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.management import call_command

from archive.derivations.by_hand import save_by_hand
from archive.models import ArchiveState, SearchSynonym
from archive.search.entries import rebuild_index
from archive.search.match import search_recommendations
from archive.search.names_in_words import name_synonyms
from archive.search.thesaurus import renew_thesaurus
from archive.vocabulary import data_files
from tests import factories

pytestmark = pytest.mark.django_db

Start = Callable[..., None]


@pytest.fixture
def start_from(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Start:
    """Other starting data: groups with bars between their words."""
    file = tmp_path / "thesaurus.txt"
    # Read before the folder is another: the terms of other languages stand beside it.
    name_synonyms()
    monkeypatch.setattr(data_files, "_FOLDER", tmp_path)

    def start(*groups: str) -> None:
        file.write_text("\n".join(("# groups", *groups)), encoding="utf-8")

    start("مطر | غيث", "قناة | ترعة", "جسر | قنطرة", "سد | حاجز")
    return start


def lines() -> list[tuple[str, bool, str]]:
    return list(SearchSynonym.objects.order_by("words").values_list("words", "is_used", "given"))


def test_a_dropped_line_that_nobody_touched_goes_and_a_new_one_comes(start_from: Start) -> None:
    rebuild_index()
    start_from("قناة | ترعة", "نهر | واد")
    rebuild_index()
    assert lines() == [("قناة، ترعة", True, "قناة، ترعة"), ("نهر، واد", True, "نهر، واد")]


def test_a_dropped_line_that_staff_touched_in_any_way_stays_as_they_left_it(start_from: Start) -> None:
    rebuild_index()
    changed, unused, annotated = (SearchSynonym.objects.get(words=words) for words in (
        "مطر، غيث", "قناة، ترعة", "جسر، قنطرة",
    ))  # fmt: skip
    changed.words = "مطر، غيث، وابل"
    unused.is_used = False
    annotated.note = "من اجتماع الخبراء"
    for line in (changed, unused, annotated):
        save_by_hand(line)
    start_from("نهر | واد")
    rebuild_index()
    rebuild_index()
    assert lines() == [
        ("جسر، قنطرة", True, "جسر، قنطرة"),
        ("قناة، ترعة", False, "قناة، ترعة"),
        ("مطر، غيث، وابل", True, "مطر، غيث"),
        ("نهر، واد", True, "نهر، واد"),
    ]
    assert SearchSynonym.objects.get(pk=annotated.pk).note == "من اجتماع الخبراء"


def test_a_line_of_staffs_own_stays_whatever_the_data_says(start_from: Start) -> None:
    save_by_hand(SearchSynonym(words="نهر، واد"))
    rebuild_index()
    start_from("نهر | واد")
    rebuild_index()
    start_from("قناة | ترعة")
    rebuild_index()
    assert lines() == [("قناة، ترعة", True, "قناة، ترعة"), ("نهر، واد", True, "")]


def test_a_line_that_comes_back_meets_staffs_version_of_it(start_from: Start) -> None:
    rebuild_index()
    line = SearchSynonym.objects.get(words="سد، حاجز")
    line.words, line.is_used = "سد، حاجز مائي", False
    save_by_hand(line)
    start_from("مطر | غيث")
    rebuild_index()
    start_from("مطر | غيث", "سد | حاجز")
    rebuild_index()
    assert lines() == [("سد، حاجز مائي", False, "سد، حاجز"), ("مطر، غيث", True, "مطر، غيث")]


def test_the_same_data_again_changes_nothing(start_from: Start) -> None:
    rebuild_index()
    before = list(SearchSynonym.objects.order_by("pk").values())
    version = ArchiveState.objects.get().data_version
    assert renew_thesaurus() == 0
    assert list(SearchSynonym.objects.order_by("pk").values()) == before
    assert ArchiveState.objects.get().data_version == version


def test_a_start_brings_the_lines_of_a_new_release_without_a_new_index(
    start_from: Start, capsys: pytest.CaptureFixture[str]
) -> None:
    row = factories.make_recommendation(1, "ينبغي حماية الأنهار.")
    rebuild_index()
    build = ArchiveState.objects.get().index_build
    assert search_recommendations("وديان").full == []
    start_from("نهر | وديان", "قناة | ترعة")
    call_command("rebuild_search_index", "--if-needed")
    assert capsys.readouterr().out == (
        "The search index is in order.\nLines of the thesaurus to start from that came or went: 4.\n"
    )
    assert [pk for pk, _rank in search_recommendations("وديان").full] == [row.pk]
    assert ArchiveState.objects.get().index_build == build


def test_without_an_index_there_is_nothing_to_renew(start_from: Start) -> None:
    assert (renew_thesaurus(), lines()) == (0, [])
