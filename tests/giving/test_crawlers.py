"""What crawlers read: robots.txt, the sitemap, noindex where addresses have no end, the tags of a text's page."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from lxml import etree
from pytest_django import Settings

from archive.giving import sitemap
from tests.giving.archives import DIFFICULT, fill
from tests.giving.reading import given
from tests.views.page import Page

NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def addresses(client: Client, path: str = "/sitemap.xml") -> list[str]:
    return etree.fromstring(given(client, path)).xpath("//s:loc/text()", namespaces=NAMES)  # type: ignore[no-any-return]


def test_every_public_page_is_in_the_sitemap_in_both_languages_and_answers(client: Client) -> None:
    fill()
    found = [address.removeprefix("http://testserver") for address in addresses(client)]
    assert len(found) == len(set(found))
    arabic = {path for path in found if not path.startswith("/en/")}
    assert {path.removeprefix("/en") for path in found if path.startswith("/en/")} == arabic
    assert arabic >= {
        "/",
        "/recommendations/",
        "/recommendations/itc-conf-wg1.1.5-2/",
        "/meetings/itc-conf-wg1.2/",
    }
    assert {client.get(path).status_code for path in found} == {200}
    days = etree.fromstring(given(client, "/sitemap.xml")).xpath("//s:lastmod/text()", namespaces=NAMES)
    assert set(days) == {str(datetime.now(UTC).date())}


def test_a_large_archive_has_several_sitemaps(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    fill()
    whole = addresses(client)
    monkeypatch.setattr(sitemap, "PAGES_AT_ONCE", 6)
    monkeypatch.setattr("archive.views.crawlers.PAGES_AT_ONCE", 6)
    parts = addresses(client)
    assert parts[0] == "http://testserver/sitemap.xml?part=1"
    together = [
        address for part in parts for address in addresses(client, part.removeprefix("http://testserver"))
    ]
    assert together == whole
    assert client.get(f"/sitemap.xml?part={len(parts) + 1}").status_code == 404


def test_robots_names_the_sitemap_and_forbids_staff_alone(client: Client) -> None:
    assert given(client, "/robots.txt").decode().splitlines() == [
        "User-agent: *",
        "Disallow: /admin/",
        "",
        "Sitemap: http://testserver/sitemap.xml",
    ]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/recommendations/", []),
        ("/recommendations/?page=2", []),
        ("/recommendations/?meeting=itc-conf-wg1.1", ["noindex"]),
        ("/recommendations/?q=صون", ["noindex"]),
        ("/en/matrix/?rows=year", ["noindex"]),
        ("/list/?items=itc-conf-wg1.1.1", ["noindex"]),
        ("/compare/?a=itc-conf-wg1.1.1", ["noindex"]),
        ("/recommendations/itc-conf-wg1.1.1/", []),
        ("/recommendations/itc-conf-wg1.1.1/?text=printed", ["noindex"]),
    ],
)
def test_addresses_without_end_are_not_indexed(client: Client, path: str, expected: list[str]) -> None:
    fill()
    page = Page(client.get(path))
    assert [meta.attributes["content"] for meta in page.all("meta", name="robots")] == expected
    assert len(page.links("link", rel="canonical")) == 1


def test_the_page_of_a_text_says_what_managers_of_references_read(client: Client) -> None:
    fill()
    response = client.get("/recommendations/itc-conf-wg1.1.1/")
    page = Page(response)
    told = {
        one.attributes.get("name", one.attributes.get("property")): one.attributes["content"]
        for one in page.all("meta")
        if "content" in one.attributes
    }
    ours = ("og:", "twitter:", "citation_")
    assert {name: value for name, value in told.items() if str(name).startswith(ours)} == {
        "citation_title": "فريق القنوات، الاجتماع الأول، التوصية 1",
        "citation_author": "فريق القنوات",
        "citation_publication_date": "2011/06/01",
        "citation_technical_report_institution": "الأمم المتحدة",
        "citation_technical_report_number": "ITC/CONF/WG.1/2019/5",
        "citation_language": "ar",
        "citation_public_url": "http://testserver/recommendations/itc-conf-wg1.1.1/",
        "twitter:card": "summary",
        "og:title": "فريق القنوات، الاجتماع الأول، التوصية 1",
        "og:type": "article",
        "og:url": "http://testserver/recommendations/itc-conf-wg1.1.1/",
        "og:description": DIFFICULT,
        "og:site_name": "أرشيف التوصيات",
        "og:locale": "ar",
    }  # fmt: skip
    assert response["Link"] == '<http://testserver/recommendations/itc-conf-wg1.1.1/>; rel="cite-as"'
    alternates = {
        one.attributes["type"]: one.attributes["href"]
        for one in page.all("link", rel="alternate")
        if "type" in one.attributes
    }
    assert alternates["application/x-research-info-systems"] == "/recommendations/itc-conf-wg1.1.1/export.ris"
    assert alternates["application/json"] == "/api/v1/recommendations/itc-conf-wg1.1.1/"
    document = Page(client.get("/documents/itc-conf-wg1-2019-5/"))
    (number,) = document.all("meta", name="citation_technical_report_number")
    assert number.attributes["content"] == "ITC/CONF/WG.1/2019/5"


def test_the_manifest_reads_from_the_right(client: Client) -> None:
    told = json.loads(given(client, "/manifest.webmanifest"))
    assert (told["dir"], told["lang"], told["start_url"]) == ("rtl", "ar", "/")
    assert Page(client.get("/about/")).links("link", rel="manifest") == ["/manifest.webmanifest"]


def test_security_txt_names_the_contact_and_expires(client: Client, settings: Settings) -> None:
    settings.ARCHIVE_CONTACT = "archive@example.org"
    told = dict(
        line.split(": ", 1) for line in given(client, "/.well-known/security.txt").decode().splitlines()
    )
    assert told["Contact"] == "mailto:archive@example.org"
    assert told["Canonical"] == "http://testserver/.well-known/security.txt"
    expires = datetime.fromisoformat(told["Expires"])
    assert timedelta(days=30) < expires - datetime.now(UTC) < timedelta(days=365)
    settings.ARCHIVE_CONTACT = ""
    assert client.get("/.well-known/security.txt").status_code == 404


def test_the_search_box_is_described_in_both_languages(client: Client) -> None:
    assert b'template="http://testserver/recommendations/?q={searchTerms}"' in given(
        client, "/opensearch.xml"
    )
    assert b'template="http://testserver/en/recommendations/?q={searchTerms}"' in given(
        client, "/en/opensearch.xml"
    )
