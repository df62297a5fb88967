"""Random edits in both shops, a sync, an undo: all that can go back is back (DESIGN §5, M14)."""

import asyncio
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from app.domain.choices import Flag
from app.domain.events import UndoPlanned
from app.sample import mutations_ecom as ecom
from app.sample import mutations_pos as pos
from app.sample import mutations_till as till
from tests.sync.rig import Rig, Story

Edit = Callable[[Rig, str, int], object]


def _toggled(rig: Rig, product: str, _: int) -> None:
    """Active or not, the other way round."""
    (pos.deactivate if rig.pos.product(product).get("active", True) else pos.activate)(
        rig.pos, product
    )


def _switched(rig: Rig, product: str, number: int) -> None:
    """Sold online or not, as the manager likes."""
    flags: tuple[Flag, ...] = ("off", "on", "follow")
    rig.flag(rig.key(product), flags[number % 3])


def _branded(rig: Rig, product: str, number: int) -> None:
    brands = [None, *(rig.premises.brands.values() if rig.premises is not None else ())]
    pos.set_brand(rig.pos, product, brands[number % len(brands)])


def _pictured(rig: Rig, product: str, number: int) -> None:
    if rig.pos.product(product).get("images") and number % 2:
        pos.remove_picture(rig.pos, product)
    else:
        pos.add_picture(rig.pos, product, number)


POS_EDITS: tuple[Edit, ...] = (
    lambda rig, one, n: pos.reprice(rig.pos, one, 10 + n),
    lambda rig, one, n: pos.rename(rig.pos, one, f"Name {n}"),
    lambda rig, one, n: pos.describe(rig.pos, one, f"<p>Text {n}</p>" if n % 3 else ""),
    lambda rig, one, n: pos.change_barcode(rig.pos, one, f"00{n}"),
    lambda rig, one, n: pos.change_weight(rig.pos, one, n / 10, "KG"),
    lambda rig, one, n: pos.change_dimensions(rig.pos, one, (n, 2, 3), "CM"),
    lambda rig, one, n: pos.move_category(rig.pos, one, pos.add_category(rig.pos, f"Cat {n}")),
    _pictured,
    lambda rig, one, n: till.count_stock(rig.pos, one, rig.outlets[0], n),
    _toggled,
    _branded,
    lambda rig, one, n: pos.change_sku(rig.pos, one, f"{rig.pos.product(one)['sku']}-{n}"),
    lambda rig, one, _: pos.delete_product(rig.pos, one),
    _switched,
    lambda rig, _, n: rig.add(f"New {n}", f"NEW-{n}", 5 + n, stock=n),
    lambda rig, _, n: pos.set_variant_picture(rig.pos, rig.tee_blue, n),
    lambda rig, _, n: pos.reprice(rig.pos, rig.tee_blue, 20 + n),
    lambda rig, _, n: pos.add_variant(
        rig.pos, rig.tee, {"Colour": f"C{n}", "Size": "M"}, f"TEE-{n}"
    ),
    lambda rig, _, __: pos.delete_variant(rig.pos, rig.tee_blue),
    lambda rig, _, n: pos.rename_value(rig.pos, rig.tee, "Colour", "Navy", f"Shade {n}"),
    lambda rig, _, n: pos.change_weight(rig.pos, rig.tee_blue, n / 10, "KG"),
    lambda rig, _, n: pos.change_barcode(rig.pos, rig.tee_blue, f"77{n}"),
    lambda rig, _, n: till.count_stock(rig.pos, rig.tee_blue, rig.outlets[0], n),
    lambda rig, one, n: pos.add_variant(rig.pos, one, {"Kind": f"K{n}"}, f"KIND-{n}"),
)

ONLINE_EDITS: tuple[Callable[[Rig, int, int], object], ...] = (
    lambda rig, one, n: ecom.edit_price(rig.ecom, one, 30 + n),
    lambda rig, one, n: ecom.edit_name(rig.ecom, one, f"Online {n}"),
    lambda rig, one, n: ecom.edit_seo(rig.ecom, one, f"Title {n}", "Words"),
    lambda rig, one, n: ecom.add_picture(rig.ecom, one, 50 + n),
    lambda rig, one, n: ecom.assign_category(rig.ecom, one, f"Own {n}"),
)


def contents(rig: Rig) -> dict[int, dict[str, object]]:
    """Every product's synced fields but stock, and what only the online store has."""
    return {
        product_id: told(revision.document)
        for product_id, revision in rig.ecom.catalogue.products.items()
    }


def told(product: dict[str, Any]) -> dict[str, object]:
    """One product's fields by the names of the table of fields."""
    attributes = {a.get("type", a.get("alias")): a.get("value") for a in product["attributes"]}
    pictures = [product["main_picture"], *product["gallery"]]
    sides = product.get("dimensions") or {}
    return {
        "name": product["name"],
        "price": product["price"],
        "description": product.get("description") or "",
        "barcode": attributes.get("UPC") or "",
        "brand": attributes.get("BRAND") or "",
        "weight": product.get("weight") or 0,
        "dimensions": [sides.get(side) or 0 for side in ("length", "width", "height")],
        "category": sorted(product["categoryIds"]),
        "images": [row["blob"] for row in pictures if row],
        "enabled": product["enabled"],
        "sku": product["sku"],
        "seo": product.get("seoTitle"),
        "options": {o["name"]: {c["text"] for c in o["choices"]} for o in product["options"]},
        "variants": {v["id"]: told_of_variant(v) for v in product["combinations"]},
    }


