"""What the POS keeps to itself, and where its pictures are; nothing that arrives makes it raise."""

import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.connectors.x_series import wire
from app.connectors.x_series.extras import pos_extras, variant_pictures
from app.facts.extras import Extra, PictureAddress, PosExtras
from app.sample.clock import SystemClock
from app.sample.x_series import XSeriesKnobs, XSeriesStore
from app.sample.x_series.shapes import View, product_shape

CDN = "https://cdn.example"


def _image(key: str, **sizes: str) -> dict[str, Any]:
    """An entry of `images` as the POS prints it, all sizes but those changed here."""
    names = ("raw", "original", "standard", "thumb", "sl", "sm", "ss", "st")
    told = {name: f"{CDN}/{name}/{key}" for name in names} | sizes
    return {"id": key, "url": f"{CDN}/original/{key}", "version": 3, "sizes": told}


ROW: dict[str, Any] = {
    "id": "48F3",
    "name": "Harbour Tee",
    "handle": "harbour-tee",
    "sku": "HT",
    "is_active": True,
    "supplier_code": "B-77",
    "supply_price": 15.0,
    "supplier": {"id": "s1", "name": "Breakers Ltd", "deleted_at": None, "version": 1},
    "product_suppliers": [
        {"id": "x", "supplier_id": "s1", "supplier_name": "Breakers", "code": None, "price": 14.55},
        {"id": "y", "supplier_id": "s2", "supplier_name": "Other", "code": "O", "price": 9},
    ],
    "categories": [
        {"id": "t1", "name": "summer", "deleted_at": None},
        {"id": "t2", "name": "cotton"},
        {"id": "t3", "name": "old", "deleted_at": "2024-01-01T00:00:00+00:00"},
    ],
    "images": [_image("I1"), _image("I2")],
    "skuImages": [_image("V1")],
    "image_url": f"{CDN}/images/placeholder/product/no-image-white-standard.png",
    "deleted_at": None,
    "version": 35319095545,
}


def _raw(**changes: Any) -> bytes:
    row = {**ROW, **changes}
    return json.dumps({key: value for key, value in row.items() if value is not ...}).encode()


def _value(name: str, **changes: Any) -> Any:
    """The value of one extra; `...` when it is left out."""
    found = {extra.name: extra.value for extra in pos_extras(_raw(**changes)).extras}
    return found.get(name, ...)


def test_a_whole_record() -> None:
    """Every field the record tells of, in the order of the screens, exact."""
    assert pos_extras(_raw()).extras == (
        Extra("handle", "harbour-tee"),
        Extra("supplier", "Breakers Ltd"),
        Extra("supplier_code", "B-77"),
        Extra("supplier_price", Decimal("14.55")),
        Extra("tags", ("summer", "cotton")),
    )


def test_pictures_are_those_the_domain_knows() -> None:
    """Small ones beside the originals, in shown order, under the ids of the record."""
    assert pos_extras(_raw()).pictures == (
        PictureAddress("i1", f"{CDN}/thumb/I1", f"{CDN}/original/I1"),
        PictureAddress("i2", f"{CDN}/thumb/I2", f"{CDN}/original/I2"),
    )
    assert variant_pictures(_raw()) == (
        PictureAddress("v1", f"{CDN}/thumb/V1", f"{CDN}/original/V1"),
    )
    (record,) = wire.products([_raw()]).records
    shown = pos_extras(_raw()).pictures
    assert [(image.id, image.url) for image in record.images] == [(p.id, p.large) for p in shown]


def test_a_standalone_product_may_carry_its_pictures_as_its_own() -> None:
    """They are the product's pictures, as they are for a sync."""
    alone = pos_extras(_raw(images=[]))
    assert [picture.id for picture in alone.pictures] == ["v1"]
    member = pos_extras(_raw(images=[], variant_parent_id="48f2"))
    assert member.pictures == ()


@pytest.mark.parametrize(
    ("sizes", "small"),
    [
        ({"thumb": ""}, f"{CDN}/sl/I1"),
        ({"thumb": "", "sl": "/relative"}, f"{CDN}/sm/I1"),
        ({"thumb": "", "sl": "", "sm": ""}, f"{CDN}/standard/I1"),
        ({"thumb": "", "sl": "", "sm": "", "standard": ""}, f"{CDN}/original/I1"),
    ],
)
def test_the_best_small_size_there_is(sizes: dict[str, str], small: str) -> None:
    """Near 160 px where it is told, else what comes next, in the end the original."""
    (picture,) = pos_extras(_raw(images=[_image("I1", **sizes)])).pictures
    assert picture == PictureAddress("i1", small, f"{CDN}/original/I1")


@pytest.mark.parametrize("sizes", [None, {}, [], "x", ...])
def test_a_picture_without_sizes(sizes: Any) -> None:
    """Its one address serves for both."""
    entry = {"id": "I1", "url": f"{CDN}/x", "sizes": sizes}
    entry = {key: value for key, value in entry.items() if value is not ...}
    assert pos_extras(_raw(images=[entry])).pictures == (
        PictureAddress("i1", f"{CDN}/x", f"{CDN}/x"),
    )


def test_what_is_no_picture() -> None:
    """Placeholders, entries without id or address; one listed twice is one."""
    placeholder = f"{CDN}/images/placeholder/product/no-image-white-original.png"
    odd = [
        {"id": "P", "url": placeholder},
        {"url": f"{CDN}/x"},
        {"id": "N"},
        {"id": "F", "url": "file:///etc/passwd"},
        None,
        "x",
        _image("I1"),
        _image("I1"),
    ]
    assert [picture.id for picture in pos_extras(_raw(images=odd)).pictures] == ["i1"]


