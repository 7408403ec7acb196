"""Where the United Nations keep a document."""

import re
from urllib.parse import quote

from archive.vocabulary.symbols import is_symbol

from .language import in_language

_DOCUMENTS = "https://docs.un.org"
# S/RES/2133 (2014)
_YEAR_BEHIND = re.compile(r"\s?\((?:19|20)[0-9]{2}\)$")


def un_address(symbol: str, language: str = "") -> str:
    """Of a document or resolution by its symbol, in the language or else the reader's; empty for a job number, which
    has none.
    """
    if not is_symbol(_YEAR_BEHIND.sub("", symbol)):
        return ""
    return f"{_DOCUMENTS}/{language or in_language('ar', 'en')}/{quote(symbol, safe='/()')}"
