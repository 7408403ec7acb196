"""Who may read a row: readers what is published, staff everything.

`public()` is the one condition. Whatever asks on behalf of readers runs `as_readers_see()`, and every query that is
made meanwhile goes through it, of pages that are yet to be written too; a draft cannot be forgotten somewhere.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from typing import Any, ClassVar, Self, TypeVar

from django.db import models
from django.utils.translation import gettext_lazy as _

Row = TypeVar("Row", bound=models.Model)

#: What is not asked for by readers sees everything: the desk, the loader, what derives.
_sees_public_only: ContextVar[bool] = ContextVar("sees_public_only", default=False)


@contextmanager
def as_readers_see() -> Iterator[None]:
    """Within it every query finds what is published alone."""
    yield from _seeing(True)


@contextmanager
def as_staff_see() -> Iterator[None]:
    """Within it drafts and what was withdrawn are found too."""
    yield from _seeing(False)


def _seeing(public_only: bool) -> Iterator[None]:
    token = _sees_public_only.set(public_only)
    try:
        yield
    finally:
        _sees_public_only.reset(token)


def sees_public_only() -> bool:
    return _sees_public_only.get()


class ReadableQuerySet(models.QuerySet[Row]):
    """Rows that readers see where they, and what they stand in, are published."""

    def public(self) -> Self:
        """What everybody may read, and what files and feeds give out."""
        return self.filter(_is_public(self.model))


class ReadableManager(models.Manager[Row]):
    def get_queryset(self) -> models.QuerySet[Row]:
        rows: Any = super().get_queryset()
        found: models.QuerySet[Row] = rows.public() if sees_public_only() and not self._is_of_one_shown() else rows
        return found

    def of_rows_shown(self) -> Any:
        """For what is fetched with rows that are shown themselves: nothing is asked twice."""
        return super().get_queryset()

    def _is_of_one_shown(self) -> bool:
        """Whether these are the items of a row that the caller holds, and hidden with it alone."""
        of: Any = getattr(self, "field", None) if getattr(self, "instance", None) is not None else None
        return of is not None and getattr(self.model, "shown_with", ()) == (of.name,)


class Published(models.Model):
    """A row with a state of its own. `stated_by` names it, and the fields whose rows hide this one with them.

    What turned out to be another row is withdrawn and leads there: `merged_into`.
    """

    class State(models.TextChoices):
        DRAFT = "draft", _("مسودة")
        PUBLISHED = "published", _("منشور")
        WITHDRAWN = "withdrawn", _("مسحوب")

    state = models.CharField(_("حالة النشر"), max_length=10, choices=State, default=State.PUBLISHED)
    withdrawn_because = models.TextField(
        _("سبب السحب"), blank=True, help_text=_("يقرؤه من يفتح رابط ما سُحب.")
    )
    withdrawn_at = models.DateTimeField(_("تاريخ السحب"), null=True, blank=True, editable=False)
    merged_into = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, editable=False, related_name="+", verbose_name=_("ضُم إلى")
    )

    stated_by: ClassVar[tuple[str, ...]] = ("state",)

    class Meta:
        abstract = True

    @property
    def is_draft(self) -> bool:
        return self.state == self.State.DRAFT

    @property
    def is_withdrawn(self) -> bool:
        return self.state == self.State.WITHDRAWN


Stated = TypeVar("Stated", bound=Published)


def as_shown(row: Stated | None) -> Stated | None:
    """What a link of another row leads to, None where readers do not see it: no query stands behind a link.

    By its own state, and by those of the rows that hide it as far as they are fetched; of the others nothing is asked.
    """
    if row is None or not sees_public_only():
        return row
    hiding: list[Any] = [row]
    hiding += [row._state.fields_cache.get(name.rpartition("__")[0]) for name in row.stated_by if "__" in name]
    published = Published.State.PUBLISHED
    return row if all(one is None or one.state == published for one in hiding) else None


def known_state(name: str) -> models.CheckConstraint:
    """A state that there is; and what is withdrawn, and nothing else, has a moment and a reason."""
    state = Published.State
    withdrawn = models.Q(state=state.WITHDRAWN, withdrawn_at__isnull=False) & ~models.Q(withdrawn_because="")
    other = models.Q(
        state__in=[state.DRAFT, state.PUBLISHED], withdrawn_at__isnull=True, withdrawn_because=""
    )
    return models.CheckConstraint(
        condition=withdrawn | other,
        name=name,
        violation_error_message=_("اذكر سبب السحب؛ ولا سبب لما لم يُسحب."),
    )


@cache
def _is_public(model: type[models.Model]) -> models.Q:
    if issubclass(model, Published):
        return _said(model, model.stated_by)
    shown_with: tuple[str, ...] = model.shown_with  # type: ignore[attr-defined]
    found = models.Q()
    for path in shown_with:
        parent: Any = model
        for name in path.split("__"):
            parent = parent._meta.get_field(name).related_model
        shown = _said(parent, parent.stated_by, f"{path}__")
        first: Any = model._meta.get_field(path.split("__")[0])
        found &= (shown | models.Q(**{f"{first.name}__isnull": True})) if first.null else shown
    return found


def _said(model: type[models.Model], stated_by: tuple[str, ...], before: str = "") -> models.Q:
    found = models.Q()
    for field in stated_by:
        published = models.Q(**{f"{before}{field}": Published.State.PUBLISHED})
        link = field.rpartition("__")[0]
        stands_in: Any = model._meta.get_field(link) if link else None
        if stands_in is not None and stands_in.null:
            published |= models.Q(**{f"{before}{link}__isnull": True})
        found &= published
    return found
