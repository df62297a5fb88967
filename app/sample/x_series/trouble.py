"""Faults of the sample POS's own: wrong answers in every shape of section 10."""

from collections.abc import Callable

from app.sample.limits import Allowance
from app.sample.x_series.door import bad_token, too_many
from app.sample.x_series.replies import Refused, Reply, dumps, invalid, not_found, refuse
from app.sample.x_series.store import XSeriesStore

_SIGN_IN_PAGE = b"<!doctype html><html><body><h1>Sign in to this network</h1></body></html>"

_REFUSALS: dict[str, Callable[[XSeriesStore], Refused]] = {
    "401": lambda _: bad_token(),
    "403": lambda _: refuse(403, "Forbidden", "Missing scope: products:read"),
    "404": lambda _: not_found("Record"),
    "409": lambda _: refuse(409, "The record was changed meanwhile"),
    "422_errors": lambda _: invalid("The request was refused"),
    "429": lambda store: too_many(store, Allowance(False, 350, 0, 1.0)),
}
_ODD_REPLIES = {
    "500_code": Reply(500, dumps({"error": {"code": 1, "message": "Something went wrong"}})),
    "500_status": Reply(
        500, dumps({"status": "error", "error": "Server Error", "details": "Something went wrong"})
    ),
    "500_text": Reply(500, b"upstream connect error", "text/plain"),
    "200_html": Reply(200, _SIGN_IN_PAGE, "text/html"),
    "200_broken": Reply(200, b'{"data":[{"id":'),
    "200_empty": Reply(200),
}

KINDS = frozenset({*_REFUSALS, *_ODD_REPLIES})
"""Fault kinds this service makes besides those of every service."""


def trouble(store: XSeriesStore, kind: str) -> Refused:
    """Make the answer of a fault kind in `KINDS`. Raises KeyError for another."""
    odd = _ODD_REPLIES.get(kind)
    return Refused(odd) if odd is not None else _REFUSALS[kind](store)
