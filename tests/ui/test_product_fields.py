"""The fields of the product panel: what differs, what becomes of it, texts and pictures."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.facts.product import FieldLine, ProductFacts, VariantPictures
from app.facts.rows import altered
from app.ui.screens.product_fields import sorted_lines
from app.ui.screens.product_pictures import LargePicture
from app.ui.screens.product_value import ValueLabel
from app.ui.text_difference import DifferenceView
from app.ui.theme import current
from app.ui.values import NO_BREAK
from tests.ui.panelled import (
    DESCRIPTION,
    KEY,
    NAME,
    PRICE,
    SKILLET,
    Panelled,
    address,
    agrees,
    panelled,
    picture,
    with_lines,
)

UNKNOWN_STOCK = FieldLine("stock", "unknown", "unknown", None, "navy", "Navy")
OLD = "Heavy, oven-safe cast iron with a handle and two lips."


@pytest.fixture
def seen(qapp: QApplication, qtbot: QtBot) -> Iterator[Panelled]:
    """The panel of a skillet whose price and stock the POS changed."""
    with panelled(qapp, qtbot) as found:
        yield found


def colour_of(row: QWidget) -> str:
    """The ground that a row is seen on."""
    page = row.window()
    corner = row.mapTo(page, QPoint(2, 2))
    return str(page.grab().toImage().pixelColor(corner).name())


def only(line: FieldLine, **row: Any) -> ProductFacts:
    """A product with nothing but one line."""
    return replace(SKILLET, lines=(line,), row=altered(SKILLET.row, **row))


# Order and fold


def test_a_large_family_comes_in_slices_and_then_stays(seen: Panelled, qtbot: QtBot) -> None:
    """Sixty variants of two lines each: in order, each below its name, no row made twice."""
    lines = tuple(
        FieldLine(field, "goes", number, number + 1, f"v{number:02}", f"Variant {number:02}")
        for number in range(60)
        for field in ("stock", "price")
    )
    facts = with_lines(*lines, id="large")
    fields = seen.panel.fields

    def said() -> list[tuple[str, str]]:
        found = [row.line() for row in fields.rows()]
        return [(line.variant, line.field) for line in found if line and line.variant]

    wanted = [(line.variant, line.field) for line in lines]
    seen.panel.refresh(seen.desk.now("product", product=facts, product_key="large"))
    first = said()
    assert first == wanted[: len(first)]
    assert 0 < len(first) < len(wanted)
    qtbot.waitUntil(lambda: len(said()) == len(wanted))
    assert said() == wanted
    heads = [each.text() for each in fields.findChildren(QLabel) if each.text()[:8] == "Variant "]
    assert heads == [f"Variant {number:02}" for number in range(60)]
    rows = fields.rows()
    seen.panel.refresh(seen.desk.now("product", product=replace(facts, read_at=9)))
    assert fields.rows() == rows, "what is shown already stays"


def test_what_differs_comes_first_then_four_that_agree(seen: Panelled) -> None:
    """The fifth on are folded, and counted."""
    assert seen.shown_fields() == ["price", "stock", "name", "description", "images", "brand"]
    assert seen.panel.fields.fold.text() == "6 more fields that agree"


def test_the_fold_opens_and_closes_by_click_and_by_key(seen: Panelled) -> None:
    """All twelve fields, and back to six."""
    seen.click(seen.panel.fields.fold)
    assert len(seen.shown_fields()) == 12
    seen.panel.fields.fold.setFocus()
    seen.press(KEY.Key_Space)
    assert len(seen.shown_fields()) == 6


def test_the_fold_is_remembered_for_the_next_product(seen: Panelled, qtbot: QtBot) -> None:
    """And told, so that it can be kept for the next start."""
    with qtbot.waitSignal(seen.panel.unfolded) as told:
        seen.click(seen.panel.fields.fold)
    assert told.args == [True]
    seen.show(replace(SKILLET, row=altered(SKILLET.row, id="p2")))
    assert len(seen.shown_fields()) == 12
    assert seen.panel.fields.is_unfolded()


def test_five_that_agree_are_all_shown(seen: Panelled) -> None:
    """A fold for a single field would take as much room."""
    seen.show(replace(SKILLET, lines=SKILLET.lines[:5]))
    assert len(seen.shown_fields()) == 5
    assert not seen.panel.fields.fold.isVisible()


def test_what_is_folded_says_so_only_if_all_of_it_agrees(seen: Panelled) -> None:
    """A field that is switched off does not agree."""
    off = replace(agrees("weight", Decimal(2)), state="off", equal=False, online=Decimal(3))
    seen.show(with_lines(off))
    assert seen.panel.fields.fold.text() == "6 more fields"


# States


@pytest.mark.parametrize(
    ("state", "note", "words"),
    [
        ("goes", "", "goes online at the next sync"),
        ("goes", "first link", "goes online at the next sync"),
        ("put back", "", "edited online; put back at the next sync"),
        ("conflict", "", "both changed; POS wins at the next sync"),
        ("kept", "", "kept until the POS changes"),
        ("kept", "settings", "kept until the POS changes, as you set for all products"),
        ("kept", "first link", "kept when the two were linked, until the POS changes"),
        ("agreed", "", "settled like this; stays until the POS changes"),
        ("off", "", "switched off in the settings; not compared"),
    ],
)
def test_each_state_is_told_in_words(seen: Panelled, state: Any, note: Any, words: str) -> None:
    """Never by colour or icon alone."""
    seen.show(only(FieldLine("brand", state, "Acme", "ACME", note=note)))
    row = seen.row("brand")
    assert row.words.isVisible()
    assert row.words.text() == words
    assert words in row.accessibleName()


def test_the_value_that_wins_is_bold_and_the_other_dashed(seen: Panelled) -> None:
    """On a tinted ground."""
    row = seen.row("price")
    assert (row.here.text(), row.here.look()) == ("£54.00\ttax included", "strong")
    assert (row.there.text(), row.there.look()) == ("£49.50", "loses")
    assert colour_of(row) == current().waiting_soft.name()


def test_an_edit_that_stays_is_boxed_online_and_dashed_in_the_pos(seen: Panelled) -> None:
    """The other way round, on no ground."""
    seen.show(with_lines(replace(PRICE, state="kept")))
    row = seen.row("price")
    assert (row.here.look(), row.there.look()) == ("loses", "kept")
    assert colour_of(row) == current().surface.name()


def test_what_is_put_back_and_a_conflict_stand_on_amber(seen: Panelled) -> None:
    """You decide."""
    for state in ("put back", "conflict"):
        seen.show(with_lines(replace(PRICE, state=state)))
        assert colour_of(seen.row("price")) == current().attention_soft.name()


def test_a_field_that_agrees_shows_its_value_once(seen: Panelled) -> None:
    """And “the same” beside it."""
    row = seen.row("brand")
    assert (row.here.text(), row.there.text()) == ("Hearth & Iron", "the same")
    assert not row.words.isVisible()
    assert not row.deeds().keep.isVisible()


def test_a_blank_in_the_pos_says_that_the_online_value_stays(seen: Panelled) -> None:
    """Blank is told as a word."""
    seen.show(only(FieldLine("barcode", "blank", None, "501")))
    row = seen.row("barcode")
    assert (row.here.text(), row.there.text()) == ("(blank)", "501")
    assert row.words.text() == "blank in the POS; what is online stays"


def test_an_unknown_value_is_a_question_mark_on_its_side(seen: Panelled) -> None:
    """Never a nought, never blank."""
    seen.show(only(FieldLine("price", "unknown", None, Decimal(12))))
    row = seen.row("price")
    assert (row.here.text(), row.there.text()) == ("?", "£12.00")
    assert row.words.text() == "not known in the POS; left as it is online"
    seen.show(only(FieldLine("weight", "unknown", Decimal(2), None, note="not shipped")))
    row = seen.row("weight")
    assert (row.here.text(), row.there.text()) == (f"2{NO_BREAK}kg", "?")
    assert row.words.text() == "the shop keeps none for what is not shipped"


def test_whether_it_is_seen_says_why_not(seen: Panelled) -> None:
    """No, and the reason in small print."""
    line = FieldLine("enabled", "goes", False, True, note="inactive")
    seen.show(only(line, status="update waiting"))
    row = seen.row("enabled")
    assert row.here.text() == "No\tinactive in the POS"
    assert row.there.text() == "Yes"
    assert seen.panel.head.sentence.text() == (
        "It is inactive in the POS. The next sync hides it online."
    )


def test_stock_that_orders_hold_back_says_so(seen: Panelled) -> None:
    """The same, and why it is not what the outlets hold."""
    seen.show(only(agrees("stock", 8, note="orders")))
    assert seen.row("stock").words.text() == "held for online orders"


# Choosing


def test_an_edit_is_kept_and_put_back_field_by_field(seen: Panelled) -> None:
    """One click each, by mouse; the button follows what was chosen."""
    line = replace(PRICE, state="put back", keepable=True)
    seen.show(with_lines(line))
    row = seen.row("price")
    assert row.deeds().keep.text() == "Keep the online edit"
    assert row.deeds().keep.accessibleName() == "Price: keep the online edit"
    seen.click(row.deeds().keep)
    seen.show(with_lines(replace(line, state="kept")))
    assert seen.row("price") is row
    assert row.deeds().keep.text() == "Put back"
    seen.click(row.deeds().keep)
    assert seen.wished == [
        ("keep_edit", "p1", frozenset({"price"}), True),
        ("keep_edit", "p1", frozenset({"price"}), False),
    ]


def test_an_edit_is_kept_by_keys(seen: Panelled) -> None:
    """Space on the link; the focus stays on it when its words change."""
    line = replace(PRICE, state="put back", keepable=True)
    seen.show(with_lines(line))
    link = seen.row("price").deeds().keep
    link.setFocus()
    seen.press(KEY.Key_Space)
    seen.show(with_lines(replace(line, state="kept")))
    assert seen.focused() is link
    assert seen.wished == [("keep_edit", "p1", frozenset({"price"}), True)]


def test_what_cannot_be_chosen_about_offers_nothing(seen: Panelled) -> None:
    """A conflict is written in any case."""
    seen.show(with_lines(replace(PRICE, state="conflict")))
    assert not seen.row("price").deeds().keep.isVisible()


# Products that are not compared field by field


def test_a_product_to_be_created_is_told_as_a_whole(seen: Panelled) -> None:
    """One sentence, no tint, nothing online yet."""
    lines = tuple(replace(line, state="goes", online=None, equal=False) for line in SKILLET.lines)
    row = altered(SKILLET.row, status="to be created", flag="on", ecom_id=0)
    seen.show(replace(SKILLET, lines=(*lines, UNKNOWN_STOCK), row=row))
    stock = seen.row("stock", "navy")
    assert (stock.here.text(), stock.there.text()) == ("?", "–")
    assert stock.words.text() == "not known in the POS"
    assert seen.panel.fields.words.text() == "All of this goes online at the next sync."
    price = seen.row("price")
    assert (price.here.look(), price.there.text()) == ("plain", "–")
    assert colour_of(price) == current().surface.name()
    assert not price.words.isVisible()


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("hidden", "Not compared while it is inactive in the POS."),
        ("not sold online", "Not compared while it is not sold online."),
        ("needs attention", "Not compared until it is mended."),
    ],
)
def test_what_is_not_compared_says_why_once(seen: Panelled, status: Any, words: str) -> None:
    """Both values where they differ, one where they don't."""
    lines = tuple(replace(line, state="frozen") for line in SKILLET.lines)
    seen.show(replace(SKILLET, lines=lines, row=altered(SKILLET.row, status=status)))
    assert seen.panel.fields.words.text() == words
    price, brand = seen.row("price"), seen.row("brand")
    assert (price.here.text(), price.there.text()) == ("£54.00\ttax included", "£49.50")
    assert price.there.look() == "plain"
    assert brand.there.text() == "the same"


