"""The online store's client against the sample shop over real sockets: one contract for both."""

import asyncio
import json
import logging
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

import pytest

from app.connectors.e_series.api import ESeries
from app.connectors.open import open_ecom
from app.domain.errors import (
    BadAnswer,
    NotThere,
    OutcomeUnknown,
    PlanLimit,
    Refused,
    ScopeMissing,
    ServiceBusy,
    ServiceError,
    TokenRefused,
)
from app.domain.normal_form import html_text
from app.domain.product import EcomProduct
from app.domain.steps import Values
from app.sample.clock import SimulatedClock
from app.sample.e_series import orders
from app.sample.e_series.app import e_series_app
from app.sample.e_series.knobs import SCOPES, ESeriesKnobs
from app.sample.e_series.store import ESeriesStore
from app.sample.faults import COMMON_KINDS, Fault
from app.sample.pictures import make_picture
from app.sample.serving import SocketServer, in_process
from app.sync.ports import Created, NewProduct
from tests.connectors.scripted import START

TOKEN = "secret_sample"
STORE = 10_025_003


@dataclass
class Sample:
    """A sample shop, where it is served, and its clock."""

    store: ESeriesStore
    clock: SimulatedClock
    url: str

    def set(self, **knobs: Any) -> None:
        """Change settings of the sample shop."""
        self.store.knobs = replace(self.store.knobs, **knobs)

    def document(self, product_id: int) -> dict[str, Any]:
        """A product as the shop holds it."""
        return dict(self.store.product(product_id))

    @asynccontextmanager
    async def client(self, token: str = TOKEN, store_id: int = STORE) -> AsyncIterator[ESeries]:
        """A client on the sample's own clock."""
        ecom = open_ecom(
            f"{self.url}/api/v3",
            store_id,
            token,
            time_source=self.clock.now,
            sleep=self.clock.wait,
        )
        try:
            yield ecom
        finally:
            await ecom.aclose()


@pytest.fixture
def sample() -> Iterator[Sample]:
    """An empty sample shop for each test, served over sockets."""
    clock = SimulatedClock(START)
    store = ESeriesStore(clock, knobs=ESeriesKnobs(rate_limit=False), store_id=STORE)
    with SocketServer(e_series_app(store)) as server:
        yield Sample(store, clock, server.urls[0])


def _new(number: int, **values: Any) -> NewProduct:
    plain: Values = {
        "name": f"Mug {number}",
        "sku": f"MUG-{number}",
        "price": Decimal("14.50"),
        "stock": 5,
    }
    return NewProduct(f"counterpart:{number}", {**plain, **values})


async def _made(ecom: ESeries, *products: NewProduct, key: str = "key") -> list[int]:
    created = await ecom.create_products(products, key)
    return [_id(one) for one in created]


def _id(created: Created) -> int:
    assert created.ecom_id is not None, created.error
    return created.ecom_id


async def _read(ecom: ESeries, product_id: int) -> tuple[EcomProduct, bytes]:
    read = await ecom.product(product_id)
    (product,) = read.products
    assert product.problems == ()
    return product, read.raw[product_id]


async def _listed(ecom: ESeries, updated_from: int | None = None) -> list[EcomProduct]:
    scans: dict[int, list[EcomProduct]] = {}
    async for page in ecom.products(updated_from):
        scans.setdefault(page.scan, []).extend(page.read.products)
    return scans[max(scans)]


async def test_created_as_told(sample: Sample) -> None:
    """What is created reads back as it was meant, in one write a product."""
    async with sample.client() as ecom:
        category = await ecom.create_category("Drinkware", None)
        full = NewProduct(
            "counterpart:full",
            {
                "name": "Enamel mug",
                "sku": "MUG-11",
                "description": "<p>Blue &amp; white<br/>café</p>",
                "brand": "Northkiln",
                "barcode": "0012345678905",
                "price": Decimal("14.50"),
                "stock": 24,
                "weight": Decimal("0.320"),
                "dimensions": (Decimal(12), Decimal("9.5"), Decimal(0)),
                "enabled": False,
            },
            (category,),
        )
        plain = NewProduct("counterpart:plain", {"name": "Cup", "sku": "C", "stock": "unlimited"})
        before = ecom.writes
        full_id, plain_id = await _made(ecom, full, plain)
        assert ecom.writes - before == 2
        product, raw = await _read(ecom, full_id)
        read = await ecom.product(full_id)
        assert html_text(read.texts[product.description]) == html_text(
            str(full.values["description"])
        )
        assert (product.name, product.sku, product.brand) == ("Enamel mug", "MUG-11", "Northkiln")
        assert (product.barcode, product.price) == ("0012345678905", Decimal("14.5"))
        assert (product.quantity, product.unlimited, product.enabled) == (24, False, False)
        assert product.weight == Decimal("0.32")
        assert product.dimensions == (Decimal(12), Decimal("9.5"), Decimal(0))
        assert product.category_ids == (category,)
        assert product.external_reference_id == "counterpart:full"
        assert json.loads(raw)["id"] == full_id
        cup, _ = await _read(ecom, plain_id)
        assert (cup.unlimited, cup.quantity) == (True, None)
        assert (cup.brand, cup.weight, cup.dimensions, cup.image_ids) == ("", None, None, ())


