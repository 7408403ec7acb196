"""What a page offers to take away: every format with its words, its address and about how large it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from archive.display.names.language import is_english

from .formats import FORMATS, FileFormat

_MEGABYTE = 1024 * 1024


class OtherLanguages(NamedTuple):
    """The same file in other languages: «بالإنكليزية»; `code` is that of the one, where it is one."""

    name: str
    address: str
    code: str = ""


@dataclass(frozen=True, slots=True)
class FileOffer:
    """`size` and `bytes` say the same about how large the file will be, in words and as a number.

    `further` are its addresses in other languages than the page's own, where there are texts in them.
    """

    ending: str
    name: str
    about: str
    address: str
    size: str
    bytes: int
    further: Sequence["OtherLanguages"]


def build_offers(
    path: str, query: str, count: int, formats: Sequence[FileFormat] | None = None, *, in_languages: bool = False
) -> Sequence[FileOffer]:
    """For the page at `path` (with its last slash) and its query («?…» or nothing), which shows `count` of them.

    `in_languages`: some of its texts are held in English, too.
    """
    return [
        FileOffer(
            one.ending,
            str(one.name),
            str(one.about),
            f"{path}export.{one.ending}{query}",
            _in_words(one.size(count)),
            one.size(count),
            _further(f"{path}export.{one.ending}{query}") if in_languages and one.sets_languages else (),
        )
        for one in (FORMATS if formats is None else formats)
        if not one.is_too_long(count)
    ]


def _further(address: str) -> Sequence[OtherLanguages]:
    joined = f"{address}{'&' if '?' in address else '?'}languages="
    code, name = ("ar", _("بالعربية")) if is_english() else ("en", _("بالإنكليزية"))
    return [OtherLanguages(name, f"{joined}{code}", code), OtherLanguages(_("باللغتين متقابلتين"), f"{joined}ar,en")]


def _in_words(size: int) -> str:
    """«48 ك.ب»: more than whole kilobytes would say what nobody knows."""
    if size >= _MEGABYTE:
        return filesizeformat(size)
    return _("%(size)s ك.ب") % {"size": max(1, round(size / 1024))}
