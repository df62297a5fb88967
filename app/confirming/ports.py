"""What the experiments need from outside, as Protocols."""

from collections.abc import Callable
from typing import Protocol

from app.domain.product import PosRead
from app.sync.ports import EcomService, PosService


class Till(PosService, Protocol):
    """The POS, read only."""

    async def with_sku(self, sku: str) -> PosRead:
        """Records that have exactly this SKU now."""
        ...


class Shop(EcomService, Protocol):
    """The online store."""

    @property
    def throttled(self) -> int:
        """Answers so far that said that we ask too often (429)."""
        ...

    async def batch_reads(self, count: int, key: str) -> int:
        """Let one batch carry out so many small reads; returns how many were answered."""
        ...


class Person(Protocol):
    """Whoever sits before the screen."""

    def say(self, text: str) -> None:
        """Tell one line."""
        ...

    def agrees(self, question: str) -> bool:
        """Ask for a yes; anything else is a no."""
        ...

    def answers(self, question: str) -> bool | None:
        """Ask for a yes or a no; None for anything else."""
        ...

    def did(self, task: str) -> None:
        """Give something to do by hand and wait until it is done."""
        ...

    def asked(self, question: str) -> str:
        """Ask for one line of text."""
        ...


class Notebook(Protocol):
    """One JSON object that outlives this process; see `storage.settings.SettingsFile`."""

    def read(self) -> dict[str, object]:
        """What it holds."""
        ...

    def update(self, change: Callable[[dict[str, object]], dict[str, object]]) -> None:
        """Replace it by what `change` makes of it, durably."""
        ...
