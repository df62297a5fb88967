"""The POS client against the sample POS over real sockets: one contract for both."""

import asyncio
import logging
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

import pytest

from app.connectors.open import open_pos
from app.connectors.x_series.api import XSeries
from app.domain.errors import (
    BadAnswer,
    NotThere,
    Refused,
    ScopeMissing,
    ServiceBusy,
    ServiceError,
    TokenRefused,
)
from app.domain.product import InventoryRow, PosImage, PosRecord
from app.sample import mutations_pos
from app.sample.clock import SimulatedClock
from app.sample.faults import COMMON_KINDS, Fault
from app.sample.serving import SocketServer, in_process
from app.sample.shop import make_pos
from app.sample.x_series.app import x_series_app
from app.sample.x_series.knobs import READ_SCOPES, XSeriesKnobs
from app.sample.x_series.store import XSeriesStore
from tests.connectors.scripted import START

TOKEN = "lsxs_pt_sample"
DATED = "2026-07"


@dataclass
class Sample:
    """A sample POS, where it is served, and its clock."""

    store: XSeriesStore
    clock: SimulatedClock
    url: str

    def set(self, **knobs: Any) -> None:
        """Change settings of the sample POS."""
        self.store.knobs = replace(self.store.knobs, **knobs)

    @asynccontextmanager
    async def client(self, version: str = "2.0", token: str = TOKEN) -> AsyncIterator[XSeries]:
        """A client on the sample's own clock."""
        pos = open_pos(
            f"{self.url}/api",
            token,
            version=version,
            time_source=self.clock.now,
            sleep=self.clock.wait,
        )
        try:
            yield pos
        finally:
            await pos.aclose()


@pytest.fixture(scope="module")
def shop() -> dict[str, Any]:
    """The state of a small shop, made once."""
    store = XSeriesStore(SimulatedClock(START))
    make_pos(store, 120, seed=3)
    return store.to_json()


@pytest.fixture
def sample(shop: dict[str, Any]) -> Iterator[Sample]:
    """A sample POS of its own for each test, served over sockets."""
    clock = SimulatedClock(START)
    store = XSeriesStore.from_json(shop, clock, knobs=XSeriesKnobs(rate_limit=False))
    with SocketServer(x_series_app(store)) as server:
        yield Sample(store, clock, server.urls[0])
    assert store.writes_seen == []


async def _records(pos: XSeries, after: int = 0) -> dict[str, PosRecord]:
    return {record.id: record async for page in pos.products(after) for record in page.read.records}


async def _levels(pos: XSeries, after: int = 0) -> dict[tuple[str, str], InventoryRow]:
    return {
        (row.product_id, row.outlet_id): row
        async for page in pos.inventory(after)
        for row in page.rows
    }


async def test_the_whole_catalogue(sample: Sample) -> None:
    """Every row arrives once, tombstones included, with what the shop holds."""
    async with sample.client() as pos:
        found = await _records(pos)
    rows = sample.store.tables["products"].rows
    assert set(found) == set(rows)
    for key, row in rows.items():
        record = found[key]
        assert record.name == row["name"].strip()
        assert record.sku == (row.get("sku") or "").strip()
        assert record.deleted == bool(row["deleted_at"])
        assert record.version == row["version"]
        assert len(record.images) == len(row.get("images", []))
        assert record.price_including_tax == Decimal(str(row["price_including_tax"]))
        assert record.options == tuple(
            (option["name"], option["value"]) for option in row.get("variant_options", [])
        )
        assert record.problems == ()
    assert sum(record.sell_online is not None for record in found.values()) > 0


@pytest.mark.parametrize(
    "knobs",
    [
        {"empty": "missing"},
        {"empty": "object"},
        {"lower_code_types": True},
        {"short_pages": True},
        {"page_cap": 37},
        {"unknown_extras": False},
        {"page_default": 5},
    ],
    ids=str,
)
async def test_every_style_reads_the_same(sample: Sample, knobs: dict[str, Any]) -> None:
    """Whatever the style of answers, the records are the same."""
    async with sample.client() as pos:
        usual = await _records(pos)
        sample.set(**knobs)
        assert await _records(pos) == usual


async def test_dated_version_reads_the_same(sample: Sample) -> None:
    """A dated version differs by the online switch alone, which it doesn't tell."""
    async with sample.client() as old, sample.client(DATED) as new:
        usual = await _records(old)
        dated = await _records(new)
        assert dated == {key: replace(r, sell_online=None) for key, r in usual.items()}
        levels = await _levels(old)
        assert await _levels(new) == levels
        assert await new.outlets() == await old.outlets()
        assert await new.categories() == await old.categories()
        assert await new.shop() == await old.shop()


