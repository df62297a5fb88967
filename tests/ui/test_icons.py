"""Every drawing is there, whole, and in the colour that was asked for."""

from typing import get_args
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage

from app.domain.assessing import Status
from app.ui import icons
from app.ui.painting import STATUSES, status_word

pytestmark = [pytest.mark.window, pytest.mark.usefixtures("qapp")]

NAMES = sorted(path.stem for path in (icons.resources_folder() / "icons").glob("*.svg"))
INK = QColor("#A81A3A")


def inked(image: QImage) -> list[QColor]:
    """The dots that are not empty."""
    dots = [image.pixelColor(x, y) for y in range(image.height()) for x in range(image.width())]
    return [dot for dot in dots if dot.alpha()]


def test_all_drawings_of_the_look_are_there() -> None:
    """One file each, and nothing that is no drawing of ours."""
    assert len(NAMES) == 38
    assert {"till", "bag", "warn", "fail", "check-circle", "chev-up"} <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_drawing_is_one_stroke_of_the_common_form(name: str) -> None:
    """A grid of 20, no fill, stroke 1.6 with round ends, the current colour."""
    path = icons.resources_folder() / "icons" / f"{name}.svg"
    root = ET.fromstring(path.read_text("utf-8"))  # noqa: S314  # Our own file.
    assert root.attrib["viewBox"] == "0 0 20 20"
    assert root.attrib["fill"] == "none"
    assert root.attrib["stroke"] == "currentColor"
    assert root.attrib["stroke-width"] == "1.6"
    assert root.attrib["stroke-linecap"] == root.attrib["stroke-linejoin"] == "round"
    assert [child.tag.rpartition("}")[2] for child in root] == ["path"]


@pytest.mark.parametrize("name", NAMES)
def test_a_drawing_shows_in_the_asked_colour_alone(name: str) -> None:
    """It is not empty, and every whole dot of it has the one colour."""
    image = icons.pixmap(name, INK, 20, 2.0).toImage()
    dots = inked(image)
    assert len(dots) > 40
    assert {dot.name() for dot in dots if dot.alpha() == 255} == {INK.name()}


@pytest.mark.parametrize("name", NAMES)
def test_a_drawing_is_not_cut_at_the_edge(name: str) -> None:
    """The outermost dots stay empty."""
    image = icons.pixmap(name, INK, 20, 2.0).toImage()
    last = image.width() - 1
    edge = [
        image.pixelColor(x, y).alpha()
        for x in range(last + 1)
        for y in range(last + 1)
        if x in (0, last) or y in (0, last)
    ]
    assert max(edge) == 0


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_a_drawing_has_the_dots_of_the_screen(ratio: float) -> None:
    """Nothing is scaled on screens of fractional ratios."""
    made = icons.pixmap("sync", INK, 16, ratio)
    assert made.size() == QSize(round(16 * ratio), round(16 * ratio))
    assert made.devicePixelRatio() == ratio


def test_an_unknown_name_is_told() -> None:
    """A misspelt icon is no empty square."""
    with pytest.raises(FileNotFoundError):
        icons.pixmap("no-such-thing", INK, 16, 1.0)


def test_every_status_has_icon_word_and_colour() -> None:
    """No status can be told by colour alone."""
    assert set(STATUSES) == set(get_args(Status))
    for status, look in STATUSES.items():
        assert look.icon in NAMES, status
        assert status_word(status), status
    words = {status_word(status) for status in STATUSES}
    assert len(words) == len(STATUSES)
    assert len({look.icon for look in STATUSES.values()}) == len(STATUSES)


def test_icons_for_menus_are_sharp_and_grey_when_disabled() -> None:
    """Each size on each screen has its own drawing, and a disabled one another ink."""
    made = icons.icon("bin", INK)
    for size, ratio in ((16, 1.0), (16, 1.5), (20, 2.0), (32, 1.25)):
        shown = made.pixmap(QSize(size, size), ratio)
        assert shown.width() == round(size * ratio)
        assert any(dot.name() == INK.name() for dot in inked(shown.toImage()))
    grey = made.pixmap(QSize(20, 20), 1.0, QIcon.Mode.Disabled).toImage()
    assert all(dot.name() != INK.name() for dot in inked(grey))


def test_the_mark_of_the_app_has_all_sizes() -> None:
    """From the title bar to the dock, in more than one colour."""
    mark = icons.app_icon()
    for side in (16, 32, 64, 256):
        image = mark.pixmap(side, side).toImage()
        assert image.width() == side
        assert len({dot.name() for dot in inked(image) if dot.alpha() == 255}) > 1
