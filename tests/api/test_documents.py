"""The documents of `/api/v1/`: covers in the list, the text in the item."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from tests.factories import (
    make_agenda_item,
    make_body,
    make_document,
    make_footnote,
    make_former_slug,
    make_meeting,
    make_paragraph,
    make_section,
)

pytestmark = pytest.mark.django_db

COVER = {
    "slug": "itc-conf-wg1-2011-7",
    "url": "http://testserver/documents/itc-conf-wg1-2011-7/",
    "symbol": "ITC/CONF/WG.1/2011/7",
    "job_number": "V.11-00001",
    "kind": "meeting-report",
    "title": "تقرير عن أعمال الاجتماع",
    "summary": "",
    "language": "ar",
    "original_language": "en",
    "distribution": "عام",
    "date": "2011-07-16",
    "author": "",
    "body": {"slug": "itc-conf-wg1", "symbol": "ITC/CONF/WG.1", "name": "الفريق العامل المعني بالقنوات"},
    "meeting": {"slug": "itc-conf-wg1.1", "number": 1},
    "agenda_item": {"number": "4", "title": "اعتماد التقرير"},
    "held": True,
    "recommendation_count": 0,
    "paragraph_count": 2,
    "source": {"file": "report.txt", "sha256": "cd" * 32},
    "symbols": ["ITC/CONF/WG.1/2011/7"],
    "relation": None,
}


def make_report() -> Any:
    body = make_body(name_ar="الفريق العامل المعني بالقنوات")
    meeting = make_meeting(1, body=body)
    document = make_document(
        "ITC/CONF/WG.1/2011/7",
        job_number="V.11-00001",
        title="تقرير عن أعمال الاجتماع",
        original_language="en",
        distribution="عام",
        date=date(2011, 7, 16),
        body=body,
        meeting=meeting,
        agenda_item=make_agenda_item("4", meeting=meeting, title="اعتماد التقرير"),
        source_file="report.txt",
        source_sha256="cd" * 32,
    )
    above = make_section(document, "مقدمة")
    below = make_section(document, "الحضور", level=2, label="ألف", printed_label="ألف", parent=above)
    make_paragraph(document, 1, "نص أول.")
    noted = make_paragraph(
        document, 2, "نص ثان.", section=below, printed_number="٣", first_line=8, last_line=9
    )
    make_footnote(document, "*", "حاشية الغلاف.")
    make_footnote(document, "1", "حاشية.", paragraph=noted, first_line=12, last_line=12)
    return document


def test_the_list_has_covers_alone(client: Client) -> None:
    make_report()
    assert client.get("/api/v1/documents/").json() == {
        "count": 1,
        "next": None,
        "previous": None,
        "results": [COVER],
        "facets": [],
    }


def test_an_item_has_the_text_as_well(client: Client) -> None:
    make_report()
    path = [
        {"label": "أولا", "printed_label": "أولاً", "title": "مقدمة"},
        {"label": "ألف", "printed_label": "ألف", "title": "الحضور"},
    ]
    assert client.get("/api/v1/documents/itc-conf-wg1-2011-7/").json() == COVER | {
        "sections": [
            {
                "anchor": "s1",
                "level": 1,
                "label": "أولا",
                "printed_label": "أولاً",
                "title": "مقدمة",
                "parent": None,
            },
            {
                "anchor": "s2",
                "level": 2,
                "label": "ألف",
                "printed_label": "ألف",
                "title": "الحضور",
                "parent": "s1",
            },
        ],
        "paragraphs": [
            {
                "number": 1,
                "printed_number": "1",
                "anchor": "p1",
                "text": "نص أول.",
                "printed_text": "نص أول.",
                "section_path": [],
                "first_line": 1,
                "last_line": 1,
                "series": 0,
                "part": None,
            },
            {
                "number": 2,
                "printed_number": "٣",
                "anchor": "p2",
                "text": "نص ثان.",
                "printed_text": "نص ثان.",
                "section_path": path,
                "first_line": 8,
                "last_line": 9,
                "series": 0,
                "part": None,
            },
        ],
        "footnotes": [
            {
                "marker": "*",
                "anchor": "fn1",
                "paragraph": None,
                "paragraph_anchor": None,
                "place": None,
                "text": "حاشية الغلاف.",
                "printed_text": "حاشية الغلاف.",
                "first_line": None,
                "last_line": None,
            },
            {
                "marker": "1",
                "anchor": "fn2",
                "paragraph": 2,
                "paragraph_anchor": "p2",
                "place": None,
                "text": "حاشية.",
                "printed_text": "حاشية.",
                "first_line": 12,
                "last_line": 12,
            },
        ],
        "clauses": [],
        "left_out": [],
        "subjects": [],
    }


def test_what_has_no_number_stands_apart_and_a_further_series_says_its_part(client: Client) -> None:
    said = {"symbols": ["ITC/CONF/WG.1/2011/8", "ITC/2"], "subjects": ["CANALS", "lock keepers"]}
    document = make_document("ITC/CONF/WG.1/2011/8", left_out=[[7, "1/2"]], **said)
    make_paragraph(document, 0, "إذ يشير إلى ذلك،", printed_number="", first_line=3, last_line=3)
    make_paragraph(document, 1, "يقرر كذا.", series=1, part="المرفق الأول")
    item = client.get("/api/v1/documents/itc-conf-wg1-2011-8/").json()
    assert (item["symbols"], item["paragraph_count"]) == (["ITC/CONF/WG.1/2011/8", "ITC/2"], 1)
    told = [(one["anchor"], one["number"], one["series"], one["part"]) for one in item["paragraphs"]]
    assert told == [("s2-p1", 1, 1, "المرفق الأول")]
    assert item["clauses"] == [
        {
            "anchor": "c1",
            "text": "إذ يشير إلى ذلك،",
            "printed_text": "إذ يشير إلى ذلك،",
            "section_path": [],
            "first_line": 3,
            "last_line": 3,
        }
    ]
    assert (item["left_out"], item["subjects"]) == ([{"line": 7, "text": "1/2"}], ["CANALS", "lock keepers"])


def test_a_paper_that_belongs_to_another_says_to_which(client: Client) -> None:
    base = make_document("ITC/CONF/WG.1/2011/8")
    make_document("ITC/CONF/WG.1/2011/8/Add.1", relation="addendum", relates_to=base)
    make_document("ITC/CONF/WG.1/2011/9/Corr.1", relation="corrigendum", relation_symbol="ITC/CONF/WG.1/2011/9")
    rows = {row["slug"]: row["relation"] for row in client.get("/api/v1/documents/").json()["results"]}
    assert rows == {
        "itc-conf-wg1-2011-8": None,
        "itc-conf-wg1-2011-8-add1": {
            "kind": "addendum",
            "symbol": "ITC/CONF/WG.1/2011/8",
            "document": "itc-conf-wg1-2011-8",
            "in_force": False,
        },
        "itc-conf-wg1-2011-9-corr1": {
            "kind": "corrigendum",
            "symbol": "ITC/CONF/WG.1/2011/9",
            "document": None,
            "in_force": False,
        },
    }


def test_a_document_that_is_only_known_has_no_text(client: Client) -> None:
    make_document("ITC/CONF/WG.1/2015/1", source_file="", source_sha256="", date=None)
    item = client.get("/api/v1/documents/itc-conf-wg1-2015-1/").json()
    assert [item[key] for key in ("held", "date", "body", "meeting", "agenda_item", "paragraphs")] == [
        False,
        None,
        None,
        None,
        None,
        [],
    ]


def test_headings_in_a_ring_still_give_an_answer(client: Client) -> None:
    document = make_report()
    first, second = document.sections.all()
    first.parent = second
    first.save()
    item = client.get("/api/v1/documents/itc-conf-wg1-2011-7/").json()
    assert [heading["title"] for heading in item["paragraphs"][1]["section_path"]] == ["مقدمة", "الحضور"]


def test_a_former_address_redirects_for_good(client: Client) -> None:
    make_former_slug("v11-00001", make_report())
    response = client.get("/api/v1/documents/v11-00001/")
    assert (response.status_code, response["Location"]) == (301, "/api/v1/documents/itc-conf-wg1-2011-7/")


def test_the_newest_comes_first_and_the_undated_last(client: Client) -> None:
    make_document("ITC/CONF/WG.1/2012/1", date=date(2012, 1, 1))
    make_document("ITC/CONF/WG.1/2001/1", date=None)
    make_document("ITC/CONF/WG.1/2013/1", date=date(2013, 1, 1))
    found = [item["slug"] for item in client.get("/api/v1/documents/").json()["results"]]
    assert found == ["itc-conf-wg1-2013-1", "itc-conf-wg1-2012-1", "itc-conf-wg1-2001-1"]


def test_an_unknown_document_is_not_found(client: Client) -> None:
    response = client.get("/api/v1/documents/none/")
    assert (response.status_code, response.json()) == (
        404,
        {"errors": {"slug": ["لا توجد في الأرشيف وثيقة بهذا المعرّف."]}},
    )


@pytest.mark.parametrize("items", [1, 3])
def test_a_list_costs_three_queries_however_long(
    client: Client, items: int, django_assert_num_queries: Any
) -> None:
    for number in range(1, items + 1):
        make_paragraph(make_document(meeting=make_meeting(number)))
    with django_assert_num_queries(3):
        assert client.get("/api/v1/documents/").json()["count"] == items


@pytest.mark.parametrize("items", [1, 3])
def test_an_item_costs_five_queries_however_long(
    client: Client, items: int, django_assert_num_queries: Any
) -> None:
    document = make_document()
    for number in range(1, items + 1):
        paragraph = make_paragraph(document, number, section=make_section(document))
        make_footnote(document, str(number), paragraph=paragraph)
    with django_assert_num_queries(5):
        item = client.get(f"/api/v1/documents/{document.slug}/").json()
    assert (len(item["sections"]), len(item["paragraphs"]), len(item["footnotes"])) == (items, items, items)
