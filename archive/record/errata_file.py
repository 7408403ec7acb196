"""errata.csv out of the archive and into it: the same columns and checks as the file beside the sources."""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from io import StringIO
from typing import Any

from django.contrib.auth.models import User

from archive.models import Document, Erratum, Footnote, Paragraph, Recommendation, Section, Subparagraph
from archive.sources.corrections import find_words
from archive.sources.errata import COLUMNS, Certainty, ErratumRow
from archive.sources.places import lines_of_paragraph, place_at

from .errata import KNOWN, give_reading, mark_and_read, new_erratum, own_lines, places_on_line
from .history.journal import watch_stored
from .history.recorded import recorded_kind
from .touched import Changed

_ACCEPTED = Erratum.Decision.ACCEPTED


@dataclass
class BroughtErrata:
    """What became of the rows of a file; with `problems` nothing of it may be kept."""

    new: int = 0
    changed: int = 0
    same: int = 0
    waiting: int = 0
    problems: list[str] = field(default_factory=list)
    made: Changed = field(default_factory=Changed)


def certainty_of(row: Erratum) -> Certainty:
    """What staff accepted is certain now."""
    is_certain = row.certainty == Erratum.Certainty.CERTAIN or (row.decision == _ACCEPTED and row.corrected)
    return "certain" if is_certain else "doubtful"


def errata_as_csv() -> str:
    """All errata but those that corrigenda list: they come with their own papers."""
    text = StringIO()
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    rows = Erratum.objects.filter(corrigendum=None, line__gt=0).exclude(document__source_file="")
    for row in rows.select_related("document").order_by("document__source_file", "line", "pk"):
        line = _line_told(row.document, row.line)
        writer.writerow(
            [row.document.source_file, line, row.printed, row.corrected, certainty_of(row), row.note]
        )
    return text.getvalue()


def _line_told(document: Document, line: int) -> int:
    """Of a file without lines the number of the paragraph."""
    place = place_at(document.source_places, line)
    return place.number if place is not None and place.part == "body" else line


def bring_errata(by_source: dict[str, tuple[ErratumRow, ...]], *, by: User | None = None) -> BroughtErrata:
    """Take up the rows of a file. Where one cannot be taken a sentence says why, and the caller must undo all."""
    brought = BroughtErrata()
    papers = {row.source_file: row for row in Document.objects.filter(source_file__in=by_source)}
    for source, rows in by_source.items():
        document = papers.get(source)
        if document is None:
            brought.problems.append(f"{source}: لا وثيقة في الأرشيف جاءت من ملف بهذا الاسم.")
            continue
        texts = list(_texts_of(document))
        for row in rows:
            try:
                _bring(document, row, texts, brought, by)
            except ValueError as refusal:
                brought.problems.append(f"{source}، السطر {row.line}: {refusal}")
    return brought


def _texts_of(document: Document) -> Iterable[tuple[Any, str, int, int]]:
    """(row, printed text, its first line, its last)."""
    of_paper: tuple[tuple[type[Any], str, str], ...] = (
        (Recommendation, "document", "printed_chapeau"),
        (Subparagraph, "recommendation__document", "printed_text"),
        (Paragraph, "document", "printed_text"),
        (Section, "document", "printed_title"),
        (Footnote, "document", "printed_text"),
    )
    for model, paper, name in of_paper:
        for row in model._default_manager.filter(**{paper: document}):
            lines = own_lines(row)
            if lines is not None and not row.entered_by_hand:
                yield row, getattr(row, name), *lines


def _bring(
    document: Document,
    row: ErratumRow,
    texts: Sequence[tuple[Any, str, int, int]],
    brought: BroughtErrata,
    by: User | None,
) -> None:
    lines = _lines_meant(document, row, texts)
    known = Erratum.objects.filter(document=document, line__in=lines, printed=row.printed).first()
    if known is not None:
        _bring_known(known, row, brought, by)
        return
    line, bearing = _bearing(row, lines, texts)
    erratum = new_erratum(
        document, line, row.printed, row.corrected, row.certainty, row.note, matched=bool(bearing)
    )
    for text, places in bearing:
        brought.made.update(mark_and_read(text, erratum, places, by=by))
    brought.new += 1
    brought.waiting += not bearing


def _lines_meant(
    document: Document, row: ErratumRow, texts: Sequence[tuple[Any, str, int, int]]
) -> list[int]:
    if not document.source_places:
        return [row.line]
    last = max((last for _row, _text, _first, last in texts), default=0)
    return lines_of_paragraph(document.source_places, row.line, last) or [row.line]


def _bearing(
    row: ErratumRow, lines: Sequence[int], texts: Sequence[tuple[Any, str, int, int]]
) -> tuple[int, list[tuple[Any, list[tuple[int, int]]]]]:
    """The line of the words, and the texts in which they stand there. None bears what stands on a cover."""
    for line in lines:
        bearing = [
            (text_row, places_on_line(text, row.printed, line, first, None))
            for text_row, text, first, last in texts
            if first <= line <= last and find_words(text, row.printed)
        ]
        if bearing:
            return line, bearing
    return lines[0], []


def _bring_known(known: Erratum, row: ErratumRow, brought: BroughtErrata, by: User | None) -> None:
    if (known.corrected, certainty_of(known), known.note) == (row.corrected, row.certainty, row.note):
        brought.same += 1
        return
    if certainty_of(known) == "certain" and (row.certainty == "doubtful" or not row.corrected):
        raise ValueError(f"{KNOWN.format(line=row.line, printed=row.printed)} وهو نافذ؛ تراجع عنه في صفحته.")
    if known.decision == Erratum.Decision.REJECTED and row.certainty == "certain":
        raise ValueError(f"{KNOWN.format(line=row.line, printed=row.printed)} ورفضه الموظفون؛ انظر في صفحته.")
    watch_stored(recorded_kind(known), [known.pk])
    known.note = row.note
    if row.certainty == "certain" and (known.corrected, certainty_of(known)) != (row.corrected, "certain"):
        brought.made.update(give_reading(known, row.corrected, by=by))
    else:
        if known.corrected != row.corrected:
            known.corrected, known.by_hand = row.corrected, True
        known.save()
    brought.changed += 1
