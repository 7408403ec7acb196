"""/metrics in the format of Prometheus: the figures of all workers, and the state of the archive as it is now.

For whoever has the token (ARCHIVE_METRICS_TOKEN), and, where no proxy stands before us, for this machine itself. To
anybody else there is no such address. Stands before the check of the host: who watches asks for 127.0.0.1.
"""

import hmac
import time
from collections.abc import Callable, Iterable, Iterator
from ipaddress import ip_address
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

from archive.models import Document, ImportRun, Paragraph, Recommendation
from archive.models.databases import copies
from archive.record.replicas import replicas
from archive.search.stamp import state_of_index
from config import environment
from config.metrics import REGISTRY

PATH = "/metrics"
#: By any of these somebody else's request comes through a proxy, whether we were told of it or not.
_OF_PROXIES = ("X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Forwarded", "Via")


class Exposition:
    """Answers the one address, and lets everything else through."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.path_info != PATH or not may_read(request):
            return self.get_response(request)
        return HttpResponse(
            figures(), content_type=CONTENT_TYPE_LATEST, headers={"Cache-Control": "no-store"}
        )


def may_read(request: HttpRequest) -> bool:
    """Whether the figures are for whoever asks."""
    token = settings.ARCHIVE_METRICS_TOKEN
    shown = request.headers.get("Authorization", "")
    if token and hmac.compare_digest(shown.encode(), f"Bearer {token}".encode()):
        return True
    if settings.BEHIND_PROXY or any(name in request.headers for name in _OF_PROXIES):
        return False
    try:
        return ip_address(request.META.get("REMOTE_ADDR", "")).is_loopback
    except ValueError:
        return False


def figures() -> bytes:
    """Everything, as Prometheus reads it."""
    registry = CollectorRegistry()
    folder = environment.shared_figures()
    # Where somebody took the folder away each worker goes on with its own.
    if folder and Path(folder).is_dir():
        MultiProcessCollector(registry, path=folder)  # type: ignore[no-untyped-call]
        registry.register(ArchiveNow())
        return generate_latest(registry)
    registry.register(ArchiveNow())
    return generate_latest(REGISTRY) + generate_latest(registry)


class ArchiveNow(Collector):
    """What the database says at this moment: it knows of every worker's and every command's work."""

    def collect(self) -> Iterable[Metric]:
        yield from _of_replicas()
        started = time.perf_counter()
        try:
            with connection.cursor() as cursor:
                cursor.execute("SELECT 1")
            answered = time.perf_counter() - started
            told = list(_of_archive())
        except DatabaseError:
            yield GaugeMetricFamily("archive_database_up", "1 while the database answers.", 0)
            return
        yield GaugeMetricFamily("archive_database_up", "1 while the database answers.", 1)
        yield GaugeMetricFamily("archive_database_seconds", "Seconds for the shortest question.", answered)
        yield from told


def _of_replicas() -> Iterator[Metric]:
    """As this worker sees them: each asks for itself."""
    if not copies():
        return
    read = GaugeMetricFamily("archive_replica_read", "1 while readers may read from it.", labels=("replica",))
    behind = GaugeMetricFamily("archive_replica_seconds_behind", "How far it is behind.", labels=("replica",))
    for alias in copies():
        read.add_metric((alias,), int(not replicas.fault(alias)))
        seconds = replicas.seconds_behind(alias)
        if seconds is not None:
            behind.add_metric((alias,), seconds)
    yield read
    yield behind


def _of_archive() -> Iterator[Metric]:
    rows = GaugeMetricFamily("archive_rows", "Rows of the archive.", labels=("kind",))
    for model in (Document, Paragraph, Recommendation):
        rows.add_metric((str(model._meta.model_name),), model.objects.count())
    yield rows
    yield GaugeMetricFamily(
        "archive_index_current", "1 while the search index is there and of this analyser.",
        int(state_of_index().is_current),
    )  # fmt: skip
    loads = GaugeMetricFamily("archive_loads", "Loads by how they ended.", labels=("status",))
    for status in ImportRun.Status.values:
        loads.add_metric((status,), ImportRun.objects.filter(status=status).count())
    yield loads
    last = GaugeMetricFamily("archive_last_load", "When the last load ended, by how it ended.", labels=("status",))
    run = ImportRun.objects.exclude(finished_at=None).order_by("-finished_at").first()
    if run is not None and run.finished_at is not None:
        last.add_metric((run.status,), run.finished_at.timestamp())
    yield last
