"""Errata in a parsed text: what is applied, kept out, or found nowhere; and what the reader has to say."""

from archive.parsing.document import parse_document
from archive.sources.errata import ErratumRow
from archive.sources.reader import SourceText, source_text

LINES = ("أولاً- مقدمة", "1- حفظ القنات المائيه. وحفظ القنات.", "2- حفظ الماء المائيه.")
PHRASE = ErratumRow("copy.txt", 2, "القنات المائيه", "القنوات المائية", "certain")


def problems(*rows: ErratumRow) -> list[tuple[str, int]]:
    parsed = parse_document(SourceText("copy.txt", LINES, "utf-8", ""), errata=rows)
    return [(one.code, one.line) for one in parsed.problems if "errat" in one.code]


def test_a_row_under_a_longer_one_is_kept_out_and_not_unused() -> None:
    inside = ErratumRow("copy.txt", 2, "المائيه", "المائية", "certain")
    nowhere = ErratumRow("copy.txt", 3, "القنات", "القنوات", "certain")
    assert problems(PHRASE, inside, nowhere) == [("overlapping_errata", 2), ("unused_erratum", 3)]


def test_a_row_that_stands_elsewhere_on_its_line_does_its_work() -> None:
    also_alone = ErratumRow("copy.txt", 2, "القنات", "القنوات", "certain")
    assert problems(PHRASE, also_alone) == []


def test_an_inferred_encoding_is_a_warning() -> None:
    text = "أولاً- مقدمة\n1- يحفظ الفريق العامل القنوات في كل الدول، ويقيس الماء فيها.\n"
    parsed = parse_document(source_text("copy.txt", text.encode("cp1256")))
    found = next(one for one in parsed.problems if one.code == "encoding")
    assert (found.severity, "Windows-1256" in found.message) == ("warning", True)
