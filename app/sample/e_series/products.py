"""Creating, changing and deleting products (API §3, §6)."""

from typing import TYPE_CHECKING, Any

from app.sample.e_series import attributes, buying, media, options, variations
from app.sample.e_series.calls import Call
from app.sample.e_series.catalogue import Document, Place
from app.sample.e_series.errors import (
    Refusal,
    category_not_found,
    wrong_parameter,
)
from app.sample.e_series.fields import PRODUCT, TRANSLATED, accepted
from app.sample.e_series.html_text import rewritten
from app.sample.e_series.product_view import product_wire
from app.sample.e_series.stock import settle_stock

if TYPE_CHECKING:
    from app.sample.e_series.store import ESeriesStore

_PLAIN = (
    "name",
    "description",
    "subtitle",
    "enabled",
    "tax",
    "defaultCategoryId",
    "customSlug",
    "seoTitle",
    "seoDescription",
    "productCondition",
    "isGiftCard",
    "relatedProducts",
    "shipping",
    "ribbon",
    "subscriptionSettings",
)
_STOCK_ONLY = frozenset({"quantity", "unlimited"})


def create(store: "ESeriesStore", body: Document, *, save_combinations: bool = False) -> int:
    """Create a product and return its id; raises 400, 402, 404, 409."""
    limit = store.knobs.max_products
    if limit is not None and len(store.catalogue.products) >= limit:
        message = "The plan's limit of products is reached"
        raise Refusal(402, message, "MAX_PRODUCTS_FOR_API_REQUEST_LIMIT_EXCEEDED")
    changes = accepted(body, PRODUCT)
    if not changes.get("name"):
        raise wrong_parameter("name is required")
    if not changes.get("sku") and not store.knobs.non_unique_skus:
        changes["sku"] = _made_sku(store)
    document = _blank(store)
    _settle(store, document, changes, created=True)
    if save_combinations and "combinations" in body:
        variations.save_all(store, document, body["combinations"])
    store.save_product(document)
    product_id: int = document["id"]
    return product_id


def _blank(store: "ESeriesStore") -> Document:
    return {
        "id": store.next_id("product"),
        "sku": "",
        "name": "",
        "enabled": True,
        "unlimited": True,
        "price": 0,
        "isShippingRequired": True,
        "tax": {"taxable": True, "enabledManualTaxes": [], "taxClassCode": "default"},
        "categoryIds": [],
        "defaultCategoryId": 0,
        "productClassId": 0,
        "attributes": [],
        "options": [],
        "combinations": [],
        "main_picture": None,
        "gallery": [],
        "createTimestamp": store.stamp(),
        "updateTimestamp": store.stamp(),
    }


def _made_sku(store: "ESeriesStore") -> str:
    while (sku := f"{store.next_id('sku'):05}") in store.catalogue.by_sku:
        pass
    return sku


def update(
    store: "ESeriesStore",
    product_id: int,
    body: Document,
    *,
    keep_display: bool = False,
    rebuild: bool = False,
    save_combinations: bool = False,
) -> int:
    """Change the fields that `body` names and return `updateCount`; raises 400, 404, 409.

    `rebuild`: variations on options that go are deleted instead of refusing the write.
    """
    before = store.product(product_id)
    changes = accepted(body, PRODUCT)
    combinations = body.get("combinations") if save_combinations else None
    if not changes and combinations is None:
        return 0
    document = {**before}
    _settle(store, document, changes, keep_display=keep_display, rebuild=rebuild)
    if combinations is not None:
        variations.save_all(store, document, combinations)
    store.save_product(document, "stock" if changes.keys() <= _STOCK_ONLY else "product")
    return 1


def delete(store: "ESeriesStore", product_id: int) -> int:
    """Delete a product and return `deleteCount`; raises 404."""
    store.product(product_id)
    store.drop_product(product_id)
    return 1


