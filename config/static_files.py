"""Where the collected files lie, and where it is kept which of them bears which name: not among what is served."""

import logging
from typing import Any

from django.contrib.staticfiles import finders
from django.core.files.storage import FileSystemStorage
from whitenoise.storage import CompressedManifestStaticFilesStorage

from config.environment import VAR_DIR

NAMES = VAR_DIR / "static-names"
_log = logging.getLogger("archive.static_files")


class Storage(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """The list of all files and of their old names is for us, and for nobody who asks the server."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, manifest_storage=FileSystemStorage(location=NAMES), **kwargs)

    def stored_name(self, name: str) -> str:
        """Where the collected files were taken away a page goes without its style sheet: its text is there to read.

        ValueError for a name that no folder has: WhiteNoise asks for such where it takes «init» in jquery.init.js for a
        sum.
        """
        try:
            return str(super().stored_name(name))
        except ValueError:
            if finders.find(name) is None:
                raise
            _log.error("%s was not collected: run manage.py collectstatic and start the server again.", name)
            return name
