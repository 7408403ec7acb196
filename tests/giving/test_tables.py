"""Tables and records: the same set in the same order in each, read back by openpyxl, csv and json."""

import csv
import io
import json
import random
import re
import zipfile
from collections.abc import Callable

import pytest
from django.test import Client
from openpyxl import load_workbook

from archive.derivations.following import following
from archive.filters.finding import find
from archive.filters.selection import Selection
from archive.filters.snapshot import current_snapshot
from archive.giving.columns import NAMES
from archive.giving.feeds import ENTRIES
from archive.models import Recommendation, Subparagraph
from archive.record.publishing import withdraw
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
    unusual = ("text_en", "printed_text", "phrase", "reported", "suggested")
    assert head == [name for name in NAMES if name not in unusual]
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

        assert told_by_all(raw) == dict.fromkeys(PLACES, expected)
        texts = [rows[key].chapeau for key in found]
        assert [entry.chapeau for entry in entries(raw("docx"))] == texts
        # The index has its own order, by topics; what stands in it is the same.
        assert {one.chapeau for one in entries(raw("index.docx", full="1"))} == set(texts)
        feed = content(client.get("/feeds/recommendations.atom", query)).decode()
        assert re.findall(r"<id>tag:[^<]+:([^:<]+)</id>", feed.partition("<entry>")[2]) == expected[:ENTRIES]


def test_items_named_at_random_stand_in_that_order_everywhere(client: Client, specimen: None) -> None:
    """Recommendations and lettered items by turns; what is not there, and what was withdrawn, is named."""
    chance = random.Random(31)
    row = Recommendation.objects.filter(subparagraphs=None).order_by("pk").last()
    assert row is not None
    with following() as doing:
        doing.add(withdraw([row], "نُشرت قبل أوانها"))
    locators = [one.locator for one in Recommendation.objects.public()]
    letters = [one.locator for one in Subparagraph.objects.select_related("recommendation").public()]
    for _round in range(2):
        expected = chance.sample([*locators, *letters], 12)
        items = ",".join([*expected[:6], row.locator, *expected[6:], "nowhere.1.1"])

        def raw(ending: str, **more: str) -> bytes:
            return content(client.get(f"/list/export.{ending}", {"items": items, **more}))  # noqa: B023

        # A record of a lettered item is that of its recommendation, with `items`.
        told = told_by_all(raw)
        whole = [one if one in locators else one.rpartition(".")[0] for one in expected]
        assert (told.pop("json"), told.pop("jsonl")) == (whole, whole)
        assert told == dict.fromkeys(set(PLACES) - {"json", "jsonl"}, expected)
        for ending in ("csv", "json", "jsonl", "xml", "ris", "bib", "csl.json", "html"):
            file = raw(ending).decode()
            assert (row.locator in file, "nowhere.1.1" in file, row.text[:40] in file) == (True, True, False), ending
        for ending in ("docx", "xlsx"):
            with zipfile.ZipFile(io.BytesIO(raw(ending))) as package:
                file = "".join(package.read(name).decode() for name in package.namelist() if name.endswith(".xml"))
            assert (row.locator in file, "nowhere.1.1" in file, row.text[:40] in file) == (True, True, False), ending


#: Where each format names a recommendation, or the lettered item that was asked for.
PLACES = {
    "xml": r'<(?:sub)?paragraph [^>]*?wId="([^"]+)"',
    "html": r'<article id="([^"]+)"',
    "ris": r"^ID  - (\S+)",
    "bib": r"^@techreport\{(\S+),",
    "csl.json": r'"id": "([^"]+)"',
    "csv": "", "xlsx": "", "json": "", "jsonl": "",
}  # fmt: skip


def told_by_all(raw: Callable[..., bytes]) -> dict[str, list[str]]:
    """Of every format the locators in its order."""
    machine = list(csv.reader(io.StringIO(raw("csv", **{"for": "machine"}).decode())))
    found = {
        "csv": [row[0] for row in machine[1:] if row[1:] and row[1]],
        "xlsx": [str(row[0]) for row in xlsx_rows(raw("xlsx"))[1:]],
        "json": [one["locator"] for one in json.loads(raw("json"))["results"]],
        "jsonl": [json.loads(line)["locator"] for line in raw("jsonl").splitlines()],
    }
    for ending, place in PLACES.items():
        if place:
            found[ending] = re.findall(place, raw(ending).decode(), re.MULTILINE)
    # In Akoma Ntoso the letters of a whole recommendation stand within it, and one alone within its recommendation.
    found["xml"] = _whole(raw("xml").decode())
    return found


def _whole(file: str) -> list[str]:
    """Recommendations that are given whole, and lettered items that are given alone."""
    found = []
    for paragraph in re.findall(r"<paragraph .*?</paragraph>", file, re.DOTALL):
        own, *letters = re.findall(r'wId="([^"]+)"', paragraph)
        row = Recommendation.objects.get(locator=own)
        found += [own] if not letters or len(letters) == row.subparagraphs.count() else letters
    return found


def test_five_hundred_texts_of_meetings_by_turns_are_a_paper_with_a_heading_at_each_turn(client: Client) -> None:
    first = fill()[0]
    meetings = [first.meeting, factories.make_meeting(3, body=first.meeting.body)]
    made = Recommendation.objects.bulk_create(
        Recommendation(
            meeting=meetings[place % 2], number=100 + place, copy=1, text=f"النص {place}.", chapeau=f"النص {place}.",
            printed_text=f"النص {place}.", locator=f"{meetings[place % 2].slug}.{100 + place}",
        )
        for place in range(500)
    )  # fmt: skip
    items = ",".join(row.locator for row in made)
    read = entries(content(client.post("/list/export.docx", {"items": items})))
    assert [(entry.number, entry.chapeau) for entry in read] == [(str(row.number), row.chapeau) for row in made]
    assert len({entry.heading for entry in read}) == 500
