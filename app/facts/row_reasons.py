"""Why a pair has its status: the one reason that stands under it, as a code (§7.2)."""

from collections.abc import Callable, Mapping

from app.domain.assessing import Assessment, Status
from app.facts.row_marks import WINS
from app.facts.row_values import Ground
from app.facts.rows import Why


def why(found: Assessment, ground: Ground) -> Why:
    """The one reason that stands under the status, as a code with what it speaks of."""
    if found.status == "failed":
        return ("text", ground.situation.failures.get(found.key, ""))
    if found.status == "needs attention":
        return ("text", found.reasons[0] if found.reasons else "")
    by_status = _WHY.get(found.status)
    return by_status(found) if by_status else ()


def _why_removed(found: Assessment) -> Why:
    due = found.link.due[:10] if found.link and found.link.due else ""
    return ("removed on", due) if due else ("deleted in POS",)


def _why_created(found: Assessment) -> Why:
    return ("ticked",) if found.flag == "on" else ("new",)


def _why_unsold(found: Assessment) -> Why:
    return ("kept off",) if found.flag == "off" else ("off in POS",)


def _why_updated(found: Assessment) -> Why:
    if found.enabled is not None and not found.visible:
        return ("hides",) if found.sell_online else ("hides off",)
    if found.enabled:
        return ("shows",)
    fields = tuple(
        dict.fromkeys(
            [
                *(v.field.name for v in found.verdicts if v.state in WINS),
                *("stock" for s in found.stocks if s.how != "leave"),
                *("options" for _ in (*found.missing, *found.surplus)),
            ]
        )
    )
    touched = {v.pos_id for v in found.verdicts if v.state in WINS}
    touched |= {s.pos_id for s in found.stocks if s.how != "leave"}
    family = found.product is not None and found.product.is_family
    if family and fields in (("price",), ("stock",)) and touched and "" not in touched:
        return ("variants", fields[0], str(len(touched)))
    return ("fields", *fields)


def _why_clash(found: Assessment) -> Why:
    names = [v.field.name for v in found.verdicts if v.state == "conflict"]
    return ("both", *dict.fromkeys(names))


def _why_edited(found: Assessment) -> Why:
    back = [v.field.name for v in found.verdicts if v.state == "online edit"]
    if back:
        return ("put back", *dict.fromkeys(back))
    return ("kept", *dict.fromkeys(v.field.name for v in found.verdicts if v.state == "kept"))


_WHY: Mapping[Status, Callable[[Assessment], Why]] = {
    "to be removed": _why_removed,
    "to be created": _why_created,
    "not sold online": _why_unsold,
    "update waiting": _why_updated,
    "conflict": _why_clash,
    "edited online": _why_edited,
    "hidden": lambda _: ("inactive",),
}
