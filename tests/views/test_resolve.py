"""The box for a pasted text, the interface and the command: one answer."""

import io
import json
import time
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from archive.api.resolving import RESOLVED_LIST
from tests import factories
from tests.views.page import Page as ShownPage

PAGE, API = "/resolve/", "/api/v1/resolve"
REC = "/recommendations/itc-conf-wg1.5.12/"


@pytest.fixture
def papers(db: None) -> None:
    body = factories.make_body("ITC/CONF/WG.1", name_ar="الفريق العامل المعني بالقنوات")
    meeting = factories.make_meeting(5, body=body)
    factories.make_recommendation(12, "ينبغي:", meeting=meeting, subparagraphs=("أول؛", "ثان."))
    factories.make_recommendation(13, meeting=meeting)
    factories.make_recommendation(12, meeting=factories.make_meeting(4, body=body))
    factories.make_meeting(6, body=body)
    factories.make_paragraph(factories.make_document("ITC/CONF/WG.1/2019/5", job_number="V.19-08455"), 32)
    factories.make_document("ITC/CONF/WG.1/2018/2", source_file="", source_sha256="")


TEXT = (
    "رحّب الفريق بالتوصيتين 12 و13 من الاجتماع الخامس (انظر ITC/CONF/WG.1/2019/5، الفقرة 32)، "
    "وبالتوصية 12، وبالوثيقة ITC/CONF/WG.1/2018/2، ولم يجد rec. 9.99 ولا الاجتماع السادس."
)
FOUND = [
    ("recommendation", "held", "itc-conf-wg1.5.12", []),
    ("recommendation", "held", "itc-conf-wg1.5.13", []),
    ("paragraph", "held", "itc-conf-wg1-2019-5#p32", []),
    ("recommendation", "ambiguous", None, ["itc-conf-wg1.4.12", "itc-conf-wg1.5.12"]),
    ("document", "known", "itc-conf-wg1-2018-2", []),
    ("recommendation", "unknown", None, []),
    ("meeting", "known", "itc-conf-wg1.6", []),
]


def post(client: Client, text: str) -> dict[str, list[dict[str, object]]]:
    found: dict[str, list[dict[str, object]]] = client.post(API, {"text": text}, content_type="application/json").json()
    return found


@pytest.mark.usefixtures("papers")
def test_the_interface_says_of_every_reference_what_is_stored(client: Client) -> None:
    found = post(client, TEXT)["references"]
    assert [(one["kind"], one["status"], one["locator"], one["candidates"]) for one in found] == FOUND
    assert [TEXT[one["start"] : one["end"]] for one in found] == [one["text"] for one in found]  # type: ignore[misc]
    assert found[0]["url"] == f"http://testserver{REC}"
    assert found[5]["url"] is None


@pytest.mark.usefixtures("papers")
def test_the_command_says_the_same(client: Client, tmp_path: Path) -> None:
    file = tmp_path / "paper.txt"
    file.write_text(TEXT)
    out = io.StringIO()
    call_command("resolve", str(file), "--json", stdout=out)
    told = json.loads(out.getvalue())["references"]
    assert [one["locator"] for one in told] == [one["locator"] for one in post(client, TEXT)["references"]]
    with pytest.raises(CommandError):
        call_command("resolve", str(tmp_path / "nothing.txt"))


@pytest.mark.usefixtures("papers")
def test_the_page_links_the_text_in_place_and_lists_what_it_cites(client: Client) -> None:
    html = client.post(PAGE, {"text": TEXT}).content.decode()
    both = "/list/?items=itc-conf-wg1.5.12,itc-conf-wg1.5.13"
    assert f'<a class="link" href="{both}" data-status="held">بالتوصيتين 12 و13 من الاجتماع الخامس</a>' in html
    assert html.count('<tr data-status="held">') == 3
    assert html.count('<tr data-status="unknown">') == 1
    assert client.get(PAGE).status_code == 200
    # A blank at either side of what parts the counts.
    counts = next(one.words for one in ShownPage(client.post(PAGE, {"text": TEXT})).all("p") if "ملتبس" in one.words)
    assert counts == "محفوظ: 3 · نصه غير متاح هنا: 2 · ملتبس: 1 · ليس في الأرشيف: 1"



