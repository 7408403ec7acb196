"""What was found lately: whoever turns the page or narrows by a facet asks the engine the same again."""

import threading
from array import array
from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from archive.search.match import Hits

#: Of a million records a set takes some hundred thousand bytes at most, of a hundred thousand a tenth of that.
MOST_QUESTIONS = 200

Answer = TypeVar("Answer")


class Latest(Generic[Answer]):
    """So many answers, the latest asked ones. Several requests use it at once."""

    def __init__(self) -> None:
        self._answers: OrderedDict[Hashable, Answer] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, question: Hashable) -> Answer | None:
        with self._lock:
            found = self._answers.get(question)
            if found is not None:
                self._answers.move_to_end(question)
            return found

    def put(self, question: Hashable, answer: Answer) -> None:
        with self._lock:
            self._answers[question] = answer
            while len(self._answers) > MOST_QUESTIONS:
                self._answers.popitem(last=False)

    def forget(self) -> None:
        with self._lock:
            self._answers.clear()


@dataclass(frozen=True, slots=True)
class Remembered:
    """Of one version of the data: what words found, the best of what words and filters found, and the meetings drawn
    together, by how many bars there may be.
    """

    hits: Latest[Hits] = field(default_factory=Latest)
    first: "Latest[array[int]]" = field(default_factory=Latest)
    spans: Latest[Any] = field(default_factory=Latest)

    def forget(self) -> None:
        """For measuring: the next question goes to the engine."""
        self.hits.forget()
        self.first.forget()
