"""Products of the online store: every field read, nothing that arrives makes it raise."""

import json
import random
from decimal import Decimal
from typing import Any

import pytest

from app.connectors.e_series import wire
from app.domain.normal_form import digest, html_text
from app.domain.product import EcomOption, EcomProduct, EcomVariation

ITEM: dict[str, Any] = {
    "id": 700000101,
    "sku": "MUG-11 ",
    "name": "Enamel mug",
    "description": "<p>Blue &amp; white</p>",
    "enabled": True,
    "unlimited": False,
    "quantity": -2,
    "price": 0,
    "isShippingRequired": True,
    "dimensions": {"length": 12, "width": 9.5, "height": 0},
    "categoryIds": [51001, 51002],
    "attributes": [
        {"id": 9001, "name": "Marke", "type": "BRAND", "value": "Northkiln", "show": "DESCR"},
        {"id": 9002, "name": "UPC", "type": "UPC", "value": "0123456789012"},
        {"id": 9003, "name": "Glaze", "type": "NEW_KIND", "value": "matt"},
    ],
    "options": [
        {"type": "RADIO", "name": "Size", "choices": [{"text": "S"}, {"text": "L"}]},
        {"type": "TEXTFIELD", "name": "Engraving"},
    ],
    "combinations": [
        {
            "id": 31,
            "options": [{"name": "Size", "value": "S"}],
            "sku": "MUG-S",
            "quantity": 4,
            "unlimited": False,
            "weight": 0.2,
            "attributes": [{"type": "UPC", "value": "042"}],
            "imageUrl": "https://img/31",
        },
        {"id": 32, "options": [{"name": "Size", "value": "L"}], "unlimited": False},
        {"id": 33, "options": [], "sku": "MUG-U", "unlimited": True},
    ],
    "media": {
        "images": [
            {"id": "0", "isMain": True, "orderBy": 0, "imageOriginalUrl": "https://img/main"},
            {"id": "77", "isMain": False, "orderBy": 1},
            {"id": "78", "isMain": False, "orderBy": 2},
        ]
    },
    "galleryImages": [{"id": 78, "orderBy": 1}, {"id": 77, "orderBy": 2}],
    "externalReferenceId": "counterpart:x",
    "created": "2026-02-01 09:00:00 +0000",
    "updateTimestamp": 1769936400,
    "brandNew": {"x": 1},
}


def _read(**changes: Any) -> EcomProduct:
    item = {key: value for key, value in {**ITEM, **changes}.items() if value is not ...}
    text = json.dumps(item).replace('"price": 0', '"price": 14.50')
    (product,) = wire.products([text.encode()]).products
    return product


def test_a_whole_product() -> None:
    """Every synced field arrives, exact and in normal form."""
    assert _read() == EcomProduct(
        id=700000101,
        sku="MUG-11",
        name="Enamel mug",
        enabled=True,
        updated=1769936400,
        created=1769936400,
        description=digest(html_text("<p>Blue & white</p>")),
        brand="Northkiln",
        barcode="0123456789012",
        price=Decimal("14.50"),
        quantity=-2,
        dimensions=(Decimal(12), Decimal("9.5"), Decimal(0)),
        category_ids=(51001, 51002),
        options=(EcomOption("Size", ("S", "L"), "RADIO"), EcomOption("Engraving", (), "TEXTFIELD")),
        variations=(
            EcomVariation(
                31,
                (("Size", "S"),),
                sku="MUG-S",
                quantity=4,
                weight=Decimal("0.2"),
                barcode="042",
                image_mark="https://img/31",
            ),
            EcomVariation(32, (("Size", "L"),)),
            EcomVariation(33, (), sku="MUG-U", unlimited=True),
        ),
        image_ids=("0", "78", "77"),
        main_image_mark="https://img/main",
        external_reference_id="counterpart:x",
    )


def test_absent_fields() -> None:
    """The shop leaves out what is empty; that is no problem."""
    raw = b'{"id":5,"name":"x","enabled":false,"unlimited":true}'
    read = wire.products([raw])
    assert read.products == (EcomProduct(5, "", "x", False, 0, unlimited=True),)
    assert read.raw == {5: raw}


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"enabled": ...}, "enabled"),
        ({"enabled": "yes"}, "enabled"),
        ({"quantity": ...}, "stock"),
        ({"quantity": 1.5}, "stock"),
        ({"quantity": "many"}, "stock"),
        ({"unlimited": "no"}, "stock"),
        ({"name": 5}, "name"),
        ({"sku": {"x": 1}}, "sku"),
        ({"description": ["x"]}, "description"),
        ({"weight": "heavy"}, "weight"),
        ({"isShippingRequired": "no"}, "weight"),
        ({"dimensions": [1, 2, 3]}, "dimensions"),
        ({"dimensions": {"length": "x"}}, "dimensions"),
        ({"categoryIds": ["a"]}, "category"),
        ({"categoryIds": 5}, "category"),
        ({"attributes": [{"type": "BRAND", "value": 5}]}, "brand"),
        ({"attributes": [{"type": "UPC", "value": 5}]}, "barcode"),
        ({"options": [{"name": "Size", "choices": [{"text": 1}]}]}, "options"),
        ({"combinations": [{"sku": "x"}]}, "options"),
        ({"combinations": {"id": 1}}, "options"),
        ({"combinations": [{"id": 1, "sku": "x", "unlimited": False}]}, "stock"),
        ({"media": {"images": [{"isMain": False}]}}, "images"),
    ],
)
def test_mistyped_fields_are_problems(changes: dict[str, Any], field: str) -> None:
    """What can't be read is said of that field alone."""
    assert [name for name, _ in _read(**changes).problems] == [field]


def test_pictures_of_older_answers() -> None:
    """Without `media`: the main picture by its address, then the gallery in order."""
    gallery = [{"id": 8, "orderBy": 2}, {"id": 7, "orderBy": 1}]
    product = _read(media=..., galleryImages=gallery, originalImageUrl="https://img/o")
    assert product.image_ids == ("0", "7", "8")
    assert product.main_image_mark == "https://img/o"
    assert _read(media=..., galleryImages=...).image_ids == ()


def test_picture_of_a_variation_without_its_own() -> None:
    """A variation that shows the product's picture has none of its own."""
    shown = [{"id": 31, "options": [], "imageUrl": "https://img/main"}]
    assert _read(combinations=shown).variations[0].image_mark == ""


@pytest.mark.parametrize("raw", [b"[]", b"{}", b'{"id":"x"}', b'{"id":null}', b"{"])
def test_items_without_id_are_left_out(raw: bytes) -> None:
    """An item that can't be told from others is named and skipped."""
    read = wire.products([raw, b'{"id":1}'])
    assert [product.id for product in read.products] == [1]
    assert len(read.unreadable) == 1


def test_random_items_never_raise() -> None:
    """Items with any field replaced by anything give a product each."""
    rng = random.Random(5)
    values: list[Any] = [None, "", 0, -1, 1e300, True, "x", [], {}, [[]], [{}], {"id": {}}, [None]]
    for _ in range(3000):
        changes = {
            rng.choice([key for key in ITEM if key != "id"]): rng.choice(values) for _ in range(4)
        }
        assert _read(**changes).id == 700000101


def test_only() -> None:
    """Picking products takes along what belongs to them."""
    read = wire.products([b'{"id":1,"description":"a"}', b'{"id":2,"description":"b"}'])
    kept = wire.only(read, lambda product: product.id == 2)
    assert (list(kept.raw), list(kept.texts.values())) == ([2], ["b"])
