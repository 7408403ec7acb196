"""Citations as rispy, bibtexparser and json read them back."""

import io
import json
import re

import bibtexparser
import pytest
import rispy
from bibtexparser.middlewares import LatexDecodingMiddleware
from django.test import Client

from archive.models import Recommendation
from tests.giving.archives import DIFFICULT, fill
from tests.giving.reading import given

KEYS = [f"itc-conf-wg1.{number}" for number in ("1.1", "1.2", "1.5", "1.5-2", "2.1")]


def ris(client: Client, query: str = "") -> list[dict[str, object]]:
    return rispy.load(io.StringIO(given(client, f"/recommendations/export.ris{query}").decode()))


def bibtex(client: Client, query: str = "") -> bibtexparser.Library:
    text = given(client, f"/recommendations/export.bib{query}").decode()
    return bibtexparser.parse_string(text, append_middleware=[LatexDecodingMiddleware()])


def test_ris_has_all_facts(client: Client) -> None:
    fill()
    first, second, *rest = ris(client)
    assert first == {
        "type_of_reference": "RPRT",
        "id": "itc-conf-wg1.1.1",
        "title": "فريق القنوات، الاجتماع الأول، التوصية الأولى",
        "authors": ["فريق القنوات"],
        "year": "2011",
        "date": "2011/06/01",
        "place_published": "فيينا",
        "publisher": "الأمم المتحدة",
        "note": "ITC/CONF/WG.1/2019/5",
        "secondary_title": Recommendation.objects.first().document.title,  # type: ignore[union-attr]
        "section": "1",
        "language": "ar",
        "urls": ["http://testserver/recommendations/itc-conf-wg1.1.1/"],
        "abstract": DIFFICULT,
    }
    assert second["abstract"] == "ينبغي: (أ) الأولى؛ (ب) الثانية؛ (ج) الثالثة."
    assert ["itc-conf-wg1.1.1", second["id"], *(one["id"] for one in rest)] == KEYS


def test_bibtex_gives_the_text_back_from_the_signs_of_tex(client: Client) -> None:
    fill()
    library = bibtex(client)
    assert library.failed_blocks == []
    assert [entry.key for entry in library.entries] == KEYS
    first = library.entries[0]
    assert first.entry_type == "techreport"
    assert first["abstract"] == DIFFICULT
    assert first["author"].strip("{}") == "فريق القنوات"
    assert (first["year"], first["month"], first["number"]) == ("2011", "6", "ITC/CONF/WG.1/2019/5")
    assert first["url"] == "http://testserver/recommendations/itc-conf-wg1.1.1/"


@pytest.mark.parametrize("text", ["100 % & 5 $ # a_b {c} ~ ^ \\d", "}", "\\"])
def test_signs_of_tex_are_escaped(client: Client, text: str) -> None:
    row = fill()[0]
    Recommendation.objects.filter(pk=row.pk).update(text=text)
    library = bibtex(client, "?items=itc-conf-wg1.1.1")
    assert library.failed_blocks == []
    raw = given(client, "/recommendations/export.bib?items=itc-conf-wg1.1.1").decode()
    abstract = re.search(r"abstract = \{(.*)\}\n\}", raw)
    assert abstract
    # As TeX reads it: a sign after a backslash is itself, a name is what it is called.
    named = {r"\textbackslash{}": "\\", r"\textasciitilde{}": "~", r"\textasciicircum{}": "^"}
    pieces = re.findall(r"\\text[a-z]+\{\}|\\.|.", abstract[1])
    assert "".join(named.get(piece, piece[-1]) for piece in pieces) == text


def test_what_the_archive_does_not_have_is_named_in_every_format(client: Client) -> None:
    fill()
    query = "?items=itc-conf-wg1.1.5,itc-conf-wg1.9.9,itc-conf-wg1.1.1"
    sentence = "لا توصية في الأرشيف بهذه المعرّفات: itc-conf-wg1.9.9."
    first, second = ris(client, query)
    assert (first["id"], first["notes"], "notes" in second) == (KEYS[2], [sentence], False)
    one, other = json.loads(given(client, f"/recommendations/export.csl.json{query}"))
    assert (one["id"], one["note"], "note" in other) == (KEYS[2], sentence, False)
    lines = given(client, f"/recommendations/export.jsonl{query}").decode().splitlines()
    whole, rest = (json.loads(line) for line in lines)
    assert (whole["locator"], whole["remarks"], "remarks" in rest) == (KEYS[2], [sentence], False)
    assert given(client, f"/recommendations/export.bib{query}").decode().startswith(f"% {sentence}\n")


def test_an_empty_file_of_citations_says_so_and_is_read_as_empty(client: Client) -> None:
    fill()
    query = "?items=itc-conf-wg1.9.9"
    assert ris(client, query) == bibtex(client, query).entries == []
    assert json.loads(given(client, f"/recommendations/export.csl.json{query}")) == []
    for ending in ("ris", "bib"):
        text = given(client, f"/recommendations/export.{ending}{query}").decode()
        assert "لا توصية في الأرشيف بهذه المعرّفات: itc-conf-wg1.9.9." in text


def test_csl_json_is_a_list_of_reports(client: Client) -> None:
    fill()
    items = json.loads(given(client, "/recommendations/export.csl.json"))
    assert [item["id"] for item in items] == KEYS
    assert items[0]["issued"] == {"date-parts": [[2011, 6, 1]]}
    assert items[0]["author"] == [{"literal": "فريق القنوات"}]
    assert items[0]["abstract"] == DIFFICULT
    assert items[1]["abstract"] == "ينبغي:\n(أ) الأولى؛\n(ب) الثانية؛\n(ج) الثالثة."


def test_a_lettered_item_is_cited_as_such(client: Client) -> None:
    fill()
    query = "?items=itc-conf-wg1.1.2.b"
    (one,) = ris(client, query)
    assert one["title"] == "فريق القنوات، الاجتماع الأول، التوصية الثانية (ب)"
    assert one["urls"] == ["http://testserver/recommendations/itc-conf-wg1.1.2/#b"]
    assert json.loads(given(client, f"/en/recommendations/export.csl.json{query}"))[0]["title"] == (
        "Working Group on Canals, First meeting, Recommendation 2 (b)"
    )


def test_nothing_is_a_valid_file(client: Client) -> None:
    fill()
    query = "?meeting=itc-conf-wg1.1&year=2012"
    assert ris(client, query) == []
    assert bibtex(client, query).entries == []
    assert json.loads(given(client, f"/recommendations/export.csl.json{query}")) == []


def test_all_that_is_loaded_is_read_back(client: Client, real_archive: None) -> None:
    rows = list(Recommendation.objects.in_official_order())
    expected = [(row.locator, " ".join(row.text.split())) for row in rows]
    assert [(one["id"], one["abstract"]) for one in ris(client)] == expected
    decoded = [(entry.key, " ".join(entry["abstract"].split())) for entry in bibtex(client).entries]
    assert [key for key, _text in decoded] == [key for key, _text in expected]
    items = json.loads(given(client, "/recommendations/export.csl.json"))
    assert [(item["id"], item["abstract"]) for item in items] == [(row.locator, row.text) for row in rows]
