"""Covers."""

from datetime import date

import pytest

from archive.parsing.cover import Cover
from archive.parsing.masthead import read_masthead
from archive.vocabulary.bodies import BODIES
from tests.parsing.reading import lines_of

LINES = """Distr.: General
24 June 2035
Arabic
Original: English

مؤتمر الأطراف في اتفاقية الأمم المتحدة لمكافحة الجريمة المنظمة عبر الوطنية

الدورة الثانية عشرة

لوريانا، 12-16 تشرين الأول/أكتوبر 2035

البند 4 (هـ) من جدول الأعمال المؤقت*

استعراض تنفيذ الاتفاقية
والبروتوكولات الملحقة بها:

بروتوكول حماية المكتبات

تقديم المساعدة التقنية
إلى الدول

تقرير الأمانة"""


def cover_of(text: str) -> Cover:
    return read_masthead(lines_of(*text.split("\n")), BODIES)


def facts(cover: Cover) -> dict[str, object]:
    return {
        "distribution": cover.distribution,
        "date": cover.date,
        "languages": (cover.language, cover.original_language),
        "body": cover.body.symbol if cover.body else None,
        "meeting": cover.meeting_number,
        "place": cover.place,
        "days": (cover.dates.start, cover.dates.end) if cover.dates else None,
        "item": (cover.agenda_item, cover.agenda_item_title.printed),
        "title": cover.title.printed,
        "author": cover.author,
        "star": cover.has_star,
    }


WHOLE = {
    "distribution": "General",
    "date": date(2035, 6, 24),
    "languages": ("ar", "en"),
    "body": "CTOC/COP",
    "meeting": 12,
    "place": "لوريانا",
    "days": (date(2035, 10, 12), date(2035, 10, 16)),
    "item": ("4 (هـ)", "استعراض تنفيذ الاتفاقية والبروتوكولات الملحقة بها: بروتوكول حماية المكتبات"),
    "title": "تقديم المساعدة التقنية إلى الدول",
    "author": "تقرير الأمانة",
    "star": True,
}


def test_every_fact_of_a_cover() -> None:
    assert facts(cover_of(LINES)) == WHOLE


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Distr.: General\n24 June 2035", "Distr.: General 24 June 2035"),
        ("24 June 2035\nArabic", "Arabic\n24 June 2035"),
        (
            "الدورة الثانية عشرة\n\nلوريانا، 12-16 تشرين الأول/أكتوبر 2035",
            "لوريانا، 12-16 تشرين الأول/أكتوبر 2035\n\nالدورة الثانية عشرة",
        ),
        ("الأمم المتحدة لمكافحة", "الأمم المتحدة\nلمكافحة"),
        ("الدورة الثانية عشرة", "# الـدورة الثـانيـة عشـرة"),
        ("لوريانا، 12-16", "لوريانا، ١٢-١٦"),
        ("من جدول الأعمال المؤقت*", "من جدول الأعمال المؤقت *"),
        ("البند 4 (هـ)", "البند ٤(ه)"),
        ("تقرير الأمانة", "**تقرير الأمانة**"),
    ],
)
def test_a_cover_set_in_another_way_says_the_same(old: str, new: str) -> None:
    assert old in LINES
    assert facts(cover_of(LINES.replace(old, new))) == WHOLE


def test_a_report_has_its_title_alone() -> None:
    cover = cover_of("Distr.: General\n\nتقرير عن اجتماع الفريق العامل\nالمعني بالأسلحة النارية")
    assert cover.title.printed == "تقرير عن اجتماع الفريق العامل المعني بالأسلحة النارية"
    assert cover.title.span.first_line == 3


def test_a_note_after_the_author_names_the_meeting() -> None:
    cover = cover_of(
        "البند 4 من جدول الأعمال المؤقت\n\nمسائل أخرى\n\nالتوصيات\n\nورقة معلومات أساسية من إعداد الأمانة"
        "\n\nأُعدت هذه الورقة للاجتماع السادس للفريق العامل."
    )
    assert (cover.agenda_item_title.printed, cover.title.printed) == ("مسائل أخرى", "التوصيات")
    assert (cover.summary.printed, cover.meeting_number) == (
        "أُعدت هذه الورقة للاجتماع السادس للفريق العامل.",
        6,
    )


def test_an_empty_cover() -> None:
    assert facts(cover_of("")) == {
        "distribution": None,
        "date": None,
        "languages": (None, None),
        "body": None,
        "meeting": None,
        "place": None,
        "days": None,
        "item": (None, ""),
        "title": "",
        "author": None,
        "star": False,
    }
