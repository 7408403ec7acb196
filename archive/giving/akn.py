"""Akoma Ntoso as the United Nations use it (AKN4UN): meetings as sections, agenda items as their subsections,
recommendations as paragraphs.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from django.utils import timezone
from django.utils.translation import gettext as _

from archive.display.names.titles import provisional_mark, recommendation_figure
from archive.models import Erratum, Recommendation, Subparagraph

from .asking import Wishes, remarks_of
from .characters import sayable
from .compendium import agenda_mark, agenda_title, meeting_heading, section_mark
from .given import GivenSelection, GivenText, read_texts
from .languages import ARABIC, ENGLISH, SaidPassage, not_held, say

_NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
#: A selection is a paper of nobody but the archive: its work has an address of the archive's own kind.
_WORK = "/akn/un/statement/recommendations"
#: Languages of expressions, as ISO 639-2 has them.
_CODES = {ARABIC: "ara", ENGLISH: "eng"}


def write_akn(given: GivenSelection, wishes: Wishes) -> Iterator[bytes]:
    """One document, a meeting at a time. What differs from the print is told by editorial remarks.

    A file is one expression of the work: that in the first of its languages.
    """
    yield _head(given).encode()
    groups = groupby(read_texts(given), key=lambda text: text.row.meeting_id)
    place = 0
    for place, (_key, group) in enumerate(groups, 1):
        yield _section(place, list(group)).encode()
    if not place:
        # The schema wants something in a body; the preface says that there is nothing.
        yield b'<p eId="p_1"/>\n'
    yield b"</mainBody>\n</statement>\n</akomaNtoso>\n"


def _head(given: GivenSelection) -> str:
    day = timezone.localtime(given.generated).date()
    code = _CODES[given.languages[0]]
    remarks = "".join(f"<p>{_said(remark)}</p>" for remark in remarks_of(given))
    asked = "".join(f"<p>{_said(f'{label}: {value}')}</p>" for label, value in given.asked)
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<akomaNtoso xmlns="{_NAMESPACE}">\n'
        '<statement name="recommendations">\n<meta>\n<identification source="#archive">\n'
        f"{_frbr('FRBRWork', _WORK, day, '<FRBRcountry value=' + quoteattr('un') + '/>')}"
        f"{_frbr('FRBRExpression', f'{_WORK}/{code}@{day}', day, f'<FRBRlanguage language={quoteattr(code)}/>')}"
        f"{_frbr('FRBRManifestation', f'{_WORK}/{code}@{day}.xml', day, '')}"
        '</identification>\n<references source="#archive">'
        f'<TLCOrganization eId="archive" href={quoteattr(given.page)} showAs={quoteattr(_("أرشيف التوصيات"))}/>'
        "</references>\n</meta>\n"
        f"<preface><p><docTitle>{_said(given.title)}</docTitle></p>{asked}{remarks}</preface>\n<mainBody>\n"
    )


def _frbr(level: str, address: str, day: date, more: str) -> str:
    return (
        f"<{level}><FRBRthis value={quoteattr(f'{address}/!main')}/><FRBRuri value={quoteattr(address)}/>"
        f'<FRBRdate date="{day}" name="generation"/><FRBRauthor href="#archive"/>{more}</{level}>\n'
    )


def _section(place: int, texts: Sequence[GivenText]) -> str:
    meeting = texts[0].row.meeting
    own = f"sec_{place}"
    return (
        f'<section eId="{own}"><num>{escape(section_mark(place))}</num>'
        f"<heading>{_said(meeting_heading(meeting, with_body=True))}</heading>\n"
        f"{''.join(_under_agenda(own, texts))}</section>\n"
    )


def _under_agenda(above: str, texts: Sequence[GivenText]) -> Iterator[str]:
    """The paragraphs of a meeting, those that stand together under an agenda item in a subsection of its own."""
    number = 0
    for place, (_key, group) in enumerate(groupby(texts, key=lambda text: text.row.agenda_item_id), 1):
        here = list(group)
        item = here[0].row.agenda_item
        own = f"{above}__subsec_{place}" if item else above
        if item:
            heading = agenda_title(item)
            yield f'<subsection eId="{own}"><num>{_said(agenda_mark(item))}</num>'
            yield f"<heading>{_said(heading)}</heading>\n" if heading else ""
        for _same, some in groupby(here, key=lambda text: (text.row.pk, text.item is None)):
            number += 1
            yield _paragraph(own, number, list(some))
        if item:
            yield "</subsection>\n"


def _paragraph(above: str, number: int, texts: Sequence[GivenText]) -> str:
    """A place within its meeting names it: a number may come twice."""
    row, own = texts[0].row, f"{above}__para_{number}"
    rows = [item for text in texts for item in text.items]
    language = texts[0].languages[0]
    chapeau, *items = say(row, rows, language)
    start = f'<paragraph eId="{own}" wId={quoteattr(row.locator)}><num>{escape(_number(row, chapeau))}</num>'
    first = _passage(chapeau, row, language, _provisional(row))
    if not items:
        return f"{start}<content>{first}</content></paragraph>\n"
    return f"{start}<intro>{first}</intro>{''.join(_items(own, row, items, rows, language))}</paragraph>\n"


def _number(row: Recommendation, chapeau: SaidPassage) -> str:
    return f"{recommendation_figure(row)}{'-' if chapeau.language == ARABIC else '.'}"


def _items(
    above: str, row: Recommendation, items: Sequence[SaidPassage], rows: Sequence[Subparagraph], language: str
) -> Iterator[str]:
    for place, (item, held) in enumerate(zip(items, rows, strict=True), 1):
        locator = f"{row.locator}.{held.anchor}"
        yield (
            f'<subparagraph eId="{above}__subpara_{place}" wId={quoteattr(locator)}><num>({escape(item.label)})</num>'
            f"<content>{_passage(item, held, language)}</content></subparagraph>"
        )


def _passage(one: SaidPassage, row: Recommendation | Subparagraph, language: str, mark: str = "") -> str:
    """A text that is not held in the language of the expression stands in Arabic and says so."""
    other = f' xml:lang="{one.language}"' if one.language != language else ""
    lacking = f'<remark status="editorial">{_said(not_held(language))}</remark> ' if one.is_lacking else ""
    corrected = _remarks(row) if one.language == ARABIC else ""
    return f"<p{other}>{lacking}{_said(one.text)}{mark}{corrected}</p>"


def _remarks(row: Recommendation | Subparagraph) -> str:
    """The certain errata: what was printed, and how it is read."""
    told = _("طُبعت «%(printed)s» وتُقرأ «%(read)s»")
    return "".join(
        f' <remark status="editorial">[{_said(told % {"printed": printed, "read": read})}]</remark>'
        for _start, _end, read, certainty, _line, printed in row.corrections
        if certainty == Erratum.Certainty.CERTAIN
    )


def _provisional(row: Recommendation) -> str:
    mark = provisional_mark(row)
    return f'<remark status="editorial">{_said(mark)}</remark>' if mark else ""


def _said(text: str) -> str:
    return escape(sayable(text))
