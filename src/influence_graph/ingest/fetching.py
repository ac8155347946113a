"""Fetches a web page that the user named, and nothing else.

A page may redirect anywhere and a name may resolve to anything, so every address is checked
before it is connected to: only public ones are, also after each redirect.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from influence_graph.errors import InputError
from influence_graph.ingest.decoding import LARGEST

if TYPE_CHECKING:
    import httpx

__all__ = ["Page", "fetch_page", "is_public", "is_url"]

_REDIRECTS = 5
_SECONDS = 20.0
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_AGENT = "influence-graph (reads pages that its user names)"

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


@dataclass(frozen=True, slots=True)
class Page:
    """What was fetched.

    Attributes
    ----------
    url : str
        After redirects.
    data : bytes
        The body.
    content_type : str
        Lower case, without parameters.
    """

    url: str
    data: bytes
    content_type: str


def is_url(text: str) -> bool:
    """Tell whether an input is meant as a URL."""
    return text.lower().startswith(("http://", "https://"))


def is_public(address: Address) -> bool:
    """Tell whether an address is on the public internet, whatever it is wrapped in.

    IPv4 addresses inside IPv6 ones (mapped, 6to4, Teredo, NAT64) are unwrapped first.
    """
    if isinstance(address, ipaddress.IPv6Address):
        inner: list[ipaddress.IPv4Address] = []
        if address.ipv4_mapped is not None:
            return is_public(address.ipv4_mapped)
        if address.sixtofour is not None:
            inner.append(address.sixtofour)
        if address.teredo is not None:
            inner.extend(address.teredo)
        if address in _NAT64:
            inner.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
        if inner:
            return all(is_public(a) for a in inner)
        if (int(address) >> 32) == 0:  # ::a.b.c.d, deprecated
            return False
    return address.is_global and not address.is_multicast


def _resolve(host: str, port: int) -> list[Address]:
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(ipaddress.ip_address(info[4][0]) for info in found))


def fetch_page(
    url: str,
    *,
    resolve: Callable[[str, int], Sequence[Address]] = _resolve,
    allowed: Callable[[Address], bool] = is_public,
    largest: int = LARGEST,
    seconds: float = _SECONDS,
) -> Page:
    """Fetch a page over HTTP or HTTPS.

    Parameters
    ----------
    url : str
        What the user named.
    resolve : callable, optional
        Name and port to addresses.
    allowed : callable, optional
        Tells whether an address may be connected to.
    largest : int, optional
        Most bytes of the body.
    seconds : float, optional
        For each connection, read and write.

    Raises
    ------
    InputError
        The address is not public, the server does not answer, the page is too large, or the
        answer is no success.
    """
    import httpx

    place = url
    try:
        with httpx.Client(trust_env=False, timeout=seconds, follow_redirects=False) as client:
            for _ in range(_REDIRECTS + 1):
                request = _request(client, place, resolve, allowed)
                response = client.send(request, stream=True)
                try:
                    if response.is_redirect:
                        place = urljoin(place, response.headers.get("location", ""))
                        continue
                    if response.status_code != 200:
                        raise InputError(f"the server answers {response.status_code}", source=url)
                    return Page(place, _body(response, largest, url), _type(response.headers))
                finally:
                    response.close()
            raise InputError(f"more than {_REDIRECTS} redirects", source=url)
    except (httpx.HTTPError, httpx.InvalidURL, httpx.CookieConflict) as error:
        raise InputError(
            f"cannot be fetched: {error or type(error).__name__}", source=url
        ) from error
    except (OSError, UnicodeError, ValueError) as error:
        raise InputError(f"cannot be fetched: {error}", source=url) from error


def _request(
    client: httpx.Client,
    place: str,
    resolve: Callable[[str, int], Sequence[Address]],
    allowed: Callable[[Address], bool],
) -> httpx.Request:
    """Return a request to a checked address, with the name kept for TLS and the Host header."""
    parts = urlsplit(place)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise InputError("only http and https addresses are fetched", source=place)
    if parts.username or parts.password:
        raise InputError("an address with a user name is not fetched", source=place)
    port = parts.port or (443 if parts.scheme == "https" else 80)
    addresses = resolve(parts.hostname, port)
    refused = [str(a) for a in addresses if not allowed(a)]
    if refused or not addresses:
        raise InputError(
            f"{parts.hostname} is not a public address ({', '.join(refused) or 'unknown'})",
            source=place,
        )
    address = addresses[0]
    host = f"[{address}]" if address.version == 6 else str(address)
    target = parts._replace(netloc=f"{host}:{port}", fragment="").geturl()
    name = parts.hostname if ":" not in parts.hostname else f"[{parts.hostname}]"
    headers = {
        "Host": name if parts.port is None else f"{name}:{parts.port}",
        "User-Agent": _AGENT,
        "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5",
    }
    extensions = {"sni_hostname": parts.hostname} if parts.scheme == "https" else {}
    return client.build_request("GET", target, headers=headers, extensions=extensions)


def _body(response: httpx.Response, largest: int, url: str) -> bytes:
    parts, size = [], 0
    for chunk in response.iter_bytes():
        size += len(chunk)
        if size > largest:
            raise InputError(f"larger than {largest // 1048576} MB", source=url)
        parts.append(chunk)
    return b"".join(parts)


def _type(headers: httpx.Headers) -> str:
    return str(headers.get("content-type", "")).partition(";")[0].strip().lower()
