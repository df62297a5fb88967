"""Access to the sample POS: tokens, scopes, limits, versions, faults, writes (API 1, 2, 10)."""

from dataclasses import replace
from email.utils import parsedate_to_datetime

import httpx
import pytest

from app.sample.clock import SimulatedClock
from app.sample.faults import Fault
from app.sample.serving import SocketServer
from app.sample.x_series import x_series_app
from app.sample.x_series.routes import ROUTES, Route
from app.sample.x_series.trouble import KINDS
from tests.sample.pos import HEADERS, NOW, shop, talking_to


async def test_wrong_tokens_are_told_so() -> None:
    """401 with the text of the reference, for no token and for a wrong one."""
    async with talking_to(shop(3)) as client:
        for value in ("Bearer wrong", "Basic lsxs_pt_sample", ""):
            answer = await client.get("/2.0/outlets", headers={"Authorization": value})
            assert answer.status_code == 401
            assert answer.json() == {"error": "Access token is not valid"}


@pytest.mark.parametrize(
    "route", [route for route in ROUTES if route.in_2_0], ids=lambda route: route.path
)
async def test_every_read_asks_for_its_scopes(route: Route) -> None:
    """Without one of its scopes a read is refused with 403, and the scope is named."""
    store = shop(3)
    path, scopes = route.path.replace("{}", "none"), route.scopes
    async with talking_to(store) as client:
        for scope in scopes:
            store.knobs = replace(store.knobs, scopes=scopes - {scope})
            answer = await client.get(f"/2.0/{path}")
            assert answer.status_code == 403
            assert scope in answer.json()["message"]


async def test_a_user_agent_is_required() -> None:
    """A request without one is refused with 400 or 403."""
    store = shop(3)
    async with talking_to(store) as client:
        for status in (400, 403):
            store.knobs = replace(store.knobs, user_agent_status=status)
            answer = await client.get("/2.0/outlets", headers={"User-Agent": ""})
            assert answer.status_code == status
        store.knobs = replace(store.knobs, user_agent_required=False)
        assert (await client.get("/2.0/outlets", headers={"User-Agent": ""})).status_code == 200


async def test_the_limit_follows_the_registers() -> None:
    """300 requests a register and 50 more in 5 minutes; then 429 with a date, until it rolls on."""
    store = shop(3)
    clock = store.clock
    assert isinstance(clock, SimulatedClock)
    async with talking_to(store) as client:
        for _ in range(3 * 300 + 50):
            answer = await client.get("/2.0/user")
        assert answer.status_code == 200
        assert answer.headers["X-RateLimit-Limit"] == "950"
        assert answer.headers["X-RateLimit-Remaining"] == "0"
        clock.advance(100.5)
        refused = await client.get("/2.0/user")
        assert refused.status_code == 429
        assert refused.json() == {"error": "Too Many Requests", "message": "Rate limiting enforced"}
        again = parsedate_to_datetime(refused.headers["Retry-After"]).timestamp()
        assert again == NOW + 301
        assert parsedate_to_datetime(refused.headers["Date"]).timestamp() == NOW + 100
        clock.set(again)
        assert (await client.get("/2.0/user")).status_code == 200


async def test_the_forms_of_a_429() -> None:
    """Seconds, only in the body, no hint at all, and the older body."""
    store = shop(3, rate_per_register=0, rate_extra=1, retry_hint="seconds")
    async with talking_to(store) as client:
        await client.get("/2.0/user")
        assert (await client.get("/2.0/user")).headers["Retry-After"] == "300"
        store.knobs = replace(store.knobs, retry_hint="none")
        assert "Retry-After" not in (await client.get("/2.0/user")).headers
        store.knobs = replace(store.knobs, retry_hint="body", old_limit_shape=True)
        refused = await client.get("/2.0/user")
    assert "Retry-After" not in refused.headers
    assert refused.json() == {
        "error": "Rate limit exceeded",
        "limits": {"retailer": "2 > 1 for harbourandpine"},
        "retry-after": "Mon, 21 Sep 2026 14:18:20 +0000",
    }


async def test_the_limit_can_be_off() -> None:
    """Without limit there are no rate headers."""
    async with talking_to(shop(3, rate_limit=False)) as client:
        assert "X-RateLimit-Limit" not in (await client.get("/2.0/user")).headers


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
async def test_writes_are_refused_and_recorded(method: str) -> None:
    """No write is ever carried out; each is on record as one."""
    store = shop(3)
    before = store.to_json()
    paths = ("/2.1/products/1", "/2.0/products", "/2026-07/stock_adjustments", "/2.0/inventory")
    async with talking_to(store) as client:
        answers = [await client.request(method, path, json={"name": "x"}) for path in paths]
    assert {answer.status_code for answer in answers} <= {404, 405}
    assert len(store.writes_seen) == len(paths)
    assert store.to_json() == before


