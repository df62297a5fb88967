"""Opens the two services: one place where clients, budgets and addresses come together."""

import asyncio

import httpx

from app.connectors.e_series.api import ESeries
from app.connectors.http import Client
from app.connectors.network import is_loopback
from app.connectors.pacing import (
    ECOM_LIMIT,
    ECOM_WINDOW,
    POS_WINDOW,
    Budget,
    Sleep,
    TimeSource,
    pos_limit,
    steady_time,
)
from app.connectors.pictures import Pictures
from app.connectors.x_series.api import XSeries

POS_DOMAIN = "retail.lightspeed.app"
ECOM_URL = "https://app.ecwid.com/api/v3"


def pos_url(shop: str) -> str:
    """The POS's base address from what a shopkeeper types: a name, a host, or an address.

    `harbourshop` and `harbourshop.retail.lightspeed.app/webregister` mean the same shop.
    """
    typed = shop.strip().rstrip("/")
    if typed.endswith("/api") and "://" in typed:
        return typed
    scheme, _, rest = typed.rpartition("://")
    host = rest.split("/", 1)[0]
    if "." not in host and ":" not in host:
        host = f"{host}.{POS_DOMAIN}"
    return f"{scheme or 'https'}://{host}/api"


def open_pos(
    url: str,
    token: str,
    *,
    transport: httpx.AsyncBaseTransport | None = None,
    version: str = "2.0",
    time_source: TimeSource = steady_time,
    sleep: Sleep = asyncio.sleep,
    paced: bool = True,
) -> XSeries:
    """The POS at a base address (up to and including `/api`). Raises `SettingsWrong`.

    `paced` False is for stand-ins without limits; the real service is always paced.
    """
    budget = Budget(pos_limit(1), POS_WINDOW, time_source=time_source, sleep=sleep, paced=paced)
    client = Client(
        "pos", url, token, budget, transport=transport, time_source=time_source, sleep=sleep
    )
    pictures = Pictures("pos", transport=transport, sleep=sleep, local=is_loopback(url))
    return XSeries(client, pictures, version)


def open_ecom(
    url: str,
    store_id: int,
    token: str,
    *,
    transport: httpx.AsyncBaseTransport | None = None,
    time_source: TimeSource = steady_time,
    sleep: Sleep = asyncio.sleep,
    paced: bool = True,
) -> ESeries:
    """The online store at a base address (up to and including `/api/v3`); `paced` as above."""
    budget = Budget(ECOM_LIMIT, ECOM_WINDOW, time_source=time_source, sleep=sleep, paced=paced)
    client = Client(
        "ecom", url, token, budget, transport=transport, time_source=time_source, sleep=sleep
    )
    return ESeries(client, store_id, Pictures("ecom", transport=transport, sleep=sleep))
