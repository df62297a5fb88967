"""Opens a workplace: what was known last is shown at once, then both stores are read."""

from app.controller.choosing import Choosing
from app.controller.circle import Circle
from app.controller.desk import Desk
from app.controller.pictures import Pictures
from app.controller.syncing import Syncing
from app.domain.errors import CounterpartError
from app.facts.state import AppState, StoreFacts


class Opening:
    """Goes from the start, or from the wizard, to a catalogue."""

    def __init__(
        self, circle: Circle, syncing: Syncing, choosing: Choosing, pictures: Pictures
    ) -> None:
        self._circle = circle
        self._syncing = syncing
        self._choosing = choosing
        self._pictures = pictures

    def begin(self, *, demo: bool) -> None:
        """Start: the sample stores, the manager's own where they are connected, or welcome."""
        circle = self._circle
        if demo:
            self.open_shop(demo=True)
            return
        try:
            place = circle.open_place(False)
            connected = place.connected()
            circle.tell_words(place)
        except CounterpartError as error:
            circle.trouble(error)
            return
        if connected:
            self.open_shop(demo=False)
        else:
            circle.change("place")

    def explore_samples(self) -> None:
        """Open the sample stores."""
        self.open_shop(demo=True)

    def open_shop(self, *, demo: bool) -> None:
        """Show the catalogue of one workplace, and read both stores."""
        store = StoreFacts(demo=demo)
        self._circle.change("place", place="shop", loading=True, store=store)
        self._circle.start("open", self._open(demo), instead=True)

    async def _open(self, demo: bool) -> None:
        circle = self._circle
        self._syncing.forget()
        await circle.leave_place()
        self._choosing.forget()
        self._pictures.forget()
        circle.catalogue.replace_all(())
        circle.catalogue.loaded = False
        words = circle.state.words
        circle.state = AppState(
            place="shop", store=StoreFacts(demo=demo), loading=True, words=words
        )
        circle.change("place", "reset", "run", "log", "preview", "product", "outlets", "trouble")
        place = circle.open_place(demo)
        desk = Desk(place, circle.now(), lambda: circle.catalogue.orders)
        circle.place, circle.desk = place, desk
        try:
            circle.change("settings", settings=place.rules_shown().values)
            kept = await circle.engine.call(desk.open)
        finally:
            circle.tell_words()
        if kept is not None:
            circle.show(kept)
        try:
            await self._syncing.refresh()
        finally:
            circle.tell_words()
        self._syncing.look()

    def try_again(self) -> None:
        """Try again what the trouble kept from going on."""
        circle = self._circle
        circle.change("trouble", trouble=None)
        if circle.desk is not None and circle.catalogue.loaded:
            self._syncing.look()
        elif circle.state.place == "shop":
            self.open_shop(demo=circle.state.store.demo)
        else:
            self.begin(demo=False)
