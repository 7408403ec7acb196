"""Covers of many kinds: every fact that they print, none that they do not, and what they ask of staff."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.loading.inspection import structure_as_json
from archive.parsing.document import parse_document
from archive.parsing.lines import clean_lines
from archive.parsing.masthead import read_masthead
from archive.parsing.structure import ParsedDocument
from archive.sources.manifest import DeclaredFacts, DeclaredRelation
from archive.sources.reader import source_text
from archive.vocabulary.bodies import BODIES
from tests.parsing.covers import COVERS
from tests.parsing.reading import parsed

FACTS = (
    "symbols",
    "body",
    "meeting_number",
    "date",
    "original_language",
    "distribution",
    "place",
    "start",
    "end",
    "agenda_item",
    "agenda_item_title",
    "author",
    "relation",
    "job_number",
    "title",
    "summary",
)
#: Texts that are little more than their cover lack other things; those do not matter here.
ABOUT_COVERS = (
    "unknown_body",
    "unknown_title",
    "unknown_meeting",
    "doubtful_title",
    "contradicting_body",
    "body_named_otherwise",
    "mark_without_footnote",
    "footnote_without_mark",
)


def parsed_cover(text: str, declared: DeclaredFacts | None = None) -> ParsedDocument:
    return parse_document(source_text("cover.txt", text.encode()), declared=declared)


def read(text: str, declared: DeclaredFacts | None = None) -> dict[str, object]:
    found = structure_as_json(parsed_cover(text, declared))
    facts = {key: found["document"][key] for key in FACTS if found["document"][key] not in (None, "", [])}
    problems = [one["code"] for one in found["problems"] if one["code"].startswith(ABOUT_COVERS)]
    return facts | ({"problems": problems} if problems else {})


@pytest.mark.parametrize("name", COVERS)
def test_every_fact_of_a_cover_is_read_and_no_other(name: str) -> None:
    text, facts = COVERS[name]
    assert read(text) == facts


TWO_TITLES = """الأمم المتحدة

CTOC/COP/WG.7/2031/2

Distr.: General
5 June 2031
Arabic
Original: English

الفريق العامل المعني بتهريب المهاجرين

منائر الشمال

منائر الجنوب

أولاً- مقدمة

