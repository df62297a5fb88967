"""What every page of the settings is laid out with: heading, column, and how a default is told."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.ui.theme import GAP_L, GAP_S, GAP_XL, GAP_XS, MARGIN, scaled
from app.ui.widgets.ground import Ground
from app.ui.widgets.label import Label
from app.ui.widgets.link_label import LinkLabel
from app.ui.widgets.placing import scrolling

WIDTH = 720
"""No page is wider: longer lines are hard to read."""


def page_of(title: str, about: str, parts: list[QWidget]) -> QScrollArea:
    """A page that scrolls, with these parts below each other."""
    return scrolling(_Sheet(title, about, parts))


class _Sheet(Ground):
    """The page itself, as wide as one reads well."""

    def __init__(self, title: str, about: str, parts: list[QWidget]) -> None:
        super().__init__("surface")
        self._inner = QWidget()
        self._inner.setMaximumWidth(scaled(WIDTH))
        column = QVBoxLayout(self._inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_XL)
        head = QVBoxLayout()
        head.setSpacing(GAP_XS)
        head.addWidget(Label(title, "title1", wrap=True))
        head.addWidget(Label(about, colour="text_muted", wrap=True))
        column.addLayout(head)
        for part in parts:
            column.addWidget(part)
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, GAP_L + GAP_XS, MARGIN, MARGIN)
        row.addWidget(self._inner, 1000)
        row.addStretch(1)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Larger text needs a wider page."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._inner.setMaximumWidth(scaled(WIDTH))


class DefaultNote(QWidget):
    """What the default is, and a link to it. Its room is kept while it has nothing to say."""

    def __init__(self, title: str, put_back: Callable[[], None]) -> None:
        super().__init__()
        self._title = title
        self._text = Label("", "caption", "text_muted")
        self.link = LinkLabel(self.tr("Use it"))
        self.link.clicked.connect(lambda _: put_back())
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP_S)
        row.addWidget(self._text)
        row.addWidget(self.link)

    def show_default(self, text: str, *, differs: bool) -> None:
        """Tell the default where another value stands."""
        self._text.setText(text)
        said = self.tr("{title}. {default}. Use it")
        self.link.setAccessibleName(said.format(title=self._title, default=text))
        self.setVisible(differs)


class Heading(QWidget):
    """What a setting is called and does; at the end of the line its default."""

    def __init__(self, title: str, about: str, put_back: Callable[[], None]) -> None:
        super().__init__()
        self.note = DefaultNote(title, put_back)
        name = Label(title, "strong", wrap=True)
        line = QHBoxLayout()
        line.setSpacing(GAP_L)
        line.addWidget(name, 1)
        line.addWidget(self.note, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        if about:
            column.addWidget(Label(about, "caption", "text_muted", wrap=True))
