"""What changes in the POS follows online, and nothing else does (R1 to R11)."""

import copy
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from app.sample import mutations_pos as pos
from app.sample import mutations_till as till
from app.sample.e_series import ESeriesStore, categories
from app.sample.e_series import products as online
from app.storage.database import open_database
from app.storage.journal import SqliteJournal
from app.sync.run import Options
from tests.sync.rig import Rig

ONLINE_ONLY: dict[str, Any] = {
    "subtitle": "A mug for the veranda",
    "compareToPrice": 19.0,
    "warningLimit": 4,
    "seoTitle": "Enamel mug, hand dipped",
    "seoDescription": "Chips add charm.",
    "relatedProducts": {"productIds": [], "relatedCategory": {"enabled": False}},
    "minPurchaseQuantity": 2,
    "customSlug": "veranda-mug",
    "ribbon": {"text": "Loved", "color": "#112233"},
}


async def again(rig: Rig) -> None:
    """Sync once more later: nothing may be left to do."""
    rig.clock.advance(600)
    story = await rig.sync(Options())
    assert story.plan.actions == (), story.plan.actions
    assert story.finished.writes == 0


async def test_r1_a_price_change_reaches_the_shop_with_one_write(synced: Rig) -> None:
    """One product-level field costs one write and two reads."""
    pos.reprice(synced.pos, synced.mug, 16.0)
    story = await synced.sync()
    assert story.actions == {"MUG-1": "update"}
    assert story.finished.writes == 1
    assert synced.products()["MUG-1"]["price"] == 16
    await again(synced)


async def test_r1_an_edit_online_is_put_back(synced: Rig) -> None:
    """The POS is the source of truth."""
    mug = synced.products()["MUG-1"]
    online.update(synced.ecom, mug["id"], {"name": "Cup"})
    synced.clock.advance(60)
    assert (await synced.sync()).actions == {"MUG-1": "update"}
    assert synced.products()["MUG-1"]["name"] == "Enamel mug"
    await again(synced)


async def test_r12_an_edit_online_is_kept_until_the_pos_changes(synced: Rig) -> None:
    """The setting lets it stand; a change in the POS ends it."""
    synced.settings["fields.name.edited_online"] = "keep"
    mug = synced.products()["MUG-1"]
    online.update(synced.ecom, mug["id"], {"name": "Cup"})
    synced.clock.advance(60)
    story = await synced.sync()
    assert story.plan.actions == ()
    assert synced.pairs()["MUG-1"].status == "edited online"
    pos.rename(synced.pos, synced.mug, "Enamel beaker")
    await synced.sync()
    assert synced.products()["MUG-1"]["name"] == "Enamel beaker"
    await again(synced)


async def test_m3_an_edit_kept_on_one_product_ends_when_the_pos_changes(synced: Rig) -> None:
    """Once the POS has changed the field, a later edit online is put back like any other."""
    mug, key = synced.products()["MUG-1"]["id"], synced.pairs()["MUG-1"].key
    online.update(synced.ecom, mug, {"name": "Cup"})
    synced.choices = replace(synced.choices, kept={key: frozenset({"name", "brand"})})
    synced.clock.advance(60)
    assert (await synced.sync()).plan.actions == ()
    pos.rename(synced.pos, synced.mug, "Enamel beaker")
    await synced.sync()
    assert synced.choices.kept == {key: frozenset({"brand"})}
    online.update(synced.ecom, mug, {"name": "Cup once more"})
    synced.clock.advance(60)
    await synced.sync()
    assert synced.products()["MUG-1"]["name"] == "Enamel beaker"
    await again(synced)


