"""The filters of a product search (API §5); parameters that nobody knows are passed over."""

from collections.abc import Callable
from typing import Any
from urllib.parse import unquote

from app.sample.e_series.attributes import shown, value_of
from app.sample.e_series.calls import Call
from app.sample.e_series.catalogue import Catalogue, Document
from app.sample.e_series.category_view import subtree
from app.sample.e_series.errors import wrong_parameter
from app.sample.e_series.stock import in_stock, stock_holder
from app.sample.e_series.times import read_time

Filter = Callable[[Document], bool]


def matching(call: Call, documents: list[Document]) -> list[Document]:
    """Return the products that pass every filter sent; raises 400."""
    filters = [
        *_flags(call),
        *_times(call),
        *_prices(call),
        *_words(call),
        *_named_values(call),
        *_categories(call),
    ]
    return [row for row in documents if all(passes(row) for passes in filters)]


def changed_since(seen: Catalogue, moment: int) -> list[Document]:
    """Return the products changed at or after `moment`, without looking at the others."""
    found = []
    for number in reversed(seen.by_updated):
        document = seen.products[number].document
        if document["updateTimestamp"] < moment:
            break
        found.append(document)
    return found


def sells(product: Document) -> bool:
    """Whether a product or one of its variations is in stock."""
    return in_stock(product) or any(
        in_stock(stock_holder(product, row)) for row in product["combinations"]
    )


def _visible(product: Document) -> bool:
    hidden = product.get("outOfStockVisibilityBehaviour") == "HIDE" and not sells(product)
    return bool(product["enabled"]) and not hidden


def _on_sale(product: Document) -> bool:
    return bool(product.get("compareToPrice", 0) > product["price"])


def _flags(call: Call) -> list[Filter]:
    tests: dict[str, Filter] = {
        "enabled": lambda row: bool(row["enabled"]),
        "inStock": sells,
        "isGiftCard": lambda row: bool(row.get("isGiftCard")),
        "visibleInStorefront": _visible,
    }
    filters: list[Filter] = []
    for name, test in tests.items():
        wanted = True if name == "enabled" and call.public else call.flag(name)
        if wanted is not None:
            filters.append(_saying(test, wanted))
    words = {
        "inventory": ("instock", "outofstock", sells),
        "onsale": ("onsale", "notonsale", _on_sale),
    }
    for name, (yes, no, test) in words.items():
        text = call.query.get(name)
        if text is None:
            continue
        if text not in (yes, no):
            raise wrong_parameter(f"{name}: one of {yes}, {no}")
        filters.append(_saying(test, text == yes))
    return filters


def _saying(test: Filter, wanted: bool) -> Filter:
    return lambda row: test(row) == wanted


def _times(call: Call) -> list[Filter]:
    filters: list[Filter] = []
    for kind, field in (("created", "createTimestamp"), ("updated", "updateTimestamp")):
        for end in ("From", "To"):
            text = call.query.get(kind + end)
            if text is not None:
                moment = read_time(kind + end, text)
                filters.append(_bounded(field, moment, lower=end == "From"))
    return filters


def _prices(call: Call) -> list[Filter]:
    filters: list[Filter] = []
    for name in ("priceFrom", "priceTo"):
        text = call.query.get(name)
        if text is None:
            continue
        try:
            amount = float(text)
        except ValueError as error:
            raise wrong_parameter(f"{name}: not a number: {text}") from error
        filters.append(_bounded("price", amount, lower=name == "priceFrom"))
    return filters


def _bounded(field: str, bound: float, *, lower: bool) -> Filter:
    if lower:
        return lambda row: bool(row[field] >= bound)
    return lambda row: bool(row[field] <= bound)


def _words(call: Call) -> list[Filter]:
    """Whole words, without regard to case; a trailing `*` widens to beginnings of words."""
    words = call.query.get("keyword", "").casefold().split()
    if not words:
        return []

    def passes(product: Document) -> bool:
        text = _searched_text(call, product)
        return all(
            any(part.startswith(word[:-1]) for part in text) if word.endswith("*") else word in text
            for word in words
        )

    return [passes]


def _searched_text(call: Call, product: Document) -> set[str]:
    store = call.store
    parts: list[str] = [product["name"], product["sku"], product.get("description", "")]
    parts.extend(row.get("sku", "") for row in product["combinations"])
    for option in product["options"]:
        parts.append(option["name"])
        parts.extend(choice["text"] for choice in option.get("choices", ()))
    parts.extend(
        store.categories[number]["name"]
        for number in product["categoryIds"]
        if number in store.categories
    )
    values = shown(store, product["productClassId"], product["attributes"])
    parts.extend(row["value"] for row in values if row["show"] != "NOTSHOW")
    captions = (row.get("alt", {}).get("main", "") for row in product["gallery"])
    parts.extend(captions)
    return {word.strip(".,;:!?()") for part in parts for word in part.casefold().split()}


def _named_values(call: Call) -> list[Filter]:
    filters: list[Filter] = []
    for name, text in call.query.items():
        kind, _, key = name.partition("_")
        wanted = {value.strip() for value in text.split(",")}
        if kind == "attribute" and key:
            filters.append(_with_attribute(call, unquote(key), wanted))
        elif kind == "option" and key:
            filters.append(_with_option(unquote(key), wanted))
    for name in ("taxClassCodes", "enabledManualTaxes"):
        if name in call.query:
            filters.append(_taxed(name, set(call.query[name].split(","))))
    return filters


def _with_attribute(call: Call, name: str, wanted: set[str]) -> Filter:
    return lambda row: value_of(call.store, row, name) in wanted


def _with_option(name: str, wanted: set[str]) -> Filter:
    def passes(product: Document) -> bool:
        return any(
            choice["text"] in wanted
            for option in product["options"]
            if option["name"] == name
            for choice in option.get("choices", ())
        )

    return passes


def _taxed(name: str, wanted: set[str]) -> Filter:
    if name == "taxClassCodes":
        return lambda row: row["tax"].get("taxClassCode") in wanted
    return lambda row: any(
        str(number) in wanted for number in row["tax"].get("enabledManualTaxes", ())
    )


def _categories(call: Call) -> list[Filter]:
    wanted: Any = set(call.whole_list("categories") or [])
    if "category" in call.query:
        wanted.add(call.whole("category", 0))
    elif "categories" not in call.query:
        return []
    if call.flag("includeProductsFromSubcategories") or call.flag("withSubcategories"):
        wanted = subtree(call.store, wanted - {0}) | (wanted & {0})

    def passes(product: Document) -> bool:
        on_front = not product["categoryIds"] or product.get("showOnFrontpage", -1) >= 0
        return bool(wanted.intersection(product["categoryIds"])) or (0 in wanted and on_front)

    return [passes]
