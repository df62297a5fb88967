"""“Why does the shop say 14?” in the product panel: outlets, buffer, orders, result, variants."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.facts.product import HeldOrder, OutletLine, StockStory
from tests.ui.panelled import (
    HARBOUR,
    KEY,
    NOW,
    SKILLET,
    Panelled,
    panelled,
    story,
)

VARIANTS = (
    story(variant="cream", variant_name="Cream", goes=False, shows=7, should=7, total=7),
    story(variant="navy", variant_name="Navy", shows=48, should=55, total=55),
    story(variant="sage", variant_name="Sage", goes=False, shows=3, should=3, total=3),
)


@pytest.fixture
def seen(qapp: QApplication, qtbot: QtBot) -> Iterator[Panelled]:
    """The panel of a skillet whose stock the POS changed."""
    with panelled(qapp, qtbot) as found:
        yield found


def tell(seen: Panelled, **changes: Any) -> dict[str, tuple[str, str, str]]:
    """Show a story; returns number, words and small print of each line by its name."""
    seen.show(replace(SKILLET, stocks=(story(**changes),)))
    return lines_of(seen)


def lines_of(seen: Panelled) -> dict[str, tuple[str, str, str]]:
    """Number, words and small print of each line, by its name."""
    lines = seen.panel.stock.card.lines()
    return {line.name: (line.number, line.words, line.small) for line in lines}


def test_the_sum_is_told_outlet_by_outlet(seen: Panelled) -> None:
    """Ticked or not, who takes the orders, what is held back, what should be, what is shown."""
    stock = seen.panel.stock
    assert stock.title.text() == "Why does the shop say 14?"
    assert stock.read.text() == "read 10:42"
    assert list(lines_of(seen).items()) == [
        ("High Street", ("3", "ticked", "takes online orders")),
        ("Warehouse", ("8", "ticked", "")),
        ("Harbour", ("5", "not ticked", "")),
        ("Held back (buffer)", ("0", "", "")),
        ("Online stock should be", ("11", "", "")),
        ("The shop shows", ("14", "goes to 11", "")),
    ]
    assert stock.card.lines()[-1].ground == "waiting_soft"
    assert not stock.variants.isVisible()


def test_every_line_is_on_the_screen(seen: Panelled) -> None:
    """What is told is also painted, and said to a screen reader."""
    words = seen.words()
    for told in ("High Street", "takes online orders", "not ticked", "goes to 11"):
        assert told in words
    names = {child.accessibleName() for child in seen.panel.stock.card.findChildren(QWidget)}
    assert "The shop shows goes to 11 14" in names


def test_what_agrees_is_not_tinted(seen: Panelled) -> None:
    """Nothing goes anywhere."""
    lines = tell(seen, shows=11, goes=False)
    assert lines["The shop shows"] == ("11", "", "")
    assert seen.panel.stock.card.lines()[-1].ground == ""


def test_a_buffer_is_taken_off(seen: Panelled) -> None:
    """With a true minus."""
    assert tell(seen, buffer=2, should=9)["Held back (buffer)"][0] == "\N{MINUS SIGN}2"


def test_orders_that_hold_pieces_are_named(seen: Panelled) -> None:
    """Number, pieces and time; a drop that no order explains says what it is."""
    held = (HeldOrder("1042", 2, int(NOW - 3600)), HeldOrder("", 1, int(NOW - 7200)))
    lines = tell(seen, held=held, taken=3, should=8, shows=8, goes=False)
    assert lines["Held for online orders"][0] == "\N{MINUS SIGN}3"
    small = [line.small for line in seen.panel.stock.card.lines() if not line.name]
    assert small == ["Order 1042 · 2 pieces · Today 09:48", "Sold online · 1 piece · Today 08:48"]


def test_orders_that_take_nothing_off_say_when_they_would(seen: Panelled) -> None:
    """The stock falls anyway."""
    lines = tell(seen, held=(HeldOrder("1042", 2, int(NOW)),), taken=0)
    assert lines["Held for online orders"] == ("0", "", "only where the stock would rise")


def test_a_negative_sum_is_never_below_zero(seen: Panelled) -> None:
    """The levels keep their minus, the stock does not."""
    outlets = (OutletLine(HARBOUR, True, True, Decimal(-3)),)
    lines = tell(seen, outlets=outlets, total=-3, should=0)
    assert lines["Harbour"][0] == "\N{MINUS SIGN}3"
    assert lines["Online stock should be"] == ("0", "", "never below zero")


def test_an_outlet_without_a_figure_has_a_dash_and_an_unreadable_one_a_question_mark(
    seen: Panelled,
) -> None:
    """Neither is nought."""
    lines = tell(seen, outlets=(OutletLine(HARBOUR, True, False, None),))
    assert lines["Harbour"][0] == "–"
    lines = tell(seen, outlets=(OutletLine(HARBOUR, True, False, None, readable=False),))
    assert lines["Harbour"][0] == "?"


@pytest.mark.parametrize(
    ("reason", "shows", "words"),
    [
        ("bundle", 14, "The POS tells no stock of bundles. What stands online is left alone."),
        ("no rows", 14, "The POS counts it at no outlet. What stands online is left alone."),
        ("no rows", None, "The POS counts it at no outlet. It is created with none to sell."),
        ("inactive", 14, "It is inactive in the POS, so none of it is sold online."),
    ],
)
def test_why_the_sum_does_not_tell_is_said(
    seen: Panelled, reason: Any, shows: int | None, words: str
) -> None:
    """Below the sum, in words."""
    should = 0 if reason == "inactive" else None
    lines = tell(seen, reason=reason, should=should, shows=shows, goes=False)
    assert seen.panel.stock.reason.text() == words
    if should is None:
        assert lines["Online stock should be"][0] == "?"
        assert "Held back (buffer)" not in lines
    if should is None and shows is not None:
        assert lines["The shop shows"] == ("14", "left alone", "")


def test_what_is_not_counted_is_unlimited(seen: Panelled) -> None:
    """No sum, no buffer."""
    lines = tell(seen, should="unlimited", shows="unlimited", goes=False)
    assert seen.panel.stock.title.text() == "Why does the shop never run out?"
    assert lines["Online stock should be"][0] == "∞"
    assert "Held back (buffer)" not in lines


def test_what_is_not_online_yet_asks_what_it_will_be(seen: Panelled) -> None:
    """Or what it would be, where nothing goes."""
    assert tell(seen, shows=None)["The shop shows"] == ("–", "not there yet", "")
    assert seen.panel.stock.title.text() == "What will the shop say?"
    assert tell(seen, shows=None, goes=False)["The shop shows"] == ("–", "not there", "")
    assert seen.panel.stock.title.text() == "What would the shop say?"


def test_what_is_frozen_says_that_it_is_not_compared(seen: Panelled) -> None:
    """Different, and nothing goes."""
    assert tell(seen, goes=False)["The shop shows"] == ("14", "not compared", "")


# Families


def family(seen: Panelled, *stories: StockStory, **changes: Any) -> None:
    """Show a family's stock."""
    seen.show(replace(SKILLET, stocks=stories), **changes)


