"""Every text of every row is written by somebody who means harm: no page, file or form makes markup of it."""

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import User
from django.db import DataError, IntegrityError, models, transaction
from django.db.models import F, Value
from django.db.models.functions import Concat
from django.test import Client
from django.urls import reverse

from archive.models import Recommendation
from archive.record.state import raise_data_version
from archive.search.entries import rebuild_index
from tests.views.test_every_page import PATHS, fill

#: Ends an attribute, a tag, a script, a comment and a text of XML, and is a template, a format and a formula.
HOSTILE = "'\"--></script></title></textarea>]]><img src=x onerror=alert(1)><i id=hostile>{{ 7|add:7 }}%(x)s{x}"
#: Decide where a row is found, or are no text: addresses, codes, digests.
_KEPT = {"slug", "locator", "language", "original_language", "kind", "digest", "token", "source_sha256", "standing"}
_KEPT |= {"index_version", "index_build", "exact", "stem", "place", "value", "given", "decision", "key", "words"}


class Markup(HTMLParser):
    """What of the hostile text became an element, an attribute or a script."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if given.get("id") == "hostile" or any(name.startswith("on") for name in given):
            self.found.append(f"<{tag}>")
        for name in ("href", "src", "action", "formaction"):
            if re.match(r"\s*(javascript|data:text|vbscript)", given.get(name) or "", re.IGNORECASE):
                self.found.append(f"{tag} {name}")
        self.inside = tag if tag == "script" and not given.get("src") else ""
        self.kind = given.get("type") or ""

    def handle_data(self, data: str) -> None:
        if self.inside and data.strip():
            # A block of data is whole and is JSON; a script, which the one page alone has, holds no data.
            if self.kind in ("application/ld+json", "application/json"):
                json.loads(data)
            elif "alert" in data:
                self.found.append("script")

    def handle_endtag(self, tag: str) -> None:
        self.inside = ""


@pytest.fixture
def hostile(db: None) -> set[str]:
    """The fields that were filled so."""
    fill(1)
    filled = set()
    for model in apps.get_app_config("archive").get_models():
        for field in model._meta.concrete_fields:
            is_text = isinstance(field, models.CharField | models.TextField) and not field.choices
            if is_text and field.name not in _KEPT:
                try:
                    with transaction.atomic():
                        rows = model._default_manager.update(
                            **{field.name: Concat(F(field.name), Value(HOSTILE), output_field=field)}
                        )
                except (IntegrityError, DataError):
                    continue
                filled |= {f"{model.__name__}.{field.name}"} if rows else set()
    rebuild_index()
    raise_data_version()
    return filled


def _wrong(client: Client, address: str) -> tuple[int, list[str]]:
    response = client.get(address)
    body = b"".join(response.streaming_content) if response.streaming else response.content
    text = body.decode()
    reader = Markup()
    kind = response.headers["Content-Type"]
    if "html" in kind:
        reader.feed(text)
    elif "xml" in kind:
        reader.found += [one.tag for one in ElementTree.fromstring(text).iter() if one.get("id") == "hostile"]
    elif "json" in kind:
        json.loads(text)
    # A template that was made of data would have counted; a message that was would have failed.
    return response.status_code, [*reader.found, *(["14"] if "<i id=hostile>14" in text or "&gt;14%(" in text else [])]


def _public() -> Iterator[str]:
    files = ("html", "xml", "json", "csl.json")
    feeds = ("/feeds/recommendations.atom", "/feeds/reported.atom?item=itc-conf-wg1.1.1", "/sitemap.xml")
    lists = [f"/api/v1/{one}/" for one in ("recommendations", "meetings", "documents", "topics")]
    yield from (*PATHS, "/en/recommendations/itc-conf-wg1.1.1/", "/en/meetings/itc-conf-wg1.1/", "/en/topics/locks/")
    yield from ("/recommendations/?q=onerror", "/documents/?q=onerror", "/recommendations/?q=%3Cimg%20src%3Dx%3E")
    yield from (*feeds, *lists, "/suggestions?q=img")
    yield from (f"/recommendations/export.{one}" for one in files)


def test_readers_get_no_markup_of_data(client: Client, hostile: set[str]) -> None:
    shown = {"Recommendation.chapeau", "Meeting.note", "Document.title", "Topic.description_ar", "Body.name_ar"}
    assert shown <= hostile
    assert "&lt;img src=x onerror=alert(1)&gt;" in client.get("/recommendations/itc-conf-wg1.1.1/").content.decode()
    told = {path: _wrong(client, path) for path in _public()}
    assert {path: one for path, one in told.items() if one[1] or one[0] not in (200, 302, 404)} == {}


def test_staff_get_no_markup_of_data(client: Client, hostile: set[str]) -> None:
    client.force_login(User.objects.create_superuser("amina", password="x"))
    paths = [reverse("admin:index")]
    for model in admin.site._registry:
        if model._meta.app_label == "archive":
            name = f"admin:archive_{model._meta.model_name}"
            paths.append(reverse(f"{name}_changelist"))
            if (row := model._default_manager.order_by("pk").first()) is not None:
                paths += [reverse(f"{name}_change", args=[row.pk]), reverse(f"{name}_history", args=[row.pk])]
                paths.append(reverse(f"{name}_delete", args=[row.pk]))
    row = Recommendation.objects.first()
    assert row is not None
    paths.append(row.get_absolute_url())
    told = {path: _wrong(client, path) for path in paths}
    assert {path: one for path, one in told.items() if one[1] or one[0] not in (200, 302, 403)} == {}
    assert len(paths) > 60
