"""The pipeline: pull, compare, plan, guard, ask, apply, verify, remember (DESIGN §10)."""

from collections.abc import Coroutine, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from app.domain.actions import Action
from app.domain.errors import BrokenListing, CounterpartError, DatabaseDamaged
from app.domain.events import (
    COUNTED,
    ActionFinished,
    Finished,
    Mode,
    Objected,
    Planned,
    Progressed,
    Started,
)
from app.domain.guard import Reason, concerned, objections
from app.domain.leaving_out import NOTHING, LeftOut
from app.domain.pairing import OWN_REFERENCE, RESTORED_REFERENCE, TEST_REFERENCE, Base
from app.domain.planning import Plan
from app.sync.apply import Applied, Applier, Outcome
from app.sync.consent import Approval, signature
from app.sync.context import Context, Stopped
from app.sync.deciding import keep_hidden_after_loss, make_plan_now, plan_only
from app.sync.kept_edits import end_where_pos_changed
from app.sync.pull import Pulled, pull
from app.sync.pull_online import close_listing, find_strays, take_over
from app.sync.reconcile import reconcile, settle_open
from app.sync.removal import wait_for_removal
from app.sync.storage_ports import Failure, RunRecord
from app.sync.telling import (
    KIND_COUNTS,
    planned_counts,
    question,
    standing,
    tell_attention,
    tell_changed,
    tell_first_link,
    tell_held_back,
    tell_only_checked,
)
from app.sync.world import World, settled_outlets

_SECOND_LOOKS = 2
_GUARDED = timedelta(days=2)
"""Runs as young as that stay in the history: the guard adds up what they did (RULES M13)."""


@dataclass(frozen=True, slots=True)
class Options:
    """How to run. `yes` answers the first-sync question and the guard; `attended`: by a person.

    `approved` is a yes to exactly what was shown, and nothing else is carried out. `only` limits
    the run to some product keys. `by` is what started it: "window", "schedule" or "command".
    """

    check: bool = False
    full: bool = False
    yes: bool = False
    attended: bool = True
    approved: Approval | None = None
    only: frozenset[str] | None = None
    by: str = "command"

    @property
    def answered(self) -> bool:
        """Whether it has a yes; all others are counted together by the guard (RULES M13)."""
        return self.yes or self.approved is not None

    @property
    def left_out(self) -> LeftOut:
        """The lines that are not to be written, by product key."""
        return self.approved.left_out if self.approved is not None else NOTHING


@dataclass(slots=True)
class Result:
    """What becomes of a run while it goes on."""

    exit: int = 0
    mode: Mode = "sync"
    run: int | None = None
    counts: dict[str, int] | None = None
    kinds: Mapping[str, int] | None = None


async def sync(context: Context, options: Options) -> Finished:
    """Run once. Everything that can go wrong is told as an event and as the exit status."""
    began = context.now()
    result = Result()
    result.mode = "check" if options.check else store_mode(context)
    if not options.check:
        started = in_utc(began)
        result.run = context.journal.start_run(result.mode, started, options.answered, options.by)
    return await told_run(context, result, began, _run(context, options, result))


async def told_run(
    context: Context, result: Result, began: float, work: Coroutine[Any, Any, None]
) -> Finished:
    """Carry out the work of a run, tell how it went and keep it in the history."""
    context.announce(Started(result.mode, result.run))
    try:
        await work
    except Stopped:
        result.counts = None
    except BrokenListing as broken:
        context.say(str(broken), "error", error=broken)
        context.announce(Objected((Reason("listing", 0, len(context.state.records), ()),)))
        result.exit = 3
    except DatabaseDamaged:
        # Nothing more can be noted in it; whoever opened it sets it aside.
        raise
    except CounterpartError as error:
        context.say(str(error), "error", error=error)
        result.exit = 2
    if context.stop.is_set():
        result.exit = 130
    return _finished(context, result, began)


def store_mode(context: Context) -> Mode:
    """Whether this store may be written to."""
    return "check only" if context.rules.text("store.mode") == "check only" else "sync"


