"""What must be unique online and would not be: SKUs, and option sets of one product (RULES M8).

A stored link stands above SKU trouble: who has a SKU online and keeps it goes on, who would take
it needs attention. Nobody gets it where several would take it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import cast

from app.domain.assessing import Assessment
from app.domain.drafting import deletes_now
from app.domain.drafting_families import product_sku_clashes
from app.domain.pairing import PosProduct
from app.domain.product import EcomProduct, PosRecord
from app.domain.situation import Situation

Options = frozenset[tuple[str, str]]


def without_clashes(
    assessments: Sequence[Assessment], situation: Situation
) -> tuple[Assessment, ...]:
    """The assessments, those in need of attention that would write what another one has."""
    found = [_checked_options(assessment) for assessment in assessments]
    claims = {at: _claim(one) for at, one in enumerate(found) if _takes(one)}
    wanted = set().union(*(claim.taken for claim in claims.values()))
    if not wanted:
        return tuple(found)
    keepers = _keepers(found, claims, wanted, situation)
    while refused := _refused(claims, keepers):
        for at, sku in refused.items():
            found[at] = _needing(found[at], _sku_reason(sku, at, found, keepers, claims))
        for at in refused:
            for kept in claims.pop(at).before.keys() & wanted:
                keepers[kept].append(at)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Claim:
    """The SKUs of one product online before and after its action, and which of them are new."""

    before: Counter[str]
    after: Counter[str]
    taken: frozenset[str]


def _takes(found: Assessment) -> bool:
    """Whether its action may write a SKU."""
    if not found.visible or found.blocked:
        return False
    if found.there is None or found.missing:
        return True
    return any(verdict.field.name == "sku" and verdict.write for verdict in found.verdicts)


def _claim(found: Assessment) -> _Claim:
    before = Counter(_skus_online(found))
    after = Counter(_skus_after(found))
    return _Claim(before, after, frozenset((after - before).keys()))


def _skus_online(found: Assessment) -> list[str]:
    """Every SKU that the product's records have; a family's own may be one of theirs."""
    there = found.there
    if there is None:
        return []
    skus = [variation.sku for variation in there.variations if variation.sku]
    if not there.sku or (there.sku in skus and found.both.product.is_family):
        return skus
    return [*skus, there.sku]


def _skus_after(found: Assessment) -> list[str]:
    """Every SKU that the product's records will have; a family's own gives way to theirs."""
    product, there = found.product, found.there
    if product is None:
        return []
    if there is None:
        return [record.sku for record in product.members if _is_wanted(record, product)]
    skus = [sku for sku in _variation_skus_after(found, there) if sku]
    skus += [record.sku for record in found.missing]
    if product.is_family and product_sku_clashes(product, there):
        return skus
    return [*skus, str(_written(found, "sku").get("", there.sku))]


def _is_wanted(record: PosRecord, product: PosProduct) -> bool:
    """Whether a new product takes a record's SKU: it is looked up by its head's (R14)."""
    return bool(record.sku) and (record.active or record is product.head)


def _variation_skus_after(found: Assessment, there: EcomProduct) -> Iterable[str]:
    product, _, link = found.both
    written = _written(found, "sku")
    records = {record.id: record for record in product.members}
    leaving = {variation_id for _, variation_id in found.surplus}
    owners = {variation_id: pos_id for pos_id, variation_id in link.variations.items()}
    for variation in there.variations:
        if variation.id in leaving:
            continue
        record = records.get(owners.get(variation.id, ""))
        if record is None:
            yield variation.sku or ""
        else:
            yield str(written.get(record.id, variation.sku or record.sku))


def _written(found: Assessment, field: str) -> dict[str, object]:
    """What is to be written of one field, by POS record id; "" for the product itself."""
    return {v.pos_id: v.wish for v in found.verdicts if v.field.name == field and v.write}


Keepers = Mapping[str, list[int]]


def _keepers(
    found: Sequence[Assessment],
    claims: Mapping[int, _Claim],
    wanted: set[str],
    situation: Situation,
) -> Keepers:
    """Which products without a claim have one of these SKUs online and keep it."""
    keepers: defaultdict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(found):
        if at in claims or one.there is None:
            continue
        leaving = {variation_id for _, variation_id in one.surplus} if not one.blocked else set()
        held = [v.sku for v in one.there.variations if v.sku in wanted and v.id not in leaving]
        held += [one.there.sku] if one.there.sku in wanted else []
        if held and not deletes_now(one, situation):
            for sku in held:
                keepers[sku or ""].append(at)
    return keepers


def _refused(claims: Mapping[int, _Claim], keepers: Keepers) -> dict[int, str]:
    """Which claims can't be met, with one of the SKUs in question."""
    after: Counter[str] = Counter()
    for claim in claims.values():
        after.update(claim.after)
    refused: dict[int, str] = {}
    for at, claim in claims.items():
        clash = [sku for sku in sorted(claim.taken) if after[sku] > 1 or keepers.get(sku)]
        if clash:
            refused[at] = clash[0]
    return refused


def _sku_reason(
    sku: str,
    at: int,
    found: Sequence[Assessment],
    keepers: Keepers,
    claims: Mapping[int, _Claim],
) -> str:
    others = [*keepers.get(sku, ()), *(i for i, claim in claims.items() if sku in claim.after)]
    other = next((found[i] for i in others if i != at), None)
    if other is None:
        return f"Two of its variants have the SKU {sku}. Change one of them in the POS."
    if other.product is not None:
        return f"“{other.product.head.name}” has the SKU {sku} as well. Change one of them."
    name = other.there.name if other.there is not None else ""
    return f"“{name}” online has the SKU {sku} as well. Change one of them, or link them by hand."


def _checked_options(found: Assessment) -> Assessment:
    """Two variations of one product can't stand for the same option values (API eCom §8)."""
    written = {
        pos_id: frozenset(cast("tuple[tuple[str, str], ...]", wish))
        for pos_id, wish in _written(found, "options").items()
    }
    if found.blocked or not (written or found.missing) or found.there is None:
        return found
    sets: Counter[Options] = Counter(frozenset(record.options) for record in found.missing)
    leaving = {variation_id for _, variation_id in found.surplus}
    owners = {v: pos_id for pos_id, v in found.link.variations.items()} if found.link else {}
    for variation in found.there.variations:
        if variation.id not in leaving:
            sets[written.get(owners.get(variation.id, ""), frozenset(variation.options))] += 1
    twice = next((options for options, count in sets.items() if count > 1), None)
    if twice is None:
        return found
    values = " / ".join(value for _, value in sorted(twice))
    return _needing(
        found,
        f"“{found.there.name}” online has another variation “{values}” already. "
        "Delete or change it there, or change the variant in the POS.",
    )


def _needing(found: Assessment, reason: str) -> Assessment:
    return replace(found, status="needs attention", reasons=(reason, *found.reasons))