# Variants


def test_what_differs_of_variants_stands_below_their_names(seen: Panelled) -> None:
    """A head for each, then its lines; what is new, gone or only online says so."""
    lines = (
        FieldLine("stock", "goes", 55, 48, "navy", "Navy"),
        replace(PRICE, variant="navy", variant_name="Navy"),
        FieldLine("options", "goes", ("Colour: Coral",), None, "c", "Coral", note="new variant"),
        FieldLine("options", "goes", None, ("Colour: Rose",), "r", "Rose", note="removed variant"),
        FieldLine("options", "alone", None, ("Colour: Gold",), "g", "Gold", note="only online"),
    )
    seen.show(replace(SKILLET, lines=(NAME, *lines)))
    words = seen.words().split("\n")
    places = [words.index(name) for name in ("Navy", "Coral", "Rose", "Gold")]
    assert places == sorted(places)
    rows = {variant: seen.row("options", variant) for variant in ("c", "r", "g")}
    told = {
        variant: (row.here.text(), row.there.text(), row.words.text())
        for variant, row in rows.items()
    }
    assert told["c"] == ("Colour: Coral", "–", "added online at the next sync")
    assert told["r"][:2] == ("–", "Colour: Rose")
    assert told["r"][2] == "deleted in the POS; removed online at the next sync"
    assert told["g"] == ("–", "Colour: Gold", "stands only online; left alone")
    assert colour_of(seen.row("options", "r")) == current().danger_soft.name()


