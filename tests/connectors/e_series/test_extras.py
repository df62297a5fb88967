"""What the online store keeps to itself and where its pictures are; no answer makes it raise."""

import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.connectors.e_series import wire
from app.connectors.e_series.extras import ecom_extras, variation_pictures
from app.facts.extras import EcomExtras, Extra, PictureAddress

IMG = "https://img.example"


def _media(key: str, **more: Any) -> dict[str, Any]:
    sizes = {"160px": 160, "400px": 400, "800px": 800, "1500px": 1500}
    told = {f"image{name}Url": f"{IMG}/{key}-{size}" for name, size in sizes.items()}
    return {"id": key, "isMain": False, **told, "imageOriginalUrl": f"{IMG}/{key}", **more}


def _flat(key: str, **more: Any) -> dict[str, Any]:
    return {
        "smallThumbnailUrl": f"{IMG}/{key}-160",
        "thumbnailUrl": f"{IMG}/{key}-400",
        "hdThumbnailUrl": f"{IMG}/{key}-800",
        "imageUrl": f"{IMG}/{key}-1500",
        "originalImageUrl": f"{IMG}/{key}",
        **more,
    }


ITEM: dict[str, Any] = {
    "id": 700000101,
    "sku": "MUG-11",
    "name": "Enamel mug",
    "enabled": True,
    "price": 14.5,
    "compareToPrice": 18.10,
    "subtitle": " For camp and kitchen ",
    "warningLimit": 5,
    "unlimited": True,
    **_flat("0"),
    "media": {"images": [_media("0", isMain=True), _media("77"), _media("78")]},
    "galleryImages": [{"id": 78, "orderBy": 1}, {"id": 77, "orderBy": 2}],
    "combinations": [
        {"id": 31, "sku": "S", "unlimited": True, **_flat("v31")},
        {"id": 32, "sku": "M", "unlimited": True},
        {"id": 33, "sku": "L", "unlimited": True, **_flat("0")},
    ],
    "url": "https://shop.example/#!/Enamel-mug/p/700000101",
}


def _raw(**changes: Any) -> bytes:
    item = {**ITEM, **changes}
    return json.dumps({key: value for key, value in item.items() if value is not ...}).encode()


def _value(name: str, **changes: Any) -> Any:
    """The value of one extra; `...` when it is left out."""
    found = {extra.name: extra.value for extra in ecom_extras(_raw(**changes)).extras}
    return found.get(name, ...)


def _both(key: str, picture_id: str = "") -> PictureAddress:
    return PictureAddress(picture_id or key, f"{IMG}/{key}-160", f"{IMG}/{key}-1500")


def test_a_whole_product() -> None:
    """Every field of the online store alone, exact; pictures in the shop's order; its page."""
    assert ecom_extras(_raw()) == EcomExtras(
        (
            Extra("compare_to_price", Decimal("18.1")),
            Extra("subtitle", "For camp and kitchen"),
            Extra("low_stock", 5),
        ),
        (_both("0"), _both("78"), _both("77")),
        "https://shop.example/#!/Enamel-mug/p/700000101",
    )


def test_pictures_are_those_the_domain_knows() -> None:
    """The same ids in the same order."""
    (product,) = wire.products([_raw()]).products
    assert product.image_ids == tuple(picture.id for picture in ecom_extras(_raw()).pictures)


def test_pictures_of_variations() -> None:
    """Those with one of their own, by variation, under the mark the domain knows."""
    assert variation_pictures(_raw()) == {31: _both("v31", f"{IMG}/v31")}
    (product,) = wire.products([_raw()]).products
    marks = {v.id: v.image_mark for v in product.variations if v.image_mark}
    assert marks == {key: found.id for key, found in variation_pictures(_raw()).items()}


@pytest.mark.parametrize("media", [..., None, {}, [], {"images": []}, {"images": None}])
def test_without_media(media: Any) -> None:
    """The older fields tell the same."""
    gallery = [{"id": 77, **_flat("77")}]
    told = ecom_extras(_raw(media=media, galleryImages=gallery))
    assert told.pictures == (_both("0"), _both("77"))


