"""Search in every list and every autocomplete of the desk: as readers search, by the same analyser and the same names.

A list finds what is named («السابع», a symbol in any spelling, a locator), then the words of its rows, then what
Django's own search finds in codes and numbers that are typed in part.
"""

from collections.abc import Callable, Iterable
from functools import cache
from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import Model, Q, QuerySet
from django.http import HttpRequest

from archive.models import Document, Meeting, Paragraph, Recommendation
from archive.search.match import search_paragraphs, search_recommendations

from .search_names import named_rows
from .search_words import Reading, RowWords, texts_of
from .typed import AnyModelAdmin

#: Texts that the index of the search holds.
_INDEXED: dict[type[Model], Callable[[str], Any]] = {
    Recommendation: lambda typed: search_recommendations(typed).members,
    Paragraph: lambda typed: search_paragraphs(typed).members,
}


class SearchedAdmin(AnyModelAdmin):
    """A list that is searched by words."""

    #: Fields of a row whose words count, of rows that no index holds.
    searched_texts: ClassVar[tuple[str, ...]] = ()
    #: Links: the words of the row that one points at count too.
    searched_with: ClassVar[tuple[str, ...]] = ()
    #: Whether every change of a row raises the version of the data.
    words_are_held: ClassVar[bool] = True

    def get_search_results(self, request: HttpRequest, queryset: QuerySet[Any], search_term: str) -> Any:
        # PostgreSQL refuses NUL; an autocomplete looks at nothing before it asks.
        typed = search_term.replace("\0", " ").strip()
        if not queryset.ordered:
            # Rows with counts have lost the order of their kind; pages of them would repeat and leave out.
            queryset = queryset.order_by(*(self.get_ordering(request) or self.opts.ordering or ()), "pk")
        if not typed:
            return queryset, False
        named = named_rows(self.model, typed)
        if named is not None and (rows := queryset.filter(named)).exists():
            return rows, False
        bare = self.model._default_manager.order_by()
        in_codes, _may_repeat = super().get_search_results(request, bare, typed)
        return queryset.filter(Q(pk__in=in_codes.values("pk")) | self._having_words(typed)), False

    def _having_words(self, typed: str) -> Q:
        found = Q(pk__in=list(_rows_having(self.model, typed)))
        for path in self.searched_with:
            reached = _reached(self.model, path)
            # What is of a meeting is found by the meeting's own name; its body's name would bring all of them.
            rows = _TITLES.having(typed) if reached is Meeting else _rows_having(reached, typed)
            found |= Q(**{f"{path}__in": list(rows)})
        return found


def _reached(model: Any, path: str) -> type[Model]:
    for name in path.split("__"):
        model = model._meta.get_field(name).related_model
    reached: type[Model] = model
    return reached


def _rows_having(model: type[Model], typed: str) -> Any:
    """The keys of the rows that have the words. What readers do not see stands in no index."""
    if model in _INDEXED:
        return {*_INDEXED[model](typed), *_hidden_words_of(model).having(typed)}
    return _words_of(model).having(typed)


@cache
def _words_of(model: type[Model]) -> RowWords:
    site: Any = admin.site._registry.get(model)
    texts = getattr(site, "searched_texts", ())
    read = _NAMED.get(model) or (texts_of(model, texts) if texts else _nothing)
    return RowWords(read, is_held=getattr(site, "words_are_held", True))


@cache
def _hidden_words_of(model: type[Model]) -> RowWords:
    rows: Any = model._default_manager

    def read() -> Iterable[tuple[int, str]]:
        shown = rows.public().order_by().values("pk")
        texts: Iterable[tuple[int, str]] = rows.exclude(pk__in=shown).order_by().values_list("pk", "text")
        return texts

    return RowWords(read, is_held=True)


def _nothing() -> list[tuple[int, str]]:
    return []


def _names_of_meetings() -> list[tuple[int, str]]:
    """«الاجتماع السابع» stands in no column."""
    rows = Meeting.objects.select_related("body")
    return [
        (row.pk, "\n".join((row.title, row.title_en, str(row), row.body.name_en, row.place, row.held_in)))
        for row in rows
    ]


def _titles_of_meetings() -> list[tuple[int, str]]:
    return [(row.pk, f"{row.title}\n{row.title_en}") for row in Meeting.objects.select_related("body")]


_TITLES = RowWords(_titles_of_meetings, is_held=True)


def _names_of_papers() -> list[tuple[int, str]]:
    """Title and summary, and symbol and number as one word each too: «wg720195» is somebody's way to write."""
    rows = Document.objects.order_by().values_list("pk", "title", "summary", "symbol", "job_number")
    return [(key, "\n".join((*said, *_squeezed(said[2]), *_squeezed(said[3])))) for key, *said in rows]


def _squeezed(code: str) -> list[str]:
    """A symbol without its signs, whole and from each stroke on."""
    parts = code.split("/")
    ends = ("".join(parts[at:]) for at in range(len(parts)))
    return ["".join(letter for letter in end if letter.isalnum()) for end in ends]


#: Rows whose words are made, not stored.
_NAMED: dict[type[Model], Reading] = {Meeting: _names_of_meetings, Document: _names_of_papers}
