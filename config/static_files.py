"""Where the collected files lie, and where it is kept which of them bears which name: not among what is served."""

from typing import Any

from django.core.files.storage import FileSystemStorage
from whitenoise.storage import CompressedManifestStaticFilesStorage

from config.environment import VAR_DIR

NAMES = VAR_DIR / "static-names"


class Storage(CompressedManifestStaticFilesStorage):
    """The list of all files and of their old names is for us, and for nobody who asks the server."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, manifest_storage=FileSystemStorage(location=NAMES), **kwargs)
