"""All papers of ../shared/papers with the five sources in one archive: loaded twice, every page opened."""

import shutil
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client

from archive.loading.archive import load_archive
from archive.loading.quality import INDEX_IN_ORDER, check_quality, quality_as_lines
from archive.loading.report import Report, report_as_lines
from archive.models import Document, Erratum, Meeting, Recommendation
from archive.search.entries import index_problem

from .papers import FOLDER

#: Of these no family takes one: the archive refuses it with a sentence.
REFUSED = {"cover-cerd-ury.txt"}


@pytest.fixture
def together(real_sources: Path, tmp_path: Path) -> Path:
    papers = sorted((FOLDER / "txt").glob("*.txt"))
    if not papers:
        pytest.skip("the papers are not there; they belong in ../shared/papers, beside the repository")
    folder = tmp_path / "together"
    shutil.copytree(real_sources, folder)
    for paper in papers:
        shutil.copy(paper, folder)
    return folder


def _not_opened(addresses: list[str]) -> dict[str, int]:
    client = Client()
    answers = {address: client.get(address).status_code for address in addresses}
    return {address: status for address, status in answers.items() if status != 200}


def _related(symbol: str) -> tuple[str, str | None]:
    paper = Document.objects.select_related("relates_to").get(symbol__iexact=symbol)
    return paper.relation, paper.relates_to.symbol if paper.relates_to else None


def _outcomes(report: Report) -> set[str]:
    return {name for counts in report.outcomes().values() for name, count in counts.items() if count}


@pytest.mark.django_db
def test_all_papers_load_together_twice_and_every_page_of_them_opens(together: Path) -> None:
    first = load_archive([together])
    assert {one.file for one in first.refused} <= REFUSED
    assert {one.status for one in first.documents} == {"created"}

    second = load_archive([together])
    assert {one.status for one in second.documents} == {"unchanged"}
    assert _outcomes(second) == {"unchanged"}

    assert _related("CTOC/COP/WG.7/2021/6/Add.1") == ("addendum", "CTOC/COP/WG.7/2021/6")
    assert _related("CTOC/COP/WG.7/2021/6/Corr.1") == ("corrigendum", "CTOC/COP/WG.7/2021/6")
    eighth = Recommendation.objects.filter(meeting__slug="ctoc-cop-wg7.8").in_official_order()
    assert [row.locator for row in eighth] == [f"ctoc-cop-wg7.8.{number}" for number in range(1, 13)]
    ninth = Recommendation.objects.filter(meeting__slug="ctoc-cop-wg7.9").in_official_order()
    assert [row.locator.removeprefix("ctoc-cop-wg7.9.") for row in ninth] == [
        *("1", "2", "3", "4"),
        *("s2-1", "s2-2", "s2-3", "s2-4", "s2-5"),
    ]
    listed = Erratum.objects.exclude(corrigendum=None).order_by("line")
    assert [(row.printed, row.corrected, row.matched, row.certainty) for row in listed] == [
        ("موظفي الجوازات", "موظفي الجوازات والجمارك", True, "doubtful"),
        ("لا يستقيم دون", "لا يستقيم من دون", True, "doubtful"),
    ]

    pages = [
        *(row.get_absolute_url() for row in Document.objects.all()),
        *(row.get_absolute_url() for row in Meeting.objects.select_related("body")),
        *(row.get_absolute_url() for row in Recommendation.objects.exclude(series=0, form="paragraph")),
    ]
    faces = ("{}", "/en{}", "/api/v1{}")
    assert _not_opened([face.format(page) for page in pages[::5] for face in faces]) == {}
    assert _not_opened([faces[at % 3].format(page) for at, page in enumerate(pages) if at % 5]) == {}
    printed = [f"{row.get_absolute_url()}?text=printed" for row in Document.objects.held()]
    assert _not_opened(["/", "/documents/", "/meetings/", "/recommendations/", "/about/", "/matrix/", *printed]) == {}

    assert index_problem() is None
    out = StringIO()
    call_command("rebuild_search_index", stdout=out)
    found = check_quality()
    assert found["search_index"] == INDEX_IN_ORDER
    assert found["missing"] == []
    assert all(len(line) < 400 for line in quality_as_lines(found))
    assert all(len(line) < 700 for line in report_as_lines(first))
