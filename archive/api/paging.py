"""What a query string asks of an address of the interface: a page of a list, or nothing at all."""

from typing import Any, TypeVar, overload

from django.db.models import Model, QuerySet
from django.http import HttpRequest

from archive.filters.page_parameters import JSON_ITEM, JSON_LIST, PAGE, PAGE_SIZE
from archive.filters.parameters import Asked, Knows, ParameterTable, last_page, read_parameters

from .list_fields import ListAnswer
from .responses import BadParameters
from .shapes import Row

M = TypeVar("M", bound=Model)


def read_or_refuse(
    request: HttpRequest, table: ParameterTable, knows: Knows = lambda name, value: True
) -> Asked:
    """What is asked for. Raises BadParameters, with every fault at once."""
    asked = read_parameters(request.GET, table, knows)
    refuse_faults(asked)
    return asked


def refuse_faults(asked: Asked) -> None:
    """Raises BadParameters if anything could not be followed."""
    if asked.faults:
        raise BadParameters(asked.faults)


def refuse_parameters(request: HttpRequest) -> None:
    """An item takes no parameters; raises BadParameters when there are some."""
    read_or_refuse(request, JSON_ITEM)


def page_or_refuse(asked: Asked, count: int) -> int:
    """The number of the page of so many items. Raises BadParameters where there is none with this number."""
    number = asked.page_of(PAGE, count, asked[PAGE_SIZE])
    refuse_faults(asked)
    return number


@overload
def build_list(request: HttpRequest, rows: QuerySet[M]) -> ListAnswer[M]: ...
@overload
def build_list(request: HttpRequest, rows: list[Row]) -> ListAnswer[Row]: ...
def build_list(request: HttpRequest, rows: QuerySet[Any] | list[Any]) -> ListAnswer[Any]:
    """One page of `rows`, which are in a stable order. Raises BadParameters, with every fault at once."""
    asked = read_or_refuse(request, JSON_LIST)
    count = len(rows) if isinstance(rows, list) else rows.count()
    number, size = page_or_refuse(asked, count), asked[PAGE_SIZE]
    first = (number - 1) * size
    following, previous = neighbours(request, number, last_page(count, size))
    return ListAnswer(count, following, previous, list(rows[first : first + size]))


def neighbours(request: HttpRequest, number: int, last: int) -> tuple[str | None, str | None]:
    """The addresses of the pages after and before the one with this number."""
    return (
        _address(request, number + 1) if number < last else None,
        _address(request, number - 1) if number > 1 else None,
    )


def _address(request: HttpRequest, number: int) -> str:
    query = request.GET.copy()
    query["page"] = str(number)
    return request.build_absolute_uri(f"{request.path}?{query.urlencode()}")
