"""What a newcomer sees first: what Counterpart does, and the two ways in."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.controller.wishes import Wishes
from app.domain.leftovers import Leftover
from app.facts.state import Changed
from app.ui import icons
from app.ui.painting import paint_box
from app.ui.screens.words_banner import WordsBanner
from app.ui.theme import GAP_L, GAP_M, GAP_S, GAP_XL, GAP_XXL, RADIUS_L, current, scaled
from app.ui.widgets.banner import Banner
from app.ui.widgets.button import Button
from app.ui.widgets.ground import Ground
from app.ui.widgets.label import IconLabel, Label
from app.ui.widgets.placing import scrolling
from app.ui.wording_forgetting import forgotten_words
from app.ui.wording_trouble import trouble_words
from app.ui.wording_wizard import sample_promise

_MARK = 72
_CARD = 328


class WelcomeScreen(QWidget):
    """Connect your stores, or explore with sample stores."""

    def __init__(self, desk: Wishes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._place = ""
        self._connect = Button(self.tr("Connect your stores"), kind="primary")
        self._explore = Button(self.tr("Explore with sample stores"))
        self._again = Button(self.tr("Try again"), icon="retry")
        self._trouble = Banner("attention", "")
        self._trouble.add_button(self._again)
        self._trouble.hide()
        self._forgotten = Banner("done", "")
        self._forgotten.hide()
        self.words = WordsBanner(desk)
        self._pair = QWidget()
        self._lay_out()
        self._measure()
        self._connect.clicked.connect(desk.open_wizard)
        self._explore.clicked.connect(desk.explore_samples)
        self._again.clicked.connect(desk.try_again)

    def refresh(self, changed: Changed) -> None:
        """Say what keeps from starting, if anything does; rest on the first way in."""
        self.words.refresh(changed)
        if not changed.parts & {"place", "trouble", "forgotten"}:
            return
        state = self._desk.state
        self._show_forgotten(state.forgotten)
        self._show_trouble()
        if state.place == "welcome" and self._place != "welcome":
            self._connect.setFocus(Qt.FocusReason.OtherFocusReason)
        self._place = state.place

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Rest on the first way in."""
        super().showEvent(event)
        self._connect.setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measure()

    def _show_forgotten(self, left: Sequence[Leftover] | None) -> None:
        if left is not None:
            title, text = forgotten_words(left)
            self._forgotten.set_kind("attention" if left else "done")
            self._forgotten.set_title(title)
            self._forgotten.set_text(text)
        self._forgotten.setVisible(left is not None)

    def _show_trouble(self) -> None:
        trouble = self._desk.state.trouble
        if trouble is not None:
            words = trouble_words(trouble)
            self._trouble.set_kind(words.banner)
            self._trouble.set_title(words.title)
            self._trouble.set_text(words.text)
        self._trouble.setVisible(trouble is not None)

    def _lay_out(self) -> None:
        centre = Qt.AlignmentFlag.AlignHCenter
        page = Ground("window")
        column = QVBoxLayout(page)
        column.setContentsMargins(GAP_XL, GAP_XXL, GAP_XL, GAP_XXL)
        column.addStretch(3)
        column.addWidget(_Mark(), 0, centre)
        column.addSpacing(GAP_L)
        column.addWidget(_centred(Label(self.tr("Welcome to Counterpart"), "title1")))
        column.addSpacing(GAP_S)
        what = self.tr(
            "It keeps your online store in step with your POS: products, prices, stock and "
            "pictures."
        )
        column.addWidget(_centred(Label(what, colour="text_muted", wrap=True)))
        column.addSpacing(GAP_XXL)
        column.addLayout(self._ways())
        column.addSpacing(GAP_XL)
        column.addLayout(self._promise())
        column.addSpacing(GAP_XL)
        column.addLayout(_in_the_middle(self._trouble))
        column.addLayout(_in_the_middle(self._forgotten))
        column.addLayout(_in_the_middle(self.words))
        column.addStretch(4)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(page))

    def _ways(self) -> QHBoxLayout:
        connect = _Way(
            "link",
            "accent",
            self.tr("Your own shop"),
            self.tr("Three steps, about five minutes. Connecting changes nothing in either store."),
            self._connect,
        )
        explore = _Way(
            "shop", "neutral", self.tr("Just look around"), sample_promise(), self._explore
        )
        pair = QHBoxLayout(self._pair)
        pair.setContentsMargins(0, 0, 0, 0)
        pair.setSpacing(GAP_L)
        for way in (connect, explore):
            pair.addWidget(way, 1)
        return _in_the_middle(self._pair)

    def _measure(self) -> None:
        """Two cards of one width, wide enough for their buttons."""
        widest = max(button.sizeHint().width() for button in (self._connect, self._explore))
        self._pair.setMaximumWidth(2 * max(scaled(_CARD), widest + 2 * GAP_XL) + GAP_L)
        for banner in (self._forgotten, self._trouble):
            banner.setMaximumWidth(self._pair.maximumWidth())
        self.words.setMaximumWidth(self._pair.maximumWidth() + 2 * GAP_L)

    def _promise(self) -> QHBoxLayout:
        said = self.tr("Counterpart only reads your POS and never changes anything there.")
        row = QHBoxLayout()
        row.setSpacing(GAP_S)
        row.addStretch(1)
        row.addWidget(IconLabel("lock", "text_muted"))
        row.addWidget(Label(said, colour="text_muted"))
        row.addStretch(1)
        return row


class _Way(QWidget):
    """One way in: what it is, what it gives, and the button that goes there."""

    def __init__(self, icon: str, tone: str, title: str, text: str, button: Button) -> None:
        super().__init__()
        self._words = Label(text, colour="text_muted", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_XL, GAP_XL, GAP_XL, GAP_XL)
        column.setSpacing(GAP_M)
        head = QHBoxLayout()
        head.setSpacing(GAP_S)
        head.addWidget(IconLabel(icon, tone, 20))
        head.addWidget(Label(title, "section"), 1)
        column.addLayout(head)
        column.addWidget(self._words)
        column.addSpacing(GAP_S)
        column.addStretch(1)
        column.addWidget(button)
        button.setAccessibleDescription(text)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """A card."""
        painter, theme = QPainter(self), current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_box(painter, QRectF(self.rect()), theme.surface, theme.border, RADIUS_L)


class _Mark(QWidget):
    """The mark of the app."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._icon = icons.app_icon()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Large."""
        return QSize(_MARK, _MARK)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """The mark, sharp on this screen."""
        self._icon.paint(QPainter(self), self.rect())


def _centred(label: Label) -> Label:
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    return label


def _in_the_middle(widget: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(widget, 1000)
    row.addStretch(1)
    return row
