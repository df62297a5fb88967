"""What delegates paint: ticks, chips and value boxes, by what can be seen of them."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen
from PySide6.QtWidgets import QApplication

from app.ui import painting, theme
from app.ui.painting import STATUSES, chip_size, status_word
from app.ui.shapes import TickState
from app.ui.theme import DARK, LIGHT, Theme, font_metrics

pytestmark = [pytest.mark.window, pytest.mark.usefixtures("light")]

WIDE, HIGH = 240, 44
EMPTY = QColor("#FF00FF")
"""A ground that no theme has."""


@pytest.fixture
def light(qapp: QApplication) -> None:
    """The app as it is by day."""
    theme.apply_appearance(qapp, "light")


def painted(paint: Callable[[QPainter], None], ratio: float = 1.0) -> QImage:
    """What a function paints on an empty cell."""
    image = QImage(round(WIDE * ratio), round(HIGH * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(EMPTY)
    painter = QPainter(image)
    try:
        paint(painter)
    finally:
        painter.end()  # A painter must not outlive its picture.
    return image


def colours(image: QImage) -> set[str]:
    """Every colour in a picture."""
    return {
        image.pixelColor(x, y).name() for y in range(image.height()) for x in range(image.width())
    }


def extent(image: QImage) -> QRect:
    """The smallest rectangle around all that was painted."""
    dots = [
        (x, y)
        for y in range(image.height())
        for x in range(image.width())
        if image.pixelColor(x, y) != EMPTY
    ]
    columns, rows = [x for x, _ in dots], [y for _, y in dots]
    return QRect(
        min(columns), min(rows), max(columns) - min(columns) + 1, max(rows) - min(rows) + 1
    )


def chip(
    status: str, *, selected: bool = False, kept: bool = False, shown: Theme = LIGHT
) -> QImage:
    """One status in a cell."""
    return painted(
        lambda painter: painting.paint_chip(
            painter,
            QRect(10, 0, 200, HIGH),
            status,
            status_word(status),
            selected=selected,
            kept=kept,
            theme=shown,
        )
    )


@pytest.mark.parametrize("status", sorted(STATUSES))
def test_a_chip_shows_its_colours(status: str) -> None:
    """Its ink always, its soft ground unless it is quiet; both of the theme given."""
    look = STATUSES[status]
    seen = colours(chip(status))
    assert LIGHT.colour(look.colour).name() in seen
    assert (LIGHT.colour(look.soft).name() in seen) == (look.form != "quiet")


@pytest.mark.parametrize("status", sorted(STATUSES))
def test_a_chip_takes_the_room_it_says(status: str) -> None:
    """Nothing is painted beyond `chip_size`, and the whole word fits in."""
    look, word = STATUSES[status], status_word(status)
    size = chip_size(word, font_metrics("chip"), form=look.form)
    around = extent(chip(status))
    assert around.left() >= 10
    assert around.right() <= 10 + size.width()
    assert around.height() <= max(size.height(), 20)
    assert size.width() > font_metrics("chip").horizontalAdvance(word)
    assert size.height() >= 20


def test_only_what_flows_has_a_point() -> None:
    """At its right end a flowing chip is as high as a point, a resting one as a side."""
    assert height_at_end(chip("update waiting")) <= 4
    assert height_at_end(chip("failed")) >= 12


def test_a_kept_edit_does_not_flow() -> None:
    """The point goes when nothing will be written."""
    assert height_at_end(chip("edited online")) <= 4
    assert height_at_end(chip("edited online", kept=True)) >= 12


def height_at_end(image: QImage) -> int:
    """How many dots are painted in the last column of a chip."""
    right = extent(image).right()
    return sum(image.pixelColor(right, y) != EMPTY for y in range(HIGH))


def test_a_chip_in_a_selected_row_stands_on_surface() -> None:
    """So that it is told from the row's ground."""
    seen = colours(chip("failed", selected=True))
    assert LIGHT.surface.name() in seen
    assert LIGHT.danger_soft.name() not in seen


def test_an_unknown_status_is_told() -> None:
    """A new status that has no look is found at once."""
    with pytest.raises(KeyError):
        chip("gone fishing")


def value(kind: painting.ValueKind, *, selected: bool = False, align_right: bool = True) -> QImage:
    """One value in a cell."""
    return painted(
        lambda painter: painting.paint_value_box(
            painter,
            QRect(40, 0, 120, HIGH),
            "89.00",
            kind,
            align_right=align_right,
            selected=selected,
            theme=LIGHT,
        )
    )


def test_the_values_of_a_pair_are_told_apart() -> None:
    """The winner on its ground, the loser muted without one, the bad one in danger."""
    wins, loses, kept, bad = (colours(value(kind)) for kind in ("wins", "loses", "kept", "bad"))
    assert {LIGHT.waiting.name(), LIGHT.waiting_soft.name()} <= wins
    assert LIGHT.border_strong.name() in loses
    assert not loses & {LIGHT.waiting_soft.name(), LIGHT.surface.name()}
    assert {LIGHT.attention.name(), LIGHT.attention_soft.name()} <= kept
    assert {LIGHT.danger.name(), LIGHT.danger_soft.name()} <= bad


