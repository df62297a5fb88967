"""A plan in words."""

from decimal import Decimal

from app.domain.actions import Action, Change, VariantRef
from app.domain.steps import PutProduct
from app.preview import LONGEST, preview

STEPS = (PutProduct({"price": Decimal(16)}),)


def test_what_changes_is_told_old_and_new() -> None:
    """Values that fit in a line; long ones by name; a variant by its SKU."""
    changes = (
        Change("price", None, Decimal("14.5"), Decimal("16.00")),
        Change("stock", VariantRef("r1", 7, "MUG-L"), 8, 5),
        Change("description", None, "digest", None),
        Change("barcode", None, None, "0123"),
    )
    (line,) = preview([Action("update", "f1", 1, "MUG-1", "Enamel mug", changes, STEPS)])
    told = "change MUG-1 Enamel mug: price 14.50 → 16.00, MUG-L stock 8 → 5, description, "
    assert " ".join(line.split()) == f"{told}barcode (none) → 0123"


def test_a_long_plan_says_how_much_more_there_is() -> None:
    """So many lines and a count."""
    actions = [Action("delete", str(n), n, f"S-{n}", "Cup", (), STEPS) for n in range(50)]
    lines = preview(actions)
    assert len(lines) == LONGEST + 1
    assert "10 more products" in lines[-1]
