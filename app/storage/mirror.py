"""The mirror in SQLite: normalised records beside compressed raw answers (RULES S3)."""

import json
import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal

import msgspec

from app.domain.categories import CategoryLink
from app.domain.fields import UNKNOWN
from app.domain.pairing import MISSING, Base, Link, UnitBase
from app.domain.product import (
    EcomCategory,
    EcomProduct,
    EcomRead,
    EcomShop,
    InventoryRow,
    Outlet,
    PosCategory,
    PosRead,
    PosRecord,
    PosShop,
    Register,
)
from app.storage.database import Database
from app.storage.soundness import making_sense
from app.sync.storage_ports import FactValue, Failure, Hold, MirrorState

_encode = msgspec.msgpack.Encoder().encode
_records = msgspec.msgpack.Decoder(PosRecord)
_online = msgspec.msgpack.Decoder(EcomProduct)
_links = msgspec.msgpack.Decoder(Link)
_category_links = msgspec.msgpack.Decoder(CategoryLink)
_pos_categories = msgspec.json.Decoder(tuple[PosCategory, ...])
_ecom_categories = msgspec.json.Decoder(tuple[EcomCategory, ...])


def _packed(raw: bytes) -> bytes:
    return zlib.compress(raw, 1)


class SqliteMirror:
    """`app.sync.storage_ports.Mirror` in one SQLite file."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @making_sense()
    def load(self) -> MirrorState:
        """Read everything the engine works with; raw answers and texts stay in the file."""
        with self._database.transaction() as db:
            state = MirrorState(
                records={k: _records.decode(v) for k, v in db.execute(_ALL["pos_records"])},
                online={k: _online.decode(v) for k, v in db.execute(_ALL["ecom_products"])},
                links={k: _links.decode(v) for k, v in db.execute(_ALL["links"])},
                lost={k: _links.decode(v) for k, v in db.execute(_ALL["lost_links"])},
                bases={k: _base(v) for k, v in db.execute(_ALL["bases"])},
                category_links={
                    k: _category_links.decode(v) for k, v in db.execute(_ALL["category_links"])
                },
                tokens={(i, u): t for i, u, t in db.execute("SELECT * FROM picture_tokens")},
                told={k: bool(v) for k, v in db.execute("SELECT key, told FROM told")},
                facts={k: json.loads(v) for k, v in db.execute("SELECT name, value FROM facts")},
            )
            state.failed = dict(db.execute("SELECT key, error FROM failures"))
            for product, outlet, level in db.execute(
                "SELECT product_id, outlet_id, level FROM inventory"
            ):
                state.levels.setdefault(product, {})[outlet] = Decimal(level)
        state.pos_categories = _pos_categories.decode(json.dumps(state.facts.get("pos_cats", [])))
        state.ecom_categories = _ecom_categories.decode(
            json.dumps(state.facts.get("ecom_cats", []))
        )
        outlets = state.facts.get("outlets", [])
        registers = state.facts.get("registers", [])
        state.outlets = msgspec.convert(outlets, tuple[Outlet, ...])
        state.registers = msgspec.convert(registers, tuple[Register, ...])
        if "shop" in state.facts:
            state.shop = msgspec.convert(state.facts["shop"], EcomShop)
        if "pos_shop" in state.facts:
            state.pos_shop = msgspec.convert(state.facts["pos_shop"], PosShop)
        return state

    def save_pos(self, read: PosRead) -> None:
        """Keep records, their raw answers and description texts."""
        rows = [
            (record.id, _encode(record), _packed(read.raw.get(record.id, b"")))
            for record in read.records
        ]
        self._save("INSERT OR REPLACE INTO pos_records VALUES (?, ?, ?)", rows, read.texts)

    def save_ecom(self, read: EcomRead) -> None:
        """Keep products, their raw answers and description texts."""
        rows = [
            (product.id, _encode(product), _packed(read.raw.get(product.id, b"")))
            for product in read.products
        ]
        self._save("INSERT OR REPLACE INTO ecom_products VALUES (?, ?, ?)", rows, read.texts)

    def _save(
        self, statement: str, rows: Sequence[tuple[object, ...]], texts: Mapping[str, str]
    ) -> None:
        packed = [
            (digest, _packed(html.encode("utf-8", "surrogatepass")))
            for digest, html in texts.items()
        ]
        with self._database.transaction() as db:
            db.executemany(statement, rows)
            db.executemany("INSERT OR REPLACE INTO texts VALUES (?, ?)", packed)

    def save_inventory(self, rows: Sequence[InventoryRow]) -> None:
        """Keep levels and when to reorder; a deleted row is taken out."""
        kept = [
            (
                row.product_id,
                row.outlet_id,
                _level(row),
                row.version,
                _text(row.reorder_point),
                _text(row.reorder_amount),
            )
            for row in rows
            if not row.deleted
        ]
        gone = [(row.product_id, row.outlet_id) for row in rows if row.deleted]
        with self._database.transaction() as db:
            db.executemany("INSERT OR REPLACE INTO inventory VALUES (?, ?, ?, ?, ?, ?)", kept)
            db.executemany("DELETE FROM inventory WHERE product_id=? AND outlet_id=?", gone)

    def remove_ecom(self, ecom_ids: Iterable[int]) -> None:
        """Take products out; what eCom last told of them is kept for restoring."""
        ids = [(ecom_id,) for ecom_id in ecom_ids]
        with self._database.transaction() as db:
            db.executemany(
                "INSERT OR REPLACE INTO ecom_gone SELECT id, raw FROM ecom_products WHERE id=?", ids
            )
            db.executemany("DELETE FROM ecom_products WHERE id=?", ids)

    def save_pos_categories(self, categories: Sequence[PosCategory]) -> None:
        """Keep the POS's categories as listed."""
        self.save_fact("pos_cats", msgspec.to_builtins(categories))

    def save_ecom_categories(self, categories: Sequence[EcomCategory]) -> None:
        """Keep eCom's categories as listed."""
        self.save_fact("ecom_cats", msgspec.to_builtins(categories))

    def save_category_links(self, links: Mapping[str, CategoryLink]) -> None:
        """Replace all category links."""
        rows = [(pos_id, _encode(link)) for pos_id, link in links.items()]
        with self._database.transaction() as db:
            db.execute("DELETE FROM category_links")
            db.executemany("INSERT INTO category_links VALUES (?, ?)", rows)

    def save_links(self, links: Mapping[str, Link | None]) -> None:
        """Keep links; None takes one away."""
        self._save_keyed("links", links, _encode)

    def save_lost(self, links: Mapping[str, Link | None]) -> None:
        """Keep links of products that were deleted online; None takes one away."""
        self._save_keyed("lost_links", links, _encode)

    def save_bases(self, bases: Mapping[str, Base | None]) -> None:
        """Keep bases; None takes one away."""
        self._save_keyed("bases", bases, _packed_base)

    def _save_keyed(
        self, table: str, entries: Mapping[str, object], encode: Callable[..., bytes]
    ) -> None:
        kept = [(key, encode(entry)) for key, entry in entries.items() if entry is not None]
        gone = [(key,) for key, entry in entries.items() if entry is None]
        with self._database.transaction() as db:
            db.executemany(_REPLACE[table], kept)
            db.executemany(_DELETE[table], gone)

    def save_tokens(self, tokens: Mapping[tuple[str, str], str]) -> None:
        """Keep content hashes of POS pictures by id and address."""
        rows = [(image_id, url, token) for (image_id, url), token in tokens.items()]
        with self._database.transaction() as db:
            db.executemany("INSERT OR REPLACE INTO picture_tokens VALUES (?, ?, ?)", rows)

    def save_told(self, told: Mapping[str, bool]) -> None:
        """Keep the last value of the POS's own switch (RULES M11)."""
        with self._database.transaction() as db:
            db.executemany("INSERT OR REPLACE INTO told VALUES (?, ?)", list(told.items()))

    def save_premises(self, outlets: Sequence[Outlet], registers: Sequence[Register]) -> None:
        """Keep the POS's outlets and registers."""
        self.save_fact("outlets", msgspec.to_builtins(outlets))
        self.save_fact("registers", msgspec.to_builtins(registers))

    def save_shop(self, shop: EcomShop) -> None:
        """Keep the online store's profile."""
        self.save_fact("shop", msgspec.to_builtins(shop))

    def save_pos_shop(self, shop: PosShop) -> None:
        """Keep what the POS says of the shop as a whole."""
        self.save_fact("pos_shop", msgspec.to_builtins(shop))

    def save_fact(self, name: str, value: FactValue) -> None:
        """Keep one fact: a cursor, a stamp, the profile."""
        with self._database.transaction() as db:
            db.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", (name, json.dumps(value)))

    @making_sense()
    def text(self, digest: str) -> str | None:
        """The description whose normal form has this digest."""
        raw = self._one("SELECT html FROM texts WHERE digest=?", digest)
        return None if raw is None else raw.decode("utf-8", "surrogatepass")

    @making_sense()
    def stock_rows(self, record_id: str) -> tuple[InventoryRow, ...]:
        """What the POS last told of a record's stock, a row for each outlet."""
        with self._database.transaction() as db:
            rows = db.execute(_STOCK_ROWS, (record_id,)).fetchall()
        return tuple(_stock_row(record_id, *row) for row in rows)

    def raw_pos(self, record_id: str) -> bytes | None:
        """What the POS last told of a record."""
        return self._one("SELECT raw FROM pos_records WHERE id=?", record_id)

    def raw_ecom(self, ecom_id: int) -> bytes | None:
        """What eCom last told of a product."""
        return self._one("SELECT raw FROM ecom_products WHERE id=?", ecom_id)

    def raw_gone(self, ecom_id: int) -> bytes | None:
        """What eCom last told of a product that is no longer there."""
        return self._one("SELECT raw FROM ecom_gone WHERE id=?", ecom_id)

    @making_sense()
    def _one(self, query: str, key: str | int) -> bytes | None:
        with self._database.transaction() as db:
            row = db.execute(query, (key,)).fetchone()
        return None if row is None else zlib.decompress(row[0])

    @making_sense()
    def holds(self) -> tuple[Hold, ...]:
        """Every hold, ended ones included."""
        with self._database.transaction() as db:
            rows = db.execute("SELECT * FROM holds").fetchall()
        return tuple(
            Hold(order, pos_id, quantity, since, Decimal(level), bool(ended))
            for order, pos_id, quantity, since, level, ended in rows
        )

    def save_holds(self, holds: Iterable[Hold]) -> None:
        """Keep holds, by order and POS record."""
        rows = [
            (h.order_id, h.pos_id, h.quantity, h.since, str(h.level), int(h.ended)) for h in holds
        ]
        with self._database.transaction() as db:
            db.executemany("INSERT OR REPLACE INTO holds VALUES (?, ?, ?, ?, ?, ?)", rows)

    def save_levels(self, at: int, levels: Mapping[str, Decimal], forget_before: int) -> None:
        """Keep the POS's level over all outlets as it was seen at a time."""
        rows = [(pos_id, at, str(level)) for pos_id, level in levels.items()]
        with self._database.transaction() as db:
            db.executemany("INSERT OR REPLACE INTO level_history VALUES (?, ?, ?)", rows)
            db.execute(
                "DELETE FROM level_history WHERE at < ? AND EXISTS (SELECT 1 FROM level_history l "
                "WHERE l.pos_id = level_history.pos_id AND l.at > level_history.at "
                "AND l.at < ?)",
                (forget_before, forget_before),
            )

    @making_sense()
    def level_history(self, pos_id: str) -> tuple[tuple[int, Decimal], ...]:
        """The levels seen of one record, oldest first."""
        with self._database.transaction() as db:
            rows = db.execute(
                "SELECT at, level FROM level_history WHERE pos_id=? ORDER BY at", (pos_id,)
            ).fetchall()
        return tuple((at, Decimal(level)) for at, level in rows)

    def rows(self) -> list[bytes]:
        """The catalogue's rows as kept last, packed."""
        with self._database.transaction() as db:
            return [data for (data,) in db.execute("SELECT row FROM rows")]

    def save_rows(self, rows: Mapping[str, bytes | None]) -> None:
        """Keep packed rows; None takes one away."""
        self._save_keyed("rows", rows, bytes)

    def failures(self) -> tuple[Failure, ...]:
        """The last failed attempts."""
        with self._database.transaction() as db:
            return tuple(Failure(*row) for row in db.execute("SELECT * FROM failures"))

    def save_failures(self, failures: Iterable[Failure], mended: Iterable[str]) -> None:
        """Keep failed attempts and drop mended ones."""
        rows = [(f.key, f.error, f.tries, f.since, f.signature) for f in failures]
        with self._database.transaction() as db:
            db.executemany("DELETE FROM failures WHERE key=?", [(key,) for key in mended])
            db.executemany("INSERT OR REPLACE INTO failures VALUES (?, ?, ?, ?, ?)", rows)


