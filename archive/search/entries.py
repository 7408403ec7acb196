"""Writing the search index: explicitly, with the record, in its transaction."""

from collections.abc import Iterable, Sequence
from itertools import islice

from django.db import transaction
from django.db.models import Max

from archive.models import SearchEntry, SearchWord
from archive.record.scope import ALL, NOTHING
from archive.record.touched import Touched

from .backends import ROW, EntryRow, add_words, backend
from .english_texts import ENGLISH
from .expression import Word
from .record_terms import Columns, WordCounts, build_columns
from .record_texts import Texts, all_texts, texts_of
from .stamp import INDEX_VERSION, index_problem, locked_version, stamp_index, stamp_words
from .thesaurus import write_given_synonyms

__all__ = [
    "index_problem",
    "rebuild_index",
    "remove_entries",
    "remove_entries_in",
    "write_entries",
    "write_entries_in",
]

_PORTION = 2000
#: Words counted with one statement; SQLite gives at most 2,000 columns, and PostgreSQL 1,664.
_AT_ONCE = 500
_COLUMNS = ROW.split(", ")


@transaction.atomic(savepoint=False)
def write_entries(*, recommendation_pks: Iterable[int] = (), paragraph_pks: Iterable[int] = ()) -> None:
    """Bring the entries of these records up to date. Call it in the transaction that changes them.

    The first call in a database builds the whole index. An index of another version, or one that was dropped, is
    left alone: readyz asks for rebuild_search_index, which reads every record.
    """
    recommendations, paragraphs = sorted(set(recommendation_pks)), sorted(set(paragraph_pks))
    if not recommendations and not paragraphs:
        return
    version = locked_version()
    if not version:
        rebuild_index()
    elif version == INDEX_VERSION and backend().exists():
        shown = list(texts_of(recommendations, paragraphs))
        _write(shown)
        # What readers do not see any more is found by nobody.
        hidden = _entries_of(recommendations, paragraphs) - {one.entry for one in shown}
        if hidden:
            _remove(sorted(hidden))


@transaction.atomic(savepoint=False)
def remove_entries(*, recommendation_pks: Iterable[int] = (), paragraph_pks: Iterable[int] = ()) -> None:
    """Take these records out of the index. Call it before they are deleted."""
    ids = sorted(_entries_of(recommendation_pks, paragraph_pks))
    if ids and locked_version():
        _remove(ids)


def _entries_of(recommendation_pks: Iterable[int], paragraph_pks: Iterable[int]) -> set[int]:
    return {*(2 * pk for pk in recommendation_pks), *(2 * pk + 1 for pk in paragraph_pks)}


def _remove(ids: Sequence[int]) -> None:
    """Take these entries out, and the words that stood in no other text."""
    stored = list(SearchEntry.objects.filter(pk__in=ids).values_list("pk", flat=True))
    if not stored:
        return
    words: WordCounts = {}
    recommendations = [pk // 2 for pk in stored if not pk % 2]
    for one in texts_of(recommendations, [pk // 2 for pk in stored if pk % 2], of_all=True):
        build_columns(one, words)
    engine = backend()
    if engine.exists():
        engine.remove(stored)
    SearchEntry.objects.filter(pk__in=stored).delete()
    if engine.exists():
        _count_anew(sorted({(exact, language) for exact, _shown, language in words}))


def _count_anew(words: Sequence[tuple[str, str]]) -> None:
    """Say of these words how many texts have them now, and forget those that none has."""
    engine = backend()
    for start in range(0, len(words), _AT_ONCE):
        some = words[start : start + _AT_ONCE]
        asked = [Word("english_exact" if language == ENGLISH else "exact", exact) for exact, language in some]
        counts = zip(
            some, engine.sets(asked, kind="recommendation"), engine.sets(asked, kind="paragraph"), strict=True
        )
        rows = {
            (row.exact, row.language): row for row in SearchWord.objects.filter(exact__in={exact for exact, _ in some})
        }
        gone, differing = [], []
        for word, recommendations, paragraphs in counts:
            texts = len(recommendations) + len(paragraphs)
            row = rows.get(word)
            if row is None:
                continue
            if not texts:
                gone.append(row.pk)
            elif (row.texts, row.recommendations) != (texts, len(recommendations)):
                row.texts, row.recommendations = texts, len(recommendations)
                differing.append(row)
        SearchWord.objects.bulk_update(differing, ["texts", "recommendations"])
        SearchWord.objects.filter(pk__in=gone).delete()
    stamp_words()


@transaction.atomic
def rebuild_index() -> int:
    """Build the index anew from all records and give their number. People go on reading the old one meanwhile."""
    locked_version()
    engine = backend()
    write_given_synonyms()
    SearchEntry.objects.all().delete()
    SearchWord.objects.all().delete()
    words: WordCounts = {}
    count = 0
    texts = all_texts()
    while portion := list(islice(texts, _PORTION)):
        # One after the other, so that the database takes one in while the next is analysed.
        engine.insert(_row(one, build_columns(one, words)) for one in portion)
        count += len(portion)
    add_words(words)
    engine.rebuild()
    stamp_index()
    return count


def _write(all_texts: Sequence[Texts]) -> None:
    stored = dict(SearchEntry.objects.filter(pk__in=[one.entry for one in all_texts]).values_list("pk", "digest"))
    changed = [one for one in all_texts if stored.get(one.entry) != one.digest]
    if not changed:
        return
    words: WordCounts = {}
    rows = [_row(one, build_columns(one, words)) for one in changed]
    entries = [SearchEntry(**dict(zip(_COLUMNS, row, strict=True))) for row in rows]
    engine = backend()
    engine.remove([entry.pk for entry in entries if entry.pk in stored])
    fields = ["exact", "stem", "title", "level", "english_exact", "english", "place", "digest"]
    SearchEntry.objects.bulk_create(entries, update_conflicts=True, unique_fields=["id"], update_fields=fields)
    engine.write([entry.pk for entry in entries])
    newest = SearchWord.objects.aggregate(newest=Max("pk"))
    add_words(words)
    if SearchWord.objects.aggregate(newest=Max("pk")) != newest:
        stamp_words()


def _row(texts: Texts, columns: Columns) -> EntryRow:
    key, is_paragraph = divmod(texts.entry, 2)
    of = (None, key) if is_paragraph else (key, None)
    english = (columns.english_exact, columns.english)
    return (
        *(texts.entry, *of, columns.exact, columns.stem, columns.title, columns.level),
        *(*english, texts.place, texts.digest),
    )


# By what changed ----------------------------------------------------------------------------------------------


def write_entries_in(touched: Touched) -> None:
    """Bring up to date whatever rows that changed stand in (`archive.record.touched`)."""
    scope = touched.get("search", NOTHING)
    if scope == ALL:
        rebuild_index()
        return
    write_entries(recommendation_pks=scope.recommendations or (), paragraph_pks=scope.paragraphs or ())


def remove_entries_in(touched: Touched) -> None:
    """Take out of the index whatever these changes reach. Call it before a deletion, and `write_entries_in` after."""
    scope = touched.get("search", NOTHING)
    remove_entries(recommendation_pks=scope.recommendations or (), paragraph_pks=scope.paragraphs or ())
