"""A PDF that is in doubt is not loaded until somebody says so, and is not asked about again."""

from pathlib import Path

import pytest

from archive.loading.archive import load_archive
from archive.models import Document, Paragraph
from tests.sources.pdf_files import page_of, pdf, row

pytestmark = pytest.mark.django_db

COVER = ["CTOC/COP/WG.7/2036/4", "الفريق العامل المعني بتهريب المهاجرين"]
TITLE = "تقرير عن اجتماع الفريق العامل المعني بتهريب المهاجرين المعقود في فيينا يومي 4 و5 تشرين الأول/أكتوبر 2036"
TEXTS = [
    "أولاً- مقدمة",
    "1- اجتمع الفريق العامل المعني بتهريب المهاجرين في فيينا يومي 4 و5 تشرين الأول/أكتوبر 2036.",
    "2- وحضر الاجتماع ممثلون عن الدول الأطراف في البروتوكول.",
]


def paper(mode: int) -> bytes:
    cover = [one for at, line in enumerate(COVER) for one in row(line, 760 - 40 * at)]
    return pdf([[*cover, *page_of([TITLE, *TEXTS], top=640)]], mode=mode)


def test_a_clear_one_goes_in(tmp_path: Path) -> None:
    (tmp_path / "clear.pdf").write_bytes(paper(0))
    assert [one.reason for one in load_archive([tmp_path]).refused] == []
    held = Paragraph.objects.filter(document__source_file="clear.pdf").order_by("position")
    assert list(held.values_list("text", flat=True)) == [text.partition("- ")[2] for text in TEXTS[1:]]


def test_a_doubtful_one_goes_in_on_a_word_alone_and_stays(tmp_path: Path) -> None:
    file = tmp_path / "doubtful.pdf"
    file.write_bytes(paper(3))
    asked = load_archive([tmp_path]).refused
    assert [one.file for one in asked] == ["doubtful.pdf"]
    assert "نص لا يُرى خلف الصفحة" in asked[0].reason
    assert "--accept" in asked[0].reason
    assert not Document.objects.filter(source_file="doubtful.pdf").exists()
    assert load_archive([file], accept=True).refused == []
    assert Paragraph.objects.filter(document__source_file="doubtful.pdf").count() == 2
    assert load_archive([tmp_path]).refused == []
