"""Orders changes of values that must stay unique, so that no two records clash on the way."""

from collections.abc import Callable, Mapping
from typing import TypeVar

Value = TypeVar("Value")


def ordered_moves(
    current: Mapping[int, Value],
    target: Mapping[int, Value],
    clashes: Callable[[Value, Value], bool],
    detour: Callable[[int, Value, Value], Value],
) -> list[tuple[int, Value]]:
    """Moves from `current` to `target`, each free of clashes with all others at its time.

    A ring of records waiting for each other is opened by sending one of them through a temporary
    value (RULES M18): `detour(who, held, wanted)` no longer clashes with what another one wants.
    """
    held = dict(current)
    waiting = {who: value for who, value in target.items() if held.get(who) != value}
    moves: list[tuple[int, Value]] = []
    while waiting:
        free = next((who for who in waiting if _is_free(who, waiting[who], held, clashes)), None)
        if free is not None:
            held[free] = waiting.pop(free)
            moves.append((free, held[free]))
            continue
        stuck = next(iter(waiting))
        blockers = [who for who in held if who != stuck and clashes(waiting[stuck], held[who])]
        moving = next((who for who in blockers if who in waiting), None)
        if moving is None:
            moves.append((stuck, waiting.pop(stuck)))
            continue
        held[moving] = detour(moving, held[moving], waiting[stuck])
        moves.append((moving, held[moving]))
    return moves


def _is_free(
    who: int, value: Value, held: Mapping[int, Value], clashes: Callable[[Value, Value], bool]
) -> bool:
    return not any(other != who and clashes(value, held[other]) for other in held)
