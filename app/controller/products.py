"""The product panel: one product's facts, and what it could be linked to."""

from app.controller.circle import Circle
from app.controller.desk import Desk
from app.controller.product_facts import product_facts
from app.facts.product import Candidate, ProductFacts

_MOST_CANDIDATES = 50


class Products:
    """Opens products and keeps the open one true."""

    def __init__(self, circle: Circle) -> None:
        self._circle = circle

    def open_product(self, row_id: str) -> None:
        """Show a product's panel."""
        same = self._circle.state.product_key == row_id
        known = self._circle.state.product if same else None
        self._circle.change("product", product_key=row_id, product=known, candidates=None)
        if self._circle.desk is not None:
            self._circle.start("product", self._load(row_id), instead=True)

    def close_product(self) -> None:
        """Close the panel."""
        self._circle.tasks.cancel("product")
        self._circle.change("product", product_key="", product=None, candidates=None)

    def follow(self, ids: frozenset[str], *, everything: bool) -> None:
        """Rows changed: the open products among them are read again."""
        state = self._circle.state
        if self._circle.desk is None:
            return
        shown = state.product.row.id if state.product is not None else state.product_key
        if state.product_key and (everything or shown in ids):
            self._circle.start("product", self._load(state.product_key), instead=True)
        for row_id, facts in state.apart.items():
            if everything or facts.row.id in ids:
                self.open_apart(row_id)

    async def _load(self, row_id: str) -> None:
        facts = await self._facts_of(row_id)
        if facts is None:
            self._circle.change("product", product_key="", product=None)
        else:
            self._circle.change("product", product=facts)

    async def _facts_of(self, row_id: str) -> ProductFacts | None:
        circle = self._circle
        _, desk = circle.here
        rows = circle.catalogue.rows
        key = row_id if row_id in rows else await circle.engine.call(_family_of, desk, row_id)
        row = rows.get(key)
        return None if row is None else await circle.engine.call(product_facts, desk, row)

    def open_apart(self, row_id: str) -> None:
        """Show a product in a window of its own."""
        if self._circle.desk is not None:
            self._circle.start(f"apart {row_id}", self._load_apart(row_id), instead=True)

    def close_apart(self, row_id: str) -> None:
        """That window was closed."""
        self._circle.tasks.cancel(f"apart {row_id}")
        left = {key: facts for key, facts in self._circle.state.apart.items() if key != row_id}
        self._circle.change("product", apart=left)

    async def _load_apart(self, row_id: str) -> None:
        facts = await self._facts_of(row_id)
        if facts is not None:
            apart = {**self._circle.state.apart, row_id: facts}
            self._circle.change("product", apart=apart)

    def find_candidates(self, text: str) -> None:
        """Look for eCom products to link to."""
        if self._circle.desk is not None:
            self._circle.start("candidates", self._find(text), instead=True)

    async def _find(self, text: str) -> None:
        _, desk = self._circle.here
        found = await self._circle.engine.call(candidates, desk, text)
        self._circle.change("product", candidates=found)


def _family_of(desk: Desk, record_id: str) -> str:
    """The key of the product that a variant belongs to."""
    if record_id.startswith("ecom:"):
        return record_id.partition("/")[0]
    record = desk.state.records.get(record_id)
    return record.family_key if record is not None else record_id


def candidates(desk: Desk, text: str) -> tuple[Candidate, ...]:
    """Find eCom products whose name or SKU has every word; called on the engine's thread."""
    words = text.casefold().split()
    owners = {link.ecom_id: key for key, link in desk.world.catalogue.links.items()}
    products = desk.world.catalogue.products
    found = []
    for there in desk.state.online.values():
        skus = [there.sku, *(one.sku or "" for one in there.variations)]
        place = " ".join([there.name, *skus]).casefold()
        if not all(word in place for word in words):
            continue
        owner = products.get(owners.get(there.id, ""))
        linked_to = owner.head.name if owner is not None else ""
        found.append(Candidate(there.id, there.name, there.sku, linked_to))
        if len(found) == _MOST_CANDIDATES:
            break
    return tuple(sorted(found, key=lambda one: (bool(one.linked_to), one.name.casefold())))
