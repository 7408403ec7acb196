"""Whole kinds of citing in running text, and what only looks like them; all sentences are invented.

The search box reads by the same forms: what a sentence cites, it names there too.
"""

import time

import pytest

from archive.citing.reading import read_references
from archive.citing.things import Thing
from archive.deriving.citations import find_citations
from tests.citing.test_reading import NAMES

from .citing import OF_FOURTH_MEETING, cited_in

ARTICLES: dict[str, list[str]] = {
    "تنفيذ المادة (6) من البروتوكول": ["article=som-protocol:6"],
    "أحكام المادة(6) من البروتوكول": ["article=som-protocol:6"],
    "المواد (5) و(6) و(16) من البروتوكول": [
        "article=som-protocol:5",
        "article=som-protocol:6",
        "article=som-protocol:16",
    ],
    "المادة 6-1 من البروتوكول": ["article=som-protocol:6:1"],
    "المادة 18-3 من الاتفاقية": ["article=untoc:18:3"],
    "المادتان 6-1 و18-3 من الاتفاقية": ["article=untoc:6:1", "article=untoc:18:3"],
    "المادتين 5-6 من البروتوكول": ["article=som-protocol:5", "article=som-protocol:6"],
    "المواد 6-9 من البروتوكول": [
        "article=som-protocol:6",
        "article=som-protocol:7",
        "article=som-protocol:8",
        "article=som-protocol:9",
    ],
    "المواد من 6 إلى 9 من البروتوكول": [
        "article=som-protocol:6",
        "article=som-protocol:7",
        "article=som-protocol:8",
        "article=som-protocol:9",
    ],
    "المادة 6-1 (أ) من البروتوكول": ["article=som-protocol:6:1 (أ)"],
    "المادة 6 مكرراً من البروتوكول": ["treaty=som-protocol"],
    "المادة 6 (مكرراً) من البروتوكول": ["treaty=som-protocol"],
    "الفقرة 2 من المادة 6 مكرراً من البروتوكول": ["treaty=som-protocol"],
    "المادتان 5 و6 مكرراً من البروتوكول": ["article=som-protocol:5", "treaty=som-protocol"],
    "المادة 6 ألف من البروتوكول": ["treaty=som-protocol"],
    "المادة 6أ من البروتوكول": ["treaty=som-protocol"],
    "المادة 6 (1) (أ) و(ب) من البروتوكول": ["article=som-protocol:6:1 (أ)", "article=som-protocol:6:1 (ب)"],
    "المادة 6 (1) (أ) إلى (ج) من البروتوكول": [
        "article=som-protocol:6:1 (أ)",
        "article=som-protocol:6:1 (ب)",
        "article=som-protocol:6:1 (ج)",
    ],
    "المادة 6 (1) و(2) من البروتوكول": ["article=som-protocol:6:1", "article=som-protocol:6:2"],
    "المادة 6 (1) (أ) و(2) من البروتوكول": ["article=som-protocol:6:1 (أ)", "article=som-protocol:6:2"],
    "المادة 6 (1) (أ) و(2) (ب) من البروتوكول": [
        "article=som-protocol:6:1 (أ)",
        "article=som-protocol:6:2 (ب)",
    ],
    "المادة 6 (1) إلى (3) من البروتوكول": [
        "article=som-protocol:6:1",
        "article=som-protocol:6:2",
        "article=som-protocol:6:3",
    ],
    "المادة 2 (1) (أ) (1) و(2) من الاتفاقية": ["article=untoc:2:1 (أ) (1)", "article=untoc:2:1 (أ) (2)"],
    "الفقرة 1 (أ) من المادة 6 من البروتوكول": ["article=som-protocol:6:1 (أ)"],
    "الفقرتان 1 (أ) و(ب) من المادة 6 من البروتوكول": [
        "article=som-protocol:6:1 (أ)",
        "article=som-protocol:6:1 (ب)",
    ],
    "الفقرتين 1 (أ) و3 من المادة 6 من البروتوكول": [
        "article=som-protocol:6:1 (أ)",
        "article=som-protocol:6:3",
    ],
    "الفقرات 1-5 من المادة 18 من الاتفاقية": [
        "article=untoc:18:1",
        "article=untoc:18:2",
        "article=untoc:18:3",
        "article=untoc:18:4",
        "article=untoc:18:5",
    ],
    "الفقرات 1 إلى 3 و5 من المادة 18 من الاتفاقية": [
        "article=untoc:18:1",
        "article=untoc:18:2",
        "article=untoc:18:3",
        "article=untoc:18:5",
    ],
    "الفقرة الفرعية (أ) من الفقرة 1 من المادة 6 من البروتوكول": ["article=som-protocol:6:1 (أ)"],
    "الفقرتان الفرعيتان (أ) و(ب) من الفقرة 1 من المادة 6 من البروتوكول": [
        "article=som-protocol:6:1 (أ)",
        "article=som-protocol:6:1 (ب)",
    ],
    "الفقرة الفرعية 1 (أ) من المادة 6 من البروتوكول": ["article=som-protocol:6:1 (أ)"],
    "المادة 16، فقرة 5، من البروتوكول": ["article=som-protocol:16:5"],
    "م 18 من البروتوكول": ["article=som-protocol:18"],
    "مادة 18 من الاتفاقية": ["article=untoc:18"],
    "المواد 16 إلى 18 (3) من الاتفاقية": ["article=untoc:16", "article=untoc:17", "article=untoc:18:3"],
    "الفقرة 6-1 من المادة 18 من الاتفاقية": ["article=untoc:18"],
    "الفقرة 18 من المادة 6-1": ["article=som-protocol:6:18"],
    "المادة 99 من البروتوكول": ["treaty=som-protocol"],
    "المادة 5 والفقرة 4 من المادة 6 من الاتفاقية": ["article=untoc:5", "article=untoc:6:4"],
    "المادة 8 من الباب الثاني من الاتفاقية": ["article=untoc:8"],
    "المادة 18 المتعلقة بالمساعدة القانونية المتبادلة من الاتفاقية": ["article=untoc:18"],
    "أحكام الاتفاقية، والمادة 18 منها": ["treaty=untoc", "article=untoc:18"],
    "المادة 18 من أجل التعاون": ["article=som-protocol:18"],
    "المادة 5 والمادة 6 مكرراً والمادة 16 من البروتوكول": [
        "article=som-protocol:5",
        "article=som-protocol:16",
    ],
    "المادة 5 والفقرة 4 من المادة 6 من البروتوكول": ["article=som-protocol:5", "article=som-protocol:6:4"],
    "أولاً من المادة 6": ["article=som-protocol:6"],
    "المادة السادسة (1) (أ) من البروتوكول": ["article=som-protocol:6:1 (أ)"],
    "المادة 6 (1) (أ) (ب) من البروتوكول": ["article=som-protocol:6:1 (أ) (ب)"],
}
PAPERS: dict[str, list[str]] = {
    "CTOC/COP/WG.7/2013/2 و3 و5": [
        "document=CTOC/COP/WG.7/2013/2",
        "document=CTOC/COP/WG.7/2013/3",
        "document=CTOC/COP/WG.7/2013/5",
    ],
    "الوثائق CTOC/COP/WG.7/2013/2 و3 و5، التي أُعدت": [
        "document=CTOC/COP/WG.7/2013/2",
        "document=CTOC/COP/WG.7/2013/3",
        "document=CTOC/COP/WG.7/2013/5",
    ],
    "الوثيقة CTOC/COP/WG.7/2013/2 و3 توصيات أخرى": ["document=CTOC/COP/WG.7/2013/2"],
    "الوثيقة WG.7/2019/5": ["document=CTOC/COP/WG.7/2019/5"],
    "الوثيقة CTOC/COP/WG.7/2013/2 و12 دولة": ["document=CTOC/COP/WG.7/2013/2"],
    "الوثيقة CTOC/COP/WG.7/2013/2 و5 أيار/مايو": ["document=CTOC/COP/WG.7/2013/2"],
    "الوثيقة CTOC/COP/2020/5 وAdd.1": ["document=CTOC/COP/2020/5", "document=CTOC/COP/2020/5/Add.1"],
    "الوثيقة CTOC/COP/2020/5 وAdd.1 وAdd.2 وCorr.1": [
        "document=CTOC/COP/2020/5",
        "document=CTOC/COP/2020/5/Add.1",
        "document=CTOC/COP/2020/5/Add.2",
        "document=CTOC/COP/2020/5/Corr.1",
    ],
    "الوثيقة (CTOC/COP/2020/5 وCorr.1)": ["document=CTOC/COP/2020/5", "document=CTOC/COP/2020/5/Corr.1"],
    "الوثيقة CTOC/COP/2020/5 (وRev.1)": ["document=CTOC/COP/2020/5", "document=CTOC/COP/2020/5/Rev.1"],
    "الوثيقة CTOC/COP/2020/5/Rev.1 وAdd.1-3": [
        "document=CTOC/COP/2020/5/Rev.1",
        "document=CTOC/COP/2020/5/Rev.1/Add.1",
        "document=CTOC/COP/2020/5/Rev.1/Add.2",
        "document=CTOC/COP/2020/5/Rev.1/Add.3",
    ],
    "الوثيقة CTOC/COP/2020/5/Add.1 و2": ["document=CTOC/COP/2020/5/Add.1", "document=CTOC/COP/2020/5/Add.2"],
    "CTOC/COP/2020/CRP.1 وCRP.2": ["document=CTOC/COP/2020/CRP.1", "document=CTOC/COP/2020/CRP.2"],
    "ctoc/cop/2020/1/rev.1": ["document=CTOC/COP/2020/1/Rev.1"],
    "الوثيقة CTOC/COP/WG.7/2013/2 إلى 5": [
        "document=CTOC/COP/WG.7/2013/2",
        "document=CTOC/COP/WG.7/2013/3",
        "document=CTOC/COP/WG.7/2013/4",
        "document=CTOC/COP/WG.7/2013/5",
    ],
    "الوثائق CTOC/COP/WG.7/2013/2 و2019/4": [
        "document=CTOC/COP/WG.7/2013/2",
        "document=CTOC/COP/WG.7/2019/4",
    ],
    "CTOC/COP/WG.7/2019/4وCTOC/COP/WG.7/2019/5": [
        "document=CTOC/COP/WG.7/2019/4",
        "document=CTOC/COP/WG.7/2019/5",
    ],
    "الوثيقة CERD/C/URY/CO/16-20": ["document=CERD/C/URY/CO/16-20"],
    "الوثيقة A/79/62-E/2024/3": ["document=A/79/62-E/2024/3"],
    "الوثيقة E/CN.15/2020/6": ["document=E/CN.15/2020/6"],
    "الوثيقتان A/CONF.234/3 وA/CONF.234/11": ["document=A/CONF.234/3", "document=A/CONF.234/11"],
    "الفقرة 12 من الوثيقة A/CONF.234/3": ["document=A/CONF.234/3:12"],
    "الفقرتان 12 و14 من الوثيقة A/CONF.234/3": ["document=A/CONF.234/3:12", "document=A/CONF.234/3:14"],
    "CTOC/COP/2020/5 و2020": ["document=CTOC/COP/2020/5"],
    "الوثيقة CTOC/COP/WG.7/2013/2 و3.5 في المائة": ["document=CTOC/COP/WG.7/2013/2"],
    "CTOC/COP/WG.7/2013/2/3": ["document=CTOC/COP/WG.7/2013/2/3"],
    "الوثيقة CTOC/COP/2020/5 3 نسخ": ["document=CTOC/COP/2020/5"],
}
RESOLUTIONS: dict[str, list[str]] = {
    "قرار مجلس الأمن (S/RES/2133 (2014))": ["resolution=security_council:2133(2014)"],
    "s/res/2133 (2014)": ["resolution=security_council:2133(2014)"],
    "S/RES/2331 (2016) و2388 (2017)": [
        "resolution=security_council:2331(2016)",
        "resolution=security_council:2388(2017)",
    ],
    "A/RES/74/148 و75/149": ["resolution=general_assembly:74/148", "resolution=general_assembly:75/149"],
    "القراران 55/25 و68/193": ["resolution=general_assembly:55/25", "resolution=general_assembly:68/193"],
    "قرارا الجمعية العامة 55/25 و68/193": [
        "resolution=general_assembly:55/25",
        "resolution=general_assembly:68/193",
    ],
    "resolution 9/1": ["resolution=conference:9/1"],
    "القرارات 1/9 و1/10 و2/11": [
        "resolution=conference:9/1",
        "resolution=conference:10/1",
        "resolution=conference:11/2",
    ],
}
RECOMMENDATIONS: dict[str, list[str]] = {
    "مع مراعاة توصية الاجتماع الخامس رقم 2 (ك) بشأن ذلك": ["recommendation=5.2.ك"],
    "توصيتي الاجتماع الثاني رقم 12 و13، والتوصية 3": [
        "recommendation=2.12",
        "recommendation=2.13",
        "recommendation=4.3",
    ],
    "التوصية 12-2 من الاجتماع الثاني": ["recommendation=2.12"],
    "التوصية 4-12": ["recommendation=4.12"],
    "توصية 12 من الاجتماع الثالث": ["recommendation=3.12"],
    "التوصية (12)": ["recommendation=4.12"],
    "التوصيتان 3 و5 من الاجتماع السابع": ["recommendation=7.3", "recommendation=7.5"],
    "التوصية 12. 5 دول": ["recommendation=4.12"],
    "التوصية 12 و التوصية 13": ["recommendation=4.12", "recommendation=4.13"],
}
#: Dates, years, amounts, telephone numbers, addresses, articles of other laws.
TRAPS = [
    "المادة 6 مكرر",
    "كل مادة 18 مرة",
    "خسر الفريق 3 م 18 نقطة",
    "المادة 6 من القانون الجنائي",
    "المادة 6 من اتفاقية مكافحة الفساد",
    "المادة 6 من اتفاقية حقوق الطفل",
    "الفقرة 3 من المادة 16 من العهد الدولي",
    "المادة 6-1-2020",
    "المواد 2019-2020",
    "الوثيقة WG.4/2019/5",
    "القرار 55/25",
    "الاجتماع المعقود يومي 8 و9 أيلول/سبتمبر 2020",
    "هاتف: 26060-4534 (1-43+)",
    "في الفترة 2016-2018 وفي السنوات 2019/2020",
    "بتاريخ 12/5/2020",
    "https://www.unodc.org/documents/treaties/2019/5",
    "بنسبة 10 في المائة من المواد 514 000",
    "المواد التدريبية 5 و6",
    "الباب 6 من القانون والمادة 6 منه",
    "and/or",
]


