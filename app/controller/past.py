"""The history: past runs, what they did, and undoing them (DESIGN §7.7, RULES M14)."""

from dataclasses import replace

from app.controller.circle import Circle
from app.controller.desk import Desk
from app.controller.running import Ended
from app.controller.syncing import Syncing
from app.facts.history import HistoryFacts, RunDetail
from app.facts.making_history import kept_lines, run_line, undo_facts
from app.sync.consent import signature
from app.sync.undo import UndoOptions


class Past:
    """What the history screen wishes for."""

    def __init__(self, circle: Circle, syncing: Syncing) -> None:
        self._circle = circle
        self._syncing = syncing
        self._options: UndoOptions | None = None

    def show_history(self) -> None:
        """Read the past runs."""
        if self._circle.desk is not None:
            self._circle.start("history", self._show(), instead=True)

    def choose_run(self, run: int) -> None:
        """Show what one run did."""
        if self._circle.desk is not None:
            self._circle.start("history", self._show(run), instead=True)

    async def _show(self, run: int | None = None) -> None:
        circle = self._circle
        _, desk = circle.here
        known = circle.state.history
        wanted = run if run is not None else (known.chosen if known is not None else None)
        facts = await circle.engine.call(_read, desk, wanted)
        circle.change("history", history=facts)

    def plan_undo(self, run: int, key: str = "", field: str = "") -> None:
        """Read both stores and show what an undo would do."""
        if self._syncing.active:
            return
        options = UndoOptions(
            run,
            keys=frozenset({key}) if key else None,
            fields=frozenset({field}) if field else None,
            check=True,
        )
        self._syncing.plan_undo(options, lambda ended: self._planned(options, ended))

    async def _planned(self, options: UndoOptions, ended: Ended) -> None:
        plan = ended.undo_plan
        if plan is None or ended.finished.exit not in (0, 1):
            return
        circle = self._circle
        place, desk = circle.here
        self._options = replace(
            options,
            check=False,
            approved={action.key: signature(action) for action in plan.actions},
        )
        names = {one.id: one.name for one in desk.state.ecom_categories}
        await self._show(options.run)
        history = circle.state.history
        run = history.run if history is not None else None
        (key,) = options.keys or ("",)
        (field,) = options.fields or ("",)
        row = circle.catalogue.rows.get(key)
        told = {one.key: one.name for one in plan.actions} | {
            one.key: one.name for one in plan.left
        }
        facts = undo_facts(
            plan,
            run.at if run is not None else 0.0,
            names,
            product=row.name if row is not None else told.get(key, ""),
            field=field,
            check_only=place.rules().text("store.mode") == "check only",
        )
        circle.change("undoing", undoing=facts)

    def carry_out_undo(self) -> None:
        """Put back exactly what is shown."""
        if self._options is None or self._circle.state.undoing is None or self._syncing.active:
            return
        options, self._options = self._options, None
        self._syncing.undo(options, self._over)

    async def _over(self, ended: Ended) -> None:
        await self._show(ended.finished.run)

    def cancel_undo(self) -> None:
        """Leave the undo; nothing was sent."""
        self._options = None
        self._circle.change("undoing", undoing=None)


def _read(desk: Desk, wanted: int | None) -> HistoryFacts:
    """Called on the engine's thread."""
    journal = desk.session.journal
    runs = tuple(run_line(run) for run in journal.runs())
    chosen = wanted if any(one.run == wanted for one in runs) else None
    if chosen is None:
        chosen = next((one.run for one in runs if one.changed), runs[0].run if runs else None)
    if chosen is None:
        return HistoryFacts(runs)
    names = {one.id: one.name for one in desk.state.ecom_categories}
    lines = kept_lines(journal.kept_actions(chosen), names)
    return HistoryFacts(runs, chosen, RunDetail(chosen, lines))