def test_what_variants_agree_on_is_counted(seen: Panelled) -> None:
    """One line for all of them, with their sum for the stock."""
    seen.show(
        replace(
            SKILLET,
            lines=(agrees("sku", (), variants=12), agrees("stock", 120, variants=10), NAME),
        )
    )
    sku, stock = seen.row("sku"), seen.row("stock")
    assert sku.here.text() == "12 variants, each its own"
    assert sku.there.text() == "the same in 12 variants"
    assert stock.here.text() == "120\tin 10 variants"


# Texts in place


def test_a_long_text_opens_in_place_with_its_differences(seen: Panelled) -> None:
    """Words that come and words that go, in one text; closed again by the same link."""
    seen.show(with_lines(FieldLine("description", "goes", DESCRIPTION, OLD)))
    row = seen.row("description")
    assert row.here.text() == DESCRIPTION
    assert row.here.is_cut()
    assert row.deeds().unfold.text() == "Show differences"
    seen.click(row.deeds().unfold)
    (view,) = row.findChildren(DifferenceView)
    kinds = {kind for kind, _ in view.parts()}
    assert kinds == {"same", "added", "removed"}
    shown = "".join(text for kind, text in view.parts() if kind != "removed")
    assert shown == DESCRIPTION
    assert row.deeds().unfold.text() == "Hide differences"
    seen.click(row.deeds().unfold)
    assert row.deeds().unfold.text() == "Show differences"
    assert not any(view.isVisible() for view in row.findChildren(DifferenceView))


