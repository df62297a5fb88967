"""Connections: system certificates and proxies, no redirects, and addresses that are safe."""

import functools
import ipaddress
import ssl
from urllib.parse import urlsplit

import httpx
import truststore

from app import __version__
from app.connectors.bounded import CODINGS
from app.domain.errors import SIDE_NAMES, SettingsWrong, Side

USER_AGENT = f"Counterpart/{__version__}"
CONNECT_TIMEOUT = 10.0
READ_TIMEOUT = 60.0
"""Seconds after which an answer no longer arrives (RULES M5 waits this and 30 more)."""
TIMEOUT = httpx.Timeout(READ_TIMEOUT, connect=CONNECT_TIMEOUT, pool=None)

_HEADERS = {"User-Agent": USER_AGENT, "Accept-Encoding": CODINGS}

_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})


def is_loopback(url: str) -> bool:
    """Whether an address is on this computer."""
    try:
        return urlsplit(url).hostname in _LOOPBACK
    except ValueError:
        return False


@functools.cache
def tls_context() -> ssl.SSLContext:
    """The one TLS context: verification always on, by the system's certificates (RULES S14)."""
    return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def new_client(transport: httpx.AsyncBaseTransport | None) -> httpx.AsyncClient:
    """An httpx client as this app uses it: no redirects, system proxies but not to loopback.

    Raises `SettingsWrong` when the system names a proxy of a kind that can't be used.
    """
    if transport is not None:
        return httpx.AsyncClient(transport=transport, headers=_HEADERS, timeout=TIMEOUT)
    try:
        return httpx.AsyncClient(
            verify=tls_context(),
            headers=_HEADERS,
            timeout=TIMEOUT,
            mounts={f"all://{host}": None for host in ("localhost", "127.0.0.1", "[::1]")},
        )
    except (ImportError, ValueError, httpx.InvalidURL) as error:
        raise SettingsWrong(
            "The system's proxy is of a kind this app can't use.",
            "Set an HTTP proxy in the system's network settings.",
        ) from error


def checked_base(side: Side, url: str) -> str:
    """The base address without a trailing slash. Raises `SettingsWrong` unless it is safe."""
    base = url.strip().rstrip("/")
    where = SIDE_NAMES[side]
    if not _is_plain(base):
        raise SettingsWrong(
            f"The address of {where} is not a web address.", "Check it under Settings, Stores."
        )
    if not is_safe(base):
        raise SettingsWrong(
            f"The address of {where} must begin with https://.",
            "Anything else would show the token to everybody on the way.",
        )
    return base


def is_safe(url: str) -> bool:
    """HTTPS, or plain HTTP to this computer."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    if not parts.hostname:
        return False
    return parts.scheme == "https" or (parts.scheme == "http" and is_loopback(url))


def may_fetch(url: str, *, local: bool) -> bool:
    """Whether an address that a store named may be asked: safe, and out on the internet.

    This computer only if `local`, that is where the store itself is there; addresses of a local
    network never. Names are not resolved: behind one of those stands HTTPS, which an
    inner server passes only with a certificate that this computer trusts.
    """
    if not is_safe(url):
        return False
    host = (urlsplit(url).hostname or "").rstrip(".")
    if host == "localhost" or host.endswith(".localhost"):
        return local
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return True
    return address.is_global or (local and address.is_loopback)


def _is_plain(base: str) -> bool:
    """A host with at most port and path: no user name, no query."""
    try:
        parts = urlsplit(base)
        httpx.URL(base)
        return bool(parts.hostname) and not (
            parts.username or parts.password or parts.query or parts.fragment
        )
    except (ValueError, httpx.InvalidURL):
        return False
