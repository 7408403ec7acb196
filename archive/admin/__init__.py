"""What staff see at /admin/: one module a subject."""

from django.contrib import admin

from . import (
    bodies,
    conflicts,
    documents,
    errata,
    meetings,
    paragraphs,
    recommendations,
    runs,
    search_index,
    thesaurus,
)

__all__ = [
    "bodies",
    "conflicts",
    "documents",
    "errata",
    "meetings",
    "paragraphs",
    "recommendations",
    "runs",
    "search_index",
    "thesaurus",
]

admin.site.site_title = "أرشيف التوصيات"
admin.site.site_header = "أرشيف التوصيات"
admin.site.index_title = "إدارة الأرشيف"
