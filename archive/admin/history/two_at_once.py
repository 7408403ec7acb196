"""Two at one form: nobody overwrites what he has not seen.

A form carries the key of the last change that it was opened on. What others changed since, and this person did not
touch, is taken into what he sends; where both changed a field he is shown both and decides.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib.admin.utils import unquote
from django.db.models import Model
from django.http import HttpRequest, HttpResponse, QueryDict
from django.template.response import TemplateResponse

from archive.models import RowChange
from archive.record.history.recorded import recorded_kind, stored_values
from archive.record.history.states import before_since, latest
from archive.record.row_kind import RowKind

from .carried import ASKED, KEEP, OPENED, THEIRS, THIRD, carried_fields, texts_typed
from .shown_values import FieldDifference, names_in, tell_difference
from .telling import who_of


@dataclass(frozen=True, slots=True)
class BothChanged:
    """A field that two have changed. `base` is what stood there when the second opened his form."""

    html_name: str
    row: str
    theirs: FieldDifference
    mine: FieldDifference
    who: str
    sent: list[str]
    is_text: bool


def opened_at(request: HttpRequest) -> int | None:
    """The last change that the form had seen; None of a form that does not say."""
    said = request.POST.get(OPENED, "")
    return int(said) if said.isdecimal() and len(said) < 16 else None


def meet_others(site: Any, request: HttpRequest, object_id: str | None) -> HttpResponse | None:
    """Settles what is sent with what others have saved since the form was opened; a page where somebody must decide.

    Call it while nobody else can write. `request.POST` becomes what would have been sent by one who had seen all.
    """
    post = _decided(request)
    seen = opened_at(request)
    if object_id is None or seen is None or latest() <= seen:
        return None
    row = site.get_object(request, unquote(object_id))
    if row is None or _is_gone_below(site, request, row, seen):
        return _gone(site, request, row)
    return _meet(site, request, post, _forms(site, request, row), row)


def meet_others_in_list(site: Any, request: HttpRequest) -> HttpResponse | None:
    """The same of values that are typed in a list, row by row; and a page where a row of it is no more."""
    if request.method != "POST" or "_save" not in request.POST or not site.list_editable:
        return None
    if not site.has_change_permission(request):
        return None  # Django refuses it
    post = _decided(request)
    made = site.get_changelist_formset(request)
    prefix = made.get_default_prefix()
    rows = site._get_list_editable_queryset(request, prefix)
    formset = made(request.POST, request.FILES, queryset=rows)
    if not formset.management_form.is_valid():
        return None
    key = site.opts.pk.name
    sent = [request.POST.get(f"{prefix}-{at}-{key}") for at in range(_count(formset))]
    if not {str(row.pk) for row in rows}.issuperset(sent):
        return _gone(site, request, None)
    own = [(form, kind, form.instance) for form in formset.initial_forms if (kind := recorded_kind(form.instance))]
    return _meet(site, request, post, own, site.opts.verbose_name_plural)


def _meet(
    site: Any, request: HttpRequest, post: QueryDict, forms_sent: Iterable[tuple[Any, RowKind, Any]], about: Any
) -> HttpResponse | None:
    """Takes into `post` what others changed; `about` is what the page calls it where somebody must decide."""
    seen, both = opened_at(request), []
    for form, kind, held in forms_sent if seen is not None and latest() > seen else ():
        before = before_since(kind, held.pk, seen or 0)
        if before:
            both += _meet_in(request, post, form, kind, held, before)
    request.POST = post  # type: ignore[assignment]
    return _ask(site, request, about, both) if both else None


def has_changed_since(request: HttpRequest, row: Model) -> bool:
    """Whether somebody has changed the row since this form showed it: a decision would be about something else."""
    seen, kind = opened_at(request), recorded_kind(row)
    return seen is not None and kind is not None and bool(before_since(kind, row.pk, seen))


def _decided(request: HttpRequest) -> QueryDict:
    """What is sent, with what was decided about fields that two had changed; undecided ones are asked again."""
    post = request.POST.copy()
    for name in request.POST.getlist(ASKED):
        match request.POST.get(KEEP + name):
            case "theirs":
                post.setlist(name, request.POST.getlist(THEIRS + name))
            case "third":
                post[name] = request.POST.get(THIRD + name, "")
    request.POST = post  # type: ignore[assignment]
    return post


def _forms(site: Any, request: HttpRequest, row: Any) -> Iterator[tuple[Any, RowKind, Any]]:
    """The form and those of rows below it that are stored, each with its row as it is now."""
    kind = recorded_kind(row)
    form = site.get_form(request, row, change=True)(request.POST, request.FILES, instance=row)
    if kind is not None:
        yield form, kind, row
    for formset in _formsets(site, request, row):
        for one in formset.initial_forms:
            below = recorded_kind(one.instance)
            if below is not None and one.instance.pk is not None:
                yield one, below, one.instance


def _formsets(site: Any, request: HttpRequest, row: Any) -> list[Any]:
    formsets, _inlines = site._create_formsets(request, row, change=True)
    return [one for one in formsets if one.management_form.is_valid()]


def _is_gone_below(site: Any, request: HttpRequest, row: Any, seen: int) -> bool:
    """Whether a row below, that the form still has, was deleted meanwhile."""
    for formset in _formsets(site, request, row):
        kind = recorded_kind(formset.model())
        key = formset.model._meta.pk.name
        sent = {request.POST.get(f"{formset.prefix}-{at}-{key}", "") for at in range(_count(formset))}
        keys = {int(one) for one in sent if one.isdecimal() and len(one) < 16}
        gone = RowChange.objects.filter(pk__gt=seen, fate=RowChange.Fate.WENT, key__in=keys)
        if kind is not None and keys and gone.filter(kind=kind.name).exists():
            there = set(formset.model._default_manager.filter(pk__in=keys).values_list("pk", flat=True))
            if keys - there:
                return True
    return False


def _count(formset: Any) -> int:
    """Of stored rows, as the form says: no more than there may be of all."""
    return int(min(formset.initial_form_count(), formset.total_form_count()))


def _meet_in(
    request: HttpRequest, post: QueryDict, form: Any, kind: RowKind, row: Any, before: dict[str, Any]
) -> list[BothChanged]:
    now = stored_values(kind, row)
    both = []
    for name in before.keys() & form.fields.keys():
        field, html_name = form.fields[name], form.add_prefix(name)
        sent = field.widget.value_from_datadict(post, request.FILES, html_name)
        if field.disabled or now[name] == before[name]:
            continue
        if not field.has_changed(_python(kind, name, before[name]), sent):
            _put(post, html_name, field, _python(kind, name, now[name]))
        elif field.has_changed(_python(kind, name, now[name]), sent):
            both.append(_both(post, field, html_name, kind, row, (name, before[name], now[name], sent)))
    return both


def _python(kind: RowKind, name: str, value: Any) -> Any:
    """A value of the history as a form's field knows it."""
    known = {field.name: field for field in kind.model._meta.concrete_fields}.get(name)
    return value if known is None or known.is_relation else known.to_python(value)


