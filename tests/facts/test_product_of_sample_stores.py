"""The product panel's facts from a real database, filled by the engine from the sample stores."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import pytest

from app.connectors.e_series.extras import ecom_extras, variation_pictures
from app.connectors.x_series.extras import pos_extras
from app.controller.desk import Desk
from app.controller.product_facts import product_facts
from app.controller.workplace import Session, Workplace
from app.domain.choices import Choices
from app.domain.rules import Rules
from app.facts.extras import (
    AtOutlet,
    EcomExtras,
    Extra,
    OfVariants,
    PictureAddress,
    PosExtras,
)
from app.facts.product import FieldLine, ProductFacts
from app.facts.rows import Row, altered
from app.sample import mutations_ecom as online
from app.sample import mutations_pos as pos
from app.sample import mutations_till as till
from app.storage.database import open_database
from app.storage.journal import SqliteJournal
from app.storage.mirror import SqliteMirror
from app.sync.run import Options
from tests.sync.rig import Rig


@pytest.fixture
async def synced(tmp_path: Path) -> Rig:
    """A small shop after its first sync, ten minutes later."""
    rig = Rig.corner_shop(tmp_path)
    story = await rig.sync()
    assert story.finished.exit == 0, story.said
    rig.clock.advance(600)
    return rig


@dataclass
class RigPlace:
    """The workplace of a rig, as far as looking needs one."""

    rig: Rig
    demo: bool = True

    @contextmanager
    def session(self) -> Iterator[Session]:
        """The rig's database, open."""
        database, _ = open_database(self.rig.folder / "shop.sqlite")
        try:
            yield Session(SqliteMirror(database), SqliteJournal(database), lambda: None)
        finally:
            database.close()

    def choices(self) -> Choices:
        """As the manager set them."""
        return self.rig.choices

    def rules(self) -> Rules:
        """The settings in force."""
        return Rules.of(self.rig.settings)

    def pos_extras(self, raw: bytes) -> PosExtras:
        """What the POS keeps to itself."""
        return pos_extras(raw)

    def variation_pictures(self, raw: bytes) -> dict[int, PictureAddress]:
        """The variations' own pictures."""
        return variation_pictures(raw)

    def ecom_extras(self, raw: bytes) -> EcomExtras:
        """What the shop keeps to itself."""
        return ecom_extras(raw)

    def pos_page(self, record_id: str) -> str:
        """Where a product is found in the POS."""
        return f"https://till.example/product/{record_id}"


class Looked:
    """A look at the rig's records."""

    def __init__(self, rig: Rig) -> None:
        now = rig.clock.now()
        self._desk = Desk(cast("Workplace", RigPlace(rig)), now)
        self._desk.open()
        try:
            seen = self._desk.read(now)
            self.rows: dict[str, Row] = {row.sku: row for row in seen.every.rows.values()}
            self.facts = {sku: product_facts(self._desk, row) for sku, row in self.rows.items()}
        finally:
            self._desk.close()

    def line(self, sku: str, field: str, variant: str = "") -> FieldLine:
        """One field of a product."""
        (found,) = (
            one
            for one in self.facts[sku].lines
            if one.field == field and one.variant_name == variant
        )
        return found


async def look_again(rig: Rig) -> Looked:
    """Read both stores, write nothing, and look."""
    rig.clock.advance(600)
    story = await rig.sync(Options(check=True))
    assert story.finished.exit == 0, story.said
    return Looked(rig)


async def test_after_a_sync_every_field_of_every_product_is_the_same(synced: Rig) -> None:
    """Both sides agree, and the panel says so of all of it."""
    looked = await look_again(synced)
    assert set(looked.facts) == {"MUG-1", "LAMP-1", "TEE-NS"}
    for sku, facts in looked.facts.items():
        assert {line.state for line in facts.lines} == {"same"}, sku
        assert not any(story.goes for story in facts.stocks)
        assert facts.linked


async def test_what_the_stores_changed_is_told_field_by_field(synced: Rig) -> None:
    """A price from the POS, a name from the shop, stock of one variant, and why."""
    pos.reprice(synced.pos, synced.mug, 16.0)
    products = synced.products()
    online.edit_name(synced.ecom, products["LAMP-1"]["id"], "Lamp for readers")
    till.count_stock(synced.pos, synced.tee_blue, synced.outlets[1], 4)
    looked = await look_again(synced)
    price = looked.line("MUG-1", "price")
    assert (price.state, str(price.pos), str(price.online)) == ("goes", "16.00", "14.5")
    name = looked.line("LAMP-1", "name")
    assert (name.state, name.online, name.keepable) == ("put back", "Lamp for readers", True)
    stock = looked.line("TEE-NS", "stock", "Blue, M")
    assert (stock.state, stock.pos, stock.online) == ("goes", 6, 2)
    story = next(one for one in looked.facts["TEE-NS"].stocks if one.variant == synced.tee_blue)
    told = [(line.takes_orders, line.ticked, line.level) for line in story.outlets]
    assert told == [(True, True, 2), (False, True, 4), (False, True, None)]
    assert (story.total, story.should, story.shows) == (6, 6, 2)