def _settle(
    store: "ESeriesStore",
    document: Document,
    changes: Document,
    *,
    created: bool = False,
    keep_display: bool = False,
    rebuild: bool = False,
) -> None:
    old_sku = document["sku"]
    buying.settle_buying(store, document, changes)
    buying.settle_names(store, document, changes, Place(document["id"], 0))
    if not document["sku"] and not store.knobs.non_unique_skus:
        document["sku"] = _made_sku(store)
    _settle_texts(store, document, changes)
    buying.copy_plain(document, changes, _PLAIN)
    if "price" in changes and changes["price"] is None:
        document["price"] = 0
    if not _STOCK_ONLY.isdisjoint(changes) or created:
        alone = store.knobs.quantity_alone_tracks
        settle_stock(document, changes, created=created, alone_tracks=alone)
    buying.settle_weight(document, document["isShippingRequired"])
    if "wholesalePrices" in changes:
        buying.check_wholesale(store, changes["wholesalePrices"] or [], document["price"])
    _settle_categories(store, document, changes)
    _settle_attributes(store, document, changes)
    if "options" in changes:
        _settle_options(store, document, changes["options"], keep_display, rebuild)
    media.reorder(store, document, changes)
    variations.follow_product(document, old_sku)


def _settle_texts(store: "ESeriesStore", document: Document, changes: Document) -> None:
    knobs = store.knobs
    if "name" in changes and not changes["name"]:
        raise wrong_parameter("name must not be empty")
    longest = knobs.max_name_length
    if longest is not None and len(changes.get("name", "")) > longest:
        raise wrong_parameter(f"name: longer than {longest} characters")
    if "description" in changes and knobs.reformat_descriptions:
        changes["description"] = rewritten(changes["description"])
    default = knobs.languages[0]
    for name in TRANSLATED:
        plain = name.removesuffix("Translated")
        if name in changes:
            texts = changes[name]
            if not set(texts) <= set(knobs.languages):
                raise Refusal(400, f"{name}: language not enabled", "LANGUAGES_NOT_ALLOWED")
            if plain == "description" and knobs.reformat_descriptions:
                texts = {language: rewritten(text) for language, text in texts.items()}
            document[name] = texts
            if default in texts:
                changes.setdefault(plain, texts[default])
        elif plain in changes and name in document and knobs.name_moves_translation:
            document[name] = {**document[name], default: changes[plain] or ""}


def _settle_categories(store: "ESeriesStore", document: Document, changes: Document) -> None:
    if "categoryIds" in changes:
        wanted = dict.fromkeys(number for number in changes["categoryIds"] if number)
        for category_id in wanted:
            if category_id not in store.categories:
                raise category_not_found(category_id)
        document["categoryIds"] = list(wanted)
    if document["defaultCategoryId"] not in document["categoryIds"]:
        document["defaultCategoryId"] = 0
    if "showOnFrontpage" in changes:
        position = changes["showOnFrontpage"]
        if position >= 0:
            document["showOnFrontpage"] = position
        elif document["categoryIds"]:
            document.pop("showOnFrontpage", None)
        else:
            raise wrong_parameter("showOnFrontpage: the product has no other category")


def _settle_attributes(store: "ESeriesStore", document: Document, changes: Document) -> None:
    old_class: int = document["productClassId"]
    new_class = changes.get("productClassId", old_class)
    attributes.product_class(store, new_class)
    if new_class != old_class:
        rows = document["attributes"]
        document["attributes"] = attributes.carried_over(store, old_class, new_class, rows)
        document["productClassId"] = new_class
    if "attributes" in changes:
        document["attributes"] = attributes.resolved(
            store, new_class, changes["attributes"], document["attributes"]
        )


def _settle_options(
    store: "ESeriesStore", document: Document, rows: list[Document], keep: bool, rebuild: bool
) -> None:
    changed = options.accepted_options(rows, document["options"], keep)
    most = store.knobs.max_options
    if most is not None and len(changed) > most:
        raise wrong_parameter(f"options: more than {most}")
    if rebuild:
        document["combinations"] = [
            row for row in document["combinations"] if not options.uses_removed(changed, row)
        ]
    options.check_in_use(changed, document["combinations"])
    document["options"] = changed


def create_product(call: Call) -> Any:
    """POST /products."""
    save = call.flag("saveCombinations") or False
    return {"id": create(call.store, call.record(), save_combinations=save)}


def update_product(call: Call) -> Any:
    """PUT P; with `returnItem` the answer is the product."""
    product_id = call.id("product")
    count = update(
        call.store,
        product_id,
        call.record(),
        keep_display=call.flag("keepOptionDisplaySettings") or False,
        rebuild=call.flag("rebuildVariationsOnOptionsUpdate") or False,
        save_combinations=call.flag("saveCombinations") or False,
    )
    if call.flag("returnItem"):
        return product_wire(call.store, call.store.product(product_id))
    return {"updateCount": count}


def delete_product(call: Call) -> Any:
    """DELETE P."""
    return {"deleteCount": delete(call.store, call.id("product"))}
