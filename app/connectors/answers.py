"""Requests and answers of both services, and what an unwelcome answer means to a shopkeeper."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC
from email.utils import parsedate_to_datetime
from typing import Any

from app.connectors.reading import decode_object, number
from app.domain.errors import (
    SIDE_NAMES,
    BadAnswer,
    NotThere,
    PlanLimit,
    Refused,
    ScopeMissing,
    ServiceBusy,
    ServiceError,
    Side,
    TokenRefused,
)

JSON_TYPE = "application/json"
DEFAULT_WAIT: dict[Side, float] = {"pos": 30.0, "ecom": 10.0}
"""Seconds to wait after a 429 that gives no hint (API POS §10, eCom §15)."""
LONGEST_WAIT = 300.0
_LONGEST_TEXT = 300
_SCOPE = re.compile(
    r"\b(?:[a-z]+(?:_[a-z]+)*:(?:read|write)[a-z_:]*|(?:read|create|update)_[a-z_]+)\b"
)


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


@dataclass(frozen=True, slots=True)
class Complaint:
    """What an error answer says: the service's code and its words."""

    code: str = ""
    words: str = ""


def complaint(answer: Answer) -> Complaint:
    """Read an error body of any of the published and observed shapes (API POS §10, eCom §15)."""
    try:
        body = decode_object(answer.body)
    except ValueError:
        body = {}
    code = body.get("errorCode")
    words = _words(body)
    if not words and not body and not answer.body.lstrip().startswith(b"<"):
        words = answer.body.decode("utf-8", "replace").strip()
    if not words and answer.reason:
        words = answer.reason
    words = " ".join(words.split())[:_LONGEST_TEXT]
    return Complaint(code if isinstance(code, str) else "", words)


def translated(side: Side, answer: Answer) -> ServiceError:
    """The error an answer stands for; only for answers that are no success."""
    said = complaint(answer)
    status = answer.status
    if status == 401 or (status == 403 and "INVALID_API_TOKEN" in (said.code, said.words)):
        return token_refused(side, status)
    if status == 403:
        return _scope_missing(side, said)
    if status in (408, 429, 449) or status >= 500:
        return busy(side, status, said)
    kind, what, remedy = _kind_of(status)
    message = f"{sentence(SIDE_NAMES[side])} {what}"
    if said.words and kind is not BadAnswer:
        message = f"{message.rstrip('.')}: {said.words}"
    return kind(side, message, remedy, status=status, code=said.code)


def _kind_of(status: int) -> tuple[type[ServiceError], str, str]:
    """The error, what the service does, and the remedy, by status."""
    if status == 402:
        return PlanLimit, "does not allow this on its plan.", "Change the plan, or make room in it."
    if status == 404:
        remedy = "It may have been deleted meanwhile, or the address belongs to another shop."
        return NotThere, "has no such record.", remedy
    if 300 <= status < 400:
        return BadAnswer, "sent us on to another address.", "Check the shop's address in Settings."
    return Refused, "refused this.", ""


def sentence(words: str) -> str:
    """Words with a capital at the beginning."""
    return words[:1].upper() + words[1:]


def token_refused(side: Side, status: int = 401) -> TokenRefused:
    """The error for a token that does not work."""
    return TokenRefused(
        side,
        f"{sentence(SIDE_NAMES[side])} does not accept the token.",
        "Enter a new one under Settings, Stores.",
        status=status,
        code="INVALID_API_TOKEN",
    )


def busy(side: Side, status: int, said: Complaint) -> ServiceBusy:
    """The error for a service that stayed busy or broken longer than our patience."""
    where = SIDE_NAMES[side]
    what = {
        429: f"Too many requests to {where}: other apps may be using up its allowance.",
        449: f"An import is running in {where}.",
    }.get(status, f"{sentence(where)} is out of order for the moment ({status}).")
    return ServiceBusy(side, what, "Try again in a few minutes.", status=status, code=said.code)


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


def _scope_missing(side: Side, said: Complaint) -> ScopeMissing:
    found = _SCOPE.search(said.words)
    scope = found.group(0) if found else ""
    named = f" ({scope})" if scope else ""
    return ScopeMissing(
        side,
        f"The token of {SIDE_NAMES[side]} may not do this{named}.",
        "Give the token this permission, or make a new one that has it.",
        scope=scope,
    )


def _words(body: dict[str, Any]) -> str:
    """The words of the first shape that fits."""
    if isinstance(body.get("errorMessage"), str):
        return str(body["errorMessage"])
    error = body.get("error")
    if isinstance(error, dict):
        return str(error.get("message") or error.get("code") or "")
    detail = body.get("message") or body.get("details")
    if isinstance(error, str):
        return f"{error}: {detail}" if isinstance(detail, str) else error
    errors = body.get("errors")
    if isinstance(errors, dict):
        return "; ".join(f"{key}: {_joined(value)}" for key, value in errors.items())
    return detail if isinstance(detail, str) else ""


def _joined(value: Any) -> str:
    return ", ".join(str(item) for item in value) if isinstance(value, list) else str(value)


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
