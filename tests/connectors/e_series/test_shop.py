"""The online store's profile, change times, categories and orders."""

import json
from typing import Any

import pytest

from app.connectors.e_series import shop
from app.domain.product import EcomCategory, LatestStats, Order, OrderLine

PROFILE: dict[str, Any] = {
    "generalInfo": {"storeId": 1003, "storeUrl": "https://mugs.example"},
    "account": {"suspended": False, "availableFeatures": ["COMBINATIONS"]},
    "formatsAndUnits": {
        "currency": "JPY",
        "currencyPrecision": 0,
        "weightUnit": "KILOGRAM",
        "dimensionsUnit": "CM",
    },
    "taxSettings": {"pricesIncludeTax": True},
    "languages": {"defaultLanguage": "de"},
    "featureToggles": [{"name": "ALLOW_EMPTY_AND_NON_UNIQUE_SKU", "enabled": True}],
}


def test_profile() -> None:
    """What rules need of the profile."""
    found = shop.profile(json.dumps(PROFILE).encode())
    assert (found.store_id, found.name, found.currency_precision) == (1003, "mugs.example", 0)
    assert found.prices_include_tax
    assert found.duplicate_skus_allowed
    assert found.features == {"COMBINATIONS"}
    assert found.default_language == "de"
    assert (found.weight_unit, found.dimensions_unit) == ("KILOGRAM", "CM")
    assert found.product_limit is None


@pytest.mark.parametrize("missing", ["generalInfo", "taxSettings"])
def test_profile_without_what_matters(missing: str) -> None:
    """Store number and tax setting are not guessed."""
    body = {key: value for key, value in PROFILE.items() if key != missing}
    with pytest.raises(ValueError, match="store number"):
        shop.profile(json.dumps(body).encode())


def test_latest_stats() -> None:
    """An area it says nothing of counts as changed just now, so it is read."""
    body = b'{"productsUpdated":"2026-02-01 09:00:00 +0000","productCount":7,"ordersUpdated":"?"}'
    assert shop.latest_stats(body, 99) == LatestStats(1769936400, 99, 99, 99, 7)


def test_categories() -> None:
    """The top level has no parent, in any spelling of none."""
    items = [b'{"id":1,"name":" Top "}', b'{"id":2,"name":"x","parentId":1}', b'{"name":"y"}']
    items.append(b'{"id":3,"name":"z","parentId":0}')
    assert shop.categories(items) == (
        EcomCategory(1, "Top", None),
        EcomCategory(2, "x", 1),
        EcomCategory(3, "z", None),
    )


@pytest.mark.parametrize(
    ("status", "holds"),
    [
        ("PAID", True),
        ("AWAITING_PAYMENT", True),
        ("PARTIALLY_REFUNDED", True),
        ("SOMETHING_NEW", True),
        (None, True),
        ("CANCELLED", False),
        ("REFUNDED", False),
        ("INCOMPLETE", False),
    ],
)
def test_orders(status: str | None, holds: bool) -> None:
    """In doubt an order holds its stock (RULES M4)."""
    body = {
        "id": "AB-X7",
        "paymentStatus": status,
        "createTimestamp": 5,
        "items": [{"productId": 7, "combinationId": 8, "sku": "M", "quantity": 2}, {"x": 1}],
    }
    assert shop.orders([json.dumps(body).encode(), b"{}"]) == (
        Order("AB-X7", 5, holds, (OrderLine(7, 8, "M", 2),)),
    )
