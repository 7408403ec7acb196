"""The names of WordprocessingML, and how its values are written."""

from ..markup import Element

_TRANSITIONAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#: The strict form of the standard has names of its own for the same things.
_STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": _TRANSITIONAL,
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": _RELATIONS,
}
W = f"{{{_TRANSITIONAL.decode()}}}"
R = f"{{{_RELATIONS.decode()}}}"
#: Figures beyond this are nobody's numbers.
_LARGEST = 1_000_000


def in_one_form(data: bytes) -> bytes:
    """The part with the names of the usual form."""
    for strict, usual in _STRICT.items():
        data = data.replace(strict, usual)
    return data


def value_of(element: Element | None, name: str = "val") -> str:
    """An attribute of an element that may not be there."""
    return str(element.get(W + name) or "") if element is not None else ""


def number_in(element: Element | None, name: str = "val") -> int | None:
    """A whole number from 0; None for anything else."""
    text = value_of(element, name)
    if not text.isascii() or not text.isdecimal() or len(text) > len(str(_LARGEST)):
        return None
    return int(text)


def is_on(properties: Element | None, name: str) -> bool | None:
    """Whether a property is set; None where nothing is said of it."""
    found = properties.find(W + name) if properties is not None else None
    return None if found is None else value_of(found) not in ("0", "false", "off")
