"""Small makers of rows for tests: every argument has a plain default, and every row stands on its own.

A maker saves and returns the row. Rows look as if entered by hand unless `source_values` is given.
"""

from datetime import date
from itertools import count
from typing import Any

from django.contrib.auth.models import User

from archive.models import (
    AgendaItem,
    ArchiveState,
    Body,
    Conflict,
    Document,
    Erratum,
    Footnote,
    FormerSlug,
    ImportProblem,
    ImportRun,
    Meeting,
    Paragraph,
    Recommendation,
    Section,
    Subparagraph,
)
from archive.numbering import abjad
from archive.parsing.printed_text import whole_text
from archive.vocabulary.symbols import slug as slug_of

#: Above the numbers by which tests name documents themselves.
_counter = count(1001)

WORKING_GROUP = "ITC/CONF/WG.1"


def make_user(username: str = "", *, staff: bool = True) -> User:
    name = username or f"user{next(_counter)}"
    return User.objects.create_user(name, password="a long password 1", is_staff=staff, is_superuser=staff)


def make_body(symbol: str = WORKING_GROUP, **values: Any) -> Body:
    """The body with this symbol, made if it is not there."""
    found = Body.objects.filter(symbol=symbol).first()
    if found is not None:
        return found
    defaults = {"name_ar": f"الفريق العامل المعني بالقنوات {symbol}", "name_en": f"Working Group {symbol}"}
    return Body.objects.create(symbol=symbol, slug=slug_of(symbol), **{**defaults, **values})


def make_meeting(number: int = 1, *, body: Body | None = None, **values: Any) -> Meeting:
    body = body or make_body()
    defaults: dict[str, Any] = {
        "place": "فيينا",
        "start": date(2010 + number, 5, 30),
        "end": date(2010 + number, 6, 1),
        "ground": Meeting.Ground.REPORT,
    }
    meeting = Meeting(body=body, number=number, **{**defaults, **values})
    meeting.slug = meeting.derive_slug()
    meeting.save()
    return meeting


def make_agenda_item(number: str = "2", *, meeting: Meeting | None = None, **values: Any) -> AgendaItem:
    defaults = {"label": number, "position": next(_counter), "title": f"عنوان البند {number}"}
    values = {**defaults, **values}
    return AgendaItem.objects.create(
        meeting=meeting or make_meeting(), number=number, **{"printed_title": values["title"], **values}
    )


def make_document(symbol: str | None = None, **values: Any) -> Document:
    """A held document; `source_file=""` makes one that is only known. One without a symbol wants a `slug`."""
    serial = next(_counter)
    symbol = f"{WORKING_GROUP}/2019/{serial}" if symbol is None else symbol
    defaults: dict[str, Any] = {
        "slug": slug_of(symbol),
        "kind": "meeting-report",
        "title": f"تقرير عن أعمال الاجتماع {serial}",
        "date": date(2019, 7, 16),
        "source_file": f"source-{serial}.txt",
        "source_sha256": f"{serial:064x}",
    }
    values = {**defaults, **values}
    return Document.objects.create(symbol=symbol, **{"printed_title": values["title"], **values})


def make_former_slug(slug: str, document: Document) -> FormerSlug:
    return FormerSlug.objects.create(slug=slug, document=document)


def make_section(document: Document, title: str = "مقدمة", **values: Any) -> Section:
    defaults = {"position": document.sections.count() + 1, "level": 1, "label": "أولا", "printed_label": "أولاً"}
    return Section.objects.create(document=document, title=title, **{"printed_title": title, **defaults, **values})


def make_paragraph(document: Document, number: int = 1, text: str = "", **values: Any) -> Paragraph:
    text = text or f"نص الفقرة {number}."
    defaults = {
        "printed_number": str(number),
        "position": document.paragraphs.count() + 1,
        "printed_text": text,
        "first_line": number,
        "last_line": number,
    }
    return Paragraph.objects.create(document=document, number=number, text=text, **{**defaults, **values})


def make_footnote(document: Document, marker: str = "1", text: str = "", **values: Any) -> Footnote:
    text = text or f"نص الحاشية {marker}."
    defaults = {"position": document.footnotes.count() + 1, "printed_text": text}
    return Footnote.objects.create(document=document, marker=marker, text=text, **{**defaults, **values})


def make_recommendation(
    number: int = 1,
    chapeau: str = "",
    *,
    meeting: Meeting | None = None,
    subparagraphs: tuple[str, ...] = (),
    **values: Any,
) -> Recommendation:
    """A recommendation with its lettered items, if texts for them are given."""
    meeting = meeting or make_meeting()
    chapeau = chapeau or f"ينبغي للدول أن تحفظ القناة رقم {number}."
    items = [(abjad.letter(position), text) for position, text in enumerate(subparagraphs, start=1)]
    whole = whole_text(chapeau, items)
    defaults: dict[str, Any] = {"printed_number": str(number), "printed_chapeau": chapeau}
    row = Recommendation(
        meeting=meeting,
        number=number,
        chapeau=chapeau,
        **{"text": whole, "printed_text": whole, **defaults, **values},
    )
    row.locator = row.derive_locator()
    row.save()
    for position, (label, text) in enumerate(items, start=1):
        make_subparagraph(row, position, text, label=label)
    return row


def make_subparagraph(recommendation: Recommendation, position: int, text: str = "", **values: Any) -> Subparagraph:
    """The lettered item alone; the recommendation's whole text is left as it is."""
    text = text or f"نص الفقرة الفرعية {position}؛"
    label = abjad.letter(position)
    defaults = {
        "position": position,
        "label": label,
        "printed_label": values.get("label", label),
        "printed_text": text,
    }
    return Subparagraph.objects.create(recommendation=recommendation, text=text, **{**defaults, **values})


def make_erratum(document: Document, line: int = 1, printed: str = "المهزئين", **values: Any) -> Erratum:
    defaults = {"corrected": "المهربين", "certainty": Erratum.Certainty.DOUBTFUL}
    return Erratum.objects.create(document=document, line=line, printed=printed, **{**defaults, **values})


def make_run(**values: Any) -> ImportRun:
    return ImportRun.objects.create(**{"sources": "sources", "status": ImportRun.Status.DONE, **values})


def make_import_problem(run: ImportRun | None = None, **values: Any) -> ImportProblem:
    defaults = {
        "file": "source.txt",
        "line": 3,
        "code": "missing_number",
        "severity": "warning",
        "message": "لا أثر للرقم 30 في هذا التسلسل.",
    }
    return ImportProblem.objects.create(run=run or make_run(), **{**defaults, **values})


def make_conflict(**values: Any) -> Conflict:
    defaults = {
        "kind": "meeting",
        "locator": "itc-conf-wg1.1",
        "field": "place",
        "held": "فيينا",
        "offered": "جنيف",
        "source_file": "source.txt",
    }
    return Conflict.objects.create(**{**defaults, **values})


def make_state(corpus: str = "real", data_version: int = 1) -> ArchiveState:
    state, _ = ArchiveState.objects.update_or_create(
        pk=1, defaults={"corpus": corpus, "data_version": data_version}
    )
    return state
