"""More than a form or a list takes: a sentence, a line in the log, and nothing half done."""

from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.test import Client

from archive.admin.base import LONGEST_TYPED
from archive.admin.selecting import MOST_SELECTED
from archive.models import ArchiveState, Citation, RowChange
from tests.factories import make_recommendation, make_state
from tests.factories_of_meaning import make_article, make_citation

from .forms import complaints, filled_in
from .test_history import TEXT, address_of, row

__all__ = ["row"]
pytestmark = pytest.mark.django_db

CITATIONS = "/admin/archive/citation/"


def act(client: Client, keys: list[Any], **more: Any) -> tuple[int, list[str]]:
    sent = {"action": "confirm_rows", "index": "0", "_selected_action": keys, **more}
    answer = client.post(CITATIONS, sent)
    return answer.status_code, [str(message) for message in get_messages(answer.wsgi_request)]


@pytest.mark.parametrize("whole", ["1", "on"])
def test_of_ten_thousand_rows_in_a_list_nothing_is_done(staff: Client, whole: str) -> None:
    citation = make_citation(make_recommendation(1, "ينبغي تطبيق المادة 6."))
    same = {name: getattr(citation, name) for name in ("kind", "article", "instrument", "recommendation", "text")}
    Citation.objects.bulk_create([Citation(**same, key=f"another {at}") for at in range(9_999)])
    make_state()
    before = ArchiveState.objects.versions()
    assert act(staff, [citation.pk], select_across=whole) == (
        302,
        [f"حدّدت 10000، ولا يُعمل في أكثر من {MOST_SELECTED} معاً، فلم يتغير شيء: صفِّ القائمة واعمل على دفعات."],
    )
    assert (Citation.objects.exclude(decision="").count(), ArchiveState.objects.versions()) == (0, before)


@pytest.mark.parametrize("forged", ["س", 10**30, -1, "1 OR 1=1", ""])
def test_keys_that_are_none_find_nothing(staff: Client, forged: Any) -> None:
    citation = make_citation(make_recommendation(1, "ينبغي تطبيق المادة 6."), article=make_article(6))
    assert act(staff, [forged])[0] == 302
    assert Citation.objects.exclude(decision="").count() == 0
    assert act(staff, [forged, citation.pk])[0] == 302
    assert list(Citation.objects.exclude(decision="").values_list("pk", flat=True)) == [citation.pk]


def test_keys_that_are_none_find_no_account(admin_client: Client) -> None:
    sent = {"action": "forget_second_factor", "index": "0", "_selected_action": ["س", 10**30]}
    assert admin_client.post("/admin/auth/user/", sent).status_code == 302


@pytest.mark.parametrize(
    ("sent", "refused"),
    [
        ({"_selected_action": ["1"] * 10_000}, "TooManyFieldsSent"),
        ({"chapeau": "ينبغي صون القناة. " * 400_000}, "RequestDataTooBig"),
    ],
)
def test_what_is_larger_than_is_read_is_called_so(
    staff: Client, row: Any, caplog: pytest.LogCaptureFixture, sent: dict[str, Any], refused: str
) -> None:
    changes = RowChange.objects.count()
    answer = staff.post(address_of(row), sent)
    assert answer.status_code == 400
    assert "في ما أرسلته أكثر مما يُقرأ مرة واحدة" in answer.content.decode()
    assert [one.name for one in caplog.records if one.name.startswith("django.security")] == [
        f"django.security.{refused}"
    ]
    row.refresh_from_db()
    assert (row.chapeau, RowChange.objects.count()) == (TEXT, changes)


def test_a_text_of_fifty_pages_is_refused_with_its_length_and_comes_back(staff: Client, row: Any) -> None:
    form, long = filled_in(staff.get(address_of(row))), "ينبغي صون القناة. " * 5_000
    answer = staff.post(address_of(row), {**form, "chapeau": long})
    told = f"عدد حروف هذا النص {len(long) - 1}، ولا يُقبل في حقل واحد أكثر من {LONGEST_TYPED}"
    assert complaints(answer) == {"chapeau": [f"{told}: قسّمه على حقوله، ثم احفظه."]}
    assert long in answer.content.decode()
    row.refresh_from_db()
    assert row.chapeau == TEXT
