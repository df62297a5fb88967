"""Small builders: a mug and a family of shirts that stand in step on both sides."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from app.domain.actions import Action
from app.domain.assessing import Assessment, assess
from app.domain.catalogue import Catalogue
from app.domain.choices import Choices
from app.domain.comparing import Verdict
from app.domain.drafting import draft_action
from app.domain.fields import FIELDS, Terms
from app.domain.pair_comparison import settled_base
from app.domain.pairing import Base, Link, OurPicture, PosProduct
from app.domain.pairing import family as put_together
from app.domain.planning import Plan, make_plan
from app.domain.product import (
    CategoryRef,
    Dimensions,
    EcomOption,
    EcomProduct,
    EcomVariation,
    PosCategory,
    PosImage,
    PosRecord,
    Weight,
)
from app.domain.rules import Rules
from app.domain.situation import Situation
from app.domain.steps import PutProduct, Values

OUTLET = "main street"
MUGS = CategoryRef("c-mugs", "Mugs")
CATEGORY_IDS = {"c-mugs": 51, "c-gifts": 52}
FRONT = PosImage("i-front", "https://pictures.example/front.jpg")
BACK = PosImage("i-back", "https://pictures.example/back.jpg")
TOKENS = {(FRONT.id, FRONT.url): "hash-front", (BACK.id, BACK.url): "hash-back"}
ALL_FIELDS = frozenset(item.name for item in FIELDS)


def dec(text: str) -> Decimal:
    """An exact number."""
    return Decimal(text)


def pos_record(record_id: str = "p1", **changes: Any) -> PosRecord:
    """A standalone mug of the POS that tells every field, unless `changes` say otherwise."""
    values: dict[str, Any] = {
        "id": record_id,
        "family_key": record_id,
        "parent_id": None,
        "has_variants": False,
        "name": "Mug",
        "sku": "MUG",
        "active": True,
        "created_at": "2025-01-01T00:00:00.000000Z",
        "version": 1,
        "barcode": "0123456789012",
        "description": "digest-1",
        "brand": "Acme",
        "category": (MUGS,),
        "sell_online": True,
        "price_including_tax": dec("12.10"),
        "price_excluding_tax": dec("10.00"),
        "weight": Weight(dec("500"), "G"),
        "dimensions": Dimensions(dec("100"), dec("80"), dec("90"), "MM"),
        "images": (FRONT,),
    }
    return PosRecord(**{**values, **changes})


def ecom_product(product_id: int = 1, **changes: Any) -> EcomProduct:
    """The same mug in the online store."""
    values: dict[str, Any] = {
        "id": product_id,
        "sku": "MUG",
        "name": "Mug",
        "enabled": True,
        "updated": 100,
        "description": "digest-1",
        "brand": "Acme",
        "barcode": "0123456789012",
        "price": dec("12.10"),
        "quantity": 5,
        "weight": dec("0.5"),
        "dimensions": (dec("10"), dec("8"), dec("9")),
        "category_ids": (51,),
        "image_ids": ("0",),
        "main_image_mark": "mark-front",
    }
    return EcomProduct(**{**values, **changes})


def member(record_id: str, colour: str, **changes: Any) -> PosRecord:
    """One colour of the family of shirts; the record "shirt" is the parent."""
    values: dict[str, Any] = {
        "family_key": "shirt",
        "parent_id": None if record_id == "shirt" else "shirt",
        "has_variants": record_id == "shirt",
        "created_at": f"2025-01-0{1 if record_id == 'shirt' else 2}T00:00:00.000000Z",
        "name": "Shirt",
        "sku": f"SHIRT-{colour.upper()}",
        "options": (("Colour", colour),),
        "images": (),
    }
    return pos_record(record_id, **{**values, **changes})


def family(*records: PosRecord, key: str = "shirt") -> PosProduct:
    """Records put together as one product; without records: a red and a blue shirt."""
    chosen = records or (member("shirt", "Red"), member("blue", "Blue"))
    return put_together(key, list(chosen))


def variation(variation_id: int, colour: str, **changes: Any) -> EcomVariation:
    """One colour of the shirts in the online store."""
    values: dict[str, Any] = {
        "id": variation_id,
        "options": (("Colour", colour),),
        "sku": f"SHIRT-{colour.upper()}",
        "price": dec("12.10"),
        "quantity": 5,
        "weight": dec("0.5"),
        "dimensions": (dec("10"), dec("8"), dec("9")),
        "barcode": "0123456789012",
    }
    return EcomVariation(**{**values, **changes})


def ecom_family(*variations: EcomVariation, product_id: int = 2, **changes: Any) -> EcomProduct:
    """The shirts in the online store; without variations: a red (11) and a blue (12) one."""
    chosen = variations or (variation(11, "Red"), variation(12, "Blue"))
    colours = tuple(value for v in chosen for _, value in v.options)
    values: dict[str, Any] = {
        "sku": "SHIRT-RED-FAMILY",
        "name": "Shirt",
        "quantity": 0,
        "weight": None,
        "dimensions": None,
        "barcode": "",
        "image_ids": (),
        "main_image_mark": "",
        "options": (EcomOption("Colour", colours),),
        "variations": chosen,
    }
    return ecom_product(product_id, **{**values, **changes})


def terms(**changes: Any) -> Terms:
    """A shop that shows prices with tax, in kilograms and centimetres."""
    values: dict[str, Any] = {
        "price_including_tax": True,
        "currency_precision": 2,
        "weight_unit": "KILOGRAM",
        "dimensions_unit": "CM",
        "category_ids": CATEGORY_IDS,
        "tokens": TOKENS,
    }
    return Terms(**{**values, **changes})


def situation(settings: Mapping[str, object] | None = None, **changes: Any) -> Situation:
    """Five pieces of everything in the one ticked outlet, default settings, no choices made."""
    values: dict[str, Any] = {
        "terms": terms(),
        "rules": Rules.of(settings or {}),
        "choices": Choices(outlets=frozenset({OUTLET})),
        "levels": levels(p1=5, shirt=5, blue=5),
        "today": "2026-03-01T10:00:00+00:00",
    }
    return Situation(**{**values, **changes})


def levels(**pieces: object) -> dict[str, dict[str, Decimal]]:
    """So many pieces of each record in the ticked outlet."""
    return {record_id: {OUTLET: dec(str(level))} for record_id, level in pieces.items()}


def choices(**changes: Any) -> Choices:
    """The manager's choices, with the one outlet ticked."""
    return Choices(**{"outlets": frozenset({OUTLET}), **changes})


