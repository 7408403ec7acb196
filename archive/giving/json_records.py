"""JSON: the records as the interface for programs gives them, as one document or a record a line."""

import json
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from archive.api.fields import RECOMMENDATION

from .asking import Wishes, remarks_of
from .given import GivenSelection, GivenText, read_texts

#: So many records are sent at a time.
_AT_ONCE = 100


def write_json(given: GivenSelection, wishes: Wishes) -> Iterator[bytes]:
    """`{"selection", "generated", "count", "remarks", "results"}`."""
    head = {
        "selection": {"page": given.page, "parameters": [list(pair) for pair in given.pairs],
                      "words": [list(pair) for pair in given.asked]},
        "generated": given.generated.isoformat(timespec="seconds"),
        "count": given.count,
        "remarks": remarks_of(given),
    }  # fmt: skip
    yield f'{_text(head)[:-1]}, "results": ['.encode()
    between = "\n"
    for records in _portions(given):
        yield (between + ",\n".join(records)).encode()
        between = ",\n"
    yield b"\n]}\n"


def write_json_lines(given: GivenSelection, wishes: Wishes) -> Iterator[bytes]:
    """A record a line, and nothing else; what is to be said of the file is `remarks` of the first."""
    remarks = {"remarks": told} if (told := remarks_of(given)) else {}
    for records in _portions(given, remarks):
        yield ("\n".join(records) + "\n").encode()


def record_of(given: GivenSelection, text: GivenText) -> dict[str, Any]:
    """The record; `items` names the lettered item where that alone was asked for."""
    record = RECOMMENDATION.represent(text.row, given.absolute)
    return {**record, "items": [text.locator]} if text.item else record


def _portions(given: GivenSelection, of_first: Mapping[str, Any] = MappingProxyType({})) -> Iterator[list[str]]:
    """`of_first` stands at the end of the first record."""
    records: list[str] = []
    for place, text in enumerate(read_texts(given, with_meaning=True)):
        records.append(_text({**record_of(given, text), **({} if place else of_first)}))
        if len(records) == _AT_ONCE:
            yield records
            records = []
    if records:
        yield records


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
