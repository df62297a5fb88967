"""The database file: damage, newer versions, and everything the mirror and journal keep."""

import random
import sqlite3
from dataclasses import fields, replace
from decimal import Decimal
from pathlib import Path

import pytest

from app.domain.actions import Action
from app.domain.categories import CategoryLink
from app.domain.errors import StorageFailed
from app.domain.fields import UNKNOWN
from app.domain.pairing import MISSING, Base, Link, OurPicture, UnitBase
from app.domain.product import (
    CategoryRef,
    Dimensions,
    EcomCategory,
    EcomOption,
    EcomProduct,
    EcomRead,
    EcomShop,
    EcomVariation,
    InventoryRow,
    Outlet,
    PosCategory,
    PosImage,
    PosRead,
    PosRecord,
    PosShop,
    Register,
    Weight,
)
from app.domain.steps import PutProduct
from app.storage.database import open_database
from app.storage.journal import SqliteJournal
from app.storage.mirror import SqliteMirror
from app.sync.storage_ports import Failure, Hold, MirrorState, RunRecord

RECORD = PosRecord(
    id="r1",
    family_key="f1",
    parent_id=None,
    has_variants=True,
    name="Tee",
    sku="TEE",
    active=True,
    created_at="2026-01-01T00:00:00+00:00",
    version=41_200_700_318,
    category=(CategoryRef("c1", "Clothing"), CategoryRef("c2", "Tees")),
    options=(("Colour", "Navy"),),
    sell_online=None,
    price_including_tax=Decimal("39.90"),
    weight=Weight(Decimal("0.2"), "KG"),
    dimensions=Dimensions(Decimal(1), None, Decimal("2.5"), "CM"),
    images=(PosImage("i1", "https://pictures.example/1.png"),),
    problems=(("weight", "odd"),),
)
PRODUCT = EcomProduct(
    id=700_000_101,
    sku="TEE-FAMILY",
    name="Tee",
    enabled=True,
    updated=1_790_000_000,
    price=Decimal("39.9"),
    options=(EcomOption("Colour", ("Navy",)),),
    variations=(EcomVariation(1, (("Colour", "Navy"),), "TEE", quantity=3),),
    image_ids=("0", "5000000001"),
    category_ids=(51_000,),
)
BASE = Base(
    True,
    UnitBase(
        ("Tee", "", MISSING, 51_000, ("t",), Decimal("39.90")),
        ("Tee", "", MISSING, (), (), UNKNOWN),
    ),
    {"r1": UnitBase(("TEE", "", Decimal(1), None, None, (), (("Colour", "Navy"),)), ("TEE",) * 7)},
    (("Colour", ("Navy",)),),
    {"r1": 3},
)


WITH_REORDER = InventoryRow(
    "r2", "o1", Decimal(1), 9, reorder_point=Decimal("4.50"), reorder_amount=Decimal(0)
)


def opened(tmp_path: Path) -> SqliteMirror:
    """A mirror in a database of this test's own."""
    database, word = open_database(tmp_path / "shop.sqlite")
    assert word == ""
    return SqliteMirror(database)


def filled(mirror: SqliteMirror) -> None:
    """Keep one of everything."""
    mirror.save_pos(PosRead((RECORD,), {"r1": b'{"id":"r1"}'}, {"d1": "<p>Ħ</p>"}))
    mirror.save_ecom(EcomRead((PRODUCT,), {PRODUCT.id: b'{"id":1}'}))
    mirror.save_inventory(
        [
            InventoryRow("r1", "o1", Decimal("2.5"), 7),
            InventoryRow("r1", "o2", Decimal(0), 8, unreadable=True),
            WITH_REORDER,
        ]
    )
    mirror.save_links({"f1": Link(PRODUCT.id, {"r1": 1}, True, True, (OurPicture("0", "m", "t"),))})
    mirror.save_bases({"f1": BASE})
    mirror.save_lost({"f9": Link(9, shown=True)})
    mirror.save_category_links({"c1": CategoryLink(51_000, True, "Clothing", None)})
    mirror.save_tokens({("i1", "https://pictures.example/1.png"): "hash"})
    mirror.save_told({"f1": True})
    mirror.save_pos_categories([PosCategory("c1", "Clothing", None)])
    mirror.save_ecom_categories([EcomCategory(51_000, "Clothing", None)])
    mirror.save_premises([Outlet("o1", "Shop")], [Register("t1", "Till", "o1")])
    mirror.save_shop(
        EcomShop(1, "S", "u", "EUR", 2, True, "KILOGRAM", "CM", "en", frozenset({"COMBINATIONS"}))
    )
    mirror.save_pos_shop(PosShop("p", "P", "p", "EUR", False, frozenset({"discount"})))
    mirror.save_failures([Failure("f1", "no", 2, 5, "sig")], [])
    mirror.save_fact("pos.cursor", 41_200_700_318)


