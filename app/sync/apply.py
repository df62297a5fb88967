"""Applies a plan: many products at once, within the services' limits, one failure stops none."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Protocol

from app.domain.actions import Action
from app.domain.errors import (
    CounterpartError,
    NotThere,
    ServiceError,
    StorageFailed,
    TokenRefused,
)
from app.domain.events import ActionFinished, ActionResult, ActionStarted, Phase, Progressed
from app.domain.planning import Plan
from app.domain.steps import AdjustStock, DeleteProduct, PutProduct, PutVariation, Step
from app.domain.verifying import ACCEPTED_AS_ANSWERED
from app.sync.carry import Carrier, StockInDoubt, linked_variations
from app.sync.context import Context
from app.sync.create import Birth, create_products, creation_of, stops_creating
from app.sync.pull_online import accept_listed
from app.sync.world import World
from app.sync.writing import Work

CONCURRENCY = 8
BATCH = 25
READ_BY_ID = 50
"""Up to so many written products are read back by id; more: by listing (RULES M15)."""
_STOP_PATIENCE = 20.0
_GLANCE = 0.25
_RESTRICTED = "NOT_ALLOWED_TO_UPDATE_"
"""How the codes begin by which a store keeps fields for its own POS link (API eCom §15)."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one action; `again` is when (UNIX seconds) it may be looked at anew."""

    action: Action
    result: ActionResult
    error: str | None = None
    again: float | None = None


@dataclass(slots=True)
class Applied:
    """The outcomes of a plan, by product key."""

    outcomes: dict[str, Outcome] = field(default_factory=dict)
    stopped: bool = False
    token_refused: TokenRefused | None = None
    restricted: str = ""
    """The code by which the store said that another integration alone may write (RULES M17)."""
    listed_at: int | None = None
    """When the listing began that read the writes back, on the service's clock."""


class Ways(Protocol):
    """What other than a sync does around the writes of an action (undo)."""

    async def before(self, work: Work) -> None:
        """The product was read and nothing is written yet. Raises `ServiceError` to leave it."""
        ...

    def birth(self, action: Action) -> None:
        """The product is about to be created."""
        ...

    def after(self, work: Work) -> None:
        """Everything is written and was read back."""
        ...


