"""A small archive of our own with an index, for every test that finds."""

import pytest

from archive.models import Meeting, Recommendation
from archive.search.entries import rebuild_index
from tests import factories

TEXTS = {
    1: "ينبغي للدول أن تحمي الأطفال غير المصحوبين على متن السفن.",
    2: "ينبغي للدول أن تتعاون في مجال التحقيقات المشتركة عملاً بالمادة ١٨ من الاتفاقية.",
    3: "ينبغي للدول أن تنظر في الفقرة ٣ من المادة ١٩، وأن تنشر ١٨ وثيقة.",
    4: "يُشجَّع الأطراف على استعمال قواعد بيانات الإنتربول لكشف الوثائق المزوَّرة.",
    5: "ينبغي للدول أن تعزِّز وعي الجمهور بأخطار تهريب المهاجرين، ومكافحة تهريب المهاجرين من أولوياتها.",
    6: "ينبغي للدول، في مكافحة الجريمة وتهريب السلع، أن تحترم المهاجرين.",
}


@pytest.fixture
def meeting(db: None) -> Meeting:
    return factories.make_meeting(5)


@pytest.fixture
def archive(meeting: Meeting) -> dict[int, Recommendation]:
    """Six recommendations of one meeting, by number, and their index."""
    rows = {number: factories.make_recommendation(number, text, meeting=meeting) for number, text in TEXTS.items()}
    rebuild_index()
    return rows
