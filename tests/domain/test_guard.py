"""Reasons to stop and ask before a run: the arithmetic, kind by kind (RULES M13)."""

from typing import Any

import pytest

from app.domain.actions import Action, ActionKind, Change, VariantRef
from app.domain.guard import GUARD_KINDS, GuardKind, Reason, concerned, objections
from app.domain.rules import Rules
from app.domain.steps import DeleteVariation, Step
from tests.domain.builders import dec

DEFAULT = Rules.of({})
BLUE = VariantRef("blue", 12, "SHIRT-BLUE")


def action(
    kind: ActionKind = "update", *changes: Change, steps: tuple[Step, ...] = (), key: str = "p1"
) -> Action:
    """What would be done about one product."""
    return Action(kind, key, 1, f"SKU-{key}", "Mug", changes, steps)


def price(before: str | None, after: str, variant: VariantRef | None = None) -> Change:
    """A price that moves."""
    return Change("price", variant, None if before is None else dec(before), dec(after))


def kinds_of(one: Action, *, sold_out: bool = False, rules: Rules = DEFAULT) -> set[GuardKind]:
    """The kinds for which an action counts."""
    found = concerned([one], rules, frozenset({one.key} if sold_out else set()))
    assert set(found) == set(GUARD_KINDS)
    return {kind for kind, actions in found.items() if actions}


def asks(count: int, shown: int, **settings: Any) -> bool:
    """Whether so many deletions of so many shown products want a yes."""
    rules = Rules.of({key.replace("__", "."): value for key, value in settings.items()})
    actions = [action("delete", key=f"p{at}") for at in range(count)]
    return bool(objections(concerned(actions, rules, frozenset()), shown, rules))


@pytest.mark.parametrize(
    ("one", "sold_out", "kinds"),
    [
        pytest.param(action("delete"), False, {"delete"}, id="delete"),
        pytest.param(action("hide"), False, {"hide"}, id="hide"),
        pytest.param(action("show"), False, {"show"}, id="show"),
        pytest.param(action("create", price(None, "5")), False, set(), id="create"),
        pytest.param(action("update"), False, set(), id="update"),
        pytest.param(
            action(steps=(DeleteVariation(11), DeleteVariation(12))),
            False,
            {"delete"},
            id="deleted-variations-count-their-product-once",
        ),
        pytest.param(
            action("hide", steps=(DeleteVariation(11),)), False, {"hide", "delete"}, id="both"
        ),
        pytest.param(action("update"), True, {"zero"}, id="sold-out"),
        pytest.param(action("hide"), True, {"hide"}, id="hidden-is-not-sold-out"),
        pytest.param(action("update", price("10", "15")), False, set(), id="half-more-is-fine"),
        pytest.param(action("update", price("10", "15.01")), False, {"price"}, id="price-up"),
        pytest.param(action("update", price("10", "5")), False, set(), id="half-less-is-fine"),
        pytest.param(action("update", price("10", "4.99")), False, {"price"}, id="price-down"),
        pytest.param(action("update", price("10", "0")), False, {"price"}, id="price-to-zero"),
        pytest.param(action("update", price("0", "0.01")), False, {"price"}, id="price-from-zero"),
        pytest.param(action("show", price("10", "99")), False, {"show", "price"}, id="shown-too"),
        pytest.param(
            action("update", price("10", "99"), price("10", "11", BLUE)),
            False,
            set(),
            id="members-tell-for-their-family",
        ),
        pytest.param(
            action("update", price("10", "11"), price("10", "99", BLUE)),
            False,
            {"price"},
            id="one-member-stands-out",
        ),
        pytest.param(
            action("update", price(None, "12", VariantRef("green", None, "SHIRT-GREEN"))),
            False,
            set(),
            id="a-new-members-first-price-is-no-move",
        ),
        pytest.param(
            action(
                "update",
                price("10", "99"),
                price(None, "99", VariantRef("green", None, "SHIRT-GREEN")),
            ),
            False,
            {"price"},
            id="beside-new-members-the-family-tells",
        ),
    ],
)
def test_m13_what_counts_for_which_kind(one: Action, sold_out: bool, kinds: set[GuardKind]) -> None:
    """Each kind alone; a family counts once."""
    assert kinds_of(one, sold_out=sold_out) == kinds


