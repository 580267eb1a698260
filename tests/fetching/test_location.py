"""Addresses as people and pages write them."""

from __future__ import annotations

import pytest

from sayso.fetching.errors import FetchError
from sayso.fetching.location import LONGEST, locate, onward


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("https://Courier.Example", "https://courier.example/"),
        (" https://courier.example/a b?q=ü#part ", "https://courier.example/a%20b?q=%C3%BC"),
        ("https://courier.example:443/a%20b", "https://courier.example/a%20b"),
        ("http://courier.example:8080/?a[]=1", "http://courier.example:8080/?a[]=1"),
        ("http://courier.example./", "http://courier.example/"),
        ("https://zürcher.example/", "https://xn--zrcher-3ya.example/"),
        ("http://[2606:4700:0::1]/x", "http://[2606:4700::1]/x"),
        ("http://[2606:4700::1]:81/x", "http://[2606:4700::1]:81/x"),
    ],
)
def test_an_address_is_asked_for_in_its_plain_form(written: str, meant: str) -> None:
    assert locate(written).url == meant


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("ftp://courier.example/", "'ftp'"),
        ("file:///etc/passwd", "'file'"),
        ("gopher://courier.example/", "'gopher'"),
        ("javascript:alert(1)", "'javascript'"),
        ("courier.example/news", "no scheme"),
        ("", "no scheme"),
        ("https://", "no host"),
        ("https:///news", "no host"),
        ("https://:80/", "no host"),
        ("https://brask:secret@courier.example/", "leave them out"),
        ("https://courier.example@evil.example/", "leave them out"),
        ("https://courier.example:99999/", "no address"),
        ("https://courier.example:0/", "no host"),
        ("https://courier.example:x/", "no address"),
        ("https://[::1/", "no address"),
        ("https://[::x]/", "no "),
        ("http://[fe80::1%25eth0]/", "no IPv6"),
        ("https://cour ier.example/", "no name of a host"),
        ("https://courier..example/", "no name of a host"),
        ("https://" + "a" * 70 + ".example/", "no name of a host"),
        ("https://courier.example\\@evil.example/", "backslash"),
        ("https://courier.example/\r\nHost: evil.example", "control character"),
        ("https://courier.example/\t", "control character"),
        ("https://courier.example/" + "a" * LONGEST, "characters"),
    ],
)
def test_what_is_no_address_of_a_page_is_refused(written: str, told: str) -> None:
    with pytest.raises(FetchError) as refused:
        # A tab at the end alone would be white space.
        locate(written + "x" if written.endswith("\t") else written)
    message = str(refused.value)
    assert told in message
    assert "secret" not in message
    assert "\n" not in message


@pytest.mark.parametrize(
    ("target", "meant"),
    [
        ("/b", "https://courier.example/b"),
        ("b?x=1", "https://courier.example/a/b?x=1"),
        ("//other.example/b", "https://other.example/b"),
        ("https://other.example:444", "https://other.example:444/"),
        ("/straße", "https://courier.example/stra%C3%9Fe"),
    ],
)
def test_a_redirect_is_read_from_where_it_stands(target: str, meant: str) -> None:
    assert onward(locate("https://courier.example/a/c"), target).url == meant


@pytest.mark.parametrize("target", ["file:///etc/passwd", "http://[", "https://a@b/", "data:text/html,x"])
def test_a_redirect_to_what_is_no_page_is_refused(target: str) -> None:
    with pytest.raises(FetchError, match="redirects to"):
        onward(locate("https://courier.example/"), target)
