"""Articles of treaties and years as they are named: «المادة 18», «م 18», `art. 18`; «توصيات 2017»."""

import re
from collections.abc import Iterator

from .number_lists import read_list
from .pieces import CitationPiece
from .things import Thing

# المادة 18 · المواد 5 و6 · م 18 · art. 18 · articles 5 and 6
_ARTICLE = re.compile(
    r"(?<!\w)[وف]?(?:[بك]?ال|لل|[بكل])?(?P<arabic>ماده|مادتين|مادتان|مواد)(?!\w)"
    r"|(?<!\w)(?P<short>م)\.?\s?(?=[0-9]{1,3}(?!\w))"
    r"|(?<![\w-])art(?:icle)?(?P<many>s)?(?:\.(?=\s?[0-9(])|(?![\w.]))"
)
_SPACE = re.compile(r"\s*")
# توصيات 2017 · توصيات سنة 2017 · recommendations of 2017 · 2017 recommendations
_YEAR = re.compile(
    r"(?<!\w)(?:(?:ال)?توصيات\s+(?:(?:(?:ل|ال)?سنه|(?:ل|ال)?عام|في)\s+)?|rec(?:ommendation)?s\.?\s+(?:(?:of|from|in|adopted\s+in)\s+)?)"
    r"(?P<year>(?:19|20)[0-9]{2})(?![\w/-])|(?<![\w/.-])(?P<first>(?:19|20)[0-9]{2})\s+recommendations(?!\w)"
)


def find_articles(text: str) -> Iterator[CitationPiece]:
    for match in _ARTICLE.finditer(text):
        plural = match["many"] is not None or match["arabic"] in ("مادتين", "مادتان", "مواد")
        if things := _articles(text, match.end(), plural=plural):
            yield CitationPiece("article", match.start(), things[1], things[0])


def _articles(text: str, at: int, *, plural: bool) -> tuple[tuple[Thing, ...], int] | None:
    # Lists begin behind a space, which «م.18» and «art.18» lack.
    gap = _SPACE.match(text, at)
    start = gap.end() if gap else at
    window = f" {text[start : start + 400]}"
    entries = read_list(window, 0, plural=plural, with_paragraph=True)
    if not entries:
        return None
    things = [
        Thing(
            "treaty_article", number=number, paragraph=part if not part or part[0].isdigit() else f"({part})"
        )
        for entry in entries
        for number in entry.numbers
        for part in entry.parts or ("",)
    ]
    return tuple(things), start + entries[-1].end - 1


def find_years(text: str) -> Iterator[CitationPiece]:
    for match in _YEAR.finditer(text):
        year = int(match["year"] or match["first"])
        yield CitationPiece("thing", match.start(), match.end(), (Thing("year", number=year),))
