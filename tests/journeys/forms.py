"""The forms of all that the commands print as JSON, as agreed (DESIGN §8, RULES M19)."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from app.domain.events import COUNTED

STATUSES = {
    "syncing",
    "needs attention",
    "failed",
    "only online",
    "to be removed",
    "update waiting",
    "not sold online",
    "hidden",
    "to be created",
    "conflict",
    "edited online",
    "in sync",
}
TEXTS = {"name", "description", "brand", "sku", "barcode"}
FIELDS = TEXTS | {
    "category",
    "options",
    "enabled",
    "stock",
    "price",
    "images",
    "weight",
    "dimensions",
}


def keys(value: Any, *names: str) -> None:
    """An object with exactly these keys."""
    assert isinstance(value, dict)
    assert set(value) == set(names)


def whole(value: Any) -> None:
    """A whole number, not below zero."""
    assert isinstance(value, int)
    assert not isinstance(value, bool)
    assert value >= 0


def optional(value: Any, kind: type) -> None:
    """Null, or of a kind."""
    assert value is None or (isinstance(value, kind) and not isinstance(value, bool))


def exact(value: Any) -> None:
    """An exact number as text."""
    assert isinstance(value, str)
    Decimal(value)
    assert "e" not in value.lower()


def check_story(events: list[dict[str, Any]]) -> None:
    """A run from its start to its end, in the agreed order."""
    order = ("started", "planned", "guard", "progress", "action", "finished")
    places = [order.index(event["event"]) for event in events]
    assert places == sorted(places)
    names = [event["event"] for event in events]
    assert names[0] == "started"
    assert names[-1] == "finished"
    for name in ("started", "planned", "guard", "finished"):
        assert names.count(name) <= 1
    for event in events:
        EVENTS[event["event"]](event)


def check_started(event: dict[str, Any]) -> None:
    """The beginning of a run."""
    assert event["mode"] in ("sync", "check", "check only")
    optional(event["run"], int)


def check_planned(event: dict[str, Any]) -> None:
    """A plan with all its actions."""
    keys(event, "event", "actions")
    for action in event["actions"]:
        keys(action, "action", "sku", "name", "pos_id", "ecom_id", "writes", "changes")
        assert action["action"] in ("create", "update", "show", "hide", "delete")
        assert isinstance(action["sku"], str)
        assert isinstance(action["name"], str)
        assert isinstance(action["pos_id"], str)
        optional(action["ecom_id"], int)
        assert (action["ecom_id"] is None) == (action["action"] == "create")
        whole(action["writes"])
        for change in action["changes"]:
            check_change(change, "before", "after")


def check_change(change: dict[str, Any], *sides: str) -> None:
    """One field with both its values."""
    keys(change, "field", "variant", *sides)
    assert change["field"] in FIELDS
    if change["variant"] is not None:
        keys(change["variant"], "pos_id", "ecom_id", "sku")
        assert isinstance(change["variant"]["pos_id"], str)
        optional(change["variant"]["ecom_id"], int)
        assert isinstance(change["variant"]["sku"], str)
    for side in sides:
        if change[side] is not None:
            check_value(change["field"], change[side])


def check_value(field: str, value: Any) -> None:
    """A value that is not blank."""
    if field in TEXTS:
        assert isinstance(value, str)
        assert value
    elif field in ("price", "weight"):
        exact(value)
    elif field == "dimensions":
        assert len(value) == 3
        for side in value:
            optional(side, str)
    elif field == "stock":
        if value != "unlimited":
            whole(value)
    elif field == "images":
        whole(value)
    elif field == "enabled":
        assert isinstance(value, bool)
    elif field == "category":
        assert value
        assert all(isinstance(name, str) for name in value)
    else:
        assert isinstance(value, dict)


def check_guard(event: dict[str, Any]) -> None:
    """Why a run asks."""
    keys(event, "event", "reasons")
    assert event["reasons"]
    for reason in event["reasons"]:
        keys(reason, "kind", "count", "of", "examples")
        kinds = ("first", "delete", "hide", "zero", "price", "show", "listing")
        assert reason["kind"] in kinds
        whole(reason["count"])
        whole(reason["of"])
        assert all(isinstance(sku, str) for sku in reason["examples"])


def check_progress(event: dict[str, Any]) -> None:
    """How far a run has come."""
    keys(event, "event", "phase", "done", "total")
    assert isinstance(event["phase"], str)
    whole(event["done"])
    whole(event["total"])


def check_action(event: dict[str, Any]) -> None:
    """What became of one action."""
    keys(event, "event", "pos_id", "ecom_id", "sku", "action", "result", "error")
    assert isinstance(event["pos_id"], str)
    optional(event["ecom_id"], int)
    assert event["result"] in ("done", "failed", "skipped")
    optional(event["error"], str)
    assert (event["error"] is None) == (event["result"] == "done")


def check_finished(event: dict[str, Any]) -> None:
    """The end of a run."""
    names = ("run", "counts", "requests", "seconds", "exit", "mode", "writes")
    keys(event, "event", *names)
    optional(event["run"], int)
    assert event["exit"] in (0, 1, 2, 3, 130)
    assert event["mode"] in ("sync", "check", "check only")
    assert isinstance(event["seconds"], int | float)
    whole(event["writes"])
    check_totals(event)


def check_totals(row: Mapping[str, Any]) -> None:
    """The products and requests of a run, counted."""
    keys(row["counts"], *COUNTED)
    keys(row["requests"], "pos", "ecom")
    for number in (*row["counts"].values(), *row["requests"].values()):
        whole(number)


EVENTS = {
    "started": check_started,
    "planned": check_planned,
    "guard": check_guard,
    "progress": check_progress,
    "action": check_action,
    "finished": check_finished,
}


def check_pair(pair: dict[str, Any]) -> None:
    """One pair of `status --json`."""
    names = ("sku", "name", "pos_id", "ecom_id", "status", "reasons", "flag", "sell_online")
    keys(pair, *names, "differences")
    assert isinstance(pair["sku"], str)
    assert isinstance(pair["name"], str)
    optional(pair["pos_id"], str)
    optional(pair["ecom_id"], int)
    assert pair["status"] in STATUSES
    assert all(isinstance(reason, str) for reason in pair["reasons"])
    assert pair["flag"] in ("follow", "on", "off")
    assert isinstance(pair["sell_online"], bool)
    for difference in pair["differences"]:
        check_change(difference, "pos", "ecom")
