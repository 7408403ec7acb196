"""Who is to act, as far as a sentence has told: whom it addresses, then whoever is to be asked in turn."""

from collections.abc import Sequence
from dataclasses import dataclass

from archive.vocabulary.addressees import STATES

from .named_addressees import NamedAddressees

#: Those whose part it is to ask others: States, and the bodies in which they meet.
_DELIBERATE = STATES | {"conference", "working_group"}
_MASCULINE = frozenset(["conference", "working_group", "unodc"])


@dataclass(frozen=True, slots=True)
class Doer:
    """Whose turn it is to act. `end`: where the name ends, 0 for one that a pronoun or an earlier clause names."""

    codes: tuple[str, ...]
    feminine: bool
    end: int = 0

    @classmethod
    def named(cls, named: NamedAddressees) -> "Doer":
        return cls(named.codes, named.feminine, named.end)

    @classmethod
    def of_codes(cls, codes: Sequence[str]) -> "Doer":
        """Of those whom an earlier clause named."""
        return cls(tuple(codes), not codes or codes[0] not in _MASCULINE)

    def agrees(self, verb: str) -> bool:
        """Whether they may be the subject of the verb: «تطلب» of States, «يطلب» of the Conference."""
        return (verb[0] == "ت") == self.feminine

    def may_hand_on(self) -> bool:
        return bool(self.codes) and _DELIBERATE.issuperset(self.codes)
