"""A page of ours as a tree, and back: what is not touched comes out as it went in.

Our pages close what they open (a test holds it), so the standard library's tokens are enough.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser

_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())


@dataclass(eq=False, slots=True)
class Element:
    """`children` are elements and pieces of markup (text with its entities, comments, the doctype) as they stood."""

    name: str
    attributes: dict[str, str | None] = field(default_factory=dict)
    children: "list[Element | str]" = field(default_factory=list)
    closes_itself: bool = False

    def get(self, attribute: str) -> str:
        return self.attributes.get(attribute) or ""

    def has_class(self, name: str) -> bool:
        return name in self.get("class").split()

    @property
    def elements(self) -> "Iterator[Element]":
        """Those directly inside it."""
        return (child for child in self.children if isinstance(child, Element))

    def walk(self) -> "Iterator[Element]":
        """All elements inside it, in the order of the page. Not while they are changed."""
        for child in self.elements:
            yield child
            yield from child.walk()

    def is_empty(self) -> bool:
        """Whether nothing is to be read or used in it."""
        return self.name not in _VOID and all(
            child.is_empty() if isinstance(child, Element) else not child.strip() for child in self.children
        )


class _MarkupReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.open = [Element("")]

    def _add(self, child: Element | str) -> None:
        self.open[-1].children.append(child)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, dict(attrs))
        self._add(element)
        if tag not in _VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._add(Element(tag, dict(attrs), closes_itself=True))

    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID and len(self.open) > 1:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        self._add(data)

    def handle_entityref(self, name: str) -> None:
        self._add(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._add(f"&#{name};")

    def handle_comment(self, data: str) -> None:
        self._add(f"<!--{data}-->")

    def handle_decl(self, decl: str) -> None:
        self._add(f"<!{decl}>")


def parse(page: str) -> Element:
    """The page in an element without a name."""
    reader = _MarkupReader()
    reader.feed(page)
    reader.close()
    return reader.open[0]


def write(element: Element) -> str:
    return "".join(_pieces(element))


def _pieces(element: Element) -> Iterator[str]:
    if element.name:
        own = "".join(
            f" {name}" if value is None else f' {name}="{escape(value)}"' for name, value in element.attributes.items()
        )
        yield f"<{element.name}{own}{'/' if element.closes_itself else ''}>"
    for child in element.children:
        if isinstance(child, Element):
            yield from _pieces(child)
        else:
            yield child
    if element.name and element.name not in _VOID and not element.closes_itself:
        yield f"</{element.name}>"
