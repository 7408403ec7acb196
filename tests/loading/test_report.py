"""What a person reads after a load."""

from archive.loading.changes import Plan
from archive.loading.report import SHOWN_PROBLEMS, Report, report_as_lines
from archive.parsing.problems import problem


def test_a_file_full_of_problems_does_not_bury_the_others():
    report = Report()
    report.add_plan(Plan("a.txt", "created"), [problem("unplaced_line", line) for line in range(1, 26)])
    lines = report_as_lines(report)
    assert lines[0] == "a.txt: أُضيفت"
    assert len(lines[1:-2]) == SHOWN_PROBLEMS
    assert lines[-2] == "  … عدد المشكلات 25؛ وهي كلها في لوحة الإدارة (عمليات التحميل) ومع --json."
    assert lines[-1] == "الحصيلة:"
