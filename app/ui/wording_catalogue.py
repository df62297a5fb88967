"""What the catalogue says: why a row has its status, what a cell means to a screen reader."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime

from app.facts.catalogue import Filter
from app.facts.rows import ENABLED, PRICE, STATUS_ORDER, STOCK, Row, Why
from app.facts.telling_variant import telling_variant
from app.ui import values
from app.ui.painting import status_word
from app.ui.wording import plural, tr
from app.ui.wording_engine import engine

LONGEST = 24
"""Characters that a caption under a status has at most, in English."""

_FIRST_NAMED = ("price", "stock")
"""Fields that a caption names before all others: they cost money."""

# Why


def caption(row: Row) -> str:
    """Why a row has its status, short enough to stand under it; "" where the status says it."""
    return short_why(row.why)


def short_why(reason: Why) -> str:
    """The same of a reason alone."""
    made = _CAPTIONS.get(reason[0]) if reason else None
    return made(reason[1:]) if made else ""


def why(row: Row) -> str:
    """The same in full, for tool tips and screen readers."""
    if row.why and row.why[0] == "text":
        return engine(row.why[1]) if len(row.why) > 1 else ""
    return caption(row)


def field_word(name: str) -> str:
    """A field's name at the beginning of a line; the code itself for one that has none."""
    return {
        "name": tr("Name"),
        "category": tr("Category"),
        "description": tr("Description"),
        "brand": tr("Brand"),
        "sku": tr("SKU"),
        "barcode": tr("Barcode"),
        "options": tr("Variants"),
        "enabled": tr("Shown online"),
        "stock": tr("Stock"),
        "price": tr("Price"),
        "images": tr("Pictures"),
        "weight": tr("Weight"),
        "dimensions": tr("Size"),
    }.get(name, name)


def _inner_word(name: str) -> str:
    """A field's name within a line."""
    return {
        "name": tr("name"),
        "category": tr("category"),
        "description": tr("description"),
        "brand": tr("brand"),
        "sku": tr("SKU"),
        "barcode": tr("barcode"),
        "options": tr("variants"),
        "stock": tr("stock"),
        "price": tr("price"),
        "images": tr("pictures"),
        "weight": tr("weight"),
        "dimensions": tr("size"),
    }.get(name, name)


def _fields(names: tuple[str, ...]) -> str:
    names = tuple(sorted(names, key=lambda name: name not in _FIRST_NAMED))
    words = [field_word(name) for name in names]
    if not words:
        return ""
    if len(words) == 1:
        return words[0]
    if len(words) == 2:
        return tr("{first} and {second}").format(first=words[0], second=_inner_word(names[1]))
    return plural("{first} and %n more", len(words) - 1).format(first=words[0])


def _variants(names: tuple[str, ...]) -> str:
    field, count = names
    return plural("{field} of %n variant(s)", int(count)).format(field=field_word(field))


def _both(names: tuple[str, ...]) -> str:
    if len(names) > 1:
        return plural("Both changed %n field(s)", len(names))
    return {
        "name": tr("Both changed the name"),
        "category": tr("Both changed category"),
        "description": tr("Both changed the text"),
        "brand": tr("Both changed the brand"),
        "barcode": tr("Both changed the barcode"),
        "price": tr("Both changed the price"),
        "images": tr("Both changed pictures"),
        "weight": tr("Both changed the weight"),
        "dimensions": tr("Both changed the size"),
    }.get(names[0] if names else "", tr("Both sides changed it"))


def _put_back(names: tuple[str, ...]) -> str:
    if len(names) > 1:
        return tr("POS values are put back")
    return {
        "name": tr("POS name is put back"),
        "category": tr("POS category put back"),
        "description": tr("POS text is put back"),
        "brand": tr("POS brand is put back"),
        "sku": tr("POS SKU is put back"),
        "barcode": tr("POS barcode is put back"),
        "options": tr("POS variants put back"),
        "price": tr("POS price is put back"),
        "images": tr("POS pictures put back"),
        "weight": tr("POS weight is put back"),
        "dimensions": tr("POS size is put back"),
    }.get(names[0] if names else "", tr("POS value is put back"))


