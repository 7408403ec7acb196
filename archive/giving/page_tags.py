"""What the head of a text's page says to managers of references and to those who show a link: names and values."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from archive.display.names.citation import build_citation
from archive.display.names.language import in_language
from archive.display.names.titles import place_title, plain_body_name
from archive.display.text.running_text import cut_at_word
from archive.models import Document, Recommendation

from .characters import sayable

#: So many words of a text describe it where a link to it is shown.
WORDS = 40


@dataclass(frozen=True, slots=True)
class PageTags:
    """`named` are `<meta name>` (Highwire's, which Zotero reads), `properties` are `<meta property>` (Open Graph)."""

    named: Sequence[tuple[str, str]]
    properties: Sequence[tuple[str, str]]


def tags_of_recommendation(row: Recommendation, absolute: Callable[[str], str]) -> PageTags:
    """Needs meeting, body and document loaded."""
    meeting, paper = row.meeting, row.document
    title = f"{plain_body_name(meeting.body)}{_('، ')}{place_title(row)}"
    day = meeting.dates.end.strftime("%Y/%m/%d") if meeting.dates else ""
    number = (paper.symbol or paper.job_number) if paper else ""
    return _tags(
        title,
        cut_at_word(row.text, WORDS) or build_citation(row).here,
        absolute(row.get_absolute_url()),
        author=plain_body_name(meeting.body),
        day=day,
        number=number,
    )


def tags_of_document(row: Document, absolute: Callable[[str], str]) -> PageTags:
    """Needs the body loaded."""
    return _tags(
        row.title or str(row),
        cut_at_word(row.summary, WORDS) or row.title,
        absolute(row.get_absolute_url()),
        author=row.author or (plain_body_name(row.body) if row.body else ""),
        day=row.date.strftime("%Y/%m/%d") if row.date else "",
        number=row.symbol or row.job_number,
    )


def _tags(title: str, description: str, address: str, *, author: str, day: str, number: str) -> PageTags:
    named = [
        ("citation_title", title),
        ("citation_author", author),
        ("citation_publication_date", day),
        ("citation_technical_report_institution", _("الأمم المتحدة")),
        ("citation_technical_report_number", number),
        ("citation_language", "ar"),
        ("citation_public_url", address),
        ("twitter:card", "summary"),
    ]
    properties = [
        ("og:title", title),
        ("og:type", "article"),
        ("og:url", address),
        ("og:description", description),
        ("og:site_name", _("أرشيف التوصيات")),
        ("og:locale", in_language("ar", "en")),
    ]
    return PageTags(
        *([(name, sayable(value)) for name, value in some if value] for some in (named, properties))
    )
