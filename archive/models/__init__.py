from .agenda_item import AgendaItem
from .body import Body
from .document import Document, FormerSlug, Section
from .erratum import Erratum
from .import_run import ArchiveState, Conflict, ImportProblem, ImportRun
from .meeting import Meeting
from .paragraph import Footnote, Paragraph
from .recommendation import Recommendation, Subparagraph
from .search_entry import SearchEntry, SearchWord
from .search_synonym import SearchSynonym

__all__ = [
    "AgendaItem",
    "ArchiveState",
    "Body",
    "Conflict",
    "Document",
    "Erratum",
    "Footnote",
    "FormerSlug",
    "ImportProblem",
    "ImportRun",
    "Meeting",
    "Paragraph",
    "Recommendation",
    "SearchEntry",
    "SearchSynonym",
    "SearchWord",
    "Section",
    "Subparagraph",
]
