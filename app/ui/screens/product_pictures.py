"""Pictures of one side in a row; a click shows one large, in place."""

import contextlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QThreadPool, Signal
from PySide6.QtGui import QColor, QEnterEvent, QImage, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.facts.extras import PictureAddress
from app.ui.painting import paint_icon
from app.ui.pictures import MOST_BYTES, Pictures, Source, paint_placeholder, read
from app.ui.plain_tips import plain_tip
from app.ui.theme import RADIUS_S, Theme, current, font
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.focus_ring import FocusRing

THUMB = 24
DIMMED = 36
"""Of 255: in dark, pictures keep 86 % of their brightness."""

_TARGET = 28
_LARGEST = 400
"""The height of a large picture."""

_WAITING = 160


@dataclass(frozen=True, slots=True)
class PictureItem:
    """One picture, what a screen reader calls it, and whether the next sync takes it away."""

    address: PictureAddress
    name: str
    vanishes: bool = False


class PictureButton(QAbstractButton):
    """A small picture; dashed when it will be removed."""

    def __init__(self, item: PictureItem, pictures: Pictures, parent: QWidget) -> None:
        super().__init__(parent)
        self.item = item
        self._pictures = pictures
        self._ring = FocusRing(self, RADIUS_S + 3)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.show_item(item)

    def show_item(self, item: PictureItem) -> None:
        """Show another picture."""
        self.item = item
        name = self.tr("{picture}, will be removed").format(picture=item.name)
        self.setAccessibleName(name if item.vanishes else item.name)
        self.setToolTip(plain_tip(self.accessibleName()))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Enough to hit."""
        return QSize(_TARGET, _TARGET)

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802
        """Show that it can be pressed."""
        super().enterEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """The picture, or what stands for one."""
        painter, theme = QPainter(self), current()
        place = QRect(0, 0, THUMB, THUMB)
        place.moveCenter(self.rect().center())
        found = self._pictures.pixmap(self.item.address.small, THUMB, self.devicePixelRatioF())
        if found is None:
            paint_placeholder(painter, place, theme)
        else:
            painter.setOpacity(0.55 if self.item.vanishes else 1.0)
            painter.drawPixmap(place.topLeft(), found)
            painter.setOpacity(1.0)
        self._paint_edge(painter, place, theme)

    def _paint_edge(self, painter: QPainter, place: QRect, theme: Theme) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        box = QRectF(place).adjusted(-1.5, -1.5, 1.5, 1.5)
        if self.item.vanishes:
            pen = QPen(theme.danger, 1, Qt.PenStyle.CustomDashLine)
            pen.setDashPattern([3.0, 2.0])
            painter.setPen(pen)
            painter.drawRoundedRect(box, RADIUS_S, RADIUS_S)
        elif self.isChecked():
            painter.setPen(QPen(theme.accent, 1.5))
            painter.drawRoundedRect(box, RADIUS_S, RADIUS_S)


class PictureStrip(QWidget):
    """All pictures of one side; `chosen` tells the one that is to be shown large, or None."""

    chosen = Signal(object)

    def __init__(self, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._buttons: list[PictureButton] = []
        self._row = FlowLayout(self, gap=2)
        self._row.setContentsMargins(4, 0, 0, 0)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        pictures.ready.connect(self._repaint)

    def show_items(self, items: Sequence[PictureItem]) -> None:
        """Show these; buttons that are there are kept."""
        while len(self._buttons) > len(items):
            button = self._buttons.pop()
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        for button, item in zip(self._buttons, items, strict=False):
            if button.item != item:
                button.show_item(item)
        for item in items[len(self._buttons) :]:
            button = PictureButton(item, self._pictures, self)
            button.clicked.connect(self._on_clicked)
            self._row.addWidget(button)
            self._buttons.append(button)

    def buttons(self) -> tuple[PictureButton, ...]:
        """The buttons, in order."""
        return tuple(self._buttons)

    def mark(self, item: PictureItem | None) -> None:
        """Show which one stands large."""
        for button in self._buttons:
            button.setChecked(item is not None and button.item == item)
            button.update()

    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, PictureButton):
            self.chosen.emit(button.item if button.isChecked() else None)

    def _repaint(self, refs: frozenset[str]) -> None:
        for button in self._buttons:
            if button.item.address.small in refs:
                button.update()


class LargePicture(QAbstractButton):
    """One picture as wide as there is room; a click closes it."""

    decoded = Signal(str, QImage)

    def __init__(self, source: Source, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._address = ""
        self._shown = QPixmap()
        self._failed = False
        self.decoded.connect(self._on_decoded)
        self._ring = FocusRing(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_picture(self, item: PictureItem) -> None:
        """Show another picture, as soon as it is here."""
        self.setAccessibleName(self.tr("{picture}, large").format(picture=item.name))
        self.setToolTip(self.tr("Click to close"))
        if item.address.large == self._address:
            return
        self._address = item.address.large
        self._shown = QPixmap()
        self._failed = False
        self._ask()

    def changed(self, refs: Collection[str]) -> None:
        """These have come."""
        if self._address in refs and self._shown.isNull():
            self._ask()

    def is_shown(self) -> bool:
        """Whether the picture itself can be seen."""
        return not self._shown.isNull()

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """As high as the picture is at that width."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """The picture's own shape, within bounds."""
        return self._size(width).height()

    def sizeHint(self) -> QSize:  # noqa: N802
        """At a usual width."""
        return self._size(400)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Narrower than any panel."""
        return QSize(100, self._size(self.width()).height() if self.width() else _WAITING)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """The picture in the middle, or why there is none."""
        painter, theme = QPainter(self), current()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self._shown.isNull():
            self._paint_waiting(painter, theme)
            return
        place = QRect(0, 0, *self._size(self.width()).toTuple())
        place.moveCenter(self.rect().center())
        painter.drawPixmap(place, self._shown)
        if theme.dark:
            painter.fillRect(place, QColor(0, 0, 0, DIMMED))

    def _paint_waiting(self, painter: QPainter, theme: Theme) -> None:
        painter.fillRect(self.rect(), theme.sunken)
        words = self.tr("The picture cannot be shown.") if self._failed else self.tr("Fetching…")
        place = self.rect().adjusted(0, 0, 0, -self.height() // 3)
        paint_icon(painter, place, "picture", theme.text_muted, 28)
        painter.setPen(theme.text_muted)
        painter.setFont(font("caption"))
        below = self.rect().adjusted(0, self.height() // 2, 0, 0)
        painter.drawText(below, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, words)

    def _size(self, width: int) -> QSize:
        if self._shown.isNull():
            return QSize(width, _WAITING)
        own = self._shown.deviceIndependentSize().toSize()
        bounds = QSize(min(width, own.width()), min(_LARGEST, own.height()))
        return own.scaled(bounds, Qt.AspectRatioMode.KeepAspectRatio)

    def _ask(self) -> None:
        address = self._address
        content = self._source(address) if address else b""
        if content is None:
            return
        if not content or len(content) > MOST_BYTES:
            self._failed = True
            self.update()
            return
        dots = round(_LARGEST * self.devicePixelRatioF())
        QThreadPool.globalInstance().start(_Decoding(address, content, dots, self))

    def _on_decoded(self, address: str, image: QImage) -> None:
        if address != self._address:
            return
        self._failed = image.isNull()
        if not image.isNull():
            self._shown = QPixmap.fromImage(image)
            self._shown.setDevicePixelRatio(self.devicePixelRatioF())
        self.updateGeometry()
        self.update()


class _Decoding:
    """One decoding, called on a thread of the pool."""

    def __init__(self, address: str, content: bytes, dots: int, wanted_by: LargePicture) -> None:
        self._address, self._content, self._dots = address, content, dots
        self._wanted_by = wanted_by

    def __call__(self) -> None:
        """Decode and hand it over, unless nobody waits any more."""
        image = read(self._content, self._dots)
        with contextlib.suppress(RuntimeError):
            self._wanted_by.decoded.emit(self._address, image)
