"""All that can be taken away: the page, and the whole archive as files, built anew when the data have changed."""

import re
import shutil
import threading
from functools import partial
from pathlib import Path

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from archive.filters.examples import example_recommendation
from archive.filters.snapshot import current_snapshot
from archive.giving.offers import build_offers
from archive.giving.whole import NAMES, build_files
from archive.models import ArchiveState, Recommendation

_MEDIA_TYPES = {".gz": "application/gzip", "": "text/plain; charset=utf-8"}
_RANGE = re.compile(r"bytes=(?P<first>\d*)-(?P<last>\d*)")
# Those of before states had names were called by the number of a version.
_NAMED_BY_STATE = re.compile(r"[0-9a-f]{32}|\d+")
_building = threading.Lock()


def data(request: HttpRequest) -> HttpResponse:
    snapshot = current_snapshot()
    key = example_recommendation(snapshot)
    row = (
        Recommendation.objects.public().select_related("meeting").filter(pk=key).first()
        if key is not None
        else None
    )
    count = len(snapshot.everything)
    context = {
        "count": count,
        "offers": build_offers(reverse("recommendations"), "", count) if count else (),
        "names": NAMES,
        "examples": _examples(row) if row else (),
    }
    return render(request, "archive/data.html", context)


def _examples(row: Recommendation) -> list[str]:
    """Addresses of this archive, in the language of the page."""
    feed, meeting = reverse("recommendations_feed"), row.meeting
    return [
        f"{row.get_absolute_url()}export.docx",
        f"{meeting.get_absolute_url()}export.xlsx",
        f"{reverse('recommendations')}export.ris?meeting={meeting.slug}",
        f"{feed}?meeting={meeting.slug}",
        reverse("api:docs"),
    ]


@require_safe
def data_file(request: HttpRequest, name: str) -> HttpResponseBase:
    """One of the files, whole or the range of bytes that is asked for."""
    if name not in NAMES:
        raise Http404
    path = _current(request) / name
    size = path.stat().st_size
    tag = f'"{path.parent.name}-{size}"'
    first, last = _range(request.headers.get("Range", ""), size)
    if request.headers.get("If-Range", tag) != tag:
        first, last = 0, size - 1
    headers = {"Accept-Ranges": "bytes", "ETag": tag, "X-Robots-Tag": "noindex"}
    if first > last:
        return HttpResponse(status=416, headers={**headers, "Content-Range": f"bytes */{size}"})
    media_type = _MEDIA_TYPES[path.suffix]
    if (first, last) == (0, size - 1):
        return FileResponse(path.open("rb"), as_attachment=True, content_type=media_type, headers=headers)
    with path.open("rb") as file:
        file.seek(first)
        part = file.read(last - first + 1)
    span = {"Content-Range": f"bytes {first}-{last}/{size}", "Content-Encoding": "identity"}
    return HttpResponse(part, status=206, content_type=media_type, headers={**headers, **span})


def _range(asked: str, size: int) -> tuple[int, int]:
    """First and last byte. What is no single range asks for everything; one beyond the end has first > last."""
    match = _RANGE.fullmatch(asked)
    if match is None or not (match["first"] or match["last"]):
        return 0, size - 1
    if not match["first"]:
        return max(0, size - int(match["last"])), size - 1
    last = int(match["last"]) if match["last"] else size - 1
    return int(match["first"]), min(last, size - 1)


def _current(request: HttpRequest) -> Path:
    """The folder of this state of the data, built where it is not there; older ones go."""
    host = re.sub(r"[^a-z0-9.]", "-", f"{request.scheme}-{request.get_host()}".lower())
    home = Path(settings.ARCHIVE_DATA) / host
    with _building:
        while not (folder := home / (state := _state())).exists():
            build_files(folder, request.build_absolute_uri, partial(_is_in, state))
            for old in home.iterdir():
                if old != folder and _NAMED_BY_STATE.fullmatch(old.name):
                    shutil.rmtree(old, ignore_errors=True)
    return folder


def _is_in(state: str) -> bool:
    return _state() == state


def _state() -> str:
    versions = ArchiveState.objects.versions()
    return versions.token if versions else "0"
