"""Corrigenda: what they list finds its place in the paper that they correct, as doubtful errata that wait for staff.

It does not matter which of the two is loaded first: a paper takes up what its corrigenda that are held list
(`with_listed`), and a corrigendum that comes later joins what is stored (`join_corrigenda`). Both find the same places.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from django.db.models import Q

from archive.citing.plain import plain, plain_with_offsets
from archive.deriving.corrigenda import ListedCorrection, read_correction
from archive.models import Document, Erratum, Paragraph, Recommendation
from archive.parsing.printed_text import Passage
from archive.parsing.structure import ParsedDocument
from archive.record import kinds
from archive.record.corrections import corrections_as_json, corrections_from_json
from archive.record.errata import LONGEST_PRINTED
from archive.record.history.journal import watch, watch_new
from archive.record.state import raise_data_version
from archive.sources.corrections import Correction, find_words

from .changes import Change


class ListedBy(NamedTuple):
    """A correction with the corrigendum that lists it."""

    corrigendum: int
    symbol: str
    listed: ListedCorrection


class Target(NamedTuple):
    """A printed text of the corrected paper: of a paragraph, or of a recommendation or its item at `letter`."""

    kind: str
    number: int
    letter: int
    line: int
    printed: str


@dataclass(frozen=True, slots=True)
class ListedErratum:
    """An erratum that a corrigendum lists. `target` is the place of its text among the targets, None where the words
    are not found: then `line` is 0."""

    corrigendum: int
    line: int
    printed: str
    corrected: str
    note: str
    target: int | None = None
    places: tuple[tuple[int, int], ...] = ()

    @property
    def corrections(self) -> list[Correction]:
        return [
            Correction(start, end, self.printed, self.corrected, "doubtful", self.line, self.note)
            for start, end in self.places
        ]


def find_places(listed: Iterable[ListedBy], targets: Sequence[Target]) -> list[ListedErratum]:
    """An erratum for each correction. One that contradicts an earlier one of the same words is told in its note."""
    found: dict[tuple[int, str], ListedErratum] = {}
    for one in listed:
        erratum = _find_place(one, targets)
        key = (erratum.line, erratum.printed)
        before = found.setdefault(key, erratum)
        if before.corrected != erratum.corrected:
            found[key] = replace(before, note=f"{before.note} ويخالفه {one.symbol}: «{erratum.corrected}».")
    return list(found.values())


def _find_place(one: ListedBy, targets: Sequence[Target]) -> ListedErratum:
    listed = one.listed
    note = f"{one.symbol}: {listed.said}"
    of_place = [at for at, target in enumerate(targets) if _is_meant(listed, target)]
    for at in of_place if listed.act else ():
        text = targets[at].printed
        places = [(0, len(text))] if listed.act == "whole" else _words_in(text, listed.printed)
        if places and listed.act == "delete":
            places = [_with_a_neighbour(text, *places[0])]
        if not places or places[0][1] - places[0][0] > LONGEST_PRINTED:
            continue
        printed = text[slice(*places[0])]
        corrected = _corrected(listed, text, places[0], printed)
        return ListedErratum(one.corrigendum, targets[at].line, printed, corrected, note, at, tuple(places))
    waiting = (listed.printed or listed.said)[:LONGEST_PRINTED]
    return ListedErratum(one.corrigendum, 0, waiting, listed.corrected, note)


def _with_a_neighbour(text: str, start: int, end: int) -> tuple[int, int]:
    """A correction leaves words: those that go are taken with the word before them, at the beginning with the next."""
    if start:
        return text.rfind(" ", 0, start - 1) + 1, end
    behind = text.find(" ", end + 1)
    return 0, behind if behind > 0 else len(text)


def _is_meant(listed: ListedCorrection, target: Target) -> bool:
    if not listed.target:
        return True
    if (listed.target, listed.number) != (target.kind, target.number):
        return False
    return not listed.letter or listed.letter == target.letter


def _words_in(text: str, words: str) -> list[tuple[int, int]]:
    """Where the words stand, to the letter or, where they do not, however marked and quoted."""
    if exact := find_words(text, words):
        return exact
    folded, offsets = plain_with_offsets(text)
    wanted, found, at = plain(words), [], -1
    while wanted and (at := folded.find(wanted, at + 1)) >= 0:
        found.append((offsets[at], offsets[at + len(wanted) - 1] + 1))
    return found


def _corrected(listed: ListedCorrection, text: str, place: tuple[int, int], printed: str) -> str:
    match listed.act:
        case "insert_after":
            return f"{printed} {listed.corrected}"
        case "insert_before":
            return f"{listed.corrected} {printed}"
        case "delete":
            words = printed.split()
            return words[0] if place[0] or not text.startswith(listed.printed) else words[-1]
        case _:
            return listed.corrected


# What corrigenda list ------------------------------------------------------------------------------------------


def _listed_by(corrigenda: Iterable[Document]) -> list[ListedBy]:
    """What each text of the corrigenda lists, in their order; what is none of a correction's words is left out."""
    found = []
    for paper in corrigenda:
        symbol = paper.symbol or str(paper)
        for text, section in paper.paragraphs.order_by("position").values_list("text", "section__title"):
            listed = read_correction(text, section or "")
            if listed.act or listed.target:
                found.append(ListedBy(paper.pk, symbol, listed))
    return found


