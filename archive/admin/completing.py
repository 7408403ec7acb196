"""Fields that complete what is typed show what stands in them without asking for it: the row has it in its hand."""

from collections.abc import Sequence
from typing import Any

from django.contrib.admin.widgets import AutocompleteSelect


class KnownAutocomplete(AutocompleteSelect):
    """Django's own asks the database once for each field of each row of a form."""

    #: The row that stands in the field.
    known: Any = None

    def optgroups(self, name: str, value: Sequence[str], attr: dict[str, Any] | None = None) -> Any:
        if self.known is None or [str(one) for one in value] != [str(self.known.pk)]:
            return super().optgroups(name, list(value), attr)
        choices: Any = self.choices
        options = [] if self.is_required else [self.create_option(name, "", "", False, 0)]
        label = choices.field.label_from_instance(self.known)
        options.append(self.create_option(name, self.known.pk, label, True, len(options)))
        return [(None, options, 0)]


class CompletesKnown:
    """For admins and rows below them: their `autocomplete_fields` are such fields."""

    def formfield_for_foreignkey(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        site: Any = self
        if db_field.name in site.get_autocomplete_fields(request) and "widget" not in kwargs:
            kwargs["widget"] = KnownAutocomplete(db_field, site.admin_site, using=kwargs.get("using"))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)  # type: ignore[misc]


def tell_known(form: Any) -> None:
    """Give each such field of a form the row that its own row points at, where that was read along."""
    for name, field in form.fields.items():
        widget = getattr(field.widget, "widget", field.widget)
        if isinstance(widget, KnownAutocomplete):
            widget.known = form.instance._state.fields_cache.get(name)
