"""What the product panel says of values, states and the past; the sentence on how it stands."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import QLocale

from app.facts.extras import AtOutlet, Extra, OfVariants
from app.facts.product import FieldLine, PastChange
from app.facts.rows import altered
from app.facts.state import AppState, StoreFacts
from app.ui.values import NO_BREAK
from app.ui.wording_fields import agreement, listed, online_value, pos_value, told, unit_word
from app.ui.wording_product import extra_value, past_details, past_sentence
from app.ui.wording_status import status_sentence
from tests.ui.panelled import NEXT, NOW, PRICE, ROW, SKILLET, STOCK, STORE, agrees, with_lines

SHOP = AppState(store=STORE, next_look=NEXT)


@pytest.fixture(autouse=True)
def british() -> Iterator[None]:
    """Numbers and lists as in Britain."""
    locale = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(locale)


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("price", Decimal("1234.5"), "£1,234.50"),
        ("stock", 1250, "1,250"),
        ("stock", "unlimited", "∞"),
        ("stock", "unknown", "?"),
        ("weight", Decimal("2.350"), f"2.35{NO_BREAK}kg"),
        ("dimensions", ("44", "", "6.5"), f"44 × – × 6.5{NO_BREAK}cm"),
        ("images", 1, "1 picture"),
        ("images", 0, "None"),
        ("enabled", False, "No"),
        ("barcode", "0012", "0012"),
        ("category", ("Gifts", "Kitchen / Pans"), "Gifts\nKitchen / Pans"),
        ("brand", None, "(blank)"),
    ],
)
def test_values_are_told_as_people_write_them(field: str, value: Any, words: str) -> None:
    """Through the locale; leading zeros kept; blank is a word."""
    assert told(field, value, STORE) == words


def test_a_price_says_whether_tax_is_in_it() -> None:
    """Once, on the POS's side, in small print."""
    assert pos_value(PRICE, STORE) == "£54.00\ttax included"
    assert pos_value(PRICE, replace(STORE, tax_included=False)) == "£54.00\twithout tax"
    assert online_value(PRICE, STORE) == "£49.50"


def test_units_have_their_short_form() -> None:
    """One that nobody knows is shown as it is."""
    assert [unit_word(unit) for unit in ("KILOGRAM", "IN", "STONE")] == ["kg", "in", "stone"]


def test_fields_are_listed_in_a_shopkeepers_order() -> None:
    """Each once, the first two joined by a word."""
    assert listed(["stock", "price"]) == "price and stock"
    assert listed(["weight"]) == "weight"
    assert listed(["sku", "name", "price", "name"]) == "price, name and SKU"


def test_what_agrees_says_how_much_more_there_is() -> None:
    """Further categories, and in how many variants."""
    more = agrees("category", ("A", "B", "C"), note="also online")
    assert agreement(more) == "the same, and 2 more"
    assert agreement(agrees("weight", Decimal(1), variants=3)) == "the same in 3 variants"


def test_extras_are_told_in_words() -> None:
    """Something that is set but not told says just that."""
    assert extra_value(Extra("tax", None), STORE) == "Set"
    assert extra_value(Extra("tags", ("A", "B")), STORE) == "A and B"
    assert extra_value(Extra("supplier_price", Decimal(21)), STORE) == "£21.00"
    assert extra_value(Extra("low_stock", 3), STORE) == "3"
    assert extra_value(Extra("reorder_point", Decimal(4)), STORE) == "4"
    told = (AtOutlet(Decimal("4.0"), "Main"), AtOutlet(Decimal("2.5"), "Harbour"))
    assert extra_value(Extra("reorder_point", told), STORE) == "4 (Main) and 2.5 (Harbour)"
    several = (OfVariants(("Blue, M", "Navy, S"), told), OfVariants(("Navy, M",), Decimal(0)))
    assert extra_value(Extra("reorder_point", several), STORE) == (
        "Blue, M · Navy, S: 4 (Main) and 2.5 (Harbour)\nNavy, M: 0"
    )


@pytest.mark.parametrize(
    ("action", "result", "sentence"),
    [
        ("create", "done", "Created online"),
        ("update", "done", "Updated online"),
        ("hide", "done", "Hidden online"),
        ("delete", "done", "Removed online"),
        ("update", "failed", "Failed"),
        ("update", "skipped", "Left out"),
    ],
)
def test_the_past_is_told(action: str, result: str, sentence: str) -> None:
    """By what was done and what became of it."""
    assert past_sentence(PastChange(1, 1, action, result, "")) == sentence


def test_the_past_tells_what_changed_once() -> None:
    """Texts are named, not repeated; a failure tells why."""
    changes: tuple[tuple[str, Any, Any], ...] = (
        ("price", Decimal(4), Decimal(5)),
        ("price", Decimal(4), Decimal(5)),
        ("description", None, None),
        ("category", ("A",), ("A / B",)),
    )
    change = PastChange(1, 1, "update", "done", "", changes)
    assert past_details(change, STORE) == "Price £4.00 → £5.00\nDescription\nCategory A → A / B"
    assert past_details(replace(change, action="create"), STORE) == ""
    assert past_details(replace(change, error="It was refused."), STORE) == "It was refused."


# How it stands


def sentence(*lines: FieldLine, **row: Any) -> str:
    """The sentence of the skillet with these lines."""
    facts = with_lines(*lines, **row)
    return status_sentence(facts.row, facts, SHOP, NOW)