1- نص.
"""


def test_a_title_that_nothing_tells_from_another_text_is_given_as_doubtful() -> None:
    facts = read(TWO_TITLES, DeclaredFacts(kind="background-paper"))
    assert facts["title"] == "منائر الشمال"
    assert facts["problems"] == ["unknown_meeting", "doubtful_title"]


def test_a_cover_without_a_title_asks_for_it() -> None:
    text = TWO_TITLES.replace("منائر الشمال\n\nمنائر الجنوب\n\n", "")
    facts = read(text, DeclaredFacts(kind="background-paper"))
    assert "title" not in facts
    assert facts["problems"] == ["unknown_meeting", "unknown_title"]


def test_what_the_manifest_declares_wins_and_is_reported_where_the_cover_says_otherwise() -> None:
    declared = DeclaredFacts(
        kind="background-paper",
        meeting_number=18,
        title="منائر الجنوب",
        date="2031-06-06",
        author="مذكرة من الأمانة",
        relation=DeclaredRelation("revision", "CTOC/COP/WG.7/2031/1"),
    )
    facts = read(TWO_TITLES, declared)
    assert {key: facts[key] for key in ("title", "date", "author", "relation", "meeting_number")} == {
        "title": "منائر الجنوب",
        "date": "2031-06-06",
        "author": "مذكرة من الأمانة",
        "relation": {"kind": "revision", "symbol": "CTOC/COP/WG.7/2031/1"},
        "meeting_number": 18,
    }
    assert [
        p.message for p in parsed_cover(TWO_TITLES, declared).problems if p.code == "declared_otherwise"
    ] == [
        "يذكر ملف manifest.toml «منائر الجنوب» ويقرأ النص «منائر الشمال» (title)؛ أُخذ بالمذكور.",
        "يذكر ملف manifest.toml «2031-06-06» ويقرأ النص «2031-06-05» (date)؛ أُخذ بالمذكور.",
    ]


def test_an_unknown_body_is_offered_with_symbol_name_and_the_paper_s_own_term() -> None:
    text, _facts = COVERS["a body that nobody knows"]
    assert [p.message for p in parsed_cover(text).problems] == [
        "لا يعرف الأرشيف الهيئة «الفريق العامل المعني بمنائر البحر الأحمر» (UNMAR/COP/WG.3). أضف الهيئة «الفريق "
        "العامل المعني بمنائر البحر الأحمر»؟ يكفي في ملف manifest.toml: [[body]] "
        'symbol = "UNMAR/COP/WG.3", name_ar = "الفريق العامل المعني بمنائر البحر الأحمر", term = "session" '
        "(كل مفتاح في سطر)."
    ]


@pytest.mark.parametrize(
    ("ending", "word", "relation"),
    [
        ("/Add.1", "إضافة", ("addendum", "CTOC/COP/WG.7/2031/2")),
        ("/Rev.2", "", ("revision", "CTOC/COP/WG.7/2031/2")),
        ("/Add.1/Corr.1", "تصويب", ("corrigendum", "CTOC/COP/WG.7/2031/2/Add.1")),
        ("", "إضافة 1", ("addendum", None)),
        ("", "تنقيح", ("revision", None)),
        ("", "", None),
    ],
)
def test_the_relation_to_another_paper(
    ending: str, word: str, relation: tuple[str, str | None] | None
) -> None:
    found = parsed_cover(TWO_TITLES.replace("2031/2", f"2031/2{ending}").replace("منائر الجنوب", word))
    stated = found.masthead.relation
    assert (stated and (stated.kind, stated.symbol)) == relation


def test_days_and_places_of_a_preamble_are_none_of_the_cover() -> None:
    text, _facts = COVERS["a congress"]
    prose = text.replace("كيوتو، اليابان، 7-12 آذار/مارس 2021\n\n", "").replace(
        "أولاً- مداولات",
        "وقد اجتمعت اللجنة قبل ذلك مرات كثيرة في مدن عدة، وكان آخرها اجتماع عُقد في بلدة ساحلية من بلدات الشمال.\n\n"
        "لوريانا، 4 أيار/مايو 2019\n\nأولاً- مداولات",
    )
    facts = read(prose)
    assert [facts.get(key) for key in ("place", "start", "date")] == [None, None, "2021-03-10"]


COVER_LINES = sorted({line for text, _facts in COVERS.values() for line in text.split("\n")})


@given(st.lists(st.sampled_from(COVER_LINES), max_size=25))
def test_every_line_of_a_cover_goes_to_a_fact_or_a_text(lines: list[str]) -> None:
    cleaned = [line for line in clean_lines(lines).lines if line.content]
    cover = read_masthead(cleaned, BODIES)
    numbers = {line.number for piece in cover.pieces for line in piece.lines}
    assert numbers == {line.number for line in cleaned}


def test_the_name_of_a_body_goes_on_behind_a_blank_line() -> None:
    """Some copies have a blank line behind every line."""
    lines = (
        "الأمم المتحدة", "CTOC/COP/WG.2/2033/3", "Distr.: General", "9 October 2033",
        "مؤتمر الأطراف في اتفاقية الأمم المتحدة", "لمكافحة الجريمة المنظمة عبر الوطنية",
        "الفريق العامل المعني بالمساعدة التقنية", "تقرير عن اجتماع الفريق العامل", "أولاً- مقدمة", "1- نص.",
    )  # fmt: skip
    document = parsed("\n\n".join(lines))
    assert (document.masthead.body, document.masthead.title.printed) == (
        "CTOC/COP/WG.2", "تقرير عن اجتماع الفريق العامل",
    )  # fmt: skip
    assert "body_named_otherwise" not in [one.code for one in document.problems]
