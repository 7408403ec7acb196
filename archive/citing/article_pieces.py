"""Articles of treaties and years as they are named: «المادة 18», «م 18», `art. 18`; «توصيات 2017»."""

import re
from collections.abc import Iterator

from .article_groups import find_article_groups
from .pieces import CitationPiece
from .things import Thing

# توصيات 2017 · توصيات سنة 2017 · recommendations of 2017 · 2017 recommendations
_YEAR = re.compile(
    r"(?<!\w)(?:(?:ال)?توصيات\s+(?:(?:(?:ل|ال)?سنه|(?:ل|ال)?عام|في)\s+)?|rec(?:ommendation)?s\.?\s+(?:(?:of|from|in|adopted\s+in)\s+)?)"
    r"(?P<year>(?:19|20)[0-9]{2})(?![\w/-])|(?<![\w/.-])(?P<first>(?:19|20)[0-9]{2})\s+recommendations(?!\w)"
)


def find_articles(text: str) -> Iterator[CitationPiece]:
    for group in find_article_groups(text)[0]:
        things = (
            Thing("treaty_article", number=number, paragraph=paragraph)
            for one in group.articles
            for number in one.numbers
            for paragraph in one.paragraphs or ("",)
        )
        start = group.start - (text[group.start - 1 : group.start] in ("و", "ف"))
        yield CitationPiece("article", start, group.end, tuple(things), is_loose=group.is_loose)


def find_years(text: str) -> Iterator[CitationPiece]:
    for match in _YEAR.finditer(text):
        year = int(match["year"] or match["first"])
        yield CitationPiece("thing", match.start(), match.end(), (Thing("year", number=year),))
