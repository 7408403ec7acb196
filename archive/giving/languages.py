"""In which languages a file gives its texts, and what a text says in each of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from archive.display.names.language import in_language, is_english
from archive.display.text.in_languages import in_language as held_in
from archive.display.text.in_languages import texts_in_languages
from archive.models import LanguageText, Recommendation, Subparagraph
from archive.record.held import HeldForState

ARABIC, ENGLISH = "ar", "en"


@dataclass(frozen=True, slots=True)
class SaidPassage:
    """A chapeau (`position` 0) or a lettered item in the language in which it stands in the file.

    `is_lacking`: it was to be in another language, in which it is not held, and stands in the one that is.
    """

    position: int
    label: str
    text: str
    language: str = ARABIC
    is_lacking: bool = False


#: The keys of recommendations of which any text is held in English.
_in_english = HeldForState(
    lambda: frozenset(
        key
        for keys in LanguageText.objects.filter(version__language=ENGLISH)
        .exclude(recommendation=None, subparagraph=None)
        .values_list("recommendation_id", "subparagraph__recommendation_id")
        for key in keys
        if key is not None
    )
)


def usual_languages() -> Sequence[str]:
    """Of a file for which no language is wished: under English addresses English, where the archive holds any."""
    return (ENGLISH,) if is_english() and holds_english() else (ARABIC,)


def wished_languages(wish: str) -> Sequence[str]:
    """Of the wish «ar,en» its languages, the reader's own first; without a wish the usual ones."""
    own = in_language(ARABIC, ENGLISH)
    return sorted(wish.split(","), key=lambda one: one != own) if wish else usual_languages()


def holds_english() -> bool:
    """Whether the archive holds any recommendation's text in English."""
    return bool(_in_english.current())


def lacking_english(keys: Iterable[int]) -> set[int]:
    """Those of which nothing is held in English."""
    return set(keys) - _in_english.current()


def names_of(languages: Sequence[str]) -> str:
    """«العربية والإنكليزية»."""
    if len(languages) > 1:
        return _("العربية والإنكليزية")
    return _("الإنكليزية، والعربية حيث لا نص إنكليزي") if ENGLISH in languages else _("العربية")


def not_held(language: str = ENGLISH) -> str:
    """What stands before or in place of a text that the file should give in this language."""
    return _("[لا نص عربي محفوظ]") if language == ARABIC else _("[لا نص إنكليزي محفوظ]")


def say(row: Recommendation, items: Sequence[Subparagraph], language: str) -> list[SaidPassage]:
    """The chapeau and these lettered items; `row` from `with_languages()` where the language is not its own."""
    own = row.language
    lacks = own != language == ARABIC
    arabic = [
        SaidPassage(0, "", row.chapeau, own, is_lacking=lacks and bool(row.chapeau)),
        *(SaidPassage(item.position, item.label, item.text, own, is_lacking=lacks) for item in items),
    ]
    if language in (ARABIC, own):
        return arabic
    held = held_in(texts_in_languages(row), language)
    others = {item.position: (item.label, item.text) for item in held.items} if held else {}
    if held and held.chapeau:
        others[0] = "", held.chapeau
    return [
        SaidPassage(one.position, *others[one.position], language)
        if one.position in others
        else replace(one, is_lacking=bool(one.text))
        for one in arabic
    ]
