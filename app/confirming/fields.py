"""How the online store takes single fields of a write."""

import json

from app.confirming.answers import UNMERGED, product, raw
from app.confirming.bench import Bench, Confirmation, Finding, nothing
from app.domain.errors import Refused
from app.domain.steps import Values

_BRAND, _BARCODE = "Counterpart test brand", "0000000000017"


async def attributes(bench: Bench) -> Finding:
    """Write brand and barcode, then the brand alone."""
    before: Values = {"brand": _BRAND, "barcode": _BARCODE}
    async with bench.workshop.product(before) as (made, _):
        if (await product(bench.ecom, made)).barcode != _BARCODE:
            return nothing("The online store did not keep the barcode, so nothing can be told.")
        await bench.ecom.put_product(made, {"brand": f"{_BRAND} 2"}, UNMERGED)
        after = await product(bench.ecom, made)
    if after.barcode:
        return Finding("merged", "Attributes that a write leaves out stay.", as_assumed=False)
    return Finding("replaced", "Attributes that a write leaves out are dropped.", as_assumed=True)


async def name(bench: Bench) -> Finding:
    """Write a name and see what becomes of its translation."""
    language = (await bench.ecom.shop()).default_language
    translated = json.dumps({"nameTranslated": {language: "Counterpart test product"}}).encode()
    async with bench.workshop.product(restore=translated) as (made, piece):
        new = f"Counterpart test product {piece.mark}, renamed"
        await bench.ecom.put_product(made, {"name": new}, UNMERGED)
        told = (await raw(bench.ecom, made)).get("nameTranslated")
    if not isinstance(told, dict) or language not in told:
        return Finding("no translations", "The online store tells no translation of this name.")
    if told[language] == new:
        return Finding("moves", "The translation follows the name.")
    return Finding("stays", "The translation keeps the old name.")


async def unlimited_delta(bench: Bench) -> Finding:
    """Move the stock of a product that has no count."""
    async with bench.workshop.product({"stock": "unlimited"}) as (made, _):
        try:
            await bench.ecom.adjust_stock(made, None, 1)
        except Refused as refusal:
            if refusal.code == "NOTHING_UPDATED":
                return Finding("updates nothing", "The shop counts it as no change.", True)
            return Finding(f"refused with {refusal.status}", "The shop refuses it.", True)
        after = await product(bench.ecom, made)
    if after.unlimited:
        return Finding("accepted, stays unlimited", "The shop takes it and stays unlimited.")
    return Finding(f"accepted, now {after.quantity}", "The shop begins to count.", False)


async def first_sku(bench: Bench) -> Finding:
    """Give a variation its first own SKU."""
    options = (("Size", ("S", "M")),)
    async with bench.workshop.product({"stock": 5, "price": 9}, options) as (made, piece):
        variation = await bench.ecom.create_variation(made, [("Size", "S")], {})
        current = (await bench.ecom.product(made)).raw[made]
        values: Values = {"sku": f"{piece.sku}-S"}
        await bench.ecom.put_variation(made, variation, values, None, current)
        combinations = (await raw(bench.ecom, made)).get("combinations")
    own: dict[str, object] = next(
        (one for one in combinations or () if one.get("id") == variation), {}
    )
    told = json.dumps({key: own[key] for key in ("quantity", "unlimited") if key in own})
    if own.get("unlimited") is True:
        return Finding("unlimited", f"It begins without a count: {told}.")
    if own.get("quantity") == 5:
        return Finding("the product's", f"It begins with the product's stock: {told}.")
    if own.get("quantity") == 0:
        return Finding("zero", f"It begins at nothing: {told}.")
    return Finding("other", f"It begins with something else: {told}.")


CONFIRMATIONS = (
    Confirmation(
        "attributes",
        "Does a write of attributes replace the list?",
        (
            "make a hidden test product with a brand and a barcode",
            "write another brand and nothing else, and read whether the barcode is still there",
        ),
        writes=True,
        run=attributes,
    ),
    Confirmation(
        "name",
        "Does a write of the name move its translation in the default language?",
        ("make a hidden test product", "write another name and read the translations"),
        writes=True,
        run=name,
    ),
    Confirmation(
        "first-sku",
        "What stock does a variation have that gets its first own SKU?",
        (
            "make a hidden test product with 5 pieces and a variation without SKU",
            "give the variation a SKU and read its stock",
        ),
        writes=True,
        run=first_sku,
    ),
    Confirmation(
        "unlimited-delta",
        "What does a difference do to stock that is not counted?",
        (
            "make a hidden test product without a stock count",
            "ask to raise its stock by 1 and read the answer",
        ),
        writes=True,
        run=unlimited_delta,
    ),
)
