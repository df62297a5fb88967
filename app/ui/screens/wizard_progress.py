"""How far the wizard is, and why it was opened, read from the state."""

from app.domain.errors import Side
from app.facts.state import AppState, TestResult, Trouble, TroubleKind
from app.ui.screens.wizard_steps import StepFacts

STEPS = ("pos", "online", "outlets")

_AGAIN: frozenset[TroubleKind] = frozenset({"token", "scope", "not connected"})
"""Troubles that bring one back here."""
_AT_THE_END: frozenset[TroubleKind] = frozenset({"storage", "unexpected"})
"""Troubles that finishing can run into."""


def again(state: AppState, side: Side) -> Trouble | None:
    """Why a store that was connected is to be connected again."""
    if not state.wizard.reconnecting:
        return None
    trouble = state.trouble
    if trouble is not None and trouble.kind in _AGAIN and trouble.side in {None, side}:
        return trouble
    answering = state.pos if side == "pos" else state.online
    return Trouble("token", side, "") if answering == "refused" else None


def trouble_at_end(state: AppState) -> Trouble | None:
    """What keeps the last step from being done."""
    if state.wizard.trouble is not None:
        return state.wizard.trouble
    trouble = state.trouble
    return trouble if trouble is not None and trouble.kind in _AT_THE_END else None


def step_facts(
    state: AppState, titles: tuple[str, ...], captions: tuple[str, ...]
) -> list[StepFacts]:
    """The three steps as they are shown at the left."""
    facts = state.wizard
    pos = enough(facts.pos) or (facts.reconnecting and again(state, "pos") is None)
    online = enough(facts.online) or (facts.reconnecting and again(state, "ecom") is None)
    done = (pos, online, False)
    reachable = (True, pos, pos and online and facts.outlets is not None)
    return [
        StepFacts(key, titles[i], captions[i], key == facts.step, done[i], reachable[i])
        for i, key in enumerate(STEPS)
    ]


def enough(result: TestResult) -> bool:
    """Whether a store was found that may be worked with."""
    return result.found is not None and result.found.enough


def name_of(result: TestResult) -> str:
    """The name of the store that was found."""
    return result.found.name if result.found is not None else ""
