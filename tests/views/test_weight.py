"""The first view of a page is light: with everything that it needs, as compressed as it is sent."""

import random
import re
from pathlib import Path

import brotli
import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from archive.arabic.lexicon import load_lexicon
from archive.search.entries import rebuild_index
from tests import factories
from tests.views.page import Page

#: Bytes as they are sent. A report of ninety paragraphs with the one style sheet and the one script that all pages have
#: takes 49,000; the other pages some 36,000.
MOST = 49_300
# What the browser takes by itself: no address in the page asks for it.
FILES = re.compile(r"^/static/([\w./-]+)$")
# As many words as the longest reports have, drawn from the known ones: a sentence repeated would weigh nothing.
PARAGRAPHS = 90
WORDS = 75


def text(number: int) -> str:
    chance = random.Random(number)
    return " ".join(chance.choices(sorted(load_lexicon().lemma_of), k=WORDS))


def sent(address: str) -> int:
    """The size of a static file as WhiteNoise keeps it for browsers that read brotli."""
    found = finders.find(FILES.sub(r"\1", address))
    return len(brotli.compress(Path(found).read_bytes(), quality=11))


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path", ["/", "/recommendations/", "/recommendations/itc-conf-wg1.1.1/", "/documents/itc-conf-wg1-2019-5/"]
)
def test_the_first_view_is_light(client: Client, path: str) -> None:
    meeting = factories.make_meeting(1)
    document = factories.make_document("ITC/CONF/WG.1/2019/5", meeting=meeting)
    for number in range(1, 41):
        factories.make_recommendation(number, text(-number), meeting=meeting)
    for number in range(1, PARAGRAPHS + 1):
        factories.make_paragraph(document, number, text(number))
    rebuild_index()
    page = Page(client.get(path))
    files = [
        *page.links("link", rel="stylesheet"),
        *(script.attributes["src"] for script in page.all("script") if "src" in script.attributes),
    ]
    assert len(files) <= 3
    weight = len(client.get(path, headers={"Accept-Encoding": "br"}).content)
    assert weight + sum(map(sent, files)) <= MOST
