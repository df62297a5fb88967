"""Product rows of the POS: every field read, nothing that arrives makes it raise."""

import json
import random
from decimal import Decimal
from typing import Any

import pytest

from app.connectors.x_series import wire
from app.domain.normal_form import digest, html_text
from app.domain.product import CategoryRef, Dimensions, PosImage, PosRecord, Weight

ROW: dict[str, Any] = {
    "id": "2F6B1C40-0001",
    "family_id": "FAM-1",
    "variant_parent_id": "2f6b1c40-0000",
    "name": "Harbour Tee",
    "variant_name": "Harbour Tee / Navy / M",
    "sku": " HT-NVY-M ",
    "active": True,
    "is_active": True,
    "ecwid_enabled_webstore": True,
    "has_inventory": True,
    "is_composite": False,
    "has_variants": False,
    "variant_options": [
        {"id": "a1", "name": "Colour", "value": "Navy"},
        {"id": "a2", "name": "Size", "value": "M"},
    ],
    "product_codes": [
        {"id": "c1", "type": "CUSTOM", "code": "HT-NVY-M"},
        {"id": "c2", "type": "ean", "code": "0400000000017"},
    ],
    "description": "<p>Heavy cotton.</p>\r\n",
    "weight": 220.0,
    "weight_unit": "g",
    "length": None,
    "width": 30,
    "height": "2.5",
    "dimensions_unit": "CM",
    "brand": {"id": "b1", "name": "Harbour", "deleted_at": None},
    "product_category": {
        "id": "K2",
        "name": "T-shirts",
        "category_path": [{"id": "K1", "name": "Clothing"}, {"id": "K2", "name": "T-shirts"}],
    },
    "images": [{"id": "I1", "url": "https://cdn/x", "sizes": {"original": "https://cdn/o"}}],
    "skuImages": [{"id": "I2", "url": "https://cdn/y"}],
    "image_url": "https://x/images/placeholder/product/no-image-white-standard.png",
    "created_at": "2024-04-08 20:21:22",
    "deleted_at": None,
    "version": 41200700318,
    "something_new": {"deep": [1]},
}


def _read(**changes: Any) -> PosRecord:
    row = {**ROW, **changes}
    text = json.dumps({key: value for key, value in row.items() if value is not ...})
    priced = text[:-1] + ', "price_including_tax": 39.9, "price_excluding_tax": 34.69565}'
    (record,) = wire.products([priced.encode()]).records
    return record


def test_a_whole_row() -> None:
    """Every synced field arrives, exact and in normal form."""
    record = _read()
    assert record == PosRecord(
        id="2f6b1c40-0001",
        family_key="fam-1",
        parent_id="2f6b1c40-0000",
        has_variants=False,
        name="Harbour Tee",
        sku="HT-NVY-M",
        active=True,
        created_at="2024-04-08T20:21:22.000000Z",
        version=41200700318,
        barcode="0400000000017",
        description=digest(html_text("<p>Heavy cotton.</p>")),
        brand="Harbour",
        category=(CategoryRef("k1", "Clothing"), CategoryRef("k2", "T-shirts")),
        options=(("Colour", "Navy"), ("Size", "M")),
        sell_online=True,
        price_including_tax=Decimal("39.9"),
        price_excluding_tax=Decimal("34.69565"),
        weight=Weight(Decimal("220.0"), "G"),
        dimensions=Dimensions(None, Decimal(30), Decimal("2.5"), "CM"),
        images=(PosImage("i1", "https://cdn/o"),),
        variant_images=(PosImage("i2", "https://cdn/y"),),
    )


def test_raw_and_texts_are_kept() -> None:
    """The row's own bytes and the description's own text stay available."""
    raw = b'{ "id":"A", "description":"<b>x</b>",  "new":1e5 }'
    read = wire.products([raw])
    assert read.raw == {"a": raw}
    assert read.texts == {digest(html_text("<b>x</b>")): "<b>x</b>"}


BLANKS: list[Any] = [..., None, "", {}, []]


