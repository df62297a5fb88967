"""A field with its name above and what there is to say below."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.ui.theme import GAP_S, GAP_XS
from app.ui.widgets.icon_button import IconButton
from app.ui.widgets.label import IconLabel, Label


class Field(QWidget):
    """A line to type in; `suffix` follows it, a secret can be shown, `hint` stands below."""

    def __init__(
        self,
        label: str,
        *,
        hint: str = "",
        secret: bool = False,
        suffix: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.line = _SecretLine() if secret else QLineEdit()
        """The line itself: its text and signals."""
        self.row = QHBoxLayout()
        """The line and what stands beside it; a button can be put at its end."""
        self._hint_text = hint
        self._label = Label(label, "strong")
        self._hint = Label(hint, "caption", "text_muted", wrap=True)
        self._mark = IconLabel("fail", "danger", 15)
        self._problem = Label("", "caption", "danger", wrap=True)
        self._suffix = Label(suffix, colour="text_muted", parent=self)
        self._suffix.setVisible(bool(suffix))
        self._label.setBuddy(self.line)
        self.line.setAccessibleName(label)
        self._lay_out()
        self.set_problem("")

    def text(self) -> str:
        """What was typed, without blanks around it."""
        return self.line.text().strip()

    def set_text(self, text: str) -> None:
        """Fill the line."""
        self.line.setText(text)

    def set_problem(self, text: str) -> None:
        """Say below the line what is wrong with it; empty when nothing is."""
        self._problem.setText(text)
        for widget in (self._problem, self._mark):
            widget.setVisible(bool(text))
        self._hint.setVisible(bool(self._hint_text) and not text)
        self.line.setAccessibleDescription(text or self._hint_text)

    def problem(self) -> str:
        """What is said to be wrong."""
        return self._problem.text()

    def set_hint(self, text: str) -> None:
        """Say something else below the line."""
        self._hint_text = text
        self._hint.setText(text)
        self.set_problem(self.problem())

    def _lay_out(self) -> None:
        self.row.setSpacing(GAP_S)
        self.row.addWidget(self.line, 1)
        if self._suffix.text():
            self.row.addWidget(self._suffix)
        below = QHBoxLayout()
        below.setSpacing(GAP_XS + 2)
        below.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        below.addWidget(self._problem, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_XS + 1)
        column.addWidget(self._label)
        column.addLayout(self.row)
        column.addWidget(self._hint)
        column.addLayout(below)


class _SecretLine(QLineEdit):
    """Dots instead of characters until the eye is pressed."""

    def __init__(self) -> None:
        super().__init__()
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self._eye = IconButton("eye", self.tr("Show what was typed"), side=28, parent=self)
        self._eye.setCheckable(True)
        self._eye.toggled.connect(self._on_toggled)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep the eye at the end."""
        super().resizeEvent(event)
        side = min(self._eye.sizeHint().width(), self.height() - 4)
        left = self.isRightToLeft()
        x = 2 if left else self.width() - side - 2
        self._eye.setGeometry(x, (self.height() - side) // 2, side, side)
        self.setTextMargins(side - 2 if left else 0, 0, 0 if left else side - 2, 0)

    def _on_toggled(self, shown: bool) -> None:
        echo = QLineEdit.EchoMode
        self.setEchoMode(echo.Normal if shown else echo.Password)
        self._eye.set_icon("eye-off" if shown else "eye")
        self._eye.set_name(
            self.tr("Hide what was typed") if shown else self.tr("Show what was typed")
        )
