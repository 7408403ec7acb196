"""A thirteenth meeting on the real archive: a pasted list, its report in a file of its own, merged and taken back."""

from pathlib import Path

import pytest
from django.test import Client

from archive.derivations.entering import enter_provisional
from archive.derivations.report_merging import ReportDecision, decide_report, open_questions, provisional_rows
from archive.derivations.undoing import undo
from archive.loading.archive import load_archive
from archive.models import Batch, Body, Meeting, Published, Recommendation
from archive.parsing.typed_list import read_typed_list
from archive.record.history.journal import Acting, acting

pytestmark = pytest.mark.django_db

LIST = """1- ينبغي للدول الأطراف أن تعزز تبادل المعلومات عن الشبكات الإجرامية الضالعة في تهريب المهاجرين.
2- ينبغي للدول الأطراف أن تنظر في اتخاذ التدابير التالية:
(أ) تدريب حرس الحدود على كشف الوثائق المزورة؛
(ب) إنشاء نقاط اتصال وطنية.
3- تُدعى الدول الأطراف إلى تقديم معلومات إلى الأمانة عن الممارسات الجيدة في التحقيقات المالية.
4- يمكن للأمانة أن تعدّ ورقة معلومات أساسية عن استخدام وسائل التواصل الاجتماعي."""
REPORT = """Distr.: General 15 December 2026

Arabic

# تقرير عن اجتماع الفريق العامل المعني بتهريب المهاجرين المعقود في فيينا يومي 8 و9 كانون الأول/ديسمبر 2026

# أولا- مقدّمة

1- أنشأ مؤتمر الأطراف الفريق العامل ليرفع إليه توصياته.

# ثانيا- التوصيات

2- اعتمد الفريق العامل في اجتماعه الثالث عشر التوصيات الواردة أدناه.

# التوصية 1

ينبغي للدول الأطراف أن تعزز تبادل المعلومات عن الشبكات الإجرامية الضالعة في تهريب المهاجرين.

# التوصية 2

ينبغي للدول الأطراف أن تنظر في اتخاذ التدابير التالية:

(أ) تدريب حرس الحدود على كشف الوثائق المزورة والمحرّفة؛

(ب) إنشاء نقاط اتصال وطنية.

# التوصية 3

ينبغي للأمانة أن تنشر قائمة محدّثة بالسلطات الوطنية المختصة قبل كل اجتماع.

# التوصية 4

تُدعى الدول الأطراف إلى تقديم معلومات إلى الأمانة عن الممارسات الجيدة في التحقيقات المالية.

# التوصية 5

يمكن للأمانة أن تعدّ ورقة معلومات أساسية عن استخدام وسائل التواصل الاجتماعي.
"""
MANIFEST = """[[source]]
file = "report.txt"
symbol = "CTOC/COP/WG.7/2026/6"
body = "CTOC/COP/WG.7"
kind = "meeting-report"
meeting_number = 13
"""


def test_a_meeting_from_its_provisional_list_to_its_report(real_sources: Path, tmp_path: Path, client: Client) -> None:
    load_archive([real_sources])
    meeting = Meeting(body=Body.objects.get(symbol="CTOC/COP/WG.7"), number=13)
    meeting.slug = meeting.derive_slug()
    meeting.save()
    enter_provisional(meeting, read_typed_list(LIST, 1).recommendations, Published.State.PUBLISHED)
    address = "/recommendations/ctoc-cop-wg7.13.4/"
    assert "provisional-banner" in client.get(address).content.decode()
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "manifest.toml").write_text(MANIFEST, encoding="utf-8")
    report = load_archive([tmp_path])
    assert report.refused == []
    # Third and fourth are the report's fourth and fifth, and moved there by themselves; what stands at 4 now is final.
    assert "provisional-banner" not in client.get(address).content.decode()
    (asked,) = open_questions(meeting)
    (left,) = provisional_rows(meeting)
    assert (asked.locator, left.number) == ("ctoc-cop-wg7.13.2", 2)
    with acting(Acting(act=Batch.Act.DECISION)):
        decide_report(meeting, {asked.pk: ReportDecision(left.pk)})
    rows = Recommendation.objects.filter(meeting=meeting).in_official_order()
    assert [(row.number, " ".join(row.text.split()[:2]), row.is_provisional) for row in rows] == [
        (1, "ينبغي للدول", False),
        (2, "ينبغي للدول", False),
        (3, "ينبغي للأمانة", False),
        (4, "تُدعى الدول", False),
        (5, "يمكن للأمانة", False),
    ]
    assert rows[1].text.split("\n")[1] == "(أ) تدريب حرس الحدود على كشف الوثائق المزورة والمحرّفة؛"
    again = load_archive([tmp_path])
    assert [one.status for one in again.documents] == ["unchanged"]
    undo(Batch.objects.get(act=Batch.Act.DECISION))
    assert [row.is_provisional for row in rows.all()] == [False, True, False, False, False]
