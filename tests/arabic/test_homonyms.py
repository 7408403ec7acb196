"""Words of one stem and two matters."""

import pytest

from archive.arabic.homonyms import stems_in_context
from archive.arabic.synonyms import stems_of


@pytest.mark.parametrize(
    ("written", "stems"),
    [
        ("طلب اللجوء", ("طلب", "لجوء")),
        ("باللجوء إلى التحليل", ("التجاء", "تحليل")),
        ("مراقبة الحدود", ("مراقبه", "حدود")),
        ("في حدود ولايتها", ("نطاق", "ولايه")),
        ("أدلة رقمية", ("دليل", "رقمي")),
        ("أدلة إرشادية", ("كتيب", "ارشاد")),
        ("توقيع الاتفاقية", ("توقيع", "اتفاقيه")),
        ("توقيع جزاءات", ("فرض", "جزاء")),
        ("معاقبة المهربين", ("معاقبه", "مهرب")),
        ("المهاجرون المهربون", ("مهاجر", "مهاجر")),
        ("تسليم المجرمين", ("تسليم", "مجرم")),
        ("تسليماً بأن الثقة شرط", ("اقرار", "ثقه", "شرط")),
        ("الهجرة النظامية", ("هجره", "نظامي")),
        ("الهجرة غير النظامية", ("هجره", "غير", "لانظامي")),
        ("المهاجرين العائدين", ("مهاجر", "عوده")),
        ("عائدات الجريمة", ("عايدات", "جريمه")),
    ],
)
def test_neighbours_tell_them_apart(written: str, stems: tuple[str, ...]) -> None:
    assert stems_of(written) == stems


def test_no_words_have_no_stems() -> None:
    assert stems_in_context([], []) == []
