"""What every call must pass before it is answered: user agent, token, request limit, scopes."""

import math
from email.utils import formatdate

from starlette.requests import Request

from app.sample.clock import http_date
from app.sample.limits import Allowance
from app.sample.x_series.replies import Refused, Reply, dumps, refuse
from app.sample.x_series.store import XSeriesStore

_BAD_TOKEN = "Access token is not valid"  # noqa: S105 - a message


def bad_token() -> Refused:
    """Make the 401 of section 10."""
    return refuse(401, _BAD_TOKEN)


def check_agent(store: XSeriesStore, request: Request) -> None:
    """Raise Refused for a request that doesn't say who sends it (section 1)."""
    if store.knobs.user_agent_required and not request.headers.get("user-agent", "").strip():
        raise refuse(store.knobs.user_agent_status, "User-Agent header is required")


def check_token(store: XSeriesStore, request: Request) -> str:
    """Return the working token of a request. Raises Refused with 401."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    known = token in store.knobs.tokens or store.grants.holds(token, store.clock.now())
    if scheme.lower() != "bearer" or not known:
        raise bad_token()
    return token


def check_scopes(store: XSeriesStore, scopes: frozenset[str]) -> None:
    """Raise Refused with 403, naming what is missing."""
    missing = sorted(scopes - store.knobs.scopes)
    if missing:
        raise refuse(403, "Forbidden", f"Missing scope: {' '.join(missing)}")


def take_allowance(store: XSeriesStore, token: str) -> tuple[tuple[str, str], ...]:
    """Count a request and return its rate headers. Raises Refused with 429 (section 10)."""
    knobs = store.knobs
    if not knobs.rate_limit:
        return ()
    limit = knobs.rate_per_register * store.registers_open() + knobs.rate_extra
    allowance = store.window.take(limit, knobs.rate_seconds, token)
    if not allowance.allowed:
        raise too_many(store, allowance)
    return _rate_headers(allowance)


def too_many(store: XSeriesStore, allowance: Allowance) -> Refused:
    """Make a 429 in the form the knobs ask for."""
    hint, headers = store.knobs.retry_hint, _rate_headers(allowance)
    seconds = max(1, math.ceil(allowance.retry_after))
    moment = store.clock.now() + seconds
    if hint == "date":
        headers += (("retry-after", http_date(math.ceil(moment))),)
    elif hint == "seconds":
        headers += (("retry-after", str(seconds)),)
    body: dict[str, object] = {
        "error": "Too Many Requests",
        "message": "Rate limiting enforced",
    }
    if store.knobs.old_limit_shape:
        prefix = store.retailer.get("domain_prefix", "sample")
        over = f"{allowance.limit + 1} > {allowance.limit} for {prefix}"
        body = {"error": "Rate limit exceeded", "limits": {"retailer": over}}
    if hint == "body":
        body["retry-after"] = formatdate(math.ceil(moment), localtime=False)[:-5] + "+0000"
    return Refused(Reply(429, dumps(body), headers=headers))


def _rate_headers(allowance: Allowance) -> tuple[tuple[str, str], ...]:
    return (
        ("x-ratelimit-limit", str(allowance.limit)),
        ("x-ratelimit-remaining", str(allowance.remaining)),
    )
