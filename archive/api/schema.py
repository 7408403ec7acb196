"""JSON Schema in few words: what a field may hold."""

from collections.abc import Iterable
from typing import Any

Schema = dict[str, Any]

# Addresses, as CONTRACT says: body, meeting, recommendation (a further series has «s2-», a number beside another
# «-bis», «_2», «_a», a doubled one «-2»), lettered item, document.
_BODY = "[a-z0-9]+(-[a-z0-9]+)*"
_NUMBER = "[1-9][0-9]*"
BODY_SLUG = f"^{_BODY}$"
MEETING_SLUG = rf"^{_BODY}\.{_NUMBER}$"
_NUMBERED = rf"(s{_NUMBER}-)?{_NUMBER}(-[a-z]+|_[0-9a-z]+)?(-{_NUMBER})?"
LOCATOR = rf"^{_BODY}\.{_NUMBER}\.{_NUMBERED}$"
ITEM_LOCATOR = rf"^{_BODY}\.{_NUMBER}\.{_NUMBERED}\.[a-z]+$"
TOPIC_SLUG = f"^{_BODY}$"
DOCUMENT_SLUG = r"^[a-z0-9]+([.-][a-z0-9]+)*$"
ARTICLE = rf"^{_BODY}:{_NUMBER}$"

TEXT: Schema = {"type": "string"}
FLAG: Schema = {"type": "boolean"}
COUNT: Schema = {"type": "integer", "minimum": 0}
NUMBER: Schema = {"type": "integer", "minimum": 1}
DATE: Schema = {"type": "string", "format": "date"}
MOMENT: Schema = {"type": "string", "format": "date-time"}
ADDRESS: Schema = {"type": "string", "format": "uri"}
SHA256: Schema = {"type": "string", "pattern": "^([0-9a-f]{64})?$"}


def pattern(expression: str) -> Schema:
    return {"type": "string", "pattern": expression}


def one_of(values: Iterable[str]) -> Schema:
    return {"type": "string", "enum": list(values)}


def list_of(schema: Schema) -> Schema:
    return {"type": "array", "items": schema}


def or_null(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


def ref(name: str) -> Schema:
    return {"$ref": f"#/components/schemas/{name}"}


def closed(properties: dict[str, Schema], optional: Iterable[str] = ()) -> Schema:
    """An object with these fields and no others."""
    return {
        "type": "object",
        "required": [name for name in properties if name not in optional],
        "properties": properties,
        "additionalProperties": False,
    }
