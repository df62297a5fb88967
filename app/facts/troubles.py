"""What keeps the work from going on, from the error that said so."""

from app.domain.errors import (
    AnotherRun,
    BrokenListing,
    CounterpartError,
    KeyringLocked,
    KeyringUnavailable,
    NoConnection,
    NotConnected,
    OutcomeUnknown,
    RegisterOpen,
    ScopeMissing,
    ServiceBusy,
    ServiceError,
    SettingsWrong,
    StorageFailed,
    TokenRefused,
)
from app.facts.state import Trouble, TroubleKind

_KINDS: tuple[tuple[type[CounterpartError], TroubleKind], ...] = (
    (TokenRefused, "token"),
    (ScopeMissing, "scope"),
    (NoConnection, "offline"),
    (OutcomeUnknown, "offline"),
    (ServiceBusy, "busy"),
    (KeyringLocked, "keyring"),
    (KeyringUnavailable, "no keyring"),
    (AnotherRun, "another run"),
    (StorageFailed, "storage"),
    (BrokenListing, "listing"),
    (NotConnected, "not connected"),
    (RegisterOpen, "register"),
    (SettingsWrong, "settings"),
)


def trouble_of(error: Exception) -> Trouble:
    """The trouble that an error means."""
    if not isinstance(error, CounterpartError):
        message = f"Something unexpected happened ({type(error).__name__})."
        return Trouble("unexpected", None, message, "The next sync mends what was begun.")
    kind: TroubleKind = next(
        (kind for wrong, kind in _KINDS if isinstance(error, wrong)), "unexpected"
    )
    if isinstance(error, AnotherRun):
        return Trouble(kind, None, error.message, error.remedy, error.who, error.since)
    side = error.side if isinstance(error, ServiceError) else None
    return Trouble(kind, side, error.message, error.remedy)
