"""Categories and the products in them (API §10)."""

from typing import TYPE_CHECKING, Any

from app.sample.e_series import category_view
from app.sample.e_series.buying import copy_plain
from app.sample.e_series.calls import Call, page
from app.sample.e_series.catalogue import Document
from app.sample.e_series.errors import Refusal, wrong_parameter
from app.sample.e_series.fields import CATEGORY, accepted
from app.sample.e_series.html_text import rewritten

if TYPE_CHECKING:
    from app.sample.e_series.store import ESeriesStore

_PLAIN = (
    "name",
    "nameTranslated",
    "description",
    "descriptionTranslated",
    "orderBy",
    "enabled",
    "customSlug",
    "seoTitle",
    "seoDescription",
    "externalReferenceId",
)


def _check_writable(store: "ESeriesStore") -> None:
    if store.knobs.import_running:
        raise Refusal(449, "An import is running, retry later")
    if store.knobs.external_categories:
        code = "NOT_ALLOWED_TO_UPDATE_EXTERNAL_CATEGORIES"
        raise Refusal(409, "Categories come from an external system", code)


def create(store: "ESeriesStore", body: Document) -> int:
    """Create a category and return its id; raises 400, 402, 404, 409, 449."""
    _check_writable(store)
    limit = store.knobs.max_categories
    if limit is not None and len(store.categories) >= limit:
        message = "The plan's limit of categories is reached"
        raise Refusal(402, message, "MAX_CATEGORIES_FOR_API_REQUEST_LIMIT_EXCEEDED")
    changes = accepted(body, CATEGORY)
    if not changes.get("name"):
        raise wrong_parameter("name is required")
    parent = changes.get("parentId", 0)
    orders = [row["orderBy"] for row in children(store, parent)]
    category = {
        "id": store.next_id("category"),
        "name": "",
        "enabled": True,
        "orderBy": max(orders, default=0) + 10,
    }
    _settle(store, category, changes)
    return int(category["id"])


def update(store: "ESeriesStore", category_id: int, body: Document) -> int:
    """Change the fields of a category that `body` names; returns `updateCount`."""
    _check_writable(store)
    before = store.category(category_id)
    changes = accepted(body, CATEGORY)
    if not changes:
        return 0
    _settle(store, {**before}, changes)
    store.view_generation += 1
    return 1


def children(store: "ESeriesStore", parent: int) -> list[Document]:
    """Return the categories right below `parent`; 0 stands for the top."""
    return [row for row in store.categories.values() if row.get("parentId", 0) == parent]


def _settle(store: "ESeriesStore", category: Document, changes: Document) -> None:
    if "name" in changes and not changes["name"]:
        raise wrong_parameter("name must not be empty")
    if "description" in changes and store.knobs.reformat_descriptions:
        changes["description"] = rewritten(changes["description"])
    if "parentId" in changes:
        _move(store, category, changes["parentId"])
    for product_id in changes.get("productIds", ()):
        store.product(product_id)
    copy_plain(category, changes, _PLAIN)
    store.categories[category["id"]] = category
    store.touch("categoriesUpdated")
    if "productIds" in changes:
        _set_products(store, category["id"], changes["productIds"])


def _move(store: "ESeriesStore", category: Document, parent: int) -> None:
    if parent == 0:
        category.pop("parentId", None)
        return
    above: int | None = store.category(parent)["id"]
    while above:
        if above == category["id"]:
            raise wrong_parameter("parentId: a category can't be inside itself")
        above = store.categories.get(above, {}).get("parentId")
    category["parentId"] = parent


def _set_products(store: "ESeriesStore", category_id: int, product_ids: list[int]) -> None:
    gone = [number for number in store.members.get(category_id, {}) if number not in product_ids]
    unassign(store, category_id, gone)
    assign(store, category_id, product_ids)
    store.members[category_id] = dict.fromkeys(product_ids)


def assign(store: "ESeriesStore", category_id: int, product_ids: list[int]) -> int:
    """Add products to a category; returns how many were not in it yet. Raises 404."""
    store.category(category_id)
    count = 0
    for product in [store.product(product_id) for product_id in product_ids]:
        if category_id not in product["categoryIds"]:
            wanted = [*product["categoryIds"], category_id]
            store.save_product({**product, "categoryIds": wanted}, "category")
            count += 1
    return count


