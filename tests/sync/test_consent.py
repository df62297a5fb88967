"""A yes to exactly what was shown: nothing else is carried out, and what was left out waits."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import httpx
import pytest

from app.domain.actions import Action, Change, VariantRef
from app.domain.leaving_out import LeftOut, Line
from app.domain.pairing import Base
from app.sample import mutations_pos as pos
from app.sample import mutations_till as till
from app.sample.e_series import products as online
from app.sync.consent import Approval, signature
from app.sync.deciding import plan_only
from app.sync.run import Options
from tests.sync.rig import CutLine, Rig, Story

CHECK = Options(check=True)


def lines(action: Action) -> set[Line]:
    """The lines of an action."""
    return {(c.variant.pos_id if c.variant else "", c.field) for c in action.changes}


async def shown(rig: Rig, left_out: LeftOut | None = None, *ticked: str) -> Approval:
    """The yes to these SKUs (or all) of what a check shows, without some lines."""
    seen = (await rig.sync(CHECK)).context
    assert seen.world is not None
    with rig.mirror() as mirror:
        seen.mirror = mirror
        plan = plan_only(seen, seen.world, None, left_out or {})
    actions = [action for action in plan.actions if not ticked or action.sku in ticked]
    return Approval({action.key: signature(action) for action in actions}, left_out or {})


async def waiting(rig: Rig) -> dict[str, set[Line]]:
    """What a plain check plans, by SKU."""
    rig.clock.advance(600)
    story = await rig.sync(CHECK)
    return {action.sku: lines(action) for action in story.plan.actions}


def base(rig: Rig, product_id: str) -> Base:
    """What was last agreed of a product."""
    with rig.mirror() as mirror:
        return mirror.load().bases[rig.key(product_id)]


async def test_only_what_was_ticked_is_carried_out(synced: Rig) -> None:
    """The rest is planned again by the next check; nobody is asked."""
    pos.reprice(synced.pos, synced.mug, 16.0)
    pos.reprice(synced.pos, synced.lamp, 99.0)
    story = await synced.sync(Options(approved=await shown(synced, None, "MUG-1")))
    assert story.finished.exit == 0, story.said
    assert story.actions == {"MUG-1": "update"}
    assert story.finished.counts["updated"] == 1
    assert story.finished.counts["unchanged"] == 1
    assert synced.products()["LAMP-1"]["price"] == 89.9
    assert await waiting(synced) == {"LAMP-1": {("", "price")}}


def change_everything(rig: Rig) -> None:
    """Change many fields of the mug and of both tees."""
    pos.reprice(rig.pos, rig.mug, 16.0)
    pos.rename(rig.pos, rig.mug, "Enamel beaker")
    pos.describe(rig.pos, rig.mug, "<p>Dipped twice.</p>")
    pos.set_brand(
        rig.pos, rig.mug, next(iter(rig.premises.brands.values())) if rig.premises else None
    )
    pos.move_category(rig.pos, rig.mug, pos.add_category(rig.pos, "Cups"))
    pos.add_picture(rig.pos, rig.mug, 7)
    pos.change_sku(rig.pos, rig.mug, "MUG-2")
    pos.change_barcode(rig.pos, rig.mug, "0012345678905", "UPC")
    pos.change_weight(rig.pos, rig.mug, 320, "G")
    pos.change_dimensions(rig.pos, rig.mug, (10, 8, 8), "CM")
    till.count_stock(rig.pos, rig.mug, rig.outlets[0], 4)
    pos.rename(rig.pos, rig.tee, "Harbour shirt")
    pos.reprice(rig.pos, rig.tee_blue, 44.0)
    pos.change_barcode(rig.pos, rig.tee_blue, "0012345678905", "UPC")
    pos.change_sku(rig.pos, rig.tee_blue, "TEE-BLUE")
    pos.rename_value(rig.pos, rig.tee, "Colour", "Navy", "Ink")
    till.count_stock(rig.pos, rig.tee, rig.outlets[0], 3)
    till.count_stock(rig.pos, rig.tee_blue, rig.outlets[0], 9)
    pos.set_variant_picture(rig.pos, rig.tee_blue, 9)


MUG_LINES = (
    *("name", "description", "brand", "category", "images", "sku", "barcode", "price"),
    *("weight", "dimensions", "stock"),
)
TEE_LINES = ("price", "barcode", "sku", "stock", "images")


@pytest.mark.parametrize("field", MUG_LINES)
async def test_a_line_left_out_waits_with_its_base_while_the_rest_is_done(
    synced: Rig, field: str
) -> None:
    """A second check plans exactly that line, and later it goes like any other."""
    change_everything(synced)
    online.update(synced.ecom, synced.products()["MUG-1"]["id"], {"name": "Cup"})
    synced.clock.advance(60)
    before = base(synced, synced.mug)
    left_out = {synced.key(synced.mug): frozenset({("", field)})}
    story = await synced.sync(Options(approved=await shown(synced, left_out)))
    assert story.finished.counts["failed"] == 0, story.failures
    (mug,) = [action for action in story.plan.actions if action.sku == "MUG-2"]
    assert lines(mug) == {("", name) for name in MUG_LINES if name != field}
    assert await waiting(synced) == {"MUG-2": {("", field)}}, story.failures
    if field != "stock":
        at = ("name", "description", "brand", "category", "images", "sku", "barcode").index
        place = at(field) if field in MUG_LINES[:7] else {"price": 7, "weight": 8}.get(field, 9)
        after = base(synced, synced.mug)
        assert after.product.pos[place] == before.product.pos[place]
        assert after.product.ecom[place] == before.product.ecom[place]
    await synced.sync()
    assert await waiting(synced) == {}


@pytest.mark.parametrize("field", TEE_LINES)
async def test_a_line_of_one_variant_waits_while_the_rest_is_done(synced: Rig, field: str) -> None:
    """Its siblings and its product are written."""
    change_everything(synced)
    line = (synced.tee_blue, field)
    left_out = {synced.key(synced.tee): frozenset({line})}
    story = await synced.sync(Options(approved=await shown(synced, left_out)))
    assert story.finished.counts["failed"] == 0, story.failures
    assert await waiting(synced) == {"TEE-NS": {line}}
    await synced.sync()
    assert await waiting(synced) == {}


@pytest.mark.parametrize(
    "change",
    [
        lambda rig: pos.rename_value(rig.pos, rig.tee, "Colour", "Blue", "Azure"),
        lambda rig: pos.delete_variant(rig.pos, rig.tee_blue),
        lambda rig: pos.add_variant(rig.pos, rig.tee, {"Colour": "Red", "Size": "S"}, "TEE-RS"),
    ],
    ids=["value-renamed", "variant-deleted", "variant-added"],
)
async def test_options_left_out_wait_and_take_their_values_along_later(
    synced: Rig, change: Callable[[Rig], object]
) -> None:
    """As if everything had been done in one go."""
    change(synced)
    pos.rename(synced.pos, synced.tee, "Harbour shirt")
    seen = await synced.sync(CHECK)
    (action,) = seen.plan.actions
    (line,) = {found for found in lines(action) if found[0] and found[1] == "options"}
    before = synced.products()["TEE-NS-FAMILY"]
    left_out = {action.key: frozenset({line})}
    story = await synced.sync(Options(approved=await shown(synced, left_out)))
    assert story.finished.counts["failed"] == 0, story.failures
    product = synced.products()["TEE-NS-FAMILY"]
    assert product["name"] == "Harbour shirt"
    assert (product["options"], product["combinations"]) == (
        before["options"],
        before["combinations"],
    )
    again = (await waiting(synced))["TEE-NS"]
    assert line in again
    assert {found for found in again if not found[0]} == {("", "options")}
    await synced.sync()
    assert await waiting(synced) == {}
    used = {
        (option["name"], option["value"])
        for combination in synced.products()["TEE-NS-FAMILY"]["combinations"]
        for option in combination["options"]
    }
    held = {
        (option["name"], choice["text"])
        for option in synced.products()["TEE-NS-FAMILY"]["options"]
        for choice in option["choices"]
    }
    assert held == used


async def test_hiding_is_one_line_and_can_wait(synced: Rig) -> None:
    """With nothing else to do there is no action at all."""
    pos.deactivate(synced.pos, synced.mug)
    left_out = {synced.key(synced.mug): frozenset({("", "enabled")})}
    story = await synced.sync(Options(approved=await shown(synced, left_out)))
    assert story.plan.actions == ()
    assert synced.products()["MUG-1"]["enabled"] is True
    assert await waiting(synced) == {"MUG-1": {("", "enabled")}}


async def test_what_changed_since_waits_and_is_said_with_its_key(synced: Rig) -> None:
    """The others go as they were shown; what is new is not even mentioned."""
    pos.reprice(synced.pos, synced.mug, 16.0)
    pos.reprice(synced.pos, synced.lamp, 99.0)
    approval = await shown(synced)
    pos.reprice(synced.pos, synced.mug, 17.0)
    pos.rename(synced.pos, synced.tee, "Harbour shirt")
    synced.clock.advance(60)
    story = await synced.sync(Options(approved=approval))
    assert story.actions == {"LAMP-1": "update"}
    assert warnings(story) == {
        synced.key(synced.mug): (
            "Enamel mug changed since you looked; it waits for the next preview."
        )
    }
    assert await waiting(synced) == {"MUG-1": {("", "price")}, "TEE-NS": {("", "name")}}


def warnings(story: Story) -> dict[str, str]:
    """What the run warned of, by product key."""
    told = [event for event in story.events if getattr(event, "level", "") == "warning"]
    return {getattr(event, "key", ""): getattr(event, "text", "") for event in told}


async def test_what_is_right_by_now_is_not_mentioned(synced: Rig) -> None:
    """Somebody did it by hand, or took it back."""
    pos.reprice(synced.pos, synced.mug, 16.0)
    approval = await shown(synced)
    pos.reprice(synced.pos, synced.mug, 14.5)
    synced.clock.advance(60)
    story = await synced.sync(Options(approved=approval))
    assert (story.plan.actions, warnings(story)) == ((), {})
    assert story.finished.counts["unchanged"] == 3


async def test_what_takes_a_sku_that_is_left_in_use_waits_with_it(synced: Rig) -> None:
    """Half of a swap would give two products one SKU."""
    pos.change_sku(synced.pos, synced.mug, "MUG-2")
    pos.change_sku(synced.pos, synced.lamp, "MUG-1")
    left_out = {synced.key(synced.mug): frozenset({("", "sku")})}
    approval = await shown(synced, left_out)
    assert approval.actions == {}
    told = replace(approval, actions={synced.key(synced.lamp): "as it was shown"})
    story = await synced.sync(Options(approved=told))
    assert story.plan.actions == ()
    assert "Reading lamp waits" in warnings(story)[synced.key(synced.lamp)]


async def test_a_first_sync_in_part_asks_no_question_and_counts_as_done(rig: Rig) -> None:
    """The yes covers exactly this; what was not ticked is offered again."""
    story = await rig.sync(Options(approved=await shown(rig, None, "MUG-1")))
    assert story.finished.exit == 0, story.said
    assert story.objections == []
    assert set(rig.products()) == {"MUG-1"}
    assert story.context.fact("first.done") == 1
    assert set(await waiting(rig)) == {"LAMP-1", "TEE-NS"}


async def test_the_guard_is_not_asked_about_what_was_ticked(rig: Rig) -> None:
    """It has had its say in the preview."""
    made = [rig.add(f"Cup {number}", f"CUP-{number}", 5.0) for number in range(20)]
    await rig.sync()
    for product_id in made[:12]:
        pos.delete_product(rig.pos, product_id)
    rig.clock.advance(60)
    story = await rig.sync(Options(approved=await shown(rig)))
    assert (story.finished.exit, story.objections) == (0, [])
    assert story.finished.counts["deleted"] == 12


async def test_a_category_is_made_for_the_first_product_that_is_written(synced: Rig) -> None:
    """Though the first of the whole plan was not ticked."""
    cups = pos.add_category(synced.pos, "Cups", pos.add_category(synced.pos, "Kitchen"))
    for product_id in (synced.mug, synced.lamp):
        pos.move_category(synced.pos, product_id, cups)
    story = await synced.sync(Options(approved=await shown(synced, None, "LAMP-1")))
    assert story.finished.counts["failed"] == 0, story.failures
    assert [c["name"] for c in synced.ecom.categories.values()] == ["Kitchen", "Cups"]
    assert await waiting(synced) == {"MUG-1": {("", "category")}}


async def test_a_check_of_what_was_ticked_writes_nothing(synced: Rig) -> None:
    """It only tells what would be done."""
    pos.reprice(synced.pos, synced.mug, 16.0)
    approval = await shown(synced)
    story = await synced.sync(Options(check=True, approved=approval))
    assert story.actions == {"MUG-1": "update"}
    assert story.finished.writes == 0


async def test_a_second_look_leaves_out_the_same_lines(synced: Rig) -> None:
    """A stock change in doubt is looked at again, without what was not ticked."""
    till.count_stock(synced.pos, synced.mug, synced.outlets[0], 3)
    pos.reprice(synced.pos, synced.mug, 16.0)
    left_out = {synced.key(synced.mug): frozenset({("", "price")})}
    approval = await shown(synced, left_out)
    lost: list[httpx.Request] = []

    def loses(request: httpx.Request) -> bool:
        if lost or not request.url.path.endswith("/inventory"):
            return False
        lost.append(request)
        return True

    synced.between = lambda line: CutLine(line, loses)
    story = await synced.sync(Options(approved=approval))
    assert lost
    assert story.finished.exit == 0, story.failures
    assert synced.products()["MUG-1"]["price"] == 14.5
    assert await waiting(synced) == {"MUG-1": {("", "price")}}


async def test_failures_of_what_was_not_ticked_stand(synced: Rig) -> None:
    """They were not tried again, so nobody knows better."""
    pos.reprice(synced.pos, synced.mug, 16.0)
    pos.reprice(synced.pos, synced.lamp, 99.0)
    synced.between = Refusing
    assert (await synced.sync()).finished.counts["failed"] == 2
    synced.between = lambda line: line
    await synced.sync(Options(approved=await shown(synced, None, "MUG-1")))
    found = synced.pairs()
    assert (found["MUG-1"].status, found["LAMP-1"].status) == ("in sync", "failed")


class Refusing(httpx.AsyncBaseTransport):
    """Refuses every change of a product."""

    def __init__(self, line: httpx.AsyncBaseTransport) -> None:
        self._line = line

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Answer 400 to a PUT."""
        if request.method == "PUT":
            body = {"errorMessage": "No.", "errorCode": "NO"}
            return httpx.Response(400, json=body, request=request)
        return await self._line.handle_async_request(request)


