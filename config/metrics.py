"""The figures of the service, counted by every worker and added up for whoever asks (config/exposition.py)."""

from typing import Any

from django.contrib.auth.signals import user_login_failed
from prometheus_client import CollectorRegistry, Counter, Histogram

#: Of this process; what the workers share is read from their files.
REGISTRY = CollectorRegistry()

#: Seconds. A kept page takes less than one thousandth, a made one about thirty; beyond five a proxy gives up.
_BUCKETS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)
#: Whatever else is sent is counted together: a label has few values.
_METHODS = frozenset({"GET", "HEAD", "POST", "OPTIONS"})

_requests = Counter(
    "archive_requests", "Requests answered.", ("kind", "method", "status"), registry=REGISTRY
)
_seconds = Histogram(
    "archive_request_seconds",
    "Seconds until the answer began, by kind of page; origin tells made pages from kept ones.",
    ("kind", "origin"),
    buckets=_BUCKETS,
    registry=REGISTRY,
)
_refused_sign_ins = Counter("archive_refused_sign_ins", "Sign-ins that failed.", registry=REGISTRY)


def observe(kind: str, origin: str, method: str, status: int, seconds: float) -> None:
    """Count an answer."""
    _requests.labels(kind, method if method in _METHODS else "other", str(status)).inc()
    _seconds.labels(kind, origin).observe(seconds)


def listen() -> None:
    """Count sign-ins that fail."""
    user_login_failed.connect(_count_refused, dispatch_uid="metrics")


def _count_refused(**_more: Any) -> None:
    _refused_sign_ins.inc()
