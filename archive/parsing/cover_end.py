"""Where a cover ends that no label ends: at a heading without a label, where an organ begins to speak, at prose.

What opens the text by a label (section, paragraph, recommendation, list of contents) is told by the outline; here is
what stands before the first of these, or in their place where a paper has none.
"""

from collections.abc import Sequence

from archive.arabic.normalize import normalize
from archive.vocabulary.bodies import organs_of_covers
from archive.vocabulary.cover_terms import begins_with, cover_forms, is_author_line, is_one_of

from .cover_titles import LONGEST_TITLE
from .lines import Line, stops
from .marks import block_of

#: A block of a paper without any label is prose, its text, when it closes with a stop and is longer than this: notes
#: on a cover («أُعيد إصدارها لأسباب فنية.») are shorter.
_PROSE = 80
#: Facts of a cover stand within so many lines with words: the longest of the papers has 30.
_LONGEST_COVER = 80


def end_of_cover(lines: Sequence[Line], found: int) -> int:
    """The index of the first line after the cover, where `found` is that of the first label, or all lines."""
    if not _has_cover(lines, found):
        return found
    seen = 0
    in_summary = False
    for index in range(found):
        line = lines[index]
        if not line.content:
            continue
        seen += 1
        if seen > _LONGEST_COVER and found == len(lines):
            return index
        if not line.after_break or seen == 1:
            continue
        in_summary = in_summary or is_one_of("summary", line.content)
        if is_one_of("text_begins", line.words) or (_speaks(line) and not _distribution_follows(lines, index)):
            return index
        if found == len(lines) and not in_summary and _is_prose(lines, index):
            return index
    return found


def _has_cover(lines: Sequence[Line], found: int) -> bool:
    """Some line before the text says «Distr.», «الأمم المتحدة» or what cover it is."""
    first = [line for line in lines[:found] if line.content][:_LONGEST_COVER]
    return any(line.content.startswith("Distr") or is_one_of("organisation", line.content) for line in first)


def _speaks(line: Line) -> bool:
    """«إن الجمعية العامة،», also without a comma."""
    form = begins_with("speaks", line.words)
    if form is None:
        return False
    organ = normalize(line.words)[len(form) :].strip(" ،,.")
    return any(organ == normalize(name) for body in organs_of_covers() for name in body.forms)


def _distribution_follows(lines: Sequence[Line], index: int) -> bool:
    """The organ's name at the head of a cover, as some copies have it: «إن المجلس …» above «Distr.»."""
    following = [line.content for line in lines[index + 1 : index + 12] if line.content]
    return any(text.startswith("Distr") for text in following[:6])


def _is_prose(lines: Sequence[Line], index: int) -> bool:
    text = " ".join(lines[at].content for at in block_of(lines, index))
    if is_author_line(text) or any(text.startswith(form) for form in cover_forms("organisation")):
        return False
    return len(text) > LONGEST_TITLE or (len(text) > _PROSE and stops(text))