def test_escape_closes_the_text_before_the_panel(seen: Panelled) -> None:
    """Innermost first."""
    seen.show(with_lines(FieldLine("description", "goes", DESCRIPTION, OLD)))
    row = seen.row("description")
    seen.click(row.deeds().unfold)
    row.deeds().unfold.setFocus()
    seen.press(KEY.Key_Escape)
    assert seen.wished == []
    assert row.deeds().unfold.text() == "Show differences"
    seen.press(KEY.Key_Escape)
    assert seen.wished == [("close_product",)]


def test_a_kept_edit_shows_what_was_changed_online(seen: Panelled) -> None:
    """Against the POS, for it is the online text that stays."""
    seen.show(with_lines(FieldLine("description", "kept", DESCRIPTION, OLD, keepable=True)))
    row = seen.row("description")
    seen.click(row.deeds().unfold)
    (view,) = row.findChildren(DifferenceView)
    assert "".join(text for kind, text in view.parts() if kind != "removed") == OLD


def test_a_text_that_agrees_can_be_read_whole(seen: Panelled) -> None:
    """Once, without differences."""
    row = seen.row("description")
    assert row.read().text() == "Read all"
    seen.click(row.read())
    assert not row.findChildren(DifferenceView)
    opened = [label for label in row.findChildren(ValueLabel) if label.text() == DESCRIPTION]
    assert len(opened) == 2
    seen.click(row.read())
    assert row.read().text() == "Read all"


