"""Accounts that a reader gives of its work: what each line of the source became, which errata found no work."""

from collections.abc import Sequence

from archive.sources.corrections import certain_rows_without_match
from archive.sources.errata import ErratumRow

from .body_text import BodyText
from .lines import Line
from .outline import Outline
from .problems import Problem, problem
from .structure import LineRole

_LEFT_OUT: frozenset[LineRole] = frozenset({"furniture", "contents"})


def roles_of(lines: Sequence[Line], marks: Outline, text: BodyText) -> tuple[LineRole, ...]:
    """What each line of the source became, one role a line in their order."""
    found: list[LineRole] = []
    for index, line in enumerate(lines):
        if line.was_blank:
            found.append("blank")
        elif index in marks.contents:
            found.append("contents")
        elif line.is_empty:
            found.append("furniture")
        elif index < marks.body:
            found.append(text.roles.get(index, "masthead"))
        else:
            found.append(text.roles[index])
    return tuple(found)


def left_out_of(
    lines: Sequence[str], roles: Sequence[LineRole], furniture: Sequence[str] = ()
) -> tuple[tuple[int, str], ...]:
    """The lines that are furniture of the pages or a list of contents, as they stand in the source: number and text.

    Those that were left out before, as `furniture`, are counted on behind the last line.
    """
    pairs = enumerate(zip(lines, roles, strict=False), start=1)
    found = [(number, line.strip()) for number, (line, role) in pairs if role in _LEFT_OUT and line.strip()]
    return (*found, *enumerate(furniture, start=len(lines) + 1))


def errata_problems(lines: Sequence[Line], errata: Sequence[ErratumRow]) -> list[Problem]:
    """The certain rows that a longer one keeps out everywhere, and those that match nothing."""
    standing = [found for line in lines for found in line.corrections]
    overlapped = [found for line in lines for found in line.overlapped]
    applied = {(found.line, found.printed) for found in standing}
    # A row may be kept out in one place of its line and stand in another: then it does its work.
    kept_out = {(found.line, found.printed) for found in overlapped} - applied
    unused = certain_rows_without_match(errata, [*standing, *overlapped])
    return [
        *(problem("overlapping_errata", line, printed=printed) for line, printed in sorted(kept_out)),
        *(problem("unused_erratum", row.line, printed=row.printed) for row in unused),
    ]
