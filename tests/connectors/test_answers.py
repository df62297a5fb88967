"""How long an answer asks us to wait, and what errors say."""

import httpx
import pytest

from app.connectors.answers import Answer, Request, retry_after
from app.connectors.troubles import complaint, translated
from app.domain.errors import Side
from tests.connectors.scripted import START

GET = Request("GET", "/x")
DATE = "Mon, 07 Sep 2026 08:31:00 GMT"


def _answer(status: int = 429, body: str = "", **headers: str) -> Answer:
    named = httpx.Headers({name.replace("_", "-"): value for name, value in headers.items()})
    return Answer(status, GET, body.encode(), named, "Reason")


@pytest.mark.parametrize(
    ("answer", "seconds"),
    [
        (_answer(retry_after="17"), 17),
        (_answer(retry_after="0.5"), 0.5),
        (_answer(retry_after="-3"), 0),
        (_answer(retry_after="86400"), 300),
        (_answer(retry_after="Mon, 07 Sep 2026 08:31:20 GMT", date=DATE), 20),
        (_answer(retry_after="Mon, 07 Sep 2026 08:30:00 GMT", date=DATE), 0),
        (_answer(retry_after="Mon, 07 Sep 2026 08:31:20 GMT"), 20),
        (_answer(body='{"retry-after":"Mon, 07 Sep 2026 08:31:40 +0000"}', date=DATE), 40),
        (_answer(body='{"retry-after":12}'), 12),
        (_answer(retry_after="soon", body='{"retry-after":"9"}'), 9),
        (_answer(retry_after="soon"), 30),
        (_answer(body="<html>"), 30),
        (_answer(), 30),
    ],
)
def test_waits(answer: Answer, seconds: float) -> None:
    """Header as date or seconds, then the body, then 30 s; never negative, at most 5 minutes."""
    assert retry_after("pos", answer, START) == pytest.approx(seconds)


def test_dates_are_measured_on_the_service_clock() -> None:
    """A computer whose clock is an hour off waits as long as any other."""
    answer = _answer(retry_after="Mon, 07 Sep 2026 08:31:20 GMT", date=DATE)
    for wrong in (-3600, 3600):
        assert retry_after("pos", answer, START + wrong) == pytest.approx(20)


def test_default_of_the_online_shop() -> None:
    """Ten seconds without a hint."""
    assert retry_after("ecom", _answer(), START) == pytest.approx(10)


@pytest.mark.parametrize(
    ("body", "code", "words"),
    [
        ('{"errorMessage":"Product #1 not found","errorCode":"X"}', "X", "Product #1 not found"),
        ('{"error":"Too Many Requests","message":"Rate"}', "", "Too Many Requests: Rate"),
        ('{"error":"Access token is not valid"}', "", "Access token is not valid"),
        ('{"error":{"code":1,"message":"No"}}', "", "No"),
        ('{"error":{"code":1}}', "", "1"),
        ('{"errors":{"global":["a","b"],"sku":"c"},"reference":"r"}', "", "global: a, b; sku: c"),
        ('{"status":"error","error":"Bad","details":"d"}', "", "Bad: d"),
        ('{"message":"m"}', "", "m"),
        ("", "", "Reason"),
        ("<html><title>502</title></html>", "", "Reason"),
        ("plain words\n of it", "", "plain words of it"),
        ("[1]", "", "[1]"),
        ('{"errorMessage":5,"errorCode":7,"error":[],"errors":[1]}', "", "Reason"),
    ],
)
def test_complaints(body: str, code: str, words: str) -> None:
    """Every error shape that was published or seen."""
    found = complaint(_answer(400, body))
    assert (found.code, found.words) == (code, words)


@pytest.mark.parametrize("side", ["pos", "ecom"])
@pytest.mark.parametrize("status", [300, 400, 401, 402, 403, 404, 408, 409, 422, 429, 449, 500])
def test_messages_name_the_side(side: Side, status: int) -> None:
    """Each message says which side it is about and is cut to a readable length."""
    error = translated(side, _answer(status, "x" * 10_000))
    assert {"pos": "the pos", "ecom": "the online store"}[side] in error.message.lower()
    assert len(str(error)) < 600
    assert error.side == side
    assert error.status == status
