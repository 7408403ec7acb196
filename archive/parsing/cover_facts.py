"""What the manifest declares of a paper and what its cover says, as one: a declared fact wins, and it is reported."""

from collections.abc import Sequence

from archive.arabic.normalize import normalize
from archive.sources.manifest import DeclaredFacts
from archive.vocabulary.bodies import KnownBody

from .cover import Cover
from .families.family import Family
from .meetings import Meetings
from .problems import Problem, problem
from .structure import ParsedMasthead


def settle_body(
    family: Family, cover: Cover, declared: DeclaredFacts, bodies: Sequence[KnownBody]
) -> tuple[str | None, list[Problem]]:
    """The symbol of the body whose paper it is: declared, named in the title, or on the cover."""
    title = normalize(cover.title.printed)
    in_title = next((b.symbol for b in bodies if any(normalize(form) in title for form in b.forms)), None)
    on_cover = cover.body.symbol if cover.body else None
    read = (in_title or on_cover) if family.title_names_body else (on_cover or in_title)
    if declared.body is None:
        return read, [problem("unknown_body", 0)] if read is None and family.is_known else []
    if read not in (None, declared.body):
        return declared.body, [
            problem("declared_otherwise", 0, declared=declared.body, read=read, field="body")
        ]
    return declared.body, []


def settle_masthead(
    family: Family,
    cover: Cover,
    declared: DeclaredFacts,
    body: str | None,
    meetings: Meetings,
    job_number: str | None,
) -> ParsedMasthead:
    """The cover with what the manifest declares in its place; place and dates also from the paper's own meeting."""
    own = next((m for m in meetings.about if (m.body, m.number) == (body, meetings.number)), None)
    return ParsedMasthead(
        kind=family.kind,
        symbol=declared.symbol or cover.symbol,
        job_number=job_number,
        title=cover.title,
        language=declared.language or cover.language or "ar",
        original_language=cover.original_language,
        distribution=cover.distribution,
        date=cover.date,
        body=body,
        meeting_number=meetings.number,
        place=cover.place or (own.place if own else None),
        start=cover.dates.start if cover.dates else (own.start if own else None),
        end=cover.dates.end if cover.dates else (own.end if own else None),
        agenda_item=cover.agenda_item,
        agenda_item_title=cover.agenda_item_title,
        author=cover.author,
        summary=cover.summary,
    )


def symbol_problems(cover: Cover, declared: DeclaredFacts) -> list[Problem]:
    """A declared symbol that is not the printed one, in either case."""
    if not declared.symbol or not cover.symbol or declared.symbol.upper() == cover.symbol.upper():
        return []
    return [problem("declared_otherwise", 0, declared=declared.symbol, read=cover.symbol, field="symbol")]
