"""A run of the loader is one batch: undone as one, but for what staff have touched since, and loaded again."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from archive.derivations.by_hand import confirm, save_by_hand
from archive.derivations.undoing import plan_undoing, undo
from archive.loading.archive import load_archive
from archive.models import Batch, Document, Recommendation, RowChange, TopicAssignment, TopicRule
from archive.record.history.recorded import RECORDED_KINDS, stored_values
from archive.search.entries import rebuild_index
from tests.factories import make_user
from tests.loading.killed_loads import rows

pytestmark = pytest.mark.django_db

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the specimen corpus, loaded."""
    copy = tmp_path / "sources"
    shutil.copytree(ROOT / "sources", copy)
    load_archive([copy])
    return copy


def counts() -> dict[str, int]:
    return {kind.name: kind.model._default_manager.count() for kind in RECORDED_KINDS}


def everything() -> dict[str, dict[int, Any]]:
    """All rows with a history, by key and with what they say."""
    return {
        kind.name: {row.pk: stored_values(kind, row) for row in kind.model._default_manager.all()}
        for kind in RECORDED_KINDS
        if kind.fields or kind.name in ("erratum", "topic_rule")
    }


def test_a_load_is_one_batch_that_tells_of_every_row(folder: Path) -> None:
    batch = Batch.objects.get()
    assert (batch.act, batch.by, batch.run_id is not None) == ("load", None, True)
    came = RowChange.objects.filter(fate="came")
    named = {
        kind: came.filter(kind=kind).count()
        for kind in ("recommendation", "document", "erratum", "topic_rule")
    }
    assert named == {kind: counts()[kind] for kind in named}
    assert came.filter(kind="topic_assignment", follows=True).count() == TopicAssignment.objects.count()
    load_archive([folder])
    assert Batch.objects.count() == 1


def test_a_load_is_undone_and_the_undoing_too(folder: Path) -> None:
    before, all_rows = everything(), rows()
    listed = _listed()
    done = undo(Batch.objects.get(), by=make_user("salma"))
    assert done.left == []
    assert {kind: count for kind, count in counts().items() if count} == {"synonym": counts()["synonym"]}
    assert Client().get(f"/recommendations/{_first(before)}/").status_code == 404
    assert done.batch is not None
    assert undo(done.batch).left == []
    assert everything() == before
    assert _but_words(rows()) == _but_words(all_rows)
    assert _listed() == listed != []
    rebuild_index()
    assert rows() == all_rows
    assert _outcomes(load_archive([folder])) == {"unchanged"}


def _listed() -> list[str]:
    """What readers are shown."""
    found = Client().get("/api/v1/recommendations/", {"page_size": "100"}).json()
    return [one["locator"] for one in found["results"]]


def _but_words(told: list[str]) -> list[str]:
    """The list of words of the index counts what comes, never what goes, until it is built anew."""
    return [one for one in told if '"model": "searchword"' not in one]


def _first(before: dict[str, dict[int, Any]]) -> str:
    return str(next(iter(before["recommendation"].values()))["locator"])


def _outcomes(report: Any) -> set[str]:
    return {outcome for found in report.outcomes().values() for outcome, count in found.items() if count}


def test_what_was_undone_comes_again_with_the_next_load(folder: Path) -> None:
    before = counts()
    undo(Batch.objects.get())
    load_archive([folder])
    assert counts() == before


def test_what_staff_have_touched_since_stays_with_all_that_it_stands_under(folder: Path) -> None:
    load = Batch.objects.get()
    edited = Recommendation.objects.filter(subparagraphs=None).exclude(document=None).first()
    word = TopicAssignment.objects.exclude(recommendation=edited).first()
    assert edited is not None and edited.document is not None and word is not None
    edited.chapeau += " وبعد."
    save_by_hand(edited)
    confirm(word, by=make_user("huda"))
    done = undo(load)
    assert set(Recommendation.objects.values_list("pk", flat=True)) == {edited.pk, word.recommendation_id}
    assert edited.document in Document.objects.all()
    assert {one.why for one in done.left} == {"عُدّل هو أو ما تحته بعد ذلك، فلم يُحذف."}
    assert ("recommendation", edited.pk) in {(one.change.kind.name, one.change.key) for one in done.left}


def test_a_second_load_is_undone_to_what_the_first_said(folder: Path) -> None:
    row = next(
        one
        for one in Recommendation.objects.filter(subparagraphs=None).select_related("document")
        if one.first_line == one.last_line and one.printed_chapeau in _text_of(folder, one)
    )
    before = everything()
    file = folder / row.document.source_file  # type: ignore[union-attr]
    changed = row.printed_chapeau.replace(" ", " حقاً ", 1)
    file.write_text(
        file.read_text(encoding="utf-8-sig").replace(row.printed_chapeau, changed), encoding="utf-8"
    )
    load_archive([folder])
    row.refresh_from_db()
    assert row.printed_chapeau == changed
    second = Batch.objects.latest("pk")
    assert plan_undoing(second).left == []
    undo(second)
    assert everything() == before


def _text_of(folder: Path, row: Any) -> str:
    return (folder / row.document.source_file).read_text(encoding="utf-8-sig")


def test_the_effect_of_a_rule_is_undone_with_the_rule(folder: Path) -> None:
    rule = TopicRule.objects.filter(is_used=True, topic__assignments__isnull=False).first()
    assert rule is not None
    pairs = set(TopicAssignment.objects.values_list("recommendation", "topic"))
    for one in TopicRule.objects.filter(topic=rule.topic):
        one.is_used = False
        save_by_hand(one)
    without = set(TopicAssignment.objects.values_list("recommendation", "topic"))
    followed = RowChange.objects.filter(
        batch__act="other", kind="topic_assignment", fate="went", follows=True
    )
    assert followed.count() == len(pairs - without) > 0
    for batch in Batch.objects.filter(act="other"):
        assert undo(batch).left == []
    assert set(TopicAssignment.objects.values_list("recommendation", "topic")) == pairs
