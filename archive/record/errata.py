"""Errata that staff find themselves, and readings that they know where the sources knew none.

Like `decisions`, these functions give what they changed; what is made of it, the caller makes anew.
"""

from collections.abc import Sequence
from typing import Any

from django.contrib.auth.models import User

from archive.models import Document, Erratum, Recommendation
from archive.models.provenance import Sourced
from archive.sources.corrections import Correction, find_words
from archive.sources.errata import Certainty

from .corrections import corrections_as_json, corrections_from_json
from .decisions import paper_of, rows_bearing, settle_erratum
from .history.journal import watch, watch_new, watch_stored
from .history.recorded import recorded_kind
from .touched import Changed

#: An erratum is known by its printed words, and PostgreSQL indexes no more than 2,700 bytes of them.
LONGEST_PRINTED = 1_000
NO_WORDS = "لا ترد «{printed}» كلمةً تامة في هذا النص كما طُبع؛ انسخها منه كما هي."
NOT_ON_LINE = "لا ترد «{printed}» في السطر {line} من المصدر."
WHICH_ONE = (
    "ترد «{printed}» في هذا النص أكثر من مرة ولا يُعرف أيها في السطر {line}؛ "
    "أضف إليها الكلمة التي قبلها أو التي بعدها."
)
KNOWN = "هذا التصويب مسجّل: السطر {line}، «{printed}»."
SAME = "القراءة هي المطبوع نفسه؛ لا شيء يُصوَّب."
BY_HAND = "أُدخل هذا النص يدوياً، فلا مطبوع له يُصوَّب: عدّل النص نفسه."


def places_on_line(
    text: str, printed: str, line: int, first: int | None, lines: Sequence[str] | None
) -> list[tuple[int, int]]:
    """Where the words stand in a printed text that begins on line `first`, those alone that are of this line.

    `lines` are the lines of the source from `first` to the last of the text, where they are at hand; without them
    one place alone can be told. Raises ValueError with a sentence.
    """
    places = find_words(text, printed)
    if not places:
        raise ValueError(NO_WORDS.format(printed=printed))
    if lines is None or first is None:
        if len(places) > 1:
            raise ValueError(WHICH_ONE.format(printed=printed, line=line))
        return places
    by_line = [len(find_words(one, printed)) for one in lines]
    at = line - first
    if not 0 <= at < len(by_line) or not by_line[at]:
        if len(places) == 1 and not any(by_line) and 0 <= at < len(by_line):
            return places  # words that the print parts at a line's end stand on no line by themselves
        raise ValueError(NOT_ON_LINE.format(printed=printed, line=line))
    if sum(by_line) == len(places):
        before = sum(by_line[:at])
        return places[before : before + by_line[at]]
    if len(places) == 1:
        return places
    raise ValueError(WHICH_ONE.format(printed=printed, line=line))


def own_lines(row: Any) -> tuple[int, int] | None:
    """The first and the last line of the row's own text: of a recommendation those before its first letter."""
    if row.first_line is None or row.last_line is None:
        return None
    last: int = row.last_line
    if isinstance(row, Recommendation):
        letters = [item.first_line for item in row.subparagraphs.all() if item.first_line is not None]
        last = min([last, *(line - 1 for line in letters if line > row.first_line)])
    return row.first_line, last


def enter_erratum(
    row: Sourced,
    *,
    line: int,
    printed: str,
    corrected: str,
    places: Sequence[tuple[int, int]],
    note: str = "",
    certainty: Certainty = "doubtful",
    accept: bool = True,
    by: User | None = None,
) -> tuple[Erratum, Changed]:
    """A misread word of this row's printed text, at these places of it; accepted at once, or left to be decided.

    Raises ValueError with a sentence for one that is known, that corrects nothing, or that has no printed text.
    """
    document = paper_of(row)
    if row.entered_by_hand or document is None:
        raise ValueError(BY_HAND)
    erratum = new_erratum(document, line, printed, corrected, certainty, note)
    _mark(row, erratum, places)
    changed = Changed()
    if accept and corrected:
        changed.update(settle_erratum(erratum, Erratum.Decision.ACCEPTED, by=by))
    return erratum, changed


def new_erratum(
    document: Document,
    line: int,
    printed: str,
    corrected: str,
    certainty: Certainty,
    note: str,
    *,
    matched: bool = True,
) -> Erratum:
    """The row alone, staff's own. Raises ValueError with a sentence."""
    if printed == corrected:
        raise ValueError(SAME)
    if Erratum.objects.filter(document=document, line=line, printed=printed).exists():
        raise ValueError(KNOWN.format(line=line, printed=printed))
    erratum = Erratum.objects.create(
        document=document,
        line=line,
        printed=printed,
        corrected=corrected,
        certainty=certainty,
        note=note,
        by_hand=True,
        matched=matched,
        decision=Erratum.Decision.ACCEPTED if certainty == "certain" else Erratum.Decision.WAITING,
    )
    watch_new([erratum])
    return erratum


def give_reading(erratum: Erratum, corrected: str, *, by: User | None = None) -> Changed:
    """What an erratum without a known reading is to say, or another reading than its own; it is in force from now on.

    Raises ValueError with a sentence.
    """
    if corrected == erratum.printed:
        raise ValueError(SAME)
    watch_stored(recorded_kind(erratum), [erratum.pk])
    for row in rows_bearing(erratum):
        watch([row])
        row.corrections = [
            [*one[:2], corrected, *one[3:]] if one[4:] == [erratum.line, erratum.printed] else one
            for one in row.corrections
        ]
        row.save(update_fields=["corrections"])
    erratum.corrected, erratum.by_hand = corrected, True
    return settle_erratum(erratum, Erratum.Decision.ACCEPTED, by=by)


def _mark(row: Any, erratum: Erratum, places: Sequence[tuple[int, int]]) -> None:
    watch([row])
    certainty: Any = erratum.certainty
    added = [
        Correction(start, end, erratum.printed, erratum.corrected, certainty, erratum.line) for start, end in places
    ]
    known = corrections_from_json(row.corrections)
    row.corrections = corrections_as_json(sorted((*known, *added), key=lambda one: (one.start, -one.end)))
    row.save(update_fields=["corrections"])


def mark_and_read(row: Any, erratum: Erratum, places: Sequence[tuple[int, int]], *, by: User | None = None) -> Changed:
    """An erratum of a file that staff bring, at its places in this row; what is certain is read at once."""
    _mark(row, erratum, places)
    if erratum.certainty == Erratum.Certainty.CERTAIN:
        return settle_erratum(erratum, Erratum.Decision.ACCEPTED, by=by)
    return Changed()

