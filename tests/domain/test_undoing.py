"""What an undo puts back and what it leaves, case by case (RULES M14)."""

from dataclasses import replace
from typing import Any

import pytest

from app.domain.actions import Change, VariantRef
from app.domain.past import Former, PastAction, Snapshot
from app.domain.product import EcomProduct
from app.domain.steps import (
    AddPicture,
    AssignCategory,
    CreateProduct,
    CreateVariation,
    DeletePicture,
    DeleteProduct,
    PutProduct,
    PutVariation,
    UnassignCategory,
)
from app.domain.undo_plan import SENTENCES, Left, LeftReason, UndoPlan, sentence
from app.domain.undoing import Now, plan_undo
from tests.domain.builders import Pair, dec, ecom_product, mug, shirts, variation

OLD = ecom_product()


def undone(
    before: EcomProduct | None,
    after: EcomProduct | None,
    now: EcomProduct | None,
    *changes: Change,
    fields: frozenset[str] | None = None,
    **past: Any,
) -> UndoPlan:
    """The undo of one action about the mug; `now` None: it is not online any more."""
    pair: Pair = past.pop("pair", None) or mug()
    given: dict[str, Any] = {"kind": "update", "ecom_id": 1, "sku": "MUG", "name": "Mug", **past}
    kept = {name: given.pop(name) for name in ("lost", "ordered", "others") if name in given}
    action = PastAction(
        7,
        pair.product.key,
        changes=changes,
        before=None if before is None else _snapshot(before),
        after=None if after is None else _snapshot(after),
        **given,
    )
    online = {one.id: one for one in (now, *kept.get("others", ())) if one is not None}
    view = Now(
        online,
        {pair.product.key: pair.product},
        {pair.product.key: pair.link} if pair.link is not None else {},
        {pair.product.key: pair.base} if pair.base is not None else {},
        categories=frozenset({51, 52, 60}),
        lost=kept.get("lost", frozenset()),
        ordered=kept.get("ordered", frozenset()),
    )
    return plan_undo(7, [action], view, fields=fields)


def _snapshot(product: EcomProduct) -> Snapshot:
    addresses = {image_id: f"https://kept/{image_id}" for image_id in product.image_ids}
    if "0" in addresses:
        addresses["0"] = product.main_image_mark
    return Snapshot(product, addresses)


def with_field(name: str, value: Any) -> EcomProduct:
    """The mug with another value in one field."""
    return ecom_product(**{name: value})


def reasons(plan: UndoPlan) -> list[tuple[str, LeftReason]]:
    """What is left."""
    return [(one.field, one.reason) for one in plan.left]


FIELDS: list[tuple[str, str, object, object, object]] = [
    ("name", "name", "Mug", "Cup", "Mug"),
    ("price", "price", dec("12.10"), dec("15"), dec("12.10")),
    ("brand", "brand", "", "Acme", ""),
    ("description", "description", "digest-0", "digest-1", "digest-0"),
    ("barcode", "barcode", "", "1", ""),
    ("weight", "weight", None, dec("2"), dec("0")),
    (
        "dimensions",
        "dimensions",
        None,
        (dec("1"), dec("2"), dec("3")),
        (dec("0"), dec("0"), dec("0")),
    ),
]


@pytest.mark.parametrize(("field", "name", "old", "new", "written"), FIELDS)
def test_a_field_goes_back_where_the_run_left_it(
    field: str, name: str, old: object, new: object, written: object
) -> None:
    """What was blank is cleared again; the value counts as an edit to be kept."""
    before = with_field(name, old)
    after = with_field(name, new)
    change = Change(field, None, str(old), str(new))
    plan = undone(before, after, after, change)
    (action,) = plan.actions
    assert action.steps == (PutProduct({field: written}),)  # type: ignore[dict-item]
    assert not plan.left
    agrees = field in ("name", "price")
    assert plan.marks["p1"].keep == (frozenset() if agrees else frozenset({field}))


@pytest.mark.parametrize(("field", "name", "old", "new", "_"), FIELDS)
def test_a_field_that_changed_since_is_left(
    field: str, name: str, old: object, new: object, _: object
) -> None:
    """Somebody else's value is never overwritten."""
    values: dict[str, object] = {
        "price": dec("99"),
        "weight": dec("99"),
        "dimensions": (dec("9"), dec("9"), dec("9")),
    }
    now = with_field(name, values.get(field, "other"))
    before = with_field(name, old)
    after = with_field(name, new)
    plan = undone(before, after, now, Change(field, None, None, None))
    assert not plan.actions
    assert reasons(plan) == [(field, "changed")]


def test_what_is_as_before_needs_nothing() -> None:
    """Neither an action nor a word."""
    plan = undone(OLD, replace(OLD, name="Cup"), OLD, Change("name", None, "Mug", "Cup"))
    assert (plan.actions, plan.left) == ((), ())


