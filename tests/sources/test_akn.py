"""AKN4UN: what its elements become on the lines that the parser reads."""

import pytest

from archive.sources.places import say_place
from archive.sources.reader import SourceText, Unreadable, source_text

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


def test_lists_and_blocks_of_every_sort_are_lines() -> None:
    items = "<item><num>(أ)</num><p>أول</p></item><item><num>(ب)</num><blockList>"
    items += "<listIntroduction>ثان:</listIntroduction><item><num>(1)</num><p>داخل</p></item></blockList>"
    items += "</item><listWrapUp>ختام</listWrapUp>"
    listed = f"<paragraph><num>1-</num><content><blockList><listIntroduction>مقدمة:</listIntroduction>{items}"
    assert lines(f"{listed}</blockList></content></paragraph>") == [
        "1- مقدمة:", "(أ) أول", "(ب) ثان:", "(1) داخل", "ختام",
    ]  # fmt: skip
    assert lines("<ul><li>أول</li><li>ثان</li></ul><ol><li>أ</li><li value='7'>ب</li></ol>") == [
        "أول", "ثان", "1. أ", "7. ب",
    ]  # fmt: skip
    assert lines("<block name='x'>أول</block><block name='y'>ثان<br/>ثالث</block>") == ["أول", "ثان", "ثالث"]
    container = "<hcontainer name='x'><num>أولا</num><heading>عنوان</heading><content><p>نص</p></content></hcontainer>"
    assert lines(f"{container}<tblock><heading>آخر</heading><p>نص</p></tblock>") == ["أولا عنوان", "نص", "آخر", "نص"]


def test_notes_that_stand_elsewhere_are_read_and_one_that_is_missing_is_refused() -> None:
    meta = "<notes source='#a'><note eId='n1'><p>انظر</p><p>الوثيقة.</p></note></notes>"
    assert lines("<p>كذا<noteRef href='#n1' marker='1'/></p>", meta) == ["كذا⁽¹⁾", "__________", "⁽¹⁾ انظر الوثيقة."]
    with pytest.raises(Unreadable, match="noteRef"):
        read("<p>كذا<noteRef href='#n2' marker='1'/></p>", meta)


def test_what_is_taken_out_is_not_there_and_said() -> None:
    found = read("<p>كان <del>هناك</del><ins>هنا</ins></p>")
    assert [line for line in found.lines if line][1:] == ["كان هنا"]
    assert [one.code for one in found.warnings] == ["tracked"]


def test_quotation_marks_of_the_file_are_those_of_the_text() -> None:
    quoted = "<quotedStructure startQuote='«' endQuote='»'><paragraph><num>1-</num><content><p>نص</p></content>"
    quoted += "</paragraph><p>آخر</p></quotedStructure>"
    assert lines(f"<p>يوصي:{quoted}</p><p>قال <extractText startQuote='“' endQuote='”'>كذا</extractText></p>") == [
        "يوصي:", "«1- نص", "آخر»", "قال “كذا”",
    ]  # fmt: skip


def test_tables_with_captions_cells_over_rows_and_tables_in_cells() -> None:
    rows = "<tr><td rowspan='2'>1</td><td>ب</td></tr><tr><td>ج</td></tr>"
    assert lines(f"<table><caption>الجدول</caption><tbody>{rows}</tbody></table>") == ["الجدول", "| 1 | ب |", "| | ج |"]
    inner = "<table><tr><td>أ</td><td>ب</td></tr></table>"
    assert lines(f"<table><tr><td>1</td><td>{inner}</td></tr></table>") == ["| 1 | ¦ أ ¦ ب ¦ |"]


def test_lists_of_contents_are_named_and_no_text() -> None:
    found = read("<toc><tocItem level='1' href='#a'>أولا- مقدمة 3</tocItem></toc><p>نص</p>")
    assert [line for line in found.lines if line][1:] == ["نص"]
    assert found.furniture == ("أولا- مقدمة 3",)


def test_components_and_attachments_follow_the_text() -> None:
    component = "<component><doc name='annex'><mainBody><p>المرفق</p></mainBody></doc></component>"
    outside = f"</mainBody></statement><components>{component}</components><statement name='x'><mainBody>"
    assert lines(outside) == ["المرفق"]


def keywords(source: str, *said: tuple[str, str]) -> str:
    rows = "".join(f'<keyword value="{term}" showAs="{term}" dictionary="{listed}"/>' for term, listed in said)
    return f'<classification source="{source}">{rows}</classification>'


def test_the_subjects_are_those_of_the_thesaurus_once_each_and_a_librarians_first() -> None:
    goal = keywords(
        "https://metadata.un.org/sdg",
        ("sdg_6", "SDGO"), ("canal_locks", "UNBIS"), ("women&amp;#39;s_rights", "UNBIS"), ("canal_dues", "EuroVoc"),
    )  # fmt: skip
    own = keywords(
        "DHLAUTH", ("CANAL LOCKS", "UNBIS Thesaurus"), ("UN. Lock Keepers", "DHLAUTH"), ("TOLLS", "UNBIS Thesaurus")
    )
    found = read("<p>نص</p>", goal + own)
    assert found.subjects == ("CANAL LOCKS", "TOLLS", "women's rights")
    assert [line for line in found.lines if line][1:] == ["نص"]
    assert read("<p>نص</p>").subjects == ()


def test_what_is_no_term_is_no_subject() -> None:
    many = keywords("DHLAUTH", *((f"TERM {at}", "unbis") for at in range(300)), ("", "unbis"), ("X" * 500, "unbis"))
    assert read("<p>نص</p>", many).subjects == tuple(f"TERM {at}" for at in range(200))
