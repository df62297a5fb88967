"""The fields of a product in words: their names, their values, and what becomes of them."""

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal, InvalidOperation

from PySide6.QtCore import QLocale

from app.facts.joined_lines import EACH_ITS_OWN
from app.facts.product import FieldLine, Value
from app.facts.state import StoreFacts
from app.ui import values
from app.ui.wording import plural, tr

SUFFIX = "\t"
"""Stands between a value and what is said of it in small print."""

# Fields


def field_word(name: str) -> str:
    """A field's name at the beginning of a line."""
    return {
        "name": tr("Name"),
        "category": tr("Category"),
        "description": tr("Description"),
        "brand": tr("Brand"),
        "sku": tr("SKU"),
        "barcode": tr("Barcode"),
        "options": tr("Options"),
        "enabled": tr("Shown online"),
        "stock": tr("Stock"),
        "price": tr("Price"),
        "images": tr("Pictures"),
        "weight": tr("Weight"),
        "dimensions": tr("Size"),
    }.get(name, name)


def inner_word(name: str) -> str:
    """A field's name within a sentence."""
    return {
        "name": tr("name"),
        "category": tr("category"),
        "description": tr("description"),
        "brand": tr("brand"),
        "sku": tr("SKU"),
        "barcode": tr("barcode"),
        "options": tr("variants"),
        "enabled": tr("visibility"),
        "stock": tr("stock"),
        "price": tr("price"),
        "images": tr("pictures"),
        "weight": tr("weight"),
        "dimensions": tr("size"),
    }.get(name, name)


_FIRST = ("price", "stock", "name", "description", "images", "brand")


def rank(name: str) -> int:
    """The place of a field: what a shopkeeper looks for first, the others in their own order."""
    return _FIRST.index(name) if name in _FIRST else len(_FIRST)


def listed(names: Iterable[str]) -> str:
    """Several fields within a sentence: price, stock and name."""
    words = [inner_word(name) for name in sorted(dict.fromkeys(names), key=rank)]
    if len(words) == 2:
        return tr("{first} and {second}").format(first=words[0], second=words[1])
    return QLocale().createSeparatedList(words)


def line_word(line: FieldLine) -> str:
    """What a line is about, as it stands before its values."""
    return tr("Variant") if line.note in _WHOLE_VARIANT else field_word(line.field)


_WHOLE_VARIANT = frozenset({"new variant", "removed variant", "only online"})


# Values


def pos_value(line: FieldLine, store: StoreFacts) -> str:
    """The POS's value; small print stands behind a tab."""
    shown = _value(line, line.pos, store, unknown=_pos_unknown(line))
    if line.field == "price" and isinstance(line.pos, Decimal):
        tax = tr("tax included") if store.tax_included else tr("without tax")
        return f"{shown}{SUFFIX}{tax}"
    if line.field == "enabled" and line.note:
        why = {
            "inactive": tr("inactive in the POS"),
            "kept off": tr("you keep it off"),
            "off in POS": tr("not sold there"),
        }.get(line.note, "")
        return f"{shown}{SUFFIX}{why}"
    return shown


def online_value(line: FieldLine, store: StoreFacts) -> str:
    """The online value."""
    unknown = line.state == "unknown" and line.note in ("unreadable", "not shipped")
    return _value(line, line.online, store, unknown=unknown)


def _pos_unknown(line: FieldLine) -> bool:
    return line.state == "unknown" and line.note not in ("unreadable", "not shipped")


def _value(line: FieldLine, value: Value, store: StoreFacts, *, unknown: bool) -> str:
    if value == EACH_ITS_OWN and isinstance(value, tuple):
        return plural("%n variant(s), each its own", line.variants)
    if value is None and unknown:
        return values.NOT_KNOWN
    shown = told(line.field, value, store)
    if line.variants > 1 and line.field == "stock":
        return f"{shown}{SUFFIX}{plural('in %n variant(s)', line.variants)}"
    return shown


def told(field: str, value: Value, store: StoreFacts) -> str:
    """A value of a field in words."""
    made = _TOLD.get(field)
    if value is None:
        return values.text_value("")
    if made is not None:
        return made(value, store)
    return "\n".join(value) if isinstance(value, tuple) else str(value)


def _told_price(value: Value, store: StoreFacts) -> str:
    if isinstance(value, Decimal):
        return values.priced(value, store.places, store.currency)
    return str(value)


def _told_stock(value: Value, store: StoreFacts) -> str:
    del store
    return values.stock(value) if isinstance(value, int | str) else str(value)


def _told_weight(value: Value, store: StoreFacts) -> str:
    if isinstance(value, Decimal):
        return values.measure(value, unit_word(store.weight_unit))
    return str(value)


def _told_size(value: Value, store: StoreFacts) -> str:
    if not isinstance(value, tuple):
        return str(value)
    sides = " × ".join(_side(side) for side in value)
    return f"{sides}{values.NO_BREAK}{unit_word(store.size_unit)}"