def test_what_the_pos_changed_and_when_it_goes() -> None:
    """One field or several; with the time where it is known."""
    assert sentence() == "POS changed price and stock. They go online at 11:00."
    one = sentence(agrees("stock", 11))
    assert one == "POS changed price. It goes online at 11:00."
    later = status_sentence(ROW, SKILLET, replace(SHOP, next_look=None), NOW)
    assert later == "POS changed price and stock. They go online at the next sync."


@pytest.mark.parametrize("away", [-60, 86_400, 0])
def test_a_time_is_told_only_for_what_is_still_to_come_today(away: float) -> None:
    """11:00 alone would be taken for today's."""
    said = status_sentence(ROW, SKILLET, replace(SHOP, next_look=NOW + away), NOW)
    assert said == "POS changed price and stock. They go online at the next sync."


def test_what_was_just_linked_says_that_the_pos_wins() -> None:
    """Nobody changed anything: the two were never compared."""
    line = replace(PRICE, note="first link")
    assert sentence(line, agrees("stock", 11)) == (
        "Never synced before, and price differs. The POS wins at the next sync."
    )


@pytest.mark.parametrize(
    ("note", "pos", "words"),
    [
        ("inactive", False, "It is inactive in the POS. The next sync hides it online."),
        ("kept off", False, "You keep it off. The next sync hides it online."),
        ("off in POS", False, "The POS does not sell it online. The next sync hides it."),
        ("", True, "It is sold online and hidden there. The next sync shows it."),
    ],
)
def test_being_shown_or_hidden_goes_before_all_else(note: Any, pos: bool, words: str) -> None:
    """It is what a shopper sees."""
    assert sentence(FieldLine("enabled", "goes", pos, not pos, note=note)) == words


def test_an_online_edit_is_put_back() -> None:
    """One field or several."""
    name = FieldLine("name", "put back", "Pan", "Pot")
    assert sentence(name, agrees("stock", 1), agrees("price", 1), status="edited online") == (
        "Someone changed the name online. The next sync puts the POS value back."
    )
    brand = FieldLine("brand", "put back", "A", "B")
    assert sentence(name, brand, status="edited online") == (
        "Someone changed name and brand online. The next sync puts the POS values back."
    )


def test_an_online_edit_that_is_kept() -> None:
    """By choice, or pictures, which stay by themselves."""
    name = FieldLine("name", "kept", "Pan", "Pot")
    assert sentence(name, status="edited online") == (
        "The online edit of name is kept until the POS changes it."
    )
    images = FieldLine("images", "kept", 1, 2)
    assert sentence(images, status="edited online") == (
        "Pictures were added online. They stay until the POS’s pictures change."
    )


def test_a_conflict_names_both_values_where_they_are_short() -> None:
    """Else the fields."""
    price = replace(PRICE, state="conflict")
    assert sentence(price, status="conflict") == (
        "Both sides changed the price: POS £54.00, online £49.50. POS wins at the next sync."
    )
    assert sentence(price, replace(STOCK, state="conflict"), status="conflict") == (
        "Both sides changed price and stock. POS wins at the next sync."
    )


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (
            {"status": "to be created", "flag": "on"},
            "You ticked it. The next sync creates it online.",
        ),
        ({"status": "to be created"}, "It is not online yet. The next sync creates it."),
        (
            {"status": "to be removed", "why": ("deleted in POS",)},
            "It was deleted in the POS. The next sync removes it online.",
        ),
        (
            {"status": "to be removed", "why": ("removed on", "2026-06-03")},
            "It was deleted in the POS. It is hidden online and removed on 3 Jun.",
        ),
        ({"status": "in sync"}, "Both sides agree. The next look is at 11:00."),
        (
            {"status": "not sold online", "flag": "off"},
            "You keep it off. It does not appear online.",
        ),
        (
            {"status": "not sold online"},
            "The POS does not sell it online. It does not appear there.",
        ),
        ({"status": "hidden"}, "It is inactive in the POS and does not appear online."),
        ({"status": "only online"}, "This exists only online. Counterpart leaves it alone."),
        ({"status": "needs attention"}, "Nothing of it is sent until it is mended."),
        ({"status": "failed"}, "The last attempt failed. The next sync tries again."),
        ({"status": "syncing"}, "It is being sent now."),
    ],
)
def test_each_status_has_its_sentence(row: dict[str, Any], words: str) -> None:
    """What happened and what happens next."""
    assert sentence(**row) == words


def test_a_product_deleted_online_says_that_it_comes_back() -> None:
    """It was there before."""
    facts = replace(SKILLET, deleted_online=True, row=altered(ROW, status="to be created"))
    assert status_sentence(facts.row, facts, SHOP, NOW) == (
        "It was deleted online and the POS still sells it. It is created again."
    )


@pytest.mark.parametrize(
    "status",
    ["update waiting", "edited online", "conflict", "to be created", "to be removed", "failed"],
)
def test_nothing_is_promised_while_counterpart_only_compares(status: Any) -> None:
    """Whatever differs stays as it is."""
    lines = {
        "edited online": replace(PRICE, state="put back"),
        "conflict": replace(PRICE, state="conflict"),
    }
    facts = with_lines(lines.get(status, PRICE), status=status)
    said = status_sentence(facts.row, facts, replace(SHOP, check_only=True), NOW)
    assert said.endswith("Counterpart only compares; nothing is sent.")
    assert "next sync" not in said
    assert "11:00" not in said


def test_a_row_alone_is_enough_for_a_sentence() -> None:
    """While the product is being read."""
    assert status_sentence(altered(ROW, status="hidden"), None, SHOP, NOW)
    assert (
        status_sentence(ROW, None, AppState(store=StoreFacts()), NOW)
        == "It waits for the next sync."
    )
