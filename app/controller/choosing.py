"""The manager's choices: shown at once, kept on disk, undone and redone (§7, RULES S4)."""

import asyncio
from collections.abc import Callable, Collection, Coroutine
from dataclasses import dataclass, replace
from typing import Any

from app.controller.circle import Circle
from app.controller.syncing import Syncing
from app.domain.choices import Choices, Flag, merged
from app.domain.errors import CounterpartError
from app.domain.rules import SettingValue
from app.facts.making_outlets import weigh
from app.facts.rows import with_flag
from app.facts.state import NoticeKind

_FLAG_NOTICES: dict[Flag, NoticeKind] = {
    "on": "sold",
    "off": "kept off",
    "follow": "as in POS",
}
_MOST_UNDONE = 100
_DRAFTING = 0.12
"""Seconds that a draft of outlets must stand before it is weighed."""

Change = Callable[[Choices], Choices]


@dataclass(frozen=True, slots=True)
class _Done:
    """One choice as it can be undone: what was, what became of it, which products it concerns."""

    kind: NoticeKind
    before: Choices
    after: Choices
    keys: frozenset[str] | None


class Choosing:
    """Flags, kept edits, links, outlets and settings."""

    def __init__(self, circle: Circle, syncing: Syncing) -> None:
        self._circle = circle
        self._syncing = syncing
        self._undo: list[_Done] = []
        self._redo: list[_Done] = []
        self._turn = asyncio.Lock()
        self._serial = 0

    def forget(self) -> None:
        """Another workplace: nothing of the old one can be undone."""
        self._undo.clear()
        self._redo.clear()
        self._tell_undo()

    # Flags

    def choose_flag(self, keys: Collection[str], flag: Flag) -> None:
        """Set the sell-online flag of products."""
        rows = self._circle.catalogue.rows
        wanted = frozenset(key for key in keys if key in rows and rows[key].sellable)
        wanted = frozenset(key for key in wanted if rows[key].flag != flag)
        if not wanted:
            return
        changed = self._circle.catalogue.update([with_flag(rows[key], flag) for key in wanted])
        self._circle.change("rows", ids=changed)

        def change(choices: Choices) -> Choices:
            return replace(choices, flags={**choices.flags, **dict.fromkeys(wanted, flag)})

        self._choose(_FLAG_NOTICES[flag], change, wanted)

    # Single products

    def keep_edit(self, key: str, fields: Collection[str], keep: bool) -> None:
        """Keep an online edit until the POS changes the field, or put it back again."""

        def change(choices: Choices) -> Choices:
            kept = choices.kept.get(key, frozenset())
            wanted = kept | set(fields) if keep else kept - set(fields)
            return replace(choices, kept={**choices.kept, key: frozenset(wanted)})

        self._choose("edit kept" if keep else "edit put back", change, frozenset({key}))

    def link(self, key: str, ecom_id: int) -> None:
        """Link a POS product to an eCom product by hand."""
        self._choose("linked", lambda old: replace(old, links={**old.links, key: ecom_id}), None)

    def unlink(self, key: str) -> None:
        """Take a link away, and don't link it by SKU again."""
        self._choose("unlinked", lambda old: replace(old, links={**old.links, key: 0}), None)

    # Outlets

    def weigh_outlets(self, register: str | None, ticked: Collection[str]) -> None:
        """Find out what a choice would change."""
        if self._circle.desk is not None:
            work = self._weigh(register, frozenset(ticked))
            self._circle.start("weigh", work, instead=True)

    async def _weigh(self, register: str | None, ticked: frozenset[str]) -> None:
        # Ticks come in quick succession, and a draft that is over can't be broken off.
        await asyncio.sleep(_DRAFTING)
        _, desk = self._circle.here
        effect = await self._circle.engine.call(weigh, desk.world, register, ticked)
        self._circle.change("outlets", effect=effect)

    def discard_outlets(self) -> None:
        """Forget the draft that was weighed."""
        self._circle.tasks.cancel("weigh")
        self._circle.change("outlets", effect=None)

    def keep_outlets(self, register: str, ticked: Collection[str]) -> None:
        """Keep a choice of register and outlets."""
        self.discard_outlets()

        def change(choices: Choices) -> Choices:
            return replace(choices, register=register, outlets=frozenset(ticked))

        self._choose("outlets kept", change, None)

    # Undo

    def undo(self) -> None:
        """Undo the last choice."""
        if not self._undo:
            return
        done = self._undo.pop()
        self._redo.append(done)
        self._carry("undone", lambda now: merged(done.after, done.before, now), done.keys)

    def redo(self) -> None:
        """Redo the choice undone last."""
        if not self._redo:
            return
        done = self._redo.pop()
        self._undo.append(done)
        self._carry("redone", lambda now: merged(done.before, done.after, now), done.keys)

    def _tell_undo(self) -> None:
        self._circle.change(
            "undo",
            undo=self._undo[-1].kind if self._undo else "",
            redo=self._redo[-1].kind if self._redo else "",
        )

    # Keeping

    def _choose(self, kind: NoticeKind, change: Change, keys: frozenset[str] | None) -> None:
        self._start(self._chosen(kind, change, keys))

    def _carry(self, kind: NoticeKind, change: Change, keys: frozenset[str] | None) -> None:
        self._tell_undo()
        self._start(self._changed(kind, change, keys, undo=False))

    def _start(self, work: Coroutine[Any, Any, object]) -> None:
        self._serial += 1
        self._circle.start(f"choice {self._serial}", _done(work))

    async def _chosen(self, kind: NoticeKind, change: Change, keys: frozenset[str] | None) -> None:
        done = await self._changed(kind, change, keys, undo=True)
        if done is None:
            return
        self._undo.append(_Done(kind, *done, keys))
        del self._undo[:-_MOST_UNDONE]
        self._redo.clear()
        self._tell_undo()

    async def _changed(
        self, kind: NoticeKind, change: Change, keys: frozenset[str] | None, *, undo: bool
    ) -> tuple[Choices, Choices] | None:
        """Save, compare anew, tell; the choices before and after. One at a time, in order."""
        circle = self._circle
        place, desk = circle.here
        async with self._turn:
            before: list[Choices] = []

            def noted(choices: Choices) -> Choices:
                before.append(choices)
                return change(choices)

            try:
                after = await circle.errands.call(place.change_choices, noted)
            except CounterpartError as error:
                circle.notice("not saved", text=str(error))
                after = place.choices()
            circle.show_chosen(await circle.engine.call(desk.choose, after, keys))
            if keys is None:
                await circle.tell_outlets()
        if not before or after == before[0]:
            return None
        circle.notice(kind, len(keys) if keys else 1, undo=undo)
        return before[0], after

    # Settings

    def set_setting(self, key: str, value: SettingValue) -> None:
        """Change one declared setting."""
        self._circle.start(f"setting {key}", self._set(key, value), instead=True)

    async def _set(self, key: str, value: SettingValue) -> None:
        circle = self._circle
        place = circle.place or circle.open_place(False)
        await circle.errands.call(place.set_rule, key, value)
        rules = place.rules()
        check_only = rules.text("store.mode") == "check only"
        circle.change("settings", settings=rules.values, check_only=check_only)
        if circle.desk is not None:
            desk = circle.desk
            circle.show_chosen(await circle.engine.call(desk.choose, desk.choices, None))
        if key.startswith("schedule."):
            self._syncing.keep_time()


async def _done(work: Coroutine[Any, Any, object]) -> None:
    await work