def test_a_text_that_differs_in_its_formatting_says_so(seen: Panelled) -> None:
    """There are no words to mark."""
    line = FieldLine("description", "goes", DESCRIPTION, DESCRIPTION, note="formatting")
    seen.show(with_lines(line))
    row = seen.row("description")
    assert row.words.text() == "same words, other formatting; goes online at the next sync"
    assert not row.deeds().unfold.isVisible() or row.deeds().unfold.text() == "Read all"


def test_markup_of_a_store_is_shown_as_text(seen: Panelled) -> None:
    """Nothing is rendered."""
    hostile = "<img src='https://evil.example/x'><b>Bold</b>"
    seen.show(only(FieldLine("name", "goes", hostile, "Pan")))
    row = seen.row("name")
    assert row.here.text() == hostile
    ink = row.here.grab().toImage()
    assert ink.width() > 0
    seen.click(row.deeds().unfold)
    (view,) = row.findChildren(DifferenceView)
    assert hostile in "".join(text for kind, text in view.parts() if kind != "removed")


# Pictures


def test_pictures_of_both_sides_stand_side_by_side(seen: Panelled) -> None:
    """Each can be reached and has a name."""
    row = seen.row("images")
    assert len(row.pictures().strips[0].buttons()) == 3
    names = [button.accessibleName() for button in row.pictures().strips[1].buttons()]
    assert names == [f"Online picture {n} of 3" for n in (1, 2, 3)]
    assert not row.here.isVisible()


def test_a_picture_that_will_vanish_is_dashed_and_said_so(seen: Panelled) -> None:
    """By its frame, by its name and below."""
    line = FieldLine("images", "goes", 3, 3, note="other pictures")
    seen.show(replace(with_lines(line), vanishing=frozenset({"online1"})))
    row = seen.row("images")
    first, second, _ = row.pictures().strips[1].buttons()
    assert second.accessibleName() == "Online picture 2 of 3, will be removed"
    assert "removed" not in first.accessibleName()
    assert row.words.text() == "1 picture online will be removed at the next sync"
    ring = current().danger.rgb()
    assert _has(second.grab().toImage(), ring)
    assert not _has(first.grab().toImage(), ring)


def _has(image: QImage, colour: int) -> bool:
    return any(
        image.pixel(x, y) == colour for x in range(image.width()) for y in range(image.height())
    )


def test_a_click_shows_a_picture_large_and_another_closes_it(seen: Panelled, qtbot: QtBot) -> None:
    """In place; its address is asked for; Esc closes it before the panel."""
    large = address("online", 1).large
    seen.desk.pictures[large] = picture("#884422", 800, 400)
    row = seen.row("images")
    seen.click(row.pictures().strips[1].buttons()[1])
    (shown,) = row.findChildren(LargePicture)
    qtbot.waitUntil(shown.is_shown)
    seen.settle()
    assert shown.accessibleName() == "Online picture 2 of 3, large"
    assert shown.grab().toImage().pixelColor(shown.rect().center()).name() == "#884422"
    assert shown.height() < shown.width()
    shown.setFocus()
    seen.press(KEY.Key_Escape)
    assert seen.wished == []
    assert not any(one.isVisible() for one in row.findChildren(LargePicture))
    assert not any(button.isChecked() for button in row.pictures().strips[1].buttons())
    seen.click(row.pictures().strips[1].buttons()[1])
    seen.click(row.pictures().strips[1].buttons()[1])
    assert not any(one.isVisible() for one in row.findChildren(LargePicture))


