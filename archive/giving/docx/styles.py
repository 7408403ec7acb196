"""The styles of our papers: right to left, with face, size and boldness for complex scripts."""

from dataclasses import dataclass

#: Faces that the secretariat's machines have; a machine without the Arabic one takes the one named in FACES.
LATIN_FACE, ARABIC_FACE, ARABIC_SUBSTITUTE = "Times New Roman", "Traditional Arabic", "Amiri"
#: From line to line, in parts of the size of the Arabic face: room for vowel marks, and the same for every face, so
#: that pages hold as much wherever the file is opened.
LEADING = 1.5
#: Width of the text on A4 between its margins, in twentieths of a point.
PAGE = (11906, 16838)
MARGIN = 1304
TEXT_WIDTH = PAGE[0] - 2 * MARGIN
#: The text as printed stands under the text of its recommendation.
PRINTED_INDENT = 680


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """Sizes in half points (Latin, Arabic), spaces in twentieths of a point. `follows` names the interface's direction:
    texts have that of their language, headings are in the reader's."""

    key: str
    name: str
    sizes: tuple[int, int]
    bold: bool = False
    before: int = 0
    after: int = 120
    keeps: bool = False
    outline: int = -1
    is_text: bool = False
    is_english: bool = False
    more: str = ""
    indent: int = 0


STYLES = (
    ParagraphStyle("Title", "Title", (32, 40), bold=True, before=240, after=240),
    ParagraphStyle("Body1", "Body name", (24, 32), bold=True, after=60),
    ParagraphStyle("Heading1", "heading 1", (26, 34), bold=True, before=360, keeps=True, outline=0),
    ParagraphStyle("Heading2", "heading 2", (22, 30), bold=True, before=240, keeps=True, outline=1),
    ParagraphStyle("Sources", "Sources", (18, 24), after=160, keeps=True),
    ParagraphStyle("Meeting", "Meeting", (20, 26), bold=True, before=120, after=80, keeps=True),
    ParagraphStyle("ContentsTitle", "Contents title", (22, 30), bold=True, before=360, keeps=True),
    ParagraphStyle("TOC1", "toc 1", (20, 28), after=40,
                   more=f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{TEXT_WIDTH}"/></w:tabs>'),
    ParagraphStyle("TOC2", "toc 2", (20, 26), after=40, indent=567,
                   more=f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{TEXT_WIDTH}"/></w:tabs>'),
    ParagraphStyle("Recommendation", "Recommendation", (22, 30), is_text=True),
    ParagraphStyle("Letter", "Lettered item", (22, 30), is_text=True, after=80),
    ParagraphStyle("RecommendationEnglish", "Recommendation in English", (22, 22), is_english=True),
    ParagraphStyle("LetterEnglish", "Lettered item in English", (22, 22), is_english=True, after=80),
    ParagraphStyle("Printed", "As printed", (18, 24), is_text=True, indent=PRINTED_INDENT),
    ParagraphStyle("Under", "Under a request", (20, 26), after=40, indent=PRINTED_INDENT),
    ParagraphStyle("UnderLast", "Under a request, last", (20, 26), after=200, indent=PRINTED_INDENT),
    ParagraphStyle("Report", "Report", (18, 24), is_text=True, after=160, indent=2 * PRINTED_INDENT),
    ParagraphStyle("Note", "Note", (20, 26)),
    ParagraphStyle("Cell", "Cell", (20, 26), after=40),
    ParagraphStyle("Apart", "Apart", (8, 8), after=0),
    ParagraphStyle("Header", "header", (18, 22), after=0,
                   more=f'<w:tabs><w:tab w:val="right" w:pos="{TEXT_WIDTH}"/></w:tabs>'),
    ParagraphStyle("Footer", "footer", (18, 22), after=0),
)  # fmt: skip


def render_styles(*, rtl: bool) -> str:
    """What stands inside of styles.xml."""
    return (
        _defaults()
        + _normal()
        + "".join(_style(style, rtl=style.is_text or (rtl and not style.is_english)) for style in STYLES)
        + _table()
    )


def _defaults() -> str:
    return (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{LATIN_FACE}" w:hAnsi="{LATIN_FACE}"'
        f' w:eastAsia="{LATIN_FACE}" w:cs="{ARABIC_FACE}"/><w:sz w:val="22"/><w:szCs w:val="30"/>'
        '<w:lang w:val="en-US" w:eastAsia="en-US" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
    )


def _normal() -> str:
    return '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'


def _style(style: ParagraphStyle, *, rtl: bool) -> str:
    latin, arabic = style.sizes
    paragraph = "<w:keepNext/><w:keepLines/>" if style.keeps else "<w:widowControl/>"
    paragraph += style.more
    paragraph += "<w:bidi/>" if rtl else ""
    line = round(arabic * 10 * LEADING)
    paragraph += (
        f'<w:spacing w:before="{style.before}" w:after="{style.after}" w:line="{line}" w:lineRule="exact"/>'
    )
    paragraph += f'<w:ind w:left="{style.indent}"/>' if style.indent else ""
    paragraph += f'<w:outlineLvl w:val="{style.outline}"/>' if style.outline >= 0 else ""
    run = f'<w:rFonts w:ascii="{LATIN_FACE}" w:hAnsi="{LATIN_FACE}" w:cs="{ARABIC_FACE}"/>'
    run += "<w:b/><w:bCs/>" if style.bold else ""
    run += f'<w:sz w:val="{latin}"/><w:szCs w:val="{arabic}"/><w:lang w:val="en-US" w:bidi="ar-SA"/>'
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{style.key}">'
        if style.name[0].isupper() and style.name != "Title"
        else f'<w:style w:type="paragraph" w:styleId="{style.key}">'
    ) + (
        f'<w:name w:val="{style.name}"/><w:basedOn w:val="Normal"/><w:qFormat/>'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def _table() -> str:
    edges = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="A6A6A6"/>'
        for side in ("top", "bottom", "insideH")
    )
    return (
        '<w:style w:type="table" w:customStyle="1" w:styleId="Facts"><w:name w:val="Facts"/>'
        f"<w:tblPr><w:tblBorders>{edges}</w:tblBorders></w:tblPr></w:style>"
        # Two languages beside each other, without lines.
        '<w:style w:type="table" w:customStyle="1" w:styleId="Facing"><w:name w:val="Facing"/></w:style>'
    )
