"""Starts the window: builds every part once and joins them; the only importer of qasync (§10)."""

import asyncio
import contextlib
import gc
import logging
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import PySide6
from PySide6.QtCore import QCoreApplication, QEvent, QSettings, Qt, qVersion
from PySide6.QtWidgets import QApplication, QMessageBox
from qasync import QEventLoop

from app import __version__
from app.assembly import Assembly
from app.commands.speaking import say
from app.connectors.pacing import steady_time
from app.controller.controller import Controller
from app.controller.trial import Trial
from app.domain.errors import StorageFailed
from app.installation import Findings, Shown, findings, kept_in_keyring
from app.log import log_file
from app.sample.demo import Demo
from app.storage.exports import write_text
from app.storage.paths import HOME_VARIABLE
from app.storage.secrets import Tokens
from app.ui.icons import app_icon
from app.ui.language import KEPT_AS, speak
from app.ui.style import CounterpartStyle
from app.ui.window import Window
from app.ui.wording_engine import engine
from app.unexpected import told
from app.workplace import LocalWorkplace

_log = logging.getLogger(__name__)

_SWITCH = 0.0005
"""Seconds after which a busy thread lets the window's thread have the interpreter: with Python's
own 5 ms every answer to a key would wait for a plan being made."""

_TRIAL_PRODUCTS = 200
"""Enough to see every kind of product, and done within seconds."""

_PAINTED_WITHIN = 10.0

_NOT_RUN = 2
"""The exit status of what could not run (DESIGN §8)."""


def run(environ: Mapping[str, str], *, demo: bool) -> int:
    """Open the window and live until it is closed; returns the exit status."""
    be_fluid()
    application = make_application(sys.argv[:1])
    speak(application, "system")
    try:
        workplaces = Workplaces(environ)
    except StorageFailed as error:
        return _told_in_a_window(application, error)
    own = workplaces.own
    with (
        log_file(own.folders.logs, own.mask),
        asyncio.Runner(loop_factory=lambda: QEventLoop(application)) as runner,
    ):
        _log.info("The window opens, version %s", __version__)
        runner.run(live(workplaces, demo=demo))
        _log.info("The window was closed")
    return 0


def _told_in_a_window(application: QApplication, error: StorageFailed) -> int:
    """Without a folder to use there is nothing to open: say so where it is seen."""
    if sys.__stderr__ is not None:  # Without a console, what is said is shown in a box as well.
        sys.stderr.write(f"{error}\n")
    box = QMessageBox(QMessageBox.Icon.Critical, "Counterpart", engine(error.message))
    box.setInformativeText(engine(error.remedy))
    box.finished.connect(application.quit)
    box.open()
    application.exec()
    return _NOT_RUN


def be_fluid() -> None:
    """Let the window's thread have the interpreter soon, whatever the others do.

    A full collection over a large catalogue stops every thread for a third of a second, so it is
    made a rare thing (DESIGN §11). The one over young objects comes often: the engine offers the
    interpreter each time (`LoopThread`).
    """
    sys.setswitchinterval(_SWITCH)
    gc.set_threshold(200, 50, 100_000)


class Application(QApplication):
    """Asks the window before it quits, as a Mac's Dock or a system that shuts down wants it to."""

    def __init__(self, arguments: list[str]) -> None:
        super().__init__(arguments)
        self.may_quit: Callable[[], bool] | None = None
        """Ends the app in order, or asks and returns False."""

    def event(self, event: QEvent) -> bool:
        """The loop never stops under the window's coroutines."""
        if event.type() != QEvent.Type.Quit or self.may_quit is None:
            return super().event(event)
        event.setAccepted(self.may_quit())
        return True


def make_application(arguments: list[str]) -> QApplication:
    """The Qt application with our style and name."""
    find_plugins()
    found = QApplication.instance()
    if not isinstance(found, QApplication):
        QApplication.setHighDpiScaleFactorRoundingPolicy(
            Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
        )
        found = Application(arguments)
    application = found
    application.setApplicationName("Counterpart")
    application.setApplicationDisplayName("Counterpart")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("counterpart")
    application.setStyle(CounterpartStyle())
    application.setWindowIcon(app_icon())
    speak(application, "en")
    # Closing the last window must not end the loop under a coroutine.
    application.setQuitOnLastWindowClosed(False)
    return application


