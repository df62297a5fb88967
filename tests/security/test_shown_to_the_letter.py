"""What a store wrote is shown to the letter: never as markup, never by following what it names."""

import ast
import dataclasses
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from PySide6 import QtGui
from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QLocale,
    QModelIndex,
    QPoint,
    QSettings,
    Qt,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QListView, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from app.facts.shown_text import shown_text
from app.ui import theme
from app.ui.plain_tips import plain_tip
from app.ui.style import CounterpartStyle
from app.ui.widgets.label import ElidedLabel, Label
from tests.checkout import ROOT, project_files
from tests.ui.full_shop import Shop
from tests.ui.scenes import SCENES, Scene, Stage

pytestmark = pytest.mark.window

MARKUP = (
    '<img src="file:///etc/hostname">',
    "<b>bold</b>",
    "<a href='javascript:alert(1)'>x</a>",
    "<table><tr><td>x",
    "5 &lt; 6",
    "<?xml version='1.0'?><b>x</b>",
    "<style>*{color:red}</style>",
)
HOSTILE = MARKUP[0] + "<b>x</b>"
_WRITTEN_BY_STORES = frozenset({"name", "brand", "category", "caption", "pos_name", "online_name"})
_RICH = frozenset(
    {
        *("QTextBrowser", "QTextEdit", "QMessageBox", "QErrorMessage", "QStaticText", "QWebView"),
        *("setHtml", "insertHtml", "setMarkdown", "RichText", "AutoText", "MarkdownText"),
        *("setOpenExternalLinks", "setInformativeText", "setWhatsThis", "setDefaultStyleSheet"),
    }
)
_LABELS = {Path("app/ui/widgets/label.py"), Path("app/ui/screens/product_value.py")}


def _trees() -> Iterator[tuple[Path, ast.Module]]:
    for path in project_files():
        if path.parts[:2] == ("app", "ui") and path.suffix == ".py":
            yield path, ast.parse((ROOT / path).read_text("utf-8"))


def test_nothing_in_the_window_can_show_markup() -> None:
    """No part of Qt that reads HTML is used; labels are of our two kinds, which don't."""
    found = []
    for path, tree in _trees():
        for node in ast.walk(tree):
            name = node.id if isinstance(node, ast.Name) else getattr(node, "attr", "")
            if name in _RICH or (name == "QLabel" and path not in _LABELS):
                found.append(f"{path}:{getattr(node, 'lineno', 0)}: {name}")
    assert found == []


def test_every_tool_tip_goes_through_the_one_that_keeps_it_plain() -> None:
    """Or is a sentence of our own."""
    loose = []
    for path, tree in _trees():
        for node in ast.walk(tree):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
                continue
            at = {"setToolTip": 0, "showText": 1}.get(node.func.attr)
            if at is not None and not _is_plain(node.args[at]):
                loose.append(f"{path}:{node.lineno}")
    assert loose == []


def _is_plain(told: ast.expr) -> bool:
    if isinstance(told, ast.IfExp):
        return _is_plain(told.body) and _is_plain(told.orelse)
    if isinstance(told, ast.Constant):
        return True
    if not isinstance(told, ast.Call):
        return False
    name = told.func.id if isinstance(told.func, ast.Name) else getattr(told.func, "attr", "")
    return name == "plain_tip" or (name == "tr" and isinstance(told.args[0], ast.Constant))


@pytest.mark.parametrize("text", MARKUP)
def test_a_tip_looks_the_same_and_is_no_markup(text: str, qapp: QApplication) -> None:
    """To the eye nothing changes; what is plain anyway stays as it is."""
    qapp.processEvents()
    assert QtGui.Qt.mightBeRichText(text)
    shown = plain_tip(text)
    assert not QtGui.Qt.mightBeRichText(shown)
    assert shown.replace("\u2060", "") == text
    assert plain_tip("Tea & <3 cakes\nTEA") == "Tea & <3 cakes\nTEA"
    label = QLabel(shown)
    assert label.findChild(QTextDocument) is None


@pytest.mark.parametrize("text", MARKUP)
def test_labels_show_markup_as_text(text: str, qtbot: QtBot) -> None:
    """Also cut off, with the whole in the tip."""
    plain, cut = Label(text), ElidedLabel(text)
    qtbot.addWidget(plain)
    qtbot.addWidget(cut)
    assert plain.textFormat() == cut.textFormat() == Qt.TextFormat.PlainText
    cut.resize(20, 20)
    cut.show()
    assert cut.toolTip()
    assert not QtGui.Qt.mightBeRichText(cut.toolTip())


@cache
def _poisoned_once(told: Any) -> Any:
    return _poisoned(told)