@pytest.mark.parametrize(("text", "things"), {**ARTICLES, **PAPERS, **RESOLUTIONS, **RECOMMENDATIONS}.items())
def test_a_sentence_cites_exactly_these_things(text: str, things: list[str]) -> None:
    assert cited_in(text) == things


@pytest.mark.parametrize("text", TRAPS)
def test_what_only_looks_like_a_citation_is_none(text: str) -> None:
    assert cited_in(text) == []


def named_in(text: str) -> list[str]:
    return [_in_short(thing) for place in read_references(text, NAMES) for thing in place.things]


def _in_short(thing: Thing) -> str:
    match thing.kind:
        case "treaty_article":
            return f"article={thing.instrument}:{thing.number}" + (
                f":{thing.paragraph}" if thing.paragraph else ""
            )
        case "paragraph":
            return f"document={thing.symbol}:{thing.number}"
        case _:
            return f"{thing.kind}={thing.symbol}"


#: Only a text knows whose papers it stands among, and which articles its treaties have.
ONLY_IN_TEXTS = {"الوثيقة WG.7/2019/5", "المادة 99 من البروتوكول"}


@pytest.mark.parametrize(
    ("text", "things"), [one for one in {**ARTICLES, **PAPERS}.items() if one[0] not in ONLY_IN_TEXTS]
)
def test_the_search_box_understands_the_same(text: str, things: list[str]) -> None:
    assert named_in(text) == [thing for thing in things if not thing.startswith("treaty=")]


