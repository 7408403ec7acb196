"""What the house must know of a model: one `RowKind` each; the table of them is `kinds`."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from django.db.models import DateField, Model, QuerySet

#: How a row that another row points at is compared and remembered: where the merge decides about the link by its
#: locator, where the source of record alone does by its key.
LinkBy = Literal["locator", "key"]

#: What is made of rows and stored: whole texts of recommendations, the index of search, the joints of citations with
#: the rows that they name, and the kinds of rows that rules derive; `facets` are what a process holds of them.
Made = Literal[
    "whole_text",
    "search",
    "joint",
    "facets",
    "operative_clause",
    "citation",
    "topic_assignment",
    "kinship",
    "follow_up",
]


@dataclass(frozen=True, slots=True)
class RowLink:
    """A field that points at another row."""

    kind: str
    by: LinkBy


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadBy:
    """Something stored that is made of a row, and must be made anew when the row changes.

    `fields` are those that it reads (the names of model fields, links without `_id`); none means all. It is made for
    the recommendations and paragraphs that lead to the row by these lookups («meeting__body», «pk» for the row
    itself), or, with `everywhere`, of the whole archive at once.
    """

    by: Made
    fields: frozenset[str] = frozenset()
    recommendations: tuple[str, ...] = ()
    paragraphs: tuple[str, ...] = ()
    everywhere: bool = False

    def reads(self, changed: frozenset[str] | None) -> bool:
        """Whether a change of these fields (None: the row came or went) is seen by it."""
        return changed is None or not self.fields or bool(self.fields & changed)


@dataclass(frozen=True, eq=False, kw_only=True)
class RowKind:
    """One kind of row. `names` are the Arabic names of one and of all of them, as reports say them.

    `fields` are those that a source fills, in the order in which they are compared; `texts` those of them that have
    a printed twin (`printed_…`), the text by which copies are compared first. `placed`: no two rows of a document
    may have the same `position`. `stated`: several documents may state its facts, so that each fact has a source of
    its own. `complete` sets, before staff's word is saved, what follows from it within the row; `addresses_below` are
    the rows whose addresses follow from its own. `paper` is the lookup of the document whose text it is.
    """

    name: str
    model: type[Model]
    names: tuple[str, str]
    fields: tuple[str, ...] = ()
    links: Mapping[str, RowLink] = field(default_factory=dict)
    texts: tuple[str, ...] = ()
    locator: Callable[[Any], str] = lambda row: ""
    find: Callable[[str], QuerySet[Any]] | None = None
    complete: Callable[[Any], None] | None = None
    addresses_below: tuple[str, ...] = ()
    paper: str = ""
    placed: bool = False
    stated: bool = False
    read_by: Sequence[ReadBy] = ()

    def __str__(self) -> str:
        return self.name

    @property
    def sourced(self) -> bool:
        """Whether a source fills it, so that the merge keeps what staff changed."""
        return bool(self.fields)

    def is_date(self, name: str) -> bool:
        return isinstance(self.model._meta.get_field(name), DateField)
