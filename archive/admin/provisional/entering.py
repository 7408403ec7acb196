"""The page on which a meeting's recommendations are entered as they are agreed: typed or pasted, read, then saved."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.cache import never_cache

from archive.derivations.entering import NumbersTaken, enter_provisional, next_number, numbers_held
from archive.models import Batch, Meeting, Published, Recommendation
from archive.parsing.structure import ParsedRecommendation
from archive.parsing.typed_list import ListQuestion, TypedList, read_typed_list
from archive.sources.refusals import Unreadable

from .doors import demand, log, meeting_of, page, write

_FIRST_FIGURES = re.compile(r"[0-9٠-٩۰-۹]+")


@dataclass(frozen=True, slots=True)
class AskedLine:
    """A question with whether it was answered «it is so»."""

    question: ListQuestion
    key: str
    is_confirmed: bool


@dataclass(frozen=True, slots=True)
class Preview:
    """What was read of a text; `seen` tells whether what staff were shown is still so."""

    read: Sequence[ParsedRecommendation]
    asked: Sequence[AskedLine]
    taken: Sequence[Recommendation]
    seen: str

    @property
    def may_be_saved(self) -> bool:
        open_ones = [one for one in self.asked if one.question.must_be_mended or not one.is_confirmed]
        return bool(self.read) and not open_ones and not self.taken


@never_cache
def provisional_list(request: HttpRequest, slug: str) -> HttpResponse:
    """What the meeting has so far, and a box for what comes."""
    meeting = meeting_of(slug)
    text = request.POST.get("text", "").replace("\r\n", "\n")
    state = request.POST.get("state", Published.State.PUBLISHED)
    if state not in (Published.State.PUBLISHED, Published.State.DRAFT):
        state = Published.State.PUBLISHED
    preview = None
    sentence = ""
    if request.method == "POST":
        demand(request, "add_recommendation")
        preview = _preview(meeting, text, request.POST.getlist("so"))
        if "count_on" in request.POST:
            text = _counted_on(text, preview, next_number(meeting))
            preview = _preview(meeting, text, ())
        elif "save" in request.POST and preview.may_be_saved and request.POST.get("seen") == preview.seen:
            try:
                return _save(request, meeting, preview, Published.State(state))
            except NumbersTaken as taken:
                numbers = "، ".join(map(str, taken.numbers))
                sentence = f"سبقك غيرك إلى الأرقام: {numbers}. لم يُحفظ شيء، ونصك باقٍ كما كتبته."
                preview = _preview(meeting, text, request.POST.getlist("so"))
        elif "save" in request.POST and request.POST.get("seen") != preview.seen:
            sentence = "تغيّر شيء منذ عُرض عليك ما قُرئ، فلم يُحفظ شيء. هذا ما يُقرأ الآن."
    return page(
        request,
        "list",
        str(meeting),
        meeting=meeting,
        rows=_rows(meeting),
        next_number=next_number(meeting),
        text=text,
        state=state,
        preview=preview,
        sentence=sentence,
        may_add=request.user.has_perm("archive.add_recommendation"),
    )


def _rows(meeting: Meeting) -> list[Recommendation]:
    rows = Recommendation.objects.filter(meeting=meeting).in_official_order()
    return list(rows.prefetch_related("subparagraphs"))


def _preview(meeting: Meeting, text: str, confirmed: Sequence[str]) -> Preview:
    held = numbers_held(meeting)
    read = _read(text, next_number(meeting), held)
    asked = [AskedLine(one, key := _key(one), key in confirmed) for one in read.questions]
    numbers = {one.number for one in read.recommendations}
    taken = Recommendation.objects.filter(meeting=meeting, series=0, number__in=numbers & held).in_official_order()
    seen = sha256(f"{text}\0{sorted(numbers & held)}\0{[one.number for one in read.recommendations]}".encode())
    return Preview(read.recommendations, asked, list(taken), seen.hexdigest()[:16])


def _read(text: str, following: int, held: frozenset[int]) -> TypedList:
    try:
        return read_typed_list(text, following, held)
    except Unreadable as refusal:
        return TypedList((), (ListQuestion(0, "", refusal.sentence),))


def _key(question: ListQuestion) -> str:
    return sha256(question.key.encode()).hexdigest()[:16]


def _counted_on(text: str, preview: Preview, first: int) -> str:
    """The text with its own numbers, in their order, counted on from `first`; everything else stays as it was typed."""
    lines = text.split("\n")
    for number, one in enumerate(preview.read, first):
        at = one.span.first_line - 2  # a heading of the reader's stands above the first line
        if 0 <= at < len(lines):
            lines[at] = _FIRST_FIGURES.sub(str(number), lines[at], count=1)
    return "\n".join(lines)


def _save(request: HttpRequest, meeting: Meeting, preview: Preview, state: Published.State) -> HttpResponse:
    def enter() -> tuple[str, str]:
        rows = enter_provisional(meeting, preview.read, state)
        log(request, rows, "أُدخلت نصاً مؤقتاً.", is_new=True)
        numbers = "، ".join(str(row.number) for row in rows)
        shown = "وينشرها الموقع معلَّمة بأنها مؤقتة" if state == Published.State.PUBLISHED else "مسودات لا يراها القراء"
        return reverse("provisional_list", args=[meeting.slug]), f"حُفظت بأرقامها: {numbers}؛ {shown}."

    return write(request, Batch.Act.EDIT, f"قائمة مؤقتة: {meeting}", enter)
