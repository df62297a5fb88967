"""What differs between what was expected and what is; and what is learned where nothing does."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import fields

from tests.model.categories import learn_new
from tests.model.expecting import Outlook
from tests.model.fields import UNTOLD, online_value
from tests.model.memory import Manager, Memory
from tests.model.sides import Online, Pos, Shelf, Variation

Names = Mapping[int | str, int | str]
"""Real ids by the ids that things were expected under."""

_EFFECTIVE = {"price": "price_of", "weight": "weight_of", "sides": "sides_of", "stock": "stock_of"}


def differences(outlook: Outlook, pos: Pos, after: Online) -> list[str]:
    """Where the online store is not as expected, in words."""
    before = outlook.before
    named: dict[int | str, int | str] = {}
    named.update(learn_new(pos, before, after, outlook.memory))
    found = list(_of_categories(outlook, after, named))
    expected: dict[int | str, Shelf] = {}
    for key, shelf in outlook.products.items():
        real = key if key in before.products else _made(shelf, before, after)
        if real is None:
            found.append(f"{shelf.name} ({shelf.sku}) was not made")
            continue
        named[key] = real
        expected[real] = shelf
    found += [
        f"{shelf.name} ({shelf.sku}, {key}) should not be there"
        for key, shelf in after.products.items()
        if key not in expected
    ]
    for real, shelf in expected.items():
        if real not in after.products:
            found.append(f"{shelf.name} ({shelf.sku}, {real}) is gone")
            continue
        linked = _linked_variations(outlook, shelf.id)
        lines = _of_product(
            shelf,
            before.products.get(shelf.id),
            after.products[real],
            named,
            linked,
            redrawn=shelf.id in outlook.redrawn,
        )
        found += [f"{shelf.name} ({shelf.sku}): {line}" for line in lines]
    outlook.names = named
    return found


def _made(shelf: Shelf, before: Online, after: Online) -> int | str | None:
    """The new product that bears our reference."""
    for key, other in after.products.items():
        if key not in before.products and other.reference == shelf.reference:
            return key
    return None


def _linked_variations(outlook: Outlook, ecom: int | str) -> set[int | str]:
    for pair in outlook.memory.pairs.values():
        if pair.ecom == ecom:
            return set(pair.variations.values())
    return set()


def _of_categories(outlook: Outlook, after: Online, named: Names) -> Iterator[str]:
    for key, (name, parent) in outlook.before.categories.items():
        expected = outlook.renames.get(key, name), parent
        if after.categories.get(key) != expected:
            yield f"category {key} is {after.categories.get(key)} instead of {expected}"
    made = set(after.categories) - set(outlook.before.categories)
    known = {real for place, real in named.items() if place in outlook.made_for}
    yield from (f"category {after.categories[key]} came unasked" for key in made - known)
    missing = set(outlook.made_for) - set(named)
    yield from (f"category {place} was not made" for place in missing)


_WHOLE = tuple(
    f.name for f in fields(Shelf) if f.name not in ("id", "variations", "options", "picture_ids")
)
_OWN = tuple(f.name for f in fields(Variation) if f.name != "id")


def _of_product(
    shelf: Shelf,
    before: Shelf | None,
    after: Shelf,
    named: dict[int | str, int | str],
    linked: set[int | str],
    *,
    redrawn: bool,
) -> Iterator[str]:
    for name in _WHOLE:
        wanted, has = getattr(shelf, name), getattr(after, name)
        if name == "categories":
            wanted = frozenset(named.get(place, place) for place in wanted)
        if name == "rest" and before is None:
            continue
        if wanted != has:
            yield f"{name} is {has} instead of {wanted}"
    if not redrawn and before is not None and before.picture_ids != after.picture_ids:
        yield "pictures that did not change were sent again"
    yield from _of_options(shelf, before, after)
    left = dict(after.variations)
    for vid, variation in shelf.variations.items():
        real = _variation_there(variation, before, left)
        if real is None:
            yield f"no variation {sorted(variation.options)}"
            continue
        named[vid] = real.id
        del left[real.id]
        effective = vid in linked
        for name in _OWN:
            wanted = _seen(name, variation, shelf, effective)
            has = _seen(name, real, after, effective)
            if wanted != has and not (name == "rest" and vid != real.id):
                yield f"{name} of {sorted(variation.options)} is {has} instead of {wanted}"
    yield from (f"variation {sorted(v.options)} should not be there" for v in left.values())


def _seen(name: str, variation: Variation, shelf: Shelf, effective: bool) -> object:
    if effective and name in _EFFECTIVE:
        return getattr(shelf, _EFFECTIVE[name])(variation)
    return getattr(variation, name)


def _variation_there(
    wanted: Variation, before: Shelf | None, left: dict[int | str, Variation]
) -> Variation | None:
    if wanted.id in left:
        return left[wanted.id]
    new = [v for v in left.values() if before is None or v.id not in before.variations]
    return next((v for v in new if v.options == wanted.options), None)


def _of_options(shelf: Shelf, before: Shelf | None, after: Shelf) -> Iterator[str]:
    """Names and values; what stood there before stands in the same order."""
    wanted = {name: set(values) for name, values in shelf.options}
    has = {name: set(values) for name, values in after.options}
    if wanted != has:
        yield f"options are {dict(after.options)} instead of {dict(shelf.options)}"
        return
    if before is None and after.options != shelf.options:
        yield f"options stand as {after.options} instead of {shelf.options}"
    order = dict(after.options)
    for name, values in before.options if before is not None else ():
        kept = [value for value in values if value in order.get(name, ())]
        if [value for value in order.get(name, ()) if value in kept] != kept:
            yield f"the values of {name} were put in another order"


def learn(outlook: Outlook, after: Online, manager: Manager) -> Memory:
    """What is remembered of a sync that came out as expected."""
    memory = outlook.memory
    for key, pair in memory.pairs.items():
        pair.ecom = outlook.names.get(pair.ecom, pair.ecom)
        pair.variations = {rid: outlook.names.get(vid, vid) for rid, vid in pair.variations.items()}
        shelf = after.products.get(pair.ecom)
        if shelf is not None:
            memory.shelves[key] = shelf
        for (owner, name), value in outlook.settled.get(key, {}).items():
            if shelf is None or manager.off(name) or value is UNTOLD:
                continue
            variation = shelf.variations[pair.variations[owner]] if owner else None
            if name == "category":
                place = outlook.names.get(value, value)
                pair.agreed[owner, name] = place, None
                continue
            pair.agreed[owner, name] = value, online_value(name, shelf, variation)
    for key, names in outlook.ended.items():
        manager.kept[key] = manager.kept.get(key, set()) - names
    memory.pairs = {k: pair for k, pair in memory.pairs.items() if pair.ecom in after.products}
    return memory


def should_ask(outlook: Outlook, manager: Manager, before: Counter[str]) -> list[str]:
    """The kinds that the guard must stop for; `before` is what went unasked lately (M13)."""
    shown = sum(
        1
        for pair in outlook.memory.pairs.values()
        if pair.ecom in outlook.before.products and outlook.before.products[pair.ecom].enabled
    )
    most, share = manager.set_to("guard.count"), manager.set_to("guard.share")
    found = []
    for kind, keys in outlook.questions.items():
        count = len(keys) + before[kind]
        many = (count > most and count > share * shown) or (count >= 3 and count * 2 > shown)
        if keys and (most == 0 or many):
            found.append(kind)
    return found
