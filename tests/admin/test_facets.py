"""The list of recommendations for staff has the facets and the search of the public page."""

import pytest
from django.test import Client
from django.urls import reverse

from archive.filters.kinds import KINDS
from archive.filters.snapshot import build_snapshot
from archive.search.entries import rebuild_index
from tests import factories

pytestmark = pytest.mark.django_db

LIST = "admin:archive_recommendation_changelist"


@pytest.fixture(autouse=True)
def archive() -> None:
    first, second = factories.make_meeting(1), factories.make_meeting(2)
    item = factories.make_agenda_item("2", meeting=first)
    factories.make_recommendation(1, "ينبغي صون القنوات.", meeting=first, agenda_item=item)
    factories.make_recommendation(2, "ينبغي تنظيف الأودية.", meeting=first)
    factories.make_recommendation(1, "ينبغي مد الجسور.", meeting=second)
    rebuild_index()


def listed(staff: Client, **query: str) -> list[str]:
    return sorted(row.locator for row in staff.get(reverse(LIST), query).context["cl"].result_list)


def test_facets_filter_the_list(staff: Client) -> None:
    assert listed(staff, meeting="itc-conf-wg1.2") == ["itc-conf-wg1.2.1"]
    assert listed(staff, year="2011", agenda_item="none") == ["itc-conf-wg1.1.2"]


def test_facets_without_values_are_not_offered(staff: Client) -> None:
    offered = [str(one.title) for one in staff.get(reverse(LIST)).context["cl"].filter_specs]
    found = build_snapshot()
    assert offered == [*(str(kind.label) for kind in KINDS if found.values[kind.name]), "المصدر", "حالة النشر"]
    assert {"الهيئة", "الاجتماع", "سنة الاجتماع", "بند جدول الأعمال"} <= set(offered)
    assert not {"قوة العبارة", "الموضوع", "مادة الصك", "الوثيقة"} & set(offered)


def test_words_are_found_in_any_form_and_a_locator_by_itself(staff: Client) -> None:
    assert listed(staff, q="قناة") == ["itc-conf-wg1.1.1"]
    assert listed(staff, q="itc-conf-wg1.2.1") == ["itc-conf-wg1.2.1"]
