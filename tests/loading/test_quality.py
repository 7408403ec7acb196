import shutil
from pathlib import Path

import pytest
from pytest_django import DjangoAssertNumQueries

from archive.derivations.by_hand import change_by_staff, reject
from archive.loading.archive import load_archive
from archive.loading.quality import (
    check_numbering,
    check_numbers,
    check_quality,
    quality_as_lines,
    without_meaning,
)
from archive.models import OperativeClause, Recommendation, Topic, TopicAssignment
from tests import factories
from tests.factories_of_meaning import REJECTED, make_assignment, make_clause, make_topic

from .papers import erratum, load, paragraph, recommendation, report

SPECIMEN = Path(__file__).resolve().parents[2] / "sources"


@pytest.mark.parametrize(
    ("numbers", "gaps", "doubles"),
    [([1, 3], [2], []), ([1, 2, 2], [], [2]), ([2, 5], [1, 3, 4], [])],
)
def test_gaps_and_doubles_are_found(numbers, gaps, doubles):
    found = check_numbers("paragraph", "x", numbers)
    assert found is not None
    assert (found.gaps, found.doubles) == (gaps, doubles)


@pytest.mark.parametrize("numbers", [[], [1], [3, 1, 2]])
def test_a_whole_list_is_nothing_to_report(numbers):
    assert check_numbers("paragraph", "x", numbers) is None


def test_a_number_far_away_makes_no_list_as_long_as_itself():
    found = check_numbers("recommendation", "x", [1, 999_999_999])
    assert found is not None
    assert found.gaps == list(range(2, 1_002))


@pytest.mark.django_db
def test_an_archive_in_order_has_nothing_to_look_at():
    load(report())
    for row in Recommendation.objects.all():
        make_assignment(row, make_topic(f"topic-{row.pk}"))
        make_clause(row)
    found = check_quality()
    assert found.pop("search_index") == "in order"
    assert found == {key: [] for key in found}
    assert quality_as_lines({**found, "search_index": "in order"}) == ["لم يُعثر على ما يستحق المراجعة."]


@pytest.mark.django_db
@pytest.mark.parametrize("reports", [1, 3])
def test_recommendations_numbered_with_the_paragraphs_leave_no_gap_in_either(
    django_assert_num_queries: DjangoAssertNumQueries, reports: int
) -> None:
    for which in range(1, reports + 1):
        paper, meeting = factories.make_document(), factories.make_meeting(which)
        for number in (1, 3, 5):
            factories.make_paragraph(paper, number)
        for number in (2, 4):
            factories.make_recommendation(number, meeting=meeting, document=paper, form="paragraph")
    with django_assert_num_queries(6):  # for each kind: the lists, the numbers of those not whole, those of the others
        assert check_numbering() == []


@pytest.mark.django_db
def test_what_staff_should_look_at_is_listed():
    rows = [erratum(12, "الماه", "الماء", "doubtful"), erratum(12, "لا", "نعم")]
    whole = report(
        paragraphs=(paragraph(1, "نص."), paragraph(2, "نص الماه.", errata=rows), paragraph(4, "نص.")),
        recommendations=(recommendation(1, "نص."), recommendation(1, "نص.", copy=2), recommendation(2, "نص.")),
    )
    load(whole, errata=rows)
    load(report(paragraphs=(whole.paragraphs[0], whole.paragraphs[2]), recommendations=whole.recommendations))
    factories.make_conflict(kind="meeting", locator="itc-conf-wg1.4", field="place", held="فيينا", offered="جنيف")
    found = check_quality()
    assert found["numbering"] == [
        {"kind": "recommendation", "where": "itc-conf-wg1.4", "gaps": [], "doubles": [1]},
        {"kind": "paragraph", "where": "itc-conf-wg1-2016-5", "gaps": [3], "doubles": []},
    ]
    assert [one["locator"] for one in found["missing"]] == ["itc-conf-wg1-2016-5#p2"]
    assert [one["field"] for one in found["open_conflicts"]] == ["place"]
    assert [one["printed"] for one in found["unused_errata"]] == ["لا"]
    assert [one["printed"] for one in found["doubtful_errata"]] == ["الماه"]
    assert [found[f"without_{what}"] for what in ("addressee", "operative_class", "topic")] == [
        ["itc-conf-wg1.4.1", "itc-conf-wg1.4.1-2", "itc-conf-wg1.4.2"]
    ] * 3
    assert len(quality_as_lines(found)) == 10


