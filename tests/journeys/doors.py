"""The sockets of the journeys: their addresses stay while the stores behind them change."""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from starlette.types import ASGIApp, Receive, Scope, Send

from app.sample.serving import SocketServer


class Doorway:
    """An ASGI app behind which the store can be exchanged while it is being served."""

    def __init__(self) -> None:
        self.app: ASGIApp | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass one request on."""
        assert self.app is not None
        await self.app(scope, receive, send)


@dataclass(frozen=True)
class Served:
    """The server of a whole test session: its addresses stay, the stores behind them change."""

    pos: Doorway
    ecom: Doorway
    pos_url: str
    ecom_url: str
    compiled: Path
    """Where the commands' compiled modules are kept, for all of the session."""


@contextlib.contextmanager
def served(compiled: Path) -> Iterator[Served]:
    """Serve two doorways on real sockets."""
    doors = Doorway(), Doorway()
    with SocketServer(*doors) as server:
        pos_url, ecom_url = server.urls
        yield Served(*doors, pos_url, ecom_url, compiled)
