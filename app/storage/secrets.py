"""The tokens of both stores: in the operating system's keyring alone, or in the environment."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from app.domain.errors import (
    SIDE_NAMES,
    CounterpartError,
    KeyringLocked,
    KeyringUnavailable,
    NotConnected,
    Side,
)

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE = "Counterpart"

ECOM_URL = "https://app.ecwid.com/api/v3"
"""Where every E-Series shop is served (API eCom §2)."""

TOKEN_VARIABLES: dict[Side, str] = {
    "pos": "COUNTERPART_POS_TOKEN",
    "ecom": "COUNTERPART_ECOM_TOKEN",
}

STORES_GIVEN = frozenset(
    {
        *("COUNTERPART_POS_URL", "COUNTERPART_ECOM_URL", "COUNTERPART_ECOM_STORE_ID"),
        *TOKEN_VARIABLES.values(),
    }
)
"""The variables that name a store or its token."""

_OWN_TO_SYSTEMS = frozenset(
    f"keyring.backends.{name}"
    for name in ("Windows", "macOS", "SecretService", "libsecret", "kwallet")
)
"""Modules of the keyrings that belong to an operating system or its desktop. Every other one is
refused: it may keep tokens in a plain file (DESIGN §13)."""

_WITHOUT = (
    f"Without a keyring the tokens can be given in {TOKEN_VARIABLES['pos']} and "
    f"{TOKEN_VARIABLES['ecom']}."
)


@dataclass(frozen=True, slots=True)
class StoreAddresses:
    """Which two stores belong together, as the profile keeps it; holds nothing secret.

    `pos_url` goes up to and including `/api`, `ecom_url` up to and including `/api/v3`.
    """

    pos_url: str = ""
    ecom_store_id: str = ""
    ecom_url: str = ECOM_URL

    def overridden(self, environ: Mapping[str, str]) -> "StoreAddresses":
        """The same with what the environment says instead (DESIGN §8)."""
        given = {
            "pos_url": environ.get("COUNTERPART_POS_URL", "").strip().rstrip("/"),
            "ecom_url": environ.get("COUNTERPART_ECOM_URL", "").strip().rstrip("/"),
            "ecom_store_id": environ.get("COUNTERPART_ECOM_STORE_ID", "").strip(),
        }
        return replace(self, **{name: value for name, value in given.items() if value})

    def entry(self, side: Side) -> str:
        """The keyring entry of a store's token.

        It names the host, so that a token saved for one host is never sent to another.
        """
        if side == "pos":
            return f"pos:{_host(self.pos_url)}"
        return f"ecom:{_host(self.ecom_url)}/{self.ecom_store_id}"


@dataclass(frozen=True, slots=True)
class Credentials:
    """All that is needed to speak with both stores; what it prints holds no token."""

    pos_url: str
    ecom_url: str
    ecom_store_id: str
    pos_token: str = field(repr=False)
    ecom_token: str = field(repr=False)


class Tokens:
    """Reads, saves and forgets tokens in the system's keyring.

    Every method raises `KeyringUnavailable`. The keyring is first looked for when it is used.
    """

    def __init__(self, find: "Callable[[], KeyringBackend] | None" = None) -> None:
        self._find = find or system_keyring

    def backend(self) -> str:
        """The name of the keyring in use, for a report."""
        with _explained():
            return _module(self._find())

    def read(self, entry: str) -> str | None:
        """The token saved under this entry, or None."""
        with _explained():
            return self._find().get_password(SERVICE, entry)

    def save(self, entry: str, token: str) -> None:
        """Save a token under this entry, instead of the one that was there."""
        with _explained(token):
            self._find().set_password(SERVICE, entry, token)

    def forget(self, entry: str) -> None:
        """Delete this entry, if it is there."""
        if self.read(entry) is None:
            return
        with _explained():
            self._find().delete_password(SERVICE, entry)


def system_keyring() -> "KeyringBackend":
    """The operating system's keyring. Raises `KeyringUnavailable` when there is none to trust."""
    import keyring  # noqa: PLC0415 - takes 100 ms, which a run with variables given saves.
    from keyring.backends.chainer import ChainerBackend  # noqa: PLC0415 - as above.

    chosen = keyring.get_keyring()
    candidates = chosen.backends if isinstance(chosen, ChainerBackend) else [chosen]
    for candidate in candidates:
        if _module(candidate) in _OWN_TO_SYSTEMS:
            return candidate
    raise KeyringUnavailable(
        f"This computer offers no keyring to keep tokens in (found: {_names(candidates)}).",
        "On Linux, install GNOME Keyring or KDE Wallet and sign in to the desktop; elsewhere, "
        f"remove the keyring configuration that chooses another one. {_WITHOUT}",
    )


def find_credentials(
    saved: StoreAddresses, tokens: Tokens, environ: Mapping[str, str]
) -> Credentials:
    """Addresses and tokens of both stores: what the environment gives, else what was saved.

    The keyring is not touched for a token that the environment gives. Raises `NotConnected`
    when something was never given, and `KeyringUnavailable`.
    """
    stores = saved.overridden(environ)
    if not stores.pos_url:
        raise _not_connected("The address of the POS is not set.", "COUNTERPART_POS_URL")
    if not stores.ecom_store_id:
        raise _not_connected(
            "The number of the online store is not set.", "COUNTERPART_ECOM_STORE_ID"
        )
    return Credentials(
        pos_url=stores.pos_url,
        ecom_url=stores.ecom_url,
        ecom_store_id=stores.ecom_store_id,
        pos_token=_token("pos", stores, tokens, environ),
        ecom_token=_token("ecom", stores, tokens, environ),
    )


def _token(side: Side, stores: StoreAddresses, tokens: Tokens, environ: Mapping[str, str]) -> str:
    given = environ.get(TOKEN_VARIABLES[side], "").strip()
    token = given or tokens.read(stores.entry(side))
    if not token:
        raise _not_connected(f"There is no token for {SIDE_NAMES[side]}.", TOKEN_VARIABLES[side])
    return token


def _not_connected(message: str, variable: str) -> NotConnected:
    return NotConnected(message, f"Run `counterpart connect`, or set {variable}.")


@contextmanager
def _explained(token: str = "") -> Iterator[None]:
    """Turn a keyring's failure into `KeyringUnavailable`, whose words never hold the token."""
    try:
        yield
    except CounterpartError:
        raise
    except Exception as error:
        raise _unavailable(error, token) from error


def _unavailable(error: Exception, token: str) -> KeyringUnavailable:
    from keyring import errors  # noqa: PLC0415 - as above.

    if isinstance(error, errors.KeyringLocked):
        return KeyringLocked(
            "The keyring that holds the tokens is locked.",
            "Unlock it (sign in to the desktop, or open the keyring's own program) and try "
            f"again. {_WITHOUT}",
        )
    if isinstance(error, errors.NoKeyringError):
        return KeyringUnavailable("This computer offers no keyring to keep tokens in.", _WITHOUT)
    reason = f"{type(error).__name__}: {error}"
    if token:
        reason = reason.replace(token, "***")
    return KeyringUnavailable(
        f"The keyring that holds the tokens failed ({reason}).",
        f"Restart the keyring's service, or sign out and in again. {_WITHOUT}",
    )


def _host(url: str) -> str:
    return urlsplit(url).netloc.lower() or url.lower()


def _module(backend: "KeyringBackend") -> str:
    return type(backend).__module__


def _names(backends: "list[KeyringBackend]") -> str:
    return ", ".join(_module(backend) for backend in backends) or "none"