def test_sizes_that_are_missing() -> None:
    """The next one stands in; other fields of the same picture are asked first."""
    lone = {"id": "77", "image800pxUrl": f"{IMG}/lone-800"}
    gallery = [{"id": 79, "orderBy": 1, "smallThumbnailUrl": f"{IMG}/79-160"}]
    media = {"images": [{"id": "0", "isMain": True, "image400pxUrl": None}, lone, {"id": "79"}]}
    assert ecom_extras(_raw(media=media, galleryImages=gallery)).pictures == (
        _both("0"),
        PictureAddress("77", f"{IMG}/lone-800", f"{IMG}/lone-800"),
        PictureAddress("79", f"{IMG}/79-160", f"{IMG}/79-160"),
    )


def test_pictures_without_a_web_address() -> None:
    """They are left out."""
    media = {"images": [_media("0", isMain=True), {"id": "5"}, {"id": "6", "image160pxUrl": "/x"}]}
    assert ecom_extras(_raw(media=media)).pictures == (_both("0"),)


@pytest.mark.parametrize("empty", [..., None, "", {}, []])
def test_every_way_to_print_nothing(empty: Any) -> None:
    """Missing, null and empty are left out alike."""
    names = ("compareToPrice", "subtitle", "warningLimit", "media", "galleryImages", "url")
    blank: dict[str, Any] = dict.fromkeys((*names, "combinations", *_flat("")), empty)
    assert ecom_extras(_raw(**blank)) == EcomExtras()
    assert variation_pictures(_raw(**blank)) == {}


def test_numbers_as_text_and_odd_ones() -> None:
    """Text that holds a number is one; what can't be an amount is left out."""
    assert _value("compare_to_price", compareToPrice="18.50") == Decimal("18.5")
    assert _value("low_stock", warningLimit="3") == 3
    assert _value("low_stock", warningLimit=0) == 0
    assert _value("low_stock", warningLimit=2.5) is ...
    assert _value("low_stock", warningLimit=-1) is ...
    assert _value("compare_to_price", compareToPrice=-3) is ...
    assert _value("compare_to_price", compareToPrice=True) is ...
    assert _value("subtitle", subtitle=12) is ...


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///x", "/p/1", 5, None])
def test_pages_that_are_no_web_address(url: Any) -> None:
    """Nothing else is ever opened in a browser."""
    assert ecom_extras(_raw(url=url)).page == ""


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"{",
        b"null",
        b"[]",
        b"\xff\xfe",
        b'{"price": 1e99999999999999999999}',
        b'{"x": ' + b"[" * 5000,
    ],
)
def test_broken_bytes(raw: bytes) -> None:
    """Nothing can be told of them."""
    assert ecom_extras(raw) == EcomExtras()
    assert variation_pictures(raw) == {}


def test_a_product_odd_elsewhere_keeps_its_extras() -> None:
    """A time that no calendar has takes neither the words nor the pictures with it."""
    odd = _raw(updateTimestamp=None, updated="0001-01-01 00:00:00 +2359")
    assert ecom_extras(odd) == ecom_extras(_raw())


_names = ("id", "isMain", "orderBy", "images", "imageUrl", "image160pxUrl", "smallThumbnailUrl")
_odd = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=6),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(_names), inner, max_size=4)
    ),
    max_leaves=8,
)


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from([*ITEM]), _odd))
def test_odd_values_never_raise(changes: dict[str, Any]) -> None:
    """Whatever stands where, some answer comes, made of web addresses and values."""
    raw = _raw(**changes)
    told = ecom_extras(raw)
    for picture in (*told.pictures, *variation_pictures(raw).values()):
        assert picture.small.startswith(("https://", "http://"))
        assert picture.large.startswith(("https://", "http://"))
    assert all(extra.value != "" for extra in told.extras)


@settings(deadline=None)
@given(st.binary(max_size=60))
def test_any_bytes_never_raise(raw: bytes) -> None:
    """Nor do bytes that are no product."""
    ecom_extras(raw)
    ecom_extras(b'{"id": 1, "media": ' + raw)
    variation_pictures(raw)
