"""What staff see at /admin/, one module a subject."""

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
from .classifying import words
from .history import batches
from .start import settle_site

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
    "words",
]

settle_site()
