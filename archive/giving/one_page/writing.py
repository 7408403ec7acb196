"""Writes the page: cover, tools, meetings with their texts, then the word table and the script."""

import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from django.utils.html import escape
from django.utils.translation import gettext as _

from archive.arabic.clean import INVISIBLE_RANGES, MARK_RANGES, TATWEEL
from archive.display.names.language import in_language
from archive.display.names.titles import meeting_title, plain_topic_name
from archive.models import Topic
from archive.numbering import abjad

from ..asking import Wishes, remarks_of, summary_of
from ..characters import in_digits, sayable
from ..compendium import meeting_heading
from ..given import GivenSelection, GivenText, read_texts
from ..languages import ARABIC, SaidPassage, not_held
from .words import build_table

_HERE = Path(__file__).parent
#: The page may load nothing, wherever it is opened.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'"
# Inside <script> these could end the block or begin a comment.
_ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


@dataclass(frozen=True, slots=True)
class AmongOthers:
    """What the page is told where it is one of a site in a folder: markup above the texts, the page of each text."""

    above: str
    page_of: Callable[[GivenText], str]


def write_page(given: GivenSelection, wishes: Wishes, among: AmongOthers | None = None) -> bytes:
    """The whole page. `among` where it stands in a folder with pages that it can lead to."""
    texts = list(read_texts(given, with_meaning=True))
    several = len({text.row.meeting.body_id for text in texts}) > 1
    parts = [list(group) for _key, group in groupby(texts, key=lambda text: text.row.meeting_id)]
    language, direction = in_language("ar", "en"), in_language("rtl", "ltr")
    title = escape(sayable(given.title))
    above = _topics_above()
    lines = [
        f'<!DOCTYPE html>\n<html lang="{language}" dir="{direction}">\n<head>\n<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{title}</title>\n<style>\n{_read('page.css')}</style>\n</head>\n<body>",
        among.above if among else "",
        f"<h1>{title}</h1>",
        *_facts(given, texts),
        *_tools(texts, above),
        '<main id="texts">',
    ]
    for part in parts:
        heading = escape(sayable(meeting_heading(part[0].row.meeting, with_body=several)))
        lines += [
            f"<section>\n<h2>{heading}</h2>",
            *(_article(text, _topics_of(text, above), _source(text, given, among), wishes) for text in part),
            "</section>",
        ]
    lines += ["</main>", _data(texts), f"<script>\n{_read('page.js')}</script>\n</body>\n</html>\n"]
    return "\n".join(lines).encode()


def digest_of(texts: Sequence[GivenText]) -> str:
    """Of the texts with their locators, a line each: «locator, tab, text», line ends within a text as «\\n».

    Of a text that stands in two languages a line for each.
    """
    lines = (f"{text.locator}\t{sayable(words)}\n" for text in texts for words in text.texts)
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def _facts(given: GivenSelection, texts: Sequence[GivenText]) -> Iterator[str]:
    facts = [*summary_of(given), (_("بصمة النصوص"), f"SHA-256 {digest_of(texts)}")]
    rows = "".join(f'<dt>{escape(label)}</dt><dd><bdi>{_said(value)}</bdi></dd>' for label, value in facts)
    yield f"<dl>{rows}</dl>"
    for remark in remarks_of(given):
        yield f"<p>{_said(remark)}</p>"


def _tools(texts: Sequence[GivenText], above: dict[int, Topic]) -> Iterator[str]:
    """Hidden until the script is there: without it all texts stand below anyway."""
    meetings = {text.row.meeting.slug: meeting_title(text.row.meeting) for text in texts}
    used = {topic.pk for text in texts for topic in _topics_of(text, above)}
    topics = {topic.slug: plain_topic_name(topic) for topic in above.values() if topic.pk in used}
    yield (
        f'<div class="tools" id="tools" role="search" hidden>'
        f'<label for="q">{_("ابحث في هذه النصوص")}</label><input id="q" type="search" dir="auto">'
        f"<p>{_select('meeting', _('كل الاجتماعات'), meetings)} {_select('topic', _('كل المواضيع'), topics)} "
        f'<button type="button" id="digits">012 / ٠١٢</button> '
        f'<button type="button" id="print">{_("اطبع")}</button></p>'
        f'<p id="told" role="status"></p></div>'
    )


