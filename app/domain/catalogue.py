"""Both sides as last read, with what joins them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.domain.categories import Rename
from app.domain.pairing import Base, Link, PosProduct
from app.domain.product import EcomProduct, PosCategory


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What a plan is made from, besides the situation."""

    products: Mapping[str, PosProduct]
    online: Mapping[int, EcomProduct]
    links: Mapping[str, Link]
    bases: Mapping[str, Base]
    categories: Mapping[str, PosCategory] = field(default_factory=dict)
    renames: tuple[Rename, ...] = ()
    product_limit: int | None = None
