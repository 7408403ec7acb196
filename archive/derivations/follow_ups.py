"""What was done about recommendations: paragraphs of later reports, as `archive.deriving.follow_ups` finds them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import astuple, dataclass
from datetime import date
from typing import Any

from django.db import transaction

from archive.deriving.follow_ups import Adopted, FollowUpFound, Told, find_follow_ups
from archive.models import Document, FollowUp, Meeting, Recommendation, Subparagraph
from archive.parsing.families import family_of

from .digests import derive_whole, digest_of, rules_digest
from .facts import facts_of, meeting_key, named_in_paragraphs, treaty_names
from .kinship import FEW
from .settling import Settled, Tally, pair_by_key, settle
from .texts import ALL, Scope, paragraphs_in, recommendations_in

KIND = "follow_up"
MODEL = FollowUp
_PORTION = 500
# In a report of a meeting the chair's summary tells what was said; the rest is about the meeting itself.
_SUMMARY = re.compile(r"(?<!\w)(?:ال)?ملخ?ص")


@dataclass(frozen=True, slots=True)
class Offer:
    recommendation: int
    item: int | None
    paragraph: int
    score: float
    evidence: dict[str, Any]


@transaction.atomic
def derive_follow_ups(scope: Scope) -> Tally:
    """Of all recommendations and reports, whatever the scope: a word is rare or not among them all."""
    tally = Tally()
    adopted, told, names = list(_adopted()), list(_told()), treaty_names()
    # The key of a paragraph is its number in the database, which says nothing.
    said = [*map(astuple, adopted), *(astuple(one)[1:] for one in told)]
    digest = digest_of(rules_digest(), names, said)
    if scope == ALL or len(adopted) + len(told) <= FEW:
        derive_whole(KIND, digest, lambda: _derive(find_follow_ups(adopted, told, names), tally))
    return tally


def _derive(offered: Iterable[FollowUpFound], tally: Tally) -> None:
    keys = dict(Recommendation.objects.values_list("locator", "pk"))
    items = {
        (recommendation, position): pk
        for pk, recommendation, position in Subparagraph.objects.values_list("pk", "recommendation", "position")
    }
    found = {}
    for one in offered:
        recommendation = keys[one.recommendation]
        offer = Offer(
            recommendation, items.get((recommendation, one.item)), int(one.paragraph), one.score, _evidence(one)
        )
        found[offer.recommendation, offer.paragraph] = offer
    held = {(row.recommendation_id, row.paragraph_id): row for row in FollowUp.objects.all()}
    settled = settle(pair_by_key(held, found), _same)
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


def _adopted() -> Iterable[Adopted]:
    ends = {
        (body, number): end or start
        for body, number, start, end in Meeting.objects.values_list("body__symbol", "number", "start", "end")
    }
    for portion in recommendations_in(ALL):
        facts = facts_of([one.pk for one in portion])
        for one in portion:
            day = ends.get((one.body, one.meeting))
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


def _told() -> Iterable[Told]:
    days = _days()
    named = named_in_paragraphs()
    for portion in paragraphs_in(ALL):
        for one in portion:
            day, is_report = days.get(one.document, (None, False))
            if day is None or (is_report and not any(_SUMMARY.search(title) for title in one.sections)):
                continue
            heading = one.sections[-1] if one.sections else ""
            known = named.get(one.pk)
            facts = (tuple(known.tools), tuple(known.articles), tuple(known.meetings)) if known else ((), (), ())
            yield Told(str(one.pk), one.text, day, heading, *facts)


def _days() -> Mapping[int, tuple[date | None, bool]]:
    """Of every document the day until which it can tell, and whether it is the report of a meeting."""
    found = {}
    for paper in Document.objects.held().select_related("meeting"):
        is_report = family_of(paper.kind).reports_its_meeting
        end = (paper.meeting.end or paper.meeting.start) if is_report and paper.meeting else None
        found[paper.pk] = (end or paper.date, is_report)
    return found


# Writing -------------------------------------------------------------------------------------------------------


def _same(row: FollowUp, found: Offer) -> bool:
    return (row.subparagraph_id, row.score, row.evidence) == (found.item, found.score, found.evidence)


def _write(settled: Settled[FollowUp, Offer]) -> None:
    gone = [row.pk for row in settled.gone]
    for start in range(0, len(gone), _PORTION):
        FollowUp.objects.filter(pk__in=gone[start : start + _PORTION]).delete()
    rows = [_filled(row, found) for row, found in settled.changed]
    FollowUp.objects.bulk_update(rows, ["subparagraph", "score", "evidence"], batch_size=_PORTION)
    new = [
        _filled(FollowUp(recommendation_id=found.recommendation, paragraph_id=found.paragraph), found)
        for found in settled.new
    ]
    FollowUp.objects.bulk_create(new, batch_size=_PORTION)


def _filled(row: FollowUp, found: Offer) -> FollowUp:
    row.subparagraph_id, row.score, row.evidence = found.item, found.score, found.evidence
    return row
