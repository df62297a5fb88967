"""Lines of a run's log (§7.5)."""

from dataclasses import dataclass
from typing import Literal

from app.domain.errors import Side

LogLevel = Literal["done", "sending", "waited", "note", "failed"]

LogChange = tuple[str, str, object, object]
"""Field, variant's name ("" for the product), before, after."""


@dataclass(frozen=True, slots=True)
class LogLine:
    """One line. `at` is UNIX seconds; `key` links to a product ("" without one).

    `text` is a sentence of the engine's where there is one; else `action` and `changes` tell what
    was done and the screen words it. `side` and `seconds` belong to "waited".
    """

    number: int
    at: float
    level: LogLevel
    key: str = ""
    name: str = ""
    sku: str = ""
    text: str = ""
    action: str = ""
    changes: tuple[LogChange, ...] = ()
    side: Side | None = None
    seconds: float = 0.0
    run: int = 0
