"""A number is (series, printed number): what opens a series, what goes on, what stands beside a number."""

import pytest

from archive.parsing.structure import ParsedDocument
from tests.parsing.reading import parsed

COVER = """الأمم المتحدة

CTOC/COP/WG.7/2033/4

Distr.: General
3 March 2033
Arabic
Original: English

الفريق العامل المعني بتهريب المهاجرين

تقرير عن اجتماع الفريق العامل المعني بتهريب المهاجرين المعقود في فيينا يومي 7 و8 شباط/فبراير 2033

"""


def paragraphs(document: ParsedDocument) -> list[tuple[int, str, str | None]]:
    return [(p.series, p.printed_number, p.part) for p in document.paragraphs]


def codes(document: ParsedDocument) -> list[str]:
    return [one.code for one in document.problems if one.line]


def report(*blocks: str) -> ParsedDocument:
    return parsed(COVER + "\n\n".join(blocks) + "\n")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("المرفق الأول", "المرفق الثاني"),
        ("المرفق 1", "المرفق 2"),
        ("**المرفق ألف**", "**المرفق باء**"),
        ("مرفق", "تذييل"),
        ("القرار 14/1", "القرار 14/2"),
        ("المقرر ١٤/١", "المقرر ١٤/٢"),
        ("مشروع القرار الأول", "مشروع القرار الثاني"),
    ],
)
def test_a_part_opens_a_series_and_takes_its_title_from_the_line_below(first: str, second: str) -> None:
    document = report(
        *("أولاً- مقدمة", "1- عُقدت الجلسات في القبو.", "2- وأُغلقت النوافذ."),
        *(first, "أسئلة الرطوبة", "1- كم تبلغ الرطوبة؟", "2- ومن يقيسها؟", second, "أجوبة", "1- ستون درجة."),
    )
    bare = [heading.strip("*") for heading in (first, second)]
    assert paragraphs(document) == [
        (0, "1", None),
        (0, "2", None),
        (1, "1", bare[0]),
        (1, "2", bare[0]),
        (2, "1", bare[1]),
    ]
    assert [(s.printed_label, s.title.printed) for s in document.sections[1:]] == [
        (bare[0], "أسئلة الرطوبة"),
        (bare[1], "أجوبة"),
    ]
    assert document.paragraphs[1].text.printed == "وأُغلقت النوافذ."
    assert codes(document) == []


def test_a_series_goes_on_behind_the_inner_one_of_a_draft() -> None:
    document = report(
        *("الفصل الأول", "مسائل معروضة", "1- توصي اللجنة باعتماد المشروع التالي:", "إن المجلس،"),
        *("إذ يشير إلى قراره 2031/4،", "1- يرحّب بالقياس؛", "2- يطلب نشره.", "الفصل الثاني", "ما جرى"),
        *("2- افتُتحت الدورة.", "3- واختُتمت."),
    )
    assert [(p.series, p.number) for p in document.paragraphs] == [(0, 1), (1, 1), (1, 2), (0, 2), (0, 3)]
    assert [c.text.printed for c in document.clauses] == ["إن المجلس،", "إذ يشير إلى قراره 2031/4،"]
    assert codes(document) == []


def test_sections_of_a_part_count_from_the_first_again() -> None:
    document = report(
        *("أولاً- مقدمة", "1- نص.", "ثانياً- ختام", "2- نص.", "المرفق", "مبادئ", "أولاً- عام", "1- مبدأ."),
        *("ثانياً- خاص", "2- مبدأ."),
    )
    assert [(s.level, s.label, s.title.printed, s.parent) for s in document.sections] == [
        (1, "أولا", "مقدمة", None),
        (1, "ثانيا", "ختام", None),
        (1, "المرفق", "مبادئ", None),
        (2, "أولا", "عام", 2),
        (2, "ثانيا", "خاص", 2),
    ]
    assert codes(document) == []


