"""What every call must pass before its answer: store, token, limit, plan, scope (API §2, §15)."""

import math

from starlette.requests import Request

from app.sample.e_series.calls import Call
from app.sample.e_series.errors import Refusal
from app.sample.e_series.routes import Route, find
from app.sample.e_series.store import ESeriesStore

_MINUTE = 60.0


def bad_token() -> Refusal:
    """403: the token doesn't work."""
    return Refusal(403, "The API token is not valid", "INVALID_API_TOKEN")


def missing_scope(scope: str) -> Refusal:
    """403: the token works, but not for this."""
    return Refusal(403, f"The app lacks the access scope {scope}", "INSUFFICIENT_APP_SCOPE")


def too_many(seconds: float) -> Refusal:
    """429 with whole seconds to wait."""
    wait = str(max(1, math.ceil(seconds)))
    message = "The limit of requests is reached"
    return Refusal(429, message, "RATE_LIMITED", headers={"Retry-After": wait})


def check_store(store: ESeriesStore, store_id: str) -> None:
    """Raise 404 for the address of another store."""
    if store_id != str(store.store_id):
        raise Refusal(404, f"Store #{store_id} not found", "STORE_NOT_FOUND")


def check_token(store: ESeriesStore, request: Request) -> str:
    """Return the working token of a request; raises 403, or 429 for one that is blocked."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    knobs = store.knobs
    told = scheme.lower() == "bearer"
    if not token and knobs.query_token:
        token = request.query_params.get("token", "")
        told = bool(token)
    if told and token in knobs.tokens | knobs.public_tokens:
        return token
    _count_bad(store, token)
    raise bad_token()


def _count_bad(store: ESeriesStore, token: str) -> None:
    """Block a token that doesn't work for long after some calls; raises 429."""
    knobs, now = store.knobs, store.clock.now()
    if not knobs.rate_limit:
        return
    until = store.blocked.get(token, 0.0)
    if until <= now:
        if store.limiter.take(knobs.bad_token_requests, _MINUTE, f"bad {token}").allowed:
            return
        until = store.blocked[token] = now + knobs.bad_token_block_seconds
    raise too_many(until - now)


def take_allowance(store: ESeriesStore, token: str) -> None:
    """Count a request; raises 429."""
    if not store.knobs.rate_limit:
        return
    allowance = store.limiter.take(store.knobs.requests_per_minute, _MINUTE, token)
    if not allowance.allowed:
        raise too_many(allowance.retry_after)


def admit(call: Call) -> Route:
    """Find what a call asks for and give it the ids in its path; raises 402, 403, 404, 405."""
    if call.store.knobs.suspended:
        raise Refusal(402, "The store is suspended", "STORE_IS_SUSPENDED")
    found = find(call.parts)
    call.ids = found.ids
    if call.method == "DELETE" and call.parts == ["products"]:
        # No client has any business emptying the store (API §3).
        raise missing_scope("update_catalog_batch_delete")
    route = found.routes.get(call.method)
    if route is None and found.routes:
        raise Refusal(405, f"{call.method} is not served here", "METHOD_NOT_ALLOWED")
    if route is None:
        raise Refusal(404, f"Nothing stands at {call.path}")
    _check_scopes(call, route)
    return route


def _check_scopes(call: Call, route: Route) -> None:
    if call.public and not route.public:
        raise missing_scope(" ".join(route.scopes))
    for scope in route.scopes:
        if not call.public and scope not in call.store.knobs.scopes:
            raise missing_scope(scope)