def test_everything_kept_comes_back(tmp_path: Path) -> None:
    """A new process finds what the last one knew, value for value and type for type."""
    mirror = opened(tmp_path)
    filled(mirror)
    state = opened(tmp_path).load()
    assert state.records == {"r1": RECORD}
    assert state.online == {PRODUCT.id: PRODUCT}
    assert state.bases == {"f1": BASE}
    assert state.bases["f1"].product.pos[2] is MISSING
    assert state.bases["f1"].product.ecom[5] is UNKNOWN
    assert state.links["f1"].pictures == (OurPicture("0", "m", "t"),)
    assert state.levels["r1"]["o1"] == Decimal("2.5")
    assert state.levels["r1"]["o2"].is_nan()
    empty = MirrorState()
    runtime_only = {"category_ids"}
    unchanged = {
        item.name
        for item in fields(MirrorState)
        if getattr(state, item.name) == getattr(empty, item.name)
    }
    assert unchanged == runtime_only


def test_stock_rows_come_back_with_when_to_reorder(tmp_path: Path) -> None:
    """Row by row as they were kept; what is not set stays so, and a deleted row is gone."""
    mirror = opened(tmp_path)
    filled(mirror)
    again = opened(tmp_path)
    assert again.stock_rows("r1") == (
        InventoryRow("r1", "o1", Decimal("2.5"), 7),
        InventoryRow("r1", "o2", Decimal(0), 8, unreadable=True),
    )
    assert again.stock_rows("r2") == (WITH_REORDER,)
    mirror.save_inventory([replace(WITH_REORDER, reorder_point=None, reorder_amount=None)])
    assert again.stock_rows("r2") == (InventoryRow("r2", "o1", Decimal(1), 9),)
    mirror.save_inventory([replace(WITH_REORDER, deleted=True)])
    assert again.stock_rows("r2") == ()


def test_texts_and_raw_answers_are_read_one_by_one(tmp_path: Path) -> None:
    """They stay in the file; what eCom last told of a deleted product is still known."""
    mirror = opened(tmp_path)
    filled(mirror)
    assert mirror.text("d1") == "<p>Ħ</p>"
    assert mirror.text("unknown") is None
    assert mirror.raw_pos("r1") == b'{"id":"r1"}'
    mirror.remove_ecom([PRODUCT.id])
    assert mirror.raw_ecom(PRODUCT.id) is None
    assert mirror.raw_gone(PRODUCT.id) == b'{"id":1}'


def test_levels_are_remembered_in_time(tmp_path: Path) -> None:
    """What was seen when; the newest of the forgotten time is kept as the beginning."""
    mirror = opened(tmp_path)
    for at, level in ((10, 5), (20, 4), (30, 9)):
        mirror.save_levels(at, {"r1": Decimal(level)}, forget_before=25)
    assert mirror.level_history("r1") == ((20, Decimal(4)), (30, Decimal(9)))


def test_holds_are_replaced_by_order_and_record(tmp_path: Path) -> None:
    """The newest word on a hold counts."""
    mirror = opened(tmp_path)
    mirror.save_holds([Hold("A-1", "r1", 2, 5, Decimal(8))])
    mirror.save_holds([Hold("A-1", "r1", 2, 5, Decimal(8), True)])
    assert mirror.holds() == (Hold("A-1", "r1", 2, 5, Decimal(8), True),)


