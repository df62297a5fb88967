"""The JSON of outlets, orders, past runs and settings, exactly as agreed (RULES M19)."""

from collections.abc import Collection, Iterable
from decimal import Decimal

from app.domain.product import Outlet, PosRecord, Register
from app.domain.rules import Setting, SettingValue
from app.json_lines import Json
from app.sync.storage_ports import Hold, KeptAction, RunRecord


def outlets_shown(
    outlets: Iterable[Outlet],
    registers: Iterable[Register],
    ticked: Collection[str],
    chosen: Register | None,
) -> Json:
    """The answer of `outlets --json`; the chosen register's outlet is locked (R10)."""
    locked = chosen.outlet_id if chosen is not None else None
    return {
        "register": None if chosen is None else _register(chosen),
        "registers": [_register(register) for register in registers],
        "outlets": [
            {
                "id": outlet.id,
                "name": outlet.name,
                "ticked": outlet.id in ticked,
                "locked": outlet.id == locked,
            }
            for outlet in outlets
        ],
    }


def _register(register: Register) -> Json:
    return {"id": register.id, "name": register.name, "outlet_id": register.outlet_id}


def held_order(hold: Hold, record: PosRecord | None) -> Json:
    """One row of `orders --json`: what an order holds of one product or variant."""
    return {
        "order": hold.order_id,
        "sku": record.sku if record is not None else "",
        "pos_id": hold.pos_id,
        "quantity": hold.quantity,
        "since": hold.since,
    }


def past_run(run: RunRecord) -> Json:
    """One row of `history --json`."""
    return {
        "run": run.run,
        "started": run.started,
        "seconds": run.seconds,
        "mode": run.mode,
        "exit": run.exit,
        "counts": dict(run.counts),
        "requests": dict(run.requests),
        "writes": run.writes,
        "undone": run.undone,
    }


def past_action(kept: KeptAction) -> Json:
    """One product of `history RUN --json`; values as the journal keeps them."""
    changes = [
        {
            "field": change.field,
            "variant": None
            if change.variant is None
            else {
                "pos_id": change.variant.pos_id,
                "ecom_id": change.variant.ecom_id,
                "sku": change.variant.sku,
            },
            "before": change.before,
            "after": change.after,
        }
        for change in kept.changes
    ]
    return {
        "action": kept.kind,
        "sku": kept.sku,
        "name": kept.name,
        "pos_id": kept.key,
        "ecom_id": kept.ecom_id,
        "result": kept.result or "unfinished",
        "error": kept.error or None,
        "changes": changes,
    }


def setting_shown(setting: Setting, value: SettingValue) -> Json:
    """One row of `settings --json`; exact numbers as text."""
    return {
        "key": setting.key,
        "value": _exact(value),
        "default": _exact(setting.default),
        "kind": setting.kind,
        "choices": list(setting.choices),
    }


def _exact(value: SettingValue) -> object:
    return str(value) if isinstance(value, Decimal) else value
