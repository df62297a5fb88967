"""A small model of the online store: applies single writes by the service's own rules.

It speaks the domain's records and raises `Refused` where the service would refuse (API eCom §8-10,
§14). Where the references leave a behaviour open, the reading that catches more mistakes is taken.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any, TypeVar, cast

from app.domain.product import EcomCategory, EcomOption, EcomProduct, EcomVariation
from app.domain.steps import Choice, CreateProduct, DimensionsValue, Value, Values

Pairs = tuple[tuple[str, str], ...]
Record = TypeVar("Record", EcomProduct, EcomVariation)

MAIN = "0"


class Refused(Exception):
    """The service would answer this request with an error."""


@dataclass
class Shop:
    """The online store's records. `contents` tells a picture's content by its mark or gallery id.

    `moves_up` and `becomes_main` are the two uncertain behaviours of galleries (API eCom §9).
    """

    products: dict[int, EcomProduct] = field(default_factory=dict)
    categories: dict[int, EcomCategory] = field(default_factory=dict)
    contents: dict[str, str] = field(default_factory=dict)
    moves_up: bool = False
    becomes_main: bool = False
    writes: int = 0
    last_id: int = 1000

    def next_id(self) -> int:
        """An id that nothing else has."""
        self.last_id += 1
        return self.last_id

    def product(self, product_id: int) -> EcomProduct:
        """One product by id."""
        if product_id not in self.products:
            raise Refused(f"no product {product_id}")
        return self.products[product_id]

    # Products

    def create(self, step: CreateProduct, categories: tuple[int, ...]) -> int:
        """Create a product with its options; without a number of pieces it is untracked."""
        self.writes += 1
        if any(p.external_reference_id == step.reference for p in self.products.values()):
            raise Refused(f"EXTERNAL_ID_ALREADY_USED {step.reference}")
        if not set(categories) <= self.categories.keys():
            raise Refused(f"CATEGORIES_NOT_FOUND {categories}")
        if not step.values.get("name") or not step.values.get("sku"):
            raise Refused("name and SKU are required")
        blank = EcomProduct(
            id=self.next_id(),
            sku="",
            name="",
            enabled=True,
            updated=0,
            price=Decimal(0),
            unlimited=True,
            category_ids=categories,
            options=tuple(_new_option(choice) for choice in step.options),
            external_reference_id=step.reference,
        )
        self._save(self._changed(blank, step.values))
        return blank.id

    def put(self, product_id: int, values: Values) -> None:
        """Change fields of a product."""
        self.writes += 1
        if not values:
            raise Refused("nothing to change")
        self._save(self._changed(self.product(product_id), values))

    def put_options(
        self, product_id: int, add: tuple[Choice, ...], drop: tuple[Choice, ...], names: list[str]
    ) -> None:
        """Set the option list; what a variation is built on can't be left out."""
        product = self.product(product_id)
        wanted = {option.name: list(option.choices) for option in product.options}
        for name, values in add:
            has = wanted.setdefault(name, [])
            has += [value for value in values if value not in has]
        for name, values in drop:
            wanted[name] = [value for value in wanted.get(name, ()) if value not in values]
        for name in names:
            wanted.pop(name, None)
        types = {option.name: option.type for option in product.options}
        after = tuple(
            EcomOption(name, tuple(values), types.get(name, "SELECT"))
            for name, values in wanted.items()
            if values or name not in dict(drop)
        )
        if after == product.options:
            return
        self.writes += 1
        for variation in product.variations:
            for name, value in variation.options:
                if value not in wanted.get(name, ()):
                    raise Refused(f"COMBINATION_CONTAINS_REMOVED_OPTION_VALUE {name} {value}")
        self._save(replace(product, options=after))

    def delete(self, product_id: int) -> None:
        """Delete a product."""
        self.writes += 1
        self.product(product_id)
        del self.products[product_id]

    # Variations

    def create_variation(self, product_id: int, options: Pairs, values: Values) -> int:
        """Create a variation; without a number of pieces it is untracked."""
        self.writes += 1
        blank = EcomVariation(self.next_id(), ())
        product = self.product(product_id)
        product = replace(product, variations=(*product.variations, blank))
        self._save(self._with_variation(product, blank, values, options))
        return blank.id

    def put_variation(
        self, product_id: int, variation_id: int, values: Values, options: Pairs | None
    ) -> None:
        """Change fields of a variation, or what it is built on."""
        self.writes += 1
        if not values and options is None:
            raise Refused("nothing to change")
        product = self.product(product_id)
        before = find_variation(product, variation_id)
        self._save(self._with_variation(product, before, values, options))

    def delete_variation(self, product_id: int, variation_id: int) -> None:
        """Delete a variation; options and choices stay."""
        self.writes += 1
        product = self.product(product_id)
        gone = find_variation(product, variation_id)
        left = tuple(variation for variation in product.variations if variation is not gone)
        self._save(replace(product, variations=left))

    def adjust(self, product_id: int, variation_id: int | None, delta: int) -> None:
        """Move a tracked number of pieces; not of a variation without a SKU of its own."""
        self.writes += 1
        product = self.product(product_id)
        if variation_id is None:
            self._save(self._mirrored(_adjusted(product, delta)))
            return
        variation = find_variation(product, variation_id)
        if variation.sku is None:
            raise Refused("an inventory adjustment takes a SKU of the variation's own")
        if variation.sku == product.sku:
            self._save(self._mirrored(_adjusted(product, delta)))
            return
        self._save(_exchanged(product, _adjusted(variation, delta)))

    # Pictures

    def set_main(self, product_id: int, content: str) -> None:
        """Upload the main picture in place of the old one."""
        self.writes += 1
        product = self.product(product_id)
        ids = (MAIN, *(i for i in product.image_ids if i != MAIN))
        self._save(replace(product, image_ids=ids, main_image_mark=self._kept(content)))

    def add_to_gallery(self, product_id: int, content: str) -> str:
        """Append a picture to the gallery."""
        product = self.product(product_id)
        if self.becomes_main and MAIN not in product.image_ids:
            self.set_main(product_id, content)
            return MAIN
        self.writes += 1
        made = self._kept(content)
        self._save(replace(product, image_ids=(*product.image_ids, made)))
        return made

    def delete_picture(self, product_id: int, image_id: str) -> None:
        """Delete the main picture or one of the gallery."""
        self.writes += 1
        product = self.product(product_id)
        if image_id not in product.image_ids:
            raise Refused(f"no picture {image_id}")
        left = tuple(i for i in product.image_ids if i != image_id)
        mark = "" if image_id == MAIN else product.main_image_mark
        if image_id == MAIN and self.moves_up and left:
            left, mark = (MAIN, *left[1:]), left[0]
        self._save(replace(product, image_ids=left, main_image_mark=mark))

    def set_variation_picture(self, product_id: int, variation_id: int, content: str) -> None:
        """Give a variation its picture; "" takes it away."""
        self.writes += 1
        product = self.product(product_id)
        variation = find_variation(product, variation_id)
        mark = self._kept(content) if content else ""
        self._save(_exchanged(product, replace(variation, image_mark=mark)))

    def picture_contents(self, product: EcomProduct) -> tuple[str, ...]:
        """What the pictures of a product show, in order."""
        marks = [product.main_image_mark if i == MAIN else i for i in product.image_ids]
        return tuple(self.contents[mark] for mark in marks)

    def _kept(self, content: str) -> str:
        mark = str(self.next_id())
        self.contents[mark] = content
        return mark

    # Categories

    def create_category(self, name: str, parent_id: int | None) -> int:
        """Create a category."""
        self.writes += 1
        if not name or (parent_id is not None and parent_id not in self.categories):
            raise Refused(f"category {name!r} below {parent_id}")
        made = self.next_id()
        self.categories[made] = EcomCategory(made, name, parent_id)
        return made

    def rename_category(self, category_id: int, name: str) -> None:
        """Rename a category."""
        self.writes += 1
        self.categories[category_id] = replace(self.categories[category_id], name=name)

    def assign(self, category_id: int, product_id: int) -> None:
        """Add a product to a category."""
        self.writes += 1
        product = self.product(product_id)
        if category_id not in self.categories or category_id in product.category_ids:
            raise Refused(f"category {category_id} of {product_id}")
        self._save(replace(product, category_ids=(*product.category_ids, category_id)))

    def unassign(self, category_id: int, product_id: int) -> None:
        """Take a product out of a category."""
        self.writes += 1
        product = self.product(product_id)
        if category_id not in product.category_ids:
            raise Refused(f"{product_id} is not in category {category_id}")
        left = tuple(i for i in product.category_ids if i != category_id)
        self._save(replace(product, category_ids=left))

    # The service's rules

    def _save(self, product: EcomProduct) -> None:
        self.products[product.id] = replace(product, updated=product.updated + 1)

    def _changed(self, product: EcomProduct, values: Values) -> EcomProduct:
        after = replace(product, **_fields(values, variation=False))
        if not after.name or not after.sku:
            raise Refused("name and SKU must not be blank")
        if not after.shipping_required:
            after = replace(after, weight=None)
        if after.sku != product.sku:
            self._check_sku(after.sku, product.id, None)
            for variation in after.variations:
                if variation.sku == after.sku:
                    _check_same(after, variation.quantity, variation.unlimited, variation)
        return self._mirrored(after)

    def _mirrored(self, product: EcomProduct) -> EcomProduct:
        """A variation with the product's SKU has the product's stock."""
        variations = tuple(
            replace(v, quantity=product.quantity, unlimited=product.unlimited)
            if v.sku == product.sku
            else v
            for v in product.variations
        )
        return replace(product, variations=variations)

    def _with_variation(
        self, product: EcomProduct, before: EcomVariation, values: Values, options: Pairs | None
    ) -> EcomProduct:
        after = replace(before, **_fields(values, variation=True))
        if options is not None:
            after = replace(after, options=options)
            product = _with_choices(product, after)
        if not after.options:
            raise Refused("a variation needs options")
        if after.sku != before.sku and after.sku is not None:
            self._check_sku(after.sku, product.id, before.id)
        told = "stock" in values
        if after.sku is None:
            if told:
                raise Refused("a variation without a SKU has no stock of its own")
            after = replace(after, quantity=None, unlimited=False)
        elif after.sku == product.sku:
            holder = after if told else product
            _check_same(product, holder.quantity, holder.unlimited, after)
        elif before.sku in (None, product.sku) and not told:
            after = replace(after, quantity=None, unlimited=True)
        if not product.shipping_required:
            after = replace(after, weight=None)
        return self._mirrored(_exchanged(product, after))

    def _check_sku(self, sku: str, product_id: int, variation_id: int | None) -> None:
        for owner, variation, there in self.skus():
            own = owner == product_id and (
                variation == variation_id or variation is None or variation_id is None
            )
            if there == sku and not own:
                raise Refused(f"SKU_ALREADY_EXISTS {sku} in {owner}/{variation}")

    def skus(self) -> Iterator[tuple[int, int | None, str]]:
        """Every SKU with the product, and the variation, that has it."""
        for product in self.products.values():
            yield product.id, None, product.sku
            for variation in product.variations:
                if variation.sku is not None:
                    yield product.id, variation.id, variation.sku


