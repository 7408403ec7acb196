"""Numbers and series that staff correct on the page of a paper before it goes in."""

import re
from typing import Any

import pytest
from django.test import Client

from archive.loading.archive import load_archive
from archive.models import ImportProblem, Paragraph, Recommendation, Upload
from tests.admin.test_taking_in import (
    REPORT,
    State,
    browser_of,
    bytes_of,
    decide,
    empty_sources,
    page_of,
    taken,
)

__all__ = ["empty_sources"]

pytestmark = pytest.mark.django_db

def line_of(upload: Upload, printed: str, kind: str = "الفقرة") -> int:
    """The line at which this number is printed in the specimen's report; 8 twice, in the place of 3 first."""
    return next(int(row[0]) for row in upload.reading["numbers"] if row[1:3] == [kind, printed])


def post(client: Client, upload: Upload, **sent: str) -> Any:
    return client.post(f"/admin/archive/upload/{upload.pk}/decide/", {"what": "numbers", **sent})


def numbered() -> list[tuple[int, int, str]]:
    rows = Paragraph.objects.filter(number__gt=0).order_by("position")
    return list(rows.values_list("series", "number", "printed_number"))


def test_what_the_reader_asks_of_numbers_is_answered_kept_told_and_loaded_again(
    staff: Client, empty_sources: Any
) -> None:
    upload = taken(staff, REPORT, bytes_of(REPORT))
    misprint, gap = line_of(upload, "8"), line_of(upload, "19")
    asked = staff.get(f"/admin/archive/upload/{upload.pk}/change/").context["numbers"]
    assert {row.line: (row.printed, row.read) for row in asked.rows() if row.line in (misprint, gap)} == {
        misprint: ("8", "الفقرة 3"),
        gap: ("19", "الفقرة 19"),
    }
    sent = {f"number_{misprint}": "٣", f"number_{gap}": "18"}
    upload = decide(staff, upload, "numbers", **sent)
    assert (upload.state, upload.answers) == (State.PLANNED, {"numbers": [[misprint, 3, ""], [gap, 18, ""]]})
    shown = page_of(staff, upload)
    assert "طُبع «19»، ورقمه 18 بحسب من راجع الملف." in shown and "لا أثر للرقم 18" not in shown
    assert "لا أثر للرقم 19 في هذا التسلسل." in shown
    upload = decide(staff, upload)
    assert upload.state == State.APPLIED
    assert [row for row in numbered() if row[1] in (3, 18, 19)] == [(0, 3, "8"), (0, 18, "19")]
    told = ImportProblem.objects.filter(run=upload.run, code="given_number").order_by("line")
    assert list(told.values_list("file", "line", "message")) == [
        (REPORT, misprint, "طُبع «8»، ورقمه 3 بحسب من راجع الملف."),
        (REPORT, gap, "طُبع «19»، ورقمه 18 بحسب من راجع الملف."),
    ]
    report = load_archive([empty_sources], with_uploads=True)
    assert [(one.file, one.status) for one in report.documents] == [(REPORT, "unchanged")]
    # The same bytes once more are another errand: nothing is said of them yet.
    again = taken(staff, REPORT, bytes_of(REPORT))
    assert again.answers == {}


def test_a_series_of_recommendations_starts_anew_and_goes_on_as_it_is_said(staff: Client) -> None:
    upload = taken(staff, REPORT, bytes_of(REPORT))
    fifth = line_of(upload, "5", "التوصية")
    upload = decide(staff, upload, "numbers", other_line=str(fifth), other_number="1", other_how="anew")
    assert upload.answers == {"numbers": [[fifth, 1, "anew"]]}
    read = [row[3:] for row in upload.reading["numbers"] if row[1] == "التوصية"]
    assert read[:5] == [[1, 0], [2, 0], [3, 0], [4, 0], [1, 1]]
    # What is emptied is read as before.
    upload = decide(staff, upload, "numbers", **{f"number_{fifth}": "", f"how_{fifth}": ""})
    assert upload.answers == {}
    assert [row[3:] for row in upload.reading["numbers"] if row[1] == "التوصية"] == [[n, 0] for n in range(1, 10)]


