"""Carries batches out on the store's clock, one request after the other (API §11)."""

import json
from collections.abc import Awaitable, Callable
from http import HTTPStatus
from typing import Any
from urllib.parse import parse_qsl, unquote_plus

from app.sample.e_series import door
from app.sample.e_series.batch import Batch, SeenInside, give_up, named, pace
from app.sample.e_series.calls import Answer, Call
from app.sample.e_series.errors import Refusal, wrong_parameter
from app.sample.e_series.store import ESeriesStore
from app.sample.e_series.trouble import INSIDE
from app.sample.faults import Fault

Answering = Callable[[Call], Awaitable[Answer]]
"""Answers a call that has passed the token check."""


async def carry_out_due(store: ESeriesStore, answering: Answering) -> None:
    """Carry out every request inside a batch whose time has come."""
    queue = store.batches
    if queue.running or not queue.waiting:
        return
    queue.running = True
    try:
        while (batch := _due(store)) is not None:
            await _carry_out(store, batch, answering)
    finally:
        queue.running = False


def _due(store: ESeriesStore) -> Batch | None:
    """Return the batch whose next request is due; only the first that is not complete can be."""
    queue, knobs, now = store.batches, store.knobs, store.clock.now()
    while queue.waiting and queue.waiting[0].complete:
        done = queue.waiting.pop(0)
        queue.free_from = max(queue.free_from, done.due)
    if not queue.waiting:
        return None
    batch = queue.waiting[0]
    if batch.due == 0.0:
        start = max(batch.created + knobs.batch_queue_seconds, queue.free_from)
        batch.due = start + pace(batch, knobs.batch_request_seconds)
    return batch if batch.due <= now else None


async def _carry_out(store: ESeriesStore, batch: Batch, answering: Answering) -> None:
    """Carry out the next request of a batch, or try it once more."""
    row, moment = batch.requests[batch.done], batch.due
    call = _call(store, batch, row)
    fault = store.faults.choose(call.method, f"/{'/'.join(call.parts)}", INSIDE)
    answer = await _answer(store, call, fault, answering)
    store.record(_seen(batch, call, answer, moment))
    knobs = store.knobs
    fails_for_now = answer.status >= 500 or answer.status == 408
    if fails_for_now and not batch.stops and batch.tries < knobs.batch_retries:
        batch.tries += 1
        batch.due = moment + knobs.batch_retry_seconds
        return
    batch.answers.append(_reported(row, answer))
    batch.done, batch.tries = batch.done + 1, 0
    if answer.status != 200 and batch.stops:
        give_up(batch)
    if not batch.complete:
        batch.due = moment + pace(batch, knobs.batch_request_seconds)


def _call(store: ESeriesStore, batch: Batch, row: dict[str, Any]) -> Call:
    path, _, query = row["path"].partition("?")
    parts = [unquote_plus(part) for part in path.strip("/").split("/")]
    body = row.get("body")
    # An object, or its text, as one of the references has it.
    text = body.encode() if isinstance(body, str) else b"" if body is None else _json(body)
    return Call(
        store,
        str(row["method"]).upper(),
        f"/api/v3/{store.store_id}/{'/'.join(parts)}",
        parts,
        dict(parse_qsl(query, keep_blank_values=True)),
        text,
        "application/json",
        query_text=query,
        token=batch.token,
        public=batch.token in store.knobs.public_tokens,
    )


def _json(body: Any) -> bytes:
    return json.dumps(body, ensure_ascii=False).encode()


async def _answer(
    store: ESeriesStore, call: Call, fault: Fault | None, answering: Answering
) -> Answer:
    lost = fault is not None and (fault.after_write or fault.kind == "504_lost")
    answer = Answer(500)
    if fault is None or lost:
        answer = await _answer_plainly(store, call, answering)
    return answer if fault is None else Answer(INSIDE[fault.kind])


async def _answer_plainly(store: ESeriesStore, call: Call, answering: Answering) -> Answer:
    try:
        if call.parts[0] == "batch":
            raise wrong_parameter("A batch inside a batch")
        if store.knobs.inner_requests_count:
            door.take_allowance(store, call.token)
    except Refusal as refusal:
        return Answer.refusing(refusal)
    return await answering(call)


def _seen(batch: Batch, call: Call, answer: Answer, moment: float) -> SeenInside:
    return SeenInside(
        call.method,
        call.path,
        call.query_text,
        answer.status,
        len(call.body),
        moment,
        call.method != "GET",
        batch.ticket,
    )


def _reported(row: dict[str, Any], answer: Answer) -> dict[str, Any]:
    return {
        **named(row),
        "status": "COMPLETED" if answer.status == 200 else "FAILED",
        "code": answer.status,
        "httpStatusLine": _phrase(answer.status),
        "body": answer.body.decode("utf-8", "replace"),
    }


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "Retry With" if status == 449 else ""
