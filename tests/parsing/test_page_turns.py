"""What stands at page turns leaves no trace in the text, and a sentence that a page cuts is whole."""

import pytest

from archive.parsing.structure import ParsedDocument
from tests.parsing.reading import parsed

SYMBOL = "CTOC/COP/WG.7/2031/4"
COVER = f"""الأمم المتحدة

{SYMBOL}

Distr.: General
1 July 2031
Arabic
Original: English

الفريق العامل المعني بتهريب المهاجرين

تقرير عن اجتماع الفريق العامل المعني بتهريب المهاجرين المعقود في فيينا يومي 4 و5 حزيران/يونيه 2031

أولاً- مداولات

"""
TEXTS = {
    1: "عُقد الاجتماع الثامن عشر للفريق العامل في فيينا يومي 4 و5 حزيران/يونيه 2031.",
    2: "وعرض المتكلمون ما اتخذته بلدانهم من تدابير لحماية المهاجرين في الموانئ الصغيرة وعلى متن السفن العابرة، "
    "ولا سيما القاصرين منهم.",
    3: "ودعا متكلمون إلى تبادل المعلومات، وإلى زيارات ميدانية تنظم مع 3 من الموانئ الكبرى.",
    4: "وأُشير إلى أهمية السجلات.",
    5: "اعتمد الفريق العامل هذا التقرير.",
}


def text_with(turn: str) -> str:
    """The paper with `turn` at three places: in two sentences and before a heading; «#» is the page."""
    second, third = TEXTS[2].split("السفن "), TEXTS[3].split("مع ")
    turns = [turn.replace("#", str(page)) for page in (2, 3, 4)]
    return (
        f"{COVER}1- {TEXTS[1]}\n\n2- {second[0]}السفن{turns[0]}{second[1]}\n\n"
        f"3- {third[0]}مع{turns[1]}{third[1]}\n\n4- {TEXTS[4]}{turns[2]}ثانياً- اعتماد التقرير\n\n5- {TEXTS[5]}\n"
    )


def paragraphs(document: ParsedDocument) -> dict[int, str]:
    return {paragraph.number: paragraph.text.printed for paragraph in document.paragraphs}


@pytest.mark.parametrize(
    "turn",
    [
        f"\n\nV.31-04567 #/6\n\n{SYMBOL}\n\n",
        f"\n\n#/6 V.31-04567\n\n\x0c{SYMBOL}\n\n",
        f"\n31-04567\n#/6\n{SYMBOL}\n",
        f"\n\nGE.31-04567\n\n{SYMBOL}\n\n#\n\n",
        f"\n\nV.31-04567 (A) 120731 130731\n\n*3104567*\n\nالرجاء إعادة استعمال الورق\n\n{SYMBOL}\n\n",
        f"\n\n{SYMBOL}\nPage #\n\n",
        f"\n\nصفحة # من 6\n\n…/…\n\n{SYMBOL}\n\n",
        f"\n\n/...\n\n{SYMBOL}\n\n",
        f"\n\n| {SYMBOL} | #/6 |\n\n",
        "\n\n#\n\nتقرير الفريق العامل المعني بتهريب المهاجرين\n\n",
        "\n\nتقرير الفريق العامل المعني بتهريب المهاجرين #\n\n",
        f"\n\n- # -\n\n{SYMBOL}\n\nتقرير الفريق العامل\n\n",
    ],
)
def test_furniture_of_every_kind_leaves_the_texts_whole(turn: str) -> None:
    document = parsed(text_with(turn))
    assert paragraphs(document) == TEXTS
    assert [section.title.printed for section in document.sections] == ["مداولات", "اعتماد التقرير"]
    assert (document.unplaced, document.references) == ((), ())


@pytest.mark.parametrize("turn", [f" V.31-04567 #/6 {SYMBOL} ", f" {SYMBOL} "])
def test_a_running_head_glued_into_a_sentence_is_taken_out(turn: str) -> None:
    found = paragraphs(parsed(text_with(turn).replace(f"{turn}ثانياً".replace("#", "4"), "\n\nثانياً")))
    assert found == TEXTS


def test_where_blank_lines_stand_at_page_turns_only_they_part_nothing() -> None:
    lines = ["أولاً- مداولات"]
    for number in range(1, 13):
        lines.append(f"{number}- ودعا متكلمون الدول الأطراف إلى أن تتبادل المعلومات عن السفن التي تعبر")
        if number % 3 == 0:
            lines += ["", f"31-04567 {number // 3}/4", "", SYMBOL, ""]
        lines.append("موانئها في كل فصل.")
    document = parsed(f"الأمم المتحدة\n{SYMBOL}\nDistr.: General\n" + "\n".join(lines))
    text = "ودعا متكلمون الدول الأطراف إلى أن تتبادل المعلومات عن السفن التي تعبر موانئها في كل فصل."
    assert paragraphs(document) == dict.fromkeys(range(1, 13), text)


def test_a_sentence_may_cite_its_own_paper_which_names_no_other_by_it() -> None:
    text = text_with("\n\n").replace("تبادل المعلومات", f"تبادل المعلومات (الوثيقة {SYMBOL})")
    document = parsed(text)
    assert paragraphs(document)[3] == TEXTS[3].replace(
        "تبادل المعلومات", f"تبادل المعلومات (الوثيقة {SYMBOL})"
    )
    assert document.references == ()


def test_a_heading_that_repeats_is_no_running_title() -> None:
    text = f"{COVER}1- نص.\n\nV.31-04567 2/6\n\nحماية الشهود\n\n2- نص.\n\nحماية الشهود\n\n3- نص.\n"
    assert [section.title.printed for section in parsed(text).sections] == [
        "مداولات",
        "حماية الشهود",
        "حماية الشهود",
    ]


def test_the_number_of_a_resolution_is_no_page() -> None:
    cover = "الأمم المتحدة\n\nA/RES/85/120\n\nDistr.: General\n\nقرار اتخذته الجمعية العامة\n\n"
    text = f"{cover}85/120\n\nاليوم الدولي للمنائر\n"
    assert parsed(text + "\n\n2/3\n").masthead.title.printed == "اليوم الدولي للمنائر"


def test_what_was_left_out_is_furniture_line_by_line() -> None:
    text = text_with(f"\n\nV.31-04567 #/6\n\n{SYMBOL}\n\n")
    roles = parsed(text).roles
    left_out = [line for line, role in zip(text.split("\n"), roles, strict=True) if role == "furniture"]
    assert left_out == [one for page in (2, 3, 4) for one in (f"V.31-04567 {page}/6", SYMBOL)]
