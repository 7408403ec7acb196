"""A spreadsheet from right to left: the table on the first sheet, what it is on the second."""

import tempfile
from collections.abc import Iterator
from typing import Any

import xlsxwriter
from django.db.models import Max
from django.db.models.functions import Length
from django.utils.translation import gettext as _

from archive.display.names.language import is_english
from archive.models import Recommendation

from .asking import Wishes, remarks_of, summary_of
from .columns import ADDRESS, Column, cell_of, chosen_columns, head_of, read_rows
from .csv_table import unknown_columns
from .given import GivenSelection

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
#: A cell holds no more letters; the rest of a text stands in a column of its own.
MOST_LETTERS = 32_767
#: A sheet holds 65,530 links; behind these the address stands as text.
MOST_LINKS = 50_000
_TEXTS = ("text", "printed_text", "text_en")
_OPTIONS = {
    # A row is written to disk when the next one begins: memory does not grow with the table.
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_PIECE = 64 * 1024


def write_xlsx(given: GivenSelection, wishes: Wishes) -> Iterator[bytes]:
    """The file in pieces. It is built in a nameless file, which is gone whenever nobody reads it any longer."""
    with tempfile.TemporaryFile() as packed:
        _build(given, wishes, packed)
        packed.seek(0)
        while piece := packed.read(_PIECE):
            yield piece


def _build(given: GivenSelection, wishes: Wishes, packed: Any) -> None:
    columns, unknown = chosen_columns(wishes, given.languages)
    with (
        tempfile.TemporaryDirectory() as folder,
        xlsxwriter.Workbook(packed, {**_OPTIONS, "tmpdir": folder}) as book,
    ):
        book.set_properties({"title": given.title, "created": given.generated.replace(tzinfo=None)})
        sheet = book.add_worksheet((_("الطلبات") if given.actors else _("التوصيات"))[:31])
        _lay_out(book, sheet, columns, given, wishes)
        _explain(book, given, [*remarks_of(given), *unknown_columns(unknown)])


def _lay_out(book: Any, sheet: Any, columns: list[Column], given: GivenSelection, wishes: Wishes) -> None:
    reading_order = 1 if is_english() else 2
    head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "reading_order": reading_order})
    # The texts keep their direction in every language of the interface.
    arabic = book.add_format({"text_wrap": True, "valign": "top", "reading_order": 2})
    plain = book.add_format({"text_wrap": True, "valign": "top", "reading_order": reading_order})
    latin = book.add_format({"valign": "top", "reading_order": 1})
    link = book.add_format({"valign": "top", "reading_order": 1, "font_color": "blue", "underline": 1})
    english = book.add_format({"text_wrap": True, "valign": "top", "reading_order": 1})
    overflows = _has_long_texts()
    heads: list[tuple[Column, int]] = []
    for column in columns:
        heads.append((column, 0))
        if overflows and column.name in _TEXTS:
            heads.append((column, 1))
    if not is_english():
        sheet.right_to_left()
    sheet.freeze_panes(1, 0)
    for place, (column, part) in enumerate(heads):
        sheet.set_column(place, place, column.width)
        name = head_of(column, wishes)
        sheet.write_string(0, place, f"{name} ({part + 1})" if part else name, head)
    row = 0
    for row, text in enumerate(read_rows(given, columns), 1):
        for place, (column, part) in enumerate(heads):
            value = cell_of(column, text, given, wishes)
            if isinstance(value, int):
                sheet.write_number(row, place, value, plain)
            elif column is ADDRESS and row <= MOST_LINKS:
                sheet.write_url(row, place, value, link, value)
            else:
                if column.name == "text_en":
                    form = english
                else:
                    is_arabic = column.is_text or column.name in _TEXTS
                    form = arabic if is_arabic else latin if value.isascii() else plain
                sheet.write_string(row, place, value[part * MOST_LETTERS : (part + 1) * MOST_LETTERS], form)
    sheet.autofilter(0, 0, row, len(heads) - 1)


def _has_long_texts() -> bool:
    longest = Recommendation.objects.public().aggregate(
        longest=Max(Length("printed_text")), read=Max(Length("text"))
    )
    # What no cell holds in English has more than half as many letters in Arabic.
    return max(longest["longest"] or 0, longest["read"] or 0) > MOST_LETTERS // 2


def _explain(book: Any, given: GivenSelection, remarks: list[str]) -> None:
    sheet = book.add_worksheet(_("عن هذا الجدول")[:31])
    bold = book.add_format({"bold": True, "valign": "top"})
    wrapped = book.add_format({"text_wrap": True, "valign": "top", "reading_order": 1 if is_english() else 2})
    if not is_english():
        sheet.right_to_left()
    sheet.set_column(0, 0, 20)
    sheet.set_column(1, 1, 90)
    remark_rows = [("" if place else _("ملاحظات"), remark) for place, remark in enumerate(remarks)]
    for row, (label, value) in enumerate([(_("العنوان"), given.title), *summary_of(given), *remark_rows]):
        sheet.write_string(row, 0, label, bold)
        sheet.write_string(row, 1, value, wrapped)
