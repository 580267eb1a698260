"""Which network addresses may be asked.

A page, a redirect or a feed may name a host that stands for the reader's own router, for a database on
this machine or for the secrets of a cloud server; none of them is news.
"""

from __future__ import annotations

from collections.abc import Callable
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network

IPAddress = IPv4Address | IPv6Address
Permits = Callable[[IPAddress], bool]

# Python up to 3.12.3 takes some of these for public ones. 100.64.0.0/10 is carrier-grade NAT, 192.88.99.0/24
# the old relay of 6to4.
_NEVER_V4 = tuple(
    ip_network(block)
    for block in (
        "0.0.0.0/8",
        "100.64.0.0/10",
        "192.0.0.0/24",
        "192.0.2.0/24",
        "192.88.99.0/24",
        "198.18.0.0/15",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "240.0.0.0/4",
    )
)
_GLOBAL_V6 = IPv6Network("2000::/3")
_NEVER_V6 = tuple(ip_network(block) for block in ("2001::/23", "2001:db8::/32", "3fff::/20"))
_NAT64 = IPv6Network("64:ff9b::/96")
_PRIVATE = tuple(
    ip_network(block)
    for block in ("127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "::1/128", "fc00::/7")
)


def is_public(address: IPAddress) -> bool:
    """Whether an address belongs to a host on the public internet."""
    inner = _embedded(address)
    if inner is not address:
        return is_public(inner)
    if isinstance(address, IPv4Address):
        return address.is_global and not address.is_multicast and not _within(address, _NEVER_V4)
    return address in _GLOBAL_V6 and address.is_global and not _within(address, _NEVER_V6)


def is_public_or_private(address: IPAddress) -> bool:
    """Public, or of this machine or its own network; what a user allows who reads feeds at home.

    Link-local addresses stay refused: clouds hand out secrets at 169.254.169.254.
    """
    inner = _embedded(address)
    return is_public(inner) or _within(inner, _PRIVATE)


def parse(text: str) -> IPAddress | None:
    try:
        return ip_address(text)
    except ValueError:
        return None


def _embedded(address: IPAddress) -> IPAddress:
    """The IPv4 address that an IPv6 one stands for: mapped, 6to4 or behind NAT64."""
    if isinstance(address, IPv4Address):
        return address
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or address


def _within(address: IPAddress, blocks: tuple[object, ...]) -> bool:
    return any(address in block for block in blocks)  # type: ignore[operator]
