"""The rules that new subjects start with: those of the data, their articles, and else the words of their labels."""

from collections import Counter
from collections.abc import Iterable, Sequence

from archive.arabic.analyze import analyze
from archive.sources.subjects import Subject
from archive.vocabulary.subject_rules import SubjectRule

from .subject_rules import words_of

# An article of one subject alone is enough where it is what is asked for; one that subjects share is not. On the real
# recommendations 7 and 9 give the same as 8; 4 in place of 5 loses one assignment, 6 gives the same.
_ITS_ARTICLE, _SHARED_ARTICLE = 8, 5
# By the scale of the data file: just enough by itself, so that a new subject finds something. Every subject of the real
# tree has rules of its own, so that nothing there tells more.
_LABEL_WORD = 6


def starting_rules(subjects: Sequence[Subject], data: Iterable[SubjectRule]) -> tuple[SubjectRule, ...]:
    """Give the rules of the subjects in their order; `data` are the rules at hand for any subject."""
    data = list(data)
    cited = Counter((subject.instrument, number) for subject in subjects for number in subject.articles)
    found: list[SubjectRule] = []
    for subject in subjects:
        own = [rule for rule in data if rule.topic == subject.slug]
        known = {rule.value for rule in own if rule.kind == "article"}
        articles = [
            SubjectRule(
                subject.slug,
                "article",
                f"{subject.instrument}:{number}",
                _ITS_ARTICLE if cited[subject.instrument, number] == 1 else _SHARED_ARTICLE,
            )
            for number in subject.articles
            if f"{subject.instrument}:{number}" not in known
        ]
        found += [*(own or _label_words(subject)), *articles]
    return tuple(found)


def _label_words(subject: Subject) -> list[SubjectRule]:
    """A subject for which nothing is known yet is told by the words of its label."""
    label = subject.label_ar
    words = {term.stem: label[term.start : term.end] for term in words_of(analyze(label)) if not term.plain}
    return [SubjectRule(subject.slug, "words", word, _LABEL_WORD) for word in words.values()]
