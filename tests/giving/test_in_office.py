"""What LibreOffice makes of the papers: pages, numbers in the contents, the order of words in a line."""

import re
import subprocess
from pathlib import Path

import pytest
from django.test import Client

from archive.giving.docx.styles import MARGIN, PAGE
from tests import surroundings
from tests.giving.reading import given


@pytest.fixture(scope="module")
def office() -> str:
    found = surroundings.office()
    if found is None:
        pytest.skip(surroundings.NO_OFFICE)
    return found


def printed(office: str, packed: bytes, folder: Path) -> list[str]:
    """The pages of the paper as LibreOffice prints it, letters of a word joined, a line as one reads it."""
    (folder / "paper.docx").write_bytes(packed)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [
        office,
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder),
        str(folder / "paper.docx"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    read = ["pdftotext", "-layout", str(folder / "paper.pdf"), "-"]
    told = subprocess.run(read, check=True, capture_output=True, timeout=300).stdout.decode()
    return re.sub("[\u200e\u200f\u202a-\u202e]", "", told).split("\f")[:-1]


def beyond_the_margins(paper: Path) -> list[str]:
    """Words, labels among them, that stand beside the text; a point and a half is the slope of a letter."""
    told = subprocess.run(["pdftotext", "-bbox", str(paper), "-"], check=True, capture_output=True, timeout=300)
    words = re.findall(r'<word xMin="([\d.]+)" .*?xMax="([\d.]+)".*?>(.*?)</word>', told.stdout.decode())
    first, last = MARGIN / 20, (PAGE[0] - MARGIN) / 20
    return [word for left, right, word in words if float(left) < first - 1.5 or float(right) > last + 1.5]


def test_the_contents_name_the_pages_on_which_the_meetings_begin(
    client: Client, real_archive: None, office: str, tmp_path: Path
) -> None:
    pages = printed(office, given(client, "/recommendations/export.docx"), tmp_path)
    # Below the heading of each meeting stands the symbol or job number of its source, and nowhere else.
    source = re.compile(r"CTOC/COP/WG\.7/2019/5|V\.20-\d{5}")
    begins = [number for number, page in enumerate(pages, 1) for _found in source.findall(page)]
    assert len(begins) == 6
    assert beyond_the_margins(tmp_path / "paper.pdf") == []
    lines = re.findall(r"(\d+)\.{3,} ?(20\d\d)", pages[0])
    assert [(int(page), year) for page, year in lines] == list(
        zip(begins, ("2012", "2013", "2015", "2017", "2018", "2020"), strict=True)
    )


def test_every_page_says_its_number_and_how_many_there_are(
    client: Client, real_archive: None, office: str, tmp_path: Path
) -> None:
    pages = printed(office, given(client, "/meetings/ctoc-cop-wg7.7/export.docx"), tmp_path)
    for number, page in enumerate(pages, 1):
        foot = page.rstrip().splitlines()[-1]
        assert re.findall(r"\d+", foot) in ([str(number), str(len(pages))], [str(len(pages)), str(number)])
