"""Widgets beside each other that go on below where the room ends."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from app.ui.theme import GAP_S


class FlowLayout(QLayout):
    """Lays its widgets out in lines, each in the middle of its line's height."""

    def __init__(
        self, parent: QWidget | None = None, *, gap: int = GAP_S, line_gap: int | None = None
    ) -> None:
        super().__init__(parent)
        self._gap = gap
        self._line_gap = gap if line_gap is None else line_gap
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802
        """One more at the end."""
        self._items.append(item)

    def count(self) -> int:
        """How many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        """One of them, None beyond the last."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        """Take one out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802
        """It takes no more than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """How high all lines are together."""
        left, top, right, bottom = self._margins()
        return top + bottom + self._arranged(QRect(0, 0, width - left - right, 0), place=False)

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802
        """Put everything into its place."""
        super().setGeometry(rect)
        left, top, right, bottom = self._margins()
        self._arranged(rect.adjusted(left, top, -right, -bottom), place=True)

    def sizeHint(self) -> QSize:  # noqa: N802
        """All of it in one line."""
        shown = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() for size in shown) + self._gap * max(0, len(shown) - 1)
        left, top, right, bottom = self._margins()
        height = max((size.height() for size in shown), default=0)
        return QSize(width + left + right, height + top + bottom)

    def minimumSize(self) -> QSize:  # noqa: N802
        """Room for the widest."""
        least = QSize()
        for item in self._items:
            if not item.isEmpty():
                least = least.expandedTo(item.minimumSize())
        left, top, right, bottom = self._margins()
        return least + QSize(left + right, top + bottom)

    def _margins(self) -> tuple[int, int, int, int]:
        """Left, top, right and bottom."""
        around = self.contentsMargins()
        return around.left(), around.top(), around.right(), around.bottom()

    def _arranged(self, rect: QRect, *, place: bool) -> int:
        """Arrange in lines; returns the height."""
        top, height = rect.y(), 0
        for line in self._lines(rect.width()):
            if height:
                top += height + self._line_gap
            height = max(size.height() for _, size in line)
            if place:
                self._place(line, QRect(rect.x(), top, rect.width(), height))
        return top + height - rect.y()

    def _place(self, line: list[tuple[QLayoutItem, QSize]], rect: QRect) -> None:
        widget = self.parentWidget()
        mirrored = widget is not None and widget.isRightToLeft()
        x = rect.x()
        for item, size in line:
            left = rect.right() + 1 - (x - rect.x()) - size.width() if mirrored else x
            top = rect.y() + (rect.height() - size.height()) // 2
            item.setGeometry(QRect(QPoint(left, top), size))
            x += size.width() + self._gap

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        used = 0
        for item in self._items:
            if item.isEmpty():
                continue
            hint = item.sizeHint()
            size = QSize(min(hint.width(), max(width, item.minimumSize().width())), hint.height())
            if lines and used + self._gap + size.width() <= width:
                lines[-1].append((item, size))
                used += self._gap + size.width()
            else:
                lines.append([(item, size)])
                used = size.width()
        return lines
