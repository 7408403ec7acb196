"""Where and when: body, meeting, year of the meeting. All three go by the meeting of a recommendation."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from archive.models import Meeting

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
        yield FacetValue(meeting.pk, meeting.slug, meeting.title, meeting.title_en, note=meeting.body.symbol)


def _years() -> Iterator[FacetValue]:
    """The newest first."""
    for meeting in sorted(_meetings(), key=lambda one: one.start.year if one.start else 0, reverse=True):
        year = str(meeting.start.year) if meeting.start else None
        yield FacetValue(meeting.pk, year, year or "", year or "")


BODY = FacetKind("body", _("الهيئة"), _("بلا هيئة"), "meeting_id", _bodies)
MEETING = FacetKind("meeting", _("الاجتماع"), _("بلا اجتماع"), "meeting_id", _meeting_values)
YEAR = FacetKind("year", _("سنة الاجتماع"), _("بلا سنة معروفة"), "meeting_id", _years)