def _removed_on(names: tuple[str, ...]) -> str:
    try:
        at = datetime.fromisoformat(names[0]).replace(hour=12, tzinfo=UTC).timestamp()
    except (IndexError, ValueError):
        return tr("Deleted in POS")
    return tr("Removed on {day}").format(day=values.calendar_day(at))


_CAPTIONS: Mapping[str, Callable[[tuple[str, ...]], str]] = {
    "fields": _fields,
    "variants": _variants,
    "both": _both,
    "put back": _put_back,
    "kept": lambda _: tr("Your online edit is kept"),
    "removed on": _removed_on,
    "deleted in POS": lambda _: tr("Deleted in POS"),
    "ticked": lambda _: tr("You ticked it"),
    "new": lambda _: tr("New in POS"),
    "kept off": lambda _: tr("You keep it off"),
    "hides": lambda _: tr("Inactive, will be hidden"),
    "hides off": lambda _: tr("Off sale, will be hidden"),
    "shows": lambda _: tr("Will be shown online"),
    "inactive": lambda _: tr("Inactive in POS"),
    "text": lambda names: shortened(names[0] if names else ""),
}
"""By code; "off in POS" and "only online" need no words beside their status."""


def shortened(sentence: str) -> str:
    """What a sentence of the engine's comes to in a few words."""
    if not sentence:
        return ""
    for part, short in _shorts():
        if part in sentence:
            return short
    first = sentence.split(". ", maxsplit=1)[0].rstrip(".")
    return first if len(first) <= LONGEST else tr("Open it to see why")


def _shorts() -> tuple[tuple[str, str], ...]:
    """Parts of sentences, the special ones first, with what they come to."""
    return (
        ("has no name in the POS", tr("No name in POS")),
        ("takes a larger plan", tr("Plan has no variations")),
        ("has no attribute values", tr("A variant has no options")),
        ("have the same attribute", tr("Two variants are alike")),
        ("has no SKU in the POS", tr("No SKU in POS")),
        ("Two of its variants have the SKU", tr("Two variants, one SKU")),
        ("is also on", tr("SKU used twice in POS")),
        ("and is linked to", tr("SKU is linked already")),
        ("has the SKU", tr("Another has its SKU")),
        ("Several products online have its SKU", tr("SKU used twice online")),
        ("matches several POS products", tr("Matches several in POS")),
        ("Link them by hand to convert it", tr("Variants on one side")),
        ("lead to different variations", tr("Variants do not match")),
        ("online has another variation", tr("Variation exists online")),
        ("list left out", tr("Missing in the POS list")),
        ("has no price for it", tr("No price in POS")),
        ("somebody has shown it again", tr("Shown again online")),
        ("is larger than 20 MB", tr("A picture is too large")),
        ("is no picture in a form", tr("A picture is unusable")),
        ("has no such picture", tr("A picture is missing")),
        ("is not handed out by its host", tr("A picture is locked")),
        ("picture's host is out of order", tr("A picture did not come")),
        ("does not allow this on its plan", tr("Your plan is full")),
        ("may not do this", tr("The token may not do it")),
        ("category could not be created", tr("Its category is missing")),
        ("has no such record", tr("Gone online meanwhile")),
        ("takes too long to answer", tr("No answer in time")),
        ("keeps breaking off", tr("The line broke off")),
        ("to a change was lost", tr("An answer was lost")),
        ("There is no connection", tr("No connection")),
        ("is out of order for the moment", tr("Store is out of order")),
        ("Too many requests", tr("Store is too busy")),
        ("refused this", tr("The store refused it")),
        ("The online store kept", tr("Store kept old values")),
        ("that can be read", tr("A value is not readable")),
    )


# Filters


def filter_words(wanted: Filter) -> str:
    """What is looked at, beside the typed text: Update waiting, Kitchen, Hearth & Iron."""
    parts = [status_word(status) for status in STATUS_ORDER if status in wanted.statuses]
    return ", ".join([*parts, *(name for name in (wanted.category, wanted.brand) if name)])


