"""Akoma Ntoso as the United Nations use it (AKN4UN): meetings as sections, recommendations as paragraphs."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from django.utils import timezone
from django.utils.translation import gettext as _

from archive.display.names.titles import provisional_mark, recommendation_figure
from archive.models import Erratum, Recommendation, Subparagraph

from .asking import Wishes, remarks_of
from .characters import sayable
from .compendium import meeting_heading, section_mark
from .given import GivenSelection, GivenText, read_texts

_NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
#: A selection is a paper of nobody but the archive: its work has an address of the archive's own kind.
_WORK = "/akn/un/statement/recommendations"


def write_akn(given: GivenSelection, wishes: Wishes) -> Iterator[bytes]:
    """One document, a meeting at a time. What differs from the print is told by editorial remarks."""
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
    remarks = "".join(f"<p>{_said(remark)}</p>" for remark in remarks_of(given))
    asked = "".join(f"<p>{_said(f'{label}: {value}')}</p>" for label, value in given.asked)
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<akomaNtoso xmlns="{_NAMESPACE}">\n'
        '<statement name="recommendations">\n<meta>\n<identification source="#archive">\n'
        f"{_frbr('FRBRWork', _WORK, day, '<FRBRcountry value=' + quoteattr('un') + '/>')}"
        f"{_frbr('FRBRExpression', f'{_WORK}/ara@{day}', day, '<FRBRlanguage language=' + quoteattr('ara') + '/>')}"
        f"{_frbr('FRBRManifestation', f'{_WORK}/ara@{day}.xml', day, '')}"
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
    together = groupby(texts, key=lambda text: (text.row.pk, text.item is None))
    paragraphs = [list(some) for _same, some in together]
    return (
        f'<section eId="{own}"><num>{escape(section_mark(place))}</num>'
        f"<heading>{_said(meeting_heading(meeting, with_body=True))}</heading>\n"
        f"{''.join(_paragraph(own, number, some) for number, some in enumerate(paragraphs, 1))}</section>\n"
    )


def _paragraph(above: str, number: int, texts: Sequence[GivenText]) -> str:
    """A place within its section names it: a number may come twice."""
    row, own = texts[0].row, f"{above}__para_{number}"
    items = [item for text in texts for item in text.items]
    start = f'<paragraph eId="{own}" wId={quoteattr(row.locator)}><num>{escape(recommendation_figure(row))}-</num>'
    chapeau = f"<p>{_said(row.chapeau)}{_provisional(row)}{_remarks(row)}</p>"
    if not items:
        return f"{start}<content>{chapeau}</content></paragraph>\n"
    return f"{start}<intro>{chapeau}</intro>{''.join(_items(own, row, items))}</paragraph>\n"


def _items(above: str, row: Recommendation, items: Iterable[Subparagraph]) -> Iterator[str]:
    for place, item in enumerate(items, 1):
        locator = f"{row.locator}.{item.anchor}"
        yield (
            f'<subparagraph eId="{above}__subpara_{place}" wId={quoteattr(locator)}><num>({escape(item.label)})</num>'
            f"<content><p>{_said(item.text)}{_remarks(item)}</p></content></subparagraph>"
        )


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
