"""Footnotes joined to the paragraphs that bear their marks."""

from collections.abc import Collection, Sequence

from .body_text import Item, Note
from .problems import Problem, problem
from .structure import ParsedFootnote, ParsedParagraph


def join_footnotes(
    notes: Sequence[Note],
    items: Sequence[Item],
    paragraphs: Sequence[ParsedParagraph],
    *,
    star_on_cover: bool,
    elsewhere: Collection[str] = (),
) -> tuple[tuple[ParsedFootnote, ...], list[Problem]]:
    """Each footnote with the paragraph of its mark (None for the cover's), and marks or bodies left alone.

    `elsewhere` are the markers of all marks of the text: also headings, recommendations and preambles bear them.
    """
    at = {paragraph.text.span.first_line: paragraph for paragraph in paragraphs}
    marked: dict[str, ParsedParagraph | None] = {}
    problems: list[Problem] = []
    markers = {note.marker for note in notes}
    for item in items:
        for marker, line in item.footnote_marks:
            marked.setdefault(marker, at.get(item.line))
            if marker not in markers:
                problems.append(problem("mark_without_footnote", line, marker=marker))
    places = {
        (paragraph.text.span.first_line, marker): place
        for paragraph in paragraphs
        for marker, place in reversed(paragraph.text.marks)
    }
    found: list[ParsedFootnote] = []
    for note in notes:
        paragraph = marked.get(note.marker)
        is_marked = note.marker in marked or note.marker in elsewhere
        if not is_marked and not (note.marker.startswith("*") and star_on_cover):
            problems.append(problem("footnote_without_mark", note.line, marker=note.marker))
        number, copy = (paragraph.number, paragraph.copy) if paragraph else (None, 1)
        place = places.get((paragraph.text.span.first_line, note.marker)) if paragraph else None
        found.append(ParsedFootnote(note.marker, number, copy, note.text.build(), place))
    if star_on_cover and not any(marker.startswith("*") for marker in markers):
        problems.append(problem("mark_without_footnote", 0, marker="*"))
    return tuple(found), problems
