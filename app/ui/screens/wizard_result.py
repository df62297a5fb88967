"""What a connection test found, or why it found nothing."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.domain.errors import Side
from app.facts.state import ScopeTick, StoreFound, TestResult, Trouble
from app.ui import wording_found as words
from app.ui.theme import GAP_L, GAP_S, scaled
from app.ui.widgets.banner import Banner
from app.ui.widgets.button import Button
from app.ui.widgets.label import Label
from app.ui.widgets.line import HLine
from app.ui.widgets.placing import indented
from app.ui.widgets.point import Point
from app.ui.wording_wizard import store_words

_ICON = 16


class Result(QWidget):
    """Holds what became of a test, and of keeping the tokens.

    `again` asks to try once more, `stopped` to wait for this test no longer.
    """

    again = Signal()
    stopped = Signal()

    def __init__(self, side: Side) -> None:
        super().__init__()
        self._side: Side = side
        self._shown: tuple[TestResult, bool, Trouble | None] = (TestResult(), False, None)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP_L)

    def show_result(self, result: TestResult, saving: bool, trouble: Trouble | None) -> bool:
        """Show what is known now; tells whether that is anything new."""
        if self._shown == (result, saving, trouble):
            return False
        self._shown = (result, saving, trouble)
        self._clear()
        for part in self._parts(result, saving, trouble):
            self._column.addWidget(part)
            part.show()
            if isinstance(part, Banner):
                _announce(part)
        return True

    def _parts(
        self, result: TestResult, saving: bool, trouble: Trouble | None
    ) -> Sequence[QWidget]:
        if result.testing:
            asks = self.tr("Asking the POS…"), self.tr("Asking the online store…")
            return [self._asking(asks[self._side != "pos"])]
        parts: list[QWidget] = []
        if result.trouble is not None:
            told = words.trial_words(result.trouble, self._side)
            parts.append(Banner(told.banner, told.title, told.text, icon=told.icon))
        if result.found is not None:
            parts.append(found_banner(self._side, result.found))
        if saving:
            keeps = self.tr("Putting the tokens into this computer’s keyring…")
            parts.append(Point("key", "waiting", keeps, "text_muted"))
        elif trouble is not None:
            parts.append(self._saving_trouble(trouble))
        return parts

    def _asking(self, text: str) -> QWidget:
        """A store that does not answer takes long to find out; nobody has to wait for it."""
        asking = QWidget()
        row = QHBoxLayout(asking)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP_L)
        row.addWidget(Point("sync", "waiting", text, "text_muted"), 1)
        stop = Button(self.tr("Stop"), icon="stop", small=True)
        stop.setToolTip(self.tr("Stop testing (Esc)"))
        stop.clicked.connect(self.stopped)
        row.addWidget(stop)
        return asking

    def _saving_trouble(self, trouble: Trouble) -> Banner:
        told = words.saving_words(trouble)
        banner = Banner(told.banner, told.title, told.text, icon=told.icon)
        again = Button(self.tr("Try again"), icon="retry")
        again.clicked.connect(self.again)
        banner.add_button(again)
        return banner

    def _clear(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            gone = item.widget()
            if gone is not None:
                gone.hide()
                gone.deleteLater()


def found_banner(side: Side, found: StoreFound) -> Banner:
    """The store by name, what is in it, and what the token may do."""
    kind, line = ("done", "success") if found.enough else ("danger", "danger")
    banner = Banner("done" if kind == "done" else "danger", words.found_title(side, found))
    facts = [Point("check-circle", "success", text) for text in words.fact_lines(found)]
    banner.content.addSpacing(GAP_S - 2)
    banner.content.addLayout(_two_columns(facts))
    banner.content.addSpacing(GAP_S)
    banner.content.addWidget(HLine(line))
    banner.content.addSpacing(GAP_S)
    banner.content.addLayout(_two_columns([_scope(each) for each in found.scopes if each.granted]))
    for scope in found.scopes:
        if not scope.granted:
            banner.content.addSpacing(GAP_S - 2)
            _tell_missing(banner, scope)
    banner.content.addSpacing(GAP_S - 2)
    if found.enough:
        last = store_words(side).last
        banner.content.addWidget(Point("info", "text_muted", last))
    else:
        banner.content.addWidget(Label(words.scope_remedy(side), wrap=True))
    return banner


def _scope(scope: ScopeTick) -> Point:
    if scope.granted:
        return Point("check-circle", "success", words.scope_line(scope))
    if scope.needed:
        return Point("fail", "danger", words.scope_line(scope), "danger")
    return Point("info", "attention", words.scope_line(scope))


def _tell_missing(banner: Banner, scope: ScopeTick) -> None:
    banner.content.addWidget(_scope(scope))
    if loss := words.scope_loss(scope):
        caption = Label(loss, "caption", "text_muted", wrap=True)
        banner.content.addLayout(indented(caption, scaled(_ICON) + GAP_S))


def _two_columns(points: Sequence[Point]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(GAP_L)
    grid.setVerticalSpacing(GAP_S)
    for index, point in enumerate(points):
        grid.addWidget(point, index // 2, index % 2)
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 1)
    return grid


def bring_into_view(widget: QWidget) -> None:
    """Scroll the page so that a part of it that has just come is seen."""
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    page = above.widget() if above is not None else None
    if above is not None and page is not None:
        place = QRect(widget.mapTo(page, widget.rect().topLeft()), widget.size())
        above.ensureVisible(place.x(), place.bottom(), 0, GAP_L)


def _announce(banner: Banner) -> None:
    QAccessible.updateAccessibility(QAccessibleEvent(banner, QAccessible.Event.Alert))