@pytest.mark.parametrize(
    ("numbers", "printed", "true"),
    [
        (["1", "1 مكرراً", "2"], ["1", "1 مكرراً", "2"], [1, 1, 2]),
        (["1", "1 مكررا", "1 مكررا ثانيا", "2"], ["1", "1 مكررا", "1 مكررا ثانيا", "2"], [1, 1, 1, 2]),
        (["1", "1 bis", "2"], ["1", "1 bis", "2"], [1, 1, 2]),
        (["١", "١ أ", "٢"], ["1", "1 أ", "2"], [1, 1, 2]),
        (["97", "98", "99"], ["97", "98", "99"], [97, 98, 99]),
    ],
)
def test_printed_numbers_stand(numbers: list[str], printed: list[str], true: list[int]) -> None:
    document = report("أولاً- مقدمة", *(f"{number}- قيست الرطوبة مرة أخرى." for number in numbers))
    assert [(p.printed_number, p.number) for p in document.paragraphs] == list(
        zip(printed, true, strict=True)
    )
    assert codes(document) == []


def test_numbers_in_brackets_all_through_are_no_footnotes() -> None:
    document = report("أولاً- مقدمة", "(1) عُقد الاجتماع.", "(2) وافتُتح.", "ثانياً- ختام", "(3) وانتهى.")
    assert [(p.number, p.text.printed) for p in document.paragraphs] == [
        (1, "عُقد الاجتماع."),
        (2, "وافتُتح."),
        (3, "وانتهى."),
    ]
    assert document.footnotes == ()


@pytest.mark.parametrize("last", ["(3) وانتهى.", "(٣) وانتهى.", "ثالثاً: وانتهى."])
def test_a_last_item_in_another_style_is_an_item(last: str) -> None:
    document = report("أولاً- مقدمة", "1- عُقد الاجتماع.", "2- وافتُتح.", last)
    assert [(p.number, p.text.printed) for p in document.paragraphs][2:] == [(3, "وانتهى.")]


@pytest.mark.parametrize(
    ("following", "said"),
    [(3, "لا أثر للرقم 2"), (4, "لا أثر للرقمين 2 و3"), (9, "لا أثر للأرقام 2 إلى 8")],
)
def test_one_gap_is_one_sentence(following: int, said: str) -> None:
    texts = [f"{number}- عرض الأمين تقريره عن السنة." for number in (1, following, following + 1, following + 2)]
    found = [one.message for one in report("أولاً- مقدمة", *texts).problems if one.code == "missing_number"]
    assert found == [f"{said} في هذا التسلسل."]


def test_short_lines_with_rising_numbers_in_an_annex_are_items() -> None:
    document = report("أولاً- مقدمة", "1- نص.", "المرفق", "قائمة الحضور", "1- كينيا", "2- مصر", "3- تونس")
    assert [(p.series, p.number, p.text.printed) for p in document.paragraphs][1:] == [
        (1, 1, "كينيا"),
        (1, 2, "مصر"),
        (1, 3, "تونس"),
    ]


CONTENTS = {
    "with dots": "المحتويات\n\nالصفحة\n\nأولاً- مقدمة ........ 2\n\nثانياً- قياس الرطوبة ........ 3",
    "with dots and ranges": "المحتويات\n\nالفقرات الصفحة\n\nأولاً- مقدمة .... 1-2 2\nثانياً- قياس الرطوبة .... 3 3",
    "with pages behind": "المحتويات\n\nأولاً- مقدمة 2\nثانياً- قياس الرطوبة 3",
    "with pages below": "المحتويات\n\nأولاً- مقدمة\n\n2\n\nثانياً- قياس الرطوبة\n\n3",
    "bare": "المحتويات\n\nأولاً- مقدمة\n\nثانياً- قياس الرطوبة",
}


@pytest.mark.parametrize("contents", CONTENTS.values(), ids=CONTENTS.keys())
def test_a_list_of_contents_is_no_text(contents: str) -> None:
    document = report(contents, "أولاً- مقدمة", "1- نص.", "2- نص آخر.", "ثانياً- قياس الرطوبة", "3- ختام.")
    assert [s.title.printed for s in document.sections] == ["مقدمة", "قياس الرطوبة"]
    assert [p.number for p in document.paragraphs] == [1, 2, 3]
    assert [p.text.printed for p in document.paragraphs] == ["نص.", "نص آخر.", "ختام."]
    assert codes(document) == []
    assert "contents" in document.roles


