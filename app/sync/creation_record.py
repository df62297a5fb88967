"""New products on disk, so that the very same batch can be sent again within the hour (M7)."""

import json
from collections.abc import Sequence
from decimal import Decimal

from app.domain.steps import Value
from app.sync.ports import NewProduct


def packed(products: Sequence[NewProduct]) -> bytes:
    """The products as JSON; decimals keep their exact digits."""
    rows = [
        {
            "reference": product.reference,
            "values": {name: _noted(value) for name, value in product.values.items()},
            "category_ids": product.category_ids,
            "options": product.options,
            "restore": product.restore.decode() if product.restore else None,
        }
        for product in products
    ]
    return json.dumps(rows, ensure_ascii=False).encode()


def unpacked(body: bytes) -> tuple[NewProduct, ...]:
    """The products of a record made by `packed`."""
    return tuple(
        NewProduct(
            row["reference"],
            {name: _read(value) for name, value in row["values"].items()},
            tuple(row["category_ids"]),
            tuple((name, tuple(values)) for name, values in row["options"]),
            row["restore"].encode() if row["restore"] else None,
        )
        for row in json.loads(body)
    )


def _noted(value: Value) -> object:
    if isinstance(value, Decimal):
        return {"decimal": str(value)}
    if isinstance(value, tuple):
        return [{"decimal": str(side)} for side in value]
    return value


def _read(value: object) -> Value:
    if isinstance(value, dict):
        return Decimal(value["decimal"])
    if isinstance(value, list):
        length, width, height = (Decimal(side["decimal"]) for side in value)
        return length, width, height
    if value is None or isinstance(value, str | bool | int):
        return value
    raise TypeError(f"not a value: {value!r}")