def _level(row: InventoryRow) -> str:
    return "NaN" if row.unreadable else str(row.level)


def _text(value: Decimal | None) -> str | None:
    return None if value is None else str(value)


def _number(kept: str | None) -> Decimal | None:
    return None if kept is None else Decimal(kept)


def _stock_row(
    record_id: str, outlet: str, level: str, version: int, point: str | None, amount: str | None
) -> InventoryRow:
    told = Decimal(level)
    return InventoryRow(
        record_id,
        outlet,
        Decimal(0) if told.is_nan() else told,
        version,
        unreadable=told.is_nan(),
        reorder_point=_number(point),
        reorder_amount=_number(amount),
    )


_STOCK_ROWS = """
SELECT outlet_id, level, version, reorder_point, reorder_amount FROM inventory WHERE product_id=?
"""
_ALL = {
    "pos_records": "SELECT id, record FROM pos_records",
    "ecom_products": "SELECT id, record FROM ecom_products",
    "links": "SELECT key, data FROM links",
    "lost_links": "SELECT key, data FROM lost_links",
    "bases": "SELECT key, data FROM bases",
    "category_links": "SELECT pos_id, data FROM category_links",
}
_REPLACE = {
    "links": "INSERT OR REPLACE INTO links VALUES (?, ?)",
    "lost_links": "INSERT OR REPLACE INTO lost_links VALUES (?, ?)",
    "bases": "INSERT OR REPLACE INTO bases VALUES (?, ?)",
    "rows": "INSERT OR REPLACE INTO rows VALUES (?, ?)",
}
_DELETE = {
    "links": "DELETE FROM links WHERE key=?",
    "lost_links": "DELETE FROM lost_links WHERE key=?",
    "bases": "DELETE FROM bases WHERE key=?",
    "rows": "DELETE FROM rows WHERE id=?",
}

