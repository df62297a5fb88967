"""Some kills of the real process; `python -m tests.kills --every` plays all of them."""

from collections.abc import Iterator

import pytest

from tests.journeys.doors import Served, served
from tests.kills.moments import Kind, Moment
from tests.kills.play import Theatre
from tests.kills.scenes import SCENES


@pytest.fixture(scope="module", name="server")
def _server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The sockets of all scenes of this module."""
    with served(tmp_path_factory.mktemp("compiled")) as server:
        yield server


@pytest.fixture(scope="module", name="theatres")
def _theatres(server: Served, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Theatre]:
    """Scenes that have been set up."""
    return {
        name: Theatre(SCENES[name], server, tmp_path_factory.mktemp(name))
        for name in ("day", "removals")
    }


@pytest.mark.parametrize(
    ("scene", "kind", "share"),
    [
        ("day", "applied", 0.05),
        ("day", "arrived", 0.2),
        ("day", "applied", 0.35),
        ("day", "answered", 0.5),
        ("day", "committing", 0.6),
        ("day", "committing", 0.75),
        ("day", "applied", 0.9),
        ("removals", "applied", 0.4),
        ("removals", "committing", 0.5),
        ("removals", "seconds", 0.8),
    ],
)
def test_a_killed_sync_leaves_no_trace(
    theatres: dict[str, Theatre], scene: str, kind: Kind, share: float
) -> None:
    """The next run ends where it would have ended, and the one after it writes nothing."""
    peace = theatres[scene].peace
    whole = {"committing": peace.transactions, "seconds": peace.seconds}.get(kind, peace.writes)
    at = share * whole if kind == "seconds" else max(1, round(share * whole))
    played = theatres[scene].play([Moment(kind, at)])
    assert played.problems == []
    assert played.killed or kind == "seconds"
