"""Shops for the tests of safety: those of the engine and those of the journeys."""

from tests.journeys.conftest import _in_step, _server, _settled, bare, fresh, shop
from tests.sync.conftest import rig, synced

__all__ = ["_in_step", "_server", "_settled", "bare", "fresh", "rig", "shop", "synced"]