@dataclass(frozen=True)
class Pair:
    """One product on both sides with its link, base and situation; changed step by step."""

    product: PosProduct
    there: EcomProduct | None
    link: Link | None
    base: Base | None
    situation: Situation = field(default_factory=situation)

    def pos(self, record_id: str = "", **changes: Any) -> "Pair":
        """The POS changed a record: the head, or the one named."""
        wanted = record_id or self.product.head.id
        records = [
            replace(record, **changes) if record.id == wanted else record
            for record in (*self.product.members, *self.product.gone)
        ]
        return self.of(*records)

    def of(self, *records: PosRecord) -> "Pair":
        """The POS product consists of these records now."""
        return replace(self, product=put_together(self.product.key, list(records)))

    def ecom(self, **changes: Any) -> "Pair":
        """Somebody changed the product online."""
        assert self.there is not None
        return replace(self, there=replace(self.there, **changes))

    def ecom_variation(self, variation_id: int, **changes: Any) -> "Pair":
        """Somebody changed a variation online."""
        assert self.there is not None
        variations = tuple(
            replace(v, **changes) if v.id == variation_id else v for v in self.there.variations
        )
        return self.ecom(variations=variations)

    def linked(self, **changes: Any) -> "Pair":
        """The link holds something else."""
        assert self.link is not None
        return replace(self, link=replace(self.link, **changes))

    def settings(self, **stored: object) -> "Pair":
        """The manager changed settings; keys have "__" for a dot."""
        values = {key.replace("__", "."): value for key, value in stored.items()}
        known = Rules.of({**self.situation.rules.values, **values})
        return replace(self, situation=replace(self.situation, rules=known))

    def when(self, **changes: Any) -> "Pair":
        """The situation is another one."""
        return replace(self, situation=replace(self.situation, **changes))

    def unlinked(self) -> "Pair":
        """The product was never linked: it stands in the POS alone."""
        return replace(self, there=None, link=None, base=None)

    def first_met(self) -> "Pair":
        """Both sides stand, but were never compared."""
        return replace(self, base=None)

    def assess(self) -> Assessment:
        """What stands between the two sides."""
        return assess(self.product, self.there, self.link, self.base, self.situation)

    def settle(self) -> "Pair":
        """The sync found what is settled and kept it."""
        return replace(self, base=self.assess().base)

    def action(self) -> Action | None:
        """What would be done about this product alone."""
        return draft_action(self.assess(), self.situation, lambda sku: f"{sku}-FAMILY")

    def acted(self) -> Action:
        """The action, where there must be one."""
        action = self.action()
        assert action is not None
        return action

    def verdict(self, name: str, pos_id: str = "") -> Verdict | None:
        """What was found about one field; None when it is settled."""
        found = self.assess().verdicts
        return next((v for v in found if v.field.name == name and v.pos_id == pos_id), None)

    def plan(self, **changes: Any) -> Plan:
        """A whole plan with this pair alone."""
        return plan(self, **changes)


