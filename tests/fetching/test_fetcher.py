"""Pages from real servers, and everything a server may do instead of handing one over."""

from __future__ import annotations

import gzip
import socket
import ssl
import time
import zlib
from collections.abc import Callable
from email.message import Message

import pytest

from sayso import __version__
from sayso.fetching.errors import FetchError
from sayso.fetching.fetched import Fetched, Known, NotModified
from sayso.fetching.fetcher import Fetcher
from sayso.fetching.limits import Limits
from tests.fetching.sites import LOCAL, PAGE, Reply, bare, fetcher, moved, site
from tests.gzipped import member

HTML = {"Content-Type": "text/html; charset=ISO-8859-1"}
PACKED = {"Content-Type": "text/html", "Content-Encoding": "gzip"}
Talk = Callable[[socket.socket], None]
SMALL = Limits(seconds=5, received=100_000, unpacked=200_000)


def refusal(url: str, asking: Fetcher | None = None) -> FetchError:
    with pytest.raises(FetchError) as refused:
        (asking or fetcher()).fetch(url)
    assert "\n" not in str(refused.value)
    return refused.value


def test_a_page_comes_with_what_the_server_says_of_it() -> None:
    headers = {**HTML, "ETag": '"v1"', "Last-Modified": "Fri, 14 Mar 2025 09:30:00 GMT"}
    with site({"/a?q=1": Reply(headers=headers)}) as here:
        page = fetcher().fetch(here.url("/a?q=1#part"))
    assert page == Fetched(
        here.url("/a?q=1#part"),
        here.url("/a?q=1"),
        200,
        PAGE,
        "text/html",
        "iso-8859-1",
        '"v1"',
        "Fri, 14 Mar 2025 09:30:00 GMT",
    )


def test_the_server_is_told_the_name_the_program_and_nothing_else_about_the_reader() -> None:
    with site({"/a": Reply(headers={**HTML, "Set-Cookie": "id=7"}), "/b": moved("/a")}) as here:
        asking = fetcher()
        asking.fetch(here.url("/a"))
        asking.fetch(here.url("/b"))
    for _, headers in here.asked:
        assert headers["Host"] == f"courier.example:{here.port}"
        assert headers["User-Agent"] == f"sayso/{__version__}"
        assert set(headers) == {
            "Host", "User-Agent", "Accept", "Accept-Language", "Accept-Encoding", "Connection",
        }  # fmt: skip


def test_a_page_that_did_not_change_is_not_sent_again() -> None:
    def answer(headers: Message) -> Reply:
        same = headers["If-None-Match"] == '"v1"' and headers["If-Modified-Since"] == "yesterday"
        return Reply(b"", 304) if same else Reply(headers={"ETag": '"v1"', "Last-Modified": "yesterday"})

    with site({"/a": answer, "/old": moved("/a")}) as here:
        asking = fetcher()
        page = asking.fetch(here.url("/old"))
        assert isinstance(page, Fetched)
        assert asking.fetch(here.url("/old"), known=page.known) == NotModified(here.url("/old"), page.known)


def test_what_one_address_said_is_not_told_to_another() -> None:
    with site({"/a": Reply()}) as here:
        fetcher().fetch(here.url("/a"), known=Known(here.url("/b"), '"secret"', "yesterday"))
    assert all("If-None-Match" not in headers for _, headers in here.asked)


def test_an_answer_of_no_change_that_nobody_asked_for_is_refused() -> None:
    with site({"/a": Reply(b"", 304)}) as here:
        assert "304" in str(refusal(here.url("/a")))


def test_packed_content_is_unpacked() -> None:
    two = gzip.compress(PAGE) + gzip.compress(b"<p>More.</p>") + b"\0\0\0"
    with site({"/a": Reply(gzip.compress(PAGE), headers=PACKED), "/b": Reply(two, headers=PACKED)}) as here:
        first, second = (fetcher().fetch(here.url(path)) for path in ("/a", "/b"))
    assert isinstance(first, Fetched)
    assert isinstance(second, Fetched)
    assert (first.content, second.content) == (PAGE, PAGE + b"<p>More.</p>")


# Where a fetch leads


def test_redirects_are_followed_and_told() -> None:
    replies = {"/a": moved("b", 301), "/b": moved("//other.example:{port}/c", 307), "/c": Reply()}
    with site(replies) as here:
        here.replies["/b"] = moved(f"//other.example:{here.port}/c", 308)
        page = fetcher().fetch(here.url("/a"))
    assert isinstance(page, Fetched)
    assert page.final_url == here.url("/c", host="other.example")
    assert page.hops == (here.url("/a"), here.url("/b"))
    assert page.url == here.url("/a")


