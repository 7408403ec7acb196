"""All that is asked outside the desk is asked as readers see, to the last line of an answer that is streamed."""

from collections.abc import Callable, Iterator
from typing import Any

from django.http import FileResponse, HttpRequest, HttpResponse, StreamingHttpResponse

from archive.models.publication import as_readers_see

_DESK = "/admin/"


class ReadersSee:
    """A middleware: drafts and what was withdrawn are found at the desk alone."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path_info.startswith(_DESK):
            return self.get_response(request)
        with as_readers_see():
            response: Any = self.get_response(request)
        if isinstance(response, StreamingHttpResponse) and not isinstance(response, FileResponse):
            # Its lines are read when this has long ended.
            response.streaming_content = _as_readers_see(iter(response))
        written: HttpResponse = response
        return written


def _as_readers_see(chunks: Iterator[bytes]) -> Iterator[bytes]:
    while True:
        with as_readers_see():
            chunk = next(chunks, None)
        if chunk is None:
            return
        yield chunk
