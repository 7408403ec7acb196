"""Where a page of the site lies in a folder, and how one of them is reached from another without a server."""

import posixpath
import re
from dataclasses import dataclass
from urllib.parse import parse_qsl, quote, unquote, urlsplit

#: Views of a page that have an address of their own only where a server reads it; they lie beside the page.
_VIEW = re.compile(r"page=[1-9]\d{0,6}|text=printed")
#: … of the list of meetings alone: a body's own. Of recommendations it selects, which is another thing.
_OF_BODY = re.compile(r"(?:/en)?/meetings/\?body=[a-z0-9-]+(?:&page=[1-9]\d{0,6})?")
#: What the page of all texts follows without a server; of the rest of a selection nothing is followed.
FOLLOWED = ("q", "meeting", "topic")
#: What a selection may say besides, without another set of texts.
_BESIDE = ("view", "sort", "page_size")


@dataclass(frozen=True, slots=True)
class SitePlace:
    """A page: its path as the server has it, and the view of it («page=2», «text=printed», «body=X»), if not the
    first."""

    path: str
    view: str = ""

    @property
    def address(self) -> str:
        return f"{self.path}?{self.view}" if self.view else self.path

    @property
    def file(self) -> str:
        """Below the folder: «meetings/x/index.html», «topics/y/page-2.html», «data/archive.jsonl.gz»."""
        path = unquote(self.path).lstrip("/")
        if path and not path.endswith("/"):
            return path
        return f"{path}{self.view.replace('=', '-').replace('&', '-') or 'index'}.html"


@dataclass(frozen=True, slots=True)
class LinkTarget:
    """What a link names: `place`, the words asked of a page of texts, the place within the page."""

    place: SitePlace
    query: tuple[tuple[str, str], ...] = ()
    fragment: str = ""


def read_target(link: str, of: SitePlace, own: str) -> LinkTarget | None:
    """What a link on page `of` names within the site; None for what is elsewhere. `own` is «https://host»."""
    if link == own or link.startswith(f"{own}/"):
        link = link[len(own) :] or "/"
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return None
    path = parts.path or of.path
    if not path.startswith("/"):
        path = posixpath.join(posixpath.dirname(of.path), path)
    query = tuple(parse_qsl(parts.query, keep_blank_values=True))
    if _VIEW.fullmatch(parts.query) or _OF_BODY.fullmatch(f"{path}?{parts.query}"):
        return LinkTarget(SitePlace(path, "" if parts.query == "page=1" else parts.query), (), parts.fragment)
    view = "" if parts.path or parts.query else of.view
    return LinkTarget(SitePlace(path, view), query, parts.fragment)


def followed(query: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...] | None:
    """Of a selection what the page of all texts follows; None where it would show others than were asked for."""
    rest = tuple(pair for pair in query if pair[0] not in _BESIDE)
    names = [name for name, _value in rest]
    if any(name not in FOLLOWED or value == "none" for name, value in rest) or len(set(names)) < len(names):
        return None
    return rest


def relative(file: str, of: str) -> str:
    """The way from the file `of` to `file`, both below the same folder."""
    return quote(posixpath.relpath(file, posixpath.dirname(of) or "."))
