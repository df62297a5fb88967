"""What changed between two texts, word by word, and how it is shown."""

import re
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QBrush,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme import Theme, current, font
from app.ui.wording import tr

PartKind = Literal["same", "added", "removed"]
Part = tuple[PartKind, str]

_WORDS = re.compile(r"\s+|(?:\w+|[^\w\s])\s*")
_MOST_WORDS = 4000
"""Beyond so many words that differ, the old text is shown as removed and the new as added."""


class _Word(NamedTuple):
    """A word, or a sign, with the white space behind it; words are compared without that."""

    text: str
    core: str


def difference(before: str, after: str) -> list[Part]:
    """The parts of both texts in reading order, never two of a kind in a row.

    What is not removed, joined, is `after` to the letter. Removed parts may carry white space
    of their own at the ends, so that they stand apart from their neighbours.
    """
    old, new = _words(before), _words(after)
    parts: list[Part] = []
    for tag, i, j, k, m in _matches(old, new):
        if tag == "equal":
            _add(parts, "same", "".join(word.text for word in new[k:m]))
            continue
        removed = "".join(word.text for word in old[i:j])
        follows = "".join(word.text for word in new[k:m]) or (new[m].text if m < len(new) else "")
        _add(parts, "removed", _apart(removed, parts, old[i - 1].text if i else "", follows))
        _add(parts, "added", "".join(word.text for word in new[k:m]))
    return parts


def _words(text: str) -> list[_Word]:
    return [_Word(word, word.strip()) for word in _WORDS.findall(text)]


def _matches(old: list[_Word], new: list[_Word]) -> list[tuple[str, int, int, int, int]]:
    one, other = [word.core for word in old], [word.core for word in new]
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    end = 0
    while end < min(len(one), len(other)) - start and one[-1 - end] == other[-1 - end]:
        end += 1
    middle = one[start : len(one) - end], other[start : len(other) - end]
    found = [("equal", 0, start, 0, start)] if start else []
    found += [
        (tag, i + start, j + start, k + start, m + start) for tag, i, j, k, m in _opcodes(*middle)
    ]
    if end:
        found.append(("equal", len(one) - end, len(one), len(other) - end, len(other)))
    return found


def _opcodes(old: list[str], new: list[str]) -> list[tuple[str, int, int, int, int]]:
    if len(old) + len(new) > _MOST_WORDS:
        return [("replace", 0, len(old), 0, len(new))]
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return [(tag, i, j, k, m) for tag, i, j, k, m in matcher.get_opcodes()]


def _apart(removed: str, parts: list[Part], before: str, follows: str) -> str:
    """The removed text with the white space that keeps it from running into its neighbours."""
    if not removed:
        return ""
    said = parts[-1][1] if parts else ""
    if said and not said[-1].isspace() and before[-1:].isspace():
        removed = f" {removed}"
    if follows[:1].isalnum() and removed[-1:].isalnum():
        removed = f"{removed} "
    return removed


def _add(parts: list[Part], kind: PartKind, text: str) -> None:
    if not text:
        return
    if parts and parts[-1][0] == kind:
        parts[-1] = (kind, parts[-1][1] + text)
    else:
        parts.append((kind, text))


def spoken_difference(parts: list[Part]) -> str:
    """The difference as a screen reader says it: what goes and what comes."""
    sentences = {"removed": tr("Removed: {text}."), "added": tr("Added: {text}.")}
    said = [
        sentences[kind].format(text=" ".join(text.split()))
        for kind, text in parts
        if kind != "same" and text.strip()
    ]
    return " ".join(said) or tr("The words are the same.")


def difference_document(parts: list[Part], theme: Theme) -> QTextDocument:
    """The difference as plain text: added underlined, removed struck through, both on a ground."""
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(0)
    document.setDefaultFont(font("body"))
    cursor = QTextCursor(document)
    for kind, text in parts:
        cursor.insertText(text, _format(kind, theme))
    return document


def paint_difference(
    painter: QPainter, rect: QRectF, document: QTextDocument, theme: Theme
) -> None:
    """Paint a document as wide as the rectangle, from its top."""
    document.setTextWidth(rect.width())
    context = QAbstractTextDocumentLayout.PaintContext()
    shown = QPalette(context.palette)
    shown.setColor(QPalette.ColorRole.Text, theme.text)
    context.palette = shown
    context.clip = QRectF(0, 0, rect.width(), rect.height())
    painter.save()
    painter.translate(rect.topLeft())
    document.documentLayout().draw(painter, context)
    painter.restore()


class DifferenceView(QWidget):
    """Two texts as one, with what was added and what was removed; as high as it needs."""

    def __init__(self, before: str = "", after: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: list[Part] = []
        self._document = QTextDocument()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_texts(before, after)

    def set_texts(self, before: str, after: str) -> None:
        """Show other texts."""
        self._parts = difference(before, after)
        self.setAccessibleName(spoken_difference(self._parts))
        self._dress()

    def parts(self) -> list[Part]:
        """What is shown."""
        return list(self._parts)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """As many lines as the text takes."""
        self._document.setTextWidth(width)
        return round(self._document.size().height() + 0.5)

    def sizeHint(self) -> QSize:  # noqa: N802
        """A readable width."""
        return QSize(320, self.heightForWidth(320))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """As narrow as its pane."""
        return QSize(120, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """The text with its marks."""
        place = QRectF(QPointF(0, 0), self.size())
        paint_difference(QPainter(self), place, self._document, current())

    def event(self, event: QEvent) -> bool:
        """Follow the theme and the size of text."""
        handled = super().event(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.ApplicationFontChange):
            self._dress()
        return handled

    def _dress(self) -> None:
        self._document = difference_document(self._parts, current())
        self.updateGeometry()
        self.update()


def _format(kind: PartKind, theme: Theme) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setForeground(QBrush(theme.text))
    if kind == "added":
        form.setBackground(QBrush(theme.ins_bg))
        form.setFontUnderline(True)
    elif kind == "removed":
        form.setBackground(QBrush(theme.del_bg))
        form.setFontStrikeOut(True)
    return form
