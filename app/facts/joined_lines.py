"""What is said of several variants alike becomes one line of their family."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from app.domain.fields import FIELDS
from app.facts.product import FieldLine, FieldState, Value

EACH_ITS_OWN: Final = ()
"""Stands for the values of several variants that differ from each other."""

RANK = {field.name: at for at, field in enumerate(FIELDS)}
"""The places of the fields in their order."""

_QUIET: frozenset[FieldState] = frozenset({"same", "off", "blank", "agreed", "unknown"})


def worth_telling(price: FieldLine, together: set[str]) -> bool:
    """Whether a family's own price says more than the prices of its variants do."""
    return price.state != "same" and ("price" not in together or not price.equal)


def together(
    lines: Sequence[FieldLine], members: int, *, everything: bool
) -> tuple[list[FieldLine], list[FieldLine]]:
    """Lines of single variants, and one line for each that is said of several alike."""
    groups: dict[tuple[object, ...], list[FieldLine]] = {}
    loose: list[FieldLine] = []
    for line in lines:
        if everything or _joins(line):
            groups.setdefault((line.field, line.state, line.note, line.equal), []).append(line)
        else:
            loose.append(line)
    joined: list[FieldLine] = []
    for group in groups.values():
        if len(group) == 1 and members > 1:
            loose += group if group[0].state != "same" else []
        else:
            joined.append(_joined(group))
    order = {line.variant: at for at, line in enumerate(lines)}
    loose.sort(key=lambda line: (order.get(line.variant, 0), RANK[line.field]))
    return loose, joined


def _joins(line: FieldLine) -> bool:
    if line.note in ("new variant", "no SKU", "inactive"):
        return False
    frozen = line.state == "frozen" and (line.equal or line.field == "images")
    return frozen or line.state in _QUIET


def _joined(group: Sequence[FieldLine]) -> FieldLine:
    first = group[0]
    pos, online = _common([line.pos for line in group]), _common([line.online for line in group])
    if first.field == "stock":
        pos, online = _sum([line.pos for line in group]), _sum([line.online for line in group])
    if first.field == "options":
        pos, online = (
            _options([line.pos for line in group]),
            _options([line.online for line in group]),
        )
    return replace(first, pos=pos, online=online, variant="", variant_name="", variants=len(group))


def _common(values: Sequence[Value]) -> Value:
    return values[0] if all(value == values[0] for value in values) else EACH_ITS_OWN


def _sum(values: Sequence[Value]) -> Value:
    if all(isinstance(value, int) for value in values):
        return sum(value for value in values if isinstance(value, int))
    return _common(values)


def _options(values: Sequence[Value]) -> Value:
    """Each option with the values that it takes, in first appearance."""
    found: dict[str, dict[str, None]] = {}
    for value in values:
        for pair in value if isinstance(value, tuple) else ():
            name, _, chosen = pair.partition(": ")
            found.setdefault(name, {})[chosen] = None
    return tuple(f"{name}: {', '.join(chosen)}" for name, chosen in found.items()) or None
