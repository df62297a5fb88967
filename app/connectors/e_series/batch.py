"""Creates products by batch: the one kind of write that the shop itself makes only once (§11)."""

import asyncio
from collections.abc import Mapping
from typing import Any

from app.connectors.answers import Answer, Request
from app.connectors.e_series import bodies, shop
from app.connectors.http import Client
from app.connectors.pacing import Charge
from app.connectors.reading import decode_object, text, whole
from app.domain.errors import OutcomeUnknown, ServiceBusy, ServiceError
from app.sync.ports import Created

LIMIT = 500
"""The most inner requests of one batch (API eCom §11)."""
PATIENCE = 900.0
"""Seconds to wait for a ticket to complete."""
_FIRST_POLL = 0.2
_LONGEST_POLL = 5.0


class Batches:
    """Sends batches one after the other, as the shop carries them out, and reads their tickets."""

    def __init__(self, client: Client, root: str) -> None:
        self._client = client
        self._root = root
        self._turn = asyncio.Lock()

    async def create(self, made: Mapping[str, bodies.Body], key: str) -> tuple[Created, ...]:
        """Create products, by reference, under a deduplication key.

        Sending the same again within an hour makes nothing twice. Raises `OutcomeUnknown` when
        the ticket could not be followed to its end.
        """
        if len(made) > LIMIT:
            raise ValueError(f"a batch holds at most {LIMIT} requests")
        if not made:
            return ()
        request = self._request(made, key)
        async with self._turn:
            with await self._client.budget.acquire(len(made)) as charge:
                answer = await self._client.write_keyed(request)
                status = await self._completed(_ticket(answer), charge)
        told = _responses(status)
        return tuple(self._created(reference, told.get(reference)) for reference in made)

    async def read(self, count: int, key: str) -> int:
        """Carry out so many small reads side by side; returns how many were answered.

        Our own budget is not charged with them: this is how their charge is found out.
        """
        inner = [
            {"id": str(number), "path": "/latest-stats", "method": "GET"} for number in range(count)
        ]
        params: dict[str, str | int] = {
            "stopOnFirstFailure": "false",
            "allowParallelMode": "true",
            "deduplicationKey": key,
        }
        request = Request("POST", f"{self._root}/batch", params, bodies.encoded(inner))
        async with self._turn:
            answer = await self._client.write_keyed(request)
            status = await self._completed(_ticket(answer), Charge(self._client.budget, 0))
        codes = [_code(entry) for entry in _responses(status).values()]
        self._client.throttled += sum(code == 429 for code in codes)
        return sum(200 <= code < 300 for code in codes)

    def _request(self, made: Mapping[str, bodies.Body], key: str) -> Request:
        inner = [
            {"id": reference, "path": "/products", "method": "POST", "body": body}
            for reference, body in made.items()
        ]
        params: dict[str, str | int] = {"stopOnFirstFailure": "false", "deduplicationKey": key}
        return Request("POST", f"{self._root}/batch", params, bodies.encoded(inner))

    async def _completed(self, ticket: str, charge: Charge) -> dict[str, Any]:
        """Poll a ticket until it is completed."""
        request = Request("GET", f"{self._root}/batch", {"ticket": ticket, "escapedJson": "true"})
        deadline = self._client.now() + PATIENCE
        pause, done = _FIRST_POLL, 0
        while self._client.now() < deadline:
            await self._client.pause(pause)
            pause = min(_LONGEST_POLL, pause * 1.5)
            status = await self._status(request)
            completed = whole(_told(status, "completedRequests", "completed_requests")) or 0
            charge.spend(max(0, completed - done))
            done = max(done, completed)
            if text(status.get("status")).upper() == "COMPLETED":
                return status
        raise _lost("The online store has not finished a batch of new products in time.")

    async def _status(self, request: Request) -> dict[str, Any]:
        try:
            return decode_object((await self._client.read(request)).body)
        except ValueError as error:
            raise _lost("The online store's report on a batch makes no sense.") from error
        except ServiceError as error:
            raise _lost("The outcome of a batch of new products could not be asked for.") from error

    def _created(self, reference: str, entry: Mapping[str, Any] | None) -> Created:
        """What became of one inner request; names of its fields differ by age (API eCom §11)."""
        if entry is None:
            return Created(
                reference, None, _lost("The online store did not report on a new product.")
            )
        if text(entry.get("status")).upper() == "NOT_EXECUTED":
            return Created(
                reference,
                None,
                ServiceBusy("ecom", "The online store did not get to this product.", "Try again."),
            )
        code = _code(entry)
        answer = Answer(
            code,
            Request("POST", "/products"),
            _inner_body(entry),
            reason=text(_told(entry, "httpStatusLine", "http_status_line")),
        )
        if 200 <= code < 300:
            try:
                return Created(reference, shop.new_id(answer.body))
            except ValueError:
                return Created(reference, None, _lost("A new product's number was not told."))
        if code in (0, 408) or code >= 500:
            return Created(reference, None, _lost("The online store failed at creating a product."))
        return Created(reference, None, self._client.error_of(answer))


def _ticket(answer: Answer) -> str:
    try:
        ticket = text(decode_object(answer.body).get("ticket"))
    except ValueError:
        ticket = ""
    if not ticket:
        raise _lost("The online store gave no ticket for a batch of new products.")
    return ticket


def _responses(status: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    told = status.get("responses")
    entries = told if isinstance(told, list) else []
    return {str(entry.get("id")): entry for entry in entries if isinstance(entry, dict)}


def _code(entry: Mapping[str, Any]) -> int:
    return whole(_told(entry, "httpStatusCode", "httpCode", "http_code")) or 0


def _inner_body(entry: Mapping[str, Any]) -> bytes:
    body = _told(entry, "escapedHttpBody", "httpBody", "escaped_http_body", "http_body")
    if isinstance(body, str):
        return body.encode()
    return bodies.encoded(body) if body is not None else b""


def _told(entry: Mapping[str, Any], *names: str) -> Any:
    """The first of these that is there: names differ by age (API eCom §11)."""
    return next((entry[name] for name in names if entry.get(name) is not None), None)


def _lost(message: str) -> OutcomeUnknown:
    return OutcomeUnknown("ecom", message, "The next sync looks first whether it was made.")
