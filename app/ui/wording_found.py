"""What a connection test found: the store, what its token may do, or why it found nothing."""

from dataclasses import replace

from PySide6.QtCore import QLocale

from app.domain.errors import Side
from app.facts.state import ScopeTick, StoreFound, Trouble
from app.ui.values import NO_BREAK, currency_symbol
from app.ui.wording import plural, tr
from app.ui.wording_trouble import TroubleWords, told, trouble_words

# What a test found


def found_title(side: Side, found: StoreFound) -> str:
    """What was found, and whether it will do."""
    if found.enough:
        return tr("Found {shop}").format(shop=found.name)
    if side == "pos":
        return tr("Found {shop}, but the token may not read enough").format(shop=found.name)
    return tr("Found {shop}, but the token may not do enough").format(shop=found.name)


def fact_lines(found: StoreFound) -> tuple[str, ...]:
    """What there is in the store, its prices, and how fast it answers."""
    counts = [line for code, count in found.facts if (line := _counted(code, count))]
    prices = _prices(found) if found.currency else ""
    return tuple(line for line in (*counts, prices, _answer_time(found.seconds)) if line)


def _counted(code: str, count: int) -> str:
    return {
        "products": plural("%n product(s)", count),
        "outlets": plural("%n outlet(s)", count),
        "registers": plural("%n register(s)", count),
        "categories": plural("%n {category|categories}", count),
        "variations": plural("%n variation(s)", count),
        "orders": plural("%n order(s)", count),
    }.get(code, "")


def _prices(found: StoreFound) -> str:
    if found.tax_included is None:
        said = tr("Prices in {currency}")
    elif found.tax_included:
        said = tr("Prices in {currency}, tax included")
    else:
        said = tr("Prices in {currency}, without tax")
    return said.format(currency=currency_symbol(found.currency))


def _answer_time(seconds: float) -> str:
    shown = QLocale().toString(max(seconds, 0.1), "f", 1)
    return tr("Answers in {time}").format(time=f"{shown}{NO_BREAK}{tr('s')}")


# What a token may do


def scope_line(scope: ScopeTick) -> str:
    """One permission; where it is missing, its name as the store has it."""
    may = _may().get(scope.name) or f"{scope.purpose[:1].upper()}{scope.purpose[1:]}"
    if scope.granted:
        return may
    return tr("{permission}: not allowed ({name})").format(permission=may, name=scope.name)


def scope_loss(scope: ScopeTick) -> str:
    """What is lost without a permission that is not needed; "" when nothing is known of it."""
    if scope.granted or scope.needed:
        return ""
    if scope.name == "read_orders":
        return tr("Without it, any drop of online stock is taken for an open order.")
    return tr("Counterpart works without it.")


def scope_remedy(side: Side) -> str:
    """How a token gets what it lacks."""
    if side == "pos":
        return tr("Make a token in the POS that may do all of this. Paste it above and test again.")
    return tr(
        "Give your custom app this access, or ask the store’s support to. Then test again; a new "
        "token goes in above."
    )


def _may() -> dict[str, str]:
    return {
        "products:read": tr("Read products and categories"),
        "inventory:read": tr("Read stock"),
        "outlets:read": tr("Read outlets"),
        "registers:read": tr("Read registers"),
        "retailer:read": tr("Read the shop’s name and currency"),
        "payment_types:read": tr("Read the shop’s settings"),
        "read_store_profile": tr("Read the store’s settings"),
        "read_catalog": tr("Read products and categories"),
        "update_catalog": tr("Change and delete products"),
        "create_catalog": tr("Create products and categories"),
        "read_orders": tr("Read orders"),
    }


# What kept a step from being done


def trial_words(trouble: Trouble, side: Side) -> TroubleWords:
    """A trouble as the wizard tells it: what was typed a moment ago may be the cause."""
    known = trouble if trouble.side is not None else replace(trouble, side=side)
    words = trouble_words(trouble)
    if trouble.kind == "token":
        return replace(trouble_words(known), text=_token_advice(side))
    if trouble.kind in {"offline", "busy"}:
        said = trouble_words(known)
        return replace(said, tone="attention", text=told(trouble, said.text))
    if trouble.kind == "settings":
        title = tr("This cannot be used as it is")
        return replace(words, icon="warn", title=title)
    if trouble.kind == "unexpected" and trouble.side is not None:
        return _nobody_there(side, words)
    return words


def saving_words(trouble: Trouble) -> TroubleWords:
    """A trouble with keeping the tokens, or with what comes after that."""
    words = trouble_words(trouble)
    if trouble.kind not in {"keyring", "no keyring"}:
        return words
    kept = tr("Your tokens stay in the fields above; nothing was saved yet.")
    if trouble.kind == "keyring":
        asks = tr("Tokens are kept there. Unlock it with your computer password, then try again.")
        return replace(words, text=f"{asks} {kept}")
    return replace(words, text=f"{words.text} {kept}")


def _token_advice(side: Side) -> str:
    if side == "pos":
        return tr(
            "Copy it once more, the whole of it. It works only in the shop that made it, so look "
            "at the shop address too."
        )
    return tr(
        "Copy it once more, the whole of it. It works only with its own store, so look at the "
        "store number too."
    )


def _nobody_there(side: Side, words: TroubleWords) -> TroubleWords:
    if side == "pos":
        return replace(
            words,
            icon="warn",
            tone="attention",
            title=tr("No POS answered at this address"),
            text=tr(
                "Check the shop address above: it is the first part of what the browser shows. A "
                "sign-in page of your network may also stand in between."
            ),
        )
    return replace(
        words,
        icon="warn",
        tone="attention",
        title=tr("No online store answered to this number"),
        text=tr(
            "Check the store number above. A sign-in page of your network may also stand in "
            "between."
        ),
    )


def again_words(trouble: Trouble, side: Side) -> str:
    """Why a store is to be connected again."""
    if trouble.kind == "scope":
        return told(trouble, scope_remedy(side))
    if trouble.kind == "not connected":
        return tr("This computer has no token for it any more. Nothing was lost; paste one.")
    if side == "pos":
        return tr("The POS refused the token. Nothing was lost; make a new one and paste it here.")
    return tr(
        "The online store refused the token. Nothing was lost; make a new one and paste it here."
    )
