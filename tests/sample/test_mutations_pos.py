"""What staff do in the POS, and what of it moves."""

import pytest

from app.sample import mutations_pos as acts
from app.sample import mutations_till as till
from app.sample.x_series import XSeriesStore
from tests.sample.pos import shop


@pytest.fixture
def store() -> XSeriesStore:
    """A small shop."""
    return shop(40)


def simple(store: XSeriesStore) -> str:
    """Return a counted product without variants."""
    return next(
        str(row["id"])
        for row in store.live_products()
        if len(store.family(row["id"])) == 1
        and row.get("has_inventory", True)
        and not row.get("is_composite")
    )


def parent(store: XSeriesStore) -> str:
    """Return the parent of a family."""
    return next(str(row["id"]) for row in store.live_products() if row.get("has_variants"))


def test_what_belongs_to_the_family_changes_for_all(store: XSeriesStore) -> None:
    """Any member may be named; every member's version moves."""
    family = store.family(parent(store))
    before = store.version
    category = acts.add_category(store, "New Shelf")
    child = family[-1]["id"]
    acts.rename(store, child, "New Name")
    acts.describe(store, child, "<p>New &amp; better</p>")
    acts.move_category(store, child, category)
    acts.set_supplier(store, child, next(iter(store.tables["suppliers"]))["id"], "S-1")
    acts.track_stock(store, child, tracked=False)
    for member in store.family(child):
        assert member["name"] == "New Name"
        assert member["description"] == "<p>New &amp; better</p>"
        assert member["product_type_id"] == category
        assert member["supplier_code"] == "S-1"
        assert member["has_inventory"] is False
        assert member["version"] > before


def test_what_belongs_to_one_variant_stays_there(store: XSeriesStore) -> None:
    """Price, measures, codes and own picture change for one member alone."""
    one, *others = store.family(parent(store))
    acts.reprice(store, one["id"], 11.5)
    acts.change_weight(store, one["id"], 1.25, "LB")
    acts.change_dimensions(store, one["id"], (1.0, 2.0, 3.0), "IN")
    acts.change_barcode(store, one["id"], "036000291452", "UPC")
    acts.set_variant_picture(store, one["id"], 9)
    changed = store.product(one["id"])
    assert (changed["price_including_tax"], changed["price_excluding_tax"]) == (11.5, 10.0)
    assert (changed["weight"], changed["weight_unit"]) == (1.25, "LB")
    assert (changed["length"], changed["dimensions_unit"]) == (1.0, "IN")
    assert changed["product_codes"][-1]["code"] == "036000291452"
    assert len(changed["skuImages"]) == 1
    assert [store.product(other["id"]) for other in others] == others
    acts.change_barcode(store, one["id"], "")
    acts.change_weight(store, one["id"], None, "G")
    emptied = store.product(one["id"])
    assert [code["type"] for code in emptied["product_codes"]] == ["CUSTOM"]
    assert (emptied["weight"], emptied["weight_unit"]) == (None, None)


def test_a_new_barcode_is_an_ean(store: XSeriesStore) -> None:
    """Without a code given a fresh EAN-13 is printed."""
    product_id = simple(store)
    acts.change_barcode(store, product_id)
    code = store.product(product_id)["product_codes"][-1]
    assert (code["type"], len(code["code"])) == ("EAN", 13)


def test_skus_are_swapped_with_their_codes(store: XSeriesStore) -> None:
    """Each product ends with the other's SKU, as SKU and as code."""
    one, other = store.live_products()[:2]
    acts.swap_skus(store, one["id"], other["id"])
    swapped = store.product(one["id"]), store.product(other["id"])
    assert [row["sku"] for row in swapped] == [other["sku"], one["sku"]]
    assert swapped[0]["product_codes"][0]["code"] == other["sku"]
    acts.change_sku(store, one["id"], None)
    assert store.product(one["id"])["sku"] is None


def test_a_simple_product_becomes_a_family(store: XSeriesStore) -> None:
    """The former product is the parent, with a value of its own for the new attribute."""
    product_id = simple(store)
    child = acts.add_variant(store, product_id, {"Finish": "Gold"}, "GOLD-1", weight=5.0)
    row, added = store.product(product_id), store.product(child)
    assert row["has_variants"] is True
    assert [option["value"] for option in row["variant_options"]] == ["Standard"]
    assert added["variant_parent_id"] == product_id
    assert (added["name"], added["sku"], added["weight"]) == (row["name"], "GOLD-1", 5.0)
    assert "has_variants" not in added


