"""What reports told later about a recommendation: paragraphs with the ground on which each is offered."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from archive.arabic.analyze import analyze_word
from archive.models import Citation, Document, FollowUp, Paragraph, Recommendation, Subparagraph
from archive.models.prepared import Prepared
from archive.search.understood import Sought, Understood, Way

from ..names.cited_things import article_name, tool_name
from ..names.language import in_arabic
from ..names.titles import instrument_name
from ..text.marked_text import render_found

WORDS = 30


@dataclass(frozen=True, slots=True)
class ReportedParagraph:
    """A paragraph that tells of a recommendation, or of its lettered `item`; `grounds` say why it is offered."""

    paragraph: Paragraph
    document: Document
    item: Subparagraph | None
    html: SafeString
    grounds: tuple[SafeString | str, ...]


@dataclass(frozen=True, slots=True)
class Reports:
    """What staff stand for, and what nobody has looked at."""

    confirmed: tuple[ReportedParagraph, ...]
    suggested: tuple[ReportedParagraph, ...]

    @property
    def is_empty(self) -> bool:
        return not (self.confirmed or self.suggested)


_ALL = Prepared(lambda key: FollowUp.objects.filter(recommendation=key).for_display())
_FOR_READERS = Prepared(lambda key: FollowUp.objects.filter(recommendation=key).for_readers().for_display())


def find_reports(
    recommendation: Recommendation, citations: Sequence[Citation], *, is_staff: bool = False
) -> Reports:
    """The nearest first. One query; `citations` are those of the recommendation, for the names of articles.

    Staff see every guess, readers those that are near enough.
    """
    rows = list((_ALL if is_staff else _FOR_READERS).rows(recommendation.pk))
    build = [(row.is_suggested, _report(row, citations)) for row in rows]
    return Reports(
        tuple(report for is_suggested, report in build if not is_suggested),
        tuple(report for is_suggested, report in build if is_suggested),
    )


_WITH_ARTICLE = Prepared(
    lambda *keys: Citation.objects.in_force()
    .filter(recommendation__in=keys, article__isnull=False)
    .select_related("article__instrument")
)
_OF_SEVERAL = Prepared(lambda *keys: FollowUp.objects.filter(recommendation__in=keys).for_readers().for_display())


def reports_of(keys: Collection[int]) -> dict[int, Reports]:
    """The same for several recommendations at once, by key, as readers see them. Two queries."""
    citations: dict[int, list[Citation]] = {}
    for citation in _WITH_ARTICLE.rows_of(list(keys)):
        citations.setdefault(citation.recommendation_id or 0, []).append(citation)
    found: dict[int, tuple[list[ReportedParagraph], list[ReportedParagraph]]] = {}
    for row in _OF_SEVERAL.rows_of(list(keys)):
        key = row.recommendation_id
        found.setdefault(key, ([], []))[row.is_suggested].append(_report(row, citations.get(key, ())))
    return {key: Reports(tuple(confirmed), tuple(suggested)) for key, (confirmed, suggested) in found.items()}


def _report(row: FollowUp, citations: Sequence[Citation]) -> ReportedParagraph:
    paragraph = row.paragraph
    return ReportedParagraph(
        paragraph,
        paragraph.document,
        row.subparagraph,
        render_found(paragraph.text, words_to_mark(row.evidence.get("words", ())), WORDS),
        tuple(_grounds(row, citations)),
    )


def words_to_mark(words: Iterable[str]) -> Understood:
    """The shared words as the highlighter looks for them, whatever form the text gives them."""
    stems = [(word, term.stem) for word in words if (term := analyze_word(word)) is not None]
    return Understood(words=tuple(Sought(word, (Way((stem,)),)) for word, stem in stems))


def _grounds(row: FollowUp, citations: Sequence[Citation]) -> Iterator[SafeString | str]:
    """«الأداة نفسها: بوابة شيرلوك», «المادة نفسها: …»; what staff wrote comes first."""
    if row.ground:
        yield in_arabic(row.ground)
    for code in row.evidence.get("tools", ()):
        yield format_html("{} {}", _("الأداة نفسها:"), tool_name(code))
    articles = {one.article.locator: one.article for one in citations if one.article is not None}
    for locator in row.evidence.get("articles", ()):
        if (article := articles.get(locator)) is not None:
            name = article_name(article), _("، "), instrument_name(article.instrument)
            yield format_html("{} {}{}{}", _("المادة نفسها:"), *name)
    if row.evidence.get("meetings"):
        yield _("الاجتماع نفسه")
    if words := row.evidence.get("words"):
        yield format_html("{} {}", _("كلمات مشتركة:"), in_arabic("، ".join(words)))
