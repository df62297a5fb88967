"""Which POS product is which eCom product (R13, RULES M6, M8, M9, M10)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from app.domain.pairing import OWN_REFERENCE, Link, PosProduct
from app.domain.product import EcomProduct, EcomVariation, PosRecord

UNLINKED = (
    "You unlinked it, and the online store has a product with its SKU. Link the two again, or keep "
    "it off."
)
"""Why a product unlinked by hand can't be made anew: nothing is ever there twice (R14)."""


@dataclass(frozen=True, slots=True)
class Matches:
    """Links after matching, and per POS product key what keeps it from being linked.

    `moved` tells links whose key changed (old to new); `rebuilt` are keys whose base must be
    dropped because the POS product was deleted and made anew, or was linked elsewhere by hand.
    """

    links: dict[str, Link]
    problems: dict[str, tuple[str, ...]] = field(default_factory=dict)
    moved: dict[str, str] = field(default_factory=dict)
    rebuilt: frozenset[str] = frozenset()


def match(
    products: Mapping[str, PosProduct],
    online: Mapping[int, EcomProduct],
    links: Mapping[str, Link],
    by_hand: Mapping[str, int],
) -> Matches:
    """Keep stored links, move those whose POS product lives on under another key, add by SKU.

    `by_hand` are the manager's own links; eCom id 0 forbids linking that product.
    """
    kept = dict(links)
    moved = _follow_records(products, kept)
    turned = _link_by_hand(products, online, kept, by_hand)
    references = _link_by_reference(products, online, kept, by_hand)
    index = _SkuIndex(products, online, kept, references)
    rebuilt = _follow_rebuilt(products, online, kept, index, by_hand)
    problems = _link_by_sku(products, online, kept, by_hand, index)
    for key in list(kept):
        product, there = products.get(key), online.get(kept[key].ecom_id)
        if kept[key].due and product is not None and not product.deleted:
            kept[key] = replace(kept[key], due="")
        if product is not None and there is not None and product.is_family:
            kept[key], trouble = _link_variations(product, there, kept[key])
            if trouble:
                problems[key] = (*problems.get(key, ()), *trouble)
    return Matches(kept, problems, moved, rebuilt | turned)


def _follow_records(products: Mapping[str, PosProduct], links: dict[str, Link]) -> dict[str, str]:
    """Move a link whose key vanished to the family that its records live in now (R21)."""
    lost = [key for key in links if key not in products]
    if not lost:
        return {}
    home = {record.id: key for key, product in products.items() for record in product.members}
    moved: dict[str, str] = {}
    for key in lost:
        records = (key, *links[key].variations)
        new = next((home[record] for record in records if record in home), None)
        if new is not None and new not in links:
            links[new] = links.pop(key)
            moved[key] = new
    return moved


def _link_by_hand(
    products: Mapping[str, PosProduct],
    online: Mapping[int, EcomProduct],
    links: dict[str, Link],
    by_hand: Mapping[str, int],
) -> frozenset[str]:
    """Link as the manager says, taking the eCom product from whoever was linked by SKU.

    A choice whose eCom product is there no more says nothing. Returns the keys that were linked
    to another eCom product before.
    """
    owners = {link.ecom_id: key for key, link in links.items()}
    turned: set[str] = set()
    for key, ecom_id in by_hand.items():
        if key not in products or (ecom_id and ecom_id not in online):
            continue
        if ecom_id == 0:
            links.pop(key, None)
            continue
        owner = owners.get(ecom_id)
        if owner == key or by_hand.get(owner or "") == ecom_id:
            continue
        if owner is not None:
            links.pop(owner, None)
        if links.pop(key, None) is not None:
            turned.add(key)
        links[key] = Link(ecom_id, shown=online[ecom_id].enabled)
        owners[ecom_id] = key
    return frozenset(turned)


def _link_by_reference(
    products: Mapping[str, PosProduct],
    online: Mapping[int, EcomProduct],
    links: dict[str, Link],
    by_hand: Mapping[str, int],
) -> dict[str, int]:
    """Link what bears our own reference (RULES M7), before any SKU is looked at.

    What such a product gives up is then in nobody's way. Returns eCom ids by product key.
    """
    unlinked = [key for key, one in products.items() if key not in links and not one.deleted]
    if not unlinked:
        return {}
    references = {
        there.external_reference_id.removeprefix(OWN_REFERENCE): ecom_id
        for ecom_id, there in online.items()
        if there.external_reference_id.startswith(OWN_REFERENCE)
    }
    taken = {link.ecom_id for link in links.values()}
    for key in unlinked:
        own = references.get(key)
        if own is not None and own not in taken and by_hand.get(key) != 0:
            links[key] = Link(own, shown=online[own].enabled, ours=True)
            taken.add(own)
    return references


