"""Who we speak to, and who never hears a token: on real sockets, with real certificates."""

import ast
import asyncio
import contextlib
import datetime as dt
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from app.connectors import network
from app.connectors.answers import Request
from app.connectors.http import Client
from app.connectors.network import checked_base, is_safe, new_client, tls_context
from app.connectors.open import open_pos
from app.connectors.pacing import Budget
from app.connectors.pictures import Pictures
from app.domain.errors import BadAnswer, NoConnection, ServiceError, SettingsWrong
from app.domain.product import PosImage
from tests.checkout import ROOT, project_files
from tests.connectors.scripted import TOKEN, Time
from tests.security.sockets import Door, answer, door, saying

READ = Request("GET", "/7/products")
PNG = b"\x89PNG\r\n\x1a\n" + bytes(50)
FINE = saying(answer(b"{}"))
TRICKS = {
    "PYTHONHTTPSVERIFY": "0",
    "CURL_CA_BUNDLE": "",
    "REQUESTS_CA_BUNDLE": "",
    "SSL_CERT_DIR": "",
    "NODE_TLS_REJECT_UNAUTHORIZED": "0",
    "COUNTERPART_VERIFY": "0",
    "COUNTERPART_INSECURE": "1",
}
_OFF = frozenset({"CERT_NONE", "CERT_OPTIONAL", "_create_unverified_context", "follow_redirects"})


def _client(url: str) -> Client:
    time = Time()
    budget = Budget(600, 60.0, time_source=time.now, sleep=time.sleep, paced=False)
    return Client("ecom", url, TOKEN, budget, time_source=time.now, sleep=time.sleep)


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """A certificate for shop.example that nobody vouches for, with its key, in one file."""
    x509 = pytest.importorskip("cryptography.x509", reason="comes with the keyring on Linux")
    from cryptography.hazmat.primitives import hashes, serialization  # noqa: PLC0415
    from cryptography.hazmat.primitives.asymmetric import ec  # noqa: PLC0415

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.oid.NameOID.COMMON_NAME, "shop.example")])
    now = dt.datetime.now(dt.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(7)
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=2))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("shop.example")]), False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), True)
        .sign(key, hashes.SHA256())
    )
    secret = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    file = tmp_path / "shop.pem"
    file.write_bytes(made.public_bytes(serialization.Encoding.PEM) + secret)
    return file


@dataclass
class Proxy:
    """A proxy that leads every name to one server; notes all that went through it."""

    url: str = ""
    asked: list[bytes] = field(default_factory=list)
    passed: bytearray = field(default_factory=bytearray)


@asynccontextmanager
async def _proxy(to: Door) -> AsyncIterator[Proxy]:
    made = Proxy()

    async def copied(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError):
            while part := await reader.read(65536):
                made.passed += part
                writer.write(part)
                await writer.drain()
        writer.close()
        with contextlib.suppress(OSError):
            await writer.wait_closed()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        made.asked.append(await reader.readuntil(b"\r\n\r\n"))
        inner, outer = await asyncio.open_connection("127.0.0.1", to.port)
        writer.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
        await asyncio.gather(copied(inner, writer), copied(reader, outer))

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    made.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    try:
        yield made
    finally:
        server.close()
        await asyncio.sleep(0.05)  # Those that are closing close.


@asynccontextmanager
async def _tls_shop(certificate: Path) -> AsyncIterator[tuple[Door, Proxy]]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    async with door(FINE, context) as shop, _proxy(shop) as proxy:
        yield shop, proxy


@pytest.fixture
def fresh_context(monkeypatch: pytest.MonkeyPatch) -> None:
    """A TLS context made under this test's environment, as at the start of the app."""
    monkeypatch.setattr(network, "tls_context", tls_context.__wrapped__)


