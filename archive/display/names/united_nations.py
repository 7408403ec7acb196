"""Where the United Nations keep a document."""

from urllib.parse import quote

from .language import in_language

_DOCUMENTS = "https://docs.un.org"


def un_address(symbol: str) -> str:
    """Of a document or resolution by its symbol, in the reader's language."""
    return f"{_DOCUMENTS}/{in_language('ar', 'en')}/{quote(symbol, safe='/()')}"
