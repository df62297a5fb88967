"""What is shown of a product beside the synced fields: what each side keeps to itself, pictures."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class AtOutlet:
    """A number that the POS keeps for each outlet."""

    number: Decimal
    outlet: str


Numbers = Decimal | tuple[AtOutlet, ...]
"""One number for each outlet that has one; where there is but one outlet, its number alone."""


@dataclass(frozen=True, slots=True)
class OfVariants:
    """What some variants of a family have alike, and the others have not."""

    variants: tuple[str, ...]
    value: Numbers


@dataclass(frozen=True, slots=True)
class Extra:
    """A field that is never synced, as one side has it (DESIGN §4).

    POS: `handle`, `supplier`, `supplier_code`, `supplier_price`, `reorder_point`,
    `reorder_amount`, `tax`, `tags`. Online: `compare_to_price`, `subtitle`, `low_stock`.
    `value` is None where something is set but not told in words: a tax that has only an id.
    """

    name: str
    value: str | int | Numbers | tuple[str, ...] | tuple[OfVariants, ...] | None


@dataclass(frozen=True, slots=True)
class PictureAddress:
    """Where one picture is found: `small` about 160 px wide, `large` for a closer look.

    `id` is what the domain's records call the picture by.
    """

    id: str
    small: str
    large: str


@dataclass(frozen=True, slots=True)
class PosExtras:
    """What the POS tells of one record; fields it tells nothing of are left out.

    `pictures` are those of the product as a whole, in shown order.
    """

    extras: tuple[Extra, ...] = ()
    pictures: tuple[PictureAddress, ...] = ()


@dataclass(frozen=True, slots=True)
class EcomExtras:
    """What the online store tells of one product; fields it tells nothing of are left out.

    `pictures` are in shown order, the main one first. `page` is the product's address in the
    shop, "" without one.
    """

    extras: tuple[Extra, ...] = ()
    pictures: tuple[PictureAddress, ...] = ()
    page: str = ""
