"""Word files: what each construct becomes on the lines that the parser reads."""

import pytest

from archive.parsing.document import parse_document
from archive.sources.places import say_place
from archive.sources.reader import SourceText, source_text
from tests.sources.word_files import (
    definition,
    docx,
    field,
    level,
    listed,
    note,
    notes,
    p,
    run,
    starting,
    table,
)

BODY = "ينبغي للدول الأطراف أن تحمي المكتبات الساحلية."


def read(*blocks: str, **parts: str) -> SourceText:
    return source_text("ورقة.docx", docx("".join(blocks), **parts))


def lines(*blocks: str, **parts: str) -> list[str]:
    """The lines that are not blank, behind one that makes the text Arabic."""
    found = [line for line in read(p(BODY), *blocks, **parts).lines if line]
    assert found[0] == BODY
    return found[1:]


def codes(*blocks: str, **parts: str) -> list[str]:
    return [one.code for one in read(p(BODY), *blocks, **parts).warnings]


# Automatic numbers ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("form", "text", "labels"),
    [
        ("decimal", "%1-", ["1-", "2-", "3-"]),
        ("decimalZero", "%1.", ["01.", "02.", "03."]),
        ("upperRoman", "%1-", ["I-", "II-", "III-"]),
        ("lowerRoman", "(%1)", ["(i)", "(ii)", "(iii)"]),
        ("lowerLetter", "(%1)", ["(a)", "(b)", "(c)"]),
        ("upperLetter", "%1.", ["A.", "B.", "C."]),
        ("arabicAbjad", "(%1)", ["(أ)", "(ب)", "(ج)"]),
        ("arabicAlpha", "(%1)", ["(أ)", "(ب)", "(ت)"]),
        ("ordinalText", "%1-", ["أولاً-", "ثانياً-", "ثالثاً-"]),
        ("hindiNumbers", "%1-", ["١-", "٢-", "٣-"]),
        ("decimal", "التوصية %1", ["التوصية 1", "التوصية 2", "التوصية 3"]),
        ("bullet", "\uf0b7", ["•", "•", "•"]),
    ],
)
def test_forms_of_automatic_numbers(form: str, text: str, labels: list[str]) -> None:
    numbering = definition(1, level(0, form, text)) + listed(1, 1)
    found = lines(*(p(f"نص {at}", number="1") for at in range(3)), numbering=numbering)
    assert found == [f"{label} نص {at}" for at, label in enumerate(labels)]


def test_letters_of_the_abjad_are_those_of_the_united_nations() -> None:
    numbering = definition(1, level(0, "arabicAbjad", "(%1)")) + listed(1, 1, starting(4))
    assert lines(*(p("نص", number="1") for _ in range(3)), numbering=numbering) == [
        "(د) نص",
        "(هـ) نص",
        "(و) نص",
    ]


def test_levels_begin_anew_under_each_higher_one_and_name_it() -> None:
    numbering = definition(1, level(0, "decimal", "%1-"), level(1, "decimal", "%1-%2-")) + listed(1, 1)
    blocks = [p("نص", number="1", level=at) for at in (0, 1, 1, 0, 1)]
    assert lines(*blocks, numbering=numbering) == ["1- نص", "1-1- نص", "1-2- نص", "2- نص", "2-1- نص"]


def test_a_level_may_go_on_behind_a_higher_one_and_be_all_in_figures() -> None:
    numbering = definition(
        1,
        level(0, "upperRoman", "%1-"),
        level(1, "decimal", "%1.%2", more='<w:lvlRestart w:val="0"/><w:isLgl/>'),
    ) + listed(1, 1)
    blocks = [p("نص", number="1", level=at) for at in (0, 1, 0, 1)]
    assert lines(*blocks, numbering=numbering) == ["I- نص", "1.1 نص", "II- نص", "2.2 نص"]


def test_lists_of_one_definition_count_on_and_an_override_starts_anew() -> None:
    numbering = (
        definition(1, level(0, "decimal", "%1-")) + listed(1, 1) + listed(2, 1) + listed(3, 1, starting(7))
    )
    blocks = [p("نص", number=key) for key in ("1", "1", "2", "3", "3", "2")]
    assert lines(*blocks, numbering=numbering) == ["1- نص", "2- نص", "3- نص", "7- نص", "8- نص", "9- نص"]


