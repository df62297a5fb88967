"""Pictures as the screens show them: decoded off the window's thread, small, kept within bounds."""

from collections import OrderedDict
from collections.abc import Callable, Collection
from dataclasses import dataclass

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QIODevice,
    QObject,
    QRect,
    QRectF,
    QSize,
    Qt,
    QThreadPool,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter, QPainterPath, QPixmap

from app.ui.painting import paint_icon
from app.ui.theme import RADIUS_S, Theme, current

Source = Callable[[str], bytes | None]
"""`Wishes.picture`: bytes, b"" for none, None while it is fetched."""

FORMATS = frozenset({b"jpeg", b"png", b"gif", b"webp", b"bmp"})
"""What is decoded, told from the content; anything that can run or refer elsewhere is not."""

MOST_BYTES = 32_000_000
"""No picture of a store is larger."""

_MOST_PIXELS = 64_000_000
_MOST_MEGABYTES = 256
"""Of one picture while it is decoded; Qt refuses what needs more."""

_KEPT_BYTES = 32_000_000
_AT_ONCE = 2
_MOST_ASKED = 64
"""As many as fit a large screen twice; what was scrolled past is asked again when it returns."""

_DIMMED = 36
"""Of 255: in dark, pictures keep 86 % of their brightness."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """One picture at one size. `side` is in units, the square is filled and cut to."""

    ref: str
    side: int
    ratio: float
    dark: bool

    @property
    def dots(self) -> int:
        """The side in dots of the screen."""
        return max(1, round(self.side * self.ratio))


class Pictures(QObject):
    """Pixmaps by a row's `picture` or an address; `ready` tells references that can be painted.

    Asking is cheap and never waits: what is not here yet comes later, the newest wish first.
    """

    ready = Signal(frozenset)
    _decoded = Signal(object, QImage)

    def __init__(self, source: Source, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._kept: OrderedDict[Wanted, QPixmap] = OrderedDict()
        self._bytes = 0
        self._bad: set[str] = set()
        self._wanted: OrderedDict[Wanted, None] = OrderedDict()
        self._fetched: set[str] = set()
        self._decoding: set[Wanted] = set()
        self._arrived: set[str] = set()
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(_AT_ONCE)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._ask)
        self._telling = QTimer(self, singleShot=True, interval=30)
        self._telling.timeout.connect(self._tell)
        self._decoded.connect(self._on_decoded)
        QImageReader.setAllocationLimit(_MOST_MEGABYTES)

    def pixmap(self, ref: str, side: int, ratio: float) -> QPixmap | None:
        """The picture as a square with round corners; None while or because there is none."""
        if not ref or ref in self._bad:
            return None
        wanted = Wanted(ref, side, ratio, current().dark)
        found = self._kept.get(wanted)
        if found is not None:
            self._kept.move_to_end(wanted)
            return found
        if wanted not in self._decoding:
            self._wanted[wanted] = None
            self._wanted.move_to_end(wanted)
            while len(self._wanted) > _MOST_ASKED:
                self._wanted.popitem(last=False)
            if not self._soon.isActive():
                self._soon.start()
        return None

    def changed(self, refs: Collection[str]) -> None:
        """These have come, or are others now."""
        self._bad.difference_update(refs)
        self._fetched.difference_update(refs)
        for wanted in [each for each in self._kept if each.ref in refs]:
            self._bytes -= _weight(self._kept.pop(wanted))
        self._arrived.update(refs)
        self._telling.start()

    def forget(self) -> None:
        """Other stores, or another screen: nothing that was kept holds."""
        self._kept.clear()
        self._bytes = 0
        self._bad.clear()
        self._fetched.clear()
        self._wanted.clear()

    def finish(self) -> None:
        """Wait for what is being decoded: before the app ends."""
        self._wanted.clear()
        self._pool.clear()
        self._pool.waitForDone()

    def _ask(self) -> None:
        """Ask the source for the newest wishes; decode what it has."""
        while self._wanted and len(self._decoding) < _AT_ONCE:
            wanted, _ = self._wanted.popitem()
            content = None if wanted.ref in self._fetched else self._source(wanted.ref)
            if content is None:
                self._fetched.add(wanted.ref)
            elif not content or len(content) > MOST_BYTES:
                self._bad.add(wanted.ref)
            else:
                self._decoding.add(wanted)
                self._pool.start(_Decoding(wanted, content, self._decoded.emit))

    def _on_decoded(self, wanted: Wanted, image: QImage) -> None:
        self._decoding.discard(wanted)
        if image.isNull():
            self._bad.add(wanted.ref)
        else:
            made = QPixmap.fromImage(image)
            made.setDevicePixelRatio(wanted.ratio)
            self._kept[wanted] = made
            self._bytes += _weight(made)
            while self._bytes > _KEPT_BYTES:
                _, oldest = self._kept.popitem(last=False)
                self._bytes -= _weight(oldest)
        self._arrived.add(wanted.ref)
        if not self._telling.isActive():
            self._telling.start()
        self._ask()

    def _tell(self) -> None:
        arrived, self._arrived = frozenset(self._arrived), set()
        self.ready.emit(arrived)


class _Decoding:
    """One decoding, called on a thread of the pool."""

    def __init__(
        self, wanted: Wanted, content: bytes, done: Callable[[Wanted, QImage], None]
    ) -> None:
        self._wanted, self._content, self._done = wanted, content, done

    def __call__(self) -> None:
        """Decode, cut, round, and hand it over."""
        self._done(self._wanted, decoded(self._content, self._wanted.dots, self._wanted))


def decoded(content: bytes, dots: int, wanted: Wanted) -> QImage:
    """A picture as it is painted; a null image for what is none or is not trusted."""
    image = read(content, dots)
    if image.isNull():
        return image
    made = QImage(dots, dots, QImage.Format.Format_ARGB32_Premultiplied)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHints(
        QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
    )
    round_corners = QPainterPath()
    radius = RADIUS_S * wanted.ratio
    round_corners.addRoundedRect(QRectF(0, 0, dots, dots), radius, radius)
    painter.setClipPath(round_corners)
    painter.drawImage(QRect(0, 0, dots, dots), image, _middle(image.size()))
    if wanted.dark:
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceAtop)
        painter.fillRect(QRect(0, 0, dots, dots), QColor(0, 0, 0, _DIMMED))
    painter.end()
    return made


def read(content: bytes, least: int) -> QImage:
    """The picture no larger than it need be: its shorter side is at least `least` dots."""
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    # Before all else: a drawing is carried out as soon as it is asked for its size.
    if bytes(reader.format().data()) not in FORMATS:
        return QImage()
    size = reader.size()
    if size.isEmpty() or size.width() * size.height() > _MOST_PIXELS:
        return QImage()
    shorter = min(size.width(), size.height())
    if shorter > least:
        reader.setScaledSize(
            size.scaled(QSize(least, least), Qt.AspectRatioMode.KeepAspectRatioByExpanding)
        )
    return reader.read()


def paint_placeholder(painter: QPainter, rect: QRect, theme: Theme) -> None:
    """What stands where a picture is missing or on its way."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.sunken)
    painter.drawRoundedRect(QRectF(rect), RADIUS_S, RADIUS_S)
    size = max(12, rect.width() // 2)
    paint_icon(painter, rect, "picture", theme.text_muted, size)


def _middle(size: QSize) -> QRect:
    side = min(size.width(), size.height())
    return QRect((size.width() - side) // 2, (size.height() - side) // 2, side, side)


def _weight(of: QPixmap) -> int:
    return of.width() * of.height() * 4
