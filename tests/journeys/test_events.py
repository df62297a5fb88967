"""What `sync --json` prints: one event a line, in the agreed order and form (RULES M19)."""

from app.sample import mutations_pos as pos
from app.sample import mutations_till as till
from tests.journeys.forms import check_story
from tests.journeys.stage import Stage


def rearrange(shop: Stage) -> None:
    """Change all there is to change about some products."""
    mug, tee = shop.ids["MUG-1"], shop.ids["TEE-NS"]
    pos.rename(shop.pos, mug, "Enamel cup")
    pos.reprice(shop.pos, mug, 16.0)
    pos.describe(shop.pos, mug, "<p>Holds <i>tea</i>.</p>")
    outdoor = pos.add_category(shop.pos, "Outdoor")
    pos.move_category(shop.pos, mug, pos.add_category(shop.pos, "Camping", outdoor))
    pos.change_dimensions(shop.pos, mug, (10, 8.5, 7), "CM")
    pos.change_weight(shop.pos, mug, 0.3, "KG")
    pos.change_barcode(shop.pos, mug, "036000291452", "UPC")
    pos.set_brand(shop.pos, mug, next(iter(shop.pos.tables["brands"].rows)))
    pos.change_sku(shop.pos, mug, "CUP-1")
    pos.add_picture(shop.pos, mug, 2)
    till.count_stock(shop.pos, mug, shop.outlets[0], 11)
    pos.delete_variant(shop.pos, shop.ids["TEE-BM"])
    pos.add_variant(shop.pos, tee, {"Colour": "Red", "Size": "M"}, "TEE-RM")
    pos.rename_value(shop.pos, tee, "Size", "S", "Small")
    pos.track_stock(shop.pos, shop.ids["LAMP-1"], tracked=False)
    pos.deactivate(shop.pos, shop.ids["PLATE-2"])


def test_a_first_sync_from_start_to_end(fresh: Stage) -> None:
    """With all fields of new products: a simple one with a picture, and a family."""
    done = fresh.sync("--yes")
    check_story(done.events)
    assert {event["event"] for event in done.events} == {
        "started",
        "planned",
        "guard",
        "progress",
        "action",
        "finished",
    }
    mug = {change["field"]: change["after"] for change in done.actions["MUG-1"]["changes"]}
    assert mug["description"] == "<p>Holds <b>coffee</b> — “hot”.</p>"
    assert mug["category"] == ["Kitchen", "Mugs"]
    assert mug["price"] == "14.50"
    assert mug["weight"] == "0.25"
    assert mug["images"] == 1
    assert mug["stock"] == 8
    tee = done.actions["TEE-NS"]
    assert tee["pos_id"] == fresh.pos.product(fresh.ids["TEE-NS"])["family_id"]
    whole = {c["field"]: c["after"] for c in tee["changes"] if c["variant"] is None}
    assert whole["options"] == {"Colour": ["Navy", "Blue"], "Size": ["S", "M"]}
    blue = {
        change["field"]: change["after"]
        for change in tee["changes"]
        if change["variant"] and change["variant"]["sku"] == "TEE-BM"
    }
    assert blue == {
        "options": {"Colour": "Blue", "Size": "M"},
        "sku": "TEE-BM",
        "price": "39.90",
        "stock": 2,
    }
    assert done.finished["exit"] == done.status == 0


def test_changes_of_every_field_are_told_as_agreed(shop: Stage) -> None:
    """Before and after; `status` tells the same as differences."""
    rearrange(shop)
    checked = shop.sync("--check")
    check_story(checked.events)
    mug = {change["field"]: change for change in checked.actions["CUP-1"]["changes"]}
    assert {name: (each["before"], each["after"]) for name, each in mug.items()} == {
        "name": ("Enamel mug", "Enamel cup"),
        "price": ("14.50", "16.00"),
        "description": ("<p>Holds <b>coffee</b> — “hot”.</p>", "<p>Holds <i>tea</i>.</p>"),
        "category": (["Kitchen", "Mugs"], ["Outdoor", "Camping"]),
        "dimensions": (None, ["10", "8.5", "7"]),
        "weight": ("0.25", "0.3"),
        "barcode": ("012345678905", "036000291452"),
        "brand": (None, mug["brand"]["after"]),
        "sku": ("MUG-1", "CUP-1"),
        "images": (1, 2),
        "stock": (8, 11),
    }
    lamp = checked.actions["LAMP-1"]["changes"]
    assert [(each["before"], each["after"]) for each in lamp] == [(3, "unlimited")]

    pairs = shop.status()
    for sku, action in checked.actions.items():
        planned = {
            (each["field"], (each["variant"] or {}).get("pos_id")): (each["after"], each["before"])
            for each in action["changes"]
        }
        told = {
            (each["field"], (each["variant"] or {}).get("pos_id")): (each["pos"], each["ecom"])
            for each in pairs[sku]["differences"]
        }
        assert told == planned, sku

    done = shop.sync("--yes")
    check_story(done.events)
    assert done.status == 0, done.err
    assert done.event("planned") == checked.event("planned")
    again = shop.sync()
    check_story(again.events)
    assert again.event("planned")["actions"] == []


def test_standard_output_holds_nothing_but_events(fresh: Stage) -> None:
    """Messages go to standard error, in whatever language the terminal can't show."""
    process = fresh.start("sync", "--json", "--yes", environ={"PYTHONIOENCODING": "ascii:strict"})
    out, err = process.communicate(timeout=60)
    assert process.returncode == 0, err
    assert "“hot”" in out
    assert "Planned: 8 products" in err
    assert "Done: 8 created." in err


def test_without_json_standard_output_stays_empty(fresh: Stage) -> None:
    """A scheduler's mail holds the messages once."""
    done = fresh.run("sync")
    assert done.status == 3
    assert done.out == ""
    assert "8 products would change" in done.err
    assert "Nothing was written." in done.err