def find_variation(product: EcomProduct, variation_id: int) -> EcomVariation:
    """One variation of a product by id."""
    for variation in product.variations:
        if variation.id == variation_id:
            return variation
    raise Refused(f"no variation {variation_id} of {product.id}")


def _new_option(choice: Choice) -> EcomOption:
    return EcomOption(choice[0], choice[1])


def _fields(values: Values, *, variation: bool) -> dict[str, Any]:
    """A request's fields as the record's attributes."""
    found: dict[str, object] = {}
    for name, value in values.items():
        if variation and name in ("name", "description", "brand", "enabled"):
            raise Refused(f"a variation has no {name}")
        if name == "stock":
            found["unlimited"] = value == "unlimited"
            found["quantity"] = None if value == "unlimited" else value
        else:
            found[name] = _stored(name, value, variation=variation)
    return found


def _stored(name: str, value: Value, *, variation: bool) -> object:
    if name == "sku":
        return (value or None) if variation else value
    if name == "weight":
        return value or None
    if name == "dimensions":
        sides = cast("DimensionsValue", value)
        return sides if any(sides) else None
    if name == "price" and (not isinstance(value, Decimal) or value < 0):
        raise Refused(f"price {value}")
    return value


def _check_same(
    product: EcomProduct, quantity: int | None, unlimited: bool, variation: EcomVariation
) -> None:
    if (quantity, unlimited) != (product.quantity, product.unlimited):
        raise Refused("DIFFERENT_COMBINATION_STOCK")
    if variation.dimensions is not None and variation.dimensions != product.dimensions:
        raise Refused("DIFFERENT_COMBINATION_DIMENSIONS")


def _with_choices(product: EcomProduct, variation: EcomVariation) -> EcomProduct:
    """The product with the choices a variation is built on; refuses the same set twice."""
    wanted = frozenset(variation.options)
    if len(dict(variation.options)) != len(variation.options):
        raise Refused("an option is named twice")
    for other in product.variations:
        if other.id != variation.id and frozenset(other.options) == wanted:
            raise Refused(f"COMBINATION_DUPLICATED {sorted(wanted)}")
    options = {option.name: option for option in product.options}
    for name, value in variation.options:
        option = options.setdefault(name, EcomOption(name, ()))
        if option.type != "SELECT":
            raise Refused(f"no variations on {name}")
        if value not in option.choices:
            options[name] = replace(option, choices=(*option.choices, value))
    return replace(product, options=tuple(options.values()))


def _exchanged(product: EcomProduct, variation: EcomVariation) -> EcomProduct:
    return replace(
        product,
        variations=tuple(variation if v.id == variation.id else v for v in product.variations),
    )


def _adjusted(record: Record, delta: int) -> Record:
    if record.unlimited or record.quantity is None:
        raise Refused("an untracked record is never sent a difference")
    return replace(record, quantity=record.quantity + delta)