@pytest.mark.usefixtures("papers")
def test_a_file_is_read_like_a_text(client: Client) -> None:
    file = io.BytesIO("rec. 5.12".encode("utf-16"))
    file.name = "paper.txt"
    assert f'href="{REC}"' in client.post(PAGE, {"file": file}).content.decode()
    picture = io.BytesIO(b"\x89PNG\r\n\x1a\n\x00\x00")
    picture.name = "paper.txt"
    assert client.post(PAGE, {"file": picture}).status_code == 400


@pytest.mark.usefixtures("papers")
def test_without_its_token_the_form_is_refused_and_the_interface_needs_none() -> None:
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(PAGE, {"text": TEXT}).status_code == 403
    assert strict.post(API, {"text": TEXT}, content_type="application/json").status_code == 200


@pytest.mark.parametrize(
    "text",
    [
        "", "\0\0", "\u202eالتوصية 12\u202c", "<script>alert(1)</script> rec 5.12 <img src=x onerror=alert(1)>",
        "התוצאה 12 第十二条 рекомендация 12", "\ud800", "﷽ ﻷ", "rec " * 5000, "(" * 50_000,
    ],
)  # fmt: skip
@pytest.mark.usefixtures("papers")
def test_no_text_is_an_error_and_none_is_executed(client: Client, text: str) -> None:
    assert client.post(API, json.dumps({"text": text}), content_type="application/json").status_code == 200
    response = client.post(PAGE, {"text": text.encode("utf-8", "replace").decode()})
    assert response.status_code == 200
    assert "<script>alert" not in response.content.decode()
    assert "<img src=x" not in response.content.decode()


@pytest.mark.usefixtures("papers")
def test_ten_megabytes_are_refused_with_a_sentence(client: Client) -> None:
    text = "a" * 10_000_000
    page = client.post(PAGE, {"text": text})
    assert (page.status_code, "أطول من ميغابايت" in page.content.decode()) == (413, True)
    answer = client.post(API, {"text": text}, content_type="application/json")
    assert (answer.status_code, list(answer.json()["errors"])) == (413, ["text"])


@pytest.mark.usefixtures("papers")
@pytest.mark.parametrize(("method", "body", "status"), [("get", None, 405), ("post", "[]", 400), ("post", "{", 400)])
def test_what_is_no_text_is_refused(client: Client, method: str, body: str | None, status: int) -> None:
    response = getattr(client, method)(API, body, content_type="application/json")
    assert response.status_code == status
    assert list(response.json()) == ["errors"]


@pytest.mark.usefixtures("papers")
def test_many_references_take_few_queries_and_little_time(client: Client, django_assert_max_num_queries) -> None:  # type: ignore[no-untyped-def]
    text = "".join(f"rec. {n % 90 + 1}.{n % 700 + 1} {'كلمة ' * 8}" for n in range(6000))
    began = time.process_time()
    with django_assert_max_num_queries(12):
        assert len(post(client, text)["references"]) == 6000
    assert time.process_time() - began < 5


def test_the_answer_has_the_fields_of_the_contract() -> None:
    inner = RESOLVED_LIST.schema["properties"]["references"]["items"]
    assert inner == {"$ref": "#/components/schemas/ResolvedReference"}


@pytest.mark.parametrize(("prefix", "sentence"), [("", "هذا أطول مما يُبحث فيه."), ("/en", "This is longer than")])
def test_what_is_too_long_for_a_search_stands_in_the_box_for_texts(
    client: Client, papers: None, prefix: str, sentence: str
) -> None:
    pasted = "التوصية 12 من الاجتماع الرابع " * 60
    response = client.get(f"{prefix}/recommendations/", {"q": pasted})
    page = ShownPage(response)
    assert response.status_code == 414
    assert page.words("p", class_="did")[0].startswith(sentence)
    form = page.one("form", class_="resolve")
    assert form.attributes["action"] == f"{prefix}/resolve/"
    assert page.one("textarea", name="text").text.strip() == pasted.strip()
    answer = client.get("/api/v1/recommendations/", {"q": pasted})
    assert (answer.status_code, list(answer.json()["errors"])) == (414, ["request"])


def test_a_long_search_that_fits_is_a_search_and_leads_there_too(client: Client, papers: None) -> None:
    response = client.get("/recommendations/", {"q": "صون القنوات المشتركة " * 30})
    assert response.status_code == 200
    assert "/resolve/" in ShownPage(response).links()