def in_utc(seconds: float) -> str:
    """A time as the journal keeps it."""
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds")


def _finished(context: Context, result: Result, began: float) -> Finished:
    counts = {name: (result.counts or {}).get(name, 0) for name in COUNTED}
    requests = {"pos": context.pos.requests, "ecom": context.ecom.requests}
    seconds = round(context.now() - began, 3)
    finished = Finished(
        result.run, result.mode, result.exit, counts, requests, context.ecom.writes, seconds
    )
    if result.run is not None:
        record = RunRecord(
            result.run,
            in_utc(began),
            seconds,
            result.mode,
            result.exit,
            counts,
            requests,
            context.ecom.writes,
        )
        context.journal.finish_run(record, result.kinds)
        _thin_out_history(context, began)
    context.announce(finished)
    return finished


def _thin_out_history(context: Context, began: float) -> None:
    """Forget what is too old, then the oldest of what takes too much room."""
    days = timedelta(days=context.rules.whole("history.days"))
    context.journal.prune(in_utc(began - days.total_seconds()))
    limit = context.rules.whole("history.megabytes")
    gone = context.journal.prune_to(limit * 1_000_000, in_utc(began - _GUARDED.total_seconds()))
    if gone:
        context.say(
            f"The history took more than {limit} MB, so the oldest syncs in it were forgotten: "
            f"{len(gone)}."
        )


async def _run(context: Context, options: Options, result: Result) -> None:
    first = context.fact("first.done") == 0
    world, plan = await context.unless_stopped(_prepare(context, options, result))
    keep_settled(context, plan.settled)
    if options.approved is not None:
        plan = _consented(context, world, plan, options.approved)
    tell_attention(context, plan)
    tell_held_back(context, plan)
    context.announce(Planned(plan.actions))
    result.counts = planned_counts(plan)
    result.exit = 1 if result.counts["attention"] else 0
    if result.mode != "sync":
        tell_only_checked(context, result.mode)
        return
    wait_for_removal(context, plan, world.situation.today)
    reasons = _objections(context, plan, first, options)
    if reasons:
        context.announce(Objected(reasons))
        if not options.yes:
            result.exit = 3
            context.say(question(reasons, first), "warning")
            result.counts = {**dict.fromkeys(COUNTED, 0), **standing(plan)}
            return
    await _apply(context, world, plan, result)
    if first and options.only is None and not context.stop.is_set():
        context.remember("first.done", 1)


def _consented(context: Context, world: World, plan: Plan, approval: Approval) -> Plan:
    """The part of the plan that is just what was shown and ticked.

    Planned without the rest, so that what several products need hangs on one of these.
    """
    wanted = frozenset(key for key in approval.actions if plan.concerns(key))
    asked = part = plan_only(context, world, wanted, approval.left_out)
    while (covered := approval.covered(part)) != {action.key for action in part.actions}:
        part = plan_only(context, world, covered, approval.left_out)
    part = replace(part, only=plan.only)
    tell_changed(context, [a for a in asked.actions if a.key not in covered | part.held_back])
    context.plan = part
    return part


async def _prepare(context: Context, options: Options, result: Result) -> tuple[World, Plan]:
    """Settle what is open, read both sides and plan; writes nothing that is not safe to repeat."""
    await context.gate()
    if result.mode == "sync":
        await reconcile(context)
    first = context.fact("first.done") == 0
    pulled = await pull(context, options.full)
    choices = settled_outlets(context.choices, context.state.outlets, context.state.registers)
    if choices != context.choices:
        context.choices = choices
        context.set_choices(choices)
    latest = str(context.state.facts.get("latest.day") or "")
    context.remember("latest.day", max(latest, in_utc(context.now())))
    context.announce(Progressed("comparing", 0, 0))
    _watch_for_others(context, pulled, first, result)
    world, plan = await make_plan_now(context, pulled, options.only, options.left_out)
    if keep_hidden_after_loss(context, plan):
        world, plan = await make_plan_now(context, pulled, options.only, options.left_out)
    if first:
        tell_first_link(context, plan)
    return world, plan


