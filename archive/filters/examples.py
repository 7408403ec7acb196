"""What one may type, taken from the archive itself: a term, an article, a reference, a symbol. Each finds something."""

import re
from collections import Counter
from dataclasses import dataclass

from archive.arabic.digits import to_ascii
from archive.arabic.normalize import normalize
from archive.models import AgendaItem, Document, Recommendation, Section
from archive.models.databases import connection
from archive.search.reference import find_reference

from .finding import find
from .selection import Selection
from .snapshot import Shelf, Snapshot
from .suggested_terms import SuggestedTerm, current_terms

#: Enough for headings and articles to show which come often; the real archive has 171 texts.
MOST_TEXTS = 500
#: A term that stands in every text says nothing, one in a single text hardly more. Of 119 pairs of words of the real
#: texts 113 stand in fewer.
MOST_SHARE = 0.1
#: Twice is also what one text says in its chapeau and again in an item.
LEAST_SAID = 3
#: So many of the largest subjects are asked for a short English name.
MOST_TOPICS = 10
MOST_WORDS = 3
_ARTICLE = re.compile(r"المادة ([0-9\u0660-\u0669]{1,3})(?![0-9\u0660-\u0669])")


@dataclass(frozen=True, slots=True)
class Example:
    """`english` is what a reader of the English pages may type for it; empty where that is the same."""

    text: str
    kind: str  # «term», «article», «reference», «locator» or «symbol»
    english: str = ""


_cached: dict[str, tuple[Snapshot, tuple[Example, ...]]] = {}


def current_examples(snapshot: Snapshot) -> tuple[Example, ...]:
    """At most one of each kind; found anew when there is another snapshot."""
    database = str(connection.settings_dict["NAME"])
    found = _cached.get(database)
    if found is None or found[0] is not snapshot:
        found = _cached[database] = (snapshot, tuple(_find_examples(snapshot)))
    return found[1]


def example_recommendation(snapshot: Snapshot) -> int | None:
    """The key of a recommendation to show things by: one from the middle of the last meeting of the fullest body."""
    shelf = _last_of_the_fullest(snapshot)
    return shelf.keys[len(shelf.keys) // 2] if shelf else None


def _last_of_the_fullest(snapshot: Snapshot) -> Shelf | None:
    sizes: Counter[str] = Counter()
    for shelf in snapshot.shelves:
        sizes[shelf.body] += len(shelf.keys)
    body = max(sizes, key=lambda one: sizes[one], default="")
    return next((shelf for shelf in reversed(snapshot.shelves) if shelf.body == body and shelf.keys), None)


def _find_examples(snapshot: Snapshot) -> list[Example]:
    if not snapshot.everything:
        return []
    found = [
        Example(_term(len(snapshot.everything)), "term", _english_term(snapshot)),
        _article(),
        _reference(snapshot),
        Example(_symbol(), "symbol"),
    ]
    return [one for one in found if one.text]


def _term(texts: int) -> str:
    """Two words that stand together here and there, and in a heading if possible."""
    terms = [term for term in current_terms() if len(term.words) == 2 and term.count >= LEAST_SAID]
    longer = Counter(
        {part: term.count for term in current_terms() if len(term.words) == 3 for part in _parts(term)}
    )
    whole = [term for term in terms if longer[term.words] * 2 <= term.count]
    telling = [term for term in whole if term.count <= max(3, texts * MOST_SHARE)]
    headings = _headings()
    in_heading = [term for term in telling if f" {' '.join(term.words)} " in headings]
    best = next(iter(in_heading or telling or whole or terms), None)
    return best.text if best else ""


def _english_term(snapshot: Snapshot) -> str:
    """The short English name of a subject that English words find: the one with most texts."""
    counts = {value: len(members) for value, members in snapshot.values["topic"].items()}
    for value in sorted(counts, key=lambda one: -counts[one])[:MOST_TOPICS]:
        name = snapshot.labels["topic"][value].label_en.lower()
        if 1 < len(name.split()) <= MOST_WORDS and find(Selection(q=name), snapshot).count:
            return name
    return ""


def _parts(term: SuggestedTerm) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The pairs of words in a term of three, which are no terms of their own where they hardly stand alone."""
    return term.words[:2], term.words[1:]


def _headings() -> str:
    titles = [
        *Section.objects.order_by("pk").values_list("title", flat=True)[:MOST_TEXTS],
        *AgendaItem.objects.order_by("pk").values_list("title", flat=True)[:MOST_TEXTS],
    ]
    return f" {' | '.join(' '.join(normalize(title).split()) for title in titles)} "


def _article() -> Example:
    """The article of a treaty that the recommendations name most often."""
    texts = Recommendation.objects.filter(text__contains="المادة ").order_by("pk")
    named = Counter(
        to_ascii(number)
        for text in texts.values_list("text", flat=True)[:MOST_TEXTS]
        for number in set(_ARTICLE.findall(text))
    )
    number = named.most_common(1)[0][0] if named else ""
    return Example(f"المادة {number}" if number else "", "article", f"article {number}")


def _reference(snapshot: Snapshot) -> Example:
    """In words where they name one recommendation only, else its locator."""
    rows = Recommendation.objects.select_related("meeting__body")
    key = example_recommendation(snapshot)
    row = rows.filter(pk=key).first() if key is not None else None
    if row is None:
        # Gone since the snapshot was made.
        return Example("", "locator")
    words = f"التوصية {row.number} من {row.meeting.title}"
    english = f"recommendation {row.number} of the {row.meeting.title_en.lower()}"
    return Example(words, "reference", english) if find_reference(words) else Example(row.locator, "locator")


def _symbol() -> str:
    """Of a document whose text is here, else of one that is only known; a job number where there is no symbol."""
    papers = Document.objects.newest_first()
    with_symbol = papers.exclude(symbol="")
    for rows, field in (
        (with_symbol.held(), "symbol"),
        (papers.held().exclude(job_number=""), "job_number"),
        (with_symbol.only_known(), "symbol"),
    ):
        for name in rows.values_list(field, flat=True)[:5]:
            if find_reference(name):
                return str(name)
    return ""