def test_a_family_begins_with_the_variant_whose_stock_goes(seen: Panelled) -> None:
    """Its line says from what to what."""
    family(seen, *VARIANTS)
    combo = seen.panel.stock.variants
    assert [combo.itemText(at) for at in range(3)] == ["Cream", "Navy: 48 → 55", "Sage"]
    assert combo.currentText() == "Navy: 48 → 55"
    assert seen.panel.stock.title.text() == "Why does the shop say 48?"


def test_another_variant_is_chosen_by_keys(seen: Panelled) -> None:
    """And stays chosen when the product is read again."""
    family(seen, *VARIANTS)
    combo = seen.panel.stock.variants
    combo.setFocus()
    seen.press(KEY.Key_Down)
    assert seen.panel.stock.title.text() == "Why does the shop say 3?"
    family(seen, *VARIANTS[:2], replace(VARIANTS[2], shows=4, should=4))
    assert seen.panel.stock.title.text() == "Why does the shop say 4?"
    assert seen.focused() is combo


def test_the_variant_that_was_opened_is_the_one_told(qapp: QApplication, qtbot: QtBot) -> None:
    """Opened from its own row in the table."""
    facts = replace(SKILLET, stocks=VARIANTS)
    with panelled(qapp, qtbot, facts, product_key="sage") as seen:
        story_now = seen.panel.stock.story()
        assert story_now is not None
        assert story_now.variant == "sage"
