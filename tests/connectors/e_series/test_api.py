"""The online store's requests: listings, look-ups, writes and batches, against scripted answers."""

import json
from collections.abc import AsyncIterator
from decimal import Decimal
from typing import Any

import httpx
import pytest

from app.connectors.e_series.api import ESeries
from app.domain.errors import (
    BadAnswer,
    BrokenListing,
    NoConnection,
    NotThere,
    OutcomeUnknown,
    Refused,
    ScopeMissing,
    ServiceBusy,
)
from app.sync.ports import EcomPage, EcomService, NewProduct
from tests.connectors.e_series.test_shop import PROFILE
from tests.connectors.scripted import START, TOKEN, Script, Step, Time, client, said

DATE = "Mon, 07 Sep 2026 08:31:07 GMT"


def _ecom(*steps: Step) -> tuple[ESeries, Script, Time]:
    made, script, time = client(*steps)
    service: EcomService = ESeries(made, 1003)
    assert isinstance(service, ESeries)
    return service, script, time


def _page(*ids: int, total: int, date: str = "") -> httpx.Response:
    items = [{"id": key} for key in ids]
    return said({"total": total, "count": len(ids), "items": items}, date=date)


async def _all(pages: AsyncIterator[EcomPage]) -> list[EcomPage]:
    return [page async for page in pages]


def _ids(pages: list[EcomPage]) -> list[list[int]]:
    return [[product.id for product in page.read.products] for page in pages]


async def test_full_listing() -> None:
    """Pages of 100 in order of creation; `began` is the shop's clock at the first page."""
    ecom, script, _ = _ecom(
        _page(*range(100), total=150, date=DATE), _page(*range(100, 150), total=150)
    )
    pages = await _all(ecom.products())
    assert [len(page) for page in _ids(pages)] == [100, 50]
    assert {page.began for page in pages} == {int(START) + 7}
    assert [dict(request.url.params) for request in script.asked] == [
        {"sortBy": "ADDED_TIME_ASC", "offset": offset, "limit": "100"} for offset in ("0", "100")
    ]


async def test_increment() -> None:
    """Changes since a time come in order of change."""
    ecom, script, _ = _ecom(_page(total=0))
    (page,) = await _all(ecom.products(updated_from=77))
    assert (page.total, page.began) == (0, int(START))
    assert dict(script.asked[0].url.params) == {
        "sortBy": "UPDATED_TIME_ASC",
        "updatedFrom": "77",
        "offset": "0",
        "limit": "100",
    }


async def test_items_met_twice_are_given_once() -> None:
    """A product that moved to the next page is not given again, and what it hid is found."""
    shifted = [_page(1, 2, total=4), _page(2, 3, total=4)]
    whole = [_page(1, 2, total=4), _page(3, 4, total=4)]
    ecom, _, _ = _ecom(*shifted, *whole)
    pages = await _all(ecom.products())
    assert _ids(pages) == [[1, 2], [3], [1, 2], [3, 4]]
    assert [page.scan for page in pages] == [1, 1, 2, 2]


@pytest.mark.parametrize(
    "pages",
    [
        [_page(1, 2, total=3), _page(total=3)],
        [_page(1, 2, total=3), _page(3, total=2)],
        [_page(1, 1, total=2)],
    ],
    ids=["short", "shrunk", "double"],
)
async def test_listing_that_does_not_add_up(pages: list[httpx.Response]) -> None:
    """Once more from the start, then it is broken."""
    ecom, script, _ = _ecom(*pages, *pages)
    with pytest.raises(BrokenListing):
        await _all(ecom.products())
    assert len(script.asked) == 2 * len(pages)


async def test_small_lists_are_the_last_scan() -> None:
    """A list held as a whole holds what the scan that added up gave."""
    ecom, script, _ = _ecom(_page(1, total=2), _page(total=2), _page(2, total=1))
    assert await ecom.deleted_products(9) == {2}
    assert script.asked[0].url.params["from_date"] == "9"
    ecom, script, _ = _ecom(_page(4, total=1))
    assert [category.id for category in await ecom.categories()] == [4]
    assert script.asked[0].url.params["hidden_categories"] == "true"


