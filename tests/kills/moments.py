"""The moments at which a process is killed, and the two places that see them come."""

import os
import signal
import subprocess
import threading
from dataclasses import dataclass
from typing import Literal

from starlette.types import ASGIApp, Message, Receive, Scope, Send

Kind = Literal["arrived", "applied", "answered", "committing", "seconds"]

VARIABLE = "KILLED_AT_TRANSACTION"
COUNTED_IN = "TRANSACTIONS_COUNTED_IN"

PLANTED = f"""
import atexit
import os
import pathlib
import signal
import sqlite3

_file = os.environ.get("{COUNTED_IN}")
_nth = int(os.environ.get("{VARIABLE}") or 0)
_connect = sqlite3.connect
_count = 0


def _traced(statement):
    global _count
    _count += statement == "COMMIT"
    if _count == _nth and statement == "COMMIT":
        os.kill(os.getpid(), signal.SIGKILL)


def _watched(*args, **kwargs):
    connection = _connect(*args, **kwargs)
    connection.set_trace_callback(_traced)
    return connection


if _nth or _file:
    sqlite3.connect = _watched
if _file:
    atexit.register(lambda: pathlib.Path(_file).write_text(str(_count)))
"""
"""Runs in the process itself as it starts: ends it as it is about to commit for the nth time."""


@dataclass(frozen=True)
class Moment:
    """One moment of a run.

    `arrived`: the nth write reaches the online store and is not applied. `applied`: it is, but
    no answer goes back. `answered`: the answer has just left. `committing`: the nth transaction
    of the local database is about to be committed. `seconds`: so long after the start.
    """

    kind: Kind
    at: float

    def __str__(self) -> str:
        return f"{self.kind} {self.at:g}"


class Door:
    """Stands before the online store and kills the process that it was told of."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._lock = threading.Lock()
        self._moment: Moment | None = None
        self._under_way = 0
        self.writes = 0
        self.victim: subprocess.Popen[str] | None = None

    def arm(self, moment: Moment | None) -> None:
        """Begin to count anew, and kill at this moment."""
        self.writes = 0
        self.victim = None
        self._moment = moment

    @property
    def idle(self) -> bool:
        """Whether no request is being served."""
        return self._under_way == 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass one request on, unless its moment has come."""
        if scope["type"] != "http" or scope["method"] == "GET":
            await self._app(scope, receive, send)
            return
        with self._lock:
            self.writes += 1
            self._under_way += 1
            moment = self._moment if self._moment and self.writes == self._moment.at else None
        try:
            await self._pass(moment.kind if moment else None, scope, receive, send)
        finally:
            self._under_way -= 1

    async def _pass(self, kind: Kind | None, scope: Scope, receive: Receive, send: Send) -> None:
        if kind == "arrived":
            self._kill()
        elif kind == "applied":
            await self._app(scope, receive, _nowhere)
            self._kill()
        else:
            await self._app(scope, receive, send)
            if kind == "answered":
                self._kill()

    def _kill(self) -> None:
        if self.victim is not None:
            os.kill(self.victim.pid, signal.SIGKILL)


async def _nowhere(_message: Message) -> None:
    """Nobody is there to hear the answer."""
