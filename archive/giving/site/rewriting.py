"""A page of the site as it stands in a folder: links lead to files, and what asks for a server is left out."""

from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlencode

from .addresses import LinkTarget, SitePlace, followed, read_target, relative
from .markup import Element, parse, write

#: A link to one of these is an act that a server does: with the link its words go. Elsewhere the words tell something,
#: and stay without the link.
_ACTS = ("compare/", "list/", "resolve/", "api/", "feeds/")
#: Of these a selection is an act, but the names of rows and columns that lead from a table to itself.
_TABLE = "matrix/"
#: Where a link leads that only a program follows.
_KEPT_RELATIONS = ("stylesheet", "canonical", "icon")
#: What programs of ours read from an element and ask a server for.
_ASKING = ("data-suggestions", "role", "aria-controls", "aria-expanded", "aria-autocomplete", "aria-activedescendant")
#: An element goes with what it held, if nothing is left in it but what names it.
_HOLDERS = frozenset("li ul ol p details dd section nav div span form".split())
_NAMING = frozenset("summary h2 h3".split())


@dataclass(slots=True)
class Site:
    """What the rewriting of a page asks: which places the site holds, and what it has come upon.

    `own` is «https://host»; `all_texts` are the places of the pages that hold all texts; `known` tells whether there
    is such a place, and gives the one that a server would lead to; `note` is the markup of a sentence for every page.
    """

    own: str
    all_texts: frozenset[SitePlace]
    known: Callable[[SitePlace], SitePlace | None]
    prefixes: tuple[str, ...]
    note: Callable[[SitePlace], str] = lambda place: ""
    assets: set[str] = field(default_factory=set)


def rewrite(page: str, place: SitePlace, site: Site) -> str:
    """The page with its links made relative to the file in which `place` lies."""
    tree = parse(page)
    _Page(place, site).mend(tree)
    return write(tree)


class _Page:
    def __init__(self, place: SitePlace, site: Site) -> None:
        self.place, self.site = place, site

    def mend(self, above: Element) -> bool:
        """Everything below `above`, from within. Whether something was left out."""
        kept: list[Element | str] = []
        left_out = False
        for child in above.children:
            if isinstance(child, str):
                kept.append(child)
                continue
            lost_some = self.mend(child)
            if not self._stays(child) or (lost_some and child.name in _HOLDERS and _is_left_empty(child)):
                left_out = True
            else:
                kept.append(child)
            left_out |= lost_some
        if above.name == "header" and above.has_class("site"):
            kept.append(self.site.note(self.place))
        above.children = kept
        return left_out

    def _stays(self, one: Element) -> bool:
        for name in [name for name in one.attributes if name.startswith(("hx-", "data-hx-"))]:
            del one.attributes[name]
        if "data-pick" in one.attributes or "data-list-link" in one.attributes:
            return False
        match one.name:
            case "a":
                return self._link(one)
            case "form":
                return self._form(one)
            case "link":
                return self._head_link(one)
            case "script":
                return self._script(one)
            case "input":
                for name in _ASKING if "data-suggestions" in one.attributes else ():
                    one.attributes.pop(name, None)
        return True

    def _link(self, one: Element) -> bool:
        target = read_target(one.get("href"), self.place, self.site.own) if one.get("href") else None
        if target is None or one.get("href").startswith("#"):
            return True
        found = self._way(target)
        if found:
            one.attributes["href"] = found
            return True
        if self._is_act(target):
            return False
        for name in ("href", "rel", "download", "type", "hreflang", "aria-current"):
            one.attributes.pop(name, None)
        one.name = "span"
        return True

    def _way(self, target: LinkTarget) -> str:
        """The relative address of a target that the site holds; else nothing."""
        if target.place in self.site.all_texts:
            query = followed(target.query)
            if query is None:
                return ""
            words = f"?{urlencode(query)}" if query else ""
            fragment = f"#{target.fragment}" if target.fragment else ""
            return relative(target.place.file, self.place.file) + words + fragment
        if target.query:
            return ""
        place = self.site.known(target.place)
        if place is None:
            return ""
        fragment = f"#{target.fragment}" if target.fragment else ""
        return relative(place.file, self.place.file) + fragment

    def _is_act(self, target: LinkTarget) -> bool:
        path = target.place.path
        prefix = next((one for one in self.site.prefixes if path.startswith(one)), "/")
        rest = path.removeprefix(prefix)
        if rest.startswith(_ACTS) or rest.rpartition("/")[2].startswith("export."):
            return True
        if (not target.query and not target.place.view) or target.place in self.site.all_texts:
            return False
        return not (rest == _TABLE and path == self.place.path)

    def _form(self, one: Element) -> bool:
        """A search of all texts stays, with its words alone; a form of the dialog of keys too."""
        if one.get("method").lower() == "dialog":
            return True
        target = read_target(one.get("action"), self.place, self.site.own)
        if target is None or target.place not in self.site.all_texts:
            return False
        one.attributes["action"] = relative(target.place.file, self.place.file)
        return True

    def _head_link(self, one: Element) -> bool:
        relations = one.get("rel").split()
        if "stylesheet" in relations:
            one.attributes["href"] = self._asset(one.get("href"))
        return any(relation in _KEPT_RELATIONS for relation in relations) or "hreflang" in one.attributes

    def _script(self, one: Element) -> bool:
        """Data for programs, and our own script; what swaps parts of a page asks a server for them."""
        source = one.get("src")
        if not source:
            return True
        if "/js/site." not in source:
            return False
        one.attributes["src"] = self._asset(source)
        return True

    def _asset(self, address: str) -> str:
        self.site.assets.add(address)
        return relative(SitePlace(address).file, self.place.file)


def _is_left_empty(one: Element) -> bool:
    return all(
        child.name in _NAMING or child.is_empty() if isinstance(child, Element) else not child.strip()
        for child in one.children
    )