def unassign(store: "ESeriesStore", category_id: int, product_ids: list[int]) -> int:
    """Take products out of a category; returns how many were in it. Raises 404."""
    store.category(category_id)
    count = 0
    for product in [store.product(product_id) for product_id in product_ids]:
        if category_id in product["categoryIds"]:
            _take_out(store, product, category_id)
            count += 1
    return count


def _take_out(store: "ESeriesStore", product: Document, category_id: int) -> None:
    left = [number for number in product["categoryIds"] if number != category_id]
    after = {**product, "categoryIds": left}
    if product["defaultCategoryId"] == category_id:
        after["defaultCategoryId"] = 0
    store.save_product(after, "category")


def delete(store: "ESeriesStore", category_id: int) -> int:
    """Delete a category, never its products; what becomes of its children is a knob."""
    _check_writable(store)
    category = store.category(category_id)
    for child in children(store, category_id):
        if store.knobs.category_children == "delete":
            delete(store, child["id"])
            continue
        moved = {**child}
        _move(store, moved, category.get("parentId", 0))
        store.categories[child["id"]] = moved
    for product_id in list(store.members.get(category_id, ())):
        _take_out(store, store.product(product_id), category_id)
    del store.categories[category_id]
    store.members.pop(category_id, None)
    store.touch("categoriesUpdated")
    return 1


def list_categories(call: Call) -> Any:
    """GET /categories: flat, without disabled ones unless `hidden_categories` is sent."""
    rows = category_view.wanted(call)
    return call.selected(page_of(call, rows))


def page_of(call: Call, rows: list[Document]) -> dict[str, Any]:
    """Return a page of categories as they are read."""
    envelope = page(call, rows)
    with_products = call.flag("productIds") or False
    envelope["items"] = [
        category_view.category_wire(call.store, row, with_products) for row in envelope["items"]
    ]
    return envelope


def list_by_path(call: Call) -> Any:
    """GET /categoriesByPath: the categories at the end of `path`, parts cut at `delimeter`."""
    return call.selected(page_of(call, category_view.at_path(call)))


def read_category(call: Call) -> Any:
    """GET C."""
    category = call.store.category(call.id("category"))
    return call.selected(category_view.category_wire(call.store, category, with_products=True))


def create_category(call: Call) -> Any:
    """POST /categories."""
    return {"id": create(call.store, call.record())}


def update_category(call: Call) -> Any:
    """PUT C."""
    return {"updateCount": update(call.store, call.id("category"), call.record())}


def delete_category(call: Call) -> Any:
    """DELETE C."""
    return {"deleteCount": delete(call.store, call.id("category"))}


def _product_ids(call: Call) -> list[int]:
    changes = accepted(call.record(), {"productIds": CATEGORY["productIds"]})
    if "productIds" not in changes:
        raise wrong_parameter("productIds is required")
    ids: list[int] = changes["productIds"]
    return ids


def assign_products(call: Call) -> Any:
    """POST C/assignProducts."""
    return {"updateCount": assign(call.store, call.id("category"), _product_ids(call))}


def unassign_products(call: Call) -> Any:
    """POST C/unassignProducts."""
    return {"deleteCount": unassign(call.store, call.id("category"), _product_ids(call))}


def _sorted_ids(call: Call) -> list[int]:
    changes = accepted(call.record(), {"sortedIds": CATEGORY["productIds"]})
    if "sortedIds" not in changes:
        raise wrong_parameter("sortedIds is required")
    ids: list[int] = changes["sortedIds"]
    return ids


def sort_products(call: Call) -> Any:
    """PUT /products/sort: the order inside one category; the others stay behind."""
    store, parent = call.store, call.whole("parentCategory", 0)
    wanted = [number for number in _sorted_ids(call) if number in store.members.get(parent, {})]
    store.members[parent] = dict.fromkeys([*wanted, *store.members.get(parent, {})])
    return {"updateCount": len(wanted)}


def sort_categories(call: Call) -> Any:
    """PUT /categories/sort: the order below one parent."""
    _check_writable(call.store)
    store, parent = call.store, call.whole("parentCategory", 0)
    below = {row["id"] for row in children(store, parent)}
    wanted = [number for number in _sorted_ids(call) if number in below]
    for place, category_id in enumerate(wanted, start=1):
        store.categories[category_id] = {**store.category(category_id), "orderBy": place * 10}
    store.touch("categoriesUpdated")
    return {"updateCount": len(wanted)}
