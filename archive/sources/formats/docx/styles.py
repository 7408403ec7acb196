"""What a paragraph has from its style, and that from the styles that it is based on."""

from typing import NamedTuple

from ..markup import Element
from .word import W, is_on, number_in, value_of

#: Styles that are based on one another in a circle, or in a chain longer than any template's.
_LONGEST_CHAIN = 50


class StyleNumbering(NamedTuple):
    """The list and the level that a style names, each None where it does not, and the style that names the list."""

    number: str | None
    level: int | None
    style: str


class Styles:
    """The styles of a document by their ids; of one without the part, none."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, Element] = {}
        self._default = ""
        for style in root.findall(W + "style") if root is not None else ():
            key = value_of(style, "styleId")
            self._styles.setdefault(key, style)
            if value_of(style, "type") == "paragraph" and value_of(style, "default") in ("1", "true", "on"):
                self._default = self._default or key

    def chain(self, style: str) -> list[Element]:
        """The style and those that it is based on, nearest first."""
        found: list[Element] = []
        seen: set[str] = set()
        while style in self._styles and style not in seen and len(found) < _LONGEST_CHAIN:
            seen.add(style)
            found.append(self._styles[style])
            style = value_of(self._styles[style].find(W + "basedOn"))
        return found

    def of_paragraph(self, properties: Element | None) -> str:
        named = value_of(properties.find(W + "pStyle")) if properties is not None else ""
        return named if named in self._styles else self._default

    def numbering(self, style: str) -> StyleNumbering:
        """The list of a style: the nearest in the chain that names one."""
        level: int | None = None
        for element in self.chain(style):
            found = element.find(f"{W}pPr/{W}numPr")
            if found is None:
                continue
            level = number_in(found.find(W + "ilvl")) if level is None else level
            number = value_of(found.find(W + "numId"))
            if number:
                return StyleNumbering(number, level, value_of(element, "styleId"))
        return StyleNumbering(None, level, "")

    def is_hidden(self, style: str) -> bool:
        for element in self.chain(style):
            said = is_on(element.find(W + "rPr"), "vanish")
            if said is not None:
                return said
        return False

    def is_contents(self, style: str) -> bool:
        """A line of a list of contents: Word's own styles bear these names in every language."""
        if style not in self._styles:
            return False
        name = value_of(self._styles[style].find(W + "name")).casefold()
        return name.startswith("toc ") and name[4:].strip().isdecimal()
