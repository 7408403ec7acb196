"""export_site: the public pages in a folder; every link of every page leads to a file, and a browser searches them."""

import io
import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import unquote, urlsplit

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import transaction
from django.urls import reverse
from django.utils import translation

from archive.giving.site import writing
from archive.giving.site.addresses import SitePlace, followed, read_target, relative
from archive.giving.site.markup import parse, write
from archive.giving.sitemap import read_places
from archive.models import Recommendation
from tests import factories
from tests.giving.archives import fill

if TYPE_CHECKING:
    from playwright.sync_api import Page as BrowserPage

pytestmark = pytest.mark.django_db
OWN = "http://testserver"


def export(folder: Path) -> str:
    told = io.StringIO()
    call_command("export_site", str(folder), "--site", OWN, stdout=told)
    return told.getvalue().strip()


class Crawled(HTMLParser):
    """What a page in a folder leads to and what it is named by."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.links: list[str] = []
        self.names: set[str] = set()
        self.open: list[str] = []
        self.feed(path.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        self.names.add(told.get("id", ""))
        if tag != "link" or told["rel"] == "stylesheet":
            self.links += [told[name] for name in ("href", "src", "action", "formaction") if name in told]


def broken(folder: Path) -> Iterator[str]:
    """Links of pages below the folder that lead to no file, or to a place that its page does not have."""
    pages = {path: Crawled(path) for path in folder.rglob("*.html") if not path.name.startswith("export.")}
    for path, page in pages.items():
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme in ("https", "http", "mailto", "data") or not link:
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            named = unquote(parts.fragment) in pages[target].names if target in pages and parts.fragment else True
            if link.startswith("/") or not target.is_file() or not named:
                yield f"{path.relative_to(folder)}: {link}"


class Exported(NamedTuple):
    """The specimen as a folder, what the command said of it, and what it was made of."""

    folder: Path
    told: str
    places: list[tuple[str, Any]]
    texts: list[tuple[str, str]]


@pytest.fixture(scope="module")
def exported(django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory) -> Exported:
    """Loaded and written once; nothing of it is left in the database."""
    folder = tmp_path_factory.mktemp("exported") / "site"
    with django_db_blocker.unblock(), transaction.atomic(), translation.override("ar"):
        call_command("load_archive", str(settings.BASE_DIR / "sources"), verbosity=0)
        places = [(route, arguments) for route, arguments, _changed in read_places()]
        texts = list(Recommendation.objects.in_official_order().values_list("locator", "text"))
        told = export(folder)
        transaction.set_rollback(True)
    return Exported(folder, told, places, texts)


def test_every_link_of_every_page_leads_to_a_file(exported: Exported) -> None:
    folder = exported.folder
    assert list(broken(folder)) == []
    files = [path for path in folder.rglob("*") if path.is_file()]
    mark = json.loads((folder / writing.MARK).read_text())
    size = sum(path.stat().st_size for path in files if path.name != writing.MARK)
    assert exported.told == f"{folder}: {mark['pages']} pages, {len(files) - 1} files, {size} bytes"
    assert (mark["site"], mark["bytes"]) == (OWN, size)
    # Every public page lies at its address, in both languages, but for the one that is nothing without a server.
    for route, arguments in exported.places:
        for language, _name in settings.LANGUAGES:
            with translation.override(language):
                path = reverse(route, args=arguments)
            assert (folder / SitePlace(path).file).is_file() == (route != "resolve"), path


def test_nothing_of_staff_is_in_it(client: object, tmp_path: Path) -> None:
    fill()
    factories.make_state()
    factories.make_user("amina-of-the-desk")
    export(tmp_path / "site")
    for path in (tmp_path / "site").rglob("*"):
        content = path.read_bytes() if path.is_file() else b""
        for word in (b"/admin/", b"amina-of-the-desk", b"csrfmiddlewaretoken", b"decided_by"):
            assert word not in content, path


def test_it_says_what_it_is_and_gives_no_keys_that_want_a_server(client: object, tmp_path: Path) -> None:
    rows = fill()
    factories.make_state()
    export(tmp_path / "site")
    place = SitePlace(rows[0].get_absolute_url())
    page = (tmp_path / "site" / place.file).read_text("utf-8")
    assert re.findall(r'role="note"><span class="page">(.{24})', page) == ["نسخة ثابتة من الأرشيف، ب"]
    english = (tmp_path / "site" / "en" / place.file).read_text("utf-8")
    assert re.findall(r'role="note"><span class="page">(.{36})', english) == ["A fixed copy of the archive, made on"]
    tree = parse(page)
    assert [one for one in tree.walk() if "data-pick" in one.attributes or one.has_class("give")] == []
    assert not [one for one in tree.walk() if one.name == "a" and not one.get("href")]


def test_an_earlier_export_is_replaced_whole_and_nothing_else_is_touched(client: object, tmp_path: Path) -> None:
    fill()
    factories.make_state()
    folder = tmp_path / "site"
    folder.mkdir()
    export(folder)
    (folder / "left-over.html").write_text("of an earlier one")
    Recommendation.objects.filter(meeting__number=2).delete()
    export(folder)
    assert not (folder / "left-over.html").exists()
    assert not (folder / "recommendations" / "itc-conf-wg1.2.1").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
    (folder / writing.MARK).unlink()
    with pytest.raises(CommandError, match="holds other files"):
        export(folder)
    with pytest.raises(CommandError, match="is a file"):
        export(folder / "index.html")
    assert (folder / "index.html").is_file()


def test_whoever_stops_it_keeps_the_earlier_export(
    client: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill()
    factories.make_state()
    folder = tmp_path / "site"
    export(folder)
    before = (folder / writing.MARK).read_text()

    def stop(*_arguments: object) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr(writing, "rewrite", stop)
    with pytest.raises(KeyboardInterrupt):
        export(folder)
    assert (folder / writing.MARK).read_text() == before
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
    # Killed between the moves: the earlier one is found beside its name, and comes back.
    folder.rename(tmp_path / ".site.former")
    with pytest.raises(KeyboardInterrupt):
        export(folder)
    assert (folder / writing.MARK).read_text() == before


@pytest.mark.parametrize("site", ["archive.example.org", "ftp://archive.example.org"])
def test_a_site_that_is_no_address_is_refused(site: str, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="--site takes the address"):
        call_command("export_site", str(tmp_path / "site"), "--site", site)
    with pytest.raises(CommandError, match="ALLOWED_HOSTS"):
        call_command("export_site", str(tmp_path / "site"), "--site", "https://elsewhere.example")
    assert list(tmp_path.iterdir()) == []


def test_a_browser_opens_it_from_the_folder_and_searches(exported: Exported, page: "BrowserPage") -> None:
    complaints: list[str] = []
    page.on("pageerror", lambda fault: complaints.append(str(fault)))
    page.context.set_offline(True)
    page.goto((exported.folder / "index.html").as_uri())
    locator, text = exported.texts[0]
    word = max(text.split(), key=len).strip("،.؛:()")
    page.fill("form[role=search] input[name=q]", word)
    page.press("form[role=search] input[name=q]", "Enter")
    page.wait_for_url("**/recommendations/index.html?*")
    shown = page.locator("article:visible")
    assert page.input_value("#q") == word
    assert 0 < shown.count() < len(exported.texts)
    page.locator(f"[data-locator='{locator}'] small a").click()
    page.wait_for_url(f"**/{locator}/index.html")
    page.click("#other-language")
    page.wait_for_url(f"**/en/recommendations/{locator}/index.html")
    assert page.locator("html").get_attribute("dir") == "ltr"
    assert page.locator("header.site").evaluate("one => getComputedStyle(one).borderBlockEndStyle") != ""
    assert complaints == []


@pytest.mark.parametrize(
    ("link", "path", "view", "query"),
    [
        ("/meetings/", "/meetings/", "", ()),
        (f"{OWN}/meetings/?page=2#x", "/meetings/", "page=2", ()),
        ("?text=printed", "/documents/a/", "text=printed", ()),
        ("?page=1", "/documents/a/", "", ()),
        ("/recommendations/?q=a+b&view=text", "/recommendations/", "", (("q", "a b"), ("view", "text"))),
    ],
)
def test_a_link_names_a_place(link: str, path: str, view: str, query: tuple[tuple[str, str], ...]) -> None:
    target = read_target(link, SitePlace("/documents/a/"), OWN)
    assert target is not None
    assert (target.place, target.query) == (SitePlace(path, view), query)
    assert read_target("https://docs.un.org/ar/A", SitePlace("/"), OWN) is None


def test_of_a_selection_only_what_gives_the_same_texts_is_followed() -> None:
    assert followed((("meeting", "a.1"), ("view", "text"))) == (("meeting", "a.1"),)
    assert followed((("topic", "a"), ("verb", "urged"))) is None
    assert followed((("topic", "a"), ("topic", "b"))) is None
    assert followed((("topic", "none"),)) is None


def test_a_way_leads_from_file_to_file() -> None:
    assert relative(SitePlace("/en/").file, SitePlace("/en/meetings/a.1/").file) == "../../index.html"
    assert relative(SitePlace("/a/", "page=2").file, SitePlace("/a/").file) == "page-2.html"


def test_what_is_not_touched_comes_out_as_it_went_in() -> None:
    page = '<!DOCTYPE html>\n<p lang="ar">a &amp; b&nbsp;<br><svg viewBox="0 0"><path d="M1 2"/></svg> <!-- x --></p>'
    assert write(parse(page)) == page.replace("viewBox", "viewbox")