def corrigenda_of(symbol: str, file: str) -> list[Document]:
    """The corrigenda whose texts are held, of the paper with this symbol or source file."""
    of_it = Q(relates_to__source_file=file)
    if symbol:
        of_it |= Q(relation_symbol__iexact=symbol) | Q(relates_to__symbol__iexact=symbol)
    rows = Document.objects.held().filter(of_it, relation=Document.Relation.CORRIGENDUM)
    return list(rows.order_by("date", "symbol", "pk").distinct())


# A paper that is loaded ----------------------------------------------------------------------------------------


def with_listed(parsed: ParsedDocument) -> tuple[ParsedDocument, list[ListedErratum]]:
    """The paper with what its corrigenda list, each correction in the text that it corrects."""
    corrigenda = corrigenda_of(parsed.masthead.symbol or "", parsed.name)
    if not corrigenda:
        return parsed, []
    targets = _targets_of(parsed)
    errata = find_places(_listed_by(corrigenda), targets)
    more: dict[int, list[Correction]] = {}
    for erratum in errata:
        if erratum.target is not None:
            more.setdefault(erratum.target, []).extend(erratum.corrections)
    at = iter(range(len(targets)))

    def corrected(passage: Passage) -> Passage:
        added = more.get(next(at), ())
        if not added:
            return passage
        return replace(passage, corrections=_in_order([*passage.corrections, *added]))

    paragraphs = tuple(replace(one, text=corrected(one.text)) for one in parsed.paragraphs)
    recommendations = tuple(
        replace(
            one,
            chapeau=corrected(one.chapeau),
            subparagraphs=tuple(replace(item, text=corrected(item.text)) for item in one.subparagraphs),
        )
        for one in parsed.recommendations
    )
    return replace(parsed, paragraphs=paragraphs, recommendations=recommendations), errata


def _targets_of(parsed: ParsedDocument) -> list[Target]:
    found = [Target("paragraph", one.number, 0, _line(one.text), one.text.printed) for one in parsed.paragraphs]
    for one in parsed.recommendations:
        found.append(Target("recommendation", one.number, 0, one.span.first_line, one.chapeau.printed))
        found += [
            Target("recommendation", one.number, item.position, _line(item.text), item.text.printed)
            for item in one.subparagraphs
        ]
    return found


def _line(passage: Passage) -> int:
    return passage.span.first_line


def _in_order(corrections: Iterable[Correction]) -> tuple[Correction, ...]:
    return tuple(sorted(corrections, key=lambda one: (one.start, -one.end)))


# A corrigendum that comes later --------------------------------------------------------------------------------


def join_corrigenda() -> list[Change]:
    """What corrigenda list of papers that are stored, and has no erratum yet, becomes one. Call it in a transaction."""
    changes: list[Change] = []
    papers = Document.objects.held().filter(related_papers__relation=Document.Relation.CORRIGENDUM).distinct()
    for paper in papers.order_by("pk"):
        changes += _join(paper)
    if changes:
        raise_data_version()
    return changes


def _join(paper: Document) -> list[Change]:
    rows = _rows_of(paper)
    targets = [target for target, _row in rows]
    known = set(Erratum.objects.filter(document=paper).values_list("line", "printed"))
    new = [
        one
        for one in find_places(_listed_by(corrigenda_of(paper.symbol, paper.source_file)), targets)
        if (one.line, one.printed) not in known
    ]
    for one in new:
        erratum = Erratum.objects.create(
            document=paper,
            line=one.line,
            printed=one.printed,
            corrected=one.corrected,
            certainty=Erratum.Certainty.DOUBTFUL,
            note=one.note,
            matched=one.target is not None,
            corrigendum_id=one.corrigendum,
        )
        watch_new([erratum])
        if one.target is not None:
            row = rows[one.target][1]
            watch([row])
            there = corrections_from_json(row.corrections)
            row.corrections = corrections_as_json(_in_order([*there, *one.corrections]))
            type(row)._default_manager.filter(pk=row.pk).update(corrections=row.corrections)
    return [Change(kinds.ERRATUM, f"{paper.slug}#{one.line}:{one.printed}", "created") for one in new]


def _rows_of(paper: Document) -> list[tuple[Target, Any]]:
    """The stored texts of a paper, in the order in which `_targets_of` has them."""
    paragraphs: Iterable[Paragraph] = paper.paragraphs.with_a_number().order_by("position")
    found: list[tuple[Target, Any]] = [
        (Target("paragraph", row.number, 0, row.first_line or 0, row.printed_text), row) for row in paragraphs
    ]
    recommendations: Iterable[Recommendation] = paper.recommendations.order_by("first_line", "pk")
    for one in recommendations:
        found.append((Target("recommendation", one.number, 0, one.first_line or 0, one.printed_chapeau), one))
        found += [
            (Target("recommendation", one.number, item.position, item.first_line or 0, item.printed_text), item)
            for item in one.subparagraphs.order_by("position")
        ]
    return found
