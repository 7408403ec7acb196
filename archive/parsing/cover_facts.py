"""What the manifest declares of a paper and what its cover says, as one: a declared fact wins, and it is reported."""

import re
from collections.abc import Sequence
from datetime import date
from typing import cast

from archive.arabic.normalize import normalize
from archive.sources.manifest import DeclaredFacts
from archive.vocabulary.bodies import ABOUT, KnownBody, is_below, on_covers
from archive.vocabulary.cover_terms import RelationKind
from archive.vocabulary.symbols import body_in_symbol, symbols_of

from .cover import Cover
from .families.family import Family
from .meetings import Meetings
from .printed_text import Passage
from .problems import Problem, problem
from .structure import ParsedMasthead, ParsedRelation


def settle_body(
    family: Family, cover: Cover, declared: DeclaredFacts, bodies: Sequence[KnownBody]
) -> tuple[str | None, list[Problem]]:
    """The symbol of the body whose paper it is: declared, or read off the name on the cover, the symbol and the title.

    A body that nobody knows is never filed under the one above it: it is offered with its symbol and name.
    """
    read, problems = _body_read(family, cover, bodies)
    if declared.body is None:
        return read, problems if family.is_known else []
    if read not in (None, declared.body):
        return declared.body, [
            problem("declared_otherwise", 0, declared=declared.body, read=read, field="body")
        ]
    return declared.body, []


def _body_read(family: Family, cover: Cover, bodies: Sequence[KnownBody]) -> tuple[str | None, list[Problem]]:
    known = on_covers(bodies)
    symbols = {body.symbol.upper(): body.symbol for body in known}
    named = _by_subject(cover.named, known)
    if named is not None and (cover.body is None or is_below(named.symbol, cover.body.symbol, known)):
        cover.body, cover.named = named, ""
    on_cover = cover.body.symbol if cover.body else None
    in_symbol = _of_symbols(cover, known, on_cover)
    title = normalize(cover.title.printed)
    in_title = next((b.symbol for b in bodies if any(normalize(form) in title for form in b.forms)), None)
    in_title = in_title or _named_in_english(title, bodies)
    if in_symbol is not None and in_symbol not in symbols:
        # the number of the session stands in the symbol: «UNEP/EA.5/28»
        without = re.sub(r"\.[0-9]+$", "", in_symbol)
        in_symbol = without if without in symbols else in_symbol
    read: str | None
    if in_symbol is not None:
        read = symbols.get(in_symbol.upper(), in_symbol)
        names = [name for name in (on_cover, in_title if family.title_names_body else None) if name]
        if any(is_below(name, read, known) for name in names):
            # the Conference's number on a paper of its working group
            read = next(name for name in names if is_below(name, read, known))
        elif on_cover and not _are_kin(read, on_cover, known):
            return read, [problem("contradicting_body", 0, symbol=read, name=on_cover)]
    else:
        read = (in_title or on_cover) if family.title_names_body else (on_cover or in_title)
        if cover.named and (read is None or in_title is None):
            return None, [_offer("…", cover)]
    if read is None:
        return None, [problem("unknown_body", 0)]
    if read.upper() not in symbols:
        return read, [_offer(read, cover)]
    if cover.named:
        return read, [problem("body_named_otherwise", 0, symbol=read, name=cover.named)]
    return read, []


def _named_in_english(title: str, bodies: Sequence[KnownBody]) -> str | None:
    """The body that a normalised title names first: «Report of the Working Group on …, established by …»."""
    names = ((title.find(normalize(body.name_en)), body.symbol) for body in bodies if body.name_en)
    return min(((at, symbol) for at, symbol in names if at >= 0), default=(0, None))[1]


def _by_subject(name: str, bodies: Sequence[KnownBody]) -> KnownBody | None:
    """The group that a longer form of its name tells: «الفريق العامل الحكومي الدولي … المعني بتهريب المهاجرين»."""
    normal = normalize(name)
    for body in bodies:
        kind, _, subject = normalize(body.name_ar).partition(f" {ABOUT} ")
        if subject and normal.startswith(kind.split(" ")[0]) and normal.endswith(f" {ABOUT} {subject}"):
            return body
    return None


