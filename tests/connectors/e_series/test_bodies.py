"""Write bodies: only what changes, merged with what the shop holds, nothing lost."""

import json
from decimal import Decimal
from typing import Any

import pytest

from app.connectors.e_series import bodies
from app.domain.errors import NotThere
from app.domain.steps import Values
from app.sync.ports import NewProduct

BRAND = {"id": 9001, "name": "Marke", "type": "BRAND", "value": "Old", "show": "DESCR"}
GLAZE = {"id": 9003, "name": "Glaze", "type": "CUSTOM", "value": "matt", "show": "NOTSHOW"}
CURRENT: dict[str, Any] = {
    "id": 7,
    "name": "Mug",
    "attributes": [BRAND, GLAZE, {"name": "Loose", "type": "CUSTOM", "value": "x"}],
    "dimensions": {"length": 1, "width": 2, "height": 3},
    "nameTranslated": {"en": "Mug", "de": "Becher"},
    "combinations": [
        {
            "id": 31,
            "options": [{"name": "Size", "value": "S"}],
            "attributes": [{"id": 1, "type": "UPC", "value": "0"}],
        }
    ],
}


def _body(values: Values, current: dict[str, Any] | None = None, language: str = "en") -> Any:
    raw = json.dumps(CURRENT if current is None else current).encode()
    return json.loads(bodies.encoded(bodies.product(values, raw, language)))


@pytest.mark.parametrize(
    ("values", "body"),
    [
        ({}, {}),
        ({"price": Decimal("14.50")}, {"price": 14.5}),
        ({"sku": "A"}, {"sku": "A"}),
        ({"enabled": False}, {"enabled": False}),
        ({"weight": Decimal(0)}, {"weight": 0}),
        ({"description": "<p>x</p>"}, {"description": "<p>x</p>"}),
        ({"stock": 7}, {"unlimited": False, "quantity": 7}),
        ({"stock": 0}, {"unlimited": False, "quantity": 0}),
        ({"stock": "unlimited"}, {"unlimited": True}),
        (
            {"dimensions": (Decimal(4), Decimal(0), Decimal("5.25"))},
            {"dimensions": {"length": 4, "width": 0, "height": 5.25}},
        ),
    ],
)
def test_single_fields(values: Values, body: dict[str, Any]) -> None:
    """A write carries what the action changes and no more (RULES S7)."""
    assert _body(values) == body


def test_attributes_are_written_whole() -> None:
    """Brand and barcode by alias, the others with their ids and values, none left out."""
    assert _body({"brand": "New", "barcode": "042"})["attributes"] == [
        {"id": 9001, "alias": "BRAND", "value": "New", "show": "DESCR"},
        {"id": 9003, "value": "matt", "show": "NOTSHOW"},
        {"name": "Loose", "value": "x"},
        {"alias": "UPC", "value": "042"},
    ]


def test_clearing_attributes() -> None:
    """Cleared with ""; what was never there is not written."""
    assert _body({"brand": "", "barcode": ""})["attributes"][0]["value"] == ""
    assert len(_body({"brand": "", "barcode": ""})["attributes"]) == 3


def test_translations() -> None:
    """The default language follows the plain field where it is told; others stay."""
    assert _body({"name": "Cup"}) == {
        "name": "Cup",
        "nameTranslated": {"en": "Cup", "de": "Becher"},
    }
    assert _body({"name": "Cup"}, language="fr") == {"name": "Cup"}
    assert _body({"name": "Cup"}, {"id": 1}) == {"name": "Cup"}


def test_numbers_are_exact_and_keys_sorted() -> None:
    """Decimals go out as written, and the same values give the same bytes."""
    values: Values = {"sku": "A", "price": Decimal("0.10"), "enabled": True}
    body = bodies.encoded(bodies.product(values, b"{}", ""))
    assert body == b'{"enabled":true,"price":0.10,"sku":"A"}'
    turned = dict(reversed(values.items()))
    assert bodies.encoded(bodies.product(turned, b"{}", "")) == body


def test_unknown_field() -> None:
    """A field nobody declared is our own mistake."""
    with pytest.raises(ValueError, match="colour"):
        _body({"colour": "red"})


def test_variations() -> None:
    """Merged with the variation inside the product; option values are written whole."""
    raw = json.dumps(CURRENT).encode()
    body = bodies.variation(31, {"barcode": "042", "stock": 3}, [("Size", "L")], raw)
    assert body == {
        "attributes": [{"id": 1, "alias": "UPC", "value": "042"}],
        "options": [{"name": "Size", "value": "L"}],
        "unlimited": False,
        "quantity": 3,
    }
    assert bodies.variation(31, {"sku": ""}, None, raw) == {"sku": ""}
    with pytest.raises(NotThere):
        bodies.variation(99, {}, None, raw)
    assert bodies.new_variation([("Size", "S")], {"sku": "A", "barcode": ""}) == {
        "sku": "A",
        "options": [{"name": "Size", "value": "S"}],
    }


def test_new_product() -> None:
    """Complete in one body, without what is blank."""
    values: Values = {"name": "Mug", "sku": "M", "brand": "N", "barcode": "", "stock": 2}
    made = NewProduct("counterpart:k", values, (5, 6), (("Size", ("S",)),))
    assert bodies.new_product(made, "") == {
        "name": "Mug",
        "sku": "M",
        "unlimited": False,
        "quantity": 2,
        "attributes": [{"alias": "BRAND", "value": "N"}],
        "externalReferenceId": "counterpart:k",
        "categoryIds": [5, 6],
        "options": [
            {
                "type": "SELECT",
                "name": "Size",
                "choices": [{"text": "S", "priceModifier": 0, "priceModifierType": "ABSOLUTE"}],
            }
        ],
    }


def test_restored_content() -> None:
    """What exists only online comes back; ids, stock, pictures and computed values don't."""
    old = {
        **CURRENT,
        "subtitle": "Fine",
        "seoTitle": "Buy",
        "compareToPrice": 20,
        "wholesalePrices": [
            {"quantity": 10, "price": 8},
            {"quantity": 5, "price": 99},
            {"quantity": 1, "price": 1},
        ],
        "tax": {"taxable": True, "taxClassCode": "x", "somethingRead": 1},
        "relatedProducts": {"productIds": [1]},
        "externalReferenceId": "other",
        "quantity": 44,
        "price": 10,
        "url": "https://x",
        "media": {"images": []},
        "seoDescription": "",
    }
    made = NewProduct(
        "counterpart:k",
        {"name": "Cup", "price": Decimal(9), "brand": "New"},
        restore=json.dumps(old).encode(),
    )
    body = bodies.new_product(made, "en")
    assert body == {
        "name": "Cup",
        "price": Decimal(9),
        "subtitle": "Fine",
        "seoTitle": "Buy",
        "compareToPrice": 20,
        "nameTranslated": {"en": "Cup", "de": "Becher"},
        "wholesalePrices": [{"quantity": 10, "price": 8}],
        "tax": {"taxable": True, "taxClassCode": "x"},
        "attributes": [
            {"id": 9001, "alias": "BRAND", "value": "New", "show": "DESCR"},
            {"id": 9003, "value": "matt", "show": "NOTSHOW"},
            {"name": "Loose", "value": "x"},
        ],
        "externalReferenceId": "counterpart:k",
    }
