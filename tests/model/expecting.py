"""What every product online must be after a successful sync (DESIGN §3-4, RULES part A).

A store is expected as plain facts of the same shape as it is read in, so that comparing is
comparing. Products still to be made are called `new:` and the POS key, variations `new:` and the
record id.
"""

import copy
from collections import Counter
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from tests.model.categories import Renames, path, place_of, resolve
from tests.model.fields import (
    OWN,
    UNTOLD,
    WHOLE,
    decide,
    online_value,
    pictures_after,
)
from tests.model.linking import Needs, link, skus_of
from tests.model.memory import Choice, Manager, Memory, Pair
from tests.model.sides import (
    NOWHERE,
    Family,
    Online,
    Pos,
    Record,
    Shelf,
    Variation,
    with_variation,
)
from tests.model.stock import held_pieces, see_levels, stock_after, target, whose_orders

Settled = dict[tuple[str, str], Any]
"""What the POS has of each field that this sync settles, by (record id, field)."""

_PLAIN = {"dimensions": "sides"}


@dataclass
class Outlook:
    """What is expected. `needs` are products left alone until somebody mends them."""

    before: Online
    products: dict[int | str, Shelf]
    memory: Memory
    needs: Needs
    renames: Renames
    made_for: dict[str, str] = field(default_factory=dict)
    """POS categories that something needs and that are not online yet, by `new:` id."""
    settled: dict[str, Settled] = field(default_factory=dict)
    questions: dict[str, set[str]] = field(default_factory=dict)
    """Product keys by the guard's kinds (M13)."""
    ended: dict[str, set[str]] = field(default_factory=dict)
    """Kept edits that end because the POS changed the field (M3)."""
    redrawn: set[int | str] = field(default_factory=set)
    """Products whose pictures changed in the POS: they are sent, whatever is there."""
    names: dict[int | str, int | str] = field(default_factory=dict)
    """Real ids by the ids that new things were expected under, once compared."""


def expect(
    pos: Pos, online: Online, memory: Memory, manager: Manager, now: float, today: float
) -> Outlook:
    """The outlook of a sync that begins now; `memory` itself stays as it is.

    `now` is the services' time, `today` this computer's, never earlier than it was (M20).
    """
    return _Expecting(pos, online, copy.deepcopy(memory), manager, now, today).outlook()


