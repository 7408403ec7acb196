"""What has to be done after rows were saved: whole texts, the index, what rules derive, the data version. Once for all.

Whoever writes does it within `following()`: it may be opened around a whole request, and what is written inside
opens it again without harm (and refuses, where it does, before it writes). The outermost one does the work, in the
transaction of the writing.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.db import transaction

from archive.models import Batch
from archive.record.history.journal import recording
from archive.record.row_kind import Made
from archive.record.saving import compose_whole_texts
from archive.record.scope import ALL, NOTHING, Scope
from archive.record.state import locked_state, raise_data_version
from archive.record.steps import note_step
from archive.record.touched import Changed, Touched, add_all, add_to, touched_by
from archive.search.entries import write_entries_in

from .deriving import KINDS, Derivations, derive_touched
from .digests import forget
from .reading import Reading
from .topic_moves import TopicMoves, assigned_pairs


class Following:
    """What was written so far, and in the end what followed from it."""

    def __init__(self, *, patient: bool = False) -> None:
        self.wrote = False
        self.done = Derivations()
        self.moves = TopicMoves()
        #: What it was written down as, once it is over; None where nothing is other than before.
        self.batch: Batch | None = None
        self._patient = patient
        self._changed = Changed()
        self._touched: Touched = {}
        self._unread: dict[Made, Scope] = {}

    @property
    def waits_for_load(self) -> bool:
        """Of a large archive: what was touched in every text was left to the next load."""
        return any(not kind.compares and kind.name in self.done.left for kind in KINDS)

    def add(self, changed: Changed) -> None:
        """Rows that were saved."""
        self.wrote = True
        self._changed.update(changed)

    def touch(self, touched: Touched) -> None:
        """What is made of rows that are going to be deleted."""
        self.wrote = True
        add_all(self._touched, touched)

    def read_anew(self, made: Made, scope: Scope) -> None:
        """These records are read again though nothing in them has changed."""
        self.wrote = True
        add_to(self._unread, made, scope)

    def everything(self) -> None:
        """All that rules read is to be looked at."""
        add_all(self._touched, {kind.name: ALL for kind in KINDS} | {"joint": ALL})

    def run(self) -> None:
        if self.wrote:
            raise_data_version()  # first of all: it locks the row for which every other writer waits
        add_all(self._touched, touched_by(self._changed))
        texts = compose_whole_texts(self._touched.get("whole_text", NOTHING))
        add_all(self._touched, touched_by(texts))
        write_entries_in(self._touched)
        facets = self._touched.pop("facets", NOTHING)
        self._derive()
        if self.done.tallies and not self.wrote:
            raise_data_version()
        facets |= self.done.facets
        if facets.recommendations is not None and (self.wrote or self.done.tallies):
            note_step(facets.recommendations)

    def _derive(self) -> None:
        for kind in self._changed.rows:
            for reader in kind.read_by:
                if reader.by == kind.name:  # it goes by what staff said of its own rows
                    self.read_anew(reader.by, self._touched.get(reader.by, NOTHING))
        for made, scope in self._unread.items():
            forget(made, scope)
            add_to(self._touched, made, scope)
        if not self._touched:
            return
        if not self.wrote:
            locked_state()
        moves = self._touched.get("topic_assignment", NOTHING) == ALL
        before = assigned_pairs() if moves else {}
        self.done = derive_touched(self._touched, Reading(), patient=self._patient)
        if moves:
            self.moves = TopicMoves.between(before, assigned_pairs())


_open: ContextVar[Following | None] = ContextVar("following", default=None)


@contextmanager
def following(*, patient: bool = False) -> Iterator[Following]:
    """One transaction, at whose end all that follows from what was written in it is done once."""
    outer = _open.get()
    if outer is not None:
        yield outer
        return
    inner = Following(patient=patient)
    token = _open.set(inner)
    try:
        with transaction.atomic(), recording() as journal:
            yield inner
            inner.run()
        inner.batch = journal.batch
    finally:
        _open.reset(token)
