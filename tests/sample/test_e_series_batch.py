"""Batches of the sample online store: order, failures, repetitions, keys (API 11)."""

import json
from dataclasses import replace
from typing import Any

import httpx
import pytest

from app.sample.e_series.batch import SeenInside
from app.sample.faults import Fault
from app.sample.pictures import make_picture
from tests.sample.ecom import clock_of, mug, read, shop, talking_to, told

Row = dict[str, Any]


def _creation(number: int, **body: Any) -> Row:
    plain = {"name": f"Mug {number}", "sku": f"MUG-{number}", "price": 5}
    return {
        "id": f"n{number}",
        "path": "/products",
        "method": "POST",
        "body": {**plain, **body},
    }


async def _sent(client: httpx.AsyncClient, rows: list[Row], **query: Any) -> str:
    answer = await client.post("/batch", params=query, json=rows)
    assert answer.status_code == 200, answer.text
    ticket: str = answer.json()["ticket"]
    return ticket


async def _status(client: httpx.AsyncClient, ticket: str) -> Row:
    found: Row = await read(client, "/batch", ticket=ticket, escapedJson="true")
    return found


def _outcomes(status: Row) -> list[tuple[str, int | None]]:
    return [(row["status"], row.get("httpStatusCode")) for row in status["responses"]]


async def test_in_order_with_answers() -> None:
    """Requests are carried out one after the other, each answered under its id."""
    store = shop()
    async with talking_to(store) as client:
        key = await mug(client)
        rows: list[Row] = [
            {"id": "a", "path": f"/products/{key}", "method": "PUT", "body": {"price": 15}},
            {"id": "b", "path": f"products/{key}?responseFields=price", "method": "GET"},
            {"path": f"/products/{key}", "method": "PUT", "body": json.dumps({"price": 16})},
        ]
        status = await _status(client, await _sent(client, rows))
        assert (status["status"], status["completedRequests"]) == ("COMPLETED", 3)
        assert _outcomes(status) == [("COMPLETED", 200)] * 3
        assert [row.get("id") for row in status["responses"]] == ["a", "b", None]
        assert json.loads(status["responses"][1]["escapedHttpBody"]) == {"price": 15}
        assert (await read(client, f"/products/{key}"))["price"] == 16


async def test_the_first_failure_stops_unless_told_otherwise() -> None:
    """By default what follows a failure is not executed; nothing is rolled back."""
    async with talking_to(shop()) as client:
        rows = [_creation(1), _creation(1), _creation(2)]
        status = await _status(client, await _sent(client, rows))
        assert _outcomes(status) == [("COMPLETED", 200), ("FAILED", 409), ("NOT_EXECUTED", None)]
        rows = [_creation(1), _creation(3)]
        status = await _status(client, await _sent(client, rows, stopOnFirstFailure="false"))
        assert _outcomes(status) == [("FAILED", 409), ("COMPLETED", 200)]


async def test_batches_take_their_time_and_wait_for_each_other() -> None:
    """Queued, then in progress, then complete; the next one starts when the first is done."""
    store = shop(batch_queue_seconds=10.0, batch_request_seconds=2.0)
    async with talking_to(store) as client:
        first = await _sent(client, [_creation(1), _creation(2)])
        second = await _sent(client, [_creation(3)])
        states = []
        for _ in range(5):
            one, two = await _status(client, first), await _status(client, second)
            states.append((one["status"], one["completedRequests"], two["status"]))
            clock_of(store).advance(4.0)
    assert states == [
        ("QUEUED", 0, "QUEUED"),
        ("QUEUED", 0, "QUEUED"),
        ("QUEUED", 0, "QUEUED"),
        ("IN_PROGRESS", 1, "QUEUED"),
        ("COMPLETED", 2, "COMPLETED"),
    ]


async def test_keys_are_remembered_for_an_hour() -> None:
    """The same key gives the first ticket and makes nothing twice; later it is forgotten."""
    store = shop(non_unique_skus=True)
    async with talking_to(store) as client:
        first = await _sent(client, [_creation(1)], deduplicationKey="k")
        assert await _sent(client, [_creation(1)], deduplicationKey="k") == first
        assert len(store.catalogue.products) == 1
        clock_of(store).advance(3600)
        assert await _sent(client, [_creation(1)], deduplicationKey="k") != first
        assert len(store.catalogue.products) == 2


async def test_server_errors_inside_are_repeated() -> None:
    """With stop off a 5xx is tried again five times, 3 seconds apart; with stop on it is not."""
    store = shop()
    store.faults.add(Fault("500_internal", method="POST", path="/products", times=3))
    async with talking_to(store) as client:
        ticket = await _sent(client, [_creation(1), _creation(2)], stopOnFirstFailure="false")
        assert (await _status(client, ticket))["completedRequests"] == 0
        clock_of(store).advance(9)
        assert _outcomes(await _status(client, ticket)) == [("COMPLETED", 200)] * 2
        store.faults.add(Fault("500_internal", method="POST", path="/products", times=6))
        ticket = await _sent(client, [_creation(3), _creation(4)], stopOnFirstFailure="false")
        clock_of(store).advance(15)
        assert _outcomes(await _status(client, ticket)) == [("FAILED", 500), ("COMPLETED", 200)]
        store.faults.add(Fault("500_internal", method="POST", path="/products", times=1))
        status = await _status(client, await _sent(client, [_creation(5)]))
        assert _outcomes(status) == [("FAILED", 500)]


