import pytest

from archive.record.merge import (
    STATED_BY,
    Contradiction,
    FieldMerge,
    RowMerge,
    Stated,
    differences,
    merge_row,
    merge_stated,
    strongest,
)


@pytest.mark.parametrize(
    ("held", "offered", "base", "outcome", "write", "new_base"),
    [
        ("أ", "أ", {"text": "أ"}, "unchanged", {}, {"text": "أ"}),
        ("أ", "ب", {"text": "أ"}, "updated", {"text": "ب"}, {"text": "ب"}),
        ("ج", "أ", {"text": "أ"}, "kept", {}, {"text": "أ"}),
        ("ج", "ب", {"text": "أ"}, "conflict", {}, {"text": "أ"}),
        ("ب", "ب", {"text": "أ"}, "unchanged", {}, {"text": "ب"}),
        ("ج", "ب", {}, "conflict", {}, {}),
        ("", "ب", {}, "updated", {"text": "ب"}, {"text": "ب"}),
        (None, "ب", {}, "updated", {"text": "ب"}, {"text": "ب"}),
        ("", "ب", {"text": "ب"}, "kept", {}, {"text": "ب"}),
    ],
)
def test_a_field_is_merged_against_what_the_source_said_last(held, offered, base, outcome, write, new_base):
    fields = () if outcome == "unchanged" else (FieldMerge("text", outcome, held, offered),)
    assert merge_row({"text": held}, {"text": offered}, base) == RowMerge(outcome, write, new_base, fields)


def test_a_field_that_the_source_does_not_state_is_left_alone():
    assert merge_row({"text": "أ", "title": "ب"}, {"text": "أ"}, {"text": "أ", "title": "ب"}) == RowMerge(
        "unchanged", {}, {"text": "أ", "title": "ب"}, ()
    )


def test_the_outcome_of_a_row_is_the_strongest_of_its_fields():
    assert strongest(["unchanged", "kept", "updated", "conflict"]) == "conflict"
    assert strongest(["kept", "updated"]) == "updated"
    assert strongest([]) == "unchanged"


def _said(value, ground, file):
    return {"start": value, STATED_BY: {"start": [ground, file]}}


def test_a_better_ground_wins_and_the_weaker_source_is_contradicted():
    merged = merge_stated(
        {"start": "2015-11-11"},
        {"start": Stated("2013-11-11", "report")},
        _said("2015-11-11", "mention", "b.txt"),
        "a.txt",
    )
    assert merged == RowMerge(
        "updated",
        {"start": "2013-11-11"},
        _said("2013-11-11", "report", "a.txt"),
        (FieldMerge("start", "updated", "2015-11-11", "2013-11-11"),),
        (Contradiction("start", "2015-11-11", "2013-11-11", "b.txt"),),
    )


def test_a_weaker_ground_changes_nothing_and_is_contradicted():
    base = _said("2013-11-11", "report", "a.txt")
    merged = merge_stated(
        {"start": "2013-11-11"}, {"start": Stated("2015-11-11", "mention")}, base, "b.txt"
    )
    assert merged == RowMerge(
        "unchanged", {}, base, (), (Contradiction("start", "2015-11-11", "2013-11-11", "b.txt"),)
    )


def test_two_sources_of_equal_ground_that_differ_are_a_conflict():
    base = _said("2013-11-11", "report", "a.txt")
    merged = merge_stated({"start": "2013-11-11"}, {"start": Stated("2013-11-12", "report")}, base, "b.txt")
    assert merged == RowMerge(
        "conflict", {}, base, (FieldMerge("start", "conflict", "2013-11-11", "2013-11-12"),)
    )


def test_the_same_source_may_change_its_mind():
    merged = merge_stated(
        {"start": "2013-11-11"},
        {"start": Stated("2013-11-12", "report")},
        _said("2013-11-11", "report", "a.txt"),
        "a.txt",
    )
    assert merged.write == {"start": "2013-11-12"}
    assert merged.base == _said("2013-11-12", "report", "a.txt")


def test_a_source_under_a_new_name_may_change_its_mind_too():
    merged = merge_stated(
        {"start": "2013-11-11"},
        {"start": Stated("2013-11-12", "report")},
        _said("2013-11-11", "report", "a.txt"),
        "b.txt",
        "a.txt",
    )
    assert (merged.write, merged.contradictions) == ({"start": "2013-11-12"}, ())
    assert merged.base == _said("2013-11-12", "report", "b.txt")


def test_what_staff_changed_is_told_by_field():
    base = {"place": "فيينا", "start": "2013-11-11", STATED_BY: {}}
    assert differences({"place": "جنيف", "start": "2013-11-11"}, base) == [("place", "فيينا", "جنيف")]
