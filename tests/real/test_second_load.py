"""The second load of the five sources finds everything as it was, without reading it."""

from pathlib import Path
from typing import Any

import pytest

from archive.loading import archive
from archive.loading.archive import load_archive
from archive.loading.report import report_as_json, report_as_lines
from archive.models import LoadMemory
from archive.parsing.structure import ParsedDocument
from archive.sources.reader import SourceText


@pytest.mark.django_db
def test_the_second_load_parses_nothing_and_tells_what_it_would_tell_if_it_did(
    real_sources: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parsed: list[str] = []
    parse_document = archive.parse_document

    def watched(source: SourceText, **known: Any) -> ParsedDocument:
        parsed.append(source.name)
        return parse_document(source, **known)

    monkeypatch.setattr(archive, "parse_document", watched)
    load_archive([real_sources])
    files = sorted(path.name for path in real_sources.glob("*.txt"))
    assert parsed == files
    second = load_archive([real_sources])
    assert parsed == files
    LoadMemory.objects.all().delete()
    third = load_archive([real_sources])
    assert parsed == files * 2
    assert (report_as_json(second), report_as_lines(second)) == (report_as_json(third), report_as_lines(third))
    assert {one.status for one in second.documents} == {"unchanged"}