async def test_lookups_are_exact() -> None:
    """A shop that ignores the filter finds nothing by accident."""
    items = [
        {"id": 1, "sku": "A"},
        {"id": 2, "sku": "a"},
        {"id": 3, "sku": "X", "combinations": [{"id": 9, "sku": "A"}]},
        {"id": 4, "externalReferenceId": "counterpart:k"},
    ]
    ecom, script, _ = _ecom(said({"total": 4, "items": items}))
    assert [product.id for product in (await ecom.find_sku("A")).products] == [1, 3]
    found = await ecom.find_reference("counterpart:k")
    assert [product.id for product in found.products] == [4]
    assert script.asked[0].url.params["sku"] == "A"
    assert script.asked[1].url.params["externalReferenceId"] == "counterpart:k"


async def test_one_product() -> None:
    """By id; another product or none at all is told apart."""
    ecom, _, _ = _ecom(said({"id": 5}), said({"id": 6}), said({"errorMessage": "no"}, 404))
    assert (await ecom.product(5)).products[0].id == 5
    with pytest.raises(BadAnswer):
        await ecom.product(5)
    with pytest.raises(NotThere):
        await ecom.product(5)


async def test_token_of_another_store() -> None:
    """The store number typed in must be the token's."""
    ecom, _, _ = _ecom(said({**PROFILE, "generalInfo": {"storeId": 5}}), said(PROFILE))
    with pytest.raises(Refused, match="store 5"):
        await ecom.shop()
    assert (await ecom.shop()).store_id == 1003


async def test_server_time() -> None:
    """The shop's clock, asked for only if no answer told it yet."""
    ecom, script, time = _ecom(said({}, date=DATE))
    assert await ecom.server_time() == int(START) + 7
    time.at += 10
    assert await ecom.server_time() == int(START) + 17
    assert len(script.asked) == 1


async def test_writes_as_they_go_out() -> None:
    """Method, path and body of each write, and that each counts once."""
    ecom, script, _ = _ecom(said({"id": 9, "updateCount": 1, "deleteCount": 1}))
    raw = b'{"id":1,"options":[],"combinations":[{"id":2}]}'
    await ecom.put_product(1, {"price": Decimal(2)}, raw)
    await ecom.put_options(1, [("Size", ("S",))], [], [], raw)
    assert await ecom.create_variation(1, [("Size", "S")], {"sku": "A"}) == 9
    await ecom.put_variation(1, 2, {"price": Decimal(3)}, None, raw)
    await ecom.delete_variation(1, 2)
    await ecom.adjust_stock(1, None, -4)
    await ecom.adjust_stock(1, 2, 5)
    await ecom.set_main_picture(1, b"png")
    assert await ecom.add_gallery_picture(1, b"png") == "9"
    await ecom.delete_picture(1, "0")
    await ecom.delete_picture(1, "77")
    await ecom.set_variation_picture(1, 2, b"png")
    await ecom.delete_variation_picture(1, 2)
    assert await ecom.create_category("Cups", None) == 9
    assert await ecom.create_category("Cups", 4) == 9
    await ecom.assign_category(4, [1])
    await ecom.unassign_category(4, [1])
    await ecom.delete_product(1)
    sent = [
        f"{request.method} {request.url.path.removeprefix('/api/1003')} {request.content.decode()}"
        for request in script.asked
    ]
    option = (
        '{"choices":[{"priceModifier":0,"priceModifierType":"ABSOLUTE","text":"S"}],'
        '"name":"Size","type":"SELECT"}'
    )
    assert sent == [
        'PUT /products/1 {"price":2}',
        f'PUT /products/1 {{"options":[{option}]}}',
        'POST /products/1/combinations {"options":[{"name":"Size","value":"S"}],"sku":"A"}',
        'PUT /products/1/combinations/2 {"price":3}',
        "DELETE /products/1/combinations/2 ",
        'PUT /products/1/inventory {"quantityDelta":-4}',
        'PUT /products/1/combinations/2/inventory {"quantityDelta":5}',
        "POST /products/1/image png",
        "POST /products/1/gallery png",
        "DELETE /products/1/image ",
        "DELETE /products/1/gallery/77 ",
        "POST /products/1/combinations/2/image png",
        "DELETE /products/1/combinations/2/image ",
        'POST /categories {"enabled":true,"name":"Cups"}',
        'POST /categories {"enabled":true,"name":"Cups","parentId":4}',
        'POST /categories/4/assignProducts {"productIds":[1]}',
        'POST /categories/4/unassignProducts {"productIds":[1]}',
        "DELETE /products/1 ",
    ]
    assert ecom.writes == ecom.requests == len(sent)
    assert script.asked[7].headers["content-type"] == "application/octet-stream"


