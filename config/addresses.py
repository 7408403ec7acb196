"""From which address somebody asks."""

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest

#: Who has one IPv6 address has as a rule all that share its first 64 bits.
_ONE_HOUSEHOLD = 64


def client_address(request: HttpRequest) -> str:
    """The address of whoever asks; behind our proxy (BEHIND_PROXY) the one that the proxy saw.

    Of X-Forwarded-For the last address counts, which our proxy wrote; those before it are anybody's words. An
    address that is none gives that of the connection; without one (a socket of this machine) the answer is empty.
    """
    direct = _read(request.META.get("REMOTE_ADDR", ""))
    if settings.BEHIND_PROXY:
        direct = _read(request.headers.get("X-Forwarded-For", "").rpartition(",")[2]) or direct
    return str(direct or "")


def locked_address(request: HttpRequest) -> str | None:
    """The address by which failed sign-ins are counted: of IPv6 the network, which is one person's to choose from."""
    found = _read(client_address(request))
    if isinstance(found, IPv6Address):
        return str(ip_network((found, _ONE_HOUSEHOLD), strict=False).network_address)
    return str(found) if found else None


def _read(text: str) -> IPv4Address | IPv6Address | None:
    try:
        found = ip_address(text.strip())
    except ValueError:
        return None
    # «::ffff:192.0.2.1» is the IPv4 address that it holds.
    return getattr(found, "ipv4_mapped", None) or found
