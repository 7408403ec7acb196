"""The families of papers, one module and one line here for each."""

from collections.abc import Sequence

from .compendium import COMPENDIUM
from .family import Clues, Family
from .meeting_report import MEETING_REPORT
from .secretariat_report import SECRETARIAT_REPORT

#: In the order in which they are asked whether a paper is theirs; the first that says yes has it.
FAMILIES: tuple[Family, ...] = (
    MEETING_REPORT,
    COMPENDIUM,
    SECRETARIAT_REPORT,
)
#: What is left: papers that no family recognises.
UNKNOWN = Family(kind="unknown", name="غير معروف", is_known=False)


def family_of(kind: str | None, families: Sequence[Family] = FAMILIES) -> Family:
    """Give the family whose code is `kind`, as manifest and database name it; `UNKNOWN` where none has it."""
    return next((family for family in families if family.kind == kind), UNKNOWN)


def recognise(clues: Clues, families: Sequence[Family] = FAMILIES) -> Family:
    """Give the first family that recognises a paper by its clues; `UNKNOWN` where none does."""
    return next((family for family in families if family.recognises(clues)), UNKNOWN)


def kinds_of(families: Sequence[Family] = FAMILIES) -> tuple[str, ...]:
    """Give the codes that a manifest may declare, in their order."""
    return tuple(sorted(family.kind for family in families))


def none_of(families: Sequence[Family] = FAMILIES) -> str:
    """Give what an unknown paper is not, to stand behind «ليست»: «خلاصة توصيات ولا تقرير اجتماع ولا …»."""
    return " ولا ".join(family.no_such for family in sorted(families, key=lambda family: family.kind))
