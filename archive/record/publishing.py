"""What readers may see: staff publish, take back to a draft, withdraw with a reason.

Like `saving`, these functions give what they changed; what is made of it, the caller makes anew.
"""

from collections.abc import Iterable

from archive.models import Published

from .saving import save_row
from .touched import Changed

_PUBLISHED, _WITHDRAWN = Published.State.PUBLISHED, Published.State.WITHDRAWN


def publish(rows: Iterable[Published]) -> Changed:
    """Show these rows to readers."""
    return _set_state(rows, _PUBLISHED)


def take_back(rows: Iterable[Published]) -> Changed:
    """Make drafts of these rows: readers see them as little as if they had never been."""
    return _set_state(rows, Published.State.DRAFT)


def withdraw(rows: Iterable[Published], because: str) -> Changed:
    """Withdraw these rows: their addresses go on saying what stood there. Raises ValueError without a reason."""
    if not because.strip():
        raise ValueError("اذكر سبب السحب؛ يقرؤه من يفتح رابط ما سُحب.")
    return _set_state(rows, _WITHDRAWN, because.strip())


def _set_state(rows: Iterable[Published], state: str, because: str = "") -> Changed:
    changed = Changed()
    for row in rows:
        if (row.state, row.withdrawn_because) == (state, because):
            continue
        row.state, row.withdrawn_because = state, because
        changed.update(save_row(row))
    return changed
