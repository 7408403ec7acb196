"""What staff see at /admin/, one module a subject."""

from django.contrib import admin

from . import (
    accounts,
    bodies,
    conflicts,
    documents,
    earlier_texts,
    errata,
    meaning,
    meetings,
    paragraphs,
    recommendations,
    runs,
    search_index,
    thesaurus,
    topics,
)
from .history import batches

__all__ = [
    "accounts",
    "batches",
    "bodies",
    "conflicts",
    "documents",
    "earlier_texts",
    "errata",
    "meaning",
    "meetings",
    "paragraphs",
    "recommendations",
    "runs",
    "search_index",
    "thesaurus",
    "topics",
]

admin.site.site_title = "أرشيف التوصيات"
admin.site.site_header = "أرشيف التوصيات"
admin.site.index_title = "إدارة الأرشيف"
