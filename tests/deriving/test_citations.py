"""Lines and what they cite, where, and on which ground."""

from dataclasses import replace

import pytest

from archive.deriving.citation_context import CitationContext, CitedRecommendation, CitedResolution
from archive.deriving.citations import FoundCitation, find_citations

from .citing import CONVENTION, KNOWN, OF_CONFERENCE, OF_FOURTH_MEETING, cited_in, found_in

ARTICLES = {
    "المادة ١٨ من بروتوكول مكافحة تهريب المهاجرين": [
        "article=som-protocol:18 [المادة ١٨ من بروتوكول مكافحة تهريب المهاجرين] named"
    ],
    f"وفقاً للمادة 8 من بروتوكول مكافحة تهريب المهاجرين عن طريق البر والبحر والجو، المكمِّل ل{CONVENTION}، ينبغي": [
        "article=som-protocol:8 [للمادة 8 من بروتوكول مكافحة تهريب المهاجرين عن طريق البر والبحر والجو، "
        f"المكمِّل ل{CONVENTION}] named"
    ],
    # CTOC/COP/WG.7, meeting 5, 2 (ط)
    "الفقرة ٣ من المادة ١٤ من البروتوكول": [
        "article=som-protocol:14:3 [الفقرة ٣ من المادة ١٤ من البروتوكول] body"
    ],
    "الفقرة ٣ (أ) من المادة ١٤ من البروتوكول": [
        "article=som-protocol:14:3 (أ) [الفقرة ٣ (أ) من المادة ١٤ من البروتوكول] body"
    ],
    "الفقرة الفرعية (أ) من الفقرة 1 من المادة 6 من البروتوكول": [
        "article=som-protocol:6:1 (أ) [الفقرة الفرعية (أ) من الفقرة 1 من المادة 6 من البروتوكول] body"
    ],
    "الفقرتين 1 و3 من المادة 6 من البروتوكول": [
        "article=som-protocol:6:1 [الفقرتين 1 و3 من المادة 6 من البروتوكول] body",
        "article=som-protocol:6:3 [الفقرتين 1 و3 من المادة 6 من البروتوكول] body",
    ],
    "المادة 16، الفقرة 5، من البروتوكول": [
        "article=som-protocol:16:5 [المادة 16، الفقرة 5، من البروتوكول] body"
    ],
    "المادة 16 (الفقرة 5) من البروتوكول": [
        "article=som-protocol:16:5 [المادة 16 (الفقرة 5) من البروتوكول] body"
    ],
    "المادة 6 (1) (ب) من البروتوكول": ["article=som-protocol:6:1 (ب) [المادة 6 (1) (ب) من البروتوكول] body"],
    "المادة 3 (أ) إلى (ج) من البروتوكول": [
        "article=som-protocol:3:(أ) [المادة 3 (أ) إلى (ج) من البروتوكول] body",
        "article=som-protocol:3:(ب) [المادة 3 (أ) إلى (ج) من البروتوكول] body",
        "article=som-protocol:3:(ج) [المادة 3 (أ) إلى (ج) من البروتوكول] body",
    ],
    "بالمادتين ١٦ و١٨ من الاتفاقية": [
        "article=untoc:16 [بالمادتين ١٦] body",
        "article=untoc:18 [١٨ من الاتفاقية] body",
    ],
    "المواد 5 و6 و16 (5) من البروتوكول": [
        "article=som-protocol:5 [المواد 5] body",
        "article=som-protocol:6 [6] body",
        "article=som-protocol:16:5 [16 (5) من البروتوكول] body",
    ],
    "المواد من 18 إلى 20 من الاتفاقية": [
        f"article=untoc:{n} [المواد من 18 إلى 20 من الاتفاقية] body" for n in (18, 19, 20)
    ],
    # a reversed range, as the copies print them
    "على المواد 13 و20 إلى 18 من الاتفاقية": [
        "article=untoc:13 [المواد 13] body",
        *(f"article=untoc:{n} [20 إلى 18 من الاتفاقية] body" for n in (18, 19, 20)),
    ],
    "المادة الثامنة من البروتوكول": ["article=som-protocol:8 [المادة الثامنة من البروتوكول] body"],
    "المادتين الثامنة والسادسة عشرة من البروتوكول": [
        "article=som-protocol:8 [المادتين الثامنة] body",
        "article=som-protocol:16 [السادسة عشرة من البروتوكول] body",
    ],
    # CTOC/COP/WG.7, meeting 5, 4 (ج)
    "لأحكام المادة ٥ والفقرة ٤ من المادة ٦ من البروتوكول": [
        "article=som-protocol:5 [المادة ٥] body",
        "article=som-protocol:6:4 [الفقرة ٤ من المادة ٦ من البروتوكول] body",
    ],
    "المادة 36 من اتفاقية فيينا للعلاقات القنصلية والمادة 16 من البروتوكول": [
        "article=vccr:36 [المادة 36 من اتفاقية فيينا للعلاقات القنصلية] named",
        "article=som-protocol:16 [المادة 16 من البروتوكول] body",
    ],
    "بروتوكول الاتجار بالأشخاص، ولا سيما المادة 6 منه، واتفاقية الجريمة المنظمة، والمادة 24 منها": [
        "treaty=tip-protocol [بروتوكول الاتجار بالأشخاص] named",
        "article=tip-protocol:6 [المادة 6 منه] named_before",
        "treaty=untoc [اتفاقية الجريمة المنظمة] named",
        "article=untoc:24 [المادة 24 منها] named_before",
    ],
    "المادة 18 المتعلقة بالمساعدة القانونية المتبادلة": ["article=untoc:18 [المادة 18] article_title"],
    "المادة 18 المتعلقة بالمساعدة القانونية المتبادلة من الاتفاقية": [
        "article=untoc:18 [المادة 18 المتعلقة بالمساعدة القانونية المتبادلة من الاتفاقية] body"
    ],
    # the title stands elsewhere in the text
    "الالتزامات بموجب المادة ١٨، بما في ذلك تيسير إعادة المهاجرين المهربين": [
        "article=som-protocol:18 [المادة ١٨] article_title"
    ],
    "أحكام اتفاقية الجريمة المنظمة، مثل المادة 13 (والمادة 12)": [
        "treaty=untoc [اتفاقية الجريمة المنظمة] named",
        "article=untoc:13 [المادة 13] named_before",
        "article=untoc:12 [المادة 12] named_before",
    ],
    "المادة 6 وحدها": ["article=som-protocol:6 [المادة 6] body"],
    # the Protocol has twenty articles only
    "المادة 32 وحدها": ["article=untoc:32 [المادة 32] body"],
    "المادة 8 من الباب الثاني من البروتوكول": [
        "article=som-protocol:8 [المادة 8 من الباب الثاني من البروتوكول] body"
    ],
    "المادة 18 و20 دولة أخرى": ["article=som-protocol:18 [المادة 18] body"],
    "ولِلمادَّةِ ١٨ مـــن البُروتُوكُول، وغيرها": ["article=som-protocol:18 [لِلمادَّةِ ١٨ مـــن البُروتُوكُول] body"],
    "المادة 5 من القانون الجنائي": [],
    "المادة 31 من اتفاقية الأمم المتحدة لمكافحة الفساد": [],
    "المادة ذات الصلة والمواد التدريبية والمواد الأولى و514 000 مادة مصنفة": [],
}