@pytest.mark.parametrize("blank", BLANKS, ids=str)
@pytest.mark.parametrize(
    ("field", "attribute", "value"),
    [
        ("brand", "brand", ""),
        ("description", "description", ""),
        ("images", "images", ()),
        ("skuImages", "variant_images", ()),
        ("product_codes", "barcode", ""),
        ("product_category", "category", ()),
        ("weight", "weight", None),
        ("variant_options", "options", ()),
        ("variant_parent_id", "parent_id", None),
        ("sku", "sku", ""),
        ("name", "name", ""),
        ("deleted_at", "deleted", False),
    ],
)
def test_blank_in_every_style(field: str, attribute: str, value: object, blank: Any) -> None:
    """Missing, null, "", {} and [] are alike: nothing there, and no problem."""
    record = _read(**{field: blank})
    assert getattr(record, attribute) == value
    assert record.problems == ()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"name": 5}, "name"),
        ({"sku": ["x"]}, "sku"),
        ({"is_active": None, "active": "yes"}, "enabled"),
        ({"is_active": ..., "active": ...}, "enabled"),
        ({"ecwid_enabled_webstore": "true"}, "enabled"),
        ({"has_inventory": ...}, "stock"),
        ({"is_composite": 1}, "stock"),
        ({"weight": "heavy"}, "weight"),
        ({"weight": -1}, "weight"),
        ({"weight": True}, "weight"),
        ({"weight_unit": "STONE"}, "weight"),
        ({"weight_unit": None}, "weight"),
        ({"dimensions_unit": "FT"}, "dimensions"),
        ({"width": {"x": 1}}, "dimensions"),
        ({"brand": "Harbour"}, "brand"),
        ({"brand": {"name": 7}}, "brand"),
        ({"product_category": {"id": "k"}}, "category"),
        ({"product_category": [1]}, "category"),
        ({"variant_options": {"name": "Colour"}}, "options"),
        ({"variant_options": [{"name": "Colour", "value": 4}]}, "options"),
        ({"images": [{"id": "i"}]}, "images"),
        ({"images": "none"}, "images"),
        ({"images": [7]}, "images"),
        ({"description": {"html": "x"}}, "description"),
        ({"product_codes": [{"type": "UPC", "code": 12}]}, "barcode"),
    ],
)
def test_mistyped_fields_are_problems(changes: dict[str, Any], field: str) -> None:
    """What can't be read is said of that field alone."""
    assert [name for name, _ in _read(**changes).problems] == [field]


@pytest.mark.parametrize(
    ("codes", "barcode"),
    [
        ([("EAN", "2"), ("UPC", "1")], "1"),
        ([("custom", "9"), ("itf", "5"), ("JAN", "4")], "4"),
        ([("UPC", "1"), ("UPC", "2")], "1"),
        ([("UPC", ""), ("ISBN", "3")], "3"),
        ([("CUSTOM", "9")], ""),
    ],
)
def test_barcode_choice(codes: list[tuple[str, str]], barcode: str) -> None:
    """The first UPC, else EAN, JAN, ISBN, ITF, whatever the case; never CUSTOM (RULES M18)."""
    listed = [{"type": kind, "code": code} for kind, code in codes]
    assert _read(product_codes=listed).barcode == barcode


def test_category_from_the_older_twin() -> None:
    """Without `product_category` the path comes from `type`; deleted ones are none."""
    kind = {"id": "t", "name": "Tees", "category_path": [{"id": "r", "name": "Top"}]}
    found = _read(product_category=None, type=kind).category
    assert found == (CategoryRef("r", "Top"), CategoryRef("t", "Tees"))
    assert _read(product_category={}, type={**kind, "deleted_at": "2024"}).category == ()


def test_deleted_brand_is_blank() -> None:
    """A deleted brand may still be embedded: it is none."""
    assert _read(brand={"id": "b", "name": "Old", "deleted_at": "2024-01-01"}).brand == ""


