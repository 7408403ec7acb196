"""The shapes of the answers as JSON Schema, in the order in which `representations` and `found` write them.

Every object names all its fields as required and allows no other: tests hold each answer against its shape, so a
field that is added there and not here is found at once.
"""

from typing import Any

from archive.filters.page_parameters import FACETS
from archive.models import Citation, Document
from archive.vocabulary.addressees import ADDRESSEES
from archive.vocabulary.operative_phrases import VERB_CLASSES

Schema = dict[str, Any]

# Addresses, as CONTRACT says: body, meeting, recommendation (a doubled number has «-2»), lettered item, document.
_BODY = "[a-z0-9]+(-[a-z0-9]+)*"
_NUMBER = "[1-9][0-9]*"
BODY_SLUG = f"^{_BODY}$"
MEETING_SLUG = rf"^{_BODY}\.{_NUMBER}$"
LOCATOR = rf"^{_BODY}\.{_NUMBER}\.{_NUMBER}(-{_NUMBER})?$"
ITEM_LOCATOR = rf"^{_BODY}\.{_NUMBER}\.{_NUMBER}(-{_NUMBER})?\.[a-z]+$"
TOPIC_SLUG = f"^{_BODY}$"
DOCUMENT_SLUG = r"^[a-z0-9]+([.-][a-z0-9]+)*$"

#: Kinds of notices (archive.search.understood), and of what is searched instead of what was typed.
NOTICES = "cut name spelling nearest also thesaurus unknown".split()

ARTICLE = rf"^{_BODY}:{_NUMBER}$"

TEXT: Schema = {"type": "string"}
FLAG: Schema = {"type": "boolean"}
COUNT: Schema = {"type": "integer", "minimum": 0}
NUMBER: Schema = {"type": "integer", "minimum": 1}
DATE: Schema = {"type": "string", "format": "date"}
ADDRESS: Schema = {"type": "string", "format": "uri"}
SHA256: Schema = {"type": "string", "pattern": "^([0-9a-f]{64})?$"}


def pattern(expression: str) -> Schema:
    return {"type": "string", "pattern": expression}


def one_of(values: Any) -> Schema:
    return {"type": "string", "enum": list(values)}


def list_of(schema: Schema) -> Schema:
    return {"type": "array", "items": schema}