@pytest.mark.parametrize(("text", "found"), ARTICLES.items())
def test_articles_with_treaty_and_ground(text: str, found: list[str]) -> None:
    assert found_in(text) == found


TREATIES = {
    "الدول الأطراف في الاتفاقية": ["treaty=untoc [الاتفاقية] body"],
    "البروتوكول المتعلق بالاتجار بالأشخاص": ["treaty=tip-protocol [البروتوكول المتعلق بالاتجار بالأشخاص] named"],
    "برتوكول مكافحة تهريب المهاجرين، وتنفيذ البروتوكول": [
        "treaty=som-protocol [برتوكول مكافحة تهريب المهاجرين] named",
        "treaty=som-protocol [البروتوكول] named_before",
    ],
    "بروتوكول الاتجار بالأشخاص، وينبغي لهذا البروتوكول أن ينفذ، وللبروتوكول المذكور كذلك": [
        "treaty=tip-protocol [بروتوكول الاتجار بالأشخاص] named",
        "treaty=tip-protocol [لهذا البروتوكول] named_before",
        "treaty=tip-protocol [للبروتوكول المذكور] named_before",
    ],
    "بروتوكولي الاتجار بالأشخاص وتهريب المهاجرين": [
        "treaty=tip-protocol [بروتوكولي الاتجار بالأشخاص] named",
        "treaty=som-protocol [تهريب المهاجرين] named",
    ],
    # a part of the body's name, and treaties that are not ours
    f"مؤتمر الأطراف في {CONVENTION} ومؤتمر الأطراف في الاتفاقية": [],
    "الاتفاقية الدولية لحماية العمال، والبروتوكول الاختياري، والبروتوكولات الملحقة بها، واتفاقية ثنائية": [],
}


