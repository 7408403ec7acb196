"""Addresses: Arabic pages bare, the same pages in English under /en/; the rest has no language."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path
from django.views.i18n import JavaScriptCatalog

from archive import urls as archive_urls

urlpatterns = [
    *archive_urls.unprefixed,
    path("api/v1/", include((archive_urls.api, "api"))),
    # Django's own gives what its applications say; this one our catalogues as well, which come first.
    path("admin/jsi18n/", admin.site.admin_view(JavaScriptCatalog.as_view(), cacheable=True)),
    path("admin/", include(archive_urls.staff)),
    path("admin/", admin.site.urls),
    *i18n_patterns(*archive_urls.pages, prefix_default_language=False),
]

handler400 = "archive.views.errors.bad_request"
handler403 = "archive.views.errors.permission_denied"
handler404 = "archive.views.errors.page_not_found"
handler500 = "archive.views.errors.server_error"
