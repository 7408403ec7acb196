"""The application as servers of the suite run it: static files under their plain names, without collectstatic."""

import os

from django.conf import settings

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}

from config.wsgi import application  # noqa: E402

__all__ = ["application"]
