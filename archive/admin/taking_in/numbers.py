"""What staff say of the numbers of a paper that waits: which one it is, and whether a series starts anew or goes on."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms

from archive.admin.entries import LARGEST_NUMBER
from archive.arabic.digits import to_ascii
from archive.models import Upload
from archive.numbering.given import HOW

from .shown import address_of_line

#: What the reader asks of a number; a person may answer of any other line, too.
_ASKS = frozenset(
    {"misprinted_number", "missing_number", "doubled_number", "unplaced_line", "empty_text"}
    | {"given_number_taken", "unused_given_number"}
)
#: Rows on one page: what is asked beyond them is asked when these are answered.
_MOST = 150
_OPENING = 80
_HOW_NAMES = {"": "كما قُرئ", "anew": "يبدأ من جديد", "on": "تتمة لما سبق", "text": "ليس رقماً بل من النص"}
_NO_NUMBER = "اكتب رقماً من 1 إلى {largest}، مثل 12."
_NO_LINE = "ليس في الملف سطر مكتوب بهذا الرقم بعد غلافه. انظر أرقام الأسطر أدناه."
_TWO_ANSWERS = "هذا السطر مذكور أعلاه؛ صحّح رقمه هناك."
_NOTHING_SAID = "اذكر رقمه، أو كيف يُعدّ."
_TAKEN = "الرقم {number} مطبوع في السطر {other} من العدّ نفسه؛ صحّح ذاك أيضاً، أو اختر رقماً آخر."
_NOT_PRINTED = "لم يُطبع في هذا السطر رقم؛ اذكر رقمه."


@dataclass(frozen=True, slots=True)
class NumberRow:
    """A line whose number is asked for. `asks` are the reader's sentences, `is_given` says that staff have answered."""

    line: int
    address: str
    words: str
    printed: str
    read: str
    asks: tuple[str, ...]
    is_given: bool
    number: Any
    how: Any


class _Number(forms.CharField):
    def __init__(self, label: str, largest: int = LARGEST_NUMBER) -> None:
        self._largest = largest
        widget = forms.TextInput(attrs={"inputmode": "numeric", "dir": "ltr", "aria-label": label})
        super().__init__(label=label, required=False, max_length=20, widget=widget)

    def clean(self, value: Any) -> int | None:
        said = to_ascii(super().clean(value)).strip()
        if not said:
            return None
        if not (said.isascii() and said.isdecimal()) or not 0 < int(said) <= self._largest:
            raise forms.ValidationError(_NO_NUMBER.format(largest=self._largest))
        return int(said)


def _how(label: str) -> forms.ChoiceField:
    choices = [(code, _HOW_NAMES[code]) for code in HOW]
    return forms.ChoiceField(
        label=label, required=False, choices=choices, widget=forms.Select(attrs={"aria-label": label})
    )


