"""The desk's next item: `python -m tests.benchmarks.classifying` on the archive that DATABASE_URL has loaded.

Processor time of a whole page through Django's test client, for every record of every queue that has rows.
"""

import os
import statistics
import time

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.contrib.auth.models import User  # noqa: E402
from django.db import transaction  # noqa: E402
from django.test import Client  # noqa: E402

from archive.admin.classifying.queues import QUEUES  # noqa: E402


def run() -> None:
    """Print median, 95th percentile and worst, in milliseconds, queue by queue; nothing is kept."""
    settings.ALLOWED_HOSTS = ["*"]
    with transaction.atomic():
        person = User.objects.create_superuser("benchmark")
        client = Client()
        client.force_login(person)
        for queue in QUEUES:
            records = queue.rows(person).order_by(queue.record).values_list(queue.record, flat=True).distinct()
            pages = [f"/admin/classify/{queue.code}/{key}/" for key in records]
            for page in pages[:1]:
                client.get(page)
            times = sorted(_milliseconds(client, page) for page in pages)
            if times:
                worst, late = times[-1], times[int(len(times) * 0.95)]
                print(f"{queue.code}: {len(times)}, {statistics.median(times):.0f} / {late:.0f} / {worst:.0f} ms")
        transaction.set_rollback(True)


def _milliseconds(client: Client, page: str) -> float:
    before = time.process_time()
    assert client.get(page).status_code == 200
    return (time.process_time() - before) * 1000


if __name__ == "__main__":
    run()
