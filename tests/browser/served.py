"""The archive of DATABASE_URL, served by script/server as people start it, and names out of it."""

import os
import signal
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager

from django.db.models import Count

from archive.models import Article, Document, LanguageText, Meeting, Recommendation, Topic
from tests.browser.kinds import Names
from tests.surroundings import ROOT


@contextmanager
def serving() -> Iterator[str]:
    """The address of script/server over what the database holds, until the end. RuntimeError if it does not start."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = subprocess.Popen(
        [ROOT / "script" / "server", "--no-load", "--port", str(port)], stdin=subprocess.DEVNULL, start_new_session=True
    )
    try:
        _wait(f"http://127.0.0.1:{port}/readyz", server)
        yield f"http://127.0.0.1:{port}"
    finally:
        if server.poll() is None:
            os.killpg(server.pid, signal.SIGTERM)
        server.wait(timeout=30)


def _wait(address: str, server: "subprocess.Popen[bytes]") -> None:
    end = time.monotonic() + 120
    while time.monotonic() < end and server.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=10):
                return
        except OSError:
            time.sleep(0.3)
    raise RuntimeError("script/server did not start; its reasons stand above.")


def telling_names(word: str = "الأطراف") -> Names:
    """Those of the fullest pages: most letters, most paragraphs, most recommendations. ValueError if there are none."""
    full = Recommendation.objects.annotate(size=Count("subparagraphs")).order_by("-size", "pk")
    meetings = Meeting.objects.annotate(size=Count("recommendations")).order_by("-size", "pk")
    documents = Document.objects.annotate(size=Count("paragraphs")).order_by("-size", "pk")
    known = documents.filter(source_file="").first()
    topic = Topic.objects.annotate(size=Count("assignments")).order_by("-size", "pk").first()
    articles = Article.objects.select_related("instrument").annotate(size=Count("citations"))
    article = articles.order_by("-size", "pk").first()
    if len(full[:2]) < 2 or not documents or topic is None or article is None:
        raise ValueError("The archive holds too little to look at. Run script/server once, then this again.")
    busiest = meetings[0]
    without = meetings.filter(size=0, body=busiest.body).first() or meetings.last()
    both = LanguageText.objects.filter(recommendation__isnull=False).order_by("pk").first()
    return Names(
        word=word,
        recommendation=full[0].locator,
        other=full[1].locator,
        meeting=busiest.slug,
        empty_meeting=without.slug,
        document=documents[0].slug,
        known_document=(known or documents[0]).slug,
        topic=topic.slug,
        article=f"{article.instrument.slug}/{article.number}",
        both_document=both.version.document.slug if both else documents[0].slug,
        both_recommendation=both.recommendation.locator if both and both.recommendation else full[0].locator,
    )
