"""Batches: taken in, remembered by key, and asked about by ticket (API §11)."""

import uuid
from dataclasses import dataclass, field
from typing import Any

from app.sample.e_series.calls import Call
from app.sample.e_series.errors import Refusal, wrong_parameter
from app.sample.seen import Seen

_METHODS = ("GET", "POST", "PUT", "DELETE")
_PARALLEL = 100


@dataclass(frozen=True, slots=True)
class SeenInside(Seen):
    """One request of a batch as the service saw it; its path is like that of a lone request."""

    batch: str = ""
    """The batch's ticket."""


@dataclass(slots=True)
class Batch:
    """One batch and how far it has come."""

    ticket: str
    group: str
    created: float
    stops: bool
    """Whether the first failure ends it (`stopOnFirstFailure`)."""
    parallel: bool
    token: str
    """The token that sent it; its requests are carried out under it."""
    requests: list[dict[str, Any]]
    answers: list[dict[str, Any]] = field(default_factory=list)
    done: int = 0
    """Requests carried out or given up."""
    tries: int = 0
    """How often the request at hand has been tried."""
    due: float = 0.0
    """When the request at hand is carried out; 0.0 before the batch has started."""

    @property
    def complete(self) -> bool:
        """Whether nothing is left to do."""
        return self.done == len(self.requests)


@dataclass(slots=True)
class BatchQueue:
    """The store's batches; one after the other, in the order they came."""

    by_ticket: dict[str, Batch] = field(default_factory=dict)
    waiting: list[Batch] = field(default_factory=list)
    """Those not complete yet."""
    keys: dict[str, tuple[float, str]] = field(default_factory=dict)
    """When each `deduplicationKey` was first used, and for which ticket."""
    running: bool = False
    """Whether somebody is carrying batches out right now."""
    free_from: float = 0.0
    """When the batch before was complete."""


def submit(call: Call) -> Any:
    """POST /batch: takes a batch in, or finds the one taken in under the same key."""
    store, queue = call.store, call.store.batches
    requests = _checked(call)
    key, now = call.query.get("deduplicationKey", ""), store.clock.now()
    known = queue.keys.get(key) if key else None
    if known is not None and now - known[0] < store.knobs.deduplication_seconds:
        return {"ticket": known[1]}
    stops, parallel = call.flag("stopOnFirstFailure"), call.flag("allowParallelMode") or False
    if parallel:
        requests = _in_no_promised_order(call, requests)
    batch = Batch(
        ticket=str(uuid.UUID(int=store.random.getrandbits(128), version=4)),
        group=call.query.get("groupId", ""),
        created=now,
        stops=stops is None or stops,
        parallel=parallel,
        token=call.token,
        requests=requests,
    )
    queue.by_ticket[batch.ticket] = batch
    queue.waiting.append(batch)
    if key:
        queue.keys[key] = (now, batch.ticket)
    return {"ticket": batch.ticket}


def _checked(call: Call) -> list[dict[str, Any]]:
    rows, most = call.json(), call.store.knobs.max_batch_requests
    if not isinstance(rows, list) or not rows:
        raise wrong_parameter("The body must be a list of requests")
    if len(rows) > most:
        raise wrong_parameter(f"More than {most} requests in one batch")
    for row in rows:
        if not isinstance(row, dict) or not isinstance(row.get("path"), str):
            raise wrong_parameter("Each request needs a path")
        if str(row.get("method", "")).upper() not in _METHODS:
            raise wrong_parameter("Each request needs a method")
    return rows


def _in_no_promised_order(call: Call, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    shuffled: list[dict[str, Any]] = []
    for start in range(0, len(rows), _PARALLEL):
        part = rows[start : start + _PARALLEL]
        call.store.random.shuffle(part)
        shuffled.extend(part)
    return shuffled


def pace(batch: Batch, seconds: float) -> float:
    """Return how long the batch takes until its next request, at `seconds` a request."""
    if not batch.parallel:
        return seconds
    return seconds if batch.done % _PARALLEL == 0 else 0.0


def status(call: Call) -> Any:
    """GET /batch?ticket=: how far a batch has come, with the answers so far."""
    ticket = call.query.get("ticket", call.query.get("ticketId", ""))
    batch = call.store.batches.by_ticket.get(ticket)
    if batch is None:
        raise Refusal(404, f"Batch {ticket} not found")
    started = batch.due > 0.0 and call.store.clock.now() >= _start(call, batch)
    state = "COMPLETED" if batch.complete else "IN_PROGRESS" if started else "QUEUED"
    escaped = call.flag("escapedJson") or False
    return {
        "status": state,
        "totalRequests": len(batch.requests),
        "completedRequests": batch.done,
        "responses": [_shown(call, answer, escaped) for answer in batch.answers],
    }


def _start(call: Call, batch: Batch) -> float:
    return batch.created + call.store.knobs.batch_queue_seconds


def _shown(call: Call, answer: dict[str, Any], escaped: bool) -> dict[str, Any]:
    shown = {name: value for name, value in answer.items() if name not in ("code", "body")}
    if answer["status"] == "NOT_EXECUTED":
        return shown
    shown[call.store.knobs.batch_status_name] = answer["code"]
    if escaped:
        shown["escapedHttpBody"] = answer["body"]
    elif call.store.knobs.batch_plain_body:
        shown["httpBody"] = answer["body"]
    return shown


def cancel_group(call: Call) -> Any:
    """POST /batch/cancel-group?groupId=: what has not been carried out yet, will not be."""
    group = call.query.get("groupId", "")
    if not group:
        raise wrong_parameter("groupId is required")
    for batch in list(call.store.batches.waiting):
        if batch.group == group:
            give_up(batch)
    return {}


def give_up(batch: Batch) -> None:
    """Mark what is left of a batch as not executed."""
    for request in batch.requests[batch.done :]:
        batch.answers.append({**named(request), "status": "NOT_EXECUTED"})
    batch.done = len(batch.requests)


def named(request: dict[str, Any]) -> dict[str, Any]:
    """Return the id that the client gave a request, where it gave one."""
    return {"id": request["id"]} if "id" in request else {}