@pytest.mark.parametrize("empty", [..., None, "", {}, []])
def test_every_way_to_print_nothing(empty: Any) -> None:
    """Missing, null and empty are left out alike."""
    names = ("handle", "supplier", "supplier_code", "supply_price", "product_suppliers")
    blank: dict[str, Any] = dict.fromkeys((*names, "categories", "images", "skuImages"), empty)
    assert pos_extras(_raw(**blank, tax_category=empty, outlet_taxes=empty)) == PosExtras()


def test_the_supplier() -> None:
    """By name from either place; a deleted one is none, though its price still stands."""
    assert _value("supplier", supplier=None) == "Breakers"
    gone = {"id": "s1", "name": "Breakers Ltd", "deleted_at": "2024-01-01T00:00:00+00:00"}
    assert _value("supplier", supplier=gone) is ...
    assert _value("supplier_code", supplier_code=None, product_suppliers=[{"code": 77}]) == "77"
    assert _value("supplier_price", product_suppliers=[]) == Decimal(15)
    assert _value("supplier_price", product_suppliers=[{"price": "14.500"}]) == Decimal("14.5")
    assert _value("supplier_price", product_suppliers=[{"price": -1}], supply_price="x") is ...


def test_the_tax() -> None:
    """In words where the record has them; set for an outlet by an id alone is told as set."""
    assert _value("tax", tax_category="Food") == "Food"
    assert _value("tax", outlet_taxes=[{"outlet_id": "o", "tax_id": "t"}]) is None
    assert _value("tax", outlet_taxes=[{"tax_id": "t", "deleted_at": "2024"}, 3, {}]) is ...
    assert _value("tax") is ...


def test_codes_sent_as_numbers() -> None:
    """Shown as they are; truth values are no codes."""
    assert _value("supplier_code", supplier_code=4711) == "4711"
    assert _value("handle", handle=True) is ...


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"{",
        b"null",
        b"[]",
        b"[{}]",
        b"\xff\xfe",
        b'{"handle": "x"',
        b'{"supply_price": 1e99999999999999999999}',
        b"[" * 5000,
        b'{"x": ' + b"[" * 5000,
    ],
)
def test_broken_bytes(raw: bytes) -> None:
    """Nothing can be told of them."""
    assert pos_extras(raw) == PosExtras()
    assert variant_pictures(raw) == ()


def test_a_record_odd_elsewhere_keeps_its_extras() -> None:
    """A time that no calendar has takes neither the words nor the pictures with it."""
    assert pos_extras(_raw(created_at="0001-01-01T00:00:00+23:59")) == pos_extras(_raw())


@pytest.mark.parametrize("dated", [False, True])
@pytest.mark.parametrize("empty", ["null", "missing", "object"])
def test_both_versions_and_all_styles_of_the_service(empty: str, *, dated: bool) -> None:
    """API 2.0 and the dated ones tell the same, however they print what is empty."""
    store = XSeriesStore(SystemClock(), knobs=XSeriesKnobs())
    row: dict[str, Any] = {
        "name": "Tee",
        "handle": "tee",
        "supplier_id": store.add("suppliers", {"name": "Breakers"}),
        "supplier_code": "B-77",
        "supply_price": 4.25,
        "tag_ids": [store.add("tags", {"name": "summer"})],
        "images": [store.add_picture(1), store.add_picture(2)],
    }
    full = store.add("products", row)
    bare = store.add("products", {"name": "Bare"})
    view = View(dated, "http://127.0.0.1:1", empty, False, True, True, True, True)

    def told(product_id: str) -> PosExtras:
        shape = product_shape(store, store.product(product_id), view)
        return pos_extras(json.dumps(shape).encode())

    assert told(full).extras == (
        Extra("handle", "tee"),
        Extra("supplier", "Breakers"),
        Extra("supplier_code", "B-77"),
        Extra("supplier_price", Decimal("4.25")),
        Extra("tags", ("summer",)),
    )
    small = [picture.small.rpartition("/")[2] for picture in told(full).pictures]
    assert small == ["thumb.png", "thumb.png"]
    assert {extra.name for extra in told(bare).extras} <= {"supplier_price"}
    assert told(bare).pictures == ()


_odd = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=6),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["id", "name", "url", "sizes", "thumb", "tax_id", "code", "price"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=8,
)


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from([*ROW, "outlet_taxes", "tax_category"]), _odd))
def test_odd_values_never_raise(changes: dict[str, Any]) -> None:
    """Whatever stands where, some answer comes, made of web addresses and values."""
    raw = _raw(**changes)
    told = pos_extras(raw)
    for picture in (*told.pictures, *variant_pictures(raw)):
        assert picture.id
        assert picture.small.startswith(("https://", "http://"))
        assert picture.large.startswith(("https://", "http://"))
    assert all(extra.value not in ("", ()) for extra in told.extras)


@settings(deadline=None)
@given(st.binary(max_size=60))
def test_any_bytes_never_raise(raw: bytes) -> None:
    """Nor do bytes that are no record."""
    pos_extras(raw)
    pos_extras(b'{"id": "a", "supplier": ' + raw)
    variant_pictures(raw)
