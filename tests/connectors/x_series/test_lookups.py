"""The POS's look-up resources and inventory rows."""

from decimal import Decimal

import pytest

from app.connectors.x_series import inventory, lookups
from app.domain.product import InventoryRow, Outlet, PosCategory, PosShop, Register


def test_shop() -> None:
    """What the shop says of itself; its discount product is no product."""
    row = (
        b'{"id":"R","name":"Harbour","domain_prefix":"harbour","tax_exclusive":true,'
        b'"currency":{"code":"NZD"},"discount_product_id":"D1","version":"9"}'
    )
    assert lookups.shop(row) == PosShop("r", "Harbour", "harbour", "NZD", True, frozenset({"d1"}))
    assert lookups.shop(b'{"id":"r"}').system_product_ids == frozenset()


def test_deleted_ones_are_left_out() -> None:
    """Deleted, nameless and broken rows of small lists."""
    rows = [b'{"id":"A","name":"One","outlet_id":"O"}', b'{"id":"b","deleted_at":"2024"}', b"5"]
    assert lookups.outlets(rows) == (Outlet("a", "One"),)
    assert lookups.registers(rows) == (Register("a", "One", "o"),)


@pytest.mark.parametrize(
    "body",
    [
        '{"page_info":PAGE,"data":{"categories":LIST}}',
        '{"data":{"page_info":PAGE,"categories":LIST}}',
        '{"data":{"page_info":PAGE,"data":{"categories":LIST}}}',
    ],
)
def test_nestings_of_categories(body: str) -> None:
    """`page_info` and the list lie at different depths."""
    listed = '[{"id":"A","name":"Top"},{"id":"B","name":"x","parent_category_id":"A"}]'
    body = body.replace("PAGE", '{"has_next":true,"last_seen":"B"}').replace("LIST", listed)
    page, last = lookups.category_page(body.encode())
    assert page == (PosCategory("a", "Top", None), PosCategory("b", "x", "a"))
    assert last == "B"


def test_last_page_of_categories() -> None:
    """Without `has_next` the list is over; anything but a list is refused."""
    assert lookups.category_page(b'{"data":{"categories":[]}}') == ((), "")
    for body in (b'{"data":[]}', b"{}", b'{"data":{"categories":{}}}'):
        with pytest.raises(ValueError, match="categories"):
            lookups.category_page(body)


@pytest.mark.parametrize("name", ["inventory_level", "current_inventory_level", "current_amount"])
def test_levels_by_every_name(name: str) -> None:
    """The level's name differs by version; negative and fractional levels are kept."""
    row = f'{{"product_id":"P","outlet_id":"O","{name}":-2.50,"version":7}}'.encode()
    assert inventory.levels([row]) == (InventoryRow("p", "o", Decimal("-2.50"), 7),)


@pytest.mark.parametrize(
    ("told", "read"),
    [
        ("5", Decimal(5)),
        ('"2.50"', Decimal("2.50")),
        ("0", Decimal(0)),
        ("-1", None),
        ("null", None),
        ('""', None),
        ('"soon"', None),
        ("true", None),
        ("[5]", None),
        ('{"a":1}', None),
        ("1e99", None),
    ],
)
def test_when_to_reorder(told: str, read: Decimal | None) -> None:
    """What is no number is not set, and costs the level nothing."""
    start = '{"product_id":"p","outlet_id":"o","inventory_level":3,"version":7'
    (point,) = inventory.levels([f'{start},"reorder_point":{told}}}'.encode()])
    assert point == InventoryRow("p", "o", Decimal(3), 7, reorder_point=read)
    (amount,) = inventory.levels([f'{start},"reorder_amount":{told}}}'.encode()])
    assert amount == InventoryRow("p", "o", Decimal(3), 7, reorder_amount=read)


def test_level_that_cannot_be_read() -> None:
    """An unreadable level is never a zero; a row that names no product is left out."""
    rows = [b'{"product_id":"p","outlet_id":"o","inventory_level":"?"}', b'{"outlet_id":"o"}', b"1"]
    (row,) = inventory.levels(rows)
    assert row.unreadable


@pytest.mark.parametrize(
    ("body", "count", "cursor"),
    [(b"null", 0, None), (b"[]", 0, None), (b'[{"version":3},{"version":5}]', 2, 5)],
)
def test_bare_lists(body: bytes, count: int, cursor: int | None) -> None:
    """Bare arrays, `null` past the end."""
    rows, at = inventory.bare_list(body)
    assert (len(rows), at) == (count, cursor)


def test_posted_read() -> None:
    """Rising versions behind the cursor; halved on demand."""
    request = inventory.posted(7, 2000)
    assert request.body == b'{"after":7,"include_deleted":true,"size":2000,"sort_direction":"asc"}'
    assert inventory.posted_size(inventory.halved(request)) == 1000
