"""How staff see a value: what the source printed, where it stands there, and what has been changed since."""

from datetime import date, datetime
from typing import Any

from django.contrib import admin
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from archive.models import Document
from archive.numbering.dates import format_date
from archive.record.decisions import WHOLE_ROW
from archive.record.kinds import KIND_BY_NAME, kind_of
from archive.sources.places import say_place

NOTHING = "—"
#: What a conflict about a whole row is about, where others name a field.
WHOLE = "الصف كله"


def show_printed(printed: str, corrections: list[list[Any]]) -> SafeString:
    """The printed text with its errata marked; each mark says its correction when pointed at."""
    parts: list[tuple[str, ...]] = []
    end = 0
    for start, stop, corrected, certainty, line, _printed in sorted(corrections, key=lambda row: row[:2]):
        if start < end:
            continue  # overlapping rows: the first one is enough to point at the place
        parts.append(("", "", printed[end:start]))
        parts.append(
            (f"erratum {certainty}", _say_correction(corrected, certainty.split()[0], line), printed[start:stop])
        )
        end = stop
    parts.append(("", "", printed[end:]))
    pieces = (
        format_html('<mark class="{}" title="{}">{}</mark>', kind, title, text) if kind else text
        for kind, title, text in parts
    )
    return format_html(
        '<div class="printed" dir="rtl">{}</div>', format_html_join("", "{}", ((piece,) for piece in pieces))
    )


def _say_correction(corrected: str, certainty: str, line: int) -> str:
    if not corrected:
        return f"السطر {line}: القراءة الصحيحة غير معروفة"
    return f"السطر {line}: «{corrected}»" + ("" if certainty == "certain" else "، مشكوك فيه ينتظر قراراً")


def show_place(document: Document | None, first_line: int | None, last_line: int | None) -> SafeString | str:
    """«001.txt، الأسطر 12–15», «001.docx، الفقرة 40 من الملف»."""
    if document is None or not document.source_file:
        return NOTHING
    if first_line is None:
        return show_name(document.source_file)
    lines = say_place(document.source_places, first_line, last_line)
    return format_html('<bdi dir="ltr">{}</bdi>، {}', document.source_file, lines)


def show_name(name: str) -> SafeString | str:
    """The name of a file or a folder, kept whole among Arabic words."""
    return format_html('<bdi dir="ltr">{}</bdi>', name) if name else NOTHING


def form_address(row: models.Model) -> str:
    """Where the desk has the form of a row."""
    return reverse(f"admin:archive_{row._meta.model_name}_change", args=[row.pk])


def offer_erratum(row: Any, printed: SafeString) -> SafeString:
    """A printed text with the way to mend a misread word of it; a word that is marked in it goes along by script."""
    kind = kind_of(row)
    if row.pk is None or row.entered_by_hand or kind is None or row.first_line is None:
        return printed
    address = reverse("admin:archive_erratum_propose", args=[kind.name, row.pk])
    return format_html(
        '{}<p class="propose"><a data-mark-word href="{}">صوّب كلمة في المطبوع</a></p>', printed, address
    )


def show_table(headings: tuple[str, ...], rows: list[tuple[Any, ...]]) -> SafeString:
    """A small table inside a form."""
    head = format_html_join("", '<th scope="col">{}</th>', ((heading,) for heading in headings))
    lines = (
        (format_html_join("", "<td><bdi>{}</bdi></td>", ((_plain(cell),) for cell in row)),) for row in rows
    )
    return format_html(
        '<table class="shown"><thead><tr>{}</tr></thead><tbody>{}</tbody></table>',
        head,
        format_html_join("", "<tr>{}</tr>", lines),
    )


def show_truth(value: bool) -> str:
    """In a word: Django's picture of it says «True» to whoever hears the page."""
    return "نعم" if value else "لا"


def show_day(day: date | None) -> str:
    """«8 أيلول/سبتمبر 2020»: the double name of the month is the UN's."""
    return format_date(day) if day else NOTHING


def show_moment(moment: datetime | None) -> str:
    if moment is None:
        return NOTHING
    local = timezone.localtime(moment)
    return f"{format_date(local.date())}، {local:%H:%M}"


def opening(text: str, length: int = 90) -> str:
    """The first words of a text, for a list."""
    if len(text) <= length:
        return text
    return text[:length].rsplit(" ", 1)[0] + " …"


@admin.display(description="الوثيقة", ordering="document")
def paper_of(row: Any) -> SafeString | str:
    """The paper of a row, for a list: its symbol, or so much of its title as one column has room for."""
    symbol = row.document.symbol or row.document.job_number
    return show_name(symbol) if symbol else opening(str(row.document), 40)


def name_of_field(model: type[models.Model], field: str) -> str:
    """The Arabic name of a field; of one that is no more, its code."""
    names = {known.name: str(known.verbose_name) for known in model._meta.fields}
    return names.get(field, WHOLE if field == WHOLE_ROW else field)


def name_of_kind(kind: str) -> str:
    """The Arabic name of a kind of rows; of one that is no more, its code."""
    return KIND_BY_NAME[kind].names[0] if kind in KIND_BY_NAME else kind


def _plain(value: Any) -> Any:
    return NOTHING if value in (None, "") else value
