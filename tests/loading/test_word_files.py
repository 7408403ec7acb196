"""Word files in a folder of sources: loaded beside texts, with their companions, and told where their texts stand."""

import json
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client

from archive.admin.display import show_place
from archive.loading.archive import load_archive
from archive.loading.report import Report, report_as_lines
from archive.models import Document, Erratum, ImportProblem, Recommendation
from tests.sources.word_files import definition, docx, level, listed, note, notes, p, run, write

pytestmark = pytest.mark.django_db

SYMBOL = "CTOC/COP/WG.7/2041/4"
COVER = (
    "الأمم المتحدة",
    SYMBOL,
    "مؤتمر الأطراف في اتفاقية الأمم المتحدة لمكافحة الجريمة المنظمة عبر الوطنية",
    "Distr.: General",
    "7 November 2041",
    "Arabic",
    "Original: English",
    "الفريق العامل المعني بتهريب المهاجرين",
    "تقرير عن اجتماع الفريق العامل المعني بتهريب المهاجرين المعقود في فيينا يومي 4 و5 تشرين الأول/أكتوبر 2041",
    "أولاً- مقدمة",
)
FIRST = "عُقد الاجتماع السادس والعشرون للفريق العامل في فيينا يومي 4 و5 تشرين الأول/أكتوبر 2041."
SECOND = "اعتمد الفريق العامل التوصيات المبينة أدناه."
TEXTS = ("ينبغي للدول الأطراف أن تدرب موظفي الجوازات.", "يطلب إلى الأمانة أن تعد دليلاً للموانئ.")
NOTE = "انظر الوثيقة CTOC/COP/WG.7/2041/2."


def word(*, texts: tuple[str, ...] = TEXTS, last: str = "") -> bytes:
    """The report: automatic numbers, a note, a page turn before the recommendations."""
    numbering = definition(1, level(0, "decimal", "%1-")) + definition(2, level(0, "decimal", "التوصية %1"))
    body = [*map(p, COVER), p(run(FIRST), note(1), number="1"), p("ثانياً- التوصيات"), p(SECOND, number="1")]
    for text in texts:
        body += [p("<w:r><w:lastRenderedPageBreak/></w:r>", number="2"), p(text)]
    body += [
        p("ثالثاً- اعتماد التقرير"),
        p(f"اعتمد الفريق العامل هذا التقرير في جلسته الرابعة.{last}", number="1"),
    ]
    return docx(
        "".join(body),
        numbering=numbering + listed(1, 1) + listed(2, 2),
        footnotes=notes("footnote", {1: NOTE}),
    )


def plain() -> str:
    """The same report as a text."""
    body = [*COVER, f"1- {FIRST}(1)", "ثانياً- التوصيات", f"2- {SECOND}"]
    for number, text in enumerate(TEXTS, 1):
        body += [f"التوصية {number}", text]
    body += ["ثالثاً- اعتماد التقرير"]
    body += ["3- اعتمد الفريق العامل هذا التقرير في جلسته الرابعة.", "__________", f"(1) {NOTE}"]
    return "\n\n".join(body) + "\n"


def statuses(report: Report) -> dict[str, str]:
    assert report.refused == []
    return {one.file: one.status for one in report.documents}


def rows() -> list[tuple[str, str]]:
    return list(Recommendation.objects.in_official_order().values_list("locator", "text"))


WANTED = [("ctoc-cop-wg7.26.1", TEXTS[0]), ("ctoc-cop-wg7.26.2", TEXTS[1])]


def test_a_word_file_gives_the_rows_of_its_text_and_twice_is_unchanged(tmp_path: Path) -> None:
    write(tmp_path / "تقرير.docx", word())
    assert statuses(load_archive([tmp_path])) == {"تقرير.docx": "created"}
    assert rows() == WANTED
    again = load_archive([tmp_path])
    assert statuses(again) == {"تقرير.docx": "unchanged"}
    assert {outcome for counts in again.outcomes().values() for outcome, n in counts.items() if n} == {
        "unchanged"
    }


