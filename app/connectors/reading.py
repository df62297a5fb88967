"""Reads untrusted JSON fields one by one: what is wrong becomes a problem, never an exception."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any, TypeVar

import msgspec

from app.domain.errors import SIDE_NAMES, Side
from app.domain.normal_form import plain_text
from app.domain.product import Problem

T = TypeVar("T")

_MOST_DIGITS = 15
"""Before the point."""
_SMALLEST = -30
_DIGITS = 40
_DECODERS: dict[Any, msgspec.json.Decoder[Any]] = {}


def decode(body: bytes, kind: type[T]) -> T:
    """Decode one JSON object, decimals exactly. Raises ValueError when it can't be done at all.

    Text with broken characters is mended rather than lost.
    """
    try:
        decoded: T = _decoder(kind).decode(body)
    except msgspec.ValidationError:
        raise
    except (ValueError, ArithmeticError, RecursionError):
        return msgspec.convert(_mended(body), kind)
    return decoded


def _decoder(kind: Any) -> msgspec.json.Decoder[Any]:
    if kind not in _DECODERS:
        _DECODERS[kind] = msgspec.json.Decoder(kind, float_hook=Decimal)
    return _DECODERS[kind]


def decode_object(body: bytes) -> dict[str, Any]:
    """Decode a JSON object of unknown content. Raises ValueError when it is none."""
    return decode(body, dict[str, Any])


def _mended(body: bytes) -> Any:
    try:
        return _scrubbed(json.loads(body.decode("utf-8", "replace"), parse_float=Decimal))
    except RecursionError:
        raise ValueError("nested too deeply") from None
    except ArithmeticError:
        raise ValueError("a number beyond all measure") from None


def _scrubbed(value: Any) -> Any:
    """The value with half surrogate pairs, which no text can hold, replaced."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    if isinstance(value, list):
        return [_scrubbed(entry) for entry in value]
    if isinstance(value, dict):
        return {_scrubbed(key): _scrubbed(entry) for key, entry in value.items()}
    return value


def is_blank(value: Any) -> bool:
    """Missing, null, "" , {} and [] all say: nothing there (API POS §4.2)."""
    return value is None or value in ("", {}, [])


def number(value: Any) -> Decimal | None:
    """A JSON number, or text holding one, as Decimal; None when it is neither or absurd."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal | str):
        return None
    try:
        found = Decimal(value)
    except (ArithmeticError, ValueError):
        return None
    _, digits, exponent = found.as_tuple()
    if not isinstance(exponent, int) or len(digits) > _DIGITS:
        return None
    # Not by comparing amounts: reckoning with a huge exponent overflows.
    fits = _SMALLEST <= exponent <= _MOST_DIGITS and found.adjusted() < _MOST_DIGITS
    return found if fits else None


def whole(value: Any) -> int | None:
    """A whole JSON number, or text holding one, as int; else None."""
    found = number(value)
    if found is None or found != found.to_integral_value():
        return None
    return int(found)


def text(value: Any) -> str:
    """Text without surrounding blanks and unprintable zeros; "" when it is no text."""
    return value.replace("\x00", "").strip() if isinstance(value, str) else ""


def ident(value: Any) -> str:
    """An opaque id, lower case for comparing (API POS §1)."""
    return text(value).lower()


def moment(value: Any) -> datetime | None:
    """A point in time in any form the two services print; without zone it is UTC."""
    if not isinstance(value, str):
        return None
    try:
        found = datetime.fromisoformat(value.strip().replace(" +", "+").replace(" -", "-"))
        return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def seconds(stamp: Any, printed: Any) -> int:
    """UNIX seconds from a `...Timestamp` field, else from the printed time; 0 when unknown."""
    found = whole(stamp)
    if found is not None:
        return found
    at = moment(printed)
    return int(at.timestamp()) if at else 0


class Reading:
    """Collects what is wrong with one record while its fields are read."""

    def __init__(self, side: Side) -> None:
        self._owner = SIDE_NAMES[side]
        self.problems: list[Problem] = []

    def wrong(self, field: str, what: str = "") -> None:
        """Note that a field can't be used, once a field."""
        if all(field != known for known, _ in self.problems):
            words = what or f"{self._owner} gave no {field} that can be read"
            self.problems.append((field, words))

    def text(self, field: str, value: Any) -> str:
        """Plain text in normal form; blank stays "", anything but text is a problem."""
        if is_blank(value):
            return ""
        if not isinstance(value, str):
            self.wrong(field)
            return ""
        return plain_text(value.replace("\x00", ""))

    def amount(self, field: str, value: Any) -> Decimal | None:
        """A number of zero or more; blank is None, anything else is a problem."""
        if is_blank(value):
            return None
        found = number(value)
        if found is None or found < 0:
            self.wrong(field)
            return None
        return found

    def flag(self, field: str, value: Any, default: bool) -> bool:
        """A boolean; blank gives the default, anything else is a problem and gives it too."""
        if isinstance(value, bool):
            return value
        if not is_blank(value):
            self.wrong(field)
        return default

    def objects(self, field: str, value: Any) -> Iterator[dict[str, Any]]:
        """The objects of a list; entries of another kind are a problem."""
        if is_blank(value):
            return
        if not isinstance(value, list):
            self.wrong(field)
            return
        for entry in value:
            if isinstance(entry, dict):
                yield entry
            else:
                self.wrong(field)

    def object(self, field: str, value: Any) -> dict[str, Any]:
        """An object; blank is {}, anything else is a problem."""
        if is_blank(value):
            return {}
        if isinstance(value, dict):
            return value
        self.wrong(field)
        return {}
