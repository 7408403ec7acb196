"""Django's own door for the pages of the desk that belong to no list."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse


def for_staff(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Asked at each request: the site is made after the module of the view."""

    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return admin.site.admin_view(view)(request, *args, **kwargs)

    return guarded
