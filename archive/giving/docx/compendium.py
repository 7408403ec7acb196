"""The chronological compendium for Word: cover, contents, meetings, recommendations with their own labels."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from ..asking import Wishes
from ..characters import in_digits
from ..compendium import Paper, PaperEntry, build_paper
from ..given import GivenSelection
from .labels import LETTER, NUMBER, ListLabels
from .markup import Look, bookmarked, field, paragraph, run, table
from .package import WordParts, render_package
from .pages import PageCount
from .styles import TEXT_WIDTH

_BOLD = Look(bold=True)
#: So many words of a long heading stand in the contents.
_WORDS_IN_CONTENTS = 11


def write_compendium(given: GivenSelection, wishes: Wishes) -> bytes:
    paper = build_paper(given, wishes)
    labels = ListLabels()
    pages = _pages_of(paper)
    body = [*cover(paper.title, paper.bodies, paper.facts, paper.remarks, rtl=paper.is_rtl)]
    body += (contents := _contents(paper, pages, wishes))
    place = 0
    for meeting in paper.meetings:
        place += 1
        body.append(heading("Heading1", meeting.heading, place, breaks=place == 1 and bool(contents)))
        if meeting.sources:
            source = _("المصدر: %(symbols)s") % {"symbols": _("، ").join(meeting.sources)}
            body.append(paragraph("Sources", run(source)))
        for group in meeting.groups:
            if group.heading:
                place += 1
                body.append(heading("Heading2", group.heading, place))
            for entry in group.entries:
                body += _entry(entry, labels)
    return render_package(
        WordParts(
            title=paper.title,
            body="".join(body),
            numbering=labels.render(),
            header=running_head(paper.title, paper.bodies),
            footer=page_of_pages(wishes.digits, rtl=paper.is_rtl),
            created=given.generated,
            is_rtl=paper.is_rtl,
        )
    )


def cover(
    title: str,
    bodies: Sequence[str],
    facts: Sequence[tuple[str, str]],
    remarks: Sequence[str],
    *,
    rtl: bool,
) -> list[str]:
    """What stands above the contents: who, what, the selection in words, when, how many, and what is missing."""
    rows = [(paragraph("Cell", run(label, _BOLD)), paragraph("Cell", fact(value))) for label, value in facts]
    return [
        *(paragraph("Body1", run(body)) for body in bodies),
        paragraph("Title", run(title)),
        table((1700, TEXT_WIDTH - 1700), rows, rtl=rtl),
        *(paragraph("Note", run(remark)) for remark in remarks),
    ]


def fact(value: str) -> str:
    """An address is set from left to right whole: a mark of direction keeps its last slash at its end."""
    return run(f"{value}\u200e", Look(rtl=False)) if "://" in value else run(value)


def running_head(title: str, bodies: Sequence[str]) -> str:
    return paragraph("Header", run(" – ".join([*bodies[:1], title])))


def page_of_pages(digits: str, *, rtl: bool) -> str:
    """«الصفحة 2 من 21»."""
    before, between, after = (_("الصفحة %(page)s من %(pages)s") % {"page": "\0", "pages": "\0"}).split("\0")
    shown = in_digits("1", digits)
    return paragraph(
        "Footer",
        *(
            run(before),
            field("PAGE", shown, rtl=rtl),
            run(between),
            field("NUMPAGES", shown, rtl=rtl),
            run(after),
        ),
    )


def contents_line(style: str, text: str, place: int, page: int, digits: str, *, rtl: bool) -> str:
    """A heading, dots, and its page: a field that leads to the bookmark of the heading."""
    words = text.split()
    shown = text if len(words) <= _WORDS_IN_CONTENTS else " ".join(words[:_WORDS_IN_CONTENTS]) + "…"
    number = field(f"PAGEREF {_bookmark(place)} \\h", in_digits(str(page), digits), rtl=rtl)
    return paragraph(style, run(shown), "<w:r><w:tab/></w:r>", number)


def heading(style: str, text: str, place: int, *, breaks: bool = False) -> str:
    """A heading with the bookmark that the contents lead to."""
    return paragraph(style, bookmarked(place, _bookmark(place), run(text)), breaks=breaks)


def _bookmark(place: int) -> str:
    return f"heading{place}"


def _contents(paper: Paper, pages: list[int], wishes: Wishes) -> list[str]:
    if len(pages) < 2:
        return []
    lines, place = [paragraph("ContentsTitle", run(_("المحتويات")))], 0
    for meeting in paper.meetings:
        place += 1
        lines.append(
            contents_line("TOC1", meeting.heading, place, pages[place - 1], wishes.digits, rtl=paper.is_rtl)
        )
        for group in meeting.groups:
            if group.heading:
                place += 1
                lines.append(
                    contents_line(
                        "TOC2", group.heading, place, pages[place - 1], wishes.digits, rtl=paper.is_rtl
                    )
                )
    return lines


def _entry(entry: PaperEntry, labels: ListLabels) -> list[str]:
    found = [
        paragraph(
            "Recommendation",
            run(entry.chapeau),
            number=labels.number(entry.label, NUMBER),
            keep=bool(entry.items),
        )
    ]
    found += [
        paragraph("Letter", run(item.text), number=labels.number(item.label, LETTER)) for item in entry.items
    ]
    if entry.printed:
        found.append(paragraph("Printed", run(_("كما طُبع:"), _BOLD), run(f" {entry.printed}")))
    return found


def _pages_of(paper: Paper) -> list[int]:
    """The page of each heading, in order: the meetings begin on a page of their own after cover and contents."""
    count, found = PageCount(), []
    for body in paper.bodies:
        count.add("Body1", body)
    count.add("Title", paper.title)
    for _label, value in paper.facts:
        count.add("Cell", value, indent=1700)
    for remark in paper.remarks:
        count.add("Note", remark)
    headings = [
        text
        for one in paper.meetings
        for text in (one.heading, *(g.heading for g in one.groups if g.heading))
    ]
    if len(headings) > 1:
        count.add("ContentsTitle", "")
        for _text in headings:
            count.add("TOC1", "")
        count.break_page()
    for meeting in paper.meetings:
        found.append(count.add("Heading1", meeting.heading, keep=3))
        if meeting.sources:
            count.add("Sources", "")
        for group in meeting.groups:
            if group.heading:
                found.append(count.add("Heading2", group.heading, keep=2))
            for entry in group.entries:
                count.add("Recommendation", entry.chapeau, indent=NUMBER[0])
                for item in entry.items:
                    count.add("Letter", item.text, indent=LETTER[0])
                if entry.printed:
                    count.add("Printed", entry.printed, indent=680)
    return found
