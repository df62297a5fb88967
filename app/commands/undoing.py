"""`counterpart undo`: puts back what a past run did, told like a sync (RULES M14)."""

import argparse
from dataclasses import replace

from app.commands.syncing import run_told
from app.domain.events import Finished, Mode
from app.sync.context import Context
from app.sync.undo import UndoOptions, undo


def run_undo(given: argparse.Namespace) -> int:
    """Carry out `undo`; returns its exit status."""
    fields = frozenset({given.field}) if given.field else None
    options = UndoOptions(given.run, fields=fields, check=given.check, yes=given.yes)
    mode: Mode = "check" if given.check else "undo"

    async def work(context: Context) -> Finished:
        keys = _keys(context, given.run, given.product) if given.product else None
        return await undo(context, replace(options, keys=keys))

    return run_told(given, mode, work)


def _keys(context: Context, run: int, product: str) -> frozenset[str]:
    """The keys of a run's products that go by this key or SKU; the word itself if none does."""
    wanted = product.strip()
    found = {
        one.key
        for one in context.journal.kept_actions(run)
        if wanted in (one.key, one.sku)
        or any(change.variant and change.variant.sku == wanted for change in one.changes)
    }
    return frozenset(found or {wanted})
