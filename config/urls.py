"""Addresses: Arabic pages bare, the same pages in English under /en/; the rest has no language."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

from archive import urls as archive_urls

urlpatterns = [
    *archive_urls.unprefixed,
    path("api/v1/", include((archive_urls.api, "api"))),
    path("admin/", include(archive_urls.staff)),
    path("admin/", admin.site.urls),
    *i18n_patterns(*archive_urls.pages, prefix_default_language=False),
]

handler400 = "archive.views.errors.bad_request"
handler403 = "archive.views.errors.permission_denied"
handler404 = "archive.views.errors.page_not_found"
handler500 = "archive.views.errors.server_error"