class _Expecting:
    def __init__(
        self,
        pos: Pos,
        online: Online,
        memory: Memory,
        manager: Manager,
        now: float,
        today: float,
    ) -> None:
        self.pos, self.online = pos, online
        self.memory, self.manager = memory, manager
        self.today = today
        self.families = pos.families()
        self.settled: dict[str, Settled] = {}
        self.ended: dict[str, set[str]] = {}
        self.redrawn: set[int | str] = set()
        self._remember_switches()
        see_levels(pos, memory, now)
        self.renames = resolve(pos, online, memory)
        whose_orders(self.families, memory)
        self.needs = link(self.families, online, memory)
        whose_orders(self.families, memory)
        self.held = held_pieces(pos, memory, manager, now)

    def _remember_switches(self) -> None:
        for key, family in self.families.items():
            told = {record.told for record in family.members}
            if told - {None}:
                self.memory.told[key] = True in told

    def outlook(self) -> Outlook:
        """Decide product by product, then see to it that no SKU comes twice."""
        linked = copy.deepcopy(self.memory.pairs)
        wanted = {key: self._product(family) for key, family in self.families.items()}
        self._refuse_clashes(wanted)
        self._leave_alone(linked)
        products = {**self.online.products}
        for key, shelf in wanted.items():
            pair = self.memory.pairs.get(key)
            if pair is not None:
                products.pop(pair.ecom, None)
            if shelf is not None:
                products[shelf.id] = shelf
        outlook = Outlook(self.online, products, self.memory, self.needs, self._renames(wanted))
        outlook.settled = {k: s for k, s in self.settled.items() if k not in self.needs}
        outlook.ended = {k: s for k, s in self.ended.items() if k not in self.needs}
        outlook.redrawn = self.redrawn
        outlook.made_for = self._new_categories(products)
        outlook.questions = self._questions(wanted)
        return outlook

    # One product

    def _product(self, family: Family) -> Shelf | None:
        """Its product online afterwards; None when there is none."""
        pair = self.memory.pairs.get(family.key)
        has = self.online.products[pair.ecom] if pair is not None else None
        if not family.members:
            return self._deleted(family, pair, has)
        visible = self._sold(family, pair) and any(r.active for r in family.members)
        if visible or has is not None:
            self._check_variants(family)
        if family.key in self.needs:
            return has
        if has is None or pair is None:
            if visible and not self.manager.off("price") and _lowest(family) is UNTOLD:
                self.needs[family.key] = "no price to be sold at"
                return None
            return self._made(family) if visible else None
        if not visible:
            return self._without(replace(has, enabled=False), pair, family)
        return self._kept_in_step(family, pair, has)

    def _deleted(self, family: Family, pair: Pair | None, has: Shelf | None) -> Shelf | None:
        """Deleted in the POS: deleted online, or hidden until its day (R6, M20)."""
        if pair is None or has is None or self.manager.set_to("removal.mode") == "delete":
            return None
        if pair.due and has.enabled:
            self.needs[family.key] = "shown again by hand while it waits to be deleted"
            return has
        if pair.due and pair.due <= self.today:
            return None
        pair.due = pair.due or self.today + self.manager.set_to("removal.days") * 86400
        return replace(has, enabled=False)

    def _sold(self, family: Family, pair: Pair | None) -> bool:
        """Whether the manager, the POS or its past says that it is sold online (R9, M11)."""
        flag = self.manager.flags.get(family.key, "follow")
        if flag != "follow":
            return flag == "on"
        if family.key in self.memory.told:
            return self.memory.told[family.key]
        if pair is not None:
            return pair.shown
        before = self.memory.shown_once.get(family.key)
        return self.manager.set_to("new_products") == "online" if before is None else before

    def _check_variants(self, family: Family) -> None:
        """What R19 and M8 say can't be represented."""
        if not family.head.name:
            self.needs[family.key] = "no name"
        if not family.varied:
            return
        sets = Counter(frozenset(record.options) for record in family.members)
        if frozenset() in sets or max(sets.values()) > 1:
            self.needs[family.key] = "its variants can't be told apart"

    def _without(self, shelf: Shelf, pair: Pair, family: Family) -> Shelf:
        """Variations whose record was deleted go, even from a hidden product (R4)."""
        living = {r.id for r in family.members} if family.varied else set[str]()
        gone = {vid for rid, vid in pair.variations.items() if rid not in living}
        left = {vid: v for vid, v in shelf.variations.items() if vid not in gone}
        pair.variations = {r: v for r, v in pair.variations.items() if v not in gone}
        return replace(shelf, variations=left)

    # A product that stands on both sides

    def _kept_in_step(self, family: Family, pair: Pair, has: Shelf) -> Shelf:
        for agreement in [one for one in pair.agreed if self.manager.off(one[1])]:
            del pair.agreed[agreement]
        shelf = self._without(replace(has, enabled=True), pair, family)
        shelf = self._whole(family, pair, has, shelf)
        if not family.varied:
            shelf = self._fields(family, pair, has, shelf, OWN)
            return self._simple_rest(family, pair, has, shelf)
        shelf = self._variants(family, pair, has, shelf)
        if family.key in self.needs:
            return has
        return self._family_rest(family, pair, has, shelf)

    def _whole(self, family: Family, pair: Pair, has: Shelf, shelf: Shelf) -> Shelf:
        """What belongs to the product as a whole: texts, category, pictures."""
        shelf = self._fields(family, pair, has, shelf, WHOLE)
        shelf = replace(shelf, categories=self._categories(family, pair, has))
        if self.manager.off("images"):
            return shelf
        pos, agreed = family.head.pictures, pair.agreed.get(("", "images"))
        self._settle(family.key, "", "images", pos, agreed)
        if agreed is None or pos != agreed[0]:
            self.redrawn.add(shelf.id)
        pictures = pictures_after(
            pos,
            has.pictures,
            agreed,
            replaces=self.manager.set_to("first_link.images") == "replace",
            keeps_at_first="images" in self.manager.set_to("first_link.keep"),
        )
        return replace(shelf, pictures=pictures)

    def _settle(self, key: str, owner: str, name: str, pos: Any, agreed: Any) -> None:
        self.settled.setdefault(key, {})[owner, name] = pos
        if agreed is not None and pos != agreed[0]:
            self.ended.setdefault(key, set()).add(name)

    def _field(self, family: Family, pair: Pair, owner: str, name: str, pos: Any, ecom: Any) -> Any:
        """One plain field's value afterwards."""
        if self.manager.off(name):
            return ecom
        agreed = pair.agreed.get((owner, name))
        keeps = self.manager.keeps(family.key, name)
        at_first = name in self.manager.set_to("first_link.keep")
        value, settles = decide(name, pos, ecom, agreed, keeps=keeps, keeps_at_first=at_first)
        if settles:
            self._settle(family.key, owner, name, pos, agreed)
        return value

    def _fields(
        self, family: Family, pair: Pair, has: Shelf, shelf: Shelf, names: tuple[str, ...]
    ) -> Shelf:
        values = {
            _PLAIN.get(name, name): self._field(
                family, pair, "", name, _pos_value(family.head, name), online_value(name, has, None)
            )
            for name in names
        }
        return replace(shelf, **values)

    def _categories(self, family: Family, pair: Pair, has: Shelf) -> frozenset[int | str]:
        """Ours is added, ours of before taken away, those of people stay (R20)."""
        if self.manager.off("category"):
            return has.categories
        place = place_of(family.head.category, self.memory)
        agreed = pair.agreed.get(("", "category"))
        wish = set(has.categories) | ({place} if place is not None else set())
        keeps = self.manager.keeps(family.key, "category")
        if agreed is None:
            keeps = "category" in self.manager.set_to("first_link.keep")
        elif place != agreed[0]:
            wish = (set(has.categories) - {agreed[0]}) | ({place} if place is not None else set())
            keeps = False
        if wish != has.categories and keeps:
            if agreed is None:
                self._settle(family.key, "", "category", place, agreed)
            return has.categories
        self._settle(family.key, "", "category", place, agreed)
        return frozenset(wish)

    def _simple_rest(self, family: Family, pair: Pair, has: Shelf, shelf: Shelf) -> Shelf:
        used = {pair for v in shelf.variations.values() for pair in v.options}
        shelf = replace(shelf, options=_dropped(shelf.options, pair.options, used))
        pair.options = set()
        if self.manager.off("stock"):
            return shelf
        wanted = target(family.head, family.key, self.manager, self.held)
        return replace(shelf, stock=stock_after(wanted, has.stock))

    # Families

    def _variants(self, family: Family, pair: Pair, has: Shelf, shelf: Shelf) -> Shelf:
        for record in family.members:
            vid = pair.variations.get(record.id)
            if vid is not None:
                varied = self._variant(family, record, pair, has, has.variations[vid])
                shelf = with_variation(shelf, varied)
            elif record.active and record.sku:
                made = self._new_variant(family, record)
                shelf = with_variation(shelf, made)
                pair.variations[record.id] = made.id
        sets = Counter(v.options for v in shelf.variations.values())
        if sets and max(sets.values()) > 1:
            self.needs[family.key] = "another variation has its option values"
        return shelf

    def _variant(
        self, family: Family, record: Record, pair: Pair, has: Shelf, variation: Variation
    ) -> Variation:
        values = {
            _PLAIN.get(name, name): self._field(
                family,
                pair,
                record.id,
                name,
                _pos_value(record, name),
                online_value(name, has, variation),
            )
            for name in OWN
        }
        if values["sku"] == has.sku and not variation.sku:
            values["sku"] = ""
        # The online store knows no blank of a variation's own: it has its product's then.
        values["weight"] = values["weight"] or None
        values["sides"] = _own_sides(values["sides"])
        varied = replace(variation, **values)
        varied = replace(varied, options=self._options(family, record, pair, variation))
        varied = replace(varied, picture=self._own_picture(family, record, pair, variation))
        return replace(varied, stock=self._own_stock(family, record, has, varied, variation))

    def _options(
        self, family: Family, record: Record, pair: Pair, variation: Variation
    ) -> frozenset[Choice]:
        """The POS's values, and those of options that exist only online (M18)."""
        agreed = pair.agreed.get((record.id, "options"))
        names = {name for name, _ in record.options}
        former = {name for name, _ in (agreed[0] if agreed else pair.options)}
        only_online = {one for one in variation.options if one[0] not in names | former}
        self._settle(family.key, record.id, "options", record.options, agreed)
        if agreed is not None and agreed[0] == record.options:
            edited = {c for c in variation.options if c[0] in names}
            if edited == {c for c in agreed[1] if c[0] in names}:
                return variation.options
        return frozenset(set(record.options) | only_online)

    def _own_picture(self, family: Family, record: Record, pair: Pair, variation: Variation) -> str:
        if self.manager.off("images"):
            return variation.picture
        has = (variation.picture,) if variation.picture else ()
        agreed = pair.agreed.get((record.id, "images"))
        self._settle(family.key, record.id, "images", record.own_pictures[:1], agreed)
        pictures = pictures_after(
            record.own_pictures[:1],
            has,
            agreed,
            replaces=self.manager.set_to("first_link.images") == "replace",
            keeps_at_first="images" in self.manager.set_to("first_link.keep"),
        )
        return pictures[0] if pictures else ""

    def _own_stock(
        self, family: Family, record: Record, has: Shelf, after: Variation, before: Variation
    ) -> int | str | None:
        """Of a variation with a SKU of its own; without one it has the product's."""
        if not after.sku:
            return None
        if self.manager.off("stock"):
            return has.stock_of(before)
        wanted = target(record, family.key, self.manager, self.held)
        return stock_after(wanted, has.stock_of(before))

    def _new_variant(self, family: Family, record: Record) -> Variation:
        def told(name: str, blank: Any) -> Any:
            value = _pos_value(record, name)
            missing = value is UNTOLD or (self.manager.off(name) and name != "sku")
            return blank if missing else value

        settled = self.settled.setdefault(family.key, {})
        settled |= {(record.id, name): _pos_value(record, name) for name in OWN}
        settled[record.id, "images"] = record.own_pictures[:1]
        settled[record.id, "options"] = record.options
        wanted = target(record, family.key, self.manager, self.held)
        stock: int | str = stock_after(wanted, 0)
        pictures = () if self.manager.off("images") else record.own_pictures
        return Variation(
            id=f"new:{record.id}",
            sku=record.sku,
            options=frozenset(record.options),
            price=told("price", None),
            weight=told("weight", None) or None,
            sides=_own_sides(told("dimensions", NOWHERE)),
            barcode=told("barcode", ""),
            stock=0 if self.manager.off("stock") else stock,
            picture=pictures[0] if pictures else "",
            rest="",
        )

    def _family_rest(self, family: Family, pair: Pair, has: Shelf, shelf: Shelf) -> Shelf:
        """Lowest price, a SKU and a stock that are no variation's, and the options (R21, M18)."""
        lowest = _lowest(family)
        price = self._field(family, pair, "", "price", lowest, has.price)
        needed = {
            choice
            for record in family.members
            if record.id in pair.variations
            for choice in record.options
        }
        used = {choice for record in family.members for choice in record.options}
        used |= {c for v in shelf.variations.values() for c in v.options}
        added = _added(shelf.options, needed, _shown_by(pair, family))
        options = _dropped(added, pair.options, used)
        pair.options = {choice for record in family.members for choice in record.options}
        shelf = self._keep_inherited(replace(shelf, price=price, options=options), pair, has)
        skus = {v.sku for v in has.variations.values()} | set(skus_of(family))
        was_simple = not has.variations and not has.options
        if was_simple or not shelf.sku or shelf.sku in skus:
            shelf = replace(shelf, sku=self._family_sku(family))
        shared = any(not v.sku for v in shelf.variations.values())
        if not shared and not self.manager.off("stock"):
            shelf = replace(shelf, stock=0)
        return shelf

    def _keep_inherited(self, shelf: Shelf, pair: Pair, has: Shelf) -> Shelf:
        """What a linked variation inherits stays what it was when the product's changes (R21)."""
        for vid in pair.variations.values():
            variation = shelf.variations[vid]
            if variation.price is None and vid in has.variations:
                shelf = with_variation(shelf, replace(variation, price=has.price))
        return shelf

    def _family_sku(self, family: Family) -> str:
        taken = {sku for other in self.families.values() for sku in skus_of(other)}
        for shelf in self.online.products.values():
            taken |= {shelf.sku, *(v.sku for v in shelf.variations.values())}
        name, number = f"{family.head.sku}-FAMILY", 1
        while name in taken:
            number += 1
            name = f"{family.head.sku}-FAMILY-{number}"
        return name

    # A new product

    def _made(self, family: Family) -> Shelf:
        """With everything the POS has of it, shown at last (R21)."""
        head = family.head
        settled = self.settled.setdefault(family.key, {})

        def told(name: str, blank: Any) -> Any:
            value = _pos_value(head, name)
            settled["", name] = value
            missing = value is UNTOLD or (self.manager.off(name) and name not in ("name", "sku"))
            return blank if missing else value

        pair = Pair(f"new:{family.key}", shown=True)
        place = None if self.manager.off("category") else place_of(head.category, self.memory)
        settled["", "category"], settled["", "images"] = place, head.pictures
        shelf = Shelf(
            id=pair.ecom,
            sku=told("sku", ""),
            name=told("name", ""),
            enabled=True,
            description=told("description", ""),
            brand=told("brand", ""),
            barcode=told("barcode", ""),
            price=told("price", 0),
            stock=0,
            weight=told("weight", 0),
            sides=told("dimensions", NOWHERE),
            categories=frozenset([place] if place is not None else []),
            pictures=() if self.manager.off("images") else head.pictures,
            picture_ids=(),
            options=(),
            reference=f"counterpart:{family.key}",
        )
        if family.varied:
            shelf = self._made_family(family, pair, shelf)
        elif not self.manager.off("stock"):
            wanted = target(head, family.key, self.manager, self.held)
            shelf = replace(shelf, stock=stock_after(wanted, 0))
        self.memory.pairs[family.key] = pair
        return self._restored(family.key, shelf)

    def _restored(self, key: str, shelf: Shelf) -> Shelf:
        """What a product deleted online had besides what the POS has comes back (S8)."""
        before = self.memory.shelves.get(key)
        if key not in self.memory.shown_once or before is None:
            return shelf
        brand, barcode = shelf.brand or before.brand, shelf.barcode or before.barcode
        return replace(shelf, brand=brand, barcode=barcode)

    def _made_family(self, family: Family, pair: Pair, shelf: Shelf) -> Shelf:
        settled = self.settled[family.key]
        for name in OWN:
            del settled["", name]
        settled["", "price"] = _lowest(family)
        off = self.manager.off("price") or _lowest(family) is UNTOLD
        shelf = replace(shelf, sku=self._family_sku(family), barcode="", sides=NOWHERE)
        price = Decimal(0) if off else _lowest(family)
        shelf = replace(shelf, weight=Decimal(0), price=price)
        for record in family.members:
            if record.active:
                made = self._new_variant(family, record)
                shelf = with_variation(shelf, made)
                pair.variations[record.id] = made.id
        needed = {c for v in shelf.variations.values() for c in v.options}
        pair.options = {choice for record in family.members for choice in record.options}
        return replace(shelf, options=_added((), needed, _shown_by(pair, family)))

    # What concerns several products

    def _refuse_clashes(self, wanted: dict[str, Shelf | None]) -> None:
        """Who has a SKU online and keeps it goes on; who would take it needs attention (M8)."""
        while True:
            refused = self._clashing(wanted)
            if not refused:
                return
            for key in refused:
                pair = self.memory.pairs.get(key)
                self.needs[key] = "another product online has its SKU"
                wanted[key] = self.online.products.get(pair.ecom) if pair is not None else None
                if wanted[key] is None:
                    self.memory.pairs.pop(key, None)

    def _leave_alone(self, linked: dict[str, Pair]) -> None:
        """What needs attention has the variations and options still that it had before."""
        for key in self.needs:
            pair, before = self.memory.pairs.get(key), linked.get(key)
            if pair is not None and before is not None:
                pair.variations, pair.options = before.variations, before.options

    def _clashing(self, wanted: dict[str, Shelf | None]) -> list[str]:
        linked = {pair.ecom for pair in self.memory.pairs.values()}
        after: Counter[str] = Counter()
        for shelf in self.online.products.values():
            if shelf.id not in linked:
                after.update(_skus_online(shelf))
        claims = {k: self._skus_claimed(k, s) for k, s in wanted.items() if s is not None}
        for claimed in claims.values():
            after.update(claimed)
        refused = []
        for key, claimed in claims.items():
            pair = self.memory.pairs.get(key)
            has = self.online.products.get(pair.ecom) if pair is not None else None
            taken = Counter(claimed) - Counter(_skus_online(has) if has is not None else [])
            if key not in self.needs and any(after[sku] > 1 for sku in taken):
                refused.append(key)
        return refused

    def _skus_claimed(self, key: str, shelf: Shelf) -> list[str]:
        """A new product is looked up by its head's SKU, so that must be free too (R14)."""
        skus = _skus_online(shelf)
        if shelf.id in self.online.products:
            return skus
        return sorted({*skus, self.families[key].head.sku})

    def _new_categories(self, products: dict[int | str, Shelf]) -> dict[str, str]:
        needed = {place for shelf in products.values() for place in shelf.categories}
        return {
            f"new:{step}": step
            for category in self.pos.categories
            if f"new:{category}" in needed
            for step in path(category, self.pos)
            if step not in self.memory.categories
        }

    def _renames(self, wanted: dict[str, Shelf | None]) -> Renames:
        """A category of ours is renamed once a product online lies in or below it (M18)."""
        carried: set[int | str] = set()
        for key, shelf in wanted.items():
            category = self.families[key].head.category
            if shelf is not None and self.families[key].members and category is not None:
                steps = path(category, self.pos)
                carried |= {
                    self.memory.categories[step].ecom
                    for step in steps
                    if step in self.memory.categories
                }
        kept = {ecom: name for ecom, name in self.renames.items() if ecom in carried}
        for shelved in self.memory.categories.values():
            shelved.name = kept.get(shelved.ecom, shelved.name)
        return kept

    def _questions(self, wanted: dict[str, Shelf | None]) -> dict[str, set[str]]:
        """Products that the guard counts, by kind (M13)."""
        found: dict[str, set[str]] = {
            kind: set() for kind in ("delete", "hide", "zero", "price", "show")
        }
        limit = self.manager.set_to("guard.price")
        for key, after in wanted.items():
            pair = self.memory.pairs.get(key)
            has = self.online.products.get(pair.ecom) if pair is not None else None
            if has is None or pair is None:
                continue
            if after is None or set(has.variations) - set(after.variations):
                found["delete"].add(key)
            if after is None:
                continue
            if has.enabled != after.enabled:
                found["show" if after.enabled else "hide"].add(key)
            if after.enabled and _sold_out(has, after, pair):
                found["zero"].add(key)
            if after.enabled and _price_jumps(has, after, pair, limit):
                found["price"].add(key)
        return found


