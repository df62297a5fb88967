"""The POS's paging, its guards, and that nothing in it can write."""

import ast
import inspect
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from app.connectors import x_series
from app.connectors.pacing import pos_limit
from app.connectors.pictures import Pictures
from app.connectors.x_series import api, family_model, inventory, lookups, wire
from app.connectors.x_series.api import XSeries
from app.domain.errors import BadAnswer, BrokenListing, NotThere, SettingsWrong
from app.sync.ports import PosService
from tests.connectors.scripted import Script, Step, client, said


def _pos(*steps: Step, version: str = "2.0") -> tuple[XSeries, Script]:
    made, script, time = client(*steps, side="pos")
    service: PosService = XSeries(made, Pictures("pos", transport=script), version)
    assert isinstance(service, XSeries)
    assert time.at
    return service, script


def _page(*versions: int, last: Any = ...) -> httpx.Response:
    rows = [{"id": f"p{version}", "version": version} for version in versions]
    top = (versions[-1] if versions else None) if last is ... else last
    return said({"data": rows, "version": {"min": versions[0] if versions else None, "max": top}})


async def _all(pages: AsyncIterator[Any]) -> list[Any]:
    return [page async for page in pages]


async def test_reads_until_a_page_is_empty() -> None:
    """Short pages are no end; each page starts behind the last cursor."""
    pos, script = _pos(_page(3, 5), _page(9), _page())
    pages = await _all(pos.products(2))
    assert [page.cursor for page in pages] == [5, 9]
    assert [dict(request.url.params) for request in script.asked] == [
        {"page_size": "500", "deleted": "true", "after": after} for after in ("2", "5", "9")
    ]
    assert {request.url.path for request in script.asked} == {"/api/2.0/products"}


async def test_first_read_has_no_cursor() -> None:
    """From the beginning, `after` is left out."""
    pos, script = _pos(_page())
    assert await _all(pos.products(0)) == []
    assert "after" not in script.asked[0].url.params


@pytest.mark.parametrize("last", [None, 2, 1])
async def test_cursor_that_does_not_move(last: int | None) -> None:
    """Rows without progress are a broken listing, not an endless one."""
    pos, _ = _pos(_page(3, last=last))
    with pytest.raises(BrokenListing):
        await _all(pos.products(2))


async def test_smaller_pages_after_gateway_errors() -> None:
    """A size that works is kept for the pages behind."""
    bad = httpx.Response(502)
    pos, script = _pos(bad, bad, _page(3), _page())
    await _all(pos.products(0))
    sizes = [request.url.params["page_size"] for request in script.asked]
    assert sizes == ["500", "500", "250", "250"]


async def test_dated_inventory() -> None:
    """Dated versions read inventory by POST, as bare arrays in rising order."""
    row = {"product_id": "p", "outlet_id": "o", "current_inventory_level": 4, "version": 8}
    bad = httpx.Response(502)
    pos, script = _pos(bad, bad, said([row]), httpx.Response(200, text="null"), version="2026-07")
    pages = await _all(pos.inventory(3))
    assert [page.cursor for page in pages] == [8]
    assert {request.method for request in script.asked} == {"POST"}
    assert {request.url.path for request in script.asked} == {"/api/2026-07/inventory"}
    assert script.asked[-1].content == (
        b'{"after":8,"include_deleted":true,"size":1000,"sort_direction":"asc"}'
    )


async def test_dated_inventory_that_does_not_move() -> None:
    """The same guard holds for bare arrays."""
    pos, _ = _pos(said([{"product_id": "p", "outlet_id": "o", "version": 3}]), version="2026-07")
    with pytest.raises(BrokenListing):
        await _all(pos.inventory(3))


@pytest.mark.parametrize("version", ["2026-10", "2027-01", "3.0", "", "latest"])
async def test_versions_we_cannot_read(version: str) -> None:
    """The family model and unknown versions are refused as a setting."""
    with pytest.raises(SettingsWrong):
        _pos(said({}), version=version)


async def test_one_product() -> None:
    """By id: the record itself, or proof that it is gone; another record is nonsense."""
    pos, _ = _pos(said({"data": {"id": "A1"}}))
    assert (await pos.product("a1")).records[0].id == "a1"
    pos, script = _pos(httpx.Response(404))
    with pytest.raises(NotThere):
        await pos.product("a1")
    assert [request.url.path[-2:] for request in script.asked] == ["a1", "A1"]
    pos, _ = _pos(httpx.Response(404), said({"data": {"id": "A1"}}))
    assert (await pos.product("a1")).records[0].id == "a1"
    bodies: list[dict[str, Any]] = [{"data": {"id": "b"}}, {"data": []}, {"data": None}, {}]
    for body in bodies:
        pos, _ = _pos(said(body))
        with pytest.raises(BadAnswer):
            await pos.product("a1")


async def test_categories_go_on_by_id() -> None:
    """The list of categories goes on behind the last id, and not for ever."""
    first = {"page_info": {"has_next": True, "last_seen": "a"}, "data": {"categories": []}}
    pos, script = _pos(said(first), said({"data": {"categories": [{"id": "b", "name": "B"}]}}))
    assert [category.id for category in await pos.categories()] == ["b"]
    assert script.asked[1].url.params["after"] == "a"
    pos, _ = _pos(said(first))
    with pytest.raises(BrokenListing):
        await pos.categories()


async def test_a_small_list_told_whole_each_time_is_read_once() -> None:
    """Outlets and registers whose cursor does not move are whole; products would be broken."""
    pos, script = _pos(_page(1, 2), _page(1, 2))
    found = await pos.registers()
    assert len({register.id for register in found.living}) == 2
    assert found.cursor == 2
    assert len(script.asked) == 2


async def test_registers_set_the_allowance() -> None:
    """The allowance grows with the number of registers."""
    pos, _ = _pos(_page(1, 2, 3), _page())
    registers = await pos.registers()
    assert registers.cursor == 3
    pos.set_registers(len(registers.living))
    assert pos.budget.limit == pos_limit(3)


async def test_scopes_are_probed() -> None:
    """One cheap read each; a missing one does not hide the others."""

    def answer(request: httpx.Request) -> httpx.Response:
        return said({"error": "Forbidden"}, 403) if "inventory" in request.url.path else _page()

    pos, script = _pos(answer)
    scopes = await pos.scopes()
    assert [scope.name for scope in scopes if not scope.granted] == ["inventory:read"]
    assert len(script.asked) == len(scopes)


def test_nothing_here_can_write() -> None:
    """No call of the client's writing methods, no method but GET and the POST of a read."""
    for module in (x_series, api, family_model, inventory, lookups, wire):
        tree = ast.parse(inspect.getsource(module))
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute):
                assert node.attr not in ("write", "write_keyed", "send")
            if isinstance(node, ast.Constant):
                assert node.value not in ("PUT", "PATCH", "DELETE")
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "Request":
                sent = ast.unparse(node)
                assert sent.startswith(("Request('GET'", "Request('POST', '/inventory'"))
