"""What of a recommendation a reader has before him, read from the address, and the addresses of its other views."""

from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.http import HttpRequest
from django.utils.translation import gettext as _

from archive.filters.page_parameters import MARKS, RECOMMENDATION_PAGE, SOURCE, TEXT
from archive.filters.parameters import ParameterFault, read_form


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


def read_shown(request: HttpRequest, *, has_source: bool) -> tuple[Shown, list[ParameterFault]]:
    """What is asked for; a wish that cannot be followed is named and passed over."""
    asked = read_form(request.GET, RECOMMENDATION_PAGE)
    is_printed = asked[TEXT] == "printed"
    if asked[SOURCE] and not has_source:
        asked.refuse(SOURCE, _("لا وثيقة مصدر لهذه التوصية في الأرشيف؛ عرضنا النص وحده."))
    if asked[MARKS] and is_printed:
        asked.refuse(MARKS, _("تُبرز عبارات المنطوق في نص القراءة وحده؛ عرضنا المطبوع بلا إبراز."))
    return Shown(request.path, is_printed, bool(asked[SOURCE]), bool(asked[MARKS])), asked.faults
