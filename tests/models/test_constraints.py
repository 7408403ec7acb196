"""What the database itself refuses, whoever writes."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from archive.models import Recommendation
from tests import factories

pytestmark = pytest.mark.django_db


def refused(make, *args, **values) -> bool:
    try:
        with transaction.atomic():
            make(*args, **values)
    except IntegrityError:
        return True
    return False


def test_a_locator_is_given_once():
    row = factories.make_recommendation(1)
    assert refused(factories.make_recommendation, 1, meeting=row.meeting)
    assert not refused(factories.make_recommendation, 1, meeting=row.meeting, copy=2)


@pytest.mark.parametrize("values", [{"text": ""}, {"printed_text": ""}, {"text": " نص"}, {"copy": 0}])
def test_a_recommendation_says_something(values):
    assert refused(factories.make_recommendation, 1, **values)


def test_a_recommendation_has_a_number_from_one():
    assert refused(factories.make_recommendation, 0)


def test_lines_are_in_order():
    assert refused(factories.make_recommendation, 1, first_line=5, last_line=4)
    assert not refused(factories.make_recommendation, 1, first_line=5, last_line=5)


def test_lettered_items_have_places_of_their_own():
    row = factories.make_recommendation(1, subparagraphs=("أولى",))
    assert refused(factories.make_subparagraph, row, 1)
    assert refused(row.subparagraphs.update, position=0)
    assert refused(factories.make_subparagraph, row, 2, label="")
    assert not refused(factories.make_subparagraph, row, 2)


def test_a_meeting_is_known_once_and_ends_after_it_begins():
    meeting = factories.make_meeting(3)
    assert refused(factories.make_meeting, 3, body=meeting.body)
    assert refused(factories.make_meeting, 0, body=meeting.body)
    assert refused(factories.make_meeting, 4, body=meeting.body, start=date(2012, 6, 1), end=date(2012, 5, 30))
    assert not refused(factories.make_meeting, 5, body=meeting.body, start=None, end=None)


def test_a_symbol_is_one_document_in_either_case():
    factories.make_document("ITC/CONF/2012/1")
    assert refused(factories.make_document, "itc/conf/2012/1", slug="other")
    assert not refused(factories.make_document, "", slug="one")
    assert not refused(factories.make_document, "", slug="two")


def test_a_file_is_the_source_of_one_document():
    document = factories.make_document()
    assert refused(factories.make_document, source_file=document.source_file)
    assert not refused(factories.make_document, source_file="")
    assert not refused(factories.make_document, source_file="")


def test_paragraphs_headings_and_notes_have_places_of_their_own():
    document = factories.make_document()
    factories.make_paragraph(document, 1)
    factories.make_section(document, position=1)
    factories.make_footnote(document, position=1)
    assert refused(factories.make_paragraph, document, 1)
    assert refused(factories.make_section, document, position=1)
    assert refused(factories.make_footnote, document, position=1)
    assert not refused(factories.make_paragraph, document, 1, copy=2)


def test_an_open_conflict_stands_once():
    factories.make_conflict()
    assert refused(factories.make_conflict)
    assert not refused(factories.make_conflict, state="kept")


def test_a_recommendation_names_itself():
    row = factories.make_recommendation(12, subparagraphs=("أولى", "ثانية"))
    assert row.title == "التوصية الثانية عشرة"
    assert [item.locator for item in row.subparagraphs.all()] == ["itc-conf-wg1.1.12.a", "itc-conf-wg1.1.12.b"]
    assert list(Recommendation.objects.in_official_order()) == [row]
