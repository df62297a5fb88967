"""The sample POS over HTTP: `/api/{version}/…`, the token call and the picture server."""

import json
import re
from collections.abc import MutableMapping
from typing import Any
from urllib.parse import parse_qsl

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.sample.clock import http_date
from app.sample.faults import FaultLayer
from app.sample.seen import RequestLog
from app.sample.x_series import door, media, routes
from app.sample.x_series.replies import Call, Refused, Reply, refuse
from app.sample.x_series.signing_in import give_token
from app.sample.x_series.store import XSeriesStore
from app.sample.x_series.trouble import trouble

_API = re.compile(r"/api/(2\.0|2\.1|3\.0|\d{4}-\d{2})/(.+?)/?$")
_TOKEN_PATH = "/api/1.0/token"  # noqa: S105 - a path
_CDN = "/cdn/"


def x_series_app(store: XSeriesStore) -> ASGIApp:
    """Return the service as an ASGI app; it answers from `store` as it is at each request."""

    async def serve(scope: Scope, receive: Receive, send: Send) -> None:
        await _serve(store, scope, receive, send)

    faulty = FaultLayer(serve, lambda: store.faults, store.clock, after_base)
    dated = _with_date(store, faulty)
    return RequestLog(dated, store.clock, store.record, is_write)


def after_base(path: str) -> str:
    """Take `/api/{version}` off a path: `/api/2.0/products` is `/products`."""
    found = _API.match(path)
    return f"/{found[2]}" if found else path


def is_write(method: str, path: str) -> bool:
    """Whether a request asks the POS for a change of data."""
    if method in ("GET", "HEAD", "OPTIONS") or path == _TOKEN_PATH:
        return False
    found = _API.match(path)
    reads = found is not None and "-" in found[1] and found[2] in routes.READS_BY_POST
    return not (method == "POST" and reads)


def _with_date(store: XSeriesStore, app: ASGIApp) -> ASGIApp:
    async def dated(scope: Scope, receive: Receive, send: Send) -> None:
        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["date"] = http_date(store.clock.now())
            await send(message)

        await app(scope, receive, sending)

    return dated


async def _serve(
    store: XSeriesStore, scope: MutableMapping[str, Any], receive: Receive, send: Send
) -> None:
    request = Request(scope, receive)
    body = await request.body()
    if store.knobs.latency_seconds:
        await store.clock.wait(store.knobs.latency_seconds)
    try:
        with store.lock:
            reply = _reply(store, request, body)
    except Refused as refused:
        reply = refused.reply
    response = Response(reply.body, reply.status, media_type=reply.kind)
    response.headers.update(dict(reply.headers))
    await response(scope, receive, send)


def _reply(store: XSeriesStore, request: Request, body: bytes) -> Reply:
    path, fault = request.url.path, request.scope.get("fault")
    if fault is not None:
        raise trouble(store, fault)
    if path.startswith(_CDN):
        return media.serve_picture(store, request, path.removeprefix(_CDN))
    if path.startswith("/images/placeholder/"):
        return media.serve_placeholder()
    door.check_agent(store, request)
    if path == _TOKEN_PATH and request.method == "POST":
        return give_token(store, dict(parse_qsl(body.decode())))
    headers = door.take_allowance(store, door.check_token(store, request))
    try:
        reply = _read(store, request, body)
    except Refused as refused:
        refused.reply = _with_headers(refused.reply, headers)
        raise
    return _with_headers(reply, headers)


def _with_headers(reply: Reply, headers: tuple[tuple[str, str], ...]) -> Reply:
    return Reply(reply.status, reply.body, reply.kind, (*headers, *reply.headers))


def _read(store: XSeriesStore, request: Request, body: bytes) -> Reply:
    dated, path = _version(store, request.url.path)
    found, key = routes.find(path, dated=dated)
    route = found.get(request.method)
    if route is None and (found or request.method not in ("GET", "HEAD")):
        raise refuse(405, "Method Not Allowed", f"{request.method} is not served here")
    if route is None:
        raise refuse(404, "Not Found", f"No route for {request.url.path}")
    door.check_scopes(store, route.scopes)
    base = f"{request.url.scheme}://{request.url.netloc}"
    return route.handler(Call(store, dated, key, request.query_params, _json(body), base))


def _version(store: XSeriesStore, path: str) -> tuple[bool, str]:
    """Return whether a dated version answers, and the path behind it (section 1).

    An old version is answered by the oldest one still served, without an error.
    """
    found = _API.match(path)
    if found is None:
        raise refuse(404, "Not Found", f"No route for {path}")
    version, rest = found[1], found[2]
    if version == "2.0":
        return not store.knobs.serves_2_0, rest
    newest = max(store.knobs.dated_versions, default="")
    if "-" not in version or version > newest:
        raise refuse(404, "Not Found", f"No such version: {version}")
    return True, rest


def _json(body: bytes) -> dict[str, Any]:
    if not body:
        return {}
    try:
        value = json.loads(body)
    except ValueError:
        raise refuse(400, "Bad Request", "The body is not JSON") from None
    if not isinstance(value, dict):
        raise refuse(400, "Bad Request", "The body must be an object")
    return value