def plan(*pairs: Pair, **changes: Any) -> Plan:
    """A plan for several pairs, in the situation of the first."""
    values: dict[str, Any] = {
        "products": {pair.product.key: pair.product for pair in pairs},
        "online": {pair.there.id: pair.there for pair in pairs if pair.there is not None},
        "links": {pair.product.key: pair.link for pair in pairs if pair.link is not None},
        "bases": {pair.product.key: pair.base for pair in pairs if pair.base is not None},
        "categories": {
            "c-mugs": PosCategory("c-mugs", "Mugs", None),
            "c-gifts": PosCategory("c-gifts", "Gifts", None),
        },
    }
    catalogue = Catalogue(**{**values, **changes})
    return make_plan(catalogue, pairs[0].situation, lambda _: None)


def mug(key: str = "p1", ecom_id: int = 1, sku: str = "MUG", **changes: Any) -> Pair:
    """A standalone product in step; `changes` are common to no side but the POS."""
    product = put_together(key, [pos_record(key, sku=sku, **changes)])
    there = ecom_product(ecom_id, sku=sku)
    link = Link(ecom_id, shown=True, pictures=(OurPicture("0", "mark-front", "hash-front"),))
    now = situation(levels=levels(**{key: 5}))
    return Pair(product, there, link, agreed(product, there, link, now), now)


def shirts(*records: PosRecord, there: EcomProduct | None = None) -> Pair:
    """A family in step; without records a red and a blue shirt, the red one being the parent."""
    product = family(*records)
    online = there or ecom_family()
    by_sku = {v.sku: v.id for v in online.variations}
    variations = {r.id: by_sku[r.sku] for r in product.members if r.sku in by_sku}
    link = Link(online.id, variations, shown=True)
    now = situation()
    return Pair(product, online, link, agreed(product, online, link, now), now)


def agreed(product: PosProduct, there: EcomProduct, link: Link, now: Situation) -> Base:
    """The base after every field was written and read back as it stands now."""
    written = {record.id: ALL_FIELDS for record in product.members}
    return settled_base(product, there, link, None, now, {"": ALL_FIELDS, **written})


def body(action: Action | None) -> Values:
    """All that an action puts into the product itself."""
    values: Values = {}
    for step in action.steps if action is not None else ():
        if isinstance(step, PutProduct):
            values.update(step.values)
    return values


def kinds(action: Action | None) -> list[str]:
    """The steps of an action by name, in order."""
    return [type(step).__name__ for step in action.steps] if action is not None else []
