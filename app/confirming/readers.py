"""Whether Counterpart can read what both stores answer: the first thing to try on real ones."""

import json
from collections import Counter
from collections.abc import Iterable

from app.confirming.bench import Bench, Confirmation, Finding
from app.domain.errors import ScopeMissing
from app.domain.product import EcomRead, PosRead, Problem

_DAYS = 14 * 86_400


async def readers(bench: Bench) -> Finding:
    """Read the first page of every list."""
    pos = await _first_pos(bench)
    ecom = await _first_ecom(bench)
    lines = [
        f"POS products: {_health(len(pos.records), pos.unreadable, _pos_problems(pos))}",
        f"POS products that tell the switch for selling online: {_told(pos, _SWITCH)}",
        f"POS products that tell their family: {_told(pos, 'family_id')}",
        await _levels(bench),
        await _places(bench),
        f"online products: {_health(len(ecom.products), ecom.unreadable, _ecom_problems(ecom))}",
        await _rest_online(bench),
    ]
    for line in lines:
        bench.person.say(f"  {line}")
    whole = not (pos.unreadable or ecom.unreadable or _pos_problems(pos) or _ecom_problems(ecom))
    reading = "all read" if whole else "; ".join((lines[0], lines[5]))
    told = "Everything was read whole." if whole else "Some of it could not be read whole."
    return Finding(f"{reading}; switch {_told(pos, _SWITCH)}", told, as_assumed=whole)


_SWITCH = "ecwid_enabled_webstore"


async def _first_pos(bench: Bench) -> PosRead:
    async for page in bench.pos.products(0):
        return page.read
    return PosRead(())


async def _first_ecom(bench: Bench) -> EcomRead:
    async for page in bench.ecom.products():
        return page.read
    return EcomRead(())


async def _levels(bench: Bench) -> str:
    async for page in bench.pos.inventory(0):
        odd = sum(row.unreadable for row in page.rows)
        return f"POS stock levels: {len(page.rows)} read, {odd} not readable"
    return "POS stock levels: none"


async def _places(bench: Bench) -> str:
    shop = await bench.pos.shop()
    outlets = len((await bench.pos.outlets()).living)
    registers = len((await bench.pos.registers()).living)
    categories = len(await bench.pos.categories())
    return (
        f"POS of {shop.name}, prices {'without' if shop.tax_exclusive else 'with'} tax: "
        f"{outlets} outlets, {registers} registers, {categories} categories"
    )


async def _rest_online(bench: Bench) -> str:
    shop = await bench.ecom.shop()
    categories = len(await bench.ecom.categories())
    try:
        orders = str(len(await bench.ecom.orders(int(bench.now()) - _DAYS)))
    except ScopeMissing:
        orders = "no permission for"
    return (
        f"online store {shop.name}, prices {'with' if shop.prices_include_tax else 'without'} tax, "
        f"{shop.weight_unit} and {shop.dimensions_unit}: {categories} categories, "
        f"{orders} orders of two weeks"
    )


def _health(count: int, unreadable: Iterable[str], problems: Counter[str]) -> str:
    odd = [f"{field} {times}" for field, times in sorted(problems.items())]
    odd += [f"{left} left out" for left in [len(tuple(unreadable))] if left]
    return f"{count} read, {', '.join(odd) or 'all whole'}"


def _pos_problems(read: PosRead) -> Counter[str]:
    return _fields(record.problems for record in read.records)


def _ecom_problems(read: EcomRead) -> Counter[str]:
    return _fields(product.problems for product in read.products)


def _fields(problems: Iterable[tuple[Problem, ...]]) -> Counter[str]:
    return Counter(field for found in problems for field, _ in found)


def _told(read: PosRead, name: str) -> str:
    """In how many records a field is told at all."""
    telling = sum(json.loads(raw).get(name) is not None for raw in read.raw.values())
    return f"{telling} of {len(read.raw)}"


CONFIRMATIONS = (
    Confirmation(
        "readers",
        "Can Counterpart read what your stores answer?",
        ("read the first page of every list of both stores, and count what can't be read",),
        writes=False,
        run=readers,
    ),
)
