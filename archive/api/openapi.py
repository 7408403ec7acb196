"""The description of `/api/v1/` as an OpenAPI 3.1 document, built from what the interface itself goes by.

Addresses come from the URL patterns, parameters from the tables of the one reader, shapes from the tables of fields.
"""

from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import unquote

from django.urls import reverse
from django.utils.translation import gettext as _

from archive.filters.page_parameters import JSON_LIST, PAGE, SEARCH
from archive.filters.parameters import Parameter, ParameterTable

from .list_fields import build_schemas
from .resolving import ASKED, RESOLVED, RESOLVED_LIST
from .schema import (
    DATE,
    DOCUMENT_SLUG,
    LOCATOR,
    MEETING_SLUG,
    TEXT,
    TOPIC_SLUG,
    Schema,
    one_of,
    pattern,
    ref,
)

VERSION = "1.0"


def build_openapi(last_pages: Mapping[str, int]) -> dict[str, Any]:
    """The whole document in the active language; `last_pages` has that of each list: no later one is promised."""
    return {
        "openapi": "3.1.0",
        "info": {"title": _("أرشيف التوصيات: الواجهة البرمجية"), "version": VERSION, "description": _introduction()},
        "servers": [{"url": "/"}],
        "paths": dict(_paths(last_pages)),
        "components": {
            "schemas": build_schemas() | {one.name: one.schema for one in (RESOLVED, RESOLVED_LIST)},
             "responses": _responses(),
            "headers": _headers(),
        },
    }


def _introduction() -> str:
    return _(
        "للقراءة فقط (GET وHEAD وOPTIONS)، ومن أي موقع. النصوص بالعربية بترميز UTF-8 والتواريخ وفق ISO 8601. "
        "مع كل جواب ETag: أرسله في If-None-Match فيأتي الجواب 304 ما لم يتغير شيء، وكذلك Last-Modified في "
        "If-Modified-Since؛ فإن أُرسلا معاً فالعبرة بالأول. وما لا يُفهم من المعاملات "
        "يُجاب عنه بالرمز 400 وبجملة لكل معامل."
    )


def _paths(most: Mapping[str, int]) -> Iterable[tuple[str, Any]]:
    one = _("معرّف التوصية، مثل ctoc-cop-wg7.5.2؛ ومعرّف الفقرة الفرعية يحيل إلى توصيتها.")
    meeting = _("معرّف الاجتماع، مثل ctoc-cop-wg7.5.")
    document = _("معرّف الوثيقة، وهو رمزها: ctoc-cop-wg7-2019-5. والمعرّف السابق يحيل إلى الحالي.")
    topic = _("معرّف الموضوع، كما في topics.")
    yield _list("index", _("القوائم المتاحة"), [], "Index")
    summary = _("البحث في التوصيات وتصفيتها")
    searching = _parameters(SEARCH, most["recommendations"])
    yield _list("recommendations", summary, searching, "RecommendationList", _about_facets())
    yield _item("recommendation", _("توصية"), _path("locator", LOCATOR, one), "Recommendation", moves=True)
    yield _list("meetings", _("الاجتماعات والدورات"), _parameters(JSON_LIST, most["meetings"]), "MeetingList")
    yield _item("meeting", _("اجتماع"), _path("slug", MEETING_SLUG, meeting), "Meeting")
    yield _list("documents", _("الوثائق"), _parameters(JSON_LIST, most["documents"]), "DocumentList")
    yield _item("document", _("وثيقة بنصها"), _path("slug", DOCUMENT_SLUG, document), "WholeDocument", moves=True)
    yield _list("topics", _("شجرة المواضيع"), _parameters(JSON_LIST, most["topics"]), "TopicList")
    yield _item("topic", _("موضوع"), _path("slug", TOPIC_SLUG, topic), "Topic")
    yield _resolving()


def _list(
    name: str, summary: str, parameters: list[Schema], shape: str, description: str = ""
) -> tuple[str, Any]:
    reading = _reading(name, summary, parameters, shape, ())
    reading["get"]["description"] = description
    return reverse(f"api:{name}"), reading


def _item(name: str, summary: str, place: Schema, shape: str, *, moves: bool = False) -> tuple[str, Any]:
    address = unquote(reverse(f"api:{name}", args=[f"{{{place['name']}}}"]))
    return address, _reading(name, summary, [place], shape, ("301", "404") if moves else ("404",))


def _resolving() -> tuple[str, Any]:
    refusals = {code: {"$ref": f"#/components/responses/{code}"} for code in ("400", "405", "413")}
    origin = {"Access-Control-Allow-Origin": {"$ref": "#/components/headers/Access-Control-Allow-Origin"}}
    answer = {
        "description": _("الجواب"),
        "headers": origin,
        "content": {"application/json": {"schema": ref(RESOLVED_LIST.name)}},
    }
    posting = {
        "operationId": "resolve",
        "summary": _("الإحالات في نص"),
        "description": _(
            "كل ما يحيل إليه النص، بمواضعه (محسوبة بمحارف يونيكود) وبما في الأرشيف منه. لا يزيد النص على ميغابايت."
        ),
        "parameters": [],
        "requestBody": {"required": True, "content": {"application/json": {"schema": ASKED}}},
        "responses": {"200": answer, **refusals},
    }
    return reverse("api:resolve"), {"post": posting}


