"""Pictures of every screen for people to look at: `python -m tests.pictures FOLDER`.

Opens the real window on the sample stores and goes through it as a newcomer would, in light and
in dark, at the size of a small laptop and of a large screen (`--light-only`, `--small-only` for
one alone), in English or another language (`--language de`).
"""

import argparse
import asyncio
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtTest import QTest
from qasync import QEventLoop

from app.controller.controller import Controller
from app.facts.state import AppState
from app.startup import Workplaces, be_fluid, make_application, opened
from app.ui.language import KEPT_AS, LANGUAGES
from app.ui.window import Window

SIZES = {"": (1280, 800), "-large": (1920, 1080)}
DAMAGED = (
    "The local database was damaged. It was set aside as 1-0a1b2c3d-damaged.sqlite and will be "
    "built anew from both stores; this sync counts as a first one."
)
PREFERRED = ("Inter", "Noto Sans", "DejaVu Sans")


class Photographer:
    """Goes through the window and keeps what it sees."""

    def __init__(self, window: Window, controller: Controller, folder: Path, mark: str) -> None:
        self._window = window
        self._controller = controller
        self._folder = folder
        self._mark = mark

    async def keep(self, name: str) -> None:
        """Keep what the window shows."""
        await asyncio.sleep(0.4)
        self._window.grab().save(str(self._folder / f"{name}{self._mark}.png"))

    async def until(self, holds: Callable[[], object]) -> None:
        """Wait until something is so, and then until nothing moves."""
        tasks = self._controller._circle.tasks
        await self.until_some(holds)
        busy = [name for name in tasks.names if name != "schedule"]
        if busy:
            await self.until_some(lambda: not any(tasks.busy(name) for name in busy))
        await asyncio.sleep(0.3)

    async def go_round(self) -> None:
        """From welcome through the first sync to the day after."""
        at, desk = self._window.shop, self._controller

        def state() -> AppState:
            return desk.state

        await self.keep("welcome")
        desk.open_wizard()
        await self.keep("wizard")
        desk.leave_wizard()
        desk.explore_samples()
        await asyncio.sleep(1.5)
        await self.keep("first-read")
        await self.until(lambda: desk.catalogue.rows)
        await self.keep("catalogue-before")
        desk.sync_now()
        await self.until(lambda: state().preview)
        await self.keep("preview-first")
        desk.apply_preview()
        await self.until_some(lambda: state().run.done > 200)
        at.show_activity(True)
        await self.keep("run")
        await self.until(lambda: state().last)
        await self.keep("run-done")
        at.show_activity(False)
        desk.let_a_day_pass()
        await self.until(lambda: state().waiting)
        await self.keep("catalogue")
        row = min((r for r in desk.catalogue.rows.values() if r.wins), key=lambda r: r.family)
        desk.open_product(row.id)
        await self.until(lambda: state().product)
        await self.keep("product")
        desk.close_product()
        desk.show_preview()
        await self.until(lambda: state().preview)
        await self.keep("preview")
        desk.apply_preview()
        await self.until(lambda: state().preview is None and not state().run.active)
        await self.look_back()
        at.show_screen("outlets")
        await self.weigh_another_outlet()
        await self.keep("outlets")
        desk.discard_outlets()
        at.show_screen("settings")
        await self.keep("settings")
        at.show_screen("catalogue")

    async def look_back(self) -> None:
        """The history, and an undo that is looked at and left; then a file that went missing."""
        desk, history = self._controller, self._window.shop.history
        self._window.shop.show_screen("history")
        await self.until(lambda: desk.state.history and desk.state.history.detail)
        history.pane.changes.setCurrentIndex(history.pane.changes.lines.index(0))
        await self.keep("history")
        desk.plan_undo(desk.state.history.chosen)  # type: ignore[union-attr, arg-type]
        await self.until(lambda: desk.state.undoing)
        await self.keep("undo")
        desk.cancel_undo()
        desk._circle.change("words", words=(DAMAGED,))
        self._window.shop.show_screen("catalogue")
        await self.keep("words")
        desk.words_read()

    async def until_some(self, holds: Callable[[], object]) -> None:
        """Wait until something is so."""
        while not holds():  # noqa: ASYNC110 - a photographer waits and looks.
            await asyncio.sleep(0.02)

    async def weigh_another_outlet(self) -> None:
        """Tick one more outlet, without keeping it."""
        outlets = self._controller.state.outlets
        if outlets is None:
            return
        line = next(n for n, one in enumerate(outlets.outlets) if not one.ticked)
        listed = self._window.shop.outlets.list
        listed.setCurrentIndex(listed.model().index(line, 0))
        QTest.keyClick(listed, Qt.Key.Key_Space)
        await self.until(lambda: self._controller.state.effect)


async def photograph(
    folder: Path, appearance: str, mark: str, size: tuple[int, int], language: str
) -> None:
    """One way through the window in one look, size and language."""
    with tempfile.TemporaryDirectory() as home:
        workplaces = Workplaces({**os.environ, "COUNTERPART_HOME": home})
        QSettings(str(workplaces.looks), QSettings.Format.IniFormat).setValue(KEPT_AS, language)
        controller, window = opened(workplaces, demo=False)
        window.looks.set_appearance(appearance)
        window.resize(*size)
        try:
            await Photographer(window, controller, folder, mark).go_round()
        finally:
            window.leave()
            await controller.aclose()
            window.deleteLater()


def main() -> None:
    """Make the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--light-only", action="store_true")
    parser.add_argument("--small-only", action="store_true")
    parser.add_argument("--language", choices=LANGUAGES, default="en")
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    be_fluid()
    application = make_application(sys.argv[:1])
    known = set(QFontDatabase.families())
    application.setFont(QFont(next((one for one in PREFERRED if one in known), ""), 10))
    with asyncio.Runner(loop_factory=lambda: QEventLoop(application)) as runner:
        for appearance in ("light",) if given.light_only else ("light", "dark"):
            for name, size in SIZES.items():
                if name and given.small_only:
                    continue
                mark = ("" if appearance == "light" else "-dark") + name
                runner.run(photograph(given.folder, appearance, mark, size, given.language))


if __name__ == "__main__":
    main()