async def test_families_without_family_id(sample: Sample) -> None:
    """Without `family_id` members still share their parent's key."""
    sample.set(family_id_shown=False)
    async with sample.client() as pos:
        found = await _records(pos)
    children = [record for record in found.values() if record.parent_id]
    assert children
    assert all(found[str(child.parent_id)].family_key == child.family_key for child in children)


async def test_increments(sample: Sample) -> None:
    """Behind the cursor come changed rows and tombstones alone; an unchanged shop costs one."""
    async with sample.client() as pos:
        cursor = 0
        async for page in pos.products(0):
            cursor = page.cursor
        before = pos.requests
        assert await _records(pos, cursor) == {}
        assert pos.requests == before + 1
        simple = [
            row["id"]
            for row in sample.store.live_products()
            if len(sample.store.family(row["id"])) == 1
        ]
        mutations_pos.rename(sample.store, simple[0], "Renamed")
        mutations_pos.delete_product(sample.store, simple[1])
        found = await _records(pos, cursor)
    assert set(found) == {simple[0], simple[1]}
    assert found[simple[0]].name == "Renamed"
    assert found[simple[1]].deleted


async def test_row_edited_during_the_walk(sample: Sample) -> None:
    """A row that moves behind the cursor while reading comes again, newer."""
    sample.set(page_cap=40)
    first = sample.store.live_products()[0]["id"]
    seen: list[PosRecord] = []
    async with sample.client() as pos:
        async for page in pos.products(0):
            if not seen:
                mutations_pos.reprice(sample.store, first, 99.0)
            seen += [record for record in page.read.records if record.id == first]
    assert [record.price_including_tax for record in seen][-1] == Decimal(99)
    assert len(seen) == 2


@pytest.mark.parametrize(
    "knobs", [{}, {"version_envelope": False}, {"current_amount_shown": False}]
)
@pytest.mark.parametrize("version", ["2.0", DATED])
async def test_inventory(sample: Sample, knobs: dict[str, Any], version: str) -> None:
    """Every level, in both shapes, with and without what is optional."""
    sample.set(page_cap=50, **knobs)
    async with sample.client(version) as pos:
        found = await _levels(pos)
    rows = sample.store.tables["inventory"].rows.values()
    assert {(row.product_id, row.outlet_id): row.level for row in found.values()} == {
        (row["product_id"], row["outlet_id"]): Decimal(str(row["inventory_level"])) for row in rows
    }


@pytest.mark.parametrize("nested", [False, True])
async def test_lookups(sample: Sample, nested: bool) -> None:
    """Outlets, registers, categories and the shop itself."""
    sample.set(categories_nested=nested)
    tables = sample.store.tables
    async with sample.client() as pos:
        shop = await pos.shop()
        assert shop.domain_prefix == "harbourandpine"
        assert shop.system_product_ids == {sample.store.retailer["discount_product_id"]}
        outlets, registers = await pos.outlets(), await pos.registers()
        assert {outlet.id for outlet in outlets.living} == set(tables["outlets"].rows)
        assert {register.id for register in registers.living} == set(tables["registers"].rows)
        sample.store.delete("outlets", outlets.living[0].id)
        later = await pos.outlets(outlets.cursor)
        assert later.living == ()
        assert later.gone == {outlets.living[0].id}
        categories = await pos.categories()
    assert {category.id for category in categories} == set(tables["product_categories"].rows)
    assert any(category.parent_id for category in categories)


@pytest.mark.parametrize("as_list", [False, True])
async def test_one_product(sample: Sample, as_list: bool) -> None:
    """By id, deleted ones told in either way."""
    sample.set(product_as_list=as_list)
    key = sample.store.live_products()[5]["id"]
    gone = sample.store.live_products()[6]["id"]
    sample.store.delete("products", gone)
    async with sample.client() as pos:
        assert (await pos.product(key)).records[0].id == key
        assert (await pos.product(gone)).records[0].deleted
        sample.set(deleted_by_id="404")
        for missing in (gone, "ffffffff-0000-0000-0000-000000000000"):
            with pytest.raises(NotThere):
                await pos.product(missing)


async def test_pictures(sample: Sample) -> None:
    """Real bytes without the token, which the picture host refuses to see."""
    async with sample.client() as pos:
        found = await _records(pos)
        images = [image for record in found.values() for image in record.images][:3]
        assert len({await pos.picture(image) for image in images}) > 1
        with pytest.raises(NotThere):
            await pos.picture(PosImage("x", f"{sample.url}/cdn/products/none/original.png"))
        with pytest.raises(ServiceError):
            await pos.picture(PosImage("x", f"{sample.url}/api/2.0/products"))


