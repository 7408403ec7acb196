"""Names in the reader's language."""

import pytest
from django.utils import translation

from archive.display.names import titles as names
from archive.display.names.counts import COUNTED, counted
from archive.display.names.papers import paper_kind_choices, paper_kind_name
from archive.models import Body, Meeting
from archive.numbering.english_ordinals import english_ordinal
from archive.parsing.families import kinds_of


@pytest.mark.parametrize(
    ("number", "word"),
    [
        (1, "first"),
        (12, "twelfth"),
        (20, "twentieth"),
        (21, "twenty-first"),
        (90, "ninetieth"),
        (101, "101st"),
        (111, "111th"),
    ],
)
def test_english_ordinals(number: int, word: str) -> None:
    assert english_ordinal(number) == word


@pytest.mark.parametrize(
    ("term", "arabic", "english"),
    [
        ("meeting", "الاجتماع الثاني عشر", "Twelfth meeting"),
        ("session", "الدورة الثانية عشرة", "Twelfth session"),
    ],
)
def test_a_meeting_is_called_as_its_body_calls_it(term: str, arabic: str, english: str) -> None:
    meeting = Meeting(body=Body(term=term), number=12)
    assert names.meeting_title(meeting) == arabic
    with translation.override("en"):
        assert names.meeting_title(meeting) == english


def test_a_number_without_a_word_is_a_figure() -> None:
    assert names.meeting_title(Meeting(body=Body(term="meeting"), number=250)) == "الاجتماع 250"


PAPERS = {
    "compendium": ("خلاصة توصيات", "Compendium of recommendations"),
    "meeting-report": ("تقرير اجتماع", "Meeting report"),
    "secretariat-report": ("تقرير من الأمانة", "Report by the Secretariat"),
    "other": ("وثيقة أخرى", "Other document"),
}


def test_a_kind_of_papers_is_called_as_its_family_calls_it() -> None:
    assert [paper_kind_name(code) for code in PAPERS] == [arabic for arabic, _english in PAPERS.values()]
    with translation.override("en"):
        assert [paper_kind_name(code) for code in PAPERS] == [english for _arabic, english in PAPERS.values()]


def test_every_family_may_be_chosen_and_what_is_of_none_last() -> None:
    assert paper_kind_choices() == [(code, paper_kind_name(code)) for code in (*kinds_of(), "other")]


def test_a_code_that_no_family_has_is_another_document() -> None:
    assert [paper_kind_name(code) for code in ("unknown", "letter", "")] == ["وثيقة أخرى"] * 3


COUNTS = (0, 1, 2, 3, 10, 11, 99, 100, 101, 102, 103, 111, 1000)
# Nothing, one, two, then the noun after 3 to 10, after 11 to 99, and after 100; English: one, many.
FORMS = {
    "recommendations": ("لا توصيات", "توصية واحدة", "توصيتان", "توصيات", "توصية", "توصية"),
    "requests": ("لا طلبات", "طلب واحد", "طلبان", "طلبات", "طلباً", "طلب"),
    "paragraphs": ("لا فقرات", "فقرة واحدة", "فقرتان", "فقرات", "فقرة", "فقرة"),
    "documents": ("لا وثائق", "وثيقة واحدة", "وثيقتان", "وثائق", "وثيقة", "وثيقة"),
    "meetings": ("لا اجتماعات", "اجتماع واحد", "اجتماعان", "اجتماعات", "اجتماعاً", "اجتماع"),
    "sessions": ("لا دورات", "دورة واحدة", "دورتان", "دورات", "دورة", "دورة"),
    "footnotes": ("لا حواشي", "حاشية واحدة", "حاشيتان", "حواش", "حاشية", "حاشية"),
    "subparagraphs": (
        "لا فقرات فرعية", "فقرة فرعية واحدة", "فقرتان فرعيتان", "فقرات فرعية", "فقرة فرعية", "فقرة فرعية",
    ),
    "places": ("لا موضع", "موضع واحد", "موضعين", "مواضع", "موضعاً", "موضع"),
    "corrections": ("لا تصويبات", "تصويب واحد", "تصويبان", "تصويبات", "تصويباً", "تصويب"),
    "words": ("لا كلمات", "كلمة واحدة", "كلمتان", "كلمات", "كلمة", "كلمة"),
    "topics": ("لا مواضيع", "موضوع واحد", "موضوعان", "مواضيع", "موضوعاً", "موضوع"),
    "articles": ("لا مواد", "مادة واحدة", "مادتان", "مواد", "مادة", "مادة"),
}  # fmt: skip
ENGLISH = {
    "recommendations": ("recommendation", "recommendations"),
    "requests": ("request", "requests"),
    "paragraphs": ("paragraph", "paragraphs"),
    "documents": ("document", "documents"),
    "meetings": ("meeting", "meetings"),
    "sessions": ("session", "sessions"),
    "footnotes": ("footnote", "footnotes"),
    "subparagraphs": ("subparagraph", "subparagraphs"),
    "places": ("place", "places"),
    "corrections": ("correction", "corrections"),
    "words": ("word", "words"),
    "topics": ("topic", "topics"),
    "articles": ("article", "articles"),
}


def test_every_counted_noun_has_its_forms_here() -> None:
    assert FORMS.keys() == ENGLISH.keys() == COUNTED.keys()


@pytest.mark.parametrize("kind", FORMS)
def test_counts_follow_arabic_grammar(kind: str) -> None:
    nothing, one, two, few, many, hundreds = FORMS[kind]
    assert [counted(count, kind) for count in COUNTS] == [
        nothing, one, two, f"3 {few}", f"10 {few}", f"11 {many}", f"99 {many}", f"100 {hundreds}",
        f"101 {hundreds}", f"102 {hundreds}", f"103 {few}", f"111 {many}", f"1000 {hundreds}",
    ]  # fmt: skip


@pytest.mark.parametrize("kind", ENGLISH)
def test_counts_follow_english_grammar(kind: str) -> None:
    one, many = ENGLISH[kind]
    with translation.override("en"):
        found = [counted(count, kind) for count in COUNTS]
    assert found == [f"{count} {one if count == 1 else many}" for count in COUNTS]


def test_the_letter_of_an_agenda_item_follows_the_language() -> None:
    assert (names.agenda_number("2 (ج)"), names.agenda_letter("2 (ج)"), names.agenda_letter("2")) == (
        "2 (ج)",
        "(ج)",
        "2",
    )
    with translation.override("en"):
        assert names.agenda_number("2 (ج)") == "2 (c)"


@pytest.mark.parametrize(
    ("printed", "arabic", "english"),
    [
        ("General", "عام", "<bdi>General</bdi>"),
        ("LIMITED", "محدود", "Limited"),
        ("مقيد", "<bdi>مقيد</bdi>", "Restricted"),
        ("For participants", "<bdi>For participants</bdi>", "<bdi>For participants</bdi>"),
    ],
)
def test_a_known_distribution_follows_the_language(printed: str, arabic: str, english: str) -> None:
    assert names.distribution_name(printed) == arabic
    with translation.override("en"):
        assert names.distribution_name(printed) == english
