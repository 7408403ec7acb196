"""The same name of a link never leads to two places on a page, and headings never jump."""

from collections import defaultdict
from pathlib import Path
from urllib.parse import urljoin

import pytest
from django.core.management import call_command
from django.test import Client

from archive.models import Article, Document, Meeting, Recommendation, Topic
from tests.views.page import Page
from tests.views.test_every_page import PATHS, fill

_FACES = ("{}", "{}?text=printed", "{}?source=beside", "{}lineage/")
_LISTS = (
    "/",
    "/recommendations/",
    "/recommendations/?view=text&page_size=100",
    "/recommendations/?view=table&page_size=100",
    "/meetings/",
    "/documents/",
    "/topics/",
    "/articles/",
    "/matrix/",
    "/about/",
    "/data/",
    "/compare/",
    "/resolve/",
    "/list/",
    "/nowhere/",
)


def shared_names(page: Page, path: str) -> dict[str, set[str]]:
    """Name → the places it leads to, where these are several; and links without a name, under «»."""
    places = defaultdict(set)
    for link in page.all("a"):
        if "href" in link.attributes:
            places[link.called].add(urljoin(path, link.attributes["href"]))
    return {name: found for name, found in places.items() if len(found) > 1 or not name}


def jumps(page: Page) -> list[tuple[int, int]]:
    """From what level to what level headings go down by more than one."""
    levels = [int(one.name[1]) for one in page.elements if one.name in ("h1", "h2", "h3", "h4", "h5", "h6")]
    return [(before, after) for before, after in zip([0, *levels], levels, strict=False) if after > before + 1]


def faults(client: Client, paths: list[str]) -> dict[str, list[object]]:
    """Path → what is wrong with it, in both languages; paths with nothing wrong are left out."""
    found = {}
    for path in [prefix + path for path in paths for prefix in ("", "/en")]:
        page = Page(client.get(path, follow=True))
        wrong = [*shared_names(page, path).items(), *jumps(page)]
        if wrong:
            found[path] = wrong
    return found


@pytest.mark.parametrize("size", [1, 3])
def test_every_kind_of_page_of_a_made_archive(client: Client, size: int) -> None:
    fill(size)
    assert faults(client, PATHS) == {}


@pytest.mark.once
def test_every_page_of_the_real_archive(client: Client, real_sources: Path) -> None:
    call_command("load_archive", str(real_sources), verbosity=0)
    paths = [*_LISTS, *(row.get_absolute_url() for kind in (Meeting, Document) for row in kind.objects.all())]
    paths += [f"/topics/{topic.slug}/" for topic in Topic.objects.all()]
    paths += [f"/articles/{one.instrument.slug}/{one.number}/" for one in Article.objects.select_related("instrument")]
    recommendations = list(Recommendation.objects.select_related("meeting").order_by("meeting__start", "number"))
    own = [row.get_absolute_url() for row in recommendations]
    paths += [face.format(path) for face in _FACES for path in own[::4]] + own
    locators = [row.locator for row in recommendations[::6]]
    paths += [f"/list/?items={','.join(locators)}", f"/compare/?a={locators[0]}&b={locators[1]}"]
    assert faults(client, paths) == {}
