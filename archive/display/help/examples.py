"""Examples for newcomers, taken from the archive itself: each is tried when it is made, and what fails is left out."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from archive.filters.examples import current_examples
from archive.filters.finding import find
from archive.filters.selection import Selection
from archive.filters.snapshot import Snapshot
from archive.models.databases import connection
from archive.search.reference import find_reference

from ..names.counts import counted
from ..names.language import current_language, in_language, is_english
from .subjects import HelpSubjects


@dataclass(frozen=True, slots=True)
class HelpExample:
    """Words as one types them, what they do, and where they lead.

    `address` is that of the search with these words. `count` recommendations are found there, or it leads straight to
    `leads_to`.
    """

    typed: str
    says: str
    count: int = 0
    leads_to: str = ""

    @property
    def address(self) -> str:
        return f"{reverse('recommendations')}?{urlencode({'q': self.typed})}"

    @property
    def is_arabic(self) -> bool:
        return not self.typed.isascii()

    @property
    def outcome(self) -> str:
        return counted(self.count, "recommendations") if self.count else _("يفتح الصفحة نفسها")


_cached: dict[tuple[str, str], tuple[Snapshot, tuple[HelpExample, ...]]] = {}


def current_help_examples(snapshot: Snapshot, shown: HelpSubjects) -> tuple[HelpExample, ...]:
    """In the reader's language; found anew when there is another snapshot."""
    key = str(connection.settings_dict["NAME"]), current_language()
    found = _cached.get(key)
    if found is None or found[0] is not snapshot:
        found = _cached[key] = (snapshot, tuple(_find_examples(snapshot, shown)))
    return found[1]


def _find_examples(snapshot: Snapshot, shown: HelpSubjects) -> Iterator[HelpExample]:
    usual = {one.kind: one for one in current_examples(snapshot)}
    if term := usual.get("term"):
        yield from _of_words(snapshot, term.text, term.english)
    yield from filter(None, (_leading(typed, says) for typed, says in _references(snapshot, shown)))
    if article := usual.get("article"):
        typed = in_language(article.text, article.english)
        yield from filter(None, [_leading(typed, _("رقم مادة: صفحتها بكل ما أوصي به بشأنها."))])
    if symbol := usual.get("symbol"):
        yield from filter(None, [_leading(symbol.text, _("رمز وثيقة أو رقم عملها: الوثيقة."))])


def _of_words(snapshot: Snapshot, term: str, english: str) -> Iterator[HelpExample]:
    if is_english() and english:
        yield from _searches(snapshot, english, _("كلمات إنكليزية: تجد التوصيات في موضوعها."))
    first, _blank, second = term.partition(" ")
    if not second:
        return
    yield from _searches(snapshot, term, _("كلمات: التوصيات التي فيها كلها، بأي تصريف كانت."))
    yield from _searches(snapshot, f"«{term}»", _("بين علامتي تنصيص: الكلمات متتالية كما كُتبت."))
    yield from _searches(snapshot, f"{first} -{second}", _("وقبل كلمة علامة «-»: ما ليست فيه تلك الكلمة."))


def _searches(snapshot: Snapshot, typed: str, says: str) -> Iterator[HelpExample]:
    """Only what finds something, and is no name of a page."""
    count = find(Selection(q=typed), snapshot).count
    if count and not find_reference(typed):
        yield HelpExample(typed, says, count=count)


def _leading(typed: str, says: str) -> HelpExample | None:
    found = find_reference(typed)
    return HelpExample(typed, says, leads_to=found.address) if found else None


def _references(snapshot: Snapshot, shown: HelpSubjects) -> Iterator[tuple[str, str]]:
    """What one types to come to a thing, and what it is."""
    row, item, paragraph = shown.recommendation, shown.item, shown.paragraph
    if row:
        meeting = in_language(row.meeting.title, f"the {row.meeting.title_en.lower()}")
        words = in_language("التوصية {} من {}", "recommendation {} of {}")
        yield words.format(row.number, meeting), _("اسم توصية: صفحتها.")
        yield f"{row.meeting.number}/{row.number}", _("وباختصار: رقم الاجتماع ثم رقم التوصية.")
        whole = in_language("توصيات {}", "recommendations of {}")
        yield whole.format(meeting), _("اسم اجتماع: صفحته بتوصياته كلها.")
    if item:
        owner = item.recommendation
        letter = in_language(item.label, item.anchor)
        yield f"{owner.meeting.number}/{owner.number} ({letter})", _("وبالحرف: الفقرة الفرعية في مكانها.")
    if paragraph:
        mark = paragraph.document.symbol or paragraph.document.job_number
        words = in_language("الفقرة {} من الوثيقة {}", "paragraph {} of {}")
        yield words.format(paragraph.number, mark), _("فقرة من تقرير: في مكانها.")
