"""Faults of the sample eCom store's own: refusals out of place and broken answers (API §15)."""

from collections.abc import Callable

from app.sample.e_series.calls import Answer
from app.sample.e_series.door import bad_token, too_many
from app.sample.e_series.errors import Refusal

_STORM_SECONDS = 5.0
_SIGN_IN_PAGE = b"<!doctype html><html><body><h1>Sign in to this network</h1></body></html>"

_REFUSALS: dict[str, Callable[[], Refusal]] = {
    "402_suspended": lambda: Refusal(402, "The store is suspended", "STORE_IS_SUSPENDED"),
    "403_token": bad_token,
    "408_timeout": lambda: Refusal(408, "The request took too long", "TIMEOUT"),
    "429_storm": lambda: too_many(_STORM_SECONDS),
    "449_import": lambda: Refusal(449, "An import is running, retry later"),
    "500_internal": lambda: Refusal(500, "Internal error", "INTERNAL_ERROR"),
}
_ODD_ANSWERS = {
    "200_html": Answer(200, _SIGN_IN_PAGE, {"Content-Type": "text/html"}),
    "200_broken": Answer(200, b'{"total":1,"items":[{"id":'),
    "200_empty": Answer(200),
}

KINDS = frozenset({*_REFUSALS, *_ODD_ANSWERS})
"""Fault kinds this service makes besides those of every service."""

INSIDE = {"408_timeout": 408, "500_internal": 500, "503_empty": 503, "504_lost": 504}
"""Fault kinds that can befall a request inside a batch, with their status.

Requests inside a batch travel over no connection, so there is none to lose.
"""


def trouble(kind: str) -> Answer:
    """Make the odd answer of a kind in `KINDS`; raises the refusal of one that refuses."""
    odd = _ODD_ANSWERS.get(kind)
    if odd is not None:
        return odd
    refusal = _REFUSALS[kind]()
    raise refusal