def test_attributes_and_values_are_renamed(store: XSeriesStore) -> None:
    """In every member that has them."""
    product_id = simple(store)
    acts.add_variant(store, product_id, {"Finish": "Gold"}, "GOLD-1")
    acts.rename_value(store, product_id, "Finish", "Gold", "Brass")
    acts.rename_attribute(store, product_id, "Finish", "Metal")
    options = [row["variant_options"][0] for row in store.family(product_id)]
    assert [(one["name"], one["value"]) for one in options] == [
        ("Metal", "Standard"),
        ("Metal", "Brass"),
    ]
    assert len({one["id"] for one in options}) == 1


def test_deleting(store: XSeriesStore) -> None:
    """One member with its levels, then the whole family."""
    family = store.family(parent(store))
    acts.delete_variant(store, family[-1]["id"])
    assert all(level["deleted_at"] for level in store.levels(family[-1]["id"]))
    assert len(store.family(family[0]["id"])) == len(family) - 1
    acts.delete_product(store, family[0]["id"])
    assert store.family(family[0]["id"]) == []
    assert len(store.family(family[0]["id"], deleted=True)) == len(family)


def test_deleted_and_entered_anew(store: XSeriesStore) -> None:
    """A new record with the same SKU takes the place of the old one."""
    product_id = simple(store)
    new_id = acts.recreate(store, product_id)
    old, new = store.product(product_id), store.product(new_id)
    assert old["deleted_at"]
    assert new["deleted_at"] is None
    assert new["sku"] == old["sku"]
    assert new["family_id"] != old["family_id"]


def test_active_for_one_or_for_all(store: XSeriesStore) -> None:
    """A member can be switched off alone."""
    family = store.family(parent(store))
    acts.deactivate(store, family[0]["id"], alone=True)
    states = [row.get("active", True) for row in store.family(family[0]["id"])]
    assert states[0] is False
    acts.activate(store, family[0]["id"])
    assert all(row["active"] for row in store.family(family[0]["id"]))


def test_pictures_are_the_familys(store: XSeriesStore) -> None:
    """Added behind the others, taken away, put in another order."""
    product_id = parent(store)
    store.set_images(product_id, [])
    first, second, third = (acts.add_picture(store, product_id, seed) for seed in (1, 2, 3))
    acts.reorder_pictures(store, product_id, [2, 0, 1])
    acts.remove_picture(store, product_id, 1)
    for member in store.family(product_id):
        assert [image["id"] for image in member["images"]] == [third, second]
    assert first in store.pictures


def test_stock_moves_where_it_is_sold(store: XSeriesStore) -> None:
    """Sales, deliveries and counts change one outlet's level; a missing row is opened."""
    product_id = simple(store)
    outlet, other = [row["id"] for row in store.tables["outlets"]][:2]
    for level in store.levels(product_id):
        store.delete("inventory", level["id"])
    till.receive_stock(store, product_id, outlet, 5)
    till.move_stock(store, product_id, outlet, other, 2)
    till.sell(store, product_id, 4)
    till.set_reorder_point(store, product_id, other, 3)
    live = {row["outlet_id"]: row for row in store.levels(product_id) if not row["deleted_at"]}
    assert live[outlet]["inventory_level"] == -1
    assert (live[other]["inventory_level"], live[other]["reorder_point"]) == (2, 3)


def test_selling_a_bundle_takes_its_parts(store: XSeriesStore) -> None:
    """A bundle has no stock of its own, and what isn't counted isn't lowered."""
    part = simple(store)
    outlet = next(iter(store.tables["registers"]))["outlet_id"]
    till.count_stock(store, part, outlet, 10)
    loose = acts.add_product(store, "Wrapping", "WRAP-1", 3.0, has_inventory=False)
    bundle = acts.add_product(
        store, "Set", "SET-1", 20.0, is_composite=True, composite_bom={part: 2, loose: 1}
    )
    till.sell(store, bundle, 3)
    level = next(row for row in store.levels(part) if row["outlet_id"] == outlet)
    assert level["inventory_level"] == 4
    assert store.levels(loose) == store.levels(bundle) == []