async def test_changes_touch_nothing_else(sample: Sample) -> None:
    """Each field alone: it changes, and every other field of the raw answer stays."""
    changes: list[dict[str, Any]] = [
        {"name": "New name"},
        {"description": "<p>New</p>"},
        {"brand": "Other"},
        {"brand": ""},
        {"barcode": "0036000291452"},
        {"barcode": ""},
        {"sku": "NEW"},
        {"price": Decimal("9.99")},
        {"weight": Decimal("1.25")},
        {"weight": Decimal(0)},
        {"dimensions": (Decimal(1), Decimal(2), Decimal(3))},
        {"enabled": False},
        {"stock": 3},
        {"stock": "unlimited"},
    ]
    wire = {"brand": "attributes", "barcode": "attributes", "stock": "unlimited"}
    moved = {"updated", "updateTimestamp", "inStock", "url", "autogeneratedSlug"}
    async with sample.client() as ecom:
        values = {"brand": "B", "barcode": "042", "weight": Decimal(2), "description": "<p>x</p>"}
        (key,) = await _made(ecom, _new(1, **values))
        for change in changes:
            before_product, before = await _read(ecom, key)
            await ecom.put_product(key, change, before)
            after_product, after = await _read(ecom, key)
            assert after_product != before_product
            (field,) = change
            expected = moved | {wire.get(field, field), "quantity"}
            old, new = json.loads(before), json.loads(after)
            for name in old.keys() | new.keys():
                if name not in expected and not name.startswith(("defaultDisplayed", "lowest")):
                    assert old.get(name) == new.get(name), (change, name)


@pytest.mark.parametrize("translation_wins", [True, False])
async def test_a_translated_brand_settles(sample: Sample, translation_wins: bool) -> None:
    """A brand with translations changes whichever of its two values the shop believes."""
    sample.set(translated_value_wins=translation_wins, languages=("en", "cs"))
    async with sample.client() as ecom:
        (key,) = await _made(ecom, _new(1, brand="Old"))
        document = sample.document(key)
        (row,) = document["attributes"]
        told = {"en": "Old", "cs": "Starý"}
        sample.store.save_product({**document, "attributes": [{**row, "valueTranslated": told}]})
        _, raw = await _read(ecom, key)
        await ecom.put_product(key, {"brand": "New"}, raw)
        product, raw = await _read(ecom, key)
        assert product.brand == "New"
        (row,) = json.loads(raw)["attributes"]
        assert row["valueTranslated"] == {"en": "New", "cs": "Starý"}
        await ecom.put_product(key, {"brand": ""}, raw)
        product, _ = await _read(ecom, key)
        assert product.brand == ""


@pytest.mark.parametrize("replace_attributes", [True, False])
async def test_custom_attributes_survive(sample: Sample, replace_attributes: bool) -> None:
    """Brand and barcode change under either reading of PUT; other attributes stay."""
    sample.set(attributes_replace=replace_attributes)
    glaze = {"id": 9_900, "name": "Glaze", "type": "CUSTOM", "show": "NOTSHOW"}
    general = sample.store.classes[0]
    sample.store.classes[0] = {**general, "attributes": [*general["attributes"], glaze]}
    async with sample.client() as ecom:
        (key,) = await _made(ecom, _new(1, brand="Old"))
        document = sample.document(key)
        rows = [*document["attributes"], {"id": 9_900, "value": "matt"}]
        sample.store.save_product({**document, "attributes": rows})
        _, raw = await _read(ecom, key)
        await ecom.put_product(key, {"brand": "New", "barcode": "042"}, raw)
        product, raw = await _read(ecom, key)
        assert (product.brand, product.barcode) == ("New", "042")
        told = {row["name"]: row["value"] for row in json.loads(raw)["attributes"]}
        assert told["Glaze"] == "matt"
        await ecom.put_product(key, {"brand": ""}, raw)
        product, raw = await _read(ecom, key)
        assert (product.brand, product.barcode) == ("", "042")
        assert any(row["value"] == "matt" for row in json.loads(raw)["attributes"])


