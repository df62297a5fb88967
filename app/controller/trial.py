"""The app's own check of itself: reads, previews and syncs the sample stores, then looks again."""

import asyncio
from collections.abc import Callable

from app.controller.controller import Controller

_PATIENCE = 300.0
_GLANCE = 0.02


class Trial:
    """Drives a controller as a manager would, and says what is not as it should be."""

    def __init__(self, controller: Controller) -> None:
        self._controller = controller

    async def carry_out(self) -> list[str]:
        """Sync the sample stores from empty; returns what went wrong, in words."""
        controller = self._controller
        try:
            async with asyncio.timeout(_PATIENCE):
                await self._until(lambda: controller.catalogue.loaded and self._idle())
                controller.sync_now()
                await self._until(lambda: controller.state.preview is not None)
                await self._until(self._idle)
                controller.apply_preview()
                await self._until(lambda: controller.state.run.kind == "apply" and self._idle())
                controller.look()
                await self._until(lambda: controller.state.run.kind == "look" and self._idle())
        except TimeoutError:
            trouble = self._controller.state.trouble
            return [trouble.message if trouble else f"it took more than {_PATIENCE:.0f} seconds"]
        return self._differences()

    def _idle(self) -> bool:
        return not self._controller.state.run.active and not self._controller.state.loading

    async def _until(self, holds: Callable[[], bool]) -> None:
        while not holds():  # noqa: ASYNC110 - facts change for many reasons.
            await asyncio.sleep(_GLANCE)

    def _differences(self) -> list[str]:
        state = self._controller.state
        problems = []
        if state.waiting:
            problems.append(f"{state.waiting} products still differ after the sync")
        if state.last is None or state.last.failed:
            problems.append(f"{state.last.failed if state.last else 'all'} products failed")
        return problems