def or_null(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


def ref(name: str) -> Schema:
    return {"$ref": f"#/components/schemas/{name}"}


def closed(properties: dict[str, Schema], optional: tuple[str, ...] = ()) -> Schema:
    """An object with these fields and no others."""
    return {
        "type": "object",
        "required": [name for name in properties if name not in optional],
        "properties": properties,
        "additionalProperties": False,
    }


def build_schemas() -> dict[str, Schema]:
    """All shapes by name."""
    return {
        "Recommendation": _recommendation(),
        "Meeting": _meeting(),
        "Document": closed(_cover()),
        "WholeDocument": closed(_cover() | _document_text()),
        "RecommendationList": _found_list(),
        "MeetingList": _list("Meeting"),
        "DocumentList": _list("Document"),
        "Body": closed({"slug": pattern(BODY_SLUG), "symbol": TEXT, "name": TEXT}),
        "AgendaItem": closed({"number": TEXT, "title": TEXT}),
        "Subparagraph": closed(
            {"locator": pattern(ITEM_LOCATOR), "label": TEXT, "position": NUMBER, "text": TEXT}
        ),
        "Operative": closed(
            {"phrase": TEXT, "class": one_of(VERB_CLASSES), "addressees": list_of(one_of(ADDRESSEES))}
        ),
        "TopicName": closed({"slug": pattern(TOPIC_SLUG), "name": TEXT}),
        "Topic": _topic(),
        "TopicList": _list("Topic"),
        "Citation": _citation(),
        "Facet": closed({"name": one_of(FACETS), "label": TEXT, "options": list_of(ref("Option"))}),
        "Option": closed({"value": TEXT, "label": TEXT, "count": COUNT, "selected": FLAG}),
        "Search": _search(),
        "Reference": _reference(),
        "Index": closed(dict.fromkeys(("recommendations", "meetings", "documents", "topics"), ADDRESS)),
        "Errors": _errors(),
    }


def _recommendation() -> Schema:
    meeting = {
        "slug": pattern(MEETING_SLUG), "number": NUMBER, "place": TEXT, "start": or_null(DATE), "end": or_null(DATE),
    }  # fmt: skip
    source = {
        "document": or_null(pattern(DOCUMENT_SLUG)), "symbol": TEXT, "file": TEXT, "first_line": or_null(COUNT),
        "last_line": or_null(COUNT), "sha256": SHA256,
    }  # fmt: skip
    return closed(
        {
            "locator": pattern(LOCATOR),
            "url": ADDRESS,
            "body": ref("Body"),
            "meeting": closed(meeting),
            "agenda_item": or_null(ref("AgendaItem")),
            "number": NUMBER,
            "text": TEXT,
            "printed_text": TEXT,
            "chapeau": TEXT,
            "subparagraphs": list_of(ref("Subparagraph")),
            "operative": list_of(ref("Operative")),
            "topics": list_of(ref("TopicName")),
            "citations": list_of(ref("Citation")),
            "source": closed(source),
        }
    )


def _meeting() -> Schema:
    line = {"number": TEXT, "label": TEXT, "title": TEXT, "parent": or_null(TEXT)}
    return closed(
        {
            "slug": pattern(MEETING_SLUG),
            "url": ADDRESS,
            "body": ref("Body"),
            "number": NUMBER,
            "title": TEXT,
            "place": TEXT,
            "start": or_null(DATE),
            "end": or_null(DATE),
            "held_in": TEXT,
            "agenda": list_of(closed(line)),
            "recommendation_count": COUNT,
            "documents": list_of(closed({"slug": pattern(DOCUMENT_SLUG), "symbol": TEXT})),
            "note": TEXT,
        }
    )


def _cover() -> dict[str, Schema]:
    return {
        "slug": pattern(DOCUMENT_SLUG),
        "url": ADDRESS,
        "symbol": TEXT,
        "job_number": TEXT,
        "kind": one_of(Document.Kind.values),
        "title": TEXT,
        "summary": TEXT,
        "language": TEXT,
        "original_language": TEXT,
        "distribution": TEXT,
        "date": or_null(DATE),
        "author": TEXT,
        "body": or_null(ref("Body")),
        "meeting": or_null(closed({"slug": pattern(MEETING_SLUG), "number": NUMBER})),
        "agenda_item": or_null(ref("AgendaItem")),
        "held": FLAG,
        "recommendation_count": COUNT,
        "paragraph_count": COUNT,
        "source": closed({"file": TEXT, "sha256": SHA256}),
    }


def _document_text() -> dict[str, Schema]:
    heading = {"label": TEXT, "printed_label": TEXT, "title": TEXT}
    texts = {"text": TEXT, "printed_text": TEXT}
    lines = {"first_line": or_null(COUNT), "last_line": or_null(COUNT)}
    section = {"anchor": TEXT, "level": NUMBER, **heading, "parent": or_null(TEXT)}
    path = {"section_path": list_of(closed(heading))}
    paragraph = {"number": NUMBER, "printed_number": TEXT, "anchor": TEXT, **texts, **path, **lines}
    beside = {"paragraph": or_null(NUMBER), "paragraph_anchor": or_null(TEXT), "place": or_null(COUNT)}
    footnote = {"marker": TEXT, "anchor": TEXT, **beside, **texts, **lines}
    return {
        "sections": list_of(closed(section)),
        "paragraphs": list_of(closed(paragraph)),
        "footnotes": list_of(closed(footnote)),
    }


def _topic() -> Schema:
    """`articles` are written as the facet has them; `recommendations` is the address of the list about the topic."""
    return closed(
        {
            "slug": pattern(TOPIC_SLUG),
            "url": ADDRESS,
            "name": TEXT,
            "name_en": TEXT,
            "description": TEXT,
            "description_en": TEXT,
            "parent": or_null(pattern(TOPIC_SLUG)),
            "articles": list_of(pattern(ARTICLE)),
            "recommendation_count": COUNT,
            "recommendations": ADDRESS,
        }
    )


def _citation() -> Schema:
    where = ("instrument", "article", "paragraph", "locator", "symbol")
    return closed({"kind": one_of(Citation.Kind.values), **{name: or_null(TEXT) for name in where}, "text": TEXT})


def _pages(item: str) -> dict[str, Schema]:
    return {
        "count": COUNT,
        "next": or_null(ADDRESS),
        "previous": or_null(ADDRESS),
        "results": list_of(ref(item)) | {"maxItems": 100},
    }


def _list(item: str) -> Schema:
    """Meetings and documents have no facets; the field is there, so that all lists look alike."""
    return closed(_pages(item) | {"facets": list_of(ref("Facet")) | {"maxItems": 0}})


def _found_list() -> Schema:
    """`partial`, `search` and `reference` are there where words were searched for."""
    found = _pages("Recommendation") | {"facets": list_of(ref("Facet"))}
    searched = {
        "partial": list_of(ref("Recommendation")), "search": ref("Search"), "reference": or_null(ref("Reference")),
    }  # fmt: skip
    return closed(found | searched, optional=tuple(searched))


def _search() -> Schema:
    notice = {"kind": one_of(NOTICES), "typed": TEXT, "shown": list_of(TEXT)}
    understood = {"typed": TEXT, "understood_as": TEXT, "exact": FLAG, "notices": list_of(closed(notice))}
    return closed(understood | {"stale_index": FLAG})


def _reference() -> Schema:
    """A recommendation or its lettered item by locator, a document (or its paragraph) by symbol; the other is null."""
    locators = {"anyOf": [pattern(LOCATOR), pattern(ITEM_LOCATOR), {"type": "null"}]}
    return closed({"locator": locators, "symbol": or_null(TEXT), "url": ADDRESS})


def _errors() -> Schema:
    """For every parameter that was wrong, at least one sentence."""
    sentences = {"type": "array", "items": TEXT, "minItems": 1}
    return closed({"errors": {"type": "object", "additionalProperties": sentences, "minProperties": 1}})
