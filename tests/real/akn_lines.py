"""A resolution in AKN4UN as the plain lines that a converter would make of it: cover, text, footnotes at the end.

An own small reader with the standard library: it shows texts to the parser and knows nothing of the archive's formats.
"""

import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path

_BLOCKS = {"p", "num", "subheading", "heading", "tr"}
_LEFT_OUT = {"meta", "img"}


class _Lines:
    def __init__(self) -> None:
        self.blocks: list[str] = []
        self.notes: list[str] = []
        self._open: list[str] = []
        self._numbered = False

    def break_(self) -> None:
        text = " ".join("".join(self._open).split())
        self._open = []
        if text:
            self.blocks.append(text)

    def say(self, text: str | None) -> None:
        if text:
            self._open.append(text)

    def walk(self, element: ElementTree.Element) -> None:
        tag = _tag(element)
        if tag in _LEFT_OUT:
            return
        if tag == "authorialNote":
            self._note(element)
        elif tag == "num":
            # the number stands on the line of its text
            self.break_()
            self.say(" ".join("".join(element.itertext()).split()) + " ")
            self._numbered = True
        elif tag in _BLOCKS:
            if not self._numbered:
                self.break_()
            self._numbered = False
            self._inside(element)
            self.break_()
        elif tag == "td":
            self._inside(element)
            self.say("\t")
        elif tag == "eol":
            self.break_()
        else:
            self._inside(element)

    def _inside(self, element: ElementTree.Element) -> None:
        self.say(element.text)
        for child in element:
            self.walk(child)
            self.say(child.tail)

    def _note(self, element: ElementTree.Element) -> None:
        marker = element.get("marker", "*")
        text = " ".join("".join(element.itertext()).split())
        text = re.sub(r"^\(\s*\)\s*", "", text)
        self.say(marker)
        self.notes.append(f"({marker}) {text}")


def _tag(element: ElementTree.Element) -> str:
    return str(element.tag).rpartition("}")[2]


def akn_text(path: Path) -> str:
    """The paper as text: a blank line between blocks, its footnotes after a rule."""
    root = ElementTree.parse(path).getroot()
    lines = _Lines()
    lines.walk(root)
    lines.break_()
    notes = ["__________", *lines.notes] if lines.notes else []
    return "\n\n".join([*lines.blocks, *notes]) + "\n"
