"""The page for a room without network: all texts at opening, a search of its own, in Chromium from a file."""

import hashlib
import re
from pathlib import Path
from typing import TYPE_CHECKING

from django.test import Client

from archive.arabic.normalize import bare
from archive.giving.one_page.words import build_table, family_of
from archive.models import Recommendation
from tests.giving.archives import DIFFICULT, fill
from tests.giving.reading import given
from tests.views.page import Page

if TYPE_CHECKING:
    from playwright.sync_api import Page as BrowserPage

MOST = 600_000


def test_all_texts_stand_in_the_html_in_their_order(client: Client) -> None:
    fill()
    shown = Page(client.get("/recommendations/export.html"))
    assert [one.attributes["data-locator"] for one in shown.all("article")] == [
        f"itc-conf-wg1.{number}" for number in ("1.1", "1.2", "1.5", "1.5-2", "2.1")
    ]
    texts = [element.words for element in shown.elements if "data-text" in element.attributes]
    assert texts[0] == DIFFICULT
    assert texts[1] == "ينبغي: (أ)الأولى؛ (ب)الثانية؛ (ج)الثالثة."
    assert shown.words("h2") == [
        "الاجتماع الأول، فيينا، 30 أيار/مايو إلى 1 حزيران/يونيه 2011",
        "الاجتماع الثاني، فيينا، 30 أيار/مايو إلى 1 حزيران/يونيه 2012",
    ]
    # Nothing comes from elsewhere.
    assert shown.links() == shown.links("link") == []
    assert not [one for one in shown.all("script") if "src" in one.attributes]


def test_its_face_says_the_digest_of_its_texts(client: Client) -> None:
    rows = fill()
    page = given(client, "/recommendations/export.html").decode()
    told = re.search(r"SHA-256 ([0-9a-f]{64})", page)
    lines = "".join(f"{row.locator}\t{Recommendation.objects.get(pk=row.pk).text}\n" for row in rows)
    assert told
    assert told[1] == hashlib.sha256(lines.encode()).hexdigest()


def test_the_real_archive_is_light_enough_to_be_mailed(client: Client, real_archive: None) -> None:
    assert len(given(client, "/recommendations/export.html")) < MOST


def test_words_of_one_root_are_near_and_its_bare_word_is_not() -> None:
    assert family_of("تدرب") == family_of("مدرب") == "+درب"
    assert family_of("درب") == "درب"
    assert build_table(["التدريب والمدربين"]).splitlines() == [
        "+درب تدريب التدريب",
        "+درب مدرب مدربين والمدربين",
    ]


def open_page(client: Client, page: "BrowserPage", folder: Path, path: str) -> list[str]:
    """From a file, without network; gives what the page complained of."""
    (folder / "page.html").write_bytes(given(client, path))
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda fault: complaints.append(str(fault)))
    page.context.set_offline(True)
    page.goto((folder / "page.html").as_uri())
    return complaints


def shown(page: "BrowserPage") -> list[str]:
    found = page.locator("article:visible").evaluate_all("all => all.map(one => one.dataset.locator)")
    return [str(one) for one in found]


def test_it_narrows_as_one_types_without_network(
    client: Client, real_archive: None, page: "BrowserPage", tmp_path: Path
) -> None:
    complaints = open_page(client, page, tmp_path, "/recommendations/export.html")
    rows = list(Recommendation.objects.in_official_order())
    assert shown(page) == [row.locator for row in rows]
    page.fill("#q", "تدريب")
    # With vowel marks or without, and nothing about «دروب».
    assert shown(page) == [row.locator for row in rows if re.search("تدريب|[مت]درب", bare(row.text))]
    page.select_option("#meeting", "ctoc-cop-wg7.5")
    assert {locator.rpartition(".")[0] for locator in shown(page)} == {"ctoc-cop-wg7.5"}
    assert page.locator("#told").inner_text() == f"المعروض {len(shown(page))} من 171"
    page.fill("#q", "")
    page.select_option("#meeting", "")
    page.click("#digits")
    assert page.locator("article h3").first.inner_text() == "١"
    assert complaints == []


def test_what_is_written_otherwise_is_found(
    client: Client, page: "BrowserPage", tmp_path: Path, browser: object
) -> None:
    fill()
    Recommendation.objects.filter(number=5, copy=1).update(chapeau="تدريب الخامسة.", text="تدريب الخامسة.")
    open_page(client, page, tmp_path, "/recommendations/export.html")
    for query, expected in (
        ("تشجع", ["1"]),
        ("interpol", ["1"]),
        ("الثالثه", ["2"]),
        ("18", ["1"]),
        ("الخامسة ايضا", ["5-2"]),
    ):
        page.fill("#q", query)
        assert shown(page) == [f"itc-conf-wg1.1.{number}" for number in expected], query
