"""What the preview says: groups, lines, values old and new, and what it takes to apply them."""

from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation

from app.facts.preview import GroupKind, LineValue, PlanLine, PreviewFacts
from app.facts.state import StoreFacts
from app.ui import values
from app.ui.wording import plural, tr
from app.ui.wording_catalogue import field_word
from app.ui.wording_fields import told

LOOKS: Mapping[GroupKind, tuple[str, str]] = {
    "held delete": ("lock", "attention"),
    "held hide": ("lock", "attention"),
    "held zero": ("lock", "attention"),
    "held price": ("lock", "attention"),
    "held show": ("lock", "attention"),
    "delete": ("bin", "danger"),
    "hide": ("eye-off", "neutral"),
    "conflict": ("clash", "attention"),
    "put back": ("pencil", "attention"),
    "update": ("arrow-right", "waiting"),
    "show": ("eye", "waiting"),
    "create": ("plus-box", "waiting"),
}
"""Icon and colour of each group."""

_HELD = "held "
_AMOUNTS = frozenset({"price", "stock", "weight", "dimensions"})


def is_held(kind: GroupKind) -> bool:
    """Whether a group is what the guard objects to."""
    return kind.startswith(_HELD)


# Groups


def group_title(kind: GroupKind) -> str:
    """The title of a group among the lines."""
    return {
        "held delete": tr("Held back: removals"),
        "held hide": tr("Held back: products to be hidden"),
        "held zero": tr("Held back: products sold out"),
        "held price": tr("Held back: large price moves"),
        "held show": tr("Held back: products to be shown"),
    }.get(kind) or group_word(kind)


def group_word(kind: GroupKind) -> str:
    """A group in the list at the side."""
    return {
        "held delete": tr("Removals"),
        "held hide": tr("To be hidden"),
        "held zero": tr("Sold out"),
        "held price": tr("Large price moves"),
        "held show": tr("To be shown"),
        "delete": tr("Removed"),
        "hide": tr("Hidden"),
        "conflict": tr("Conflicts, POS wins"),
        "put back": tr("Put back to POS"),
        "update": tr("Updated"),
        "show": tr("Shown"),
        "create": tr("Created"),
    }[kind]


def group_why(kind: GroupKind) -> str:
    """Why these lines are one group."""
    if is_held(kind):
        return tr("not sent unless you include them")
    return {
        "delete": tr("deleted in POS"),
        "hide": tr("inactive in POS, or not sold online"),
        "conflict": tr("both sides changed the same field"),
        "put back": tr("edited online while POS stayed the same"),
        "update": tr("biggest price and stock moves first"),
        "show": tr("hidden online until now"),
        "create": tr("not online yet"),
    }[kind]


def group_count(kind: GroupKind, ticked: int, products: int) -> str:
    """How many products a group has, and how many of them are ticked."""
    if ticked == products or (ticked == 0 and is_held(kind)):
        return plural("%n product(s)", products)
    if ticked == 0:
        return plural("none of %n product(s)", products)
    return plural("{ticked} of %n product(s)", products).format(ticked=values.number(ticked))


# Lines


def line_field(line: PlanLine, store: StoreFacts) -> str:
    """The field of a line; money says its currency here, once."""
    if line.field == "product":
        return tr("Product")
    if line.field == "options":
        return tr("Variant") if line.id[1] else tr("Options")
    if line.field == "price" and store.currency:
        symbol = values.currency_symbol(store.currency)
        return tr("Price {currency}").format(currency=symbol)
    return field_word(line.field)


def line_value(line: PlanLine, value: LineValue, store: StoreFacts) -> str:
    """An old or new value, on one line."""
    if line.field == "product" or (line.field == "options" and not isinstance(value, tuple)):
        return _whole_word(value)
    if value is None:
        return values.NOT_THERE if line.field in _AMOUNTS else values.text_value("")
    if isinstance(value, Decimal | int) or line.field in _AMOUNTS:
        return _amount(line.field, value, store)
    shown = ", ".join(value) if isinstance(value, tuple) else value
    return " ".join(shown.split())


def _amount(field: str, value: LineValue, store: StoreFacts) -> str:
    if field == "price" and isinstance(value, Decimal):
        return values.money_of(value, store.places)
    if field == "images" and isinstance(value, int):
        return values.number(value)
    return told(field, value, store)


def _whole_word(value: LineValue) -> str:
    return {
        "online": tr("online"),
        "hidden": tr("hidden"),
        "removed": tr("removed"),
    }.get(str(value), values.NOT_THERE)


def line_remark(line: PlanLine, *, ticked: bool, held: bool, store: StoreFacts) -> str:
    """What stands behind a line: how far it moves, or why."""
    if not ticked and not held:
        return tr("you left this out; it stays waiting")
    code, *offered = line.note.split("|")
    if code in ("new", "deleted online"):
        return _offer(code, offered, store)
    remark = _REMARKS.get(code)
    return remark() if remark else _move(line)


