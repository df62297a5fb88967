"""The client: what is repeated, what never is, and what each failure is called."""

import logging
import traceback
from typing import Literal

import httpx
import pytest

from app.connectors.answers import Request
from app.connectors.http import BUSY_PATIENCE, FAULT_PATIENCE, Client
from app.connectors.network import USER_AGENT
from app.connectors.pacing import Budget
from app.domain.errors import (
    BadAnswer,
    NoConnection,
    NotThere,
    OutcomeUnknown,
    PlanLimit,
    Refused,
    ScopeMissing,
    ServiceBusy,
    ServiceError,
    TokenRefused,
)
from tests.connectors.scripted import TOKEN, Script, Time, client, said

READ = Request("GET", "/7/products", {"offset": 0})
WRITE = Request("PUT", "/7/products/1", body=b"{}")
FAULTS = (
    said(status=408),
    httpx.Response(502, text="<html>Bad Gateway</html>"),
    httpx.Response(503),
    httpx.ReadError("reset"),
    httpx.RemoteProtocolError("truncated"),
    httpx.ReadTimeout("slow"),
)


@pytest.mark.parametrize("fault", FAULTS, ids=str)
async def test_reads_are_repeated(fault: httpx.Response | Exception) -> None:
    """A read survives every passing fault, with growing pauses."""
    service, script, time = client(fault, fault, fault, said({"ok": 1}))
    start = time.at
    answer = await service.read(READ)
    assert answer.body == b'{"ok":1}'
    assert len(script.asked) == service.requests == 4
    assert time.at - start == pytest.approx(0.25 + 0.5 + 1.0)


@pytest.mark.parametrize("fault", FAULTS, ids=str)
async def test_reads_end_in_a_named_error(fault: httpx.Response | Exception) -> None:
    """A fault that stays is reported as busy once our patience is over."""
    service, script, _ = client(fault)
    with pytest.raises(ServiceBusy) as caught:
        await service.read(READ)
    assert len(script.asked) == FAULT_PATIENCE
    assert "the online store" in str(caught.value).lower()


@pytest.mark.parametrize("fault", FAULTS, ids=str)
async def test_doubtful_writes_are_sent_once(fault: httpx.Response | Exception) -> None:
    """A write that may have arrived is never sent again."""
    service, script, _ = client(fault, said({}))
    with pytest.raises(OutcomeUnknown):
        await service.write(WRITE)
    assert len(script.asked) == 1


@pytest.mark.parametrize("unsent", [httpx.ConnectError("no"), httpx.ConnectTimeout("no")], ids=str)
async def test_unsent_writes_are_sent_again(unsent: Exception) -> None:
    """A write that never left is sent again, and given up as safe to repeat."""
    service, script, _ = client(unsent, said({}))
    await service.write(WRITE)
    assert len(script.asked) == 2
    service, script, _ = client(unsent)
    with pytest.raises(NoConnection):
        await service.write(WRITE)
    assert len(script.asked) == FAULT_PATIENCE


@pytest.mark.parametrize("status", [429, 449])
async def test_writes_wait_when_told(status: int) -> None:
    """A write refused for the moment was not carried out: it waits and goes again, bounded."""
    service, script, time = client(said(status=status), said({}))
    start = time.at
    await service.write(WRITE)
    assert len(script.asked) == 2
    assert time.at > start
    service, script, _ = client(said(status=status))
    with pytest.raises(ServiceBusy) as caught:
        await service.write(WRITE)
    assert len(script.asked) == BUSY_PATIENCE
    assert caught.value.status == status


@pytest.mark.parametrize("body", ["", "<html>Sign in</html>", '{"data":[{"id":'])
async def test_success_without_json_is_a_fault(body: str) -> None:
    """A sign-in page or half an answer is repeated for reads, and leaves a write unknown."""
    odd = httpx.Response(200, text=body)
    service, script, _ = client(odd, said({}))
    await service.read(READ)
    assert len(script.asked) == 2
    service, script, _ = client(odd)
    with pytest.raises(BadAnswer):
        await service.read(READ)
    service, script, _ = client(odd)
    with pytest.raises(OutcomeUnknown):
        await service.write(WRITE)
    assert len(script.asked) == 1


