"""Reads single facts out of the online store's raw answers."""

import json
from typing import Any

from app.confirming.ports import Shop
from app.domain.product import EcomProduct

UNMERGED = b"{}"
"""Stands for what the shop holds where a write is to carry one field and nothing else."""


async def product(shop: Shop, ecom_id: int) -> EcomProduct:
    """A product as it is now."""
    return (await shop.product(ecom_id)).products[0]


async def raw(shop: Shop, ecom_id: int) -> dict[str, Any]:
    """A product as it is now, in the shop's own words."""
    read = await shop.product(ecom_id)
    found: dict[str, Any] = json.loads(read.raw[ecom_id])
    return found
