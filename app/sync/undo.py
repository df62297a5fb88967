"""Undo: puts back what a past run did, by the same careful steps as a sync (DESIGN §5, RULES M14).

An undo is a run of its own: it is planned, shown, asked about, journalled, read back, and can be
undone in turn. It never concerns the POS.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from app.domain.actions import Action
from app.domain.choices import Choices, Flag
from app.domain.errors import CounterpartError, NotThere, Refused, ServiceError, SettingsWrong
from app.domain.events import COUNTED, Finished, Objected, Planned, Progressed, UndoPlanned
from app.domain.guard import Reason, concerned, objections
from app.domain.past import Former, PastAction, Snapshot
from app.domain.planning import Plan
from app.domain.product import EcomRead
from app.domain.steps import AddPicture, CreateProduct, DeleteProduct
from app.domain.undo_fields import edited_since, moved_since
from app.domain.undo_plan import Mark, UndoPlan
from app.domain.undoing import Now, plan_undo
from app.sync.apply import READ_BY_ID, Applier, Outcome
from app.sync.consent import signature
from app.sync.context import Context
from app.sync.deciding import plan_only
from app.sync.pull import pull
from app.sync.pull_online import forget_online, take_over
from app.sync.reconcile import reconcile
from app.sync.run import Result, in_utc, keep_settled, store_mode, told_run
from app.sync.storage_ports import KeptAction
from app.sync.telling import KIND_COUNTS
from app.sync.undo_second_look import drop_doubled_pictures
from app.sync.world import join
from app.sync.writing import Work


@dataclass(frozen=True, slots=True)
class UndoOptions:
    """Which run is undone, wholly or in part: `keys` are products, `fields` names of fields.

    `yes` answers the question that every undo asks; `approved` are signatures by product key of
    what was shown, and nothing else is carried out.
    """

    run: int
    keys: frozenset[str] | None = None
    fields: frozenset[str] | None = None
    check: bool = False
    yes: bool = False
    approved: Mapping[str, str] | None = None
    by: str = "command"

    @property
    def whole(self) -> bool:
        """Whether everything that the run did is meant."""
        return self.keys is None and self.fields is None


async def undo(context: Context, options: UndoOptions) -> Finished:
    """Undo once. Everything that can go wrong is told as an event and as the exit status."""
    began = context.now()
    result = Result()
    result.mode = "check" if options.check else store_mode(context)
    if result.mode == "sync":
        result.mode = "undo"
        result.run = context.journal.start_run("undo", in_utc(began), True, options.by, options.run)
    return await told_run(context, result, began, _run(context, options, result))


async def _run(context: Context, options: UndoOptions, result: Result) -> None:
    found = await context.unless_stopped(_prepare(context, options, result))
    plan = found
    if options.approved is not None:
        plan = _consented(context, found, options.approved)
    context.undo_plan = plan
    context.announce(UndoPlanned(plan.run, plan.left, plan.renumbered))
    context.announce(Planned(plan.actions))
    result.counts = _counted(plan.actions)
    result.exit = 1 if any(left.reason != "stock" for left in plan.left) else 0
    if result.mode != "undo":
        return
    if plan.actions and not options.yes and options.approved is None:
        context.announce(Objected(_reasons(context, plan)))
        context.say("Look through it, then say yes with --yes. Nothing was written.", "warning")
        result.counts = dict.fromkeys(COUNTED, 0)
        result.exit = 3
        return
    outcomes = await _carry_out(context, plan, result)
    done = all(outcome.result == "done" for outcome in outcomes.values())
    whole = options.whole and plan.actions == found.actions
    if whole and done and not context.stop.is_set():
        context.journal.mark_undone(options.run)


def _consented(context: Context, plan: UndoPlan, approved: Mapping[str, str]) -> UndoPlan:
    """The part of the plan that is just what was shown and ticked."""
    kept = tuple(a for a in plan.actions if approved.get(a.key) == signature(a))
    for action in plan.actions:
        if action.key in approved and action not in kept:
            text = f"{action.name} changed since you looked; look again."
            context.say(text, "warning", action.key)
    return replace(plan, actions=kept)


def _reasons(context: Context, plan: UndoPlan) -> tuple[Reason, ...]:
    shown = _shown_online(context)
    skus = tuple(action.sku for action in plan.actions[:5])
    found = objections(concerned(plan.actions, context.rules, frozenset()), shown, context.rules)
    return (Reason("first", len(plan.actions), shown, skus), *found)


def _shown_online(context: Context) -> int:
    online = context.state.online
    linked = (online.get(link.ecom_id) for link in context.state.links.values())
    return sum(1 for there in linked if there is not None and there.enabled)


def _counted(actions: Iterable[Action]) -> dict[str, int]:
    counts = dict.fromkeys(COUNTED, 0)
    for action in actions:
        counts[KIND_COUNTS[action.kind]] += 1
    return counts


# Planning


async def _prepare(context: Context, options: UndoOptions, result: Result) -> UndoPlan:
    """Settle what is open, read both sides and plan; writes nothing that is not safe to repeat."""
    kept = _kept(context, options)
    await context.gate()
    if result.mode == "undo":
        await reconcile(context)
    await pull(context, full=False)
    context.announce(Progressed("comparing", 0, 0))
    context.world = join(context)
    keep_settled(context, plan_only(context, context.world).settled)
    past = [_read(context, one) for one in kept]
    now = await _look(context, options, past)
    plan = plan_undo(options.run, past, now, options.keys, options.fields)
    lost = await _lost_pictures(context, plan)
    if lost:
        plan = plan_undo(options.run, past, replace(now, lost=lost), options.keys, options.fields)
    return plan


def _kept(context: Context, options: UndoOptions) -> list[KeptAction]:
    """The actions to undo, by key or SKU. Raises `SettingsWrong` when there are none such."""
    known = [one for one in context.journal.kept_actions(options.run) if one.result != "skipped"]
    if not known:
        raise SettingsWrong(
            f"Run {options.run} changed nothing, or its history is no longer kept.",
            "`counterpart history` lists the runs.",
        )
    if options.keys is None:
        return known
    found = [one for one in known if one.key in options.keys]
    if not found:
        raise SettingsWrong(
            f"Run {options.run} did nothing about this product.",
            "`counterpart history RUN` lists what a run did.",
        )
    return found


def _read(context: Context, kept: KeptAction) -> PastAction:
    return PastAction(
        kept.run,
        kept.key,
        kept.kind,
        kept.ecom_id,
        kept.sku,
        kept.name,
        kept.changes,
        _snapshot(context, kept.before),
        _snapshot(context, kept.after),
        kept.former,
    )


def _snapshot(context: Context, raw: bytes | None) -> Snapshot | None:
    if raw is None:
        return None
    found, texts = context.ecom.snapshot(raw)
    if texts:
        # What is put back must be at hand word for word.
        context.mirror.save_ecom(EcomRead((), {}, texts))
    return found


async def _look(context: Context, options: UndoOptions, past: list[PastAction]) -> Now:
    """Both sides as they are now; what is to be put back is read by id, unless it is a lot."""
    state = context.state
    now = Now(
        state.online,
        context.world.catalogue.products if context.world else {},
        state.links,
        state.bases,
    )
    there = [found for one in past if (found := now.there(one)) is not None]
    if len(there) <= READ_BY_ID:
        for product in there:
            await context.gate()
            try:
                take_over(context, await context.ecom.product(product.id))
            except NotThere:
                forget_online(context, [product.id])
    addresses: dict[int, Snapshot] = {}
    for product in there:
        raw = context.mirror.raw_ecom(product.id)
        seen = context.ecom.snapshot(raw)[0] if raw else None
        if seen is not None:
            addresses[product.id] = seen
    ordered = frozenset[int]()
    if any(one.kind == "create" for one in past) and options.fields is None:
        ordered = await _ordered(context, options.run)
    categories = frozenset(category.id for category in state.ecom_categories)
    return replace(now, addresses=addresses, ordered=ordered, categories=categories)


async def _ordered(context: Context, run: int) -> frozenset[int]:
    """Products ordered online since the run began, where the token may read orders."""
    since = context.journal.started(run)
    try:
        orders = await context.ecom.orders(since)
    except ServiceError as error:
        context.say(f"Orders could not be read, so they are not looked at: {error}", "warning")
        return frozenset()
    return frozenset(line.product_id for order in orders if order.holds for line in order.lines)


async def _lost_pictures(context: Context, plan: UndoPlan) -> frozenset[str]:
    """Addresses whose picture can't be had any more."""
    wanted = {
        step.url for action in plan.actions for step in action.steps if isinstance(step, AddPicture)
    }
    lost: set[str] = set()
    for url in sorted(wanted):
        await context.gate()
        try:
            await context.ecom.picture(url)
        except CounterpartError:
            lost.add(url)
    return frozenset(lost)


