"""How staff type what is no text: days in words or in figures, numbers within what a paper can bear."""

from datetime import date
from typing import Any

from django import forms
from django.contrib.admin.widgets import AdminDateWidget
from django.core.exceptions import ValidationError
from django.db import models

from archive.numbering.dates import format_date, read_typed_date

#: No paper counts its recommendations, paragraphs or headings so far: the longest known ones have some hundreds.
#: What is larger was mistyped, and its address would be public.
LARGEST_NUMBER = 99_999
#: Copies, series, levels, letters. PostgreSQL refuses what is larger than 32,767.
LARGEST_SMALL_NUMBER = 9_999

_DAY_WANTED = "اكتب اليوم فالشهر فالسنة، مثل 5/9/2019 أو «5 أيلول/سبتمبر 2019»، أو 2019-09-05."


class DayWidget(AdminDateWidget):
    """Shows a stored day in words: 5/9/2019 is read in two ways, «5 أيلول/سبتمبر 2019» in one."""

    def __init__(self) -> None:
        super().__init__(attrs={"size": 24})

    def format_value(self, value: Any) -> str | None:
        return format_date(value) if isinstance(value, date) else super().format_value(value)


class DayField(forms.DateField):
    """Takes a day as people write it, the day before the month, and as the calendar beside it and machines do."""

    widget = DayWidget
    default_error_messages = {"invalid": _DAY_WANTED}

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{**kwargs, "help_text": kwargs.get("help_text") or _DAY_WANTED})

    def to_python(self, value: Any) -> date | None:
        if value in self.empty_values or isinstance(value, date):
            return super().to_python(value)
        day = read_typed_date(str(value))
        if day is None:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return day


class NumberField(forms.IntegerField):
    """A whole number; where it goes too far, the sentence says how far it may go."""

    default_error_messages = {"max_value": "أكبر رقم يُقبل هنا %(limit_value)s؛ صحّح الرقم."}


#: For `formfield_overrides` of every form that staff type into.
TYPED_ENTRIES: dict[Any, dict[str, Any]] = {
    models.DateField: {"form_class": DayField, "widget": DayWidget},
    models.PositiveIntegerField: {"form_class": NumberField, "max_value": LARGEST_NUMBER},
    models.PositiveSmallIntegerField: {"form_class": NumberField, "max_value": LARGEST_SMALL_NUMBER},
}