def _poisoned(told: Any) -> Any:
    """The same facts, with markup in every text that a store writes."""
    if isinstance(told, tuple) and not hasattr(told, "_fields"):
        return tuple(_poisoned(each) for each in told)
    if not dataclasses.is_dataclass(told) or isinstance(told, type):
        return told
    changed: dict[str, Any] = {}
    for field in dataclasses.fields(told):
        if not field.init:
            continue
        value = getattr(told, field.name)
        if isinstance(value, str) and value and field.name in _WRITTEN_BY_STORES:
            changed[field.name] = f"{HOSTILE} {value}"
        elif isinstance(value, tuple) or dataclasses.is_dataclass(value):
            changed[field.name] = _poisoned(value)
    return dataclasses.replace(told, **changed)


def _shop(told: Shop) -> Shop:
    # Rows are many and the same in most scenes, and the window is quick where they are the same.
    rows = None if told.rows is None else _poisoned_once(told.rows)
    return Shop(_poisoned(told.state), rows, _poisoned(told.log))


@pytest.fixture
def stage(qapp: QApplication, tmp_path: Path) -> Iterator[Stage]:
    """The real window."""
    locale = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    qapp.setStyle(CounterpartStyle())
    theme.apply_appearance(qapp, "light")
    made = Stage(qapp, QSettings(str(tmp_path / "looks.ini"), QSettings.Format.IniFormat))
    yield made
    made.leave()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QLocale.setDefault(locale)


def test_no_screen_takes_a_name_for_markup(stage: Stage) -> None:
    """Every screen, in every other state, with markup for every name: labels, tips, tables."""
    said: list[str] = []

    def hear(_kind: QtMsgType, _where: object, text: str) -> None:
        said.append(text)

    before = qInstallMessageHandler(hear)
    found: set[str] = set()
    seen = 0
    try:
        for scene in SCENES[::2]:
            page = stage.play(Scene(scene.name, _shop(scene.shop), scene.arrange))
            for widget in (page, *page.findChildren(QWidget)):
                found |= {f"{scene.name}: {what}" for what in _taken_for_markup(widget)}
                seen += isinstance(widget, QLabel) and HOSTILE in widget.text()
    finally:
        qInstallMessageHandler(before)
    assert found == set()
    assert seen > 50, "markup was shown"
    assert not [text for text in said if "image" in text or "resource" in text]


def _taken_for_markup(widget: QWidget) -> Iterator[str]:
    if QtGui.Qt.mightBeRichText(widget.toolTip()):
        yield f"tip of {type(widget).__name__}"
    if isinstance(widget, QLabel) and widget.textFormat() != Qt.TextFormat.PlainText:
        yield f"label {type(widget).__name__}"
    if isinstance(widget, QAbstractItemView):
        model, top = widget.model(), QModelIndex()
        for row in range(min(40, model.rowCount(top))):
            # Qt hides how many columns a list has; it has one.
            columns = 1 if isinstance(widget, QListView) else model.columnCount(top)
            for column in range(columns):
                tip = model.index(row, column, top).data(Qt.ItemDataRole.ToolTipRole)
                if tip and QtGui.Qt.mightBeRichText(str(tip)):
                    yield f"tip of a cell in {type(widget).__name__}"


def test_a_tip_that_is_open_is_text(qapp: QApplication, qtbot: QtBot) -> None:
    """Seen in the tip itself: it lays out no document."""
    owner = QWidget()
    qtbot.addWidget(owner)
    owner.show()
    QToolTip.showText(QPoint(5, 5), plain_tip(HOSTILE), owner)
    tips = [top for top in qapp.topLevelWidgets() if type(top).__name__ == "QLabel"]
    tips += [top for top in qapp.topLevelWidgets() if top.metaObject().className() == "QTipLabel"]
    assert tips
    assert all(tip.findChild(QTextDocument) is None for tip in tips)
    QToolTip.hideText()


@pytest.mark.parametrize(
    "html",
    [
        "<script>alert(1)</script>Seen",
        "<p onclick=alert(1)>Seen</p>",
        "<img src=https://tracker.example/x.png>Seen",
        "<a href='javascript:alert(1)'>Seen</a>",
        "<iframe src=file:///etc/passwd></iframe>Seen",
        "<style>body{background:url(https://tracker.example)}</style>Seen",
    ],
)
def test_descriptions_are_read_out_never_carried_out(html: str) -> None:
    """The words remain, and nothing of what they were wrapped in."""
    assert shown_text(html) == "Seen"


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 100_000 + "x",
        "<div>" * 100_000 + "x" + "</div>" * 100_000,
        "<a " * 50_000,
        "<" * 200_000,
        "&" * 200_000,
        "<!--" * 50_000,
        "<p title='" * 20_000,
        "<script>" * 20_000,
        "x" * 5_000_000,
    ],
    ids=["open", "nested", "tags", "less", "and", "comments", "quotes", "scripts", "long"],
)
def test_huge_and_deep_descriptions_end_soon(html: str) -> None:
    """No recursion, no effort that grows with the square of the length."""
    shown_text(html)
