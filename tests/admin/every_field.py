"""Every field that staff may edit, found in the admin itself, with what a person might type there instead."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from django import forms
from django.contrib import admin
from django.forms.models import InlineForeignKeyField
from django.test import Client

from archive.models import Article, Citation, Derived, OperativeClause, TopicRule
from archive.record.kinds import kind_of
from archive.record.row_kind import ReadBy

from .forms import filled_in

#: Of a choice of rows so many are tried until the form takes one.
_TRIED = 6


class Edit(NamedTuple):
    """One field of a form (`name` as a browser sends it), and what might be typed into it, best first.

    `seen_by` is what its kind of row says to be made of the field; `derived`: it is a field of a row of the rules.
    """

    name: str
    values: list[Any]
    seen_by: frozenset[ReadBy] = frozenset()
    derived: bool = False


def registered() -> list[type]:
    """The models that staff may change in a form of their own."""
    return [model for model in admin.site._registry if model._meta.app_label == "archive"]


def address_of(row: Any) -> str:
    return f"/admin/archive/{row._meta.model_name}/{row.pk}/change/"


def edits_of(response: Any) -> Iterator[Edit]:
    """Every editable field of the shown form, and of the first row of every kind below it."""
    yield from edits_in(response.context["adminform"].form)
    for shown in response.context["inline_admin_formsets"]:
        if shown.formset.initial_forms:
            yield from edits_in(shown.formset.initial_forms[0])


def edits_in(form: Any) -> Iterator[Edit]:
    for bound in form:
        field = bound.field
        fixed = field.disabled or bound.is_hidden or isinstance(field, InlineForeignKeyField)
        if fixed or bound.name in ("id", "DELETE"):
            continue
        values = list(_values(form.instance, bound.name, field, bound.value()))
        yield Edit(bound.html_name, values, _seen_by(form.instance, bound.name), isinstance(form.instance, Derived))


def _seen_by(row: Any, name: str) -> frozenset[ReadBy]:
    kind = kind_of(row)
    return frozenset(reader for reader in (kind.read_by if kind else ()) if reader.reads(frozenset({name})))


def batches(edits: Iterable[Edit]) -> list[list[Edit]]:
    """Edits that may be made at once, none of them hiding that another is not followed up: those of which the same is
    said to be made. What staff say of a derived row makes all that is made of the row, so each is made by itself.
    """
    found: dict[Any, list[Edit]] = {}
    for edit in edits:
        found.setdefault(edit.name if edit.derived else edit.seen_by, []).append(edit)
    return list(found.values())


def _values(row: Any, name: str, field: forms.Field, value: Any) -> Iterator[Any]:
    quoted = {OperativeClause: "phrase", Citation: "text"}.get(type(row))
    if name == quoted:  # words that stand in the text
        yield from (value.rsplit(" ", 1)[0], value.split(" ", 1)[-1], value[:-1])
    elif name == "subparagraph" and quoted:  # the words must stand in the item
        for item in field.queryset.exclude(pk=value).order_by("-pk")[:_TRIED]:
            yield {name: item.pk, quoted: item.text.split(" ", 1)[0]}
        yield ""
    elif isinstance(row, TopicRule) and name == "value":
        yield from (f"{value} المياه", *(article.locator for article in Article.objects.all()[:_TRIED]))
    elif name == "word":
        yield from (choice for choice, _label in field.choices if choice)
    elif isinstance(field, forms.ModelMultipleChoiceField):
        yield [row.pk for row in field.queryset[:2]]
    elif isinstance(field, forms.ModelChoiceField):
        others = field.queryset.exclude(pk=value) if value else field.queryset
        yield from others.order_by("-pk").values_list("pk", flat=True)[:_TRIED]
        yield ""
    elif isinstance(field, forms.MultipleChoiceField):
        yield [choice for choice, _label in field.choices if choice not in (value or ())][:2]
    elif isinstance(field, forms.ChoiceField):
        yield from (choice for choice, _label in field.choices if choice not in ("", value))
    elif isinstance(field, forms.BooleanField):
        yield "" if value else "on"
    elif isinstance(field, forms.IntegerField):
        yield from ((value or 1) + 1, 10, 1, 97)
    elif isinstance(field, forms.DateField):
        day = value if isinstance(value, date) else date(2017, 5, 5)
        yield from (day - timedelta(days=1461), day + timedelta(days=1461))
    elif isinstance(field, forms.CharField):
        text = "\n".join(value) if isinstance(value, list) else str(value or "")
        yield from (f"{text}\nبروتوكول الأنهار" if isinstance(value, list) else f"{text} وبعد".strip(), "7", "ب")


def post(client: Client, row: Any, edits: Sequence[Edit]) -> int | None:
    """Type into each field the first value that the form takes; gives the status of the answer, None where it takes
    none.
    """
    page = client.get(address_of(row))
    tried = dict.fromkeys(range(len(edits)), 0)
    while True:
        data = filled_in(page)
        for place, edit in enumerate(edits):
            if tried[place] >= len(edit.values):
                return None
            _type(page, data, edit.name, edit.values[tried[place]])
        response = client.post(address_of(row), data)
        if response.status_code != 200:
            return int(response.status_code)
        refused = [place for place, edit in enumerate(edits) if edit.name in _refused(response)]
        if not refused and len(edits) > 1:
            return None
        for place in refused or tried:
            tried[place] += 1


def _type(page: Any, data: dict[str, Any], name: str, value: Any) -> None:
    if value in ("", None):
        data.pop(name, None)
        if name.endswith(tuple("0123456789")) or not _is_box(page, name):
            data[name] = ""
    elif isinstance(value, dict):
        stem = name.rpartition("-")[0]
        data.update({f"{stem}-{one}" if stem else one: said for one, said in value.items()})
    else:
        data[name] = value


def _refused(response: Any) -> set[str]:
    """The fields at which the form complains, as a browser sends them."""
    forms = [response.context["adminform"].form]
    for shown in response.context["inline_admin_formsets"]:
        forms += shown.formset.forms
    return {form.add_prefix(name) for form in forms for name in form.errors}


def _is_box(page: Any, name: str) -> bool:
    form = page.context["adminform"].form
    return name in form.fields and isinstance(form.fields[name], forms.BooleanField)