def _watch_for_others(context: Context, pulled: Pulled, first: bool, result: Result) -> None:
    """Signs that something else writes to this shop switch it to check only (M17, S19)."""
    if not (first or pulled.full) or context.mode_chosen:
        return
    foreign = [
        product
        for product in context.state.online.values()
        if product.external_reference_id
        and not product.external_reference_id.startswith((OWN_REFERENCE, TEST_REFERENCE))
    ]
    known = {link.ecom_id for link in context.state.links.values()}
    ours_unknown = [
        product
        for product in context.state.online.values()
        if product.external_reference_id.startswith(OWN_REFERENCE)
        and not product.external_reference_id.startswith(RESTORED_REFERENCE)
        and product.id not in known
    ]
    context.remember("others", "foreign" if foreign else "own" if ours_unknown else "")
    if foreign:
        context.say(
            f"{len(foreign)} products online are linked by another integration. Counterpart only "
            "checks until you decide: disconnect that link and set store.mode to sync, or keep it "
            "and use Counterpart to check.",
            "warning",
        )
    elif ours_unknown:
        context.say(
            f"{len(ours_unknown)} products online were made by another Counterpart, or by this one "
            "with an older database. They are linked; Counterpart only checks until you confirm "
            "with `counterpart settings store.mode sync`.",
            "warning",
        )
    else:
        return
    context.set_rule("store.mode", "check only")
    if result.mode == "sync":
        result.mode = "check only"


def _check_only_from_now_on(context: Context, refused: str) -> None:
    """The store refuses what belongs to another integration: the second sign of M17."""
    context.remember("others", "foreign")
    context.set_rule("store.mode", "check only")
    context.say(
        f"The online store lets another integration alone change this ({refused}). Counterpart "
        "only checks until you decide: disconnect that link and set store.mode to sync, or keep it "
        "and use Counterpart to check.",
        "warning",
    )


def keep_settled(context: Context, settled: Mapping[str, Base]) -> None:
    """Keep bases that moved without a write."""
    end_where_pos_changed(context, settled)
    context.state.bases.update(settled)
    context.mirror.save_bases(settled)


def _objections(context: Context, plan: Plan, first: bool, options: Options) -> tuple[Reason, ...]:
    if options.approved is not None:
        return ()
    if first:
        if not plan.actions:
            return ()
        skus = tuple(action.sku for action in plan.actions[:5])
        return (Reason("first", len(plan.actions), plan.shown_online, skus),)
    unattended = None
    if not options.yes:
        yesterday = in_utc(context.now() - timedelta(days=1).total_seconds())
        unattended = context.journal.unattended_since(yesterday)
    found = concerned(plan.actions, context.rules, plan.sold_out)
    reasons = objections(found, plan.shown_online, context.rules, unattended)
    if reasons or not context.rules.on("preview.always") or not plan.actions:
        return reasons
    skus = tuple(action.sku for action in plan.actions[:5])
    return (Reason("first", len(plan.actions), plan.shown_online, skus),)


async def _apply(context: Context, world: World, plan: Plan, result: Result) -> None:
    run = result.run or 0
    counts_for = _counts_for_guard(context, plan.actions, plan)
    context.journal.save_plan(run, plan.actions, counts_for)
    if plan.actions:
        context.announce(Progressed("writing", 0, len(plan.actions)))
    applied = await Applier(context, world, run, plan).apply()
    await _second_looks(context, run, applied, plan)
    if applied.listed_at is not None and not applied.token_refused:
        with suppress(Stopped):
            await context.unless_stopped(close_listing(context, applied.listed_at))
    outcomes = applied.outcomes
    _keep_failures(context, plan, outcomes)
    counts = {**dict.fromkeys(COUNTED, 0), **standing(plan)}
    for outcome in outcomes.values():
        if outcome.result == "done":
            counts[KIND_COUNTS[outcome.action.kind]] += 1
        elif outcome.result == "failed":
            counts["failed"] += 1
    result.counts = counts
    done = [o.action for o in outcomes.values() if o.result == "done"]
    result.kinds = _counts_for_guard(context, done, plan)
    if applied.restricted:
        _check_only_from_now_on(context, applied.restricted)
    if applied.token_refused is not None:
        raise applied.token_refused
    result.exit = 1 if counts["failed"] or counts["attention"] else 0


