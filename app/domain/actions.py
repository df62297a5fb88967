"""Actions: what is to be done about one product, as data (DESIGN §1, RULES M19)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from app.domain.steps import Step

ActionKind = Literal["create", "update", "show", "hide", "delete"]


@dataclass(frozen=True, slots=True)
class VariantRef:
    """Which variant a change concerns; `ecom_id` None while there is no variation yet."""

    pos_id: str
    ecom_id: int | None
    sku: str


@dataclass(frozen=True, slots=True)
class Change:
    """One field, old and new, in the online store's terms; variant None: the product itself.

    Descriptions are digests, categories eCom ids or names; `None` is blank.
    """

    field: str
    variant: VariantRef | None
    before: object
    after: object


@dataclass(frozen=True, slots=True)
class Action:
    """Everything one run does about one product: one step is one write.

    `ecom_id` is None before the product exists. `after` are keys of actions that must be done
    first because they free a SKU that this one takes. The first `early` steps of all actions are
    done before anything else: categories, and SKUs that stand in each other's way.
    """

    kind: ActionKind
    key: str
    ecom_id: int | None
    sku: str
    name: str
    changes: tuple[Change, ...]
    steps: tuple[Step, ...]
    after: tuple[str, ...] = ()
    early: int = 0

    @property
    def writes(self) -> int:
        """How many requests will change eCom."""
        return len(self.steps)


def lead(action: Action, steps: Sequence[Step]) -> Action:
    """The action with early steps in front."""
    return replace(action, steps=(*steps, *action.steps), early=action.early + len(steps))
