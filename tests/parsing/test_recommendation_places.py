"""Recommendations told by their place: six forms, letters inside a line, restarts under agenda items, and doubt."""

import pytest

from archive.parsing.structure import ParsedDocument
from tests.parsing.test_series import report

TEXTS = (
    "ينبغي للدول الأطراف أن تجمع سجلات المراسي.",
    "تُشجَّع الدول الأطراف على فتح خطوط الهاتف ليلاً.",
    "يُطلب إلى الأمانة أن تعدّ قائمة بالمختبرات.",
)


def told(document: ParsedDocument) -> list[tuple[int, str | None, str, str]]:
    return [(r.series, r.printed_number, r.form, r.printed) for r in document.recommendations]


def all_three(form: str, labels: str = "1 2 3", series: int = 0) -> list[tuple[int, str | None, str, str]]:
    return [(series, label, form, text) for label, text in zip(labels.split(), TEXTS, strict=True)]


def under(*blocks: str) -> ParsedDocument:
    """A report whose second section says recommendations."""
    return report("أولاً- مقدمة", "1- عُقد الاجتماع.", "ثانياً- التوصيات", *blocks, "ثالثاً- ختام", "9- انتهى.")


@pytest.mark.parametrize(
    "head",
    [
        *("التوصية {}", "التوصية رقم {}", "توصية ({})", "التوصية {}:", "التوصية {} -", "**التوصية {}**"),
        *("## التوصية {}", "- التوصية {}", "الـتـوصـيـة {}", "التوصية ({})."),
    ],
)
def test_headed_ones(head: str) -> None:
    blocks = [block for n, text in enumerate(TEXTS, 1) for block in (head.format(n), text)]
    document = under("2- اعتمد الفريق العامل التوصيات المبيّنة أدناه.", *blocks)
    assert told(document) == all_three("heading")
    assert [p.number for p in document.paragraphs] == [1, 2, 9]


def test_headed_by_an_ordinal_in_words() -> None:
    words = ("التوصية الأولى", "التوصية الثانية", "توصية ثالثة")
    document = under(*(block for word, text in zip(words, TEXTS, strict=True) for block in (word, text)))
    assert told(document) == all_three("heading")


@pytest.mark.parametrize("head", ["التوصية {}: {}", "التوصية {} – {}", "توصية رقم {}. {}", "**التوصية {}** - {}"])
def test_inline_ones(head: str) -> None:
    document = under(*(head.format(n, text) for n, text in enumerate(TEXTS, 1)))
    assert told(document) == all_three("inline")


def test_a_sentence_about_a_recommendation_heads_none() -> None:
    document = under("التوصية 1", TEXTS[0] + " مع مراعاة", "التوصية 2 من الاجتماع الأول.", "التوصية 2", TEXTS[1])
    assert [r.printed_number for r in document.recommendations] == ["1", "2"]
    assert document.recommendations[0].printed.endswith("التوصية 2 من الاجتماع الأول.")


@pytest.mark.parametrize("heading", ["التوصيات", "الاستنتاجات والتوصيات", "التوصيات التي اعتمدها الفريق العامل"])
def test_numbered_paragraphs_under_a_heading_that_says_recommendations(heading: str) -> None:
    document = report(
        *("أولاً- مقدمة", "1- عُقد الاجتماع.", f"ثانياً- {heading}", "2- اعتمد الفريق العامل التوصيات التالية."),
        *("ألف- المراسي", f"3- {TEXTS[0]}", f"4- {TEXTS[1]}", "باء- المختبرات", f"5- {TEXTS[2]}"),
        *("ثالثاً- ملخص المداولات", "6- أشار متكلمون إلى أنه ينبغي فتح المراسي."),
    )
    assert told(document) == all_three("paragraph", "3 4 5")
    assert [p.number for p in document.paragraphs] == [1, 2, 6]


@pytest.mark.parametrize("heading", ["متابعة تنفيذ التوصيات", "ملخص المداولات", "أدوات موصى بها"])
def test_elsewhere_they_are_paragraphs(heading: str) -> None:
    document = report("أولاً- مقدمة", "1- عُقد الاجتماع.", f"ثانياً- {heading}", f"2- {TEXTS[0]}")
    assert document.recommendations == ()
    assert "no_recommendations" in [one.code for one in document.problems]


LETTERED = {
    "blocks": ["2- أوصى الفريق العامل بما يلي:", f"(أ) {TEXTS[0]}", f"(ب) {TEXTS[1]}", f"(ج) {TEXTS[2]}"],
    "lines": [f"2- أوصى الفريق العامل بما يلي:\n(أ) {TEXTS[0]}\n(ب) {TEXTS[1]}\n(ج) {TEXTS[2]}"],
    "without a number": ["أوصى الفريق العامل بما يلي:", f"(أ) {TEXTS[0]}", f"(ب) {TEXTS[1]}", f"(ج) {TEXTS[2]}"],
}


@pytest.mark.parametrize("blocks", LETTERED.values(), ids=LETTERED.keys())
def test_lettered_ones(blocks: list[str]) -> None:
    document = under(*blocks)
    assert told(document) == all_three("letter", "أ ب ج")
    own = [p.text.printed for p in document.paragraphs][1:-1] or [c.text.printed for c in document.clauses]
    assert own == ["أوصى الفريق العامل بما يلي:"]


