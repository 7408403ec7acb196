"""The chronological compendium for Word: meetings with their sources, agenda items, recommendations."""

from django.utils.translation import gettext as _

from ..asking import Wishes
from ..compendium import build_paper
from ..given import GivenSelection
from .paper import WordPaper


def write_compendium(given: GivenSelection, wishes: Wishes) -> bytes:
    paper = build_paper(given, wishes)
    word = WordPaper(
        paper.title, paper.bodies, paper.facts, paper.remarks, wishes.digits, given.generated, paper.is_rtl
    )
    for meeting in paper.meetings:
        word.heading(1, meeting.heading)
        if meeting.sources:
            word.line("Sources", _("المصدر: %(symbols)s") % {"symbols": _("، ").join(meeting.sources)})
        for group in meeting.groups:
            if group.heading:
                word.heading(2, group.heading)
            for entry in group.entries:
                word.entry(entry)
    return word.render()
