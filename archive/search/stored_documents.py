"""Documents and their paragraphs as they are cited."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any

from django.db.models import F, Q
from django.urls import reverse

from archive.citing.annexes import read_annex
from archive.citing.plain import plain
from archive.citing.things import Thing
from archive.models import Document, Paragraph, Section
from archive.models.paragraph import anchor_of
from archive.parsing.families import FAMILIES
from archive.vocabulary.symbols import slug as slug_of
from archive.vocabulary.symbols import symbols_of

from .stored_things import MOST_CANDIDATES, LookedUp, StoredThing, in_chunks

_REPORTS = frozenset(family.kind for family in FAMILIES if family.reports_its_meeting)


class DocumentShelf:
    """The documents that some things may be, or be paragraphs of; read when first asked for."""

    def __init__(self, things: Sequence[Thing]) -> None:
        self._things = things

    def look_up(self, thing: Thing) -> LookedUp:
        if thing.is_annex_alone:
            return LookedUp(thing, tuple(self._annexed(thing)))
        return self._paragraph(thing) if thing.kind == "paragraph" else LookedUp(thing, tuple(self.like(thing)))

    def _annexed(self, thing: Thing) -> Iterator[StoredThing]:
        """The documents that have such an annex, each with the place where it begins; the newest first."""
        wanted = read_annex(plain(thing.part))
        read_annexes = [(row, read_annex(plain(row.label))) for row in self._annexes]
        for row in [row for row, number in read_annexes if number == wanted][:MOST_CANDIDATES]:
            mark = row.document.symbol or row.document.job_number
            annex = Thing("document", symbol=mark, part=thing.part, locator="" if mark else row.document.slug)
            address = f"{row.document.get_absolute_url()}#{row.anchor}"
            yield StoredThing(annex, row.document.slug, address)

    @cached_property
    def _annexes(self) -> list[Section]:
        """The headings of annexes."""
        begins = Q(label__startswith="المرفق") | Q(label__startswith="مرفق") | Q(label__istartswith="annex")
        rows = Section.objects.filter(begins).select_related("document")
        return list(rows.order_by(F("document__date").desc(nulls_last=True), "document__slug", "position"))

    def like(self, thing: Thing) -> list[StoredThing]:
        return [_stored_document(row, thing) for row in self._rows_like(thing)]

    def _rows_like(self, thing: Thing) -> list[dict[str, Any]]:
        if thing.locator:
            return self._by_slug.get(thing.locator, [])
        if not thing.symbol:
            rows = [row for row in self._documents if row["meeting__number"] == thing.meeting and row["source_file"]]
            rows = [row for row in rows if _is_of_row(row, thing)]
            reports = [row for row in rows if row["kind"] in _REPORTS]
            return reports or rows
        if thing.symbol.startswith("-"):
            return self._by_end.get(thing.symbol[1:], [])
        for slug in map(slug_of, symbols_of(thing.symbol)):
            rows = self._by_slug.get(slug) or self._by_end.get(slug, [])
            if rows:
                return rows
        return []

    @cached_property
    def _documents(self) -> list[dict[str, Any]]:
        fields = ("pk", "slug", "symbol", "job_number", "kind", "source_file", "meeting__number", "body__symbol",
                  "body__term", "meeting__body__symbol", "meeting__body__term")  # fmt: skip
        return list(Document.objects.filter(language="ar").order_by("pk").values(*fields))

    @cached_property
    def _by_slug(self) -> Mapping[str, list[dict[str, Any]]]:
        """By the address, the whole symbol or the job number, all in the form of addresses."""
        found: dict[str, list[dict[str, Any]]] = {}
        for row in self._documents:
            for name in (row["slug"], *map(slug_of, symbols_of(row["symbol"])), slug_of(row["job_number"])):
                if name and row not in found.setdefault(name, []):
                    found[name].append(row)
        return found

    @cached_property
    def _by_end(self) -> Mapping[str, list[dict[str, Any]]]:
        """By the end of the symbol behind a stroke, and the job number without its letters."""
        found: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for row in self._documents:
            parts = row["symbol"].split("/")
            for first in range(1, len(parts)):
                found[slug_of("/".join(parts[first:]))].append(row)
            if row["job_number"]:
                found[row["job_number"].rpartition(".")[2]].append(row)
        return found

    def _paragraph(self, thing: Thing) -> LookedUp:
        papers = self._rows_like(thing)
        copy = thing.copy or 1
        of_papers = {row["pk"]: self._series_meant(row["pk"], thing) for row in papers}
        found = [
            row for row in papers if (row["pk"], of_papers[row["pk"]], thing.number, copy) in self._paragraphs
        ]
        if not found:
            return LookedUp(thing, (), _stored_document(papers[0], thing) if len(papers) == 1 else None)
        series = of_papers[found[0]["pk"]]
        anchor = f"#{anchor_of(series, thing.number or 0, copy)}"
        stored = [_stored_document(row, thing) for row in found]
        part = self._paragraphs[found[0]["pk"], series, thing.number or 0, copy]
        return LookedUp(
            thing,
            tuple(
                replace(
                    one,
                    thing=replace(
                        one.thing,
                        kind="paragraph",
                        number=thing.number,
                        copy=copy,
                        series=series,
                        part=part,
                        paragraph=thing.paragraph,
                    ),
                    locator=one.locator + anchor,
                    address=one.address + anchor,
                )
                for one in stored
            ),
        )

    @cached_property
    def _paragraphs(self) -> dict[tuple[int, int, int, int], str]:
        wanted = [one for one in self._things if one.kind == "paragraph"]
        papers = {row["pk"] for one in wanted for row in self._rows_like(one)}
        rows = Paragraph.objects.filter(number__in={one.number for one in wanted})
        columns = ("document", "series", "number", "copy", "part")
        return {
            (document, series, number, copy): part
            for some in in_chunks(papers)
            for document, series, number, copy, part in rows.filter(document__in=some).values_list(*columns)
        }

    def _series_meant(self, paper: int, thing: Thing) -> int:
        """The series of the part that is named; without one the first."""
        if not thing.part:
            return thing.series or 0
        named = plain(thing.part)
        found = (key[1] for key, part in self._paragraphs.items() if key[0] == paper and plain(part).startswith(named))
        return next(found, -1)


def _stored_document(row: Mapping[str, Any], asked: Thing) -> StoredThing:
    symbol = row["symbol"] or row["job_number"]
    thing = Thing("document", symbol=symbol, locator="" if symbol else row["slug"])
    return StoredThing(thing, row["slug"], reverse("document", args=[row["slug"]]), bool(row["source_file"]))


def _is_of_row(row: Mapping[str, Any], asked: Thing) -> bool:
    return (not asked.body or row["meeting__body__symbol"] == asked.body) and (
        not asked.term or row["meeting__body__term"] == asked.term
    )
