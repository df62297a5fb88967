"""Addresses a shopkeeper may type, and those we refuse."""

import pytest

from app.connectors.network import checked_base, is_loopback, new_client, tls_context
from app.connectors.open import ECOM_URL, open_ecom, open_pos, pos_url
from app.domain.errors import SettingsWrong


@pytest.mark.parametrize(
    ("typed", "base"),
    [
        ("harbourshop", "https://harbourshop.retail.lightspeed.app/api"),
        (" harbourshop.retail.lightspeed.app/ ", "https://harbourshop.retail.lightspeed.app/api"),
        (
            "https://harbourshop.retail.lightspeed.app/webregister",
            "https://harbourshop.retail.lightspeed.app/api",
        ),
        ("http://127.0.0.1:8000/api", "http://127.0.0.1:8000/api"),
        ("http://localhost:8000", "http://localhost:8000/api"),
    ],
)
def test_pos_addresses(typed: str, base: str) -> None:
    """A name, a host or a whole address lead to the same base."""
    assert pos_url(typed) == base


@pytest.mark.parametrize(
    "url",
    [
        "http://shop.example/api",
        "ftp://shop.example",
        "shop.example",
        "",
        "https://",
        "https://user:secret@shop.example",
        "https://shop.example/api?token=x",
        "https://shop.example/#x",
        "https://shop.example:port",
        "http://127.0.0.1.evil.example",
        "http://[::1",
    ],
)
def test_unsafe_addresses(url: str) -> None:
    """No token leaves for an address that isn't HTTPS, or this computer."""
    with pytest.raises(SettingsWrong):
        checked_base("pos", url)
    with pytest.raises(SettingsWrong):
        open_pos(url, "x")
    with pytest.raises(SettingsWrong):
        open_ecom(url, 1, "x")


def test_loopback() -> None:
    """Only this computer's own names."""
    assert is_loopback("http://127.0.0.1:80/x")
    assert is_loopback("http://[::1]:80/x")
    assert not is_loopback("http://127.0.0.2/x")
    assert not is_loopback("http://[")


async def test_opening_and_closing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Both services open on the system's certificates and close again."""
    monkeypatch.delenv("ALL_PROXY", raising=False)
    pos, ecom = open_pos(pos_url("x"), "t"), open_ecom(ECOM_URL, 1, "t")
    assert (pos.requests, ecom.requests, ecom.writes) == (0, 0, 0)
    assert (pos.budget.limit, ecom.budget.limit) == (350, 600)
    await pos.aclose()
    await ecom.aclose()
    assert tls_context() is tls_context()


def test_proxy_that_can_not_be_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """A proxy of an unknown kind is said as a setting."""
    monkeypatch.setenv("HTTPS_PROXY", "gopher://proxy.example:70")
    with pytest.raises(SettingsWrong, match="proxy"):
        new_client(None)
