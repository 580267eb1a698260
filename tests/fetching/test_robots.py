"""What robots.txt says, read as RFC 9309 has it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.fetching.robots import Robots, parse_robots


def robots(*lines: str) -> Robots:
    return parse_robots("\n".join(lines).encode())


@pytest.mark.parametrize(
    ("rule", "target", "closed"),
    [
        ("/", "/news", True),
        ("", "/news", False),
        ("/news", "/newsletter", True),
        ("/news/", "/news", False),
        ("/*?print=", "/news/1?print=1", True),
        ("/*?print=", "/news/1?page=1", False),
        ("/*.pdf$", "/a/b.pdf", True),
        ("/*.pdf$", "/a/b.pdf?x", False),
        ("/$", "/", True),
        ("/$", "/news", False),
        ("*/private", "/a/private/b", True),
        ("/a*b*c", "/axxbxxc", True),
        ("/a*b*c", "/axxcxxb", False),
        ("/a*bc$", "/abc", True),
        ("/ab*b$", "/ab", False),
        ("/straße", "/stra%C3%9Fe", True),
    ],
)
def test_a_rule_closes_what_it_describes(rule: str, target: str, closed: bool) -> None:
    assert robots("User-agent: *", f"Disallow: {rule}").permits(target) is not closed


def test_the_longest_rule_decides_in_whatever_order_they_stand() -> None:
    for order in (1, -1):
        rules = ["Disallow: /", "Allow: /news", "Disallow: /news/private"][::order]
        site = robots("User-agent: *", *rules)
        assert [site.permits(target) for target in ("/", "/news/1", "/news/private/1")] == [
            False,
            True,
            False,
        ]


def test_of_two_rules_of_one_length_the_open_one_decides() -> None:
    assert robots("User-agent: *", "Disallow: /news", "Allow: /news").permits("/news")


def test_a_group_that_names_the_program_goes_before_the_one_for_all() -> None:
    site = robots("User-agent: *", "Disallow: /", "", "User-agent: Sayso/1.0", "Disallow: /private")
    assert site.permits("/news")
    assert not site.permits("/private")


def test_a_group_that_names_the_program_and_says_nothing_opens_the_site() -> None:
    assert robots("User-agent: sayso", "Disallow:", "", "User-agent: *", "Disallow: /").permits("/news")


def test_groups_for_others_mean_nothing_and_shared_ones_hold_for_each() -> None:
    site = robots("User-agent: sayso-archive", "Disallow: /", "User-agent: Otherbot", "User-agent: sayso")
    assert site.permits("/news")
    shared = robots("User-agent: Otherbot", "User-agent: sayso", "Sitemap: x", "Disallow: /a", "Disallow: /b")
    assert not shared.permits("/a")
    assert not shared.permits("/b")


def test_rest_between_requests_is_granted_up_to_a_minute() -> None:
    assert robots("User-agent: *", "Crawl-delay: 2.5").delay == 2.5
    assert robots("User-agent: *", "Crawl-delay: 86400").delay == 60
    assert robots("User-agent: *", "Crawl-delay: soon").delay == 0


def test_a_file_with_a_mark_and_windows_lines_is_read() -> None:
    assert not parse_robots(b"\xef\xbb\xbfUser-Agent : *\r\nDISALLOW : /a # closed\r\n").permits("/a")


def test_many_stars_against_a_long_address_come_to_an_end() -> None:
    """Tried in every way they could match, they would take longer than the sun."""
    site = robots("User-agent: *", *["Disallow: /" + "*a" * 2_000 + "b"] * 100)
    assert site.permits("/" + "a" * 8_000)


@given(st.binary(max_size=300), st.text(max_size=20))
def test_no_file_makes_the_reader_fail(content: bytes, target: str) -> None:
    for beginning in (b"", b"User-agent: *\nDisallow: "):
        assert parse_robots(beginning + content).permits("/" + target) in (True, False)
