"""What was reported later, written without a template: twenty requests took half of the time of their page by one."""

from collections.abc import Sequence
from html import escape

from django.urls import reverse
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from archive.models import Document, Meeting, Paragraph

from ..names.language import in_arabic, symbol
from ..names.titles import day, item_letter, meeting_title, recommendation_title
from ..text.adopted_texts import AdoptedText
from ..text.running_text import cut_at_word
from .register import RequestNote
from .reported import ReportedParagraph


def render_requested(entry: AdoptedText, meeting: Meeting) -> SafeString:
    """Who is asked, whom the text addresses, and what was reported on it later, guesses apart."""
    name = f"{recommendation_title(entry.recommendation)}{_('، ')}{meeting_title(meeting)}"
    return mark_safe("".join([_request(note, name) for note in entry.notes]))


def _request(note: RequestNote, name: str) -> str:
    actors = _joined(note.actors) or escape(_("دون جهة محددة"))
    to = ""
    if note.addressees and note.is_addressed_to_others:
        to = f' <span class="to">{_label(_("المخاطَب:"))}{_joined(note.addressees)}</span>'
    return (
        f'<div class="asked-of"><p>{_label(_("المطلوب منه:"))}{actors}{to}</p>{_confirmed(note)}'
        f"{_suggested(note, name)}</div>"
    )


def _label(words: str) -> str:
    return f'<span class="faint">{escape(words)}</span> '


def _joined(names: Sequence[str]) -> str:
    return escape(_("، ").join(names))


def _confirmed(note: RequestNote) -> str:
    if note.reports.confirmed:
        reports = render_reports(note.reports.confirmed)
        return f'<section class="told"><h4>{escape(_("ما أُفيد به لاحقاً"))}</h4>{reports}</section>'
    said = _("لم تؤكَّد بعد إفادة عنه.") if note.reports.suggested else _("لم يرد ذكره بعد.")
    return f'<p class="none">{escape(said)}</p>'


def _suggested(note: RequestNote, name: str) -> str:
    if not note.reports.suggested:
        return ""
    return (
        f'<details class="why told guesses"><summary>{escape(_("فقرات لاحقة قد تتصل به"))} '
        f'<span class="num">({len(note.reports.suggested)})</span> '
        f'<small>{escape(_("اقتراحات آلية لم تُراجَع"))}</small><span class="vh"> {escape(name)}</span></summary>'
        f"{render_reports(note.reports.suggested)}</details>"
    )


def render_reports(reports: Sequence[ReportedParagraph]) -> SafeString:
    """The paragraphs, each with the way to it, its words and why it is offered."""
    return mark_safe(f"<ul>{''.join([_report(one) for one in reports])}</ul>" if reports else "")


def _report(one: ReportedParagraph) -> str:
    address = escape(f"{reverse('document', args=[one.document.slug])}#{one.paragraph.anchor}")
    date = f' <span class="faint num">{escape(day(one.document.date))}</span>' if one.document.date else ""
    grounds = "".join([f"<span>{conditional_escape(ground)}</span>" for ground in one.grounds])
    return (
        f'<li><a href="{address}"><b class="num">{_paragraph_name(one.document, one.paragraph)}</b></a>{date}'
        f'<p class="naskh" lang="ar" dir="rtl">{one.html}</p><p class="ways">{_of_item(one)}{grounds}</p></li>'
    )


def _of_item(one: ReportedParagraph) -> str:
    if one.item is None:
        return ""
    words = f"{_('بشأن الفقرة الفرعية')} ({item_letter(one.item)})"
    return f'<a class="in" href="#{escape(one.item.anchor)}">{escape(words)}</a>'


def _paragraph_name(document: Document, paragraph: Paragraph) -> str:
    if document.symbol or document.job_number:
        paper = symbol(document.symbol or document.job_number)
    else:
        paper = in_arabic(cut_at_word(document.title, 9)) if document.title else symbol(document.slug)
    return f"{paper}{escape(_('، '))}{escape(_('الفقرة %(number)s') % {'number': paragraph.number})}"
