"""Every experiment, in the order in which they are best done."""

from app.confirming import fields, limits, readers, shop_window, stamps, till
from app.confirming.bench import Confirmation

CONFIRMATIONS: tuple[Confirmation, ...] = (
    *readers.CONFIRMATIONS,
    *fields.CONFIRMATIONS,
    *stamps.CONFIRMATIONS,
    *shop_window.CONFIRMATIONS,
    *limits.CONFIRMATIONS,
    *till.CONFIRMATIONS,
)


def called(name: str) -> Confirmation | None:
    """The experiment of that name."""
    return next((one for one in CONFIRMATIONS if one.name == name), None)