@pytest.mark.parametrize(("text", "found"), TREATIES.items())
def test_treaties(text: str, found: list[str]) -> None:
    assert found_in(text) == found


SMUGGLING = "أنشطة المكتب لترويج بروتوكول مكافحة تهريب المهاجرين"
TRAFFICKING = "أنشطة المكتب لتنفيذ بروتوكول منع وقمع ومعاقبة الاتجار بالأشخاص"
CONTEXTS = {
    "the document's title": (replace(OF_CONFERENCE, document_title=SMUGGLING), ["som-protocol document"]),
    "another document's title": (replace(OF_CONFERENCE, document_title=TRAFFICKING), ["tip-protocol document"]),
    "the group in the title": (
        replace(OF_CONFERENCE, document_title="تقرير الفريق العامل المعني بتهريب المهاجرين"),
        ["som-protocol document"],
    ),
    "the section before the document": (
        replace(
            OF_CONFERENCE,
            document_title=SMUGGLING,
            section_titles=("الأنشطة", "بروتوكول الاتجار بالأشخاص", "التدريب"),
        ),
        ["tip-protocol section"],
    ),
    "the body before the document": (replace(OF_FOURTH_MEETING, document_title=TRAFFICKING), ["som-protocol body"]),
    "a section about two": (
        replace(OF_FOURTH_MEETING, section_titles=("بروتوكولا الاتجار بالأشخاص وتهريب المهاجرين",)),
        [],
    ),
    "nothing": (OF_CONFERENCE, []),
    "no body": (CitationContext(KNOWN), []),
}


@pytest.mark.parametrize(("context", "meant"), CONTEXTS.values(), ids=CONTEXTS)
def test_the_context_gives_a_bare_word_its_meaning(context: CitationContext, meant: list[str]) -> None:
    found = find_citations("وتنفيذ البروتوكول", context)
    assert [f"{one.instrument} {one.ground}" for one in found] == meant


RECOMMENDATIONS = {
    # CTOC/COP/WG.7, meeting 4, 12
    "مع مراعاة التوصية ١١، ينبغي": ["recommendation=4.11 [التوصية ١١] own_meeting"],
    "التوصيات 1 إلى 3": [f"recommendation=4.{n} [التوصيات 1 إلى 3] own_meeting" for n in (1, 2, 3)],
    "التوصية 2 (ك) من الاجتماع الخامس": ["recommendation=5.2.ك [التوصية 2 (ك) من الاجتماع الخامس] named"],
    "الاجتماع الخامس، التوصية 2 (ك) و(ل)": [
        "recommendation=5.2.ك [الاجتماع الخامس، التوصية 2 (ك) و(ل)] named",
        "recommendation=5.2.ل [الاجتماع الخامس، التوصية 2 (ك) و(ل)] named",
    ],
    "التوصيتان 4 و5 اللتان اعتمدهما الفريق العامل في اجتماعه الأول": [
        "recommendation=1.4 [التوصيتان 4] named",
        "recommendation=1.5 [5 اللتان اعتمدهما الفريق العامل في اجتماعه الأول] named",
    ],
    "والتوصية الثانية عشرة": ["recommendation=4.12 [التوصية الثانية عشرة] own_meeting"],
    "التوصيات الواردة أعلاه وتوصية واحدة والتوصيات الأولى": [],
}


@pytest.mark.parametrize(("text", "found"), RECOMMENDATIONS.items())
def test_recommendations(text: str, found: list[str]) -> None:
    assert found_in(text) == found


def test_a_paper_of_no_meeting_cites_recommendations_by_their_meeting_only() -> None:
    assert cited_in("التوصية 11", OF_CONFERENCE) == []
    text = "التوصية 11 التي اعتمدها الفريق العامل المعني بتهريب المهاجرين في اجتماعه الرابع"
    assert cited_in(text, OF_CONFERENCE) == ["recommendation=4.11"]