async def test_what_each_side_keeps_to_itself_and_the_past_are_told(synced: Rig) -> None:
    """Extras come from the raw answers, the past from the journal."""
    online.set_compare_to_price(synced.ecom, synced.products()["MUG-1"]["id"], 20.0)
    facts: ProductFacts = (await look_again(synced)).facts["MUG-1"]
    assert "handle" in {extra.name for extra in facts.pos_extras}
    assert Extra("compare_to_price", 20) in facts.online_extras
    assert facts.pos_page.startswith("https://till.example/product/")
    (made,) = facts.history
    assert (made.action, made.result) == ("create", "done")
    assert ("name", None, "Enamel mug") in made.changes
    assert facts.read_at > made.at > 0


async def test_a_product_made_online_alone_is_told(synced: Rig) -> None:
    """It has no POS side at all."""
    online.create_product(synced.ecom, name="Voucher", sku="VOUCHER", price=50, unlimited=True)
    looked = await look_again(synced)
    facts = looked.facts["VOUCHER"]
    assert {line.state for line in facts.lines} == {"alone"}
    assert looked.line("VOUCHER", "stock").online == "unlimited"
    assert facts.history == ()
    assert facts.pos_page == ""


async def test_a_row_that_stands_nowhere_any_more_has_no_lines(synced: Rig) -> None:
    """A row may be older than what was read."""
    looked = await look_again(synced)
    row = altered(looked.rows["MUG-1"], id="gone")
    assert _facts_of(synced, row).lines == ()
    there = altered(row, id="ecom:1", ecom_id=1)
    assert _facts_of(synced, there).row is there


def _facts_of(rig: Rig, row: Row) -> ProductFacts:
    desk = Desk(cast("Workplace", RigPlace(rig)), rig.clock.now())
    desk.open()
    try:
        desk.read(rig.clock.now())
        return product_facts(desk, row)
    finally:
        desk.close()


async def test_when_to_reorder_is_shown_and_never_sent(synced: Rig) -> None:
    """A change of it alone reaches the panel, and nothing is written online."""
    before = synced.products()
    assert not any(one.name == "reorder_point" for one in Looked(synced).facts["MUG-1"].pos_extras)
    till.set_reorder_point(synced.pos, synced.mug, synced.outlets[0], 3)
    synced.clock.advance(600)
    story = await synced.sync()
    assert story.finished.exit == 0, story.said
    assert story.finished.writes == 0
    assert synced.products() == before
    (told,) = (
        one for one in Looked(synced).facts["MUG-1"].pos_extras if one.name == "reorder_point"
    )
    assert isinstance(told.value, tuple)
    (number,) = told.value
    assert isinstance(number, AtOutlet)
    assert number.number == 3


async def test_every_variant_has_its_own_time_to_reorder(synced: Rig) -> None:
    """Not that of the record which stands for the family."""
    till.set_reorder_point(synced.pos, synced.tee_blue, synced.outlets[1], 7)
    (told,) = (
        one
        for one in (await look_again(synced)).facts["TEE-NS"].pos_extras
        if one.name == "reorder_point"
    )
    (of_variants,) = told.value if isinstance(told.value, tuple) else ()
    assert isinstance(of_variants, OfVariants)
    assert of_variants.variants == ("Blue, M",)
    assert isinstance(of_variants.value, tuple)
    assert [at.number for at in of_variants.value] == [7]


async def test_what_only_a_look_at_all_products_tells_is_told(synced: Rig) -> None:
    """Two that would have one SKU online: the one that takes it needs attention, and says why."""
    pos.change_sku(synced.pos, synced.lamp, "MUG-1")
    rig: Any = synced
    rig.clock.advance(600)
    await rig.sync(Options(check=True))
    desk = Desk(cast("Workplace", RigPlace(rig)), rig.clock.now())
    desk.open()
    try:
        rows = desk.read(rig.clock.now()).every.rows
        facts = product_facts(desk, rows[rig.key(rig.lamp)])
    finally:
        desk.close()
    assert facts.row.status == "needs attention"
    assert any("MUG-1" in reason for reason in facts.reasons)
    assert {line.state for line in facts.lines if line.field == "sku"} == {"frozen"}
