"""Planning the rows of a language version: the version of a document, and the texts that its rows have in it."""

from collections.abc import Callable, Mapping
from typing import Any

from archive.models import LanguageText, LanguageVersion
from archive.models.language_version import TEXT_OF
from archive.parsing.structure import ParsedDocument
from archive.record import kinds
from archive.record.merge import Outcome
from archive.record.values import Link

from .changes import Change, Plan, Written
from .joining import Joined, Said

#: The kind of a row («paragraph») and its key, or its link where it is yet to be made.
RowKey = tuple[str, int | Link]


def version_values(parsed: ParsedDocument, joined: Joined) -> dict[str, Written]:
    return {
        "job_number": (parsed.masthead.job_number or "").upper(),
        "title": parsed.masthead.title.reading,
        "source_file": parsed.name,
        "source_sha256": parsed.sha256,
        **differing(joined),
    }


def differing(joined: Joined) -> dict[str, Written]:
    """What the two languages say otherwise, as their version keeps it."""
    return {
        "disagreements": list(joined.disagreements),
        "unjoined": [[said.line, said.text] for said in joined.unjoined],
    }


def plan_version(
    plan: Plan, document: int | Link, slug: str, language: str, values: Mapping[str, Written]
) -> tuple[Link, LanguageVersion | None]:
    """The version, made or brought up to date; its link, and its row where it is there."""
    link = Link(kinds.LANGUAGE_VERSION, f"{slug}@{language}")
    row = None
    if isinstance(document, int):
        row = LanguageVersion.objects.filter(document=document, language=language).first()
    if row is None:
        write: dict[str, Written] = {**_owner("document", document), "language": language, **values}
        plan.changes.append(Change(link.kind, link.locator, "created", None, write))
        return link, None
    plan.known[link] = row.pk
    write = {name: value for name, value in values.items() if getattr(row, name) != value}
    plan.changes.append(Change(link.kind, link.locator, "updated" if write else "unchanged", row.pk, write))
    return link, row


def plan_texts(
    plan: Plan,
    link: Link,
    version: LanguageVersion | None,
    texts: Mapping[Any, Said],
    locator_of: Callable[[RowKey], str],
) -> None:
    """The texts of a version, by the rows that say the same; those that its paper no longer has go."""
    stored: dict[RowKey, LanguageText] = {
        (name, getattr(row, f"{name}_id")): row
        for row in (LanguageText.objects.filter(version=version) if version else ())
        for name in TEXT_OF
        if getattr(row, f"{name}_id")
    }
    language = link.locator.rpartition("@")[2]
    for key, said in texts.items():
        locator = f"{locator_of(key)}@{language}"
        values: dict[str, Written] = {"text": said.text.strip(), "first_line": said.line or None}
        row = stored.pop(key, None)
        if row is None:
            write: dict[str, Written] = {"version": link, **_owner(*key), **values}
            plan.changes.append(Change(kinds.LANGUAGE_TEXT, locator, "created", None, write))
        else:
            changed = {name: value for name, value in values.items() if getattr(row, name) != value}
            outcome: Outcome = "updated" if changed else "unchanged"
            plan.changes.append(Change(kinds.LANGUAGE_TEXT, locator, outcome, row.pk, changed))
    for key, row in stored.items():
        plan.changes.append(Change(kinds.LANGUAGE_TEXT, f"{locator_of(key)}@{language}", "missing", row.pk))
        plan.removed.append((kinds.LANGUAGE_TEXT, row.pk))


def _owner(name: str, row: int | Link) -> dict[str, Written]:
    return {name: row} if isinstance(row, Link) else {f"{name}_id": row}
