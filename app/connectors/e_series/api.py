"""The online store's requests: reads by list and by id, writes one at a time or by batch."""

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from app.connectors.answers import Answer, Request
from app.connectors.e_series import bodies, images, kept, scopes, shop, wire
from app.connectors.e_series import options as option_lists
from app.connectors.e_series.batch import Batches
from app.connectors.e_series.listing import Listings
from app.connectors.e_series.writing import Writer
from app.connectors.http import Client
from app.connectors.pacing import Budget
from app.connectors.pictures import Pictures
from app.connectors.reading import decode_object
from app.connectors.troubles import unreadable
from app.domain.errors import (
    Refused,
)
from app.domain.past import Snapshot
from app.domain.product import EcomCategory, EcomRead, EcomShop, LatestStats, Order
from app.domain.steps import Choice, Values
from app.sync.ports import Created, EcomPage, NewProduct, Scope

T = TypeVar("T")


class ESeries:
    """The online store as `ports.EcomService`."""

    def __init__(self, client: Client, store_id: int, pictures: Pictures | None = None) -> None:
        self._client = client
        self._pictures = pictures or Pictures("ecom")
        self._store_id = store_id
        self._root = f"/{store_id}"
        self._lists = Listings(client, self._root)
        self._batches = Batches(client, self._root)
        self._writer = Writer(client, self._root)
        self._language: str | None = None

    @property
    def requests(self) -> int:
        """HTTP requests sent to the API so far, retries included."""
        return self._client.requests

    @property
    def writes(self) -> int:
        """Requests that change the shop so far; inner ones of batches count, batches don't."""
        return self._writer.writes

    @property
    def throttled(self) -> int:
        """Answers so far that said that we ask too often."""
        return self._client.throttled

    @property
    def budget(self) -> Budget:
        """The window of requests, to be kept across runs."""
        return self._client.budget

    async def aclose(self) -> None:
        """Close all connections."""
        await self._client.aclose()
        await self._pictures.aclose()

    async def shop(self) -> EcomShop:
        """The shop's profile. Raises `Refused` when the token is another shop's."""
        answer = await self._get("/profile")
        found = await self._lists.decoded(answer, shop.profile, "the shop")
        if found.store_id != self._store_id:
            raise Refused(
                "ecom",
                f"The token belongs to store {found.store_id}, not to {self._store_id}.",
                "Check the store number, or use the token of this store.",
            )
        self._language = found.default_language
        return found

    async def scopes(self) -> tuple[Scope, ...]:
        """What the token may do."""
        return await scopes.probe(self._client, self._root)

    async def latest_stats(self) -> LatestStats:
        """When each area changed last; also how many products there are."""
        answer = await self._get("/latest-stats", {"productCountRequired": "true"})
        now = await self.server_time()
        return await self._lists.decoded(
            answer, lambda body: shop.latest_stats(body, now), "changes"
        )

    async def server_time(self) -> int:
        """The shop's clock, UNIX seconds."""
        if self._client.service_time() is None:
            await self._get("/latest-stats")
        told = self._client.service_time()
        return int(self._client.now() if told is None else told)

    async def products(self, updated_from: int | None = None) -> AsyncIterator[EcomPage]:
        """All products in order of creation, or those changed since, in order of change."""
        params: dict[str, str | int] = {"sortBy": "ADDED_TIME_ASC"}
        if updated_from is not None:
            params = {"sortBy": "UPDATED_TIME_ASC", "updatedFrom": updated_from}
        async for page in self._lists.pages("/products", params, "products"):
            read = await self._lists.beside(wire.products, page.items)
            yield EcomPage(read, page.total, page.began, page.scan)

    async def deleted_products(self, since: int) -> frozenset[int]:
        """Ids of products deleted since then."""
        params = {"from_date": since}
        items = await self._lists.whole("/products/deleted", params, "deleted products")
        return shop.deleted_ids(items)

    async def product(self, product_id: int) -> EcomRead:
        """One product by id. Raises `NotThere`."""
        answer = await self._get(f"/products/{product_id}")
        read = await self._lists.decoded(answer, lambda body: wire.products([body]), "a product")
        if [product.id for product in read.products] != [product_id]:
            raise unreadable("ecom", "a product")
        return read

    def snapshot(self, raw: bytes) -> tuple[Snapshot | None, dict[str, str]]:
        """An answer kept from an earlier run, read again, and its texts by digest."""
        return kept.snapshot(raw)

    async def picture(self, address: str) -> bytes:
        """The bytes of a picture from its host, fetched without the token."""
        return await self._pictures.fetch(address)

    async def find_sku(self, sku: str) -> EcomRead:
        """Products having exactly this SKU, or a variation with it, as far as the index knows."""
        found = wire.products(await self._lists.first("/products", {"sku": sku}, "products"))
        return wire.only(
            found, lambda product: sku in (product.sku, *(v.sku for v in product.variations))
        )

    async def find_reference(self, reference: str) -> EcomRead:
        """Products having exactly this external reference, as far as the index knows."""
        params = {"externalReferenceId": reference}
        found = wire.products(await self._lists.first("/products", params, "products"))
        return wire.only(found, lambda product: product.external_reference_id == reference)

    async def categories(self) -> tuple[EcomCategory, ...]:
        """All categories of all levels, hidden ones included."""
        params = {"hidden_categories": "true"}
        return shop.categories(await self._lists.whole("/categories", params, "categories"))

    async def orders(self, created_from: int) -> tuple[Order, ...]:
        """Orders placed since then."""
        params = {"createdFrom": created_from}
        return shop.orders(await self._lists.whole("/orders", params, "orders"))

    async def create_products(
        self, products: Sequence[NewProduct], key: str
    ) -> tuple[Created, ...]:
        """Create by one batch under a deduplication key; at most `batch.LIMIT` products.

        A `restore` that the shop refuses can be left out under a new key.
        """
        restores = any(product.restore for product in products)
        language = await self._default_language() if restores else ""
        made = {product.reference: bodies.new_product(product, language) for product in products}
        with self._writer.counted(len(made), key):
            return await self._batches.create(made, key)

    async def batch_reads(self, count: int, key: str) -> int:
        """Let one batch read the change times so often; returns how many were answered."""
        return await self._batches.read(count, key)

    async def put_product(self, product_id: int, values: Values, current: bytes) -> None:
        """Partial update, nested values merged with `current`."""
        language = await self._language_for(values, current)
        body = bodies.product(values, current, language)
        if body:
            await self._writer.json("PUT", f"/products/{product_id}", body)

    async def put_options(
        self,
        product_id: int,
        add: Sequence[Choice],
        drop: Sequence[Choice],
        drop_names: Sequence[str],
        current: bytes,
    ) -> None:
        """Write the option list, merged with what `current` holds; nothing if that is it already.

        Default choices and display settings are asked to be kept (API eCom §8).
        """
        before = decode_object(current)
        after = option_lists.merged(before, add, drop, drop_names)
        if after == (before.get("options") or []):
            return
        request = _json("PUT", f"/products/{product_id}", {"options": after})
        await self._writer.send(replace(request, params={"keepOptionDisplaySettings": "true"}))

    async def delete_product(self, product_id: int) -> None:
        """Delete one product."""
        await self._writer.send(Request("DELETE", f"/products/{product_id}"))

    async def create_variation(
        self, product_id: int, options: Sequence[tuple[str, str]], values: Values
    ) -> int:
        """Create one variation; returns its id."""
        body = bodies.new_variation(options, values)
        path = f"/products/{product_id}/combinations"
        return await self._writer.made(_json("POST", path, body), shop.new_id)

    async def put_variation(
        self,
        product_id: int,
        variation_id: int,
        values: Values,
        options: Sequence[tuple[str, str]] | None,
        current: bytes,
    ) -> None:
        """Partial update of a variation; `options`, when given, are all its option values."""
        language = await self._language_for(values, current)
        body = bodies.variation(variation_id, values, options, current, language)
        if body:
            path = f"/products/{product_id}/combinations/{variation_id}"
            await self._writer.json("PUT", path, body)

    async def delete_variation(self, product_id: int, variation_id: int) -> None:
        """Delete one variation."""
        await self._writer.send(
            Request("DELETE", f"/products/{product_id}/combinations/{variation_id}")
        )

    async def adjust_stock(self, product_id: int, variation_id: int | None, delta: int) -> None:
        """Move tracked stock by a difference. Raises `Refused` when the shop did not move it."""
        below = "" if variation_id is None else f"/combinations/{variation_id}"
        path = f"/products/{product_id}{below}/inventory"
        request = _json("PUT", path, {"quantityDelta": delta})
        if await self._writer.made(request, shop.updated_count) == 0:
            raise Refused(
                "ecom",
                "The online store did not change this stock.",
                "It may have been set to unlimited meanwhile.",
                code="NOTHING_UPDATED",
            )

    async def set_main_picture(self, product_id: int, content: bytes) -> None:
        """Upload the main picture in place of the old one."""
        await self._writer.send(images.main_upload(product_id, content))

    async def add_gallery_picture(self, product_id: int, content: bytes) -> str:
        """Append one picture; returns its id."""
        return await self._writer.made(
            images.gallery_upload(product_id, content), images.uploaded_id
        )

    async def delete_picture(self, product_id: int, image_id: str) -> None:
        """Delete a gallery picture, or the main one (id "0")."""
        await self._writer.send(images.deletion(product_id, image_id))

    async def set_variation_picture(
        self, product_id: int, variation_id: int, content: bytes
    ) -> None:
        """Upload a variation's picture in place of the old one."""
        await self._writer.send(images.variation_upload(product_id, variation_id, content))

    async def delete_variation_picture(self, product_id: int, variation_id: int) -> None:
        """Delete a variation's picture."""
        await self._writer.send(images.variation_deletion(product_id, variation_id))

    async def create_category(self, name: str, parent_id: int | None) -> int:
        """Create a category that is shown; returns its id."""
        body: dict[str, Any] = {"name": name, "enabled": True}
        if parent_id is not None:
            body["parentId"] = parent_id
        return await self._writer.made(_json("POST", "/categories", body), shop.new_id)

    async def rename_category(self, category_id: int, name: str) -> None:
        """Rename a category, its translation in the shop's default language included."""
        path = f"/categories/{category_id}"
        answer = await self._get(path)
        language = await self._default_language()
        body = await self._lists.decoded(
            answer, lambda body: bodies.product({"name": name}, body, language), "a category"
        )
        await self._writer.json("PUT", path, body)

    async def assign_category(self, category_id: int, product_ids: Sequence[int]) -> None:
        """Add products to a category."""
        await self._assign(category_id, "assignProducts", product_ids)

    async def unassign_category(self, category_id: int, product_ids: Sequence[int]) -> None:
        """Take products out of a category."""
        await self._assign(category_id, "unassignProducts", product_ids)

    async def _assign(self, category_id: int, how: str, product_ids: Sequence[int]) -> None:
        body = {"productIds": list(product_ids)}
        await self._writer.json("POST", f"/categories/{category_id}/{how}", body)

    async def _language_for(self, values: Values, current: bytes) -> str:
        """The shop's default language where these values have translations; else ""."""
        return await self._default_language() if bodies.translates(values, current) else ""

    async def _default_language(self) -> str:
        if self._language is None:
            await self.shop()
        return self._language or ""

    async def _get(self, path: str, params: Mapping[str, str | int] | None = None) -> Answer:
        return await self._client.read(Request("GET", self._root + path, params or {}))


def _json(method: str, path: str, body: Any) -> Request:
    return Request(method, path, body=bodies.encoded(body))
