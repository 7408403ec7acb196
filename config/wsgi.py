"""What the production server (gunicorn) runs."""

import os

from django.core.wsgi import get_wsgi_application

from config import shared_figures

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

# Before the settings are read, and with them whatever counts.
shared_figures.join()

application = get_wsgi_application()
