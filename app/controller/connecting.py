"""The wizard: trying both stores, keeping their tokens, choosing outlets (§7.1)."""

from collections.abc import Awaitable, Callable, Collection
from dataclasses import replace
from typing import Literal

from app.controller.circle import Circle
from app.controller.workplace import Workplace
from app.domain.errors import CounterpartError
from app.facts.making_outlets import make_outlets
from app.facts.state import StoreFound, TestResult, WizardFacts
from app.facts.troubles import trouble_of
from app.sync.storage_ports import MirrorState

Step = Literal["pos", "online", "outlets"]


class Connecting:
    """What the wizard wishes for. Tokens stay here until they are in the keyring."""

    def __init__(self, circle: Circle, open_shop: Callable[[], None]) -> None:
        self._circle = circle
        self._open_shop = open_shop
        self._place: Workplace | None = None
        self._pos = ("", "")
        self._online = ("", "")

    def open_wizard(self) -> None:
        """Begin to connect; after a refused token at that store."""
        circle = self._circle
        trouble = circle.state.trouble
        self._place = circle.open_place(False)
        address, store_id = self._place.addresses()
        refused = trouble is not None and trouble.kind in ("token", "scope", "not connected")
        step: Step = "online" if trouble is not None and trouble.side == "ecom" else "pos"
        facts = replace(
            circle.state.wizard,
            step=step if refused else circle.state.wizard.step,
            pos_address=address,
            store_id=store_id,
            reconnecting=bool(refused and address),
            trouble=None,
        )
        circle.change("place", "wizard", "forgotten", place="wizard", wizard=facts, forgotten=None)

    def forget(self) -> None:
        """Drop what was typed and tested."""
        self._place = None
        self._pos = self._online = ("", "")

    def leave_wizard(self) -> None:
        """Back to the catalogue, or to welcome."""
        place = "shop" if self._circle.desk is not None else "welcome"
        self._circle.change("place", place=place)

    def wizard_step(self, step: str) -> None:
        """Go to a step."""
        if step in ("pos", "online", "outlets"):
            self._change(step=step)

    def _change(self, **facts: object) -> None:
        wizard: WizardFacts = replace(self._circle.state.wizard, **facts)  # type: ignore[arg-type]
        self._circle.change("wizard", wizard=wizard)

    # Tests

    def test_pos(self, address: str, token: str) -> None:
        """Try the POS."""
        self._pos = (address, token)
        self._change(pos=TestResult(testing=True))
        self._circle.start("test pos", self._test("pos", address, token), instead=True)

    def test_online(self, store_id: str, token: str) -> None:
        """Try the online store."""
        self._online = (store_id, token)
        self._change(online=TestResult(testing=True))
        self._circle.start("test online", self._test("online", store_id, token), instead=True)

    async def _test(self, side: str, address: str, token: str) -> None:
        place = self._here
        work: Callable[[str, str], Awaitable[StoreFound]]
        work = place.try_pos if side == "pos" else place.try_online
        try:
            found = await self._circle.errands.run(_awaited(work, address, token))
        except CounterpartError as error:
            self._change(**{side: TestResult(trouble=trouble_of(error))})
        except Exception as error:
            self._change(**{side: TestResult(trouble=trouble_of(error))})
            raise
        else:
            self._change(**{side: TestResult(found=found)})

    def forget_test(self, side: str) -> None:
        """What was typed changed."""
        if side in ("pos", "online"):
            self._circle.tasks.cancel(f"test {side}")
            self._change(**{side: TestResult()})

    @property
    def _here(self) -> Workplace:
        if self._place is None:
            self._place = self._circle.open_place(False)
        return self._place

    # Keeping

    def save_stores(self) -> None:
        """Put both tokens into the keyring and go on to the outlets.

        Connecting again after one token was refused, the other one stays as it is.
        """
        wizard = self._circle.state.wizard
        known = wizard.reconnecting
        if wizard.saving or not all(
            found or known for found in (wizard.pos.found, wizard.online.found)
        ):
            return
        self._change(saving=True, trouble=None)
        self._circle.start("save stores", self._save())

    async def _save(self) -> None:
        circle, place = self._circle, self._here
        try:
            address, store_id = place.addresses()
            pos = self._pos if self._pos[1] else (address, "")
            online = self._online if self._online[1] else (store_id, "")
            await circle.errands.call(place.save_stores, pos[0], online[0], pos[1], online[1])
            outlets, registers = await circle.errands.run(place.premises())
        except CounterpartError as error:
            self._change(trouble=trouble_of(error))
            return
        finally:
            self._change(saving=False)
        known = MirrorState(outlets=tuple(outlets), registers=tuple(registers))
        facts = make_outlets(known, place.choices(), 0)
        self._change(step="outlets", outlets=facts)

    def finish_wizard(self, register: str, ticked: Collection[str]) -> None:
        """Keep the outlets and open the catalogue."""
        self._circle.start("finish wizard", self._finish(register, frozenset(ticked)))

    async def _finish(self, register: str, ticked: frozenset[str]) -> None:
        place = self._here
        await self._circle.errands.call(
            place.change_choices,
            lambda choices: replace(choices, register=register, outlets=ticked),
        )
        self._pos = self._online = ("", "")
        self._open_shop()


async def _awaited(
    work: Callable[[str, str], Awaitable[StoreFound]], address: str, token: str
) -> StoreFound:
    return await work(address, token)