def test_a_run_that_never_read_back_counts_by_what_it_wrote() -> None:
    """Amounts come from the journal as text."""
    now = replace(OLD, price=dec("15.00"))
    plan = undone(OLD, None, now, Change("price", None, "12.10", "15"))
    assert plan.actions[0].steps == (PutProduct({"price": dec("12.10")}),)
    other = undone(OLD, None, replace(OLD, price=dec("16")), Change("price", None, "12.10", "15"))
    assert reasons(other) == [("price", "changed")]


def test_without_a_look_before_nothing_goes_back() -> None:
    """It is not known what was there."""
    plan = undone(None, None, OLD, Change("price", None, "12.10", "15"))
    assert reasons(plan) == [("price", "unclear")]


@pytest.mark.parametrize(
    ("change", "left"),
    [
        (Change("stock", None, 5, 3), "stock"),
        (Change("sku", None, "A", "MUG"), "follows"),
        (Change("options", None, {}, {"Size": ["L"]}), "follows"),
        (Change("options", VariantRef("x", None, "X"), None, {"Size": "L"}), "follows"),
    ],
)
def test_what_follows_the_pos_is_left(change: Change, left: LeftReason) -> None:
    """Stock is computed; SKUs and variants would be written again."""
    plan = undone(OLD, OLD, OLD, change)
    assert reasons(plan) == [(change.field, left)]
    assert not plan.actions


def test_a_product_that_is_gone_is_left() -> None:
    """There is nothing to write to."""
    plan = undone(OLD, OLD, None, Change("name", None, "Mug", "Cup"))
    assert reasons(plan) == [("", "gone")]


def test_only_the_fields_that_are_wanted() -> None:
    """The others are neither put back nor listed."""
    after = replace(OLD, name="Cup", price=dec("15"))
    changes = (Change("name", None, "Mug", "Cup"), Change("price", None, "12.10", "15"))
    plan = undone(OLD, after, after, *changes, fields=frozenset({"price"}))
    assert plan.actions[0].steps == (PutProduct({"price": dec("12.10")}),)
    assert not plan.left


def test_categories_move_back_and_others_stay() -> None:
    """What people assigned since is left alone."""
    before, after = replace(OLD, category_ids=(51,)), replace(OLD, category_ids=(52,))
    now = replace(OLD, category_ids=(52, 60))
    change = Change("category", None, (51,), ("Gifts",))
    plan = undone(before, after, now, change)
    assert plan.actions[0].steps == (AssignCategory("", 51), UnassignCategory(52))
    assert plan.actions[0].changes[0].after == (51, 60)
    moved = undone(before, after, replace(OLD, category_ids=(60,)), change)
    assert reasons(moved) == [("category", "changed")]


@pytest.mark.parametrize(("was", "kind", "flag"), [(True, "show", "on"), (False, "hide", "off")])
def test_hide_and_show_set_the_flag(was: bool, kind: str, flag: str) -> None:
    """Else the next sync would switch it again."""
    before, after = replace(OLD, enabled=was), replace(OLD, enabled=not was)
    change = Change("enabled", None, was, not was)
    plan = undone(before, after, after, change, kind="hide" if was else "show")
    assert plan.actions[0].kind == kind
    assert plan.marks["p1"].flag == flag


@pytest.mark.parametrize(
    ("record", "reason"), [({"active": False}, "inactive"), ({"deleted": True}, "removed")]
)
def test_what_the_pos_does_not_show_stays_hidden(record: Any, reason: LeftReason) -> None:
    """Shown, it would be hidden again at once."""
    pair = mug(**record)
    after = replace(OLD, enabled=False)
    plan = undone(OLD, after, after, Change("enabled", None, True, False), kind="hide", pair=pair)
    assert reasons(plan) == [("enabled", reason)]


def test_added_pictures_are_deleted_again() -> None:
    """The others stay untouched."""
    before = replace(OLD, image_ids=("0", "5"))
    after = replace(before, image_ids=("0", "5", "6"))
    plan = undone(before, after, after, Change("images", None, 2, 3))
    assert plan.actions[0].steps == (DeletePicture("6"),)


def test_deleted_pictures_come_back_in_order_if_their_content_does() -> None:
    """A gallery can only be appended to, so what stands behind is sent again."""
    before = replace(OLD, image_ids=("0", "5", "6"))
    after = replace(before, image_ids=("0", "6"))
    change = Change("images", None, 3, 2)
    plan = undone(before, after, after, change)
    assert [type(step) for step in plan.actions[0].steps] == [
        DeletePicture,
        AddPicture,
        AddPicture,
    ]
    urls = [step.url for step in plan.actions[0].steps if isinstance(step, AddPicture)]
    assert urls == ["https://kept/5", "https://kept/6"]
    gone = undone(before, after, after, change, lost=frozenset({"https://kept/5"}))
    assert reasons(gone) == [("images", "picture")]
    assert not gone.actions


