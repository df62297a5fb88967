"""The sample eCom store over HTTP: `/api/v3/{storeId}/…` and its picture server."""

import gzip
import re
from urllib.parse import unquote_plus

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.sample.clock import http_date
from app.sample.e_series import door, pictures
from app.sample.e_series.batch_running import carry_out_due
from app.sample.e_series.calls import Answer, Call, encode
from app.sample.e_series.errors import Refusal
from app.sample.e_series.fetching import bring_awaited, fetch_all
from app.sample.e_series.store import ESeriesStore
from app.sample.e_series.trouble import trouble
from app.sample.faults import FaultLayer
from app.sample.seen import RequestLog

_API = re.compile(r"/api/v3/([^/]+)/(.+?)/?$")
_CDN = "/cdn/"
_LONG = 1024


def e_series_app(store: ESeriesStore) -> ASGIApp:
    """Return the service as an ASGI app; it answers from `store` as it is at each request."""

    async def serve(scope: Scope, receive: Receive, send: Send) -> None:
        await _serve(store, scope, receive, send)

    faulty = FaultLayer(serve, lambda: store.faults, store.clock, after_base)
    dated = _with_date(store, faulty)
    return RequestLog(dated, store.clock, store.record, is_write)


def after_base(path: str) -> str:
    """Take `/api/v3/{storeId}` off a path: `/api/v3/10025003/products` is `/products`."""
    found = _API.match(path)
    return f"/{found[2]}" if found else path


def is_write(method: str, path: str) -> bool:
    """Whether a request asks for a change of data; of a batch, only the requests inside do."""
    return method not in ("GET", "HEAD", "OPTIONS") and not after_base(path).startswith("/batch")


def _with_date(store: ESeriesStore, app: ASGIApp) -> ASGIApp:
    async def dated(scope: Scope, receive: Receive, send: Send) -> None:
        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["date"] = http_date(store.clock.now())
            await send(message)

        await app(scope, receive, sending)

    return dated


async def _serve(store: ESeriesStore, scope: Scope, receive: Receive, send: Send) -> None:
    request = Request(scope, receive)
    body = await request.body()
    if store.knobs.latency_seconds:
        await store.clock.wait(store.knobs.latency_seconds)
    answer = await _answer(store, request, body)
    response = Response(answer.body, answer.status, media_type="application/json")
    response.headers.update(answer.headers)
    if store.knobs.gzip and len(answer.body) > _LONG and _takes_gzip(request):
        response = _compressed(response)
    await response(scope, receive, send)


def _takes_gzip(request: Request) -> bool:
    return "gzip" in request.headers.get("accept-encoding", "")


def _compressed(response: Response) -> Response:
    packed = Response(gzip.compress(response.body, compresslevel=1, mtime=0), response.status_code)
    kept = {name: value for name, value in response.headers.items() if name != "content-length"}
    packed.headers.update({**kept, "Content-Encoding": "gzip", "Vary": "Accept-Encoding"})
    return packed


async def _answer(store: ESeriesStore, request: Request, body: bytes) -> Answer:
    try:
        fault = request.scope.get("fault")
        if fault is not None:
            return trouble(fault)
        if request.url.path.startswith(_CDN):
            return _picture(store, request)
        call = _admitted(store, request, body)
    except Refusal as refusal:
        return _refused(store, refusal)

    async def answering(inner: Call) -> Answer:
        return await _answer_call(store, inner)

    await bring_awaited(store)
    await carry_out_due(store, answering)
    answer = await _answer_call(store, call)
    # A batch that needs no time is done before its ticket arrives.
    await carry_out_due(store, answering)
    return answer


def _picture(store: ESeriesStore, request: Request) -> Answer:
    data = pictures.blob_at(store, request.url.path)
    if data is None:
        raise Refusal(404)
    return Answer(200, data, {"Content-Type": pictures.media_type(data)})


def _admitted(store: ESeriesStore, request: Request, body: bytes) -> Call:
    """Take a request apart once its store and token are known to be good."""
    raw: bytes = request.scope.get("raw_path") or request.url.path.encode()
    found = _API.match(raw.decode("latin-1").partition("?")[0])
    if found is None:
        raise Refusal(404, f"Nothing stands at {request.url.path}")
    with store.lock:
        door.check_store(store, found[1])
        token = door.check_token(store, request)
        door.take_allowance(store, token)
    return Call(
        store,
        request.method,
        request.url.path,
        # Segments are decoded like query values (API §1).
        [unquote_plus(part) for part in found[2].split("/")],
        dict(request.query_params),
        body,
        request.headers.get("content-type", ""),
        token=token,
        public=token in store.knobs.public_tokens,
    )


async def _answer_call(store: ESeriesStore, call: Call) -> Answer:
    """Answer a call, alone or inside a batch; pictures are fetched before the lock is taken."""
    try:
        with store.lock:
            route = door.admit(call)
            urls = route.fetches(call) if route.fetches else []
        if urls:
            call.fetched = await fetch_all(store, urls)
        with store.lock:
            return Answer(200, encode(route.handler(call)))
    except Refusal as refusal:
        return _refused(store, refusal)


def _refused(store: ESeriesStore, refusal: Refusal) -> Answer:
    share = store.knobs.empty_error_share
    if share and store.random.random() < share:
        return Answer(refusal.status, b"", refusal.headers)
    return Answer.refusing(refusal)
