"""A report that comes to what staff entered while the meeting agreed on it."""

import pytest

from archive.derivations.entering import NumbersTaken, enter_provisional
from archive.derivations.report_merging import ReportDecision, decide_report, open_questions, provisional_rows
from archive.derivations.undoing import undo
from archive.models import Batch, Conflict, FormerLocator, Meeting, Published, Recommendation
from archive.parsing.typed_list import read_typed_list
from archive.record.history.journal import Acting, acting
from tests import factories

from .papers import GROUP, load, outcomes, recommendation, report

pytestmark = pytest.mark.django_db

KEEP = "ينبغي للدول أن تحفظ القنوات القديمة وأن تصون ضفافها وأن تحصي جسورها."
LIST = f"""1- {KEEP}
2- ينبغي للدول الأطراف أن تنظر فيما يلي:
(أ) قياس الماء؛
(ب) نشر القياس.
3- تُدعى الدول الأطراف إلى تقديم معلومات عن تجاربها في صيانة القنوات قبل الاجتماع المقبل.
4- لعل الأمانة تودّ أن تعد ورقة عن أسعار الأحجار."""
FOUR = [
    recommendation(1, KEEP),
    recommendation(2, "ينبغي للدول الأطراف أن تنظر فيما يلي:", "قياس الماء؛", "نشر القياس."),
    recommendation(3, "تُدعى الدول الأطراف إلى تقديم معلومات عن تجاربها في صيانة القنوات قبل الاجتماع المقبل."),
    recommendation(4, "لعل الأمانة تودّ أن تعد ورقة عن أسعار الأحجار."),
]
REWORDED = "تُدعى الدول الأطراف إلى تقديم معلومات مفصلة عن تجاربها في صيانة القنوات قبل الاجتماع المقبل."


@pytest.fixture
def held() -> Meeting:
    """The fourth meeting with the list above, entered in one go."""
    meeting = factories.make_meeting(4, body=factories.make_body(GROUP.symbol), start=None, end=None, place="")
    enter_provisional(meeting, read_typed_list(LIST, 1).recommendations, Published.State.PUBLISHED)
    return meeting


def _numbered(number: int, of: int) -> object:
    one = FOUR[of - 1]
    items = [item.text.printed for item in one.subparagraphs]
    return recommendation(number, one.chapeau.printed, *items)


def texts() -> list[tuple[int, str, bool]]:
    rows = Recommendation.objects.in_official_order()
    return [(row.number, row.text, row.is_provisional) for row in rows]


def test_what_was_pasted_stands_as_it_was_read(held):
    rows = Recommendation.objects.in_official_order()
    assert [(row.locator, row.text, row.is_provisional, row.state) for row in rows] == [
        ("itc-conf-wg1.4.1", KEEP, True, "published"),
        (
            "itc-conf-wg1.4.2",
            "ينبغي للدول الأطراف أن تنظر فيما يلي:\n(أ) قياس الماء؛\n(ب) نشر القياس.",
            True,
            "published",
        ),
        ("itc-conf-wg1.4.3", FOUR[2].chapeau.printed, True, "published"),
        ("itc-conf-wg1.4.4", FOUR[3].chapeau.printed, True, "published"),
    ]


def test_a_number_that_is_held_is_refused_and_nothing_is_written(held):
    typed = read_typed_list("4- نص.\n5- نص آخر.", 5).recommendations
    with pytest.raises(NumbersTaken) as refused:
        enter_provisional(held, typed, Published.State.PUBLISHED)
    assert (refused.value.numbers, Recommendation.objects.count()) == ((4,), 4)


