"""Pictures for the screens: from the cache, else fetched once, a few at a time."""

import asyncio
import logging
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import urlsplit

from app.connectors.pictures import Pictures, is_picture
from app.domain.errors import NoConnection, ServiceBusy, ServiceError

_log = logging.getLogger(__name__)

BROKEN_FOR = 600.0
"""Seconds for which an address that can't be had is not asked again."""
AWAY_FOR = 60.0
"""The same where the host, or the connection, was out of order."""
_AT_ONCE = 4
_MANY = 1000


class Cache(Protocol):
    """Where pictures are kept by address. Neither call raises."""

    def get(self, address: str) -> bytes | None:
        """What is kept of this address."""

    def put(self, address: str, content: bytes) -> None:
        """Keep these bytes."""


@dataclass(slots=True)
class _Fetch:
    """A picture on its way, and how many wait for it."""

    task: asyncio.Task[bytes | None]
    waiting: int = 0


class PictureSource:
    """Pictures by address. `hosts` names the client for each of them, `pictures` for all others.

    Without `pictures`, hosts that are not named are not asked.
    """

    def __init__(
        self,
        cache: Cache,
        pictures: Pictures | None = None,
        *,
        hosts: Mapping[str, Pictures] | None = None,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._cache = cache
        self._pictures = pictures
        self._hosts = dict(hosts or {})
        self._now = now
        self._slots = asyncio.Semaphore(_AT_ONCE)
        self._fetches: dict[str, _Fetch] = {}
        self._not_before: dict[str, float] = {}
        self._closed = False

    async def picture(self, address: str) -> bytes | None:
        """The bytes of a picture; None when it can't be had.

        Asked twice at once it is fetched once; when nobody waits any longer it is given up.
        """
        if self._closed or not address or self._now() < self._not_before.get(address, 0.0):
            return None
        fetch = self._fetches.get(address)
        if fetch is None:
            task = asyncio.create_task(self._bring(address), name="picture")
            fetch = self._fetches[address] = _Fetch(task)
        fetch.waiting += 1
        try:
            await asyncio.wait({fetch.task})
        finally:
            fetch.waiting -= 1
            if not fetch.waiting:
                del self._fetches[address]
                fetch.task.cancel()
        return None if fetch.task.cancelled() else fetch.task.result()

    async def aclose(self) -> None:
        """Give up what is on its way and close the connections."""
        self._closed = True
        tasks = [fetch.task for fetch in self._fetches.values()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        clients = {*self._hosts.values(), *([self._pictures] if self._pictures else [])}
        for client in clients:
            await client.aclose()

    async def _bring(self, address: str) -> bytes | None:
        kept = await asyncio.to_thread(self._cache.get, address)
        if kept is not None and is_picture(kept):
            return kept
        client = self._client(address)
        if client is None:
            return None
        try:
            async with self._slots:
                content = await client.fetch(address)
        except ServiceError as error:
            self._remember(address, error)
            return None
        await asyncio.to_thread(self._cache.put, address, content)
        return content

    def _client(self, address: str) -> Pictures | None:
        try:
            host = urlsplit(address).netloc
        except ValueError:
            return None
        return self._hosts.get(host, self._pictures)

    def _remember(self, address: str, error: ServiceError) -> None:
        """Leave an address alone for a while."""
        _log.debug("No picture from %s: %s", address, error)
        passing = isinstance(error, ServiceBusy | NoConnection)
        now = self._now()
        if len(self._not_before) >= _MANY:
            self._not_before = {a: end for a, end in self._not_before.items() if end > now}
        self._not_before[address] = now + (AWAY_FOR if passing else BROKEN_FOR)
