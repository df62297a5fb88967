"""Test products that experiments make online: noted before they are made, removed whatever happens.

Only what carries our own mark is ever written to or deleted.
"""

import asyncio
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Iterable, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import asdict, dataclass, replace
from typing import Any, TypeVar

from app.confirming.ports import Notebook, Person, Shop
from app.domain.errors import (
    BadAnswer,
    CounterpartError,
    NotThere,
    OutcomeUnknown,
    Refused,
    ServiceBusy,
    ServiceError,
)
from app.domain.pairing import TEST_REFERENCE
from app.domain.product import EcomProduct
from app.domain.steps import Choice, Values
from app.sync.ports import NewProduct

T = TypeVar("T")

FORGET_SECONDS = 3600.0
"""A product whose number was never told, and that is not found, can't appear later than this."""
_LEFT = "left"
_TRIES = 3
_PAUSE = 2.0
_UNSURE = (OutcomeUnknown, ServiceBusy, BadAnswer)
"""Errors that leave open whether a write was carried out."""
_LOOKS = (0.0, 2.0, 4.0, 8.0, 16.0, 32.0)
"""Pauses between looks for a product that the index does not show yet."""


@dataclass(frozen=True, slots=True)
class Workpiece:
    """One test product, as it is noted on this computer."""

    mark: str
    key: str
    began: float
    ecom_id: int | None = None

    @property
    def sku(self) -> str:
        """Its SKU, by which people recognise it too."""
        return f"COUNTERPART-TEST-{self.mark}"

    @property
    def reference(self) -> str:
        """Its external reference."""
        return f"{TEST_REFERENCE}{self.mark}"

    def is_it(self, product: EcomProduct) -> bool:
        """Whether a product of the shop is this one."""
        return product.sku == self.sku or product.external_reference_id == self.reference


