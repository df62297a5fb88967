"""A service that answers by script, and time that passes only when it is slept through."""

import asyncio
from collections.abc import Callable, Iterable
from typing import Any

import httpx

from app.connectors.http import Client
from app.connectors.pacing import Budget
from app.domain.errors import Side

TOKEN = "secret_Zq8rT5"
START = 1_788_769_860.0
"""Mon, 07 Sep 2026 08:31:00 GMT."""

Step = httpx.Response | Exception | Callable[[httpx.Request], httpx.Response]


class Time:
    """A clock that moves by sleeping alone."""

    def __init__(self, start: float = START) -> None:
        self.at = start

    def now(self) -> float:
        """UNIX seconds."""
        return self.at

    async def sleep(self, seconds: float) -> None:
        """Let the time pass at once."""
        self.at += seconds
        await asyncio.sleep(0)


class Script(httpx.AsyncBaseTransport):
    """Answers requests in the order written; keeps what was asked. The last step repeats."""

    def __init__(self, steps: Iterable[Step]) -> None:
        self.steps = list(steps)
        self.asked: list[httpx.Request] = []

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Answer with the next step."""
        await request.aread()
        self.asked.append(request)
        step = self.steps.pop(0) if len(self.steps) > 1 else self.steps[0]
        if isinstance(step, Exception):
            raise step
        if isinstance(step, httpx.Response):
            content = step.content
            return httpx.Response(step.status_code, headers=step.headers, content=content)
        return step(request)


def said(body: Any = None, status: int = 200, **headers: str) -> httpx.Response:
    """A JSON answer; header names are written with `_` for `-`."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return httpx.Response(status, json=body, headers=named)


def client(
    *steps: Step, side: Side = "ecom", time: Time | None = None, limit: int = 600
) -> tuple[Client, Script, Time]:
    """A client of a scripted service on scripted time, without jitter."""
    time = time or Time()
    script = Script(steps)
    budget = Budget(limit, 60.0, time_source=time.now, sleep=time.sleep)
    made = Client(
        side,
        "https://shop.example/api",
        TOKEN,
        budget,
        transport=script,
        time_source=time.now,
        sleep=time.sleep,
        jitter=lambda: 0.0,
    )
    return made, script, time