async def test_keyed_writes_are_repeated_but_never_called_safe() -> None:
    """A write the service makes once is repeated; lost for good, its outcome is unknown."""
    service, script, _ = client(httpx.ReadError("reset"), said({"ticket": "t"}))
    await service.write_keyed(WRITE)
    assert len(script.asked) == 2
    service, _, _ = client(httpx.ReadError("reset"), httpx.ConnectError("no"))
    with pytest.raises(OutcomeUnknown):
        await service.write_keyed(WRITE)
    service, _, _ = client(httpx.ConnectError("no"))
    with pytest.raises(NoConnection):
        await service.write_keyed(WRITE)


async def test_pause_of_429_holds_all_requests() -> None:
    """One 429 with Retry-After makes every request of the service wait that long."""
    service, script, time = client(said(status=429, retry_after="17"), said({}))
    start = time.at
    await service.read(READ)
    await service.read(READ)
    assert time.at - start == pytest.approx(17.0, abs=0.6)
    assert len(script.asked) == 3


@pytest.mark.parametrize(
    ("answer", "error", "code"),
    [
        (said({"errorMessage": "no", "errorCode": "X"}, 400), Refused, "X"),
        (said({"errorCode": "STORE_IS_SUSPENDED"}, 402), PlanLimit, "STORE_IS_SUSPENDED"),
        (
            said({"errorMessage": "m", "errorCode": "INSUFFICIENT_APP_SCOPE"}, 403),
            ScopeMissing,
            "INSUFFICIENT_APP_SCOPE",
        ),
        (httpx.Response(404), NotThere, ""),
        (said({"errorCode": "SKU_ALREADY_EXISTS"}, 409), Refused, "SKU_ALREADY_EXISTS"),
        (said({"errorCode": "SKU_ALREADY_EXISTS"}, 400), Refused, "SKU_ALREADY_EXISTS"),
        (httpx.Response(413), Refused, ""),
        (httpx.Response(302, headers={"location": "https://evil.example/"}), BadAnswer, ""),
    ],
)
@pytest.mark.parametrize("kind", ["read", "write"])
async def test_final_answers(
    answer: httpx.Response, error: type[ServiceError], code: str, kind: Literal["read", "write"]
) -> None:
    """What the service means for good is named at once and never repeated."""
    service, script, _ = client(answer)
    with pytest.raises(error) as caught:
        await (service.read(READ) if kind == "read" else service.write(WRITE))
    assert len(script.asked) == 1
    assert caught.value.code == code
    assert caught.value.status == answer.status_code


@pytest.mark.parametrize(
    ("side", "answer"),
    [
        ("pos", said({"error": "Access token is not valid"}, 401)),
        ("ecom", said(status=401)),
        ("ecom", said({"errorCode": "INVALID_API_TOKEN"}, 403)),
    ],
)
async def test_refused_token_is_never_sent_again(
    side: Literal["pos", "ecom"], answer: httpx.Response
) -> None:
    """After a refused token, later calls fail without a request."""
    service, script, _ = client(answer, said({}), side=side)
    for _ in range(3):
        with pytest.raises(TokenRefused):
            await service.read(READ)
    with pytest.raises(TokenRefused):
        await service.write(WRITE)
    assert len(script.asked) == 1


@pytest.mark.parametrize("token", ["", "  ", "se\ncret", "geheim\u00fc"])
async def test_impossible_tokens_are_not_sent(token: str) -> None:
    """A token that fits in no header is refused without a request."""
    time, script = Time(), Script([said({})])
    budget = Budget(10, 60.0, time_source=time.now, sleep=time.sleep)
    service = Client("pos", "https://x.example/api", token, budget, transport=script)
    with pytest.raises(TokenRefused):
        await service.read(READ)
    assert not script.asked