def told_of_variant(row: dict[str, Any]) -> dict[str, object]:
    """One variation's own fields; what it inherits is left out."""
    sides = row.get("dimensions") or {}
    attributes = {a.get("type", a.get("alias")): a.get("value") for a in row.get("attributes", [])}
    return {
        "price": row.get("price"),
        "images": (row.get("picture") or {}).get("blob"),
        "sku": row.get("sku"),
        "weight": row.get("weight") or 0,
        "dimensions": [sides.get(side) or 0 for side in ("length", "width", "height")],
        "barcode": attributes.get("UPC") or "",
        "options": sorted((o["name"], o["value"]) for o in row["options"]),
    }


def stocks(rig: Rig) -> dict[tuple[int, int], object]:
    """What can be bought, of each product and variation."""
    return {
        (product_id, row["id"]): (row["quantity"], row["unlimited"])
        for product_id, revision in rig.ecom.catalogue.products.items()
        for row in (revision.document, *revision.document["combinations"])
    }


def named(rig: Rig, undone: Story) -> dict[int, set[str]]:
    """The fields that an undo says it leaves, by the online store's product."""
    (told,) = undone.of(UndoPlanned)
    with rig.mirror() as mirror:
        links = mirror.load().links
    found: dict[int, set[str]] = {}
    for left in told.left:
        if left.key in links:
            found.setdefault(links[left.key].ecom_id, set()).add(left.field)
    return found


async def history(
    folder: Path, online: list[tuple[int, int, int]], edits: list[tuple[int, int, int]]
) -> None:
    """Live through one history and look."""
    rig = Rig.corner_shop(folder)
    await rig.sync()
    rig.clock.advance(600)
    ids = sorted(rig.ecom.catalogue.products)
    for which, product, number in online:
        ONLINE_EDITS[which](rig, ids[product], number)
    records = (rig.mug, rig.lamp, rig.tee)
    for which, product, number in edits:
        if not rig.pos.product(records[product]).get("deleted_at"):
            POS_EDITS[which](rig, records[product], number)
    before = contents(rig)
    rig.clock.advance(600)
    story = await rig.sync()
    assert story.finished.counts["failed"] == 0, story.failures
    rig.clock.advance(600)
    if not story.plan.actions:
        return
    sold = stocks(rig)
    undone = await rig.undo(story.finished.run)
    assert undone.finished.exit in (0, 1), undone.said
    assert undone.finished.counts["failed"] == 0, undone.failures
    judge(before, contents(rig), named(rig, undone))
    now = stocks(rig)
    assert {one: now[one] for one in sold.keys() & now.keys()} == {
        one: sold[one] for one in sold.keys() & now.keys()
    }
    rig.clock.advance(600)
    after = await rig.sync()
    back = {(a.key, c.field) for a in undone.plan.actions for c in a.changes}
    redone = {(a.key, c.field) for a in after.plan.actions for c in a.changes} & back
    assert not redone, (redone, after.plan.actions)
    assert not {a.kind for a in after.plan.actions} & {"create", "delete", "hide", "show"}


def judge(
    before: dict[int, dict[str, object]],
    now: dict[int, dict[str, object]],
    left: dict[int, set[str]],
) -> None:
    """Every difference is one that was named, of that very product."""
    gone = [product for product in before if product not in now]
    back = [product for product in now if product not in before]
    assert len(back) >= len(gone), (gone, back)
    for product in before.keys() & now.keys():
        fields = left.get(product, set())
        differ = differing(before[product], now[product])
        assert differ <= fields, (product, differ, before[product], now[product], fields)
    for product in gone:
        twins = [one for one in back if now[one]["name"] == before[product]["name"]]
        assert twins, before[product]
        differ = min((differing(before[product], now[one]) for one in twins), key=len)
        assert not differ, (differ, before[product], [now[one] for one in twins])


def differing(old: dict[str, object], new: dict[str, object]) -> set[str]:
    """The fields that differ, those of variations as well; a variation may have a new number."""
    fields = {name for name in old if name != "variants" and old[name] != new[name]}
    was, has = old["variants"], new["variants"]
    assert isinstance(was, dict)
    assert isinstance(has, dict)
    fields |= {
        name for v in was.keys() & has.keys() for name in was[v] if was[v][name] != has[v][name]
    }
    lost = [one for v, one in was.items() if v not in has]
    come = [one for v, one in has.items() if v not in was]
    if sorted(map(str, lost)) != sorted(map(str, come)):
        fields.add("options")
    return fields


numbers = st.integers(1, 30)


@settings(
    max_examples=40,
    deadline=None,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
    derandomize=True,
)
@given(
    online=st.lists(
        st.tuples(st.integers(0, len(ONLINE_EDITS) - 1), st.integers(0, 2), numbers), max_size=3
    ),
    edits=st.lists(
        st.tuples(st.integers(0, len(POS_EDITS) - 1), st.integers(0, 2), numbers),
        min_size=1,
        max_size=8,
        unique_by=lambda edit: (edit[0], edit[2]),
    ),
)
def test_all_that_can_go_back_is_back(
    online: list[tuple[int, int, int]], edits: list[tuple[int, int, int]]
) -> None:
    """The rest is named with its reason, and the next sync redoes none of it."""
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(history(Path(folder), online, edits))
