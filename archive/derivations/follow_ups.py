"""What was done about recommendations: paragraphs of later reports, as `archive.deriving.follow_ups` finds them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from archive.deriving.follow_ups import Adopted, FollowUpFound, Told, find_follow_ups
from archive.models import FollowUp
from archive.parsing.families import family_of
from archive.record.row_kind import Made
from archive.record.scope import Scope

from .digests import derive_whole, digest_of, plain, rules_digest
from .facts import facts_of, meeting_key, named_in_paragraphs
from .near_at_hand import NearAtHand
from .reading import Reading
from .settling import Settled, Tally, pair_by_key, settle, write_over

KIND: Made = "follow_up"
MODEL = FollowUp
_PORTION = 500
_near = NearAtHand()
# In a report of a meeting the chair's summary tells what was said; the rest is about the meeting itself.
_SUMMARY = re.compile(r"(?<!\w)(?:ال)?ملخ?ص")


@dataclass(frozen=True, slots=True)
class FollowUpValues:
    recommendation: int
    item: int | None
    paragraph: int
    score: float
    evidence: dict[str, Any]


def derive_follow_ups(scope: Scope, reading: Reading) -> Tally:
    """Of all recommendations and reports, whatever the scope: a word is rare or not among them all."""
    tally = Tally()
    adopted, told, names = _compared(reading)
    # The key of a paragraph is its number in the database, which says nothing.
    said = [*map(plain, adopted), *(plain(one)[1:] for one in told)]
    digest = digest_of(rules_digest(), names, said)

    def derive() -> None:
        with _near.lent(reading) as near:
            found = find_follow_ups(adopted, told, names, near)
        _derive(found, reading, tally)

    derive_whole(KIND, reading, digest, derive)
    return tally


def compare(reading: Reading) -> None:
    """Have at hand which paragraphs are near to which recommendation; nothing is written."""
    with _near.lent(reading) as near:
        find_follow_ups(*_compared(reading), near)


def _compared(reading: Reading) -> tuple[list[Adopted], list[Told], list[tuple[str, str]]]:
    """What was adopted, what was told, and what treaties are called."""
    return list(_adopted(reading)), list(_told(reading)), reading.treaty_names()


def _derive(offered: Iterable[FollowUpFound], reading: Reading, tally: Tally) -> None:
    texts = [one for portion in reading.recommendations() for one in portion]
    keys = {one.locator: one.pk for one in texts}
    items = {(one.pk, item.position): item.pk for one in texts for item in one.items}
    found = {}
    for one in offered:
        recommendation = keys[one.recommendation]
        offer = FollowUpValues(
            recommendation, items.get((recommendation, one.item)), int(one.paragraph), one.score, _evidence(one)
        )
        found[offer.recommendation, offer.paragraph] = offer
    rows: Any = FollowUp.objects.all()
    stored: dict[tuple[int, int], FollowUp] = {(row.recommendation_id, row.paragraph_id): row for row in rows}
    settled = settle(pair_by_key(stored, found), _same)
    tally.add(settled)
    _write(settled)


def _evidence(one: FollowUpFound) -> dict[str, Any]:
    """«tool:goodpractice», «words:…» by kind."""
    found: dict[str, list[str]] = {"tools": [], "articles": [], "meetings": [], "words": []}
    for fact in one.ground:
        kind, _, value = fact.partition(":")
        found["words" if kind == "words" else f"{kind}s"] += value.split() if kind == "words" else [value]
    return found


# What is compared ----------------------------------------------------------------------------------------------


def _adopted(reading: Reading) -> Iterable[Adopted]:
    for portion in reading.recommendations():
        facts = facts_of([one.pk for one in portion], reading)
        for one in portion:
            day = one.end or one.start
            if day is None:
                continue  # nobody can say what came later
            for item, text in [(None, one.chapeau), *((item, item.text) for item in one.items)]:
                key = item.pk if item else None
                yield Adopted(
                    one.locator,
                    text,
                    day,
                    item.position if item else 0,
                    meeting_key(one.body, one.meeting),
                    facts[one.pk].tools_of(key),
                    facts[one.pk].articles_of(key),
                )


def _told(reading: Reading) -> Iterable[Told]:
    named = named_in_paragraphs(reading)
    for portion in reading.paragraphs():
        for one in portion:
            is_report = family_of(one.kind).reports_its_meeting
            # The day until which it can tell: of a report the last one of its meeting.
            day = ((one.end or one.start) if is_report else None) or one.day
            if not one.source_file or day is None:
                continue
            if is_report and not any(_SUMMARY.search(title) for title in one.sections):
                continue
            heading = one.sections[-1] if one.sections else ""
            known = named.get(one.pk)
            facts = (tuple(known.tools), tuple(known.articles), tuple(known.meetings)) if known else ((), (), ())
            yield Told(str(one.pk), one.text, day, heading, *facts)


# Writing -------------------------------------------------------------------------------------------------------


def _same(row: FollowUp, found: FollowUpValues) -> bool:
    return (row.subparagraph_id, row.score, row.evidence) == (found.item, found.score, found.evidence)


def _write(settled: Settled[FollowUp, FollowUpValues]) -> None:
    gone = [row.pk for row in settled.gone]
    for start in range(0, len(gone), _PORTION):
        FollowUp.objects.filter(pk__in=gone[start : start + _PORTION]).delete()
    rows = [_filled(row, found) for row, found in settled.changed]
    write_over(rows, ["subparagraph", "score", "evidence"], _PORTION)
    new = [
        _filled(FollowUp(recommendation_id=found.recommendation, paragraph_id=found.paragraph), found)
        for found in settled.new
    ]
    FollowUp.objects.bulk_create(new, batch_size=_PORTION)


def _filled(row: FollowUp, found: FollowUpValues) -> FollowUp:
    row.subparagraph_id, row.score, row.evidence = found.item, found.score, found.evidence
    return row
