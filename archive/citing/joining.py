"""Pieces that stand together cite one thing: «التوصية 12» «من» «الاجتماع الرابع» «للفريق العامل …»."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from archive.numbering import abjad

from .article_words import ABOUT, ABOUT_AND_OF, OF_IT, OF_TREATY, are_of_one_treaty, is_of_something
from .names import KnownNames
from .pieces import CitationPiece, PieceKind
from .things import CitedPlace, Thing

_THE = r"(?:the\s+)?"
_IN_BRACKETS = r"(?:\s*\([^()\n]{0,120}\))?"
# الصادرة عن · التي اعتمدها الفريق العامل في · التي اعتُمدت في · adopted by the Working Group at its
_ADOPTED = (
    r"(?:الصادره|الصادرتان|الصادرتين|المنبثقه)\s+(?:عن|في|من)|(?:(?:التي|اللتان|اللتين)\s+)?(?:"
    r"(?:صدرتا?|انبثقتا?)\s+(?:عن|في|من)"
    r"|(?:(?:اعتمد|اصدر|اقر|اتخذ)(?:ها|هما|تا?)|المعتمد(?:ه|تان|تين))"
    r"(?:\s+الفريق\s+العامل[^.،؛0-9]{0,60}?)?\s*،?\s*(?:في|خلال|اثناء))"
    r"|(?:(?:which|that)\s+)?(?:was\s+|were\s+)?(?:adopted|made|issued|agreed)"
    r"(?:\s+by\s+the\s+working\s+group(?:\s+on\s+[a-z\s]{1,60}?)?)?\s+(?:at|by|during|in)(?:\s+its)?"
)
_OF = rf"[\s،\"(/\-]*(?:(?:من|في|عن|of|from|at|by|in|{_ADOPTED})\s+)?(?:توصيات\s+)?{_THE}[\"(]*"
_COMMA = r"[\s،:.\"()/\-]*"
_PAPER = r"(?:(?:ال|لل)?وثيقه\s+|document\s+)?"
#: What may stand between two pieces, by their kinds.
_SAID_BETWEEN: dict[tuple[PieceKind, PieceKind], str] = {
    ("recommendation", "meeting"): _OF,
    ("meeting", "recommendation"): rf"{_IN_BRACKETS}(?:\"s\s)?{_COMMA}{_THE}",
    ("meeting", "body"): rf"{_IN_BRACKETS}[\s،(\-]*(?:(?:of|من)\s+)?{_THE}",
    ("body", "meeting"): r"[\s،:(\-]*(?:(?:في|عن|at|in|on)\s+)?(?:اعمال\s+)?(?:its\s+|the\s+)?",
    ("body", "recommendation"): _COMMA,
    ("recommendation", "body"): _OF,
    ("item", "recommendation"): _OF,
    ("recommendation", "item"): r"[\s،(]*",
    ("item", "meeting"): _OF,
    ("recommendation", "document"): r"\s*[،(]\s*(?:(?:في\s+)?(?:ال)?وثيقه|in(?:\s+document)?)\s+",
    ("paragraph", "document"): rf"[\s،(]*(?:(?:من|في|of|in)\s+)?{_THE}{_PAPER}\(?",
    ("document", "paragraph"): r"[\s،:()]*(?:at\s+)?",
    ("paragraph", "report"): rf"[\s،(]*(?:(?:من|في|of|in)\s+)?{_THE}",
    ("report", "meeting"): r"\s*(?:(?:of|on|to)\s+)?(?:(?:الفريق\s+العامل|the\s+working\s+group)\s+)?"
    r"(?:(?:عن|on|of)\s+)?(?:اعمال\s+)?(?:its\s+|the\s+)?",
    ("report", "body"): rf"\s*(?:(?:of|by)\s+)?{_THE}",
    ("report", "paragraph"): r"[\s،:(]*",
    ("meeting", "paragraph"): r"\s*[،:(]\s*",
    ("report", "document"): r"[\s،(]*",
    ("item", "paragraph"): _OF,
    ("paragraph", "article"): rf"\s*،?\s*(?:(?:من|of|in)\s+){_THE}",
    ("article", "paragraph"): r"\s*[،(]?\s*",
    ("article", "treaty"): rf"[\s،:()\"\-]*(?:(?:من|في|of|to|in)\s+)?{_THE}|{OF_TREATY.pattern}|{ABOUT_AND_OF.pattern}",
    ("paragraph", "treaty"): rf"[\s،:()\"\-]*(?:(?:من|في|of|to|in)\s+)?{_THE}",
    ("treaty", "article"): r"[\s،:(\"\-]*",
}
_BETWEEN = {pair: re.compile(pattern) for pair, pattern in _SAID_BETWEEN.items()}
#: What these cite says the piece itself, where nothing stands beside it.
_ALONE = frozenset({"thing", "document"})
_OF_WHAT_FOLLOWS = re.compile(r"\s+(?:من|في|of|in)\s")
_BLANK = re.compile(r"[\s\".()]{0,9}")
_BLANK_LINE = re.compile(r"\n\s*\n")
#: The title of an article may stand behind its number, no longer than this.
_LONGEST_TITLE = 200
_TITLE_OPENS = re.compile(r"\s*[:،(\"-]+\s*")


def are_joined(text: str, left: PieceKind, end: int, right: PieceKind, start: int) -> bool:
    """Whether what stands between two pieces, text[end:start], makes them one citation."""
    between = _BETWEEN.get((left, right))
    return end <= start and between is not None and between.fullmatch(text, end, start) is not None


def join_pieces(text: str, pieces: Iterable[CitationPiece], names: KnownNames) -> list[CitedPlace]:
    """The places of a plain text that cite something, in order; `pieces` are in order and do not overlap."""
    row = list(pieces)
    groups: list[list[CitationPiece]] = []
    cited: list[list[Thing]] = []
    at = 0
    while at < len(row):
        group = _group(text, row, at, names)
        things = _things(group, names)
        groups.append(group if things else group[:1])
        cited.append(things)
        at += len(groups[-1])
    for place, treaty in _treaties(text, groups, names).items():
        cited[place] = _things(groups[place], names, treaty) if treaty is not None else []
    return [
        CitedPlace(group[0].start, max(one.end for one in group), _each_once(things, names))
        for group, things in zip(groups, cited, strict=True)
        if things
    ]


def _each_once(things: Sequence[Thing], names: KnownNames) -> tuple[Thing, ...]:
    """With what the body that is named calls its meetings: people say session of either."""
    if len(things) == 1 and not things[0].term:
        return (things[0],)
    terms = {one.body: names.bodies[one.body].term for one in things if one.term and one.body in names.bodies}
    return tuple(dict.fromkeys(replace(one, term=terms[one.body]) if one.body in terms else one for one in things))


def _treaties(
    text: str, groups: Sequence[Sequence[CitationPiece]], names: KnownNames
) -> dict[int, str | None]:
    """For each group with an article the treaty that the words around it tell: '' where they tell none, None where it
    is of another law. Of a list («المادة 5 والمادة 6 من البروتوكول») what is said behind the last is said of all."""
    told: dict[int, str | None] = {}
    named = ""
    for place, group in enumerate(groups):
        kinds = {piece.kind: piece for piece in group}
        if "treaty" in kinds:
            named = kinds["treaty"].things[0].instrument
        if "article" in kinds:
            told[place] = _told_behind(text, kinds, group[-1].end, names, named)
    for place in reversed(told):
        end, following = groups[place][-1].end, groups[place + 1] if place + 1 in told else ()
        is_bare = told[place] == "" and not _treaty_in(groups[place])
        if is_bare and following:
            first = following[0].start
            if are_of_one_treaty(text, end, first, joined=text.startswith("و", first)):
                told[place] = _treaty_in(following) or told[place + 1]
    for place, treaty in told.items():
        group = groups[place]
        if treaty == "" and any(piece.is_loose for piece in group) and not _treaty_in(group):
            alone = _BLANK.fullmatch(text, 0, group[0].start) and _BLANK.fullmatch(text, group[-1].end)
            told[place] = "" if alone else None
    return told


def _treaty_in(group: Sequence[CitationPiece]) -> str:
    return next((piece.things[0].instrument for piece in group if piece.kind == "treaty"), "")


def _told_behind(
    text: str, kinds: dict[PieceKind, CitationPiece], end: int, names: KnownNames, named: str
) -> str | None:
    if "treaty" in kinds:
        return ""
    if OF_IT.match(text, end):
        return named or None
    entitled = ABOUT.match(text, end)
    if entitled:
        number = kinds["article"].things[0].number or 0
        return names.treaty_entitled(number, text[entitled.end() : entitled.end() + _LONGEST_TITLE])
    return None if is_of_something(text, end) else ""


def _group(text: str, row: Sequence[CitationPiece], at: int, names: KnownNames) -> list[CitationPiece]:
    """The pieces from one on that belong together; of each kind one."""
    group = [row[at]]
    for place, piece in enumerate(row[at + 1 : at + 7], at + 1):
        between = _BETWEEN.get((group[-1].kind, piece.kind))
        if between is None or piece.kind in {one.kind for one in group} or _is_of_the_next(text, row, place):
            break
        start = _end_of(text, group[-1], names)
        if not between.fullmatch(text, start, piece.start) or _BLANK_LINE.search(text, start, piece.start):
            break
        group.append(piece)
    return group


def _is_of_the_next(text: str, row: Sequence[CitationPiece], place: int) -> bool:
    """Whether a piece is a paragraph «of» the paper or article behind it: then it is of nothing that stands before."""
    if row[place].kind != "paragraph" or place + 1 == len(row):
        return False
    end, following = row[place].end, row[place + 1]
    said = _OF_WHAT_FOLLOWS.match(text, end, following.start)
    return said is not None and are_joined(text, "paragraph", end, following.kind, following.start)


def _end_of(text: str, piece: CitationPiece, names: KnownNames) -> int:
    """Where a piece ends, with the title of its article."""
    if piece.kind != "article":
        return piece.end
    opening = _TITLE_OPENS.match(text, piece.end)
    if opening is None:
        return piece.end
    number = piece.things[-1].number or 0
    titles = (title for one in names.treaties.values() for title in one.titles.get(number, ()))
    stands = (title for title in titles if title and text.startswith(title, opening.end()))
    title = max(stands, key=len, default="")
    return opening.end() + len(title) if title else piece.end


def _things(group: Sequence[CitationPiece], names: KnownNames, treaty: str = "") -> list[Thing]:
    if len(group) == 1 and group[0].kind in _ALONE:
        return list(group[0].things)
    by_kind = {piece.kind: piece for piece in group}
    if "thing" in by_kind:
        return list(by_kind["thing"].things)
    if "recommendation" in by_kind:
        return _recommendations(by_kind, names)
    if "article" in by_kind:
        return _articles(by_kind, names, treaty)
    if "report" in by_kind:
        return _of_report(by_kind)
    if "document" in by_kind:
        return _of_document(by_kind["document"].things, by_kind.get("paragraph"))
    if "meeting" in by_kind and "paragraph" not in by_kind:
        return [_with_body(thing, by_kind) for thing in by_kind["meeting"].things]
    return []


def _with_body(thing: Thing, by_kind: dict[PieceKind, CitationPiece]) -> Thing:
    return replace(thing, body=by_kind["body"].things[0].body) if "body" in by_kind else thing


def _recommendations(by_kind: dict[PieceKind, CitationPiece], names: KnownNames) -> list[Thing]:
    piece = by_kind["recommendation"]
    letters = piece.letters or (by_kind["item"].letters if "item" in by_kind else ())
    found: list[Thing] = []
    for one in piece.things:
        thing = _with_body(one, by_kind)
        if "meeting" in by_kind:
            meeting = by_kind["meeting"].things[0]
            thing = replace(
                thing, meeting=meeting.meeting, term=meeting.term, body=thing.body or meeting.body
            )
        found += [replace(thing, letter=letter) for letter in letters] if letters else [thing]
    return found


def _articles(by_kind: dict[PieceKind, CitationPiece], names: KnownNames, treaty: str) -> list[Thing]:
    paragraphs = [_written(one) for one in by_kind["paragraph"].things] if "paragraph" in by_kind else [""]
    if "item" in by_kind:
        letters = by_kind["item"].letters
        paragraphs = [
            f"{paragraph} ({abjad.letter(letter)})" for paragraph in paragraphs for letter in letters
        ]
    slug = by_kind["treaty"].things[0].instrument if "treaty" in by_kind else treaty
    return [
        replace(
            thing,
            instrument=slug or names.treaty_of_article(thing.number or 0),
            paragraph=thing.paragraph or paragraph,
        )
        for thing in by_kind["article"].things
        for paragraph in paragraphs
    ]


def _written(paragraph: Thing) -> str:
    """«3 (أ)»."""
    return f"{paragraph.number} ({paragraph.paragraph})" if paragraph.paragraph else str(paragraph.number)


def _of_document(documents: Sequence[Thing], paragraphs: CitationPiece | None) -> list[Thing]:
    if paragraphs is None:
        return list(documents)
    of = documents[0]
    return [
        replace(one, symbol=of.symbol, locator=of.locator, meeting=of.meeting, term=of.term, body=of.body)
        for one in paragraphs.things
    ]


def _of_report(by_kind: dict[PieceKind, CitationPiece]) -> list[Thing]:
    """The report of a meeting; without one it is no report of ours."""
    if "document" in by_kind:
        return _of_document(by_kind["document"].things, by_kind.get("paragraph"))
    if "meeting" not in by_kind:
        return []
    meeting = _with_body(by_kind["meeting"].things[0], by_kind)
    report = Thing("document", body=meeting.body, term=meeting.term, meeting=meeting.meeting)
    return _of_document([report], by_kind.get("paragraph"))
