"""What a person reads of a run on standard error that is no terminal."""

import io

from app.console import Console
from app.domain.events import ActionStarted, Event, Paused, Waited, WentOn
from app.json_lines import Wording, line


def told(*events: Event) -> list[str]:
    """The lines that come of these events."""
    stream = io.StringIO()
    console = Console(stream)
    for event in events:
        console.tell(event)
    return stream.getvalue().splitlines()


def test_a_long_wait_is_told_once() -> None:
    """Not with every second that passes of it; another one is told again."""
    one = [Waited("ecom", left) for left in (40.0, 38.0, 12.0, 2.0)]
    assert told(*one, Waited("ecom", 30.0), Waited("pos", 25.0)) == [
        "The online store asks for 40 seconds of patience …",
        "The online store asks for 30 seconds of patience …",
        "The POS asks for 25 seconds of patience …",
    ]


def test_short_waits_and_beginnings_are_not_told() -> None:
    """They would drown what matters."""
    assert told(Waited("pos", 9.0), ActionStarted("k", "S", "Mug", "update")) == []


def test_what_only_the_window_needs_is_no_json_line() -> None:
    """The agreed lines stay as they are (RULES M19)."""
    wording = Wording(lambda _: None, ())
    events = (ActionStarted("k", "S", "Mug", "update"), Paused(), WentOn(), Waited("pos", 20.0))
    assert [line(event, wording) for event in events] == [None] * 4