def test_a_heading_that_ends_with_a_year_ends_a_list_with_dots() -> None:
    """Else the heading was taken for its last entry, and what stood under it had no meeting."""
    days = "الاجتماع الأول، فيينا، 30 أيار/مايو إلى 1 حزيران/يونيه 2012"
    document = report("المحتويات", f"أولاً- {days} ..... 2", f"أولاً- {days}", "1- نص.", "2- نص آخر.")
    assert [s.title.printed for s in document.sections] == [days]
    assert codes(document) == []


def test_a_list_of_contents_without_a_text_is_said() -> None:
    document = report("المحتويات", "أولاً- مقدمة ........ 2", "ثانياً- قياس الرطوبة ........ 3")
    assert document.sections == ()
    assert [one.code for one in document.problems if one.code.startswith("contents")] == [
        "contents_without_text"
    ]


@pytest.mark.parametrize(
    ("labels", "letters", "said"),
    [
        ("أ ب هـ و", "أ ب هـ و", ["missing_label"]),
        ("أ ب د", "أ ب د", ["missing_label"]),
        # misread: another letter with the same shape, or one that the next does not follow
        ("أ ي ج", "أ ب ج", ["misprinted_label"]),
        ("أ ب خ", "أ ب ج", ["misprinted_label"]),
        ("أ س ج", "أ ب ج", ["misprinted_label"]),
    ],
)
def test_gaps_in_letters_stay_and_a_misread_one_is_mended(labels: str, letters: str, said: list[str]) -> None:
    items = "\n\n".join(f"({label}) قياس الرطوبة؛" for label in labels.split())
    document = report("ثانياً- التوصيات", "التوصية 1", "ينبغي للدول ما يلي:", items)
    (recommendation,) = document.recommendations
    assert [s.label for s in recommendation.subparagraphs] == letters.split()
    assert codes(document) == said


def test_a_table_keeps_its_rows_and_opens_nothing() -> None:
    document = report(
        "أولاً- مقدمة",
        "1- ترد الأعداد في الجدول التالي:",
        "| الدولة | العدد |\n|---|---|\n| 1- كينيا | 3 |\n| 2- مصر | 12 |",
        "2- انتهى.",
    )
    assert [p.text.printed for p in document.paragraphs] == [
        "ترد الأعداد في الجدول التالي:\nالدولة | العدد\n1- كينيا | 3\n2- مصر | 12",
        "انتهى.",
    ]


def test_labels_alone_on_their_lines_head_parts_of_a_resolution_that_count_anew() -> None:
    document = report(
        *("إن الجمعية العامة،", "أولا", "أجور العازفين", "إذ تشير إلى قرارها 61/1،", "وقد نظرت في التقرير،"),
        *("1- تحيط علماً بالتقرير؛", "2- تطلب تقريراً آخر؛", "ثانيا", "ترميم القاعة", "إذ تشير إلى قرارها 61/2،"),
        *("وقد نظرت في التقرير(5)،", "1- تحيط علماً بالتقرير؛"),
    )
    assert [(s.level, s.label, s.title.printed) for s in document.sections] == [
        (1, "أولا", "أجور العازفين"),
        (1, "ثانيا", "ترميم القاعة"),
    ]
    assert [(p.series, p.number, p.part) for p in document.paragraphs] == [
        (0, 1, None),
        (0, 2, None),
        (1, 1, "ترميم القاعة"),
    ]
    assert len(document.clauses) == 5


def test_a_principle_over_the_paragraphs_of_an_annex_is_a_heading_with_a_text_of_its_own() -> None:
    document = report(
        *("أولاً- مقدمة", "1- نص.", "المرفق", "مبادئ القياس", "1- أول المبادئ أن يُقاس.", "المبدأ الثاني"),
        *("ينبغي أن يُقاس كل يوم.", "2- ويُكتب القياس."),
    )
    assert [s.title.printed for s in document.sections] == ["مقدمة", "مبادئ القياس", "المبدأ الثاني"]
    assert [p.text.printed for p in document.paragraphs] == ["نص.", "أول المبادئ أن يُقاس.", "ويُكتب القياس."]
    assert [c.text.printed for c in document.clauses] == ["ينبغي أن يُقاس كل يوم."]
