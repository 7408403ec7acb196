"""What stands under each text of a list, written without a template: by one, thirty took a fifth of their page."""

from html import escape

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from archive.models import Meeting, Topic, TopicAssignment

from ..names.language import reads_rtl
from ..names.titles import day, meeting_title, recommendation_title, topic_name
from ..text.adopted_texts import AdoptedText
from ..text.running_text import render_inline
from .sheet_notes import ClauseInBrief, SheetNote


def render_reasons(entry: AdoptedText, meeting: Meeting, topic: Topic) -> SafeString:
    """Why the text stands under the topic, folded; its notes are assignments, to the topic or to one below it."""
    if not entry.notes:
        return mark_safe("")
    name = f"{recommendation_title(entry.recommendation)}{_('، ')}{meeting_title(meeting)}"
    reasons = "".join([_reason(one, topic) for one in entry.notes])
    return mark_safe(
        f'<details class="why"><summary>{escape(_("لماذا هنا؟"))}<span class="vh"> {escape(name)}</span></summary>'
        f"{reasons}</details>"
    )


def _reason(one: TopicAssignment, topic: Topic) -> str:
    below = ""
    if one.topic_id != topic.pk:
        address = escape(reverse("topic", args=[one.topic.slug]))
        below = f'<p><a class="link" href="{address}">{topic_name(one.topic)}</a></p>'
    ground = f'<p lang="ar" dir="rtl">{render_inline(one.ground)}</p>' if one.ground else ""
    return f'<div>{below}{ground}<p class="faint num">{escape(_who_says(one))}</p></div>'


def _who_says(one: TopicAssignment) -> str:
    if one.decision == "confirmed" and one.decided_at:
        return _("أكّده الموظفون في %(day)s.") % {"day": day(one.decided_at.date())}
    if one.origin == "staff":
        return _("صنّفه الموظفون.")
    share = {"share": round(one.confidence * 100)}
    return _("حُدِّد آلياً بدرجة ثقة قدرها %(share)s في المائة، ولم ينظر فيه الموظفون بعد.") % share


def render_said(note: SheetNote) -> SafeString:
    """How a text of a preparation sheet asks, and how it is cited."""
    asking = "".join([_asking(one) for one in note.asking])
    asking = asking or f'<span class="asks">{escape(_("بلا عبارة منطوق معروفة"))}</span>'
    language = 'lang="ar" dir="rtl"' if reads_rtl() else 'lang="en" dir="ltr"'
    return mark_safe(
        f'<div class="said-of"><p>{asking}</p><p class="cited" {language}>{render_inline(note.citation)}</p></div>'
    )


def _asking(one: ClauseInBrief) -> str:
    letter = f"({escape(one.letter)}) " if one.letter else ""
    addressees = f": {escape(_('، ').join(one.addressees))}" if one.addressees else ""
    return f'<span class="asks">{letter}<b>{escape(one.verb)}</b>{addressees}</span>'
