"""Resolutions: whose they are, and number and session in their right order whatever the print shows."""

from dataclasses import replace

import pytest

from archive.deriving.citation_context import CitationContext
from archive.deriving.citations import find_citations
from archive.deriving.cited_resolutions import symbol_of

from .citing import KNOWN, OF_CONFERENCE, cited_in, found_in

ORDER = {
    # printed number first, as the UN's Arabic papers do
    "قرار المؤتمر 1/9": "conference:9/1",
    "قرار مؤتمر الأطراف في اتفاقية الجريمة المنظمة 2/11": "conference:11/2",
    "قرار الجمعية العامة 148/74": "general_assembly:74/148",
    "قرار الجمعية العامة ٢٧/٧٧": "general_assembly:77/27",
    "قرار لجنة منع الجريمة والعدالة الجنائية 1/33": "commission:33/1",
    "قرار مجلس حقوق الإنسان 6/53": "human_rights_council:53/6",
    "قرار المجلس الاقتصادي والاجتماعي 17/2015": "ecosoc:17(2015)",
    "قرار مجلس الأمن 2491 (2019)": "security_council:2491(2019)",
    # turned round: no organ has such a session, or so many resolutions in one
    "قرار المؤتمر 9/1": "conference:9/1",
    "قرار المؤتمر 5/3": "conference:5/3",
    "قرار الجمعية العامة 74/148": "general_assembly:74/148",
    "قرار الجمعية العامة 55/25": "general_assembly:55/25",
    "قرار لجنة منع الجريمة والعدالة الجنائية 33/1": "commission:33/1",
    "قرار مجلس حقوق الإنسان 53/6": "human_rights_council:53/6",
    "قرار المجلس الاقتصادي والاجتماعي 2015/17": "ecosoc:17(2015)",
    "قرار مجلس الأمن (2019) 2491": "security_council:2491(2019)",
    # the session that the text names tells
    "قرار المؤتمر 6/8": "conference:8/6",
    "قرار المؤتمر 6/8 الذي اعتمده في دورته السادسة": "conference:6/8",
    # decisions of the first sessions
    "مقرر المؤتمر 2/4": "conference:4/2",
    "قرار المؤتمر 2/4": "conference:4/2",
}


@pytest.mark.parametrize(("text", "resolution"), ORDER.items())
def test_number_and_session_in_their_order(text: str, resolution: str) -> None:
    assert [one for one in cited_in(text) if one.startswith("resolution")] == [f"resolution={resolution}"]


LISTS = {
    "وفقاً لقراري المؤتمر 1/9 و1/10": [
        "resolution=conference:9/1 [لقراري المؤتمر 1/9] named",
        "resolution=conference:10/1 [1/10] named",
    ],
    "وعملاً بقراري مجلس الأمن 2331 (2016) و2388 (2017)": [
        "resolution=security_council:2331(2016) [بقراري مجلس الأمن 2331 (2016)] named",
        "resolution=security_council:2388(2017) [2388 (2017)] named",
    ],
    "أعرب مجلس الأمن عن قلقه، وذلك في قراراته (2022) 2653، و(2023) 2692، و(2023) 2699": [
        "resolution=security_council:2653(2022) [قراراته (2022) 2653] named_before",
        "resolution=security_council:2692(2023) [(2023) 2692] named_before",
        "resolution=security_council:2699(2023) [(2023) 2699] named_before",
    ],
    "الفقرة 5 من القرار 1/9": ["resolution=conference:9/1:5 [الفقرة 5 من القرار 1/9] body"],
    "القرار المتخذ أمس والمقررة الخاصة 3/5 وقرار محكمة العدل 7/3": [],
}


@pytest.mark.parametrize(("text", "found"), LISTS.items())
def test_lists_and_places(text: str, found: list[str]) -> None:
    assert found_in(text, OF_CONFERENCE) == found


WHOSE = {
    "named behind": ("اعتمد القرار 1/33، الذي اعتمدته لجنة منع الجريمة والعدالة الجنائية", "", "commission named"),
    "named before": ("ودعت الجمعية العامة، في قرارها 177/74", "مجلس الأمن", "general_assembly named_before"),
    "the one whose pronoun fits": (
        "أعاد مجلس الأمن، بعد الجمعية العامة، في قراره 2698 (2023)", "", "security_council named_before",
    ),
    "a short name of one named in full": (
        "دورة مجلس حقوق الإنسان. وأشار المجلس، في قراره 6/53", "", "human_rights_council named_before",
    ),
    "a short name in its section": (
        "وحث المجلس في قراره 9/53", "مجلس حقوق الإنسان", "human_rights_council named_before",
    ),
    "a short name alone, by the way of counting": (
        "قرار المجلس 2491 (2019)", "", "security_council named",
    ),
    "the section": ("ففي القرار 148/74 بشأن حماية المهاجرين", "الجمعية العامة", "general_assembly section"),
    "nobody": ("عملاً بالقرارين 4/10 و2/11", "بناء القدرات", "conference body conference body"),
    "a committee of which nothing is known": ("واعتمدت اللجنة القرار 1/8", "لجنة الذاكرة", ""),
}  # fmt: skip


@pytest.mark.parametrize(("text", "section", "found"), WHOSE.values(), ids=WHOSE)
def test_whose_a_resolution_is(text: str, section: str, found: str) -> None:
    cited = find_citations(text, replace(OF_CONFERENCE, section_titles=("الأنشطة", section)))
    assert " ".join(f"{one.resolution.organ} {one.ground}" for one in cited if one.resolution) == found


def test_without_a_conference_a_number_alone_is_nobodys() -> None:
    assert found_in("عملاً بالقرار 4/10", CitationContext(KNOWN)) == []


def test_a_resolution_has_its_symbol() -> None:
    text = "قرار الجمعية العامة 148/74 وقرار مجلس الأمن 2491 (2019) وقرار مجلس حقوق الإنسان 6/53 وقرار المؤتمر 1/9"
    found = find_citations(text, OF_CONFERENCE)
    symbols = ["A/RES/74/148", "S/RES/2491(2019)", "A/HRC/RES/53/6", ""]
    assert [one.symbol for one in found] == symbols
    assert [symbol_of(one.resolution) for one in found if one.resolution] == symbols