@pytest.mark.django_db
def test_what_staff_rejected_is_as_good_as_nothing():
    row = factories.make_recommendation(1)
    make_assignment(row, make_topic(), decision=REJECTED)
    make_clause(row, addressees=[])
    found = without_meaning()
    assert found == {"without_addressee": [row.locator], "without_operative_class": [], "without_topic": [row.locator]}


@pytest.mark.django_db
def test_what_is_unknown_of_the_meaning_is_told_with_what_to_do() -> None:
    meeting = factories.make_meeting(1)
    rows = [factories.make_recommendation(number, meeting=meeting) for number in range(1, 13)]
    for row in rows[1:]:
        make_clause(row)
        make_assignment(row, make_topic(f"topic-{row.pk}"))
    make_clause(rows[0], addressees=[])
    OperativeClause.objects.filter(recommendation=rows[1]).delete()
    found = check_quality()
    assert {name: found[name] for name in found if name.startswith("without_")} == {
        "without_addressee": ["itc-conf-wg1.1.1", "itc-conf-wg1.1.2"],
        "without_operative_class": ["itc-conf-wg1.1.2"],
        "without_topic": ["itc-conf-wg1.1.1"],
    }
    assert quality_as_lines({**found, "search_index": "in order"}) == [
        "توصيات بلا جهة مخاطَبة: 2 (itc-conf-wg1.1.1، itc-conf-wg1.1.2): إن كان النص يخاطب أحداً فأضفه إلى صيغته "
        "التنفيذية في صفحة التوصية بلوحة الإدارة.",
        "توصيات بلا عبارة منطوق: 1 (itc-conf-wg1.1.2): أضف الصيغة وقوتها والجهة المخاطَبة في صفحة التوصية بلوحة "
        "الإدارة.",
        "توصيات بلا موضوع: 1 (itc-conf-wg1.1.1): أسندها إلى موضوع في صفحة التوصية بلوحة الإدارة، أو أضف إلى قواعد "
        "المواضيع ما يدل عليها.",
    ]


@pytest.mark.django_db
def test_of_many_the_first_ten_are_named() -> None:
    meeting = factories.make_meeting(1)
    for number in range(1, 13):
        make_clause(factories.make_recommendation(number, meeting=meeting))
    (line,) = quality_as_lines({**check_quality(), "search_index": "in order"})
    names = "، ".join(f"itc-conf-wg1.1.{number}" for number in range(1, 11))
    assert line.startswith(f"توصيات بلا موضوع: 12 ({names} …): ")


@pytest.mark.django_db
def test_a_loaded_archive_tells_of_what_staff_take_away_and_give(tmp_path: Path) -> None:
    shutil.copytree(SPECIMEN, tmp_path / "sources")
    load_archive([tmp_path / "sources"])
    before = without_meaning()
    row = Recommendation.objects.exclude(locator__in=set().union(*before.values())).in_official_order()[0]
    for one in (*row.topic_assignments.all(), *row.operative_clauses.all()):
        reject(one)
    after = without_meaning()
    assert {name: set(after[name]) - set(before[name]) for name in after} == {name: {row.locator} for name in after}
    other = Topic.objects.exclude(assignments__recommendation=row).in_order()[0]
    change_by_staff(TopicAssignment(recommendation=row, topic=other))
    clause = OperativeClause(recommendation=row, verb_class="should", phrase=row.chapeau.split()[0], is_main=True)
    change_by_staff(clause, addressees=["states"])
    assert without_meaning() == before
