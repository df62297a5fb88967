"""Carries out one action: intend, read, write, read, settle (DESIGN §5, RULES M5, M16)."""

from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import replace

from app.domain.actions import Action
from app.domain.errors import NotThere, OutcomeUnknown, Refused, ServiceError
from app.domain.leaving_out import NOTHING, LeftOut, with_former_options
from app.domain.pair_comparison import settled_base
from app.domain.pairing import STRANGER, Link, PosProduct
from app.domain.pictures import MAIN
from app.domain.product import EcomProduct, EcomRead
from app.domain.situation import Situation
from app.domain.steps import (
    AddPicture,
    AdjustStock,
    CreateCategory,
    CreateVariation,
    DeletePicture,
    DeleteProduct,
    DeleteVariation,
    PutOptions,
    PutVariation,
    Step,
    UnassignCategory,
)
from app.domain.verifying import unmet, written_fields
from app.sync.context import Context, Stopped
from app.sync.pull_online import forget_online, take_over
from app.sync.writing import Work, Writer

_SENDINGS = 3
"""How often a repeatable write is sent before its product counts as failed."""


class StockInDoubt(Exception):
    """A stock difference was sent and its reply lost: never resent, looked at later (M5)."""


class Carrier:
    """Carries out the steps of actions, one product at a time."""

    def __init__(self, context: Context, run: int) -> None:
        self._context = context
        self._run = run
        self._writer = Writer(context)

    def begin(self, action: Action, ecom_id: int) -> Work:
        """Start work on an action whose product exists."""
        link = self._context.state.links.get(action.key) or Link(ecom_id)
        return Work(
            action,
            self._run,
            ecom_id,
            link,
            variations=dict(link.variations),
            pictures=list(link.pictures),
        )

    async def look(self, work: Work) -> None:
        """Read the product by id; the first look is kept as the before-image."""
        await self._writer.look(work)

    async def step(self, work: Work, step: Step) -> None:
        """Do one step. Raises `ServiceError`s, and `StockInDoubt`."""
        if isinstance(step, AdjustStock):
            await self._adjust(work, step)
            return
        if isinstance(step, PutOptions) and work.stale:
            await self.look(work)
        if isinstance(step, AddPicture):
            known, content = await self._writer.fetch_picture(work, step)
            await self._send(work, known, lambda: self._writer.upload(work, known, content))
            return
        await self._send(work, step, lambda: self._writer.write(work, step))
        if isinstance(step, PutOptions | CreateVariation | PutVariation | DeleteVariation):
            work.stale = True

    async def _send(self, work: Work, step: Step, call: Callable[[], Awaitable[str]]) -> None:
        """Send a write that may be repeated; after a lost reply look before repeating."""
        for sending in range(1, _SENDINGS + 1):
            step_id = self._intend(work, step)
            try:
                result = await call()
            except OutcomeUnknown as error:
                if await self._seen(work, step):
                    self._context.journal.settle(step_id, "done", "seen")
                    return
                if sending == _SENDINGS:
                    self._context.journal.settle(step_id, "unknown", error.message)
                    raise
                self._context.journal.settle(step_id, "failed", "not seen")
            except ServiceError as error:
                if await self._was_done_before(work, step, error):
                    self._context.journal.settle(step_id, "done", "seen")
                    return
                self._context.journal.settle(step_id, "failed", error.message)
                raise
            else:
                self._context.journal.settle(step_id, "done", result)
                return

    async def _seen(self, work: Work, step: Step) -> bool:
        """Whether a write whose reply was lost has been made.

        It may still be on its way. Most writes come to the same when they are made twice; a
        picture made twice is found by a second look; of a category there must never be two.
        """
        if await self._writer.shows(work, step):
            return True
        if isinstance(step, AddPicture) and step.place == "gallery":
            work.doubtful = True
        if not isinstance(step, CreateCategory):
            return False
        self._context.waited("ecom", self._context.doubt_seconds)
        with suppress(Stopped):
            await self._context.unless_stopped(self._context.sleep(self._context.doubt_seconds))
        return await self._writer.shows(work, step)

    def _intend(self, work: Work, step: Step) -> int:
        now = int(self._context.now())
        return self._context.journal.intend(work.run, work.action.key, work.ecom_id, step, now)

    async def _was_done_before(self, work: Work, step: Step, error: ServiceError) -> bool:
        """A refusal that says: an earlier sending got through."""
        if isinstance(error, NotThere) and isinstance(
            step, DeleteProduct | DeleteVariation | DeletePicture | UnassignCategory
        ):
            return True
        duplicated = isinstance(error, Refused) and error.code == "COMBINATION_DUPLICATED"
        return (
            duplicated
            and isinstance(step, CreateVariation)
            and await self._writer.shows(work, step)
        )

    # Stock

    async def _adjust(self, work: Work, step: AdjustStock) -> None:
        """Write the difference to what a read by id says right before (RULES M5)."""
        if work.stale:
            await self.look(work)
        quantity = _quantity(work, step)
        if quantity is None:
            return
        target = min(quantity, step.cap)
        if quantity < step.raise_to:
            target = step.raise_to
        if target == quantity:
            return
        step_id = self._intend(work, step)
        try:
            await self._context.ecom.adjust_stock(
                work.ecom_id, step.variation_id, target - quantity
            )
        except OutcomeUnknown as error:
            self._context.journal.settle(step_id, "unknown", error.message)
            raise StockInDoubt from error
        except ServiceError as error:
            self._context.journal.settle(step_id, "failed", error.message)
            raise
        self._context.journal.settle(step_id, "done", str(target - quantity))

    # Reading back

    async def read_back(self, work: Work) -> list[str]:
        """Look again; returns what eCom kept otherwise, in words."""
        await self.look(work)
        if work.there is None:
            return ["nothing"]
        self._keep_answer(work)
        work.link = self.keep_link(work, work.there)
        return unmet(work.action, work.there, work.variations)

    def listed(self, work: Work, listed: EcomProduct, page: EcomRead) -> bool:
        """Whether a listing shows the product as it was written; then it is taken over."""
        existing = {variation.id for variation in listed.variations}
        if not set(work.variations.values()) <= existing:
            return False
        if unmet(work.action, listed, work.variations):
            return False
        raw = {listed.id: page.raw[listed.id]}
        take_over(self._context, EcomRead((listed,), raw, page.texts))
        work.read = EcomRead((listed,), raw)
        self._keep_answer(work)
        work.link = self.keep_link(work, listed)
        return True

    def _keep_answer(self, work: Work) -> None:
        """What the run left is kept beside what was there before, for undo (RULES M14)."""
        self._context.journal.save_after(work.run, work.action.key, work.raw)

    def keep_link(self, work: Work, there: EcomProduct) -> Link:
        """Keep what came into being: variations and pictures of ours that are really there."""
        existing = {variation.id for variation in there.variations}
        present = set(there.image_ids)
        pictures = tuple(
            p._replace(mark=there.main_image_mark) if p.image_id == MAIN and not p.mark else p
            for p in work.pictures
            if p.image_id in present
        )
        link = replace(
            self._context.state.links.get(work.action.key) or work.link,
            variations={k: v for k, v in linked_variations(work).items() if v in existing},
            pictures=pictures,
        )
        self._context.state.links[work.action.key] = link
        self._context.mirror.save_links({work.action.key: link})
        return link

    def settle(
        self,
        work: Work,
        product: PosProduct,
        there: EcomProduct,
        situation: Situation,
        left_out: LeftOut = NOTHING,
    ) -> None:
        """Move the base to what the POS has and what eCom answered (RULES M1)."""
        before = self._context.state.bases.get(work.action.key)
        written = written_fields(work.action)
        base = settled_base(product, there, work.link, before, situation, written)
        if before is not None and left_out.get(work.action.key):
            base = with_former_options(base, before)
        self._context.state.bases[work.action.key] = base
        self._context.mirror.save_bases({work.action.key: base})

    def forget(self, work: Work) -> None:
        """A product that is deleted online leaves the mirror, its link and its base."""
        forget_online(self._context, [work.ecom_id])


def linked_variations(work: Work) -> dict[str, int]:
    """The variations that belong to POS records."""
    return {key: made for key, made in work.variations.items() if not key.startswith(STRANGER)}


def _quantity(work: Work, step: AdjustStock) -> int | None:
    there = work.there
    if there is None:
        return None
    if step.variation_id is None:
        return None if there.unlimited else there.quantity or 0
    for variation in there.variations:
        if variation.id == step.variation_id:
            return None if variation.unlimited else variation.quantity or 0
    return None
