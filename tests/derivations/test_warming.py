"""What is computed before the first save: nothing is written by it, and the save gives what it would have given."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from archive.derivations import warming
from archive.derivations.by_hand import save_by_hand
from archive.derivations.near_at_hand import forget_near
from archive.models import FollowUp, Kinship, Recommendation
from archive.record.history.states import latest
from tests.factories import make_meeting, make_recommendation

pytestmark = pytest.mark.django_db
TEXT = "ينبغي للدول أن تصون الأقفال الحديدية في القنوات القديمة وأن تجدد أهوستها كل عام."


def said() -> list[object]:
    kin = Kinship.objects.order_by("earlier", "later")
    return [list(kin.values_list("earlier", "later", "score", "evidence")), FollowUp.objects.count()]


def test_warming_writes_nothing_and_changes_no_answer() -> None:
    meetings = [make_meeting(number, start=f"201{number}-05-05", end=f"201{number}-05-06") for number in (1, 2)]
    rows = [make_recommendation(1, TEXT, meeting=meeting) for meeting in meetings]
    for number in range(2, 8):
        make_recommendation(number, f"يُشجَّع الأعضاء على بناء السد رقم {number} وقياس مائه.", meeting=meetings[0])
    row = Recommendation.objects.get(pk=rows[1].pk)
    answers = []
    for is_warm in (False, True):
        row.chapeau = TEXT
        save_by_hand(row)
        forget_near()
        if is_warm:
            before = latest()
            with CaptureQueriesContext(connection) as asked:
                warming.warm_up()
            assert [one for one in asked.captured_queries if not one["sql"].startswith(("SELECT", "DECLARE"))] == []
            assert latest() == before
        row.chapeau = f"{TEXT} وأن تقيس الماء."
        save_by_hand(row)
        answers.append(said())
    assert answers[0] == answers[1]
    assert len(answers[0][0]) == 16  # type: ignore[arg-type]


def test_it_is_done_once_and_only_where_it_is_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[str] = []

    class Watched(warming.Thread):
        def start(self) -> None:
            begun.append(self.name)

    monkeypatch.setattr(warming, "Thread", Watched)
    one = warming.Warming()
    one.begin()
    assert begun == []
    one.is_wanted = True
    one.begin()
    one.begin()
    assert begun == ["warming"]
