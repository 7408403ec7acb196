"""The families of papers, one module and one line here for each."""

from collections.abc import Sequence

from .agenda import AGENDA
from .background_paper import BACKGROUND_PAPER
from .compendium import COMPENDIUM
from .conference_report import CONFERENCE_REPORT
from .corrigendum import CORRIGENDUM
from .family import Clues, Family
from .meeting_report import MEETING_REPORT
from .resolution import RESOLUTION
from .secretariat_report import SECRETARIAT_REPORT
from .thematic_compendium import THEMATIC_COMPENDIUM

#: In the order in which they are asked whether a paper is theirs; the first that says yes has it.
FAMILIES: tuple[Family, ...] = (
    CORRIGENDUM,
    THEMATIC_COMPENDIUM,
    CONFERENCE_REPORT,
    MEETING_REPORT,
    COMPENDIUM,
    AGENDA,
    BACKGROUND_PAPER,
    SECRETARIAT_REPORT,
    RESOLUTION,
)
#: What is left: papers that no family recognises.
UNKNOWN = Family(kind="unknown", name_ar="غير معروف", name_en="Unknown", is_known=False)


def _asked(families: Sequence[Family] | None) -> Sequence[Family]:
    """These families; those of the archive where none are given."""
    return FAMILIES if families is None else families


def family_of(kind: str | None, families: Sequence[Family] | None = None) -> Family:
    """Give the family whose code is `kind`, as manifest and database name it; `UNKNOWN` where none has it."""
    return next((family for family in _asked(families) if family.kind == kind), UNKNOWN)


def recognise(clues: Clues, families: Sequence[Family] | None = None) -> Family:
    """Give the first family that recognises a paper by its clues; `UNKNOWN` where none does."""
    return next((family for family in _asked(families) if family.recognises(clues)), UNKNOWN)


def kinds_of(families: Sequence[Family] | None = None) -> tuple[str, ...]:
    """Give the codes that a manifest may declare, in their order."""
    return tuple(sorted(family.kind for family in _asked(families)))


def none_of(families: Sequence[Family] | None = None) -> str:
    """Give what an unknown paper is not, to stand behind «ليست»: «خلاصة توصيات ولا تقرير اجتماع ولا …»."""
    return " ولا ".join(family.no_such for family in sorted(_asked(families), key=lambda family: family.kind))
