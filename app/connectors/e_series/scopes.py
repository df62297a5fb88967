"""What an online store's token may do, found out without changing anything (API eCom §2).

Write permissions are probed on product 0, which can't exist: an answer of 404, 400 or 402 shows
that the permission is there, 403 that it is not. `update_catalog` sends a PUT without any field,
`create_catalog` asks to add a variation without options to that product.
"""

from app.connectors.answers import Request
from app.connectors.http import Client
from app.domain.errors import NotThere, PlanLimit, Refused, ScopeMissing
from app.sync.ports import Scope

_PROBES = (
    (
        "read_store_profile",
        "read the shop's settings",
        Request("GET", "/profile", {"responseFields": "generalInfo(storeId)"}),
        True,
    ),
    (
        "read_catalog",
        "read products and categories",
        Request("GET", "/products", {"offset": 0, "limit": 1, "responseFields": "total"}),
        True,
    ),
    (
        "update_catalog",
        "change and delete products",
        Request("PUT", "/products/0", body=b"{}"),
        True,
    ),
    (
        "create_catalog",
        "create products and categories",
        Request("POST", "/products/0/combinations", body=b'{"options":[]}'),
        True,
    ),
    (
        "read_orders",
        "read orders, so that stock held by them is known",
        Request("GET", "/orders", {"offset": 0, "limit": 1, "responseFields": "total"}),
        False,
    ),
)


async def probe(client: Client, root: str) -> tuple[Scope, ...]:
    """Probe each permission; raises `TokenRefused` when the token itself does not work."""
    return tuple(
        [
            Scope(name, purpose, await _granted(client, root, request), needed)
            for name, purpose, request, needed in _PROBES
        ]
    )


async def _granted(client: Client, root: str, request: Request) -> bool:
    below = Request(request.method, root + request.path, request.params, request.body)
    try:
        await client.read(below)
    except ScopeMissing:
        return False
    except (NotThere, PlanLimit, Refused):
        return True
    return True
