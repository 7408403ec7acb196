"""Rules for subjects, analysed once: what each looks for as stems, and what a wrong value is told."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from archive.arabic.analyze import Term, analyze
from archive.vocabulary.addressees import read_addressee_names
from archive.vocabulary.subject_rules import SubjectRule

# som-protocol:18
_ARTICLE = re.compile(r"([a-z0-9]+(?:-[a-z0-9]+)*):([1-9][0-9]*)")


@dataclass(frozen=True, slots=True)
class WordRule:
    """Words by their stems. `share`: what a hit counts in the best place, 0 to 1."""

    topic: str
    stems: tuple[str, ...]
    share: float


#: Rules by the first of their stems, so that a text asks only for those that may hit.
RulesByStem = dict[str, list[WordRule]]


@dataclass(frozen=True)
class PreparedRules:
    """Rules as they are matched.

    `order` gives each topic its rank where confidence does not decide, `parents` its broader topic. `traces` gives
    the topics in whose rules a stem stands at all, `articles` the topics of an article with its share.
    """

    order: dict[str, int]
    parents: Mapping[str, str]
    words: RulesByStem
    phrases: RulesByStem
    exclusions: RulesByStem
    agenda_items: RulesByStem
    articles: dict[tuple[str, int], list[tuple[str, float]]]
    traces: dict[str, list[str]]

    def of_agenda_items(self) -> "PreparedRules":
        """The rules for titles of agenda items alone, as phrases."""
        return replace(self, words={}, phrases=self.agenda_items, exclusions={}, articles={})


def prepare_rules(rules: Iterable[SubjectRule], parents: Mapping[str, str]) -> PreparedRules:
    """Analyse rules for all the records they are to be matched with. A rule whose value says nothing is left out.

    `parents` gives the broader topic of a topic. Topics rank in the order in which the rules first name them.
    """
    prepared = PreparedRules({}, parents, {}, {}, {}, {}, {}, {})
    of_kind = {
        "words": prepared.words,
        "phrase": prepared.phrases,
        "exclusion": prepared.exclusions,
        "agenda_item": prepared.agenda_items,
    }
    for rule in rules:
        prepared.order.setdefault(rule.topic, len(prepared.order))
        share = rule.weight / 10
        if rule.kind == "article":
            if match := _ARTICLE.fullmatch(rule.value.strip()):
                prepared.articles.setdefault((match[1], int(match[2])), []).append((rule.topic, share))
            continue
        words = words_of(analyze(rule.value))
        telling = tuple(word.stem for word in words if not word.plain)
        if not telling:
            continue
        stems = telling if rule.kind == "words" else tuple(word.stem for word in words)
        of_kind[rule.kind].setdefault(stems[0], []).append(WordRule(rule.topic, stems, share))
        if rule.kind in ("words", "phrase"):
            for stem in (stem for stem in telling if stem not in _addressed()):
                topics = prepared.traces.setdefault(stem, [])
                if rule.topic not in topics:
                    topics.append(rule.topic)
    return prepared


@cache
def _addressed() -> frozenset[str]:
    """Words that name those who are asked: they stand everywhere and tell no subject by themselves."""
    names = " ، ".join(one.name for one in read_addressee_names())
    return frozenset(word.stem for word in analyze(names))


def words_of(terms: Sequence[Term]) -> list[Term]:
    """The words of a text without its symbols, whose parts are there."""
    return [term for term in terms if term.kind != "symbol"]


def refuse_value(kind: str, value: str) -> str:
    """The sentence for a value that a rule of this kind cannot have; empty where it can."""
    if kind == "article":
        if _ARTICLE.fullmatch(value.strip()):
            return ""
        return "تُكتب المادة بمعرّف الصك ورقمها وبينهما نقطتان، مثل som-protocol:18."
    if all(word.plain for word in words_of(analyze(value))):
        return "ليس في هذه القيمة كلمة دالة يُبحث عنها: حروف الجر وما شابهها لا تكفي."
    return ""
