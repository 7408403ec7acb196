"""What a person says of the number at a line, where the sequence is not to decide alone."""

from dataclasses import dataclass
from typing import Literal, get_args

#: "" as it is read; `anew`: a series begins here; `on`: it goes on with one before; `text`: it is no number of a text.
How = Literal["", "anew", "on", "text"]
HOW: tuple[How, ...] = get_args(How)


@dataclass(frozen=True, slots=True)
class GivenNumber:
    """`line` counts from 1; `number` is None where the printed one stands."""

    line: int
    number: int | None = None
    how: How = ""
