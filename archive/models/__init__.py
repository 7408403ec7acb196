"""The record as the database keeps it, with its constraints."""

from .agenda_item import AgendaItem
from .body import Body
from .citation import Citation
from .derived import Derivation, Derived
from .document import Document, FormerSlug, Section
from .earlier_text import EarlierText
from .erratum import Erratum
from .history import Batch, RowChange
from .import_run import ArchiveState, Conflict, ImportProblem, ImportRun
from .instrument import Article, Instrument
from .kinship import FollowUp, Kinship
from .language_version import LanguageText, LanguageVersion
from .load_memory import LoadMemory
from .meeting import Meeting
from .operative_clause import OperativeActor, OperativeAddressee, OperativeClause
from .paragraph import Footnote, Paragraph
from .pending_word import PendingWord
from .publication import Published
from .recommendation import FormerLocator, Recommendation, Subparagraph
from .search_entry import SearchEntry, SearchWord
from .search_synonym import SearchSynonym
from .topic import Topic, TopicAssignment, TopicRule
from .upload import Errand, Upload

__all__ = [
    "AgendaItem",
    "ArchiveState",
    "Article",
    "Batch",
    "Body",
    "Citation",
    "Conflict",
    "Derivation",
    "Derived",
    "Document",
    "EarlierText",
    "Errand",
    "Erratum",
    "FollowUp",
    "Footnote",
    "FormerLocator",
    "FormerSlug",
    "ImportProblem",
    "ImportRun",
    "Instrument",
    "Kinship",
    "LanguageText",
    "LanguageVersion",
    "LoadMemory",
    "Meeting",
    "OperativeActor",
    "OperativeAddressee",
    "OperativeClause",
    "Paragraph",
    "PendingWord",
    "Published",
    "Recommendation",
    "RowChange",
    "SearchEntry",
    "SearchSynonym",
    "SearchWord",
    "Section",
    "Subparagraph",
    "Topic",
    "TopicAssignment",
    "TopicRule",
    "Upload",
]
