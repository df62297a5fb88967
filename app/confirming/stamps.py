"""Which changes move the online store's time stamps."""

from collections.abc import Awaitable, Callable

from app.confirming.answers import product, raw
from app.confirming.bench import Bench, Confirmation, Finding, nothing
from app.confirming.picture import png

_SECOND = 2.0
"""Stamps are whole seconds: changes are kept this far apart."""
_PATIENCE = 60.0
_QUIET = 6.0


async def update_stamps(bench: Bench) -> Finding:
    """Change stock, a variation and a picture, one after the other."""
    options = (("Size", ("S", "M")),)
    async with bench.workshop.product({"stock": 5, "price": 9}, options) as (made, piece):
        variation = await bench.ecom.create_variation(
            made, [("Size", "S")], {"sku": f"{piece.sku}-S", "stock": 1}
        )

        async def reprice() -> None:
            current = (await bench.ecom.product(made)).raw[made]
            await bench.ecom.put_variation(made, variation, {"price": 8}, None, current)

        changes: dict[str, Callable[[], Awaitable[object]]] = {
            "stock": lambda: bench.ecom.adjust_stock(made, None, 1),
            "variation": reprice,
            "picture": lambda: bench.ecom.set_main_picture(made, png()),
        }
        moved = {what: await _moves(bench, made, change) for what, change in changes.items()}
    told = ", ".join(f"{what} {'moves' if yes else 'does not'}" for what, yes in moved.items())
    return Finding(told, f"Of the changes, the stamp follows so: {told}.")


async def _moves(bench: Bench, made: int, change: Callable[[], Awaitable[object]]) -> bool:
    before = (await product(bench.ecom, made)).updated
    await bench.sleep(_SECOND)
    await change()
    await bench.sleep(_SECOND)
    return (await product(bench.ecom, made)).updated > before


async def deletion_stats(bench: Bench) -> Finding:
    """Delete a product and watch `latest-stats`."""
    async with bench.workshop.product() as (made, piece):
        before = await _settled_stamp(bench)
        if before is None:
            return nothing("Somebody else changes products at this moment. Try again later.")
        found = await raw(bench.ecom, made)
        if found.get("sku") != piece.sku:
            return nothing("The test product was changed by somebody else.")
        await bench.ecom.delete_product(made)
        waited = 0.0
        while waited < _PATIENCE:
            await bench.sleep(_SECOND)
            waited += _SECOND
            if (await bench.ecom.latest_stats()).products > before:
                return Finding("moves", f"The stamp moved within {waited:.0f} seconds.")
    return Finding("does not move", f"The stamp did not move within {_PATIENCE:.0f} seconds.")


async def _settled_stamp(bench: Bench) -> int | None:
    """The stamp once it holds still; None when it does not."""
    waited = 0.0
    last = (await bench.ecom.latest_stats()).products
    while waited < _PATIENCE:
        await bench.sleep(_QUIET)
        waited += _QUIET
        stamp = (await bench.ecom.latest_stats()).products
        if stamp == last:
            return stamp
        last = stamp
    return None


CONFIRMATIONS = (
    Confirmation(
        "stamps",
        "Do changes of stock, variations and pictures move a product's update stamp?",
        (
            "make a hidden test product with a variation",
            "change its stock, the variation's price and its picture",
            "read the stamp before and after each",
        ),
        writes=True,
        run=update_stamps,
    ),
    Confirmation(
        "deletion-stats",
        "Does the store's change time move when a product is deleted?",
        (
            "make a hidden test product and wait until the change time holds still",
            "delete the test product and read the change time for up to a minute",
        ),
        writes=True,
        run=deletion_stats,
    ),
)
