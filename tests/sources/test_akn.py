"""AKN4UN: what its elements become on the lines that the parser reads."""

from archive.sources.places import say_place
from archive.sources.reader import SourceText, source_text

BODY = "ينبغي للدول الأطراف أن تحمي المكتبات الساحلية."
NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"


def read(body: str, meta: str = "") -> SourceText:
    head = f'<akomaNtoso xmlns="{NAMESPACE}"><statement name="resolution"><meta>{meta}</meta><mainBody>'
    return source_text("قرار.xml", f"{head}<p>{BODY}</p>{body}</mainBody></statement></akomaNtoso>".encode())


def lines(body: str, meta: str = "") -> list[str]:
    found = [line for line in read(body, meta).lines if line]
    assert found[0] == BODY
    return found[1:]


def test_a_number_stands_on_the_line_of_its_text_and_points_on_their_own() -> None:
    paragraph = (
        "<paragraph><num>1-</num><list><intro><p>يهيب:</p></intro>"
        "<point><num>(أ)</num><content><p>\n  أن\n تعمل؛</p></content></point></list></paragraph>"
    )
    assert lines(paragraph) == ["1- يهيب:", "(أ) أن تعمل؛"]


def test_files_without_numbers_have_them_in_their_texts() -> None:
    assert lines("<paragraph><content><p>\t1 -\t<span>تحيط</span> علما</p></content></paragraph>") == [
        "1 - تحيط علما"
    ]


def test_headings_structures_and_annexes_are_blocks() -> None:
    embedded = "<p>يوصي:<embeddedStructure><container><p>إن الجمعية،</p></container><paragraph><num>1 -</num>"
    embedded += "<content><p>ترحب؛</p></content></paragraph></embeddedStructure></p>"
    annex = "<attachments><attachment><heading>المرفق</heading><doc name='annex'><mainBody><p>نص</p></mainBody></doc>"
    annex += "</attachment></attachments>"
    assert lines(f"<subheading>ثانيا</subheading>{embedded}{annex}") == [
        "ثانيا", "يوصي:", "إن الجمعية،", "1 - ترحب؛", "المرفق", "نص",
    ]  # fmt: skip


def test_notes_stand_behind_a_rule_and_their_marks_where_the_file_has_them() -> None:
    def note(marker: str) -> str:
        return f'<authorialNote marker="{marker}"><p>\t()\tA/{marker}.</p></authorialNote>'

    found = read(f"<p>كذا<sup>(</sup>{note('1')}<sup>)</sup>؛ وكذا{note('2')} (أ)</p>")
    assert [line for line in found.lines if line][1:] == [
        "كذا⁽¹⁾؛ وكذا⁽²⁾ (أ)", "__________", "⁽¹⁾ A/1.", "⁽²⁾ A/2.",
    ]  # fmt: skip
    assert say_place(found.places, 3) == "الفقرة 2 من الملف"
    assert say_place(found.places, len(found.lines) - 1) == "الحاشية 2 من الملف"


def test_tables_are_rows_and_a_frame_is_its_lines() -> None:
    table = "<table><tr><th><p>أ</p></th><th>ب</th></tr><tr><td colspan='2'><p>ج</p></td></tr></table>"
    frame = "<table><tr><td><p>مبدأ</p><p>نص</p></td></tr></table>"
    assert lines(table + frame) == ["| أ | ب |", "| ج | |", "مبدأ", "نص"]


def test_lines_end_where_the_file_says_and_remarks_are_no_text() -> None:
    assert lines("<p>الجلسة 13<eol/>22 تموز<remark>[كذا]</remark><img src='x'/></p>") == [
        "الجلسة 13",
        "22 تموز",
    ]


def test_the_job_number_is_that_of_the_foot() -> None:
    assert lines("<p>نص</p>", "<docketNumber>20-17356 (A)</docketNumber>") == ["نص", "20-17356 (A)"]
