"""What a person reads after a load."""

from typing import get_args

import pytest

from archive.derivations.by_hand import decide_conflict
from archive.loading.changes import Change, Plan, Status
from archive.loading.report import OUTCOMES, Report, report_as_lines
from archive.loading.wording import OUTCOME_NAMES, STATUS_NAMES, describe
from archive.models import Conflict
from archive.parsing.problems import problem
from archive.record.kinds import PARAGRAPH, ROW_KINDS
from archive.record.merge import FieldMerge

from .papers import load, paragraph, report


def test_a_file_full_of_problems_does_not_bury_the_others():
    report = Report()
    report.add_plan(Plan("a.txt", "created"), [problem("unplaced_line", line) for line in range(1, 26)])
    lines = report_as_lines(report)
    assert lines == [
        "a.txt: أُضيفت",
        "  تنبيه: السطر 1: سطر لم يُعرف موضعه في بنية الوثيقة فحُفظ على حدة. (ومثله 24: الأسطر 2، 3، 4 …)",
        "الحصيلة:",
    ]


def test_the_file_that_asks_most_of_staff_stands_first_and_the_gravest_of_its_problems():
    report = Report()
    report.add_plan(Plan("a.txt", "created"), [problem("unknown_agenda_item", 3, numbers="1")])
    report.add_plan(Plan("b.txt", "created"), [problem("unplaced_line", 7), problem("unknown_title", 0)])
    report.refuse("c.txt", "سبب.")
    report.passed_over = ["a.rtf"]
    assert report_as_lines(report) == [
        "c.txt: رُفض. سبب.",
        "ملفات تُركت لأنها ليست مما يُقرأ (*.txt أو *.docx أو *.xml أو *.pdf): a.rtf",
        "b.txt: أُضيفت",
        "  تنبيه: السطر 7: سطر لم يُعرف موضعه في بنية الوثيقة فحُفظ على حدة.",
        "  تنبيه: لم يُعرف عنوان الوثيقة؛ يمكن بيانه في ملف manifest.toml أو في الإدارة.",
        "a.txt: أُضيفت",
        "  معلومة: السطر 3: لم يُعرف بند جدول الأعمال الذي تندرج تحته التوصيات 1.",
        "الحصيلة:",
    ]


def test_every_kind_outcome_and_status_has_its_words():
    assert [kind.name for kind in ROW_KINDS if not all(kind.names)] == []
    assert list(OUTCOME_NAMES) == list(OUTCOMES)
    assert list(STATUS_NAMES) == [*get_args(Status), "refused"]


def test_a_row_is_told_in_the_words_of_the_sum():
    told = Report(dry_run=True)
    fields = (FieldMerge("text", "updated", "أ", "ب"),)
    change = Change(PARAGRAPH, "itc-conf-10#p12", "updated", 3, {"text": "ب"}, fields)
    told.add_plan(Plan("a.txt", "updated", changes=[change]), [])
    assert describe(change) == "تحديث: فقرة itc-conf-10#p12 (text)"
    assert report_as_lines(told) == [
        "تجربة: هذا ما كان سيحدث، ولم يُكتب شيء.",
        "a.txt: حُدّثت",
        "  تحديث: فقرة itc-conf-10#p12 (text)",
        "الحصيلة:",
        "  الفقرات: تحديث 1",
    ]


def lines_of(plan):
    told = Report()
    told.add_plan(plan, [])
    return report_as_lines(told)


@pytest.mark.django_db
def test_a_copy_that_differs_says_what_to_do_until_staff_have_decided():
    load(report())
    copy = report("copy.txt", paragraphs=(paragraph(1, "عُقد الاجتماع."), paragraph(2, "نص آخر.")))
    head = "copy.txt (ITC/CONF/WG.1/2016/5): نسخة من وثيقة محفوظة؛ لم يتغير المحفوظ"
    assert lines_of(load(copy, beside=["report.txt"]))[:2] == [
        head,
        "  فيها ما يخالف المحفوظ (عدد المواضع: 1). انظر في كل موضع في لوحة الإدارة (التعارضات)، أو خذ بها كلها: "
        "حمّلها وحدها بالأمر load_archive --accept ثم مسارها.",
    ]
    decide_conflict(Conflict.objects.get(), take=False)
    assert lines_of(load(copy, beside=["report.txt"]))[:2] == [head, "الحصيلة:"]


@pytest.mark.django_db
def test_a_copy_that_says_the_same_asks_for_nothing():
    load(report())
    assert lines_of(load(report("copy.txt"), beside=["report.txt"]))[1] == "الحصيلة:"