class Workshop:
    """Makes test products and removes them; `left` are those that it could not remove yet."""

    def __init__(
        self,
        shop: Shop,
        person: Person,
        notebook: Notebook,
        now: Callable[[], float],
        sleep: Callable[[float], Awaitable[None]],
    ) -> None:
        self._shop = shop
        self._person = person
        self._notebook = notebook
        self._now = now
        self._sleep = sleep

    @property
    def left(self) -> tuple[Workpiece, ...]:
        """Test products that may still be in the shop."""
        return tuple(_read(self._notebook.read()))

    @asynccontextmanager
    async def product(
        self,
        values: Values | None = None,
        options: tuple[Choice, ...] = (),
        restore: bytes | None = None,
    ) -> AsyncIterator[tuple[int, Workpiece]]:
        """A hidden product of our own, gone again afterwards. Raises `ServiceError`.

        `restore` is content besides the synced fields, as of a product made anew.
        """
        mark = secrets.token_hex(4).upper()
        piece = Workpiece(mark, f"counterpart-test-{secrets.token_hex(16)}", self._now())
        own: dict[str, Any] = {
            "name": f"Counterpart test product {mark}, may be deleted",
            "sku": piece.sku,
            "enabled": False,
        }
        new = NewProduct(piece.reference, {**(values or {}), **own}, (), options, restore)
        self._note(piece)
        try:
            yield await _to_its_end(self._made(piece, new)), piece
        finally:
            for noted in self.left:
                if noted.mark == mark:
                    await _to_its_end(self.remove(noted))

    async def sweep(self) -> None:
        """Remove what earlier experiments may have left behind."""
        for piece in self.left:
            self._person.say(f"The test product {piece.sku} may still be in the online store.")
            await self.remove(piece)

    async def remove(self, piece: Workpiece) -> None:
        """Remove a test product if it is there; it is kept in mind until it surely is not.

        Not even a refusal proves that nothing was made: a batch repeats its requests, and may be
        refused the second time what it made the first time (eCom §11).
        """
        try:
            gone = await self._removed(piece)
        except ServiceError as error:
            self._person.say(f"{piece.sku} could not be removed now. {error}")
            gone = False
        if gone:
            self._forget(piece)
            return
        self._person.say(
            f"{piece.sku} is kept in mind: the next `counterpart confirm` looks for it again."
        )

    async def _made(self, piece: Workpiece, new: NewProduct) -> int:
        """Make it under a key of its own: sent again, the shop makes it only once (eCom §11)."""
        made = await self._created(piece, new)
        self._note(replace(piece, ecom_id=made))
        return made

    async def _created(self, piece: Workpiece, new: NewProduct) -> int:
        for tries in range(1, _TRIES + 1):
            try:
                return await self._once(piece, new)
            except _UNSURE:
                if tries == _TRIES:
                    raise
                await self._sleep(_PAUSE)
        raise AssertionError("the last try returns or raises")

    async def _once(self, piece: Workpiece, new: NewProduct) -> int:
        (made,) = await self._shop.create_products([new], piece.key)
        if made.ecom_id is not None:
            return made.ecom_id
        if isinstance(made.error, Refused) and made.error.status == 409:
            return await self._looked_for(piece, made.error)
        raise made.error or OutcomeUnknown("ecom", "The test product's number was not told.")

    async def _looked_for(self, piece: Workpiece, refusal: Refused) -> int:
        """The number of one that a repeated request found to be there already."""
        for pause in _LOOKS:
            await self._sleep(pause)
            for product in await self._found(piece):
                return product.id
        raise refusal

    async def _removed(self, piece: Workpiece) -> bool:
        """Whether it is surely gone; only what carries its mark is deleted."""
        if piece.ecom_id is None:
            found = [product.id for product in await self._found(piece)]
            if not found:
                return self._now() - piece.began >= FORGET_SECONDS
        else:
            found = [piece.ecom_id]
        return all([await self._gone(ecom_id, piece) for ecom_id in found])

    async def _found(self, piece: Workpiece) -> list[EcomProduct]:
        """Products with its mark, as far as the index knows."""
        reads = (
            await self._shop.find_reference(piece.reference),
            await self._shop.find_sku(piece.sku),
        )
        return list({p.id: p for read in reads for p in read.products if piece.is_it(p)}.values())

    async def _gone(self, ecom_id: int, piece: Workpiece) -> bool:
        for _ in range(_TRIES):
            product = await self._there(ecom_id)
            if product is None:
                return True
            if not piece.is_it(product):
                self._person.say(
                    f"The product {ecom_id} does not carry the mark of {piece.sku} any more: "
                    "it was left alone."
                )
                return True
            try:
                await self._shop.delete_product(ecom_id)
            except (NotThere, *_UNSURE):
                await self._sleep(_PAUSE)
        return await self._there(ecom_id) is None

    async def _there(self, ecom_id: int) -> EcomProduct | None:
        try:
            return (await self._shop.product(ecom_id)).products[0]
        except NotThere:
            return None

    def _note(self, piece: Workpiece) -> None:
        self._keep(lambda left: [*(one for one in left if one.mark != piece.mark), piece])

    def _forget(self, piece: Workpiece) -> None:
        self._keep(lambda left: [one for one in left if one.mark != piece.mark])

    def _keep(self, change: Callable[[list[Workpiece]], list[Workpiece]]) -> None:
        def changed(stored: dict[str, object]) -> dict[str, object]:
            return {**stored, _LEFT: [asdict(piece) for piece in change(list(_read(stored)))]}

        self._notebook.update(changed)


async def _to_its_end(work: Coroutine[Any, Any, T]) -> T:
    """Let work come to its end also when we are to stop; the wish to stop goes on from there."""
    task = asyncio.ensure_future(work)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        with suppress(CounterpartError):
            await task
        raise


def _read(stored: Mapping[str, object]) -> Iterable[Workpiece]:
    told = stored.get(_LEFT)
    for entry in told if isinstance(told, list) else ():
        if not isinstance(entry, dict):
            continue
        mark, key, began = entry.get("mark"), entry.get("key"), entry.get("began")
        number = entry.get("ecom_id")
        if isinstance(mark, str) and mark and isinstance(began, int | float):
            known = number if isinstance(number, int) else None
            yield Workpiece(mark, str(key or ""), float(began), known)
