"""Plays one kill: start, kill, start again, compare with the outcome of a run left in peace."""

import shutil
import sqlite3
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.journeys.doors import Served
from tests.journeys.stage import PATIENCE, Done, Stage
from tests.kills.moments import COUNTED_IN, PLANTED, VARIABLE, Door, Moment
from tests.kills.outcome import computer, differences, shop
from tests.kills.scenes import Scene

_LATER = 200
"""Seconds that pass between the kill and the next start: nothing can be on its way any more."""


@dataclass(frozen=True)
class Peace:
    """What a run in peace does: its outcome, and how much there is to be killed at."""

    shop: dict[str, Any]
    computer: dict[str, Any]
    writes: int
    transactions: int
    seconds: float


@dataclass(frozen=True)
class Played:
    """What became of one kill; `killed` False where the run was over before the moment came."""

    moments: tuple[Moment, ...]
    killed: bool
    problems: list[str] = field(default_factory=list)


class Theatre:
    """One scene, set up once; every kill is played on a copy of it."""

    def __init__(self, scene: Scene, served: Served, folder: Path) -> None:
        self._served = served
        self._folder = folder
        self._plays = 0
        self._stage = Stage.set_up(folder / "stage", served)
        self._calm("settings", "lag.seconds", "0")
        self._calm("outlets", "--register", self._stage.registers[0])
        for key, value in scene.settings:
            self._calm("settings", key, value)
        scene.opening(self._stage)
        if scene.changes is not None:
            self._calm("sync", "--yes")
            scene.changes(self._stage)
        self.peace = self._in_peace()

    def _calm(self, *arguments: str) -> None:
        done = self._stage.run(*arguments)
        if done.status:
            raise AssertionError(done.err)

    def _copy(self) -> tuple[Stage, Door]:
        self._plays += 1
        stage = self._stage.copy(self._folder / f"play-{self._plays}")
        (stage.folder / "spy" / "sitecustomize.py").write_text(PLANTED)
        assert self._served.ecom.app is not None
        door = Door(self._served.ecom.app)
        self._served.ecom.app = door
        return stage, door

    def _in_peace(self) -> Peace:
        stage, door = self._copy()
        commits = stage.folder / "commits"
        began = time.monotonic()
        done = stage.run("sync", "--json", "--yes", environ={COUNTED_IN: str(commits)})
        seconds = time.monotonic() - began
        if done.status:
            raise AssertionError(done.err)
        writes = door.writes
        # What only a second look shows is no difference: those that were killed have had one.
        stage.sync()
        peace = Peace(
            shop(stage.ecom),
            computer(stage.database()),
            writes,
            int(commits.read_text()),
            seconds,
        )
        shutil.rmtree(stage.folder)
        return peace

    def play(self, moments: Sequence[Moment]) -> Played:
        """Kill one run after the other, then run to the end, and once more."""
        stage, door = self._copy()
        try:
            killed = True
            for moment in moments:
                killed &= self._kill(stage, door, moment)
            door.arm(None)
            return Played(tuple(moments), killed, self._judged(stage))
        except AssertionError as error:
            return Played(tuple(moments), True, [str(error)[-800:]])
        finally:
            stage.end_all()
            shutil.rmtree(stage.folder)

    def _kill(self, stage: Stage, door: Door, moment: Moment) -> bool:
        door.arm(moment)
        environ = {VARIABLE: f"{moment.at:g}" if moment.kind == "committing" else ""}
        process = stage.start("sync", "--json", "--yes", environ=environ)
        door.victim = process
        if moment.kind == "seconds":
            _wait(process, moment.at)
            process.kill()
        process.communicate(timeout=PATIENCE)
        while not door.idle:
            time.sleep(0.01)
        _let_time_pass(stage)
        return process.returncode < 0

    def _judged(self, stage: Stage) -> list[str]:
        second = stage.sync("--yes")
        problems = _ended(second, "the next run")
        problems += differences(self.peace.shop, shop(stage.ecom), "shop")
        problems += differences(self.peace.computer, computer(stage.database()), "computer")
        third = stage.sync()
        problems += _ended(third, "the third run")
        if third.finished["writes"] or third.event("planned")["actions"]:
            problems.append(f"the third run still writes: {third.event('planned')['actions']}")
        return problems


def _wait(process: "subprocess.Popen[str]", seconds: float) -> None:
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        return


def _ended(done: Done, which: str) -> list[str]:
    signs = [sign for sign in ("Traceback", "Exception ignored") if sign in done.err]
    if done.status == 0 and not signs:
        return []
    return [f"{which} ended with {done.status}: {done.err[-600:]}"]


_HAS_STEPS = "SELECT 1 FROM sqlite_master WHERE name='steps'"


def _let_time_pass(stage: Stage) -> None:
    """Set what is open back in time, as if the computer had been off for a while."""
    databases = [p for p in (stage.home / "data").glob("*.sqlite") if "damaged" not in p.name]
    for path in databases:
        connection = sqlite3.connect(path)
        with connection:
            # Killed before its first tables were made, a database has nothing open.
            if connection.execute(_HAS_STEPS).fetchone():
                connection.execute(
                    "UPDATE steps SET sent = sent - ? WHERE state IN ('sent', 'unknown')", (_LATER,)
                )
        connection.close()
