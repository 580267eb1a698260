"""Which network addresses may be asked."""

from __future__ import annotations

from ipaddress import ip_address

import pytest

from sayso.fetching.errors import FetchError
from sayso.fetching.resolving import vetted_addresses
from sayso.fetching.vetting import is_public, is_public_or_private

INNER = (
    "127.0.0.1", "127.8.9.1", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "::1", "fc00::1",
    "fd12:3456::1", "::ffff:127.0.0.1", "::ffff:192.168.1.1", "64:ff9b::10.0.0.1", "2002:0a00:0001::1",
)  # fmt: skip
NEVER = (
    "0.0.0.0", "0.1.2.3", "100.64.0.1", "100.127.255.255", "169.254.169.254", "192.0.0.1", "192.0.2.7",
    "192.88.99.1", "198.18.0.1", "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.255.255.250", "240.0.0.1",
    "255.255.255.255", "::", "fe80::1", "fec0::1", "ff02::1", "ff0e::1", "2001::1", "2001:db8::1", "3fff::1",
    "100::1", "5f00::1", "64:ff9b:1::1", "::127.0.0.1", "::ffff:169.254.169.254", "::ffff:100.64.0.1",
    "64:ff9b::169.254.169.254",
)  # fmt: skip
PUBLIC = (
    "1.1.1.1", "8.8.8.8", "100.63.255.255", "100.128.0.1", "172.15.0.1", "172.32.0.1", "192.169.0.1",
    "223.255.255.255", "2606:4700::1", "2a00:1450::1", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8",
)  # fmt: skip


@pytest.mark.parametrize("address", [*INNER, *NEVER])
def test_an_inner_address_is_not_public(address: str) -> None:
    assert not is_public(ip_address(address))


@pytest.mark.parametrize("address", PUBLIC)
def test_a_public_address_is_asked(address: str) -> None:
    assert is_public(ip_address(address))
    assert is_public_or_private(ip_address(address))


@pytest.mark.parametrize("address", INNER)
def test_a_private_address_is_asked_by_those_who_allow_it(address: str) -> None:
    assert is_public_or_private(ip_address(address))


@pytest.mark.parametrize("address", NEVER)
def test_what_is_neither_public_nor_private_is_never_asked(address: str) -> None:
    assert not is_public_or_private(ip_address(address))


def vetted(host: str, *answers: str) -> list[str]:
    found = vetted_addresses(host, 80, resolver=lambda *_: answers, permits=is_public, seconds=2)
    return [str(address) for address in found]


def test_of_a_mixed_answer_only_the_public_addresses_are_left() -> None:
    assert vetted("courier.example", "10.0.0.1", "8.8.8.8", "::1") == ["8.8.8.8"]


@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "169.254.169.254"])
def test_a_literal_address_is_vetted_like_any_other(host: str) -> None:
    with pytest.raises(FetchError, match="no public address"):
        vetted(host, "8.8.8.8")


@pytest.mark.parametrize("host", ["2130706433", "0x7f.1", "0177.0.0.1", "127.1", "localhost"])
def test_another_way_of_writing_this_machine_is_vetted_by_what_the_system_makes_of_it(host: str) -> None:
    from sayso.fetching.resolving import system_resolver

    with pytest.raises(FetchError, match=r"no public address|cannot be found"):
        vetted_addresses(host, 80, resolver=system_resolver, permits=is_public, seconds=5)


def test_a_name_without_addresses_is_said_to_have_none() -> None:
    with pytest.raises(FetchError, match="has no address"):
        vetted("courier.example")


def test_a_resolver_that_hangs_is_not_waited_for() -> None:
    import threading

    never = threading.Event()
    with pytest.raises(FetchError, match="no answer in time") as refused:
        vetted_addresses(
            "slow.example", 80, resolver=lambda *_: [str(never.wait())], permits=is_public, seconds=0.1
        )
    assert refused.value.passing
    never.set()
