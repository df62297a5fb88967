"""Answers and refusals in the shapes of section 10, and the call they answer."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from starlette.datastructures import QueryParams

from app.sample.x_series.store import XSeriesStore


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer."""

    status: int
    body: bytes = b""
    kind: str = "application/json"
    headers: tuple[tuple[str, str], ...] = ()


class Refused(Exception):
    """Ends a call with `reply`."""

    def __init__(self, reply: Reply) -> None:
        super().__init__(reply.status)
        self.reply = reply


@dataclass(frozen=True, slots=True)
class Call:
    """One request that got past the door."""

    store: XSeriesStore
    dated: bool
    """Whether a dated version answers, instead of 2.0."""
    key: str
    """The id in the path; empty for lists."""
    query: QueryParams
    body: dict[str, Any]
    base: str
    """Scheme and host the client used, for addresses inside answers."""

    def number(self, name: str, default: int, *, least: int = 0) -> int:
        """Return a whole number of the query or the body. Raises Refused with 422."""
        value = self.query.get(name, self.body.get(name, default))
        try:
            number = int(value)
        except (TypeError, ValueError):
            raise invalid(f"{name} must be a whole number") from None
        if number < least:
            raise invalid(f"{name} must be at least {least}")
        return number

    def flag(self, name: str, *, default: bool = False) -> bool:
        """Return a yes or no of the query or the body."""
        value = self.query.get(name, self.body.get(name, default))
        return str(value).lower() in ("true", "1")

    def strings(self, name: str, most: int) -> list[str]:
        """Return a list of texts of the body. Raises Refused with 422 beyond `most`."""
        values = self.body.get(name) or []
        if not isinstance(values, list) or len(values) > most:
            raise invalid(f"{name} must be a list of at most {most}")
        return [str(value) for value in values]


def dumps(value: Any) -> bytes:
    """Write JSON, compact and in UTF-8."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def answer(value: Any, status: int = 200) -> Reply:
    """Answer a JSON value."""
    return Reply(status, dumps(value))


def data_list(rows: Iterable[bytes]) -> Reply:
    """Answer `{"data": […]}`."""
    return Reply(200, b'{"data":[' + b",".join(rows) + b"]}")


def bare_list(rows: Iterable[bytes]) -> Reply:
    """Answer a bare array, as the inventory calls of 2026-07 do."""
    return Reply(200, b"[" + b",".join(rows) + b"]")


def refuse(status: int, error: str, message: str | None = None) -> Refused:
    """Make `{"error": …, "message": …}`, or without detail `{"error": …}`."""
    body = {"error": error} if message is None else {"error": error, "message": message}
    return Refused(Reply(status, dumps(body)))


def invalid(message: str) -> Refused:
    """Make a 422 in the `errors` shape."""
    body = {"errors": {"global": [message]}, "reference": "01J8ZK3VQ6M2F0T9X5R7C4B1DA"}
    return Refused(Reply(422, dumps(body)))


def not_found(what: str) -> Refused:
    """Make a 404."""
    return refuse(404, "Not Found", f"{what} was not found")
