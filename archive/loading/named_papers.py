"""The last step of a load: papers that are only named find the one meeting that they can belong to."""

from collections import defaultdict

from archive.models import Document, Meeting
from archive.record import kinds
from archive.record.history.journal import watch
from archive.record.state import raise_data_version
from archive.vocabulary.symbols import year_of

from .changes import Change


def attach_named_papers() -> list[Change]:
    """Papers whose symbol has a year in which their body met once. Call it in a transaction.

    It comes after all documents, so that it does not matter in which order they name papers and meetings.
    """
    papers = [
        paper
        for paper in Document.objects.only_known().filter(meeting=None).exclude(body=None)
        if "meeting" not in paper.source_values and year_of(paper.symbol) is not None
    ]
    if not papers:
        return []
    meetings: dict[tuple[int, int], list[Meeting]] = defaultdict(list)
    bodies = {paper.body_id for paper in papers}
    for meeting in Meeting.objects.filter(body__in=bodies, start__isnull=False):
        if meeting.start is not None:
            meetings[meeting.body_id, meeting.start.year].append(meeting)
    attached = []
    for paper in papers:
        possible = meetings.get((paper.body_id or 0, year_of(paper.symbol) or 0), [])
        if len(possible) == 1 and paper.source_values:
            watch([paper])
            paper.meeting = possible[0]
            paper.source_values = {**paper.source_values, "meeting": possible[0].slug}
            attached.append(paper)
    if attached:
        Document.objects.bulk_update(attached, ["meeting", "source_values"])
        raise_data_version()
    return [Change(kinds.DOCUMENT, paper.slug, "updated", paper.pk) for paper in attached]
