"""Past syncs of a shop and an undo to look at."""

import time
from dataclasses import replace
from decimal import Decimal
from typing import get_args

from app.domain.undo_plan import LeftReason
from app.facts.history import (
    ChangeLine,
    HistoryFacts,
    LeftLine,
    RunDetail,
    RunLine,
    UndoFacts,
)
from tests.ui.plans import MADE_AT

NOW = time.time()
RUNS = (
    RunLine(9, NOW, "window", "sync", 1, 52, 57, 1, requests=71, updated=43, created=12, deleted=2),
    RunLine(8, NOW - 120, "schedule", "sync", 3, 9, 0, 0, requests=6),
    RunLine(7, NOW - 1080, "schedule", "sync", 0, 44, 37, 0, requests=60, undone=True, updated=37),
    RunLine(6, NOW - 2400, "command", "sync", 0, 3, 0, 0, requests=4),
    RunLine(5, NOW - 90_000, "window", "undo", 0, 14, 12, 0, requests=30, undoes=4, updated=12),
    RunLine(4, NOW - 91_000, "window", "sync", 130, 11, 12, 0, requests=20, created=12),
    RunLine(3, NOW - 92_000, "", "check only", 0, 11, 0, 0, requests=8),
    RunLine(2, NOW - 350_000, "schedule", "sync", 1, 88, 96, 2, requests=9, updated=94, hidden=2),
    RunLine(1, NOW - 990_000, "schedule", "sync", 2, 2, 0, 0, requests=1),
)
"""Relative to now: the charts show the last days."""

LONG = "Cast Iron Skillet with a Very Long Name That Has No Room Beside Anything, 26 cm"
LINES = (
    ChangeLine(
        "APR",
        "APR-L",
        "Linen Apron",
        "update",
        "product",
        result="failed",
        error="A picture is 24 MB; the online store takes 20 MB.",
        undoable="whole",
    ),
    ChangeLine(
        "SKI", "SKI-26", LONG, "update", "price", Decimal("49.5"), Decimal(54), undoable="field"
    ),
    ChangeLine("SKI", "SKI-26", LONG, "update", "stock", 14, 11, undoable="whole"),
    ChangeLine(
        "MUG", "MUG-E", "Enamel Mug", "update", "price", Decimal(9), None, "MUG-N", undoable="field"
    ),
    ChangeLine("MUG", "MUG-E", "Enamel Mug", "update", "description", undoable="field"),
    ChangeLine("MUG", "MUG-E", "Enamel Mug", "update", "images", 1, 3, undoable="field"),
    ChangeLine(
        "MUG",
        "MUG-E",
        "Enamel Mug",
        "update",
        "category",
        ("Kitchen",),
        ("Kitchen", "Mugs"),
        undoable="field",
    ),
    ChangeLine("CAN", "CAN-T", "Beeswax Candle", "create", "product", undoable="whole"),
    ChangeLine("SEE", "SEE-H", "Seed Tin", "delete", "product", undoable="whole"),
    ChangeLine("THR", "THR-H", "Wool Throw", "hide", "product", undoable="whole"),
    ChangeLine("TEA", "TEA-S", "Tea Tin", "show", "product", undoable="whole"),
    ChangeLine("TOY", "TOY-1", "Toy", "update", "product", result="unfinished"),
)
HISTORY = HistoryFacts(RUNS, 9, RunDetail(9, LINES))
GOOD = HistoryFacts(RUNS, 7, RunDetail(7, LINES[1:-1]))
ASKED = HistoryFacts(RUNS, 8, RunDetail(8, ()))
QUIET = HistoryFacts(RUNS, 6, RunDetail(6, ()))
NONE = HistoryFacts()
LEFT = tuple(
    LeftLine("SKI", "SKI-26", "Skillet", "" if n % 3 == 0 else "price", "SKI-B" * (n % 2), reason)
    for n, reason in enumerate(get_args(LeftReason))
)
PLANNED = tuple(replace(line, result="planned") for line in LINES[1:-1])
WHOLE = UndoFacts(9, MADE_AT, PLANNED, LEFT, 2, 55)
FIELD = UndoFacts(9, MADE_AT, LINES[1:2], (), 0, 1, LONG, "price")
EMPTY = UndoFacts(9, MADE_AT, (), LEFT[:2], 0, 0, "Linen Apron")
CHECKED = replace(WHOLE, check_only=True, renumbered=1)


def own_words() -> set[str]:
    """The shop's own words among these."""
    words = {word for left in LEFT for word in (left.name, left.variant)}
    for line in LINES:
        words |= {line.name, line.sku, line.variant, line.error}
        for value in (line.before, line.after):
            words |= set(value) if isinstance(value, tuple) else set()
    return words
