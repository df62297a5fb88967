"""The single writes of an action, as data: one step is one request that changes eCom.

Steps say what to write in the domain's terms; the connector turns them into requests.
The eCom product's id is the action's, not the step's: it may not exist yet when planning.
"""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

Unlimited = Literal["unlimited"]
Stock = int | Unlimited
"""Online stock of one record: a number of pieces, or untracked."""

DimensionsValue = tuple[Decimal, Decimal, Decimal]
"""Length, width, height in the shop's unit; 0 is blank."""

Value = str | bool | int | Decimal | DimensionsValue | None
Values = dict[str, Value]
"""Field name to new value. Fields: name, description, brand, barcode, sku, price, weight,
dimensions, enabled, and stock (absolute, only where RULES M5 allows it).

Text `""` clears; `description` holds the text's digest in a plan and the HTML when sent.
"""

Choice = tuple[str, tuple[str, ...]]
"""An option's name with its values in order."""


@dataclass(frozen=True, slots=True)
class CreateProduct:
    """Create the product; `reference` becomes its externalReferenceId (RULES M7).

    `categories` are POS category ids, `category_ids` the online store's own. `options` only for
    families. `restore` is a raw answer whose online-only content is put back (RULES S8).
    """

    reference: str
    values: Values
    categories: tuple[str, ...] = ()
    options: tuple[Choice, ...] = ()
    restore: bytes | None = None
    category_ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class PutProduct:
    """Change fields of the product itself."""

    values: Values


@dataclass(frozen=True, slots=True)
class PutOptions:
    """Set the option list: `add` what is missing, then `drop` what the POS no longer has.

    Merged with what eCom holds at that moment; nothing else of an option changes.
    """

    add: tuple[Choice, ...] = ()
    drop: tuple[Choice, ...] = ()
    drop_names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CreateVariation:
    """Create one variation for a POS record."""

    pos_id: str
    options: tuple[tuple[str, str], ...]
    values: Values


@dataclass(frozen=True, slots=True)
class PutVariation:
    """Change fields of one variation; `options` None leaves its option values alone."""

    pos_id: str
    variation_id: int
    values: Values = field(default_factory=dict)
    options: tuple[tuple[str, str], ...] | None = None


@dataclass(frozen=True, slots=True)
class DeleteVariation:
    """Delete one variation."""

    variation_id: int
    pos_id: str = ""


@dataclass(frozen=True, slots=True)
class AdjustStock:
    """Move tracked stock as a difference to what a read by id says at that moment.

    More than `cap` is lowered to `cap`, less than `raise_to` is raised to it (RULES M4, M5);
    `expected` is what eCom had when planned. `variation_id` None with `pos_id` set means the
    variation created for that record in the same action; both empty: the product itself.
    """

    variation_id: int | None
    pos_id: str
    cap: int
    raise_to: int
    expected: int


@dataclass(frozen=True, slots=True)
class AddPicture:
    """Upload one picture: as main, behind the gallery, or for a variation.

    `token` is the content hash where known, else a mark of id and address. `source` "ecom": one
    that the online store had before (undo).
    """

    place: Literal["main", "gallery", "variation"]
    image_id: str
    url: str
    token: str
    variation_pos_id: str = ""
    source: Literal["pos", "ecom"] = "pos"


@dataclass(frozen=True, slots=True)
class DeletePicture:
    """Delete one picture: `image_id` "0" is the main one; of a variation with its POS id."""

    image_id: str
    variation_pos_id: str = ""
    variation_id: int | None = None


@dataclass(frozen=True, slots=True)
class CreateCategory:
    """Create the eCom category of a POS category below the one of `parent_id` (POS id)."""

    pos_id: str
    name: str
    parent_id: str | None


@dataclass(frozen=True, slots=True)
class RenameCategory:
    """Rename a category that we created."""

    pos_id: str
    ecom_id: int
    name: str


@dataclass(frozen=True, slots=True)
class AssignCategory:
    """Add the product to the eCom category linked to a POS category, or to one of `ecom_id`."""

    pos_id: str
    ecom_id: int | None = None


@dataclass(frozen=True, slots=True)
class UnassignCategory:
    """Take the product out of a category that we assigned."""

    ecom_id: int


@dataclass(frozen=True, slots=True)
class DeleteProduct:
    """Delete the product."""


Step = (
    CreateProduct
    | PutProduct
    | PutOptions
    | CreateVariation
    | PutVariation
    | DeleteVariation
    | AdjustStock
    | AddPicture
    | DeletePicture
    | CreateCategory
    | RenameCategory
    | AssignCategory
    | UnassignCategory
    | DeleteProduct
)
