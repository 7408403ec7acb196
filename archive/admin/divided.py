"""A long form in parts: one form at one address, of which the reader sees one part at a time.

The parts are sections of one page, chosen by their anchors: without script, without asking the server, so that nothing
typed is lost on the way from one to another, and all of them are saved together.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse

from .base import ArchiveAdmin


@dataclass(frozen=True)
class FormPart:
    """`code` is its anchor. `fieldsets` and `inlines` name what it has: titles of field sets, models of rows."""

    code: str
    title: str
    fieldsets: tuple[str | None, ...] = ()
    inlines: tuple[type, ...] = ()


@dataclass
class ShownPart:
    """A part with what the page shows in it; `is_first`: it is shown where no anchor asks for another."""

    part: FormPart
    fieldsets: list[Any] = field(default_factory=list)
    inlines: list[Any] = field(default_factory=list)
    is_first: bool = False

    @property
    def has_errors(self) -> bool:
        """Whether something in it must be mended before the form is saved."""
        own = any(line.errors() for fieldset in self.fieldsets for line in fieldset)
        return own or any(shown.formset.total_error_count() for shown in self.inlines)


class DividedAdmin(ArchiveAdmin):
    """Base of the admin of a kind of rows with a long form."""

    change_form_template = "admin/archive/divided_form.html"
    #: In their order. What no part names stands in the last one.
    parts: ClassVar[tuple[FormPart, ...]] = ()

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        shown = share_out(self.parts, list(context["adminform"]), context["inline_admin_formsets"])
        return super().render_change_form(request, {**context, "parts": shown}, *args, **kwargs)


def share_out(parts: Sequence[FormPart], fieldsets: Sequence[Any], inlines: Sequence[Any]) -> list[ShownPart]:
    """Give the parts that have something to show; the first with errors, or else the first, is the one that is open."""
    shown = [ShownPart(part) for part in parts]
    for fieldset in fieldsets:
        holder = next((one for one in shown if fieldset.name in one.part.fieldsets), shown[-1])
        holder.fieldsets.append(fieldset)
    for inline in inlines:
        holder = next((one for one in shown if inline.opts.model in one.part.inlines), shown[-1])
        holder.inlines.append(inline)
    filled = [one for one in shown if one.fieldsets or one.inlines]
    first = next((one for one in filled if one.has_errors), filled[0])
    first.is_first = True
    return filled