def with_own_body(symbol: str | None, cover: Cover, bodies: Sequence[KnownBody]) -> tuple[KnownBody, ...]:
    """The bodies that a paper may name, its own among them: one that only its cover knows, too."""
    held = {body.symbol.upper() for body in bodies}
    if symbol is None or symbol.upper() in held:
        return tuple(bodies)
    known = next((body for body in on_covers(bodies) if body.symbol.upper() == symbol.upper()), None)
    own = known or KnownBody(symbol, cover.named or symbol, "", None, cover.term or "meeting")
    return (*bodies, own)


def _of_symbols(cover: Cover, bodies: Sequence[KnownBody], on_cover: str | None) -> str | None:
    """The body in the paper's symbols: of joint ones that of the cover's name, else the lowest, else the first."""
    found = [body for body in map(body_in_symbol, cover.symbols) if body]
    if on_cover and on_cover.upper() in found:
        return on_cover
    lowest = found[:1]
    for body in found[1:]:
        if is_below(body, lowest[0], bodies):
            lowest = [body]
    return lowest[0] if lowest else None


def _are_kin(one: str, other: str, bodies: Sequence[KnownBody]) -> bool:
    return one.upper() == other.upper() or is_below(one, other, bodies) or is_below(other, one, bodies)


def _offer(symbol: str, cover: Cover) -> Problem:
    name = cover.named or symbol
    return problem("unknown_body_offered", 0, symbol=symbol, name=name, term=cover.term or "meeting")


def settle_masthead(
    family: Family,
    cover: Cover,
    declared: DeclaredFacts,
    body: str | None,
    meetings: Meetings,
    job_number: str | None,
    language: str,
) -> ParsedMasthead:
    """The cover with what the manifest declares in its place; place and dates also from the paper's own meeting.

    `language` is that of its letters, where neither says another.
    """
    own = next((m for m in meetings.about if (m.body, m.number) == (body, meetings.number)), None)
    return ParsedMasthead(
        kind=family.kind,
        symbol=declared.symbol or cover.symbol,
        symbols=cover.symbols,
        relation=_relation(cover, declared),
        term=cover.term,
        job_number=job_number,
        title=Passage(declared.title) if declared.title else cover.title,
        language=declared.language or cover.language or language,
        original_language=cover.original_language,
        distribution=cover.distribution,
        date=date.fromisoformat(declared.date) if declared.date else cover.date,
        body=body,
        body_name=cover.named,
        meeting_number=meetings.number,
        place=cover.place or (own.place if own else None),
        start=cover.dates.start if cover.dates else (own.start if own else None),
        end=cover.dates.end if cover.dates else (own.end if own else None),
        agenda_item=cover.agenda_item,
        agenda_item_title=cover.agenda_item_title,
        author=declared.author or cover.author,
        summary=cover.summary,
    )


def _relation(cover: Cover, declared: DeclaredFacts) -> ParsedRelation | None:
    """The declared relation; the other paper's symbol from the cover where the manifest leaves it out."""
    if declared.relation is None:
        return cover.relation
    printed = cover.relation.symbol if cover.relation else None
    return ParsedRelation(cast(RelationKind, declared.relation.kind), declared.relation.symbol or printed)


def declared_problems(cover: Cover, declared: DeclaredFacts) -> list[Problem]:
    """Declared facts that are not the printed ones; letters decide, not their case or their marks."""
    relation = declared.relation.kind if declared.relation else None
    # of a joint symbol the cover's first is one
    joint = symbols_of((declared.symbol or "").upper())
    symbol = cover.symbol if (cover.symbol or "").upper() not in joint else None
    compared = (
        ("symbol", declared.symbol, symbol),
        ("title", declared.title, cover.title.printed),
        ("date", declared.date, cover.date.isoformat() if cover.date else None),
        ("author", declared.author, cover.author),
        ("relation", relation, cover.relation.kind if cover.relation else None),
    )
    return [
        problem("declared_otherwise", 0, declared=said, read=read, field=field)
        for field, said, read in compared
        if said and read and normalize(said) != normalize(read)
    ]


def title_problems(family: Family, cover: Cover, declared: DeclaredFacts) -> list[Problem]:
    """A title that is not there, or is the likeliest of several texts."""
    if not family.is_known or declared.title:
        return []
    if not cover.title.printed:
        return [problem("unknown_title", 0)]
    line = cover.title.span.first_line
    return [problem("doubtful_title", line, title=cover.title.printed)] if cover.is_doubtful else []
