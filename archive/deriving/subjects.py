"""Which subjects a recommendation is about: rules that staff edit, weighed by where their words stand."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import prod

from archive.arabic.analyze import analyze

from .subject_hits import CitedArticle, Hit, SubjectPassage, find_hits
from .subject_rules import PreparedRules, words_of

__all__ = ["Assignment", "CitedArticle", "SubjectInput", "SubjectPassage", "assign_subjects"]

# All figures were set against a person's index of the 171 real recommendations (tests/real/test_subjects.py). As they
# stand: precision .94, recall .97, main subject the same for .86.

# Above this a subject is assigned, where it is not far behind the first one. At .4 precision is .92, at .6 recall .91.
_ENOUGH = 0.5
# A share of the first one's confidence. At .45 precision is .93, at .65 recall .94.
_BEHIND_FIRST = 0.55
# As the index has them: one to three, up to five where lettered items ask for several things.
_AT_MOST, _AT_MOST_WITH_ITEMS = 3, 5
# Above this a broader subject stands beside its narrower one. At .7 precision is .93, at .9 recall a little less.
_FIRM = 0.8
# What lettered items detail counts less where the chapeau itself says what the recommendation is about. At .8 precision
# is .93, .3 gives the same.
_DETAIL = 0.5
# What the title of the agenda item adds: it lifts and never assigns alone, so it stays below `_ENOUGH`.
_AGENDA_ITEM = 0.4
# A rule is never quite sure: 1 is staff's word.
_SURE = 0.99
# How sure words are that stand in rules without making any of them hit: shown as a doubt, below all that rules give.
_TRACE = 0.1
# So many reasons fit the line that staff read.
_REASONS = 3
_DOUBT = "أقرب موضوع بقرائن ضعيفة: "


@dataclass(frozen=True, slots=True)
class SubjectInput:
    """A recommendation: its text or chapeau first, then its lettered items; the title of its agenda item."""

    passages: tuple[SubjectPassage, ...]
    agenda_item: str = ""


@dataclass(frozen=True, slots=True)
class Assignment:
    """A subject with its confidence, 0 to 1, and a sentence for staff that says what speaks for it."""

    topic: str
    confidence: float
    reason: str


@dataclass(frozen=True, slots=True)
class _Case:
    """What one passage says for a topic."""

    confidence: float
    hits: Sequence[Hit]
    label: str = ""


def assign_subjects(record: SubjectInput, rules: PreparedRules) -> list[Assignment]:
    """Give the subjects of a recommendation, the main one first.

    Where no rule is sure, the subject for which most speaks, with a reason that says so; none where nothing of the
    text stands in any rule.
    """
    cases = _cases(record, rules)
    agenda = _agenda_hits(record.agenda_item, rules)
    weighed = {topic: _weighed(case, agenda.get(topic, 0.0)) for topic, case in cases.items()}
    ranked = sorted(weighed, key=lambda topic: (-weighed[topic], rules.order[topic]))
    if not ranked:
        return _nearest(record, rules)
    least = max(_ENOUGH, _BEHIND_FIRST * weighed[ranked[0]])
    sure = _most_specific([topic for topic in ranked if weighed[topic] > least], weighed, rules.parents)
    at_most = _AT_MOST_WITH_ITEMS if len(record.passages) > 1 else _AT_MOST
    chosen = sure[:at_most] or ranked[:1]
    return [
        Assignment(topic, round(weighed[topic], 2), _reason(cases[topic], topic in agenda, sure=bool(sure)))
        for topic in chosen
    ]


def _nearest(record: SubjectInput, rules: PreparedRules) -> list[Assignment]:
    """The subject whose rules share most words with the text, where no rule hits as a whole."""
    shared: dict[str, dict[str, float]] = {}
    for passage in record.passages:
        for word in words_of(analyze(passage.text) if passage.terms is None else passage.terms):
            topics = rules.traces.get(word.stem, [])
            for topic in topics:
                shared.setdefault(topic, {})[passage.text[word.start : word.end]] = 1 / len(topics)
    if not shared:
        return []
    nearest = min(shared, key=lambda topic: (-sum(shared[topic].values()), rules.order[topic]))
    said = "» و«".join(list(shared[nearest])[:_REASONS])
    return [Assignment(nearest, _TRACE, f"{_DOUBT}لم تنطبق قاعدة، ومن كلمات القواعد في النص «{said}».")]


def _most_specific(ranked: Sequence[str], weighed: Mapping[str, float], parents: Mapping[str, str]) -> list[str]:
    """Without the broader subject of one that ranks before it, unless it stands firmly by itself."""
    broader = {parents[topic]: rank for rank, topic in reversed(list(enumerate(ranked))) if topic in parents}
    return [
        topic for rank, topic in enumerate(ranked) if broader.get(topic, rank) >= rank or weighed[topic] > _FIRM
    ]


def _cases(record: SubjectInput, rules: PreparedRules) -> dict[str, _Case]:
    """By topic the passage that says most for it."""
    cases: dict[str, _Case] = {}
    detail = 1.0
    for number, passage in enumerate(record.passages):
        for topic, hits in find_hits(passage, rules).items():
            case = _Case(detail * _joined(hit.share for hit in hits), hits, passage.label)
            if topic not in cases or case.confidence > cases[topic].confidence:
                cases[topic] = case
        if number == 0 and any(case.confidence > _ENOUGH for case in cases.values()):
            detail = _DETAIL
    return cases


def _agenda_hits(title: str, rules: PreparedRules) -> dict[str, float]:
    """How much the title of the agenda item adds to each topic."""
    title_hits = find_hits(SubjectPassage(title), rules.of_agenda_items()) if title else {}
    return {topic: _AGENDA_ITEM * _joined(hit.share for hit in hits) for topic, hits in title_hits.items()}


def _joined(shares: Iterable[float]) -> float:
    """Independent hits together: each takes its share of the doubt that the others leave."""
    return 1 - prod(1 - share for share in shares)


def _weighed(case: _Case, agenda: float) -> float:
    return min(_SURE, _joined((case.confidence, agenda)))


def _reason(case: _Case, by_agenda: bool, *, sure: bool) -> str:
    """«…» with its place for each of the strongest hits; staff read this beside the assignment."""
    said = "؛ ".join(f"{hit.shown} {hit.place.said}" for hit in case.hits[:_REASONS])
    item = f"الفقرة الفرعية ({case.label}): " if case.label else ""
    agenda = "؛ وعنوان بند جدول الأعمال" if by_agenda else ""
    doubt = "" if sure else _DOUBT
    return f"{doubt}{item}{said}{agenda}."
