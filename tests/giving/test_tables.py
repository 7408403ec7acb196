"""Tables and records: the same set in the same order in each, read back by openpyxl, csv and json."""

import csv
import io
import json
import random

import pytest
from django.test import Client
from openpyxl import load_workbook

from archive.filters.finding import find
from archive.filters.selection import Selection
from archive.filters.snapshot import current_snapshot
from archive.giving.columns import NAMES
from archive.models import Recommendation
from tests import factories
from tests.giving.archives import DIFFICULT, fill
from tests.giving.reading import content, entries, given

LOCATORS = [f"itc-conf-wg1.{number}" for number in ("1.1", "1.2", "1.5", "1.5-2", "2.1")]


def csv_rows(client: Client, path: str) -> list[list[str]]:
    text = given(client, path).decode()
    return list(csv.reader(io.StringIO(text)))


def xlsx_rows(packed: bytes) -> list[tuple[object, ...]]:
    return list(load_workbook(io.BytesIO(packed)).worksheets[0].iter_rows(values_only=True))


def test_machines_get_names_and_codes_without_a_mark(client: Client) -> None:
    fill()
    head, first, *rest = csv_rows(client, "/recommendations/export.csv?for=machine")
    assert head == [name for name in NAMES if name not in ("printed_text", "phrase", "reported", "suggested")]
    told = dict(zip(head, first, strict=True))
    assert told["text"] == DIFFICULT
    assert told["body"] == "ITC/CONF/WG.1"
    assert told["meeting"] == "itc-conf-wg1.1"
    assert told["start"] == "2011-05-30"
    assert told["address"] == "http://testserver/recommendations/itc-conf-wg1.1.1/"
    assert [first[0], *(row[0] for row in rest)] == LOCATORS


def test_people_get_a_mark_words_and_harmless_cells(client: Client) -> None:
    fill()
    raw = given(client, "/recommendations/export.csv?columns=text,meeting,number")
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"))))
    assert rows[0] == ["النص", "الاجتماع", "رقم التوصية"]
    assert rows[1] == [f"'{DIFFICULT}", "الاجتماع الأول", "1"]


@pytest.mark.parametrize("sign", ["=1+1", "+1", "-1", "@a"])
def test_a_cell_that_begins_a_formula_is_text(client: Client, sign: str) -> None:
    factories.make_recommendation(1, sign)
    ((_head,), (cell,)) = csv_rows(client, "/recommendations/export.csv?columns=text")
    assert cell == f"'{sign}"
    assert xlsx_rows(given(client, "/recommendations/export.xlsx?columns=text"))[1] == (sign,)
    book = load_workbook(io.BytesIO(given(client, "/recommendations/export.xlsx?columns=text")))
    assert book.worksheets[0]["A2"].data_type == "s"


def test_the_spreadsheet_reads_from_the_right_with_a_frozen_head_and_links(client: Client) -> None:
    fill()
    book = load_workbook(io.BytesIO(given(client, "/recommendations/export.xlsx?meeting=itc-conf-wg1.1")))
    table, about = book.worksheets
    assert table.sheet_view.rightToLeft
    assert about.sheet_view.rightToLeft
    assert table.freeze_panes == "A2"
    heads = [cell.value for cell in table[1]]
    assert table.auto_filter.ref == f"A1:{table.cell(5, len(heads)).coordinate}"
    address = table.cell(2, len(heads))
    assert address.hyperlink.target == address.value == "http://testserver/recommendations/itc-conf-wg1.1.1/"
    text = table.cell(2, heads.index("النص") + 1)
    assert text.value == DIFFICULT
    assert text.alignment.readingOrder == 2
    told = {row[0]: row[1] for row in about.iter_rows(values_only=True)}
    assert told["الاجتماع"] == "الاجتماع الأول"
    assert told["العدد"] == "4 توصيات"


def test_a_text_longer_than_a_cell_goes_on_in_a_second_column(client: Client) -> None:
    long = "ينبغي " * 6000
    factories.make_recommendation(1, long.strip())
    head, row = xlsx_rows(given(client, "/recommendations/export.xlsx?columns=text"))
    assert head == ("النص", "النص (2)")
    assert "".join(str(cell) for cell in row) == long.strip()
    assert len(str(row[0])) == 32_767


