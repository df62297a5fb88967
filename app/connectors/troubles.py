"""What an unwelcome answer, or none at all, means to a shopkeeper: our errors and their words."""

import re
from dataclasses import dataclass
from typing import Any

import httpx

from app.connectors.answers import Answer
from app.connectors.reading import decode_object
from app.domain.errors import (
    SIDE_NAMES,
    BadAnswer,
    NoConnection,
    NotThere,
    OutcomeUnknown,
    PlanLimit,
    Refused,
    ScopeMissing,
    ServiceBusy,
    ServiceError,
    Side,
    TokenRefused,
)

_LONGEST_TEXT = 300
_SCOPE = re.compile(
    r"\b(?:[a-z]+(?:_[a-z]+)*:(?:read|write)[a-z_:]*|(?:read|create|update)_[a-z_]+)\b"
)


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
    kind, message, remedy = _kind_of(status, sentence(SIDE_NAMES[side]))
    if said.words and kind is not BadAnswer:
        message = f"{message.rstrip('.')}: {said.words}"
    return kind(side, message, remedy, status=status, code=said.code)


def _kind_of(status: int, who: str) -> tuple[type[ServiceError], str, str]:
    """The error, what the service does, and the remedy, by status."""
    if status == 402:
        told = f"{who} does not allow this on its plan."
        return PlanLimit, told, "Change the plan, or make room in it."
    if status == 404:
        remedy = "It may have been deleted meanwhile, or the address belongs to another shop."
        return NotThere, f"{who} has no such record.", remedy
    if 300 <= status < 400:
        told = f"{who} sent us on to another address."
        return BadAnswer, told, "Check the shop's address in Settings."
    return Refused, f"{who} refused this.", ""


def sentence(words: str) -> str:
    """Words with a capital at the beginning."""
    return words[:1].upper() + words[1:]


def token_refused(side: Side, status: int = 401) -> TokenRefused:
    """The error for a token that does not work."""
    return TokenRefused(
        side,
        f"{sentence(SIDE_NAMES[side])} does not accept the token.",
        "Make a new one there and enter it with `counterpart connect`.",
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


def outcome_unknown(side: Side) -> OutcomeUnknown:
    """The error for a write whose answer was lost."""
    return OutcomeUnknown(
        side,
        f"The answer of {SIDE_NAMES[side]} to a change was lost.",
        "The next sync looks first whether it was made.",
    )


def connection_lost(side: Side, error: httpx.HTTPError) -> ServiceBusy:
    """The error for answers that keep getting lost on the way."""
    where = SIDE_NAMES[side]
    if isinstance(error, httpx.TimeoutException):
        return ServiceBusy(side, f"{sentence(where)} takes too long to answer.", "Try later.")
    return ServiceBusy(
        side,
        f"The connection to {where} keeps breaking off.",
        "Check the internet connection, then try again.",
    )


def unreachable(side: Side, error: httpx.HTTPError) -> ServiceError:
    """Why nothing arrived there, as far as it can be told."""
    where = SIDE_NAMES[side]
    if "CERTIFICATE_VERIFY_FAILED" in str(error):
        return NoConnection(
            side,
            f"This computer does not trust the certificate of {where}.",
            "A virus scanner or company proxy may be looking into connections: its certificate "
            "must be in the system's store. Also check the computer's date.",
        )
    if isinstance(error, httpx.ProxyError):
        return NoConnection(
            side,
            f"The system's proxy did not let us through to {where}.",
            "Check the proxy in the system's network settings.",
        )
    return NoConnection(
        side,
        f"There is no connection to {where}.",
        "Check the internet connection and the shop's address.",
    )


def unreadable(side: Side, what: str) -> BadAnswer:
    """The error for an answer that is not what the API says it is."""
    return BadAnswer(
        side,
        f"The answer of {SIDE_NAMES[side]} about {what} makes no sense.",
        "Something on the way may have changed it (a sign-in page of the network?). Try again.",
    )


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
    for name in ("errorMessage", "error_message"):
        if isinstance(body.get(name), str):
            return str(body[name])
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
