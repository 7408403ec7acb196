"""What the script of the desk says: Django's catalogue, and ours where its Arabic is wrong."""

import json
import re

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db

_COUNTED = "%(sel)s of %(cnt)s selected"


def said(staff: Client) -> dict[str, object]:
    page = staff.get("/admin/jsi18n/").content.decode()
    found = re.search(r"newcatalog = (\{.*?\});\n", page, re.DOTALL)
    assert found is not None
    catalogue: dict[str, object] = json.loads(found[1])
    return catalogue


def test_what_is_chosen_in_a_list_is_counted_in_good_arabic(staff: Client) -> None:
    catalogue = said(staff)
    assert catalogue[_COUNTED] == [
        "لم يُحدَّد شيء من %(cnt)s",
        "حُدِّد واحد من %(cnt)s",
        "حُدِّد اثنان من %(cnt)s",
        "حُدِّدت %(sel)s من %(cnt)s",
        "حُدِّد %(sel)s من %(cnt)s",
        "حُدِّد %(sel)s من %(cnt)s",
    ]
    # What is right there stays.
    assert catalogue["Choose all"] == "اختر الكل"


def test_only_staff_are_given_it(client: Client) -> None:
    assert client.get("/admin/jsi18n/").status_code == 302
