"""What of two compared texts stands in English, for English pages."""

from collections.abc import Mapping, Sequence

from ..comparison.sides import Side
from ..comparison.text_comparison import ComparedLine
from ..text.in_languages import TextInLanguage, english_texts, of_item
from ..text.running_text import cut_at_word


def english_of_sides(sides: Sequence[Side]) -> dict[int, TextInLanguage]:
    """The texts of these held in English, by key; one query, and on Arabic pages none."""
    rows = {side.recommendation.pk: side.recommendation for side in sides}
    return english_texts({key: [item.position for item in row.subparagraphs.all()] for key, row in rows.items()})


def english_lines(side: Side, english: Mapping[int, TextInLanguage]) -> list[ComparedLine]:
    """Line for line what the Arabic side has; nothing where a part of it is not held in English."""
    held = english.get(side.recommendation.pk)
    if side.item is not None:
        held = of_item(held, side.item.position)
    if held is None or held.lacks or not (side.item or held.chapeau):
        return []
    items = [ComparedLine(item.label, item.text) for item in held.items]
    return items if side.item else [ComparedLine("", held.chapeau), *items]


def english_opening(side: Side, english: Mapping[int, TextInLanguage], words: int) -> str:
    """So many words of the side in English; "" where it is not held."""
    held = english.get(side.recommendation.pk)
    if side.item is not None:
        held = of_item(held, side.item.position)
        return cut_at_word(held.items[0].text, words) if held else ""
    return cut_at_word(held.text, words) if held else ""
