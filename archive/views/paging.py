"""Pages of a list: ?page= and ?page_size=. A bad value is named on the page and passed over."""

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Model, QuerySet
from django.http import QueryDict
from django.utils.translation import gettext as _

PAGE_SIZES = (20, 50, 100)


@dataclass(frozen=True, slots=True)
class Complaint:
    """A parameter that could not be followed, and what it takes."""

    parameter: str
    given: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Paging:
    page: Page
    size: int
    complaints: tuple[Complaint, ...]

    @property
    def sizes(self) -> tuple[int, ...]:
        return PAGE_SIZES

    @property
    def numbers(self) -> list[int | str]:
        """The page numbers to offer, with «…» for those left out."""
        return list(self.page.paginator.get_elided_page_range(self.page.number, on_each_side=2, on_ends=1))

    @property
    def size_query(self) -> str:
        """What a link to another page must repeat."""
        return "" if self.size == PAGE_SIZES[0] else f"&page_size={self.size}"


def build_paging(parameters: QueryDict, rows: "QuerySet[Any] | list[Model]") -> Paging:
    """The page that is asked for; the first one where the wish cannot be understood."""
    complaints = []
    size, wrong = _read(parameters, "page_size", PAGE_SIZES[0], PAGE_SIZES)
    if wrong is not None:
        complaints.append(
            Complaint("page_size", wrong, _("عدد التوصيات في الصفحة 20 أو 50 أو 100؛ عرضنا 20."))
        )
    paginator = Paginator(rows, size)
    number, wrong = _read(parameters, "page", 1, range(1, paginator.num_pages + 1))
    if wrong is not None:
        sentence = _("رقم الصفحة عدد من 1 إلى %(last)s؛ عرضنا الصفحة الأولى.") % {"last": paginator.num_pages}
        complaints.append(Complaint("page", wrong, sentence))
    return Paging(paginator.page(number), size, tuple(complaints))


def _read(
    parameters: QueryDict, name: str, default: int, allowed: "range | tuple[int, ...]"
) -> tuple[int, str | None]:
    """The value, and the text that was given if it could not be used."""
    given = parameters.get(name)
    if given is None:
        return default, None
    digits = given.strip()
    # At most nine digits: longer ones are no page of any list, and int() refuses very long ones.
    value = int(digits) if digits.isdecimal() and len(digits) <= 9 else 0
    return (value, None) if value in allowed else (default, given[:40])
