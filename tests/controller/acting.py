"""A controller at work on a shop of the journeys, and patience for what it does."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from app.assembly import Assembly
from app.connectors.pacing import steady_time
from app.controller.controller import Controller
from app.facts.rows import Row
from app.facts.state import Changed
from app.workplace import LocalWorkplace
from tests.journeys.stage import Stage

PATIENCE = 60.0


class Acting:
    """The controller, what it told, and waiting for what is to come."""

    def __init__(self, controller: Controller) -> None:
        self.controller = controller
        self.told: list[Changed] = []
        controller.listen(self.told.append)

    async def until(self, holds: Callable[[], object]) -> None:
        """Wait until something holds. Fails loudly when it takes too long."""
        try:
            async with asyncio.timeout(PATIENCE):
                while not holds():  # noqa: ASYNC110 - facts change for many reasons.
                    await asyncio.sleep(0.01)
        except TimeoutError:
            state = self.controller.state
            raise AssertionError(f"never came: {state.run} {state.trouble}") from None

    async def idle(self) -> None:
        """Wait until nothing is under way."""
        tasks = self.controller._circle.tasks

        def quiet() -> bool:
            return not any(tasks.busy(name) for name in tasks.names if name != "schedule")

        await self.until(quiet)
        await asyncio.sleep(0.1)
        await self.until(quiet)

    def row(self, sku: str) -> Row:
        """The row of a product by its SKU."""
        return next(row for row in self.controller.catalogue.rows.values() if row.sku == sku)


def workplaces(stage: Stage) -> Callable[[bool], LocalWorkplace]:
    """Opens the workplaces of a stage's computer, each time the same two."""
    opened: dict[bool, LocalWorkplace] = {}

    def open_place(demo: bool) -> LocalWorkplace:
        if demo not in opened:
            assembly = Assembly(stage.environ, demo=demo)
            opened[demo] = LocalWorkplace(assembly, stage.environ)
        return opened[demo]

    return open_place


@asynccontextmanager
async def acting(stage: Stage) -> AsyncIterator[Acting]:
    """A controller that has opened the stage's shop and read both stores."""
    controller = Controller(workplaces(stage), steady_time)
    actor = Acting(controller)
    try:
        controller.begin(demo=False)
        await actor.idle()
        yield actor
    finally:
        await controller.aclose()