def _reading(
    name: str, summary: str, parameters: list[Schema], shape: str, also: tuple[str, ...]
) -> dict[str, Any]:
    answer = {
        "description": _("الجواب"),
        "headers": {name: {"$ref": f"#/components/headers/{name}"} for name in _headers()},
        "content": {"application/json": {"schema": ref(shape)}},
    }
    others = sorted({"304", "400", "405", *also})
    responses = {"200": answer, **{code: {"$ref": f"#/components/responses/{code}"} for code in others}}
    return {
        "get": {"operationId": name, "summary": summary, "parameters": parameters, "responses": responses}
    }


# Parameters ---------------------------------------------------------------------------------------------------


def _path(name: str, expression: str, description: str) -> Schema:
    return {
        "name": name, "in": "path", "required": True, "description": description, "schema": pattern(expression),
    }  # fmt: skip


def _parameters(table: ParameterTable, last: int) -> list[Schema]:
    """Those of a table, in its order. One without a description is an error, not a gap."""
    return [_query(parameter, last) for parameter in table.parameters]


def _query(parameter: Parameter[Any], last: int) -> Schema:
    if not parameter.about:
        raise LookupError(f"«{parameter.name}» has no description for programs in `page_parameters`.")
    found = {
        "name": parameter.name, "in": "query", "required": False, "description": str(parameter.about),
        "schema": _takes(parameter, last),
    }  # fmt: skip
    return found | {"style": "form", "explode": True} if parameter.repeats else found


def _takes(parameter: Parameter[Any], last: int) -> Schema:
    match parameter.kind:
        case "values":
            return {"type": "array", "items": TEXT, "minItems": 1}
        case "page":
            bound = {"maximum": last} if parameter is PAGE else {}
            return {"type": "integer", "minimum": 1, **bound, "default": 1}
        case "size":
            sizes = [int(size) for size in parameter.options]
            return {"type": "integer", "enum": sizes, "default": parameter.default}
        case "count":
            least, most = (int(bound) for bound in parameter.options)
            return {"type": "integer", "minimum": least, "maximum": most, "default": parameter.default}
        case "date":
            found = DATE
        case "flag" | "choice":
            found = one_of(parameter.options)
        case _:
            return TEXT
    # What a form sends where nothing was chosen counts as nothing.
    return {"anyOf": [found, {"const": ""}]} if parameter.may_be_empty else found


def _about_facets() -> str:
    return _(
        "قيم المعاملات من نوع string[] هي التي تأتي في facets، و«none» لما لا قيمة له. يتكرر المعامل فتكفي واحدة "
        "من قيمه، وتجتمع المعاملات المختلفة. وحيث زادت قيم تصنيف على facet_size يأتي عددها في count ورابط بقيتها في "
        "next. وإن سمّت q توصية أو وثيقة بعينها (مثل «5/2 ك») فهي في reference مع "
        "رابط صفحتها."
    )


# Answers ------------------------------------------------------------------------------------------------------


def _responses() -> dict[str, Any]:
    address = {"type": "string", "format": "uri-reference"}
    location = {"Location": {"description": _("الرابط الحالي"), "schema": address}}
    allow = {"Allow": {"description": _("ما يُسمح به"), "schema": TEXT}}
    return {
        "301": {"description": _("انتقل إلى رابط آخر."), "headers": location},
        "304": {"description": _("لم يتغير شيء منذ الجواب الذي يدل عليه If-None-Match أو If-Modified-Since.")},
        "400": _refusal(_("معامل لا يقبله هذا الرابط، أو قيمة لا يقبلها المعامل.")),
        "404": _refusal(_("لا شيء في الأرشيف بهذا المعرّف.")),
        "405": _refusal(_("طلب لغير القراءة.")) | {"headers": allow},
        "413": _refusal(_("نص أطول مما يُقرأ.")),
    }


def _refusal(description: str) -> dict[str, Any]:
    return {"description": description, "content": {"application/json": {"schema": ref("Errors")}}}


def _headers() -> dict[str, Any]:
    return {
        "ETag": {"description": _("بصمة الجواب."), "required": True, "schema": TEXT},
        "Last-Modified": {
            "description": _("تاريخ آخر تغيير في الأرشيف؛ لا يُرسل في لحظة التغيير نفسها."), "schema": TEXT,
        },
        "Access-Control-Allow-Origin": {
            "description": _("يُقرأ من أي موقع."), "required": True, "schema": {"const": "*"},
        },
    }  # fmt: skip
