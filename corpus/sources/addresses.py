"""Which internet addresses a paper may be fetched from."""

from __future__ import annotations

import ipaddress
import socket

from corpus.errors import SourceError

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
# IPv4 inside IPv6 by translation (RFC 6052): what counts is the address inside.
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


def public_address(host: str, *, subject: str) -> str:
    """The first address of `host`, where all its addresses are public.

    Raises SourceError about `subject` where the host is not known or one address is not public.
    """
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise SourceError(subject, f"the host {host} is not known", "Check the address.") from error
    addresses = [str(entry[4][0]) for entry in found]
    if not all(is_public(address) for address in addresses):
        remedy = "Set allow_private to fetch from inside your own network."
        raise SourceError(subject, f"{host} is an address inside a private network", remedy)
    return addresses[0]


def is_public(address: str) -> bool:
    """Whether an address is one of the open internet: not private, loopback or link-local."""
    bare = address.partition("%")[0]  # fe80::1%eth0
    real = _inner(ipaddress.ip_address(bare))
    return real.is_global and not real.is_multicast


def _inner(address: Address) -> Address:
    if isinstance(address, ipaddress.IPv6Address):
        if address in _NAT64:
            return ipaddress.IPv4Address(int(address) & 0xFFFF_FFFF)
        return address.ipv4_mapped or address.sixtofour or address
    return address