def test_text_and_word_file_of_one_paper_are_one_document(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(plain(), encoding="utf-8")
    load_archive([tmp_path])
    assert rows() == WANTED
    write(tmp_path / "report.docx", word())
    assert statuses(load_archive([tmp_path])) == {"report.docx": "copy", "report.txt": "unchanged"}
    assert [(one.symbol, one.source_file) for one in Document.objects.filter(symbol=SYMBOL)] == [
        (SYMBOL, "report.txt")
    ]
    write(tmp_path / "report.docx", word(texts=(TEXTS[0], "يطلب إلى الأمانة أن تعد دليلاً للمطارات.")))
    (told,) = (one for one in load_archive([tmp_path]).documents if one.file == "report.docx")
    assert (told.status, told.differs, rows()) == ("copy", 1, WANTED)
    taken = load_archive([tmp_path / "report.docx"], accept=True)
    assert statuses(taken) == {"report.docx": "updated"}
    assert rows()[1][1] == "يطلب إلى الأمانة أن تعد دليلاً للمطارات."


def test_errata_name_the_paragraph_of_the_file_and_the_manifest_its_name(tmp_path: Path) -> None:
    write(tmp_path / "تقرير.docx", word())
    (tmp_path / "errata.csv").write_text(
        "source,line,printed,corrected,certainty\n"
        "تقرير.docx,15,الجوازات,المعابر,certain\n"
        "تقرير.docx,15,لا أثر,له,certain\n",
        encoding="utf-8",
    )
    (tmp_path / "manifest.toml").write_text(
        '[[source]]\nfile = "تقرير.docx"\nauthor = "الأمانة"\n', encoding="utf-8"
    )
    report = load_archive([tmp_path])
    assert rows()[0][1] == "ينبغي للدول الأطراف أن تدرب موظفي المعابر."
    assert list(Erratum.objects.order_by("printed").values_list("printed", "matched")) == [
        ("الجوازات", True), ("لا أثر", False),
    ]  # fmt: skip
    assert Document.objects.get(symbol=SYMBOL).author == "الأمانة"
    sentence = "الصفحة 2، الفقرة 15 من الملف: تصويب مؤكد لا يطابق شيئاً في هذا السطر: «لا أثر»."
    assert f"  تنبيه: {sentence}" in report_as_lines(report)
    assert list(ImportProblem.objects.filter(code="unused_erratum").values_list("line", "message")) == [
        (0, sentence)
    ]
    assert statuses(load_archive([tmp_path])) == {"تقرير.docx": "unchanged"}


def test_pages_and_staff_are_told_page_and_paragraph(tmp_path: Path, client: Client) -> None:
    write(tmp_path / "تقرير.docx", word())
    load_archive([tmp_path])
    row = Recommendation.objects.select_related("document").get(locator="ctoc-cop-wg7.26.2")
    assert show_place(row.document, row.first_line, row.last_line) == (
        '<bdi dir="ltr">تقرير.docx</bdi>، الصفحة 3، الفقرات 16–17 من الملف'
    )
    for address, words in (
        ("/recommendations/ctoc-cop-wg7.26.2/", "الصفحة 3، الفقرات 16 إلى 17 من الملف"),
        ("/en/recommendations/ctoc-cop-wg7.26.2/", "page 3, paragraphs 16 to 17 of the file"),
    ):
        assert f'<span class="num">{words}</span>' in client.get(address).content.decode()


def test_what_word_lays_beside_an_open_paper_is_no_paper(tmp_path: Path) -> None:
    write(tmp_path / "تقرير.docx", word())
    write(tmp_path / "~$قرير.docx", b"\x00\x01")
    write(tmp_path / "تقرير.odt", b"PK")
    report = load_archive([tmp_path])
    assert (statuses(report), report.passed_over) == ({"تقرير.docx": "created"}, ["تقرير.odt"])


def test_a_refused_file_keeps_no_other_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path / "تقرير.docx", word())
    write(tmp_path / "تالف.docx", word()[:-500])
    with pytest.raises(SystemExit):
        call_command("load_archive", str(tmp_path), "--json")
    told = json.loads(capsys.readouterr().out)
    assert [one["file"] for one in told["refused"]] == ["تالف.docx"]
    assert rows() == WANTED