def test_a_large_picture_that_is_on_its_way_comes_later(seen: Panelled, qtbot: QtBot) -> None:
    """It is asked for once, and painted when it is told."""
    row = seen.row("images")
    row.pictures().strips[0].buttons()[0].setFocus()
    seen.press(KEY.Key_Space)
    (shown,) = row.findChildren(LargePicture)
    assert not shown.is_shown()
    large = address("pos", 0).large
    seen.desk.pictures[large] = picture("#114411")
    seen.tell("pictures", ids=frozenset({large}))
    qtbot.waitUntil(shown.is_shown)


def test_what_is_no_picture_is_said_to_be_none(seen: Panelled) -> None:
    """Whatever a host sends under that address."""
    large = address("pos", 0).large
    seen.desk.pictures[large] = b"<svg xmlns='http://www.w3.org/2000/svg'/>"
    row = seen.row("images")
    seen.click(row.pictures().strips[0].buttons()[0])
    QTest.qWait(200)
    (shown,) = row.findChildren(LargePicture)
    assert not shown.is_shown()


def test_pictures_without_addresses_are_counted(seen: Panelled) -> None:
    """Nothing is known but their number."""
    seen.show(replace(SKILLET, pos_pictures=(), online_pictures=()))
    row = seen.row("images")
    assert row.here.isVisible()
    assert row.here.text() == "3 pictures"


def test_a_variants_own_picture_stands_in_its_line(seen: Panelled) -> None:
    """Named by its variant."""
    line = FieldLine("images", "goes", 1, 1, "navy", "Navy", note="other pictures")
    own = VariantPictures("navy", "Navy", (address("pos", 7),), address("online", 7), True, True)
    seen.show(replace(SKILLET, lines=(*SKILLET.lines, line), variant_pictures=(own,)))
    row = seen.row("images", "navy")
    assert [b.accessibleName() for b in row.pictures().strips[0].buttons()] == [
        "POS picture of Navy"
    ]
    (there,) = row.pictures().strips[1].buttons()
    assert there.accessibleName() == "Online picture of Navy, will be removed"


def test_rows_of_one_product_serve_the_next(seen: Panelled) -> None:
    """What was open or pictured in them is gone."""
    seen.click(seen.row("images").pictures().strips[0].buttons()[0])
    seen.click(seen.row("description").read())
    own = (agrees("weight", Decimal(2)), agrees("barcode", "501"))
    seen.show(replace(SKILLET, lines=own, row=altered(SKILLET.row, id="p2")))
    assert seen.shown_fields() == ["weight", "barcode"]
    seen.show(SKILLET)
    assert seen.shown_fields() == ["price", "stock", "name", "description", "images", "brand"]
    row = seen.row("description")
    assert row.read().text() == "Read all"
    assert not any(one.isVisible() for one in seen.panel.findChildren(LargePicture))
    lines = (*own, *(FieldLine("brand", "goes", "A", "B", f"v{n}", f"V{n}") for n in range(9)))
    seen.show(replace(SKILLET, lines=lines))
    for row in seen.panel.fields.rows():
        assert row.here.isVisible()
        assert row.there.isVisible()
        assert row.there.text() in ("the same", "B")


def test_lines_are_sorted_for_shopkeepers() -> None:
    """Price and stock first, then what one sees, then the rest in the table's order."""
    differing, quiet, of_variants = sorted_lines(SKILLET.lines)
    assert [line.field for line in differing] == ["price", "stock"]
    assert [line.field for line in quiet] == [
        *("name", "description", "images", "brand"),
        *("category", "sku", "barcode", "enabled", "weight", "dimensions"),
    ]
    assert of_variants == []
