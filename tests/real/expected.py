"""What a paper should give and what it gave, compared by the rules of shared/papers/README.md; nothing here parses."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

Found = dict[str, Any]

KINDS = ("cover", "recommendations", "texts", "paragraphs", "sections", "footnotes", "problems")
#: Codes by which a paper says that something of a kind is in doubt; a fault of it is then not silent.
SAYING: dict[str, tuple[str, ...]] = {
    "cover": ("unknown_", "no_title", "doubtful_", "declared_", "contradiction"),
    "recommendations": (
        "no_recommendations",
        "unknown_meeting",
        "doubtful_",
        "unplaced_",
        "empty_",
        "missing_",
        "misprinted_",
        "doubled_",
    ),
    "paragraphs": ("unplaced_", "empty_", "missing_", "misprinted_", "doubled_", "doubtful_"),
    "sections": ("doubtful_", "misprinted_", "unplaced_", "contents_"),
}


@dataclass
class Tally:
    """Right ones of one kind, and the faults, each in words."""

    right: int = 0
    faults: list[str] = field(default_factory=list)

    @property
    def of(self) -> int:
        return self.right + len(self.faults)

    def __str__(self) -> str:
        return f"{self.right}/{self.of}" if self.of else "–"


@dataclass
class Score:
    paper: str
    tallies: dict[str, Tally]
    silent: list[str]


def compare(paper: str, expected: dict[str, Any], found: Found) -> Score:
    """The score of one paper, whose right values are `expected`, read as `found` (inspect_source --json)."""
    tallies = {kind: Tally() for kind in KINDS}
    _cover(expected, found, tallies["cover"])
    if expected.get("recommendations") is not None:
        _recommendations(expected["recommendations"], found, tallies["recommendations"])
    if expected.get("paragraphs") is not None:
        _paragraphs(expected["paragraphs"], found, tallies["paragraphs"], tallies["texts"])
    _sections(expected, found, tallies["sections"])
    _problems(expected, found, tallies["problems"])
    if "footnotes" in expected:
        _check(tallies["footnotes"], "footnotes", expected["footnotes"], len(found["footnotes"]))
    return Score(paper, tallies, _silent(tallies, found))


# kind by kind ────────────────────────────────────────────────────────────────────────────────────────────────


def _cover(expected: dict[str, Any], found: Found, tally: Tally) -> None:
    facts = found["document"]
    own = next((m for m in found["meetings"] if m["number"] == facts["meeting_number"]), {})
    for key, value in expected["document"].items():
        read = facts.get(key)
        if key in ("start", "end"):
            read = facts.get(key) or own.get(key)
        if key == "symbols":
            read = facts.get("symbols", [facts["symbol"]] if facts["symbol"] else [])
        like = _letters if key == "title" else _as_is
        _check(tally, key, value, read, like)
    if "meetings_only" in expected:
        named = {m["number"] for m in [*found["meetings"], *found.get("mentioned_meetings", [])]}
        extra = sorted(named - set(expected["meetings_only"]))
        _check(tally, "meetings that are not", [], extra)


def _recommendations(expected: list[Found], found: Found, tally: Tally) -> None:
    read = found["recommendations"]
    wanted = _keyed(expected, "recommendation")
    given = _keyed(read, "recommendation")
    for key, one in wanted.items():
        other = given.pop(key, None)
        wrong = ["is missing"] if other is None else _unlike(one, other)
        if wrong:
            tally.faults.append(f"recommendation {key}: {'; '.join(wrong)}")
        else:
            tally.right += 1
    tally.faults += [f"recommendation {key}: invented «{one['text'][:40]}»" for key, one in given.items()]


def _paragraphs(expected: list[Found], found: Found, numbers: Tally, texts: Tally) -> None:
    wanted, given = _keyed(expected, "paragraph"), _keyed(found["paragraphs"], "paragraph")
    for key, one in wanted.items():
        other = given.pop(key, None)
        if other is None or not _opens(one, other):
            numbers.faults.append(f"paragraph {key}: {'is missing' if other is None else other['text'][:40]}")
            continue
        numbers.right += 1
        wrong = _unlike(one, other)
        texts.right += not wrong
        texts.faults += [f"text of paragraph {key}: {'; '.join(wrong)}"] * bool(wrong)
    numbers.faults += [f"paragraph {key}: invented «{one['text'][:40]}»" for key, one in given.items()]


def _sections(expected: dict[str, Any], found: Found, tally: Tally) -> None:
    titles = [_letters(one["title"]) for one in found["sections"]]
    if expected.get("sections") is not None:
        wanted = [_letters(title) for title in expected["sections"]]
        in_order = _in_both(wanted, titles)
        tally.right += sum(in_order)
        tally.faults += [
            f"section «{t}» is missing"
            for t, ok in zip(expected["sections"], in_order, strict=True)
            if not ok
        ]
        surplus = Counter(titles) - Counter(wanted)
        tally.faults += [f"section «{title}» is invented" for title in surplus.elements()]
    for title in expected.get("sections_contain", ()):
        _check(tally, f"section «{title}»", True, _letters(title) in titles)
    for title in expected.get("sections_not_twice", ()):
        _check(tally, f"section «{title}» once", 1, titles.count(_letters(title)))


def _problems(expected: dict[str, Any], found: Found, tally: Tally) -> None:
    codes = {one["code"] for one in found["problems"]}
    for code in expected.get("problems_not", ()):
        _check(tally, f"no {code}", False, code in codes)
    for group in expected.get("problems_expected", ()):
        _check(tally, f"one of {group}", True, bool(codes & set(group)))
    texts = [
        found["document"]["title"] or "",
        *(one["title"] for one in found["sections"]),
        *(one["text"] for kind in ("paragraphs", "recommendations", "footnotes") for one in found[kind]),
    ]
    for words in expected.get("not_in_texts", ()):
        _check(tally, f"«{words}» in no text", [], [text[:40] for text in texts if words in text])


def _silent(tallies: dict[str, Tally], found: Found) -> list[str]:
    codes = [one["code"] for one in found["problems"]]
    silent = [fault for fault in tallies["problems"].faults if "in no text" in fault]
    for kind, saying in SAYING.items():
        if not any(code.startswith(saying) for code in codes):
            silent += tallies[kind].faults
    return silent


# how values are compared ─────────────────────────────────────────────────────────────────────────────────────


def _check(tally: Tally, name: str, wanted: Any, read: Any, like: Callable[[Any], Any] | None = None) -> None:
    like = like or _as_is
    right = wanted["one_of"] if isinstance(wanted, dict) and "one_of" in wanted else [wanted]
    if any(like(read) == like(one) for one in right):
        tally.right += 1
    else:
        tally.faults.append(f"{name}: {read!r}, not {wanted!r}")


def _as_is(value: Any) -> Any:
    return value


def _letters(text: str | None) -> str:
    return "".join(char for char in text or "" if char.isalnum() and char != "ـ")


def _keyed(ones: Sequence[Found], what: str) -> dict[tuple[Any, ...], Found]:
    """By meeting, series in the order of their coming, and number; a double counts up."""
    series: dict[Any, dict[int, int]] = defaultdict(dict)
    keyed: dict[tuple[Any, ...], Found] = {}
    for one in ones:
        meeting = one.get("meeting") if what == "recommendation" else None
        order = series[meeting]
        place = order.setdefault(one.get("series", 0), len(order))
        printed = one.get("printed_number") if what == "recommendation" else None
        key: tuple[Any, ...] = (meeting, place, _digits(printed or str(one["number"])))
        while key in keyed:
            key = (*key, "again")
        keyed[key] = one
    return keyed


def _digits(text: str) -> str:
    return text.translate(str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789"))


def _unlike(wanted: Found, read: Found) -> list[str]:
    """What differs of one text: form, number, opening, ending, length, letters."""
    wrong = [
        f"{key} {read.get(key)!r}"
        for key in ("form", "number")
        if key in wanted and read.get(key) != wanted[key]
    ]
    text = read["text"]
    if not _opens(wanted, read):
        wrong.append(f"opens «{text[:40]}»")
    if wanted.get("ends") and not text.rstrip().endswith(wanted["ends"].strip()):
        wrong.append(f"ends «{text[-40:]}»")
    if wanted.get("length") is not None and len(_letters(text)) != wanted["length"]:
        wrong.append(f"length {len(_letters(text))}, not {wanted['length']}")
    if "letters" in wanted and [s["label"] for s in read["subparagraphs"]] != wanted["letters"]:
        wrong.append(f"letters {[s['label'] for s in read['subparagraphs']]}")
    return wrong


# «(أ) …» before the first words where a text begins with its letter
_LABEL = re.compile(r"^\((?:\S|هـ)\)\s*")


def _opens(wanted: Found, read: Found) -> bool:
    opens = wanted.get("opens")
    text = " ".join(read["text"].split())
    return opens is None or text.startswith(opens) or _LABEL.sub("", text).startswith(opens)


def _in_both(wanted: list[str], read: list[str]) -> list[bool]:
    """Which of the wanted stand in `read` in the same order: the longest common sequence."""
    table = [[0] * (len(read) + 1) for _ in range(len(wanted) + 1)]
    for i in range(len(wanted) - 1, -1, -1):
        for j in range(len(read) - 1, -1, -1):
            longest = max(table[i + 1][j], table[i][j + 1])
            table[i][j] = table[i + 1][j + 1] + 1 if wanted[i] == read[j] else longest
    found, j = [False] * len(wanted), 0
    for i, one in enumerate(wanted):
        while j < len(read) and one != read[j] and table[i][j] == table[i][j + 1]:
            j += 1
        if j < len(read) and one == read[j]:
            found[i], j = True, j + 1
    return found
