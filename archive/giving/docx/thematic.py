"""The thematic index for Word: topics, under each its recommendations; then articles and addressees as tables."""

from django.utils.translation import gettext as _

from archive.display.names.language import is_english

from ..asking import Wishes
from ..given import GivenSelection
from ..thematic import build_thematic
from .paper import WordPaper


def write_thematic(given: GivenSelection, wishes: Wishes) -> bytes:
    index = build_thematic(given, wishes)
    word = WordPaper(
        index.title,
        index.bodies,
        index.facts,
        index.remarks,
        wishes.digits,
        given.generated,
        not is_english(),
    )
    for topic in index.topics:
        word.heading(topic.depth, topic.title)
        if topic.see_also:
            word.line("Sources", _("، ").join(topic.see_also), label=_("انظر أيضاً:"))
        for meeting in topic.meetings:
            word.line("Meeting", meeting.title)
            for entry in meeting.entries:
                word.entry(entry)
    for table in index.tables:
        word.heading(1, table.title)
        word.table(table.heads, table.rows)
    return word.render()
