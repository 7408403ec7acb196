"""A program that changes the archive of DATABASE_URL as staff do: a text on each line of its input is one change.

It writes the locator of what it changes first, and a line when a change is committed.
"""

import os
import sys

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()

from archive.derivations.by_hand import save_by_hand  # noqa: E402
from archive.models import Recommendation  # noqa: E402
from tests.factories import make_recommendation  # noqa: E402

first = Recommendation.objects.order_by("pk").first() or make_recommendation()
print(first.locator, flush=True)
for line in sys.stdin:
    row = Recommendation.objects.get(pk=first.pk)
    row.chapeau = line.strip()
    save_by_hand(row)
    print("committed", flush=True)