def test_the_journal_knows_what_is_open(tmp_path: Path) -> None:
    """A step is open until it is settled; an unknown outcome stays open."""
    database, _ = open_database(tmp_path / "shop.sqlite")
    journal = SqliteJournal(database)
    run = journal.start_run("sync", "2026-11-24T00:00:00+00:00", True)
    step = PutProduct({"price": Decimal("1.20")})
    journal.save_plan(run, [Action("update", "f1", 1, "TEE", "Tee", (), (step,))])
    one = journal.intend(run, "f1", 1, step, 5)
    other = journal.intend(run, "f1", 1, step, 6, batch_key="k", body=b"b")
    journal.settle(one, "done")
    journal.settle(other, "unknown", "lost")
    assert [(found.id, found.body) for found in journal.open_steps()] == [(other, b"b")]
    journal.settle(other, "failed", "not there")
    assert journal.open_steps() == ()


def _runs_of_history(journal: SqliteJournal, days: int) -> list[int]:
    """A run a day, each with an answer from before of 20,000 bytes that don't pack."""
    step = PutProduct({"price": Decimal("1.20")})
    runs = []
    for day in range(1, days + 1):
        started = f"2026-11-{day:02}T00:00:00+00:00"
        run = journal.start_run("sync", started, True)
        journal.save_plan(run, [Action("update", "f1", 1, "TEE", "Tee", (), (step,))])
        journal.save_before(run, "f1", random.Random(day).randbytes(20_000))
        journal.settle(journal.intend(run, "f1", 1, step, 5), "done")
        journal.finish_run(RunRecord(run, started, 1.0, "sync", 0, {}, {}, 1), None)
        runs.append(run)
    return runs


def test_the_history_keeps_to_its_size(tmp_path: Path) -> None:
    """The oldest runs go, whole, and no more of them than needed."""
    database, _ = open_database(tmp_path / "shop.sqlite")
    journal = SqliteJournal(database)
    runs = _runs_of_history(journal, 5)
    assert journal.prune_to(200_000, "2027") == ()
    assert journal.prune_to(65_000, "2027") == (runs[0], runs[1])
    assert [each.run for each in journal.runs()] == runs[:1:-1]
    assert journal.kept_actions(runs[0]) == ()
    assert journal.kept_actions(runs[2])[0].before is not None
    assert journal.prune_to(65_000, "2027") == ()
    with database.transaction() as db:
        assert db.execute("SELECT DISTINCT run FROM steps ORDER BY run").fetchall() == [
            (run,) for run in runs[2:]
        ]
    database.close()


def test_what_is_needed_stays_in_the_history(tmp_path: Path) -> None:
    """The last run, unsettled writes with theirs, and what the guard still adds up."""
    database, _ = open_database(tmp_path / "shop.sqlite")
    journal = SqliteJournal(database)
    runs = _runs_of_history(journal, 4)
    step = PutProduct({"price": Decimal("1.30")})
    journal.settle(journal.intend(runs[1], "f1", 1, step, 9), "unknown", "lost")
    assert journal.prune_to(0, "2026-11-01") == ()
    assert journal.prune_to(0, "2026-11-03") == (runs[0],)
    assert journal.prune_to(0, "2027") == (runs[2],)
    assert [each.run for each in journal.runs()] == [runs[3], runs[1]]
    assert len(journal.open_steps()) == 1
    database.close()


def test_a_damaged_file_is_set_aside_and_said(tmp_path: Path) -> None:
    """Never overwritten; a fresh one takes its place."""
    path = tmp_path / "shop.sqlite"
    path.write_bytes(b"this is no database at all" * 100)
    database, word = open_database(path)
    database.close()
    assert "damaged" in word
    assert len(list(tmp_path.glob("shop-damaged-*.sqlite"))) == 1


def test_a_newer_versions_file_is_refused(tmp_path: Path) -> None:
    """With the remedy, and left as it is."""
    path = tmp_path / "shop.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 999")
    with pytest.raises(StorageFailed, match="newer"):
        open_database(path)


def test_a_full_disk_is_explained(tmp_path: Path) -> None:
    """In words, with what to do."""
    database, _ = open_database(tmp_path / "shop.sqlite")
    with pytest.raises(StorageFailed, match="disk is full"), database.transaction():
        raise sqlite3.OperationalError("database or disk is full")