async def test_nothing_to_write() -> None:
    """An empty change sends nothing."""
    ecom, script, _ = _ecom(said({}))
    raw = b'{"id":1,"options":[],"combinations":[{"id":2}]}'
    await ecom.put_product(1, {}, raw)
    await ecom.put_options(1, [], [], [], raw)
    await ecom.put_variation(1, 2, {}, None, raw)
    assert not script.asked


async def test_counting_writes() -> None:
    """What surely never arrived is no write; what may have is one."""
    ecom, _, _ = _ecom(httpx.ConnectError("no"))
    with pytest.raises(NoConnection):
        await ecom.delete_product(1)
    assert ecom.writes == 0
    ecom, _, _ = _ecom(httpx.ReadError("reset"))
    with pytest.raises(OutcomeUnknown):
        await ecom.delete_product(1)
    assert ecom.writes == 1
    ecom, _, _ = _ecom(said(status=429), said({}))
    await ecom.delete_product(1)
    assert (ecom.writes, ecom.requests) == (1, 2)


async def test_stock_that_did_not_move() -> None:
    """A delta on unlimited stock is told as refused."""
    ecom, _, _ = _ecom(said({"updateCount": 0}))
    with pytest.raises(Refused):
        await ecom.adjust_stock(1, None, 3)


async def test_creation_without_an_id() -> None:
    """An answer without the new id leaves the outcome unknown."""
    ecom, _, _ = _ecom(said({"ok": True}))
    with pytest.raises(OutcomeUnknown):
        await ecom.create_category("Cups", None)


async def test_renaming_keeps_translations() -> None:
    """The default language follows, the others stay."""
    category = {"id": 4, "name": "Cups", "nameTranslated": {"de": "Cups", "nl": "Kopjes"}}
    ecom, script, _ = _ecom(said(category), said(PROFILE), said({"updateCount": 1}))
    await ecom.rename_category(4, "Mugs")
    assert json.loads(script.asked[-1].content) == {
        "name": "Mugs",
        "nameTranslated": {"de": "Mugs", "nl": "Kopjes"},
    }


async def test_scopes_are_probed_without_harm() -> None:
    """Write permissions are asked on a product that can't exist; nothing counts as a write."""

    def answer(request: httpx.Request) -> httpx.Response:
        path = request.url.path
        if path.endswith("/combinations"):
            return said({"errorCode": "INSUFFICIENT_APP_SCOPE"}, 403)
        return said({}, 404 if "/products/0" in path else 200)

    ecom, script, _ = _ecom(answer)
    scopes = await ecom.scopes()
    assert [scope.name for scope in scopes if not scope.granted] == ["create_catalog"]
    assert ecom.writes == 0
    written = [request for request in script.asked if request.method != "GET"]
    assert {request.url.path.split("/")[4] for request in written} == {"0"}


TWO = (
    NewProduct("counterpart:a", {"name": "A", "sku": "A", "price": Decimal("1.10")}),
    NewProduct("counterpart:b", {"name": "B", "sku": "B", "price": Decimal(2)}),
)


def _done(*responses: dict[str, Any]) -> httpx.Response:
    return said(
        {
            "status": "COMPLETED",
            "totalRequests": 2,
            "completedRequests": 2,
            "responses": list(responses),
        }
    )


@pytest.mark.parametrize(
    ("status", "body"), [("httpStatusCode", "escapedHttpBody"), ("httpCode", "httpBody")]
)
async def test_batch(status: str, body: str) -> None:
    """Created by ticket, whatever the answers' names and order."""
    waiting = said({"status": "IN_PROGRESS", "totalRequests": 2, "completedRequests": 1})
    done = _done(
        {"id": "counterpart:b", "status": "COMPLETED", status: 200, body: '{"id":12}'},
        {"id": "counterpart:a", "status": "COMPLETED", status: 200, body: {"id": 11}},
    )
    ecom, script, time = _ecom(said({"ticket": "t-1"}), waiting, done)
    start = time.at
    made = await ecom.create_products(TWO, "key-1")
    assert [(created.reference, created.ecom_id) for created in made] == [
        ("counterpart:a", 11),
        ("counterpart:b", 12),
    ]
    posted = script.asked[0]
    assert dict(posted.url.params) == {"stopOnFirstFailure": "false", "deduplicationKey": "key-1"}
    assert json.loads(posted.content)[0] == {
        "id": "counterpart:a",
        "path": "/products",
        "method": "POST",
        "body": {"name": "A", "sku": "A", "price": 1.1, "externalReferenceId": "counterpart:a"},
    }
    assert b"1.10" in posted.content
    assert dict(script.asked[1].url.params) == {"ticket": "t-1", "escapedJson": "true"}
    assert time.at - start == pytest.approx(0.2 + 0.3)
    assert (ecom.writes, ecom.requests) == (2, 3)


