"""Fills a database as a corner shop does in a few weeks, with the code it is run beside.

The databases in this folder were made by it from the code of their time (see README.md).
"""

import asyncio
import sqlite3
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from app.domain.actions import Action, Change
from app.domain.steps import PutProduct
from app.sample import mutations_pos as pos
from app.sample import mutations_till as till
from app.sample.e_series import orders
from app.sample.e_series import products as online
from app.storage.database import SCHEMA, open_database
from app.storage.journal import SqliteJournal
from tests.sync.rig import Rig

DAY = 86_400


async def fill(folder: Path) -> None:
    """Leave `shop.sqlite` in the folder: everything that the engine ever keeps is in it."""
    rig = Rig.corner_shop(folder)
    _furnish(rig)
    await rig.sync()
    rig.clock.advance(DAY)
    await _some_days(rig)
    await _troubles(rig)
    _interrupted(rig)
    if len(SCHEMA) >= 2:
        _rows(rig)
    _tidied(folder / "shop.sqlite")


def _furnish(rig: Rig) -> None:
    kitchen = pos.add_category(rig.pos, "Kitchen")
    pos.move_category(rig.pos, rig.mug, pos.add_category(rig.pos, "Mugs", kitchen))
    pos.describe(rig.pos, rig.mug, "<p>Holds <b>coffee</b> — “hot”.</p>")
    pos.change_barcode(rig.pos, rig.mug, "012345678905", "UPC")
    pos.change_weight(rig.pos, rig.mug, 0.25, "KG")
    pos.change_dimensions(rig.pos, rig.lamp, (40, 15, 15), "CM")
    pos.add_picture(rig.pos, rig.mug, 1)
    pos.add_picture(rig.pos, rig.tee, 2)
    if len(SCHEMA) >= 4:
        till.set_reorder_point(rig.pos, rig.mug, rig.outlets[0], 3)
    for number in range(1, 6):
        rig.add(f"Plate {number}", f"PLATE-{number}", 10.0 + number, stock=10)
    rig.add("Café “Übersee” 1 kg", "CAFÉ-1", 18.9, stock=25)
    rig.add("Oil can", "OIL-1", 9.0, stock=4)
    rig.flag(rig.key(rig.lamp), "on")


async def _some_days(rig: Rig) -> None:
    pos.reprice(rig.pos, rig.mug, 15.5)
    till.sell(rig.pos, rig.tee_blue, 1)
    await rig.sync()
    rig.clock.advance(DAY)
    mug = rig.products()["MUG-1"]["id"]
    orders.place(rig.ecom, [orders.Line(mug, 2)])
    rig.clock.advance(600)
    till.receive_stock(rig.pos, rig.mug, rig.outlets[0], 4)
    await rig.sync()
    rig.clock.advance(DAY)
    pos.deactivate(rig.pos, _record(rig, "PLATE-5"))
    await rig.sync()
    rig.clock.advance(DAY)


async def _troubles(rig: Rig) -> None:
    rig.settings["removal.mode"] = "hide"
    pos.delete_product(rig.pos, _record(rig, "PLATE-4"))
    _delete_online(rig, "OIL-1")
    rig.ecom.knobs = replace(rig.ecom.knobs, max_name_length=30)
    rig.add("A name that is far too long for this shop", "LONG-1", 5.0)
    pos.delete_product(rig.pos, rig.lamp)
    await rig.sync()
    rig.flag(rig.key(_record(rig, "OIL-1")), "off")
    _delete_online(rig, "OIL-1")
    rig.clock.advance(DAY)
    await rig.sync()
    rig.flag(rig.key(_record(rig, "PLATE-3")), "off")
    await rig.sync(yes=False)


def _record(rig: Rig, sku: str) -> str:
    rows = rig.pos.tables["products"].rows.values()
    return str(next(row["id"] for row in rows if row["sku"] == sku))


def _delete_online(rig: Rig, sku: str) -> None:
    with rig.ecom.lock:
        online.delete(rig.ecom, rig.products()[sku]["id"])
    rig.clock.advance(60)


def _interrupted(rig: Rig) -> None:
    """A run that was killed after it had sent a write."""
    database, _ = open_database(rig.folder / "shop.sqlite")
    journal = SqliteJournal(database)
    run = journal.start_run("sync", "2026-09-28T09:30:00+00:00", False)
    price = Change("price", None, "11.00", "11.50")
    plate = rig.products()["PLATE-1"]["id"]
    key = rig.key(_record(rig, "PLATE-1"))
    step = PutProduct({"price": "11.50"})
    journal.save_plan(run, [Action("update", key, plate, "PLATE-1", "Plate 1", (price,), (step,))])
    journal.save_before(run, key, b'{"price":11.0}')
    journal.intend(run, key, plate, step, int(rig.clock.now()), body=b'{"price":11.5}')
    database.close()


def _rows(rig: Rig) -> None:
    import app.facts.making_rows as making  # noqa: PLC0415 - not in every version.
    from app.domain.planning import assess_all  # noqa: PLC0415
    from app.domain.rules import Rules  # noqa: PLC0415
    from app.facts.row_values import Ground  # noqa: PLC0415
    from app.facts.rows import packed  # noqa: PLC0415
    from app.sync.world import glance  # noqa: PLC0415

    with rig.mirror() as mirror:
        world = glance(mirror.load(), rig.choices, Rules.of(rig.settings), rig.clock.now())
        ground: Any = Ground(world.situation, {}, int(rig.clock.now()), {})
        found = assess_all(world.catalogue, world.situation)
        made = [making.make_row(one, ground, making.writes(one)) for one in found]
        mirror.save_rows({row.id: packed(row) for row in made})


def _tidied(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode=DELETE")
    connection.execute("VACUUM")
    connection.close()


if __name__ == "__main__":
    asyncio.run(fill(Path(sys.argv[1])))
