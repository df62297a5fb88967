"""SKUs that move between products: who waits for whom, and the way out of rings (RULES M18)."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import TypeGuard

from app.domain.actions import Action, lead
from app.domain.catalogue import Catalogue
from app.domain.steps import (
    CreateProduct,
    CreateVariation,
    DeleteProduct,
    DeleteVariation,
    PutProduct,
    PutVariation,
    Step,
)


def sku_giver(catalogue: Catalogue) -> Callable[[str], str]:
    """Product-level SKUs for families: the parent's + "-FAMILY", numbered if taken (R21)."""
    taken: set[str] = set()
    filled = False

    def give(sku: str) -> str:
        nonlocal filled
        if not filled:
            filled = True
            taken.update(_all_skus(catalogue))
        name = f"{sku}-FAMILY"
        number = 2
        while name in taken:
            name = f"{sku}-FAMILY-{number}"
            number += 1
        taken.add(name)
        return name

    return give


def _all_skus(catalogue: Catalogue) -> Iterable[str]:
    for there in catalogue.online.values():
        yield there.sku
        for variation in there.variations:
            if variation.sku:
                yield variation.sku
    for product in catalogue.products.values():
        for record in product.members:
            yield record.sku


def with_sku_order(actions: list[Action], catalogue: Catalogue) -> list[Action]:
    """Let each action wait for those that free a SKU it takes; temporary SKUs open rings."""
    taken = {action.key: _taken_skus(action) for action in actions}
    moving = set().union(*taken.values()) if taken else set()
    if not moving:
        return actions
    freed: dict[str, str] = {}
    for action in actions:
        for sku in _freed_skus(action, catalogue) & moving:
            freed[sku] = action.key
    waits: dict[str, set[str]] = defaultdict(set)
    for key, skus in taken.items():
        waits[key] = {freed[sku] for sku in skus if sku in freed and freed[sku] != key}
    by_key = {action.key: action for action in actions}
    for key in _ring_openers(waits):
        others = (skus for taker, skus in taken.items() if taker != key)
        by_key[key] = _detoured(by_key[key], catalogue, set().union(*others))
        for waited in waits.values():
            waited.discard(key)
    return [replace(by_key[a.key], after=tuple(sorted(waits[a.key]))) for a in actions]


def _taken_skus(action: Action) -> set[str]:
    """SKUs that must be free when it is done; a new product is looked up by its own (R14)."""
    found = {action.sku} if action.kind == "create" else set()
    for step in action.steps:
        if isinstance(step, CreateProduct | PutProduct | CreateVariation | PutVariation):
            sku = step.values.get("sku")
            if isinstance(sku, str) and sku:
                found.add(sku)
    return found


def _freed_skus(action: Action, catalogue: Catalogue) -> set[str]:
    there = catalogue.online.get(action.ecom_id or -1)
    if there is None:
        return set()
    variations = {v.id: v.sku or "" for v in there.variations}
    found: set[str] = set()
    for step in action.steps:
        if isinstance(step, DeleteProduct):
            found |= {there.sku, *variations.values()}
        elif isinstance(step, PutProduct) and "sku" in step.values:
            found.add(there.sku)
        elif _frees_own_sku(step):
            found.add(variations.get(step.variation_id, ""))
    return found - {""}


def _ring_openers(waits: Mapping[str, set[str]]) -> list[str]:
    """Keys that must make room first so that no action waits for itself."""
    left = {key: set(others) for key, others in waits.items()}
    openers: list[str] = []
    while left:
        done = [key for key, others in left.items() if not others & left.keys()]
        if not done:
            opener = _in_a_ring(left)
            openers.append(opener)
            for others in left.values():
                others.discard(opener)
            continue
        for key in done:
            del left[key]
    return openers


def _in_a_ring(waits: Mapping[str, set[str]]) -> str:
    """One that waits for itself over others, where everybody waits for somebody."""
    key = next(iter(waits))
    seen: set[str] = set()
    while key not in seen:
        seen.add(key)
        key = min(waits[key] & waits.keys())
    return key


def _detoured(action: Action, catalogue: Catalogue, wanted: set[str]) -> Action:
    """Send what frees a wanted SKU through a temporary one, early.

    The product's own goes first: what shares it with a variation must be alike (API eCom §8).
    """
    there = catalogue.online.get(action.ecom_id or -1)
    if there is None:
        return action
    held = {v.id: v.sku or "" for v in there.variations}
    own = any(isinstance(step, PutProduct) and "sku" in step.values for step in action.steps)
    steps: list[Step] = []
    if own and there.sku in wanted:
        steps.append(PutProduct({"sku": f"{there.sku}-MOVING"}))
    moving = {
        step.variation_id: step.pos_id
        for step in action.steps
        if _frees_own_sku(step) and held.get(step.variation_id) in wanted
    }
    steps += [
        PutVariation(pos_id, variation_id, {"sku": f"{held[variation_id]}-MOVING-{variation_id}"})
        for variation_id, pos_id in moving.items()
    ]
    return lead(action, steps)


def _frees_own_sku(step: Step) -> TypeGuard[PutVariation | DeleteVariation]:
    return isinstance(step, DeleteVariation) or (
        isinstance(step, PutVariation) and "sku" in step.values
    )
