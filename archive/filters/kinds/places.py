"""Where and when: body, meeting, year of the meeting. All three go by the meeting of a recommendation."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from archive.models import Body, Meeting
from archive.numbering.english_ordinals import english_ordinal
from archive.numbering.ordinal_words import ordinal_or_figure

from .base import FacetKind, FacetValue


def _meetings() -> list[Meeting]:
    shown = ("slug", "number", "start", "body__slug", "body__symbol", "body__term", "body__name_ar", "body__name_en")
    return list(Meeting.objects.select_related("body").only(*shown).in_official_order())


def _bodies() -> Iterator[FacetValue]:
    for meeting in _meetings():
        body = meeting.body
        yield FacetValue(meeting.pk, body.slug, body.name_ar, body.name_en)


def _meeting_values() -> Iterator[FacetValue]:
    for meeting in _meetings():
        is_session = meeting.body.term == Body.Term.SESSION
        arabic, english = ("الدورة", "session") if is_session else ("الاجتماع", "meeting")
        yield FacetValue(
            meeting.pk,
            meeting.slug,
            f"{arabic} {ordinal_or_figure(meeting.number, 'f' if is_session else 'm')}",
            f"{english_ordinal(meeting.number).capitalize()} {english}",
            note=meeting.body.symbol,
        )


def _years() -> Iterator[FacetValue]:
    """The newest first."""
    for meeting in sorted(_meetings(), key=lambda one: one.start.year if one.start else 0, reverse=True):
        year = str(meeting.start.year) if meeting.start else None
        yield FacetValue(meeting.pk, year, year or "", year or "")


BODY = FacetKind("body", _("الهيئة"), _("بلا هيئة"), "meeting_id", _bodies)
MEETING = FacetKind("meeting", _("الاجتماع"), _("بلا اجتماع"), "meeting_id", _meeting_values)
YEAR = FacetKind("year", _("سنة الاجتماع"), _("بلا سنة معروفة"), "meeting_id", _years)
