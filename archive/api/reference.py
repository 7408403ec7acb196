"""The description of the interface, for machines (`openapi.json`) and for people (`docs/`).

Both stand below /api/, which has no language of its own: Arabic, or English with `?lang=en`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation

from archive.filters.page_parameters import JSON_REFERENCE, LANG, PAGE_SIZES
from archive.filters.parameters import last_page
from archive.models import Document, Meeting, Recommendation, Topic
from archive.record.held import HeldForState

from .openapi import build_openapi
from .paging import read_or_refuse
from .responses import answer, read_only
from .schema import Schema


@dataclass(frozen=True, slots=True)
class FieldDescription:
    """A parameter, or a field of an answer: what it is called, what it takes or holds."""

    name: str
    takes: str
    description: str = ""


@dataclass(frozen=True, slots=True)
class Operation:
    address: str
    summary: str
    description: str
    parameters: list[FieldDescription]
    shape: str
    is_list: bool


@read_only
def openapi(request: HttpRequest) -> HttpResponse:
    language = _language(request)
    with translation.override(language):
        response = answer(build_openapi(_last_pages.current()))
    response["Content-Language"] = language
    return response


@read_only
def page(request: HttpRequest) -> HttpResponse:
    """The same document, as a page: nothing is said here that is not said there."""
    language = _language(request)
    with translation.override(language):
        document = build_openapi(_last_pages.current())
        shapes = document["components"]["schemas"]
        context = {
            "document": document,
            "operations": list(_operations(document)),
            "shapes": {name: list(_fields(shape)) for name, shape in shapes.items()},
            "refusals": {
                code: one["description"] for code, one in document["components"]["responses"].items()
            },
            "other": "en" if language == settings.LANGUAGE_CODE else "",
        }
        response = render(request, "archive/api.html", context)
    response["Content-Language"] = language
    return response


def _read_last_pages() -> dict[str, int]:
    """The last page of each list as it is now, whole and in its smallest pages."""
    counts = {
        "recommendations": Recommendation.objects.count(),
        "meetings": Meeting.objects.count(),
        "documents": Document.objects.count(),
        "topics": Topic.objects.in_use().count(),
    }
    return {name: last_page(count, min(PAGE_SIZES)) for name, count in counts.items()}


_last_pages = HeldForState(_read_last_pages)


def _language(request: HttpRequest) -> str:
    """That of `?lang=`. Raises BadParameters for anything else."""
    return read_or_refuse(request, JSON_REFERENCE)[LANG]


def _operations(document: dict[str, Any]) -> Iterator[Operation]:
    for address, methods in document["paths"].items():
        reading = methods.get("get") or methods["post"]
        parameters = [
            FieldDescription(one["name"], _takes(one["schema"]), one["description"]) for one in reading["parameters"]
        ]
        shape = reading["responses"]["200"]["content"]["application/json"]["schema"]
        about = reading.get("description", "")
        yield Operation(address, reading["summary"], about, parameters, _takes(shape), "{" not in address)


def _fields(shape: Schema) -> Iterator[FieldDescription]:
    """The fields of an object, those of objects inside it behind a dot."""
    for name, schema in shape["properties"].items():
        yield FieldDescription(name, _takes(schema))
        inner = schema.get("items", schema)
        for field in _fields(inner) if "properties" in inner else ():
            yield FieldDescription(f"{name}.{field.name}", field.takes)


def _takes(schema: Schema) -> str:
    """A schema in a word or two: «integer», «date», «Body», «Topic[]», «1 | 2»."""
    match schema:
        case {"anyOf": kinds}:
            return " | ".join(filter(None, map(_takes, kinds)))
        case {"$ref": str(name)}:
            return name.rpartition("/")[2]
        case {"items": items}:
            return f"{_takes(items)}[]"
        case {"enum": values}:
            return " | ".join(map(str, values))
        case {"const": value}:
            return str(value)
        case _:
            return str(schema.get("format") or schema["type"])
