"""The words of one paragraph: runs and what stands around and between them."""

from collections.abc import Callable
from dataclasses import dataclass, field

from ..lines import raised
from ..markup import Element, name_of
from .fields import FieldWords, OpenFields, is_list
from .number_fields import is_number_field, marked
from .styles import Styles
from .symbols import symbol_of
from .word import W, is_on, value_of

#: What stands in a run for one sign.
_SIGNS = {
    "tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "",
}  # fmt: skip
#: Text that was taken out or moved away: as accepted it is not there.
_DELETED = frozenset({"del", "moveFrom"})
_INSERTED = frozenset({"ins", "moveTo"})
#: Elements that say how something looks, or what it was before.
_NO_TEXT = frozenset(
    "pPr rPr sdtPr sdtEndPr tcPr trPr tblPr tblGrid sectPr proofErr bookmarkStart bookmarkEnd delText delInstrText"
    " annotationRef footnoteRef endnoteRef separator continuationSeparator rt fldData ffData commentRangeStart"
    " commentRangeEnd permStart permEnd dayShort monthShort yearShort pgNum Fallback binData".split()
)


@dataclass(slots=True)
class Seen:
    """What a reader of a document should be told of: what was met of each sort."""

    tracked: bool = False
    hidden: bool = False
    comments: bool = False
    elsewhere: bool = False
    numbers_in_fields: bool = False


@dataclass(slots=True)
class ParagraphWords:
    """The words of a paragraph, those of lists of contents in it, the boxes that hang on it, its page turns."""

    text: list[str] = field(default_factory=list)
    listed: list[str] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    turns: int = 0
    turns_before: int = 0

    def say(self, text: str, told: FieldWords) -> None:
        if told is FieldWords.TEXT:
            self.text.append(text)
        elif told is FieldWords.LIST:
            self.listed.append(text)

    def turn(self) -> None:
        self.turns += 1
        if not "".join(self.text).strip():
            self.turns_before += 1

    @property
    def is_blank(self) -> bool:
        return not "".join(self.text).strip()


@dataclass(slots=True)
class InlineReader:
    """Reads the paragraphs of one part. `note` gives the printed mark for a reference: kind, id, has its own mark."""

    styles: Styles
    fields: OpenFields
    seen: Seen
    note: Callable[[str, str, bool], str]
    rendered_turns: bool = False

    def read(self, paragraph: Element, *, hidden: bool) -> ParagraphWords:
        """The words of a paragraph; `hidden` where its style hides what no run shows again."""
        words = ParagraphWords()
        self._children(paragraph, words, hidden)
        return words

    def _children(self, element: Element, words: ParagraphWords, hidden: bool) -> None:
        for child in element:
            self._element(child, words, hidden)

    def _element(self, element: Element, words: ParagraphWords, hidden: bool) -> None:
        name = name_of(element)
        if name in _DELETED:
            self.seen.tracked = True
        elif name == "r":
            self._run(element, words, hidden)
        elif name == "fldSimple":
            self._simple_field(element, words, hidden)
        elif name == "AlternateContent":
            self._alternative(element, words, hidden)
        elif name == "sdt":
            self._control(element, words, hidden)
        elif name == "txbxContent":
            words.boxes.append(element)
        elif name in ("commentReference", "commentRangeStart"):
            self.seen.comments = True
        elif name in ("altChunk", "subDoc"):
            self.seen.elsewhere = True
        elif name == "t":  # of a formula, which has runs of its own
            self._say(element.text or "", words, hidden)
        elif name not in _NO_TEXT:
            self.seen.tracked |= name in _INSERTED
            self._children(element, words, hidden)

    def _say(self, text: str, words: ParagraphWords, hidden: bool) -> None:
        if hidden:
            self.seen.hidden |= bool(text.strip())
        else:
            words.say(text, self.fields.told)

    def _run(self, run: Element, words: ParagraphWords, hidden: bool) -> None:
        hidden = self._is_hidden(run.find(W + "rPr"), hidden)
        for child in run:
            name = name_of(child)
            if name == "t":
                self._say((child.text or "").replace("\n", " "), words, hidden)
            elif name in _SIGNS:
                self._say(_SIGNS[name], words, hidden)
            elif name == "br":
                self._break(child, words, hidden)
            elif name == "lastRenderedPageBreak":
                words.turn()
            elif name == "sym":
                self._say(symbol_of(value_of(child, "font"), value_of(child, "char")), words, hidden)
            elif name == "fldChar":
                self._field(value_of(child, "fldCharType"), words, hidden)
            elif name == "instrText":
                self.fields.instruct(child.text or "")
            elif name in ("footnoteReference", "endnoteReference"):
                if not hidden and self.fields.told is FieldWords.TEXT:
                    mark = self.note(
                        name.removesuffix("Reference"), value_of(child, "id"), _has_own_mark(child)
                    )
                    words.say(raised(mark) if mark else "", FieldWords.TEXT)
            elif name == "ruby":
                base = child.find(W + "rubyBase")
                self._children(base if base is not None else child, words, hidden)
            else:
                self._element(child, words, hidden)

    def _is_hidden(self, properties: Element | None, hidden: bool) -> bool:
        said = is_on(properties, "vanish")
        if said is not None:
            return said
        style = value_of(properties.find(W + "rStyle")) if properties is not None else ""
        return hidden or (bool(style) and self.styles.is_hidden(style))

    def _break(self, element: Element, words: ParagraphWords, hidden: bool) -> None:
        if value_of(element, "type") in ("page", "column"):
            if value_of(element, "type") == "page" and not self.rendered_turns:
                words.turn()
            self._say("\n", words, hidden)
        else:
            self._say("\n", words, hidden)

    def _field(self, kind: str, words: ParagraphWords, hidden: bool) -> None:
        if kind == "begin":
            self.fields.begin()
        elif kind == "separate":
            self.fields.separate()
        elif kind == "end":
            instruction = self.fields.end()
            if is_number_field(instruction):
                self.seen.numbers_in_fields = True
                self._say(marked(instruction), words, hidden)

    def _simple_field(self, element: Element, words: ParagraphWords, hidden: bool) -> None:
        self.fields.begin()
        self.fields.instruct(value_of(element, "instr"))
        self.fields.separate()
        if not is_number_field(value_of(element, "instr")):
            self._children(element, words, hidden)
        self._field("end", words, hidden)

    def _alternative(self, element: Element, words: ParagraphWords, hidden: bool) -> None:
        """One of several forms of the same thing."""
        chosen = next((child for child in element if name_of(child) == "Choice"), None)
        if chosen is None:
            chosen = next((child for child in element if name_of(child) == "Fallback"), None)
        if chosen is not None:
            self._children(chosen, words, hidden)

    def _control(self, element: Element, words: ParagraphWords, hidden: bool) -> None:
        """A content control: its words, unless they only ask for words."""
        if is_on(element.find(W + "sdtPr"), "showingPlcHdr"):
            return
        content = element.find(W + "sdtContent")
        if content is not None:
            self._children(content, words, hidden)


def _has_own_mark(reference: Element) -> bool:
    return value_of(reference, "customMarkFollows") in ("1", "true", "on")


def is_list_control(control: Element) -> bool:
    """A content control that holds a list of contents."""
    gallery = control.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
    return "contents" in value_of(gallery).casefold() or is_list(value_of(gallery))