async def test_batch_outcomes() -> None:
    """Each inner answer is told as a direct one would be."""
    many = tuple(NewProduct(f"r{number}", {"name": "x"}) for number in range(8))
    ecom, _, _ = _ecom(
        said({"ticket": "t"}),
        _done(
            {"id": "r0", "status": "COMPLETED", "httpStatusCode": 200, "escapedHttpBody": "{}"},
            {
                "id": "r1",
                "status": "FAILED",
                "httpStatusCode": 409,
                "escapedHttpBody": '{"errorCode":"SKU_ALREADY_EXISTS"}',
            },
            {"id": "r2", "status": "FAILED", "httpStatusCode": 500},
            {"id": "r3", "status": "NOT_EXECUTED"},
            {"id": "r4", "status": "FAILED", "httpStatusCode": 403, "escapedHttpBody": "{}"},
            {"id": "r5", "status": "FAILED", "httpStatusCode": 404},
            {"id": "r6", "status": "FAILED"},
        ),
    )
    errors = [created.error for created in await ecom.create_products(many, "k")]
    kinds = [OutcomeUnknown, Refused, OutcomeUnknown, ServiceBusy, ScopeMissing, NotThere]
    assert [type(error) for error in errors] == [*kinds, OutcomeUnknown, OutcomeUnknown]
    assert isinstance(errors[1], Refused)
    assert errors[1].code == "SKU_ALREADY_EXISTS"


async def test_no_token_in_inner_errors() -> None:
    """An inner answer that quotes the token doesn't show it either."""
    body = json.dumps({"errorMessage": f"bad {TOKEN}", "errorCode": "X"})
    entry = {"id": "counterpart:a", "httpStatusCode": 400, "escapedHttpBody": body}
    ecom, _, _ = _ecom(said({"ticket": "t"}), _done(entry))
    error = (await ecom.create_products(TWO, "k"))[0].error
    assert isinstance(error, Refused)
    assert TOKEN not in str(error)


async def test_lost_batch_is_sent_again_as_it_was() -> None:
    """Under its key the same bytes may go again; counted once."""
    done = _done({"id": "counterpart:a", "httpStatusCode": 200, "escapedHttpBody": '{"id":1}'})
    ecom, script, _ = _ecom(httpx.ReadError("reset"), said({"ticket": "t"}), done)
    await ecom.create_products(TWO, "k")
    assert script.asked[0].content == script.asked[1].content
    assert script.asked[0].url == script.asked[1].url
    assert ecom.writes == 2
    again, script_again, _ = _ecom(said({"ticket": "t"}), done)
    await again.create_products(TWO, "k")
    assert script_again.asked[0].content == script.asked[0].content


async def test_ticket_that_can_not_be_followed() -> None:
    """Lost for good, unreadable, or never done: the outcome is unknown."""
    waiting = said({"status": "QUEUED", "completedRequests": 0})
    for steps in (
        (httpx.ReadError("reset"),),
        (said({"nothing": 1}),),
        (said({"ticket": "t"}), said({}, 404)),
        (said({"ticket": "t"}), said([1])),
        (said({"ticket": "t"}), waiting),
    ):
        ecom, _, _ = _ecom(*steps)
        with pytest.raises(OutcomeUnknown):
            await ecom.create_products(TWO, "k")
        assert ecom.writes == 2


async def test_refused_batch() -> None:
    """A batch refused as a whole made nothing."""
    ecom, _, _ = _ecom(said({"errorCode": "WRONG_PARAMETER"}, 400))
    with pytest.raises(Refused):
        await ecom.create_products(TWO, "k")
    ecom, script, _ = _ecom(said({}))
    assert await ecom.create_products((), "k") == ()
    assert not script.asked
