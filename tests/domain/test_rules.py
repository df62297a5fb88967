"""Every setting is declared once and checked wherever it comes from (DESIGN §10, RULES M19)."""

from decimal import Decimal

import pytest

from app.domain.errors import SettingsWrong
from app.domain.fields import FIELDS
from app.domain.rules import SETTINGS, Rules, declared

MUST_EXIST = {
    *("prices.form", "new_products", "removal.mode", "removal.days", "guard.count", "guard.share"),
    *("guard.price", "stock.buffer", "orders.reach_pos", "orders.hold_minutes"),
    *("first_link.images", "store.mode", "preview.always", "full.hours", "lag.seconds"),
    "history.days",
}


def test_m19_keys_that_must_exist() -> None:
    """And those of every field that can be switched off or kept."""
    keys = {setting.key for setting in SETTINGS}
    fields = {f"fields.{field.name}.sync" for field in FIELDS if field.switchable}
    fields |= {f"fields.{field.name}.edited_online" for field in FIELDS if field.keepable}
    assert keys >= MUST_EXIST | fields
    assert len(keys) == len(SETTINGS)


def test_m3_what_can_neither_be_switched_off_nor_kept_has_no_setting() -> None:
    """SKU, options and visibility; of pictures and stock no edit is kept."""
    keys = {setting.key for setting in SETTINGS}
    for name in ("sku", "options", "enabled"):
        assert f"fields.{name}.sync" not in keys
    for name in ("sku", "options", "enabled", "images", "stock"):
        assert f"fields.{name}.edited_online" not in keys


@pytest.mark.parametrize(
    ("key", "default"),
    [
        ("new_products", "off"),
        ("removal.mode", "delete"),
        ("guard.count", 10),
        ("guard.share", Decimal("0.05")),
        ("guard.price", Decimal("0.5")),
        ("stock.buffer", 0),
        ("orders.reach_pos", "by hand"),
        ("orders.hold_minutes", 15),
        ("first_link.images", "keep"),
        ("store.mode", "sync"),
        ("preview.always", False),
        ("full.hours", 24),
        ("lag.seconds", 60),
        ("history.days", 90),
        ("history.megabytes", 500),
        ("notify.when", "needs me"),
        ("window.close", "quit"),
        ("prices.form", "auto"),
        ("fields.name.sync", True),
        ("fields.name.edited_online", "put_back"),
    ],
)
def test_m19_defaults(key: str, default: object) -> None:
    """The safe side."""
    assert declared(key).default == default


def test_every_default_passes_its_own_check() -> None:
    """So that what is shown can be typed in again."""
    for setting in SETTINGS:
        assert setting.accept(setting.default) == setting.default


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        ("guard.count", " 25 ", 25),
        ("guard.share", "0.1", Decimal("0.1")),
        ("preview.always", "ON", True),
        ("preview.always", "false", False),
        ("prices.form", "excluding", "excluding"),
        ("first_link.keep", " name, brand ,", ["name", "brand"]),
    ],
)
def test_what_a_person_types(key: str, text: str, value: object) -> None:
    """Blanks around it don't matter."""
    assert declared(key).read(text) == value


@pytest.mark.parametrize(
    ("key", "text", "words"),
    [
        ("guard.count", "many", "must be a number"),
        ("guard.count", "-1", "between 0 and"),
        ("guard.count", "1.5", "whole number"),
        ("guard.share", "2", "between 0 and 1"),
        ("guard.share", "NaN", "must be a number"),
        ("guard.count", "Infinity", "must be a number"),
        ("full.hours", "0", "between 1 and"),
        ("prices.form", "net", "Choose one of"),
        ("preview.always", "maybe", "Choose on or off"),
    ],
)
def test_what_is_not_allowed_is_named(key: str, text: str, words: str) -> None:
    """With what is allowed instead."""
    with pytest.raises(SettingsWrong, match=words):
        declared(key).read(text)


def test_a_setting_is_named_in_words() -> None:
    """Not by its key, which nobody sees in the window."""
    with pytest.raises(SettingsWrong, match="“Pieces held back from the online stock” must be"):
        declared("stock.buffer").read("some")
    with pytest.raises(SettingsWrong, match="“more than this share” must be"):
        declared("guard.share").read("7")


def test_m9_pictures_can_not_be_both_kept_and_replaced() -> None:
    """Two settings that contradict each other are not passed over in silence."""
    stored = {"first_link.images": "replace", "first_link.keep": ["name", "images"]}
    with pytest.raises(SettingsWrong, match="both kept and replaced"):
        Rules.of(stored)
    assert Rules.of({**stored, "first_link.images": "keep"}).kept_at_first_link("images")


def test_an_unknown_setting() -> None:
    """Is refused, with the way to the list."""
    with pytest.raises(SettingsWrong, match="no setting"):
        declared("guard.everything")


def test_stored_values_are_checked_like_typed_ones() -> None:
    """Unknown keys of another version are passed over; JSON's own types are fine."""
    rules = Rules.of(
        {"preview.always": True, "guard.count": 3, "first_link.keep": ["name"], "of.old": 1}
    )
    assert rules.on("preview.always")
    assert rules.whole("guard.count") == 3
    assert rules.kept_at_first_link("name")
    assert not rules.kept_at_first_link("brand")
    with pytest.raises(SettingsWrong):
        Rules.of({"guard.count": "lots"})


def test_r12_reading_the_rules_of_a_field() -> None:
    """In step and put back by default; what has no setting is always in step."""
    rules = Rules.of({"fields.name.sync": False, "fields.brand.edited_online": "keep"})
    assert not rules.synced("name")
    assert rules.synced("brand")
    assert rules.synced("sku")
    assert rules.keeps("brand")
    assert not rules.keeps("name")
    assert not rules.keeps("sku")
    assert rules.decimal("guard.share") == Decimal("0.05")
    assert rules.text("removal.mode") == "delete"
