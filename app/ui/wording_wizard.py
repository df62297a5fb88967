"""What the first screens say: where tokens come from, what a test found, what is missing."""

from dataclasses import dataclass
from typing import Literal

from app.domain.errors import Side
from app.facts.outlets import OutletLine, OutletsFacts
from app.ui.wording import plural, tr

POS_DOMAIN = ".retail.lightspeed.app"
"""What every shop's address ends with."""

SAMPLE_PRODUCTS = 2_000

Entry = Literal["address", "number", "token"]


@dataclass(frozen=True, slots=True)
class StoreWords:
    """The texts of one store's step. `steps` are what to do to get a token, in order."""

    icon: str
    colour: str
    title: str
    title_again: str
    about: str
    name_label: str
    name_hint: str
    token_label: str
    token_hint: str
    steps: tuple[str, ...]
    next: str
    last: str


def store_words(side: Side) -> StoreWords:
    """The texts of the step that connects this store."""
    return _pos_words() if side == "pos" else _online_words()


def _pos_words() -> StoreWords:
    return StoreWords(
        icon="till",
        colour="pos_side",
        title=tr("Connect your POS"),
        title_again=tr("Connect your POS again"),
        about=tr(
            "Lightspeed Retail (X-Series). Counterpart only reads it and never changes anything "
            "there."
        ),
        name_label=tr("Shop address"),
        name_hint=tr("The first part of the address you see when you open your POS in a browser."),
        token_label=tr("Access token"),
        token_hint=tr(
            "In the POS: Setup › Personal tokens › Add token. Copy it and paste it here."
        ),
        steps=(
            tr("Open your POS in a browser and sign in as its owner or an administrator."),
            tr("Choose Setup, then Personal tokens. They come with the larger POS plans."),
            tr("Choose Add token, call it Counterpart, and copy what appears: it is shown once."),
        ),
        next=tr("Next: online store"),
        last=tr("A personal token may also change your POS. Counterpart never asks it to."),
    )


def _online_words() -> StoreWords:
    return StoreWords(
        icon="bag",
        colour="ecom_side",
        title=tr("Connect your online store"),
        title_again=tr("Connect your online store again"),
        about=tr("Lightspeed eCom (E-Series). Connecting changes nothing there."),
        name_label=tr("Store number"),
        name_hint=tr("The digits after “Store ID” at the bottom of your store’s control panel."),
        token_label=tr("Secret token"),
        token_hint=tr("In the control panel: Apps › Custom apps. Copy the secret token."),
        steps=(
            tr("Sign in to your online store’s control panel as its owner."),
            tr("Open my.ecwid.com/#develop-apps in the same browser: your custom apps are there."),
            tr("Open your custom app, or make one, and copy its secret token (secret_…)."),
        ),
        next=tr("Next: outlets"),
        last=tr("Only a sync writes to this store, and the first one asks you before."),
    )


# Welcome


def sample_promise() -> str:
    """What the sample stores are."""
    return plural(
        "A sample shop with about %n product(s) to try everything on. Nothing of yours is touched.",
        SAMPLE_PRODUCTS,
    )


# What was typed


def entry_problem(side: Side, entry: Entry, text: str) -> str:
    """What is wrong with what was typed; "" when nothing is to be seen."""
    if entry == "address":
        return _address_problem(text)
    if entry == "number":
        return _number_problem(text)
    return _token_problem(side, text)


def short_address(typed: str) -> str:
    """A shop's address as the field shows it: the name alone where the rest is as always."""
    _, _, rest = typed.strip().rpartition("://")
    host = rest.split("/", 1)[0].lower()
    return host.removesuffix(POS_DOMAIN) if host.endswith(POS_DOMAIN) else typed.strip()


def _address_problem(text: str) -> str:
    if not text:
        return tr("Type the first part of your POS address, such as fernandflint.")
    if any(each.isspace() for each in text):
        return tr("An address has no blanks. Copy it from the browser.")
    return ""


def _number_problem(text: str) -> str:
    if not text:
        return tr("Type the number of your online store.")
    if not (text.isascii() and text.isdigit()):
        return tr("The store number has digits only, such as 20553017.")
    return ""


def _token_problem(side: Side, text: str) -> str:
    if not text:
        return tr("Paste the token here.")
    if any(each.isspace() for each in text):
        return tr("A token has no blanks. Copy it once more, the whole of it.")
    if side == "pos" and text.startswith("secret_"):
        return tr("This token belongs to an online store. Paste one from the POS.")
    if side == "ecom" and text.startswith("lsxs_"):
        return tr("This token belongs to a POS. Paste one from the online store.")
    if side == "ecom" and text.startswith("public_"):
        return tr("This is the public token. Paste the secret one; it begins with secret_.")
    return ""


# Outlets


def outlet_caption(outlet: OutletLine) -> str:
    """What stands in an outlet: its registers, and goods where they are known."""
    parts = [plural("%n register(s)", len(outlet.registers))]
    if outlet.products:
        parts.append(plural("%n product(s) in stock", outlet.products))
    return " · ".join(parts)


def lock_reason() -> str:
    """Why the register's outlet cannot be unticked."""
    return tr(
        "Takes the online orders, so it always counts. Pick another register to leave it out."
    )


def register_names(facts: OutletsFacts) -> tuple[tuple[str, str], ...]:
    """Ids and names of the registers, with the outlet they stand in."""
    outlets = {outlet.id: outlet.name for outlet in facts.outlets}
    form = tr("{register} · {outlet}")
    return tuple(
        (each.id, form.format(register=each.name, outlet=outlets.get(each.outlet_id, "?")))
        for each in facts.registers
    )


def outlets_step_caption(facts: OutletsFacts | None, ticked: int) -> str:
    """What the list of steps says of the outlets."""
    if facts is None:
        return tr("Whose stock counts online")
    of = plural("%n outlet(s)", len(facts.outlets))
    return tr("{number} of {outlets} count").format(number=ticked, outlets=of)
