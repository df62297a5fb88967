"""What a row says of both sides: prices in the smallest unit, pieces, states."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal

from app.domain.assessing import Assessment
from app.domain.inventory import Levels
from app.domain.pairing import PosProduct
from app.domain.product import EcomProduct, EcomVariation, PosRecord
from app.domain.situation import Situation
from app.facts.rows import Stock


@dataclass(frozen=True, slots=True)
class Ground:
    """What rows are made on besides the assessments.

    `synced` tells, by product key, when its last action was done (UNIX seconds); `agreed` is when
    both sides were last read. `category_names` are eCom's, by id.
    """

    situation: Situation
    synced: Mapping[str, int]
    agreed: int = 0
    category_names: Mapping[int, str] | None = None

    @property
    def places(self) -> int:
        """The currency's places."""
        return self.situation.terms.currency_precision

    def price_of(self, record: PosRecord) -> int | None:
        """A record's price in the form that goes online, in the smallest unit."""
        amount = (
            record.price_including_tax
            if self.situation.terms.price_including_tax
            else record.price_excluding_tax
        )
        return None if amount is None else smallest(amount, self.places)

    def stock_of(self, record: PosRecord) -> Stock:
        """What the ticked outlets hold of a record; may be below zero."""
        if not record.tracked:
            return "unlimited"
        return level_sum(record, self.situation.levels, self.situation.choices.outlets)


def smallest(amount: Decimal, places: int) -> int:
    """An amount in the currency's smallest unit."""
    return int(amount.scaleb(places).to_integral_value(ROUND_HALF_UP))


def level_sum(record: PosRecord, levels: Levels, ticked: frozenset[str]) -> Stock:
    """The sum over the ticked outlets, rounded down; "unknown" without any readable row."""
    rows = levels.get(record.id)
    if not rows or record.composite:
        return "unknown"
    total = sum((rows[outlet] for outlet in rows if outlet in ticked), Decimal(0))
    return "unknown" if total.is_nan() else int(total.to_integral_value(ROUND_FLOOR))


def synced_at(found: Assessment, ground: Ground) -> int:
    """When a pair was last known to be in step; 0 where it never was."""
    done = ground.synced.get(found.key, 0)
    if found.there is None or found.link is None:
        return 0
    return ground.agreed if found.status == "in sync" else done


def span(prices: Iterable[int | None]) -> tuple[int | None, int | None]:
    """The lowest and the highest of the prices that are known."""
    known = [price for price in prices if price is not None]
    return (min(known), max(known)) if known else (None, None)


def read_alike(one: tuple[int | None, int | None], other: tuple[int | None, int | None]) -> bool:
    """Whether two lowest and highest prices are said in the same words: "from 4.00"."""
    return one[0] == other[0] and (one[0] != one[1]) == (other[0] != other[1])


def online_prices(there: EcomProduct | None, ground: Ground) -> tuple[int | None, int | None]:
    """The lowest and the highest price that stands online, in the smallest unit."""
    if there is None:
        return None, None
    own = None if there.price is None else smallest(there.price, ground.places)
    if not there.variations:
        return own, own
    return span([variation_price(one, there, ground) for one in there.variations])


def variation_price(variation: EcomVariation, there: EcomProduct, ground: Ground) -> int | None:
    """The price of a variation: its own, or that of its product."""
    price = there.price if variation.price is None else variation.price
    return None if price is None else smallest(price, ground.places)


def pos_stock_of(product: PosProduct, ground: Ground) -> Stock:
    """Of a family what its variants can sell: one below zero takes nothing from the others."""
    stocks = [ground.stock_of(record) for record in product.members]
    if len(stocks) == 1:
        return stocks[0]
    return _sum([max(0, stock) if isinstance(stock, int) else stock for stock in stocks])


def online_stock_of(there: EcomProduct | None) -> Stock:
    """What stands online of a product, over all its variations."""
    if there is None:
        return None
    if there.variations:
        return _sum([variation_stock(one, there) for one in there.variations])
    return "unlimited" if there.unlimited else there.quantity or 0


def variation_stock(variation: EcomVariation, there: EcomProduct) -> Stock:
    """What stands online of a variation."""
    if variation.unlimited:
        return "unlimited"
    if variation.quantity is not None:
        return variation.quantity
    return "unlimited" if there.unlimited else there.quantity or 0


def _sum(stocks: Iterable[Stock]) -> Stock:
    known = list(stocks)
    if not known:
        return None
    if "unlimited" in known:
        return "unlimited"
    pieces = [stock for stock in known if isinstance(stock, int)]
    return sum(pieces) if pieces else "unknown"


def yes_no(value: bool) -> str:
    """A state as a row holds it."""
    return "yes" if value else "no"