@pytest.mark.parametrize("moves", [True, False])
async def test_translations_follow(sample: Sample, moves: bool) -> None:
    """The default language's translation equals the plain field, other languages stay."""
    sample.set(languages=("en", "nl"), name_moves_translation=moves)
    async with sample.client() as ecom:
        (key,) = await _made(ecom, _new(1))
        document = sample.document(key)
        names = {"en": document["name"], "nl": "Beker"}
        sample.store.save_product({**document, "nameTranslated": names})
        _, raw = await _read(ecom, key)
        await ecom.put_product(key, {"name": "Cup"}, raw)
        product, raw = await _read(ecom, key)
        assert product.name == "Cup"
        assert json.loads(raw)["nameTranslated"] == {"en": "Cup", "nl": "Beker"}


async def test_family_in_the_safe_order(sample: Sample) -> None:
    """Options first, then variations; dropped ones in reverse (API eCom §8)."""
    async with sample.client() as ecom:
        made = NewProduct(
            "counterpart:tee",
            {"name": "Tee", "sku": "TEE-FAMILY", "price": Decimal(20), "stock": 0},
            (),
            (("Size", ("S", "M")),),
        )
        (key,) = await _made(ecom, made)
        small = await ecom.create_variation(
            key,
            [("Size", "S")],
            {"sku": "TEE-S", "price": Decimal("19.9"), "stock": 3, "barcode": "042"},
        )
        medium = await ecom.create_variation(key, [("Size", "M")], {"sku": "TEE-M", "stock": 4})
        with pytest.raises(Refused) as caught:
            await ecom.create_variation(key, [("Size", "M")], {"sku": "TEE-X"})
        assert caught.value.code == "COMBINATION_DUPLICATED"
        product, raw = await _read(ecom, key)
        found = {variation.id: variation for variation in product.variations}
        assert (found[small].sku, found[small].price) == ("TEE-S", Decimal("19.9"))
        assert (found[small].quantity, found[small].barcode) == (3, "042")
        assert (found[medium].price, found[medium].options) == (None, (("Size", "M"),))
        await ecom.put_options(key, [("Size", ("L",)), ("Colour", ("Red",))], [], [], raw)
        product, raw = await _read(ecom, key)
        assert [(option.name, option.choices) for option in product.options] == [
            ("Size", ("S", "M", "L")),
            ("Colour", ("Red",)),
        ]
        renamed = [("Size", "L"), ("Colour", "Red")]
        await ecom.put_variation(key, medium, {"barcode": "099"}, renamed, raw)
        _, raw = await _read(ecom, key)
        with pytest.raises(Refused) as caught:
            await ecom.put_options(key, [], [("Size", ("S",))], [], raw)
        assert caught.value.code == "COMBINATION_CONTAINS_REMOVED_OPTION_VALUE"
        await ecom.delete_variation(key, small)
        _, raw = await _read(ecom, key)
        await ecom.put_options(key, [], [("Size", ("S", "M"))], [], raw)
        product, _ = await _read(ecom, key)
        assert product.options[0].choices == ("L",)
        (left,) = product.variations
        assert (left.id, left.sku, left.quantity, left.barcode) == (medium, "TEE-M", 4, "099")
        with pytest.raises(NotThere):
            await ecom.delete_variation(key, small)