async def test_scopes(sample: Sample) -> None:
    """Missing permissions are found by probing, and named when they bite."""
    async with sample.client() as pos:
        assert all(scope.granted for scope in await pos.scopes())
        sample.set(scopes=READ_SCOPES - {"inventory:read"})
        granted = {scope.name: scope.granted for scope in await pos.scopes()}
        assert [name for name, there in granted.items() if not there] == ["inventory:read"]
        with pytest.raises(ScopeMissing) as caught:
            await _levels(pos)
    assert caught.value.scope == "inventory:read"
    async with sample.client(DATED) as pos:
        assert not {scope.name: scope.granted for scope in await pos.scopes()}["inventory:read"]


async def test_wrong_token(sample: Sample, caplog: pytest.LogCaptureFixture) -> None:
    """Refused once, remembered, and shown nowhere."""
    caplog.set_level(logging.DEBUG)
    secret = "lsxs_pt_wrong_one"
    async with sample.client(token=secret) as pos:
        for _ in range(3):
            with pytest.raises(TokenRefused) as caught:
                await pos.shop()
        assert secret not in str(caught.value)
    assert len(sample.store.requests) == 1
    assert secret not in caplog.text
    assert all(secret not in seen.query for seen in sample.store.requests)


PASSING = [
    *sorted(COMMON_KINDS),
    *("429", "500_code", "500_status", "500_text", "200_html", "200_broken", "200_empty"),
]


@pytest.mark.parametrize("kind", PASSING)
async def test_passing_faults(sample: Sample, kind: str) -> None:
    """Whatever goes wrong for a while, the read comes out whole."""
    async with sample.client() as pos:
        usual = await _records(pos)
        sample.set(page_cap=60)
        sample.store.faults.add(Fault(kind, share=0.3, seconds=1.0))
        assert await _records(pos) == usual
        sample.store.faults.clear()


@pytest.mark.parametrize(
    ("kind", "error"),
    [
        ("reset", ServiceBusy),
        ("truncated", ServiceBusy),
        ("502_html", ServiceBusy),
        ("503_empty", ServiceBusy),
        ("500_code", ServiceBusy),
        ("429", ServiceBusy),
        ("200_html", BadAnswer),
        ("200_empty", BadAnswer),
        ("401", TokenRefused),
        ("403", ScopeMissing),
        ("404", NotThere),
        ("409", Refused),
        ("422_errors", Refused),
    ],
)
async def test_lasting_faults(sample: Sample, kind: str, error: type[ServiceError]) -> None:
    """Each lasting fault ends in its own error, within our patience."""
    sample.store.faults.add(Fault(kind))
    async with sample.client() as pos:
        with pytest.raises(error):
            await pos.shop()
        assert pos.requests <= 10


async def test_lists_that_are_not_whole(sample: Sample) -> None:
    """An empty list is an empty list: whether that can be is the engine's question."""
    async with sample.client() as pos:
        sample.set(empty_lists=frozenset({"products"}))
        assert await _records(pos) == {}


@pytest.mark.parametrize("hint", ["date", "seconds", "body", "none"])
@pytest.mark.parametrize("old", [False, True])
async def test_limit_used_up_by_others(sample: Sample, hint: str, old: bool) -> None:
    """A 429 in any form is waited out; the request then goes through."""
    sample.set(rate_limit=True, rate_per_register=0, rate_extra=4)
    sample.set(retry_hint=hint, old_limit_shape=old)
    async with sample.client() as pos:
        for _ in range(4):
            sample.store.window.take(4, 300.0, TOKEN)
        start = sample.clock.now()
        await pos.shop()
        assert 200 < sample.clock.now() - start < 700
        assert sum(seen.status == 429 for seen in sample.store.requests) < 10


async def test_pacing_on_simulated_time(shop: dict[str, Any]) -> None:
    """Over three windows at full load: at least 90 % of the limit used, no 429 at all."""
    clock = SimulatedClock(START)
    knobs = XSeriesKnobs(latency_seconds=0.05)
    store = XSeriesStore.from_json(shop, clock, knobs=knobs)
    pos = open_pos(
        "http://127.0.0.1/api",
        TOKEN,
        transport=in_process(x_series_app(store)),
        time_source=clock.now,
        sleep=clock.wait,
    )
    limit, windows = 300 * store.registers_open() + 50, 3
    pos.set_registers(len((await pos.registers()).living))
    key = store.live_products()[0]["id"]
    start = clock.now()

    async def work() -> None:
        while clock.now() < start + windows * 300.0:
            await pos.product(key)

    await asyncio.gather(*(work() for _ in range(8)))
    await pos.aclose()
    assert all(seen.status == 200 for seen in store.requests)
    assert pos.requests >= 0.9 * limit * windows
