"""Where a record stands with readers: published, a draft, withdrawn; and what once stood at an address."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q
from django.utils.translation import gettext as _

from archive.models import Document, Meeting, Published, Recommendation
from archive.models.publication import as_staff_see

from ..names.titles import meeting_title, plain_body_name, recommendation_title
from .by_address import find_by_symbol, find_former, find_item


@dataclass(frozen=True, slots=True)
class PublicStanding:
    """The state that counts for a row: its own, or that of the meeting or the document that hides it with it."""

    state: str
    because: str = ""
    at: datetime | None = None

    @property
    def is_public(self) -> bool:
        return self.state == Published.State.PUBLISHED

    @property
    def is_withdrawn(self) -> bool:
        return self.state == Published.State.WITHDRAWN


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """What stood at an address: its name in the language of the page, the document's symbol where it has one."""

    name: str
    symbol: str
    standing: PublicStanding


def standing_of(row: Recommendation | Meeting | Document) -> PublicStanding:
    """Its own state comes first; of what hides it a draft does, since that says less."""
    above: list[Published | None] = [row]
    if not isinstance(row, Meeting):
        above.append(row.meeting)
    if isinstance(row, Recommendation):
        above.append(row.document)
    hiding = [one for one in above if one is not None and one.state != Published.State.PUBLISHED]
    if not hiding:
        return PublicStanding(Published.State.PUBLISHED)
    one = next((one for one in hiding if one.is_draft), hiding[0])
    return PublicStanding(one.state, one.withdrawn_because, one.withdrawn_at)


def find_withdrawn(parts: Sequence[str]) -> Withdrawn | None:
    """What was withdrawn from this address («recommendations», locator); nothing is said of a draft."""
    if len(parts) < 2 or not parts[1] or "\0" in parts[1]:
        return None
    with as_staff_see():
        row = _stored(parts[0], parts[1] if parts[0] != "symbol" else "/".join(parts[1:]))
        if row is None:
            return None
        standing = standing_of(row)
        return Withdrawn(*_named(row), standing) if standing.is_withdrawn else None


def _stored(kind: str, key: str) -> Recommendation | Meeting | Document | None:
    if kind == "recommendations":
        rows = Recommendation.objects.for_display()
        item = find_item(key)
        asked = Q(pk=item.recommendation_id) if item else Q(locator=key.lower())
        return rows.filter(asked).first()
    if kind == "meetings":
        return Meeting.objects.select_related("body").filter(slug=key.lower()).first()
    if kind == "documents":
        return Document.objects.select_related("meeting").filter(slug=key.lower()).first() or find_former(key)
    return find_by_symbol(key) if kind == "symbol" else None


def _named(row: Recommendation | Meeting | Document) -> tuple[str, str]:
    if isinstance(row, Document):
        return row.title, row.symbol or row.job_number
    if isinstance(row, Meeting):
        return f"{meeting_title(row)} — {plain_body_name(row.body)}", ""
    of = f"{meeting_title(row.meeting)} — {plain_body_name(row.meeting.body)}"
    return f"{recommendation_title(row)}{_('، ')}{of}", ""
