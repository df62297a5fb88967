"""Sends the online store's single writes and counts them (RULES M15)."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any, TypeVar

from app.connectors.answers import Answer, Request
from app.connectors.e_series import bodies
from app.connectors.http import Client
from app.domain.errors import NoConnection, OutcomeUnknown, ServiceBusy, TokenRefused

T = TypeVar("T")

_UNSENT = (NoConnection, TokenRefused, ServiceBusy)
"""Errors of a write that surely changed nothing and does not count as one."""


class Writer:
    """One write at a time; `writes` counts those that may have reached the shop."""

    def __init__(self, client: Client, root: str) -> None:
        self.writes = 0
        self._client = client
        self._root = root
        self._keys: set[str] = set()

    async def send(self, request: Request) -> Answer:
        """Send a write, once. Raises `OutcomeUnknown` when its answer was lost."""
        with self.counted(1):
            return await self._client.write(replace(request, path=self._root + request.path))

    async def json(self, method: str, path: str, body: Any) -> Answer:
        """Send a write with a JSON body."""
        return await self.send(Request(method, path, body=bodies.encoded(body)))

    async def made(self, request: Request, decoder: Callable[[bytes], T]) -> T:
        """Write and decode the answer; one that can't be read leaves the outcome unknown."""
        answer = await self.send(request)
        try:
            return decoder(answer.body)
        except ValueError as error:
            raise OutcomeUnknown(
                "ecom",
                "The online store's answer to a change makes no sense.",
                "The next sync looks first whether it was made.",
            ) from error

    @contextmanager
    def counted(self, writes: int, key: str = "") -> Iterator[None]:
        """Count writes unless they surely never reached the shop; those of one key only once."""
        try:
            yield
        except _UNSENT:
            writes = 0
            raise
        finally:
            if writes and key not in self._keys:
                self.writes += writes
                self._keys |= {key} if key else set()
