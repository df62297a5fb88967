"""Shops for the journeys: one server a session; each test has stores and a folder of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.journeys.doors import Served, served
from tests.journeys.stage import Stage


@pytest.fixture(scope="session", name="server")
def _server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The sockets that all journeys go through."""
    with served(tmp_path_factory.mktemp("compiled")) as server:
        yield server


@pytest.fixture(scope="session", name="settled")
def _settled(server: Served, tmp_path_factory: pytest.TempPathFactory) -> Stage:
    """A shop in which the register is chosen and searches catch up at once."""
    stage = Stage.set_up(tmp_path_factory.mktemp("settled"), server)
    assert stage.run("settings", "lag.seconds", "0").status == 0
    assert stage.run("outlets", "--register", stage.registers[0]).status == 0
    return stage


@pytest.fixture(scope="session", name="in_step")
def _in_step(settled: Stage, tmp_path_factory: pytest.TempPathFactory) -> Stage:
    """The same after its first sync."""
    stage = settled.copy(tmp_path_factory.mktemp("in_step"))
    done = stage.run("sync", "--yes")
    assert done.status == 0, done.err
    return stage


@pytest.fixture
def bare(server: Served, tmp_path: Path) -> Iterator[Stage]:
    """A shop whose computer knows nothing yet."""
    stage = Stage.set_up(tmp_path, server)
    yield stage
    stage.end_all()


@pytest.fixture
def fresh(settled: Stage, tmp_path: Path) -> Iterator[Stage]:
    """A shop before its first sync."""
    stage = settled.copy(tmp_path)
    yield stage
    stage.end_all()


@pytest.fixture
def shop(in_step: Stage, tmp_path: Path) -> Iterator[Stage]:
    """A shop after its first sync."""
    stage = in_step.copy(tmp_path)
    yield stage
    stage.end_all()
