"""The guard's questions, the first sync and broken listings, above the preview's lines."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.facts.preview import FirstLink, GuardReason, PreviewFacts
from tests.ui import plans
from tests.ui.previewed import Seen, opened

Open = Callable[..., Seen]
BROKEN = "The POS list stopped at 1,250 of 2,908. Nothing is removed on a list that may be short."


@pytest.fixture
def show(qapp: QApplication, qtbot: QtBot) -> Iterator[Open]:
    """Opens a preview of some facts."""
    with ExitStack() as stack:

        def open_one(facts: PreviewFacts, **more: Any) -> Seen:
            return stack.enter_context(opened(qapp, qtbot, facts, **more))

        yield open_one


# The guard


def test_the_question_names_numbers_share_examples_and_a_cause(show: Open) -> None:
    """Bold count, share, the first three with old and new, and what it looks like."""
    seen = show(plans.guarded())
    text = seen.texts(seen.screen.notices)
    assert "134 prices would move by more than half" in text
    assert "That is 6\u00a0% of what you sell online." in text
    assert "Beech Dish Brush £7.25 → £725.00, Olive Oil Soap, 100 g £5.00 → £500.00" in text
    assert "Terracotta Pot, 12 cm £4.00 → £400.00." in text
    assert "Garden Twine" not in text
    assert "It looks like lost decimal points in the POS." in text


def test_focus_and_enter_rest_on_the_safe_answer(show: Open) -> None:
    """Enter leaves them out."""
    seen = show(plans.guarded())
    safe = seen.screen.notices.guard("price").leave_out
    assert seen.focused() is safe
    assert safe.text() == "Leave these 134 out"
    assert safe.isDefault()
    seen.press(safe, Qt.Key.Key_Return)
    assert seen.desk.wished == [("answer_guard", "price", False)]


def test_an_answer_shrinks_the_question_to_a_line(show: Open) -> None:
    """The focus goes to the first line; *Change* opens the question again."""
    seen = show(plans.guarded())
    banner = seen.screen.notices.guard("price")
    height = seen.screen.notices.height()
    seen.press(banner.leave_out, Qt.Key.Key_Space)
    seen.obey()
    assert not banner.question.isVisible()
    assert "134 large price moves are left out" in seen.texts(banner)
    assert seen.screen.notices.height() < height
    assert seen.focused() is seen.screen.list
    seen.click(banner.line.change)
    assert banner.question.isVisible()
    assert seen.focused() is banner.leave_out
    seen.press(banner.leave_out, Qt.Key.Key_Return)
    assert not banner.question.isVisible()


def test_including_them_ticks_them(show: Open) -> None:
    """By a link that is no button, and said so afterwards."""
    seen = show(plans.guarded())
    banner = seen.screen.notices.guard("price")
    assert banner.include.text() == "The prices are right, include them"
    seen.click(banner.include)
    assert seen.desk.wished == [("answer_guard", "price", True)]
    seen.obey()
    assert "134 large price moves are included" in seen.texts(banner)
    assert seen.screen.footer.apply.text() == "Apply 151 changes"


def test_all_of_them_can_be_looked_at(show: Open) -> None:
    """The list shows them, unfolded, and has the focus."""
    seen = show(plans.guarded())
    look = seen.screen.notices.guard("price").look
    assert look.text() == "Show all 134"
    seen.click(look)
    assert len(seen.rows()) == 135
    assert seen.rows()[:2] == ["held price", "BRS-DSH price"]
    assert seen.focused() is seen.screen.list
    assert seen.screen.list.currentIndex().row() == 1


@pytest.mark.parametrize(
    ("kind", "title", "include"),
    [
        ("delete", "48 products would be removed online", "They can go, include them"),
        ("hide", "48 products would be hidden online", "They can be hidden, include them"),
        ("zero", "48 products would be sold out online", "They are sold out, include them"),
        ("show", "48 products would become visible online", "They can be seen, include them"),
    ],
)
def test_each_kind_of_objection_has_its_words(
    show: Open, kind: Any, title: str, include: str
) -> None:
    """Title, examples by name, and the answer that includes them."""
    lines = plans.REMOVED.lines
    held = plans.group(f"held {kind}", *lines)  # type: ignore[arg-type]
    seen = show(plans.facts(held, reasons=(GuardReason(kind, 48, 800, lines),)))
    text = seen.texts(seen.screen.notices)
    assert title in text
    assert "The first ones: Seed Tin, Heritage Tomatoes and Paraffin Lamp, Brass." in text
    assert seen.screen.notices.guard(kind).include.text() == include


def test_a_limit_that_was_set_otherwise_is_named(show: Open) -> None:
    """Half is only the default."""
    seen = show(plans.guarded(), settings={"guard.price": Decimal("0.2")})
    assert "134 prices would move by more than 20\u00a0%" in seen.texts()


def test_prices_that_move_alike_in_the_other_direction_are_noticed(show: Open) -> None:
    """A hundredth of what they were."""
    lines = [plans.price(f"P{at}", f"Pot {at}", "400.00", "4.00") for at in range(4)]
    held = plans.group("held price", *lines)
    seen = show(plans.facts(held, reasons=(GuardReason("price", 4, 6, tuple(lines)),)))
    assert "two places too far left" in seen.texts()


def test_nothing_is_guessed_from_moves_that_differ(show: Open) -> None:
    """A sale is no slip."""
    lines = [plans.price(f"P{at}", f"Pot {at}", "10.00", f"{20 + at}.00") for at in range(4)]
    held = plans.group("held price", *lines)
    seen = show(plans.facts(held, reasons=(GuardReason("price", 4, 6, tuple(lines)),)))
    assert "It looks like" not in seen.texts()


def test_several_questions_are_answered_one_after_the_other(show: Open) -> None:
    """The focus goes from one safe answer to the next, then to the lines."""
    removed = plans.group("held delete", *plans.REMOVED.lines)
    reasons = (GuardReason("delete", 2, 3, removed.lines), plans.GUARD)
    seen = show(plans.facts(removed, plans.held_prices(), reasons=reasons))
    first, second = (seen.screen.notices.guard(kind) for kind in ("delete", "price"))
    assert seen.focused() is first.leave_out
    seen.press(first.leave_out, Qt.Key.Key_Return)
    seen.obey()
    assert seen.focused() is second.leave_out
    seen.press(second.leave_out, Qt.Key.Key_Return)
    seen.obey()
    assert seen.focused() is seen.screen.list


def test_many_notices_leave_room_for_the_lines(show: Open) -> None:
    """They scroll before they take the page."""
    reasons = tuple(replace(plans.GUARD, kind=kind) for kind in ("delete", "hide", "zero", "price"))
    seen = show(plans.first_sync(reasons=reasons))
    assert seen.screen.list.height() > 180


def test_a_question_whose_reason_is_gone_is_gone(show: Open) -> None:
    """After a plan was made anew."""
    seen = show(plans.guarded())
    seen.tell("preview", preview=plans.plain())
    assert "would move" not in seen.texts()
    assert seen.screen.notices.height() == 0


# The first sync


def test_a_first_sync_says_what_it_would_do(show: Open) -> None:
    """Look through it: counts by kind, and how much becomes visible."""
    text = show(plans.first_sync()).texts()
    assert "This is the first sync. Look through it: nothing is sent until you apply it." in text
    assert "6 updated · 2 created · 3 products become visible online" in text


def test_after_a_stopped_first_sync_the_rest_is_told_as_such(show: Open) -> None:
    """Something was sent already."""
    text = show(replace(plans.first_sync(), begun=True)).texts()
    assert "This is the first sync" not in text
    assert "This is the rest of the first sync. What was sent stays" in text


def test_each_field_says_what_would_be_replaced(show: Open) -> None:
    """And what stays, where it was chosen so."""
    text = show(plans.first_sync()).texts()
    assert "412 descriptions written online would be replaced" in text
    assert "The pictures of 9 products would be replaced" in text
    assert "57 prices set online stay" in text
    assert "SKU: 2 written online would be replaced" in text


def test_a_field_can_be_kept_online(show: Open) -> None:
    """By its switch; what can't be kept has none."""
    seen = show(plans.first_sync())
    banner = seen.screen.notices.first
    seen.click(banner.switch("description"))
    seen.press(banner.switch("price"), Qt.Key.Key_Space)
    assert seen.desk.wished == [
        ("keep_online", "description", True),
        ("keep_online", "price", False),
    ]
    assert banner.switch("price").accessibleName().startswith("Keep online. 57 prices")
    assert not banner.switch("sku").isVisible()