async def test_what_a_product_is_to_become_is_shown_the_same_by_every_check(synced: Rig) -> None:
    """Signatures hold from one process to the next."""
    change_everything(synced)
    online.delete(synced.ecom, synced.products()["LAMP-1"]["id"])
    synced.clock.advance(600)
    one, other = await shown(synced), await shown(synced)
    assert len(one.actions) == 3
    assert one == other


ACTION = Action(
    "update",
    "k",
    7,
    "S",
    "Mug",
    (Change("price", VariantRef("p", 8, "S"), Decimal("1.50"), Decimal("2.00")),),
    (),
)


def changed(**given: Any) -> Action:
    """The action with its one change told otherwise."""
    return replace(ACTION, changes=(replace(ACTION.changes[0], **given),))


@pytest.mark.parametrize(
    "other",
    [
        replace(ACTION, name="Cup", sku="T"),
        changed(before=Decimal("1.5")),
        replace(ACTION, after=("other",), early=1),
    ],
    ids=["name", "digits", "order"],
)
def test_a_signature_stays_while_the_same_is_done(other: Action) -> None:
    """What a value is written like, and what else is planned, has no part in it."""
    assert signature(other) == signature(ACTION)


@pytest.mark.parametrize(
    "other",
    [
        replace(ACTION, kind="show"),
        replace(ACTION, key="l"),
        replace(ACTION, ecom_id=None),
        replace(ACTION, changes=()),
        changed(field="weight"),
        changed(variant=None),
        changed(variant=VariantRef("p", None, "S")),
        changed(before=Decimal("1.51")),
        changed(after=Decimal("2.01")),
        changed(after=None),
    ],
)
def test_a_signature_changes_with_what_is_done(other: Action) -> None:
    """Kind, product, and every value, old and new."""
    assert signature(other) != signature(ACTION)
