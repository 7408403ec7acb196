"""What a search that found nothing may have meant where it looks like an address: 'ctoc-cop-wg7.6.99'.

Whatever names a thing leads there or is offered by `results.meant`; what nearly names one is offered here.
"""

import re

from archive.arabic.normalize import normalize

from .near_addresses import Near, near_records

# ctoc-cop-wg7.6, ctoc/cop/wg.7/2020/4
_ADDRESS = re.compile(r"(?=.*[a-z])(?=.*[0-9])[a-z0-9./-]+")


def named_records(typed: str) -> list[Near]:
    """The pages whose addresses are near to the whole text; none where it does not look like one."""
    words = normalize(typed)
    return near_records(words, is_document="/" in words) if _ADDRESS.fullmatch(words) else []