def test_a_level_of_its_own_replaces_that_of_the_definition() -> None:
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "arabicAbjad", "(%1)")}</w:lvlOverride>'
    numbering = definition(1, level(0, "decimal", "%1-")) + listed(1, 1, own)
    assert lines(p("نص", number="1"), numbering=numbering) == ["(أ) نص"]


def test_numbers_come_from_styles_and_from_those_they_are_based_on() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Para"><w:name w:val="Para"/><w:pPr>'
        '<w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Child"><w:basedOn w:val="Para"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style>'
    )
    numbering = definition(1, level(0, "decimal", "%1-")) + listed(1, 1)
    blocks = [p("نص", style=style) for style in ("Para", "Child", "Loop")]
    blocks.append(p("نص", style="Para", number="0"))
    assert lines(*blocks, styles=styles, numbering=numbering) == ["1- نص", "2- نص", "نص", "نص"]


def test_the_level_of_a_heading_style_is_the_one_that_names_it() -> None:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
        "</w:style>"
        for name in ("H1", "H2")
    )
    numbering = definition(
        1,
        level(0, "ordinalText", "%1-", more='<w:pStyle w:val="H1"/>'),
        level(1, "arabicAbjad", "%2-", more='<w:pStyle w:val="H2"/>'),
    ) + listed(1, 1)
    blocks = [p("نص", style=style) for style in ("H1", "H2", "H2", "H1")]
    assert lines(*blocks, styles=styles, numbering=numbering) == ["أولاً- نص", "أ- نص", "ب- نص", "ثانياً- نص"]


def test_a_definition_may_stand_for_a_style_of_lists() -> None:
    numbered = '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>'
    styles = f'<w:style w:type="numbering" w:styleId="Kind">{numbered}</w:style>'
    numbering = (
        definition(1, more='<w:numStyleLink w:val="Kind"/>')
        + definition(2, level(0, "decimal", "%1)"), more='<w:styleLink w:val="Kind"/>')
        + listed(1, 1)
        + listed(2, 2)
    )
    assert lines(p("نص", number="1"), styles=styles, numbering=numbering) == ["1) نص"]


def test_an_unknown_form_is_shown_in_figures_and_said() -> None:
    numbering = definition(1, level(0, "chineseCounting", "%1-")) + listed(1, 1)
    assert lines(p("نص", number="1"), numbering=numbering) == ["1- نص"]
    assert codes(p("نص", number="1"), numbering=numbering) == ["unknown_numbers"]


def made(instruction: str) -> str:
    """A field without a result, as Word leaves those that number."""
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    return f"{begin}<w:r><w:instrText> {instruction} </w:instrText></w:r>{end}"


def test_numbers_that_fields_make_are_counted_and_said() -> None:
    numbering = definition(1, level(0, "decimal", "%1-"), level(1, "arabicAbjad", "(%2)")) + listed(1, 1)
    numbering += definition(7, level(0, "decimal", "البند %1"), more='<w:name w:val="Items"/>')
    blocks = [
        p(made("LISTNUM"), run(" أول")),
        p(made("LISTNUM NumberDefault \\l 2"), run(" ثان")),
        p(made("LISTNUM NumberDefault \\l 1 \\s 7"), run(" ثالث")),
        p(run("يجب: "), made("LISTNUM"), run(" كذا؛ "), made("LISTNUM"), run(" وكذا"), number="1"),
        p(run("نص"), number="1"),
        p(made("LISTNUM Items"), run(": نص")),
        p(made("LISTNUM LegalDefault"), run(" نص")),
        p(made("LISTNUM LegalDefault \\l 2"), run(" نص")),
        p(made("AUTONUM"), run(" نص")),
        p(made("AUTONUM \\s )"), run(" نص")),
        p('<w:fldSimple w:instr=" AUTONUMOUT "/>', run(" نص")),
    ]
    assert lines(*blocks, numbering=numbering) == [
        "1) أول", "a) ثان", "7) ثالث", "1- يجب: (أ) كذا؛ (ب) وكذا", "2- نص", "البند 1: نص", "1. نص", "1.1. نص",
        "1. نص", "2) نص", "I. نص",
    ]  # fmt: skip
    assert codes(*blocks, numbering=numbering) == ["numbers_in_fields"]


