"""The texts of records that are searched, read a portion at a time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from django.db.models import QuerySet

from archive.models import Document, Paragraph, Recommendation, Section
from archive.models.portions import by_key

from .english_texts import english_of_paragraphs, english_of_recommendations, english_titles_of_sections

_PORTION = 2000
#: The languages of papers (none of what staff entered) whose rows say what they say in Arabic.
_IN_ARABIC = (None, Document.OWN_LANGUAGE)


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts of one record: the one that people read, the one printed, and the titles above it; and in English.

    One whose paper is held in another language alone has no Arabic text.
    """

    entry: int
    text: str
    printed: str
    titles: tuple[str, ...]
    place: str
    english: str = ""
    english_titles: tuple[str, ...] = ()

    @property
    def is_paragraph(self) -> bool:
        return bool(self.entry % 2)

    @property
    def digest(self) -> str:
        whole = "\0".join(
            (self.place, self.text, self.printed, *self.titles, "", self.english, *self.english_titles)
        )
        return blake2b(whole.encode("utf-8", "replace"), digest_size=12).hexdigest()


def all_texts() -> Iterator[Texts]:
    """Every record that readers see, as few at a time as memory likes."""
    yield from _recommendation_texts(Recommendation.objects.public())
    yield from _paragraph_texts(Paragraph.objects.public())


def texts_of(
    recommendations: Sequence[int], paragraphs: Sequence[int], *, of_all: bool = False
) -> Iterator[Texts]:
    """Those of these records that readers see, or `of_all` every one, by key."""
    all_recommendations = Recommendation.objects.all() if of_all else Recommendation.objects.public()
    all_paragraphs = Paragraph.objects.all() if of_all else Paragraph.objects.public()
    for start in range(0, len(recommendations), _PORTION):
        some = recommendations[start : start + _PORTION]
        yield from _recommendation_texts(all_recommendations.filter(pk__in=some), of_all=of_all)
    for start in range(0, len(paragraphs), _PORTION):
        some = paragraphs[start : start + _PORTION]
        yield from _paragraph_texts(all_paragraphs.filter(pk__in=some), of_all=of_all)


_OF_RECOMMENDATION = (
    "pk",
    "text",
    "printed_text",
    "document__language",
    "agenda_item__title",
    "agenda_item__parent__title",
    "agenda_item__title_en",
    "agenda_item__parent__title_en",
    "meeting__body__symbol",
    "meeting__number",
    "number",
    "copy",
)
_OF_PARAGRAPH = ("pk", "text", "printed_text", "document__language", "section", "document__slug", "position")


def _recommendation_texts(rows: QuerySet[Recommendation], *, of_all: bool = False) -> Iterator[Texts]:
    for portion in by_key(rows.values_list(*_OF_RECOMMENDATION), _PORTION):
        english = english_of_recommendations([row[0] for row in portion], of_all=of_all)
        for pk, text, printed, language, title, above, title_en, above_en, body, *numbers in portion:
            text, printed = (text, printed) if language in _IN_ARABIC else ("", "")
            titles, english_titles = tuple(filter(None, (title, above))), tuple(filter(None, (title_en, above_en)))
            yield Texts(2 * pk, text, printed, titles, _place(body, *numbers), english.get(pk, ""), english_titles)


def _paragraph_texts(rows: QuerySet[Paragraph], *, of_all: bool = False) -> Iterator[Texts]:
    in_english = english_titles_of_sections()
    sections = {pk: (parent, title) for pk, parent, title in Section.objects.values_list("pk", "parent", "title")}
    for portion in by_key(rows.values_list(*_OF_PARAGRAPH), _PORTION):
        english = english_of_paragraphs([row[0] for row in portion], of_all=of_all)
        for pk, text, printed, language, section, document, position in portion:
            in_arabic = language in _IN_ARABIC
            titles, english_titles = [], []
            while section in sections:
                if section in in_english:
                    english_titles.append(in_english[section])
                section, title = sections[section]
                if in_arabic:
                    titles.append(title)
            place = _place(document, position)
            text, printed = (text, printed) if in_arabic else ("", "")
            yield Texts(2 * pk + 1, text, printed, tuple(titles), place, english.get(pk, ""), tuple(english_titles))


def _place(of: str, *numbers: int) -> str:
    """Sorts as the body or document, then the numbers."""
    return "\t".join((of, *(f"{number:010}" for number in numbers)))
