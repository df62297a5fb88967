"""Products at hand and how they are found: by id, SKU, external id and time of change.

A product is a `Revision`, whose document is never changed in place: a write makes a new revision.
So the lagging search index can keep the state of a moment ago at no cost.
"""

from collections import OrderedDict, deque
from collections.abc import Hashable
from typing import Any, NamedTuple

Document = dict[str, Any]
"""A record of the store, near its form on the wire; never changed once it is in a catalogue."""


_REMEMBERED = 8


class Place(NamedTuple):
    """Where a SKU or external id stands: in a product, or (not 0) in one of its variations."""

    product: int
    combination: int


class Revision:
    """One state of one product."""

    __slots__ = ("document", "encoded", "encoded_under", "externals", "skus")

    def __init__(self, document: Document) -> None:
        self.document = document
        self.skus = _named(document, "sku")
        self.externals = _named(document, "externalReferenceId")
        self.encoded = b""
        """The product as JSON, once it was asked for."""
        self.encoded_under = -1
        """The store's `view_generation` under which `encoded` was made."""


def _named(document: Document, field: str) -> tuple[tuple[str, Place], ...]:
    product_id = document["id"]
    named = []
    if document.get(field):
        named.append((document[field], Place(product_id, 0)))
    named.extend(
        (variation[field], Place(product_id, variation["id"]))
        for variation in document["combinations"]
        if variation.get(field)
    )
    return tuple(named)


class Catalogue:
    """Products by id in order of creation, with look-ups kept at every change."""

    def __init__(self) -> None:
        self.products: dict[int, Revision] = {}
        self.by_sku: dict[str, dict[Place, None]] = {}
        self.by_external: dict[str, dict[Place, None]] = {}
        self.by_updated: dict[int, None] = {}
        """Product ids, the one changed last at the end."""

    def put(self, revision: Revision, moved: bool) -> None:
        """Add or replace a product; `moved` says that its `updateTimestamp` is new."""
        product_id = revision.document["id"]
        before = self.products.get(product_id)
        _reindex(self.by_sku, before.skus if before else (), revision.skus)
        _reindex(self.by_external, before.externals if before else (), revision.externals)
        self.products[product_id] = revision
        if moved or before is None:
            self.by_updated.pop(product_id, None)
            self.by_updated[product_id] = None

    def drop(self, product_id: int) -> None:
        """Take a product out; an unknown id changes nothing."""
        revision = self.products.pop(product_id, None)
        if revision is None:
            return
        _reindex(self.by_sku, revision.skus, ())
        _reindex(self.by_external, revision.externals, ())
        self.by_updated.pop(product_id, None)


def _reindex(
    index: dict[str, dict[Place, None]],
    before: tuple[tuple[str, Place], ...],
    after: tuple[tuple[str, Place], ...],
) -> None:
    if before == after:
        return
    for name, place in before:
        places = index[name]
        del places[place]
        if not places:
            del index[name]
    for name, place in after:
        index.setdefault(name, {})[place] = None


class _Change(NamedTuple):
    due: float
    product_id: int
    revision: Revision | None
    moved: bool


class SearchIndex:
    """The catalogue as searches see it: some seconds behind the writes (API §5)."""

    def __init__(self) -> None:
        self._seen = Catalogue()
        self._pending: deque[_Change] = deque()
        self.generation = 0
        """Rises whenever what searches see has changed."""
        self.results: OrderedDict[Hashable, list[int]] = OrderedDict()
        """What the last few searches found."""

    def remember(self, search: Hashable, ids: list[int]) -> None:
        """Keep what a search found; older ones make room."""
        self.results[search] = ids
        if len(self.results) > _REMEMBERED:
            self.results.popitem(last=False)

    def note(self, product_id: int, revision: Revision | None, moved: bool, due: float) -> None:
        """Remember a change that searches see from `due` on; None stands for a deletion."""
        self._pending.append(_Change(due, product_id, revision, moved))

    def seen_at(self, now: float) -> Catalogue:
        """Return the catalogue as a search at `now` finds it."""
        while self._pending and self._pending[0].due <= now:
            _, product_id, revision, moved = self._pending.popleft()
            self.generation += 1
            if revision is None:
                self._seen.drop(product_id)
            else:
                self._seen.put(revision, moved)
        return self._seen

    def catch_up(self) -> None:
        """Let searches see everything written so far."""
        self.seen_at(float("inf"))
