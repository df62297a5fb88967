"""The longest values that a catalogue holds: columns are made wide enough for them beforehand."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from app.facts.catalogue import Span
from app.facts.rows import Why
from app.ui import values
from app.ui.wording_catalogue import short_why


@dataclass(frozen=True, slots=True)
class Longest:
    """The longest text of each column; prices of families are told shorter where narrow."""

    wide: Mapping[str, str] = field(default_factory=dict)
    narrow: Mapping[str, str] = field(default_factory=dict)
    captions: frozenset[str] = frozenset()
    """Every reason that stands under a status."""


def longest_values(spans: Mapping[str, Span], whys: Iterable[Why], places: int) -> Longest:
    """What the largest values of each column look like."""
    stocks = {key: _longest_stock(spans[key]) for key in ("pos_stock", "online_stock")}
    wide, narrow = (
        {
            key: _longest_price(spans[key], places, narrow=short)
            for key in ("pos_price", "online_price")
        }
        for short in (False, True)
    )
    reasons = frozenset(short_why(why) for why in whys)
    return Longest({**stocks, **wide}, {**stocks, **narrow}, reasons)


def _longest_price(span: Span, places: int, *, narrow: bool) -> str:
    texts = [values.money(span.most, places)]
    if span.ranged is not None:
        texts.append(values.price(span.ranged, span.ranged + 1, places, narrow=narrow))
    return max(texts, key=len)


def _longest_stock(span: Span) -> str:
    if not span.known:
        return ""
    return max(values.stock(span.least), values.stock(span.most), key=len)
