"""To what a paper belongs where it does not say so itself: its meeting, by the paper that it continues or by the day,
and a body of which its cover alone tells.
"""

from collections.abc import Mapping
from dataclasses import replace

from archive.models import Document, Meeting
from archive.parsing.structure import ParsedDocument
from archive.vocabulary.bodies import KnownBody, is_below

_MEETING_UNKNOWN = "unknown_meeting"


def settle_meeting(parsed: ParsedDocument) -> ParsedDocument:
    """The document with the number of its meeting, where another paper that is held tells it; else as it is."""
    masthead = parsed.masthead
    if masthead.body is None or masthead.meeting_number is not None:
        return parsed
    number = _number_of_base(parsed) or _number_by_day(parsed)
    if number is None:
        return parsed
    own = [
        replace(one, meeting=number) if one.meeting is None and one.body == masthead.body else one
        for one in parsed.recommendations
    ]
    return replace(
        parsed,
        masthead=replace(masthead, meeting_number=number),
        recommendations=tuple(own),
        problems=tuple(one for one in parsed.problems if one.code != _MEETING_UNKNOWN),
    )


def waits_for_others(parsed: ParsedDocument) -> bool:
    """Whether it is read after all others: it belongs to one of them, or one of them may tell its meeting."""
    if parsed.masthead.relation is not None:
        return True
    return parsed.masthead.meeting_number is None and may_belong(parsed)


def may_belong(parsed: ParsedDocument) -> bool:
    """Whether a paper that is loaded later may still tell the meeting of this one."""
    masthead = parsed.masthead
    return masthead.body is not None and bool(masthead.relation or masthead.start)


def _number_of_base(parsed: ParsedDocument) -> int | None:
    relation = parsed.masthead.relation
    if relation is None or not relation.symbol:
        return None
    base = Document.objects.filter(symbol__iexact=relation.symbol, meeting__body__symbol=parsed.masthead.body)
    return base.order_by("pk").values_list("meeting__number", flat=True).first()


def _number_by_day(parsed: ParsedDocument) -> int | None:
    """The only meeting of the body that began on the day."""
    masthead = parsed.masthead
    if masthead.start is None:
        return None
    numbers = list(
        Meeting.objects.filter(body__symbol=masthead.body, start=masthead.start).values_list("number", flat=True)[:2]
    )
    return numbers[0] if len(numbers) == 1 else None


def own_body(parsed: ParsedDocument, bodies: Mapping[str, KnownBody]) -> KnownBody | None:
    """The body that the cover names and nobody else knows, under the nearest known one above it by its symbol."""
    masthead = parsed.masthead
    symbol = masthead.body
    if symbol is None or symbol in bodies or not masthead.body_name:
        return None
    above = [known for known in bodies if is_below(symbol, known, ())]
    parent = max(above, key=len, default=None)
    return KnownBody(symbol, masthead.body_name, "", parent, masthead.term or "meeting")