def test_pictures_for_bullets_and_forms_of_the_files_own() -> None:
    picture = level(0, "bullet", "", more='<w:lvlPicBulletId w:val="0"/>')
    padded = level(0, "custom", "%1-").replace('w:val="custom"', 'w:val="custom" w:format="001, 002, 003, ..."')
    numbering = '<w:numPicBullet w:numPicBulletId="0"><w:pict/></w:numPicBullet>'
    numbering += definition(1, picture) + definition(2, padded) + listed(1, 1) + listed(2, 2, starting(9))
    blocks = [p("نص", number=key) for key in ("1", "2", "2")]
    assert lines(*blocks, numbering=numbering) == ["• نص", "009- نص", "010- نص"]
    strange = numbering.replace("001, 002, 003, ...", "A/1, A/2")
    assert codes(*blocks, numbering=strange) == ["unknown_numbers"]


def test_a_level_begins_anew_after_the_level_that_it_names_alone() -> None:
    third = level(2, "decimal", "(%3)", more='<w:lvlRestart w:val="1"/>')
    numbering = definition(1, level(0, "decimal", "%1-"), level(1, "decimal", "%2)"), third) + listed(1, 1)
    blocks = [p("نص", number="1", level=at) for at in (0, 1, 2, 1, 2, 0, 2)]
    labels = ["1-", "1)", "(1)", "2)", "(2)", "2-", "(1)"]
    assert lines(*blocks, numbering=numbering) == [f"{label} نص" for label in labels]


# Notes ---------------------------------------------------------------------------------------------------------


def test_notes_stand_behind_a_rule_and_are_counted_as_the_text_refers_to_them() -> None:
    found = read(
        p(run(BODY), note(7), run(" ثم")),
        p(run("نص"), note(3)),
        footnotes=notes("footnote", {3: "الثانية.", 7: "الأولى."}),
    )
    assert [line for line in found.lines if line] == [
        f"{BODY}⁽¹⁾ ثم", "نص⁽²⁾", "__________", "⁽¹⁾ الأولى.", "⁽²⁾ الثانية.",
    ]  # fmt: skip
    assert say_place(found.places, len(found.lines) - 1) == "الحاشية 2 من الملف"


def test_endnotes_alone_have_their_own_numbers_and_go_on_behind_footnotes() -> None:
    ends = notes("endnote", {1: "في الآخر."})
    assert lines(p(run("نص"), note(1, "endnote")), endnotes=ends)[0] == "نص⁽¹⁾"
    both = {"endnotes": ends, "footnotes": notes("footnote", {1: "في الذيل."})}
    blocks = (p(run("نص"), note(1, "endnote")), p(run("نص"), note(1)))
    assert lines(*blocks, **both) == ["نص⁽²⁾", "نص⁽¹⁾", "__________", "⁽¹⁾ في الذيل.", "⁽²⁾ في الآخر."]
    assert codes(*blocks, **both) == ["notes_renumbered"]


# Changes, hidden words, controls -------------------------------------------------------------------------------

_DELETED = "<w:rPr><w:del w:id='1'/></w:rPr>"


def test_tracked_changes_are_read_as_accepted_and_said() -> None:
    blocks = (
        p(
            run("كان "),
            "<w:del w:id='1'><w:r><w:delText>هناك</w:delText></w:r></w:del>",
            "<w:ins w:id='2'>" + run("هنا") + "</w:ins>",
        ),
        p(
            "<w:moveFrom w:id='3'>" + run("ذهب") + "</w:moveFrom>",
            "<w:moveTo w:id='4'>" + run("جاء") + "</w:moveTo>",
        ),
        p("أول ", properties=_DELETED) + p("آخر", number="1"),
    )
    numbering = definition(1, level(0, "decimal", "%1-")) + listed(1, 1)
    assert lines(*blocks, numbering=numbering) == ["كان هنا", "جاء", "1- أول آخر"]
    assert codes(*blocks, numbering=numbering) == ["tracked"]


