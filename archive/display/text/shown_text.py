"""What of a recommendation a reader has before him, read from the address, and the addresses of its other views."""

from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.http import HttpRequest
from django.utils.translation import gettext as _

from archive.display.results.paging import Complaint

from .wished_text import printed_wished


@dataclass(frozen=True, slots=True)
class Shown:
    """The reading text or the printed one, alone or with the place of the source beside it.

    `is_marked`: the operative phrases of the reading text stand out.
    """

    path: str
    is_printed: bool = False
    is_beside: bool = False
    is_marked: bool = False

    @property
    def reading(self) -> str:
        return replace(self, is_printed=False).address

    @property
    def printed(self) -> str:
        return replace(self, is_printed=True, is_marked=False).address

    @property
    def beside(self) -> str:
        return replace(self, is_beside=True).address

    @property
    def alone(self) -> str:
        return replace(self, is_beside=False).address

    @property
    def marked(self) -> str:
        return replace(self, is_printed=False, is_marked=True).address

    @property
    def plain(self) -> str:
        return replace(self, is_marked=False).address

    @property
    def address(self) -> str:
        wishes = {
            "text": "printed" if self.is_printed else "",
            "source": "beside" if self.is_beside else "",
            "marks": "operative" if self.is_marked else "",
        }
        query = urlencode({name: wish for name, wish in wishes.items() if wish})
        return f"{self.path}?{query}" if query else self.path


def read_shown(request: HttpRequest, *, has_source: bool) -> tuple[Shown, list[Complaint]]:
    """What is asked for; a wish that cannot be followed is named and passed over."""
    is_printed, complaints = printed_wished(request)
    source = request.GET.get("source", "")
    if source not in ("", "beside"):
        complaints.append(Complaint("source", source[:40], _("يقبل beside وحدها؛ عرضنا النص وحده.")))
    elif source and not has_source:
        sentence = _("لا وثيقة مصدر لهذه التوصية في الأرشيف؛ عرضنا النص وحده.")
        complaints.append(Complaint("source", source, sentence))
    marks = request.GET.get("marks", "")
    if marks not in ("", "operative"):
        complaints.append(Complaint("marks", marks[:40], _("يقبل operative وحدها؛ عرضنا النص بلا إبراز.")))
    elif marks and is_printed:
        sentence = _("تُبرز الصيغ في نص القراءة وحده؛ عرضنا المطبوع بلا إبراز.")
        complaints.append(Complaint("marks", marks, sentence))
    is_marked = marks == "operative" and not is_printed
    return Shown(request.path, is_printed, source == "beside" and has_source, is_marked), complaints