async def test_what_people_set_on_options_stays(sample: Sample) -> None:
    """Types, price modifiers, translations and defaults of options survive our additions."""
    async with sample.client() as ecom:
        (key,) = await _made(ecom, _new(1))
        options = [
            {
                "type": "RADIO",
                "name": "Size",
                "required": True,
                "choices": [
                    {"text": "S", "priceModifier": 1.5, "priceModifierType": "PERCENT"},
                    {"text": "M", "priceModifier": 0, "priceModifierType": "ABSOLUTE"},
                ],
                "defaultChoice": 1,
            },
            {"type": "TEXTFIELD", "name": "Engraving", "required": False},
        ]
        sample.store.save_product({**sample.document(key), "options": options})
        _, raw = await _read(ecom, key)
        await ecom.put_options(key, [("Size", ("S", "M", "L")), ("Colour", ("Red",))], [], [], raw)
        after = sample.document(key)["options"]
        assert [option["name"] for option in after] == ["Size", "Colour", "Engraving"]
        assert {**after[0], "choices": after[0]["choices"][:2]} == options[0]
        assert after[2] == options[1]


async def test_stock_by_difference(sample: Sample) -> None:
    """Deltas move stock, also of variations; unlimited stock can't be moved."""
    async with sample.client() as ecom:
        key, endless = await _made(ecom, _new(1), _new(2, stock="unlimited"))
        await ecom.adjust_stock(key, None, -7)
        assert (await _read(ecom, key))[0].quantity == -2
        variation = await ecom.create_variation(key, [("Size", "S")], {"sku": "S", "stock": 4})
        await ecom.adjust_stock(key, variation, 3)
        assert (await _read(ecom, key))[0].variations[0].quantity == 7
        for reading in ("zero", "error"):
            sample.set(unlimited_delta=reading)
            with pytest.raises(Refused):
                await ecom.adjust_stock(endless, None, 1)


async def test_pictures(sample: Sample) -> None:
    """Uploads and deletions, in the order they were made."""
    async with sample.client() as ecom:
        (key,) = await _made(ecom, _new(1))
        await ecom.set_main_picture(key, make_picture(1))
        second = await ecom.add_gallery_picture(key, make_picture(2))
        third = await ecom.add_gallery_picture(key, make_picture(3))
        product, _ = await _read(ecom, key)
        assert product.image_ids == ("0", second, third)
        mark = product.main_image_mark
        await ecom.set_main_picture(key, make_picture(4))
        product, _ = await _read(ecom, key)
        assert product.main_image_mark not in ("", mark)
        await ecom.delete_picture(key, second)
        await ecom.delete_picture(key, "0")
        assert (await _read(ecom, key))[0].image_ids == (third,)
        variation = await ecom.create_variation(key, [("Size", "S")], {"sku": "S"})
        assert (await _read(ecom, key))[0].variations[0].image_mark == ""
        await ecom.set_variation_picture(key, variation, make_picture(5))
        assert (await _read(ecom, key))[0].variations[0].image_mark != ""
        await ecom.delete_variation_picture(key, variation)
        assert (await _read(ecom, key))[0].variations[0].image_mark == ""
        with pytest.raises(Refused):
            await ecom.add_gallery_picture(key, b"no picture")


async def test_categories(sample: Sample) -> None:
    """Found with hidden ones, made, renamed, assigned and taken away."""
    async with sample.client() as ecom:
        top = await ecom.create_category("Kitchen", None)
        below = await ecom.create_category("Mugs", top)
        sample.store.categories[below] = {**sample.store.categories[below], "enabled": False}
        found = {category.id: category for category in await ecom.categories()}
        assert (found[top].parent_id, found[below].parent_id) == (None, top)
        await ecom.rename_category(below, "Cups")
        assert {category.name for category in await ecom.categories()} == {"Kitchen", "Cups"}
        (key,) = await _made(ecom, _new(1))
        await ecom.assign_category(below, [key])
        await ecom.assign_category(top, [key])
        assert set((await _read(ecom, key))[0].category_ids) == {top, below}
        await ecom.unassign_category(top, [key])
        assert (await _read(ecom, key))[0].category_ids == (below,)
        with pytest.raises(NotThere):
            await ecom.assign_category(99, [key])
        sample.set(import_running=True)
        with pytest.raises(ServiceBusy):
            await ecom.create_category("Later", None)