@pytest.mark.parametrize("fault", [Fault("504_lost"), Fault("408_timeout", after_write=True)])
async def test_a_repetition_may_meet_its_own_work(fault: Fault) -> None:
    """What took effect although it timed out stands in the way of its own repetition."""
    store = shop()
    store.faults.add(replace(fault, method="POST", path="/products", times=1))
    async with talking_to(store) as client:
        ticket = await _sent(client, [_creation(1)], stopOnFirstFailure="false")
        clock_of(store).advance(3)
        assert _outcomes(await _status(client, ticket)) == [("FAILED", 409)]
    assert len(store.catalogue.products) == 1


async def test_lost_connections_don_t_reach_inside() -> None:
    """A transport fault befalls the call that carries the batch, not the requests in it."""
    store = shop()
    store.faults.add(Fault("reset", method="POST", path="/products"))
    async with talking_to(store) as client:
        status = await _status(client, await _sent(client, [_creation(1)]))
    assert _outcomes(status) == [("COMPLETED", 200)]


async def test_requests_inside_are_on_record() -> None:
    """The batch is no write, each request in it is; only the calls count as HTTP requests."""
    store = shop()
    async with talking_to(store) as client:
        ticket = await _sent(client, [_creation(1), _creation(2)])
    assert [type(seen) for seen in store.writes_seen] == [SeenInside] * 2
    assert {seen.batch for seen in store.writes_seen if isinstance(seen, SeenInside)} == {ticket}
    assert {seen.path for seen in store.writes_seen} == {f"/api/v3/{store.store_id}/products"}
    assert store.http_requests() == 1


async def test_scopes_and_limits_hold_inside() -> None:
    """A missing scope is told per request; by knob the requests count toward the limit."""
    store = shop(inner_requests_count=True, requests_per_minute=4)
    store.knobs = replace(store.knobs, scopes=store.knobs.scopes - {"update_catalog"})
    async with talking_to(store) as client:
        key_path = {"path": "/products/1", "method": "DELETE"}
        rows = [_creation(1), key_path, _creation(2), _creation(3)]
        ticket = await _sent(client, rows, stopOnFirstFailure="false")
        clock_of(store).advance(60)
        status = await _status(client, ticket)
    assert _outcomes(status) == [
        ("COMPLETED", 200),
        ("FAILED", 403),
        ("COMPLETED", 200),
        ("FAILED", 429),
    ]


async def test_groups_can_be_cancelled() -> None:
    """What has not been carried out yet, will not be."""
    store = shop(batch_queue_seconds=10.0)
    async with talking_to(store) as client:
        ticket = await _sent(client, [_creation(1)], groupId="g")
        assert (await client.post("/batch/cancel-group?groupId=g")).status_code == 200
        status = await _status(client, ticket)
    assert (status["status"], _outcomes(status)) == ("COMPLETED", [("NOT_EXECUTED", None)])
    assert not store.catalogue.products


async def test_pictures_inside_come_by_address() -> None:
    """A batch uploads pictures by `externalUrl`."""
    store = shop()

    async def fetch(url: str) -> bytes:
        assert url == "https://pictures.test/1.png"
        return make_picture(1)

    store.fetch = fetch
    async with talking_to(store) as client:
        key = await mug(client)
        path = f"/products/{key}/image?externalUrl=https%3A%2F%2Fpictures.test%2F1.png"
        status = await _status(client, await _sent(client, [{"path": path, "method": "POST"}]))
        assert _outcomes(status) == [("COMPLETED", 200)]
        found = await read(client, f"/products/{key}")
        picture = await client.get(found["originalImageUrl"])
    assert picture.content == make_picture(1)


async def test_refused_batches() -> None:
    """More than 500 requests, no list, no path, a batch in a batch, an unknown ticket."""
    async with talking_to(shop()) as client:
        refused: list[Any] = [[], {}, [{"method": "GET"}], [{"path": "/products"}]]
        for rows in ([_creation(1)] * 501, *refused):
            answer = await client.post("/batch", json=rows)
            assert told(answer) == (400, "WRONG_PARAMETER")
        status = await _status(client, await _sent(client, [{"path": "batch", "method": "GET"}]))
        assert _outcomes(status) == [("FAILED", 400)]
        assert (await client.get("/batch?ticket=none")).status_code == 404


async def test_the_other_names() -> None:
    """`httpCode`, plain bodies or none, `ticketId`."""
    store = shop(batch_status_name="httpCode")
    async with talking_to(store) as client:
        ticket = await _sent(client, [_creation(1)])
        (row,) = (await read(client, "/batch", ticketId=ticket))["responses"]
        assert (row["httpCode"], "httpBody" in row, "escapedHttpBody" in row) == (200, True, False)
        store.knobs = replace(store.knobs, batch_plain_body=False)
        (row,) = (await read(client, "/batch", ticketId=ticket))["responses"]
        assert "httpBody" not in row
