"""`counterpart online`, `orders` and `settings`: the manager's choices."""

import argparse
from collections.abc import Mapping
from dataclasses import replace

from app.assembly import Assembly
from app.commands.speaking import EXIT_DONE, EXIT_SOME, put, put_json, say
from app.domain.choices import Flag
from app.domain.errors import SettingsWrong
from app.domain.pairing import families
from app.domain.rules import SETTINGS, declared
from app.json_answers import held_order, setting_shown
from app.storage.mirror import SqliteMirror
from app.sync.storage_ports import MirrorState


def online(assembly: Assembly, given: argparse.Namespace) -> int:
    """Carry out `online`: sets the sell-online flag of whole products (R9, R21)."""
    if bool(given.skus) == given.all:
        raise SettingsWrong("Name the SKUs, or say --all.", "One of the two.")
    with assembly.database() as database:
        by_sku = _keys_by_sku(assembly.load(database))
    skus = [sku.strip() for sku in given.skus]
    unknown = [sku for sku in skus if sku not in by_sku]
    wanted = by_sku if given.all else [sku for sku in skus if sku in by_sku]
    keys = {key for sku in wanted for key in by_sku[sku]}
    flag: Flag = given.flag
    assembly.change_choices(
        lambda choices: replace(choices, flags={**choices.flags, **dict.fromkeys(keys, flag)})
    )
    say(f"{len(keys)} products set to {flag}. It takes effect with the next sync.")
    for sku in unknown:
        say(f"There is no product with the SKU “{sku}”. (A sync reads new products first.)")
    return EXIT_SOME if unknown else EXIT_DONE


def _keys_by_sku(state: MirrorState) -> Mapping[str, set[str]]:
    """Keys of the living products by the SKU of any member; "" stands for no SKU at all."""
    system_ids = state.pos_shop.system_product_ids if state.pos_shop else frozenset[str]()
    found: dict[str, set[str]] = {}
    for key, product in families(state.records.values(), system_ids).items():
        if product.deleted:
            continue
        for record in product.members:
            found.setdefault(record.sku, set()).add(key)
    return found


def orders(assembly: Assembly, given: argparse.Namespace) -> int:
    """Carry out `orders`: shows what online orders hold, and ends holds (RULES M4)."""
    with assembly.database() as database:
        mirror = SqliteMirror(database)
        records = assembly.load(database).records
        holds = [hold for hold in mirror.holds() if not hold.ended]
    known = {hold.order_id for hold in holds}
    booked = known & set(given.booked)
    choices = assembly.choices()
    if booked:
        choices = assembly.change_choices(lambda old: replace(old, booked=old.booked | booked))
    rows = [
        held_order(hold, records.get(hold.pos_id))
        for hold in holds
        if hold.order_id not in choices.booked
    ]
    if given.json:
        put_json({"orders": rows})
    else:
        for row in rows:
            put(f"{row['order']}  {row['quantity']} of {row['sku']}")
        if not rows:
            put("No online order holds stock.")
    unknown = [order for order in given.booked if order not in known]
    for order in unknown:
        say(f"The order {order} holds no stock.")
    return EXIT_SOME if unknown else EXIT_DONE


def settings(assembly: Assembly, given: argparse.Namespace) -> int:
    """Carry out `settings`."""
    if given.key is not None:
        setting = declared(given.key)
        if given.value is not None:
            assembly.profile.set_rule(given.key, setting.read(given.value))
    values = assembly.profile.rules().values
    shown = [setting for setting in SETTINGS if given.key in (None, setting.key)]
    if given.json:
        rows = [setting_shown(setting, values[setting.key]) for setting in shown]
        put_json({"settings": rows})
        return EXIT_DONE
    for setting in shown:
        put(f"{setting.key} = {_worded(values[setting.key])}   {setting.label}")
    return EXIT_DONE


def _worded(value: object) -> str:
    if isinstance(value, bool):
        return "on" if value else "off"
    if isinstance(value, list):
        return ", ".join(str(part) for part in value) or "none"
    return str(value)
