"""The Nu HTML checker (https://validator.github.io/validator/) finds no error in any kind of page."""

import json
import re
import subprocess
from pathlib import Path
from urllib.parse import quote, unquote

import pytest
from django.test import Client
from pytest_django import Settings

from archive.search.entries import rebuild_index
from tests import surroundings
from tests.views.test_every_page import PATHS, fill

QUERIES = ("?q=القناة&view=table", "?meeting=itc-conf-wg1.1&view=text", "?q=زرقشلاندية&x=1", "?q=القناة&exact=1")
MORE = [
    *(f"/recommendations/{query}" for query in QUERIES),
    "/recommendations/export.zip",
    "/documents/?q=القناة",
    "/api/v1/docs/",
    "/recommendations/?q=" + "a" * 8_200,
]
PASTED = {"text": "التوصية 1 من الاجتماع الأول، والتوصية 99 منه، والاجتماع الخمسون، والوثيقة A/RES/74/148."}
BROKEN = ["/fails/", "/forbids/", "/suspects/"]
#: Messages of the checker where it is behind the standard: a pattern, and why it is no fault of ours.
BEHIND: dict[str, str] = {}


@pytest.fixture(scope="module")
def checker() -> list[str]:
    command = surroundings.html_checker()
    if command is None:
        pytest.skip(surroundings.NO_CHECKER)
    return command


def errors_in(folder: Path, checker: list[str]) -> list[str]:
    """«address, line: message» for every error and warning in the pages of the folder."""
    told = subprocess.run(
        [*checker, "--format", "json", "--exit-zero-always", *map(str, sorted(folder.glob("*.html")))],
        capture_output=True, text=True, timeout=300, check=True,
    ).stderr  # fmt: skip
    return [
        f"{unquote(Path(unquote(one.get('url', '?'))).stem)}, {one.get('lastLine')}: {one['message']}"
        for one in json.loads(told)["messages"]
        if not any(re.search(pattern, one["message"]) for pattern in BEHIND)
    ]


def keep(folder: Path, path: str, page: bytes) -> None:
    """Under the beginning of its address: no name of a file holds a long one."""
    (folder / f"{quote(path[:90], safe='')}.html").write_bytes(page)


@pytest.mark.django_db
def test_no_page_has_an_error(checker: list[str], tmp_path: Path, settings: Settings) -> None:
    settings.ROOT_URLCONF = "tests.config.test_errors"
    fill(3)
    rebuild_index()
    visitor = Client(raise_request_exception=False)
    for prefix in ("", "/en"):
        for path in (*PATHS, *MORE):
            keep(tmp_path, prefix + path, visitor.get(prefix + path).content)
        keep(tmp_path, f"{prefix} pasted", visitor.post(f"{prefix}/resolve/", PASTED).content)
    for path in BROKEN:
        keep(tmp_path, path, visitor.get(path).content)
    assert len(list(tmp_path.glob("*.html"))) == 2 * len([*PATHS, *MORE, "pasted"]) + len(BROKEN)
    assert errors_in(tmp_path, checker) == []


def test_the_checker_would_find_an_error(checker: list[str], tmp_path: Path) -> None:
    (tmp_path / "wrong.html").write_text('<!DOCTYPE html><html lang="ar"><title>x</title><p><div></div></p></html>')
    assert errors_in(tmp_path, checker) == ["wrong, 1: No “p” element in scope but a “p” end tag seen."]
