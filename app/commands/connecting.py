"""`counterpart connect`: asks for the two stores and their tokens, tests and stores them."""

import argparse
import asyncio
import getpass
import os

from app.assembly import Assembly, trial_services
from app.commands.speaking import EXIT_DONE, EXIT_SOME, say
from app.connectors.open import pos_url
from app.domain.errors import KeyringUnavailable, SettingsWrong
from app.storage.secrets import Credentials, StoreAddresses, Tokens
from app.sync.ports import Scope


def connect(assembly: Assembly, given: argparse.Namespace) -> int:
    """Carry out `connect`."""
    del given
    try:
        stores, found = _ask()
    except EOFError:
        raise SettingsWrong(
            "There is nobody to answer here.", "Run `counterpart connect` in a terminal."
        ) from None
    missing = asyncio.run(_test_connection(assembly, found))
    _save(assembly, stores, found)
    return EXIT_SOME if missing else EXIT_DONE


def _ask() -> tuple[StoreAddresses, Credentials]:
    say("The POS: its name as in NAME.retail.lightspeed.app, and a personal token")
    say("(back office, Setup, Personal tokens). Counterpart only ever reads the POS.")
    address = pos_url(input("POS name: "))
    pos_token = getpass.getpass("POS token (not shown): ").strip()
    say("The online store: its store number, and the secret token of its custom app.")
    stores = StoreAddresses(address, input("Store number: ").strip())
    ecom_token = getpass.getpass("Online store token (not shown): ").strip()
    stores = stores.overridden(
        {name: os.environ[name] for name in ("COUNTERPART_ECOM_URL",) if name in os.environ}
    )
    return stores, Credentials(
        stores.pos_url, stores.ecom_url, stores.ecom_store_id, pos_token, ecom_token
    )


async def _test_connection(assembly: Assembly, found: Credentials) -> bool:
    services = trial_services(assembly, found)
    try:
        pos, ecom = await services.pos.shop(), await services.ecom.shop()
        say(f"Found the POS of {pos.name} and the online store {ecom.name}.")
        scopes = (*await services.pos.scopes(), *await services.ecom.scopes())
        for scope in scopes:
            say(f"  [{'x' if scope.granted else ' '}] {scope.purpose}")
        lacking = [scope for scope in scopes if scope.needed and not scope.granted]
        for scope in lacking:
            say(_lacking(scope))
        return bool(lacking)
    finally:
        await services.pos.aclose()
        await services.ecom.aclose()


def _lacking(scope: Scope) -> str:
    return f"The token may not {scope.purpose}. Make one that has the permission {scope.name}."


def _save(assembly: Assembly, stores: StoreAddresses, found: Credentials) -> None:
    tokens = Tokens()
    try:
        tokens.save(stores.entry("pos"), found.pos_token)
        tokens.save(stores.entry("ecom"), found.ecom_token)
    except KeyringUnavailable as error:
        raise KeyringUnavailable(error.message, f"{error.remedy} Nothing was saved.") from error
    assembly.profile.save_stores(stores)
    say("Both tokens are in this computer's keyring. Next: `counterpart sync --check`.")