class _SkuIndex:
    """Who has which SKU, on both sides, for the SKUs of POS products without a link."""

    def __init__(
        self,
        products: Mapping[str, PosProduct],
        online: Mapping[int, EcomProduct],
        links: Mapping[str, Link],
        references: Mapping[str, int],
    ) -> None:
        self.references = references
        self.unlinked = [
            product for key, product in products.items() if key not in links and not product.deleted
        ]
        wanted = {sku for product in self.unlinked for sku in skus_of(product)}
        self.pos: dict[str, set[str]] = defaultdict(set)
        self.ecom: dict[str, set[int]] = defaultdict(set)
        if not self.unlinked:
            return
        for key, product in products.items():
            for record in product.members:
                if record.sku in wanted:
                    self.pos[record.sku].add(key)
        owners = {link.ecom_id: (products.get(key), link) for key, link in links.items()}
        for ecom_id, there in online.items():
            owner, link = owners.get(ecom_id, (None, None))
            leaving = _leaving(owner, link, there) if owner and link else frozenset[str]()
            self._add_online(ecom_id, there, wanted - leaving if leaving else wanted)

    def _add_online(self, ecom_id: int, there: EcomProduct, wanted: set[str]) -> None:
        if there.sku in wanted:
            self.ecom[there.sku].add(ecom_id)
        for variation in there.variations:
            if variation.sku is not None and variation.sku in wanted:
                self.ecom[variation.sku].add(ecom_id)


def _leaving(owner: PosProduct, link: Link, there: EcomProduct) -> frozenset[str]:
    """SKUs that this sync takes away from a linked product, so that others may have them."""
    ours = set(link.variations.values())
    held = {v.sku for v in there.variations if v.sku and (owner.deleted or v.id in ours)}
    if owner.deleted or not owner.is_family:
        held.add(there.sku)
    return frozenset(held - set(skus_of(owner)))


def skus_of(product: PosProduct) -> list[str]:
    """The SKUs of a product's live records, blanks left out."""
    return [record.sku for record in product.members if record.sku]


def _follow_rebuilt(
    products: Mapping[str, PosProduct],
    online: Mapping[int, EcomProduct],
    links: dict[str, Link],
    index: _SkuIndex,
    by_hand: Mapping[str, int],
) -> frozenset[str]:
    """Move links of products deleted and made anew in the POS with the same SKU (RULES M6)."""
    by_sku: dict[str, list[PosProduct]] = defaultdict(list)
    for product in index.unlinked:
        for sku in set(skus_of(product)):
            by_sku[sku].append(product)
    rebuilt: set[str] = set()
    if not by_sku:
        return frozenset()
    for key, link in list(links.items()):
        old, there = products.get(key), online.get(link.ecom_id)
        if old is None or not old.deleted or there is None:
            continue
        heirs = {
            heir.key: heir
            for record in old.gone
            for heir in by_sku.get(record.sku, ())
            if heir.is_family == bool(there.variations)
            and heir.key not in links
            and by_hand.get(heir.key) != 0
        }
        if len(heirs) == 1:
            (heir,) = heirs.values()
            links[heir.key] = replace(links.pop(key), variations={}, due="")
            rebuilt.add(heir.key)
    return frozenset(rebuilt)


def _link_by_sku(
    products: Mapping[str, PosProduct],
    online: Mapping[int, EcomProduct],
    links: dict[str, Link],
    by_hand: Mapping[str, int],
    index: _SkuIndex,
) -> dict[str, tuple[str, ...]]:
    taken = {link.ecom_id: key for key, link in links.items()}
    claims: dict[int, list[PosProduct]] = defaultdict(list)
    problems: dict[str, tuple[str, ...]] = {}
    for product in index.unlinked:
        if product.key in links:
            continue
        apart = by_hand.get(product.key) == 0
        trouble = _apart(product, index) if apart else _sku_trouble(product, products, index)
        if trouble:
            problems[product.key] = trouble
        if trouble or apart:
            continue
        found = {there for sku in skus_of(product) for there in index.ecom.get(sku, ())}
        if len(found) > 1:
            problems[product.key] = (_several(found, online),)
        elif found:
            claims[found.pop()].append(product)
    for ecom_id, claimants in claims.items():
        owner = taken.get(ecom_id)
        refusal = _claim_trouble(online[ecom_id], claimants, owner, products)
        if refusal:
            problems.update({product.key: (refusal,) for product in claimants})
            continue
        links[claimants[0].key] = Link(ecom_id, shown=online[ecom_id].enabled)
    return problems


def _apart(product: PosProduct, index: _SkuIndex) -> tuple[str, ...]:
    """What keeps a product that was unlinked by hand from being made anew."""
    skus = skus_of(product)
    if product.key in index.references or any(index.ecom.get(sku) for sku in skus):
        return (UNLINKED,)
    return ()


def _sku_trouble(
    product: PosProduct, products: Mapping[str, PosProduct], index: _SkuIndex
) -> tuple[str, ...]:
    blank = [record for record in product.members if not record.sku]
    if blank:
        return (f"“{record_name(blank[0])}” has no SKU in the POS. Give it one there.",)
    skus = skus_of(product)
    twice = sorted({sku for sku in skus if skus.count(sku) > 1})
    if twice:
        return (f"Two of its variants have the SKU {twice[0]}. Change one in the POS.",)
    for sku in skus:
        others = sorted(
            record_name(products[key].head) for key in index.pos[sku] if key != product.key
        )
        if others:
            named = ", ".join(f"“{name}”" for name in others[:3])
            return (f"The SKU {sku} is also on {named} in the POS. Change one of them there.",)
    return ()


