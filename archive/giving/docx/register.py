"""The register of requests for Word: under each meeting the requests, under each what was reported on it."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from ..asking import Wishes
from ..given import GivenSelection
from ..register import build_register
from ..reports import GivenReport
from .paper import WordPaper


def write_register(given: GivenSelection, wishes: Wishes) -> bytes:
    register = build_register(given, wishes)
    word = WordPaper(
        register.title,
        register.bodies,
        register.facts,
        register.remarks,
        wishes.digits,
        given.generated,
        register.is_rtl,
    )
    for meeting in register.meetings:
        word.heading(1, meeting.heading)
        for request in meeting.entries:
            word.entry(request.entry)
            for label, value in request.facts:
                word.line("Under", value, label=label)
            if request.confirmed:
                word.line("Under", "", label=_("ما أُفيد به لاحقاً:"))
            else:
                word.line("Under" if request.suggested else "UnderLast", request.nothing)
            _reports(word, request.confirmed)
            if request.suggested:
                word.line("Under", "", label=_("اقتراحات آلية لم تُراجَع:"))
                _reports(word, request.suggested)
    return word.render()


def _reports(word: WordPaper, reports: Sequence[GivenReport]) -> None:
    for one in reports:
        word.line("Under", one.name)
        word.line("Report", one.text)
