"""Families of papers: who recognises what, and a fourth one that the archive does not know, with rules of its own."""

from datetime import date

import pytest

from archive.numbering.dates import DateRange
from archive.parsing.document import parse_document
from archive.parsing.families import FAMILIES, UNKNOWN, family_of, kinds_of, none_of, recognise
from archive.parsing.families.family import Clues, Family
from archive.parsing.problems import problem
from archive.parsing.structure import ParsedDocument, meeting_of
from archive.sources.manifest import DeclaredFacts
from archive.sources.reader import SourceText

from .minutes import GROUP, MINUTES, MINUTES_TEXT


def read(text: str, families: tuple[Family, ...], **declared: str) -> ParsedDocument:
    source = SourceText("copy.txt", tuple(text.split("\n")), "utf-8", "")
    return parse_document(source, declared=DeclaredFacts(**declared), families=families)  # type: ignore[arg-type]


def test_a_fourth_family_is_read_by_its_own_rules() -> None:
    parsed = read(MINUTES_TEXT, (*FAMILIES, MINUTES))
    assert (parsed.masthead.kind, parsed.masthead.meeting_number) == ("minutes", 10)
    days = DateRange(date(2036, 5, 12), date(2036, 5, 13))
    assert parsed.meetings == (meeting_of(GROUP, 10, "فيينا", days, "report", 1),)
    assert [m.number for m in parsed.mentioned_meetings] == [9]
    assert [(r.meeting, r.number, r.copy, r.printed) for r in parsed.recommendations] == [
        (10, 2, 1, "قرر الفريق العامل أن يحفظ القنوات."),
        (10, 1, 1, "قرر الفريق العامل أن ينشر القياس."),
    ]
    assert [(p.number, p.copy, p.section) for p in parsed.paragraphs] == [(1, 1, 0), (2, 1, 1)]
    assert parsed.agenda == ()
    assert parsed.problems == (problem("unknown_agenda_item", 0, numbers="2، 1"),)


def test_the_same_paper_is_unknown_to_the_families_of_the_archive() -> None:
    parsed = read(MINUTES_TEXT, FAMILIES)
    assert (parsed.masthead.kind, parsed.recommendations, parsed.mentioned_meetings) == ("unknown", (), ())
    expected = (
        "لم يُعرف نوع الوثيقة: ليست جدول أعمال ولا ورقة معلومات أساسية ولا خلاصة توصيات ولا تقرير دورة ولا تصويباً "
        "ولا تقرير اجتماع ولا قراراً ولا تقريراً من الأمانة ولا خلاصة توصيات مرتبة بحسب المواضيع."
    )
    assert [one.message for one in parsed.problems if one.code == "unknown_kind"] == [expected]


def test_a_declared_kind_wins_over_the_clues() -> None:
    families = (*FAMILIES, MINUTES)
    assert read(MINUTES_TEXT, families, kind="secretariat-report").masthead.kind == "secretariat-report"
    # a code that no family has declares nothing
    assert read(MINUTES_TEXT, families, kind="letter").masthead.kind == "minutes"


@pytest.mark.parametrize(
    ("clues", "kind"),
    [
        (Clues("تقرير عن اجتماع الفريق العامل", "", (), frozenset()), "meeting-report"),
        (Clues("", "", (), frozenset({"recommendation"})), "meeting-report"),
        # headings of recommendations tell more than the title of a compendium
        (Clues("خلاصه التوصيات", "", (), frozenset({"recommendation"})), "meeting-report"),
        (Clues("خلاصه التوصيات", "", (), frozenset()), "compendium"),
        (Clues("", "", ("مقدمة", "الاجتماع الأول، فيينا"), frozenset()), "compendium"),
        (Clues("", "تقرير الامانه", (), frozenset({"item"})), "secretariat-report"),
        (Clues("", "تقرير الامانه", (), frozenset()), "unknown"),
        (Clues("", "ورقه معلومات اساسيه من اعداد الامانه", (), frozenset({"item"})), "background-paper"),
        # what the cover says where no title was read
        (Clues("", "", (), frozenset({"item"}), cover=("مذكره من الامين العام",)), "secretariat-report"),
        (Clues("", "", (), frozenset(), cover=("تقرير فريق الخبراء عن اجتماعه", "فيينا")), "meeting-report"),
        (Clues("تقرير الفريق العامل عن دورته الثالثه عشره", "", (), frozenset()), "meeting-report"),
        (Clues("تقرير مؤتمر الاطراف عن دورته التاسعه", "", (), frozenset()), "conference-report"),
        (Clues("تقرير لجنه المكتبات عن اعمال دورتها العاشره", "", (), frozenset()), "conference-report"),
        (Clues("جدول الاعمال المؤقت المشروح", "", (), frozenset({"item"})), "agenda"),
        (Clues("قياس الرطوبه", "", (), frozenset(), cover=("تصويب",)), "corrigendum"),
        (Clues("تقرير عن اجتماع الفريق العامل", "", (), frozenset(), cover=("a/1/2/corr.2",)), "corrigendum"),
        (Clues("", "", (), frozenset({"clause", "item"}), first="clause"), "resolution"),
        (Clues("", "", (), frozenset({"item"}), cover=("قرار اتخذته الجمعيه العامه في 2 ايار",)), "resolution"),
        (Clues("خلاصه التوصيات", "ورقه معلومات اساسيه", (), frozenset({"item"}), cited=7), "thematic-compendium"),
    ],
)
def test_a_family_recognises_its_papers(clues: Clues, kind: str) -> None:
    assert recognise(clues).kind == kind


def test_families_are_known_by_their_codes() -> None:
    assert kinds_of() == (
        "agenda",
        "background-paper",
        "compendium",
        "conference-report",
        "corrigendum",
        "meeting-report",
        "resolution",
        "secretariat-report",
        "thematic-compendium",
    )
    assert [family_of(kind) for kind in kinds_of()] == sorted(FAMILIES, key=lambda family: family.kind)
    assert [family_of(kind) for kind in ("other", "unknown", "", None)] == [UNKNOWN] * 4
    families = [family_of("compendium"), family_of("secretariat-report"), MINUTES]
    assert none_of(families) == "خلاصة توصيات ولا محضراً ولا تقريراً من الأمانة"
