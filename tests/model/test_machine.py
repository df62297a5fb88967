"""The engine between both sample stores as a state machine, beside the model of the rules."""

import asyncio
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from tests.model.history import ALL, Act, do
from tests.model.stage import Stage, quietly

SEEDS = st.integers(0, 10**6)


def acts_of(kind: str) -> st.SearchStrategy[str]:
    """The names of the acts of one kind."""
    return st.sampled_from(sorted(ALL[kind]))


class Shop(RuleBasedStateMachine):
    """Things happen on both sides and to the manager; every sync is held against the model.

    What must hold after each: every field is as the rules say, the POS was not written to, what
    exists only online is untouched, nothing is there twice, the journal is settled, and a second
    sync writes nothing (`Stage.sync`).
    """

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.runner = asyncio.Runner()
        self.stage = Stage.open(Path(self.folder.name))

    def happens(self, kind: str, name: str, seed: int) -> None:
        """Let one act happen."""
        with quietly():
            self.runner.run(do(self.stage, Act(kind, name, seed)))

    @initialize(
        seed=SEEDS, products=st.lists(st.tuples(st.booleans(), SEEDS), min_size=2, max_size=4)
    )
    def opens(self, seed: int, products: list[tuple[bool, int]]) -> None:
        """A shop with some products."""
        self.happens("start", "settings", seed)
        for family, number in products:
            self.happens("pos", "add_family" if family else "add_product", number)

    @rule(name=acts_of("pos"), seed=SEEDS)
    def in_the_pos(self, name: str, seed: int) -> None:
        """The staff changes something in the POS, or sells."""
        self.happens("pos", name, seed)

    @rule(name=acts_of("online"), seed=SEEDS)
    def online(self, name: str, seed: int) -> None:
        """People change something online, or shoppers order."""
        self.happens("online", name, seed)

    @rule(name=acts_of("manager"), seed=SEEDS)
    def by_the_manager(self, name: str, seed: int) -> None:
        """Flags, outlets, settings; time passes, clocks jump."""
        self.happens("manager", name, seed)

    @rule(name=acts_of("sync"), seed=SEEDS)
    def syncs(self, name: str, seed: int) -> None:
        """In calm, in full, with faults, killed, with lost replies."""
        self.happens("sync", name, seed)

    @precondition(lambda self: self.stage.syncs)
    @rule(seed=SEEDS)
    def syncs_again(self, seed: int) -> None:
        """Once more, whatever came between."""
        self.happens("sync", "calm", seed)

    def teardown(self) -> None:
        """A last sync must come out right as well."""
        try:
            self.happens("sync", "calm", 0)
        finally:
            self.runner.close()
            self.folder.cleanup()


check: Callable[..., Any] = settings(
    max_examples=12,
    stateful_step_count=12,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)
Shop.TestCase.settings = check  # type: ignore[assignment]  # a settings object is one too
TestShop = Shop.TestCase
