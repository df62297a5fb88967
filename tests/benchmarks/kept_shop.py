"""A computer that has known a large settled shop for long: its home folder, without any service."""

import time
from datetime import UTC, datetime
from pathlib import Path

from app.assembly import Assembly
from app.controller.desk import Desk
from app.domain.product import EcomRead, EcomShop, InventoryRow, Outlet, PosRead, PosShop, Register
from app.storage.mirror import SqliteMirror
from app.workplace import LocalWorkplace
from tests.benchmarks.planning import OUTLET, shop

NOBODY = "http://127.0.0.1:9"
"""An address where nothing answers."""


def environment(home: Path) -> dict[str, str]:
    """The environment in which Counterpart finds that home, and no service."""
    return {
        "COUNTERPART_HOME": str(home),
        "COUNTERPART_POS_URL": f"{NOBODY}/api",
        "COUNTERPART_POS_TOKEN": "lsxs_pt_sample",
        "COUNTERPART_ECOM_URL": f"{NOBODY}/api/v3",
        "COUNTERPART_ECOM_STORE_ID": "1003",
        "COUNTERPART_ECOM_TOKEN": "secret_sample",
    }


def keep_shop(home: Path, products: int) -> None:
    """Fill a home folder with a settled shop and the rows of its catalogue."""
    catalogue, situation = shop(products)
    environ = environment(home)
    assembly = Assembly(environ)
    records = [r for product in catalogue.products.values() for r in product.members]
    with assembly.database() as database:
        mirror = SqliteMirror(database)
        mirror.save_pos(PosRead(tuple(records)))
        mirror.save_ecom(EcomRead(tuple(catalogue.online.values())))
        mirror.save_inventory(
            [
                InventoryRow(record, OUTLET, level, 1)
                for record, rows in situation.levels.items()
                for level in rows.values()
            ]
        )
        mirror.save_links(dict(catalogue.links))
        mirror.save_bases(dict(catalogue.bases))
        mirror.save_premises([Outlet(OUTLET, "Shop")], [Register("till", "Till", OUTLET)])
        mirror.save_pos_shop(PosShop("1", "Fern & Flint", "fern", "GBP", False))
        mirror.save_shop(EcomShop(1003, "fernandflint", "", "GBP", 2, True, "KILOGRAM", "CM", "en"))
        mirror.save_fact("first.done", 1)
        mirror.save_fact("latest.day", datetime.now(UTC).isoformat(timespec="seconds"))
    assembly.change_choices(lambda _: situation.choices)
    desk = Desk(LocalWorkplace(assembly, environ), time.time())
    desk.open()
    desk.read(time.time())
    desk.close()
