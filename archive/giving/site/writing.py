"""The public pages as files below a folder: asked of the site itself, page by page, as anybody would see them."""

import json
import shutil
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from archive.models import Article, Recommendation, Topic

from ..formats import FORMATS
from ..sitemap import STANDING, read_places
from ..whole import NAMES
from .addresses import SitePlace
from .rewriting import Site, rewrite

#: Lies in every finished export, and tells it from a folder of somebody else's.
MARK = "site.json"
#: Pages that do nothing without a server.
_SERVED = frozenset({"resolve"})

class CannotWrite(Exception):
    """The folder or the site refuses; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the site answers at an address; `location` of a redirect."""

    status: int
    media_type: str
    pieces: Iterable[bytes]
    location: str = ""

    @property
    def body(self) -> bytes:
        return b"".join(self.pieces)


@dataclass(slots=True)
class Writing:
    """`ask` gives what the site answers, `all_texts` the page of all texts with its search in a language, relative to
    the folder's root; `own` is «https://host»; `show` is told how many pages are done, of how many, and the last."""

    ask: Callable[[str], Answer]
    own: str
    all_texts: Callable[[str, SitePlace], bytes]
    note: Callable[[SitePlace], str]
    show: Callable[[int, int, str], None]
    pages: int = 0
    size: int = 0
    files: int = 0
    waiting: deque[SitePlace] = field(default_factory=deque)
    seen: set[SitePlace] = field(default_factory=set)
    led: dict[SitePlace, SitePlace | None] = field(default_factory=dict)

    def write(self, folder: Path, made: datetime) -> None:
        """All of it into an empty folder."""
        languages = {language: self._places_in(language) for language, _name in settings.LANGUAGES}
        searched = {language: SitePlace(self._path("recommendations", language)) for language in languages}
        for places in languages.values():
            self._add(places)
        kept = [place for language in languages for place in self._kept_files(language)]
        self.seen.update(kept)
        site = Site(
            self.own,
            frozenset(searched.values()),
            self._known,
            tuple(sorted((self._path("home", one) for one in languages), key=len, reverse=True)),
            self.note,
        )
        for language, place in searched.items():
            self._put(folder, place, self.all_texts(language, place))
        while self.waiting:
            place = self.waiting.popleft()
            if place not in site.all_texts:
                page = self._asked(place).body.decode()
                self._put(folder, place, rewrite(page, place, site).encode())
            self.pages += 1
            self.show(self.pages, len(self.seen), place.path)
        for place in kept:
            self._put(folder, place, self._asked(place).pieces)
        for address in sorted(site.assets):
            self._put(folder, SitePlace(address), self._asked(SitePlace(address)).pieces)
        told = {"made": made.isoformat(timespec="seconds"), "site": self.own, "pages": self.pages, "bytes": self.size}
        (folder / MARK).write_text(json.dumps(told) + "\n", "utf-8")

    def _path(self, route: str, language: str, *arguments: object) -> str:
        with translation.override(language):
            return reverse(route, args=arguments)

    def _places_in(self, language: str) -> Iterator[SitePlace]:
        for route, arguments, _changed in read_places():
            if route not in _SERVED:
                yield SitePlace(self._path(route, language, *arguments))
        for locator in Recommendation.objects.public().in_official_order().values_list("locator", flat=True):
            yield SitePlace(self._path("lineage", language, locator))
        for slug in Topic.objects.in_use().values_list("slug", flat=True):
            yield SitePlace(self._path("topic_sheet", language, slug))
        for row in Article.objects.values_list("instrument__slug", "number"):
            yield SitePlace(self._path("article_sheet", language, *row))

    def _kept_files(self, language: str) -> Iterator[SitePlace]:
        """The whole archive in every format, and its data."""
        count = Recommendation.objects.public().count()
        for one in FORMATS:
            if count and not one.is_too_long(count):
                yield SitePlace(self._path("selection_file", language, one.ending))
        if language == settings.LANGUAGE_CODE:
            yield from (SitePlace(reverse("data_file", args=[name])) for name in NAMES)

    def _add(self, places: Iterable[SitePlace]) -> None:
        for place in places:
            if place not in self.seen:
                self.seen.add(place)
                self.waiting.append(place)

    def _known(self, place: SitePlace) -> SitePlace | None:
        """The place itself, a view of a page that is there, or what a symbol or an older address leads to."""
        if place in self.seen:
            return place
        if place.view:
            if SitePlace(place.path) in self.seen:
                self._add([place])
                return place
            return None
        if place not in self.led:
            self.led[place] = self._led(place)
        return self.led[place]

    def _led(self, place: SitePlace) -> SitePlace | None:
        first = place.path.strip("/").removeprefix("en/").partition("/")[0]
        if first not in ("symbol", *STANDING):
            return None
        location = self.ask(place.path).location.removeprefix(self.own)
        led = SitePlace(location.partition("#")[0].partition("?")[0])
        return led if location and led in self.seen else None

    def _asked(self, place: SitePlace) -> Answer:
        answer = self.ask(place.address)
        if answer.status != 200:
            raise CannotWrite(f"{self.own}{place.address}: {answer.status} {answer.location}".strip())
        return answer

    def _put(self, folder: Path, place: SitePlace, content: bytes | Iterable[bytes]) -> None:
        path = folder / place.file
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            self.size += sum(file.write(piece) for piece in ([content] if isinstance(content, bytes) else content))
        self.files += 1


def write_site(folder: Path, writing: Writing, made: datetime) -> None:
    """The site in `folder`, in place of an earlier export. Killed at any moment it leaves the earlier one or none.

    Raises CannotWrite for a folder that holds anything else.
    """
    _refuse_others(folder)
    unfinished, former = (folder.with_name(f".{folder.name}.{word}") for word in ("unfinished", "former"))
    if former.exists() and not folder.exists():
        # Killed between the two moves below.
        former.rename(folder)
    shutil.rmtree(unfinished, ignore_errors=True)
    try:
        unfinished.mkdir(parents=True)
        writing.write(unfinished, made)
        shutil.rmtree(former, ignore_errors=True)
        if folder.exists():
            folder.rename(former)
        unfinished.rename(folder)
        shutil.rmtree(former, ignore_errors=True)
    except OSError as fault:
        raise CannotWrite(str(fault)) from fault
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)


def _refuse_others(folder: Path) -> None:
    if not folder.exists():
        return
    if not folder.is_dir():
        raise CannotWrite(f"{folder} is a file; name a folder that is new, empty, or an earlier export.")
    if any(folder.iterdir()) and not (folder / MARK).is_file():
        raise CannotWrite(
            f"{folder} holds other files, and all that lies in it would go; name a folder that is new, empty, or an "
            f"earlier export (one with {MARK} in it)."
        )
