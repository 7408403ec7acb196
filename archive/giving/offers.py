"""What a page offers to take away: every format with its words, its address and about how large it is."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.template.defaultfilters import filesizeformat

from .formats import FORMATS


@dataclass(frozen=True, slots=True)
class FileOffer:
    ending: str
    name: str
    about: str
    address: str
    size: str


def build_offers(path: str, query: str, count: int) -> Sequence[FileOffer]:
    """For the page at `path` (with its last slash) and its query («?…» or nothing), which shows `count` of them."""
    return [
        FileOffer(
            one.ending,
            str(one.name),
            str(one.about),
            f"{path}export.{one.ending}{query}",
            filesizeformat(_rounded(one.size(count))),
        )
        for one in FORMATS
        if not one.is_too_long(count)
    ]


def _rounded(size: int) -> int:
    """Two figures of it: more would say what nobody knows."""
    step = int(10 ** max(0, len(str(size)) - 2))
    return round(size / step) * step
