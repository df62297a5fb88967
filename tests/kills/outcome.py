"""What a shop and this computer hold in the end, without ids and times: to be compared."""

from pathlib import Path
from typing import Any

from app.sample.e_series import ESeriesStore
from app.storage.database import open_database
from app.storage.journal import SqliteJournal
from app.storage.mirror import SqliteMirror

_PASSING = frozenset({"id", "combinationNumber", "createTimestamp", "updateTimestamp"})


def shop(store: ESeriesStore) -> dict[str, Any]:
    """Every product with all its fields, and every category by its path."""
    with store.lock:
        documents = [revision.document for revision in store.catalogue.products.values()]
        paths = {number: _path(store, number) for number in store.categories}
        products = [_product(document, paths) for document in documents]
    return {
        "products": sorted(products, key=lambda one: (str(one.get("sku")), str(one.get("name")))),
        "categories": sorted(paths.values()),
    }


def _path(store: ESeriesStore, number: int) -> str:
    names: list[str] = []
    at: int | None = number
    while at:
        category = store.categories[at]
        names.insert(0, category["name"])
        at = category.get("parentId")
    return " / ".join(names)


def _product(document: dict[str, Any], paths: dict[int, str]) -> dict[str, Any]:
    pictures = [document.get("main_picture"), *document.get("gallery", [])]
    kept = {name: value for name, value in document.items() if name not in _PASSING}
    kept["categoryIds"] = sorted(paths[number] for number in document["categoryIds"])
    kept["pictures"] = [picture["blob"] for picture in pictures if picture]
    kept["combinations"] = sorted(
        (_variation(each) for each in document["combinations"]), key=lambda one: str(one.get("sku"))
    )
    for name in ("main_picture", "gallery"):
        kept.pop(name, None)
    return kept


def _variation(document: dict[str, Any]) -> dict[str, Any]:
    kept = {name: value for name, value in document.items() if name not in _PASSING}
    for name, value in kept.items():
        if isinstance(value, dict) and "blob" in value:
            kept[name] = value["blob"]
    return kept


def computer(path: Path) -> dict[str, Any]:
    """What the database knows: links, what was agreed, what is open."""
    database, word = open_database(path)
    try:
        state = SqliteMirror(database).load()
        open_steps = len(SqliteJournal(database).open_steps())
    finally:
        database.close()
    return {
        "damaged": word,
        "open steps": open_steps,
        "links": {
            key: {
                "ours": link.ours,
                "shown": link.shown,
                "due": bool(link.due),
                "variations": sorted(link.variations),
                "pictures": [picture.token for picture in link.pictures],
            }
            for key, link in state.links.items()
        },
        "lost": sorted(state.lost),
        "bases": {
            key: {
                "family": base.family,
                "product": repr(base.product.pos),
                "variants": {one: repr(unit.pos) for one, unit in base.variants.items()},
            }
            for key, base in state.bases.items()
        },
        "category links": {
            pos_id: (link.ours, link.name, link.parent_id)
            for pos_id, link in state.category_links.items()
        },
        "failed": dict(state.failed),
    }


def differences(wanted: Any, found: Any, where: str = "") -> list[str]:
    """Where two outcomes differ, in words."""
    if isinstance(wanted, dict) and isinstance(found, dict):
        told: list[str] = []
        for name in sorted({*wanted, *found}, key=str):
            told += differences(wanted.get(name), found.get(name), f"{where}/{name}")
        return told
    if isinstance(wanted, list) and isinstance(found, list) and len(wanted) == len(found):
        told = []
        for at, (one, other) in enumerate(zip(wanted, found, strict=True)):
            name = one.get("sku", at) if isinstance(one, dict) else at
            told += differences(one, other, f"{where}/{name}")
        return told
    return [] if wanted == found else [f"{where}: wanted {wanted!r:.300}, found {found!r:.300}"]