# Base values are of several types that share one notation on disk; each carries its type.


def _plain(value: object) -> object:
    if value is MISSING:
        return {"m": 0}
    if value is UNKNOWN:
        return {"u": 0}
    if isinstance(value, Decimal):
        return {"d": str(value)}
    if isinstance(value, tuple | frozenset):
        return [_plain(item) for item in value]
    return value


def _typed(value: object) -> object:
    if isinstance(value, list):
        return tuple([_typed(item) for item in value])
    if isinstance(value, dict):
        if "d" in value:
            return Decimal(value["d"])
        return MISSING if "m" in value else UNKNOWN
    return value


def _packed_base(base: Base) -> bytes:
    return _encode(
        [
            base.family,
            [_plain(base.product.pos), _plain(base.product.ecom)],
            {k: [_plain(unit.pos), _plain(unit.ecom)] for k, unit in base.variants.items()},
            base.options,
            base.quantities,
        ]
    )


def _base(data: bytes) -> Base:
    family, product, variants, options, quantities = msgspec.msgpack.decode(data)
    return Base(
        family,
        _unit(product),
        {key: _unit(unit) for key, unit in variants.items()},
        tuple((name, tuple(values)) for name, values in options),
        quantities,
    )


def _unit(data: list[list[object]]) -> UnitBase:
    pos, ecom = data
    return UnitBase(tuple([_typed(v) for v in pos]), tuple([_typed(v) for v in ecom]))
