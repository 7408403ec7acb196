"""PDF: what the places of letters become, and what the gate lets in, asks about and refuses."""

import re

import pytest

from archive.parsing.document import parse_document
from archive.sources.formats.pdf.letters import Letter
from archive.sources.formats.pdf.placing import SAID
from archive.sources.formats.pdf.signs import signs_of
from archive.sources.reader import SourceText, Unreadable, source_text
from archive.sources.refusals import REASONS
from tests.sources.pdf_files import WIDTH, Drawn, assembled, packed, page_of, paragraph, pdf, row

TEXT = (
    "ينبغي للدول الأطراف أن تعزز التعاون الدولي في مجال منع تهريب المهاجرين ومكافحته، وأن تتبادل المعلومات مع بلدان "
    "المنشأ والعبور والمقصد، وفقاً للمادة 10 من البروتوكول، وأن تحمي حقوق المهاجرين المهربين (انظر القرار 3/5 الصادر في "
    "عام 2019)."
)
OTHER = (
    "طلب الفريق العامل إلى الأمانة أن تقدم إليه في اجتماعه التالي تقريراً عن تنفيذ هذه التوصيات، في حدود الموارد "
    "المتاحة، وأن تدعو المنظمات الدولية إلى تقديم المساعدة التقنية إلى الدول التي تطلبها (الفقرة 12)."
)
NOTE = "انظر الوثيقة الصادرة عن المؤتمر في دورته العاشرة."


def read(*pages: list[Drawn], **more: object) -> SourceText:
    return source_text("ورقة.pdf", pdf(pages, **more))  # type: ignore[arg-type]


def lines(*pages: list[Drawn], **more: object) -> list[str]:
    found = read(*pages, **more)
    assert found.verdict.doubts == ()
    return [line for line in found.lines if line]


def doubts(*pages: list[Drawn], **more: object) -> list[str]:
    return [one.code for one in read(*pages, **more).verdict.doubts]


def code_of(data: bytes) -> str:
    with pytest.raises(Unreadable) as refusal:
        source_text("ورقة.pdf", data)
    assert refusal.value.code in REASONS
    assert "{" not in refusal.value.sentence
    return refusal.value.code


# What is read --------------------------------------------------------------------------------------------------


def test_paragraphs_are_found_by_their_rows_and_figures_and_brackets_stand_right() -> None:
    found = read(page_of([TEXT, OTHER]))
    assert [line for line in found.lines if line] == [TEXT, OTHER]
    assert (found.encoding, found.verdict.is_clear) == ("pdf", True)


def test_a_paragraph_goes_on_over_the_turn_of_a_page() -> None:
    words = f"{TEXT} {OTHER}".split()
    drawn = [one for one in paragraph(" ".join(words), 740)]
    middle = sorted({one.y for one in drawn}, reverse=True)[2]
    first = [one for one in drawn if one.y >= middle]
    second = [Drawn(one.says, one.x, one.y + 100, one.size) for one in drawn if one.y < middle]
    assert lines(first, second) == [" ".join(words)]


def test_columns_are_read_one_after_the_other_the_right_one_first() -> None:
    both = paragraph(TEXT, 740, right=560, letters=38) + paragraph(OTHER, 740, right=290, letters=38)
    assert lines(both) == [TEXT, OTHER]


def test_columns_that_are_drawn_across_are_asked_about() -> None:
    both = paragraph(TEXT, 740, right=560, letters=38) + paragraph(OTHER, 740, right=290, letters=38)
    assert doubts(sorted(both, key=lambda one: (-one.y, one.x))) == ["order"]


def test_heads_and_feet_are_told_by_their_places_and_a_heading_that_looks_like_one_is_not() -> None:
    def page(number: int, heading: int) -> list[Drawn]:
        head = row("CTOC/COP/WG.7/2036/4", 780, right=200) + row(f"V.36-07001 {number}/3", 40, right=200)
        return head + row(f"التوصية {heading}", 750) + page_of([TEXT if number % 2 else OTHER], top=700)

    found = read(page(1, 4), page(2, 9), page(3, 12))
    text = [line for line in found.lines if line]
    assert text == [
        "CTOC/COP/WG.7/2036/4", "التوصية 4", TEXT, "التوصية 9", OTHER, "التوصية 12", TEXT, "V.36-07001",
    ]  # fmt: skip
    assert found.furniture == ("1/3 V.36-07001", "2/3 V.36-07001", "3/3 V.36-07001")


def test_notes_at_the_foot_stand_behind_the_rule_and_their_marks_are_raised() -> None:
    body = paragraph(TEXT, 740)
    last = min(body, key=lambda one: (one.y, one.x))
    mark = [Drawn("1", last.x - 4, last.y + 5, 7)]
    note = row(f"1 {NOTE}", 80, size=9)
    assert lines(body + mark + note) == [f"{TEXT}⁽¹⁾", "__________", f"⁽¹⁾ {NOTE}"]