def test_m13_the_price_move_that_stands_out_is_settable() -> None:
    """As a share of the old price."""
    strict = Rules.of({"guard.price": "0.1"})
    assert kinds_of(action("update", price("10", "11.01")), rules=strict) == {"price"}
    assert kinds_of(action("update", price("10", "11")), rules=strict) == set()


@pytest.mark.parametrize(
    ("count", "shown", "expected"),
    [
        pytest.param(10, 100, False, id="ten-of-a-hundred"),
        pytest.param(11, 100, True, id="eleven-of-a-hundred"),
        pytest.param(11, 219, True, id="eleven-just-over-five-percent"),
        pytest.param(11, 220, False, id="eleven-are-five-percent"),
        pytest.param(50, 1000, False, id="fifty-are-five-percent"),
        pytest.param(51, 1000, True, id="fifty-one-are-more"),
        pytest.param(2, 2, False, id="two-of-two"),
        pytest.param(2, 3, False, id="two-of-three"),
        pytest.param(3, 6, False, id="three-are-half"),
        pytest.param(3, 5, True, id="three-are-more-than-half"),
        pytest.param(3, 0, True, id="three-where-none-is-shown"),
        pytest.param(4, 7, True, id="four-of-seven"),
        pytest.param(4, 8, False, id="four-of-eight"),
        pytest.param(0, 0, False, id="nothing"),
    ],
)
def test_m13_when_to_ask(count: int, shown: int, expected: bool) -> None:
    """(c > 10 and c > 5 % of M) or (c ≥ 3 and c > M / 2)."""
    assert asks(count, shown) is expected


@pytest.mark.parametrize(
    ("count", "shown", "settings", "expected"),
    [
        pytest.param(1, 10_000, {"guard__count": 0}, True, id="count-zero-always-asks"),
        pytest.param(
            1, 10_000, {"guard__count": 0, "guard__share": 0}, True, id="zero-and-zero-always-asks"
        ),
        pytest.param(0, 10_000, {"guard__count": 0}, False, id="nothing-is-never-asked"),
        pytest.param(3, 100, {"guard__count": 2, "guard__share": 0}, True, id="lower-count"),
        pytest.param(3, 100, {"guard__count": 2}, False, id="share-holds-too"),
        pytest.param(60, 100, {"guard__count": 100}, True, id="half-asks-whatever-the-count"),
    ],
)
def test_m13_settable(count: int, shown: int, settings: dict[str, Any], expected: bool) -> None:
    """Both numbers; the half of everything is not settable."""
    assert asks(count, shown, **settings) is expected


def test_m13_unattended_runs_add_what_others_did_without_a_yes() -> None:
    """So that many small runs are not a way around."""
    found = concerned([action("hide", key=f"p{n}") for n in range(6)], DEFAULT, frozenset())
    assert objections(found, 100, DEFAULT, {"hide": 4}) == ()
    (reason,) = objections(found, 100, DEFAULT, {"hide": 5})
    assert (reason.kind, reason.count) == ("hide", 6)


def test_m13_what_others_did_is_no_reason_of_its_own() -> None:
    """A run that does none of a kind is not asked about it."""
    found = concerned([action("hide")], DEFAULT, frozenset())
    assert objections(found, 100, DEFAULT, {"delete": 500}) == ()


def test_m13_each_kind_alone() -> None:
    """Ten deletions and ten hidings are not twenty of anything."""
    mixed = [action("delete", key=f"d{n}") for n in range(10)]
    mixed += [action("hide", key=f"h{n}") for n in range(10)]
    assert objections(concerned(mixed, DEFAULT, frozenset()), 100, DEFAULT) == ()


def test_the_question_names_numbers_and_the_first_examples() -> None:
    """Five SKUs at most."""
    found = concerned([action("delete", key=f"p{n}") for n in range(12)], DEFAULT, frozenset())
    assert objections(found, 40, DEFAULT) == (
        Reason("delete", 12, 40, ("SKU-p0", "SKU-p1", "SKU-p2", "SKU-p3", "SKU-p4")),
    )
