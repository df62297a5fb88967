"""Counterpart in the system tray while its window is away, and what is told from there (§7.5)."""

import sys

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon, QWidget

from app.controller.wishes import Wishes
from app.facts.state import Changed, Part
from app.ui.icons import app_icon
from app.ui.plain_tips import plain_tip
from app.ui.wording_tray import News, news_of, tray_tip

_WATCHED: frozenset[Part] = frozenset({"run", "place", "reset", "rows"})
_SHOWN_FOR = 10_000
_Reason = QSystemTrayIcon.ActivationReason


class Tray(QObject):
    """There while the window is away or something was told; `open_wanted`, `quit_wanted`."""

    open_wanted = Signal()
    quit_wanted = Signal()

    def __init__(self, desk: Wishes, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._running = False
        self._told: News | None = None
        self._icon: QSystemTrayIcon | None = None
        self.menu = QMenu(window)
        self.open = QAction(self.tr("Open Counterpart"), self)
        self.sync = QAction(self.tr("Sync now"), self)
        self.quit = QAction(self.tr("Quit"), self)
        self.open.triggered.connect(lambda _=False: self.open_wanted.emit())
        self.sync.triggered.connect(lambda _=False: self._sync_or_stop())
        self.quit.triggered.connect(lambda _=False: self.quit_wanted.emit())
        self.menu.addActions([self.open, self.sync])
        self.menu.addSeparator()
        self.menu.addAction(self.quit)

    @property
    def shown(self) -> bool:
        """Whether the icon is in the tray."""
        return self._icon is not None

    def enter(self) -> bool:
        """Put the icon into the tray; False where this desktop has none."""
        if not QSystemTrayIcon.isSystemTrayAvailable():
            return False
        if self._icon is None:
            self._icon = icon = QSystemTrayIcon(app_icon(), self)
            icon.setContextMenu(self.menu)
            icon.activated.connect(self._on_activated)
            icon.messageClicked.connect(self.open_wanted)
            icon.setToolTip(plain_tip(tray_tip(self._desk.state)))
            icon.show()
        return True

    def leave(self) -> None:
        """The window is there again, or the app ends."""
        icon, self._icon, self._told = self._icon, None, None
        if icon is not None:
            icon.hide()
            icon.deleteLater()

    def refresh(self, changed: Changed) -> None:
        """Follow what runs; tell of a run that has ended."""
        if not changed.parts & _WATCHED:
            return
        state = self._desk.state
        running, self._running = self._running, state.run.active
        self.sync.setText(self.tr("Stop safely") if state.run.active else self.tr("Sync now"))
        ready = state.run.active or self._desk.catalogue.loaded
        self.sync.setEnabled(state.place == "shop" and ready)
        if self._icon is not None:
            self._icon.setToolTip(plain_tip(tray_tip(state)))
        if running and not state.run.active:
            self._tell(news_of(state))

    def _tell(self, news: News) -> None:
        """Tell it where it is wanted, and what needs somebody once, not after every sync."""
        if not self._wanted(news) or QApplication.activeWindow() is not None:
            return
        if self.enter() and self._icon is not None:
            self._told = news
            self._icon.showMessage(news.title, news.text, app_icon(), _SHOWN_FOR)

    def _wanted(self, news: News) -> bool:
        state = self._desk.state
        when = state.settings.get("notify.when")
        if when == "never":
            return False
        if news.needs_you:
            return when == "every run" or news != self._told
        self._told = None
        awaited = not self._window.isVisible() and not state.run.by_schedule
        return state.run.kind in ("sync", "apply") and (when == "every run" or awaited)

    def _sync_or_stop(self) -> None:
        if self._desk.state.run.active:
            self._desk.stop()
        elif self._desk.state.preview is not None:
            self.open_wanted.emit()
        else:
            self._desk.sync_now()

    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        """A click opens the window; on macOS it opens the menu."""
        if reason == _Reason.DoubleClick or (
            reason == _Reason.Trigger and sys.platform != "darwin"
        ):
            self.open_wanted.emit()