async def test_bare_403_of_the_online_shop() -> None:
    """Without a word it is a refused token, unless the token has worked before."""
    service, script, _ = client(httpx.Response(403))
    for _ in range(2):
        with pytest.raises(TokenRefused):
            await service.read(READ)
    assert len(script.asked) == 1
    service, _, _ = client(said({}), httpx.Response(403))
    await service.read(READ)
    with pytest.raises(ScopeMissing):
        await service.read(READ)
    service, _, _ = client(httpx.Response(403), side="pos")
    with pytest.raises(ScopeMissing):
        await service.read(READ)


async def test_scope_is_named() -> None:
    """The missing permission is taken from the service's words."""
    body = {"errorMessage": "App has no access to read_orders.", "errorCode": "OTHER"}
    service, _, _ = client(said(body, 403))
    with pytest.raises(ScopeMissing) as caught:
        await service.read(READ)
    assert caught.value.scope == "read_orders"
    service, _, _ = client(said({"error": "missing scope inventory:read"}, 403), side="pos")
    with pytest.raises(ScopeMissing) as caught:
        await service.read(READ)
    assert caught.value.scope == "inventory:read"


async def test_requests_as_they_go_out() -> None:
    """Token in its header alone, a name for ourselves, JSON both ways, no redirect followed."""
    moved = httpx.Response(307, headers={"location": "https://evil.example/x"})
    service, script, _ = client(said({}), moved)
    await service.write(WRITE)
    sent = script.asked[0]
    assert sent.headers["authorization"] == f"Bearer {TOKEN}"
    assert sent.headers["user-agent"] == USER_AGENT
    assert sent.headers["content-type"] == sent.headers["accept"] == "application/json"
    with pytest.raises(BadAnswer):
        await service.read(READ)
    assert [request.url.host for request in script.asked] == ["shop.example"] * 2
    assert all(TOKEN not in str(request.url) for request in script.asked)


@pytest.mark.parametrize(
    "step",
    [
        said({"errorMessage": f"bad token {TOKEN}", "errorCode": "Z"}, 400),
        said({"error": f"{TOKEN}"}, 422),
        said({"errorMessage": f"{TOKEN}", "errorCode": "INVALID_API_TOKEN"}, 403),
        httpx.Response(500, text=f"trace {TOKEN}"),
        httpx.ConnectError("no"),
        httpx.ReadError("reset"),
    ],
    ids=str,
)
async def test_no_token_in_errors_or_log(
    step: httpx.Response | Exception, caplog: pytest.LogCaptureFixture
) -> None:
    """No exception, cause or log line ever shows the token, even if the service quotes it."""
    caplog.set_level(logging.DEBUG)
    service, _, _ = client(step)
    with pytest.raises(ServiceError) as caught:
        await service.read(READ)
    shown = "".join(traceback.format_exception(caught.value)) + repr(caught.value) + caplog.text
    assert TOKEN not in shown
    assert TOKEN not in repr(service.__dict__["_http"])


async def test_smaller_requests_after_gateway_errors() -> None:
    """From the second 502 on, a read asks for half as much each time."""
    bad = httpx.Response(502)
    service, script, _ = client(bad, bad, bad, said({}))

    def halved(request: Request) -> Request:
        return Request("GET", request.path, {"size": int(request.params["size"]) // 2})

    answer = await service.read(Request("GET", "/x", {"size": 400}), halved)
    assert [request.url.params["size"] for request in script.asked] == ["400", "400", "200", "100"]
    assert answer.request.params["size"] == 100


async def test_service_time() -> None:
    """The service's clock is known from its Date header and goes on with ours."""
    service, _, time = client(said({}, date="Mon, 07 Sep 2026 09:31:00 GMT"))
    assert service.service_time() is None
    await service.read(READ)
    time.at += 5
    assert service.service_time() == pytest.approx(time.at + 3600)


async def test_certificate_trouble_is_named() -> None:
    """A certificate the system doesn't trust is told apart from being offline."""
    error = httpx.ConnectError("[SSL: CERTIFICATE_VERIFY_FAILED] self-signed certificate")
    service, _, _ = client(error)
    with pytest.raises(NoConnection, match="certificate"):
        await service.read(READ)
