"""What words have found lately: whoever turns the page or narrows by a facet asks the engine the same again."""

import threading
from collections import OrderedDict
from dataclasses import dataclass

from pyroaring import BitMap

from archive.search.match import Hits

#: So many hits of all remembered questions together, at about a hundred bytes each.
MOST_HITS = 300_000
MOST_QUESTIONS = 200


@dataclass(frozen=True, slots=True)
class Answer:
    """What one question found, and the keys of the full hits as a set."""

    hits: Hits
    members: BitMap


class Remembered:
    """Answers of one version of the data, the latest asked ones first to stay. Several requests use it at once."""

    def __init__(self) -> None:
        self._answers: OrderedDict[tuple[str, bool], Answer] = OrderedDict()
        self._hits = 0
        self._lock = threading.Lock()

    def forget(self) -> None:
        """For measuring: the next question goes to the engine."""
        with self._lock:
            self._answers.clear()
            self._hits = 0

    def get(self, typed: str, *, exact: bool) -> Answer | None:
        with self._lock:
            found = self._answers.get((typed, exact))
            if found is not None:
                self._answers.move_to_end((typed, exact))
            return found

    def put(self, typed: str, answer: Answer, *, exact: bool) -> None:
        """Keep an answer, unless the index was stale: then the next one may be better."""
        size = len(answer.hits.full)
        if answer.hits.stale or size > MOST_HITS:
            return
        with self._lock:
            if (typed, exact) in self._answers:
                return
            self._answers[typed, exact] = answer
            self._hits += size
            while self._hits > MOST_HITS or len(self._answers) > MOST_QUESTIONS:
                _question, oldest = self._answers.popitem(last=False)
                self._hits -= len(oldest.hits.full)
