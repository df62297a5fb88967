"""`outlets`, `online` and `settings`: the manager's choices, and when they are refused."""

from typing import Any

from app.sample import mutations_till as till
from tests.journeys.forms import keys
from tests.journeys.stage import Stage, ended

KEYS = {
    "prices.form",
    "new_products",
    "removal.mode",
    "removal.days",
    "guard.count",
    "guard.share",
    "guard.price",
    "stock.buffer",
    "orders.reach_pos",
    "orders.hold_minutes",
    "first_link.images",
    "store.mode",
    "preview.always",
    "full.hours",
    "lag.seconds",
    "history.days",
}
"""Settings that must exist (RULES M19), besides those of the fields."""

SWITCHABLE = {
    "name",
    "category",
    "description",
    "brand",
    "barcode",
    "stock",
    "price",
    "images",
    "weight",
    "dimensions",
}
"""Fields that can be switched off; what is edited online is kept for all but two (RULES M3)."""


def ticks(answer: dict[str, Any]) -> list[tuple[bool, bool]]:
    """Ticked and locked, outlet by outlet."""
    return [(outlet["ticked"], outlet["locked"]) for outlet in answer["outlets"]]


def test_outlets_are_shown_and_chosen(bare: Stage) -> None:
    """The register's own outlet is always ticked and locked (R10)."""
    shown = bare.run("outlets", "--json")
    assert shown.status == 0, shown.err
    keys(shown.answer, "register", "registers", "outlets")
    assert shown.answer["register"] is None
    for register in shown.answer["registers"]:
        keys(register, "id", "name", "outlet_id")
    for outlet in shown.answer["outlets"]:
        keys(outlet, "id", "name", "ticked", "locked")
    assert ticks(shown.answer) == [(False, False)] * 3

    first, second, third = bare.outlets
    counter, market, _ = bare.registers
    chosen = bare.run("outlets", "--register", counter, "--tick", second, "--tick", third, "--json")
    assert chosen.status == 0, chosen.err
    assert chosen.answer["register"]["id"] == counter
    assert ticks(chosen.answer) == [(True, True), (True, False), (True, False)]

    moved = bare.run("outlets", "--register", market, "--untick", first, third, "--json")
    assert moved.status == 0, moved.err
    assert ticks(moved.answer) == [(False, False), (True, True), (False, False)]
    assert "(takes the online orders)" in bare.run("outlets").out
    assert not bare.pos.writes_seen


def test_switches_are_judged_together(fresh: Stage) -> None:
    """Whatever one of them is refused for, none of them takes effect (RULES M19)."""
    first, second, _ = fresh.outlets
    before = fresh.run("outlets", "--json").answer
    wrong = (
        (("--tick", second, "--untick", first), "can't be unticked"),
        (("--tick", second, "no-such-outlet"), "no outlet no-such-outlet"),
        (("--tick", second, "--register", "no-such-register"), "no register"),
        (("--register", fresh.registers[1], "--untick", second), "can't be unticked"),
        (("--tick", second, "--untick", second), "at once"),
    )
    started = [fresh.start("outlets", *refused) for refused, _ in wrong]
    for (refused, why), process in zip(wrong, started, strict=True):
        done = ended(process)
        assert done.status == 2, refused
        assert why in done.err
        assert done.out == ""
    assert fresh.run("outlets", "--json").answer == before


def test_a_shop_with_one_register_has_it_chosen(bare: Stage) -> None:
    """No choice is asked for where there is none (RULES M19)."""
    for register in bare.registers[1:]:
        bare.pos.delete("registers", register)
    answer = bare.run("outlets", "--json").answer
    assert answer["register"]["id"] == bare.registers[0]
    assert bare.sync().status == 3


def test_ticked_outlets_add_up_online(shop: Stage) -> None:
    """Another outlet's stock is sold online from the next sync on."""
    till.count_stock(shop.pos, shop.ids["MUG-1"], shop.outlets[1], 20)
    assert shop.sync().event("planned")["actions"] == []
    assert shop.run("outlets", "--tick", shop.outlets[1]).status == 0
    assert shop.sync().status == 0
    assert shop.products()["MUG-1"]["quantity"] == 28


