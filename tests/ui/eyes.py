"""What a careful eye finds wrong in an open window: cut words, overlaps, what has no name."""

import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, cast

import pytest
from PySide6.QtCore import QAbstractListModel, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QFontMetrics, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QMenuBar,
    QRadioButton,
    QScrollArea,
    QScrollBar,
    QSplitter,
    QSplitterHandle,
    QStyle,
    QStyleOptionComboBox,
    QStyleOptionViewItem,
    QWidget,
)

from app.ui.widgets.focus_ring import FocusRing
from app.ui.widgets.ground import Ground
from app.ui.widgets.segments import Segments

_NEVER_ENDS = 200
"""More stops than any page has."""

_ROUNDED = 2
"""Dots that Qt adds to the bounds of words by rounding; the ink itself fits."""

_DEEP = 6
"""So far below its `paint` a delegate paints words."""


def shown(page: QWidget) -> list[QWidget]:
    """Every widget that can be seen, the page itself included."""
    window = page.window()
    inside = page.findChildren(QWidget)
    return [page, *(each for each in inside if each.isVisible() and each.window() is window)]


def called(widget: QWidget) -> str:
    """A widget as a finding names it."""
    words = widget.property("text") or widget.accessibleName() or widget.objectName()
    path = type(widget).__name__
    above = widget.parentWidget()
    while above is not None and type(above).__name__ in ("QWidget", "QStackedWidget"):
        above = above.parentWidget()
    return f"{type(above).__name__}/{path} “{str(words)[:60]}”"


# Room


def cut(seen: Iterable[QWidget]) -> list[str]:
    """Words of Qt's own widgets that have less room than they need."""
    return [f"cut: {called(each)} in {_size(each)}" for each in seen if _is_cut(each)]


def _is_cut(widget: QWidget) -> bool:
    return any(isinstance(widget, kind) and wrong(widget) for kind, wrong in _WRONG)


def _size(widget: QWidget) -> str:
    need = widget.minimumSizeHint()
    return f"{widget.width()}×{widget.height()}, needs {need.width()}×{need.height()}"


def _label_is_cut(label: QLabel) -> bool:
    if not label.text() or label.text() in label.toolTip():
        return False
    if label.hasScaledContents() or not label.pixmap().isNull():
        return False
    if not label.hasHeightForWidth():
        return label.width() < label.sizeHint().width() or _is_lower(label)
    if not label.wordWrap():
        return label.height() < label.heightForWidth(label.width())
    room = label.contentsRect().width()
    longest = max(label.fontMetrics().horizontalAdvance(word) for word in label.text().split())
    return longest > room or label.height() < label.heightForWidth(label.width())


def _is_lower(widget: QWidget) -> bool:
    return widget.height() < min(widget.sizeHint().height(), widget.maximumHeight())


def _is_squeezed(widget: QWidget) -> bool:
    need: QSize = widget.sizeHint()
    if isinstance(widget, QAbstractButton) and not widget.text():
        return False
    return widget.width() < need.width() or widget.height() < need.height()


def _choice_is_cut(box: QComboBox) -> bool:
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    style, part = box.style(), QStyle.SubControl.SC_ComboBoxEditField
    field_of = QStyle.ComplexControl.CC_ComboBox
    room = style.subControlRect(field_of, option, part, box).width()
    if not option.currentIcon.isNull():
        room -= box.iconSize().width() + 4
    return _too_long(box, box.currentText() or box.placeholderText(), room)


def _line_is_cut(line: QLineEdit) -> bool:
    if isinstance(line.parentWidget(), QComboBox):
        return False
    margins = line.textMargins()
    room = line.width() - margins.left() - margins.right() - 8
    words = line.placeholderText() if not line.text() else ""
    return _too_long(line, words, room) or line.height() < line.fontMetrics().height() + 6


def _too_long(widget: QWidget, words: str, room: int) -> bool:
    """Whether words are cut that the tool tip does not have as a whole."""
    needed = widget.fontMetrics().horizontalAdvance(words)
    return needed > room and words not in widget.toolTip()


def _scrolls_sideways(area: QScrollArea) -> bool:
    """Whether a page of text is wider than what is seen of it."""
    return area.horizontalScrollBar().maximum() > 0


def _bar_is_cut(bar: QMenuBar) -> bool:
    places = [bar.actionGeometry(action) for action in bar.actions()]
    return any(place.isEmpty() or not bar.rect().contains(place) for place in places)