def test_letters_inside_a_line() -> None:
    lettered = under("2- أوصى الفريق العامل بما يلي: (أ) فتح المراسي؛ (ب) عدّ القوارب؛ (ج) نشر العدد.")
    assert [(r.printed_number, r.printed) for r in lettered.recommendations] == [
        ("أ", "فتح المراسي؛"),
        ("ب", "عدّ القوارب؛"),
        ("ج", "نشر العدد."),
    ]
    headed = under("التوصية 1", "ينبغي للدول: (أ) فتح المراسي؛ (ب) عدّ القوارب، عملاً بالفقرة (أ).")
    (one,) = headed.recommendations
    assert (one.chapeau.printed, [(s.label, s.text.printed) for s in one.subparagraphs]) == (
        "ينبغي للدول:",
        [("أ", "فتح المراسي؛"), ("ب", "عدّ القوارب، عملاً بالفقرة (أ).")],
    )


def test_number_and_letter_on_one_line() -> None:
    document = under("2- (أ) ينبغي للدول أن تفتح المراسي؛", "(ب) وينبغي لها أن تعدّ القوارب.")
    (one,) = document.recommendations
    assert [(s.label, s.text.printed) for s in one.subparagraphs] == [
        ("أ", "ينبغي للدول أن تفتح المراسي؛"),
        ("ب", "وينبغي لها أن تعدّ القوارب."),
    ]


def test_speakers_recommend_nothing() -> None:
    document = report("أولاً- ملخص المداولات", "1- أوصى أحد المتكلمين بما يلي:", "(أ) فتح المراسي؛", "(ب) عدّها.")
    assert document.recommendations == ()
    assert [p.text.printed for p in document.paragraphs] == ["أوصى أحد المتكلمين بما يلي:\n(أ) فتح المراسي؛\n(ب) عدّها."]


@pytest.mark.parametrize("form", ["paragraph", "inline", "heading"])
def test_in_an_annex_they_have_the_form_that_they_have_there(form: str) -> None:
    heads = {"paragraph": "{}- {}", "inline": "التوصية {}: {}", "heading": "التوصية {}\n\n{}"}
    document = report(
        *("أولاً- مقدمة", "1- ترد التوصيات في المرفق الأول.", "المرفق الأول", "التوصيات التي اعتمدها الفريق العامل"),
        *(heads[form].format(n, text) for n, text in enumerate(TEXTS, 1)),
        *("المرفق الثاني", "أسئلة", "1- من يقيس الرطوبة؟"),
    )
    assert told(document) == all_three(form, series=1 if form == "paragraph" else 0)
    assert [(p.series, p.number) for p in document.paragraphs][0] == (0, 1)
    assert document.paragraphs[-1].part == "المرفق الثاني"


TABLES = {
    "bars": "| الرقم | التوصية |\n|---|---|\n" + "".join(f"| {n} | {t} |\n" for n, t in enumerate(TEXTS, 1)),
    "tabs": "الرقم\tالتوصية\n" + "".join(f"{n}\t{t}\n" for n, t in enumerate(TEXTS, 1)),
    "more columns": "الرقم\tالجهة\tالتوصية\n" + "".join(f"{n}\tالدول\t{t}\n" for n, t in enumerate(TEXTS, 1)),
}


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES.keys())
def test_in_a_table(table: str) -> None:
    document = under("2- اعتمد الفريق العامل التوصيات التالية:", table.rstrip())
    assert told(document) == all_three("table")
    assert [p.text.printed for p in document.paragraphs][1] == "اعتمد الفريق العامل التوصيات التالية:"


@pytest.mark.parametrize("items", [("البند 2: المراسي", "البند 3: المختبرات"), ("البند ٢", "البند ٣")])
def test_a_series_starts_anew_under_each_agenda_item(items: tuple[str, str]) -> None:
    document = under(
        *(items[0], "التوصية 1", TEXTS[0], "التوصية 2", TEXTS[1]), *(items[1], "التوصية 1", TEXTS[2])
    )
    assert [(r.agenda_item, r.series, r.printed_number, r.copy) for r in document.recommendations] == [
        ("2", 0, "1", 1),
        ("2", 0, "2", 1),
        ("3", 1, "1", 2),
    ]
    assert "doubled_number" not in [one.code for one in document.problems]


def test_what_does_not_speak_like_one_is_asked_about() -> None:
    document = under("2- نوقشت المراسي.", f"3- {TEXTS[0]}", "4- من المهم فتح المراسي.", f"5- {TEXTS[1]}", "6- نوقشت الأسعار.")
    assert [r.printed_number for r in document.recommendations] == ["3", "4", "5"]
    (doubt,) = [one for one in document.problems if one.code == "doubtful_recommendation"]
    assert "2، 4، 6" in doubt.message


def test_proposed_ones_are_asked_about() -> None:
    document = report("أولاً- التوصيات المقترحة", f"1- {TEXTS[0]}", f"2- {TEXTS[1]}")
    assert "proposed_recommendations" in [one.code for one in document.problems]
