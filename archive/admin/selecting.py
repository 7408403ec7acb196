"""Rows that a list sends: keys that are none find nothing, and of too many at once a sentence says what to do."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse

from .typed import AnyModelAdmin

#: So many at once. Pages that ask before they act send a field back for each row, beside some of their own, and Django
#: reads no more fields; of 900 rows the slowest decision takes about a second (measured on the real archive).
MOST_SELECTED = (settings.DATA_UPLOAD_MAX_NUMBER_FIELDS or 1_000) - 100


def is_key(value: Any) -> bool:
    """Whether it may be the key of a row: digits, no more than a database takes."""
    return str(value).isascii() and str(value).isdecimal() and len(str(value)) < 10


class BoundedSelection(AnyModelAdmin):
    """What a list asks to be done is done for rows that there are, and for no more than a person can answer for."""

    def response_action(
        self, request: HttpRequest, queryset: QuerySet[Any], *args: Any, **kwargs: Any
    ) -> HttpResponse | None:
        post = request.POST.copy()
        post.setlist(ACTION_CHECKBOX_NAME, [one for one in post.getlist(ACTION_CHECKBOX_NAME) if is_key(one)])
        request.POST = post  # type: ignore[assignment]
        is_whole = forms.BooleanField(required=False).to_python(post.get("select_across"))
        count = queryset.count() if is_whole else len(post.getlist(ACTION_CHECKBOX_NAME))
        if count > MOST_SELECTED:
            said = f"حدّدت {count}، ولا يُعمل في أكثر من {MOST_SELECTED} معاً، فلم يتغير شيء: صفِّ القائمة واعمل على دفعات."
            self.message_user(request, said, messages.ERROR)
            return None
        return super().response_action(request, queryset, *args, **kwargs)

    def _get_edited_object_pks(self, request: HttpRequest, prefix: str) -> list[str]:
        return [one for one in super()._get_edited_object_pks(request, prefix) if is_key(one)]