async def test_listings(sample: Sample) -> None:
    """All pages, increments by time, deletions, and look-ups once the index knows."""
    async with sample.client() as ecom:
        ids = await _made(ecom, *(_new(number) for number in range(250)))
        assert [product.id for product in await _listed(ecom)] == ids
        sample.set(page_cap=40)
        assert [product.id for product in await _listed(ecom)] == ids
        sample.clock.advance(100)
        cursor = await ecom.server_time()
        assert cursor == int(sample.clock.now())
        sample.set(search_lag_seconds=30.0)
        _, raw = await _read(ecom, ids[7])
        await ecom.put_product(ids[7], {"name": "Changed"}, raw)
        await ecom.delete_product(ids[8])
        assert (await _read(ecom, ids[7]))[0].name == "Changed"
        assert await _listed(ecom, cursor) == []
        sample.clock.advance(31)
        assert [product.name for product in await _listed(ecom, cursor)] == ["Changed"]
        assert await ecom.deleted_products(cursor) == {ids[8]}
        with pytest.raises(NotThere):
            await ecom.product(ids[8])
        assert [product.id for product in (await ecom.find_sku("MUG-9")).products] == [ids[9]]
        assert (await ecom.find_sku("mug-9")).products == ()
        found = await ecom.find_reference("counterpart:9")
        assert [product.id for product in found.products] == [ids[9]]
        await ecom.create_variation(ids[9], [("Size", "S")], {"sku": "MUG-9-S"})
        sample.clock.advance(31)
        assert [product.id for product in (await ecom.find_sku("MUG-9-S")).products] == [ids[9]]


async def test_list_that_shifts_while_read(sample: Sample) -> None:
    """Products deleted between two pages make the list be read again, not be misread."""
    async with sample.client() as ecom:
        ids = await _made(ecom, *(_new(number) for number in range(250)))
        scans: dict[int, list[int]] = {}
        async for page in ecom.products():
            if not scans:
                sample.store.drop_product(ids[0])
            scans.setdefault(page.scan, []).extend(page.read.raw)
        assert sorted(scans) == [1, 2]
        assert scans[2] == ids[1:]


async def test_stats(sample: Sample) -> None:
    """Change times move with changes; the count comes under either name."""
    async with sample.client() as ecom:
        before = await ecom.latest_stats()
        sample.clock.advance(60)
        await _made(ecom, _new(1))
        after = await ecom.latest_stats()
        assert after.products >= before.products + 60
        assert after.categories == before.categories
        assert after.product_count == 1
        sample.set(stats_count_names=("productCountRequired", "categoryCountRequired"))
        assert (await ecom.latest_stats()).product_count == 1


async def test_profile(sample: Sample) -> None:
    """Units, taxes, languages and limits as the shop tells them; the store must be ours."""
    sample.set(prices_include_tax=False, weight_unit="GRAM", max_products=500, non_unique_skus=True)
    async with sample.client() as ecom:
        found = await ecom.shop()
        assert (found.store_id, found.prices_include_tax) == (STORE, False)
        assert (found.weight_unit, found.dimensions_unit) == ("GRAM", "CM")
        assert found.product_limit == 500
        assert found.duplicate_skus_allowed
        assert "COMBINATIONS" in found.features
    async with sample.client(store_id=42) as ecom:
        with pytest.raises(ServiceError):
            await ecom.shop()


async def test_orders(sample: Sample) -> None:
    """Orders since a time, with their lines; cancelled ones hold nothing."""
    async with sample.client() as ecom:
        (key,) = await _made(ecom, _new(1))
        orders.place(sample.store, [orders.Line(key, 2)])
        sample.clock.advance(100)
        since = int(sample.clock.now())
        paid = orders.place(sample.store, [orders.Line(key, 3)])
        left = orders.place(sample.store, [orders.Line(key, 1)], "INCOMPLETE")
        found = {order.id: order for order in await ecom.orders(since)}
        assert set(found) == {paid, left}
        assert (found[paid].holds, found[left].holds) == (True, False)
        (line,) = found[paid].lines
        assert (line.product_id, line.quantity, line.sku) == (key, 3, "MUG-1")
        assert found[paid].created == since


async def test_scopes(sample: Sample) -> None:
    """Every permission is probed for itself, and nothing changes by it."""
    async with sample.client() as ecom:
        assert all(scope.granted for scope in await ecom.scopes())
        for missing in ("read_catalog", "update_catalog", "create_catalog", "read_orders"):
            sample.set(scopes=SCOPES - {missing})
            scopes = await ecom.scopes()
            assert [scope.name for scope in scopes if not scope.granted] == [missing]
        sample.set(scopes=SCOPES - {"read_orders"}, features=())
        granted = {scope.name: scope.granted for scope in await ecom.scopes()}
        assert granted["create_catalog"]
        with pytest.raises(ScopeMissing):
            await ecom.orders(0)
        assert ecom.writes == 0
        assert not sample.store.catalogue.products