class Applier:
    """Carries out all actions of a plan; the bases move unless there are `ways` that say else."""

    def __init__(
        self, context: Context, world: World, run: int, plan: Plan, ways: Ways | None = None
    ) -> None:
        self._ways = ways
        self._context = context
        self._world = world
        self._run = run
        self._plan = plan
        self._carrier = Carrier(context, run)
        self._applied = Applied()
        self._works: dict[str, Work] = {}
        self._done: dict[str, asyncio.Event] = {a.key: asyncio.Event() for a in plan.actions}
        self._by_listing = len(plan.actions) > READ_BY_ID
        self._unread: dict[str, Work] = {}
        self._phase: Phase = "writing"
        self._full: CounterpartError | None = None
        self._started: set[str] = set()

    async def apply(self) -> Applied:
        """Do everything that can be done; the outcomes tell the rest."""
        actions = self._plan.actions
        await self._early(actions)
        creating = [a for a in actions if a.kind == "create"]
        others = in_waiting_order([a for a in actions if a.kind != "create"])
        await self._all([self._bound(self._existing, action) for action in others])
        for at in range(0, len(creating), BATCH):
            await self._context.gate()
            chunk = [a for a in creating[at : at + BATCH] if self._may_start(a)]
            if chunk:
                await self._create(chunk)
        if self._unread and not self._applied.token_refused:
            await self._read_listing()
        return self._applied

    def _bound(
        self, call: Callable[[Action], Awaitable[None]], action: Action
    ) -> Callable[[], Awaitable[None]]:
        return lambda: call(action)

    async def _all(
        self, calls: Sequence[Callable[[], Awaitable[None]]], *, begun: bool = False
    ) -> None:
        """Run so many at once; a stop lets what is in flight finish (RULES S20).

        `begun`: all of these products have been written to, so all of them are in flight.
        """
        queue = list(reversed(calls))

        async def worker() -> None:
            while queue:
                if not begun:
                    await self._context.gate()
                if not queue or (self._refused() if begun else self._halted()):
                    return
                await queue.pop()()

        workers = [asyncio.create_task(worker()) for _ in range(min(CONCURRENCY, len(calls)))]
        stopping = asyncio.create_task(self._context.stop.wait())
        pending: set[asyncio.Task[None]] = set(workers)
        try:
            while pending and not stopping.done():
                watched = {*pending, stopping}
                await asyncio.wait(watched, return_when=asyncio.FIRST_COMPLETED)
                pending = {task for task in workers if not task.done()}
            if pending:
                await asyncio.wait(pending, timeout=_STOP_PATIENCE)
        finally:
            stopping.cancel()
            for task in workers:
                task.cancel()
            results = await asyncio.gather(*workers, return_exceptions=True)
        for result in results:
            if isinstance(result, BaseException) and not isinstance(result, asyncio.CancelledError):
                raise result

    def _halted(self) -> bool:
        self._applied.stopped = self._context.stop.is_set()
        return self._applied.stopped or self._refused() or bool(self._applied.restricted)

    def _refused(self) -> bool:
        return self._applied.token_refused is not None

    def _may_start(self, action: Action) -> bool:
        if self._halted():
            return False
        if self._full is not None and action.kind == "create":
            self._finish(action, "failed", str(self._full))
            return False
        return action.key not in self._applied.outcomes

    async def _early(self, actions: Iterable[Action]) -> None:
        """Categories, and SKUs that stand in each other's way, before anything else."""
        for action in actions:
            for step in action.steps[: action.early]:
                await self._context.gate()
                if not self._may_start(action):
                    break
                await self._guarded(action, self._early_bound(action, step))

    def _early_bound(self, action: Action, step: Step) -> Callable[[], Awaitable[None]]:
        return lambda: self._early_step(action, step)

    async def _early_step(self, action: Action, step: Step) -> None:
        self._start(action)
        work = self._works.get(action.key) or self._carrier.begin(action, action.ecom_id or 0)
        self._works[action.key] = work
        if work.read is None and isinstance(step, PutProduct | PutVariation):
            await self._carrier.look(work)
        await self._carrier.step(work, step)

    async def _guarded(self, action: Action, call: Callable[[], Awaitable[None]]) -> bool:
        """Run a part of an action; its failure becomes the action's outcome, no more."""
        try:
            await call()
        except StockInDoubt:
            later = self._context.now() + self._context.doubt_seconds
            text = "The reply to a change of stock was lost. It is looked at again."
            self._finish(action, "failed", text, later)
        except TokenRefused as refused:
            self._applied.token_refused = refused
            self._finish(action, "failed", str(refused))
        except NotThere as gone:
            if action.ecom_id is not None:
                await self._if_deleted(action, gone)
            else:
                self._finish(action, "failed", str(gone))
        except StorageFailed:
            # What can't be noted must not be sent: this ends the run, not one product.
            raise
        except CounterpartError as error:
            self._note_restricted(error)
            self._finish(action, "failed", str(error))
        else:
            return True
        return False

    def _note_restricted(self, error: CounterpartError | None) -> None:
        """Another integration's fields: nothing more is begun, unless the manager wants it so."""
        if self._context.mode_chosen or not isinstance(error, ServiceError):
            return
        if error.code.startswith(_RESTRICTED):
            self._applied.restricted = error.code

    async def _if_deleted(self, action: Action, error: NotThere) -> None:
        """Somebody deleted the product, or a part of it, online after it was read."""
        work = self._carrier.begin(action, action.ecom_id or 0)
        try:
            await self._carrier.look(work)
        except NotThere:
            self._carrier.forget(work)
            text = "It was deleted online meanwhile. The next sync decides anew."
            self._finish(action, "failed", text)
        except ServiceError:
            self._finish(action, "failed", str(error))
        else:
            self._finish(action, "failed", str(error))

    def _start(self, action: Action) -> None:
        if action.key not in self._started:
            self._started.add(action.key)
            self._context.announce(ActionStarted(action.key, action.sku, action.name, action.kind))

    def _finish(
        self,
        action: Action,
        result: ActionResult,
        error: str | None = None,
        again: float | None = None,
    ) -> None:
        outcome = Outcome(action, result, error, again)
        self._applied.outcomes[action.key] = outcome
        self._done[action.key].set()
        self._context.journal.finish_action(self._run, action.key, result, error or "")
        self._context.announce(
            Progressed(self._phase, len(self._applied.outcomes), len(self._plan.actions))
        )
        self._context.announce(
            ActionFinished(
                action.key,
                self._ecom_id(action),
                action.sku,
                action.name,
                action.kind,
                result,
                error,
            )
        )

    def _ecom_id(self, action: Action) -> int | None:
        link = self._context.state.links.get(action.key)
        return action.ecom_id or (link.ecom_id if link else None)

    # Products that exist

    async def _existing(self, action: Action) -> None:
        try:
            if self._may_start(action) and await self._freed(action):
                await self._guarded(action, lambda: self._carry_existing(action))
        finally:
            # Nobody may wait for what is read back later, or for what broke off.
            self._done[action.key].set()

    async def _freed(self, action: Action) -> bool:
        """Wait for the actions that free a SKU this one takes; False when the run is halted."""
        for key in action.after:
            while not self._done[key].is_set():
                if self._halted():
                    return False
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._done[key].wait(), _GLANCE)
        return True

    async def _carry_existing(self, action: Action) -> None:
        self._start(action)
        work = self._works.get(action.key) or self._carrier.begin(action, action.ecom_id or 0)
        self._works[action.key] = work
        await self._carrier.look(work)
        if self._ways is not None:
            await self._ways.before(work)
        await self._carry(work, action.steps[action.early :])

    async def _carry(self, work: Work, steps: Iterable[Step]) -> None:
        try:
            for step in steps:
                await self._carrier.step(work, step)
        except ServiceError:
            self._keep_what_came(work)
            raise
        if isinstance(work.action.steps[-1], DeleteProduct):
            self._carrier.forget(work)
            self._finish(work.action, "done")
            return
        if self._by_listing and not any(isinstance(s, AdjustStock) for s in work.action.steps):
            self._unread[work.action.key] = work
            return
        await self._verify(work)

    def _keep_what_came(self, work: Work) -> None:
        """Even of a failed action: ids that came into being are kept."""
        link = replace(
            self._context.state.links.get(work.action.key) or work.link,
            variations=linked_variations(work),
            pictures=tuple(work.pictures),
        )
        self._context.state.links[work.action.key] = link
        self._context.mirror.save_links({work.action.key: link})

    async def _verify(self, work: Work) -> None:
        self._conclude(work, await self._carrier.read_back(work))

    def _conclude(self, work: Work, kept: list[str]) -> None:
        if kept:
            text = f"The online store kept {', '.join(kept)}. The next sync tries again."
            self._finish(work.action, "failed", text)
            return
        self._settle(work)
        self._finish(work.action, "done")

    def _settle(self, work: Work) -> None:
        if self._ways is not None:
            self._ways.after(work)
            return
        product = self._world.catalogue.products.get(work.action.key)
        there = work.there
        if product is None or product.deleted or there is None:
            self._settle_removal(work)
            return
        if there.enabled or any(c.field in ACCEPTED_AS_ANSWERED for c in work.action.changes):
            self._carrier.settle(work, product, there, self._world.situation, self._plan.left_out)

    def _settle_removal(self, work: Work) -> None:
        """Hidden now, to be deleted when the day has come (RULES M20)."""
        link = self._context.state.links.get(work.action.key)
        if link is not None and not link.due and work.action.kind == "hide":
            link = replace(link, due=due_day(self._context, self._world.situation.today))
            self._context.state.links[work.action.key] = link
            self._context.mirror.save_links({work.action.key: link})

    # New products

    async def _create(self, actions: Sequence[Action]) -> None:
        for action in actions:
            if not await self._freed(action):
                return
        for action in actions:
            self._start(action)
            if self._ways is not None:
                self._ways.birth(action)
        births = await create_products(self._context, self._run, actions)
        await self._all([self._rearing(birth) for birth in births], begun=True)

    def _rearing(self, birth: Birth) -> Callable[[], Awaitable[None]]:
        return lambda: self._rear(birth)

    async def _rear(self, birth: Birth) -> None:
        action = birth.action
        if birth.ecom_id is None:
            self._not_born(birth)
            return
        work = self._carrier.begin(action, birth.ecom_id)
        steps = action.steps[action.steps.index(creation_of(action)) + 1 :]
        await self._guarded(action, lambda: self._carry(work, steps))

    def _not_born(self, birth: Birth) -> None:
        if birth.skipped:
            self._finish(birth.action, "skipped", birth.skipped)
            return
        self._note_restricted(birth.error)
        if isinstance(birth.error, TokenRefused):
            self._applied.token_refused = birth.error
        if stops_creating(birth.error):
            self._full = birth.error
        lag = self._context.rules.whole("lag.seconds")
        again = self._context.now() + lag if birth.doubtful else None
        self._finish(birth.action, "failed", str(birth.error), again)

    # Reading back many

    async def _read_listing(self) -> None:
        """One listing for all; what it does not show as written is read by id (RULES M15)."""
        self._phase = "checking"
        await self._context.gate()
        since = self._context.fact("ecom.cursor") - self._context.rules.whole("lag.overlap")
        patience = float(self._context.rules.whole("lag.seconds"))
        pause = 0.5
        while True:
            await self._check_listed(since)
            if len(self._unread) <= READ_BY_ID or patience <= 0 or self._halted():
                break
            await self._context.sleep(pause)
            patience -= pause
            pause = min(pause * 2, 15.0)
        works = list(self._unread.values())
        self._unread = {}
        self._by_listing = False
        await self._all([self._reading(work) for work in works], begun=True)

    def _reading(self, work: Work) -> Callable[[], Awaitable[None]]:
        async def read() -> None:
            await self._guarded(work.action, lambda: self._verify(work))

        return read

    async def _check_listed(self, since: int) -> None:
        waiting = {work.ecom_id: work for work in self._unread.values()}
        began = 0
        async for page in self._context.ecom.products(since):
            began = began or page.began
            for product in page.read.products:
                work = waiting.get(product.id)
                if work is None or not self._carrier.listed(work, product, page.read):
                    continue
                self._conclude(work, [])
                self._unread.pop(work.action.key, None)
                waiting.pop(product.id)
            await accept_listed(self._context, page.read)
            await self._context.gate()
        self._applied.listed_at = began or None