@pytest.mark.parametrize("beside", [False, True], ids=["alone", "beside a change"])
async def test_m3_a_kept_edit_ends_when_the_pos_comes_to_the_same(
    synced: Rig, beside: bool
) -> None:
    """The POS changed the field, even though there is nothing left to write of it."""
    mug = synced.products()["MUG-1"]["id"]
    key = synced.key(synced.mug)
    online.update(synced.ecom, mug, {"name": "Cup"})
    synced.choices = replace(synced.choices, kept={key: frozenset({"name", "brand"})})
    synced.clock.advance(60)
    await synced.sync()
    pos.rename(synced.pos, synced.mug, "Cup")
    if beside:
        pos.reprice(synced.pos, synced.mug, 15.0)
    synced.clock.advance(60)
    await synced.sync()
    assert synced.choices.kept == {key: frozenset({"brand"})}
    online.update(synced.ecom, mug, {"name": "Beaker"})
    synced.clock.advance(60)
    await synced.sync()
    assert synced.products()["MUG-1"]["name"] == "Cup"


@pytest.mark.parametrize(
    "change",
    [
        lambda rig: pos.reprice(rig.pos, rig.mug, 16.0),
        lambda rig: pos.rename(rig.pos, rig.mug, "Enamel cup"),
        lambda rig: pos.change_barcode(rig.pos, rig.mug, "0012345678905", "UPC"),
        lambda rig: pos.change_weight(rig.pos, rig.mug, 320, "G"),
        lambda rig: pos.change_dimensions(rig.pos, rig.mug, (10, 8, 8), "CM"),
        lambda rig: pos.add_picture(rig.pos, rig.mug, 7),
        lambda rig: pos.move_category(rig.pos, rig.mug, pos.add_category(rig.pos, "Cups")),
        lambda rig: pos.set_brand(rig.pos, rig.mug, next(iter(rig.premises.brands.values()))),
        lambda rig: till.count_stock(rig.pos, rig.mug, rig.outlets[0], 5),
        lambda rig: pos.deactivate(rig.pos, rig.mug),
        lambda rig: pos.add_variant(rig.pos, rig.mug, {"Size": "L"}, "MUG-L"),
        lambda rig: pos.describe(rig.pos, rig.mug, "<p>Dipped twice.</p>"),
    ],
    ids=(
        [
            "price",
            "name",
            "barcode",
            "weight",
            "size",
            "picture",
            "category",
            "brand",
            "stock",
            "hidden",
            "family",
            "text",
        ]
    ),
)
async def test_r2_what_does_not_sync_survives_every_action(synced: Rig, change: Any) -> None:
    """Fields of the online store alone stay byte for byte (RULES S7)."""
    mug = synced.products()["MUG-1"]["id"]
    online.update(synced.ecom, mug, copy.deepcopy(ONLINE_ONLY))
    synced.clock.advance(600)
    await synced.sync()
    before = {name: synced.ecom.product(mug).get(name) for name in ONLINE_ONLY}
    change(synced)
    synced.clock.advance(60)
    story = await synced.sync()
    assert story.plan.actions, "the change must lead to an action"
    assert story.finished.counts["failed"] == 0, story.failures
    assert {name: synced.ecom.product(mug).get(name) for name in ONLINE_ONLY} == before
    await again(synced)


async def test_r3_a_variant_added_in_the_pos_is_added_online(synced: Rig) -> None:
    """With its option value, its own stock, and nothing else touched."""
    made = pos.add_variant(synced.pos, synced.tee, {"Colour": "Red", "Size": "S"}, "TEE-RS")
    till.count_stock(synced.pos, made, synced.outlets[1], 4)
    story = await synced.sync()
    assert story.finished.writes == 2  # the option value, the variation
    tee = synced.products()["TEE-NS-FAMILY"]
    assert {v["sku"]: v["quantity"] for v in tee["combinations"]}["TEE-RS"] == 4
    colours = next(o for o in tee["options"] if o["name"] == "Colour")
    assert [c["text"] for c in colours["choices"]] == ["Navy", "Blue", "Red"]
    await again(synced)


