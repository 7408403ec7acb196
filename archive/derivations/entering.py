"""Entering what a meeting recommends while it agrees on it: provisional texts, all of a list or none of it."""

from collections.abc import Sequence

from django.db import IntegrityError
from django.db.models import Max

from archive.models import Meeting, Published, Recommendation, Subparagraph
from archive.parsing.structure import ParsedRecommendation
from archive.record.saving import save_row
from archive.record.state import locked_state

from .following import following


class NumbersTaken(Exception):
    """Others have entered these numbers meanwhile; nothing was written."""

    def __init__(self, numbers: Sequence[int]) -> None:
        super().__init__(numbers)
        self.numbers = tuple(numbers)


def next_number(meeting: Meeting) -> int:
    """The number behind the last of the meeting's first series."""
    last: int | None = Recommendation.objects.filter(meeting=meeting, series=0).aggregate(last=Max("number"))["last"]
    return (last or 0) + 1


def numbers_held(meeting: Meeting) -> frozenset[int]:
    """The numbers of the meeting's first series that have a text."""
    return frozenset(Recommendation.objects.filter(meeting=meeting, series=0).values_list("number", flat=True))


def enter_provisional(
    meeting: Meeting, typed: Sequence[ParsedRecommendation], state: Published.State
) -> list[Recommendation]:
    """Enter the texts with their lettered items as provisional ones, drafts or published.

    Raises NumbersTaken where the meeting has one of their numbers, whoever entered it and when.
    """
    try:
        with following() as after:
            locked_state()  # whoever enters at the same time comes before the look or after the writing
            taken = sorted(numbers_held(meeting) & {one.number for one in typed})
            if taken:
                raise NumbersTaken(taken)
            rows = []
            for one in typed:
                row = Recommendation(
                    meeting=meeting,
                    number=one.number,
                    chapeau=one.chapeau.reading,
                    state=state,
                    is_provisional=True,
                )
                after.add(save_row(row))
                for item in one.subparagraphs:
                    lettered = Subparagraph(
                        recommendation=row, position=item.position, label=item.label, text=item.text.reading
                    )
                    after.add(save_row(lettered))
                rows.append(row)
    except IntegrityError as error:
        raise NumbersTaken(sorted({one.number for one in typed})) from error
    return rows
