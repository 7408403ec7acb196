"""Every kind of page and every state of its moving parts: what measurements and pictures go through."""

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page

from tests.browser.arriving import follow


@dataclass(frozen=True, slots=True)
class Names:
    """What stands in the addresses of one archive; `word` is found in its texts."""

    word: str
    recommendation: str
    other: str
    meeting: str
    empty_meeting: str
    document: str
    known_document: str
    topic: str
    #: «som-protocol/18».
    article: str
    #: A document and a recommendation that are held in both languages.
    both_document: str
    both_recommendation: str


def addresses(names: Names) -> dict[str, str]:
    """Kind → path, in Arabic: the kinds of pages first, then their other faces."""
    recommendation, other = names.recommendation, names.other
    return {
        "home": "/",
        "search": f"/recommendations/?q={names.word}",
        "recommendation": f"/recommendations/{recommendation}/",
        "meetings": "/meetings/",
        "meeting": f"/meetings/{names.meeting}/",
        "documents": "/documents/",
        "document": f"/documents/{names.document}/",
        "compare": f"/compare/?a={recommendation}&b={other}",
        "matrix": "/matrix/",
        "requests": "/requests/?actor=states&actor=states_parties",
        "list": f"/list/?items={recommendation},{other}",
        "about": "/about/",
        "data": "/data/",
        "missing": "/recommendations/{}/".format(recommendation.rpartition(".")[0] + ".999"),
        "topics": "/topics/",
        "topic": f"/topics/{names.topic}/",
        "articles": "/articles/",
        "article": f"/articles/{names.article}/",
        "sheet": f"/topics/{names.topic}/sheet/",
        "resolve": "/resolve/",
        "help": "/help/",
        "everything": "/recommendations/",
        "narrowed": f"/recommendations/?q={names.word}&meeting={names.meeting}&agenda_item=none&x=1",
        "nothing found": "/recommendations/?q=زرقشلاندية",
        "table": f"/recommendations/?q={names.word}&view=table",
        "text": f"/recommendations/?meeting={names.meeting}&view=text",
        "as printed": f"/recommendations/{recommendation}/?text=printed",
        "source beside": f"/recommendations/{recommendation}/?source=beside",
        "phrases marked": f"/recommendations/{recommendation}/?marks=operative",
        "lineage": f"/recommendations/{recommendation}/lineage/",
        "empty meeting": f"/meetings/{names.empty_meeting}/",
        "document searched": f"/documents/{names.document}/?q={names.word}",
        "known document": f"/documents/{names.known_document}/",
        "compare with what": f"/compare/?a={recommendation}",
        "compare what": "/compare/",
        "empty list": "/list/",
        "sheet of an article": f"/articles/{names.article}/sheet/",
        "no such topic": f"/topics/{names.topic}s/",
        "offline": "/offline/",
        "nowhere": "/nowhere/",
        "list of lettered items": f"/list/?items={recommendation}.a,{recommendation}.k,{other}&title=x",
        "list of what is not there": f"/list/?items={recommendation}.zz,nothing",
        "no such paragraph": f"/documents/{names.document}/?paragraph=99999",
        "compare with what is not there": f"/compare/?a={recommendation}&b=nothing",
        "matrix of topics": f"/matrix/?rows=topic&columns=meeting&topic={names.topic}",
        "no such article": f"/articles/{names.article}99/",
        "no such format": "/recommendations/export.zip",
        "documents searched": f"/documents/?q={names.word}",
        "too long": f"/recommendations/?q={'a' * 8_200}",
        "document in both languages": f"/documents/{names.both_document}/",
        "recommendation in both languages": f"/recommendations/{names.both_recommendation}/",
        # In Arabic alone: under /en/ it is a page that is not there.
        "interface for programs": "/api/v1/docs/",
    }


KINDS = tuple(addresses(Names(*[""] * 11)))[:19]


def open_menu(page: Page) -> None:
    page.locator(".menu-open").click()
    page.locator("#menu").wait_for()


def open_sheet(page: Page) -> None:
    page.locator(".sheet-open").click()
    page.locator("#facet-list").wait_for()


def open_help(page: Page) -> None:
    page.keyboard.press("?")
    page.locator("#keys").wait_for()


def unfold(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")


def open_formats(page: Page) -> None:
    page.locator(".give > summary").first.click()
    page.locator(".give li").first.wait_for()


def open_item(page: Page) -> None:
    page.locator(".item-acts > summary").first.click()
    page.locator(".item-acts-in").first.wait_for()


def resolve(page: Page) -> None:
    """A text with something held, something unknown, something that may be several things."""
    # What is cited with a long symbol has the widest cell of the table.
    long = "والفقرة 12 من تقرير الفريق العامل الوارد في الوثيقة CTOC/COP/WG.7/2019/5/ADD.1/REV.1"
    text = "التوصية 12 من الاجتماع الأول، والاجتماع الخمسون، والتوصية 1، ووثيقة A/RES/74/148"
    page.fill("#resolve-text", f"{text}، {long}.")
    follow(page, "form.resolve button")


def suggest(page: Page) -> None:
    """The word that was sought, with its last letter taken back."""
    page.locator("#q").focus()
    page.keyboard.press("End")
    page.keyboard.press("Backspace")
    page.locator("#suggestions li").first.wait_for()


def take_out(page: Page) -> None:
    page.locator("[data-keep]").click()
    page.locator("[data-remove]").first.click()
    page.locator("[data-take-back]").wait_for()


def go_to_a_meaning(page: Page) -> None:
    page.evaluate("location.hash = 'may-wish'")
    page.locator("#may-wish:target").wait_for()


@dataclass(frozen=True, slots=True)
class State:
    """A page with something of it opened; on telephones alone, or at every width."""

    kind: str
    open: Callable[[Page], None]
    narrow_only: bool = False


STATES = {
    "menu": State("meetings", open_menu, narrow_only=True),
    "sheet": State("narrowed", open_sheet, narrow_only=True),
    "help": State("recommendation", open_help),
    "all unfolded": State("recommendation", unfold),
    "filters unfolded": State("everything", unfold),
    "document unfolded": State("document", unfold),
    "reasons unfolded": State("topic", unfold),
    "formats of a selection": State("search", open_formats),
    "formats of a meeting": State("meeting", open_formats),
    "formats of a list": State("list", open_formats),
    "what to do with an item": State("recommendation", open_item),
    "references in a text": State("resolve", resolve),
    "suggestions": State("search", suggest),
    "taken out of a list": State("list", take_out),
    "a word of the field": State("help", go_to_a_meaning),
}
