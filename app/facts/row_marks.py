"""Which cells of a row are marked on both sides, and how (LOOK §7)."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from app.domain.comparing import Verdict
from app.domain.pair_comparison import StockVerdict
from app.facts.rows import ENABLED, PRICE, STOCK

_BITS = {"price": PRICE, "stock": STOCK, "enabled": ENABLED}

WINS = ("pos waits", "first link", "online edit", "conflict")
"""States of a field in which the POS value goes online."""


@dataclass(frozen=True, slots=True)
class Marks:
    """Which cells are marked, and how; see `Row`."""

    wins: int = 0
    kept: int = 0
    bad: int = 0

    @classmethod
    def of(
        cls,
        verdicts: Iterable[Verdict],
        stocks: Iterable[StockVerdict],
        belongs: Callable[[str], bool] = lambda _: True,
    ) -> "Marks":
        """The marks of what was found about those records that belong."""
        wins = kept = bad = 0
        for verdict in verdicts:
            bit = _BITS.get(verdict.field.name, 0) if belongs(verdict.pos_id) else 0
            wins |= bit if verdict.state in WINS else 0
            kept |= bit if verdict.state == "kept" else 0
            bad |= bit if verdict.state == "unknown" else 0
        for stock in stocks:
            if not belongs(stock.pos_id):
                continue
            wins |= STOCK if stock.how != "leave" else 0
            bad |= STOCK if stock.stock.kind == "unknown" and stock.quantity else 0
        return cls(wins, kept, bad & ~wins)
