"""`counterpart sync`: one run, told on standard error and, on request, as JSON lines."""

import argparse
import asyncio
import logging
import signal
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

from app.assembly import Assembly
from app.commands.speaking import EXIT_NOT_RUN, EXIT_STOPPED, fall_silent, opened, put_json, say
from app.console import Console
from app.domain.errors import CounterpartError
from app.domain.events import (
    COUNTED,
    ActionFinished,
    Event,
    Finished,
    Mode,
    Planned,
    Progressed,
    Started,
)
from app.json_lines import Wording, line
from app.sync.context import Context
from app.sync.noting import note_event
from app.sync.run import Options, sync

_log = logging.getLogger(__name__)


def run_sync(given: argparse.Namespace) -> int:
    """Carry out `sync`; returns its exit status. Whatever happens, the story is ended."""
    options = Options(check=given.check, full=given.full, yes=given.yes)
    mode: Mode = "check" if options.check else "sync"
    return run_told(given, mode, lambda context: sync(context, options))


Work = Callable[[Context], Coroutine[Any, Any, Finished]]


def run_told(given: argparse.Namespace, mode: Mode, work: Work) -> int:
    """Carry out a run with the engine's parts and tell its story; returns the exit status."""
    story = Story(mode, as_json=given.json)
    stop = StopRequest()
    status = EXIT_NOT_RUN
    try:
        with stop.listening(), opened(given) as assembly:
            status = _logged_run(assembly, work, story, stop)
    except CounterpartError as error:
        say(str(error))
    return story.end(EXIT_STOPPED if stop.asked else status)


def _logged_run(assembly: Assembly, work: Work, story: "Story", stop: "StopRequest") -> int:
    try:
        return asyncio.run(_run(assembly, work, story, stop))
    except CounterpartError as error:
        _log.error("%s", error)
        raise
    except Exception as error:
        _log.exception("The sync ended unexpectedly")
        raise CounterpartError(
            f"The sync ended unexpectedly ({type(error).__name__}).",
            f"The log in {assembly.folders.logs} tells more; the next sync mends what was begun.",
        ) from error


async def _run(assembly: Assembly, work: Work, story: "Story", stop: "StopRequest") -> int:
    async with assembly.engine(story.tell) as context:
        story.read_from(context)
        stop.pass_on(context.stop)
        return (await work(context)).exit


class StopRequest:
    """Ctrl-C or SIGTERM: the first stops the run safely, a second one ends the process at once."""

    def __init__(self) -> None:
        self.asked = False
        self._pass_on: Callable[[], object] | None = None

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Take the signals over, and give them back."""
        before = {
            number: signal.signal(number, self._ask) for number in (signal.SIGINT, signal.SIGTERM)
        }
        try:
            yield
        finally:
            self._pass_on = None
            for number, handler in before.items():
                signal.signal(number, handler)

    def pass_on(self, stop: asyncio.Event) -> None:
        """Set `stop` once a stop is asked for, or now if it has been."""
        loop = asyncio.get_running_loop()
        self._pass_on = lambda: loop.call_soon_threadsafe(stop.set)
        if self.asked:
            stop.set()

    def _ask(self, number: int, _: FrameType | None) -> None:
        self.asked = True
        signal.signal(number, signal.SIG_DFL)
        say("Stopping after the products that are being written …")
        if self._pass_on is not None:
            self._pass_on()


class Story:
    """Tells a run's events to people and, on request, as JSON lines; each begins and ends once."""

    def __init__(self, mode: Mode, *, as_json: bool) -> None:
        self._mode = mode
        self._as_json = as_json
        self._console = Console()
        self._context: Context | None = None
        self._seen: set[type[Event]] = set()
        self._status = 0

    def read_from(self, context: Context) -> None:
        """Take texts and category names from here from now on."""
        self._context = context

    def tell(self, event: Event) -> None:
        """Tell one event."""
        if isinstance(event, Finished):
            self._status = event.exit
        self._console.tell(event)
        note_event(event)
        if self._as_json and self._in_order(event):
            self._print(event)
        self._seen.add(type(event))

    def end(self, status: int) -> int:
        """End the story of a run that did not come to its own end; returns the status told."""
        if Started not in self._seen:
            self.tell(Started(self._mode, None))
        if Finished not in self._seen:
            nothing = dict.fromkeys(COUNTED, 0)
            self.tell(Finished(None, self._mode, status, nothing, {"pos": 0, "ecom": 0}))
        return self._status

    def _in_order(self, event: Event) -> bool:
        """Progress is printed between the plan and the first action alone (RULES M19)."""
        if not isinstance(event, Progressed):
            return True
        return Planned in self._seen and ActionFinished not in self._seen

    def _print(self, event: Event) -> None:
        found = line(event, self._wording())
        if found is None:
            return
        try:
            put_json(found)
        except BrokenPipeError:
            # A run is not broken off because nobody listens.
            self._as_json = False
            fall_silent()

    def _wording(self) -> Wording:
        if self._context is None:
            return Wording(lambda _: None, ())
        state = self._context.state
        places = state.shop.currency_precision if state.shop else 2
        return Wording(self._context.mirror.text, state.ecom_categories, places)