def in_waiting_order(actions: Sequence[Action]) -> list[Action]:
    """The actions, each behind those that it waits for; otherwise as they were."""
    by_key = {action.key: action for action in actions}
    ordered: dict[str, Action] = {}

    def place(action: Action) -> None:
        for key in action.after:
            if key in by_key and key not in ordered:
                place(by_key[key])
        ordered[action.key] = action

    for action in actions:
        if action.key not in ordered:
            place(action)
    return list(ordered.values())


def wait_for_removal(context: Context, plan: Plan, today: str) -> None:
    """What is gone from the POS and hidden online already waits from now on as well (M20)."""
    if context.rules.text("removal.mode") != "hide":
        return
    begun = {}
    for found in plan.assessments:
        link = context.state.links.get(found.key)
        gone = found.product is not None and found.product.deleted
        hidden = found.there is not None and not found.there.enabled
        if link is not None and not link.due and gone and hidden:
            begun[found.key] = replace(link, due=due_day(context, today))
    context.state.links.update(begun)
    context.mirror.save_links(begun)


def due_day(context: Context, today: str) -> str:
    """The day on which a hidden product is deleted (RULES M20)."""
    days = context.rules.whole("removal.days")
    return (datetime.fromisoformat(today) + timedelta(days=days)).isoformat(timespec="seconds")