# Carrying out


async def _carry_out(context: Context, plan: UndoPlan, result: Result) -> dict[str, Outcome]:
    run = result.run or 0
    context.journal.save_plan(run, plan.actions)
    if plan.actions:
        context.announce(Progressed("writing", 0, len(plan.actions)))
    shown = Plan(plan.actions, (), {}, _shown_online(context))
    ways = _Ways(context, plan, run)
    world = context.world or join(context)
    applied = await Applier(context, world, run, shown, ways=ways).apply()
    if applied.token_refused is None:
        await drop_doubled_pictures(context, run, ways.doubtful)
    done = [o.action for o in applied.outcomes.values() if o.result == "done"]
    ways.take_back(frozenset(action.key for action in done))
    result.counts = _counted(done)
    result.counts["failed"] = sum(1 for o in applied.outcomes.values() if o.result != "done")
    context.world = join(context)
    if applied.token_refused is not None:
        raise applied.token_refused
    if result.counts["failed"]:
        result.exit = 1
    return applied.outcomes


@dataclass(slots=True)
class _Ways:
    """What an undo does around the writes of an action (`apply.Ways`)."""

    context: Context
    plan: UndoPlan
    run: int
    former: dict[str, Former] = field(default_factory=dict)
    doubtful: list[Work] = field(default_factory=list)

    async def before(self, work: Work) -> None:
        """Write only if eCom still has what was shown; then nothing of it may be redone."""
        action = work.action
        seen, there = self.plan.seen.get(action.key), work.there
        if seen is not None and there is not None and self._moved(action, work):
            raise Refused("ecom", "It changed online just now, so it was left.", "Look again.")
        for step in action.steps:
            if isinstance(step, AddPicture) and step.source == "ecom":
                # Before anything is deleted that may take the content along.
                work.contents[step.url] = await self.context.ecom.picture(step.url)
        self._choose(action)

    def _moved(self, action: Action, work: Work) -> bool:
        seen, there = self.plan.seen[action.key], work.there
        if there is None:
            return False
        if isinstance(action.steps[-1], DeleteProduct):
            past = PastAction(self.run, action.key, "create", None, "", "", ())
            state = self.context.state
            link, base = state.links.get(action.key), state.bases.get(action.key)
            return edited_since(past, there, link, base)
        return moved_since(action.changes, seen, there)

    def birth(self, action: Action) -> None:
        """Nothing may link or redo what is about to be made."""
        self._choose(action)

    def after(self, work: Work) -> None:
        """A product that came back without a link stands online alone."""
        if work.doubtful:
            self.doubtful.append(work)
        if self.plan.marks[work.action.key].unlinked:
            state, key = self.context.state, work.action.key
            state.links.pop(key, None)
            state.bases.pop(key, None)
            self.context.mirror.save_links({key: None})
            self.context.mirror.save_bases({key: None})

    def _choose(self, action: Action) -> None:
        mark, key = self.plan.marks[action.key], action.key
        choices = self.context.choices
        self.former[key] = Former(
            choices.flag(key), choices.kept.get(key, frozenset()), choices.links.get(key)
        )
        self.context.journal.save_former(self.run, key, self.former[key])
        self._keep(marked(choices, key, mark))

    def _keep(self, choices: Choices) -> None:
        if choices != self.context.choices:
            self.context.choices = choices
            self.context.set_choices(choices)

    def take_back(self, done: frozenset[str]) -> None:
        """What was chosen for products that were not put back after all is as before."""
        choices = self.context.choices
        for key, former in self.former.items():
            if key not in done and not self._made(key):
                choices = with_former(choices, key, former)
        self._keep(choices)

    def _made(self, key: str) -> bool:
        """A product came into being, even if not all of it."""
        created = any(
            isinstance(step, CreateProduct)
            for action in self.plan.actions
            if action.key == key
            for step in action.steps
        )
        return created and key in self.context.state.links


def marked(choices: Choices, key: str, mark: Mark) -> Choices:
    """The choices with what an undo chooses for a product."""
    flags: dict[str, Flag] = dict(choices.flags)
    if mark.flag is not None:
        flags[key] = mark.flag
    kept = dict(choices.kept)
    names = (kept.get(key, frozenset()) | mark.keep) - mark.drop
    if names or key in kept:
        kept[key] = names
    links = {**choices.links, **dict.fromkeys(mark.apart, 0)}
    links = {one: ecom_id for one, ecom_id in links.items() if one not in mark.joined or ecom_id}
    return replace(choices, flags=flags, kept=kept, links=links)


def with_former(choices: Choices, key: str, former: Former) -> Choices:
    """The choices about a product as they were."""
    links = {one: ecom_id for one, ecom_id in choices.links.items() if one != key}
    if former.link is not None:
        links[key] = former.link
    return replace(
        choices,
        flags={**choices.flags, key: former.flag},
        kept={**choices.kept, key: former.kept},
        links=links,
    )