def _several(found: Iterable[int], online: Mapping[int, EcomProduct]) -> str:
    named = ", ".join(f"“{online[ecom_id].name}” ({ecom_id})" for ecom_id in sorted(found))
    return f"Several products online have its SKU: {named}. Link the right one by hand."


def _claim_trouble(
    there: EcomProduct,
    claimants: list[PosProduct],
    owner: str | None,
    products: Mapping[str, PosProduct],
) -> str:
    """Why these POS products can't be linked to this eCom product; "" when they can."""
    if owner is not None:
        return _already_linked(
            there, record_name(products[owner].head) if owner in products else ""
        )
    if len(claimants) > 1:
        named = ", ".join(f"“{record_name(product.head)}”" for product in claimants)
        return f"“{there.name}” online matches several POS products: {named}. Link by hand."
    (product,) = claimants
    if product.is_family != bool(there.variations) or _only_a_variation(product, there):
        return _kinds_differ(product, there)
    return ""


def _already_linked(there: EcomProduct, owner: str) -> str:
    return (
        f"“{there.name}” online has its SKU and is linked to “{owner}” already. "
        "Change one of the SKUs in the POS, or link by hand."
    )


def _only_a_variation(product: PosProduct, there: EcomProduct) -> bool:
    return not product.is_family and there.sku != product.head.sku


def _kinds_differ(product: PosProduct, there: EcomProduct) -> str:
    if product.is_family:
        return (
            f"It has variants in the POS, but “{there.name}” online ({there.id}) has none. "
            "Link them by hand to convert it."
        )
    return (
        f"It has no variants in the POS, but its SKU belongs to a variation of “{there.name}” "
        f"online ({there.id}). Link them by hand to convert it."
    )


def record_name(record: PosRecord) -> str:
    """What to call a record in a message: its name, else its SKU, else its id."""
    return record.name or record.sku or record.id


def _link_variations(
    product: PosProduct, there: EcomProduct, link: Link
) -> tuple[Link, tuple[str, ...]]:
    """Join members and variations: stored, else by SKU, else by equal option set (RULES M9)."""
    existing = {variation.id: variation for variation in there.variations}
    known = {pos_id: vid for pos_id, vid in link.variations.items() if vid in existing}
    gone = {record.id: record for record in product.gone}
    for record in product.members:
        if record.id not in known:
            _inherit_from_tombstone(record, known, gone)
    used = set(known.values())
    free = {v.id: v for v in there.variations if v.id not in used}
    fresh = [record for record in product.members if record.id not in known]
    candidates = {record.id: _candidates(record, free.values()) for record in fresh}
    trouble = [_disagree(record, there) for record in fresh if candidates[record.id].disagree]
    # While anything is in doubt nothing is linked: the doubt must still be seen the next time.
    found = [(record.id, candidates[record.id]) for record in fresh if not trouble]
    ways = [(key, one.by_sku) for key, one in found] + [(key, one.by_options) for key, one in found]
    for key, variations in ways:
        left = [variation_id for variation_id in variations if variation_id in free]
        if key not in known and left:
            known[key] = left[0]
            del free[left[0]]
    if known == dict(link.variations):
        return link, tuple(trouble)
    return replace(link, variations=known), tuple(trouble)


@dataclass(frozen=True, slots=True)
class _Candidates:
    """The variations without a link that a member's SKU and its options lead to, by id."""

    by_sku: tuple[int, ...]
    by_options: tuple[int, ...]

    @property
    def disagree(self) -> bool:
        """Whether they lead to different ones (RULES M9)."""
        strangers = set(self.by_options) - set(self.by_sku)
        return len(self.by_sku) > 1 or bool(self.by_sku and strangers)


def _candidates(record: PosRecord, free: Iterable[EcomVariation]) -> _Candidates:
    variations = tuple(free)
    return _Candidates(
        tuple(v.id for v in variations if v.sku is not None and v.sku == record.sku),
        tuple(v.id for v in variations if same_options(record, v)),
    )


def _inherit_from_tombstone(
    record: PosRecord, known: dict[str, int], gone: Mapping[str, PosRecord]
) -> None:
    """A member deleted and made anew with the same SKU keeps its variation (RULES M6)."""
    for pos_id in list(known):
        old = gone.get(pos_id)
        if old is not None and old.sku and old.sku == record.sku:
            known[record.id] = known.pop(pos_id)
            return


def same_options(record: PosRecord, variation: EcomVariation) -> bool:
    """Whether a member and a variation stand for the same set of option values."""
    return bool(record.options) and dict(record.options) == dict(variation.options)


def _disagree(record: PosRecord, there: EcomProduct) -> str:
    shown = " / ".join(value for _, value in record.options)
    return (
        f"“{shown}”: the SKU {record.sku} and the options lead to different variations "
        f"of “{there.name}” online. Correct one of them online."
    )