def test_each_paper_of_a_list_has_its_own_place() -> None:
    text = "انظر CTOC/COP/WG.7/2013/2 و3 وAdd.1 (وCorr.1)، وكذلك S/RES/2331 (2016) و2388 (2017)"
    assert [one.text for one in find_citations(text, OF_FOURTH_MEETING)] == [
        "CTOC/COP/WG.7/2013/2",
        "3",
        "Add.1",
        "Corr.1",
        "S/RES/2331 (2016)",
        "2388 (2017)",
    ]


def test_a_symbol_is_one_thing_in_whatever_case_it_is_printed() -> None:
    found = find_citations("CTOC/COP/2020/1/Rev.1 ثم CTOC/COP/2020/1/REV.1", OF_FOURTH_MEETING)
    assert [one.symbol for one in found] == ["CTOC/COP/2020/1/Rev.1", "CTOC/COP/2020/1/REV.1"]
    assert found[0].target == found[1].target


def test_the_second_of_a_doubled_number_is_cited_as_such() -> None:
    (found,) = find_citations("التوصية 12-2 من الاجتماع الثاني", OF_FOURTH_MEETING)
    assert (found.recommendation, found.copy) == ((2, 12, ""), 2)


@pytest.mark.parametrize(
    "unit",
    [
        "CTOC/COP/2019/5 وAdd.1 ", " و3", "المادة 6 (1) (أ) و(ب) من البروتوكول ", "الفقرة 1 من ", "القرار 55/25 و",
        "مجلس الأمن القرار 1/9 ", "البروتوكول المادة 6 ", "المواد 1-60 ", "التوصية 12 و", "9",
    ],
)  # fmt: skip
def test_finding_is_linear_whatever_stands_there(unit: str) -> None:
    """Four times the text takes no more than some ten times the time."""
    took = [min(_seconds((unit * length)[:length]) for _round in range(3)) for length in (10_000, 40_000)]
    assert took[1] < 10 * took[0] + 0.1


def _seconds(text: str) -> float:
    began = time.process_time()
    find_citations(text, OF_FOURTH_MEETING)
    return time.process_time() - began
