"""What was recognised of a paper, with what certainty, and what was left out: as data and as lines of a report."""

from collections.abc import Iterable, Mapping
from typing import Any

from archive.parsing.families import family_of
from archive.parsing.problems import Problem
from archive.parsing.structure import ParsedDocument

#: What a report says of a paper. JSON: kept with the run and with what the next load remembers.
Recognised = Mapping[str, Any]

_FACTS = {
    "symbol": "الرمز",
    "relation": "صلتها",
    "title": "العنوان",
    "body": "الهيئة",
    "meeting_number": "الاجتماع أو الدورة",
    "date": "التاريخ",
    "agenda_item": "البند",
    "author": "جهة الإعداد",
    "job_number": "رقم الوظيفة",
}
#: The facts without which a paper is asked about.
_EXPECTED = ("symbol", "title", "body", "date")
#: Problems that say of a fact that it is a guess; where it is not there at all, it is unknown.
_DOUBTS = {
    "doubtful_title": "title",
    "unknown_body_offered": "body",
    "contradicting_body": "body",
    "body_named_otherwise": "body",
    "unknown_meeting": "meeting_number",
}
_RELATIONS = {"addendum": "إضافة إلى", "corrigendum": "تصويب", "revision": "تنقيح"}
_COUNTS = {
    "paragraphs": "الفقرات",
    "clauses": "نصوص بلا رقم",
    "recommendations": "التوصيات",
    "sections": "العناوين",
    "footnotes": "الحواشي",
}
_LONGEST = 70


def recognised_of(parsed: ParsedDocument) -> Recognised:
    """`sure`, `guessed`: facts by name; `unknown`: names; `counts`; `left_out`, `unplaced`: numbers of lines."""
    facts = _facts(parsed)
    doubted = {_DOUBTS[one.code] for one in parsed.problems if one.code in _DOUBTS}
    expected = [*_EXPECTED, *doubted]
    return {
        "kind": parsed.masthead.kind,
        "sure": {name: value for name, value in facts.items() if name not in doubted},
        "guessed": {name: value for name, value in facts.items() if name in doubted},
        "unknown": list(dict.fromkeys(name for name in expected if name not in facts)),
        "counts": {name: len(getattr(parsed, name)) for name in _COUNTS if getattr(parsed, name)},
        "left_out": len(parsed.left_out),
        "unplaced": len(parsed.unplaced),
    }


def as_kept(found: Recognised) -> Recognised:
    """What was kept, its names in the order in which they are told: PostgreSQL orders them by their length."""
    if not found:
        return {}
    facts = {part: {name: found[part][name] for name in _FACTS if name in found[part]} for part in ("sure", "guessed")}
    counts = {name: found["counts"][name] for name in _COUNTS if name in found["counts"]}
    return {
        "kind": found["kind"],
        **facts,
        "unknown": found["unknown"],
        "counts": counts,
        "left_out": found["left_out"],
        "unplaced": found["unplaced"],
    }


def _facts(parsed: ParsedDocument) -> dict[str, str]:
    masthead = parsed.masthead
    values = {
        "symbol": " ".join(masthead.symbols) if len(masthead.symbols) > 1 else masthead.symbol,
        "title": masthead.title.printed,
        "body": masthead.body,
        "meeting_number": masthead.meeting_number,
        "date": masthead.date.isoformat() if masthead.date else None,
        "agenda_item": masthead.agenda_item,
        "author": masthead.author,
        "job_number": masthead.job_number,
    }
    if masthead.relation:
        values["relation"] = f"{_RELATIONS[masthead.relation.kind]} {masthead.relation.symbol or ''}".strip()
    return {name: str(values[name]) for name in _FACTS if values.get(name)}


def recognised_as_lines(found: Recognised) -> list[str]:
    """For a person; nothing for a paper of which nothing was kept."""
    if not found:
        return []
    counts = [f"{_COUNTS[name]} {count}" for name, count in found["counts"].items()]
    lines = [_line("عُرف", [family_of(found["kind"]).name_ar, *_told(found["sure"]), *counts])]
    if found["guessed"]:
        lines.append(_line("أُخذ بالظن", _told(found["guessed"])))
    if found["unknown"]:
        lines.append(_line("لم يُعرف", [_FACTS[name] for name in found["unknown"]]))
    if found["left_out"]:
        lines.append(f"تُرك من أسطر الصفحات وقوائم المحتويات: {found['left_out']}")
    if found["unplaced"]:
        lines.append(f"أسطر لم يُعرف موضعها: {found['unplaced']}")
    return lines


def _told(facts: Mapping[str, str]) -> list[str]:
    return [f"{_FACTS[name]} {_short(value)}" for name, value in facts.items()]


def _short(value: str) -> str:
    return value if len(value) <= _LONGEST else f"{value[:_LONGEST].rsplit(' ', 1)[0]} …"


def _line(name: str, parts: Iterable[str]) -> str:
    return f"{name}: {'؛ '.join(parts)}"


# Problems ------------------------------------------------------------------------------------------------------

#: So many of a kind are told one by one; more are a flood, and one line.
MOST_ALIKE = 3
_GRAVE = ("error", "warning", "info")


def in_order_of_weight(problems: Iterable[Problem]) -> list[Problem]:
    """The gravest first, else as they come."""
    return sorted(problems, key=lambda one: _GRAVE.index(one.severity))


def without_floods(problems: Iterable[Problem]) -> list[tuple[Problem, list[int]]]:
    """Each problem with the lines of its like that are not told by themselves; the gravest first."""
    by_code: dict[str, list[Problem]] = {}
    for one in in_order_of_weight(problems):
        by_code.setdefault(one.code, []).append(one)
    found: list[tuple[Problem, list[int]]] = []
    for alike in by_code.values():
        if len(alike) > MOST_ALIKE:
            found.append((alike[0], [one.line for one in alike[1:]]))
        else:
            found += [(one, []) for one in alike]
    return found