def test_wrong_answers_get_a_sentence_and_nothing_is_read_anew(staff: Client) -> None:
    upload = taken(staff, REPORT, bytes_of(REPORT))
    misprint, gap = line_of(upload, "8"), line_of(upload, "19")
    sent = {f"number_{misprint}": "ثلاثة", f"number_{gap}": "17", "other_line": "999999", "other_number": "2"}
    response = post(staff, upload, **sent)
    assert response.status_code == 422
    errors = response.context["numbers"].errors
    assert {name: list(said) for name, said in errors.items()} == {
        f"number_{misprint}": ["اكتب رقماً من 1 إلى 99999، مثل 12."],
        f"number_{gap}": [
            f"الرقم 17 مطبوع في السطر {line_of(upload, '17')} من العدّ نفسه؛ صحّح ذاك أيضاً، أو اختر رقماً آخر."
        ],
        "other_line": ["ليس في الملف سطر مكتوب بهذا الرقم بعد غلافه. انظر أرقام الأسطر أدناه."],
    }
    assert '<a href="#numbers">أدناه</a>' in response.content.decode()
    # What was typed stands there still.
    assert re.search(rf'name="number_{misprint}"[^>]*value="ثلاثة"|value="ثلاثة"[^>]*name="number_{misprint}"',
                     response.content.decode())  # fmt: skip
    assert Upload.objects.get(pk=upload.pk).answers == {}
    for more, field, sentence in (
        ({"other_number": "2"}, "other_line", "ليس في الملف سطر مكتوب بهذا الرقم بعد غلافه. انظر أرقام الأسطر أدناه."),
        ({"other_line": str(line_of(upload, "2"))}, "other_number", "اذكر رقمه، أو كيف يُعدّ."),
        ({"other_line": str(gap), "other_number": "3"}, "other_line", "هذا السطر مذكور أعلاه؛ صحّح رقمه هناك."),
        ({f"how_{gap}": "backwards"}, f"how_{gap}", None),
        ({f"number_{gap}": "99999999999"}, f"number_{gap}", "اكتب رقماً من 1 إلى 99999، مثل 12."),
    ):
        response = post(staff, upload, **more)
        assert response.status_code == 422
        said = response.context["numbers"].errors
        assert set(said) == {field} and (sentence is None or list(said[field]) == [sentence])


def test_the_form_leads_to_an_address_without_a_place_in_it_so_that_a_page_that_waits_loads_anew(
    staff: Client,
) -> None:
    upload = taken(staff, REPORT, bytes_of(REPORT))
    page = staff.get(f"/admin/archive/upload/{upload.pk}/change/").content.decode()
    actions = re.findall(r'<form method="post" action="([^"]*/decide/[^"]*)', page)
    assert actions == [f"/admin/archive/upload/{upload.pk}/decide/"] * 3


def test_a_number_given_twice_asks_before_anything_goes_in(staff: Client) -> None:
    upload = taken(staff, REPORT, bytes_of(REPORT))
    misprint, gap = line_of(upload, "8"), line_of(upload, "19")
    sent = {f"number_{gap}": "20", f"how_{gap}": "on"}
    upload = decide(staff, upload, "numbers", **sent)
    other = line_of(upload, "20")
    assert (upload.state, upload.plan) == (State.ASKS, {})
    assert upload.reason == (
        f"السطر {gap}: الرقم 20 الذي ذُكر لهذا السطر هو رقم السطر {other} في العدّ نفسه؛ صحّح أحد الرقمين."
    )
    upload = decide(staff, upload, "numbers", **{f"number_{gap}": "18", f"number_{misprint}": "3"})
    assert upload.state == State.PLANNED
    assert Recommendation.objects.count() == 0


def test_who_may_not_decide_is_shown_no_form_and_his_post_is_refused(staff: Client) -> None:
    upload = taken(staff, REPORT, bytes_of(REPORT))
    viewer = browser_of("viewer")
    assert "اقرأه بهذه الأرقام" in page_of(staff, upload)
    assert "اقرأه بهذه الأرقام" not in page_of(viewer, upload) and "صحّح رقمه" not in page_of(viewer, upload)
    assert post(viewer, upload, other_line="20", other_number="3").status_code == 403
    assert Upload.objects.get(pk=upload.pk).answers == {}