def test_the_box_of_a_losing_value_is_dashed() -> None:
    """Its top edge has gaps, that of the winner has none."""

    def gaps(image: QImage) -> int:
        around = extent(image)
        inner = range(around.left() + 6, around.right() - 6)
        return sum(image.pixelColor(x, around.top()) == EMPTY for x in inner)

    assert gaps(value("loses")) > 5
    assert gaps(value("wins")) == 0


@pytest.mark.parametrize("kind", ["wins", "loses", "kept", "bad"])
def test_boxed_digits_stay_in_line_with_others(kind: painting.ValueKind) -> None:
    """The box stands out by its padding; the text ends where an unboxed one does."""
    plain = extent(value("plain"))
    boxed = extent(value(kind))
    assert boxed.right() == 159 + 6
    assert plain.right() <= 159
    left = extent(value(kind, align_right=False))
    assert left.left() == 40 - 6


def test_values_in_a_selected_row_stand_on_surface() -> None:
    """The winner and the loser alike."""
    for kind in ("wins", "loses"):
        assert LIGHT.surface.name() in colours(value(kind, selected=True))


def tick(state: TickState, ratio: float = 1.0, shown: Theme = LIGHT, **how: bool) -> QImage:
    """One tick in its cell."""
    return painted(
        lambda painter: painting.paint_tick(
            painter, QRect(0, 0, 44, HIGH), state, theme=shown, **how
        ),
        ratio,
    )


def test_every_state_of_a_tick_looks_different() -> None:
    """Off, on, partial, pending, by hand, locked, disabled: none can be mistaken."""
    pictures = [
        tick("off"),
        tick("on"),
        tick("partial"),
        tick("on", pending=True),
        tick("on", by_hand=True),
        tick("on", locked=True),
        tick("on", enabled=False),
        tick("on", hovered=True),
        tick("off", hovered=True),
    ]
    for index, picture in enumerate(pictures):
        assert picture not in pictures[:index], index


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_a_tick_stands_in_the_middle_and_is_18_wide(ratio: float) -> None:
    """On screens of every ratio."""
    around = extent(tick("on", ratio))
    assert abs(around.width() - 18 * ratio) <= 2
    assert abs(around.center().x() - 22 * ratio) <= 2


def test_a_locked_tick_is_sunken_and_a_ring_stands_2_off() -> None:
    """As the numbers of the look say."""
    assert LIGHT.sunken.name() in colours(tick("on", locked=True))
    alone, ringed = extent(tick("off")), extent(tick("off", pending=True))
    assert alone.width() == 18
    assert ringed.width() - alone.width() in (7, 8)


def test_what_is_painted_follows_the_theme(qapp: QApplication) -> None:
    """Nothing keeps a colour of the day for the night."""
    tick("on")
    chip("failed")
    theme.apply_appearance(qapp, "dark")
    assert DARK.accent.name() in colours(tick("on", shown=DARK))
    assert DARK.danger_soft.name() in colours(chip("failed", shown=DARK))
    theme.apply_appearance(qapp, "light")


def test_the_painter_is_left_as_it_was() -> None:
    """A delegate goes on with its own pen and font."""
    image = QImage(WIDE, HIGH, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    pen, font = QPen(QColor("#123456")), painter.font()
    painter.setPen(pen)
    cell = QRect(0, 0, 200, HIGH)
    painting.paint_tick(painter, cell, "on", pending=True, theme=LIGHT)
    painting.paint_chip(painter, cell, "failed", "Failed", theme=LIGHT)
    painting.paint_value_box(painter, cell, "89.00", "loses", theme=LIGHT)
    assert painter.pen() == pen
    assert painter.font() == font
    assert not painter.testRenderHint(QPainter.RenderHint.Antialiasing)
    painter.end()


def test_a_right_to_left_cell_keeps_its_value_in_the_box() -> None:
    """Digits stand where the box is, whatever the direction of the painter."""

    def paint(painter: QPainter) -> None:
        painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        painting.paint_value_box(painter, QRect(40, 0, 120, HIGH), "89.00", "wins", theme=LIGHT)

    assert painted(paint) == value("wins")


def test_names_are_shortened_in_the_middle() -> None:
    """Beginning and end stay, and a name that fits is whole."""
    metrics = font_metrics("name")
    name = "Stoneware Bowl, Speckled, 24 cm, seconds"
    short = painting.elide_middle(name, metrics, 120)
    assert short.startswith("Ston")
    assert short.endswith("s")
    assert "…" in short
    assert metrics.horizontalAdvance(short) <= 120
    assert painting.elide_middle(name, metrics, 2000) == name
