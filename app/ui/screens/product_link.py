"""Linking a POS product to another one online, and unlinking it: in place, with its consequence."""

from typing import Literal

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from app.facts.product import Candidate
from app.facts.rows import Row
from app.ui.painting import paint_box
from app.ui.screens.product_candidates import CandidateList, Candidates
from app.ui.screens.product_looks import SIDE
from app.ui.screens.product_value import breakable
from app.ui.theme import GAP_M, GAP_S, RADIUS_L, current
from app.ui.widgets.button import Button
from app.ui.widgets.icon_button import IconButton
from app.ui.widgets.label import Label
from app.ui.widgets.search_field import SearchField

Mode = Literal["closed", "search", "confirm", "unlink"]

_PAUSE = 150
"""Milliseconds without a key before the search begins."""


class LinkSection(QWidget):
    """`searched`, `linked` and `unlinked` tell wishes.

    `closed` says that the manager is done here, and whether the keyboard was here.
    """

    searched = Signal(str)
    linked = Signal(int)
    unlinked = Signal()
    closed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mode: Mode = "closed"
        self._name = ""
        self._ecom_id = 0
        self._asked = False
        self._chosen: Candidate | None = None
        self._model = Candidates(self)
        self.title = Label("", "section", wrap=True)
        self.leave = IconButton("close", self.tr("Leave it as it is"))
        self.search = SearchField(self.tr("Name or SKU online"))
        self.list = CandidateList(self._model)
        self.words = Label("", wrap=True)
        self.confirm = Button("", kind="plain")
        self.back = Button("", kind="plain")
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._lay_out()
        self._join()
        self.hide()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.title, 1)
        top.addWidget(self.leave, 0, Qt.AlignmentFlag.AlignTop)
        answers = QHBoxLayout()
        answers.setSpacing(GAP_S)
        answers.addWidget(self.back)
        answers.addWidget(self.confirm)
        answers.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE + GAP_M, GAP_M, SIDE + GAP_M, 2 * GAP_M)
        column.setSpacing(GAP_S)
        column.addLayout(top)
        for widget in (self.search, self.list, self.words):
            column.addWidget(widget)
        column.addLayout(answers)

    def _join(self) -> None:
        self._timer.timeout.connect(self._on_search)
        self.search.textChanged.connect(lambda _: self._timer.start())
        self.search.returnPressed.connect(self._on_enter)
        self.list.chosen.connect(self._choose)
        self.list.left.connect(lambda: self.search.setFocus(Qt.FocusReason.OtherFocusReason))
        self.confirm.clicked.connect(self._on_confirm)
        self.back.clicked.connect(self._on_back)
        self.leave.clicked.connect(self.close_section)

    def mode(self) -> Mode:
        """What is asked now."""
        return self._mode

    # Opening

    def open_search(self, row: Row) -> None:
        """Ask which product online it is."""
        self._name, self._ecom_id = row.name, row.ecom_id
        self.search.clear()
        self._asked = False
        self._model.show_candidates(())
        self._show("search")
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_unlink(self, row: Row) -> None:
        """Ask whether the link is to go."""
        self._name, self._ecom_id = row.name, row.ecom_id
        self._show("unlink")
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_section(self) -> None:
        """Leave everything as it is."""
        if self._mode != "closed":
            self._close()

    def step_back(self) -> bool:
        """One step towards where it began; False when nothing is open."""
        if self._mode == "closed":
            return False
        if self._mode == "confirm":
            self._on_back()
        else:
            self.close_section()
        return True

    def show_candidates(self, found: tuple[Candidate, ...] | None) -> None:
        """Show what the search found; None while nothing was searched."""
        if self._mode != "search" or found is None or not self._asked:
            return
        others = tuple(one for one in found if one.ecom_id != self._ecom_id)
        self._model.show_candidates(others)
        self.list.fit()
        self._show_search_words()

    # Answers

    def _on_search(self) -> None:
        text = self.search.text().strip()
        self._asked = bool(text)
        if text:
            self.searched.emit(text)
        else:
            self._model.show_candidates(())
        self._show_search_words()

    def _on_enter(self) -> None:
        if self._model.rowCount() == 1:
            self._choose(0)
        elif self._model.rowCount():
            self.list.enter()
        else:
            self._timer.stop()
            self._on_search()

    def _choose(self, row: int) -> None:
        self._chosen = self._model.candidate(row)
        self._show("confirm")
        self.confirm.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_confirm(self) -> None:
        mode, chosen = self._mode, self._chosen
        self._close()
        if mode == "unlink":
            self.unlinked.emit()
        elif chosen is not None:
            self.linked.emit(chosen.ecom_id)

    def _close(self) -> None:
        """The keyboard is told first: what is hidden loses it to whatever comes next."""
        focused = QApplication.focusWidget()
        self.closed.emit(focused is not None and self.isAncestorOf(focused))
        self._show("closed")

    def _on_back(self) -> None:
        if self._mode == "unlink":
            self.close_section()
            return
        self._show("search")
        self.list.enter()

    # Showing

    def _show(self, mode: Mode) -> None:
        self._mode = mode
        self.setVisible(mode != "closed")
        self.search.setVisible(mode == "search")
        self.list.setVisible(mode == "search" and self._model.rowCount() > 0)
        asks = mode in ("confirm", "unlink")
        self.confirm.setVisible(asks)
        self.back.setVisible(asks)
        words = {
            "search": self._show_search,
            "confirm": self._show_confirm,
            "unlink": self._show_unlink,
        }.get(mode)
        if words is not None:
            words()

    def _show_search(self) -> None:
        self.title.setText(self.tr("Which product online is it?"))
        self._show_search_words()

    def _show_search_words(self) -> None:
        found = self._model.rowCount()
        self.list.setVisible(self._mode == "search" and found > 0)
        if self._asked and not found:
            words = self.tr("No product online has that name or SKU.")
        else:
            words = "" if found else self.tr("Type a part of its name or SKU. Esc leaves.")
        self.words.setText(words)
        self.words.set_colour("text_muted")
        self.words.setVisible(bool(words))

    def _show_confirm(self) -> None:
        chosen = self._chosen
        if chosen is None:
            return
        self.title.setText(self.tr("Link to “{name}”?").format(name=breakable(chosen.name)))
        sentences = [self._consequence(chosen)]
        if self._ecom_id:
            sentences.append(
                self.tr("What “{name}” is linked to now is left as it is online.").format(
                    name=self._name
                )
            )
        sentences.append(
            self.tr(
                "The POS wins at the next sync; look at the preview first. "
                "Linking itself sends nothing."
            )
        )
        self._ask(" ".join(sentences), self.tr("Link"), self.tr("Choose another"), "plain")

    def _consequence(self, chosen: Candidate) -> str:
        if chosen.linked_to:
            return self.tr(
                "It is linked to “{other}” now; that link ends. “{name}” takes its place."
            ).format(other=chosen.linked_to, name=self._name)
        return self.tr("From then on it is kept in step with “{name}” in the POS.").format(
            name=self._name
        )

    def _show_unlink(self) -> None:
        self.title.setText(self.tr("Unlink “{name}”?").format(name=breakable(self._name)))
        words = self.tr(
            "Both products stay as they are and are no longer kept in step. Counterpart does not "
            "link them by their SKU again; you can link them by hand."
        )
        self._ask(words, self.tr("Unlink"), self.tr("Keep the link"), "danger")

    def _ask(self, words: str, yes: str, no: str, kind: Literal["plain", "danger"]) -> None:
        self.words.setText(breakable(words))
        self.words.set_colour("text")
        self.words.show()
        self.confirm.setText(yes)
        self.confirm.set_kind(kind)
        self.back.setText(no)
        for button in (self.confirm, self.back):
            button.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """A frame of its own."""
        painter, theme = QPainter(self), current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(SIDE, 0, -SIDE, -GAP_M)
        paint_box(painter, box, theme.window, theme.border, RADIUS_L)
