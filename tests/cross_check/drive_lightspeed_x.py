"""Drives a POS with lightspeed-x (MIT) and prints what it found; run in a venv of its own."""

import json
import sys
from itertools import pairwise
from typing import Any

import httpx
from lightspeed_x import LightspeedX


class Nearby(httpx.HTTPTransport):
    """Sends what is meant for the service's old host to another address."""

    def __init__(self, base_url: str) -> None:
        super().__init__()
        self._base = httpx.URL(base_url)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Pass one request on."""
        there = {"scheme": "http", "host": self._base.host, "port": self._base.port}
        request.url = request.url.copy_with(**there)
        return super().handle_request(request)


def walked(shop: LightspeedX, path: str) -> list[dict[str, Any]]:
    """Every row of a list, as the published pagination page says: until a page is empty."""
    rows: list[dict[str, Any]] = []
    after = 0
    while True:
        answer = shop.get(path, params={"after": after, "page_size": 20})
        if not answer["data"]:
            return rows
        rows += answer["data"]
        after = answer["version"]["max"]


def main(base_url: str, token: str) -> None:
    """Walk the lists and read one product, all in that client's own way."""
    shop = LightspeedX(token, "harbourandpine")
    headers = shop._client.headers
    shop._client = httpx.Client(headers=headers, transport=Nearby(base_url))
    products = walked(shop, "/products")
    one = shop.get(f"products/{products[0]['id']}")["data"]
    levels = walked(shop, "/inventory")
    refused = 0
    try:
        shop.personal_token = "wrong"
        shop.get("/retailer")
    except httpx.HTTPStatusError as error:
        refused = error.response.status_code
    shop.personal_token = token
    found = {
        "products": len({row["id"] for row in products}),
        "rising": all(a["version"] < b["version"] for a, b in pairwise(products)),
        "one": one["id"] == products[0]["id"],
        "outlets": len(shop.get("/outlets")["data"]),
        "registers": len(shop.get("/registers")["data"]),
        "retailer": shop.get("/retailer")["data"]["name"],
        "levels": len(levels),
        "refused": refused,
    }
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main(*sys.argv[1:])
