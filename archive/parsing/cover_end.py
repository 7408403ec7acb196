"""Where a cover ends that no label ends: at a heading without a label, where an organ begins to speak, at prose.

What opens the text by a label (section, paragraph, recommendation, list of contents) is told by the outline; here is
what stands before the first of these, or in their place where a paper has none.
"""

from collections.abc import Sequence

from archive.arabic.normalize import bare, normalize
from archive.numbering.labels import read_number_label
from archive.vocabulary.bodies import organs_of_covers
from archive.vocabulary.cover_terms import begins_with, cover_forms, is_author_line, is_one_of, relation_named
from archive.vocabulary.symbols import is_symbol

from .cover_titles import LONGEST_TITLE
from .lines import Line, stops
from .marks import block_of

#: A block of a paper without any label is prose, its text, when it closes with a stop and is longer than this: notes
#: on a cover («أُعيد إصدارها لأسباب فنية.») are shorter.
_PROSE = 80
#: «جدول الأعمال المؤقت» heads the agenda whose paper is called «جدول الأعمال المؤقت المشروح».
_SHORTEST_HEADING = 8
#: A symbol makes a cover of the lines about it when it is one of so many first ones.
_SYMBOL_WITHIN = 4
#: Facts of a cover stand within so many lines with words: the longest of the papers has 30.
_LONGEST_COVER = 80


def end_of_cover(lines: Sequence[Line], found: int) -> int:
    """The index of the first line after the cover, where `found` is that of the first label, or all lines."""
    if not _has_cover(lines, found or len(lines)):
        return found
    if found == 0:  # a cover without «Distr.», on lines without breaks
        found = next((at for at, line in enumerate(lines) if at and _is_numbered(line)), len(lines))
    seen = 0
    in_summary = False
    titles: list[str] = []
    for index in range(found):
        line = lines[index]
        if not line.content:
            continue
        seen += 1
        if seen > _LONGEST_COVER and found == len(lines):
            return index
        if seen == 1:
            continue
        if relation_named(line.content):
            return _behind_relation(lines, index, found)
        if not line.after_break:
            continue
        normal = normalize(line.words)
        if any(title.startswith(normal) for title in titles) and len(normal) >= _SHORTEST_HEADING:
            return index
        if begins_with("title", line.words):
            titles.append(normal)
        in_summary = in_summary or is_one_of("summary", line.content)
        if is_one_of("text_begins", line.words) or (
            _speaks(line) and not _distribution_follows(lines, index)
        ):
            return index
        if found == len(lines) and not in_summary and _is_prose(lines, index):
            return index
    return found


def _has_cover(lines: Sequence[Line], found: int) -> bool:
    """Some line before the text says «Distr.», «الأمم المتحدة» or what cover it is."""
    first = [line for line in lines[:found] if line.content][:_LONGEST_COVER]
    return any(
        line.content.startswith("Distr")
        or begins_with("organisation", line.content)
        or (at < _SYMBOL_WITHIN and is_symbol(bare(line.content).rstrip("* ")))
        for at, line in enumerate(first)
    )


def _is_numbered(line: Line) -> bool:
    label = read_number_label(line.content)
    return label is not None and label.marked


def _behind_relation(lines: Sequence[Line], relation: int, found: int) -> int:
    """Behind «إضافة» or «تصويب» the text begins, but for the author, notes and a summary that may come first."""
    for index in range(relation + 1, found):
        line = lines[index]
        if not line.content:
            continue
        if line.content.startswith("*") or is_author_line(line.words) or is_one_of("summary", line.content):
            return found
        return index
    return found


def _speaks(line: Line) -> bool:
    """«إن الجمعية العامة،», also without a comma."""
    form = begins_with("speaks", line.words)
    if form is None:
        return False
    organ = normalize(line.words)[len(form) :].strip(" ،,.")
    return any(organ == normalize(name) for body in organs_of_covers() for name in body.on_covers)


def _distribution_follows(lines: Sequence[Line], index: int) -> bool:
    """The organ's name at the head of a cover, as some copies have it: «إن المجلس …» above «Distr.»."""
    following = [line.content for line in lines[index + 1 : index + 12] if line.content]
    return any(text.startswith("Distr") for text in following[:6])


def _is_prose(lines: Sequence[Line], index: int) -> bool:
    text = " ".join(lines[at].content for at in block_of(lines, index))
    if is_author_line(text) or any(text.startswith(form) for form in cover_forms("organisation")):
        return False
    return len(text) > LONGEST_TITLE or (len(text) > _PROSE and stops(text))
