"""The state of the sample POS: rows under one rising version, and the ways to change them.

Everything a shop's staff would do goes through here; over HTTP the service only reads.
"""

import base64
import threading
from collections import deque
from collections.abc import Callable
from hashlib import md5
from typing import Any, Self

from app.sample.clock import Clock, SystemClock
from app.sample.faults import Faults
from app.sample.limits import RollingWindow
from app.sample.seen import Seen
from app.sample.x_series.category_tree import CategoryTree
from app.sample.x_series.knobs import XSeriesKnobs
from app.sample.x_series.table import Row, Table
from app.sample.x_series.times import stamp
from app.sample.x_series.tokens import Grants

TABLES = (
    "brands",
    "channels",
    "inventory",
    "outlet_taxes",
    "outlets",
    "payment_types",
    "price_book_products",
    "price_books",
    "product_categories",
    "product_images",
    "products",
    "registers",
    "sales",
    "suppliers",
    "tags",
    "taxes",
    "users",
    "variant_attributes",
)

_FIRST_VERSION = 41_200_700_000
_KEPT_REQUESTS = 500_000
_STAMPED = frozenset({"products", "sales"})
# Resource to the field by which products name it; its name is printed inside products.
_EMBEDDED = {"brands": "brand_id", "suppliers": "supplier_id", "tags": "tag_ids"}


