"""Categories as they are listed and read (API §10)."""

from typing import TYPE_CHECKING, Any

from app.sample.e_series.calls import Call
from app.sample.e_series.catalogue import Document
from app.sample.e_series.errors import wrong_parameter
from app.sample.e_series.pictures import picture_fields

if TYPE_CHECKING:
    from app.sample.e_series.store import ESeriesStore

_AS_STORED = (
    "id",
    "parentId",
    "name",
    "nameTranslated",
    "description",
    "descriptionTranslated",
    "enabled",
    "orderBy",
    "customSlug",
    "seoTitle",
    "seoDescription",
    "externalReferenceId",
)
_PICTURE_FIELDS = ("imageUrl", "thumbnailUrl", "originalImageUrl")


def category_wire(store: "ESeriesStore", category: Document, with_products: bool) -> dict[str, Any]:
    """Return a category as it is read; product ids only when asked for."""
    wire = {name: category[name] for name in _AS_STORED if category.get(name) not in (None, "")}
    products, enabled = _counts(store, category["id"])
    wire["productCount"], wire["enabledProductCount"] = products, enabled
    if with_products:
        wire["productIds"] = list(store.members.get(category["id"], ()))
    if "picture" in category:
        fields = picture_fields(store, category["picture"])
        wire.update((name, fields[name]) for name in _PICTURE_FIELDS)
    wire["url"] = f"{store.public_url}/#!/c/{category['id']}"
    if store.knobs.unknown_extras:
        wire["storefrontPreview"] = {"state": "UNPUBLISHED_DRAFT"}
    return wire


def _counts(store: "ESeriesStore", category_id: int) -> tuple[int, int]:
    """Count a category's products; the answer is kept for a while, as the service does."""
    now = store.clock.now()
    counted = store.counted.get(category_id)
    if counted is not None and now - counted[0] < store.knobs.category_count_lag_seconds:
        return counted[1:]
    members = store.members.get(category_id, {})
    enabled = sum(store.product(number)["enabled"] for number in members)
    store.counted[category_id] = (now, len(members), enabled)
    return len(members), enabled


def subtree(store: "ESeriesStore", category_ids: set[int]) -> set[int]:
    """Return categories and all that stand below them."""
    below: dict[int, list[int]] = {}
    for row in store.categories.values():
        below.setdefault(row.get("parentId", 0), []).append(row["id"])
    found: set[int] = set()
    waiting = list(category_ids)
    while waiting:
        category_id = waiting.pop()
        if category_id not in found:
            found.add(category_id)
            waiting.extend(below.get(category_id, ()))
    return found


def wanted(call: Call) -> list[Document]:
    """Return the categories a list call asks for, by `orderBy` and id."""
    store = call.store
    rows = sorted(store.categories.values(), key=lambda row: (row["orderBy"], row["id"]))
    if call.public or not call.flag("hidden_categories"):
        rows = [row for row in rows if row["enabled"]]
    parents = _parents(call)
    if parents is not None:
        rows = [row for row in rows if row.get("parentId", 0) in parents]
    ids = call.whole_list("categoryIds")
    if ids is not None:
        rows = [row for row in rows if row["id"] in ids]
    keyword = call.query.get("keyword", "").casefold()
    if keyword:
        rows = [
            row
            for row in rows
            if keyword in f"{row['name']} {row.get('description', '')}".casefold()
        ]
    return rows


def _parents(call: Call) -> set[int] | None:
    parents = call.whole_list("parentIds") or []
    if "parent" in call.query:
        parents.append(call.whole("parent", 0))
    elif "parentIds" not in call.query:
        return None
    return subtree(call.store, set(parents)) if call.flag("withSubcategories") else set(parents)


def at_path(call: Call) -> list[Document]:
    """Return the categories whose names from the top down are the parts of `path`."""
    path, delimiter = call.query.get("path", ""), call.query.get("delimeter", "")
    if not path.strip() or not delimiter:
        raise wrong_parameter("path and delimeter are required")
    rows = list(call.store.categories.values())
    if not call.flag("hidden_categories"):
        rows = [row for row in rows if row["enabled"]]
    parents = {0}
    found: list[Document] = []
    for name in path.split(delimiter):
        found = [
            row for row in rows if row["name"] == name.strip() and row.get("parentId", 0) in parents
        ]
        parents = {row["id"] for row in found}
    return found