def test_the_flag_is_set_for_whole_products(shop: Stage) -> None:
    """A variant's SKU means its family; off hides, follow shows again."""
    done = shop.run("online", "TEE-BM", "--off")
    assert done.status == 0, done.err
    tee = shop.status()["TEE-NS"]
    assert (tee["flag"], tee["sell_online"]) == ("off", False)
    assert shop.sync().finished["counts"]["hidden"] == 1
    assert shop.products()["TEE-NS-FAMILY"]["enabled"] is False
    assert shop.run("online", "TEE-NS", "--follow").status == 0
    assert shop.sync().finished["counts"]["shown"] == 1
    assert shop.products()["TEE-NS-FAMILY"]["enabled"] is True


def test_an_unknown_sku_does_not_stop_the_others(shop: Stage) -> None:
    """The others are set; status 1 names the unknown one (RULES M19)."""
    done = shop.run("online", "MUG-1", "NO-SUCH", "", "--off")
    assert done.status == 1
    assert "NO-SUCH" in done.err
    flags = {sku: pair["flag"] for sku, pair in shop.status().items()}
    assert [sku for sku, flag in flags.items() if flag == "off"] == ["MUG-1"]


def test_all_products_at_once(shop: Stage) -> None:
    """`--all` and SKUs exclude each other, and so do the three flags."""
    assert shop.run("online", "--all", "--on").status == 0
    pairs = shop.status()
    assert {pair["flag"] for pair in pairs.values()} == {"on"}
    assert pairs["OIL-1"]["status"] == "to be created"
    wrong = (("--all", "MUG-1", "--on"), ("--on",), ("MUG-1",), ("MUG-1", "--on", "--off"))
    started = [shop.start("online", *switches) for switches in wrong]
    assert [ended(process).status for process in started] == [2, 2, 2, 2]


def test_every_agreed_setting_exists(bare: Stage) -> None:
    """With its value, default, kind and choices."""
    answer = bare.run("settings", "--json").answer
    keys(answer, "settings")
    for setting in answer["settings"]:
        keys(setting, "key", "value", "default", "kind", "choices")
        assert setting["value"] == setting["default"]
    found = {setting["key"] for setting in answer["settings"]}
    assert found >= KEYS
    assert {f"fields.{name}.sync" for name in SWITCHABLE} <= found
    kept = SWITCHABLE - {"stock", "images"}
    assert {f"fields.{name}.edited_online" for name in kept} <= found


def test_settings_are_set_and_kept(bare: Stage) -> None:
    """In words as in JSON; exact numbers stay exact."""
    done = bare.run("settings", "guard.share", "0.10", "--json")
    assert done.status == 0
    (row,) = done.answer["settings"]
    assert (row["value"], row["default"]) == ("0.10", "0.05")
    assert bare.run("settings", "fields.price.sync", "off").out.startswith(
        "fields.price.sync = off"
    )
    assert "= 0.10 " in bare.run("settings", "guard.share").out


def test_bad_values_are_refused(bare: Stage) -> None:
    """Status 2 with what is allowed; nothing is stored."""
    wrong = {
        ("guard.count", "many"): "must be a number",
        ("guard.count", "1.5"): "whole number",
        ("guard.share", "2"): "between",
        ("removal.mode", "burn"): "delete, hide",
        ("preview.always", "maybe"): "on or off",
        ("no.such", "1"): "no setting",
    }
    started = {pair: bare.start("settings", *pair) for pair in wrong}
    for pair, process in started.items():
        done = ended(process)
        assert done.status == 2, pair
        assert wrong[pair] in done.err
    assert not list((bare.home / "settings").glob("settings*.json"))


def test_connecting_needs_somebody_to_ask(bare: Stage) -> None:
    """Without a terminal it says where to run it."""
    done = bare.run("connect")
    assert done.status == 2
    assert "terminal" in done.err