def find_plugins() -> None:
    """Tell Qt where its plugins lie: by itself it misses them in a folder with a comma."""
    qt = Path(PySide6.__file__).parent
    for plugins in (qt / "Qt" / "plugins", qt / "plugins"):
        if plugins.is_dir():
            QCoreApplication.addLibraryPath(str(plugins))


class Workplaces:
    """The manager's own stores and the sample stores, each assembled once."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        self._environ = environ
        self.own = Assembly(environ)
        self._sample: Assembly | None = None

    def open(self, demo: bool) -> LocalWorkplace:
        """The workplace of one of the two."""
        if not demo:
            return LocalWorkplace(self.own, self._environ)
        if self._sample is None:
            self._sample = Assembly(self._environ, demo=True)
        return LocalWorkplace(self._sample, self._environ)

    @property
    def looks(self) -> Path:
        """Where the window remembers columns, sizes and appearance."""
        return self.own.folders.settings / "window.ini"


def self_test(environ: Mapping[str, str], out: Path | None) -> int:
    """The app's own check: window, one sample sync, zero differences, keyring; 0: all is well.

    Nothing of the user's is touched but the keyring, where one entry comes and goes. `out` is a
    file that the findings are written to. Raises `StorageFailed`.
    """
    with tempfile.TemporaryDirectory(prefix="counterpart-self-test-") as home:
        be_fluid()
        application = make_application(sys.argv[:1])
        workplaces = Workplaces({**environ, HOME_VARIABLE: home})
        Demo.open(workplaces.own.folders.data / "sample-stores", _TRIAL_PRODUCTS).save()
        with asyncio.Runner(loop_factory=lambda: QEventLoop(application)) as runner:
            found = runner.run(_tested(workplaces))
    if out:
        write_text(out, found.as_json())
    for problem in found.problems:
        say(f"self-test: {problem}")
    say("self-test: failed" if found.problems else "self-test: all is well")
    return 1 if found.problems else 0


async def _tested(workplaces: Workplaces) -> Findings:
    controller, window = opened(workplaces, demo=True)
    try:
        await _seen(window)
        shown = _shown(window)
        problems = await Trial(controller).carry_out()
    finally:
        window.leave()
        await controller.aclose()
        window.deleteLater()
    return findings(shown, problems, kept_in_keyring(Tokens()))


async def _seen(window: Window) -> None:
    """Wait until the window has been painted; where nobody looks it may never be."""
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(_PAINTED_WITHIN):
            while not window.windowHandle().isExposed():  # noqa: ASYNC110 - Qt tells nobody.
                await asyncio.sleep(0.005)


def _shown(window: Window) -> Shown:
    size = window.screen().size()
    return Shown(
        at=time.time(),
        platform=QApplication.platformName(),
        style=QApplication.style().objectName() or type(QApplication.style()).__name__,
        screen=(size.width(), size.height()),
        icon=not QApplication.windowIcon().isNull(),
        qt=qVersion(),
    )


async def live(workplaces: Workplaces, *, demo: bool) -> None:
    """Show the window until it is closed for good."""
    controller, window = opened(workplaces, demo=demo)
    application = QApplication.instance()
    if isinstance(application, Application):
        application.may_quit = window.quit
    try:
        with told(lambda _error: controller.tell("mishap"), asyncio.get_running_loop()):
            await controller.closed.wait()
    finally:
        if isinstance(application, Application):
            application.may_quit = None
        window.leave()
        await controller.aclose()
        window.deleteLater()


def opened(workplaces: Workplaces, *, demo: bool) -> tuple[Controller, Window]:
    """The controller and its window, shown; both live on the running loop."""
    controller = Controller(workplaces.open, steady_time)
    looks = QSettings(str(workplaces.looks), QSettings.Format.IniFormat)
    application = QApplication.instance()
    if isinstance(application, QApplication):
        speak(application, str(looks.value(KEPT_AS, "system")))
    window = Window(controller, looks)
    controller.listen(window.refresh)
    window.show()
    controller.begin(demo=demo)
    return controller, window
