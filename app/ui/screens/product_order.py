"""Laying out many widgets at once, and the order in which the keyboard goes through them."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


@contextmanager
def laid_out_once(*widgets: QWidget) -> Iterator[None]:
    """Lay out once what changes in many places: each change would do it anew."""
    layouts = [layout for widget in widgets if (layout := widget.layout()) is not None]
    for layout in layouts:
        layout.setEnabled(False)
    try:
        yield
    finally:
        for layout in reversed(layouts):
            layout.setEnabled(True)
            layout.update()


def stops_in(widget: QWidget) -> Iterator[QWidget]:
    """The widgets that take the keyboard, in the order in which they are laid out."""
    layout = widget.layout()
    if layout is None:
        return
    for child in _laid_out(layout):
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield child
        yield from stops_in(child)


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for at in range(layout.count()):
        item = layout.itemAt(at)
        inner, widget = item.layout() if item else None, item.widget() if item else None
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _laid_out(inner)
