"""The place of words that staff type, in the text in which they are to stand."""

from archive.models import Citation, OperativeClause

from .settling import relocate


class WordsNotFound(ValueError):
    """Words that do not stand in the text; the message is a sentence for the one who typed them."""


def text_of(row: OperativeClause | Citation) -> str:
    """The passage in which the value stands: a lettered item, a chapeau, a paragraph."""
    if row.subparagraph is not None:
        return row.subparagraph.text
    if isinstance(row, Citation) and row.paragraph is not None:
        return row.paragraph.text
    return row.recommendation.chapeau if row.recommendation is not None else ""


def place_in_text(row: OperativeClause | Citation, words: str) -> tuple[int, int, int]:
    """Start, end, and the position among the others of its record. Raises WordsNotFound."""
    place = relocate(words, text_of(row), row.start)
    if place is None:
        raise WordsNotFound(f"لا ترد «{words}» في هذا النص؛ انسخها منه كما هي.")
    text = {"recommendation": row.recommendation_id, "subparagraph": row.subparagraph_id}
    if isinstance(row, Citation):
        text["paragraph"] = row.paragraph_id
    before = type(row)._default_manager.filter(**text, start__lt=place[0])
    last = max(before.exclude(pk=row.pk).values_list("position", flat=True), default=row.position)
    return *place, last
