"""A page as a reader sees it: its words, its links, and which language each word is marked with."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from django.http import HttpResponse

_VOID = {"meta", "link", "br", "hr", "img", "input", "path"}
#: Where one of these begins or ends a line ends, whatever blanks the markup has there.
_BLOCKS = frozenset(
    "address article aside body br caption dd details dialog div dl dt figcaption figure footer form h1 h2 h3 h4 head "
    "header hr html li main nav ol p section summary table tbody td tfoot th thead title tr ul".split()
)
#: Lists whose items stand in one line, where a blank at their ends is seen.
_IN_ONE_LINE = frozenset({"crumb"})
_ARABIC = re.compile(r"[\u0621-\u064a]")


@dataclass
class Element:
    name: str
    attributes: dict[str, str]
    text: str = ""
    #: What of it is spoken: all but what is hidden from those who do not see.
    spoken: str = ""

    @property
    def words(self) -> str:
        return " ".join(self.text.split())

    @property
    def called(self) -> str:
        """The name that a reader hears."""
        return " ".join((self.attributes.get("aria-label") or self.spoken).split())


@dataclass
class Page(HTMLParser):
    """Elements in document order, each with all the text inside it."""

    response: HttpResponse
    elements: list[Element] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self.open: list[Element] = []
        self.foreign: list[str] = []
        self.feed(self.response.content.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._end_line(tag)
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.elements.append(element)
        if tag not in _VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        self._end_line(tag)
        if tag not in _VOID and self.open:
            assert self.open.pop().name == tag, f"</{tag}> closes something else"

    def _end_line(self, tag: str) -> None:
        if tag in _BLOCKS and not (tag == "li" and self._stands_in_one_line()):
            for element in self.open:
                element.text += "\n"

    def _stands_in_one_line(self) -> bool:
        return any(_IN_ONE_LINE & set(element.attributes.get("class", "").split()) for element in self.open)

    def handle_data(self, data: str) -> None:
        is_spoken = all(element.attributes.get("aria-hidden") != "true" for element in self.open)
        for element in self.open:
            element.text += data
            element.spoken += data if is_spoken else ""
        language = next((e.attributes["lang"] for e in reversed(self.open) if "lang" in e.attributes), "")
        unread = {"title", "script"} & {e.name for e in self.open}
        if language == "en" and _ARABIC.search(data) and not unread:
            self.foreign.append(data.strip())

    def all(self, tag: str, /, **attributes: str) -> list[Element]:
        """Elements of this name; `class_` asks for one class among others."""
        css_class = attributes.pop("class_", None)
        return [
            element
            for element in self.elements
            if element.name == tag
            and (css_class is None or css_class in element.attributes.get("class", "").split())
            and all(element.attributes.get(key) == value for key, value in attributes.items())
        ]

    def one(self, tag: str, /, **attributes: str) -> Element:
        (found,) = self.all(tag, **attributes)
        return found

    def words(self, tag: str, /, **attributes: str) -> list[str]:
        return [element.words for element in self.all(tag, **attributes)]

    def links(self, tag: str = "a", /, **attributes: str) -> list[str]:
        found = self.all(tag, **attributes)
        return [element.attributes["href"] for element in found if "href" in element.attributes]

    @property
    def ids(self) -> list[str]:
        return [element.attributes["id"] for element in self.elements if "id" in element.attributes]
