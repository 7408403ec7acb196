"""A typed text that names meetings beside a subject asks for both: «توصيات الاجتماعات 1 إلى 3 في الأطفال».

The meetings become values of their facet; what stands beside them becomes the topic that alone has these words in its
name, and else stays words to search for. The page shows both as chips, so that a misreading can be taken back.
"""

import re

from archive.arabic.analyze import analyze
from archive.citing.number_lists import read_list
from archive.citing.plain import plain, plain_with_offsets

from .selection import Selection
from .snapshot import Snapshot

#: «في الاجتماعات», «الاجتماعين», «of the meetings», in a folded text.
_MEETINGS = re.compile(
    r"(?<!\w)(?:في\s+)?(?:ال)?(?P<word>اجتماعات|اجتماعين|اجتماعان)(?!\w)"
    r"|(?<!\w)(?:(?:of|from|at|in)\s+)?(?:the\s+)?meetings(?!\w)"
)
#: What only says that recommendations are meant, before the subject.
_ASKING = re.compile(
    r"\s*(?:(?:جميع|كل|ما|all|the)\s+)*(?:(?:ال)?توصيات|اوصت به|recommendations?)?(?!\w)\s*"
    r"(?:(?:في|بشان|عن|حول|المتعلقه ب|الخاصه ب|on|about|concerning|regarding)(?:\s+|(?<=ب)))?"
)
_BETWEEN = " ،,:؛"
_TAIL = re.compile(r"\s*(?:(?:من|of|from|في|in)\s*)?$")


def read_typed_selection(selection: Selection, snapshot: Snapshot) -> Selection | None:
    """The selection that the typed words ask for; None where they name no meetings, or some that are not here.

    A reader who insists on the words, or who has chosen meetings already, is not read otherwise.
    """
    if not selection.q or selection.exact or selection.values.get("meeting"):
        return None
    text, offsets = plain_with_offsets(selection.q)
    named = _MEETINGS.search(text)
    if named is None:
        return None
    entries = read_list(text, named.end(), plural=True, dual=(named["word"] or "").endswith(("ين", "ان")))
    numbers = {number for entry in entries for number in entry.numbers}
    meetings = _of_one_body(numbers, snapshot) if len(numbers) > 1 else ()
    if not meetings or any(entry.parts for entry in entries):
        return None
    beside = _beside(text, 0, named.start()), _beside(text, entries[-1].end, len(text))
    rest = " ".join(selection.q[offsets[start] : offsets[end - 1] + 1] for start, end in beside if start < end)
    topic = _only_topic(rest, snapshot) if rest and not selection.values.get("topic") else None
    values = {**selection.values, "meeting": meetings} | ({"topic": (topic,)} if topic else {})
    return selection.changed(q="" if topic else rest, values=values)


def _of_one_body(numbers: set[int], snapshot: Snapshot) -> tuple[str, ...]:
    """The meetings of these numbers, where one body with recommendations alone has them all; else none."""
    held = {shelf.body for shelf in snapshot.shelves if shelf.keys}
    names = {row.key: row.value for row in snapshot.rows["meeting"] if row.value}
    found = {}
    for body in held:
        of_body = {shelf.number: names.get(shelf.meeting) for shelf in snapshot.shelves if shelf.body == body}
        slugs = [of_body.get(number) for number in numbers]
        if slugs and all(slugs):
            found[body] = tuple(sorted(slug for slug in slugs if slug))
    return next(iter(found.values())) if len(found) == 1 else ()


def _beside(text: str, start: int, end: int) -> tuple[int, int]:
    """Where between these places stands what is asked about, without the words that only ask."""
    asking = _ASKING.match(text, start, end)
    start = max(start, asking.end() if asking else start)
    tail = _TAIL.search(text, start, end)
    end = tail.start() if tail else end
    while start < end and text[start] in _BETWEEN:
        start += 1
    while start < end and text[end - 1] in _BETWEEN:
        end -= 1
    return start, end


def _only_topic(words: str, snapshot: Snapshot) -> str | None:
    """The topic of this name, or the only one whose name has all the words, in either language."""
    asked = {term.stem for term in analyze(words)}
    found, whole = set(), set()
    for slug, topic in snapshot.labels["topic"].items():
        for name in filter(None, (str(topic.label), topic.label_en)):
            if asked and asked <= {term.stem for term in analyze(name)}:
                found.add(slug)
            if plain(name) == plain(words):
                whole.add(slug)
    only = whole or found
    return next(iter(only)) if len(only) == 1 else None
