"""Time and memory of a plan over a large settled shop: `python -m tests.benchmarks.planning`."""

import argparse
import resource
import sys
import time
from dataclasses import replace
from decimal import Decimal

from app.domain.catalogue import Catalogue
from app.domain.choices import Choices
from app.domain.fields import Terms
from app.domain.matching import match
from app.domain.pair_comparison import settled_base
from app.domain.pairing import Base, Link, families
from app.domain.planning import make_plan
from app.domain.product import EcomOption, EcomProduct, EcomVariation, PosRecord
from app.domain.rules import Rules
from app.domain.situation import Situation

OUTLET = "shop"
TERMS = Terms(True, 2, "KILOGRAM", "CM", {}, {})


def record(number: int, member: int, members: int) -> PosRecord:
    """One record of the shop; families of four carry two options."""
    key = f"family-{number:06}"
    options: tuple[tuple[str, str], ...] = ()
    if members > 1:
        options = (("Colour", ("Navy", "Red")[member % 2]), ("Size", ("S", "M")[member // 2]))
    return PosRecord(
        id=f"record-{number:06}-{member}",
        family_key=key,
        parent_id=f"record-{number:06}-0" if member else None,
        has_variants=members > 1 and member == 0,
        name=f"Product {number}",
        sku=f"SKU-{number:06}-{member}",
        active=True,
        created_at="2026-01-01T00:00:00+00:00",
        version=number * 10 + member,
        barcode=f"{number:012}{member}",
        description=f"{number:024x}",
        brand=f"Brand {number % 90}",
        options=options,
        sell_online=True,
        price_including_tax=Decimal(number % 9000) / 100,
        price_excluding_tax=Decimal(number % 9000) / 115,
    )


def counterpart(number: int, members: list[PosRecord]) -> EcomProduct:
    """The eCom product that is in step with these records."""
    head = members[0]
    price = Decimal(number % 9000) / 100
    family = len(members) > 1
    product = EcomProduct(
        id=number,
        sku=f"{head.sku}-FAMILY" if family else head.sku,
        name=head.name,
        enabled=True,
        updated=1_790_000_000,
        description=head.description,
        brand=head.brand,
        barcode="" if family else head.barcode,
        price=price.quantize(Decimal("0.01")),
        quantity=0 if family else 5,
    )
    if not family:
        return product
    return replace(
        product,
        options=(EcomOption("Colour", ("Navy", "Red")), EcomOption("Size", ("S", "M"))),
        variations=tuple(
            EcomVariation(number * 10 + at, r.options, r.sku, product.price, 5, barcode=r.barcode)
            for at, r in enumerate(members)
        ),
    )


def shop(products: int) -> tuple[Catalogue, Situation]:
    """A settled shop with 2.5 records a product: half of them families of four."""
    records: list[PosRecord] = []
    online: dict[int, EcomProduct] = {}
    links: dict[str, Link] = {}
    for number in range(1, products + 1):
        count = 4 if number % 2 else 1
        members = [record(number, member, count) for member in range(count)]
        records += members
        online[number] = counterpart(number, members)
        variations = {r.id: number * 10 + at for at, r in enumerate(members)} if count > 1 else {}
        links[members[0].family_key] = Link(number, variations, shown=True)
    levels = {r.id: {OUTLET: Decimal(5)} for r in records}
    choices = Choices(register="till", outlets=frozenset({OUTLET}))
    situation = Situation(TERMS, Rules.of({}), choices, levels)
    grouped = families(records)
    bases: dict[str, Base] = {}
    for key, product in grouped.items():
        link = links[key]
        bases[key] = settled_base(product, online[link.ecom_id], link, None, situation, {})
    return Catalogue(grouped, online, links, bases), situation


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--products", type=int, default=100_000)
    given = parser.parse_args()
    catalogue, situation = shop(given.products)
    started = time.perf_counter()
    records = [r for product in catalogue.products.values() for r in product.members]
    grouped = families(records)
    put_together = time.perf_counter()
    matches = match(grouped, catalogue.online, catalogue.links, {})
    matched = time.perf_counter()
    plan = make_plan(replace(catalogue, links=matches.links), situation, lambda _: None)
    planned = time.perf_counter()
    if plan.actions:
        sys.exit(f"expected an empty plan, got {len(plan.actions)} actions")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    lines = [
        f"{given.products} products, {len(records)} records, settled",
        f"families put together  {put_together - started:6.2f} s",
        f"matched                {matched - put_together:6.2f} s",
        f"planned                {planned - matched:6.2f} s",
        f"memory at its highest  {memory:6.0f} MB",
    ]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
