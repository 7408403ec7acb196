"""Django's classes as the type checker wants them: at run time they take no arguments."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest, HttpResponse

if TYPE_CHECKING:
    AnyInline = admin.TabularInline[Any, Any]
    AnyInlineModelAdmin = admin.options.InlineModelAdmin[Any, Any]
    AnyInlineFormSet = forms.BaseInlineFormSet[Any, Any, Any]
    AnyRowsFormSet = forms.BaseModelFormSet[Any, Any]
    AnyModelChoiceField = forms.ModelChoiceField[Any]
    AnyMultipleRowsField = forms.ModelMultipleChoiceField[Any]

    # With what the stubs leave out and we build upon.
    class AnyModelAdmin(admin.ModelAdmin[Any]):
        def _changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse: ...

    class AnyModelForm(forms.ModelForm[Any]):
        def _get_validation_exclusions(self) -> set[str]: ...

        def _post_clean(self) -> None: ...
else:
    AnyModelAdmin = admin.ModelAdmin
    AnyInline = admin.TabularInline
    AnyInlineModelAdmin = admin.options.InlineModelAdmin
    AnyModelForm = forms.ModelForm
    AnyInlineFormSet = forms.BaseInlineFormSet
    AnyRowsFormSet = forms.BaseModelFormSet
    AnyModelChoiceField = forms.ModelChoiceField
    AnyMultipleRowsField = forms.ModelMultipleChoiceField

__all__ = [
    "AnyInline",
    "AnyInlineFormSet",
    "AnyInlineModelAdmin",
    "AnyModelAdmin",
    "AnyModelChoiceField",
    "AnyModelForm",
    "AnyMultipleRowsField",
    "AnyRowsFormSet",
]