def _side(side: str) -> str:
    try:
        return values.decimal(Decimal(side))
    except InvalidOperation:
        return values.NOT_THERE


def _told_pictures(value: Value, store: StoreFacts) -> str:
    del store
    if not isinstance(value, int):
        return str(value)
    return plural("%n picture(s)", value) if value else tr("None")


def _told_state(value: Value, store: StoreFacts) -> str:
    del store
    return values.yes_no(bool(value))


_TOLD: Mapping[str, Callable[[Value, StoreFacts], str]] = {
    "price": _told_price,
    "stock": _told_stock,
    "weight": _told_weight,
    "dimensions": _told_size,
    "images": _told_pictures,
    "enabled": _told_state,
}


def unit_word(unit: str) -> str:
    """A unit as the online store calls it, in its short form."""
    return {
        "CARAT": tr("ct"),
        "GRAM": tr("g"),
        "OUNCE": tr("oz"),
        "POUND": tr("lb"),
        "KILOGRAM": tr("kg"),
        "MM": tr("mm"),
        "CM": tr("cm"),
        "IN": tr("in"),
        "YD": tr("yd"),
    }.get(unit.upper(), unit.lower())


# What becomes of a field


def agreement(line: FieldLine) -> str:
    """What stands in the Online column of a field that agrees."""
    if line.note == "also online" and isinstance(line.online, tuple):
        return plural("the same, and %n more", len(line.online) - 1)
    if line.variants > 1:
        return plural("the same in %n variant(s)", line.variants)
    return tr("the same")


def becomes(line: FieldLine, *, check_only: bool, absent: bool = False) -> str:
    """What becomes of a field that does not agree, in a few words; `absent`: it isn't online."""
    if absent and line.state == "unknown":
        return tr("not known in the POS")
    if line.note in _WHOLE_VARIANT or line.note in ("inactive", "no SKU"):
        return _variant_becomes(line)
    if check_only and line.state in ("goes", "put back", "conflict"):
        return tr("differs; Counterpart only compares")
    made = _BECOMES.get(line.state)
    return made(line) if made is not None else ""


def _variant_becomes(line: FieldLine) -> str:
    if line.state == "frozen":
        return tr("waits with the product")
    if line.note == "new variant":
        return tr("added online at the next sync")
    return {
        "removed variant": tr("deleted in the POS; removed online at the next sync"),
        "only online": tr("stands only online; left alone"),
        "inactive": tr("inactive in the POS; not added online"),
        "no SKU": tr("has no SKU in the POS; not added online"),
    }.get(line.note, "")


def _goes(line: FieldLine) -> str:
    return {
        "formatting": tr("same words, other formatting; goes online at the next sync"),
        "other pictures": tr("other pictures; they go online at the next sync"),
        "lowest": tr("the lowest of its variants; goes online at the next sync"),
    }.get(line.note, tr("goes online at the next sync"))


def _kept(line: FieldLine) -> str:
    if line.field == "images":
        return tr("added online; stays until the POS’s pictures change")
    return {
        "first link": tr("kept when the two were linked, until the POS changes"),
        "settings": tr("kept until the POS changes, as you set for all products"),
    }.get(line.note, tr("kept until the POS changes"))


def _unknown(line: FieldLine) -> str:
    if line.note == "not shipped":
        return tr("the shop keeps none for what is not shipped")
    if line.note == "unreadable":
        return tr("the shop’s answer could not be read; left as it is")
    return tr("not known in the POS; left as it is online")


def _blank(line: FieldLine) -> str:
    if line.variants > 1:
        return plural("blank in the POS in %n variant(s); what is online stays", line.variants)
    return tr("blank in the POS; what is online stays")


def _agreed(line: FieldLine) -> str:
    if line.field == "images":
        return tr("were online first; they stay until the POS’s change")
    return tr("settled like this; stays until the POS changes")


_BECOMES: Mapping[str, Callable[[FieldLine], str]] = {
    "goes": _goes,
    "put back": lambda _: tr("edited online; put back at the next sync"),
    "kept": _kept,
    "conflict": lambda _: tr("both changed; POS wins at the next sync"),
    "unknown": _unknown,
    "blank": _blank,
    "agreed": _agreed,
    "off": lambda _: tr("switched off in the settings; not compared"),
    "same": lambda line: tr("held for online orders") if line.note == "orders" else "",
}


def whole_words(status: str, lines: Iterable[FieldLine], *, check_only: bool) -> str:
    """What is said once of all fields of a product that is not compared field by field."""
    if not any(line.state in ("goes", "alone", "frozen") for line in lines):
        return ""
    if status == "to be created" and check_only:
        return tr("Counterpart only compares; nothing of this is sent.")
    return {
        "to be created": tr("All of this goes online at the next sync."),
        "to be removed": tr("All of this is removed online."),
        "not sold online": tr("Not compared while it is not sold online."),
        "hidden": tr("Not compared while it is inactive in the POS."),
        "needs attention": tr("Not compared until it is mended."),
        "only online": tr("Nothing of this is in the POS."),
    }.get(status, "")
