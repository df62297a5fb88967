"""What the POS does; it is only read, so a person changes things there by hand."""

from app.confirming.bench import Bench, Confirmation, Finding, nothing
from app.domain.errors import NotThere
from app.domain.product import PosRecord

_OTHER = "The POS shows no such change. Do it there and try again."


async def pictures(bench: Bench) -> Finding:
    """Have a picture added and compare the product's version."""
    sku = bench.person.asked("SKU of a POS product to which you may add a picture:")
    before = await _only(bench, sku)
    if before is None:
        return nothing(f"There is not exactly one POS product with the SKU “{sku}”.")
    bench.person.did(f"Add a picture to {before.name} ({sku}) in the POS and save it.")
    after = (await bench.pos.product(before.id)).records[0]
    if (after.images, after.variant_images) == (before.images, before.variant_images):
        return nothing(_OTHER)
    if after.version > before.version:
        return Finding("moves", "A new picture moves the product's version.")
    return Finding("does not move", "A new picture leaves the product's version as it is.")


async def deletion(bench: Bench) -> Finding:
    """Have a product deleted and ask for it by id."""
    sku = bench.person.asked("Make a product in the POS that you may delete. Its SKU:")
    before = await _only(bench, sku)
    if before is None:
        return nothing(f"There is not exactly one POS product with the SKU “{sku}”.")
    bench.person.did(f"Delete {before.name} ({sku}) in the POS.")
    listed = await _listed_as_deleted(bench, before)
    also = "the list tells it too" if listed else "the list does not tell it"
    try:
        after = (await bench.pos.product(before.id)).records[0]
    except NotThere:
        told = f"A deleted product is answered with 404; {also}."
        return Finding(f"404, {also}", told, as_assumed=True)
    if after.deleted:
        told = f"A deleted product is answered with the time of its deletion; {also}."
        return Finding(f"deleted_at, {also}", told, as_assumed=True)
    return nothing(_OTHER)


async def _only(bench: Bench, sku: str) -> PosRecord | None:
    if not sku.strip():
        return None
    found = [one for one in (await bench.pos.with_sku(sku.strip())).records if not one.deleted]
    return found[0] if len(found) == 1 else None


async def _listed_as_deleted(bench: Bench, before: PosRecord) -> bool:
    async for page in bench.pos.products(before.version):
        if any(record.id == before.id and record.deleted for record in page.read.records):
            return True
    return False


CONFIRMATIONS = (
    Confirmation(
        "pos-pictures",
        "Does a new picture move a POS product's version?",
        (
            "read one product of the POS whose SKU you name",
            "wait until you have added a picture to it, and read it again",
        ),
        writes=False,
        run=pictures,
    ),
    Confirmation(
        "pos-deletion",
        "How does the POS answer for a deleted product?",
        (
            "read one product of the POS that you made for this and whose SKU you name",
            "wait until you have deleted it, and read it again, by itself and in the list",
        ),
        writes=False,
        run=deletion,
    ),
)
