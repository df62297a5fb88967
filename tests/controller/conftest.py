"""Shops for the controller: those of the journeys."""

from tests.journeys.conftest import _in_step, _server, _settled, bare, fresh, shop

__all__ = ["_in_step", "_server", "_settled", "bare", "fresh", "shop"]