def test_an_undone_create_deletes_and_keeps_off() -> None:
    """Unless people made something of it."""
    pair = mug()
    there = pair.there
    assert there is not None
    made: dict[str, Any] = {"kind": "create", "ecom_id": None, "pair": pair}
    plan = undone(None, there, there, **made)
    assert plan.actions[0].steps == (DeleteProduct(),)
    assert plan.marks["p1"].flag == "off"
    assert reasons(undone(None, there, there, ordered=frozenset({1}), **made)) == [("", "ordered")]
    edited = replace(there, name="Somebody's")
    assert reasons(undone(None, there, edited, **made)) == [("", "edited")]
    assert undone(None, there, None, **made) == UndoPlan(7)


def test_an_undone_delete_makes_it_anew_without_a_link() -> None:
    """With a new number, no stock, hidden until its pictures are there."""
    pair = mug(deleted=True)
    old = replace(OLD, quantity=9)
    plan = undone(old, None, None, kind="delete", pair=pair)
    (action,) = plan.actions
    made = action.steps[0]
    assert isinstance(made, CreateProduct)
    assert made.reference == "counterpart:restored:p1"
    assert made.values["stock"] == 0
    assert made.values["enabled"] is False
    assert action.steps[-1] == PutProduct({"enabled": True})
    assert plan.renumbered == 1
    assert plan.marks["p1"].unlinked
    assert plan.marks["p1"].apart == {"p1"}


def test_a_restored_product_whose_sku_is_taken_is_left() -> None:
    """Two of the same SKU would be worse than none."""
    pair = mug(deleted=True)
    other = ecom_product(9)
    plan = undone(OLD, None, None, kind="delete", pair=pair, others=(other,))
    assert reasons(plan) == [("", "sku taken")]


def test_an_interrupted_restoring_goes_on_where_it_stopped() -> None:
    """What is there already is not made again."""
    pair = mug(deleted=True)
    half = replace(
        OLD, id=9, enabled=False, image_ids=(), external_reference_id="counterpart:restored:p1"
    )
    plan = undone(OLD, None, None, kind="delete", pair=pair, others=(half,))
    (action,) = plan.actions
    assert action.ecom_id == 9
    assert [type(step) for step in action.steps] == [AddPicture, PutProduct]
    whole = replace(half, enabled=True, image_ids=OLD.image_ids)
    assert undone(OLD, None, None, kind="delete", pair=pair, others=(whole,)).actions == ()


def test_a_variant_price_and_a_deleted_variation_go_back() -> None:
    """The variation comes back with its own values and stands online alone."""
    pair = shirts()
    there = pair.there
    assert there is not None
    red, blue = there.variations
    before = replace(there, variations=(red, blue, variation(13, "Green")))
    dear = replace(red, price=dec("20"))
    after = replace(there, variations=(dear, blue))
    changes = (
        Change("price", VariantRef("shirt", 11, "SHIRT-RED"), "12.10", "20"),
        Change("options", VariantRef("green", 13, "SHIRT-GREEN"), {"Colour": "Green"}, None),
        Change("options", None, {"Colour": ["Red"]}, {"Colour": ["Red", "Blue"]}),
    )
    plan = undone(before, after, after, *changes, pair=pair, ecom_id=2)
    (action,) = plan.actions
    made = [step for step in action.steps if isinstance(step, CreateVariation)]
    assert [step.pos_id for step in made] == ["was:13"]
    assert made[0].values["stock"] == 0
    assert PutVariation("shirt", 11, {"price": dec("12.10")}) in action.steps
    assert not plan.left


def test_undoing_an_undo_brings_back_what_was_chosen() -> None:
    """The flag of then, and no kept edit where both sides agree again."""
    former = Former("follow", frozenset(), None)
    before, after = replace(OLD, enabled=True), replace(OLD, enabled=False)
    change = Change("enabled", None, True, False)
    plan = undone(before, after, after, change, kind="hide", former=former)
    assert plan.marks["p1"].flag == "follow"
    priced = undone(
        OLD, replace(OLD, price=dec("9")), replace(OLD, price=dec("9")),
        Change("price", None, "12.10", "9"), former=former,
    )  # fmt: skip
    assert priced.marks["p1"].drop == {"price"}


@pytest.mark.parametrize("reason", SENTENCES)
def test_every_reason_has_a_sentence(reason: LeftReason) -> None:
    """It names the product, the field and why."""
    left = Left("p1", "MUG", "Mug", "price", reason, VariantRef("x", 1, "MUG-L"))
    assert sentence(left) == f"MUG Mug, MUG-L price: {SENTENCES[reason]}"