def test_letters_that_are_drawn_twice_shapes_and_marks_are_the_letters() -> None:
    shapes = {"ي": "\ufef4", "ل": "\ufee0", "ا": "\ufe8e"}
    assert lines(page_of([TEXT], said=lambda sign: shapes.get(sign, sign))) == [TEXT]
    once = page_of([TEXT])
    assert lines(once + [Drawn(one.says, one.x + 0.3, one.y, one.size) for one in once]) == [TEXT]


def test_lengths_by_which_a_program_stretches_words_are_no_letters() -> None:
    """LibreOffice draws them without a word on what they are; who else says nothing of a letter has lost it."""
    stretched = TEXT.replace("هاج", "هــاج").replace("تعا", "تعـا") + "ـ"
    assert stretched.count("ـ") == 6

    def unsaid(sign: str) -> str | None:
        return None if sign == "ـ" else sign

    page = page_of([stretched, OTHER], said=unsaid)
    assert lines(page, producer="LibreOffice 7.4") == [TEXT, OTHER]
    assert "lost_letters" in doubts(page)


def test_rows_of_contents_are_lines_of_their_own() -> None:
    rows = [f"{label}- {title} {'. ' * (30 - len(title))}{page}" for label, title, page in (
        ("أولا", "الاجتماع الأول", 2), ("ثانيا", "الاجتماع الثاني", 10), ("ثالثا", "الاجتماع الثالث", 15)
    )]  # fmt: skip
    drawn = [one for at, text in enumerate(rows) for one in row(text, 740 - 17 * at)]
    assert lines(drawn + page_of([TEXT, OTHER], top=600)) == [*rows, TEXT, OTHER]


def test_a_mark_that_is_said_with_a_stretch_of_its_word_leaves_no_gap() -> None:
    """«لبُذلت» in a line that LibreOffice set to both margins: the stretch behind the ب is said to be its damma."""
    drawn = [("ذ", 10, 15, 0), ("\u064f", 15, 17.4, SAID), ("ب", 17.4, 20.3, 0)]
    signs = signs_of([Letter(text, x0, x1, 700, 10.5, flags) for text, x0, x1, flags in drawn])
    assert [(one.text, one.x0, one.x1) for one in signs] == [("ذ", 10, 15), ("ب\u064f", 15, 20.3)]


def test_a_word_that_a_row_ends_in_goes_on_without_a_blank() -> None:
    rows = [
        "عقدت الدورة العاشرة للمؤتمر في مدينة فيينا من 12 إلى 14 تشرين الأول/",
        "أكتوبر 2020، ونفذ المكتب مع الدول في غضون ذلك شبكة معروفة باسم RED-",
        "LACTRA لتبادل المعلومات بين الأجهزة المختصة في بلدان الإقليم في 2018-",
        "2022.",
    ]
    assert lines([one for at, text in enumerate(rows) for one in row(text, 740 - 17 * at)]) == ["".join(rows)]


def test_paragraphs_of_one_row_are_not_taken_for_one() -> None:
    """No row is near another one: how far rows of a paragraph stand apart is not to be learnt from these."""
    texts = [
        "1- عقد المؤتمر دورته العاشرة في فيينا ونظر فيما عرض عليه.",
        "باء- مسائل مطروحة للمناقشة في الدورة العاشرة للمؤتمر",
        "2- افتتح الرئيس الدورة العاشرة ورحب بالمشاركين فيها كلهم.",
        "جيم- مسائل أخرى",
        "3- لم تطرح مسائل أخرى في هذه الدورة ولا في التي سبقتها.",
    ]
    assert lines([one for at, text in enumerate(texts) for one in row(text, 740 - 30 * at)]) == texts


def test_places_are_pages_and_paragraphs() -> None:
    parsed = parse_document(read(page_of([f"1- {TEXT}"]), page_of([f"2- {OTHER}"])))
    assert [(one.number, one.text.printed) for one in parsed.paragraphs] == [(1, TEXT), (2, OTHER)]
    assert parsed.places == ((1, 1, "body", 1), (3, 2, "body", 2))


def test_what_a_file_brings_along_is_named_and_never_touched() -> None:
    catalog = "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> /Names << /EmbeddedFiles << /Names [] >> >>"
    found = read(page_of([TEXT]), catalog=catalog, annotation="<< /Type /Annot /Subtype /Text /Contents (x) >>")
    assert [one.code for one in found.warnings] == ["pdf_scripts", "pdf_attachments", "pdf_remarks"]
    assert found.verdict.is_clear


# What is refused -----------------------------------------------------------------------------------------------

_SHIFTED = dict(zip("ابتدرسعفقكلمنهوي", "بتدرسعفقكلمنهويا", strict=True))


def test_text_from_behind_is_refused_with_what_was_seen() -> None:
    backwards = [Drawn(one.says, 600 - one.x, one.y) for one in page_of([TEXT, OTHER])]
    assert code_of(pdf([backwards])) == "pdf_wrong"