MEETINGS = {
    "طلبها الفريق العامل في اجتماعه الثالث": ["meeting=CTOC/COP/WG.7:3 [اجتماعه الثالث] body"],
    "الاجتماعين الثالث عشر والرابع عشر للفريق العامل المعني بالاتجار بالأشخاص": [
        "meeting=CTOC/COP/WG.4:13 [الاجتماعين الثالث عشر] named",
        "meeting=CTOC/COP/WG.4:14 [الرابع عشر] named",
    ],
    "أن ينظر مؤتمر الأطراف، في دورته السابعة، في ذلك": ["meeting=CTOC/COP:7 [دورته السابعة] named"],
    # the text's own meeting; a session of the Assembly; a meeting of nobody's
    "عقد الاجتماع الرابع، والجمعية العامة في دورتها السابعة والسبعين، والاجتماع الإقليمي الأول": [],
}


@pytest.mark.parametrize(("text", "found"), MEETINGS.items())
def test_meetings(text: str, found: list[str]) -> None:
    assert found_in(text) == found


def test_the_group_alone_is_the_one_that_a_title_is_about() -> None:
    context = replace(OF_CONFERENCE, document_title=TRAFFICKING)
    assert found_in("دعم الفريق في اجتماعه الرابع عشر", context) == [
        "meeting=CTOC/COP/WG.4:14 [اجتماعه الرابع عشر] document"
    ]
    assert found_in("دعم الفريق في اجتماعه الرابع عشر", OF_CONFERENCE) == []


PAPERS = {
    "الوثيقتان CTOC/COP/WG.7/2019/5 و ctoc/cop/2020/1/rev.1": [
        "document=CTOC/COP/WG.7/2019/5 [CTOC/COP/WG.7/2019/5] named",
        "document=CTOC/COP/2020/1/Rev.1 [ctoc/cop/2020/1/rev.1] named",
    ],
    "الفقرة 32 (أ) من الوثيقة CTOC/COP/WG.7/2019/5": [
        "document=CTOC/COP/WG.7/2019/5:32 (أ) [الفقرة 32 (أ) من الوثيقة CTOC/COP/WG.7/2019/5] named"
    ],
    "الجمعية العامة (A/RES/74/148)، ومجلس الأمن (S/RES/2491 (2019))": [
        "resolution=general_assembly:74/148 [A/RES/74/148] named",
        "resolution=security_council:2491(2019) [S/RES/2491 (2019)] named",
    ],
    "لجنة الأمم المتحدة CTOC/COP/WG.7": [],
}


@pytest.mark.parametrize(("text", "found"), PAPERS.items())
def test_documents_and_resolutions_by_symbol(text: str, found: list[str]) -> None:
    assert found_in(text) == found


TOOLS = {
    'بوابة الموارد الإلكترونية والقوانين المتعلقة بالجريمة (بوابة "شيرلوك") من أجل': [
        'tool=sherloc [بوابة الموارد الإلكترونية والقوانين المتعلقة بالجريمة (بوابة "شيرلوك")] named'
    ],
    "ونظام الإبلاغ الطوعي وبقواعد بيانات الإنتربول": [
        "tool=voluntary-reporting-system [نظام الإبلاغ الطوعي] named",
        "tool=interpol-databases [قواعد بيانات الإنتربول] named",
    ],
    "https://sherloc.unodc.org وقاعدة معارف": [],
}


@pytest.mark.parametrize(("text", "found"), TOOLS.items())
def test_tools(text: str, found: list[str]) -> None:
    assert found_in(text) == found


def test_a_found_citation_as_a_whole() -> None:
    text = "عملاً بالفقرة 2 من المادة 6 من البروتوكول وبالقرار 1/9، ومع مراعاة التوصية 11 (ب)"
    assert find_citations(text, OF_FOURTH_MEETING) == [
        FoundCitation(
            "treaty_article", 6, 41, "body", "بالفقرة 2 من المادة 6 من البروتوكول",
            instrument="som-protocol", article=6, paragraph="2",
        ),
        FoundCitation(
            "resolution", 43, 54, "body", "بالقرار 1/9", resolution=CitedResolution("conference", 1, 9, None)
        ),
        FoundCitation(
            "recommendation", 67, 81, "own_meeting", "التوصية 11 (ب)",
            body="CTOC/COP/WG.7", recommendation=CitedRecommendation(4, 11, "ب"),
        ),
    ]  # fmt: skip


def test_one_thing_cited_twice_has_one_target() -> None:
    first, second = find_citations("المادة 6 من البروتوكول، ثم المادة ٦ من هذا البروتوكول", OF_FOURTH_MEETING)
    assert first.start < second.start and first.target == second.target