def test_a_deleted_row_and_a_deleted_numbered_paragraph_are_not_there() -> None:
    gone = (
        "<w:tr><w:trPr><w:del w:id='1'/></w:trPr><w:tc>"
        + p("ذهب")
        + "</w:tc><w:tc>"
        + p("ذهب")
        + "</w:tc></w:tr>"
    )
    rows = table(["أ", "ب"], ["ج", "د"]).replace("</w:tbl>", f"{gone}</w:tbl>")
    deleted = "<w:del w:id='1'><w:r><w:delText>ذهب</w:delText></w:r></w:del>"
    numbering = definition(1, level(0, "decimal", "%1-")) + listed(1, 1)
    blocks = (rows, p("نص", number="1"), p(deleted, number="1", properties=_DELETED), p("نص", number="1"))
    assert lines(*blocks, numbering=numbering) == ["| أ | ب |", "| ج | د |", "1- نص", "2- نص"]


def test_hidden_words_and_comments_are_left_out_and_said() -> None:
    styles = '<w:style w:type="character" w:styleId="Off"><w:rPr><w:vanish/></w:rPr></w:style>'
    blocks = (
        p(
            run("ظاهر "),
            run("مخفي", "<w:vanish/>"),
            run("مخفي", '<w:rStyle w:val="Off"/>'),
            run("أيضاً", '<w:vanish w:val="0"/>'),
        ),
        p(run("نص"), "<w:r><w:commentReference w:id='1'/></w:r>"),
    )
    assert lines(*blocks, styles=styles) == ["ظاهر أيضاً", "نص"]
    assert codes(*blocks, styles=styles) == ["hidden", "comments"]


def test_signs_of_word_are_those_of_the_print() -> None:
    signs = "<w:r><w:t>أ</w:t><w:noBreakHyphen/><w:t>ب</w:t><w:softHyphen/><w:t>ج</w:t></w:r>"
    bullet = '<w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'
    assert lines(p(signs), p(run("س "), bullet), p("قبل\nبعد"), p("1-\tنص")) == [
        "أ-بج",
        "س ≥✓",
        "قبل",
        "بعد",
        "1- نص",
    ]


def test_an_unknown_sign_is_told_as_lost() -> None:
    assert codes(p(run("س"), '<w:r><w:sym w:font="Webdings" w:char="F0FF"/></w:r>')) == ["lost_characters"]


def test_fields_give_their_results_and_contents_are_no_text() -> None:
    contents = field('TOC \\o "1-3"', "أولاً- مقدمة 3")
    found = read(p(BODY), p(contents), p(run("انظر "), field("REF _x", "الفقرة 4"), run(".")))
    assert [line for line in found.lines if line] == [BODY, "انظر الفقرة 4."]
    assert found.furniture == ("أولاً- مقدمة 3",)