@pytest.mark.parametrize(
    ("said", "seen"),
    [
        (lambda sign: _SHIFTED.get(sign, sign), "كلمات لا تُعرف"),
        (lambda sign: None if sign == "م" else sign, "حروف بلا معنى"),
        (lambda sign: "\ue012" if sign in "تن" else sign, "حروف بلا معنى"),
        (lambda sign: {"ة": "ى", "ا": "ة"}.get(sign, sign), "كلمات لا تكون في العربية"),
    ],
    ids=["other letters", "nothing", "private signs", "letters where none can be"],
)
def test_letters_that_are_told_wrong_are_refused(said: object, seen: str) -> None:
    with pytest.raises(Unreadable, match=seen) as refusal:
        read(page_of([TEXT, OTHER], said=said))
    assert "DOCX" in refusal.value.sentence


def test_a_ligature_from_behind_is_refused() -> None:
    found = page_of([TEXT.replace("الأ", "ا\x00")], said=lambda sign: "أل" if sign == "\x00" else sign)
    assert code_of(pdf([found])) == "pdf_wrong"


def test_years_from_behind_are_refused() -> None:
    years = " ".join(f"وفي عام {year} اعتمد المؤتمر قراره بشأن تهريب المهاجرين." for year in (9102, 8102, 7102, 2202))
    assert code_of(pdf([page_of([OTHER, years])])) == "pdf_wrong"


def test_what_has_no_text_is_broken_or_closed_is_refused() -> None:
    whole = pdf([page_of([TEXT])])
    assert code_of(pdf([[]])) == "no_text"
    assert code_of(whole[:60]) == "broken_pdf"
    assert code_of(whole[:-200]) == "broken_pdf"  # the table of its objects is cut off
    assert code_of(whole.replace(b"/Count 1", b"/Count 2")) == "broken_pdf"
    stream = whole.rindex(b"stream\nx") + 60
    assert code_of(whole[:stream] + b"\x00\x01\x02" + whole[stream + 3 :]) == "broken_pdf"
    keys = b"/Encrypt << /Filter /Standard /V 1 /R 2 /O (%s) /U (%s) /P -4 >>" % (b"x" * 32, b"y" * 32)
    locked = whole.replace(b"/Root 1 0 R", b"/Root 1 0 R " + keys)
    assert code_of(locked.replace(b"/Size", b"/ID [(a) (a)] /Size")) == "password"


def test_bombs_are_refused_while_they_are_unpacked() -> None:
    def with_stream(stream: bytes) -> bytes:
        return assembled({1: b"<< /Type /Catalog >>", 2: stream})

    blank = b" " * 60_000_000
    assert code_of(with_stream(packed(blank))) == "bomb"
    assert code_of(with_stream(packed(packed(blank).partition(b"stream\n")[2]))) == "bomb"
    kids = " ".join(f"{number} 0 R" for number in range(3, 703))
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>"
    many = {1: b"<< /Type /Catalog /Pages 2 0 R >>", **dict.fromkeys(range(3, 703), page)}
    assert code_of(assembled({**many, 2: f"<< /Type /Pages /Kids [{kids}] /Count 700 >>".encode()})) == "bomb"


# What is asked about -------------------------------------------------------------------------------------------


def test_doubtful_readings_say_what_was_seen() -> None:
    text = [TEXT, OTHER]
    lost = sum(map(len, text)) // 2
    signs = iter(range(10_000))
    assert doubts(page_of(text, said=lambda sign: None if next(signs) == lost else sign)) == ["lost_letters"]
    assert doubts(page_of(text), mode=3) == ["invisible"]
    assert doubts(page_of(["كلمة واحدة"])) == ["few_words"]
    assert doubts(page_of(text, right=WIDTH)) == ["cut_off"]
    other = [re.sub("تهريب|التعاون|الدول|تعزز|حقوق|تحمي", "ضغبطش", one) for one in text]
    assert doubts(page_of(other)) == ["unknown_words"]
    assert doubts(page_of([one.replace("، ", " (، ") for one in text * 3])) == ["brackets"]


def test_a_table_between_rules_is_asked_about() -> None:
    cells = [
        one
        for at in range(4)
        for right in (560, 280)
        for one in row(("منع تهريب المهاجرين" if right > 300 else "الدول الأطراف"), 700 - 30 * at, right)
    ]
    rules = " ".join(f"40 {720 - 30 * at} m 560 {720 - 30 * at} l S" for at in range(5))
    assert doubts(cells + page_of([TEXT, OTHER], top=500), before={0: rules}) == ["order", "tables"]


def test_a_page_without_text_is_named() -> None:
    assert doubts(page_of([TEXT, OTHER]), []) == ["pictures"]


def test_french_is_told_as_french() -> None:
    words = "Le Groupe de travail recommande aux pays de la mer"
    french = [Drawn(sign, 40 + 6 * at, 700) for at, sign in enumerate(words)]
    assert code_of(pdf([french])) == "other_language"