@pytest.mark.parametrize(
    "inner", ["10.0.0.7", "169.254.169.254", "[::1]", "[64:ff9b::a00:7]", "intra.example"]
)
def test_a_redirect_to_an_inner_machine_is_refused(inner: str) -> None:
    def resolver(host: str, port: int) -> list[str]:
        return ["192.168.1.1"] if host == "intra.example" else [LOCAL]

    with site({"/a": moved(f"http://{inner}/latest/meta-data/")}) as here:
        fault = refusal(here.url("/a"), fetcher(resolver=resolver))
    assert f"it redirects to http://{inner}/latest/meta-data/: " in str(fault)
    assert "no public address" in str(fault)


def test_a_name_is_resolved_once_and_asked_where_it_then_was() -> None:
    """DNS rebinding: the first answer passes, the next one is the reader's own router."""
    answers = {"courier.example": iter([[LOCAL], [LOCAL], ["192.168.1.1"]])}
    with site({"/a": Reply()}) as here:
        asking = fetcher(resolver=lambda host, port: next(answers[host]))
        asking.fetch(here.url("/a"))  # robots.txt and the page, each resolved once
        assert here.paths() == ["/robots.txt", "/a"]
        assert "192.168.1.1, which is no public address" in str(refusal(here.url("/a"), asking))
    assert len(here.asked) == 2
    assert next(answers["courier.example"], None) is None


def test_without_leave_this_machine_is_not_asked_and_with_it_it_is() -> None:
    with site({"/a": Reply()}) as here:
        url = here.url("/a", host="localhost")
        assert "--allow-private" in str(refusal(url, Fetcher(delay=0)))
        assert here.asked == []
        page = Fetcher(allow_private=True, delay=0).fetch(url)
    assert isinstance(page, Fetched)


def test_redirects_in_a_circle_and_without_an_end_are_given_up() -> None:
    replies = {f"/{n}": moved(f"/{n + 1}") for n in range(20)}
    with site({**replies, "/a": moved("/b"), "/b": moved("/a"), "/none": Reply(b"", 302, {})}) as here:
        assert "in a circle" in str(refusal(here.url("/a")))
        assert "more than 5 times" in str(refusal(here.url("/0")))
        assert "without saying where" in str(refusal(here.url("/none")))
    assert here.paths().count("/5") == 1
    assert "/6" not in here.paths()


# Certificates


def test_a_secured_page_is_checked_against_its_name_not_its_address(
    serving: ssl.SSLContext, trusting: ssl.SSLContext
) -> None:
    with site({"/a": Reply()}, tls=serving) as here:
        asking = fetcher(tls=trusting)
        page = asking.fetch(here.url("/a", scheme="https"))
        other = refusal(here.url("/a", host="other.example", scheme="https"), asking)
        unknown = refusal(here.url("/a", scheme="https"), fetcher())
    assert isinstance(page, Fetched)
    assert "certificate is not valid" in str(other)
    assert "certificate is not valid" in str(unknown)
    assert "/a" not in here.paths()[2:]


def test_a_redirect_that_gives_up_security_is_refused(
    serving: ssl.SSLContext, trusting: ssl.SSLContext
) -> None:
    with site({"/a": Reply()}) as plain, site({"/a": moved(plain.url("/a"))}, tls=serving) as secured:
        fault = refusal(secured.url("/a", scheme="https"), fetcher(tls=trusting))
        assert "from https to http" in str(fault)
        assert plain.asked == []
        plain.replies["/up"] = moved(secured.url("/b", scheme="https"))
        secured.replies["/b"] = Reply()
        assert isinstance(fetcher(tls=trusting).fetch(plain.url("/up")), Fetched)


# Bounds

MEGABYTE = bytes(1_000_000)


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (member((MEGABYTE, 5)), "looks like a decompression bomb"),
        (member((MEGABYTE, 30))[:-10], "larger than 20 MB"),
        (gzip.compress(b"") * 5_000, "looks like a decompression bomb"),
        (gzip.compress(PAGE, mtime=0)[:-9], "stops in the middle"),
        (b"\x1f\x8b" + PAGE, "is damaged"),
        (PAGE, "is damaged"),
    ],
)
def test_what_unpacks_to_no_page_is_refused(body: bytes, told: str) -> None:
    with site({"/a": Reply(body, headers=PACKED)}) as here:
        assert told in str(refusal(here.url("/a")))


