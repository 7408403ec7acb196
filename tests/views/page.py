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


@dataclass(eq=False)
class Element:
    """`said` and `heard` are the pieces of the whole page; of them those from `start` to `end` stand inside it."""

    name: str
    attributes: dict[str, str]
    said: list[str] = field(repr=False)
    heard: list[str] = field(repr=False)
    start: int
    end: int | None = None

    @property
    def text(self) -> str:
        return "".join(self.said[self.start : self.end])

    @property
    def words(self) -> str:
        return " ".join(self.text.split())

    @property
    def called(self) -> str:
        """The name that a reader hears: all but what is hidden from those who do not see."""
        spoken = "".join(self.heard[self.start : self.end])
        return " ".join((self.attributes.get("aria-label") or spoken).split())

    @property
    def is_hidden(self) -> bool:
        return self.attributes.get("aria-hidden") == "true"

    @property
    def keeps_its_line(self) -> bool:
        return bool(_IN_ONE_LINE & set(self.attributes.get("class", "").split()))


@dataclass
class Page(HTMLParser):
    """Elements in document order, each with all the text inside it."""

    response: HttpResponse
    elements: list[Element] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self.open: list[Element] = []
        self.foreign: list[str] = []
        # Pieces of text, once for all that is open about them: pages are deep, and parsed by the thousand.
        self._said: list[str] = []
        self._heard: list[str] = []
        self._hidden = self._in_one_line = 0
        self.feed(self.response.content.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._end_line(tag)
        at = len(self._said)
        element = Element(tag, {name: value or "" for name, value in attrs}, self._said, self._heard, at)
        self.elements.append(element)
        if tag in _VOID:
            element.end = at
        else:
            self.open.append(element)
            self._hidden += element.is_hidden
            self._in_one_line += element.keeps_its_line

    def handle_endtag(self, tag: str) -> None:
        self._end_line(tag)
        if tag not in _VOID and self.open:
            element = self.open.pop()
            assert element.name == tag, f"</{tag}> closes something else"
            element.end = len(self._said)
            self._hidden -= element.is_hidden
            self._in_one_line -= element.keeps_its_line

    def _end_line(self, tag: str) -> None:
        if tag in _BLOCKS and not (tag == "li" and self._in_one_line):
            self._piece("\n", "")

    def _piece(self, said: str, heard: str) -> None:
        self._said.append(said)
        self._heard.append(heard)

    def handle_data(self, data: str) -> None:
        self._piece(data, "" if self._hidden else data)
        if not _ARABIC.search(data):
            return
        language = next((e.attributes["lang"] for e in reversed(self.open) if "lang" in e.attributes), "")
        unread = {"title", "script"} & {e.name for e in self.open}
        if language == "en" and not unread:
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