def test_json_says_the_selection_and_gives_the_records_of_the_interface(client: Client) -> None:
    fill()
    told = json.loads(given(client, "/recommendations/export.json?meeting=itc-conf-wg1.2&x=1"))
    assert list(told) == ["selection", "generated", "count", "remarks", "results"]
    assert told["selection"] == {
        "page": "http://testserver/recommendations/?meeting=itc-conf-wg1.2",
        "parameters": [["meeting", "itc-conf-wg1.2"]],
        "words": [["الاجتماع", "الاجتماع الثاني"]],
    }
    assert told["count"] == 1
    assert [remark.partition(":")[0] for remark in told["remarks"]] == ["x=1"]
    record = json.loads(client.get("/api/v1/recommendations/itc-conf-wg1.2.1/").content)
    assert told["results"] == [record]
    lines = given(client, "/recommendations/export.jsonl?meeting=itc-conf-wg1.2").decode().splitlines()
    assert [json.loads(line) for line in lines] == [record]


def test_a_lettered_item_is_a_row_of_its_own(client: Client) -> None:
    fill()
    path = "/list/export.csv?for=machine&columns=locator,number,letter,text&items=itc-conf-wg1.1.2.b,itc-conf-wg1.1.2"
    assert csv_rows(client, path)[1:] == [
        ["itc-conf-wg1.1.2.b", "2", "b", "ينبغي:\n(ب) الثانية؛"],
        ["itc-conf-wg1.1.2", "2", "", "ينبغي:\n(أ) الأولى؛\n(ب) الثانية؛\n(ج) الثالثة."],
    ]
    told = json.loads(given(client, "/list/export.json?items=itc-conf-wg1.1.2.b"))["results"][0]
    assert (told["locator"], told["items"]) == ("itc-conf-wg1.1.2", ["itc-conf-wg1.1.2.b"])


def test_unknown_columns_and_items_are_named_below_the_table(client: Client) -> None:
    fill()
    rows = csv_rows(client, "/recommendations/export.csv?columns=number,colour&items=itc-conf-wg1.1.1,x.1")
    assert [row[0] for row in rows[1:]] == [
        "1",
        "لا توصية في الأرشيف بهذه المعرّفات: x.1.",
        "columns=colour: لا عمود بهذا الاسم في الجداول؛ تركناه.",
    ]


@pytest.mark.parametrize("ending", ["csv", "xlsx", "json", "jsonl"])
def test_an_empty_selection_is_a_valid_file(client: Client, ending: str) -> None:
    fill()
    raw = given(client, f"/list/export.{ending}")
    match ending:
        case "csv":
            assert raw.decode().splitlines()[1:] == ["لا توصيات تستوفي معايير التصفية."]
        case "xlsx":
            assert len(xlsx_rows(raw)) == 1
        case "json":
            assert json.loads(raw)["results"] == []
        case "jsonl":
            assert raw == b""


def test_random_selections_are_the_same_set_in_the_same_order_everywhere(
    client: Client, real_archive: None
) -> None:
    snapshot, chance = current_snapshot(), random.Random(13)
    for _round in range(6):
        facet = chance.choice(["meeting", "topic", "verb", "addressee", "year"])
        value = chance.choice(list(snapshot.values[facet]))
        sort = chance.choice(["order", "newest"])
        q = chance.choice(["", "التدريب", "المهاجرين المهربين"])
        found = find(Selection(q=q, values={facet: (value,)}, sort=sort), snapshot)
        rows = Recommendation.objects.in_bulk(list(found))
        expected = [rows[key].locator for key in found]
        query = {"q": q, facet: value, "sort": sort}

        def raw(ending: str, **more: str) -> bytes:
            return content(client.get(f"/recommendations/export.{ending}", {**query, **more}))  # noqa: B023

        machine = list(csv.reader(io.StringIO(raw("csv", **{"for": "machine"}).decode())))
        assert [row[0] for row in machine[1:]] == expected
        assert [row[0] for row in xlsx_rows(raw("xlsx"))[1:]] == expected
        assert [one["locator"] for one in json.loads(raw("json"))["results"]] == expected
        assert [json.loads(line)["locator"] for line in raw("jsonl").splitlines()] == expected
        texts = [rows[key].chapeau for key in found]
        assert [entry.chapeau for entry in entries(raw("docx"))] == texts