def _pos_value(record: Record, name: str) -> Any:
    if name == "dimensions":
        return record.sides
    if name == "price":
        return UNTOLD if record.price is None else record.price
    return getattr(record, name)


def _own_sides(sides: Any) -> Any:
    return sides if any(sides) else None


def _lowest(family: Family) -> Any:
    """The lowest price of the active members; of all where none is active."""
    members = [r for r in family.members if r.active] or family.members
    prices = [record.price for record in members if record.price is not None]
    return min(prices) if prices else UNTOLD


Options = tuple[tuple[str, tuple[str, ...]], ...]


def _shown_by(pair: Pair, family: Family) -> list[Record]:
    """The members that have a variation, oldest first."""
    return [record for record in family.members if record.id in pair.variations]


def _added(options: Options, needed: set[Choice], members: list[Record]) -> Options:
    """New names and values behind the old, in first appearance over the members (M18)."""
    merged = {name: dict.fromkeys(values) for name, values in options}
    for record in members:
        for name, value in record.options:
            if (name, value) in needed:
                merged.setdefault(name, {})[value] = None
    return tuple((name, tuple(values)) for name, values in merged.items())


def _dropped(options: Options, former: set[Choice], used: set[Choice]) -> Options:
    """A value that came from the POS goes when nothing stands on it any more (M18)."""
    left = []
    for name, values in options:
        kept = tuple(v for v in values if (name, v) in used or (name, v) not in former)
        if kept or not values:
            left.append((name, kept))
    return tuple(left)


