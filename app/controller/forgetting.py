"""Forgetting everything on this computer, and back to welcome (§7.8); neither store is touched."""

from collections.abc import Callable, Sequence

from app.controller.circle import Circle
from app.controller.pictures import Pictures
from app.controller.syncing import Syncing
from app.domain.errors import CounterpartError
from app.facts.state import AppState, Part

_OWN = "forget"
_ALL: tuple[Part, ...] = (
    *("place", "store", "reset", "run", "log", "preview", "product", "outlets", "wizard"),
    *("trouble", "notice", "settings", "undo", "history", "undoing", "words", "question"),
    "forgotten",
)


class Forgetting:
    """Asks once, then forgets. `empty` has the other parts drop what they hold in memory."""

    def __init__(
        self,
        circle: Circle,
        syncing: Syncing,
        pictures: Pictures,
        empty: Sequence[Callable[[], None]],
        reopen: Callable[[bool], None],
    ) -> None:
        self._circle = circle
        self._syncing = syncing
        self._pictures = pictures
        self._empty = empty
        self._reopen = reopen

    def ask_to_forget(self) -> None:
        """Ask whether to forget everything; not while a sync is under way."""
        if self._may_now:
            self._circle.change("question", question="forget everything")

    def answer_forget(self, forget: bool) -> None:
        """Answer that question."""
        self._circle.change("question", question=None)
        if forget and self._may_now:
            self._circle.start(_OWN, self._forget())

    @property
    def _may_now(self) -> bool:
        begun = self._syncing.active or self._circle.tasks.busy("run")
        return not begun and self._circle.desk is not None

    async def _forget(self) -> None:
        circle = self._circle
        place, _ = circle.here
        self._syncing.forget()
        await self._stop_others()
        await self._pictures.close()
        await circle.leave_place()
        try:
            left = await circle.errands.call(place.forget_everything)
        except CounterpartError as error:
            self._reopen(place.demo)
            await circle.tasks.ended("open")
            circle.notice("not forgotten", text=str(error))
            return
        for drop in self._empty:
            drop()
        circle.log.clear()
        circle.catalogue.replace_all(())
        circle.catalogue.loaded = False
        circle.state = AppState(forgotten=tuple(left))
        circle.change(*_ALL)

    async def _stop_others(self) -> None:
        """Nothing is written any more while all is removed."""
        tasks = self._circle.tasks
        others = [name for name in tasks.names if name != _OWN]
        for name in others:
            tasks.cancel(name)
        for name in others:
            await tasks.ended(name)
