"""How fluid the window is: `python -m tests.benchmarks.window [--products N ...] [--sync N]`.

Measured against DESIGN §13: start-up, keystroke to repainted table, and the longest gap of a 10 ms
timer while the catalogue is compared anew and while a first sync runs, with somebody typing,
scrolling and opening products all the while. The first sync keeps to the services' real limits,
which take over an hour for 10,000 products: its beginning (`--seconds`) is measured. Needs no
screen (QT_QPA_PLATFORM=offscreen).
"""

import argparse
import asyncio
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from qasync import QEventLoop

from app.connectors.pacing import steady_time
from app.controller.controller import Controller
from app.startup import Workplaces, be_fluid, make_application
from app.ui.window import Window
from tests.benchmarks.kept_shop import environment, keep_shop

TICK = 10
WORDS = ("product 4", "sku-0012", "brand 7", "99", "navy")


def tell(text: str) -> None:
    """Print one line at once."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


class Gaps:
    """The gaps between the beats of a 10 ms timer, in ms."""

    def __init__(self) -> None:
        self.longest: list[float] = []
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.setInterval(TICK)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest.append((now - self._last) * 1000)
        self._last = now

    def take(self) -> str:
        """What was measured since the last time, in words."""
        found, self.longest = sorted(self.longest), []
        if not found:
            return "no beat"
        high = found[int(len(found) * 0.99)]
        return f"worst {found[-1]:5.0f} ms, 99 of 100 within {high:4.0f} ms ({len(found)} beats)"

    def stop(self) -> None:
        """Measure no more."""
        self._timer.stop()


class Person:
    """Somebody who types, scrolls and opens products, at random but always the same."""

    def __init__(self, window: Window, controller: Controller) -> None:
        self._window = window
        self._controller = controller
        self._chance = random.Random(7)
        self.keys: list[float] = []

    async def act(self) -> None:
        """One thing a person would do."""
        acts: tuple[Callable[[], None], ...] = (self._type, self._scroll, self._open)
        self._chance.choice(acts)()
        await asyncio.sleep(self._chance.uniform(0.02, 0.12))

    def type_words(self) -> None:
        """Type every word into the search, one key at a time, each to its repaint."""
        for word in WORDS:
            self._search().clear()
            for letter in word:
                self._key(letter)
        self._search().clear()

    def _type(self) -> None:
        if len(self._search().text()) > 6:
            self._search().clear()
        self._key(self._chance.choice("product 0123456789"))

    def _key(self, letter: str) -> None:
        began = time.perf_counter()
        QTest.keyClicks(self._search(), letter)
        table = self._window.shop.catalogue.table
        table.viewport().repaint()
        self.keys.append((time.perf_counter() - began) * 1000)

    def _scroll(self) -> None:
        bar = self._window.shop.catalogue.table.verticalScrollBar()
        bar.setValue(self._chance.randrange(max(1, bar.maximum())))

    def _open(self) -> None:
        rows = list(self._controller.catalogue.rows)
        if rows:
            self._controller.open_product(self._chance.choice(rows))

    def _search(self) -> QLineEdit:
        return self._window.shop.catalogue.search

    def take_keys(self) -> str:
        """How long keys took, in words."""
        found, self.keys = sorted(self.keys), []
        middle = found[len(found) // 2]
        return f"median {middle:5.1f} ms, worst {found[-1]:5.1f} ms ({len(found)} keys)"


@contextmanager
def opened(environ: dict[str, str]) -> Iterator[tuple[Window, Controller]]:
    """The window on a home folder; the caller lives on its loop."""
    workplaces = Workplaces(environ)
    controller = Controller(workplaces.open, steady_time)
    looks = QSettings(str(workplaces.looks), QSettings.Format.IniFormat)
    window = Window(controller, looks)
    controller.listen(window.refresh)
    window.show()
    controller.begin(demo=False)
    try:
        yield window, controller
    finally:
        window.leave()


async def until(holds: Callable[[], object]) -> None:
    """Wait until something holds."""
    while not holds():  # noqa: ASYNC110 - a benchmark watches from outside.
        await asyncio.sleep(0.005)


def quiet(controller: Controller) -> bool:
    """Whether no run is under way and nothing is being compared."""
    return not any(controller._circle.tasks.busy(name) for name in ("open", "run", "consent"))


async def measure_large(home: Path, began: float, products: int) -> None:
    """Start on a large kept shop and use it while everything is compared anew."""
    with opened(environment(home)) as (window, controller):
        await until(lambda: controller.catalogue.loaded)
        window.shop.catalogue.table.viewport().repaint()
        tell(f"  usable after            {time.perf_counter() - began:6.2f} s (bar: 1.5 s)")
        gaps, person = Gaps(), Person(window, controller)
        began = time.perf_counter()
        while not quiet(controller):
            await person.act()
        took = time.perf_counter() - began
        tell(f"  comparing in background {took:6.1f} s; 10 ms timer: {gaps.take()} (bar: 50 ms)")
        person.keys.clear()
        person.type_words()
        tell(f"  key to repainted table  {person.take_keys()} (bar: 50 ms)")
        gaps.stop()
        await controller.aclose()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    tell(f"  memory at its highest   {memory:6.0f} MB for {products} products (bar: 500 MB)")


async def measure_sync(environ: dict[str, str], seconds: float) -> None:
    """The beginning of a first sync through sockets while somebody uses the window."""
    with opened(environ) as (window, controller):
        gaps, person = Gaps(), Person(window, controller)
        await until(lambda: controller.catalogue.loaded and quiet(controller))
        tell(f"  reading both stores:  {gaps.take()}")
        controller.sync_now()
        await until(lambda: controller.state.preview is not None)
        gaps.take()
        controller.apply_preview()
        await until(lambda: controller.state.run.active)
        began = time.perf_counter()
        while not quiet(controller) and time.perf_counter() - began < seconds:
            await person.act()
        took, told = time.perf_counter() - began, gaps.take()
        controller.stop()
        await until(lambda: quiet(controller))
        last = controller.state.last
        done = last.changed if last else 0
        tell(f"  {took:.0f} s of sync, {done} products written: {told} (bar: 50 ms)")
        tell(f"  key to repainted table meanwhile: {person.take_keys()} (bar: 50 ms)")
        gaps.stop()
        await controller.aclose()


@contextmanager
def serving(home: Path, products: int) -> Iterator[dict[str, str]]:
    """The sample stores in a process of their own."""
    command = [sys.executable, "-m", "app.sample", "serve", "--products", str(products)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        environ = {"COUNTERPART_HOME": str(home)}
        assert process.stdout is not None
        for line in process.stdout:
            if line.startswith("Serving"):
                break
            name, _, value = line.removeprefix("export ").removeprefix("set ").partition("=")
            environ[name.strip()] = value.strip()
        yield environ
        process.kill()


def apart(arguments: list[str]) -> None:
    """Measure in a fresh process, as a start-up is one."""
    subprocess.run([sys.executable, "-m", "tests.benchmarks.window", *arguments], check=True)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--products", type=int, nargs="*", default=[10_000, 100_000])
    parser.add_argument("--sync", type=int, default=10_000)
    parser.add_argument("--seconds", type=float, default=120.0, help="of the sync (120)")
    parser.add_argument("--home", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.home is not None:
        _measure_here(given)
        return
    for products in given.products:
        with tempfile.TemporaryDirectory() as folder:
            keep_shop(Path(folder), products)
            tell(f"{products} products, kept from an earlier run")
            apart(["--home", folder, "--products", str(products), "--sync", "0"])
    if given.sync:
        with tempfile.TemporaryDirectory() as folder:
            tell(f"{given.sync} products, first sync over sockets, at the services' limits")
            seconds = str(given.seconds)
            apart(["--home", folder, "--products", "--sync", str(given.sync), "--seconds", seconds])


def _measure_here(given: argparse.Namespace) -> None:
    began = time.perf_counter()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    be_fluid()
    application: QApplication = make_application(sys.argv[:1])
    with asyncio.Runner(loop_factory=lambda: QEventLoop(application)) as runner:
        if given.products:
            runner.run(measure_large(given.home, began, given.products[0]))
        if given.sync:
            with serving(given.home, given.sync) as environ:
                prepare(environ)
                runner.run(measure_sync(environ, given.seconds))


def prepare(environ: dict[str, str]) -> None:
    """Choose the register, as the wizard would."""
    command = [sys.executable, "-m", "app", "outlets", "--json"]
    told = subprocess.run(
        command, env={**os.environ, **environ}, capture_output=True, text=True, check=True
    )
    register = told.stdout.partition('"registers":[{"id":"')[2].partition('"')[0]
    subprocess.run(
        [*command, "--register", register],
        env={**os.environ, **environ},
        capture_output=True,
        check=True,
    )


if __name__ == "__main__":
    main()
