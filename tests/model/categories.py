"""Which category online stands for one of the POS (R20, RULES M18)."""

from tests.model.memory import Memory, Shelved
from tests.model.sides import Online, Pos

Renames = dict[int | str, str]
"""New names of categories of ours, by id online."""


def new_place(category: str) -> str:
    """The id of a category that is still to be made."""
    return f"new:{category}"


def resolve(pos: Pos, online: Online, memory: Memory) -> Renames:
    """Bring the linked categories in `memory` up to date; returns what is to be renamed."""
    found: dict[str, Shelved] = {}
    renames: Renames = {}
    for category in sorted(pos.categories, key=lambda one: len(path(one, pos))):
        name, parent = pos.categories[category]
        known = memory.categories.get(category)
        stands = (
            known is not None
            and known.ecom in online.categories
            and known.parent == parent
            and (known.ours or known.name == name)
        )
        if known is not None and stands:
            if known.name != name:
                renames[known.ecom] = name
            found[category] = known
        elif parent is None or parent in found:
            above = found[parent].ecom if parent is not None else None
            same = [cid for cid, row in online.categories.items() if row == (name, above)]
            if same:
                found[category] = Shelved(min(same, key=str), False, name, parent)
    memory.categories = found
    return renames


def path(category: str, pos: Pos) -> list[str]:
    """The ids from the top down to a category."""
    steps: list[str] = []
    at: str | None = category
    while at is not None:
        steps.insert(0, at)
        at = pos.categories[at][1]
    return steps


def place_of(category: str | None, memory: Memory) -> int | str | None:
    """The id online of a POS category, known or still to come."""
    if category is None:
        return None
    known = memory.categories.get(category)
    return known.ecom if known is not None else new_place(category)


def learn_new(pos: Pos, before: Online, after: Online, memory: Memory) -> dict[str, int | str]:
    """Find the categories that this sync made; returns their ids by the ids they stood for."""
    made: dict[str, int | str] = {}
    for category in sorted(pos.categories, key=lambda one: len(path(one, pos))):
        name, parent = pos.categories[category]
        if category in memory.categories or (parent and parent not in memory.categories):
            continue
        above = memory.categories[parent].ecom if parent else None
        new = [
            cid
            for cid, row in after.categories.items()
            if row == (name, above) and cid not in before.categories
        ]
        if new:
            memory.categories[category] = Shelved(new[0], True, name, parent)
            made[new_place(category)] = new[0]
    return made
