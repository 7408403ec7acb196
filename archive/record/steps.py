"""From one state of the data to the next: whose facets a change touched, where that is known of every change between.

So a process need not read all anew that it holds of an earlier state. A change of which nothing is noted (a load, an
edited meeting, a restore) parts the states before it from those after.
"""

from collections.abc import Collection

from archive.models import ArchiveState

#: So many changes are remembered: whoever has not asked for longer reads anew.
_MOST_STEPS = 60
#: … of so many recommendations in all: to read anew costs no more then.
_MOST_KEYS = 1_000


def note_step(recommendations: Collection[int]) -> None:
    """The transaction, which has raised the version once, touched what facets say of these recommendations alone."""
    state = ArchiveState.objects.filter(pk=1).values_list("former_token", "token", "steps").first()
    if state is None or len(recommendations) > _MOST_KEYS:
        return
    former, token, steps = state
    noted = [*steps, [former, token, sorted(recommendations)]][-_MOST_STEPS:]
    while sum(len(keys) for *_, keys in noted) > _MOST_KEYS:
        noted.pop(0)
    ArchiveState.objects.filter(pk=1).update(steps=noted)


def touched_between(earlier: str, later: str) -> frozenset[int] | None:
    """The recommendations whose facets may differ between two states, by their tokens; None where nobody knows."""
    steps = ArchiveState.objects.filter(pk=1).values_list("steps", flat=True).first() or []
    before = {token: (former, keys) for former, token, keys in steps}
    found: set[int] = set()
    at = later
    while at != earlier:
        if at not in before:
            return None
        at, keys = before.pop(at)
        found.update(keys)
    return frozenset(found)
