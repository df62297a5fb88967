"""Requests and answers of both services, and how long an answer asks us to wait."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC
from email.utils import parsedate_to_datetime
from urllib.parse import quote

from app.connectors.reading import decode_object, number
from app.domain.errors import Side

JSON_TYPE = "application/json"
DEFAULT_WAIT: dict[Side, float] = {"pos": 30.0, "ecom": 10.0}
"""Seconds to wait after a 429 that gives no hint (API POS §10, eCom §15)."""
LONGEST_WAIT = 300.0


@dataclass(frozen=True, slots=True)
class Request:
    """One API request; `path` is below the base address and already quoted."""

    method: str
    path: str
    params: Mapping[str, str | int] = field(default_factory=dict)
    body: bytes = b""
    content_type: str = JSON_TYPE


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back for a request."""

    status: int
    request: Request
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    reason: str = ""

    @property
    def date(self) -> float | None:
        """The time of the answer on the service's clock, UNIX seconds."""
        return _http_date(self.headers.get("date", ""))

    def looks_whole(self) -> bool:
        """Whether the body begins and ends like JSON: no sign-in page, not cut off."""
        body = self.body.strip()
        return body == b"null" or (body[:1] + body[-1:]) in (b"{}", b"[]")


def segment(name: str) -> str:
    """A name as one part of a path. Parts of dots alone would lead upwards, quoted or not."""
    quoted = quote(name, safe="", errors="replace")
    return quoted if quoted.strip(".") else quoted.replace(".", "%2E")


def retry_after(side: Side, answer: Answer, now: float) -> float:
    """Seconds to wait after a 429: header as date or seconds, then the body, then a default.

    A date is measured against the answer's own `Date`, as this computer's clock may be wrong.
    """
    clock = answer.date
    if clock is None:
        clock = now
    wait = _wait(answer.headers.get("retry-after", ""), clock)
    if wait is None:
        wait = _wait(_body_hint(answer.body), clock)
    if wait is None:
        wait = DEFAULT_WAIT[side]
    return min(max(wait, 0.0), LONGEST_WAIT)


def _body_hint(body: bytes) -> str:
    try:
        return str(decode_object(body).get("retry-after", ""))
    except ValueError:
        return ""


def _wait(hint: str, clock: float) -> float | None:
    if not hint.strip():
        return None
    found = number(hint)
    if found is not None:
        return float(found)
    date = _http_date(hint)
    return None if date is None else date - clock


def _http_date(printed: str) -> float | None:
    if not printed:
        return None
    try:
        found = parsedate_to_datetime(printed)
    except (ValueError, IndexError, TypeError):
        return None
    return (found.replace(tzinfo=UTC) if found.tzinfo is None else found).timestamp()
