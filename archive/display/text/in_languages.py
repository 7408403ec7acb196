"""What a recommendation or a document says in a language besides Arabic, joined by number and letter."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from django.db.models import Q

from archive.models import Document, LanguageText, LanguageVersion, Recommendation
from archive.models.prepared import Prepared
from archive.numbering.labels import doubled_latin
from archive.parsing.printed_text import whole_text

from ..names.language import is_english
from .passages import ReadyPassage


@dataclass(frozen=True, slots=True)
class LetteredText:
    """A lettered item; `label` is the letter of the language at its position."""

    position: int
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class TextInLanguage:
    """The text of a recommendation in one language; `lacks` are the letters that the Arabic has and it has not."""

    version: LanguageVersion
    chapeau: str
    items: tuple[LetteredText, ...]
    lacks: tuple[str, ...]

    @property
    def language(self) -> str:
        return self.version.language

    @property
    def text(self) -> str:
        """Chapeau and items together, as the Arabic text is kept."""
        return whole_text(self.chapeau, [(item.label, item.text) for item in self.items])


_OF_RECOMMENDATION = Prepared(
    lambda key: LanguageText.objects.filter(
        Q(recommendation_id=key) | Q(subparagraph__recommendation_id=key)
    ).select_related("version")
)


def texts_held(recommendation: Recommendation) -> list[TextInLanguage]:
    """By language. One query."""
    return _by_language(recommendation, _OF_RECOMMENDATION.rows(recommendation.pk))


def texts_in_languages(recommendation: Recommendation) -> list[TextInLanguage]:
    """The same of a row from `with_languages()`, of which nothing is asked any more."""
    of_items = (row for item in recommendation.subparagraphs.all() for row in item.language_texts.all())
    return _by_language(recommendation, (*recommendation.language_texts.all(), *of_items))


def english_texts(letters: Mapping[int, Sequence[int]]) -> dict[int, TextInLanguage]:
    """For a list on an English page: of these recommendations (key → positions of its letters) what is held in English.

    One query; on Arabic pages none and nothing.
    """
    if not is_english() or not letters:
        return {}
    rows = LanguageText.objects.filter(
        Q(recommendation_id__in=letters) | Q(subparagraph__recommendation_id__in=letters), version__language="en"
    ).select_related("version", "subparagraph")
    versions: dict[int, LanguageVersion] = {}
    texts: dict[int, dict[int, str]] = {}
    for row in rows:
        item = row.subparagraph
        key = item.recommendation_id if item else row.recommendation_id or 0
        versions[key] = row.version
        texts.setdefault(key, {})[item.position if item else 0] = row.text
    return {key: _laid_out(versions[key], texts[key], letters[key]) for key in versions}


def of_item(text: TextInLanguage | None, position: int) -> TextInLanguage | None:
    """The chapeau and one lettered item alone; None where the item is not held."""
    items = tuple(item for item in text.items if item.position == position) if text else ()
    return replace(text, items=items, lacks=()) if text and items else None


def _by_language(recommendation: Recommendation, rows: Iterable[LanguageText]) -> list[TextInLanguage]:
    positions = {item.pk: item.position for item in recommendation.subparagraphs.all()}
    versions: dict[int, LanguageVersion] = {}
    texts: dict[int, dict[int, str]] = {}
    for row in rows:
        versions[row.version_id] = row.version
        texts.setdefault(row.version_id, {})[positions.get(row.subparagraph_id or 0, 0)] = row.text
    return [
        _laid_out(version, texts[key], positions.values())
        for key, version in sorted(versions.items(), key=lambda pair: pair[1].language)
    ]


def _laid_out(version: LanguageVersion, texts: Mapping[int, str], positions: Iterable[int]) -> TextInLanguage:
    """`texts` by position, the chapeau at 0; `positions` are the letters of the Arabic text."""
    return TextInLanguage(
        version,
        texts.get(0, ""),
        tuple(LetteredText(place, doubled_latin(place), text) for place, text in sorted(texts.items()) if place),
        tuple(doubled_latin(place) for place in positions if place not in texts),
    )


@dataclass(frozen=True, slots=True)
class FacingPair:
    """The chapeau or a lettered item in both languages; either may be lacking."""

    passage: ReadyPassage | None
    other: LetteredText | None


def facing(passages: Sequence[ReadyPassage], text: TextInLanguage) -> list[FacingPair]:
    """Both languages of a text, item beside item."""
    others = {item.position: item for item in text.items}
    if text.chapeau:
        others[0] = LetteredText(0, "", text.chapeau)
    ours = {passage.item.position if passage.item else 0: passage for passage in passages}
    return [FacingPair(ours.get(place), others.get(place)) for place in sorted({*ours, *others})]


def in_language(texts: Iterable[TextInLanguage], language: str) -> TextInLanguage | None:
    return next((one for one in texts if one.language == language), None)


def texts_of_document(document: Document, language: str) -> dict[tuple[str, int], str]:
    """The texts of its rows in a language: of headings and paragraphs, of whole recommendations. One query."""
    rows = LanguageText.objects.filter(version__document=document, version__language=language)
    found: dict[tuple[str, int], str] = {}
    letters: dict[int, list[tuple[str, str]]] = {}
    for row in rows.select_related("subparagraph").order_by("subparagraph__position"):
        if row.subparagraph is not None:
            letters.setdefault(row.subparagraph.recommendation_id, []).append(
                (doubled_latin(row.subparagraph.position), row.text)
            )
        elif row.recommendation_id:
            found["recommendation", row.recommendation_id] = row.text
        elif row.paragraph_id:
            found["paragraph", row.paragraph_id] = row.text
        elif row.section_id:
            found["section", row.section_id] = row.text
    for key, items in letters.items():
        found["recommendation", key] = whole_text(found.get(("recommendation", key), ""), items)
    return found