@pytest.mark.usefixtures("fresh_context")
async def test_a_certificate_nobody_vouches_for_ends_it(
    certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever the environment says, nothing of the request leaves, the token least of all."""
    for name, value in TRICKS.items():
        monkeypatch.setenv(name, value)
    async with _tls_shop(certificate) as (shop, proxy):
        monkeypatch.setenv("HTTPS_PROXY", proxy.url)
        service = _client("https://shop.example/api")
        with pytest.raises(NoConnection, match="does not trust the certificate"):
            await service.read(READ)
        with pytest.raises(NoConnection):
            await service.write(Request("PUT", "/x", body=b"{}"))
        await service.aclose()
    assert proxy.asked
    assert not shop.heads
    assert TOKEN.encode() not in proxy.passed + b"".join(proxy.asked)


@pytest.mark.usefixtures("fresh_context")
async def test_trust_can_be_added_by_the_system_and_still_fits_one_name_alone(
    certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`SSL_CERT_FILE` names whom the system trusts (Linux); names are compared all the same.

    A proxy sees where we go and encrypted bytes; the token is for the shop alone.
    """
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    async with _tls_shop(certificate) as (shop, proxy):
        monkeypatch.setenv("HTTPS_PROXY", proxy.url)
        service = _client("https://shop.example/api")
        assert (await service.read(READ)).status == 200
        await service.aclose()
        assert TOKEN.encode() in shop.heads[0]
        assert proxy.asked[0].startswith(b"CONNECT shop.example:443 ")
        assert TOKEN.encode() not in proxy.passed + b"".join(proxy.asked)
        other = _client("https://other.example/api")
        with pytest.raises(NoConnection, match="does not trust the certificate"):
            await other.read(READ)
        await other.aclose()
    assert len(shop.heads) == 1


@pytest.mark.usefixtures("fresh_context")
async def test_session_keys_are_not_written_down(
    tmp_path: Path, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`SSLKEYLOGFILE` would let whoever reads that file read all that was said."""
    keys = tmp_path / "keys.txt"
    monkeypatch.setenv("SSLKEYLOGFILE", str(keys))
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    async with _tls_shop(certificate) as (_, proxy):
        monkeypatch.setenv("HTTPS_PROXY", proxy.url)
        service = _client("https://shop.example/api")
        await service.read(READ)
        await service.aclose()
    assert not keys.exists()


@pytest.mark.usefixtures("fresh_context")
def test_verification_is_on_from_the_beginning(monkeypatch: pytest.MonkeyPatch) -> None:
    """Certificate and name are both checked, with nothing older than TLS 1.2."""
    for name, value in TRICKS.items():
        monkeypatch.setenv(name, value)
    made = network.tls_context()
    assert (made.verify_mode, made.check_hostname) == (ssl.CERT_REQUIRED, True)
    assert made.minimum_version >= ssl.TLSVersion.TLSv1_2


def test_no_code_of_ours_can_switch_it_off() -> None:
    """No unverified context, no `verify=False`, no client but the one that `network` makes."""
    found = []
    for path in project_files():
        if path.suffix != ".py" or path.parts[:1] != ("app",) or path.parts[1] == "sample":
            continue
        for node in ast.walk(ast.parse((ROOT / path).read_text("utf-8"))):
            name = node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")
            given = node.arg if isinstance(node, ast.keyword) else ""
            made = name in {"AsyncClient", "Client"} and _of_httpx(node)
            elsewhere = path != Path("app/connectors/network.py")
            if name in _OFF or given in _OFF or (elsewhere and (made or given == "verify")):
                found.append(f"{path}: {name or given}")
    assert found == []


def _of_httpx(node: ast.AST) -> bool:
    return isinstance(node, ast.Attribute) and getattr(node.value, "id", "") == "httpx"


@pytest.mark.parametrize("status", ["301 Moved", "302 Found", "303 Other", "307 Temp", "308 Perm"])
async def test_no_redirect_of_the_api_is_followed(status: str) -> None:
    """Neither for reads nor for writes, neither to another host nor to the same."""
    async with door(FINE) as other:
        moved = saying(answer(b"", status, location=f"{other.url}/steal"))
        async with door(moved) as shop:
            service = _client(shop.url)
            with pytest.raises(BadAnswer, match="another address"):
                await service.read(READ)
            for kind in (service.write, service.write_keyed):
                with pytest.raises(BadAnswer):
                    await kind(Request("PUT", "/7/products/1", body=b"{}"))
            await service.aclose()
            assert len(shop.heads) == 3
        assert not other.heads


async def test_picture_hosts_get_no_token() -> None:
    """Neither the first nor the one it sends us on to."""
    async with door(saying(answer(PNG))) as second:
        moved = saying(answer(b"", "302 Found", location=f"{second.url}/b.png"))
        async with door(moved) as first:
            pos = open_pos(f"{first.url}/api", TOKEN)
            assert await pos.picture(PosImage("1", f"{first.url}/a.png")) == PNG
            await pos.aclose()
            heads = first.heads + second.heads
    assert len(heads) == 2
    for head in heads:
        assert b"authorization" not in head.lower()
        assert TOKEN.encode() not in head
        assert b"referer" not in head.lower()


@pytest.mark.parametrize("cookie", ["sid=1; Path=/", f"t={TOKEN}"])
async def test_no_cookies_go_round(cookie: str) -> None:
    """A picture host's cookie stays with it; it is told nothing of what others set."""
    async with door(saying(answer(b"{}", set_cookie=cookie))) as shop:
        service = _client(shop.url)
        await service.read(READ)
        fetcher = Pictures("pos", local=True, tries=1)
        with contextlib.suppress(ServiceError):
            await fetcher.fetch(f"{shop.url}/a.png")
        await service.aclose()
        await fetcher.aclose()
        assert b"cookie" not in shop.heads[1].lower()


async def test_a_login_kept_for_other_programs_is_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`.netrc` neither replaces the token nor goes to a picture host."""
    netrc = tmp_path / ".netrc"
    netrc.write_text("machine 127.0.0.1 login bob password hunter2")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    monkeypatch.setenv("HOME", str(tmp_path))
    async with door(FINE) as shop:
        service = _client(shop.url)
        await service.read(READ)
        await service.aclose()
        plain = new_client(None)
        await plain.get(shop.url)
        await plain.aclose()
    assert f"Bearer {TOKEN}".encode() in shop.heads[0]
    assert b"authorization" not in shop.heads[1].lower()


@pytest.mark.parametrize("name", ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy"])
async def test_this_computer_is_not_asked_through_a_proxy(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A token for plain HTTP to this computer never leaves it."""
    async with door(FINE) as proxy, door(FINE) as shop:
        monkeypatch.setenv(name, proxy.url)
        service = _client(shop.url)
        await service.read(READ)
        await service.aclose()
        assert not proxy.heads
        assert len(shop.heads) == 1


@pytest.mark.parametrize(
    "url",
    [
        *("http://shop.example/api", "http://127.0.0.2/api", "http://0.0.0.0/api"),
        *("http://127.0.0.1.shop.example", "http://localhost.shop.example", "http://2130706433"),
        *("http://[::ffff:127.0.0.1]", "http://127.1", "http://0x7f.0.0.1", "http://localhost."),
        *("http://127.0.0.1@shop.example", "http://shop.example#@127.0.0.1", "ws://127.0.0.1"),
        *("http://shop.example\\@127.0.0.1", "http://127.0.0.1\\.shop.example", "HTTP://a.b"),
    ],
)
def test_plain_http_goes_to_this_computer_alone(url: str) -> None:
    """However the address is dressed up."""
    with pytest.raises(SettingsWrong):
        checked_base("pos", url)
    assert not is_safe(url) or "@" in url or "#" in url
