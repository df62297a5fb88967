"""A door to nowhere for tests of single screens: it holds facts and notes what was wished for."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, cast

from app.controller.wishes import Wishes
from app.facts.catalogue import Catalogue
from app.facts.log_lines import LogLine
from app.facts.state import AppState, Changed, Part


class RecordingDesk:
    """`wished` are the names and arguments of what was wished for, in order."""

    def __init__(self, state: AppState | None = None) -> None:
        self.state = state or AppState()
        self.catalogue = Catalogue()
        self.log: list[LogLine] = []
        self.pictures: dict[str, bytes] = {}
        self.wished: list[tuple[Any, ...]] = []

    def picture(self, ref: str) -> bytes | None:
        """A picture that the test put there."""
        return self.pictures.get(ref)

    def ask_to_close(self, *, quitting: bool = False) -> bool:
        """The window may close unless a run is under way."""
        self.wished.append(("ask_to_close", *(("quitting",) if quitting else ())))
        return not self.state.run.active

    def __getattr__(self, name: str) -> Callable[..., None]:
        if not hasattr(Wishes, name):
            raise AttributeError(name)

        def note(*arguments: Any, **named: Any) -> None:
            self.wished.append((name, *arguments, *named.values()))

        return note

    @property
    def wishes(self) -> Wishes:
        """The same, as the screens want it."""
        return cast("Wishes", self)

    def now(self, *parts: Part, ids: frozenset[str] = frozenset(), **changes: Any) -> Changed:
        """Change the state; returns what the screens are to be told."""
        self.state = replace(self.state, **changes)
        return Changed(frozenset(parts), ids)