@pytest.mark.parametrize("share", [0.0, 1.0])
async def test_errors_without_a_word(sample: Sample, share: float) -> None:
    """Error bodies may be empty: the status is enough, also for a token that doesn't work."""
    sample.set(empty_error_share=share)
    async with sample.client(token="secret_wrong") as ecom:
        for _ in range(2):
            with pytest.raises(TokenRefused):
                await ecom.product(1)
        assert ecom.requests == 1
    async with sample.client() as ecom:
        await ecom.shop()
        with pytest.raises(NotThere):
            await ecom.product(1)


async def test_wrong_token(sample: Sample, caplog: pytest.LogCaptureFixture) -> None:
    """Refused once, remembered, and shown nowhere."""
    caplog.set_level(logging.DEBUG)
    secret = "secret_wrong_one"
    async with sample.client(token=secret) as ecom:
        for _ in range(3):
            with pytest.raises(TokenRefused) as caught:
                await ecom.shop()
        with pytest.raises(TokenRefused):
            await ecom.delete_product(1)
        assert secret not in str(caught.value)
    assert len(sample.store.requests) == 1
    assert secret not in caplog.text
    assert all(secret not in seen.query for seen in sample.store.requests)


@pytest.mark.parametrize("status", [400, 409])
@pytest.mark.parametrize("name", ["httpStatusCode", "httpCode"])
async def test_clashes_are_recognised(sample: Sample, status: int, name: str) -> None:
    """A SKU or reference that is taken, the plan's limit, bad data: each by its own error."""
    sample.set(sku_error_status=status, batch_status_name=name)
    async with sample.client() as ecom:
        await _made(ecom, _new(1))
        same_sku = NewProduct("counterpart:2", {"name": "Other", "sku": "MUG-1"})
        same_reference = NewProduct("counterpart:1", {"name": "Other", "sku": "OTHER"})
        nameless = NewProduct("counterpart:3", {"sku": "X"})
        fine = NewProduct("counterpart:4", {"name": "Fine", "sku": "FINE"})
        clash = (same_sku, same_reference, nameless, fine)
        made = await ecom.create_products(clash, "key-2")
        errors = [one.error for one in made]
        assert isinstance(errors[0], Refused)
        assert errors[0].code == "SKU_ALREADY_EXISTS"
        assert isinstance(errors[1], Refused)
        assert errors[1].code == "EXTERNAL_ID_ALREADY_USED"
        assert isinstance(errors[2], Refused)
        assert made[3].ecom_id is not None
        sample.set(max_products=2)
        (limited,) = await ecom.create_products([_new(9)], "key-3")
        assert isinstance(limited.error, PlanLimit)


async def test_batch_that_takes_its_time(sample: Sample) -> None:
    """Queued and slow batches are followed to their end."""
    sample.set(batch_queue_seconds=3.0, batch_request_seconds=0.5)
    async with sample.client() as ecom:
        ids = await _made(ecom, *(_new(number) for number in range(40)))
        assert len(set(ids)) == 40
        polls = [seen for seen in sample.store.requests if seen.method == "GET"]
        assert len(polls) < 15


async def test_same_key_makes_nothing_twice(sample: Sample) -> None:
    """The same batch again, also by another process, finds what was made."""
    products = [_new(number) for number in range(5)]
    async with sample.client() as ecom:
        ids = await _made(ecom, *products)
        assert await _made(ecom, *products) == ids
    async with sample.client() as ecom:
        assert await _made(ecom, *products) == ids
    assert len(sample.store.catalogue.products) == 5


LOST = ["reset", "truncated", "502_html", "503_empty", "504_lost"]


@pytest.mark.parametrize("kind", LOST)
@pytest.mark.parametrize("after", [True, False])
async def test_batches_survive_lost_answers(sample: Sample, kind: str, after: bool) -> None:
    """Whatever is lost on the way of a batch or its ticket, each product is made once."""
    sample.store.faults.add(Fault(kind, path="/batch", times=4, after_write=after))
    async with sample.client() as ecom:
        ids = await _made(ecom, *(_new(number) for number in range(5)))
    assert sorted(sample.store.catalogue.products) == sorted(ids)


