"""What all lists and forms of the archive share, and rows that the machine writes and staff only read."""

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest, HttpResponse

from archive.arabic.clean import clean


class TypedText(forms.CharField):
    """A text as the archive keeps texts: plain letters and spaces, one kind of line end.

    Without it a form that is opened and saved would change its line ends, and the row would count as edited.
    """

    def to_python(self, value: Any) -> str:
        return clean(str(super().to_python(value)).replace("\r\n", "\n"))


def text_area(rows: int, columns: int) -> dict[str, Any]:
    return {
        "form_class": TypedText,
        "widget": forms.Textarea(attrs={"rows": rows, "cols": columns, "dir": "rtl"}),
    }


class ArchiveAdmin(admin.ModelAdmin):
    class Media:
        css = {"all": ["archive-admin/admin.css"]}

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """The list bears the name of its rows; Django's «اختر … لتغييره» knows no feminine."""
        title = {"title": self.opts.verbose_name_plural}
        return super().changelist_view(request, {**title, **(extra_context or {})})


class ReadOnlyAdmin(ArchiveAdmin):
    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
