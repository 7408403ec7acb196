"""What every page knows: its own address, the same page in the other language, and what the archive holds."""

from typing import Any

from django.core.exceptions import DisallowedHost
from django.http import HttpRequest
from django.urls import translate_url
from django.utils.functional import SimpleLazyObject

from archive.display.names.language import is_english, reads_rtl
from archive.filters.page_parameters import PAGE
from archive.record.specimen import holds_specimen
from archive.views.form_address import form_address
from archive.views.icon import icon_address


def archive(request: HttpRequest) -> dict[str, Any]:
    """For templates: addresses (absolute, and `other_language_path`), `icon_address`, `is_specimen`,
    `is_one_of_many`, `reads_rtl`, `form_address` (for staff who may edit what the page shows)."""
    address = _absolute(request)
    return {
        "own_address": address,
        "address_ar": translate_url(address, "ar"),
        "address_en": translate_url(address, "en"),
        "other_language_path": translate_url(request.get_full_path(), "ar" if is_english() else "en"),
        # Lazy: an answer that shows no page asks no database.
        "is_specimen": SimpleLazyObject(holds_specimen),
        # One of endlessly many addresses of the same texts: it leads to pages that are indexed, itself it is not.
        "is_one_of_many": any(name != PAGE.name for name in request.GET),
        "reads_rtl": reads_rtl(),
        "icon_address": icon_address(),
        "form_address": SimpleLazyObject(lambda: form_address(request)),
    }


def _absolute(request: HttpRequest) -> str:
    """The address of this page; its path alone where the host is not ours: the page that says so needs one too."""
    try:
        return request.build_absolute_uri(request.path)
    except DisallowedHost:
        return request.path