def test_links_controls_tags_and_boxes_are_read_once() -> None:
    link = f'<w:hyperlink r:id="x">{run("رابط")}</w:hyperlink>'
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{run(' وضابط')}</w:sdtContent></w:sdt>"
    empty = (
        f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('اكتب هنا')}</w:sdtContent></w:sdt>"
    )
    tag = f'<w:smartTag w:element="x">{run(" ووسم")}</w:smartTag>'
    inside = f"<w:txbxContent>{p('صندوق')}</w:txbxContent>"
    box = (
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>{inside}</wps:txbx></w:drawing>"
        "</mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{inside}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert lines(p(link, control, empty, tag, box)) == ["رابط وضابط ووسم", "صندوق"]


# Tables --------------------------------------------------------------------------------------------------------


def cell(text: str, properties: str) -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"


def test_rows_stay_rows_and_merged_cells_keep_their_width() -> None:
    rows = table(
        ["الرقم", "التوصية", "الجهة"],
        ["1", cell("نص على عمودين", '<w:gridSpan w:val="2"/>')],
        [cell("2", '<w:vMerge w:val="restart"/>'), "أول", "الدول"],
        [cell("", "<w:vMerge/>"), "ثان", ""],
    )
    assert lines(rows) == [
        "| الرقم | التوصية | الجهة |",
        "| 1 | نص على عمودين |  |",
        "| 2 | أول ثان | الدول |",
    ]


def test_tables_within_cells_notes_and_controls() -> None:
    inner = table(["أ", "ب"], ["ج", "د"])
    outer = f"<w:tbl><w:tr><w:tc>{p('1')}</w:tc><w:tc>{p('قبل')}{inner}{p('بعد')}</w:tc></w:tr></w:tbl>"
    row = f"<w:tr><w:tc>{p('هـ')}</w:tc><w:tc>{p('و')}</w:tc></w:tr>"
    control = f"<w:tbl><w:sdt><w:sdtContent>{row}</w:sdtContent></w:sdt></w:tbl>"
    assert lines(outer, control) == [
        "| 1 | قبل ¦ أ ¦ ب ¦ ¦ ج ¦ د ¦ بعد |", "| هـ | و |",
    ]  # fmt: skip
    noted = notes("footnote", {1: "حاشية."}).replace("</w:p></w:footnote>", f"</w:p>{inner}</w:footnote>")
    assert lines(p(run("نص"), note(1)), footnotes=noted)[-1] == "⁽¹⁾ حاشية. | أ | ب | | ج | د |"


def test_one_of_two_forms_of_a_thing_is_read_and_parts_elsewhere_are_said() -> None:
    both = "<mc:Choice Requires='x'>{0}</mc:Choice><mc:Fallback>{0}</mc:Fallback>"
    both = f"<mc:AlternateContent>{both}</mc:AlternateContent>"
    blocks = [both.format(p("مرة")), p(f"<w:r>{both.format('<w:t>وأخرى</w:t>')}</w:r>"), '<w:altChunk r:id="x"/>']
    assert lines(*blocks) == ["مرة", "وأخرى"]
    assert codes(*blocks) == ["elsewhere"]


def test_a_table_of_one_column_is_set_so_for_its_looks() -> None:
    assert lines(table(["إطار"], ["آخر"])) == ["إطار", "آخر"]


# Heads, feet, places -------------------------------------------------------------------------------------------


def test_the_head_of_the_first_page_is_the_covers_and_the_others_are_left_out() -> None:
    found = read(
        p(BODY),
        header1=p("CTOC/COP/WG.7/2036/4"),
        headerfirst=table(["الأمم المتحدة", "CTOC/COP/WG.7/2036/4"]),
        footer1=p(run("V.36-07001 "), field("PAGE", "2"), run("/"), field("NUMPAGES", "6")),
    )
    assert [line for line in found.lines if line] == [
        "الأمم المتحدة", "CTOC/COP/WG.7/2036/4", BODY, "V.36-07001 2/6",
    ]  # fmt: skip
    assert found.furniture == ("CTOC/COP/WG.7/2036/4",)


def test_places_are_paragraphs_and_pages_where_word_has_told_them() -> None:
    turn = "<w:r><w:lastRenderedPageBreak/></w:r>"
    found = read(p(BODY), p("قبل\nبعد"), p(turn, run("صفحة")), p("نص"))
    assert [(line, say_place(found.places, at)) for at, line in enumerate(found.lines, 1) if line] == [
        (BODY, "الصفحة 1، الفقرة 1 من الملف"),
        ("قبل", "الصفحة 1، الفقرة 2 من الملف"),
        ("بعد", "الصفحة 1، الفقرة 2 من الملف"),
        ("صفحة", "الصفحة 2، الفقرة 3 من الملف"),
        ("نص", "الصفحة 2، الفقرة 4 من الملف"),
    ]
    assert say_place(found.places, 1, 8) == "الصفحات 1–2، الفقرات 1–4 من الملف"
    assert say_place(read(p(BODY)).places, 1) == "الفقرة 1 من الملف"
    assert say_place((), 3, 5) == "الأسطر 3–5"


def test_a_note_in_a_cell_leaves_the_row_a_row() -> None:
    rows = table(["الرقم", "التوصية", "الجهة"], ["1", cell("ن", ""), "الدول"]).replace(
        run("ن"), run("ينبغي للدول أن تعمل") + note(1) + run(".")
    )
    report = [
        "الأمم المتحدة",
        "CTOC/COP/WG.7/2041/4",
        "الفريق العامل المعني بتهريب المهاجرين",
        "تقرير عن اجتماع الفريق العامل المعني بتهريب المهاجرين المعقود في فيينا يومي 4 و5 تشرين الأول/أكتوبر 2041",
        "أولاً- التوصيات",
        "1- عُقد الاجتماع السادس والعشرون للفريق العامل في فيينا.",
    ]
    found = parse_document(read(*map(p, report), rows, footnotes=notes("footnote", {1: "انظر الوثيقة."})))
    assert [(one.number, one.form, one.printed) for one in found.recommendations] == [
        (1, "table", "ينبغي للدول أن تعمل.")
    ]
    assert [(one.marker, one.text.printed) for one in found.footnotes] == [("1", "انظر الوثيقة.")]