async def test_r4_a_variant_deleted_in_the_pos_goes_and_with_the_last_the_product(
    synced: Rig,
) -> None:
    """Variation first; the product when nothing is left."""
    pos.delete_variant(synced.pos, synced.tee_blue)
    await synced.sync()
    tee = synced.products()["TEE-NS-FAMILY"]
    assert [v["sku"] for v in tee["combinations"]] == ["TEE-NS"]
    await again(synced)
    pos.delete_product(synced.pos, synced.tee)
    await synced.sync()
    assert "TEE-NS-FAMILY" not in synced.products()
    await again(synced)


async def test_r5_inactive_hides_and_active_shows_with_all_that_changed(synced: Rig) -> None:
    """While hidden nothing but *enabled* is compared; shown again last of all."""
    pos.deactivate(synced.pos, synced.mug)
    assert (await synced.sync()).actions == {"MUG-1": "hide"}
    assert synced.products()["MUG-1"]["enabled"] is False
    pos.reprice(synced.pos, synced.mug, 20.0)
    await again(synced)
    pos.activate(synced.pos, synced.mug)
    story = await synced.sync()
    assert story.actions == {"MUG-1": "show"}
    assert story.finished.writes == 1
    mug = synced.products()["MUG-1"]
    assert (mug["enabled"], mug["price"]) == (True, 20)
    await again(synced)


async def test_r5_hidden_online_by_hand_is_shown_again(synced: Rig) -> None:
    """Visibility switched in eCom is put back to what the POS says."""
    mug = synced.products()["MUG-1"]
    online.update(synced.ecom, mug["id"], {"enabled": False})
    synced.clock.advance(60)
    assert (await synced.sync()).actions == {"MUG-1": "show"}
    await again(synced)


async def test_r6_deleted_online_is_created_again_with_its_online_content(synced: Rig) -> None:
    """A new id, the POS's values, and what the online store last told us besides (RULES S8)."""
    mug = synced.products()["MUG-1"]
    online.update(synced.ecom, mug["id"], {"subtitle": "For the veranda", "compareToPrice": 19})
    synced.clock.advance(600)
    await synced.sync()
    online.delete(synced.ecom, mug["id"])
    synced.clock.advance(600)
    assert (await synced.sync()).actions == {"MUG-1": "create"}
    new = synced.products()["MUG-1"]
    assert new["id"] != mug["id"]
    assert (new["subtitle"], new["compareToPrice"]) == ("For the veranda", 19)
    await again(synced)


async def test_r6_removal_can_be_gentle(synced: Rig) -> None:
    """Hidden now, deleted when the days are over (RULES M20)."""
    synced.settings |= {"removal.mode": "hide", "removal.days": 10}
    pos.delete_product(synced.pos, synced.mug)
    assert (await synced.sync()).actions == {"MUG-1": "hide"}
    await again(synced)
    assert synced.pairs()["MUG-1"].status == "to be removed"
    synced.clock.advance(11 * 86400)
    assert (await synced.sync()).actions == {"MUG-1": "delete"}
    assert "MUG-1" not in synced.products()
    await again(synced)


async def test_m20_a_clock_set_back_deletes_nothing_earlier(synced: Rig) -> None:
    """And the day, once reached, stays reached."""
    synced.settings |= {"removal.mode": "hide", "removal.days": 10}
    pos.delete_product(synced.pos, synced.mug)
    await synced.sync()
    synced.clock.advance(9 * 86400)
    assert (await synced.sync()).plan.actions == ()
    synced.clock.advance(2 * 86400)
    checked = await synced.sync(Options(check=True))
    assert checked.actions == {"MUG-1": "delete"}
    synced.clock.advance(-5 * 86400)
    assert (await synced.sync()).actions == {"MUG-1": "delete"}


async def test_the_history_is_kept_so_many_days(synced: Rig) -> None:
    """Older runs are forgotten (DESIGN §5)."""
    synced.clock.advance(100 * 86400)
    await synced.sync()
    database, _ = open_database(synced.folder / "shop.sqlite")
    runs = SqliteJournal(database).runs()
    database.close()
    assert [run.run for run in runs] == [2]


