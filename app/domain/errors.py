"""What can go wrong, in a shopkeeper's words.

CounterpartError
├── CannotRun                 the run could not start: settings, tokens, network (exit status 2)
│   ├── SettingsWrong
│   │   ├── NotConnected      an address or a token was never given
│   │   └── RegisterOpen      no register is chosen for the online orders, or it is gone
│   ├── KeyringUnavailable
│   │   └── KeyringLocked
│   ├── AnotherRun
│   └── StorageFailed         disk full, database locked or from a newer version
│       └── DatabaseDamaged   what the database holds makes no sense any more
├── BrokenListing             a listing that can't be trusted; stops before planning (exit status 3)
└── ServiceError              one of the two services answered badly or not at all
    ├── TokenRefused          stops at once, never repeated in this process
    ├── ScopeMissing          the token works but may not do this
    ├── NoConnection          nothing arrived there: safe to repeat
    ├── OutcomeUnknown        a write whose answer was lost: look before doing anything
    ├── ServiceBusy           limits or outages outlasted our patience
    ├── NotThere              the record does not exist (any more)
    ├── PlanLimit             the shop's plan does not allow more of this
    ├── Refused               the service understood and said no
    └── BadAnswer             an answer that makes no sense
"""

from datetime import datetime
from typing import Literal

Side = Literal["pos", "ecom"]

Runner = Literal["", "window", "command"]
"""What may have begun a run."""

_RUNNERS: dict[Runner, str] = {
    "": "begun by another Counterpart",
    "window": "begun by Counterpart's window",
    "command": "begun by a command",
}

SIDE_NAMES: dict[Side, str] = {"pos": "the POS", "ecom": "the online store"}


class CounterpartError(Exception):
    """Any failure we explain: `message` says what happened, `remedy` what to do about it."""

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.message} {self.remedy}".strip()


class CannotRun(CounterpartError):
    """The run could not start or go on at all."""


class SettingsWrong(CannotRun):
    """A setting or a choice is missing or contradicts another."""


class NotConnected(SettingsWrong):
    """An address or a token was never given."""


class RegisterOpen(SettingsWrong):
    """No register is chosen for the online orders, or the one chosen is gone."""


class KeyringUnavailable(CannotRun):
    """The operating system has no usable store for tokens."""


class KeyringLocked(KeyringUnavailable):
    """The operating system's store for tokens waits to be unlocked."""


class AnotherRun(CannotRun):
    """Another run of the same pair of stores holds the lock.

    `who` began it, `since` UNIX seconds; "" and 0 where that is not known.
    """

    def __init__(self, who: "Runner" = "", since: float = 0.0) -> None:
        told = f"{_RUNNERS[who]} since {_moment(since)}" if since else _RUNNERS[""]
        super().__init__(
            f"Another sync of this shop is running, {told}.", "Wait until it has finished."
        )
        self.who: Runner = who
        self.since = since


def _moment(since: float) -> str:
    began = datetime.fromtimestamp(since).astimezone()
    today = datetime.now().astimezone()
    return f"{began:%H:%M}" if began.date() == today.date() else f"{began:%Y-%m-%d %H:%M}"


class StorageFailed(CannotRun):
    """This computer's disk or database failed."""


class DatabaseDamaged(StorageFailed):
    """What the local database holds makes no sense any more: it is to be built anew."""


class BrokenListing(CounterpartError):
    """A listing that is empty, ended early or does not add up (RULES M6)."""


class ServiceError(CounterpartError):
    """One of the two services answered badly or not at all.

    `status` is the HTTP status (0 when there was none), `code` the service's own error code.
    """

    def __init__(
        self, side: Side, message: str, remedy: str = "", *, status: int = 0, code: str = ""
    ) -> None:
        super().__init__(message, remedy)
        self.side = side
        self.status = status
        self.code = code


class TokenRefused(ServiceError):
    """The token is wrong or was withdrawn; asking again would only get us blocked."""


class ScopeMissing(ServiceError):
    """The token works but may not do this; `scope` is the wire name where the service tells it."""

    def __init__(
        self, side: Side, message: str, remedy: str = "", *, scope: str = "", status: int = 403
    ) -> None:
        super().__init__(side, message, remedy, status=status, code="INSUFFICIENT_APP_SCOPE")
        self.scope = scope


class NoConnection(ServiceError):
    """The request never reached the service: repeating it is safe."""


class OutcomeUnknown(ServiceError):
    """A write was sent and its answer was lost: it may or may not have happened."""


class ServiceBusy(ServiceError):
    """Limits, outages or faults outlasted our patience; nothing was changed by this request."""


class NotThere(ServiceError):
    """The record does not exist, or not any more (404)."""


class PlanLimit(ServiceError):
    """The shop's plan does not allow this (402)."""


class Refused(ServiceError):
    """The service understood the request and said no (400, 409, 413, 422)."""


class BadAnswer(ServiceError):
    """The answer could not be understood."""
