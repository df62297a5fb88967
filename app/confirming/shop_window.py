"""What only somebody who looks at the online store can tell."""

from contextlib import suppress

from app.confirming.answers import UNMERGED, raw
from app.confirming.bench import Bench, Confirmation, Finding, nothing
from app.domain.errors import ServiceError
from app.domain.steps import Values

_SHOW = (
    "To be looked at, the test product must be shown in the online store until you have answered. "
    "It has no stock and costs 9999. Show it?"
)


async def uncombined(bench: Bench) -> Finding:
    """Show a product whose size M has no variation, and have somebody try to buy it."""
    options = (("Size", ("S", "M")),)
    values: Values = {"stock": 0, "price": 9999}
    async with bench.workshop.product(values, options) as (made, piece):
        await bench.ecom.create_variation(
            made, [("Size", "S")], {"sku": f"{piece.sku}-S", "stock": 0}
        )
        found = await raw(bench.ecom, made)
        if not bench.person.agrees(_SHOW):
            return nothing("The test product was not shown.")
        try:
            await bench.ecom.put_product(made, {"enabled": True}, UNMERGED)
            address = found.get("url") or f"the online store, product {piece.sku}"
            bench.person.did(f"Open {address} and choose size M.")
            sells = bench.person.answers("Does the store let you put size M into the bag?")
        finally:
            with suppress(ServiceError):  # It is removed at once anyway.
                await bench.ecom.put_product(made, {"enabled": False}, UNMERGED)
    if sells is None:
        return nothing("There was neither a yes nor a no.")
    if sells:
        told = "A combination that nobody made can be bought though the product has no stock."
        return Finding("sellable", told, as_assumed=False)
    told = "A combination that nobody made can't be bought while the product has no stock."
    return Finding("not sellable", told, as_assumed=True)


CONFIRMATIONS = (
    Confirmation(
        "uncombined",
        "Can a combination be bought that has no variation, when the product has no stock?",
        (
            "make a hidden test product without stock, with sizes S and M and a variation for S",
            "show it, after asking you again, and have you try size M in the online store",
            "hide it again",
        ),
        writes=True,
        run=uncombined,
    ),
)
