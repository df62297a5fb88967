"""Which POS product is which product online (R13, RULES M6, M8, M9, M10)."""

from collections import Counter, defaultdict
from collections.abc import Mapping

from tests.model.memory import Memory, Pair
from tests.model.sides import Family, Online, Record, Shelf

Needs = dict[str, str]
"""Why a product needs attention, by product key."""


def link(families: Mapping[str, Family], online: Online, memory: Memory) -> Needs:
    """Bring the pairs in `memory` up to date; returns what could not be linked, and why."""
    _forget_lost(online, memory)
    _follow_rebuilt(families, online, memory)
    needs = _link_new(families, online, memory)
    for key, pair in memory.pairs.items():
        family = families[key]
        if family.members and family.varied:
            why = _link_variations(family, online.products[pair.ecom], pair)
            if why:
                needs[key] = why
    return needs


def _forget_lost(online: Online, memory: Memory) -> None:
    for key, pair in list(memory.pairs.items()):
        if pair.ecom not in online.products:
            memory.shown_once[key] = pair.shown
            del memory.pairs[key]


def skus_of(family: Family) -> list[str]:
    """The SKUs of a product's living records."""
    return [record.sku for record in family.members if record.sku]


def _follow_rebuilt(families: Mapping[str, Family], online: Online, memory: Memory) -> None:
    """Deleted and made anew with the same SKU: the link moves, nothing is deleted (M6)."""
    for key, pair in list(memory.pairs.items()):
        if families[key].members:
            continue
        skus = {record.sku for record in families[key].all if record.sku}
        heirs = [
            other
            for other in families.values()
            if other.members
            and other.key not in memory.pairs
            and other.varied == bool(online.products[pair.ecom].variations)
            and skus & set(skus_of(other))
        ]
        if len(heirs) == 1:
            del memory.pairs[key]
            memory.pairs[heirs[0].key] = Pair(pair.ecom, pair.shown)


def _link_new(families: Mapping[str, Family], online: Online, memory: Memory) -> Needs:
    owners = {pair.ecom: key for key, pair in memory.pairs.items()}
    everywhere = Counter(sku for family in families.values() for sku in set(skus_of(family)))
    needs: Needs = {}
    claims: dict[int | str, list[Family]] = defaultdict(list)
    for family in families.values():
        if family.key in memory.pairs or not family.members:
            continue
        ours = [s for s in online.products.values() if s.reference == f"counterpart:{family.key}"]
        if ours and ours[0].id not in owners:
            memory.pairs[family.key] = Pair(ours[0].id, ours[0].enabled)
            owners[ours[0].id] = family.key
            continue
        why = _sku_trouble(family, everywhere)
        found = {
            shelf.id
            for shelf in online.products.values()
            if any(
                sku in _skus_that_stay(shelf, owners.get(shelf.id), families, memory)
                for sku in skus_of(family)
            )
        }
        if why or len(found) > 1:
            needs[family.key] = why or "several online have its SKU"
        elif found:
            claims[found.pop()].append(family)
    for ecom, claimants in claims.items():
        shelf = online.products[ecom]
        why = _claim_trouble(shelf, claimants, linked=ecom in owners)
        for family in claimants:
            if why:
                needs[family.key] = why
            else:
                memory.pairs[family.key] = Pair(ecom, shelf.enabled)
    return needs


def _sku_trouble(family: Family, everywhere: Counter[str]) -> str:
    skus = skus_of(family)
    if len(skus) < len(family.members):
        return "a record without SKU"
    if len(set(skus)) < len(skus):
        return "two of its records have one SKU"
    return "another product has its SKU" if any(everywhere[sku] > 1 for sku in skus) else ""


def _skus_that_stay(
    shelf: Shelf, owner: str | None, families: Mapping[str, Family], memory: Memory
) -> set[str]:
    """The SKUs of a product online but those that its POS product has given up."""
    skus = {shelf.sku, *(v.sku for v in shelf.variations.values())} - {""}
    if owner is None:
        return skus
    family, pair = families[owner], memory.pairs[owner]
    ours = set(pair.variations.values())
    given_up = {v.sku for v in shelf.variations.values() if v.id in ours or not family.members}
    if not family.members or not family.varied:
        given_up.add(shelf.sku)
    return skus - (given_up - set(skus_of(family)))


def _claim_trouble(shelf: Shelf, claimants: list[Family], *, linked: bool) -> str:
    if linked:
        return "what has its SKU online is linked to another"
    if len(claimants) > 1:
        return "several products of the POS match one online"
    (family,) = claimants
    if family.varied != bool(shelf.variations):
        return "simple on one side and varied on the other"
    if not family.varied and shelf.sku != family.head.sku:
        return "its SKU is on a variation online"
    return ""


def _link_variations(family: Family, shelf: Shelf, pair: Pair) -> str:
    """By stored link, by the SKU of a tombstone, by SKU, by options; no new link in doubt (M9)."""
    known = {rid: vid for rid, vid in pair.variations.items() if vid in shelf.variations}
    gone = {record.id: record for record in family.all if record.deleted}
    for record in family.members:
        before = next(
            (rid for rid in known if rid in gone and gone[rid].sku == record.sku != ""), None
        )
        if record.id not in known and before is not None:
            known[record.id] = known.pop(before)
    taken = set(known.values())
    free = [v for v in shelf.variations.values() if v.id not in taken]
    fresh = [record for record in family.members if record.id not in known]
    pair.variations = known
    by_sku = {r.id: {v.id for v in free if r.sku and v.sku == r.sku} for r in fresh}
    by_options = {r.id: {v.id for v in free if _alike(r, v.options)} for r in fresh}
    for record in fresh:
        skus, alike = by_sku[record.id], by_options[record.id]
        if len(skus) > 1 or (skus and alike - skus):
            return "SKU and options lead to different variations"
    for found in (by_sku, by_options):
        for record in fresh:
            left = sorted(found[record.id] - set(known.values()), key=str)
            if record.id not in known and left:
                known[record.id] = left[0]
    return ""


def _alike(record: Record, options: frozenset[tuple[str, str]]) -> bool:
    return bool(record.options) and frozenset(record.options) == options
