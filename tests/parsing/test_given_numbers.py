"""Numbers that a person has looked at: what is said of them stands, what was printed is kept, both are told."""

import pytest

from archive.numbering.given import GivenNumber
from archive.parsing.document import parse_document
from archive.parsing.structure import ParsedDocument
from archive.sources.manifest import DeclaredFacts
from archive.sources.reader import source_text
from tests.parsing.test_series import COVER

FIRST = COVER.count("\n") + 1


def report(blocks: list[str], *given: GivenNumber) -> ParsedDocument:
    source = source_text("a.txt", (COVER + "\n\n".join(blocks) + "\n").encode())
    return parse_document(source, declared=DeclaredFacts(numbers=given))


def line(place: int) -> int:
    """The line of the block at this place, from 0."""
    return FIRST + 2 * place


def read(document: ParsedDocument) -> list[tuple[int, int, str, str]]:
    return [(p.series, p.number, p.printed_number, p.text.printed) for p in document.paragraphs]


def told(document: ParsedDocument) -> list[tuple[int, str, str]]:
    return [((one.line - FIRST) // 2, one.severity, one.message) for one in document.problems if one.line]


GAP = ["أولاً- مقدمة", "1- عُقدت.", "2- وافتُتحت.", "4- وانتُخب.", "5- واختُتمت."]
DOUBLED = ["أولاً- مقدمة", "1- عُقدت.", "2- وافتُتحت.", "2- وانتُخب.", "4- واختُتمت."]
MISPRINT = ["أولاً- مقدمة", "1- عُقدت.", "7- وافتُتحت.", "3- وانتُخب."]
LOST = ["أولاً- مقدمة", "1- عُقدت.", "2- وافتُتحت.", "وانتُخب الرئيس.", "4- واختُتمت."]


@pytest.mark.parametrize(
    ("blocks", "given", "numbers", "sentences"),
    [
        (
            GAP, GivenNumber(line(3), 3), [(1, "1"), (2, "2"), (3, "4"), (5, "5")],
            [
                (3, "info", "طُبع «4»، ورقمه 3 بحسب من راجع الملف."),
                (4, "warning", "لا أثر للرقم 4 في هذا التسلسل."),
            ],
        ),
        (
            DOUBLED, GivenNumber(line(3), 3), [(1, "1"), (2, "2"), (3, "2"), (4, "4")],
            [(3, "info", "طُبع «2»، ورقمه 3 بحسب من راجع الملف.")],
        ),
        (
            MISPRINT, GivenNumber(line(2), 2), [(1, "1"), (2, "7"), (3, "3")],
            [(2, "info", "طُبع «7»، ورقمه 2 بحسب من راجع الملف.")],
        ),
        (
            LOST, GivenNumber(line(3), 3), [(1, "1"), (2, "2"), (3, ""), (4, "4")],
            [(3, "info", "لم يُطبع هنا رقم، ورقمه 3 بحسب من راجع الملف.")],
        ),
    ],
    ids=["a gap that is a misprint", "a doubled number", "a misprint confirmed", "a text whose number is lost"],
)  # fmt: skip
def test_a_number_that_is_given_stands_beside_the_printed_one(
    blocks: list[str], given: GivenNumber, numbers: list[tuple[int, str]], sentences: list[tuple[int, str, str]]
) -> None:
    document = report(blocks, given)
    assert [(p.number, p.printed_number) for p in document.paragraphs] == numbers
    assert told(document) == sentences
    # No word of the text is lost by it.
    assert [p.text.printed for p in document.paragraphs][-1] == blocks[-1].split("- ")[1]


RUN = ["أولاً- مقدمة", "1- عُقدت.", "2- وافتُتحت.", "ثانياً- أسئلة", "3- كم تبلغ الرطوبة؟", "4- ومن يقيسها؟"]
AGAIN = ["أولاً- مقدمة", "1- عُقدت.", "2- وافتُتحت.", "المرفق", "أسئلة", "1- كم تبلغ؟", "2- ومن يقيسها؟"]


def test_a_series_starts_anew_where_it_is_said() -> None:
    assert [one[:2] for one in read(report(RUN))] == [(0, 1), (0, 2), (0, 3), (0, 4)]
    document = report(RUN, GivenNumber(line(4), how="anew"))
    assert [one[:3] for one in read(document)] == [(0, 1, "1"), (0, 2, "2"), (1, 3, "3"), (1, 4, "4")]
    assert told(document) == [(4, "info", "يبدأ العدّ هنا من جديد بالرقم 3، بحسب من راجع الملف.")]


def test_a_series_goes_on_where_it_is_said_with_the_number_that_is_said() -> None:
    assert [one[:2] for one in read(report(AGAIN))] == [(0, 1), (0, 2), (1, 1), (1, 2)]
    document = report(AGAIN, GivenNumber(line(5), 3, "on"), GivenNumber(line(6), 4, "on"))
    assert [one[:3] for one in read(document)] == [(0, 1, "1"), (0, 2, "2"), (0, 3, "1"), (0, 4, "2")]
    assert told(document) == [
        (5, "info", "الرقم 3 تتمة لما سبق من العدّ، بحسب من راجع الملف."),
        (6, "info", "الرقم 4 تتمة لما سبق من العدّ، بحسب من راجع الملف."),
    ]


def test_what_is_said_to_be_no_number_goes_on_with_the_text_before_it() -> None:
    document = report(GAP, GivenNumber(line(3), how="text"))
    assert [one[1:] for one in read(document)] == [
        (1, "1", "عُقدت."),
        (2, "2", "وافتُتحت. 4- وانتُخب."),
        (5, "5", "واختُتمت."),
    ]
    assert told(document)[0] == (3, "info", "ما في أول هذا السطر من النص وليس رقماً له، بحسب من راجع الملف.")


def test_a_number_that_another_line_has_and_a_line_without_text_are_told() -> None:
    document = report(GAP, GivenNumber(line(3), 5), GivenNumber(1, 2))
    assert [one for one in told(document) if one[1] == "error"] == [
        (3, "error", f"الرقم 5 الذي ذُكر لهذا السطر هو رقم السطر {line(4)} في العدّ نفسه؛ صحّح أحد الرقمين.")
    ]
    assert ((1 - FIRST) // 2, "warning", "ذُكر لهذا السطر رقم، وليس فيه نص يُرقَّم؛ لم يؤخذ به.") in told(document)


HEADED = ["أولاً- التوصيات", "التوصية 1", "تقيس الدول الرطوبة.", "التوصية 12", "تنشر الدول القياس.", "التوصية 3"]


def test_recommendations_under_headings_take_the_number_that_is_given() -> None:
    document = report([*HEADED, "تحفظه."], GivenNumber(line(3), 2))
    found = [(one.number, one.printed_number, one.chapeau.printed) for one in document.recommendations]
    assert found == [(1, "1", "تقيس الدول الرطوبة."), (2, "12", "تنشر الدول القياس."), (3, "3", "تحفظه.")]
    assert (3, "info", "طُبع «12»، ورقمه 2 بحسب من راجع الملف.") in told(document)
