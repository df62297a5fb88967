"""Tokens are in no file, log, bundle, argument or message, wherever somebody put them."""

import argparse
import copy
import json
import logging
import traceback
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from keyring.backend import KeyringBackend
from keyring.backends.chainer import ChainerBackend
from keyring.backends.fail import Keyring as FailKeyring
from keyring.backends.null import Keyring as NullKeyring

from app.assembly import Assembly, trial_services
from app.commands import main, parser
from app.connectors.open import open_ecom, open_pos
from app.domain.errors import KeyringUnavailable
from app.log import SecretMask, log_file
from app.storage.diagnostics import PACKAGES
from app.storage.secrets import Credentials, Tokens, system_keyring

POS_TOKEN = "plain7pos7token7without7a7sign"
ECOM_TOKEN = "plain7ecom7token7without7a7sign"
LOOKS = (
    "lsxs_pt_AbC123dEf456",
    "secret_XyZ987wVu654",
    "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJlX29mX2l0",
)
"""Tokens that nobody told us, and what gives them away."""


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Data of a shop whose tokens come from the environment."""
    monkeypatch.setenv("COUNTERPART_HOME", str(tmp_path))
    monkeypatch.setenv("COUNTERPART_POS_URL", "https://harbour.retail.lightspeed.app/api")
    monkeypatch.setenv("COUNTERPART_ECOM_STORE_ID", "10025003")
    monkeypatch.setenv("COUNTERPART_POS_TOKEN", POS_TOKEN)
    monkeypatch.setenv("COUNTERPART_ECOM_TOKEN", ECOM_TOKEN)
    monkeypatch.setenv("HTTPS_PROXY", "http://bob:hunter2@proxy.example:3128")
    return tmp_path


def _planted() -> Iterator[str]:
    for token in (POS_TOKEN, ECOM_TOKEN, *LOOKS):
        yield f"GET https://shop.example/api/products?token={token}&page=1"
        yield f"https://user:{token}@shop.example/api"
        yield f"Authorization: Bearer {token}"
        yield f"headers={{'authorization': 'Bearer {token}'}}"
        yield f'{{"access_token": "{token}"}}'
        yield f"A product called “{token}”, described as <p>{token}</p>"
        yield f"the service said: bad token {token}!"


def _bundle(home: Path) -> dict[str, str]:
    path = home / "bundle.zip"
    assert main(["diagnose", str(path)]) == 0
    assert path.stat().st_mode & 0o077 == 0
    with zipfile.ZipFile(path) as bundle:
        return {name: bundle.read(name).decode("utf-8") for name in bundle.namelist()}


def test_a_bundle_holds_no_secret(home: Path) -> None:
    """Planted in addresses, headers, exceptions, free text, settings, old logs, and names."""
    logs = home / "logs"
    logs.mkdir()
    lines = list(_planted())
    # As an older version without a mask might have left it.
    (logs / "counterpart.log.1").write_text("\n".join(lines), "utf-8")
    (logs / f"{LOOKS[0]}.log").write_text("x", "utf-8")
    settings = home / "settings"
    settings.mkdir()
    stores = {"pos_url": f"https://x:{LOOKS[1]}@shop.example/api?token={LOOKS[0]}"}
    (settings / "settings.json").write_text(json.dumps({"stores": stores}), "utf-8")
    with Assembly({"COUNTERPART_HOME": str(home)}).database() as database:
        values = (1, "2026-01-01", f"sync {POS_TOKEN}", 1, json.dumps({"x": LOOKS[2]}))
        with database.transaction() as connection:
            connection.execute(
                "INSERT INTO runs (run, started, mode, attended, counts) VALUES (?, ?, ?, ?, ?)",
                values,
            )
    found = _bundle(home)
    told = "\n".join((*found, *found.values()))
    for secret in (POS_TOKEN, ECOM_TOKEN, *LOOKS, "hunter2", "bob"):
        assert secret not in told
    assert "harbour.retail.lightspeed.app" in found["settings.json"]


def test_a_bundle_tells_what_helps(home: Path) -> None:
    """What runs here, how it is set, what is kept, how the last runs went."""
    assert main(["settings", "stock.buffer", "2"]) == 0
    found = _bundle(home)
    assert {"about.json", "settings.json", "database.json", "files.txt"} <= set(found)
    about = json.loads(found["about.json"])
    assert set(about["packages"]) == set(PACKAGES)
    assert "COUNTERPART_POS_TOKEN" in about["variables"]
    assert json.loads(found["settings.json"])["settings"] == {"stock.buffer": 2}
    assert json.loads(found["database.json"])["there"] is False


def test_a_bundle_is_made_of_ruins(home: Path) -> None:
    """That is when it is needed: damaged settings, a broken database, a link for a log."""
    for name in ("settings", "data", "logs"):
        (home / name).mkdir()
    (home / "settings" / "settings.json").write_text("{", "utf-8")
    assembly = Assembly({"COUNTERPART_HOME": str(home)})
    path = assembly.database_path()
    path.write_bytes(b"no database at all" * 100)
    secret = home / "secret"
    secret.write_text(POS_TOKEN)
    (home / "logs" / "b.log").symlink_to(secret)
    assembly.write_diagnostics(home / "bundle.zip")
    with zipfile.ZipFile(home / "bundle.zip") as bundle:
        assert "logs/b.log" not in bundle.namelist()
        assert "unreadable" in bundle.read("database.json").decode()


@pytest.mark.parametrize("line", list(_planted()))
def test_no_log_line_holds_a_token(line: str, tmp_path: Path) -> None:
    """In messages, arguments, exceptions with their causes, and stacks."""
    mask = SecretMask()
    mask.hide(POS_TOKEN)
    mask.hide(ECOM_TOKEN)
    log = logging.getLogger("app.test_secrets")
    with log_file(tmp_path, mask) as path:
        log.info(line)
        log.info("%s %r", line, {"a": line})
        try:
            try:
                raise ValueError(line)  # noqa: TRY301
            except ValueError as cause:
                raise RuntimeError("outer " + line) from cause
        except RuntimeError:
            log.exception("failed")
    written = path.read_text("utf-8")
    for secret in (POS_TOKEN, ECOM_TOKEN, *LOOKS):
        assert secret not in written


def test_what_holds_tokens_prints_none() -> None:
    """Neither `repr` nor a traceback nor the dump of an object shows them."""
    found = Credentials("https://a.example/api", "https://b.example", "1", POS_TOKEN, ECOM_TOKEN)
    assembly = Assembly({"COUNTERPART_HOME": "unused", "COUNTERPART_POS_TOKEN": POS_TOKEN})
    services = trial_services(assembly, found)
    things = [
        *(found, assembly, services, services.pos, services.ecom, assembly.mask, Tokens()),
        *(services.pos._client, services.ecom._client, services.pos._client._http),
        open_pos(found.pos_url, POS_TOKEN),
        open_ecom(found.ecom_url, 1, ECOM_TOKEN),
    ]
    for thing in things:
        told = f"{thing!r} {thing}"
        assert POS_TOKEN not in told
        assert ECOM_TOKEN not in told
    try:
        raise ValueError(found, services)  # noqa: TRY301
    except ValueError as error:
        shown = "".join(traceback.format_exception(error))
    assert POS_TOKEN not in shown
    assert copy.copy(found) == found


def test_no_token_is_taken_from_the_command_line() -> None:
    """Everybody on a computer can read the arguments of its processes."""
    options: list[str] = []

    def gather(of: argparse.ArgumentParser) -> None:
        for action in of._actions:
            options.extend((*action.option_strings, action.dest))
            if isinstance(action, argparse._SubParsersAction):
                for inner in action.choices.values():
                    gather(inner)

    gather(parser())
    assert "--demo" in options
    assert not [name for name in options if "token" in name or "secret" in name or "pass" in name]


class PlaintextKeyring(KeyringBackend):
    """As `keyrings.alt` has it: a file that everybody can read."""

    priority = 5.0

    def get_password(self, service: str, username: str) -> str | None:
        """Never asked."""
        raise AssertionError(service + username)

    def set_password(self, service: str, username: str, password: str) -> None:
        """Never asked."""
        raise AssertionError(service + username + password)


PlaintextKeyring.__module__ = "keyrings.alt.file"


@pytest.mark.parametrize("ring", [PlaintextKeyring, FailKeyring, NullKeyring])
def test_keyrings_that_are_none_are_refused_in_words(
    ring: type[KeyringBackend], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A plain file, none at all, and one that forgets; alone or first of several."""
    monkeypatch.setattr("keyring.get_keyring", ring)
    with pytest.raises(KeyringUnavailable, match="COUNTERPART_POS_TOKEN"):
        Tokens().save("pos:shop.example", POS_TOKEN)

    class Several(ChainerBackend):
        backends = [ring()]  # noqa: RUF012 - as a chain holds them

    monkeypatch.setattr("keyring.get_keyring", Several)
    with pytest.raises(KeyringUnavailable):
        system_keyring()


def test_saved_files_hold_no_token(home: Path) -> None:
    """After commands that read the tokens: nothing of them lies anywhere."""
    main(["status"])
    main(["settings"])
    main(["outlets"])
    for path in home.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            assert POS_TOKEN.encode() not in content
            assert ECOM_TOKEN.encode() not in content
