"""Where the United Nations keeps its documents, in the reader's language."""

from urllib.parse import quote

from .language import in_language


def un_address(symbol: str) -> str:
    """https://docs.un.org/ar/CTOC/COP/WG.7/2019/5; under the English pages …/en/…."""
    return f"https://docs.un.org/{in_language('ar', 'en')}/{quote(symbol, safe='/()')}"
