"""Access to the sample online store: stores, tokens, scopes, limits, records (API 1, 2, 15)."""

from dataclasses import replace
from email.utils import parsedate_to_datetime

import httpx
import pytest

from app.sample.e_series import e_series_app
from app.sample.e_series.knobs import SCOPES
from app.sample.e_series.routes import ROUTES, Route
from app.sample.seen import Seen
from app.sample.serving import SocketServer
from tests.sample.ecom import HEADERS, NOW, STORE, clock_of, mug, read, shop, talking_to, told


async def test_wrong_tokens_are_refused_then_blocked_for_long() -> None:
    """403 at once; after 20 a minute 429 for half an hour, for this token alone."""
    store = shop()
    async with talking_to(store, "secret_wrong") as wrong, talking_to(store) as right:
        for _ in range(20):
            assert told(await wrong.get("/profile")) == (403, "INVALID_API_TOKEN")
        refused = await wrong.get("/profile")
        assert told(refused) == (429, "RATE_LIMITED")
        assert refused.headers["Retry-After"] == "1800"
        clock_of(store).advance(1799)
        assert (await wrong.get("/profile")).status_code == 429
        assert (await right.get("/profile")).status_code == 200
        clock_of(store).advance(2)
        assert (await wrong.get("/profile")).status_code == 403


async def test_only_bearer_tokens_count() -> None:
    """Neither another scheme nor the old query parameter opens the door."""
    async with talking_to(shop()) as client:
        for value in ("Basic secret_sample", "secret_sample", ""):
            answer = await client.get(
                "/profile?token=secret_sample", headers={"Authorization": value}
            )
            assert told(answer) == (403, "INVALID_API_TOKEN")


async def test_another_store_is_not_found() -> None:
    """The store in the address must be the one that is served."""
    store = shop()
    async with talking_to(store) as client:
        answer = await client.get("http://ecom.test/api/v3/42/profile")
        assert told(answer) == (404, "STORE_NOT_FOUND")
        assert (await client.get("http://ecom.test/api/v4/profile")).status_code == 404


@pytest.mark.parametrize(
    "route",
    [route for route in ROUTES if route.scopes],
    ids=lambda route: f"{route.method} {route.path}",
)
async def test_every_call_asks_for_its_scopes(route: Route) -> None:
    """Without one of its scopes a call is refused with 403 before anything else."""
    store = shop()
    path = route.path.format_map(dict.fromkeys(("product", "category", "class", "order"), 1) | IDS)
    async with talking_to(store) as client:
        for scope in route.scopes:
            store.knobs = replace(store.knobs, scopes=SCOPES - {scope})
            answer = await client.request(route.method, f"/{path}")
            assert told(answer) == (403, "INSUFFICIENT_APP_SCOPE")
            assert scope in answer.json()["errorMessage"]


IDS = {"combination": 1, "image": 1}


async def test_public_tokens_read_what_is_enabled() -> None:
    """A public token finds enabled products alone, and neither writes nor sees orders."""
    store = shop()
    async with talking_to(store) as client:
        shown, hidden = await mug(client), await mug(client, 2, enabled=False)
    async with talking_to(store, "public_sample") as client:
        found = await read(client, "/products")
        assert [row["id"] for row in found["items"]] == [shown]
        assert told(await client.get(f"/products/{hidden}")) == (404, "PRODUCT_NOT_FOUND")
        for method, path in (("GET", "/orders"), ("PUT", f"/products/{shown}")):
            answer = await client.request(method, path, json={"price": 1})
            assert told(answer) == (403, "INSUFFICIENT_APP_SCOPE")


async def test_the_limit_rolls() -> None:
    """600 requests a minute for a token, then 429 with the seconds until one is free."""
    store = shop()
    async with talking_to(store) as client:
        for _ in range(600):
            assert (await client.get("/latest-stats")).status_code == 200
        clock_of(store).advance(20.5)
        refused = await client.get("/latest-stats")
        assert told(refused) == (429, "RATE_LIMITED")
        assert refused.headers["Retry-After"] == "40"
        assert parsedate_to_datetime(refused.headers["Date"]).timestamp() == NOW + 20
        clock_of(store).advance(39.5)
        assert (await client.get("/latest-stats")).status_code == 200
        store.knobs = replace(store.knobs, rate_limit=False)
        for _ in range(601):
            assert (await client.get("/latest-stats")).status_code == 200