@pytest.mark.parametrize("kind", LOST)
async def test_lost_writes_are_never_repeated(sample: Sample, kind: str) -> None:
    """A write whose answer is lost was made once and is reported as unknown."""
    async with sample.client() as ecom:
        (key,) = await _made(ecom, _new(1))
        sample.store.faults.add(
            Fault(kind, method="PUT", path="*/inventory", times=1, after_write=True)
        )
        with pytest.raises(OutcomeUnknown):
            await ecom.adjust_stock(key, None, -2)
        assert (await _read(ecom, key))[0].quantity == 3


@pytest.mark.parametrize("kind", sorted(COMMON_KINDS))
async def test_passing_faults(sample: Sample, kind: str) -> None:
    """Whatever goes wrong for a while, a listing comes out whole."""
    async with sample.client() as ecom:
        ids = await _made(ecom, *(_new(number) for number in range(120)))
        sample.set(page_cap=10)
        sample.store.faults.add(Fault(kind, share=0.3, seconds=1.0))
        assert [product.id for product in await _listed(ecom)] == ids


async def test_lasting_faults(sample: Sample) -> None:
    """A shop that stays broken is reported within our patience."""
    for kind in ("reset", "502_html", "503_empty"):
        sample.store.faults.clear()
        sample.store.faults.add(Fault(kind))
        async with sample.client() as ecom:
            with pytest.raises((ServiceBusy, BadAnswer)):
                await ecom.shop()
            assert ecom.requests <= 10


async def test_restored_product(sample: Sample) -> None:
    """A product deleted online comes back with what existed only online."""
    sample.set(languages=("en", "nl"))
    async with sample.client() as ecom:
        (key,) = await _made(ecom, _new(1, brand="Old"))
        extra = {
            "subtitle": "Fine",
            "seoTitle": "Buy this",
            "compareToPrice": 20,
            "warningLimit": 3,
            "nameTranslated": {"en": "Mug 1", "nl": "Beker"},
            "wholesalePrices": [{"quantity": 10, "price": 9}],
        }
        sample.store.save_product({**sample.document(key), **extra})
        _, old = await _read(ecom, key)
        await ecom.delete_product(key)
        made = _new(1, brand="New")
        (again,) = await _made(
            ecom, replace(made, reference="counterpart:1b", restore=old), key="key-2"
        )
        _, raw = await _read(ecom, again)
        told = json.loads(raw)
        assert {name: told[name] for name in extra} == extra
        assert (await _read(ecom, again))[0].brand == "New"


@pytest.mark.parametrize("inner_counts", [False, True])
async def test_pacing_on_simulated_time(inner_counts: bool) -> None:
    """Over three windows at full load: at least 90 % of the limit used, no 429 at all."""
    clock = SimulatedClock(START)
    knobs = ESeriesKnobs(
        latency_seconds=0.02, inner_requests_count=inner_counts, batch_request_seconds=0.01
    )
    store = ESeriesStore(clock, knobs=knobs, store_id=STORE)
    ecom = open_ecom(
        "http://127.0.0.1/api/v3",
        STORE,
        TOKEN,
        transport=in_process(e_series_app(store)),
        time_source=clock.now,
        sleep=clock.wait,
    )
    (key,) = await _made(ecom, _new(1))
    start, windows = clock.now(), 3

    async def read() -> None:
        while clock.now() < start + windows * 60.0:
            await ecom.product(key)

    async def create() -> None:
        number = 10
        while clock.now() < start + windows * 60.0:
            await _made(ecom, *(_new(number + step) for step in range(50)), key=f"key-{number}")
            number += 50

    await asyncio.gather(create(), *(read() for _ in range(7)))
    await ecom.aclose()
    assert all(seen.status == 200 for seen in store.requests)
    made = len(store.requests) if inner_counts else ecom.requests + ecom.writes
    assert made >= 0.9 * 600 * windows


async def test_limit_used_up_by_others(sample: Sample) -> None:
    """A 429 is waited out; the request then goes through."""
    sample.set(rate_limit=True)
    async with sample.client() as ecom, sample.client() as other:
        await asyncio.gather(*(other.latest_stats() for _ in range(600)))
        start = sample.clock.now()
        await ecom.latest_stats()
        assert sample.clock.now() - start <= 70
        assert sum(seen.status == 429 for seen in sample.store.requests) <= 3