# Cells, as a screen reader says them


def variants_words(row: Row) -> str:
    """How many variants a family has, and how many of them are sold; "" for anything else."""
    if not row.family:
        return ""
    if 0 < row.sold_variants < row.family and row.sellable:
        words = plural("{sold} of %n variant(s) sold online", row.family)
        return words.format(sold=values.number(row.sold_variants))
    return plural("%n variant(s)", row.family)


def spoken_tick(row: Row, *, part: bool = False) -> str:
    """The tick and where it comes from."""
    if not row.sellable:
        return tr("Sell online: not to choose here")
    if part:
        said = tr("Sell online: some variants")
    elif row.flag == "follow":
        said = tr("Sell online, as in POS: yes") if row.sell_online else tr("As in POS: no")
    else:
        said = tr("Sell online, by hand: yes") if row.sell_online else tr("By hand: kept off")
    return tr("{tick}, waits for the next sync").format(tick=said) if row.pending else said


def spoken_price(row: Row, places: int, *, online: bool) -> str:
    """One side's price and what becomes of it."""
    told = telling_variant(row, PRICE)
    if told is not None:
        return _of_variant(spoken_price(told, places, online=online), told)
    pos = _said_price(row.pos_price, row.pos_price_high, row.active, places)
    there = _said_price(row.online_price, row.online_price_high, row.shown, places)
    return _spoken(row, PRICE, online, tr("POS price"), tr("Online price"), (pos, there))


def spoken_stock(row: Row, *, online: bool) -> str:
    """One side's stock and what becomes of it."""
    told = telling_variant(row, STOCK)
    if told is not None:
        return _of_variant(spoken_stock(told, online=online), told)
    said = (values.spoken_stock(row.pos_stock), values.spoken_stock(row.online_stock))
    return _spoken(row, STOCK, online, tr("POS stock"), tr("Online stock"), said)


def spoken_state(row: Row, *, online: bool) -> str:
    """Whether the POS has it active, whether the store shows it."""
    if online and row.wins & ENABLED and row.shown in ("yes", "no"):
        now = values.side_state(row.shown)
        then = values.yes_no(row.shown == "no")
        return tr("Shown online: {now}, becomes {then}").format(now=now, then=then)
    said = values.side_state(row.shown if online else row.active)
    if said == values.NOT_THERE:
        said = tr("not there")
    return (tr("Shown online: {state}") if online else tr("Active in POS: {state}")).format(
        state=said
    )


def spoken_status(row: Row) -> str:
    """The status and why."""
    reason = why(row)
    word = status_word(row.status)
    return tr("{status}: {reason}").format(status=word, reason=reason) if reason else word


def spoken_row(row: Row, family: Row | None, *, opened: bool) -> str:
    """What kind of row it is."""
    if family is not None:
        return tr("variant of {name}").format(name=family.name)
    if not row.family:
        return ""
    count = plural("%n variant(s)", row.family)
    return (tr("family, open, {count}") if opened else tr("family, closed, {count}")).format(
        count=count
    )


def _of_variant(said: str, variant: Row) -> str:
    return tr("{variant}: {said}").format(variant=variant.name, said=said)


def _said_price(low: int | None, high: int | None, there: str, places: int) -> str:
    if low is None:
        return tr("not known") if there in ("yes", "no") else tr("not there")
    return values.price(low, high, places)


def _spoken(row: Row, bit: int, online: bool, pos: str, there: str, said: tuple[str, str]) -> str:
    """`said` is what the POS has and what stands online."""
    side, value = (there, said[1]) if online else (pos, said[0])
    if row.wins & bit:
        if online:
            return tr("{side} {value}, becomes {then}").format(side=side, value=value, then=said[0])
        return tr("{side} {value}, goes online").format(side=side, value=value)
    if row.kept & bit:
        words = tr("{side} {value}, stays") if online else tr("{side} {value}, does not go online")
        return words.format(side=side, value=value)
    if row.bad & bit and online:
        return tr("{side} {value}, nothing to compare it with").format(side=side, value=value)
    return tr("{side} {value}").format(side=side, value=value)
