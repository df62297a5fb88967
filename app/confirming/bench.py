"""What an experiment is, what it works with, and what it finds."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from app.confirming.ports import Person, Shop, Till
from app.confirming.workpieces import Workshop


@dataclass(frozen=True, slots=True)
class Finding:
    """What an experiment found.

    `reading` says it in a few words, for the report; `told` in a sentence. `as_assumed`: whether
    Counterpart works by this reading; None where it relies on neither, or nothing was found.
    """

    reading: str
    told: str
    as_assumed: bool | None = None
    found: bool = True


@dataclass(frozen=True, slots=True)
class Bench:
    """What experiments work with. Time and sleep are handed in."""

    pos: Till
    ecom: Shop
    person: Person
    workshop: Workshop
    now: Callable[[], float]
    sleep: Callable[[float], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Confirmation:
    """One open question and the experiment that answers it.

    `steps` say beforehand, in words, all that it does. `writes`: whether it makes a test product.
    """

    name: str
    question: str
    steps: tuple[str, ...]
    writes: bool
    run: Callable[[Bench], Awaitable[Finding]]


def nothing(told: str) -> Finding:
    """An experiment that could not tell."""
    return Finding("not found out", told, found=False)
