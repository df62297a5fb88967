"""The ring around whatever has the focus, painted outside of it."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QSplitter, QWidget

from app.ui.painting import RING_ROOM, paint_ring
from app.ui.theme import RADIUS, current

_MOVES = frozenset(
    {
        QEvent.Type.Move,
        QEvent.Type.Resize,
        QEvent.Type.Show,
        QEvent.Type.Hide,
        QEvent.Type.LayoutRequest,
        QEvent.Type.ZOrderChange,
    }
)


class FocusRing(QWidget):
    """Stands 2 px off a control while that has the focus, over its neighbours' ground.

    It lies in the window or in the scrolled page that holds the control, so that no layout has
    to keep room for it.
    """

    def __init__(self, control: QWidget, radius: float = RADIUS + 3) -> None:
        super().__init__(control)
        self._control = control
        self._radius = radius
        self._watched: list[QWidget] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        control.installEventFilter(self)
        control.destroyed.connect(self._let_go)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Follow the control and everything that it lies in."""
        kind = event.type()
        if kind == QEvent.Type.FocusIn and watched is self._control:
            self._appear()
        elif kind == QEvent.Type.FocusOut and watched is self._control:
            self._vanish()
        elif kind in _MOVES and self._watched:
            self._place()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """The ring alone."""
        paint_ring(QPainter(self), self.rect(), self._radius, current())

    def _appear(self) -> None:
        page = self._page()
        self.setParent(page)
        widget: QWidget | None = self._control.parentWidget()
        self._watched = [self._control]
        while widget is not None and widget is not page:
            widget.installEventFilter(self)
            self._watched.append(widget)
            widget = widget.parentWidget()
        self._place()

    def _vanish(self) -> None:
        for widget in self._watched[1:]:
            widget.removeEventFilter(self)
        self._watched = []
        self.hide()

    def _let_go(self) -> None:
        """The control is gone; what it lay in may still move."""
        self._watched = []
        self.hide()
        self.deleteLater()

    def _place(self) -> None:
        page = self.parentWidget()
        if page is None:
            return
        room = RING_ROOM
        around = QRect(self._control.mapTo(page, QPoint(0, 0)), self._control.size())
        self.setGeometry(around.adjusted(-room, -room, room, room))
        self.setVisible(self._control.isVisible())
        self.raise_()

    def _page(self) -> QWidget:
        """The scrolled page around the control, else its window."""
        widget = self._control
        while not widget.isWindow():
            above = widget.parentWidget()
            if above is None or isinstance(above, QSplitter):
                break  # A splitter takes every child for one more of its panes.
            if isinstance(above.parentWidget(), QAbstractScrollArea):
                break
            widget = above
        return widget
