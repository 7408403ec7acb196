"""What the production server (gunicorn) runs."""

import os

from django.core.wsgi import get_wsgi_application
from django.db.backends.signals import connection_created

from config import shared_figures
from config.limits import hurry, patience

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

# Before the settings are read, and with them whatever counts.
_place = shared_figures.join()

patience.of_readers()
connection_created.connect(hurry)
application = get_wsgi_application()

# When the applications are there.
from archive.derivations.warming import warming  # noqa: E402
from config.postgresql.watching import watch  # noqa: E402

warming.is_wanted = True
watch(_place)
