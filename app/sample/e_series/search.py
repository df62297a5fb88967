"""GET /products: searches over the lagging index (API §5)."""

from typing import Any

from app.sample.e_series.calls import Call, Encoded
from app.sample.e_series.catalogue import Catalogue, Document
from app.sample.e_series.errors import wrong_parameter
from app.sample.e_series.filters import changed_since, matching
from app.sample.e_series.product_view import changes_view, encoded, viewed
from app.sample.e_series.times import read_time

_PAGING = frozenset({"offset", "limit", "responseFields", "token"})


def list_products(call: Call) -> Any:
    """GET /products: a page of what searches see now."""
    seen = call.store.seen_by_search()
    ids = _found(call, seen)
    cap = call.store.knobs.page_cap
    limit = min(call.whole("limit", cap), cap)
    offset = call.whole("offset", 0)
    revisions = [seen.products[number] for number in ids[offset : offset + limit]]
    envelope = {"total": len(ids), "count": len(revisions), "offset": offset, "limit": limit}
    if "responseFields" in call.query or changes_view(call):
        items = [viewed(call, revision) for revision in revisions]
        return call.selected({**envelope, "items": items})
    head = ",".join(f'"{name}":{value}' for name, value in envelope.items())
    rows = b",".join(encoded(call.store, revision) for revision in revisions)
    return Encoded(b'{%b,"items":[%b]}' % (head.encode(), rows))


def _found(call: Call, seen: Catalogue) -> list[int]:
    """Return the ids a search finds, in order; the last few searches are remembered."""
    index = call.store.index
    parameters = frozenset(item for item in call.query.items() if item[0] not in _PAGING)
    key = (index.generation, call.store.view_generation, call.public, parameters)
    ids = index.results.get(key)
    if ids is None:
        ids = _searched(call, seen)
        # What categories hold can change without a product having been written.
        if not call.query.keys() & {"category", "categories", "keyword"}:
            index.remember(key, ids)
    return ids


def _searched(call: Call, seen: Catalogue) -> list[int]:
    wanted = call.whole_list("productId")
    if wanted is not None:
        return [number for number in dict.fromkeys(wanted) if _visible(call, seen, number)]
    if "sku" in call.query:
        places = seen.by_sku.get(call.query["sku"], ())
        numbers = dict.fromkeys(place.product for place in places)
        return [number for number in numbers if _visible(call, seen, number)]
    documents = matching(call, _candidates(call, seen))
    return [row["id"] for row in _sorted(call.query.get("sortBy", ""), documents)]


def _visible(call: Call, seen: Catalogue, number: int) -> bool:
    revision = seen.products.get(number)
    return revision is not None and (not call.public or revision.document["enabled"])


def _candidates(call: Call, seen: Catalogue) -> list[Document]:
    if "externalReferenceId" in call.query:
        places = seen.by_external.get(call.query["externalReferenceId"], ())
        numbers = dict.fromkeys(place.product for place in places)
        return [seen.products[number].document for number in numbers]
    if "updatedFrom" in call.query:
        return changed_since(seen, read_time("updatedFrom", call.query["updatedFrom"]))
    return [revision.document for revision in seen.products.values()]


def _sorted(order: str, documents: list[Document]) -> list[Document]:
    """Sort by `sortBy`; without one the newest come first."""
    if order in ("", "RELEVANCE", "DEFINED_BY_STORE_OWNER"):
        order = "ADDED_TIME_DESC"
    field, _, direction = order.rpartition("_")
    keys = {
        "ADDED_TIME": lambda row: (row["createTimestamp"], row["id"]),
        "UPDATED_TIME": lambda row: (row["updateTimestamp"], row["id"]),
        "NAME": lambda row: (row["name"].casefold(), row["id"]),
        "PRICE": lambda row: (row["price"], row["id"]),
    }
    if field not in keys or direction not in ("ASC", "DESC"):
        raise wrong_parameter(f"sortBy: unknown order {order}")
    return sorted(documents, key=keys[field], reverse=direction == "DESC")
