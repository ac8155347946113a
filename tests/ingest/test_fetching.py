"""Only public addresses are fetched, whatever a name, a redirect or a wrapping says."""

from __future__ import annotations

import http.server
import ipaddress
import threading
from collections.abc import Iterator

import pytest

from influence_graph.errors import InputError
from influence_graph.ingest.fetching import Address, fetch_page, is_public

LOOPBACK: Address = ipaddress.ip_address("127.0.0.1")


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.0.0.8",
        "172.16.5.4",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fc00::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::127.0.0.1",
        "2002:7f00:0001::",
        "2002:0a00:0001::1",
        "64:ff9b::7f00:1",
        "64:ff9b::a9fe:a9fe",
        "2001:0:7f00:1::",
        "192.0.2.1",
        "2001:db8::1",
    ],
)
def test_address_that_is_not_public_is_refused(address: str) -> None:
    assert not is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize("address", ["8.8.8.8", "2606:4700::1111", "64:ff9b::808:808"])
def test_public_address_is_allowed(address: str) -> None:
    assert is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("http://127.0.0.1/x", "not a public address"),
        ("http://[::1]/x", "not a public address"),
        ("http://localhost/x", "not a public address"),
        ("http://2130706433/x", "not a public address"),
        ("http://0x7f.1/x", "not a public address"),
        ("http://user:secret@example.org/", "user name"),
        ("ftp://example.org/", "only http and https"),
        ("http:///x", "only http and https"),
    ],
)
def test_hostile_address_is_refused_before_any_connection(url: str, says: str) -> None:
    with pytest.raises(InputError, match=says):
        fetch_page(url)


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/page":
            body = b"<p>Hello</p>"
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
        elif self.path == "/large":
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"x" * 4096)
        elif self.path == "/loop":
            self.send_response(302)
            self.send_header("Location", "/loop")
            self.end_headers()
        elif self.path == "/away":
            self.send_response(302)
            self.send_header("Location", "http://10.0.0.1/secret")
            self.end_headers()
        else:
            self.send_error(404)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[str]:
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as httpd:
        thread = threading.Thread(target=httpd.serve_forever)
        thread.start()
        yield f"http://paper.test:{httpd.server_address[1]}"
        httpd.shutdown()
        thread.join()


def resolve(host: str, port: int) -> list[Address]:
    del port
    return [LOOPBACK] if host == "paper.test" else [ipaddress.ip_address(host)]


def fetch(url: str, **options: int) -> tuple[str, bytes, str]:
    page = fetch_page(url, resolve=resolve, allowed=lambda address: address == LOOPBACK, **options)
    return page.url, page.data, page.content_type


def test_page_is_fetched_from_the_checked_address(server: str) -> None:
    assert fetch(f"{server}/page") == (f"{server}/page", b"<p>Hello</p>", "text/html")


def test_redirect_is_checked_again(server: str) -> None:
    with pytest.raises(InputError, match=r"10\.0\.0\.1 is not a public address"):
        fetch(f"{server}/away")


def test_redirects_end(server: str) -> None:
    with pytest.raises(InputError, match="redirects"):
        fetch(f"{server}/loop")


def test_large_answer_is_cut_off(server: str) -> None:
    with pytest.raises(InputError, match="larger than"):
        fetch(f"{server}/large", largest=1000)


def test_error_of_the_server_is_told(server: str) -> None:
    with pytest.raises(InputError, match="answers 404"):
        fetch(f"{server}/nothing")
