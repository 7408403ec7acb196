"""Rows entered in order under a row: what the typist leaves empty follows from the order."""

from typing import Any

from archive.numbering import abjad

from .sourced import HandRowsFormSet


class OrderedFormSet(HandRowsFormSet):
    """Fills an empty position: the next after those above it."""

    given_by_source = ("position",)

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        form.fields["position"].required = False
        form.fields["position"].help_text = "يُملأ من الترتيب إن تُرك فارغاً."

    def clean(self) -> None:
        super().clean()
        last = max(self._stored_elsewhere(), default=0)
        for form in self._kept():
            if not form.instance.position:
                form.instance.position = self.position_of(form, last)
            last = max(last, form.instance.position)
        self._refuse_doubles()

    def position_of(self, form: Any, last: int) -> int:
        return last + 1

    def _refuse_doubles(self) -> None:
        seen = self._stored_elsewhere()
        for form in self._kept():
            if form.instance.position in seen:
                form.add_error("position", "الترتيب مكرر؛ اكتب رقماً لم يُستعمل، أو اتركه فارغاً.")
            seen.add(form.instance.position)

    def _stored_elsewhere(self) -> set[int]:
        """The places of rows that the form does not have: somebody has added them since it was opened."""
        if self.instance.pk is None or not any(form.has_changed() for form in self.extra_forms):
            return set()
        assert self.model is not None
        known = [form.instance.pk for form in self.initial_forms]
        rows = self.model._default_manager.filter(**{self.fk.name: self.instance}).exclude(pk__in=known)
        return set(rows.values_list("position", flat=True))

    def _kept(self) -> list[Any]:
        return [
            form
            for form in self.forms
            if (form.has_changed() or form.instance.pk)
            and hasattr(form, "cleaned_data")
            and not form.cleaned_data.get("DELETE")
        ]


class LetteredFormSet(OrderedFormSet):
    """… and an empty letter: that of the position, as a written letter gives the position."""

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        form.fields["label"].required = False
        form.fields["label"].help_text = "يُملأ من الترتيب إن تُرك فارغاً."

    def clean(self) -> None:
        super().clean()
        for form in self._kept():
            if not form.instance.label:
                form.instance.label = abjad.letter(form.instance.position)

    def position_of(self, form: Any, last: int) -> int:
        return abjad.position(form.instance.label) or last + 1
