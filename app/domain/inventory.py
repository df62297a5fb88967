"""Online stock and its explanation (R10, R15, RULES M4, M5; DESIGN §6)."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal
from typing import Literal

from app.domain.product import PosRecord

Levels = Mapping[str, Mapping[str, Decimal]]
"""Levels by POS record id, then by outlet id."""


@dataclass(frozen=True, slots=True)
class OutletLevel:
    """One outlet's part in the answer to “why does the shop say 7?”; `level` None: no row."""

    outlet_id: str
    ticked: bool
    level: Decimal | None


@dataclass(frozen=True, slots=True)
class OnlineStock:
    """What the online stock of one record should be.

    tracked: at most `cap`, at least `cap` less what orders hold. unlimited: not tracked.
    unknown: left alone online; `reason` says why in words.
    """

    kind: Literal["tracked", "unlimited", "unknown"]
    cap: int = 0
    held: int = 0
    reason: str = ""

    @property
    def raise_to(self) -> int:
        """The number it is raised to when eCom has less."""
        return max(0, self.cap - self.held)


UNLIMITED = OnlineStock("unlimited")


def online_stock(
    record: PosRecord,
    levels: Levels,
    ticked: frozenset[str],
    buffer: int = 0,
    held: int = 0,
) -> OnlineStock:
    """The online stock of a record from the ticked outlets; fractions and negatives round down.

    An inactive member publishes 0 (R21). No row at any outlet, or a bundle: unknown (M5).
    """
    if not record.active:
        return OnlineStock("tracked", 0, held, "inactive in the POS")
    if not record.tracked:
        return UNLIMITED
    if record.composite:
        return OnlineStock("unknown", reason="the POS doesn't tell a bundle's stock")
    rows = levels.get(record.id)
    if not rows:
        return OnlineStock("unknown", reason="the POS has no stock figure for it at any outlet")
    total = sum((rows[outlet] for outlet in rows if outlet in ticked), Decimal(0))
    if total.is_nan():
        return OnlineStock("unknown", reason="the POS's stock figure could not be read")
    cap = int((total - buffer).to_integral_value(ROUND_FLOOR))
    return OnlineStock("tracked", max(0, cap), held)


def by_outlet(
    record: PosRecord, levels: Levels, ticked: frozenset[str], outlets: tuple[str, ...]
) -> tuple[OutletLevel, ...]:
    """The level of every outlet, ticked or not, in the order given."""
    rows = levels.get(record.id, {})
    return tuple(OutletLevel(outlet, outlet in ticked, rows.get(outlet)) for outlet in outlets)
