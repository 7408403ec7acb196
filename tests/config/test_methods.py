"""Walks the table of addresses: what an address does not take it refuses with 405, before any token is looked for."""

import re
from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

#: Values for the parts of an address that are not fixed: nothing has these names, and no view is reached.
_PART = re.compile(r"<(?:\w+:)?\w+>")
READING = "GET, HEAD"
FORMS = "GET, HEAD, POST"
WRITING = ("PUT", "PATCH", "DELETE")
UNHEARD = ("TRACE", "CONNECT", "PROPFIND")


def addresses(patterns: list[URLPattern | URLResolver], before: str = "/") -> Iterator[tuple[str, URLPattern]]:
    for pattern in patterns:
        route = _PART.sub("1", str(pattern.pattern)).lstrip("^").rstrip("$").replace(r"\Z", "")
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern.url_patterns, before + route)
        else:
            yield before + route, pattern


def posts(pattern: URLPattern) -> bool:
    return bool(getattr(pattern.callback, "takes_post", False))


EVERY = sorted({(path, posts(one)) for path, one in addresses(get_resolver().url_patterns)})
PUBLIC = [(path, takes) for path, takes in EVERY if not path.startswith(("/api/", "/admin/"))]
OF_PROGRAMS = [path for path, _takes in EVERY if path.startswith("/api/")]
OF_STAFF = [path for path, _takes in EVERY if path.startswith("/admin/") and "(" not in path]


def refused(client: Client, method: str, path: str) -> tuple[int, str | None]:
    response = client.generic(method, path)
    return response.status_code, response.headers.get("Allow")


def test_the_table_holds_what_it_held() -> None:
    """The walk finds the addresses: as few as none would pass what follows."""
    assert [len(found) > least for found, least in ((PUBLIC, 40), (OF_PROGRAMS, 11), (OF_STAFF, 60))] == [True] * 3
    assert {path for path, takes in PUBLIC if takes} == {
        "/resolve/",
        "/recommendations/export.1",
        "/recommendations/1/export.1",
        "/meetings/1/export.1",
        "/topics/1/export.1",
        "/articles/1/1/export.1",
        "/list/",
        "/list/export.1",
        "/requests/export.1",
    }


@pytest.mark.parametrize("method", (*WRITING, "OPTIONS"))
def test_no_public_address_takes_what_writes(method: str) -> None:
    client = Client(enforce_csrf_checks=True)
    wrong = {path: refused(client, method, path) for path, takes in PUBLIC}
    assert wrong == {path: (405, FORMS if takes else READING) for path, takes in PUBLIC}


def test_a_page_that_is_only_read_takes_no_form_and_asks_for_no_token() -> None:
    client = Client(enforce_csrf_checks=True)
    read_only = [path for path, takes in PUBLIC if not takes]
    assert {path: refused(client, "POST", path) for path in read_only} == dict.fromkeys(read_only, (405, READING))


@pytest.mark.parametrize("method", UNHEARD)
def test_what_nobody_knows_and_trace_are_refused_everywhere(client: Client, method: str) -> None:
    everywhere = [path for path, _takes in EVERY] + ["/nowhere/", "/static/js/site.js"]
    assert {path: refused(client, method, path) for path in everywhere} == dict.fromkeys(everywhere, (405, READING))


@pytest.mark.parametrize("method", WRITING)
def test_the_interface_for_programs_refuses_in_json(client: Client, method: str) -> None:
    answers = {path: client.generic(method, path) for path in OF_PROGRAMS}
    assert {path: (one.status_code, list(one.json())) for path, one in answers.items()} == dict.fromkeys(
        OF_PROGRAMS, (405, ["errors"])
    )


@pytest.mark.parametrize("method", (*WRITING, "OPTIONS"))
def test_pages_of_staff_take_forms_only(client: Client, method: str) -> None:
    assert {path: refused(client, method, path) for path in OF_STAFF} == dict.fromkeys(OF_STAFF, (405, FORMS))


def test_the_refusal_is_a_sentence_in_both_languages_with_the_headers_of_every_answer(client: Client) -> None:
    response = client.post("/meetings/")
    assert response.content.decode() == (
        "لا يُقبل هذا الطلب في هذا الرابط.\nThis address does not take such a request.\n"
    )
    assert response.headers["Content-Security-Policy"].startswith("default-src 'self'")
