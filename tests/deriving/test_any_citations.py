"""Whatever the text, citations stand where they say, and the shapes of digits make no difference."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from archive.arabic.digits import ARABIC_INDIC, to_ascii
from archive.deriving.citation_context import CitationContext
from archive.deriving.citations import find_citations

from .citing import OF_CONFERENCE, OF_FOURTH_MEETING, cited_in

# fmt: off
PIECES = [
    "المادة", "المواد", "للمادتين", "الفقرة", "الفقرتين", "الفقرة الفرعية", "من", "منه", "منها", "إلى", "و", "و18",
    "16", "20", "٦", "1/9", "148/74", "2491", "(2019)", "(أ)", "و(هـ)", "(1)", "الثامنة", "البروتوكول", "للاتفاقية",
    "بروتوكول تهريب المهاجرين", "بروتوكولا", "الاتجار بالأشخاص", "المكمل", "لاتفاقية الجريمة المنظمة", "التوصية",
    "التوصيات", "الاجتماع", "الخامس", "دورته السابعة", "المؤتمر", "القرار", "قراراته", "مجلس الأمن", "المجلس",
    "A/RES/74/148", "CTOC/COP/WG.7/2019/5", "الوثيقة", "شيرلوك", '(بوابة "شيرلوك")', "المتعلقة ب", "،", ".", "؛", "\n",
    "(", ")", "ـ", "\u200f", "\u064e", "\u00a0", "İ", "100 000",
]
# fmt: on
TEXTS = st.one_of(
    st.text(max_size=60),
    st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=14).map("".join),
)


@given(TEXTS, st.sampled_from([OF_FOURTH_MEETING, OF_CONFERENCE]))
def test_places_are_those_of_the_text_in_order_and_apart(text: str, context: CitationContext) -> None:
    found = find_citations(text, context)
    assert [one.text for one in found] == [text[one.start : one.end] for one in found]
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    places = sorted({(one.start, one.end) for one in found})
    assert [(one.start, one.end) for one in found] == sorted((one.start, one.end) for one in found)
    assert all(left[1] <= right[0] for left, right in pairwise(places))


@given(TEXTS)
def test_digits_of_both_kinds_are_alike(text: str) -> None:
    assert cited_in(to_ascii(text).translate(str.maketrans("0123456789", ARABIC_INDIC))) == cited_in(to_ascii(text))


@given(TEXTS)
def test_each_citation_says_what_it_cites(text: str) -> None:
    for one in find_citations(text, OF_FOURTH_MEETING):
        said = {
            "treaty": one.instrument,
            "treaty_article": one.instrument and one.article,
            "recommendation": one.body and one.recommendation,
            "meeting": one.body and one.meeting,
            "document": one.symbol,
            "resolution": one.resolution,
            "tool": one.tool,
        }
        assert said[one.kind]
