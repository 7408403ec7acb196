"""The number that hangs beside a paragraph or a recommendation of a document, written without a template: a hundred of
them took a third of the time of their page."""

from html import escape

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from .document_text import ReadyRow


def render_place(row: ReadyRow, is_among_paragraphs: bool) -> SafeString:
    """The number with its link, and what is to be said of it: that it is a recommendation, misprinted, doubled; the
    way to the next place found."""
    parts = []
    if row.number:
        number, name = escape(row.number), escape(row.name)
        parts.append(f'<a href="{escape(row.address)}" aria-label="{name}">{number}</a>')
    if row.kind == "recommendation" and is_among_paragraphs:
        parts.append(f" <small>{escape(pgettext('beside a number', 'توصية'))}</small>")
    if row.printed_number:
        said = escape(_("طُبع %(printed)s") % {"printed": row.printed_number})
        parts.append(f' <small data-digits="as-is">{said}</small>')
    if row.is_doubled:
        parts.append(f" <small>{escape(_('رقم مكرر'))}</small>")
    if row.hop:
        parts.append(" " + render_to_string("archive/partials/_hop.html", {"hop": row.hop}))
    return mark_safe("".join(parts))
