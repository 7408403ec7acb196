"""For servers that speak ASGI; script/server uses config.wsgi."""

import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

application = get_asgi_application()

# When the applications are there.
from config.postgresql.watching import watch  # noqa: E402

watch(os.getpid())
