"""What a page offers to take away: every format with its words, its address and about how large it is."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from .formats import FORMATS, FileFormat

_MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class FileOffer:
    """`size` and `bytes` say the same about how large the file will be, in words and as a number."""

    ending: str
    name: str
    about: str
    address: str
    size: str
    bytes: int


def build_offers(
    path: str, query: str, count: int, formats: Sequence[FileFormat] | None = None
) -> Sequence[FileOffer]:
    """For the page at `path` (with its last slash) and its query («?…» or nothing), which shows `count` of them."""
    return [
        FileOffer(
            one.ending,
            str(one.name),
            str(one.about),
            f"{path}export.{one.ending}{query}",
            _in_words(one.size(count)),
            one.size(count),
        )
        for one in (FORMATS if formats is None else formats)
        if not one.is_too_long(count)
    ]


def _in_words(size: int) -> str:
    """«48 ك.ب»: more than whole kilobytes would say what nobody knows."""
    if size >= _MEGABYTE:
        return filesizeformat(size)
    return _("%(size)s ك.ب") % {"size": max(1, round(size / 1024))}
