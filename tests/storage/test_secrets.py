"""Tokens: in the operating system's keyring or in the environment, nowhere else."""

import pytest
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as NoKeyring
from keyring.errors import KeyringLocked

from app.domain.errors import KeyringUnavailable, SettingsWrong
from app.storage.secrets import Credentials, StoreAddresses, Tokens, find_credentials

STORES = StoreAddresses("https://shop.example/api", "123")
ENVIRONMENT = {"COUNTERPART_POS_TOKEN": "pos-secret", "COUNTERPART_ECOM_TOKEN": "ecom-secret"}


class Memory(KeyringBackend):
    """A keyring for one test; `fails` stands for what an operating system may answer."""

    priority = 1.0

    def __init__(self, fails: Exception | None = None) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.fails = fails

    def get_password(self, service: str, username: str) -> str | None:
        """What is kept."""
        if self.fails:
            raise self.fails
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep it."""
        if self.fails:
            raise self.fails
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        """Forget it."""
        del self.kept[service, username]


def untouchable() -> KeyringBackend:
    """A keyring that nobody may ask for."""
    raise AssertionError("the keyring was touched")


def test_tokens_go_into_the_keyring_and_come_back() -> None:
    """One entry a store, by its host."""
    ring = Memory()
    tokens = Tokens(lambda: ring)
    tokens.save(STORES.entry("pos"), "pos-secret")
    tokens.save(STORES.entry("ecom"), "ecom-secret")
    found = find_credentials(STORES, tokens, {})
    assert (found.pos_token, found.ecom_token) == ("pos-secret", "ecom-secret")
    tokens.forget(STORES.entry("pos"))
    with pytest.raises(SettingsWrong, match="counterpart connect"):
        find_credentials(STORES, tokens, {})


def test_with_the_variables_given_the_keyring_is_not_touched() -> None:
    """Headless machines have none (RULES M19)."""
    found = find_credentials(STORES, Tokens(untouchable), ENVIRONMENT)
    assert found.pos_token == "pos-secret"


@pytest.mark.parametrize(
    "failure", [KeyringLocked("locked"), RuntimeError("bus gone")], ids=["locked", "broken"]
)
def test_a_failing_keyring_is_explained(failure: Exception) -> None:
    """What happened, what to do, and never the token."""
    tokens = Tokens(lambda: Memory(failure))
    with pytest.raises(KeyringUnavailable) as caught:
        tokens.save("pos:shop.example", "pos-secret")
    assert caught.value.remedy
    assert "pos-secret" not in str(caught.value)


def test_a_computer_without_keyring_is_explained(monkeypatch: pytest.MonkeyPatch) -> None:
    """The remedy names the variables."""
    monkeypatch.setattr("keyring.get_keyring", NoKeyring)
    with pytest.raises(KeyringUnavailable, match="COUNTERPART_POS_TOKEN"):
        Tokens().read("pos:shop.example")


def test_what_prints_credentials_prints_no_token() -> None:
    """Neither in a log nor in a traceback."""
    shown = repr(Credentials("u", "v", "1", "pos-secret", "ecom-secret"))
    assert "secret" not in shown.replace("ecom_store_id", "")