_WRONG: tuple[tuple[type[QWidget], Callable[[Any], bool]], ...] = (
    (QLabel, _label_is_cut),
    (QAbstractButton, _is_squeezed),
    (Segments, _is_squeezed),
    (QComboBox, _choice_is_cut),
    (QLineEdit, _line_is_cut),
    (QMenuBar, _bar_is_cut),
    (QScrollArea, _scrolls_sideways),
)


# Places


def misplaced(seen: Iterable[QWidget]) -> list[str]:
    """What stands out of what it lies in, or over its neighbours."""
    found: list[str] = []
    families: defaultdict[QWidget, list[QWidget]] = defaultdict(list)
    for each in seen:
        parent = each.parentWidget()
        if parent is not None and _has_a_place(each):
            families[parent].append(each)
    for parent, children in families.items():
        found += [
            f"outside: {called(each)} at {_rect(each)} of {parent.width()}×{parent.height()}"
            for each in children
            if not _scrolls(parent) and not _room_of(parent).contains(each.geometry())
        ]
        found += _overlapping(children)
    return found


def _has_a_place(widget: QWidget) -> bool:
    if isinstance(widget, Ground) and not widget.children():
        return False  # It lies under its neighbours.
    return not (widget.isWindow() or isinstance(widget, FocusRing | QSplitterHandle | QScrollBar))


def _scrolls(parent: QWidget) -> bool:
    """Whether it is a hole through which a part of something larger is seen."""
    return isinstance(parent.parentWidget(), QAbstractScrollArea) or type(parent).__name__ == "_Cut"


def _room_of(parent: QWidget) -> QRect:
    """From right to left Qt's splitters put their panes one dot too far to the right."""
    return parent.rect().adjusted(0, 0, 1 if isinstance(parent, QSplitter) else 0, 0)


def _overlapping(children: list[QWidget]) -> list[str]:
    return [
        f"overlap: {called(one)} {_rect(one)} and {called(other)} {_rect(other)}"
        for at, one in enumerate(children)
        for other in children[at + 1 :]
        if one.geometry().intersects(other.geometry())
    ]


def _rect(widget: QWidget) -> str:
    place = widget.geometry()
    return f"{place.x()},{place.y()} {place.width()}×{place.height()}"


# Painted words


@dataclass
class Painted:
    """The words that our own code painted, and those that did not fit."""

    words: set[str] = field(default_factory=set)
    cut: list[str] = field(default_factory=list)

    def note(self, painter: QPainter, arguments: tuple[Any, ...]) -> None:
        """One call of `QPainter.drawText`."""
        place, *rest = arguments
        text = str(rest[-1])
        self.words.add(text)
        if not isinstance(place, QRect | QRectF) or len(rest) != 2:
            return
        rect = QRectF(place).toAlignedRect()
        flags = int(getattr(rest[0], "value", rest[0]))
        metrics = QFontMetrics(painter.font(), painter.device())
        need = metrics.boundingRect(rect, flags, text)
        cell = _cell()
        if need.width() > rect.width() + _ROUNDED or need.height() > rect.height() + _ROUNDED:
            self.cut.append(f"painted: “{text}” {_pair(need.size())} in {_pair(rect.size())}")
        elif cell is None and not _seen(painter, need):
            self.cut.append(f"painted: “{text}” beyond its widget, {_pair(need.size())}")
        elif cell is not None and not _reaches(cell, need):
            self.cut.append(
                f"painted: “{text}” from {need.left()} to {need.right()} "
                f"in a cell from {cell.left()} to {cell.right()}"
            )


def _seen(painter: QPainter, words: QRect) -> bool:
    """Whether words lie within the widget that paints them."""
    widget = painter.device()
    if not isinstance(widget, QWidget) or isinstance(widget.parentWidget(), QAbstractItemView):
        return True
    left, right = _ROUNDED, widget.width() + _ROUNDED
    bounds = painter.worldTransform().mapRect(words)
    return -left <= bounds.left() and bounds.right() <= right


def _reaches(cell: QRect, words: QRect) -> bool:
    return cell.left() <= words.left() + 1 and words.right() <= cell.right() + 1


def _cell() -> QRect | None:
    """The cell that is being painted, if a delegate paints."""
    frame, depth = sys._getframe(3), 0
    while frame.f_back is not None and depth < _DEEP:
        option = frame.f_locals.get("option")
        if isinstance(option, QStyleOptionViewItem):
            return QRect(option.rect)
        frame, depth = frame.f_back, depth + 1
    return None


def _pair(size: QSize) -> str:
    return f"{size.width()}×{size.height()}"