async def test_r7_pictures_follow_in_order_and_the_online_ones_give_way(synced: Rig) -> None:
    """While the POS's pictures stay, those added online stay too."""
    for seed in (1, 2, 3):
        pos.add_picture(synced.pos, synced.mug, seed)
    await synced.sync()
    assert len(synced.pairs()["MUG-1"].both.there.image_ids) == 3
    pos.reorder_pictures(synced.pos, synced.mug, [0, 2, 1])
    story = await synced.sync()
    assert story.finished.counts["updated"] == 1, story.failures
    assert len(synced.pairs()["MUG-1"].both.there.image_ids) == 3
    pos.remove_picture(synced.pos, synced.mug, 1)
    story = await synced.sync()
    assert story.finished.writes == 1
    await again(synced)


async def test_r7_a_new_variants_picture_is_told_and_sent(synced: Rig) -> None:
    """It stands in the plan's changes, and costs one write."""
    made = pos.add_variant(synced.pos, synced.tee, {"Colour": "Red", "Size": "S"}, "TEE-RS")
    pos.set_variant_picture(synced.pos, made, 9)
    story = await synced.sync()
    (action,) = story.plan.actions
    pictures = [c for c in action.changes if c.field == "images"]
    assert [(c.variant.sku if c.variant else "", c.after) for c in pictures] == [("TEE-RS", 1)]
    assert story.finished.writes == action.writes == 3
    await again(synced)


async def test_r7_the_same_picture_under_a_new_address_is_not_sent_again(synced: Rig) -> None:
    """Pictures are compared by content."""
    pos.add_picture(synced.pos, synced.mug, 5)
    await synced.sync()
    pos.remove_picture(synced.pos, synced.mug)
    pos.add_picture(synced.pos, synced.mug, 5)
    synced.clock.advance(60)
    story = await synced.sync()
    assert story.plan.actions == ()


async def test_r8_sell_online_off_hides_and_on_shows(synced: Rig) -> None:
    """The flag by hand goes before what the POS says."""
    synced.flag(synced.key(synced.mug), "off")
    assert (await synced.sync()).actions == {"MUG-1": "hide"}
    assert synced.pairs()["MUG-1"].status == "not sold online"
    synced.flag(synced.key(synced.mug), "on")
    assert (await synced.sync()).actions == {"MUG-1": "show"}
    await again(synced)


async def test_r9_a_product_the_pos_does_not_sell_online_is_not_created(rig: Rig) -> None:
    """Only what is activated goes online; the flag can activate it."""
    made = pos.add_product(rig.pos, "Paper bag", "BAG-1", 0.5, online=False)
    await rig.sync()
    assert "BAG-1" not in rig.products()
    assert rig.pairs()["BAG-1"].status == "not sold online"
    rig.flag(rig.key(made), "on")
    assert (await rig.sync()).actions == {"BAG-1": "create"}


async def test_r10_online_stock_is_the_sum_of_the_ticked_outlets(synced: Rig) -> None:
    """Unticking an outlet recomputes; the register's outlet is always in."""
    till.count_stock(synced.pos, synced.mug, synced.outlets[1], 6)
    await synced.sync()
    assert synced.products()["MUG-1"]["quantity"] == 14
    synced.choices = replace(synced.choices, outlets=frozenset({synced.outlets[1]}))
    register = synced.pos.tables["registers"].rows[synced.choices.register or ""]
    await synced.sync()
    expected = 14 if register["outlet_id"] == synced.outlets[0] else 6
    assert synced.products()["MUG-1"]["quantity"] == expected
    await again(synced)


async def test_r16_prices_go_in_the_form_the_shop_expects(rig: Rig) -> None:
    """Without tax where the online store's prices exclude it."""
    rig.ecom.knobs = replace(rig.ecom.knobs, prices_include_tax=False)
    await rig.sync()
    excluding = Decimal(str(rig.pos.product(rig.mug)["price_excluding_tax"]))
    assert rig.products()["MUG-1"]["price"] == float(round(excluding, 2))


