"""What the product panel says of stock, of what is left alone, and of the past."""

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import QLocale

from app.facts.extras import AtOutlet, Extra, Numbers, OfVariants
from app.facts.product import PastChange, StockReason, StockStory, Value
from app.facts.state import StoreFacts
from app.ui import values
from app.ui.wording import tr
from app.ui.wording_fields import field_word, told

# Stock


def stock_question(story: StockStory) -> str:
    """The heading of a stock story."""
    if isinstance(story.shows, int):
        return tr("Why does the shop say {number}?").format(number=values.number(story.shows))
    if story.shows == "unlimited":
        return tr("Why does the shop never run out?")
    return tr("What will the shop say?") if story.goes else tr("What would the shop say?")


def stock_reason(reason: StockReason, *, there: bool) -> str:
    """Why a stock is what it is, where the sum does not tell."""
    left = {
        "bundle": tr("The POS tells no stock of bundles. What stands online is left alone."),
        "no rows": tr("The POS counts it at no outlet. What stands online is left alone."),
        "unreadable": tr("The POS’s figure cannot be read. What stands online is left alone."),
    }
    new = {
        "bundle": tr("The POS tells no stock of bundles. It is created with none to sell."),
        "no rows": tr("The POS counts it at no outlet. It is created with none to sell."),
        "unreadable": tr("The POS’s figure cannot be read. It is created with none to sell."),
    }
    if reason == "inactive":
        return tr("It is inactive in the POS, so none of it is sold online.")
    return (left if there else new).get(reason, "")


# Left alone


def extra_word(name: str) -> str:
    """The name of a field that is never synced."""
    return {
        "handle": tr("Handle"),
        "supplier": tr("Supplier"),
        "supplier_code": tr("Supplier code"),
        "supplier_price": tr("Supplier price"),
        "reorder_point": tr("Reorder point"),
        "reorder_amount": tr("Reorder quantity"),
        "tax": tr("Tax"),
        "tags": tr("Tags"),
        "compare_to_price": tr("Compare-to price"),
        "subtitle": tr("Subtitle"),
        "low_stock": tr("Low-stock mark"),
    }.get(name, name)


def extra_value(extra: Extra, store: StoreFacts) -> str:
    """Its value in words."""
    value = extra.value
    if value is None:
        return tr("Set")
    if extra.name in ("supplier_price", "compare_to_price") and isinstance(value, Decimal):
        return values.priced(value, store.places, store.currency)
    if isinstance(value, tuple):
        return _listed(value)
    if isinstance(value, Decimal):
        return values.decimal(value)
    return values.number(value) if isinstance(value, int) else value


def _listed(value: Sequence[str | AtOutlet | OfVariants]) -> str:
    lines = [_of_variants(each) for each in value if isinstance(each, OfVariants)]
    if lines:
        return "\n".join(lines)
    words = [_at_outlet(each) if isinstance(each, AtOutlet) else str(each) for each in value]
    return QLocale().createSeparatedList(words)


def _of_variants(part: OfVariants) -> str:
    numbers = _numbers(part.value)
    return tr("{variants}: {numbers}").format(variants=" · ".join(part.variants), numbers=numbers)


def _numbers(value: Numbers) -> str:
    return values.decimal(value) if isinstance(value, Decimal) else _listed(value)


def _at_outlet(one: AtOutlet) -> str:
    return tr("{number} ({outlet})").format(number=values.decimal(one.number), outlet=one.outlet)


# History


def past_sentence(change: PastChange) -> str:
    """What a past run did about the product."""
    if change.result == "failed":
        return tr("Failed")
    if change.result != "done":
        return tr("Left out")
    return {
        "create": tr("Created online"),
        "show": tr("Shown online"),
        "hide": tr("Hidden online"),
        "delete": tr("Removed online"),
    }.get(change.action, tr("Updated online"))


def past_details(change: PastChange, store: StoreFacts) -> str:
    """Why it failed, or what changed: Price £49.50 → £54.00."""
    if change.error:
        return change.error
    if change.action == "create":
        return ""
    return "\n".join(dict.fromkeys(_past_field(*each, store) for each in change.changes))


def _past_field(field: str, before: Value, after: Value, store: StoreFacts) -> str:
    word = field_word(field)
    was, is_now = _past_value(field, before, store), _past_value(field, after, store)
    if field == "description" or was == is_now:
        return word
    return tr("{field} {before} → {after}").format(field=word, before=was, after=is_now)


def _past_value(field: str, value: Value, store: StoreFacts) -> str:
    return told(field, value, store).replace("\n", ", ")
