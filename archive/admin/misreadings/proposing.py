"""A misread word of a record: marked in its printed text, given its reading, and read so by everybody at once."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html

from archive.admin import display
from archive.admin.base import TypedText
from archive.admin.history.person import signed_in
from archive.admin.public_pages import page_of
from archive.derivations.by_hand import enter_misreading
from archive.models import Batch, Conflict, Document
from archive.record.decisions import paper_of
from archive.record.errata import LONGEST_PRINTED, own_lines, places_on_line
from archive.record.history.states import latest
from archive.record.kinds import KIND_BY_NAME
from archive.record.stored import locator_of
from archive.sources.corrections import find_words
from archive.sources.places import say_place

from .source_lines import lines_of

#: Kinds of rows each of which has one printed text of its own.
TEXTS = {
    "recommendation": "chapeau",
    "subparagraph": "text",
    "paragraph": "text",
    "footnote": "text",
    "section": "title",
}
_REWRITTEN = "غيّر الموظفون هذا النص من قبل، فلم يُمَسّ؛ انظر في القيمة المتعارضة."
_WHICH_LINE = "ترد «{printed}» في أكثر من سطر من المصدر؛ اختر أيها تصوّب."


class ProposalForm(forms.Form):
    """The word as printed, its reading, and the line of the source where several lines have the word."""

    printed = TypedText(label="كما طُبعت", max_length=LONGEST_PRINTED, widget=forms.TextInput(attrs={"dir": "rtl"}))
    corrected = TypedText(
        label="القراءة", max_length=LONGEST_PRINTED, required=False, widget=forms.TextInput(attrs={"dir": "rtl"})
    )
    line = forms.TypedChoiceField(label="السطر", coerce=int, required=False, empty_value=None)
    note = TypedText(label="ملاحظة", max_length=500, required=False, widget=forms.TextInput(attrs={"dir": "rtl"}))

    def __init__(self, data: Any = None, *, text: "PrintedOf", accepts: bool, initial: Any = None) -> None:
        super().__init__(data, initial=initial, label_suffix="")
        self._text, self._accepts = text, accepts
        self.places: list[tuple[int, int]] = []
        line: Any = self.fields["line"]
        line.choices = [("", "—"), *((one, text.say(one)) for one in text.numbers())]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        printed = cleaned.get("printed")
        if self._accepts and not cleaned.get("corrected") and "corrected" not in self.errors:
            self.add_error("corrected", "اكتب القراءة، أو سجّل الكلمة من غير قراءة.")
        if not printed or "line" in self.errors:
            return cleaned
        try:
            line = cleaned.get("line") or self._text.line_of(printed)
            self.places = self._text.places(printed, line)
        except ValueError as refusal:
            self.add_error("printed", str(refusal))
            return cleaned
        return {**cleaned, "line": line}


@dataclass(frozen=True)
class PrintedOf:
    """The printed text of a row and the lines of its source on which it stands, with their words where the file is."""

    row: Any
    document: Document
    printed: str
    reading: str
    first: int
    last: int
    lines: tuple[str, ...] | None

    def numbers(self) -> range:
        return range(self.first, self.last + 1)

    def say(self, line: int) -> str:
        place = say_place(self.document.source_places, line)
        return f"{place}: {display.opening(self.lines[line - self.first], 60)}" if self.lines else place

    def line_of(self, printed: str) -> int:
        """The line of the words, where one alone can be meant. Raises ValueError with a sentence."""
        having = [line for line in self.numbers() if self.lines and find_words(self.lines[line - self.first], printed)]
        if len(having) > 1:
            raise ValueError(_WHICH_LINE.format(printed=printed))
        if having:
            return having[0]
        if self.first == self.last or not find_words(self.printed, printed):
            return self.first
        raise ValueError("لا يُعرف في أي سطر من المصدر ترد هذه الكلمة؛ اختر السطر.")

    def places(self, printed: str, line: int) -> list[tuple[int, int]]:
        return places_on_line(self.printed, printed, line, self.first, self.lines)


def printed_of(kind: str, key: int) -> PrintedOf | None:
    """None for what has no printed text that could be misread: what staff entered themselves."""
    known = KIND_BY_NAME.get(kind) if kind in TEXTS else None
    row: Any = known.model._default_manager.filter(pk=key).first() if known is not None else None
    document = paper_of(row) if row is not None else None
    lines = own_lines(row) if row is not None else None
    if document is None or lines is None or row.entered_by_hand:
        return None
    name = TEXTS[kind]
    whole = lines_of(document)
    first, last = lines
    of_row = whole[first - 1 : last] if whole is not None and last <= len(whole) else None
    return PrintedOf(row, document, getattr(row, f"printed_{name}"), getattr(row, name), first, last, of_row)


def propose(site: Any, request: HttpRequest, kind: str, key: int) -> HttpResponse:
    """GET shows the text with the form (`word`, `reading`: what is in it already); POST enters the erratum."""
    text = printed_of(kind, key) if key < 10**15 else None
    if text is None:
        raise Http404
    may = site.has_change_permission(request)
    if request.method == "POST":
        if not may:
            raise PermissionDenied
        answer: HttpResponse = site._followed(
            request, lambda: _enter(site, request, kind, text), Batch.Act.DECISION, "تصويب جديد"
        )
        return answer
    first = {"printed": request.GET.get("word", ""), "corrected": request.GET.get("reading", "")}
    return _page(site, request, text, ProposalForm(initial=first, text=text, accepts=True), may=may)


def _enter(site: Any, request: HttpRequest, kind: str, seen: PrintedOf) -> HttpResponse:
    """Read anew, now that nobody else writes."""
    text = printed_of(kind, seen.row.pk)
    if text is None:
        raise Http404
    accepts = "wait" not in request.POST
    form = ProposalForm(request.POST, text=text, accepts=accepts)
    if not form.is_valid():
        return _page(site, request, text, form, may=True)
    said = {name: form.cleaned_data[name] for name in ("line", "printed", "corrected", "note")}
    try:
        erratum = enter_misreading(text.row, **said, places=form.places, accept=accepts, by=signed_in(request))
    except ValueError as refusal:
        form.add_error("printed", str(refusal))
        return _page(site, request, text, form, may=True)
    site.log_addition(request, erratum, "تصويب جديد")
    _tell(request, text, said["printed"], said["corrected"] if accepts else "", len(form.places))
    if request.POST.get("from") == "suspects":
        return HttpResponseRedirect(reverse("admin:archive_erratum_suspects"))
    return HttpResponseRedirect(reverse(f"admin:archive_{text.row._meta.model_name}_change", args=[text.row.pk]))


def _tell(request: HttpRequest, text: PrintedOf, printed: str, corrected: str, places: int) -> None:
    question = {"locator": locator_of(text.row), "state": Conflict.State.OPEN}
    if not corrected:
        messages.success(request, f"سُجّلت «{printed}» كلمةً مشكوكاً فيها.")
    elif Conflict.objects.filter(**question).exists():
        messages.warning(request, _REWRITTEN)
    else:
        found = f"{reverse('recommendations')}?q={corrected}"
        where = "" if places == 1 else f" في {places} من المواضع"
        said = 'صُوِّبت «{}» إلى «{}»{}. <a href="{}">ابحث عنها كما يبحث القراء</a> · <a href="{}">صفحتها</a>'
        page = page_of(text.row) or ""
        messages.success(request, format_html(said, printed, corrected, where, found, page))


def _page(site: Any, request: HttpRequest, text: PrintedOf, form: ProposalForm, *, may: bool) -> HttpResponse:
    word = str(form["printed"].value() or "")
    reading = form["corrected"].value() or ""
    marked = [[*place, reading, "certain this", text.first, word] for place in _words(text, word)]
    context = {
        **site.admin_site.each_context(request),
        "title": f"تصويب كلمة: {text.row}",
        "opts": site.opts,
        "media": site.media,
        "form": form,
        "text": text,
        "printed": display.show_printed(text.printed, marked or text.row.corrections),
        "form_of_row": reverse(f"admin:archive_{text.row._meta.model_name}_change", args=[text.row.pk]),
        "may": may,
        "opened_at": latest(),
        "from_suspects": "suspects" in (request.GET.get("from"), request.POST.get("from")),
        "shows_line": bool(form.errors) and text.first != text.last,
    }
    return TemplateResponse(request, "admin/misreadings/propose.html", context)


def _words(text: PrintedOf, word: str) -> list[tuple[int, int]]:
    return find_words(text.printed, word) if word.strip() else []