def test_the_same_words_are_merged_by_themselves(held):
    plan = load(report(recommendations=tuple(FOUR)))
    assert (plan.conflicts, [provisional for _n, _t, provisional in texts()]) == ([], [False] * 4)
    row = Recommendation.objects.get(number=2)
    assert (row.document.symbol, row.source_values["chapeau"], row.first_line) == (
        "ITC/CONF/WG.1/2016/5",
        "ينبغي للدول الأطراف أن تنظر فيما يلي:",
        102,
    )
    assert outcomes(load(report(recommendations=tuple(FOUR)))).keys() == {"unchanged"}


def test_the_report_counts_otherwise_and_every_address_leads_on(held):
    new = recommendation(1, "ينبغي أن يُعقد اجتماع إضافي في الصيف.")
    load(report(recommendations=(new, *(_numbered(of + 1, of) for of in (1, 2, 3, 4)))))
    assert [(number, provisional) for number, _text, provisional in texts()] == [(n, False) for n in range(1, 6)]
    assert texts()[1][1] == KEEP
    former = {one.locator: one.now for one in FormerLocator.objects.all()}
    # Where another text stands now, that comes first; the last number was free before.
    assert former["itc-conf-wg1.4.1"] == "itc-conf-wg1.4.2"
    assert Recommendation.objects.count() == 5


def test_two_that_changed_places(held):
    load(report(recommendations=(_numbered(1, 2), _numbered(2, 1), FOUR[2], FOUR[3])))
    assert [text for _n, text, _p in texts()][:2] == [
        "ينبغي للدول الأطراف أن تنظر فيما يلي:\n(أ) قياس الماء؛\n(ب) نشر القياس.",
        KEEP,
    ]


def test_other_words_are_asked_and_nothing_of_staff_is_overwritten(held):
    plan = load(report(recommendations=(FOUR[0], FOUR[1], recommendation(3, REWORDED), FOUR[3])))
    assert [(one.locator, one.field, one.stored, one.offered) for one in plan.conflicts] == [
        ("itc-conf-wg1.4.3", "row", FOUR[2].chapeau.printed, REWORDED)
    ]
    assert texts()[2] == (3, FOUR[2].chapeau.printed, True)
    again = load(report(recommendations=(FOUR[0], FOUR[1], recommendation(3, REWORDED), FOUR[3])))
    assert (again.writes, Conflict.objects.count()) == (False, 1)


def test_a_reworded_text_under_another_number_does_not_come_twice(held):
    rows = (*FOUR[:2], _numbered(3, 4), recommendation(4, "ينبغي كذا."), recommendation(5, REWORDED))
    load(report(recommendations=rows))
    # Number 3 of the report is the provisional 4, whose place the reworded one still holds.
    assert [(one.locator, bool(one.carried)) for one in open_questions(Meeting.objects.get())] == [
        ("itc-conf-wg1.4.3", True),
        ("itc-conf-wg1.4.4", True),
        ("itc-conf-wg1.4.5", True),
    ]
    assert Recommendation.objects.count() == 4


def test_staff_decide_all_numbers_at_once_and_take_it_back_at_once(held):
    meeting = Meeting.objects.get()
    rows_of_paper = (*FOUR[:2], _numbered(3, 4), recommendation(4, "ينبغي كذا."), recommendation(5, REWORDED))
    paper = report(recommendations=rows_of_paper)
    load(paper)
    before = texts()
    questions = {one.locator[-1]: one.pk for one in open_questions(meeting)}
    rows = {row.number: row.pk for row in provisional_rows(meeting)}
    with acting(Acting(act=Batch.Act.DECISION, said="ضم التقرير")):
        decide_report(
            meeting,
            {
                questions["3"]: ReportDecision(rows[4]),
                questions["4"]: ReportDecision(None),
                questions["5"]: ReportDecision(rows[3]),
            },
        )
    assert texts() == [
        (1, KEEP, False),
        (2, "ينبغي للدول الأطراف أن تنظر فيما يلي:\n(أ) قياس الماء؛\n(ب) نشر القياس.", False),
        (3, FOUR[3].chapeau.printed, False),
        (4, "ينبغي كذا.", False),
        (5, REWORDED, False),
    ]
    # What stands at 3 and at 4 now comes before any row that stood there.
    assert [(one.locator, one.now) for one in FormerLocator.objects.all()] == [("itc-conf-wg1.4.4", "itc-conf-wg1.4.3")]
    assert not load(paper).writes
    done = undo(Batch.objects.filter(act=Batch.Act.DECISION).get())
    assert ([one.why for one in done.left], texts()) == ([], before)
    assert [one.locator for one in open_questions(meeting)] == [f"itc-conf-wg1.4.{n}" for n in (3, 4, 5)]


