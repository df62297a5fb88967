"""Writes that categories need, hung on the first product that needs them (R20, RULES M18)."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from app.domain.actions import Action, Change, lead
from app.domain.catalogue import Catalogue
from app.domain.categories import Place, Rename, path_of, place_of
from app.domain.pairing import PosProduct
from app.domain.situation import Situation
from app.domain.steps import AssignCategory, CreateCategory, CreateProduct, RenameCategory, Step


def with_categories(
    actions: list[Action], catalogue: Catalogue, situation: Situation
) -> list[Action]:
    """Give the first action that needs a category the writes that create or rename it (R20)."""
    made: set[Place] = set()
    renames = {rename.pos_id: rename for rename in catalogue.renames}
    result = []
    for action in actions:
        steps: list[Step] = []
        for leaf in _categories_of(action):
            steps += _missing_path(leaf, catalogue, situation, made)
        result.append(lead(action, steps) if steps else action)
    return _with_renames(result, renames, catalogue)


def _categories_of(action: Action) -> Iterable[str]:
    for step in action.steps:
        if isinstance(step, AssignCategory):
            yield step.pos_id
        elif isinstance(step, CreateProduct):
            yield from step.categories


def _missing_path(
    leaf: str, catalogue: Catalogue, situation: Situation, made: set[Place]
) -> list[Step]:
    """The categories above and with `leaf` that are not there; two of one place are one (M18)."""
    steps: list[Step] = []
    ids = situation.terms.category_ids
    for category_id in reversed(path_of(leaf, catalogue.categories)):
        place = place_of(category_id, catalogue.categories, ids)
        if place in made or category_id in ids:
            continue
        made.add(place)
        category = catalogue.categories[category_id]
        steps.append(CreateCategory(category_id, category.name, category.parent_id))
    return steps


def _with_renames(
    actions: list[Action], renames: dict[str, Rename], catalogue: Catalogue
) -> list[Action]:
    """Hang each rename on one product that lies in or below the category, or is made there."""
    if not renames:
        return actions
    by_key = {action.key: action for action in actions}
    for rename in renames.values():
        product = _product_in(rename.pos_id, catalogue, by_key)
        if product is None:
            continue
        head = product.head
        action = by_key.get(product.key) or Action(
            "update",
            product.key,
            catalogue.links[product.key].ecom_id,
            head.sku,
            head.name,
            (),
            (),
        )
        change = Change("category", None, (rename.before,), (rename.after,))
        action = replace(action, changes=(*action.changes, change))
        step = RenameCategory(rename.pos_id, rename.ecom_id, rename.after)
        by_key[product.key] = lead(action, [step])
    return list(by_key.values())


def _product_in(
    category_id: str, catalogue: Catalogue, acting: Mapping[str, Action]
) -> PosProduct | None:
    best: PosProduct | None = None
    for key, product in catalogue.products.items():
        if product.deleted or (key not in catalogue.links and key not in acting):
            continue
        if not any(ref.id == category_id for ref in product.head.category):
            continue
        if key in acting:
            return product
        best = best or product
    return best