async def test_reads_by_post_are_no_writes() -> None:
    """The two reads of 2026-07 that use POST, and token calls, are not on record as writes."""
    store = shop(3)
    async with talking_to(store) as client:
        assert (await client.post("/2026-07/inventory", json={})).status_code == 200
        assert (await client.post("/2026-07/inventory_levels", json={})).status_code == 200
        assert (await client.post("/1.0/token", data={"grant_type": "none"})).status_code == 401
    assert store.writes_seen == []
    assert store.http_requests() == 3
    assert [seen.status for seen in store.requests] == [200, 200, 401]


async def test_versions() -> None:
    """An old dated version is answered by the oldest one served; a future one is unknown."""
    store = shop(3)
    async with talking_to(store) as client:
        assert (await client.get("/2025-01/outlets")).status_code == 200
        assert (await client.get("/2027-01/outlets")).status_code == 404
        assert (await client.get("/3.0/products")).status_code == 404
        assert (await client.get("/2.0/versions")).status_code == 404
        assert (await client.get("/2026-07/inventory")).status_code == 405
        store.knobs = replace(store.knobs, serves_2_0=False)
        assert (await client.get("/2.0/outlets")).status_code == 200
        assert (await client.get("/2.0/inventory")).status_code == 405


async def test_bad_parameters() -> None:
    """A bad number is a 422 in the `errors` shape, a broken body a 400."""
    async with talking_to(shop(3)) as client:
        for query in ({"page_size": "0"}, {"page_size": "many"}, {"after": "-1"}):
            answer = await client.get("/2.0/products", params=query)
            assert answer.status_code == 422
            assert "global" in answer.json()["errors"]
        for body in (b"{", b"[]"):
            answer = await client.post("/2026-07/inventory", content=body)
            assert answer.status_code == 400


@pytest.mark.parametrize("kind", sorted(KINDS))
async def test_own_faults(kind: str) -> None:
    """Each fault kind of the service answers with its status; paths are named without the base."""
    store = shop(3)
    store.faults.add(Fault(kind, path="/products", times=1))
    async with talking_to(store) as client:
        assert (await client.get("/2.0/outlets")).status_code == 200
        assert (await client.get("/2.0/products")).status_code == int(kind[:3])
        assert (await client.get("/2.0/products")).status_code == 200


async def test_latency_passes_on_the_clock() -> None:
    """An answer takes the time the knob says."""
    store = shop(3, latency_seconds=0.25)
    async with talking_to(store) as client:
        await client.get("/2.0/user")
    assert store.clock.now() == NOW + 0.25


async def test_tokens_rotate() -> None:
    """A code works once; a refresh ends the old access token; tokens end after a day."""
    store = shop(3)
    app = {"client_id": "sample-app", "client_secret": "sample-secret"}
    code = {**app, "grant_type": "authorization_code", "code": store.grants.authorize()}
    async with talking_to(store) as client:
        first = (await client.post("/1.0/token", data=code)).json()
        assert (await client.post("/1.0/token", data=code)).status_code == 400
        refresh = {
            **app,
            "grant_type": "refresh_token",
            "refresh_token": first["refresh_token"],
        }
        store.knobs = replace(store.knobs, refresh_answers_all=False)
        second = (await client.post("/1.0/token", data=refresh)).json()
        assert "refresh_token" not in second
        statuses = []
        for pair in (first, second):
            bearer = {"Authorization": f"Bearer {pair['access_token']}"}
            statuses.append((await client.get("/2.0/user", headers=bearer)).status_code)
        assert isinstance(store.clock, SimulatedClock)
        store.clock.advance(second["expires_in"])
        statuses.append((await client.get("/2.0/user", headers=bearer)).status_code)
        assert (await client.post("/1.0/token", data={**app})).status_code == 400
    assert statuses == [401, 200, 401]


def test_over_a_socket() -> None:
    """Over HTTP the Date header is the store's, and picture addresses lead back to the server."""
    store = shop(10)
    with SocketServer(x_series_app(store)) as server:
        base = server.urls[0]
        answer = httpx.get(f"{base}/api/2.0/products", headers=HEADERS)
        urls = [image["url"] for row in answer.json()["data"] for image in row["images"]]
        picture = httpx.get(urls[0])
        store.faults.add(Fault("truncated", times=1))
        with pytest.raises(httpx.RemoteProtocolError):
            httpx.get(f"{base}/api/2.0/products", headers=HEADERS)
    assert parsedate_to_datetime(answer.headers["Date"]).timestamp() == NOW
    assert len(answer.headers.get_list("Date")) == 1
    assert urls[0].startswith(base)
    assert picture.content.startswith(b"\x89PNG")