async def test_r17_weights_and_sizes_are_converted(synced: Rig) -> None:
    """Grams to the shop's kilograms, inches to its centimetres."""
    pos.change_weight(synced.pos, synced.mug, 320, "G")
    pos.change_dimensions(synced.pos, synced.mug, (4, 3, 3), "IN")
    await synced.sync()
    mug = synced.products()["MUG-1"]
    assert mug["weight"] == 0.32
    assert mug["dimensions"] == {"length": 10.16, "width": 7.62, "height": 7.62}
    await again(synced)


async def test_r18_what_the_shop_reformats_is_not_written_again(synced: Rig) -> None:
    """A description that reads back in another form is settled (RULES M16)."""
    pos.describe(synced.pos, synced.mug, "<P>Dipped  twice.<BR/>In&nbsp;blue &amp; white</P>")
    story = await synced.sync()
    assert story.finished.counts["updated"] == 1, story.failures
    await again(synced)


async def test_r18_a_text_that_reads_back_different_is_accepted_once(synced: Rig) -> None:
    """What the shop makes of it becomes the base, and is not written again (RULES M16)."""
    scripted = "<p>Dipped twice.</p><video src='x'></video>"
    pos.describe(synced.pos, synced.mug, scripted)
    real = online.update

    def strict(store: ESeriesStore, product_id: int, body: dict[str, Any], **given: Any) -> Any:
        if "description" in body:
            body = {**body, "description": "<p>Dipped twice.</p>"}
        return real(store, product_id, body, **given)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(online, "update", strict)
        assert (await synced.sync()).actions == {"MUG-1": "update"}
        synced.clock.advance(600)
        assert (await synced.sync()).plan.actions == ()


async def test_r21_a_family_is_shown_while_any_member_is_active(synced: Rig) -> None:
    """The inactive member's variation stays, with no stock (RULES M10)."""
    pos.deactivate(synced.pos, synced.tee_blue, alone=True)
    assert (await synced.sync()).actions == {"TEE-NS": "update"}
    tee = synced.products()["TEE-NS-FAMILY"]
    assert tee["enabled"] is True
    assert {v["sku"]: v["quantity"] for v in tee["combinations"]} == {"TEE-NS": 5, "TEE-BM": 0}
    pos.deactivate(synced.pos, synced.tee, alone=True)
    assert (await synced.sync()).actions == {"TEE-NS": "hide"}


async def test_r20_categories_follow_and_those_of_people_stay(synced: Rig) -> None:
    """Found or created by path; only the one we assigned is taken away."""
    home = pos.add_category(synced.pos, "Home")
    cups = pos.add_category(synced.pos, "Cups", home)
    pos.move_category(synced.pos, synced.mug, cups)
    await synced.sync()
    names = {c["name"]: c for c in synced.ecom.categories.values()}
    assert names["Cups"]["parentId"] == names["Home"]["id"]
    mug = synced.products()["MUG-1"]
    assert mug["categoryIds"] == [names["Cups"]["id"]]
    gifts = categories.create(synced.ecom, {"name": "Gifts"})
    categories.assign(synced.ecom, gifts, [mug["id"]])
    synced.clock.advance(60)
    pos.move_category(synced.pos, synced.mug, home)
    await synced.sync()
    mug = synced.products()["MUG-1"]
    assert set(mug["categoryIds"]) == {gifts, names["Home"]["id"]}
    await again(synced)


async def test_r20_a_category_is_created_before_those_below_it(rig: Rig) -> None:
    """Whichever product needs it first by name (RULES M18)."""
    top = pos.add_category(rig.pos, "Home")
    middle = pos.add_category(rig.pos, "Kitchen", top)
    below = pos.add_category(rig.pos, "Cups", middle)
    pos.move_category(rig.pos, rig.tee, top)
    pos.move_category(rig.pos, rig.lamp, middle)
    pos.move_category(rig.pos, rig.mug, below)
    story = await rig.sync()
    assert story.finished.exit == 0, story.failures
    assert len(rig.ecom.categories) == 3