def _widget(field: Any) -> Any:
    """The widget itself, where the admin has put its keys about it."""
    return getattr(field.widget, "widget", field.widget)


def _sent_for(field: Any, value: Any) -> list[str]:
    """What a browser would send of this value."""
    widget, prepared = _widget(field), field.prepare_value(value)
    if isinstance(widget, forms.CheckboxInput):
        return ["on"] if prepared else []
    if isinstance(prepared, list | tuple):
        return [str(one) for one in prepared]
    formatted = widget.format_value(prepared)
    if isinstance(formatted, list | tuple):
        return [str(one) for one in formatted]
    return ["" if formatted is None else str(formatted)]


def _put(post: QueryDict, html_name: str, field: Any, value: Any) -> None:
    post.setlist(html_name, _sent_for(field, value))
    if not post.getlist(html_name):
        del post[html_name]


def _both(
    post: QueryDict, field: Any, html_name: str, kind: RowKind, row: Any, found: tuple[str, Any, Any, Any]
) -> BothChanged:
    name, base, now, sent = found
    try:
        mine = field.to_python(sent)
    except forms.ValidationError:
        mine = sent
    mine = [getattr(one, "pk", one) for one in mine] if isinstance(mine, list) else getattr(mine, "pk", mine)
    mine = mine.isoformat() if hasattr(mine, "isoformat") else mine
    names = names_in((kind, name, value) for value in (base, now, mine) if not isinstance(value, str))
    change = RowChange.objects.of_row(kind.name, row.pk).filter(fields__has_key=name).select_related("batch__by")
    last = change.first()
    return BothChanged(
        html_name,
        str(row),
        tell_difference(kind, name, base, now, names),
        tell_difference(kind, name, base, mine, names),
        who_of(last.batch) if last is not None else "",
        _sent_for(field, _python(kind, name, now)),
        isinstance(_widget(field), forms.Textarea | forms.TextInput),
    )


def _ask(site: Any, request: HttpRequest, row: Any, both: list[BothChanged]) -> HttpResponse:
    context = {
        **site.admin_site.each_context(request),
        "title": f"عدّل شخص آخر ما عدّلته: {row}",
        "opts": site.opts,
        "object": row,
        "both": [(one, request.POST.get(one.html_name, "")) for one in both],
        "carried": carried_fields(request),
        "opened_at": latest(),
        "media": site.media,
    }
    return TemplateResponse(request, "admin/history/both_changed.html", context, status=409)


def _gone(site: Any, request: HttpRequest, row: Any) -> HttpResponse:
    """What he typed is shown to him, to be copied: the row that it was typed in is no more."""
    context = {
        **site.admin_site.each_context(request),
        "title": "حذف شخص آخر ما كنت تعدّله",
        "opts": site.opts,
        "object": row,
        "typed": texts_typed(request),
        "media": site.media,
    }
    return TemplateResponse(request, "admin/history/gone.html", context, status=409)