def test_the_words_of_staff_are_kept_beside_the_report(held):
    offered = recommendation(2, "ينبغي للدول الأطراف أن تنظر فيما يأتي:", "قياس الماء؛", "نشر القياس؛", "حفظه.")
    paper = report(recommendations=(FOUR[0], offered, FOUR[2], FOUR[3]))
    load(paper)
    meeting = Meeting.objects.get()
    (question,) = open_questions(meeting)
    decide_report(meeting, {question.pk: ReportDecision(provisional_rows(meeting)[0].pk, take=False)})
    row = Recommendation.objects.get(number=2)
    assert (row.text, row.printed_chapeau, row.is_provisional, row.document.symbol) == (
        "ينبغي للدول الأطراف أن تنظر فيما يلي:\n(أ) قياس الماء؛\n(ب) نشر القياس.",
        "ينبغي للدول الأطراف أن تنظر فيما يأتي:",
        False,
        "ITC/CONF/WG.1/2016/5",
    )
    assert Conflict.objects.get().state == "kept"
    again = load(paper)
    assert (again.writes, again.conflicts) == (False, [])


def test_a_text_that_the_report_has_not_is_asked_about_and_withdrawn_with_its_reason(held):
    load(report(recommendations=(FOUR[0], FOUR[1], FOUR[2], recommendation(4, "ينبغي أن تُرسم الخرائط الجديدة."))))
    meeting = Meeting.objects.get()
    (question,) = open_questions(meeting)
    (left,) = provisional_rows(meeting)
    with pytest.raises(ValueError, match="لم يُقرَّر مصيره"):
        decide_report(meeting, {question.pk: ReportDecision(None)})
    decide_report(meeting, {question.pk: ReportDecision(None)}, withdrawn=[left.pk], because="لم ترد في التقرير.")
    rows = Recommendation.objects.filter(number=4).order_by("copy")
    assert [(row.locator, row.text, row.state, row.withdrawn_because) for row in rows] == [
        ("itc-conf-wg1.4.4", "ينبغي أن تُرسم الخرائط الجديدة.", "published", ""),
        ("itc-conf-wg1.4.4-2", FOUR[3].chapeau.printed, "withdrawn", "لم ترد في التقرير."),
    ]


def test_a_whole_load_is_undone_with_the_banners(held):
    before = texts()
    with acting(Acting(act=Batch.Act.LOAD, said="تحميل")):
        load(report(recommendations=(*(_numbered(of, of) for of in (1, 2)), _numbered(3, 4), _numbered(4, 3))))
    assert texts() != before
    undo(Batch.objects.get(act=Batch.Act.LOAD))
    assert texts() == before


def test_two_texts_for_one_number_are_refused(held):
    load(report(recommendations=(FOUR[0], FOUR[1], recommendation(3, REWORDED), recommendation(4, "ينبغي كذا."))))
    meeting = Meeting.objects.get()
    first, second = open_questions(meeting)[:2]
    row = provisional_rows(meeting)[0].pk
    with pytest.raises(ValueError, match="لا يقابل رقمين"):
        decide_report(meeting, {first.pk: ReportDecision(row), second.pk: ReportDecision(row)})
    with pytest.raises(ValueError, match="سبق غيرك"):
        decide_report(meeting, {10_000: ReportDecision(row)})
