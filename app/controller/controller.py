"""The controller: wishes become tasks, tasks become facts, and one call tells the screens (§10)."""

import asyncio
from collections.abc import Callable, Sequence
from decimal import Decimal

from app.controller.choosing import Choosing
from app.controller.circle import Circle
from app.controller.connecting import Connecting
from app.controller.forgetting import Forgetting
from app.controller.opening import Opening
from app.controller.past import Past
from app.controller.pictures import Pictures
from app.controller.previewing import Previewing
from app.controller.products import Products
from app.controller.syncing import Syncing
from app.controller.wishes import Listener
from app.controller.workplace import Workplace
from app.domain.errors import CounterpartError
from app.facts.catalogue import Catalogue
from app.facts.log_lines import LogLine
from app.facts.state import AppState, Changed, NoticeKind


class Controller:
    """`wishes.Wishes`. Lives on the window's loop; everything is called from its thread.

    `open_place` opens a workplace: the sample stores (True) or the manager's own (False).
    """

    def __init__(self, open_place: Callable[[bool], Workplace], now: Callable[[], float]) -> None:
        self._listeners: list[Listener] = []
        circle = self._circle = Circle(open_place, self._told, now)
        syncing = self._syncing = Syncing(circle)
        previewing = Previewing(circle, syncing)
        choosing = self._choosing = Choosing(circle, syncing)
        products = self._products = Products(circle)
        past = Past(circle, syncing)
        pictures = self._pictures = Pictures(circle)
        opening = self._opening = Opening(circle, syncing, choosing, pictures)
        connecting = Connecting(circle, lambda: opening.open_shop(demo=False))
        forgetting = Forgetting(
            circle,
            syncing,
            pictures,
            (choosing.forget, pictures.forget, connecting.forget),
            lambda demo: opening.open_shop(demo=demo),
        )
        self._close_after_run = False
        self.closed = asyncio.Event()
        """Set once the app may end."""

        self.begin = opening.begin
        self.picture = pictures.picture
        self.explore_samples = opening.explore_samples
        self.open_wizard = connecting.open_wizard
        self.leave_wizard = connecting.leave_wizard
        self.wizard_step = connecting.wizard_step
        self.test_pos = connecting.test_pos
        self.test_online = connecting.test_online
        self.forget_test = connecting.forget_test
        self.save_stores = connecting.save_stores
        self.finish_wizard = connecting.finish_wizard
        self.look = syncing.look
        self.show_preview = syncing.show_preview
        self.sync_now = syncing.sync_now
        self.retry_failed = syncing.retry_failed
        self.pause = syncing.pause
        self.go_on = syncing.go_on
        self.stop = syncing.stop
        self.try_again = opening.try_again
        self.ask_to_forget = forgetting.ask_to_forget
        self.answer_forget = forgetting.answer_forget
        self._offer_preview(previewing)
        self._offer_choices(choosing)
        self._offer_products(products)
        self._offer_history(past)

    def _offer_history(self, past: Past) -> None:
        self.show_history = past.show_history
        self.choose_run = past.choose_run
        self.plan_undo = past.plan_undo
        self.carry_out_undo = past.carry_out_undo
        self.cancel_undo = past.cancel_undo

    def _offer_preview(self, previewing: Previewing) -> None:
        self.tick_lines = previewing.tick_lines
        self.answer_guard = previewing.answer_guard
        self.keep_online = previewing.keep_online
        self.apply_preview = previewing.apply_preview
        self.cancel_preview = previewing.cancel_preview

    def _offer_choices(self, choosing: Choosing) -> None:
        self.choose_flag = choosing.choose_flag
        self.undo = choosing.undo
        self.redo = choosing.redo
        self.keep_edit = choosing.keep_edit
        self.link = choosing.link
        self.unlink = choosing.unlink
        self.weigh_outlets = choosing.weigh_outlets
        self.keep_outlets = choosing.keep_outlets
        self.discard_outlets = choosing.discard_outlets
        self.set_setting = choosing.set_setting

    def _offer_products(self, products: Products) -> None:
        self.open_product = products.open_product
        self.close_product = products.close_product
        self.find_candidates = products.find_candidates
        self.open_apart = products.open_apart
        self.close_apart = products.close_apart

    # Facts

    @property
    def state(self) -> AppState:
        """The facts as they are now."""
        return self._circle.state

    @property
    def catalogue(self) -> Catalogue:
        """All rows."""
        return self._circle.catalogue

    @property
    def log(self) -> Sequence[LogLine]:
        """The log of the run under way or the last one."""
        return self._circle.log

    def listen(self, listener: Listener) -> None:
        """Tell this one of every change from now on."""
        self._listeners.append(listener)

    def _told(self, changed: Changed) -> None:
        if changed.parts & {"rows", "reset"}:
            self._products.follow(changed.ids, everything="reset" in changed.parts)
        if self._close_after_run and not self.state.run.active:
            self.closed.set()
        for listener in self._listeners:
            listener(changed)

    # Small wishes

    def words_read(self) -> None:
        """The manager has read what happened to files on this computer."""
        circle = self._circle
        if circle.place is not None:
            circle.place.words_read()
        circle.change("words", words=())

    def dismiss_notice(self) -> None:
        """The passing message has been shown long enough."""
        self._circle.change("notice", notice=None)

    def tell(self, kind: NoticeKind, count: int = 0, text: str = "") -> None:
        """Show a passing message about something the screen did itself."""
        self._circle.notice(kind, count, text)

    def let_a_day_pass(self) -> None:
        """Let a day pass in the sample stores, and look at what became of it."""
        self._circle.start("day", self._day())

    async def _day(self) -> None:
        place, _ = self._circle.here
        if not place.demo or self._syncing.active:
            return
        count = await self._circle.engine.call(place.a_day)
        self._circle.notice("day passed", count)
        self._syncing.look()

    def export_table(
        self, path: str, header: Sequence[str], rows: Sequence[Sequence[str | int | Decimal]]
    ) -> None:
        """Write a table to a file: .xlsx or .csv."""
        self._circle.start("export", self._export(path, header, rows))

    async def _export(
        self, path: str, header: Sequence[str], rows: Sequence[Sequence[str | int | Decimal]]
    ) -> None:
        place, _ = self._circle.here
        await self._written(path, lambda: place.export_table(path, header, rows))

    def save_diagnostics(self, path: str) -> None:
        """Save a bundle for whoever helps, without secrets."""
        self._circle.start("diagnostics", self._diagnose(path))

    async def _diagnose(self, path: str) -> None:
        place, _ = self._circle.here
        await self._written(path, lambda: place.save_diagnostics(path))

    def save_text(self, path: str, text: str) -> None:
        """Write text to a file."""
        self._circle.start("save text", self._save(path, text))

    async def _save(self, path: str, text: str) -> None:
        place, _ = self._circle.here
        await self._written(path, lambda: place.save_text(path, text))

    async def _written(self, path: str, write: Callable[[], None]) -> None:
        try:
            await self._circle.errands.call(write)
        except CounterpartError as error:
            self._circle.notice("not saved", text=str(error))
        else:
            self._circle.notice("exported", text=path)

    # The end

    def ask_to_close(self, *, quitting: bool = False) -> bool:
        """Whether the window may close now; during a run a question is asked first."""
        goes_on = self.state.settings.get("window.close") == "background"
        if goes_on and not quitting and self.state.place == "shop":
            self._circle.change("background")
            return False
        if self._syncing.active:
            self._circle.change("question", question="close during run")
            return False
        self.closed.set()
        return True

    def answer_close(self, answer: str) -> None:
        """Answer the question: "stop", "background" or "stay"."""
        self._circle.change("question", question=None)
        if answer == "stop":
            self._close_after_run = True
            self._syncing.stop()
            if not self._syncing.active:
                self.closed.set()
        elif answer == "background":
            self._circle.change("background")

    async def aclose(self) -> None:
        """End everything; what is being written is finished first."""
        self._syncing.stop()
        await self._pictures.close()
        await self._circle.close()