class XSeriesStore:
    """One retailer's POS.

    `tables` hold the rows with wire names; products leave out fields at their default and name
    brands, categories, suppliers and tags by id alone. `lock` makes several changes one.
    """

    def __init__(
        self,
        clock: Clock | None = None,
        faults: Faults | None = None,
        knobs: XSeriesKnobs | None = None,
        seed: int = 0,
    ) -> None:
        self.clock = clock or SystemClock()
        self.faults = faults or Faults()
        self.knobs = knobs or XSeriesKnobs()
        self.seed = seed
        self.lock = threading.RLock()
        self.requests: deque[Seen] = deque(maxlen=_KEPT_REQUESTS)
        self.on_request: Callable[[Seen], None] | None = None
        """Called with each request once its answer is made, before it is sent."""
        self.retailer: Row = {}
        self.user_id: str | None = None
        """Whose token it is, for `/user`."""
        self.tables = {name: Table() for name in TABLES}
        self.pictures: dict[str, int | bytes] = {}
        """Picture id to the seed it is drawn from, or to its file; kept when taken off products."""
        self.grants = Grants()
        self.window = RollingWindow(self.clock)
        self._version = _FIRST_VERSION
        self._serial = 0
        self._writes = 0
        self._families: dict[str, list[str]] = {}
        self._levels: dict[str, list[str]] = {}
        self._tree: CategoryTree | None = None

    @property
    def version(self) -> int:
        """The highest version given out so far."""
        return self._version

    def http_requests(self) -> int:
        """Count the API requests received, without those to the picture server."""
        return sum(seen.path.startswith("/api/") for seen in self.requests)

    @property
    def writes_seen(self) -> list[Seen]:
        """The requests that asked for a change; a client that only reads never sends one."""
        return [seen for seen in list(self.requests) if seen.write]

    def record(self, seen: Seen) -> None:
        """Put a request on record and tell `on_request`."""
        self.requests.append(seen)
        if self.on_request is not None:
            self.on_request(seen)

    def new_id(self) -> str:
        """Return the next id: looks like a uuid, the same for the same seed and history."""
        self._serial += 1
        text = md5(f"{self.seed}/{self._serial}".encode(), usedforsecurity=False).hexdigest()
        return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"

    def reserve_version(self) -> int:
        """Take a version now, to commit a row with it later; meanwhile others may overtake it."""
        with self.lock:
            # Gaps, as on the real service; at least one free version below each one used.
            self._version += 2 + self._version // 3 % 7
            return self._version

    def add(self, table: str, row: Row) -> str:
        """Add a row and return its id, which is given to it unless it brings one."""
        with self.lock:
            key = row.get("id") or self.new_id()
            added = {"id": key, **row, "deleted_at": row.get("deleted_at")}
            if table in _STAMPED:
                now = stamp(self.clock.now())
                added = {**added, "created_at": row.get("created_at", now), "updated_at": now}
            self._write(table, key, {**added, "version": self._next_version(table)})
            self._index(table, added)
            return str(key)

    def change(self, table: str, key: str, *, version: int | None = None, **fields: Any) -> None:
        """Set fields of a row, which moves it to `version` or to the next one.

        Raises KeyError for an unknown id.
        """
        with self.lock:
            changed = {**self.tables[table].rows[key], **fields}
            if table in _STAMPED:
                changed["updated_at"] = stamp(self.clock.now())
            changed["version"] = version or self._next_version(table)
            self._write(table, key, changed)
            self._move_embedding(table, key)

    def change_quietly(self, table: str, key: str, **fields: Any) -> None:
        """Set fields of a row without moving its version."""
        with self.lock:
            held = self.tables[table]
            held.rewrite(key, {**held.rows[key], **fields})

    def delete(self, table: str, key: str) -> None:
        """Mark a row as deleted; it stays in the list for those who ask for deleted rows."""
        self.change(table, key, deleted_at=stamp(self.clock.now()))

    def add_picture(self, picture: int | bytes) -> Row:
        """Put a picture on the server, by seed or as a file; return its `images` entry."""
        with self.lock:
            key = self.new_id()
            self.pictures[key] = picture
            return {"id": key, "version": self.reserve_version()}

    def set_images(self, product_id: str, images: list[Row], *, of_variant: bool = False) -> None:
        """Give a product's family its pictures, in order, or one variant its own."""
        name = "skuImages" if of_variant else "images"
        with self.lock:
            row = self.product(product_id)
            members = [row] if of_variant else self.family(product_id)
            for member in members:
                fields: dict[str, Any] = {name: images}
                if self.knobs.pictures_move_version:
                    self.change("products", member["id"], version=None, **fields)
                else:
                    self.change_quietly("products", member["id"], **fields)

    def product(self, product_id: str) -> Row:
        """Return a product's row. Raises KeyError for an unknown id."""
        return self.tables["products"].rows[product_id]

    def live_products(self) -> list[Row]:
        """Return all products that are not deleted, lowest version first."""
        with self.lock:
            return [row for row in self.tables["products"] if not row["deleted_at"]]

    def family(self, product_id: str, *, deleted: bool = False) -> list[Row]:
        """Return the members of a product's family, itself included, in order of creation."""
        rows = self.tables["products"].rows
        family_id = self.product(product_id).get("family_id", product_id)
        members = [rows[key] for key in self._families.get(family_id, [product_id])]
        return [row for row in members if deleted or not row["deleted_at"]]

    def levels(self, product_id: str) -> list[Row]:
        """Return a product's inventory rows, deleted ones included."""
        rows = self.tables["inventory"].rows
        return [rows[key] for key in self._levels.get(product_id, [])]

    def category_tree(self) -> CategoryTree:
        """Return the categories as a tree."""
        with self.lock:
            if self._tree is None:
                self._tree = CategoryTree(self.tables["product_categories"])
            return self._tree

    def registers_open(self) -> int:
        """Count the registers that are not deleted."""
        return sum(not row["deleted_at"] for row in self.tables["registers"])

    def to_json(self) -> dict[str, Any]:
        """Return the whole state as JSON; the same state gives the same JSON."""
        with self.lock:
            return {
                "series": "X",
                "seed": self.seed,
                "serial": self._serial,
                "version": self._version,
                "writes": self._writes,
                "retailer": self.retailer,
                "user_id": self.user_id,
                "tables": {name: list(table) for name, table in self.tables.items()},
                "families": {key: ids for key, ids in self._families.items() if len(ids) > 1},
                "pictures": {key: _packed(picture) for key, picture in self.pictures.items()},
            }

    @classmethod
    def from_json(
        cls,
        data: dict[str, Any],
        clock: Clock | None = None,
        faults: Faults | None = None,
        knobs: XSeriesKnobs | None = None,
    ) -> Self:
        """Make a store of what `to_json` gave. Raises KeyError for anything else."""
        store = cls(clock, faults, knobs, data["seed"])
        for name in TABLES:
            for row in data["tables"][name]:
                store.tables[name].write(row["id"], row)
        for row in data["tables"]["products"]:
            store._index("products", row)
        # Members stand in order of creation, which their versions no longer tell.
        store._families.update({key: list(ids) for key, ids in data["families"].items()})
        for row in data["tables"]["inventory"]:
            store._index("inventory", row)
        store.pictures = {key: _unpacked(kept) for key, kept in data["pictures"].items()}
        store.retailer, store.user_id = data["retailer"], data["user_id"]
        store._serial, store._version = data["serial"], data["version"]
        store._writes = data["writes"]
        return store

    def _next_version(self, table: str) -> int:
        self._writes += 1
        share = self.knobs.late_commits
        late = share > 0 and self._writes * 0.6180339887 % 1.0 < share
        if not late:
            return self.reserve_version()
        version = self._version - 1
        while self.tables[table].has_version(version):
            version -= 1
        return version

    def _write(self, table: str, key: str, row: Row) -> None:
        self.tables[table].write(key, row)
        if table == "product_categories":
            self._tree = None
        elif table == "products" and row.get("variant_parent_id"):
            # The parent prints how many members there are.
            self.tables[table].uncache_row(row["variant_parent_id"])

    def _index(self, table: str, row: Row) -> None:
        if table == "products":
            family_id = str(row.get("family_id", row["id"]))
            self._families.setdefault(family_id, []).append(row["id"])
        elif table == "inventory":
            self._levels.setdefault(str(row["product_id"]), []).append(row["id"])

    def _move_embedding(self, table: str, key: str) -> None:
        """Let the products show what changed in a row that is printed inside them."""
        if table not in _EMBEDDED and table != "product_categories":
            return
        products = self.tables["products"]
        products.uncache()
        if not self.knobs.renames_move_products:
            return
        if table == "product_categories":
            below = self.category_tree().below(key)
            moved = [row["id"] for row in products if row.get("product_type_id") in below]
        else:
            field = _EMBEDDED[table]
            moved = [row["id"] for row in products if key in _ids(row.get(field))]
        for product_id in moved:
            self.change("products", product_id)


def _ids(value: str | list[str] | None) -> list[str]:
    return value if isinstance(value, list) else [value] if value else []


def _packed(picture: int | bytes) -> int | str:
    return picture if isinstance(picture, int) else base64.b64encode(picture).decode()


def _unpacked(kept: int | str) -> int | bytes:
    return kept if isinstance(kept, int) else base64.b64decode(kept)
