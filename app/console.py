"""What a person sees of a run on a terminal: a bar with rate and time left, or plain lines."""

import os
import sys
from collections.abc import Callable
from typing import Never, TextIO

from tqdm import tqdm

from app.domain.events import (
    ActionFinished,
    Event,
    Finished,
    Objected,
    Planned,
    Progressed,
    Said,
    Started,
    UndoPlanned,
    Waited,
)
from app.domain.printable import one_line
from app.domain.undo_plan import SENTENCES, sentence
from app.preview import LONGEST, preview

_LONG_WAIT = 10.0
"""Seconds from which on a wait is worth a line."""
_SIDES = {"pos": "The POS", "ecom": "The online store"}
_PHASES = {
    "reading online": "Reading the online store",
    "reading POS": "Reading the POS",
    "comparing": "Comparing",
    "writing": "Sending",
    "checking": "Checking",
}
_DONE = {
    "created": "created",
    "updated": "updated",
    "shown": "shown again",
    "hidden": "hidden",
    "deleted": "deleted",
}
_KINDS = {
    "first": "{count} products would change.",
    "delete": "{count} of {of} products would lose something for good.",
    "hide": "{count} of {of} products would be hidden.",
    "zero": "{count} of {of} products would go to no stock.",
    "price": "{count} of {of} prices would move by more than half.",
    "show": "{count} of {of} products would be shown again.",
    "listing": "The list of products can't be trusted.",
}


class Console:
    """Tells a run's story on standard error."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self._stream = stream or sys.stderr
        self._bar: tqdm[Never] | None = None
        self._phase = ""
        self._looks = False
        self._patience: dict[str, float] = {}

    def tell(self, event: Event) -> None:
        """Show one event."""
        match event:
            case Progressed():
                self._progress(event)
            case Said():
                self._line(f"{_mark(event.level)}{event.text}")
            case Planned():
                self._plan(event)
            case UndoPlanned():
                self._undo(event)
            case Objected():
                self._object(event)
            case Waited():
                self._wait(event)
            case ActionFinished():
                self._failure(event)
            case _:
                self._bounds(event)

    def _bounds(self, event: Event) -> None:
        match event:
            case Started():
                self._looks = event.mode != "sync"
            case Finished():
                self._end_bar()
                for text in closing(event):
                    self._line(text)

    def _failure(self, event: ActionFinished) -> None:
        if event.result != "done":
            self._line(f"{event.sku or event.key} {event.name}: {event.error}")

    def _wait(self, event: Waited) -> None:
        """Told once a wait: what is left of it grows only when another one begins."""
        if event.seconds > max(_LONG_WAIT, self._patience.get(event.side, 0.0)):
            self._line(f"{_SIDES[event.side]} asks for {event.seconds:.0f} seconds of patience …")
        self._patience[event.side] = event.seconds

    def _plan(self, event: Planned) -> None:
        self._end_bar()
        writes = sum(action.writes for action in event.actions)
        self._line(f"Planned: {len(event.actions)} products, {writes} changes to send.")
        for line in preview(event.actions) if self._looks else ():
            self._line(line)

    def _undo(self, event: UndoPlanned) -> None:
        self._end_bar()
        self._looks = True
        self._line(f"Undo of run {event.of_run}:")
        if event.renumbered:
            self._line(
                f"{event.renumbered} products come back with a new number; old links to them stop "
                "working."
            )
        told = [one for one in event.left if one.reason != "stock"]
        for one in told[:LONGEST]:
            self._line(f"  left       {sentence(one)}")
        if len(told) > LONGEST:
            self._line(f"  … and {len(told) - LONGEST} more; --json names them all.")
        stock = len({one.key for one in event.left if one.reason == "stock"})
        if stock:
            self._line(f"  left       stock of {stock} products: {SENTENCES['stock']}")

    def _object(self, event: Objected) -> None:
        self._end_bar()
        for reason in event.reasons:
            text = _KINDS[reason.kind].format(count=reason.count, of=reason.of)
            examples = f" For example: {', '.join(reason.examples)}." if reason.examples else ""
            self._line(f"{text}{examples}")

    def _progress(self, event: Progressed) -> None:
        if event.phase != self._phase:
            self._end_bar()
            self._phase = event.phase
            if not self._stream.isatty():
                self._line(f"{_PHASES[event.phase]} …")
        if not self._stream.isatty() or event.phase == "comparing":
            return
        bar = self._bar
        if bar is None:
            bar = self._bar = self._new_bar(_PHASES[event.phase], event.total or None)
        bar.total = event.total or None
        bar.update(event.done - bar.n)

    def _new_bar(self, told: str, total: int | None) -> "tqdm[Never]":
        columns, rows = os.get_terminal_size(self._stream.fileno())
        return tqdm(
            desc=told,
            total=total,
            unit=" products",
            file=self._stream,
            leave=False,
            # Some terminals don't tell their size; a bar of no size is never shown.
            ncols=None if columns else 80,
            nrows=None if rows else 24,
        )

    def _line(self, text: str) -> None:
        text = one_line(text)
        if self._bar is not None:
            self._bar.write(text, file=self._stream)
        else:
            print(text, file=self._stream, flush=True)

    def _end_bar(self) -> None:
        if self._bar is not None:
            self._bar.close()
            self._bar = None
        self._phase = ""


def _mark(level: str) -> str:
    return {"warning": "Note: ", "error": "Stopped: "}.get(level, "")


def closing(event: Finished) -> list[str]:
    """The last lines of a run, in words."""
    counts = event.counts
    told = [f"{counts[name]} {word}" for name, word in _DONE.items() if counts.get(name)]
    would = event.mode not in ("sync", "undo") or (event.exit == 3)
    if event.exit == 3:
        summary = "Nothing was written."
    elif told:
        summary = f"{'Would do: ' if would else 'Done: '}{', '.join(told)}."
    elif event.mode == "undo":
        summary = "Nothing was put back."
    elif event.exit in (0, 1):
        summary = "Nothing to change: the online store is in step with the POS."
    else:
        summary = "The sync did not run."
    rest = [f"{counts.get('unchanged', 0)} unchanged"]
    rest += [f"{counts[name]} {word}" for name, word in _REST.items() if counts.get(name)]
    requests = event.requests
    cost = (
        f"{requests.get('pos', 0)} requests to the POS, {requests.get('ecom', 0)} to the online "
        f"store ({event.writes} of them changes), {event.seconds:.1f} seconds."
    )
    return [f"{summary} {', '.join(rest)}.", cost]


_REST = {"failed": "failed", "attention": "need attention"}


def both(one: Callable[[Event], None], other: Callable[[Event], None]) -> Callable[[Event], None]:
    """Tell every event to two listeners."""

    def tell(event: Event) -> None:
        one(event)
        other(event)

    return tell
