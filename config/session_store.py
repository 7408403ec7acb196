"""Sessions in the database, as Django keeps them, but for one thing: that the moment of the last use could not be
written, since somebody else holds the database, is no reason to answer 400 to what has been saved by then. Nor is it
one to refuse what is read from a copy while the database that takes the writing is dead.
"""

import logging

from django.contrib.sessions.backends import db
from django.contrib.sessions.backends.base import UpdateError
from django.db import DatabaseError

from archive.models.databases import reads_a_copy
from archive.record.troubles import DEAD, LOCKED, READ_ONLY, SLOW, trouble_of

log = logging.getLogger(__name__)


class SessionStore(db.SessionStore):
    @classmethod
    def get_model_class(cls) -> type:
        return db.SessionStore.get_model_class()

    def save(self, must_create: bool = False) -> None:
        """Raises UpdateError where the session is gone; one that is there and locked stays as it is until the next
        request.
        """
        try:
            super().save(must_create)
        except UpdateError as error:
            cause = error.__context__
            trouble = trouble_of(cause) if isinstance(cause, DatabaseError) else None
            if trouble not in (LOCKED, SLOW) and not (trouble in (DEAD, READ_ONLY) and reads_a_copy()):
                raise
            log.warning("a session was not written: %s", trouble.sentence if trouble else "")
