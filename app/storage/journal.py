"""The journal in SQLite: runs, actions with before-images, steps with their outcome (DESIGN §5)."""

import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict, is_dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from app.domain.actions import Action, Change, VariantRef
from app.domain.past import Former
from app.domain.steps import Step
from app.facts.product import PastChange
from app.storage.database import Database
from app.storage.soundness import making_sense
from app.sync.storage_ports import KeptAction, OpenStep, RunRecord, StepState


def written_out(value: object) -> object:
    """A step or action as JSON-ready data; decimals as text, raw bytes left out."""
    if is_dataclass(value) and not isinstance(value, type):
        fields = {name: written_out(item) for name, item in asdict(value).items()}
        return {"type": type(value).__name__, **fields}
    if isinstance(value, dict):
        return {str(key): written_out(item) for key, item in value.items()}
    if isinstance(value, list | tuple | frozenset):
        return [written_out(item) for item in value]
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, bytes):
        return None
    return value


def _seconds(stamp: str) -> int:
    return int(datetime.fromisoformat(stamp).timestamp())


def _past_change(run: int, at: int, action: dict[str, Any], told: Sequence[str]) -> PastChange:
    result, error = told
    changes = tuple(
        (str(change["field"]), _shown(change["before"]), _shown(change["after"]))
        for change in action["changes"]
    )
    return PastChange(run, at, str(action["kind"]), result, error, changes)


def _shown(value: object) -> str | int | bool | tuple[str, ...] | None:
    """A journalled value for people; amounts are text there."""
    if isinstance(value, list):
        return tuple(str(part) for part in value)
    if isinstance(value, dict):
        return tuple(f"{name}: {part}" for name, part in value.items())
    return value if isinstance(value, str | int | bool) else None


def _run_record(
    run: int,
    started: str,
    seconds: float,
    mode: str,
    code: int,
    counts: str,
    requests: str,
    writes: int,
    undone: int,
    by: str,
    undoes: int | None,
) -> RunRecord:
    told, asked = json.loads(counts), json.loads(requests)
    return RunRecord(
        run, started, seconds, mode, code, told, asked, writes, bool(undone), by, undoes
    )


def _kept_action(
    run: int,
    key: str,
    action: bytes,
    result: str,
    error: str,
    before: bytes | None,
    after: bytes | None,
    former: str | None,
) -> KeptAction:
    told = json.loads(zlib.decompress(action))
    return KeptAction(
        run,
        key,
        told["kind"],
        told["ecom_id"],
        told["sku"],
        told["name"],
        tuple(_change(change) for change in told["changes"]),
        result,
        error,
        None if before is None else zlib.decompress(before),
        None if after is None else zlib.decompress(after),
        None if former is None else _former(json.loads(former)),
    )


def _change(told: dict[str, Any]) -> Change:
    variant = told["variant"]
    if variant is not None:
        variant = VariantRef(variant["pos_id"], variant["ecom_id"], variant["sku"])
    return Change(told["field"], variant, told["before"], told["after"])


def _former(told: list[Any]) -> Former:
    flag, kept, link = told
    return Former(flag, frozenset(kept), link)


def _packed(value: object) -> bytes:
    return zlib.compress(json.dumps(written_out(value), ensure_ascii=False).encode(), 1)