def test_packed_content_that_is_too_large_is_refused_before_it_is_in_memory() -> None:
    mixed = gzip.compress(zlib.compress(bytes(range(256)) * 2_000, 0))
    with site({"/a": Reply(mixed, headers=PACKED)}) as here:
        assert "larger than 0.2 MB" in str(refusal(here.url("/a"), fetcher(limits=SMALL)))


@pytest.mark.parametrize("coding", ["br", "deflate", "gzip, gzip", "zstd"])
def test_a_packing_that_was_not_asked_for_is_named(coding: str) -> None:
    with site({"/a": Reply(headers={"Content-Encoding": coding})}) as here:
        assert coding.replace(" ", "") in str(refusal(here.url("/a")))


def test_a_page_that_says_it_is_too_large_is_not_read() -> None:
    with bare(lambda talk: talk.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 999999999\r\n\r\n")) as port:
        assert "larger than 20 MB" in str(refusal(f"http://courier.example:{port}/"))


def endless(beginning: bytes, more: bytes, *, pause: float = 0.0, times: int = 1_000_000) -> Talk:
    def talk(connection: socket.socket) -> None:
        connection.sendall(beginning)
        for _ in range(times):
            connection.sendall(more)
            time.sleep(pause)

    return talk


OK = b"HTTP/1.1 200 OK\r\n"
BLOCK = b"x" * 10_000


@pytest.mark.parametrize(
    ("beginning", "more", "told"),
    [
        (OK + b"\r\n", BLOCK, "larger than 0.1 MB"),
        (OK + b"Transfer-Encoding: chunked\r\n\r\n", b"2710\r\n" + BLOCK + b"\r\n", "larger than"),
        (OK + b"Transfer-Encoding: chunked\r\n\r\n", b"-1\r\n" + BLOCK, "larger than"),
        (OK, b"X-More: " + BLOCK + b"\r\n", "larger than"),
        (OK, b"X-More: x\r\n", "no HTTP"),
        (OK, b"x" * 1_000, "no HTTP"),
        (b"", b"HTTP/1.1 100 Continue\r\nX: 1\r\n\r\n" * 100, "larger than"),
        (b"", b"HTTP/1.1 103 Early Hints\r\n\r\n", "nothing but notices"),
        (b"", BLOCK, "no HTTP"),
    ],
)
def test_an_answer_without_an_end_is_cut(beginning: bytes, more: bytes, told: str) -> None:
    with bare(endless(beginning, more)) as port:
        asking = fetcher(limits=Limits(seconds=5, received=100_000))
        assert told in str(refusal(f"http://courier.example:{port}/", asking))


@pytest.mark.parametrize(
    ("beginning", "more"),
    [
        (b"", b""),
        (b"", b"H"),
        (OK, b"X"),
        (OK + b"\r\n", b"x"),
        (OK + b"Content-Length: 5000\r\n\r\n", b"x"),
        (OK + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n"),
        (b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
    ],
)
def test_a_server_that_drips_is_left_when_the_time_is_over(beginning: bytes, more: bytes) -> None:
    with bare(endless(beginning, more, pause=0.05, times=200)) as port:
        asking = fetcher(limits=Limits(seconds=0.4))
        fault = refusal(f"http://courier.example:{port}/", asking)
    assert "longer than 0.4 seconds" in str(fault)
    assert fault.passing


def test_the_time_is_one_for_all_redirects() -> None:
    def slow(target: str) -> Callable[[Message], Reply]:
        def answer(_: Message) -> Reply:
            time.sleep(0.25)
            return moved(target)

        return answer

    with site({f"/{n}": slow(f"/{n + 1}") for n in range(5)}) as here:
        fault = refusal(here.url("/0"), fetcher(limits=Limits(seconds=0.6)))
    assert "longer than" in str(fault)
    assert "/4" not in here.paths()


def test_a_secured_connection_that_never_comes_about_is_left(trusting: ssl.SSLContext) -> None:
    with bare(endless(b"", b"", pause=0.05, times=200)) as port:
        asking = fetcher(limits=Limits(seconds=0.3), tls=trusting)
        fault = refusal(f"https://courier.example:{port}/", asking)
    assert "longer than 0.3 seconds" in str(fault)


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (b"", "connection broke"),
        (b"SSH-2.0-OpenSSH_9.6\r\n", "no HTTP"),
        (b"HTTP/1.1 abc\r\n\r\n", "no HTTP"),
        (OK + b"Content-Length: 500\r\n\r\nshort", "ended before"),
        (OK + b"Transfer-Encoding: chunked\r\n\r\n5\r\nshort\r\n", "ended before"),
        (OK + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n", "ended before"),
        (OK + b"Content-Length: 0\r\n\r\n", "empty"),
        (b"HTTP/1.1 204 No Content\r\n\r\n", "empty"),
        (b"HTTP/1.1 206 Partial Content\r\nContent-Length: 1\r\n\r\nx", "206"),
        (b"HTTP/1.1 302 Found\r\nLocation: \xff\x00\r\n\r\n", "redirects to"),
    ],
)
def test_an_answer_that_is_none_is_said_to_be(answer: bytes, told: str) -> None:
    with bare(lambda talk: talk.sendall(answer)) as port:
        assert told in str(refusal(f"http://courier.example:{port}/"))


def test_hints_before_the_answer_are_passed_over() -> None:
    hints = b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n"
    with bare(lambda talk: talk.sendall(hints + OK + b"Content-Length: 1\r\n\r\nx")) as port:
        page = fetcher().fetch(f"http://courier.example:{port}/")
    assert isinstance(page, Fetched)
    assert (page.content, page.content_type) == (b"x", None)


@pytest.mark.parametrize(
    ("status", "passing", "step"),
    [
        (401, False, "login"),
        (403, False, "save the page"),
        (404, False, "check the address"),
        (410, False, "archive"),
        (429, True, "too often"),
        (500, True, "later"),
        (503, True, "later"),
    ],
)
def test_a_status_is_told_with_what_to_do(status: int, passing: bool, step: str) -> None:
    with site({"/a": Reply(b"no", status)}) as here:
        fault = refusal(here.url("/a"))
    assert (fault.status, fault.passing) == (status, passing)
    assert str(status) in str(fault)
    assert step in str(fault)


def test_a_port_where_nobody_listens_is_said_to_take_no_connection() -> None:
    with socket.create_server((LOCAL, 0)) as listener:
        port = listener.getsockname()[1]
    fault = refusal(f"http://courier.example:{port}/")
    assert "takes no connection" in str(fault)
    assert fault.passing


# Politeness


def test_a_page_that_robots_txt_closes_is_not_asked_for_and_the_file_is_read_once() -> None:
    rules = Reply(b"User-agent: *\nDisallow: /private\n", headers={"Content-Type": "text/plain"})
    with site(
        {"/robots.txt": rules, "/a": Reply(), "/private/a": Reply(), "/b": moved("/private/a")}
    ) as here:
        asking = fetcher()
        assert isinstance(asking.fetch(here.url("/a")), Fetched)
        assert "robots.txt of courier.example closes" in str(refusal(here.url("/private/a"), asking))
        assert "robots.txt of courier.example closes" in str(refusal(here.url("/b"), asking))
    assert here.paths() == ["/robots.txt", "/a", "/b"]


@pytest.mark.parametrize(
    ("answer", "opens"),
    [
        (Reply(b"", 401), True),
        (Reply(b"", 404), True),
        (Reply(b"", 200), True),
        (Reply(b"", 429), False),
        (Reply(b"", 500), False),
        (moved("http://10.0.0.1/robots.txt"), False),
        (moved("/rules"), False),
    ],
)
def test_a_site_without_the_file_is_open_and_one_out_of_order_is_closed(answer: Reply, opens: bool) -> None:
    rules = Reply(b"User-agent: sayso\nDisallow: /\n")
    with site({"/robots.txt": answer, "/rules": rules, "/a": Reply()}) as here:
        if opens:
            assert isinstance(fetcher().fetch(here.url("/a")), Fetched)
        else:
            assert "robots.txt" in str(refusal(here.url("/a")))
            assert "/a" not in here.paths()


def test_a_host_rests_between_requests() -> None:
    with site({"/a": Reply(), "/b": Reply()}) as here:
        asking, begun = fetcher(delay=0.4), time.monotonic()
        asking.fetch(here.url("/a"))  # robots.txt, rest, the page
        first = time.monotonic() - begun
        asking.fetch(here.url("/b"))  # rest, the page
        second = time.monotonic() - begun
    assert first >= 0.4
    assert second >= 0.8


def test_a_busy_server_is_given_the_rest_that_it_asks_for() -> None:
    with site({"/busy": Reply(b"", 429, {"Retry-After": "1"}), "/a": Reply()}) as here:
        asking = fetcher()
        refusal(here.url("/busy"), asking)
        begun = time.monotonic()
        asking.fetch(here.url("/a"))
    assert time.monotonic() - begun >= 0.9
