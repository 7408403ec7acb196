"""The page of one recommendation."""

from dataclasses import dataclass

from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from archive.models import Meeting, Recommendation, Subparagraph
from archive.models.recommendation import RecommendationQuerySet
from archive.numbering import abjad

from .citation import build_citation
from .differences import Difference, Piece, build_differences, build_pieces
from .errors import nothing_here
from .meetings import meetings_ruler
from .wished_text import printed_wished


@dataclass(frozen=True, slots=True)
class Passage:
    """The chapeau or a lettered item, cut into pieces where printed and reading text differ."""

    pieces: tuple[Piece, ...]
    differences: tuple[Difference, ...]
    item: Subparagraph | None = None


def recommendation_page(request: HttpRequest, locator: str) -> HttpResponse:
    recommendation = Recommendation.objects.for_display().filter(locator=locator.lower()).first()
    if recommendation is None:
        return _subparagraph_or_nothing(request, locator)
    if locator != recommendation.locator:
        return redirect(recommendation, permanent=True)
    passages = build_passages(recommendation)
    is_printed, complaints = printed_wished(request)
    meeting = recommendation.meeting
    neighbours = list(
        Meeting.objects.of_body(meeting.body)
        .annotate(recommendation_count=Count("recommendations"))
        .in_official_order()
    )
    place = _upto(recommendation).count()
    earlier = sum(other.recommendation_count for other in neighbours if other.number < meeting.number)
    context = {
        "recommendation": recommendation,
        "passages": passages,
        "differences": [difference for passage in passages for difference in passage.differences],
        "is_printed": is_printed,
        "complaints": complaints,
        "citation": build_citation(recommendation),
        "previous": _before(recommendation),
        "next": _after(recommendation),
        "ruler": meetings_ruler(neighbours, meeting, frozenset({place})),
        "place": earlier + place,
        "total": sum(other.recommendation_count for other in neighbours),
    }
    return render(request, "archive/recommendation_page.html", context)


def build_passages(recommendation: Recommendation) -> list[Passage]:
    """The chapeau, then each lettered item. A row entered by hand may lack a printed form: the text stands for it."""
    rows = [(recommendation.printed_chapeau or recommendation.chapeau, recommendation.chapeau, None)]
    rows += [(item.printed_text or item.text, item.text, item) for item in recommendation.subparagraphs.all()]
    passages = []
    for printed, reading, item in rows:
        pieces = build_pieces(printed, reading)
        corrections = (item or recommendation).corrections
        label = f"({item.label})" if item else ""
        passages.append(Passage(pieces, tuple(build_differences(pieces, corrections, label)), item))
    return passages


def _subparagraph_or_nothing(request: HttpRequest, locator: str) -> HttpResponse:
    """…5.2.k leads to #k of …5.2; anything else is answered with what is near."""
    whole, _dot, letter = locator.lower().rpartition(".")
    position = abjad.from_latin(letter)
    if position is not None:
        item = Subparagraph.objects.filter(recommendation__locator=whole, position=position)
        found = item.select_related("recommendation").first()
        if found is not None:
            return redirect(found.get_absolute_url())
        whole = whole.rpartition(".")[0]
    near = Recommendation.objects.filter(
        Q(meeting__slug=whole) | Q(locator=locator.lower().rpartition(".")[0])
    )
    sentence = _("لا توصية في الأرشيف بهذا المعرّف.")
    return nothing_here(request, locator, sentence, list(near.in_official_order().for_display()[:60]))


def _upto(recommendation: Recommendation) -> RecommendationQuerySet:
    """Those of its meeting up to and with this one."""
    same = Recommendation.objects.filter(meeting_id=recommendation.meeting_id)
    return same.filter(
        Q(number__lt=recommendation.number) | Q(number=recommendation.number, copy__lte=recommendation.copy)
    )


def _before(recommendation: Recommendation) -> Recommendation | None:
    return _neighbours(recommendation, "lt").in_official_order().reverse().first()


def _after(recommendation: Recommendation) -> Recommendation | None:
    return _neighbours(recommendation, "gt").in_official_order().first()


def _neighbours(recommendation: Recommendation, side: str) -> RecommendationQuerySet:
    """All recommendations of the same body before («lt») or after («gt») this one."""
    meeting = recommendation.meeting
    same_meeting = Q(meeting=meeting)
    of_body = Recommendation.objects.filter(meeting__body=meeting.body_id).select_related("meeting__body")
    return of_body.filter(
        Q(**{f"meeting__number__{side}": meeting.number})
        | same_meeting & Q(**{f"number__{side}": recommendation.number})
        | same_meeting & Q(number=recommendation.number, **{f"copy__{side}": recommendation.copy})
    )