def test_family_key() -> None:
    """Family id, else the parent, else the record itself (R21)."""
    assert _read(family_id=None).family_key == "2f6b1c40-0000"
    assert _read(family_id=None, variant_parent_id=None).family_key == "2f6b1c40-0001"


def test_flag_that_is_missing_is_unknown() -> None:
    """A missing switch means neither on nor off."""
    assert _read(ecwid_enabled_webstore=...).sell_online is None
    assert _read(ecwid_enabled_webstore=False).sell_online is False


def test_zero_measures_are_blank() -> None:
    """Weight and sides of 0 are blank (RULES M12)."""
    record = _read(weight=0, weight_unit=None, width=0, height=0, dimensions_unit=None)
    assert (record.weight, record.dimensions, record.problems) == (None, None, ())


@pytest.mark.parametrize(
    "raw", [b"[]", b"7", b"null", b'{"name":"x"}', b'{"id":5}', b"{", b'{"id":""}', b"[" * 100_000]
)
def test_rows_without_id_are_left_out(raw: bytes) -> None:
    """A row that can't be told from others is named and skipped; the others stay."""
    read = wire.products([raw, b'{"id":"ok"}'])
    assert [record.id for record in read.records] == ["ok"]
    assert len(read.unreadable) == 1


def test_broken_text_is_mended() -> None:
    """Half a surrogate pair or bytes that are no UTF-8 don't lose the row."""
    read = wire.products([b'{"id":"a","name":"x\\ud83d"}', b'{"id":"b","name":"caf\xe9"}'])
    assert [record.id for record in read.records] == ["a", "b"]
    for record in read.records:
        record.name.encode()


def test_random_rows_never_raise() -> None:
    """Rows with any field replaced by anything give a record each."""
    rng = random.Random(7)
    values: list[Any] = [None, "", 0, -1, 1e300, True, "x", [], {}, [[]], [{}], {"id": {}}, [None]]
    for _ in range(3000):
        row = {**ROW, "price_including_tax": 3}
        for _ in range(rng.randint(1, 6)):
            row[rng.choice([key for key in ROW if key != "id"])] = rng.choice(values)
        (record,) = wire.products([json.dumps(row).encode()]).records
        assert record.id == "2f6b1c40-0001"


def test_absurd_numbers_are_problems() -> None:
    """Numbers beyond all reason don't reach the rules."""
    raw = b'{"id":"a","is_active":true,"has_inventory":true,"price_including_tax":1e999999}'
    (record,) = wire.products([raw]).records
    assert record.price_including_tax is None
    assert [field for field, _ in record.problems] == ["price"]


@pytest.mark.parametrize(
    ("body", "rows", "cursor"),
    [
        (b'{"data":[{"id":1}],"version":{"min":3,"max":9}}', 1, 9),
        (b'{"data":[],"version":{"min":null,"max":null}}', 0, None),
        (b'{"data":null,"version":null}', 0, None),
        (b'{"data":[{"version":4},{"version":7}]}', 2, 7),
        (b'{"data":[{"version":4}],"version":{}}', 1, None),
    ],
)
def test_cursor_lists(body: bytes, rows: int, cursor: int | None) -> None:
    """Rows and cursor of a page in all its shapes."""
    found, at = wire.cursor_list(body)
    assert (len(found), at) == (rows, cursor)


@pytest.mark.parametrize("body", [b"{}", b"[]", b'{"data":{}}', b"<html>", b""])
def test_what_is_no_list(body: bytes) -> None:
    """Anything else is refused as a whole."""
    with pytest.raises(ValueError, match=r"."):
        wire.cursor_list(body)


def test_single_answers() -> None:
    """`data` may be the record or a list of one."""
    assert wire.one_row(b'{"data":{"id":"a"}}') == b'{"id":"a"}'
    assert wire.one_row(b'{"data":[{"id":"a"}]}') == b'{"id":"a"}'
    with pytest.raises(ValueError, match="one record"):
        wire.one_row(b'{"data":[]}')
