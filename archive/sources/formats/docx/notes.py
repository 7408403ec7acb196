"""Footnotes and endnotes: their numbers in the order in which the text refers to them, and their bodies."""

from dataclasses import dataclass, field

from ..markup import Element
from .word import W, number_in, value_of


@dataclass(frozen=True, slots=True)
class NoteReference:
    """`mark` is the printed one; empty where the text sets a sign of its own (a star), and the note begins with it."""

    kind: str
    body: Element
    mark: str


@dataclass(slots=True)
class Notes:
    """The notes of a document by kind («footnote», «endnote») and id, and those that were referred to."""

    _bodies: dict[tuple[str, str], Element] = field(default_factory=dict)
    _next: dict[str, int] = field(default_factory=dict)
    footnotes: list[NoteReference] = field(default_factory=list)
    endnotes: list[NoteReference] = field(default_factory=list)
    #: Endnotes are counted on from the footnotes, so that no number comes twice.
    renumbered: bool = False
    _marks: dict[tuple[str, str], str] = field(default_factory=dict)

    def take(self, kind: str, root: Element | None) -> None:
        """The part of a kind; the lines that separate notes from text are none."""
        for note in root.findall(W + kind) if root is not None else ():
            if value_of(note, "type") in ("", "normal"):
                self._bodies.setdefault((kind, value_of(note, "id")), note)

    def begin_at(self, kind: str, settings: Element | None) -> None:
        """The number of the first note, which the settings may tell."""
        start = number_in(settings.find(f"{W}{kind}Pr/{W}numStart")) if settings is not None else None
        self._next[kind] = start or 1

    def count_endnotes_on(self, footnotes: int) -> None:
        """Behind so many footnotes; without any, endnotes have their own numbers."""
        if footnotes:
            self._next["endnote"] = footnotes + 1
            self.renumbered = True

    def mark_of(self, kind: str, key: str, has_own_mark: bool) -> str:
        """The printed mark of a reference as it is met in the text; "" where there is none to print."""
        body = self._bodies.get((kind, key))
        if body is None:
            return ""
        if (kind, key) in self._marks:
            return self._marks[kind, key]
        mark = ""
        if not has_own_mark:
            number = self._next.get(kind, 1)
            self._next[kind] = number + 1
            mark = str(number)
        self._marks[kind, key] = mark
        (self.footnotes if kind == "footnote" else self.endnotes).append(NoteReference(kind, body, mark))
        return mark