def _skus_online(shelf: Shelf) -> list[str]:
    skus = [v.sku for v in shelf.variations.values() if v.sku]
    return skus if not shelf.sku or shelf.sku in skus else [*skus, shelf.sku]


def _sold_out(has: Shelf, after: Shelf, pair: Pair) -> bool:
    """All its stock, over all members, goes from above zero to zero."""
    if not pair.variations:
        return _some(has.stock) and not _some(after.stock)
    ours = [vid for vid in pair.variations.values() if vid in has.variations]
    before = [has.stock_of(has.variations[vid]) for vid in ours]
    left = [after.stock_of(after.variations[vid]) for vid in ours if vid in after.variations]
    return any(map(_some, before)) and not any(map(_some, left))


def _some(stock: int | str) -> bool:
    return stock == "unlimited" or (isinstance(stock, int) and stock > 0)


def _price_jumps(has: Shelf, after: Shelf, pair: Pair, limit: Any) -> bool:
    """A member's price moves by more than that; where none moves, the product's own (DESIGN §5)."""
    members = [
        (has.price_of(has.variations[vid]), after.price_of(after.variations[vid]))
        for vid in pair.variations.values()
        if vid in has.variations and vid in after.variations
    ]
    moved = any(old != new for old, new in members)
    pairs = members if moved else [(has.price, after.price)]
    return any(old != new and (not old or abs(new - old) / old > limit) for old, new in pairs)
