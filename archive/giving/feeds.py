"""Atom: a selection as a feed in pages, and what was reported on one recommendation."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time
from typing import Any

from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.utils.translation import gettext as _
from django.utils.xmlutils import SimplerXMLGenerator

from archive.display.names.language import in_language
from archive.display.names.titles import place_title, plain_body_name
from archive.models import FollowUp, Recommendation

from .characters import sayable
from .given import GivenSelection, GivenText, read_texts
from .languages import ARABIC

#: The type without which a browser shows a feed as bare text.
MEDIA_TYPE = "application/atom+xml; charset=utf-8"
#: So many entries stand on a page of a feed.
ENTRIES = 50
#: From this year on the ids of entries are ours (RFC 4151).
_SINCE = 2026


class PagedFeed(Atom1Feed):
    """Atom with the addresses of the neighbouring pages, and with a date of its own rather than that of the moment."""

    def add_root_elements(self, handler: SimplerXMLGenerator) -> None:
        super().add_root_elements(handler)
        for relation in ("previous", "next"):
            if address := self.feed.get(relation):
                handler.addQuickElement("link", "", {"rel": relation, "href": address})

    def latest_post_date(self) -> datetime:
        """When the newest entry changed; of a feed without entries the beginning of our count, not now."""
        dates = [item["updateddate"] for item in self.items if item["updateddate"]]
        return max(dates, default=datetime(_SINCE, 1, 1, tzinfo=UTC))


@dataclass(frozen=True, slots=True)
class FeedPage:
    """The addresses of a feed: its own, and of the pages beside it where there are any."""

    own: str
    host: str
    previous: str = ""
    next: str = ""


def write_selection_feed(given: GivenSelection, number: int, page: FeedPage) -> str:
    """Page `number`, counted from 1. Every entry has its whole text."""
    words = in_language("، ", ", ").join(f"{label}: {value}" for label, value in given.asked)
    feed = _feed(
        f"{given.title} ({words})" if words else given.title,
        given.page,
        page,
        _selection_id(given, page.host),
    )
    first = (number - 1) * ENTRIES
    for text in read_texts(replace(given, wanted=given.wanted[first : first + ENTRIES])):
        row, meeting = text.row, text.row.meeting
        feed.add_item(
            title=sayable(place_title(row)),
            link=given.absolute(text.path),
            description="".join(_side(text, language) for language in text.languages),
            unique_id=_tag(page.host, row.locator),
            pubdate=datetime.combine(meeting.dates.end, time(), UTC) if meeting.dates else None,
            updateddate=row.updated_at,
            author_name=sayable(plain_body_name(meeting.body)),
        )
    return str(feed.writeString("utf-8"))


def write_reports_feed(row: Recommendation, page: FeedPage, absolute: Callable[[str], str]) -> str:
    """What was reported on it: what staff stand for, and suggestions with the doubt in their titles."""
    title = _("ما أُفيد به لاحقاً بشأن %(name)s") % {"name": place_title(row)}
    address = absolute(row.get_absolute_url())
    feed = _feed(title, f"{address}#reports", page, _tag(page.host, f"reported/{row.locator}"))
    for follow_up in FollowUp.objects.filter(recommendation=row).for_display():
        paragraph, document = follow_up.paragraph, follow_up.paragraph.document
        name = _("%(document)s، الفقرة %(number)s") % {"document": document, "number": paragraph.number}
        day = document.date
        feed.add_item(
            title=sayable(
                _("اقتراح لم يُراجَع: %(name)s") % {"name": name} if follow_up.is_suggested else name
            ),
            link=absolute(f"{document.get_absolute_url()}#{paragraph.anchor}"),
            description=_as_html(paragraph.text, document.language),
            unique_id=_tag(page.host, f"reported/{row.locator}/{document.slug}/{paragraph.anchor}"),
            pubdate=datetime.combine(day, time(), UTC) if day else None,
            updateddate=max(paragraph.updated_at, follow_up.decided_at or paragraph.updated_at),
        )
    return str(feed.writeString("utf-8"))


def _feed(title: str, link: str, page: FeedPage, own_id: str) -> PagedFeed:
    more: dict[str, Any] = {"previous": page.previous, "next": page.next}
    return PagedFeed(
        title=sayable(title),
        link=link,
        description="",
        language=in_language("ar", "en"),
        author_name=_("أرشيف التوصيات"),
        feed_url=page.own,
        feed_guid=own_id,
        **more,
    )


def _selection_id(given: GivenSelection, host: str) -> str:
    query = "&".join(f"{name}={value}" for name, value in given.pairs)
    return _tag(host, f"recommendations?{query}" if query else "recommendations")


def _tag(host: str, name: str) -> str:
    return f"tag:{host.partition(':')[0]},{_SINCE}:{sayable(name).replace(' ', '+')}"


def _side(text: GivenText, language: str) -> str:
    """The text in a language; what is not held in it stands in its own."""
    if language == ARABIC or not text.is_held_in(language):
        return _as_html(text.text, text.row.language)
    return "".join(
        _as_html(f"({one.label}) {one.text}" if one.label else one.text, one.language) for one in text.said(language)
    )


def _as_html(text: str, language: str = ARABIC) -> str:
    direction = "rtl" if language == ARABIC else "ltr"
    return "".join(f'<p lang="{language}" dir="{direction}">{escape(line)}</p>' for line in sayable(text).split("\n"))