def _select(name: str, everything: str, options: dict[str, str]) -> str:
    shown = "".join(
        f'<option value="{escape(value)}">{_said(label)}</option>' for value, label in options.items()
    )
    label = f'aria-label="{escape(everything)}"'
    return f'<select id="{name}" {label}><option value="">{escape(everything)}</option>{shown}</select>'


def _topics_above() -> dict[int, Topic]:
    """Every topic in use by its key: what is about a topic is also about those above it, as on the site."""
    return {topic.pk: topic for topic in Topic.objects.in_use().in_order()}


def _topics_of(text: GivenText, topics: dict[int, Topic]) -> list[Topic]:
    """Those that it was put under and all above them, each once."""
    found: dict[int, Topic] = {}
    for one in text.row.topic_assignments.all():
        at: int | None = one.topic_id
        while at in topics and at not in found:
            found[at] = topics[at]
            at = topics[at].parent_id
    return list(found.values())


def _source(text: GivenText, given: GivenSelection, among: AmongOthers | None) -> str:
    address = f'<bdi dir="ltr">{escape(given.absolute(text.path))}</bdi>'
    return f'<a href="{escape(among.page_of(text))}">{address}</a>' if among else address


def _article(text: GivenText, topics: Sequence[Topic], source: str, wishes: Wishes) -> str:
    row = text.row

    sides = "".join(_side(text, language, wishes) for language in text.languages)
    return (
        f'<article id="{text.locator}" data-locator="{text.locator}" data-meeting="{row.meeting.slug}"'
        f' data-topics="{" ".join(topic.slug for topic in topics)}">'
        f"<h3>{escape(in_digits(text.figure, wishes.digits))}</h3>"
        f"{sides}"
        f"<small data-as-is>{source}</small></article>"
    )


def _side(text: GivenText, language: str, wishes: Wishes) -> str:
    """The text in a language; what it lacks stands in its own where no other text stands beside it."""
    if not text.is_held_in(language):
        note = f'<p class="lacking">{escape(not_held(language))}</p>'
        return note if len(text.languages) > 1 else f"{note}{_side(text, text.row.language, wishes)}"
    chapeau, *items = text.said(language)

    def shown(one: SaidPassage) -> str:
        words = in_digits(one.text, wishes.digits) if one.language == ARABIC else one.text
        lines = _said(words).replace("\n", "<br>")
        direction = "rtl" if one.language == ARABIC else "ltr"
        return f'<span lang="{one.language}" dir="{direction}">{lines}</span>' if one.language != language else lines

    rows = "".join(
        f'<li data-locator="{text.row.locator}.{abjad.latin(item.position)}"><span>({escape(item.label)})</span>'
        f"<span>{shown(item)}</span></li>"
        for item in items
    )
    lettered = f"<ol>{rows}</ol>" if rows else ""
    if language == ARABIC:
        opened = '<div data-text lang="ar" dir="rtl">'
    else:
        opened = f'<div data-text data-as-is lang="{language}" dir="ltr">'
    return f"{opened}<p>{shown(chapeau)}</p>{lettered}</div>"


def _data(texts: Sequence[GivenText]) -> str:
    """What the script reads: the word table, what it drops from words, its sentence."""
    told = {
        "words": build_table(words for text in texts for words in text.texts),
        "dropped": f"{MARK_RANGES}{TATWEEL}{INVISIBLE_RANGES}",
        "told": _("المعروض {count} من {total}"),
    }
    inside = json.dumps(told, ensure_ascii=False).translate(_ESCAPES)
    return f'<script type="application/json" id="data">{inside}</script>'


def _read(name: str) -> str:
    return (_HERE / name).read_text("utf-8")


def _said(text: str) -> str:
    return escape(sayable(text))
