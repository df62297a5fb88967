"""What a run has told so far, added up into facts and log lines."""

from collections.abc import Callable, Mapping

from app.domain.actions import Action
from app.domain.errors import Side
from app.domain.events import (
    ActionFinished,
    ActionSent,
    ActionStarted,
    Event,
    Finished,
    Paused,
    Phase,
    Planned,
    Progressed,
    Said,
    Waited,
    WentOn,
)
from app.facts.log_lines import LogChange, LogLevel, LogLine
from app.facts.state import RunFacts, RunKind
from app.facts.time_left import Pulse, seconds_left

_COUNTED = {
    "create": "created",
    "update": "updated",
    "show": "shown",
    "hide": "hidden",
    "delete": "deleted",
}

Worded = Callable[[Action], tuple[LogChange, ...]]
"""An action's changes as the log shows them."""


Named = Callable[[str], tuple[str, str]]
"""A product's name and SKU by its key."""


class Tally:
    """Adds up one run. `hear` is called for each event, `facts` when the screens are told."""

    def __init__(
        self,
        kind: RunKind,
        started: float,
        log: list[LogLine],
        worded: Worded,
        named: Named,
        *,
        by_schedule: bool,
    ) -> None:
        self._kind = kind
        self._started = started
        self._by_schedule = by_schedule
        self._log = log
        self._worded = worded
        self._named = named
        self._phase: Phase = "reading online"
        self._read: dict[str, tuple[int, int]] = {}
        self._actions: Mapping[str, Action] = {}
        self._counts = dict.fromkeys(_COUNTED.values(), 0)
        self._sent: set[str] = set()
        self._finished: dict[str, ActionFinished] = {}
        self._failed = self._total = self._notes = self._failed_lines = 0
        self._paused = False
        self._paused_at = self._paused_for = 0.0
        self._stopping = False
        self._waiting: tuple[Side, float] | None = None
        self._first: Pulse | None = None
        self._pulse: Pulse | None = None
        self._now = started

    def hear(self, event: Event | Pulse, now: float) -> None:
        """Take one event into account."""
        self._now = now
        match event:
            case Progressed():
                self._progress(event)
            case Planned():
                self._actions = {action.key: action for action in event.actions}
            case ActionStarted():
                self._first = self._first or self._pulse
                self._line("sending", event.key, event.name, event.sku, event.action)
            case ActionSent():
                self._sent.add(event.key)
            case ActionFinished():
                self._finish(event)
            case Said() if event.level != "info" or event.key:
                self._say(event)
            case Waited():
                self._waiting = (event.side, now + event.seconds)
                self._line("waited", side=event.side, seconds=event.seconds)
            case Paused() | WentOn():
                self._pause(isinstance(event, Paused))
            case Pulse() | Finished():
                self._measure(event)
            case _:
                pass

    def _pause(self, paused: bool) -> None:
        if paused:
            self._paused_at = self._now
        else:
            self._paused_for += self._now - self._paused_at
        self._paused = paused

    def stopping(self) -> None:
        """The manager wants it to stop."""
        self._stopping = True

    def facts(self, *, active: bool) -> RunFacts:
        """The run as it stands."""
        pulse = self._pulse
        waiting = self._waiting if self._waiting and self._waiting[1] > self._now else None
        return RunFacts(
            active=active,
            kind=self._kind,
            by_schedule=self._by_schedule,
            started=self._started,
            phase=self._phase,
            read=dict(self._read),
            done=len(self._sent),
            checked=sum(self._counts.values()),
            failed=self._failed,
            total=self._total,
            counts=dict(self._counts),
            requests=(pulse.pos_requests, pulse.sent) if pulse else (0, 0),
            paused=self._paused,
            stopping=self._stopping,
            seconds_left=self._left(),
            waiting=waiting,
            log_lines=len(self._log),
            log_failed=self._failed_lines,
            log_notes=self._notes,
        )

    def _left(self) -> float | None:
        if self._first is None or self._pulse is None or not self._total:
            return None
        if self._phase == "checking":
            return None
        done = len(self._sent) + self._failed
        return seconds_left(self._first, self._pulse, done, self._total, self._paused_for)

    def _progress(self, event: Progressed) -> None:
        self._phase = event.phase
        if event.phase in ("writing", "checking"):
            self._total = event.total
        else:
            self._read[event.phase] = (event.done, event.total)

    def _finish(self, event: ActionFinished) -> None:
        action = self._actions.get(event.key)
        changes = self._worded(action) if action is not None else ()
        before = self._finished.get(event.key)
        if before is not None:
            self._count(before, -1)
        self._finished[event.key] = event
        self._count(event, 1)
        level: LogLevel = "done"
        self._sent.discard(event.key)
        if event.result == "done":
            self._sent.add(event.key)
        elif event.result == "failed":
            self._failed_lines += 1
            level = "failed"
        else:
            self._notes += 1
            level = "note"
        self._line(
            level, event.key, event.name, event.sku, event.action, event.error or "", changes
        )

    def _count(self, event: ActionFinished, by: int) -> None:
        """Only the last word about a product counts."""
        if event.result == "done":
            self._counts[_COUNTED[event.action]] += by
        elif event.result == "failed":
            self._failed += by

    def _say(self, event: Said) -> None:
        self._notes += 1
        level: LogLevel = "failed" if event.level == "error" else "note"
        action = self._actions.get(event.key)
        name, sku = (action.name, action.sku) if action else self._named(event.key)
        self._line(level, event.key, name, sku, "", event.text)

    def _line(
        self,
        level: LogLevel,
        key: str = "",
        name: str = "",
        sku: str = "",
        action: str = "",
        text: str = "",
        changes: tuple[LogChange, ...] = (),
        *,
        side: Side | None = None,
        seconds: float = 0.0,
    ) -> None:
        self._log.append(
            LogLine(
                number=len(self._log),
                at=self._now,
                level=level,
                key=key,
                name=name,
                sku=sku,
                text=text,
                action=action,
                changes=changes,
                side=side,
                seconds=seconds,
            )
        )

    def _measure(self, event: Pulse | Finished) -> None:
        if isinstance(event, Pulse):
            self._pulse = event
            return
        pos, ecom = event.requests.get("pos", 0), event.requests.get("ecom", 0)
        self._pulse = Pulse(self._now, pos, ecom, 0, 0, 0.0)
