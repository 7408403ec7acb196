"""Where a text cites articles: «الفقرة ٣ (أ) من المادة ١٤», «المواد 13 و16 و20 إلى 18», `art. 6, paragraph 3`.

The text is a plain one (`citing.plain`). Of which treaty the articles are is not decided here.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .number_lists import Entry, read_list, read_parts, under_number, written_part

_THE = "(?:(?P<the>[بك]?ال|لل)|[بكل])?"
# المادة · للمادتين · والمواد · الفقرة · بالفقرتين · الفقرة الفرعية · articles · art. · paragraph · sub-para.
_HEAD = re.compile(
    rf"(?<!\w)(?P<and>[وف])?{_THE}(?:(?P<article>ماده|مادتين|مادتان|مواد)"
    r"|(?P<paragraph>فقر(?:ه|تين|تان|تي|تا|ات))(?:\s+(?:ال)?فرعي(?:ه|تين|تان|ات))?)(?!\w)"
    r"|(?<![\w-])(?:(?P<article_en>art(?:icle)?s?)|(?P<paragraph_en>(?:sub-?)?para(?:graph)?s?))"
    r"(?:\.(?=\s?[0-9(])|(?![\w.]))"
    r"|(?<!\w)(?P<short>م)\.?(?=\s?[0-9]{1,3}(?!\w))"
)
_SINGULAR = frozenset({"ماده", "فقره", "art", "article", "para", "paragraph", "subpara", "subparagraph", "م"})
_DUAL = frozenset({"مادتين", "مادتان", "فقرتين", "فقرتان", "فقرتي", "فقرتا"})
# الفقرة 3 من المادة 14
_OF = re.compile(r"\s*،?\s*(?:من|في|of|in)\s+(?:the\s+)?")
# المادة 16، الفقرة 5 · المادة 16 (الفقرة 5)
_PARAGRAPH_AFTER = re.compile(r"\s*[،(]\s*")
#: «الفقرة الفرعية (ط) من الفقرة الفرعية (أ) من الفقرة 1 من المادة 2»: so many heads lead to an article.
_MOST_HEADS = 4


@dataclass(frozen=True, slots=True)
class CitedArticles:
    """One article or a range of them, with the paragraphs cited of it, at one place."""

    numbers: tuple[int, ...]
    paragraphs: tuple[str, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ArticleGroup:
    """The articles behind one «المادة» or «المواد»; `joined`: a conjunction joins the group to what stands before.

    `is_loose`: behind a mere «مادة» or «م», which means an article only where its treaty follows or nothing else was
    typed.
    """

    articles: tuple[CitedArticles, ...]
    start: int
    end: int
    joined: bool
    is_loose: bool = False


@dataclass(frozen=True, slots=True)
class LooseParagraphs:
    """Paragraphs of something else than an article, which begins at `of`: «الفقرة 32 (أ) من الوثيقة …»."""

    paragraphs: tuple[str, ...]
    start: int
    of: int


def find_article_groups(plain: str) -> tuple[list[ArticleGroup], list[LooseParagraphs]]:
    """Give the groups of articles in their order, and the paragraphs that belong to no article."""
    groups: list[ArticleGroup] = []
    loose: list[LooseParagraphs] = []
    at = 0
    while head := _HEAD.search(plain, at):
        read = _read(plain, head, (), _MOST_HEADS)
        at = head.end()
        if isinstance(read, ArticleGroup):
            groups.append(read)
            at = read.end
        elif read:
            loose.append(read)
    return groups, loose


def _read(
    plain: str, head: re.Match[str], under: Sequence[str], most: int
) -> ArticleGroup | LooseParagraphs | None:
    """What begins at a head; `under` are the letters that stood before it («الفقرة الفرعية (أ) من الفقرة 1»)."""
    start = head.end("and") if head["and"] else head.start()
    if not (head["paragraph"] or head["paragraph_en"]):
        entries = _entries(plain, head, with_paragraph=True)
        return _group(plain, entries, start, head) if entries else None
    paragraphs, end = _paragraphs(plain, head)
    paragraphs = [f"{one} {_bracketed(part)}" for one in paragraphs for part in under] or paragraphs
    of = _OF.match(plain, end) if paragraphs and most else None
    if of is None:
        return None
    further = _HEAD.match(plain, of.end())
    if further is None:
        return LooseParagraphs(tuple(paragraphs), start, of.end())
    is_paragraph = bool(further["paragraph"] or further["paragraph_en"])
    inner = _read(plain, further, paragraphs if is_paragraph else (), most - 1)
    if isinstance(inner, LooseParagraphs):
        return LooseParagraphs(inner.paragraphs, start, inner.of)
    if inner is None:
        return None
    first, *others = inner.articles
    cited = first.paragraphs if is_paragraph else tuple(paragraphs)
    articles = (CitedArticles(first.numbers, cited, start, first.end), *others)
    return ArticleGroup(articles, start, inner.end, head["and"] == "و", inner.is_loose)


def _bracketed(part: str) -> str:
    return part if part.startswith("(") else f"({part})"


def _group(plain: str, entries: list[Entry], start: int, head: re.Match[str]) -> ArticleGroup:
    articles = [
        CitedArticles(
            one.numbers, tuple(map(written_part, one.parts)), one.start if place else start, one.end
        )
        for place, one in enumerate(entries)
    ]
    last = articles[-1]
    after = _PARAGRAPH_AFTER.match(plain, last.end)
    further = _HEAD.match(plain, after.end()) if after else None
    if (
        further
        and (further["paragraph"] or further["paragraph_en"])
        and not further["and"]
        and not last.paragraphs
    ):
        paragraphs, end = _paragraphs(plain, further)
        of = _OF.match(plain, end)
        if paragraphs and not (of and _HEAD.match(plain, of.end())):
            end += plain.startswith(")", end)
            articles[-1] = CitedArticles(last.numbers, tuple(paragraphs), last.start, end)
    is_loose = not (head["the"] or head["article_en"])
    return ArticleGroup(tuple(articles), start, articles[-1].end, head["and"] == "و", is_loose)


def _entries(plain: str, head: re.Match[str], *, with_paragraph: bool) -> list[Entry]:
    word = next(word for word in head.group(*_WORDS) if word).replace("-", "")
    return read_list(
        plain,
        head.end(),
        plural=word not in _SINGULAR,
        dual=word in _DUAL,
        with_paragraph=with_paragraph,
        may_touch=True,
    )


_WORDS = ("article", "paragraph", "article_en", "paragraph_en", "short")


def _paragraphs(plain: str, head: re.Match[str]) -> tuple[list[str], int]:
    entries = _entries(plain, head, with_paragraph=False)
    if entries:
        return list(_numbered(entries)), entries[-1].end
    parts, end = read_parts(plain, head.end())
    return [written_part(part) for part in parts], end


def _numbered(entries: list[Entry]) -> Iterator[str]:
    for entry in entries:
        for number in entry.numbers:
            yield from (under_number(number, part) for part in entry.parts) if entry.parts else (str(number),)
