"""The one sentence that says how a product stands and what happens next (LOOK §10)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from app.facts.product import FieldLine, ProductFacts
from app.facts.rows import Row
from app.facts.state import AppState
from app.ui import values
from app.ui.wording import tr
from app.ui.wording_fields import listed, told

_PLURAL = ("images", "options")
"""Fields that are several things: pictures, variants."""


@dataclass(frozen=True, slots=True)
class _Told:
    """What a sentence is made from. `at` is the time of the next sync if that is today."""

    row: Row
    lines: tuple[FieldLine, ...]
    deleted_online: bool
    state: AppState
    at: str

    def fields(self, *states: str) -> list[str]:
        """The fields in one of these states, each once."""
        found = [line.field for line in self.lines if line.state in states]
        return list(dict.fromkeys(name for name in found if name != "enabled"))

    def line(self, field: str) -> FieldLine | None:
        """The product's own line of a field."""
        return next((one for one in self.lines if one.field == field and not one.variant), None)


def status_sentence(row: Row, facts: ProductFacts | None, state: AppState, now: float) -> str:
    """How a product stands; `facts` are None while only its row is known."""
    at = _today_at(state.next_look, now)
    lines = facts.lines if facts is not None else ()
    told_of = _Told(row, lines, facts is not None and facts.deleted_online, state, at)
    made = _SENTENCES.get(row.status)
    first = made(told_of) if made is not None else ""
    if state.check_only and row.status in _SENDS:
        return f"{first} {tr('Counterpart only compares; nothing is sent.')}".strip()
    return first


def _today_at(moment: float | None, now: float) -> str:
    """The time of day of what is still to come today; "" for anything else."""
    if moment is None or moment <= now or values.day(moment, now) != values.day(now, now):
        return ""
    return values.clock(moment)


def _updated(of: _Told) -> str:
    enabled = of.line("enabled")
    if enabled is not None and enabled.state == "goes":
        return _seen(of, enabled)
    changed = of.fields("goes")
    new = [line.field for line in of.lines if line.state == "goes" and line.note == "first link"]
    if not changed:
        return tr("It waits for the next sync.")
    if of.state.check_only:
        return tr("The POS has another {fields}.").format(fields=listed(changed))
    if new:
        return _met(changed)
    return _go(of, changed)


def _met(changed: list[str]) -> str:
    """The two were never compared before."""
    if len(changed) == 1 and changed[0] not in _PLURAL:
        words = tr("Never synced before, and {field} differs. The POS wins at the next sync.")
        return words.format(field=listed(changed))
    words = tr("Never synced before, and {fields} differ. The POS wins at the next sync.")
    return words.format(fields=listed(changed))


def _go(of: _Told, changed: list[str]) -> str:
    fields = listed(changed)
    if len(changed) == 1 and changed[0] not in _PLURAL:
        if of.at:
            return tr("POS changed {fields}. It goes online at {time}.").format(
                fields=fields, time=of.at
            )
        return tr("POS changed {fields}. It goes online at the next sync.").format(fields=fields)
    if of.at:
        return tr("POS changed {fields}. They go online at {time}.").format(
            fields=fields, time=of.at
        )
    return tr("POS changed {fields}. They go online at the next sync.").format(fields=fields)


def _seen(of: _Told, enabled: FieldLine) -> str:
    if of.state.check_only:
        return tr("Its visibility differs.")
    if enabled.pos:
        return tr("It is sold online and hidden there. The next sync shows it.")
    return {
        "inactive": tr("It is inactive in the POS. The next sync hides it online."),
        "kept off": tr("You keep it off. The next sync hides it online."),
    }.get(enabled.note, tr("The POS does not sell it online. The next sync hides it."))


def _edited(of: _Told) -> str:
    back, kept = of.fields("put back"), of.fields("kept")
    if back:
        if of.state.check_only:
            return tr("Someone changed {fields} online.").format(fields=listed(back))
        if len(back) == 1:
            return tr(
                "Someone changed the {field} online. The next sync puts the POS value back."
            ).format(field=listed(back))
        return tr(
            "Someone changed {fields} online. The next sync puts the POS values back."
        ).format(fields=listed(back))
    if kept == ["images"]:
        return tr("Pictures were added online. They stay until the POS’s pictures change.")
    if kept:
        return tr("The online edit of {fields} is kept until the POS changes it.").format(
            fields=listed(kept)
        )
    return tr("Someone changed it online.")


def _clash(of: _Told) -> str:
    names = of.fields("conflict")
    own = of.line(names[0]) if len(names) == 1 else None
    if own is not None and own.field in ("price", "name", "brand", "barcode"):
        sides = {
            "field": listed(names),
            "pos": told(own.field, own.pos, of.state.store),
            "online": told(own.field, own.online, of.state.store),
        }
        if of.state.check_only:
            return tr("Both sides changed the {field}: POS {pos}, online {online}.").format(**sides)
        return tr(
            "Both sides changed the {field}: POS {pos}, online {online}. POS wins at the next sync."
        ).format(**sides)
    if of.state.check_only:
        return tr("Both sides changed it.")
    if not names:
        return tr("Both sides changed it. POS wins at the next sync.")
    return tr("Both sides changed {fields}. POS wins at the next sync.").format(
        fields=listed(names)
    )


def _created(of: _Told) -> str:
    if of.state.check_only:
        return tr("It is sold online and not there yet.")
    if of.deleted_online:
        return tr("It was deleted online and the POS still sells it. It is created again.")
    if of.row.flag == "on":
        return tr("You ticked it. The next sync creates it online.")
    return tr("It is not online yet. The next sync creates it.")


def _removed(of: _Told) -> str:
    due = of.row.why[1] if of.row.why[:1] == ("removed on",) else ""
    day = _day(due)
    if day:
        return tr("It was deleted in the POS. It is hidden online and removed on {day}.").format(
            day=day
        )
    if of.state.check_only:
        return tr("It was deleted in the POS.")
    return tr("It was deleted in the POS. The next sync removes it online.")


def _day(date: str) -> str:
    try:
        at = datetime.fromisoformat(date).replace(hour=12, tzinfo=UTC).timestamp()
    except ValueError:
        return ""
    return values.calendar_day(at)


def _agrees(of: _Told) -> str:
    if of.at:
        return tr("Both sides agree. The next look is at {time}.").format(time=of.at)
    return tr("Both sides agree.")


def _unsold(of: _Told) -> str:
    if of.row.flag == "off":
        return tr("You keep it off. It does not appear online.")
    return tr("The POS does not sell it online. It does not appear there.")


def _failed(of: _Told) -> str:
    if of.state.check_only:
        return tr("The last attempt failed.")
    return tr("The last attempt failed. The next sync tries again.")


_SENDS = frozenset(
    {"update waiting", "edited online", "conflict", "to be created", "to be removed", "failed"}
)

_SENTENCES: Mapping[str, Callable[[_Told], str]] = {
    "update waiting": _updated,
    "edited online": _edited,
    "conflict": _clash,
    "to be created": _created,
    "to be removed": _removed,
    "in sync": _agrees,
    "not sold online": _unsold,
    "hidden": lambda _: tr("It is inactive in the POS and does not appear online."),
    "only online": lambda _: tr("This exists only online. Counterpart leaves it alone."),
    "needs attention": lambda _: tr("Nothing of it is sent until it is mended."),
    "failed": _failed,
    "syncing": lambda _: tr("It is being sent now."),
}
