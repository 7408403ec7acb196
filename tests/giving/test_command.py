"""export_recommendations: what the site gives out, from the command line; and what is left of a file half read."""

import io
import sys
import tempfile
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from archive.giving import formats
from tests.giving.archives import fill
from tests.giving.reading import entries, given

pytestmark = pytest.mark.django_db


def test_it_writes_what_the_site_gives(client: Client, tmp_path: Path) -> None:
    fill()
    told = io.StringIO()
    path = tmp_path / "list.csv"
    query = "?meeting=itc-conf-wg1.1&for=machine"
    call_command(
        "export_recommendations",
        *("--format", "csv", "--filter", query, "--output", str(path), "--site", "http://testserver"),
        stderr=told,
    )
    assert path.read_bytes() == given(client, f"/recommendations/export.csv{query}")
    assert told.getvalue().splitlines() == ["4 …", f"{path.stat().st_size} bytes"]
    assert list(tmp_path.iterdir()) == [path]


def test_a_paper_has_no_end_there_and_stands_alone_on_standard_output(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    fill()
    monkeypatch.setattr(formats, "MOST_IN_A_PAPER", 2)
    call_command("export_recommendations", "--format", "docx", "--lang", "en", stderr=io.StringIO())
    sys.stdout.flush()
    read = entries(capfdbinary.readouterr().out)
    assert [entry.number for entry in read] == ["1", "2", "5", "5-2", "1"]
    assert read[0].heading.startswith("I. First meeting")


def test_a_format_that_there_is_not_is_refused() -> None:
    with pytest.raises(CommandError, match="invalid choice: 'odt'"):
        call_command("export_recommendations", "--format", "odt")


def test_a_folder_that_is_not_there_is_named() -> None:
    with pytest.raises(CommandError, match="/no/such/folder"):
        call_command(
            "export_recommendations",
            "--format",
            "csv",
            "--output",
            "/no/such/folder/x.csv",
            stderr=io.StringIO(),
        )


@pytest.mark.parametrize("ending", ["xlsx", "csv", "json", "xml"])
def test_whoever_hangs_up_leaves_no_file_behind(
    client: Client, ending: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    response = client.get(f"/recommendations/export.{ending}")
    next(iter(response))
    response.close()
    assert list(tmp_path.iterdir()) == []