@contextmanager
def watching() -> Iterator[Painted]:
    """Note every word that our own code paints meanwhile."""
    found = Painted()
    real = QPainter.drawText

    def draw_text(painter: QPainter, *arguments: Any) -> Any:
        found.note(painter, arguments)
        return real(painter, *arguments)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(QPainter, "drawText", draw_text)
        yield found


# Names and keys


def focusable(seen: Iterable[QWidget]) -> list[QWidget]:
    """Everything that takes the keyboard by Tab."""
    return [
        each
        for each in seen
        if each.isEnabled()
        and each.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
        and each.focusProxy() is None
        and not isinstance(each.parentWidget(), QComboBox)
    ]


def nameless(seen: Iterable[QWidget]) -> list[str]:
    """What takes the keyboard, by Tab or by a click, and says nothing to a screen reader."""
    found = [
        each
        for each in seen
        if each.focusPolicy() != Qt.FocusPolicy.NoFocus and each.focusProxy() is None
    ]
    return [f"no name: {called(each)}" for each in found if not spoken_name(each)]


def spoken_name(widget: QWidget) -> str:
    """What a screen reader says first."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return str(interface.text(QAccessible.Text.Name))


def lost_to_tab(page: QWidget) -> list[str]:
    """What Tab does not reach, and where it leads that cannot be seen."""
    wanted = focusable(shown(page))
    if not wanted:
        return []
    wanted[0].setFocus(Qt.FocusReason.TabFocusReason)
    met: list[QWidget] = []
    unseen: list[QWidget] = []
    for _ in range(_NEVER_ENDS):
        focused = QApplication.focusWidget()
        if focused is None or focused in met:
            break
        met.append(focused)
        if _is_hidden(focused):
            unseen.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    else:
        return ["Tab never comes round"]
    reached = {_stop(each) for each in met}
    lost = [each for each in wanted if _stop(each) not in reached]
    return [
        *(f"not by Tab: {called(each)}" for each in lost),
        *(f"unseen: {called(each)}" for each in unseen),
    ]


def lost_keyboard(page: QWidget) -> list[str]:
    """Whether keys go to something that cannot be seen, or that says nothing."""
    focused = cast("QWidget | None", page.window().focusWidget())
    if focused is None or (focused.isVisible() and spoken_name(focused)):
        return []
    return [f"the keyboard is at: {called(focused)}"]


def _is_hidden(widget: QWidget) -> bool:
    """Whether all of it is scrolled or cut away."""
    place, above = widget.rect(), widget.parentWidget()
    inner = widget
    while above is not None and not inner.isWindow():
        place = place.translated(inner.pos()).intersected(above.rect())
        inner, above = above, above.parentWidget()
    return place.isEmpty() or not widget.isVisible()


def _stop(widget: QWidget) -> object:
    """Radio buttons that exclude each other are one stop."""
    if isinstance(widget, QRadioButton):
        group = widget.group()
        return widget.parentWidget() if group is None else group  # type: ignore[redundant-expr]
    return widget


# Words


def words(seen: Iterable[QWidget], read: set[object]) -> Iterator[tuple[QWidget, str]]:
    """Every text that is shown or spoken, with what says it.

    `read` are lists whose cells were read before: they are left out.
    """
    for each in seen:
        if each.isWindow():
            yield each, each.windowTitle()
        for text in (each.toolTip(), each.accessibleName(), each.accessibleDescription()):
            yield each, text
        yield from ((each, text) for text in _own_words(each, read))


def _own_words(widget: QWidget, read: set[object]) -> Iterator[str]:
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    elif isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    elif isinstance(widget, QComboBox):
        yield from (widget.itemText(at) for at in range(widget.count()))
    elif isinstance(widget, QMenuBar | QMenu):
        yield from (action.text() for action in widget.actions())
    elif isinstance(widget, QAbstractItemView):
        yield from _cell_words(widget, read)


_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
    Qt.ItemDataRole.ToolTipRole,
)


def _cell_words(view: QAbstractItemView, read: set[object]) -> Iterator[str]:
    model = view.model()
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    rows = model.rowCount()
    spoken = Qt.ItemDataRole.AccessibleTextRole
    first = tuple(model.index(0, column).data(spoken) for column in range(columns if rows else 0))
    known = (type(view), rows, first)
    if known in read:
        return
    read.add(known)
    for column in range(columns):
        for role in _ROLES:
            title = model.headerData(column, Qt.Orientation.Horizontal, role)
            yield title if isinstance(title, str) and _has_titles(view) else ""
            for row in range(rows):
                said = model.index(row, column).data(role)
                yield said if isinstance(said, str) else ""


def _has_titles(view: QAbstractItemView) -> bool:
    return hasattr(view, "horizontalHeader")
