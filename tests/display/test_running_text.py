"""A text of the archive as HTML."""

import pytest

from archive.display.text.running_text import (
    Block,
    TextLine,
    build_blocks,
    cut_at_word,
    render_inline,
    render_text,
)
from archive.display.text.spans import marking


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ('نص <و> & "اقتباس"', "نص &lt;و&gt; &amp; &quot;اقتباس&quot;"),
        (
            "الوثيقة (CTOC/COP/WG.7/2019/2) هنا",
            'الوثيقة (<bdi class="sym" dir="ltr" lang="en">'
            '<a class="link" href="/symbol/CTOC/COP/WG.7/2019/2">CTOC/COP/WG.7/2019/2</a></bdi>) هنا',
        ),
        ("نظام SHERLOC، ثم", 'نظام <bdi dir="ltr" lang="en">SHERLOC</bdi>، ثم'),
        (
            "عنوانها *The Hawala System: Its Operations*، و",
            'عنوانها <bdi dir="ltr" lang="en"><em>The Hawala System: Its Operations</em></bdi>، و',
        ),
        ("منشور بعنوان Mock Trials*", 'منشور بعنوان <bdi dir="ltr" lang="en">Mock Trials</bdi>*'),
        (
            "UNODC, “A Title”, Research Brief (May 2020).",
            '<bdi dir="ltr" lang="en">UNODC, “A Title”, Research Brief (May 2020).</bdi>',
        ),
        (
            "See A/74/148 and <x>",
            '<bdi dir="ltr" lang="en">See <a class="link sym" href="/symbol/A/74/148">A/74/148</a>'
            " and &lt;x&gt;</bdi>",
        ),
        (
            "في https://sherloc.unodc.org، وهو",
            'في <bdi dir="ltr" lang="en"><a class="link" href="https://sherloc.unodc.org" rel="external">'
            "https://sherloc.unodc.org</a></bdi>، وهو",
        ),
        ("جائحة كوفيد-19 هنا", 'جائحة <span class="nb">كوفيد-19</span> هنا'),
        (
            "أكثر من 9 000 شخص في أيار/مايو 2012",
            'أكثر من <bdi class="nb" dir="ltr">9 000</bdi> شخص في <span class="nb">أيار/مايو</span> 2012',
        ),
        ("بين 700 و1 000 مريض", 'بين 700 و<bdi class="nb" dir="ltr">1 000</bdi> مريض'),
        ("القرار 148/74 100 مرة، 2020 100", "القرار 148/74 100 مرة، 2020 100"),
        ("", ""),
    ],
)
def test_latin_runs_are_isolated_and_everything_is_escaped(text: str, html: str) -> None:
    assert render_inline(text) == html


def test_lettered_lines_become_a_hanging_list() -> None:
    assert build_blocks("صدر:\n(أ) الأول؛\n(هـ) الثاني.\nخاتمة.") == [
        Block(False, (TextLine("", "صدر:"),)),
        Block(True, (TextLine("(أ)", "الأول؛"), TextLine("(هـ)", "الثاني."))),
        Block(False, (TextLine("", "خاتمة."),)),
    ]


def test_an_excerpt_ends_at_a_word() -> None:
    assert cut_at_word("كلمة أولى\nثم ثانية", 3) == "كلمة أولى ثم\u00a0…"
    assert cut_at_word("كلمة أولى", 3) == "كلمة أولى"


def test_lines_whose_cells_stand_apart_by_bars_are_a_table() -> None:
    assert render_text("ترد التوصيات:\n1 | تدعو الدول\n2 | تُشجَّع الأمانة") == (
        "<p>ترد التوصيات:</p>"
        '<table class="cells"><tbody><tr><td>1</td><td>تدعو الدول</td></tr>'
        "<tr><td>2</td><td>تُشجَّع الأمانة</td></tr></tbody></table>"
    )


def test_one_line_with_a_bar_is_a_line() -> None:
    assert render_text("قبله\nأ | ب") == "<p>قبله</p><p>أ | ب</p>"


def test_what_is_marked_in_a_table_is_marked_in_its_cell() -> None:
    text = "أ | ب ج\nد | هـ"
    start = text.index("ج")
    assert "<td>ب <mark>ج</mark></td>" in render_text(text, [[marking(start, start + 1)]])