async def test_methods_media_types_and_plan() -> None:
    """405 for another method, 415 for another body, 402 for a suspended store."""
    store = shop()
    async with talking_to(store) as client:
        assert told(await client.patch("/products")) == (405, "METHOD_NOT_ALLOWED")
        assert (await client.get("/nothing")).status_code == 404
        assert (await client.get("/products/none")).status_code == 404
        answer = await client.post("/products", content=b'{"name":"x"}')
        assert answer.status_code == 415
        answer = await client.post(
            "/products", content=b"{", headers={"Content-Type": "application/json"}
        )
        assert told(answer) == (400, "WRONG_PARAMETER")
        store.knobs = replace(store.knobs, suspended=True)
        assert told(await client.get("/profile")) == (402, "STORE_IS_SUSPENDED")


async def test_the_store_can_not_be_emptied() -> None:
    """DELETE /products is refused whatever the token may do, and stands on record as a write."""
    store = shop()
    async with talking_to(store) as client:
        key = await mug(client)
        before = len(store.writes_seen)
        answer = await client.delete("/products")
        assert told(answer) == (403, "INSUFFICIENT_APP_SCOPE")
        assert (await client.get(f"/products/{key}")).status_code == 200
    assert [seen.method for seen in store.writes_seen[before:]] == ["DELETE"]


async def test_error_bodies_may_be_empty() -> None:
    """Now and then a refusal has no body; its status and headers stay."""
    store = shop(empty_error_share=0.5)
    async with talking_to(store) as client:
        bodies = {(await client.get("/products/1")).content for _ in range(30)}
        assert b"" in bodies
        assert len(bodies) == 2


async def test_long_answers_are_compressed() -> None:
    """With gzip for those who take it, unless the knob is off."""
    store = shop()
    async with talking_to(store) as client:
        for number in range(3):
            await mug(client, number)
        packed = await client.get("/products")
        assert packed.headers["Content-Encoding"] == "gzip"
        plain = await client.get("/products", headers={"Accept-Encoding": "identity"})
        assert "Content-Encoding" not in plain.headers
        store.knobs = replace(store.knobs, gzip=False)
        assert "Content-Encoding" not in (await client.get("/products")).headers
    assert packed.json() == plain.json()


async def test_latency_passes_on_the_clock() -> None:
    """An answer takes the time the knob says."""
    store = shop(latency_seconds=0.25)
    async with talking_to(store) as client:
        await client.get("/profile")
    assert store.clock.now() == NOW + 0.25


async def test_path_segments_are_decoded_like_values() -> None:
    """A plus sign in a path is a blank; a literal one goes as %2B (API 1)."""
    store = shop()
    store.orders["A+B"] = {"id": "A+B", "createTimestamp": 0, "updateTimestamp": 0}
    async with talking_to(store) as client:
        assert (await client.get("/orders/A%2BB")).status_code == 200
        assert (await client.get("/orders/A+B")).status_code == 404


async def test_what_was_asked_is_on_record() -> None:
    """Each request with its status and size; those who ask for changes marked."""
    store = shop()
    seen: list[Seen] = []
    store.on_request = seen.append
    async with talking_to(store) as client:
        await client.get("/products", params={"limit": 3})
        await client.post("/products", json={"name": "x"})
    assert [(one.method, one.status, one.write) for one in seen] == [
        ("GET", 200, False),
        ("POST", 200, True),
    ]
    assert (seen[0].query, seen[1].body_bytes_len) == ("limit=3", len(b'{"name":"x"}'))
    assert store.http_requests() == 2


def test_over_a_socket() -> None:
    """Over HTTP the date is the store's, in one header."""
    store = shop()
    with SocketServer(e_series_app(store)) as server:
        answer = httpx.get(f"{server.urls[0]}/api/v3/{STORE}/profile", headers=HEADERS)
    assert answer.json()["generalInfo"]["storeId"] == STORE
    assert answer.headers.get_list("Date") == ["Mon, 21 Sep 2026 14:13:20 GMT"]
