"""The preview: what a plan would do, what is ticked of it, and the consent to exactly that."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from app.controller.circle import Circle
from app.controller.preview_facts import consent, preview_of
from app.controller.syncing import Syncing
from app.domain.guard import Reason, ReasonKind
from app.facts.making_preview import with_cost
from app.facts.preview import LineId, PreviewFacts
from app.facts.preview_ticks import with_answer, with_ticks


class Previewing:
    """What the preview screen wishes for."""

    def __init__(self, circle: Circle, syncing: Syncing) -> None:
        self._circle = circle
        self._syncing = syncing
        self._keeping: dict[str, bool] = {}

    def tick_lines(self, ids: Collection[LineId], ticked: bool) -> None:
        """Tick or untick lines, with what can only go along with them."""
        facts = self._circle.state.preview
        if facts is not None:
            self._show(with_ticks(facts, ids, ticked))

    def answer_guard(self, kind: ReasonKind, include: bool) -> None:
        """Leave out or include what the guard objects to."""
        facts = self._circle.state.preview
        if facts is not None:
            self._show(with_answer(facts, kind, include))

    def _show(self, facts: PreviewFacts) -> None:
        costed = with_cost(facts, facts.costs, facts.seconds_a_write)
        self._circle.change("preview", preview=costed)

    def keep_online(self, field: str, keep: bool) -> None:
        """Keep what stands online of a field when products are first linked."""
        if self._circle.state.preview is not None:
            self._keeping[field] = keep
            self._circle.start("keep online", self._keep_all())

    async def _keep_all(self) -> None:
        """Carry out every such wish, the last one about a field; none is lost while one goes."""
        while self._keeping:
            wishes, self._keeping = self._keeping, {}
            facts = self._circle.state.preview
            if facts is not None:
                await self._keep_online(wishes, facts)

    async def _keep_online(self, wishes: Mapping[str, bool], facts: PreviewFacts) -> None:
        circle = self._circle
        place, desk = circle.here
        kept = place.rules().values["first_link.keep"]
        names = [name for name in kept if name not in wishes] if isinstance(kept, list) else []
        wanted = names + [name for name, keep in wishes.items() if keep]
        await circle.errands.call(place.set_rule, "first_link.keep", wanted)
        circle.change("settings", settings=place.rules().values)
        circle.show_chosen(await circle.engine.call(desk.choose, desk.choices, None))
        made = await circle.engine.call(preview_of, desk, _guard(facts), facts.only)
        facts = circle.state.preview or facts
        known = {line.id for line in facts.lines}
        left_out = (made.left_out - known) | facts.left_out
        there = {line.id for line in made.lines}
        self._show(replace(made, left_out=left_out & there, answered=facts.answered))

    def apply_preview(self) -> None:
        """Carry out exactly what is shown and ticked."""
        facts = self._circle.state.preview
        if facts is not None and facts.ticked and not facts.broken and not self._syncing.active:
            self._circle.start("consent", self._apply())

    async def _apply(self) -> None:
        circle = self._circle
        await circle.tasks.ended("keep online")
        facts = circle.state.preview
        if facts is None:
            return
        _, desk = circle.here
        approval = await circle.engine.call(consent, desk, facts)
        circle.change("preview", preview=None)
        self._syncing.apply(approval)

    def cancel_preview(self) -> None:
        """Leave the preview."""
        self._circle.change("preview", preview=None)


def _guard(facts: PreviewFacts) -> tuple[Reason, ...]:
    return tuple(Reason(one.kind, one.count, one.of, ()) for one in facts.reasons)
