"""Labels that a word processor cannot renumber: one list definition for each label, its text literal."""

from dataclasses import dataclass, field
from xml.sax.saxutils import quoteattr

#: Where numbers and letters hang, in twentieths of a point: (indent of the text, hang of the label). A label stands
#: with its middle there: what is left and right of it Word and LibreOffice take contrary to each other in lines that
#: run from the right, and one of them would put it beyond the margin.
NUMBER, LETTER = (680, 340), (1247, 283)


@dataclass(slots=True)
class ListLabels:
    """The definitions of a paper, made as labels are met: as many as there are labels, not as there are rows."""

    _numbers: dict[tuple[str, tuple[int, int], bool], int] = field(default_factory=dict)

    def number(self, label: str, level: tuple[int, int], *, rtl: bool = True) -> int:
        """The number of the definition that shows this label."""
        return self._numbers.setdefault((label, level, rtl), len(self._numbers) + 1)

    def render(self) -> str:
        """What stands inside of numbering.xml: all abstract definitions, then all instances."""
        abstract = "".join(
            f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/>'
            f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="none"/><w:suff w:val="tab"/>'
            f"<w:lvlText w:val={quoteattr(label)}/>"
            f'<w:lvlJc w:val="center"/><w:pPr><w:tabs><w:tab w:val="num" w:pos="{indent}"/></w:tabs>'
            f'<w:ind w:left="{indent}" w:hanging="{hanging}"/></w:pPr>'
            f'{"<w:rPr><w:rtl/></w:rPr>" if rtl else ""}</w:lvl></w:abstractNum>'
            for (label, (indent, hanging), rtl), number in self._numbers.items()
        )
        instances = "".join(
            f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
            for number in self._numbers.values()
        )
        return abstract + instances
