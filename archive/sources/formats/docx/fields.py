"""Fields: of each the result is text and the instruction is not; a list of contents is no text at all."""

from dataclasses import dataclass, field
from enum import Enum

#: Fields whose result is a list made of the text: contents, and the index behind it.
_LISTS = ("TOC", "INDEX", "TOA")


class FieldWords(Enum):
    """What becomes of the words at a place: they are text, they belong to a list, they are nothing."""

    TEXT = "text"
    LIST = "list"
    NOTHING = "nothing"


@dataclass(slots=True)
class _Field:
    instruction: str = ""
    has_result: bool = False


@dataclass(slots=True)
class OpenFields:
    """The fields that are open at a place of a part; they nest, and go on over paragraphs."""

    _open: list[_Field] = field(default_factory=list)

    def begin(self) -> None:
        self._open.append(_Field())

    def instruct(self, text: str) -> None:
        if self._open:
            self._open[-1].instruction += text

    def separate(self) -> None:
        if self._open:
            self._open[-1].has_result = True

    def end(self) -> str:
        """The instruction of the field that ends here."""
        return self._open.pop().instruction if self._open else ""

    @property
    def is_whole(self) -> bool:
        """Every field that began has ended."""
        return not self._open

    @property
    def told(self) -> FieldWords:
        if any(not one.has_result for one in self._open):
            return FieldWords.NOTHING
        return FieldWords.LIST if any(is_list(one.instruction) for one in self._open) else FieldWords.TEXT


def is_list(instruction: str) -> bool:
    words = instruction.split()
    return bool(words) and words[0].upper() in _LISTS
