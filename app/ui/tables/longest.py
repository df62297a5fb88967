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
    among_wide: Mapping[str, str] = field(default_factory=dict)
    """The longest that stands for one variant of a family, where one does."""
    among_narrow: Mapping[str, str] = field(default_factory=dict)
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
    among = [_among(spans, places, narrow=short) for short in (False, True)]
    reasons = frozenset(short_why(why) for why in whys)
    return Longest({**stocks, **wide}, {**stocks, **narrow}, among[0], among[1], reasons)


def _among(spans: Mapping[str, Span], places: int, *, narrow: bool) -> dict[str, str]:
    """The longest value that stands for a variant, of each cell where one may."""
    found: dict[str, str] = {}
    for key in ("pos_price", "online_price", "pos_stock", "online_stock"):
        if (among := spans[key].among) is not None:
            told = values.money(among[1], places) if key.endswith("price") else _longer(*among)
            found[key] = values.among(told, narrow=narrow)
    return found


def _longest_price(span: Span, places: int, *, narrow: bool) -> str:
    texts = [values.money(span.most, places)]
    if span.ranged is not None:
        texts.append(values.price(span.ranged, span.ranged + 1, places, narrow=narrow))
    return max(texts, key=len)


def _longest_stock(span: Span) -> str:
    return _longer(span.least, span.most) if span.known else ""


def _longer(least: int, most: int) -> str:
    return max(values.stock(least), values.stock(most), key=len)
