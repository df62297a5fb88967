"""The state of the sample eCom store: what it holds, how it is changed, saved and loaded."""

import base64
import random
import threading
from collections import deque
from collections.abc import Awaitable, Callable
from typing import Any, Self

from app.sample.clock import Clock
from app.sample.e_series import pictures
from app.sample.e_series.batch import BatchQueue, SeenInside
from app.sample.e_series.catalogue import Catalogue, Document, Place, Revision, SearchIndex
from app.sample.e_series.errors import Refusal, category_not_found, product_not_found
from app.sample.e_series.knobs import ESeriesKnobs
from app.sample.faults import Faults
from app.sample.limits import RollingWindow
from app.sample.seen import Seen

Fetch = Callable[[str], Awaitable[bytes]]
"""Gets the bytes behind an address; raises when there are none."""

FIRST_IDS = {
    "product": 700_000_101,
    "combination": 640_001,
    "category": 51_000,
    "class": 4_001,
    "attribute": 9_001,
    # Picture ids don't fit 32 bits (API §1).
    "picture": 5_000_000_001,
    "order": 81_230_044,
    "order_item": 9_000_000_100,
    "sku": 1,
}
_AREAS = ("productsUpdated", "categoriesUpdated", "ordersUpdated", "profileUpdated")


class ESeriesStore:
    """One sample eCom store. Hold `lock` for a change made while the store is being served."""

    def __init__(
        self,
        clock: Clock,
        faults: Faults | None = None,
        knobs: ESeriesKnobs | None = None,
        fetch: Fetch | None = None,
        *,
        store_id: int = 10_025_003,
        public_url: str = "https://harbourandpine.sample.test",
        seed: int = 0,
    ) -> None:
        self.clock = clock
        self.faults = faults or Faults()
        self.fetch = fetch
        """Gets pictures by address for `externalUrl` and async uploads."""
        self.store_id = store_id
        self.random = random.Random(seed)
        self.lock = threading.RLock()
        self.requests: deque[Seen] = deque(maxlen=500_000)
        self.on_request: Callable[[Seen], None] | None = None
        """Called with each request once its answer is made, before it is sent."""
        self.limiter = RollingWindow(clock)
        self.blocked: dict[str, float] = {}
        """Tokens that don't work and until when they are turned away."""
        self.catalogue = Catalogue()
        self.index = SearchIndex()
        self.categories: dict[int, Document] = {}
        self.members: dict[int, dict[int, None]] = {}
        """Product ids by category, in the category's own order."""
        self.counted: dict[int, tuple[float, int, int]] = {}
        """When a category's products were last counted, how many, how many of them enabled."""
        self.classes: dict[int, Document] = {}
        self.orders: dict[str, Document] = {}
        self.deleted_products: list[Document] = []
        self.deleted_orders: list[Document] = []
        self.stats = dict.fromkeys(_AREAS, self.stamp())
        self.blobs: dict[str, bytes] = {}
        """Pictures by content hash."""
        self.awaited: dict[int, tuple[float, str]] = {}
        """Picture ids of async uploads still to be fetched: when, and from where."""
        self.arrived: dict[int, str] = {}
        """Content hashes of async uploads that have been fetched."""
        self.lowered: set[str] = set()
        """Ids of the orders that have lowered stock."""
        self.batches = BatchQueue()
        self.view_generation = 0
        """Rises when products look different without having been written."""
        self._counters = dict(FIRST_IDS)
        self._knobs = knobs or ESeriesKnobs()
        self._public_url = public_url
        general = [self._standard_attribute("UPC"), self._standard_attribute("Brand")]
        self.classes[0] = {"id": 0, "attributes": general}

    def _standard_attribute(self, name: str) -> Document:
        number = self.next_id("attribute")
        return {"id": number, "name": name, "type": name.upper(), "show": "DESCR"}

    @property
    def knobs(self) -> ESeriesKnobs:
        """The settings in force; assign a new value to change them at run time."""
        return self._knobs

    @knobs.setter
    def knobs(self, knobs: ESeriesKnobs) -> None:
        self._knobs = knobs
        self.view_generation += 1

    @property
    def public_url(self) -> str:
        """Scheme and host of picture addresses; set it to where the store is served."""
        return self._public_url

    @public_url.setter
    def public_url(self, url: str) -> None:
        self._public_url = url.rstrip("/")
        self.view_generation += 1

    def stamp(self) -> int:
        """Return the time as the service writes it, in whole seconds."""
        return int(self.clock.now())

    def next_id(self, kind: str) -> int:
        """Return a fresh id of `kind`, one of `FIRST_IDS`."""
        number = self._counters[kind]
        self._counters[kind] = number + 1
        return number

    def touch(self, area: str) -> None:
        """Move a time stamp of latest-stats to now."""
        self.stats[area] = self.stamp()

    def product(self, product_id: int) -> Document:
        """Return a product; raises 404."""
        revision = self.catalogue.products.get(product_id)
        if revision is None:
            raise product_not_found(product_id)
        return revision.document

    def category(self, category_id: int) -> Document:
        """Return a category; raises 404."""
        category = self.categories.get(category_id)
        if category is None:
            raise category_not_found(category_id)
        return category

    def save_product(self, document: Document, change: str = "product") -> None:
        """Put a new state of a product in force.

        `change` is `product` or one of `MOVING`; the knobs say which of those move time stamps.
        `document` must be new; it is not to be changed afterwards.
        """
        moved = change == "product" or change in self._knobs.moves_updated
        if moved:
            document["updateTimestamp"] = self.stamp()
        before = self.catalogue.products.get(document["id"])
        self._move_members(document["id"], before, document["categoryIds"])
        revision = Revision(document)
        self.catalogue.put(revision, moved)
        self._note(document["id"], revision, moved)
        if change == "product" or change in self._knobs.moves_stats:
            self.touch("productsUpdated")

    def drop_product(self, product_id: int) -> None:
        """Delete a product; it then stands in the list of deleted ones."""
        self._move_members(product_id, self.catalogue.products[product_id], [])
        self.catalogue.drop(product_id)
        self._note(product_id, None, moved=True)
        self.deleted_products.append({"id": product_id, "stamp": self.stamp()})
        if "deletion" in self._knobs.moves_stats:
            self.touch("productsUpdated")

    def _note(self, product_id: int, revision: Revision | None, moved: bool) -> None:
        lag = self._knobs.search_lag_seconds
        due = self.clock.now() + lag if lag > 0 else 0.0
        self.index.note(product_id, revision, moved, due)

    def _move_members(self, product_id: int, before: Revision | None, after: list[int]) -> None:
        old = before.document["categoryIds"] if before else []
        if old == after:
            return
        for category_id in old:
            if category_id not in after:
                self.members.get(category_id, {}).pop(product_id, None)
        for category_id in after:
            self.members.setdefault(category_id, {})[product_id] = None

    def check_sku(self, sku: str, place: Place) -> None:
        """Raise 409 when `sku` stands elsewhere; a variation may share its product's."""
        if self._knobs.non_unique_skus or not sku:
            return
        for other in self.catalogue.by_sku.get(sku, ()):
            if other == place:
                continue
            if other.product != place.product or (other.combination and place.combination):
                status = self._knobs.sku_error_status
                raise Refusal(status, f"SKU {sku} already exists", "SKU_ALREADY_EXISTS")

    def check_external(self, external: str, place: Place) -> None:
        """Raise 409 when an external id stands elsewhere in the store (API §6)."""
        others = self.catalogue.by_external.get(external, {})
        if external and any(other != place for other in others):
            message = f"External reference id {external} already used"
            raise Refusal(409, message, "EXTERNAL_ID_ALREADY_USED")

    def seen_by_search(self) -> Catalogue:
        """Return the products as searches find them now."""
        return self.index.seen_at(self.clock.now())

    def record(self, seen: Seen) -> None:
        """Put a request on record and tell `on_request`."""
        self.requests.append(seen)
        if self.on_request is not None:
            self.on_request(seen)

    def http_requests(self) -> int:
        """Count the API requests received, without those inside batches and for pictures."""
        return sum(
            seen.path.startswith("/api/") and not isinstance(seen, SeenInside)
            for seen in list(self.requests)
        )

    @property
    def writes_seen(self) -> list[Seen]:
        """The requests that asked for a change, those inside batches among them."""
        return [seen for seen in list(self.requests) if seen.write]

    def to_json(self) -> dict[str, Any]:
        """Return all the store holds as JSON; batches and requests are not part of it."""
        with self.lock:
            return self._saved()

    def _saved(self) -> dict[str, Any]:
        revisions = self.catalogue.products.values()
        blobs = pictures.used_blobs(self)
        return {
            "store_id": self.store_id,
            "counters": self._counters,
            "products": [revision.document for revision in revisions],
            "by_updated": list(self.catalogue.by_updated),
            "categories": list(self.categories.values()),
            "members": [[key, list(value)] for key, value in self.members.items() if value],
            "classes": list(self.classes.values()),
            "orders": list(self.orders.values()),
            "deleted_products": self.deleted_products,
            "deleted_orders": self.deleted_orders,
            "stats": self.stats,
            "blobs": {key: base64.b64encode(blob).decode() for key, blob in blobs.items()},
            "awaited": [[key, *value] for key, value in self.awaited.items()],
            "arrived": [[key, value] for key, value in self.arrived.items()],
            "lowered": sorted(self.lowered),
        }

    @classmethod
    def from_json(
        cls,
        saved: dict[str, Any],
        clock: Clock,
        faults: Faults | None = None,
        knobs: ESeriesKnobs | None = None,
        fetch: Fetch | None = None,
    ) -> Self:
        """Bring back what `to_json` returned."""
        store = cls(clock, faults, knobs, fetch, store_id=saved["store_id"])
        store._counters = {**FIRST_IDS, **saved["counters"]}
        store.categories = {row["id"]: row for row in saved["categories"]}
        store.members = {key: dict.fromkeys(value) for key, value in saved["members"]}
        store.classes = {row["id"]: row for row in saved["classes"]}
        store.orders = {row["id"]: row for row in saved["orders"]}
        store.deleted_products = list(saved["deleted_products"])
        store.deleted_orders = list(saved["deleted_orders"])
        store.stats = dict(saved["stats"])
        store.blobs = {key: base64.b64decode(blob) for key, blob in saved["blobs"].items()}
        store.awaited = {key: (due, url) for key, due, url in saved["awaited"]}
        store.arrived = dict(saved["arrived"])
        store.lowered = set(saved["lowered"])
        store._load_products(saved["products"], saved["by_updated"])
        return store

    def _load_products(self, documents: list[Document], by_updated: list[int]) -> None:
        revisions = {row["id"]: Revision(row) for row in documents}
        for revision in revisions.values():
            self.catalogue.put(revision, moved=False)
            self._note(revision.document["id"], revision, moved=False)
        for product_id in by_updated:
            self.catalogue.put(revisions[product_id], moved=True)
            self._note(product_id, revisions[product_id], moved=True)
        self.index.catch_up()
