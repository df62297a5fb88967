"""The version cursor of section 3, for every list that uses it."""

from collections.abc import Callable, Hashable

from app.sample.x_series.replies import Call, Reply, dumps
from app.sample.x_series.table import Row

_FOREVER = 2**63 - 1


def cursor_rows(call: Call, table: str, *, deleted: bool, cap: int | None = None) -> list[Row]:
    """Return one page of a list, by `after`, `before` and `page_size`. Raises Refused with 422."""
    knobs = call.store.knobs
    after = call.number("after", 0)
    before = call.number("before", _FOREVER)
    size = call.number("page_size", knobs.page_default, least=1)
    size = min(size, knobs.page_cap if cap is None else cap)
    if knobs.short_pages:
        size = max(1, size * 2 // 3)
    held = call.store.tables[table]
    if table in knobs.empty_lists:
        return []
    end = knobs.ends_early.get(table)
    if end is not None:
        size = min(size, end - held.rows_up_to(after, deleted=deleted))
        if size <= 0:
            return []
    below = before + 1 if knobs.before_inclusive else before
    return held.page(after, size, below=below, deleted=deleted)


def cursor_page(
    call: Call,
    table: str,
    shape: Hashable,
    encode: Callable[[Row], bytes],
    *,
    deleted: bool | None = None,
    cap: int | None = None,
) -> Reply:
    """Answer one page with its `version` envelope; an empty page has null in it."""
    wanted = call.flag("deleted") if deleted is None else deleted
    rows = cursor_rows(call, table, deleted=wanted, cap=cap)
    held = call.store.tables[table]
    printed = [held.encoded(row["id"], shape, encode) for row in rows]
    if rows and call.store.knobs.broken_cursor != "no":
        stuck = call.store.knobs.broken_cursor == "stuck"
        return _reply(printed, rows[0]["version"], call.number("after", 0) if stuck else None)
    return enveloped(printed, rows)


def enveloped(printed: list[bytes], rows: list[Row]) -> Reply:
    """Answer rows that rise by version, with `version.min` and `version.max`."""
    if not rows:
        return _reply([], None, None)
    return _reply(printed, rows[0]["version"], rows[-1]["version"])


def _reply(printed: list[bytes], lowest: int | None, highest: int | None) -> Reply:
    span = b'],"version":' + dumps({"min": lowest, "max": highest})
    return Reply(200, b'{"data":[' + b",".join(printed) + span + b"}")
