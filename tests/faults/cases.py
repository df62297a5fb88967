"""Which faults befall which requests: every kind on every endpoint that the connectors use."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

from app.sample.e_series.trouble import KINDS as ECOM_KINDS
from app.sample.faults import COMMON_KINDS, Fault
from app.sample.x_series.trouble import KINDS as POS_KINDS

FINAL = frozenset({"402_suspended", "403_token", "401", "403", "404", "409", "422_errors"})
"""Refusals: no fault of the line, and no reason to try again."""

POS_READS = (
    ("GET", "/products"),
    ("GET", "/inventory"),
    ("GET", "/outlets"),
    ("GET", "/registers"),
    ("GET", "/retailer"),
    ("GET", "/product_categories"),
    ("GET", "/cdn/*"),
)
ECOM_READS = (
    ("GET", "/profile"),
    ("GET", "/latest-stats"),
    ("GET", "/products"),
    ("GET", "/products/deleted"),
    ("GET", "/products/[0-9]*"),
    ("GET", "/categories"),
    ("GET", "/batch"),
)
ECOM_WRITES = (
    ("POST", "/batch"),
    ("POST", "/products"),
    ("PUT", "/products/[0-9]*"),
    ("DELETE", "/products/[0-9]*"),
    ("POST", "/products/*/combinations"),
    ("PUT", "/products/*/inventory"),
    ("POST", "/products/*/image"),
    ("POST", "/products/*/gallery"),
    ("DELETE", "/products/*/gallery/*"),
    ("POST", "/categories"),
    ("POST", "/categories/*"),
)
ANY = ("*", "*")
_SLOW = 75.0
_LATE = 20.0


@dataclass(frozen=True)
class Case:
    """Faults in force on one side. `faults` share a `share` of the requests between them."""

    side: str
    name: str
    faults: tuple[Fault, ...]
    share: float

    def __str__(self) -> str:
        return f"{self.side}, {self.name}, {self.share:.0%}"

    def in_force(self) -> list[Fault]:
        """The faults with their share of the requests each."""
        each = self.share / len(self.faults)
        return [replace(fault, share=each) for fault in self.faults]


def kinds(side: str) -> list[str]:
    """Every kind of fault that the line or the service can have."""
    own = POS_KINDS if side == "pos" else ECOM_KINDS
    return sorted((COMMON_KINDS | own) - FINAL)


def every_case(shares: Sequence[float]) -> Iterator[Case]:
    """One fault on one endpoint at a time; then all of them on all endpoints."""
    for share in shares:
        for place, kind in product(POS_READS, kinds("pos")):
            yield _one("pos", place, kind, share)
        for place, kind in product(ECOM_READS, kinds("ecom")):
            yield _one("ecom", place, kind, share)
        for place, kind, after in product(ECOM_WRITES, kinds("ecom"), (False, True)):
            if not (after and kind in ("late", "slow", "504_lost")):
                yield _one("ecom", place, kind, share, after=after)
        for side in ("pos", "ecom"):
            yield all_together(side, share)


def _one(
    side: str, place: tuple[str, str], kind: str, share: float, *, after: bool = False
) -> Case:
    name = f"{' '.join(place)} {kind}{' after it was carried out' if after else ''}"
    return Case(side, name, (_fault(place, kind, after=after),), share)


def all_together(side: str, share: float) -> Case:
    """Everything that can go wrong on every endpoint."""
    faults = [_fault(ANY, kind) for kind in kinds(side)]
    if side == "ecom":
        faults += [_fault(ANY, kind, after=True) for kind in ("reset", "truncated", "500_internal")]
    return Case(side, "everything everywhere", tuple(faults), share)


def _fault(place: tuple[str, str], kind: str, *, after: bool = False) -> Fault:
    method, path = place
    seconds = {"slow": _SLOW, "late": _LATE}.get(kind, 0.0)
    return Fault(kind, method=method, path=path, after_write=after, seconds=seconds)