class NumbersForm(forms.Form):
    """A row for each number that the reader asks about, one for the line `at`, those that are answered, and one more
    for any line.
    """

    def __init__(self, sent: Any = None, *, upload: Upload, at: str | None = None) -> None:
        self.upload = upload
        self.given: dict[int, tuple[int | None, str]] = {
            line: (number, how) for line, number, how in upload.answers.get("numbers", [])
        }
        self._read: dict[int, list[Any]] = {row[0]: row[1:] for row in upload.reading.get("numbers", [])}
        self._words = {number: text for number, text, role, *_more in upload.reading.get("lines", []) if _holds(role)}
        self._asks = _asked(upload.reading)
        self._begins = _beginnings(upload.reading)
        wanted = _as_line(at) if at else 0
        lines = sorted({*self._asks, *self.given, *self._begins, *_lines_sent(sent), wanted} & self._words.keys())
        self.left_out = max(0, len(lines) - _MOST)
        first = {*self.given, wanted}
        self._lines = sorted(sorted(lines, key=lambda line: (line not in first, line))[:_MOST])
        self.is_asked = bool(wanted or sent or self._asks.keys() & set(self._lines))
        initial: dict[str, Any] = {f"number_{line}": number for line, (number, _how) in self.given.items()}
        initial |= {f"how_{line}": how for line, (_number, how) in self.given.items()}
        super().__init__(sent, initial=initial)
        for line in self._lines:
            self.fields[f"number_{line}"] = _Number(f"رقم السطر {line}")
            self.fields[f"how_{line}"] = _how(f"عدّ السطر {line}")
        self.fields["other_line"] = _Number("سطر آخر", 9_999_999)
        self.fields["other_number"] = _Number("رقم السطر الآخر")
        self.fields["other_how"] = _how("عدّ السطر الآخر")

    def rows(self) -> list[NumberRow]:
        """The lines in their order, each with its two fields."""
        found = []
        for line in self._lines:
            kind, printed, read, _series = self._read.get(line, ("", "", "", 0))
            words = " ".join(self._words[line].split())
            asks = (*self._asks.get(line, ()), *self._begins.get(line, ()))
            number, how = self[f"number_{line}"], self[f"how_{line}"]
            name = f"{kind} {read}".strip()
            is_given = line in self.given
            row = NumberRow(line, address_of_line(line), words[:_OPENING], printed, name, asks, is_given, number, how)
            found.append(row)
        return found

    @property
    def other(self) -> dict[str, Any]:
        """The row for a line that nobody asked about."""
        return {name: self[f"other_{name}"] for name in ("line", "number", "how")}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        for line in self._lines:
            self._settle(cleaned, line, f"number_{line}", f"how_{line}")
        other, said = cleaned.get("other_line"), cleaned.get("other_number") or cleaned.get("other_how")
        if "other_line" in self.errors:
            pass
        elif (other is None and said) or (other is not None and other not in self._words):
            self.add_error("other_line", _NO_LINE)
        elif other in self._lines:
            self.add_error("other_line", _TWO_ANSWERS)
        elif other is not None and not said:
            self.add_error("other_number", _NOTHING_SAID)
        elif other is not None:
            self._settle(cleaned, other, "other_number", "other_how")
        return cleaned

    def _settle(self, cleaned: Mapping[str, Any], line: int, number: str, how: str) -> None:
        """Where no number is printed, one is to be said with the series; one that another line prints is not free."""
        said, counted = cleaned.get(number), cleaned.get(how)
        prints_one = line in self._read and bool(self._read[line][1])
        if counted in ("anew", "on") and not said and not prints_one:
            self.add_error(number, _NOT_PRINTED)
        elif said and not counted and (other := self._that_prints(said, line, cleaned)):
            self.add_error(number, _TAKEN.format(number=said, other=other))

    def _that_prints(self, number: int, line: int, cleaned: Mapping[str, Any]) -> int | None:
        """Another line of the series of this one that prints the number as its own, and of which nothing is said."""
        before = [self._read[one] for one in sorted(self._read) if one <= line]
        if not before:
            return None
        kind, _printed, _read, series = before[-1]
        for other, (its_kind, printed, read, its_series) in sorted(self._read.items()):
            said = cleaned.get(f"number_{other}") or cleaned.get(f"how_{other}")
            if other == line or said or (its_kind, its_series, read) != (kind, series, number):
                continue
            if re.fullmatch(rf"{number}(?![0-9]).*", to_ascii(printed)):
                return other
        return None

    def answers(self) -> dict[str, Any]:
        """The answers until now, with what was said of numbers in the place of what was."""
        cleaned = self.cleaned_data
        rows = [(line, cleaned[f"number_{line}"], cleaned[f"how_{line}"]) for line in self._lines]
        rows.append((cleaned["other_line"], cleaned["other_number"], cleaned["other_how"]))
        shown = {line for line, _number, _how in rows}
        rows += [(line, *said) for line, said in self.given.items() if line not in shown]
        said = [[line, number, how] for line, number, how in rows if line and (number or how)]
        rest = {name: value for name, value in self.upload.answers.items() if name != "numbers"}
        return {**rest, "numbers": sorted(said)} if said else rest


def _holds(role: str) -> bool:
    """Whether a line of this role may bear a number."""
    return role not in ("blank", "masthead", "furniture", "contents")


def _asked(reading: Mapping[str, Any]) -> dict[int, tuple[str, ...]]:
    found: dict[int, tuple[str, ...]] = {}
    for one in reading.get("problems", []):
        if one["code"] in _ASKS and one["line"]:
            found[one["line"]] = (*found.get(one["line"], ()), one["message"])
    return found


def _beginnings(reading: Mapping[str, Any]) -> dict[int, tuple[str, ...]]:
    """The first number of each further series: it could go on with the one before."""
    seen: set[tuple[str, int]] = set()
    found: dict[int, tuple[str, ...]] = {}
    for line, kind, _printed, _number, series in reading.get("numbers", []):
        if (kind, series) not in seen and any(one == kind for one, _series in seen):
            found[line] = ("يبدأ العدّ هنا من جديد.",)
        seen.add((kind, series))
    return found


def _as_line(said: str) -> int:
    figures = to_ascii(said)
    return int(figures) if figures.isascii() and figures.isdecimal() and len(figures) < 8 else 0


def _lines_sent(sent: Any) -> set[int]:
    """The lines of the rows that a form shows, also of one that was opened for a line."""
    names = [name for name in sent or () if name.startswith("number_")]
    return {_as_line(name.removeprefix("number_")) for name in names}
