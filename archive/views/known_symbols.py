"""While a page is made, symbols in its texts lead to documents of the archive, others to the United Nations."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from archive.display.text.symbol_links import telling_known_symbols


class KnownSymbols:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with telling_known_symbols():
            return self.get_response(request)
