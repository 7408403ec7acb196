"""What staff mistype is answered with a sentence that names the remedy, and nothing is written."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from archive.models import Body, Document, Meeting, Recommendation
from tests.factories import make_body, make_meeting

from .forms import complaints, filled_in

pytestmark = pytest.mark.django_db

BODIES = "/admin/archive/body/"
DOCUMENTS = "/admin/archive/document/"
MEETINGS = "/admin/archive/meeting/"
RECOMMENDATIONS = "/admin/archive/recommendation/"
DAY_WANTED = "اكتب اليوم فالشهر فالسنة، مثل 5/9/2019 أو «5 أيلول/سبتمبر 2019»، أو 2019-09-05."


def post(staff: Client, address: str, **typed: Any) -> Any:
    return staff.post(address, filled_in(staff.get(address), **typed))


@pytest.mark.parametrize(
    "typed",
    ["5/9/2019", "٠٥/٠٩/٢٠١٩", "5-9-2019", "5.9.2019", "2019-09-05", "5 أيلول/سبتمبر 2019", "٥ سبتمبر ٢٠١٩"],
)
def test_a_day_is_typed_as_people_write_it(staff: Client, typed: str) -> None:
    assert post(staff, f"{MEETINGS}add/", body=make_body().pk, number=3, start=typed).status_code == 302
    assert Meeting.objects.get().start == date(2019, 9, 5)


def test_a_stored_day_is_shown_in_words_and_what_is_shown_is_taken_back(staff: Client) -> None:
    meeting = make_meeting(3, start=date(2019, 9, 5), end=date(2019, 9, 6))
    address = f"{MEETINGS}{meeting.pk}/change/"
    form = staff.get(address).context["adminform"].form
    shown = {name: form[name].field.widget.format_value(form[name].value()) for name in ("start", "end")}
    assert shown == {"start": "5 أيلول/سبتمبر 2019", "end": "6 أيلول/سبتمبر 2019"}
    assert post(staff, address, **shown, place="فيينا").status_code == 302
    meeting.refresh_from_db()
    assert (meeting.start, meeting.end, meeting.place) == (date(2019, 9, 5), date(2019, 9, 6), "فيينا")


@pytest.mark.parametrize("typed", ["31/2/2019", "2019", "9/2019", "2019/09/05", "غداً", "32 أيلول/سبتمبر 2019"])
def test_what_is_no_day_is_refused_with_an_example(staff: Client, typed: str) -> None:
    response = post(staff, f"{MEETINGS}add/", body=make_body().pk, number=3, start=typed)
    assert complaints(response) == {"start": [DAY_WANTED]}
    assert not Meeting.objects.exists()


@pytest.mark.parametrize("typed", ["99999999999", "100000", "٩٩٩٩٩٩"])
def test_a_number_that_no_paper_bears_is_refused(staff: Client, typed: str) -> None:
    sentence = ["أكبر رقم يُقبل هنا 99999؛ صحّح الرقم."]
    response = post(staff, f"{MEETINGS}add/", body=make_body().pk, number=typed)
    assert complaints(response) == {"number": sentence}
    meeting = make_meeting(3)
    response = post(staff, f"{RECOMMENDATIONS}add/", meeting=meeting.pk, number=typed, chapeau="ينبغي.")
    assert complaints(response) == {"number": sentence}
    assert not Recommendation.objects.exists()


def test_a_document_without_a_name_is_refused(staff: Client) -> None:
    assert complaints(post(staff, f"{DOCUMENTS}add/")) == {
        "symbol": ["سمِّ الوثيقة: اكتب رمزها أو رقمها أو عنوانها؛ فبه يجدها القراء."]
    }
    assert not Document.objects.exists()


def test_a_symbol_that_is_none_is_refused(staff: Client) -> None:
    response = post(staff, f"{BODIES}add/", symbol="أي كلام", name_ar="فريق")
    assert complaints(response) == {
        "symbol": ["اكتب الرمز بالحروف اللاتينية والأرقام كما طُبع، مثل CTOC/COP/WG.7؛ فمنه رابط الهيئة."]
    }
    response = post(staff, f"{DOCUMENTS}add/", symbol="أي كلام")
    assert complaints(response) == {"symbol": ["اكتبه بالحروف اللاتينية والأرقام كما طُبع؛ فمنه عنوان الوثيقة."]}
    assert (Body.objects.count(), Document.objects.count()) == (0, 0)


def test_a_second_body_of_one_address_is_refused(staff: Client) -> None:
    make_body(symbol="ITC/CONF/WG.1", name_ar="الفريق العامل المعني بالقنوات")
    response = post(staff, f"{BODIES}add/", symbol="ITC-CONF-WG1", name_ar="فريق آخر")
    assert complaints(response) == {
        "symbol": [
            "رمز الهيئة «الفريق العامل المعني بالقنوات» قريب من هذا (ITC/CONF/WG.1) حتى إن رابطهما واحد؛ "
            "صحّح الرمز، أو عدّل تلك الهيئة."
        ]
    }
    assert Body.objects.count() == 1


def test_no_body_stands_above_itself(staff: Client) -> None:
    upper = make_body(symbol="ITC/CONF", name_ar="المؤتمر")
    lower = make_body(symbol="ITC/CONF/WG.1", name_ar="الفريق العامل المعني بالقنوات", parent=upper)
    for parent in (upper, lower):
        response = post(staff, f"{BODIES}{upper.pk}/change/", parent=parent.pk)
        assert complaints(response) == {
            "parent": ["لا تكون الهيئة فوق نفسها: الهيئة المختارة هي نفسها أو من الهيئات التي تحتها."]
        }
    upper.refresh_from_db()
    assert upper.parent is None
