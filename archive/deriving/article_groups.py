"""Where a text cites articles, as it writes them: «الفقرة ٣ (أ) من المادة ١٤», «المواد 13 و16 و20 إلى 18».

The text is a folded one. Of which treaty the articles are is not decided here.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from archive.citing.number_lists import Entry, read_list, read_parts

_THE = "(?:[بك]?ال|لل)"
_PARAGRAPH = "فقر(?:ه|تين|تان|تي|تا|ات)"
# المادة · للمادتين · والمواد · الفقرة · بالفقرتين · الفقرة الفرعية
_HEAD = re.compile(
    rf"(?<!\w)(?P<and>[وف])?(?:{_THE}(?P<article>ماده|مادتين|مادتان|مواد)"
    rf"|(?:{_THE}|[بلك])?(?P<paragraph>{_PARAGRAPH})(?:\s+الفرعي(?:ه|تين|تان|ات))?)(?!\w)"
)
_SINGULAR = frozenset({"ماده", "فقره"})
# الفقرة 3 من المادة 14
_OF = re.compile(r"\s*،?\s*(?:من|في)\s+")
# المادة 16، الفقرة 5 · المادة 16 (الفقرة 5)
_PARAGRAPH_AFTER = re.compile(rf"\s*(?:،|\()\s*(?={_THE}{_PARAGRAPH})")


@dataclass(frozen=True, slots=True)
class CitedArticles:
    """One article or a range of them, with the paragraphs cited of it, at one place."""

    numbers: tuple[int, ...]
    paragraphs: tuple[str, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ArticleGroup:
    """The articles behind one «المادة» or «المواد»; `joined`: a conjunction joins the group to what stands before."""

    articles: tuple[CitedArticles, ...]
    start: int
    end: int
    joined: bool


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
        read = _read(plain, head, ())
        at = head.end()
        if isinstance(read, ArticleGroup):
            groups.append(read)
            at = read.end
        elif read:
            loose.append(read)
    return groups, loose


def _read(plain: str, head: re.Match[str], under: Sequence[str]) -> ArticleGroup | LooseParagraphs | None:
    """What begins at a head; `under` are the letters that stood before it («الفقرة الفرعية (أ) من الفقرة 1»)."""
    start = head.end("and") if head["and"] else head.start()
    if head["article"]:
        plural = head["article"] not in _SINGULAR
        entries = read_list(plain, head.end(), plural=plural, with_paragraph=True)
        return _group(plain, entries, start, head) if entries else None
    paragraphs, end = _paragraphs(plain, head)
    paragraphs = [f"{paragraph} ({part})" for paragraph in paragraphs for part in under] or paragraphs
    of = _OF.match(plain, end) if paragraphs else None
    if of is None:
        return None
    further = _HEAD.match(plain, of.end())
    if further is None:
        return LooseParagraphs(tuple(paragraphs), start, of.end())
    inner = _read(plain, further, [paragraph.strip("()") for paragraph in paragraphs] if further["paragraph"] else ())
    if isinstance(inner, LooseParagraphs):
        return LooseParagraphs(inner.paragraphs, start, inner.of)
    if inner is None:
        return None
    first, *others = inner.articles
    cited = first.paragraphs if further["paragraph"] else tuple(paragraphs)
    articles = (CitedArticles(first.numbers, cited, start, first.end), *others)
    return ArticleGroup(articles, start, inner.end, head["and"] == "و")


def _group(plain: str, entries: list[Entry], start: int, head: re.Match[str]) -> ArticleGroup:
    articles = [
        CitedArticles(one.numbers, _written(one), one.start if place else start, one.end)
        for place, one in enumerate(entries)
    ]
    last = articles[-1]
    after = _PARAGRAPH_AFTER.match(plain, last.end)
    further = _HEAD.match(plain, after.end()) if after else None
    if further and not last.paragraphs:
        paragraphs, end = _paragraphs(plain, further)
        of = _OF.match(plain, end)
        if paragraphs and not (of and _HEAD.match(plain, of.end())):
            end += plain.startswith(")", end)
            articles[-1] = CitedArticles(last.numbers, tuple(paragraphs), last.start, end)
    return ArticleGroup(tuple(articles), start, articles[-1].end, head["and"] == "و")


def _written(entry: Entry) -> tuple[str, ...]:
    """«المادة 6 (1) (ب)» is paragraph «1 (ب)» of the article, «المادة 3 (أ)» its paragraph «(أ)»."""
    return tuple(part if part[0].isdigit() else f"({part})" for part in entry.parts)


def _paragraphs(plain: str, head: re.Match[str]) -> tuple[list[str], int]:
    entries = read_list(plain, head.end(), plural=head["paragraph"] not in _SINGULAR)
    if entries:
        return list(_numbered(entries)), entries[-1].end
    parts, end = read_parts(plain, head.end())
    return [f"({part})" for part in parts], end


def _numbered(entries: list[Entry]) -> Iterator[str]:
    for entry in entries:
        for number in entry.numbers:
            yield from (f"{number} ({part})" for part in entry.parts) if entry.parts else (str(number),)
