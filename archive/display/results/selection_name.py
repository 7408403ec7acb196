"""What a selection is called: «توصيات الاجتماع الثالث في الأطفال», for title, heading, history and bookmarks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.utils.html import conditional_escape, escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from archive.filters.active import Chip, build_chips
from archive.filters.kinds import NONE
from archive.filters.selection import Selection
from archive.filters.snapshot import Snapshot

from ..names.language import in_language, is_english, language_of
from ..names.titles import agenda_number

#: A longer question is cut here; the search field holds it whole.
MOST_OF_QUESTION = 60
_ARABIC = re.compile("[\u0600-\u06ff]")
#: What the sentence begins with; the first that is chosen makes the others needless.
_SUBJECTS = ("agenda_item", "meeting", "body")


@dataclass(frozen=True, slots=True)
class SelectionName:
    """For places that take no marks, and for a heading."""

    plain: str
    html: SafeString


@dataclass(frozen=True, slots=True)
class _Part:
    """A sentence with room for a value; `language` is that of the value where it is not the reader's."""

    sentence: str
    value: str
    language: str = ""

    @property
    def plain(self) -> str:
        return self.sentence % {"value": self.value}

    @property
    def html(self) -> str:
        value = conditional_escape(self.value)
        if self.language:
            value = format_html('<bdi lang="{}">{}</bdi>', self.language, self.value)
        return escape(self.sentence) % {"value": value}


def name_selection(snapshot: Snapshot, selection: Selection) -> SelectionName:
    """Words, then what is sought among and what narrows it; several values of a facet follow as «الموضوع: أ أو ب»."""
    question = [_question(selection.q)] if selection.q else []
    chips = [(name, list(found)) for name, found in groupby(build_chips(snapshot, selection), lambda chip: chip.name)]
    single = {
        name: found[0] for name, found in chips if len(found) == 1 and selection.chosen(name) not in ((), (NONE,))
    }
    sentence = list(_sentence(snapshot, selection, single))
    further = [_listed(selection, found) for name, found in chips if name not in single and name != "exact"]
    if not sentence and not question:
        sentence = [_Part("%(value)s", _("التوصيات"))]
    stretches = [stretch for stretch in (question, sentence, *([part] for part in further)) if stretch]
    # Sentences and values are escaped in their parts.
    html = _("، ").join(_continued([" ".join(part.html for part in stretch) for stretch in stretches]))
    plain = _("، ").join(_continued([" ".join(part.plain for part in stretch) for stretch in stretches]))
    return SelectionName(plain, mark_safe(html))


def _continued(stretches: Sequence[str]) -> Iterator[str]:
    """English words begin with a capital only where the name begins."""
    for place, words in enumerate(stretches):
        is_word = is_english() and place and words[:2].isalpha() and words[1].islower()
        yield words[:1].lower() + words[1:] if is_word else words


def _question(q: str) -> _Part:
    is_foreign = is_english() and _ARABIC.search(q) is not None
    return _Part(_("بحث: %(value)s"), Truncator(q).chars(MOST_OF_QUESTION), "ar" if is_foreign else "")


def _sentence(snapshot: Snapshot, selection: Selection, single: dict[str, Chip]) -> Iterator[_Part]:
    subject = next((name for name in _SUBJECTS if name in single), "")
    phrases = {
        "year": _("لعام %(value)s"),
        "addressee": _("إلى %(value)s"),
        "actor": _("المطلوب فيها الإجراء من %(value)s"),
        "topic": _("في «%(value)s»"),
        "article": _("بشأن %(value)s"),
        "verb": _("بعبارة «%(value)s»"),
        "document": _("من الوثيقة %(value)s"),
    }
    if subject:
        yield _subject(snapshot, selection, subject, single[subject])
    elif any(name in single for name in phrases):
        yield _Part("%(value)s", _("توصيات"))
    for name, phrase in phrases.items():
        if name in single:
            yield _valued(phrase, single[name])


def _subject(snapshot: Snapshot, selection: Selection, name: str, chip: Chip) -> _Part:
    if name == "body":
        return _valued(_("توصيات %(value)s"), chip)
    if name == "meeting":
        # Where several bodies meet, its number does not say which one.
        title = _in_a_sentence(chip.value, chip.value_en) + (f" ({chip.note})" if chip.note else "")
        return _Part(_("توصيات %(value)s"), title, language_of(chip.value_en))
    # The number of an item does not say of which meeting.
    item = snapshot.labels["agenda_item"][selection.chosen("agenda_item")[0]]
    meeting = snapshot.labels["meeting"][item.note]
    number = agenda_number(chip.value.partition(". ")[0].removeprefix("البند "))
    sentence = _("توصيات البند %(item)s من جدول أعمال %(meeting)s") % {"item": number, "meeting": "%(value)s"}
    return _Part(sentence, _in_a_sentence(meeting.label, meeting.label_en), language_of(meeting.label_en))


def _in_a_sentence(arabic: str, english: str) -> str:
    """«third meeting»: the English title of a meeting begins with a capital only where it stands alone."""
    name = in_language(arabic, english)
    return name[:1].lower() + name[1:] if is_english() else name


def _valued(sentence: str, chip: Chip) -> _Part:
    return _Part(sentence, in_language(chip.value, chip.value_en), language_of(chip.value_en))


def _listed(selection: Selection, chips: Sequence[Chip]) -> _Part:
    """«الموضوع: أ أو ب»; what is without a value says so itself."""
    if len(chips) == 1 and selection.chosen(chips[0].name) == (NONE,):
        return _valued("%(value)s", chips[0])
    values = _(" أو ").join(in_language(chip.value, chip.value_en) for chip in chips)
    language = next(filter(None, (language_of(chip.value_en) for chip in chips)), "")
    return _Part(chips[0].label.replace("%", "%%") + ": %(value)s", values, language)
