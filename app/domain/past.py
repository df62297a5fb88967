"""What a past run did about one product, as far as the journal knows."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.domain.actions import ActionKind, Change
from app.domain.choices import Flag
from app.domain.product import EcomProduct


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One eCom product as an answer of that time told it.

    `addresses` tells where its pictures were found, by picture id; `raw` is the answer itself.
    """

    product: EcomProduct
    addresses: Mapping[str, str] = field(default_factory=dict)
    raw: bytes = b""


@dataclass(frozen=True, slots=True)
class Former:
    """What the manager had chosen about a product before an undo changed that.

    `link` is the eCom id of a link made by hand, 0 for none allowed, None for no such choice.
    """

    flag: Flag = "follow"
    kept: frozenset[str] = frozenset()
    link: int | None = None


@dataclass(frozen=True, slots=True)
class PastAction:
    """One action of a past run. `changes` hold values as the journal keeps them: amounts as text.

    `before` is what eCom had before the first write, `after` what it answered when the last one
    was read back; None where that was never read. `former` is set for actions of an undo.
    """

    run: int
    key: str
    kind: ActionKind
    ecom_id: int | None
    sku: str
    name: str
    changes: tuple[Change, ...]
    before: Snapshot | None = None
    after: Snapshot | None = None
    former: Former | None = None
