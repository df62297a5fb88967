"""What the log file keeps of a run."""

import logging

from app.domain.events import ActionStarted, Event, Planned, Progressed, Said, UndoPlanned, Waited

_log = logging.getLogger(__name__)


def note_event(event: Event) -> None:
    """Write one event of a run to the log file; what happens all the time is left out."""
    match event:
        case Progressed() | ActionStarted() | Waited():
            pass
        case Planned():
            writes = sum(action.writes for action in event.actions)
            _log.info("Planned %d actions, %d writes", len(event.actions), writes)
        case UndoPlanned():
            _log.info("Undo of run %d, %d things left", event.of_run, len(event.left))
        case Said():
            _log.info("%s: %s %s", event.level, event.text, event.key)
        case _:
            _log.info("%s", event)