class SqliteJournal:
    """`app.sync.storage_ports.Journal` in the same SQLite file as the mirror."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def start_run(
        self, mode: str, started: str, attended: bool, by: str = "", undoes: int | None = None
    ) -> int:
        """Open a run; returns its number. `by` is what started it, `undoes` what it undoes."""
        with self._database.transaction() as db:
            cursor = db.execute(
                "INSERT INTO runs (started, mode, attended, started_by, undoes) "
                "VALUES (?, ?, ?, ?, ?)",
                (started, mode, int(attended), by, undoes),
            )
            return int(cursor.lastrowid or 0)

    def save_plan(
        self, run: int, actions: Sequence[Action], kinds: Mapping[str, int] | None = None
    ) -> None:
        """Keep the plan that is about to be carried out, with what it is to the guard.

        `kinds` count as done until `finish_run` knows better.
        """
        rows = [(run, action.key, _packed(action)) for action in actions]
        with self._database.transaction() as db:
            db.executemany("INSERT INTO actions (run, key, action) VALUES (?, ?, ?)", rows)
            if kinds:
                db.execute("UPDATE runs SET kinds=? WHERE run=?", (json.dumps(dict(kinds)), run))

    def save_before(self, run: int, key: str, raw: bytes) -> None:
        """Keep what eCom held before the first write of this action."""
        with self._database.transaction() as db:
            db.execute(
                "UPDATE actions SET before=? WHERE run=? AND key=? AND before IS NULL",
                (zlib.compress(raw, 1), run, key),
            )

    def save_after(self, run: int, key: str, raw: bytes) -> None:
        """Keep what eCom answered when the writes of this action were read back."""
        with self._database.transaction() as db:
            db.execute(
                "UPDATE actions SET after=? WHERE run=? AND key=?",
                (zlib.compress(raw, 1), run, key),
            )

    def save_former(self, run: int, key: str, former: Former) -> None:
        """Keep what was chosen about a product before an undo changes that."""
        text = json.dumps([former.flag, sorted(former.kept), former.link])
        with self._database.transaction() as db:
            db.execute(
                "UPDATE actions SET former=? WHERE run=? AND key=? AND former IS NULL",
                (text, run, key),
            )

    def kept_actions(self, run: int) -> tuple[KeptAction, ...]:
        """What a run did, with the answers before and after."""
        with self._database.transaction() as db:
            rows = db.execute(
                "SELECT key, action, result, error, before, after, former FROM actions "
                "WHERE run=? ORDER BY key",
                (run,),
            ).fetchall()
        return tuple(_kept_action(run, *row) for row in rows)

    def started(self, run: int) -> int:
        """When a run began, UNIX seconds; 0 if it is not kept."""
        with self._database.transaction() as db:
            row = db.execute("SELECT started FROM runs WHERE run=?", (run,)).fetchone()
        return 0 if row is None else _seconds(row[0])

    def mark_undone(self, run: int) -> None:
        """Note that everything a run did was put back, as far as that can be."""
        with self._database.transaction() as db:
            db.execute("UPDATE runs SET undone=1 WHERE run=?", (run,))

    def intend(
        self,
        run: int,
        key: str,
        ecom_id: int | None,
        step: Step,
        sent: int,
        *,
        batch_key: str = "",
        body: bytes = b"",
    ) -> int:
        """Record a write before it is sent; returns its number."""
        with self._database.transaction() as db:
            cursor = db.execute(
                "INSERT INTO steps (run, key, ecom_id, kind, step, sent, batch_key, body, state) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'sent')",
                (run, key, ecom_id, type(step).__name__, _packed(step), sent, batch_key, body),
            )
            return int(cursor.lastrowid or 0)

    def settle(self, step_id: int, state: StepState, result: str = "") -> None:
        """Record what became of a write."""
        with self._database.transaction() as db:
            db.execute(
                "UPDATE steps SET state=?, result=?, body=x'' WHERE id=?"
                if state in ("done", "failed")
                else "UPDATE steps SET state=?, result=? WHERE id=?",
                (state, result, step_id),
            )

    def finish_action(self, run: int, key: str, result: str, error: str) -> None:
        """Record what became of an action."""
        with self._database.transaction() as db:
            db.execute(
                "UPDATE actions SET result=?, error=? WHERE run=? AND key=?",
                (result, error, run, key),
            )

    def finish_run(self, record: RunRecord, kinds: Mapping[str, int] | None) -> None:
        """Close a run; without `kinds` those of its plan stand."""
        with self._database.transaction() as db:
            db.execute(
                "UPDATE runs SET seconds=?, exit=?, counts=?, requests=?, writes=?, "
                "kinds=coalesce(?, kinds), "
                "mode=? WHERE run=?",
                (
                    record.seconds,
                    record.exit,
                    json.dumps(dict(record.counts)),
                    json.dumps(dict(record.requests)),
                    record.writes,
                    None if kinds is None else json.dumps(dict(kinds)),
                    record.mode,
                    record.run,
                ),
            )

    @making_sense()
    def open_steps(self) -> tuple[OpenStep, ...]:
        """Writes whose outcome is not known, oldest first."""
        with self._database.transaction() as db:
            rows = db.execute(
                "SELECT id, run, key, ecom_id, kind, sent, batch_key, body, step FROM steps "
                "WHERE state IN ('sent', 'unknown') ORDER BY id"
            ).fetchall()
        return tuple(OpenStep(*(*row[:-1], json.loads(zlib.decompress(row[-1])))) for row in rows)

    @making_sense()
    def runs(self) -> tuple[RunRecord, ...]:
        """Finished runs, newest first."""
        with self._database.transaction() as db:
            rows = db.execute(
                "SELECT run, started, seconds, mode, exit, counts, requests, writes, undone, "
                "started_by, undoes "
                "FROM runs WHERE exit IS NOT NULL ORDER BY run DESC"
            ).fetchall()
        return tuple(_run_record(*row) for row in rows)

    @making_sense()
    def last_done(self) -> dict[str, int]:
        """When each product's last action was done, UNIX seconds, by product key."""
        with self._database.transaction() as db:
            rows = db.execute(
                "SELECT key, max(runs.started) FROM actions JOIN runs USING (run) "
                "WHERE result='done' GROUP BY key"
            ).fetchall()
        return {key: _seconds(started) for key, started in rows}

    @making_sense()
    def of_product(self, key: str) -> tuple[PastChange, ...]:
        """What past runs did about one product, newest first."""
        with self._database.transaction() as db:
            rows = db.execute(
                "SELECT run, runs.started, action, result, error FROM actions JOIN runs "
                "USING (run) WHERE key=? ORDER BY run DESC LIMIT 50",
                (key,),
            ).fetchall()
        return tuple(
            _past_change(run, _seconds(started), json.loads(zlib.decompress(action)), told)
            for run, started, action, *told in rows
        )

    @making_sense()
    def unattended_since(self, started: str) -> dict[str, int]:
        """What runs without a yes did since then, by guard kind (RULES M13)."""
        total: dict[str, int] = {}
        with self._database.transaction() as db:
            rows = db.execute(
                "SELECT kinds FROM runs WHERE started >= ? AND NOT attended AND kinds IS NOT NULL",
                (started,),
            ).fetchall()
        for (kinds,) in rows:
            for kind, count in json.loads(kinds).items():
                total[kind] = total.get(kind, 0) + count
        return total

    def prune(self, before: str) -> None:
        """Forget runs older than that, unsettled writes excepted."""
        with self._database.transaction() as db:
            db.execute(
                "DELETE FROM steps WHERE state NOT IN ('sent', 'unknown') AND run IN "
                "(SELECT run FROM runs WHERE started < ?)",
                (before,),
            )
            db.execute(
                "DELETE FROM actions WHERE run IN (SELECT run FROM runs WHERE started < ?)",
                (before,),
            )
            db.execute("DELETE FROM runs WHERE started < ?", (before,))

    def prune_to(self, size: int, before: str) -> tuple[int, ...]:
        """Forget the oldest runs until all take at most `size` bytes; returns which went.

        Only those older than `before` go; neither the last one nor one with unsettled writes.
        """
        with self._database.transaction() as db:
            (pages,) = db.execute("PRAGMA page_count").fetchone()
            (page,) = db.execute("PRAGMA page_size").fetchone()
            if pages * page <= size:
                return ()  # All that is kept takes less than that.
            rows = db.execute(_SIZES).fetchall()
            total = sum(taken for _, _, taken, _ in rows)
            gone: list[int] = []
            for run, started, taken, unsettled in rows[:-1]:
                if total <= size or started >= before:
                    break
                if not unsettled:
                    gone.append(run)
                    total -= taken
            for table in ("steps", "actions", "runs"):
                db.executemany(
                    f"DELETE FROM {table} WHERE run=?",  # noqa: S608 - names of our own.
                    [(run,) for run in gone],
                )
        return tuple(gone)


_SIZES = """
    WITH written AS (
        SELECT run, sum(length(step) + length(body)) AS taken,
            sum(state IN ('sent', 'unknown')) AS unsettled
        FROM steps GROUP BY run
    )
    SELECT run, started,
        (SELECT coalesce(sum(length(action) + coalesce(length(before), 0)
            + coalesce(length(after), 0) + coalesce(length(former), 0)), 0)
            FROM actions WHERE actions.run = runs.run)
        + coalesce((SELECT taken FROM written WHERE written.run = runs.run), 0),
        coalesce((SELECT unsettled FROM written WHERE written.run = runs.run), 0)
    FROM runs ORDER BY run
"""
"""Each run, oldest first: when it began, the bytes it takes, how many writes are unsettled."""
