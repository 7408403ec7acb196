"""What a browser would send back of a form of the admin: all that the form shows, with some of it typed anew."""

from typing import Any


def filled_in(response: Any, **typed: Any) -> dict[str, Any]:
    """The fields of the form and of the rows below it as they stand, and `typed` over them."""
    data: dict[str, Any] = {}
    forms = [response.context["adminform"].form]
    for shown in response.context["inline_admin_formsets"]:
        data.update(_fields(shown.formset.management_form))
        forms.extend(shown.formset.forms)
    for form in forms:
        data.update(_fields(form))
    return {**data, **typed}


def _fields(form: Any) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for bound in form:
        if bound.field.disabled:
            continue  # a browser does not send these
        value = bound.value()
        if value is not None and value is not False:
            values[bound.html_name] = value
    return values


def complaints(response: Any) -> dict[str, list[str]]:
    """The errors that the form shows, of its own fields."""
    return {field: list(errors) for field, errors in response.context["adminform"].form.errors.items()}