def _counts_for_guard(
    context: Context, actions: Sequence[Action], plan: Plan
) -> Mapping[str, int] | None:
    """What these actions are to the guard; None for runs that are asked about as a whole."""
    if context.rules.on("preview.always") or world_first(context):
        return None
    found = concerned(actions, context.rules, plan.sold_out)
    return {kind: len(each) for kind, each in found.items()}


def world_first(context: Context) -> bool:
    """Whether the first sync is not over yet."""
    return context.fact("first.done") == 0


async def _second_looks(context: Context, run: int, applied: Applied, whole: Plan) -> None:
    """What is in doubt is looked at once nothing can arrive any more, and planned anew (M5)."""
    for _ in range(_SECOND_LOOKS):
        doubtful = {
            key: outcome for key, outcome in applied.outcomes.items() if outcome.again is not None
        }
        if doubtful:
            await context.gate()
        halted = applied.token_refused or applied.restricted
        if not doubtful or context.stop.is_set() or halted:
            return
        latest = max(outcome.again or 0.0 for outcome in doubtful.values())
        left = max(0.0, latest - context.now())
        context.say(
            f"Waiting {left:.0f} seconds until no lost change can arrive any more, then looking "
            f"again at {len(doubtful)} of the products.",
            "warning",
        )
        try:
            await context.unless_stopped(context.sleep(left))
            await context.unless_stopped(reconcile_doubts(context, doubtful))
        except Stopped:
            return
        world, _ = await make_plan_now(context, None)
        plan = plan_only(context, world, frozenset(doubtful), whole.left_out)
        acting = {action.key for action in plan.actions}
        for key in doubtful.keys() - plan.held_back - acting:
            applied.outcomes[key] = _turned_out_well(context, run, doubtful[key].action)
        others = len(whole.actions) - len(plan.actions)
        again = await Applier(context, world, run, plan, others=others).apply()
        applied.outcomes.update(again.outcomes)
        applied.token_refused = again.token_refused
        applied.restricted = again.restricted


def _turned_out_well(context: Context, run: int, action: Action) -> Outcome:
    """Nothing is left to write: the change whose reply was lost has been made."""
    link = context.state.links.get(action.key)
    ecom_id = action.ecom_id or (link.ecom_id if link else None)
    context.journal.finish_action(run, action.key, "done", "")
    context.announce(
        ActionFinished(action.key, ecom_id, action.sku, action.name, action.kind, "done")
    )
    return Outcome(action, "done")


async def reconcile_doubts(context: Context, doubtful: Mapping[str, Outcome]) -> None:
    """Read what is in doubt by id and settle its journal."""
    await settle_open(context)
    for outcome in doubtful.values():
        link = context.state.links.get(outcome.action.key)
        if link is not None and link.ecom_id in context.state.online:
            take_over(context, await context.ecom.product(link.ecom_id))
    await find_strays(context)


def _keep_failures(context: Context, plan: Plan, outcomes: Mapping[str, Outcome]) -> None:
    """Failures of products that the plan left out stand; all others are new or mended."""
    known = {failure.key: failure for failure in context.mirror.failures()}
    now = int(context.now())
    failures = {}
    for key, outcome in outcomes.items():
        if outcome.result == "failed":
            tries = known[key].tries + 1 if key in known else 1
            text = outcome.error or ""
            failures[key] = Failure(key, text, tries, now, signature(outcome.action))
    standing_yet = {key for key in known if key in plan.waiting or not plan.concerns(key)}
    mended = known.keys() - failures.keys() - standing_yet
    context.mirror.save_failures(failures.values(), mended)
    kept = {key: known[key] for key in known if key in standing_yet}
    context.state.failed = {key: found.error for key, found in {**kept, **failures}.items()}