async def test_r20_a_renamed_category_of_ours_is_renamed_with_one_write(synced: Rig) -> None:
    """No product is written for it (RULES M18)."""
    cups = pos.add_category(synced.pos, "Cups")
    pos.move_category(synced.pos, synced.mug, cups)
    await synced.sync()
    pos.rename_category(synced.pos, cups, "Mugs & cups")
    synced.clock.advance(60)
    story = await synced.sync()
    assert story.finished.writes == 1
    assert [c["name"] for c in synced.ecom.categories.values()] == ["Mugs & cups"]
    await again(synced)


async def test_r21_a_simple_product_becomes_a_family_and_keeps_its_id(synced: Rig) -> None:
    """Same product, content kept, stock on the variations (RULES M10)."""
    before = synced.products()["MUG-1"]["id"]
    made = pos.add_variant(synced.pos, synced.mug, {"Size": "Large"}, "MUG-L")
    till.count_stock(synced.pos, made, synced.outlets[0], 3)
    story = await synced.sync()
    assert story.finished.counts["failed"] == 0, story.failures
    mug = synced.products()["MUG-1-FAMILY"]
    assert mug["id"] == before
    assert {v["sku"]: v["quantity"] for v in mug["combinations"]} == {"MUG-1": 8, "MUG-L": 3}
    assert mug["quantity"] == 0
    await again(synced)


async def test_r21_values_swapped_between_members_pass_through_a_temporary_one(
    synced: Rig,
) -> None:
    """Both variations keep their ids (RULES M18)."""
    ids = {v["sku"]: v["id"] for v in synced.products()["TEE-NS-FAMILY"]["combinations"]}
    synced.pos.change(
        "products",
        synced.tee,
        variant_options=synced.pos.product(synced.tee_blue)["variant_options"],
    )
    parent_options = [
        {**option, "value": value}
        for option, value in zip(
            synced.pos.product(synced.tee_blue)["variant_options"], ("Navy", "S"), strict=True
        )
    ]
    synced.pos.change("products", synced.tee_blue, variant_options=parent_options)
    story = await synced.sync()
    assert story.finished.counts["failed"] == 0, story.failures
    tee = synced.products()["TEE-NS-FAMILY"]
    assert {v["sku"]: v["id"] for v in tee["combinations"]} == ids
    options = {v["sku"]: {o["value"] for o in v["options"]} for v in tee["combinations"]}
    assert options == {"TEE-NS": {"Blue", "M"}, "TEE-BM": {"Navy", "S"}}
    await again(synced)


async def test_m18_skus_swapped_between_products_pass_through_a_temporary_one(
    synced: Rig,
) -> None:
    """A ring of SKUs is opened and closed within one run."""
    mug, lamp = synced.products()["MUG-1"]["id"], synced.products()["LAMP-1"]["id"]
    pos.swap_skus(synced.pos, synced.mug, synced.lamp)
    story = await synced.sync()
    assert story.finished.counts["failed"] == 0, story.failures
    assert synced.products()["LAMP-1"]["id"] == mug
    assert synced.products()["MUG-1"]["id"] == lamp
    assert story.finished.writes == sum(action.writes for action in story.plan.actions) == 3
    await again(synced)


async def test_m6_deleted_and_made_anew_with_the_same_sku_keeps_the_product(
    synced: Rig,
) -> None:
    """The link moves to the new record; nothing is deleted."""
    before = synced.products()["MUG-1"]["id"]
    new = pos.recreate(synced.pos, synced.mug)
    till.count_stock(synced.pos, new, synced.outlets[0], 8)
    story = await synced.sync()
    assert "delete" not in story.actions.values()
    assert synced.products()["MUG-1"]["id"] == before
    await again(synced)
