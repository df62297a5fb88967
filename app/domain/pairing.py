"""Products of both sides as pairs: families put together, links, and what was last agreed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from app.domain.product import PosRecord

OWN_REFERENCE = "counterpart:"
"""Prefix of the externalReferenceId on products we create, and only there (RULES M7)."""
TEST_REFERENCE = "counterpart-test:"
"""Prefix of those on test products, which `counterpart confirm` makes and removes again."""

RESTORED_REFERENCE = OWN_REFERENCE + "restored:"
"""The same on products that an undo made anew and that stand online alone (RULES M14)."""

STRANGER = "was:"
"""Prefix of what a restored variation goes by that has no POS record: it is never linked."""


@dataclass(frozen=True, slots=True)
class PosProduct:
    """What a shopper sees as one item: a standalone record or a family (R21).

    `members` are live, oldest first; `gone` are tombstones.
    """

    key: str
    members: tuple[PosRecord, ...]
    gone: tuple[PosRecord, ...] = ()

    @property
    def deleted(self) -> bool:
        """Whether every record of it was deleted in the POS."""
        return not self.members

    @property
    def head(self) -> PosRecord:
        """The record that family-wide values come from: the parent, else the oldest member."""
        records = self.members or self.gone
        for record in records:
            if record.parent_id is None and (record.has_variants or len(records) == 1):
                return record
        return records[0]

    @property
    def is_family(self) -> bool:
        """Whether it needs variations online."""
        members = self.members
        if len(members) == 1:
            return bool(members[0].options)
        return len(members) > 1

    @property
    def active(self) -> bool:
        """Whether any member is active (R21)."""
        return any(record.active for record in self.members)

    @property
    def told(self) -> bool | None:
        """The POS's own sell-in-eCom switch over all members; None where it doesn't tell."""
        said = {record.sell_online for record in self.members}
        if True in said:
            return True
        return False if False in said else None


def _age(record: PosRecord) -> tuple[str, str]:
    return record.created_at, record.id


def families(
    records: Iterable[PosRecord], system_ids: frozenset[str] = frozenset()
) -> dict[str, PosProduct]:
    """Put records together by family key; system products are left out (RULES M8)."""
    grouped: dict[str, list[PosRecord]] = {}
    for record in records:
        if record.id not in system_ids:
            grouped.setdefault(record.family_key, []).append(record)
    return {key: family(key, members) for key, members in grouped.items()}


def family(key: str, records: list[PosRecord]) -> PosProduct:
    """Put one family together, members oldest first."""
    if len(records) > 1:
        records = sorted(records, key=_age)
    live = tuple(record for record in records if not record.deleted)
    gone = tuple(record for record in records if record.deleted)
    return PosProduct(key, live, gone)


class OurPicture(NamedTuple):
    """A picture we uploaded: its eCom id, a mark that changes with its content, its token."""

    image_id: str
    mark: str
    token: str


@dataclass(frozen=True, slots=True)
class Link:
    """The join of a POS product and its eCom product; variations hang on POS record ids.

    `shown` is whether eCom showed it when it was linked (RULES M11). `due` is when a product
    deleted in the POS will be deleted online (UTC ISO, RULES M20), "" when it isn't.
    """

    ecom_id: int
    variations: Mapping[str, int] = field(default_factory=dict)
    shown: bool = False
    ours: bool = False
    pictures: tuple[OurPicture, ...] = ()
    due: str = ""


class Missing:
    """The one value that means: never agreed. Compared by identity."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "MISSING"


MISSING = Missing()

BaseValues = tuple[object, ...]


class UnitBase(NamedTuple):
    """What was last agreed of one record, in the order of its fields; MISSING where never."""

    pos: BaseValues
    ecom: BaseValues


@dataclass(frozen=True, slots=True)
class Base:
    """Per pair: what the POS had and what eCom answered when each field was last settled (M1).

    `product` is laid out by `fields.SIMPLE` or `fields.FAMILY` (see `family`), each of
    `variants` by `fields.MEMBER`. `options` are the POS's options last settled. `quantities` is
    the online stock we last knew by POS record id.
    """

    family: bool
    product: UnitBase
    variants: Mapping[str, UnitBase] = field(default_factory=dict)
    options: tuple[tuple[str, tuple[str, ...]], ...] = ()
    quantities: Mapping[str, int] = field(default_factory=dict)