def test_a_switch_keeps_the_focus_while_the_plan_is_made_anew(show: Open) -> None:
    """Its row stays where it is."""
    seen = show(plans.first_sync())
    switch = seen.screen.notices.first.switch("description")
    switch.setFocus()
    links = (FirstLink("description", 412, True),)
    seen.tell("preview", preview=plans.first_sync(links))
    assert seen.focused() is switch
    assert switch.isChecked()
    assert "412 descriptions written online stay" in seen.texts()
    assert "38 names" not in seen.texts()


# A broken listing


def test_a_broken_listing_can_only_be_read_again(show: Open) -> None:
    """No *Apply*, no question, and the focus on the one thing to do."""
    seen = show(plans.facts(broken=BROKEN))
    assert BROKEN in seen.texts()
    assert not seen.screen.footer.apply.isVisible()
    assert not seen.screen.list.isVisible()
    assert not seen.screen.notices.show_missing.isVisible()
    again = seen.screen.notices.read_again
    assert seen.focused() is again
    seen.press(again, Qt.Key.Key_Return)
    assert seen.desk.wished == [("show_preview",)]


def test_what_a_broken_listing_lacks_can_be_looked_at(show: Open) -> None:
    """Where there is something to show."""
    seen = show(plans.facts(plans.REMOVED, broken=BROKEN, reasons=(plans.GUARD,)))
    assert not seen.screen.list.isVisible()
    seen.click(seen.screen.notices.show_missing)
    assert seen.screen.list.isVisible()
    assert seen.rows()[1] == "SED-TOM product"
    assert not seen.screen.footer.apply.isVisible()
    assert "would move" not in seen.texts()
