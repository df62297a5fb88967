"""The keyboard is where something can be seen."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QScrollArea, QWidget


def bring_into_sight(widget: QWidget) -> None:
    """Scroll so far that a widget is seen, if nothing of it is.

    Qt does so only when the focus moves within one page. What is seen in part stays where it is:
    it may just have been pressed.
    """
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea) and _is_out_of(above, widget):
            above.ensureWidgetVisible(widget)
        above = above.parentWidget()


def first_stop(pane: QWidget) -> QWidget:
    """The pane itself, what it hands the keyboard to, or the first widget that takes it."""
    proxy = pane.focusProxy()
    if proxy is not None and proxy.isVisible():
        return proxy
    if pane.focusPolicy() & Qt.FocusPolicy.TabFocus:
        return pane
    inside = pane.findChildren(QWidget)
    return next(
        (
            one
            for one in inside
            if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isVisible() and one.isEnabled()
        ),
        pane,
    )


def _is_out_of(area: QScrollArea, widget: QWidget) -> bool:
    seen = area.viewport()
    place = QRect(widget.mapTo(seen, QPoint(0, 0)), widget.size())
    return not place.intersects(seen.rect())