_REMARKS: Mapping[str, Callable[[], str]] = {
    "sold out": lambda: tr("sold out at all ticked outlets"),
    "back in stock": lambda: tr("back in stock"),
    "deleted in POS": lambda: tr("deleted in POS"),
    "inactive in POS": lambda: tr("inactive in POS"),
    "off in POS": lambda: tr("not sold online in POS"),
    "kept off": lambda: tr("you keep it off"),
    "active in POS": lambda: tr("active and sold online in POS"),
    "ticked": lambda: tr("you ticked it"),
    "formatting": lambda: tr("only its formatting changes"),
    "other pictures": lambda: tr("other pictures, or another order"),
    "renamed category": lambda: tr("the category is renamed"),
}


def _move(line: PlanLine) -> str:
    before, after = line.before, line.after
    if line.field == "price" and isinstance(before, Decimal) and isinstance(after, Decimal):
        return values.moved(before, after)
    if line.field == "stock" and isinstance(before, int) and isinstance(after, int):
        return values.signed(after - before)
    return ""


def _offer(code: str, offered: list[str], store: StoreFacts) -> str:
    """What something new will be: price, pieces, variants."""
    price, stock, variants = (*offered, "", "", "")[:3]
    told_price = _offered_price(price, store)
    parts = [tr("was deleted online")] if code == "deleted online" else []
    if told_price and variants:
        parts.append(tr("from {price}").format(price=told_price))
    elif told_price:
        parts.append(told_price)
    if stock == "unlimited":
        parts.append(tr("not counted"))
    elif stock:
        parts.append(plural("%n in stock", int(stock)))
    if variants:
        parts.append(plural("%n variant(s)", int(variants)))
    return ", ".join(parts)


def _offered_price(price: str, store: StoreFacts) -> str:
    try:
        return values.priced(Decimal(price), store.places, store.currency)
    except InvalidOperation:
        return ""


def line_name(line: PlanLine) -> str:
    """The product of a line, with its variant."""
    if not line.variant_name:
        return line.name
    return tr("{product}, {variant}").format(product=line.name, variant=line.variant_name)


def spoken_line(line: PlanLine, *, ticked: bool, held: bool, store: StoreFacts) -> str:
    """A line as a screen reader says it."""
    sentence = tr("{product}, {field}: {before} becomes {after}").format(
        product=line_name(line),
        field=line_field(line, store),
        before=line_value(line, line.before, store),
        after=line_value(line, line.after, store),
    )
    remark = line_remark(line, ticked=ticked, held=held, store=store)
    return (
        tr("{sentence}, {remark}").format(sentence=sentence, remark=remark) if remark else sentence
    )


def spoken_group(kind: GroupKind, ticked: int, products: int, *, folded: bool) -> str:
    """The head of a group as a screen reader says it."""
    form = tr("{title}, {count}, closed") if folded else tr("{title}, {count}, open")
    return form.format(title=group_title(kind), count=group_count(kind, ticked, products))


# The page


def compared_at(facts: PreviewFacts) -> str:
    """When both stores were compared, and that nothing was sent."""
    if facts.broken:
        return tr("Nothing was sent.")
    at = values.clock(facts.made_at)
    asks = bool(facts.groups) and not facts.check_only
    if facts.only is not None:
        words = plural("%n product(s) compared at {time}.", len(facts.only))
        if asks:
            words = plural(
                "%n product(s) compared at {time}. Nothing is sent until you say so.",
                len(facts.only),
            )
    elif asks:
        words = tr("POS and online store compared at {time}. Nothing is sent until you say so.")
    else:
        words = tr("POS and online store compared at {time}.")
    return words.format(time=at)


def found_words(total: int) -> str:
    """How much a store that is only checked has to change."""
    return plural("%n change(s) found", total)


def ticked_words(ticked: int, total: int) -> str:
    """How much of what could change is ticked."""
    words = plural("{ticked} of %n change(s) ticked", total)
    return words.format(ticked=values.number(ticked))


def cost_words(writes: int, seconds: float) -> str:
    """What it takes to apply what is ticked."""
    if not writes:
        return ""
    requests = plural("about %n request(s)", _rough(writes))
    if not seconds:
        return requests
    span = tr("under a minute") if seconds < 57 else values.time_left(seconds)
    return tr("{requests}, {time}").format(requests=requests, time=span)


def _rough(count: int) -> int:
    """A number with its first two digits."""
    step = 10 ** max(0, len(str(count)) - 2)
    return max(1, round(count / step) * step) if count >= 20 else count


def apply_words(count: int) -> str:
    """The deed, with its number."""
    return plural("Apply %n change(s)", count)


def planned_words(facts: PreviewFacts) -> str:
    """What a first sync would do, by kind."""
    lines = facts.lines
    whole = [line for line in lines if line.field == "product"]
    removed = sum(line.after == "removed" for line in whole)
    hidden = sum(line.after == "hidden" for line in whole)
    created = sum(line.before is None for line in whole)
    updated = len({line.key for line in lines} - {line.key for line in whole})
    shown = facts.becomes_visible
    told = [
        (removed, plural("%n removed", removed)),
        (hidden, plural("%n hidden", hidden)),
        (updated, plural("%n updated", updated)),
        (created, plural("%n created", created)),
        (shown, plural("%n {product becomes|products become} visible online", shown)),
    ]
    return " · ".join(words for count, words in told if count)
