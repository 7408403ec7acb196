"""What staff see at /admin/, one module a subject."""

from . import (
    accounts,
    bodies,
    conflicts,
    documents,
    earlier_texts,
    errata,
    languages,
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
from .taking_in import errands, uploads

__all__ = [
    "accounts",
    "batches",
    "bodies",
    "conflicts",
    "documents",
    "earlier_texts",
    "errands",
    "errata",
    "languages",
    "meaning",
    "meetings",
    "paragraphs",
    "recommendations",
    "runs",
    "search_index",
    "thesaurus",
    "topics",
    "uploads",
    "words",
]

settle_site()
