"""Filling the database: the real sources (or the specimen) by the loader, then synthetic recommendations in bulk."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice

from django.conf import settings
from django.db import transaction

from archive.loading.archive import load_archive
from archive.models import AgendaItem, Body, Document, Meeting, Paragraph, Recommendation, Subparagraph
from archive.numbering import abjad
from archive.parsing.printed_text import whole_text
from archive.record.state import raise_data_version
from archive.search.entries import rebuild_index, write_entries

from .clauses import Clauses, Text, build_quarry
from .clock import now

# As in the sources: a meeting every year, some two dozen recommendations, three items and one paper to each.
_A_MEETING = 25
_MEETINGS_OF_A_BODY = 30
_ITEMS = 3
_FIRST_YEAR = 1994
_PORTION = 2000


def build_archive(size: int | None) -> dict[str, float]:
    """Bring the database to `size` recommendations (None: as loaded). Gives recommendations a second."""
    if not Recommendation.objects.exists():
        load_archive([settings.ARCHIVE_SOURCES])
    held = Recommendation.objects.count()
    missing = max(0, (size or 0) - held)
    spent = _add(missing) if missing else 0.0
    started = now()
    with transaction.atomic():
        rebuild_index()
    rebuilt = now() - started
    texts = Recommendation.objects.count() + Paragraph.objects.count()
    return {"written": missing / spent if spent else 0.0, "rebuilt": texts / rebuilt}


def _add(missing: int) -> float:
    """Write that many with their entries; give the seconds that rows and entries took."""
    texts = _quarry()
    places = _places(missing)
    spent = 0.0
    left = missing
    while left:
        portion = [(texts.text(), next(places)) for _ in range(min(left, _PORTION))]
        left -= len(portion)
        started = now()
        with transaction.atomic():
            rows = Recommendation.objects.bulk_create([_row(text, *place) for text, place in portion])
            Subparagraph.objects.bulk_create(
                item for row, (text, _place) in zip(rows, portion, strict=True) for item in _items(row, text)
            )
            write_entries(recommendation_pks=[row.pk for row in rows])
            raise_data_version()
        spent += now() - started
    return spent


def _quarry() -> Clauses:
    rows = list(Recommendation.objects.prefetch_related("subparagraphs"))
    return build_quarry(
        [(row.chapeau, [item.text for item in row.subparagraphs.all()]) for row in rows],
        list(Paragraph.objects.order_by("pk").values_list("text", flat=True)),
        drawn_out=sum(row.text != row.printed_text for row in rows) / len(rows),
    )


Place = tuple[Meeting, AgendaItem, Document, int]


def _places(count: int) -> Iterator[Place]:
    """Where each stands: bodies of thirty yearly meetings, written as they are come to."""
    meetings = _meetings(-(-count // _A_MEETING))
    while portion := list(islice(meetings, 200)):
        Meeting.objects.bulk_create(portion)
        items = AgendaItem.objects.bulk_create(_agenda(portion))
        papers = Document.objects.bulk_create(_paper(meeting) for meeting in portion)
        for place, meeting in enumerate(portion):
            of_meeting = items[place * _ITEMS : (place + 1) * _ITEMS]
            for number in range(1, _A_MEETING + 1):
                yield meeting, of_meeting[number % _ITEMS], papers[place], number


def _meetings(count: int) -> Iterator[Meeting]:
    bodies = Body.objects.bulk_create(
        Body(symbol=f"SYN/CONF/WG.{number}", slug=f"syn-conf-wg{number}", name_ar=f"الفريق العامل {number}")
        for number in range(1, -(-count // _MEETINGS_OF_A_BODY) + 1)
    )
    for index in range(count):
        body, number = bodies[index // _MEETINGS_OF_A_BODY], index % _MEETINGS_OF_A_BODY + 1
        start = date(_FIRST_YEAR + number, 1 + index % 12, 1 + index % 25)
        meeting = Meeting(body=body, number=number, place="فيينا", start=start, end=start + timedelta(2))
        meeting.slug = meeting.derive_slug()
        yield meeting


def _agenda(meetings: list[Meeting]) -> Iterator[AgendaItem]:
    titles = list(AgendaItem.objects.exclude(title="").order_by("pk").values_list("title", flat=True)[:200])
    for index, meeting in enumerate(meetings):
        for number in range(1, _ITEMS + 1):
            title = titles[(index * _ITEMS + number) % len(titles)] if titles else ""
            yield AgendaItem(meeting=meeting, number=str(number), position=number, title=title, printed_title=title)


def _paper(meeting: Meeting) -> Document:
    symbol = f"{meeting.body.symbol}/{meeting.start.year if meeting.start else 0}/{meeting.number}"
    return Document(
        symbol=symbol, slug=f"{meeting.slug}-report", kind="meeting-report", date=meeting.start,
        title="تقرير الاجتماع", body=meeting.body, meeting=meeting, source_file=f"{meeting.slug}.txt",
    )  # fmt: skip


def _row(text: Text, meeting: Meeting, item: AgendaItem, paper: Document, number: int) -> Recommendation:
    whole = whole_text(text.chapeau, [(abjad.letter(at), one) for at, one in enumerate(text.items, 1)])
    row = Recommendation(
        meeting=meeting, agenda_item=item, document=paper, number=number, printed_number=str(number),
        chapeau=text.chapeau, printed_chapeau=text.chapeau, text=whole,
        printed_text=f"{whole[:1]}ـ{whole[1:]}" if text.is_drawn_out else whole,
    )  # fmt: skip
    row.locator = row.derive_locator()
    return row


def _items(row: Recommendation, text: Text) -> Iterator[Subparagraph]:
    for position, one in enumerate(text.items, 1):
        label = abjad.letter(position)
        yield Subparagraph(
            recommendation=row, position=position, label=label, printed_label=label, text=one, printed_text=one
        )
