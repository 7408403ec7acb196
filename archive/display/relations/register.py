"""The register of requests: which clauses of a text ask one of those whom the register is about, and what came of it.

It shows who reported what, and never says whether a request was fulfilled.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from archive.filters.kinds import NONE
from archive.models import OperativeActor, OperativeAddressee, OperativeClause
from archive.models.prepared import Prepared

from ..names.choices import chosen
from .reported import Reports, reports_of

_NOTHING = Reports((), ())


@dataclass(frozen=True, slots=True)
class RequestNote:
    """What stands under a request: who is to act, whom the text addresses, what was reported later."""

    actors: tuple[str, ...]
    addressees: tuple[str, ...]
    reports: Reports

    @property
    def is_addressed_to_others(self) -> bool:
        return self.addressees != self.actors


def asks_of(clause: OperativeClause, actors: Collection[str]) -> bool:
    """Whether the clause asks one of these codes to act; the code of «without» is among them for who is not named."""
    codes = [one.code for one in clause.actors.all()]
    return bool(set(codes) & set(actors)) if codes else NONE in actors


_CLAUSES = Prepared(lambda *keys: OperativeClause.objects.for_display().filter(recommendation__in=keys))


def clauses_of(keys: Collection[int]) -> list[OperativeClause]:
    """The clauses of these recommendations that are in force, those of each in order."""
    return list(_CLAUSES.rows_of(list(keys)))


def build_request_notes(
    keys: Sequence[int], clauses: Iterable[OperativeClause]
) -> dict[int, tuple[RequestNote, ...]]:
    """By the key of the recommendation. `clauses` are those that ask; two queries."""
    reports = reports_of(keys)
    asking: dict[int, list[OperativeClause]] = {key: [] for key in keys}
    for clause in clauses:
        asking[clause.recommendation_id].append(clause)
    return {
        key: (
            RequestNote(
                _names(one for clause in own for one in clause.actors.all()),
                _names(one for clause in own for one in clause.addressees.all()),
                reports.get(key, _NOTHING),
            ),
        )
        for key, own in asking.items()
    }


def _names(rows: Iterable[OperativeActor | OperativeAddressee]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(chosen(one, "code") for one in rows))
